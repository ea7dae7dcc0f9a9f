"""Titles of resolutions and documents: their quotation marks, agreement, the registry's wording."""

from __future__ import annotations

import re

from reslint.citations.finder import citations
from reslint.data.patterns import expression
from reslint.facts.exempt_zones import is_quoted
from reslint.facts.typing_style import NO_BREAK
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import SPACES, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.citations.grammar import Grammar
    from reslint.citations.model import Citation
    from reslint.draft.model import Draft, Paragraph


_INSIDE = ",;."
# Which marks stand within a title depends on those around it.
_NO_MARKS = dict.fromkeys(map(ord, "“”„«»‘’'\"‹›「」『』"))
_STRAIGHT = ('"', "''")


def quotes(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Titles in other marks than the language's, or none; a comma inside; agreement."""
    found = citations(draft)
    grammar = found.grammar
    settings: dict[str, Any] = grammar.forms.get("titles", {}) if grammar else {}
    if grammar is None or not settings:
        return
    pattern = _pattern(grammar, settings)
    by_end: dict[tuple[int, int], Citation] = {}
    for paragraph in found.paragraphs:
        if settings["gate"] not in paragraph.text:
            continue
        for match in pattern.finditer(paragraph.text):
            if not by_end:
                by_end = {(id(each.paragraph), each.end): each for each in found.citations}
            yield from _agreement(paragraph, match, settings, by_end)
            yield from _marks(draft, paragraph, match, settings)


def _pattern(grammar: Grammar, settings: dict[str, Any]) -> re.Pattern[str]:
    grammar.forms.setdefault("title_pattern", settings["pattern"])
    return grammar.pattern("title_pattern")


def _agreement(
    paragraph: Paragraph,
    match: re.Match[str],
    settings: dict[str, Any],
    by_end: dict[tuple[int, int], Citation],
) -> Iterator[Finding]:
    """The word that introduces the title of a resolution agrees with it."""
    groups = match.groupdict()
    if groups.get("masculine") is None and groups.get("e") != "":
        return
    before = len(paragraph.text[: match.start()].rstrip(SPACES + ","))
    citation = by_end.get((id(paragraph), before))
    if citation is None or citation.kind not in settings.get("agreement", {}):
        return
    if groups.get("masculine"):
        edit = paragraph.edit(*match.span("masculine"), settings["feminine"])
    else:
        edge = paragraph.plain.source_end(match.start("e"))
        edit = Edit(edge, edge, "e")
    yield paragraph.finding(
        match.start(),
        len(match[0].rstrip()) + match.start(),
        {"word": match[0].strip(), "opening": "", "closing": "", "mark": ""},
        (edit,),
        variant="agreement",
    )


def _marks(
    draft: Draft, paragraph: Paragraph, match: re.Match[str], settings: dict[str, Any]
) -> Iterator[Finding]:
    """The quotation marks of one title."""
    text, place = paragraph.text, match.end()
    opening, closing = settings["marks"]
    values = {"opening": opening, "closing": closing, "mark": "", "word": match[0].strip()}
    if text.startswith(opening, place):
        end = closing_place(text, place, opening, closing)
        if end >= 0:
            abbreviations = tuple(draft.vocabulary.forms.get("abbreviations", ()))
            marks: str = settings.get("inside", _INSIDE)
            yield from _inside(paragraph, place, end, values, abbreviations, marks)
        return
    if any(each.start <= place < each.end for each in paragraph.emphases):
        return  # a publication, in italics
    if is_quoted(paragraph, draft, match.start()):
        return  # a title within a title has the inner marks
    for wrong in settings["wrong"]:
        if not text.startswith(wrong[0], place):
            continue
        if wrong[0] in _STRAIGHT and opening not in draft.source.text:
            return  # a draft with straight marks throughout
        own_letters = settings.get("own_letters")
        if own_letters and not re.match(own_letters, text[place + len(wrong[0]) :].lstrip()):
            return  # a title in another language has other marks
        end = text.find(wrong[1], place + len(wrong[0]))
        yield paragraph.finding(
            place,
            place + len(wrong[0]),
            values,
            _replace(draft, paragraph, (place, end), wrong, settings) if end >= 0 else (),
            variant="kind",
        )
        return
    if text[place : place + 1].isupper() and not _linked(paragraph, place):
        yield paragraph.finding(match.start(), match.start() + len(match[0].rstrip()), values)


def _linked(paragraph: Paragraph, place: int) -> bool:
    return any(link.start <= place < link.end for link in paragraph.links)


def closing_place(text: str, place: int, opening: str, closing: str) -> int:
    """Where the mark stands that closes the one at `place`, -1 for nowhere."""
    depth = 0
    for position in range(place, len(text)):
        if text[position] == opening:
            depth += 1
        elif text[position] == closing:
            depth -= 1
            if not depth:
                return position
    return -1


def _inside(
    paragraph: Paragraph,
    start: int,
    end: int,
    values: dict[str, str],
    abbreviations: tuple[str, ...],
    marks: str,
) -> Iterator[Finding]:
    """A comma, semicolon or full stop before the closing mark."""
    text = paragraph.text
    inner = len(text[:end].rstrip(SPACES))
    mark = text[inner - 1 : inner]
    if mark not in marks or inner - 1 <= start:
        return
    following = text[end + 1 : end + 2]
    if mark == "." and (following.strip(SPACES) or text[:inner].endswith(abbreviations)):
        return
    # A French semicolon has a space before it; it goes with the mark.
    first = len(text[: inner - 1].rstrip(SPACES))
    edits = [paragraph.edit(first, inner, "")]
    if following != mark:
        edge = paragraph.plain.source_end(end + 1)
        edits.append(Edit(edge, edge, text[first:inner]))
    yield paragraph.finding(
        inner - 1, end + 1, {**values, "mark": mark}, tuple(edits), variant="inside"
    )


def _replace(
    draft: Draft,
    paragraph: Paragraph,
    place: tuple[int, int],
    wrong: list[str],
    settings: dict[str, Any],
) -> tuple[Edit, ...]:
    """Edits that put the language's marks in the place of others, with their inner spaces."""
    text = paragraph.text
    start, end = place
    opening, closing = settings["marks"]
    after = start + len(wrong[0])
    before = end
    space = ""
    if settings.get("inner_space"):
        source = draft.source.text
        kinds = (NO_BREAK, *SPACES, "")
        space = max(kinds, key=lambda kind: source.count(f"{opening}{kind}") if kind else 0)
        if source.count(f"{opening}{space}") == 0:
            space = NO_BREAK
    while after < end and text[after] in SPACES:
        after += 1
    while before > after and text[before - 1] in SPACES:
        before -= 1
    return (
        paragraph.edit(start, after, opening + space),
        paragraph.edit(before, end + len(wrong[1]), space + closing),
    )


def wording(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """The quoted title of a resolution that is not the one the registry has."""
    found = citations(draft)
    grammar = found.grammar
    settings: dict[str, Any] = grammar.forms.get("titles", {}) if grammar else {}
    if grammar is None or not settings:
        return
    introduction = grammar.pattern("title")
    opening, closing = settings["marks"]
    if "before" in settings:
        yield from _wording_before(draft, found.citations, settings)
        return
    sharing: list[Citation] = []
    for citation in found.citations:
        paragraph = citation.paragraph
        text = paragraph.text
        # Those before it in its list, up to one with a title of its own, may share its title.
        sharing = [*sharing, citation] if citation.joint and sharing else [citation]
        match = introduction.match(text, citation.end)
        if match is None or not text.startswith(opening, match.end()):
            continue
        cited, sharing = sharing, []
        if citation.kind != "resolution" or not citation.organ:
            continue
        end = closing_place(text, match.end(), opening, closing)
        titles = _registered(draft, cited) if end >= 0 else []
        if titles:
            yield from _another_title(draft, citation, match.end() + 1, end, titles)


def _wording_before(
    draft: Draft, citations: list[Citation], settings: dict[str, Any]
) -> Iterator[Finding]:
    """Wrong titles where a language has them before the number."""
    opening, closing = settings["marks"]
    joint = expression(settings["before"])
    introduction = expression(rf"(?:{settings['pattern']})\Z")
    for citation in citations:
        if citation.kind != "resolution" or not citation.organ or citation.list is None:
            continue
        text = citation.paragraph.text
        head = citation.head if citation.head >= 0 else citation.start
        end = text.rfind(closing, 0, head)
        if end < 0 or joint.fullmatch(text, end + 1, head) is None:
            continue
        start = _opening(text, end, opening, closing)
        if start < 0 or introduction.search(text[:start]) is None:
            continue
        # The title may be that of any resolution named after it.
        named = [item for item in citation.list.items if item.start >= citation.start]
        titles = _registered(draft, named, first=True)
        if titles:
            yield from _another_title(draft, citation, start + 1, end, titles)


def _opening(text: str, place: int, opening: str, closing: str) -> int:
    """Where the mark stands that the one at `place` closes, -1 for nowhere."""
    depth = 0
    for position in range(place, -1, -1):
        if text[position] == closing:
            depth += 1
        elif text[position] == opening:
            depth -= 1
            if not depth:
                return position
    return -1


def _another_title(
    draft: Draft, citation: Citation, start: int, end: int, titles: list[str]
) -> Iterator[Finding]:
    """The title between two marks, if it is not one of these; the fix writes the last one."""
    paragraph, text = citation.paragraph, citation.paragraph.text
    while start < end and text[start] in SPACES:
        start += 1
    while end > start and text[end - 1] in SPACES:
        end -= 1
    written = text[start:end]
    if _plain(written) not in map(_plain, titles):
        title = _with_inner_marks(titles[-1], draft)
        values = {"number": citation.number.text, "title": title, "written": written}
        yield paragraph.finding(start, end, values, (paragraph.edit(start, end, title),))


def _with_inner_marks(title: str, draft: Draft) -> str:
    """A title as it is written between quotation marks: other marks stand inside them."""
    (opening, closing), (first, last), *_ = draft.vocabulary.forms["quotation"]
    if opening not in title:
        return title
    return re.sub(rf"\s*{closing}", last, re.sub(rf"{opening}\s*", first, title))


def _registered(draft: Draft, cited: list[Citation], *, first: bool = False) -> list[str]:
    """The titles that the registry has for resolutions, that of the one beside the title last.

    That is the last of them, or the `first`; none where the registry lacks it, or any after it.
    """
    entries = [draft.registry.find(each.organ, each.number.key) for each in cited]
    titles = [entry.title(draft.language) if entry is not None else "" for entry in entries]
    if first:
        titles.reverse()
        return titles if all(titles) else []
    return [title for title in titles if title] if titles[-1] else []


def _plain(title: str) -> str:
    """A title without what typing and recovery change."""
    return fold(title).casefold().translate(_NO_MARKS).replace(" ", "").rstrip(".")
