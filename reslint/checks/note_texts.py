"""What notes say: how they start and end, how they cite, Ibid., italics over a symbol."""

from __future__ import annotations

import re

from reslint.checks.endings import note_ends_wrong
from reslint.citations.organs import may_be_of_another, owner
from reslint.data.patterns import expression
from reslint.facts.endings import positions
from reslint.facts.notes import numberings
from reslint.language.symbols import without_additions
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import CLOSING_QUOTES, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.blocks.model import Emphasis
    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Note, Paragraph
    from reslint.facts.notes import Numbering


_SYMBOL = expression(
    r"(?<![A-Za-z0-9/.\-\u2011])[A-Z][A-Za-z0-9.]*(?:[/\-\u2011][A-Za-z0-9.]+)*/[A-Za-z0-9./()\u2011-]*[0-9)]"
)
_IN_PARENTHESES = expression(r"\([A-Z][A-Za-z0-9.]*/[^()]*\)")
_PARTS = str.maketrans("；؛", ";;")
_SOURCE = expression(r"[0-9]/|://|www\.|[“«”《\"]|[^\W\d_]{4,}\s+(?:[^\W\d_]+\s+){2,}[^\W\d_]{4,}")
_CLOSING_TAGS = expression(r"(?:</[a-z]+>)+")
_compiled: dict[str, re.Pattern[str]] = {}


def _pattern(draft: Draft, name: str) -> re.Pattern[str] | None:
    """A pattern of the language's `notes`, None where the language has none."""
    written = _forms(draft).get(name)
    if not written:
        return None
    found = _compiled.get(written)
    if found is None:
        found = _compiled[written] = expression(written, re.IGNORECASE)
    return found


def _forms(draft: Draft) -> dict[str, Any]:
    forms: dict[str, Any] = draft.vocabulary.forms.get("notes", {})
    return forms


def ending(draft: Draft, _: Rule) -> Iterator[Finding]:
    """A note that starts with a small letter, or does not end with a full stop."""
    if not _forms(draft).get("stops"):
        return
    for note in draft.notes:
        paragraph = note.paragraph
        text = paragraph.text.rstrip(INVISIBLE)
        if not text:
            values = {"number": note.number, "found": ""}
            yield Finding(*note.number_span, paragraph.place, values, variant="empty")
            continue
        yield from _start(draft, note, text)
        if not note_ends_wrong(draft, paragraph) or _goes_on_below(draft, paragraph, text):
            continue
        last = text.rstrip(CLOSING_QUOTES + INVISIBLE)[-1:] or text[-1]
        values = {"number": note.number, "found": last}
        yield paragraph.finding(
            len(text) - 1, len(text), values, (_stopped(draft, paragraph, text),)
        )


def _goes_on_below(draft: Draft, paragraph: Paragraph, text: str) -> bool:
    """Whether a note without mark goes on in small letters in the paragraph below it.

    Text copied from a page may have a blank line behind each line.
    """
    if not text[-1].isalnum():
        return False
    below = draft.paragraphs[positions(draft)[paragraph] + 1 :][:1]
    return any(one.label is None and one.text[:1].islower() for one in below)


def _start(draft: Draft, note: Note, text: str) -> Iterator[Finding]:
    capitals = _forms(draft).get("small_start")
    lead = len(text) - len(text.lstrip(INVISIBLE + "“‘\"'«([*"))
    if capitals is None or not text[lead : lead + 1].islower():
        return
    word = text[lead:].split(None, 1)[0]
    allowed = _pattern(draft, "small_start")
    # `eLearning`, `document.pdf`, `iso/9001` are names as they are written.
    if (allowed and allowed.match(text, lead)) or not word.rstrip(".,;:").isalpha():
        return
    if not word.rstrip(".,;:").islower():
        return
    paragraph = note.paragraph
    start, end = paragraph.source_span(lead, lead + len(word.rstrip(".,;:")))
    edit = paragraph.edit(lead, lead + 1, text[lead].upper())
    values = {"number": note.number, "found": word.rstrip(".,;:")}
    yield Finding(start, end, paragraph.place, values, (edit,), variant="start")


def _stopped(draft: Draft, paragraph: Paragraph, text: str) -> Edit:
    """The edit that gives a note its full stop."""
    forms = _forms(draft)
    stop: str = forms["stops"][0]
    if text[-1] in ",;，；،؛、.":  # a point is not a full stop in Chinese
        return paragraph.edit(len(text) - 1, len(text), stop)
    where = paragraph.plain.source_end(len(text))
    ends = [link.source[1] for link in paragraph.links if link.end == len(text)]
    ends += [piece.closing[1] for piece in paragraph.emphases if piece.end == len(text)]
    where = max(where, *ends, 0)
    # `n<sup>o</sup>` and the like: a tag that closes after the last character stays closed.
    source = draft.source.text
    tag = _CLOSING_TAGS.match(source, where)
    where = tag.end() if tag else where
    return Edit(where, where, stop)


