"""What stands between the numbers of a list, and the word that belongs before a number."""

from __future__ import annotations

from reslint.citations.finder import citations
from reslint.citations.numbers import numbers
from reslint.data.patterns import expression
from reslint.draft.model import NOTE, OPERATIVE, PREAMBLE
from reslint.facts.exempt_zones import is_quoted
from reslint.language.organ_names import OTHER
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.citations.grammar import Grammar
    from reslint.citations.model import Citation, CitationList
    from reslint.draft.model import Draft


def separator_missing(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Two numbers of a list with nothing but a space between them."""
    found = citations(draft)
    grammar = found.grammar
    if grammar is None or not grammar.forms.get("list_mark") or draft.organ == OTHER:
        return  # « la Resolución Nº 36/95 … y la Propuesta Nº 13/98 » of another body
    mark: str = grammar.forms["list_mark"]
    known = {(id(each.paragraph), each.start) for each in found.citations}
    for citation in found.citations:
        paragraph, text = citation.paragraph, citation.paragraph.text
        place = citation.end
        while place < len(text) and text[place] in SPACES:
            place += 1
        if place == citation.end and not grammar.forms.get("unspaced"):
            continue
        word = grammar.pattern("list_word").match(text, place)
        start = word.end() if word else place
        number = grammar.number.match(text, start)
        # A number that a word of its own introduces is another citation.
        if number is None or ((id(paragraph), start) in known and not word):
            continue
        if grammar.pattern("not_an_item").match(text, number.end()):
            continue
        if is_quoted(paragraph, draft, start):
            continue
        # In `第66/2号第67/1号` the unit belongs to the number before it.
        unit = word.end("unit") if word and "unit" in word.re.groupindex else -1
        edge = paragraph.plain.source_end(unit if unit >= 0 else citation.end)
        values = {"number": text[number.start() : number.end()], "before": citation.number.text}
        yield paragraph.finding(*number.span(), values, (Edit(edge, edge, mark),))


def repeated_last(series: CitationList, grammar: Grammar) -> Iterator[Finding]:
    """The word for the last item (`and`) twice in one list of one organ."""
    if not grammar.forms.get("one_last"):
        return
    items = series.items
    first = items[0]
    if not series.close or first.paragraph.part not in (PREAMBLE, OPERATIVE):
        return
    word = grammar.forms["missing_last"].strip()
    several: list[Citation] = []
    for item in items[1:]:
        joint = grammar.joint.fullmatch(item.joint)
        if item.organ != first.organ or item.number.form != first.number.form or joint is None:
            return
        if joint["last"] == word:
            several.append(item)
        elif joint["last"]:
            return  # `to`, `or`, `as well as`: another list begins
    if len(several) < 2 or several[-1] is not items[-1] or len(items) < 4:
        return
    early, late = several[0], several[-1]
    # `resolutions 70/1 and 70/2 of 2015 and 71/3`: those that share a date are one item.
    if any(item.date is None for item in items) and any(item.date for item in items):
        return
    paragraph = early.paragraph
    text = paragraph.text
    spans = [_word_span(text, item, word) for item in several]
    edits = []
    for start, end in spans[:-1]:
        before = text[:start].rstrip(SPACES)
        mark = "" if before.endswith((",", "，", "、")) else grammar.forms["list_mark"].strip()
        edits.append(paragraph.edit(len(before), end, mark))
    yield paragraph.finding(
        spans[-1][0],
        late.number.end,
        {"number": late.number.text, "before": word},
        tuple(edits),
        variant="twice",
        related=((*paragraph.source_span(*spans[0]), "first"),),
    )


def _word_span(text: str, item: Citation, word: str) -> tuple[int, int]:
    """The span of the word before an item."""
    start = text.rindex(word, item.start - len(item.joint), item.start)
    return start, start + len(word)


def word_missing(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A number without the word that must stand before it (`64/292号决议` without 第)."""
    found = citations(draft)
    grammar = found.grammar
    if grammar is None or "wordless" not in grammar.forms:
        return
    word = grammar.forms["number_word"]
    wordless = grammar.pattern("wordless")
    gate = expression(grammar.forms["wordless_gate"])
    known = {(id(each.paragraph), each.start) for each in found.citations}
    for paragraph in found.paragraphs:
        text = paragraph.text
        if paragraph.part not in (PREAMBLE, OPERATIVE, NOTE) or gate.search(text) is None:
            continue
        reported = 0  # the end of the last number found
        for number in numbers(grammar.number, text, grammar.script):
            before = text[: number.start].rstrip(SPACES)
            if (id(paragraph), number.start) in known and before.endswith(word):
                continue
            if not wordless.match(text, number.end):
                continue
            # What follows such a number in a list has no word, either.
            if not (reported and grammar.joint.fullmatch(text, reported, number.start)):
                if grammar.pattern("worded").search(text, 0, number.start):
                    continue
            if number.prefix or is_quoted(paragraph, draft, number.start):
                continue  # special sessions have none: S-30/1号决议 (16 to 1 in adopted texts)
            reported = number.end
            written = text[number.start : number.end]
            values = {"written": written, "right": f"{word}{written}"}
            yield paragraph.finding(number.start, number.end, values, variant="word")
