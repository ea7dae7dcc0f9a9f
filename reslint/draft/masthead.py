"""Read the masthead and the closing: symbol, session, dates, number and title of the draft."""

from __future__ import annotations

import re

from reslint.data.patterns import expression
from reslint.draft.model import CLOSING, MASTHEAD, TITLE, DatedPlace, Masthead, Paragraph
from reslint.language.symbols import is_symbol
from reslint.text.folding import fold_in_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft
    from reslint.language.language import Language


_LONGEST_HEADER = 6000  # characters above the draft
_NUMBERED_TITLE = expression(
    r"(?P<number>[0-9]{1,4}/[0-9]{1,4}|(?:ES|S)-[0-9]{1,2}/[0-9]{1,3}"
    r"|[0-9]{1,4}\s?\([0-9]{4}\)(?=\.))"
    r"(?:\s(?P<letter>[A-Z]))?(?P<joint>\.?)\s+(?P<title>\S.*)",
    re.DOTALL,
)


def read_masthead(paragraphs: list[Paragraph], language: Language) -> Masthead:
    """Read the masthead and the closing; change the part of the title's paragraph to `title`."""
    masthead = Masthead()
    adoption = language.pattern("adoption")
    distribution = language.pattern("distribution")
    session = language.pattern("session")
    awaits_date = False
    for paragraph in paragraphs:
        if paragraph.part == CLOSING:
            _read_closing(masthead, paragraph, language)
            continue
        if paragraph.part not in (MASTHEAD, TITLE):
            continue
        text = paragraph.text.strip()
        if not masthead.symbol and is_symbol(text):
            masthead.symbol = fold_in_place(text)
        if adoption and adoption.match(text):
            masthead.adoption = _dated(paragraph, language)
        elif distribution and distribution.match(text):
            masthead.distribution = _dated(paragraph, language)
            awaits_date = masthead.distribution is None
            continue
        elif awaits_date and masthead.distribution is None:
            masthead.distribution = _dated(paragraph, language)
        elif session and not masthead.session and len(text) < 80:
            _read_session(masthead, paragraph, session, language)
        awaits_date = False
        if masthead.title is None and len(text) < 1000:
            _read_title(masthead, paragraph, language)
    return masthead


def symbol_of(line: str) -> str:
    """Return the document symbol that a line consists of, "" if it is no symbol."""
    return fold_in_place(line) if is_symbol(line) else ""


def organ_of_header(draft: Draft) -> str:
    """Return the organ that the lines above the first paragraph name, "" if they name none."""
    return draft.vocabulary.organs.headers.in_header(header(draft).splitlines())


def header(draft: Draft) -> str:
    """Return the text above the first paragraph, "" without any paragraph."""
    if not draft.resolutions:
        return ""
    resolution = draft.resolutions[0]
    first = (resolution.preamble or resolution.operative)[:1]
    return draft.source.plain_text(0, min(first[0].start, _LONGEST_HEADER)) if first else ""


def split_title(text: str) -> re.Match[str] | None:
    """Match a line of number and title: groups `number`, `letter`, `joint`, `title`."""
    return _NUMBERED_TITLE.fullmatch(text.strip())


def _read_title(masthead: Masthead, paragraph: Paragraph, language: Language) -> None:
    """Read the number and the title, if the paragraph has them."""
    match = split_title(paragraph.text)
    if match is not None:
        masthead.number = match["number"]
        masthead.title = paragraph
        paragraph.part = TITLE
        return
    numbered = language.pattern("numbered_title")
    if numbered and not masthead.number:
        council = numbered.match(paragraph.text.strip())
        if council is not None:
            masthead.number = fold_in_place(council["number"])


def _dated(paragraph: Paragraph, language: Language) -> DatedPlace | None:
    """Return the first date in a paragraph, None if it has no date with a known month."""
    found = language.date(paragraph.text)
    if found is None or not found[0][1]:
        return None
    return DatedPlace(found[0], paragraph, found[1], found[2])


def _read_session(
    masthead: Masthead, paragraph: Paragraph, pattern: re.Pattern[str], language: Language
) -> None:
    """Read the number of the session, if the paragraph names it."""
    text = paragraph.text.strip()
    match = pattern.fullmatch(text)
    if match is None or "ordinal" not in match.groupdict():
        return
    number = language.ordinal(match["ordinal"])
    if number:
        masthead.session = number
        lead = len(paragraph.text) - len(paragraph.text.lstrip())
        start, end = match.span("ordinal")
        masthead.session_span = DatedPlace((number, 0, 0), paragraph, start + lead, end + lead)


def _read_closing(masthead: Masthead, paragraph: Paragraph, language: Language) -> None:
    """Read the date of the closing, if none was found before."""
    if masthead.closing is None:
        masthead.closing = _dated(paragraph, language)
