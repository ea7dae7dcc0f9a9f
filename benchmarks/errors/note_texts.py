"""Errors in the text of notes: start and end, citations, Ibid., italics over a symbol."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.view import cut, is_ibid, put
from reslint.text.diagnostics import Edit
from reslint.text.folding import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import View
    from reslint.draft.model import Note, Paragraph

_FOLDED = str.maketrans("’\u00a0", "' ")
_ONE_RESOLUTION = re.compile(r"[0-9]/[0-9]|[0-9] ?\([0-9]{4}\)")
_IN_PARENTHESES = re.compile(r" ?\([A-Z][A-Za-z0-9.]*/[^()]*\)")


def ibid_wordings(view: View) -> Iterator[str]:
    """The wordings of notes that consist of Ibid. alone, with mark-up."""
    for note in view.draft.notes:
        if is_ibid(view, note) and len(note.paragraph.text.strip()) < 12:
            yield view.text[slice(*note.paragraph.source_span(0, len(note.paragraph.text)))]


@error_kind("NOTE006", "no-stop")
def no_stop(view: View, _: Random) -> Iterator[InjectedError]:
    for note in view.draft.notes:
        paragraph = note.paragraph
        end = len(paragraph.text.rstrip(INVISIBLE))
        if paragraph.text[end - 1 : end] == view.mark("stop") and end > 3:
            stop = paragraph.source_span(end - 1, end)
            if paragraph.text[end - 2].isalnum() or paragraph.text[end - 2] == ")":
                place = paragraph.source_span(end - 2, end)
                yield InjectedError([cut(*stop)], [place], paragraph=paragraph.place)


@error_kind("NOTE006", "small-letter")
def small_start(view: View, _: Random) -> Iterator[InjectedError]:
    for note in view.draft.notes:
        paragraph = note.paragraph
        match = re.match(r"[^\W\d_]{2,}(?=[\s.,])", paragraph.text)
        if match and match[0].istitle() and match[0].lower() != match[0]:
            edit = Edit(*paragraph.source_span(0, 1), match[0][0].lower())
            yield InjectedError([edit], [edit], paragraph=paragraph.place)


def _articles(view: View) -> list[str]:
    """The articles with which the names of organs begin."""
    lines = [entry["line"] for entry in view.forms["organs"].values()]
    lines += view.forms.get("other_organs", [])
    return list(dict.fromkeys(line.split()[0].lower() for line in lines if " " in line))


@error_kind("NOTE007", "article")
def article(view: View, _: Random) -> Iterator[InjectedError]:
    """Add or drop the article after the word for `see`, as the language's pattern requires."""
    notes = view.forms.get("notes", {})
    written = notes.get("see_article")
    if not written:
        return
    pattern = re.compile(written, re.IGNORECASE)
    for note in view.draft.notes:
        paragraph = note.paragraph
        for gap in re.finditer(r"(?<=[^\W\d_]) (?=[^\W\d_])", paragraph.text[:40]):
            at = gap.end()
            for word in _articles(view):
                changed = f"{paragraph.text[:at]}{word} {paragraph.text[at:]}"
                match = pattern.match(changed)
                if match and match.start("article") == at:
                    edit = put(paragraph.source_span(at, at + 1)[0], word + " ")
                    yield InjectedError([edit], [edit], paragraph=paragraph.place)
                    break


def _organ_named(view: View, note: Note) -> tuple[int, int] | None:
    """The span of another organ's name in a note that cites one resolution.

    Another organ than that of the (nested) resolution that holds the marker.
    """
    notes = view.forms.get("notes", {})
    paragraph = note.paragraph
    own = view.organ(note.markers[0][0]) if note.markers else view.draft.organ
    if len(_ONE_RESOLUTION.findall(paragraph.text)) != 1:
        return None
    folded = paragraph.text.translate(_FOLDED)
    for organ, name in notes.get("organ_names", {}).items():
        if organ != own and organ in ("GA", "ECOSOC", "HRC"):
            at = folded.find(name)
            if at >= 0:
                return at, at + len(name)
    return None