def form(draft: Draft, _: Rule) -> Iterator[Finding]:
    """The article after See, the organ that is not named, the annex before the organ."""
    for note in draft.notes:
        paragraph = note.paragraph
        text = paragraph.text
        cites = draft.vocabulary.may_match("note_resolution", text)
        article = _pattern(draft, "see_article") if cites else None
        for match in article.finditer(text) if article else ():
            yield _with_article(note, match)
        names_annex = cites and draft.vocabulary.may_match("annex", text)
        annex = _pattern(draft, "annex_first") if names_annex else None
        swapped = [_swapped(draft, note, match) for match in annex.finditer(text)] if annex else []
        yield from swapped
        resolution = _pattern(draft, "resolution") if cites else None
        if resolution is not None and not swapped:
            yield from _unnamed(draft, note, resolution)
        yield from _own_organ_named(draft, note)


def _with_article(note: Note, match: re.Match[str]) -> Finding:
    paragraph = note.paragraph
    start, end = match.span("article")
    said = paragraph.text[match.start() : end].rstrip()
    edit = paragraph.edit(start, end, "")
    values = {"number": note.number, "match": said}
    return paragraph.finding(
        match.start(), match.start() + len(said), values, (edit,), variant="article"
    )


def _swapped(draft: Draft, note: Note, match: re.Match[str]) -> Finding:
    """The finding of an annex that stands before the organ."""
    paragraph = note.paragraph
    start, end = paragraph.source_span(match.start("annex"), match.end("organ"))
    written = draft.source.text[start:end]
    edits: tuple[Edit, ...] = ()
    if written == paragraph.text[match.start("annex") : match.end("organ")]:
        edits = (Edit(start, end, match["organ"] + match["annex"]),)
    values = {"number": note.number, "match": match["organ"].strip()}
    return Finding(start, end, paragraph.place, values, edits, variant="annex")


def _own_organ_named(draft: Draft, note: Note) -> Iterator[Finding]:
    """A note that names the draft's own organ with its resolution: the number is enough."""
    forms = _forms(draft)
    organ = draft.organ
    if any(each.organ != organ for each in draft.resolutions):
        return  # a draft within another organ's: its notes name the organ
    name: str = forms.get("organ_names", {}).get(organ, "")
    written: str = forms.get("own", "")
    text = note.paragraph.text
    if not name or not written or organ not in forms.get("own_of", ()):
        return
    if name.replace("'", " ").split()[-1] not in text:
        return
    named = re.escape(name).replace("'", "['’]").replace("\\ ", r"\s")
    for match in re.finditer(written.replace("{organ}", named), text):
        start, end = match.span("organ")
        values = {"number": note.number, "match": match["organ"].strip()}
        edits = [note.paragraph.edit(start, end, "")]
        letter = match.groupdict().get("letter")
        if letter:
            edits.append(note.paragraph.edit(*match.span("letter"), letter.upper()))
        elif "word" in match.groupdict():  # the word that loses the organ takes another form
            edits.append(note.paragraph.edit(*match.span("word"), forms["own_word"]))
        yield note.paragraph.finding(start, end, values, tuple(edits), variant="own")


def _unnamed(draft: Draft, note: Note, pattern: re.Pattern[str]) -> Iterator[Finding]:
    paragraph = note.paragraph
    text = paragraph.text
    organ = draft.organ
    # A note of a nested draft speaks as the organ of that draft.
    if note.markers and note.markers[0][0].resolution is not None:
        organ = note.markers[0][0].resolution.organ
    if not may_be_of_another(text, organ):
        return
    for match in pattern.finditer(text):
        if match["named"]:
            continue
        whose = owner(match["number"], organ, draft.masthead.session)
        if whose is None:
            continue
        values = {"number": note.number, "match": match["number"]}
        edits = _named(draft, note, match, whose) if _is_alone(match, text) else ()
        yield paragraph.finding(match.start("word"), match.end("numbers"), values, edits)


def _is_alone(match: re.Match[str], text: str) -> bool:
    """Whether the note cites no other resolution, whose organ would stay in doubt."""
    return text.casefold().count(match["word"].casefold().rstrip("s")) == 1


def _named(draft: Draft, note: Note, match: re.Match[str], whose: str) -> tuple[Edit, ...]:
    """The edit that names the organ, none where the number does not tell which it is."""
    forms = _forms(draft)
    name: str = forms.get("organ_names", {}).get(whose, "")
    if not name:
        return ()
    paragraph = note.paragraph
    if "’" in draft.source.text:
        name = name.replace("'", "’")
    if forms.get("organ_place") == "before":
        start = match.start("word")
        joint = forms.get("organ_joint", " ")
        return (paragraph.edit(start, start + 1, f"{name}{joint}{match['word'][0].lower()}"),)
    where = paragraph.plain.source_end(match.end("numbers"))
    return (Edit(where, where, f" {name}"),)


