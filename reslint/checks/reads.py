"""What checks of a whole draft read of a paragraph: groups of facts, without offsets.

A kind of check that looks at the whole draft names in `reads` the groups on which its findings
rest, besides the structure of the draft (parts, labels, levels, places, notes) and its typing style
(`style_of`). While somebody types in a paragraph, its groups are compared before and after a
keystroke; a rule is run again only if one of its groups changed.

A group is a value that is equal where every check that reads it finds the same. It holds places
only as distances within what it describes, since a keystroke moves all that stands behind it.
`tests/checks/test_reads.py` types noise into paragraphs and compares.
"""

from __future__ import annotations

import re

from reslint.checks.endings import own_mark, script_forms
from reslint.checks.reads_of_starts import STARTS
from reslint.citations.dates import raised_marks, spaces_in
from reslint.citations.finder import Citations
from reslint.citations.model import AFTER, BEFORE
from reslint.citations.organs import mentions, owner
from reslint.data.patterns import expression
from reslint.draft.model import NOTE
from reslint.facts.capitals import folded_text
from reslint.facts.draft_text import last_word
from reslint.facts.end_remarks import before_status, may_end_with_tag, unmarked_status
from reslint.facts.endings import (
    conjoined_end,
    doubled_end,
    ending_of,
    ends_before_bracket,
    has_open_bracket,
)
from reslint.facts.exempt_zones import in_zone, is_code, is_quoted
from reslint.facts.notes import numbers_set_apart, references_of_notes
from reslint.facts.references import announces_replacement, bare_references, references_in
from reslint.names.acronyms import written_acronyms
from reslint.names.mentions import READ, mentions_in
from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reslint.draft.model import Draft, Paragraph


_AROUND_ENDING = 60
_AROUND_MARKER = 14
_BEFORE_ACRONYM, _AFTER_ACRONYM = 90, 30
_AROUND_NUMBER = 90
_BEFORE_DATE, _AFTER_DATE = 30, 12  # a comma may be that of a date
_FEW_WORDS = 12
_SHORT = 40
_MARK = expression(r"[:;!?%“”„«»‹›\"‘’'（）《》「」ˮʺ]")
_SPACE = expression(r"[-\u2011\u00a0\u202f\u2009]")
# A word with a capital behind a letter, or behind a letter and a comma.
_CAPITAL = expression(r"\s(?=[^\W\d_a-z])(?:(?<=[^\W\dA-Z_]\s)|(?<=[^\W\dA-Z_],\s))(\w+)")


def _slots(one: object, start: int) -> tuple[object, ...] | None:
    """The values of an object with the offsets in it counted from `start`."""
    if one is None:
        return None
    found: list[object] = []
    for slot in getattr(type(one), "__slots__"):  # noqa: B009 - not an attribute for types
        value = getattr(one, slot)
        if slot in ("start", "end", "head") and isinstance(value, int):
            found.append(value - start if value >= 0 else value)
        elif slot in ("gap", "word") and isinstance(value, tuple):
            found.append(tuple(at - start for at in value) if any(value) else value)
        elif slot == "parts":
            found.append({part: (a - start, b - start) for part, (a, b) in value.items()})
        elif slot in ("number", "date") and hasattr(value, "__slots__"):
            found.append(_slots(value, start))
        elif isinstance(value, (str, int, tuple)):
            found.append(value)
    return tuple(found)


def _around(text: str, start: int, end: int, reach: int) -> str:
    return text[max(start - reach, 0) : end + reach]


def _ending(paragraph: Paragraph, draft: Draft) -> object:
    """How a paragraph ends: its last words as written, the marks there."""
    text = paragraph.text
    end = len(text)
    ending, doubled = ending_of(paragraph), doubled_end(draft, paragraph)
    conjoined, status = conjoined_end(draft, paragraph), before_status(paragraph, draft)
    # Words before a mark that is there say nothing more.
    begin = ending.start if ending.kind else max(end - _AROUND_ENDING, 0)
    return (
        (ending.kind, ending.mark, end - ending.start, end - ending.end, ending.inside_quotes),
        paragraph.certain_end,
        doubled and ([end - at for at in doubled.marks], doubled.enclosed, doubled.abbreviated),
        conjoined and [end - at for at in conjoined],
        [at if at is None else end - at for at in (status, unmarked_status(paragraph, draft))],
        may_end_with_tag(paragraph),
        (has_open_bracket(paragraph), ends_before_bracket(paragraph)),
        ending.kind or [end - at for at in last_word(text)],
        draft.source.text[paragraph.plain.source_start(begin) : paragraph.end],
        len(text.split()) <= _FEW_WORDS,
        len(text.rstrip(INVISIBLE)) < _SHORT,
        text.lstrip()[:1],
        not text.strip(INVISIBLE),
        draft.source.text.count("&", paragraph.start, paragraph.end),
    )


def _cited(paragraph: Paragraph, draft: Draft) -> object:
    """What a paragraph cites, and who is named where that matters."""
    found = Citations(draft.only([paragraph]))
    grammar, text = found.grammar, paragraph.text
    if grammar is None:
        return None
    speaker = paragraph.resolution.organ if paragraph.resolution else draft.organ
    items = [
        (
            _slots(one, one.start),
            one.list is not None and (one.list.items.index(one), one.list.close),
            text[one.start : one.end],
            one.date and text[one.date.start : one.date.end],
            is_quoted(paragraph, draft, one.start),
            [
                (link.target, link.start - one.start, link.end - one.start)
                for link in paragraph.links
                if link.start < one.number.end and one.start < link.end
            ],
            one.how not in (BEFORE, AFTER)
            and owner(one.number.key, speaker, draft.masthead.session) is not None
            and text,
        )
        for one in found.citations
    ]
    odd = [(_slots(one, one.start), _around(text, one.start, one.end, _AROUND_NUMBER),
            is_quoted(paragraph, draft, one.start)) for one in found.odd]  # fmt: skip
    bodies = [one.organ for one in mentions(paragraph, grammar)] if paragraph.children else None
    return items, odd, bodies