@error_kind("NOTE007", "organ-left-out")
def organ_left_out(view: View, _: Random) -> Iterator[InjectedError]:
    """Drop the organ's name from a citation of another organ's resolution."""
    before = view.forms.get("notes", {}).get("organ_place") == "before"
    for note in view.draft.notes:
        paragraph = note.paragraph
        found = _organ_named(view, note)
        if found is None:
            continue
        start, end = found
        if before:
            rest = paragraph.text[end:]
            if not re.match(r"(?:\s+[^\W\d_]+\s+|第\s?)[0-9]", rest):
                continue
            end += len(rest) - len(rest.lstrip())
            edits = [cut(*paragraph.source_span(start, end))]
            if start == 0:
                capital = paragraph.text[end].upper()
                edits.append(Edit(*paragraph.source_span(end, end + 1), capital))
            number = re.compile(r"[0-9]\S*").search(paragraph.text, end)
            last = number.end() if number else end + 1
            place = paragraph.source_span(end, last)
        else:
            if not paragraph.text[:start].rstrip()[-1:].isdecimal():
                continue
            first = len(paragraph.text[:start].rstrip())
            edits = [cut(*paragraph.source_span(first, end))]
            words = paragraph.text[:first].rsplit(None, 2)
            begin = len(words[0]) + 1 if len(words) > 2 else 0
            place = paragraph.source_span(begin, first)
        yield InjectedError(edits, [place], paragraph=paragraph.place)


@error_kind("NOTE007", "annex-before-organ")
def annex_first(view: View, _: Random) -> Iterator[InjectedError]:
    annex = view.words.pattern("annex")
    if view.forms.get("notes", {}).get("organ_place") != "after" or annex is None:
        return
    for note in view.draft.notes:
        text = note.paragraph.text
        found = _organ_named(view, note)
        part = re.compile(r", (?P<annex>[^\W\d_]+(?: [IVX]+)?)(?=[.,])")
        match = part.match(text, found[1]) if found else None
        if found and match and annex.fullmatch(match["annex"]):
            start = len(text[: found[0]].rstrip())
            if text[start - 1].isdecimal():
                name = text[found[0] : found[1]]
                edit = Edit(*note.paragraph.source_span(start, match.end()), f"{match[0]}, {name}")
                yield InjectedError([edit], [edit], paragraph=note.paragraph.place, restores=False)


def _text_span(paragraph: Paragraph) -> tuple[int, int]:
    """The source span of a note's text, with mark-up at both ends."""
    start, end = paragraph.source_span(0, len(paragraph.text.rstrip(INVISIBLE)))
    for piece in paragraph.emphases:
        start, end = min(start, piece.opening[0]), max(end, piece.closing[1])
    return start, max(end, paragraph.blocks[0].end)


@error_kind("NOTE009", "first-note")
def ibid_first(view: View, random: Random) -> Iterator[InjectedError]:
    notes = [note for note in view.draft.notes if note.number == "1"]
    if len(notes) == 1 and view.shared.ibid and len(notes[0].paragraph.blocks) == 1:
        edit = Edit(*_text_span(notes[0].paragraph), random.choice(view.shared.ibid))
        yield InjectedError([edit], [edit], paragraph=notes[0].paragraph.place)


@error_kind("NOTE009", "several-sources")
def ibid_after_several(view: View, random: Random) -> Iterator[InjectedError]:
    """Add a second document to the note before an Ibid."""
    by_number = {note.number: note for note in view.draft.notes}
    sources = [
        paragraph.text.rstrip(INVISIBLE)[:-1]
        for paragraph in (note.paragraph for note in view.draft.notes)
        if re.fullmatch(r"[A-Z]/[A-Z0-9/.]+\.", paragraph.text.rstrip(INVISIBLE))
    ]
    for note in view.draft.notes:
        if not is_ibid(view, note) or not note.number.isdecimal():
            continue
        before = by_number.get(str(int(note.number) - 1))
        if before is None or is_ibid(view, before) or not sources:
            continue
        mark, span = view.final(before.paragraph)
        other = random.choice(sources)
        if mark == view.mark("stop") and other not in before.paragraph.text:
            edit = put(span[0], f"{view.spaced('semicolon')} {other}")
            place = note.paragraph.source_span(0, len(note.paragraph.text))
            yield InjectedError([edit], [place], paragraph=note.paragraph.place)


@error_kind("NOTE011", "italics-over-symbol")
def italics_over_symbol(view: View, _: Random) -> Iterator[InjectedError]:
    written = view.forms.get("notes", {}).get("official_records")
    if not written:
        return
    pattern = re.compile(written, re.IGNORECASE)
    for note in view.draft.notes:
        paragraph = note.paragraph
        for piece in paragraph.emphases:
            match = _IN_PARENTHESES.match(paragraph.text, piece.end)
            if match and pattern.search(paragraph.text[: piece.end]):
                place = paragraph.plain.source_end(match.end())
                mark = view.text[slice(*piece.closing)]
                edits = [cut(*piece.closing), put(place, mark)]
                span = paragraph.source_span(*match.span())
                yield InjectedError(edits, [span], paragraph=paragraph.place)
