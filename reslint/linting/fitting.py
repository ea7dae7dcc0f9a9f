"""Settings that do not fit a draft: another language than its own, another organ than its line's.

A wrong setting makes most findings wrong, and nothing else tells why. A language is doubted only
where the draft has opening words in another one and none in the one that is set: it may be set
because a draft is hard to recognize.
"""

from __future__ import annotations

from reslint.draft.language_detection import detect
from reslint.language.language import language as find_language
from reslint.language.organ_names import OTHER
from reslint.rulebook import own_codes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft
    from reslint.settings.settings import Settings
    from reslint.text.diagnostics import Diagnostic


_MOST_PARAGRAPHS = 40  # in which opening words are searched


def not_fitting(draft: Draft, settings: Settings) -> Iterator[Diagnostic]:
    """Yield TOOL013 for a language and for an organ of the settings that do not fit the draft."""
    language = settings.language
    if language is not None and not _opens_in(draft, language):
        found = detect(draft.blocks)
        if found != language and _opens_in(draft, found):
            told = settings.message_language
            given, read = (find_language(one).name_in(told) for one in (language, found))
            yield _diagnostic("language", settings, given, read)
            return
    organ = settings.organ
    line = draft.resolutions[0].organ_line if draft.resolutions else None
    if organ is None or settings.house is not None or line is None:
        return
    named = draft.vocabulary.organs.names.of_line(line.text)
    if named not in (None, OTHER, organ):
        assert named is not None
        yield _diagnostic("organ", settings, organ, named, *line.source_span(0, len(line.text)))


def _opens_in(draft: Draft, code: str) -> bool:
    """Tell whether a paragraph opens with a leading phrase of a language."""
    phrases = find_language(code).phrases
    return any(
        phrases.match(paragraph.text) is not None
        for paragraph in draft.paragraphs[:_MOST_PARAGRAPHS]
    )


def _diagnostic(
    key: str, settings: Settings, given: str, found: str, start: int = 0, end: int = 0
) -> Diagnostic:
    return own_codes.diagnostic(
        own_codes.UNFIT_SETTING,
        f"unfit-{key}",
        settings.message_language,
        start,
        end,
        {"given": given, "found": found},
    )
