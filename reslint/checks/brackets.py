"""Brackets without a partner; places and placeholders that nobody filled in."""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.model import HEADING, NOTE, OPERATIVE, PREAMBLE
from reslint.facts.endings import positions
from reslint.facts.exempt_zones import SYMBOL, zones
from reslint.facts.open_places import open_place
from reslint.text.diagnostics import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph


_PAIRS = {"(": ")", "[": "]", "（": "）", "［": "］"}
_OPENS = {closing: opening for opening, closing in _PAIRS.items()}
_ASCII_FORMS = {"（": "(", "）": ")", "［": "[", "］": "]"}
_AROUND = "[]"  # what negotiators put around paragraphs
_REACH = 40  # paragraphs in which the partner of such a bracket is sought
_WIDE = "（）［］"
_MARKS = expression(rf"[()\[\]{_WIDE}]")
_ASCII_MARKS = expression(r"[()\[\]]")  # compiled in a twentieth of the time
# Chinese has no space before a label: any of its characters and marks may stand there.
_LABEL = expression(
    r"(?:^|(?<=[\s(,;]))(?:[^\W\d_]{1,4}|[0-9]{1,3})\Z|(?<=[^\0-\u07ff])[A-Za-z0-9]{1,3}\Z"
)
_ITEM = expression(r"\s(?:[^\W\d_]|[ivx]{2,4})\Z")
_NEXT_ITEM = expression(r"[;；؛]\s*(?:\w{1,3}\s?)?(?P<label>[^\W\d_]|[0-9]{1,2})\Z")
_BEFORE = 12  # characters in which an item of a list begins