def _dates(paragraph: Paragraph, draft: Draft) -> object:
    """What a paragraph tells of the way in which the draft writes its dates."""
    found = Citations(draft.only([paragraph]))
    if found.grammar is None:
        return None
    text, suffix = draft.source.text, found.grammar.settings.get("first", "")
    marks = raised_marks(text[paragraph.start : paragraph.end], suffix) if suffix else ()
    return marks, spaces_in(found.dates)


def _cites(paragraph: Paragraph, draft: Draft) -> object:
    """Whether a paragraph cites anything."""
    return bool(Citations(draft.only([paragraph])).citations)


def _named(paragraph: Paragraph, draft: Draft) -> object:
    """The names in a paragraph."""
    if paragraph.part not in READ:
        return None
    return [
        (_slots(one, one.start), one.written, in_zone(paragraph, draft, one.start, one.end))
        for one in mentions_in(paragraph, draft)
    ]


def _acronyms(paragraph: Paragraph, draft: Draft) -> object:
    """The acronyms in a paragraph with the words around them."""
    text = folded_text(paragraph)
    return (
        [
            (
                paragraph.text[max(at.start() - _BEFORE_ACRONYM, 0) : at.end() + _AFTER_ACRONYM],
                in_zone(paragraph, draft, *at.span("acronym")),
                len(text[at.end() :].split(None, 2)) > 2,
            )
            for at in written_acronyms(paragraph)
        ],
        text.rstrip()[-1:],
        text.isupper(),
    )


def _referred(paragraph: Paragraph, draft: Draft) -> object:
    """The paragraphs to which a paragraph refers."""
    found = (references_in(paragraph, draft), bare_references(draft, paragraph))
    return (
        [
            [(one.number, one.direction, one.letters, one.text, one.number_span[0] - one.start)
             for one in some]
            for some in found
        ],
        announces_replacement(paragraph, draft),
    )  # fmt: skip


def _markers(paragraph: Paragraph, draft: Draft) -> object:
    """The markers of notes with what stands around them, and references to notes."""
    text = paragraph.text
    return (
        [
            (one.number, one.notation, _around(text, one.at, one.at, _AROUND_MARKER))
            for one in paragraph.markers
        ],
        [(one.number, one.certain) for one in references_of_notes(paragraph, draft)],
        numbers_set_apart(paragraph),
    )


def _note(paragraph: Paragraph, draft: Draft) -> object:
    """The text of a note as written."""
    whole = paragraph.part == NOTE
    return draft.source.text[paragraph.start : paragraph.end] if whole else None


def _marks(paragraph: Paragraph, draft: Draft) -> object:
    """Quotation marks and those that take a space, with the characters beside them.

    Where a mark of other languages stands, what it encloses tells whether it is right.
    """
    text = paragraph.text
    wrong = draft.vocabulary.forms.get("typography", {}).get("wrong_quotes", {})
    odd = '"' in text or any(mark in text for mark in wrong)
    return odd and text, [
        (
            text[max(at - 2, 0) : at + 3],
            not at,
            in_zone(paragraph, draft, at, at + 1),
            is_code(paragraph, draft, at),
        )
        for at in map(re.Match.start, _MARK.finditer(text))
    ]


def _markup(paragraph: Paragraph, draft: Draft) -> object:
    """The text as written, where mark-up stands in it that may be wrong."""
    text = draft.source.text[paragraph.start : paragraph.end]
    odd = paragraph.stray or len(paragraph.emphases) > 1 or paragraph.links or "<!--" in text
    return text if odd else None


def _capitals(paragraph: Paragraph, draft: Draft) -> object:
    """The words with a capital within sentences."""
    text, start, end = draft.source.text, max(paragraph.start - 1, 0), paragraph.end
    # The last letter may be the one behind which the next paragraph begins.
    return {match[1] for match in _CAPITAL.finditer(text, start, end)}, text[end - 2 : end]


def _spaces(paragraph: Paragraph, draft: Draft) -> object:
    """The hyphens and the spaces that do not break."""
    text = draft.source.text[paragraph.start : paragraph.end]
    return _SPACE.findall(text)


def _script(paragraph: Paragraph, draft: Draft) -> object:
    """The marks of the Latin script that have twins in that of the language, and the twins."""
    marks: dict[str, str] = script_forms(draft).get("marks", {})
    if not marks:
        return None
    text, own = paragraph.text, {*marks.values()}
    ends = script_forms(draft).get("at_end", {})
    return sum(character in own for character in text), [
        (text[max(at - _BEFORE_DATE, 0) : at + _AFTER_DATE], own_mark(draft, paragraph, at))
        for at, character in enumerate(text)
        if character in marks or character in ends
    ]


READINGS: dict[str, Callable[[Paragraph, Draft], object]] = {
    **STARTS,
    "ending": _ending,
    "cited": _cited,
    "cites": _cites,
    "dates": _dates,
    "named": _named,
    "acronyms": _acronyms,
    "referred": _referred,
    "markers": _markers,
    "note": _note,
    "marks": _marks,
    "markup": _markup,
    "capitals": _capitals,
    "spaces": _spaces,
    "script": _script,
}
"""The groups by name."""
STYLE = ("marks", "opening", "spaces")
"""The groups on which the typing style of a draft rests."""


def readings(paragraph: Paragraph, draft: Draft) -> dict[str, object]:
    """All groups of a paragraph."""
    return {name: read(paragraph, draft) for name, read in READINGS.items()}
