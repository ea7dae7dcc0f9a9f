"""Words of a leading phrase that do not agree with the organ, in gender or in number."""

from __future__ import annotations

from reslint.checks.throughout import FindingGroup, reported
from reslint.facts.openings import GRAMMAR_PART, openings
from reslint.facts.speakers import writes_in_plural
from reslint.language.phrase_number import plural_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph, Resolution
    from reslint.language.phrases import PhraseMatch
    from reslint.text.diagnostics import Finding


def gender(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A word of the phrase that does not agree with the organ.

    Plurals that are the habit of the draft are one finding, and their fix is unsafe: the organ may
    stand on its line by error.
    """
    grammar = draft.vocabulary.phrases
    throughout: dict[int, list[Finding]] = {}
    for opening in openings(draft):
        phrase, paragraph = opening.phrase, opening.paragraph
        if phrase is None:
            continue
        plurals = plural_words(grammar, phrase) if grammar.in_plural else []
        if plurals and GRAMMAR_PART[paragraph.part] not in phrase.parts:
            continue  # LEAD005 writes another form
        if not plurals and not phrase.gendered:
            continue
        organ = paragraph.resolution.organ if paragraph.resolution else draft.organ
        wanted = draft.vocabulary.gender(organ)
        if not wanted:
            continue
        if plurals:
            habit = writes_in_plural(draft, paragraph.resolution)
            if habit and not _is_named(paragraph.resolution, organ):
                continue  # several speak, or nobody says who does
            finding = _in_plural(draft, paragraph, phrase, plurals, organ, habit)
            if habit:
                throughout.setdefault(id(paragraph.resolution), []).append(finding)
            else:
                yield finding
            continue
        for start, end, found, other in phrase.gendered:
            if found == wanted:
                continue
            yield paragraph.finding(
                start,
                end,
                _values(draft, paragraph.text[start:end], other, organ),
                (paragraph.edit(start, end, other),),
            )
    groups = [
        FindingGroup(found, "plural-throughout", throughout=True) for found in throughout.values()
    ]
    yield from reported(draft, groups)


def _is_named(resolution: Resolution | None, organ: str) -> bool:
    """Whether the organ line of a resolution names this organ."""
    return (
        resolution is not None
        and resolution.organ_line is not None
        and resolution.line_organ == organ
    )


def _in_plural(
    draft: Draft,
    paragraph: Paragraph,
    phrase: PhraseMatch,
    plurals: list[tuple[int, int, str]],
    organ: str,
    habit: bool,
) -> Finding:
    """The finding on the words of a phrase in the plural, where the organ is one."""
    from reslint.language.phrase_rewriting import agreeing

    vocabulary = draft.vocabulary
    wanted = vocabulary.gender(organ)
    edits = []
    other = ""
    at = plurals[0][0]
    for start, end, singular in plurals:
        word = agreeing(vocabulary.phrases, singular, wanted)
        if singular[0].isupper():
            word = word[:1].upper() + word[1:]
        edits.append(paragraph.edit(start, end, word))
        other += paragraph.text[at:start] + word
        at = end
    return paragraph.finding(
        plurals[0][0],
        at,
        _values(draft, paragraph.text[plurals[0][0] : at], other, organ),
        tuple(edits),
        variant="plural",
        severity="warning" if habit else None,
        safety="unsafe" if habit else None,
    )


def _values(draft: Draft, word: str, other: str, organ: str) -> dict[str, str]:
    return {"word": word, "other": other, "organ": draft.vocabulary.organ_line(organ)}