def unpaired(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A round or square bracket without its partner in the paragraph.

    One that opens before a paragraph may close behind another one of the same part.
    """
    parts = (PREAMBLE, OPERATIVE, HEADING, NOTE)
    for paragraph in draft.part(*parts):
        text = paragraph.text
        if not any(map(text.__contains__, "()[]（）［］")):
            continue
        if paragraph.joints or paragraph.children or (paragraph.markers and "(" not in text):
            continue
        for at in _unpaired_in(paragraph, draft):
            if at < 0 or _is_quoted(paragraph, draft, at):
                continue
            if not _pairs_beyond(paragraph, at, draft.look_beyond(paragraph)):
                variant = "open" if text[at] in _PAIRS else "closed"
                yield paragraph.finding(at, at + 1, {"mark": text[at]}, variant=variant)


def _unpaired_in(paragraph: Paragraph, draft: Draft) -> list[int]:
    """The plain offsets of brackets without a partner, -1 for one that opens in the label: `[2.`"""
    opened = ""
    if paragraph.label is not None:
        written = draft.source.text[paragraph.start : paragraph.label.end]
        opened = "".join(mark for mark in "([" if written.count(mark) > written.count(_PAIRS[mark]))
    places = [at - len(opened) for at in _unpaired(opened + paragraph.text)]
    return [at for at in places if at < 0 or not is_mirrored(draft, paragraph.text, at)]


def is_mirrored(draft: Draft, text: str, at: int) -> bool:
    """Whether a bracket stands in a pair that a page of Arabic turned round: `)2011(`."""
    if draft.vocabulary.forms.get("direction") != "rtl" or text[at] not in "()":
        return False
    beside = text[at + 1 :].split(maxsplit=1) if text[at] == ")" else text[:at].rsplit(maxsplit=1)
    if not beside:
        return False
    word = beside[0] if text[at] == ")" else beside[-1]
    return ("(" in word) if text[at] == ")" else (")" in word and "(" not in word)


def _pairs_beyond(paragraph: Paragraph, at: int, draft: Draft) -> bool:
    """Whether a square bracket pairs with one of another paragraph: `[2. …;` above `3. …;]`.

    Negotiators put several paragraphs in brackets, the first mark before them, the last behind.
    """
    mark = paragraph.text[at]
    if mark not in _AROUND or not _is_at_edge(paragraph, at):
        return False
    here = positions(draft)[paragraph]
    others = draft.paragraphs[here + 1 : here + _REACH]
    if mark == "]":
        others = draft.paragraphs[max(here - _REACH, 0) : here][::-1]
    for other in others:
        if other.part != paragraph.part:
            return False
        for place in _unpaired_in(other, draft):
            partner = "[" if place < 0 else other.text[place]
            if partner in _AROUND and _is_at_edge(other, place):
                return partner != mark
    return False


def _is_at_edge(paragraph: Paragraph, at: int) -> bool:
    """Whether only marks and spaces stand before an opening bracket, or behind a closing one."""
    opens = at < 0 or paragraph.text[at] == "["
    beside = paragraph.text[: max(at, 0)] if opens else paragraph.text[at + 1 :]
    return not any(map(str.isalnum, beside))


def _is_quoted(paragraph: Paragraph, draft: Draft, at: int) -> bool:
    """Whether another's words stand there; the symbol of a document may end with a bracket."""
    return any(start <= at < end and kind != SYMBOL for start, end, kind in zones(paragraph, draft))


def _unpaired(text: str) -> list[int]:
    """The plain offsets of brackets without a partner; those of labels (`a)`) are left out."""
    opened: list[int] = []
    found: list[int] = []
    label = ""  # of the last item of a list in the paragraph: `a)`
    by_labels = 0  # brackets that what may be a label closed: (art. 3 a) y b))
    marks = _MARKS if any(map(text.__contains__, _WIDE)) else _ASCII_MARKS
    for match in marks.finditer(text):
        at, mark = match.start(), match[0]
        if mark in _PAIRS:
            opened.append(at)
        else:
            wanted = _ASCII_FORMS.get(_OPENS[mark], _OPENS[mark])
            item = _NEXT_ITEM.search(text, max(at - _BEFORE, 0), at) if label else None
            if item is not None and _follows(item["label"], label):
                label = item["label"]  # `a) … (…; b) …`: the bracket before it is never closed
            elif opened and _ASCII_FORMS.get(text[opened[-1]], text[opened[-1]]) == wanted:
                opened.pop()
                # A decimal before the bracket is a year: no need of the expression.
                by_labels += (
                    not text[at - 1 : at].isdecimal()
                    and _ITEM.search(text[max(at - 6, 0) : at]) is not None
                )
            elif _LABEL.search(text[max(at - 6, 0) : at]):
                label = text[at - 1]
            elif by_labels and text[at - 1] in ")）":
                by_labels -= 1
            else:
                found.append(at)
    return sorted(found + opened)


def _follows(label: str, before: str) -> bool:
    """Whether a label is the one after another: `b` after `a`, `3` after `2`."""
    if label.isdecimal() and before.isdecimal():
        return int(label) == int(before) + 1
    return len(label) == len(before) == 1 and ord(label) == ord(before) + 1


def open_places(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """What a snippet left at the end of a paragraph: `[…]`, a tab stop."""
    for paragraph in draft.part(PREAMBLE, OPERATIVE):
        span = open_place(paragraph)
        if span is not None:
            yield paragraph.finding(*span, {"mark": paragraph.text[slice(*span)]})


def placeholders(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """What stands for words that are still to come: `[date]`, `[XX]`, `xx`, `TBD`, `…`.

    Not where `open_places` finds it.
    """
    for written in draft.vocabulary.forms.get("placeholders", ()):
        pattern = expression(written)
        for paragraph in draft.part(PREAMBLE, OPERATIVE, HEADING):
            if draft.vocabulary.may_match("placeholders", paragraph.text):
                left = open_place(paragraph)
                for match in pattern.finditer(paragraph.text):
                    if match.span() != left and not _is_link(paragraph, match.start()):
                        yield paragraph.finding(*match.span(), {"mark": match[0]})


def _is_link(paragraph: Paragraph, at: int) -> bool:
    return any(link.start <= at < link.end for link in paragraph.links)