def ibid(draft: Draft, _: Rule) -> Iterator[Finding]:
    """Ibid. that points to nothing, or to a note with several sources."""
    pattern = _pattern(draft, "ibid")
    if pattern is None:
        return
    for numbering in numberings(draft):
        yield from _ibid(numbering, pattern)


def _ibid(numbering: Numbering, pattern: re.Pattern[str]) -> Iterator[Finding]:
    by_number = {numbering.number(note): note for note in numbering.notes}
    for place, note in enumerate(numbering.notes):
        text = note.paragraph.text
        lead = len(text) - len(text.lstrip(INVISIBLE))
        match = pattern.match(text, lead)
        if match is None:
            continue
        before = numbering.notes[place - 1] if place else None
        number = numbering.number(note)
        if number.isdecimal():
            # Where the note before is lost, or out of its place, nobody can tell.
            by_order = by_number.get(str(int(number) - 1))
            if by_order is not before or (before is None and number != "1"):
                continue
        values = {"number": note.number, "before": before.number if before else ""}
        if before is None:
            yield note.paragraph.finding(*match.span(), values, variant="first")
        elif _has_several_sources(before.paragraph.text):
            yield note.paragraph.finding(
                *match.span(),
                values,
                related=((*before.number_span, "several"),),
            )


def _has_several_sources(text: str) -> bool:
    """Whether a note cites several documents: after a semicolon, or by different symbols.

    After a semicolon another part of the same document may stand: `chap. V, sect. C`.
    """
    if any(_is_source(part) for part in text.translate(_PARTS).split(";")[1:]):
        return True
    documents = set()
    for match in _SYMBOL.finditer(text):
        symbol = match[0] if "(" in match[0] else match[0].rstrip(")")
        documents.add(without_additions(symbol))
    return len(documents) > 1


def _is_source(part: str) -> bool:
    """Whether a part of a note names a document: its number or title, or several long words."""
    return _SOURCE.search(part) is not None


def emphasis(draft: Draft, _: Rule) -> Iterator[Finding]:
    """Italics of an Official Records reference that cover the symbol in parentheses."""
    pattern = _pattern(draft, "official_records")
    if pattern is None or not draft.emphasis_known:
        return
    for note in draft.notes:
        paragraph = note.paragraph
        if not paragraph.emphases:
            continue
        records = pattern.search(paragraph.text)
        if records is None:
            continue
        for match in _IN_PARENTHESES.finditer(paragraph.text, records.end()):
            for piece in paragraph.emphases:
                if piece.start < match.end() - 1 and piece.end > match.start() + 1:
                    edits = _narrowed(draft, paragraph, piece, match.start())
                    values = {"symbol": match[0][1:-1]}
                    yield paragraph.finding(*match.span(), values, edits)
                    break


def series_emphasis(draft: Draft, _: Rule) -> Iterator[Finding]:
    """The title of a series of publications that no emphasis sets apart."""
    pattern = _pattern(draft, "series")
    if pattern is None or not draft.emphasis_known:
        return
    for note in draft.notes:
        paragraph = note.paragraph
        if paragraph.stray:
            continue  # marks of emphasis that take no effect: TYPO008
        if not draft.vocabulary.may_match("series", paragraph.text):
            continue
        for match in pattern.finditer(paragraph.text):
            start, end = match.span()
            if any(piece.start < end and start < piece.end for piece in paragraph.emphases):
                continue
            if any(link.start <= start < link.end for link in paragraph.links):
                continue
            if not any(each.emphases for each in draft.look_beyond(paragraph).paragraphs):
                return  # emphasis was lost on the way here, as FORM001 and LEAD002 say
            first, last = paragraph.source_span(start, end)
            edits: tuple[Edit, ...] = ()
            if draft.source.text[first:last] == match[0]:
                edits = (Edit(first, first, "*"), Edit(last, last, "*"))
            yield Finding(first, last, paragraph.place, {"title": match[0]}, edits)


def _narrowed(draft: Draft, paragraph: Paragraph, piece: Emphasis, symbol: int) -> tuple[Edit, ...]:
    """The edits that close an emphasis before the symbol (or take it off the symbol alone)."""
    end = len(paragraph.text[:symbol].rstrip(INVISIBLE))
    if end <= piece.start:
        return (Edit(*piece.opening, ""), Edit(*piece.closing, ""))
    where = paragraph.plain.source_end(end)
    mark = draft.source.text[slice(*piece.closing)]
    return (Edit(where, where, mark), Edit(*piece.closing, ""))
