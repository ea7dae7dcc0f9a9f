"""Which operative paragraphs end otherwise than their place asks for.

Semicolon for each, colon before items or a nested draft, full stop for the last before the
closing line, an annex or a further organ line. The Security Council also ends items with commas
and `; and`.
"""

from __future__ import annotations

from reslint.data.expressions import expression
from reslint.draft.signs import INVISIBLE
from reslint.facts.endings import conjoined_end, ending_of, operative_paragraphs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft, Paragraph, Resolution

_CONJUNCTION = expression(r"[;,；،؛]\s*\w{1,3},?\Z")
_QUOTES = '“«”"„'


def operative_faults(draft: Draft) -> Iterator[tuple[Paragraph, str]]:
    """Paragraphs and items with the mark that they should end with."""
    for paragraph, wanted in _verdicts(draft):
        if wanted in ("semicolon", "stop"):
            yield paragraph, wanted


def colon_faults(draft: Draft) -> Iterator[tuple[Paragraph, str]]:
    """Paragraphs with items and no colon ("colon"), or a colon and nothing after it."""
    for paragraph, wanted in _verdicts(draft):
        if wanted == "colon":
            yield paragraph, wanted
        elif wanted.startswith("no colon"):
            yield paragraph, wanted.rpartition(" ")[2]


def ends_wrong(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether a paragraph or item of the operative part should end with another mark."""
    found = draft.facts.get("wrong operative endings")
    if found is None:
        found = {id(each) for each, _ in _verdicts(draft)}
        draft.facts["wrong operative endings"] = found
    assert isinstance(found, set)
    return id(paragraph) in found


def _verdicts(draft: Draft) -> list[tuple[Paragraph, str]]:
    found = draft.facts.get("operative verdicts")
    if found is None:
        holding = {each.parent for each in draft.resolutions}
        found = [
            verdict
            for resolution, paragraphs in operative_paragraphs(draft)
            for verdict in _judge(draft, resolution, paragraphs, holding)
        ]
        draft.facts["operative verdicts"] = found
    assert isinstance(found, list)
    return found


def _judge(
    draft: Draft,
    resolution: Resolution,
    paragraphs: list[Paragraph],
    holding: set[Resolution | None],
) -> Iterator[tuple[Paragraph, str]]:
    nested = resolution in holding
    council = resolution.organ == "SC"
    for position, paragraph in enumerate(paragraphs):
        text = paragraph.text.strip(INVISIBLE)
        if not text or (paragraph.parent is not None and paragraph.label is None):
            continue
        last = position == len(paragraphs) - 1
        ending = ending_of(paragraph)
        kind = ending.kind
        following = paragraphs[position + 1] if not last else None
        if _has_items(paragraph):
            if kind != "colon" and _needs_colon(paragraph, council):
                yield paragraph, "colon"
            continue
        if following is not None and _belongs(following, paragraph):
            continue  # lines without label after it: dates, cells, a quotation
        if kind == "colon":
            if (last and nested) or _introduces(draft, paragraph):
                continue
            yield paragraph, f"no colon {_wanted(draft, last)}"
            continue
        if kind == "question" or (kind and ending.inside_quotes):
            continue
        if not kind and not paragraph.certain_end:
            continue  # a fragment: FORM012 says so
        if council and paragraph.level and (kind == "comma" or _is_conjoined(text)):
            continue
        if council and not kind and _is_conjoined(text):
            continue
        if paragraph.level and _is_conjoined(text) and conjoined_end(draft, paragraph) is None:
            continue  # `; or` says that the items are alternatives: no mark does
        if council and paragraph.level and not kind and len(text.split()) <= 12:
            continue  # an item that is a sub-heading
        wanted = _wanted(draft, last)
        if last and nested and kind:
            continue
        if kind != wanted:
            yield paragraph, wanted


def _wanted(draft: Draft, last: bool) -> str:
    return "stop" if last else "semicolon"


def _has_items(paragraph: Paragraph) -> bool:
    return any(child.label is not None for child in paragraph.children)


def _needs_colon(paragraph: Paragraph, council: bool) -> bool:
    """Whether items follow directly: text after a first list may end as any paragraph does."""
    first = paragraph.children[0]
    if first.label is None:
        return False
    return not (council and (not ending_of(paragraph).kind or paragraph.level))


def _belongs(following: Paragraph, paragraph: Paragraph) -> bool:
    return following.parent is paragraph and following.label is None


def _introduces(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether something other than the next numbered paragraph follows a colon."""
    for position in range(_positions(draft)[id(paragraph)] + 1, len(draft.paragraphs)):
        other = draft.paragraphs[position]
        if other.part == "note":
            continue
        if other.part in ("table", "quotation", "organ line", "heading", "annex"):
            return True
        if other.parent is not None:
            return True
        return other.text.lstrip()[:1] in _QUOTES
    return False


def _positions(draft: Draft) -> dict[int, int]:
    """Where each paragraph stands among all, by its identity."""
    found = draft.facts.get("positions")
    if found is None:
        found = {id(paragraph): place for place, paragraph in enumerate(draft.paragraphs)}
        draft.facts["positions"] = found
    assert isinstance(found, dict)
    return found


def _is_conjoined(text: str) -> bool:
    """Whether a text ends with `; and` or its like."""
    return _CONJUNCTION.search(text) is not None
