"""How dates are written, and what joins them to the number of a resolution."""

from __future__ import annotations

from collections import Counter

from reslint.checks.numeric_dates import english, is_of_page, numeric
from reslint.citations.dates import raised_marks, spaces_in, write_date
from reslint.citations.finder import citations
from reslint.citations.number_dates import EXCUSED_REACH
from reslint.draft.model import MASTHEAD
from reslint.facts.exempt_zones import is_quoted
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import INVISIBLE, SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.citations.grammar import Grammar
    from reslint.citations.model import Citation, DateMention
    from reslint.draft.model import Draft, Paragraph


_VARIANTS = {"year_gap": "gap"}  # where a message is not called like the fault
_TAIL_REACH = 160  # characters after a date in which one word may serve several dates


def joint(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """The wording between a number (or its organ) and the date."""
    found = citations(draft)
    grammar = found.grammar
    if grammar is None:
        return
    for citation in found.citations:
        date = citation.date
        if citation.dated or date is None or date.late:
            continue
        paragraph = citation.paragraph
        text = paragraph.text
        start, end = citation.gap
        if "date_before" in grammar.forms:
            yield from _misplaced(citation, date, grammar.forms["date_write"])
            continue
        # "on" is right where the adoption is spoken of.
        if grammar.pattern("date_excused").fullmatch(text, start, end):
            excuse = grammar.pattern("date_excuse")
            assert citation.list is not None
            head = citation.list.items[0].start  # the word for adoption stands before the list
            if excuse.search(text, max(head - EXCUSED_REACH, 0), date.start):
                continue
        right = grammar.forms["date_write_after" if citation.after_organ else "date_write"]
        edits = [paragraph.edit(start, end, right)]
        if text[start:end].strip() == "(":
            if text[date.end : date.end + 1] != ")":
                continue  # more than the date stands in the parentheses
            edits.append(paragraph.edit(date.end, date.end + 1, ""))
        values = {
            "written": text[start : date.end].strip(SPACES + ",("),
            # With its comma, which may be all that is missing. A date whose form is reported apart
            # is left out: it would be shown as right.
            "right": (right + ("…" if _faults(grammar, date) else date.text)).strip(),
            "number": citation.number.text,
        }
        yield paragraph.finding(
            *_shown(citation, date),
            values,
            () if _has_markup(paragraph, start, end) else tuple(edits),
        )


def _misplaced(citation: Citation, date: DateMention, template: str) -> Iterator[Finding]:
    """A date after word and number where the language has it before them."""
    paragraph, text = citation.paragraph, citation.paragraph.text
    start, end = citation.gap
    bracket = text[: date.start].rstrip()[-1:] in ("(", "（")
    closing = date.end
    if bracket:
        if text[closing : closing + 1] not in (")", "）"):
            return  # more than the date stands in the parentheses
        closing += 1
    first = start + len(text[start:end].rstrip(SPACES + "(（，,"))
    place = paragraph.plain.source_start(citation.head)
    edits = (Edit(place, place, date.text), paragraph.edit(first, closing, ""))
    values = {
        "written": text[first:closing],
        "right": template.format(date=date.text, number=citation.number.text),
        "number": citation.number.text,
    }
    movable = citation.head >= 0 and not _has_markup(paragraph, citation.head, closing)
    yield paragraph.finding(first, closing, values, edits if movable else ())


def _has_markup(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether note markers stand in a span: a fix would lose them."""
    return any(start <= marker.at <= end for marker in paragraph.markers)


def _shown(citation: Citation, date: DateMention) -> tuple[int, int]:
    """The joint with its date, spaces before it left out."""
    start = citation.gap[0]
    text = citation.paragraph.text
    while start < date.start and not text[start].strip():
        start += 1
    return start, date.end


def form(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Dates in another form than the language's."""
    found = citations(draft)
    grammar = found.grammar
    if grammar is None or not grammar.settings.get("write"):
        return
    yield from numeric(draft, grammar)
    yield from english(draft, grammar)
    for date in found.dates:
        faults = _faults(grammar, date)
        if not faults:
            continue
        paragraph = date.paragraph
        if is_quoted(paragraph, draft, date.start) or _is_in_capitals(date):
            continue
        if is_of_page(draft, paragraph, grammar):
            continue
        # How the other dates of the draft are written decides what is right.
        whole = draft.look_beyond(paragraph, "dates")
        first = _first_suffix(draft, grammar)
        edits = _corrections(grammar, date, faults, first, _spaces(citations(whole).dates))
        values = {"written": date.text, "right": _applied(date, edits)}
        source = tuple(
            Edit(*_withraised_marks(draft, *_place(paragraph, start, end)), text)
            for start, end, text in edits
        )
        yield paragraph.finding(
            date.start,
            date.end,
            values,
            source,
            variant=_VARIANTS.get(faults[0], faults[0]) if len(faults) == 1 else None,
        )


def _is_in_capitals(date: DateMention) -> bool:
    """Whether a date is in capitals as its whole line is."""
    text = date.paragraph.text
    month = date.parts.get("month")
    return month is not None and text[slice(*month)].isupper() and text.isupper()


def _faults(grammar: Grammar, date: DateMention) -> list[str]:
    """What is wrong with the form of a date."""
    text = date.paragraph.text
    parts = date.parts
    if date.late:
        return ["late"]
    faults = []
    suffix = grammar.settings.get("first", "")
    ordinal = text[slice(*parts["ordinal"])] if "ordinal" in parts else ""
    if ordinal != (suffix if date.date[2] == 1 else ""):
        faults.append("ordinal" if ordinal else "first")
    if "of" in parts:
        faults.append("of")
    # The print of the masthead has its own short forms (26 febrero–5 abril 2024).
    printed = date.paragraph.part == MASTHEAD
    if text[parts["day"][0]] == "0" and not printed:
        faults.append("zero")
    gaps = [] if printed else _wrong_gaps(grammar, date)
    if "gap" in gaps:
        faults.append("gap")
    month = text[slice(*parts["month"])]
    right = grammar.right_names[date.date[1] - 1]
    if month.istitle() and right.islower() and "year" not in parts:
        return faults  # « le 1er Mai », a holiday
    if grammar.right_month is not None:
        if grammar.right_month.fullmatch(month) is None:
            faults.append("name")
    elif month != right:
        faults.append("month" if month.casefold() == right.casefold() else "name")
    elif "dot" in parts:
        faults.append("name")
    if "comma" in parts:
        faults.append("comma")
    if "year_gap" in gaps:
        faults.append("year_gap")
    if not printed and _lacks_tail(grammar, date):
        faults.append("tail")
    if not printed and _is_short_tail(grammar, date):
        faults.append("short_tail")
    return faults


def _wrong_gaps(grammar: Grammar, date: DateMention) -> list[str]:
    """The gaps between day, month and year that lack the words the language has there."""
    right: list[str] = grammar.settings.get("gaps", [])
    if not right or "year" not in date.parts:
        return []
    text = date.paragraph.text
    return [
        part
        for part, gap in zip(("gap", "year_gap"), right, strict=True)
        if part in date.parts and " ".join(text[slice(*date.parts[part])].split()) != gap.strip()
    ]


def _lacks_tail(grammar: Grammar, date: DateMention) -> bool:
    """Whether the word after the year is missing, and no later one serves this date as well."""
    if not grammar.settings.get("tail") or "year" not in date.parts or "tail" in date.parts:
        return False
    excused = grammar.pattern("tail_excused")
    text = date.paragraph.text
    return excused.match(text, date.end, date.end + _TAIL_REACH) is None


def _is_short_tail(grammar: Grammar, date: DateMention) -> bool:
    """Whether the word after the year is abbreviated."""
    short = grammar.settings.get("short_tail")
    tail = date.parts.get("tail")
    return tail is not None and short == date.paragraph.text[slice(*tail)].strip()


def _first_suffix(draft: Draft, grammar: Grammar) -> str:
    """What follows the first of the month, in the draft's own notation (`er`, `<sup>er</sup>`)."""
    suffix: str = grammar.settings.get("first", "")
    raised, plain, others = raised_marks(draft.source.text, suffix)
    # Where no other first of a month tells, other raised marks do.
    if suffix and (raised > plain or (raised == plain and others)):
        return f"<sup>{suffix}</sup>"
    return suffix


def _spaces(dates: list[DateMention]) -> tuple[str, str] | None:
    """The spaces that the draft mostly puts after the day and after the month."""
    counted = Counter(spaces_in(dates))
    return max(counted, key=lambda pair: counted[pair]) if counted else None


_WORDS_AROUND = ("gap", "year_gap", "tail")
"""The parts of a date whose words are in small letters when the month is."""


def _corrections(
    grammar: Grammar,
    date: DateMention,
    faults: list[str],
    first: str,
    spaces: tuple[str, str] | None,
) -> list[tuple[int, int, str]]:
    """Replacements of plain spans that correct a date, in order."""
    parts, text = date.parts, date.paragraph.text
    month = grammar.right_names[date.date[1] - 1]
    if date.late:
        own = text[max(parts["month"][1], parts.get("dot", (0, 0))[1])]
        one, two = spaces or (own, own)
        suffix = first if date.date[2] == 1 else ""
        year = text[slice(*parts["year"])]
        before, after = grammar.settings["write"].replace(" ", one).split("{month}")
        written = (before + month + after.replace(one, two)).format(
            day=f"{date.date[2]}{suffix}", year=year
        )
        return [(date.start, date.end, written)]
    edits: list[tuple[int, int, str]] = []
    for fault in faults:
        if fault == "ordinal":
            edits.append((*parts["ordinal"], first if date.date[2] == 1 else ""))
        elif fault == "first":
            edits.append((parts["day"][1], parts["day"][1], first))
        elif fault == "zero":
            edits.append((parts["day"][0], parts["day"][0] + 1, ""))
        elif fault in ("month", "name"):
            start, end = parts["month"]
            edits.append((start, parts.get("dot", (0, end))[1], month))
            edits += [
                (*parts[part], text[slice(*parts[part])].lower())
                for part in _WORDS_AROUND
                if part in parts and part not in faults and text[slice(*parts[part])].isupper()
            ]
        elif fault in ("gap", "year_gap"):
            start, end = parts[fault]
            gap = grammar.settings["gaps"][fault == "year_gap"]
            edits.append((start, end, text[start] + gap[1:]))
        elif fault == "tail":
            end = parts["year"][1]
            space = text[parts["year"][0] - 1]
            edits.append((end, end, space + grammar.settings["tail"]))
        elif fault == "short_tail":
            start, end = parts["tail"]
            # The stop of the abbreviation may have ended the sentence as well.
            stop = "." if not text[end:].strip(INVISIBLE) else ""
            edits.append((start, end, text[start] + grammar.settings["tail"] + stop))
        else:
            edits.append((*parts[fault], ""))
    return sorted(edits)


def _applied(date: DateMention, edits: list[tuple[int, int, str]]) -> str:
    """A date's text with replacements made."""
    text = date.paragraph.text
    pieces, place = [], date.start
    for start, end, replacement in edits:
        pieces += [text[place:start], replacement]
        place = end
    return "".join([*pieces, text[place : date.end]]).replace("<sup>", "").replace("</sup>", "")


def _place(paragraph: Paragraph, start: int, end: int) -> tuple[int, int]:
    """A source span; an insertion goes right after the character before it."""
    if start == end:
        edge = paragraph.plain.source_end(start)
        return edge, edge
    return paragraph.source_span(start, end)


def redate(
    draft: Draft, grammar: Grammar, date: DateMention, right: tuple[int, int, int]
) -> tuple[Edit, ...]:
    """Edits that change of a date only what is wrong: the spaces stay as they are."""
    if date.late:
        return (date.paragraph.edit(date.start, date.end, write_date(grammar, right)),)
    edits = []
    paragraph, parts = date.paragraph, date.parts
    if right[2] != date.date[2]:
        start, end = parts["day"][0], parts.get("ordinal", parts["day"])[1]
        first = grammar.settings.get("first", "") if right[2] == 1 else ""
        span = _withraised_marks(draft, *paragraph.source_span(start, end))
        edits.append(Edit(*span, f"{right[2]}{first}"))
    if right[1] != date.date[1] and right[1] <= len(grammar.right_names):
        span = paragraph.source_span(*parts["month"])
        edits.append(Edit(*span, grammar.right_names[right[1] - 1]))
    if right[0] != date.date[0]:
        edits.append(paragraph.edit(*parts["year"], str(right[0])))
    return tuple(edits)


def _withraised_marks(draft: Draft, start: int, end: int) -> tuple[int, int]:
    """A source span with the marks of raised letters (`<sup>er</sup>`) at its edges, if any."""
    text = draft.source.text
    inside = text[start:end]
    opened = inside.count("<sup>") > inside.count("</sup>")
    if not opened and text.endswith("<sup>", 0, start) and text.startswith("</sup>", end):
        return start - len("<sup>"), end + len("</sup>")
    if opened and text.startswith("</sup>", end):
        return start, end + len("</sup>")
    return start, end
