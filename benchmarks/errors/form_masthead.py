"""Errors above the preamble and below the last paragraph: organ line, title, dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.view import cut, put
from reslint.draft.masthead import split_title
from reslint.draft.model import MASTHEAD
from reslint.text.diagnostics import Edit
from reslint.text.folding import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import View
    from reslint.draft.model import DatedPlace, Paragraph, Resolution


def _lines(view: View) -> Iterator[tuple[Resolution, Paragraph]]:
    for resolution in view.draft.resolutions:
        if resolution.organ_line is not None:
            yield resolution, resolution.organ_line


@error_kind("FORM001", "plain")
def plain_line(view: View, _: Random) -> Iterator[InjectedError]:
    for _resolution, line in _lines(view):
        if len(line.emphases) == 1:
            emphasis = line.emphases[0]
            inside = line.text[emphasis.start : emphasis.end].endswith(view.mark("comma"))
            edits = [cut(*emphasis.opening), cut(*emphasis.closing)]
            place = view.whole(line)
            yield InjectedError(edits, [place], paragraph=line.place, restores=not inside)


@error_kind("FORM001", "no-comma")
def line_without_comma(view: View, _: Random) -> Iterator[InjectedError]:
    for resolution, line in _lines(view):
        mark, span = view.final(line)
        if mark == view.mark("comma") and resolution.preamble:
            around = [e for e in line.emphases if e.opening[1] <= span[0] < e.closing[0]]
            if around and around[0].opening[1] == span[0] and around[0].closing[0] == span[1]:
                span = around[0].opening[0], around[0].closing[1]  # nothing else is emphasized
            place = view.whole(line)
            yield InjectedError([cut(*span)], [place], paragraph=line.place, restores=not around)


def _named(line: Paragraph) -> tuple[int, int]:
    """The plain span of the name in an organ line."""
    return 0, len(line.text.rstrip(INVISIBLE + ",،，"))


@error_kind("FORM001", "letters-swapped")
def misspelled_line(view: View, random: Random) -> Iterator[InjectedError]:
    for _resolution, line in _lines(view):
        start, end = _named(line)
        inner = [
            at
            for at in range(start + 1, end - 2)
            if line.text[at : at + 2].isalpha() and line.text[at] != line.text[at + 1]
        ]
        if inner:
            at = random.choice(inner)
            edit = Edit(*line.source_span(at, at + 2), line.text[at + 1] + line.text[at])
            yield InjectedError([edit], [view.whole(line)], paragraph=line.place)


@error_kind("FORM001", "capitals")
def line_in_capitals(view: View, _: Random) -> Iterator[InjectedError]:
    for _resolution, line in _lines(view):
        start, end = _named(line)
        name = line.text[start:end]
        if name.upper() != name:
            edit = Edit(*line.source_span(start, end), name.upper())
            yield InjectedError([edit], [edit], paragraph=line.place)


@error_kind("FORM001", "first-word-missing")
def line_without_article(view: View, _: Random) -> Iterator[InjectedError]:
    for _resolution, line in _lines(view):
        first, _blank, rest = line.text.partition(" ")
        if len(rest) > 2 * len(first) and rest:
            edit = cut(*line.source_span(0, len(first) + 1))
            yield InjectedError([edit], [view.whole(line)], paragraph=line.place)


@error_kind("FORM001", "missing")
def no_line(view: View, _: Random) -> Iterator[InjectedError]:
    """Drop the organ line."""
    for resolution, line in _lines(view):
        first = (resolution.preamble or resolution.operative)[:1]
        if first and len(view.draft.resolutions) == 1:
            edit = cut(line.start, view.gap_after(line)[1])
            yield InjectedError([edit], [view.whole(first[0])], paragraph=first[0].place)


@error_kind("FORM005", "stop-at-end")
def title_stop(view: View, _: Random) -> Iterator[InjectedError]:
    title = view.draft.masthead.title
    if title is not None and title.text.rstrip(INVISIBLE)[-1:].isalpha():
        place = title.plain.source_end(len(title.text.rstrip(INVISIBLE)))
        edit = put(place, view.mark("stop"))
        yield InjectedError([edit], [edit], paragraph=title.place)


@error_kind("FORM005", "no-stop-after-number")
def title_joint(view: View, _: Random) -> Iterator[InjectedError]:
    title = view.draft.masthead.title
    match = split_title(title.text) if title is not None else None
    if "title_joint" not in view.forms:
        return  # the language allows both
    if title is not None and match is not None and match["joint"]:
        lead = len(title.text) - len(title.text.lstrip())
        stop = title.source_span(match.start("joint") + lead, match.end("joint") + lead)
        number = title.source_span(match.start("number") + lead, match.end("joint") + lead)
        yield InjectedError([cut(*stop)], [number], paragraph=title.place)


def _council_number(view: View) -> Paragraph | None:
    """The line of a Security Council text that holds its number."""
    pattern = view.words.pattern("numbered_title")
    if view.draft.organ != "SC" or pattern is None:
        return None
    for paragraph in view.draft.part(MASTHEAD):
        if pattern.fullmatch(paragraph.text.strip()):
            return paragraph
    return None


@error_kind("FORM006", "title-after-number")
def council_title(view: View, random: Random) -> Iterator[InjectedError]:
    line = _council_number(view)
    if line is not None:
        place = line.plain.source_end(len(line.text.rstrip(INVISIBLE)))
        joint = random.choice((": ", " – ", ". "))
        edit = put(place, joint + _words(view, random))
        yield InjectedError([edit], [edit], paragraph="title")


@error_kind("FORM006", "title-as-in-the-assembly")
def council_numbered_title(view: View, random: Random) -> Iterator[InjectedError]:
    line = _council_number(view)
    if line is not None:
        number = view.draft.masthead.number
        edit = Edit(*line.source_span(0, len(line.text)), f"{number}. {_words(view, random)}")
        yield InjectedError([edit], [edit], paragraph="title")


def _words(view: View, random: Random) -> str:
    """Take a few words of the text as a title."""
    paragraph = random.choice(view.draft.resolutions[0].preamble or view.draft.paragraphs)
    words = [word for word in paragraph.text.split() if word.isalpha()][1:6]
    if not words:  # Chinese has no spaces between words
        words = ["".join(letter for letter in paragraph.text if letter.isalpha())[2:10]]
    return " ".join(words).capitalize()


def _day(view: View, place: DatedPlace) -> tuple[int, tuple[int, int]] | None:
    """The day of a date and its source span."""
    pattern = view.words.pattern("date")
    match = pattern.search(place.paragraph.text, place.start) if pattern else None
    if match is None or not match["day"].isdecimal() or int(match["day"]) == 1:
        return None
    return int(match["day"]), place.paragraph.source_span(*match.span("day"))


def _dated(view: View, place: DatedPlace) -> tuple[int, int]:
    return place.paragraph.source_span(place.start, place.end)


@error_kind("FORM007", "other-day")
def closing_day(view: View, random: Random) -> Iterator[InjectedError]:
    masthead = view.draft.masthead
    if masthead.closing is None or masthead.adoption is None:
        return
    found = _day(view, masthead.closing)
    if found is not None:
        other = random.choice([day for day in range(2, 29) if day != found[0]])
        edit = Edit(*found[1], str(other))
        yield InjectedError([edit], [_dated(view, masthead.closing)])


@error_kind("FORM007", "other-month")
def closing_month(view: View, random: Random) -> Iterator[InjectedError]:
    masthead = view.draft.masthead
    pattern = view.words.pattern("date")
    if masthead.closing is None or masthead.adoption is None or pattern is None:
        return
    closing = masthead.closing
    match = pattern.search(closing.paragraph.text, closing.start)
    others = [
        m for m in view.forms["months"] if match and m.casefold() != match["month"].casefold()
    ]
    if match and len(others) == 11:
        edit = Edit(*closing.paragraph.source_span(*match.span("month")), random.choice(others))
        yield InjectedError([edit], [_dated(view, closing)])


@error_kind("FORM007", "distributed-before")
def distributed_before(view: View, _: Random) -> Iterator[InjectedError]:
    masthead = view.draft.masthead
    distribution = masthead.distribution
    pattern = view.words.pattern("date")
    if distribution is None or pattern is None or not (masthead.adoption or masthead.closing):
        return
    match = pattern.search(distribution.paragraph.text, distribution.start)
    if match:
        span = distribution.paragraph.source_span(*match.span("year"))
        edit = Edit(*span, str(int(match["year"]) - 1))
        yield InjectedError([edit], [_dated(view, distribution)])


@error_kind("FORM008", "session-in-words")
def session_words(view: View, random: Random) -> Iterator[InjectedError]:
    """Replace the last word of the session by a similar one."""
    masthead = view.draft.masthead
    place = masthead.session_span
    if place is None or "/" not in masthead.number:
        return
    if view.draft.organ not in ("GA", "HRC"):
        return
    words = place.paragraph.text[place.start : place.end]
    values: dict[str, int] = view.forms.get("ordinals", {})
    last = max((w for w in values if words.casefold().endswith(w)), key=len, default="")
    others = [
        word
        for word, value in values.items()
        if word[-2:] == last[-2:]
        and word != last
        and 0 < value < 20
        and values[last] < 20
        and (value < 10) == (values[last] < 10)
        and view.words.ordinal(words[: len(words) - len(last)] + word) not in (0, masthead.session)
    ]
    if others:
        start = place.end - len(last)
        edit = Edit(*place.paragraph.source_span(start, place.end), random.choice(others))
        yield InjectedError([edit], [_dated(view, place)], paragraph=place.paragraph.place)


@error_kind("FORM008", "session-in-number")
def session_number(view: View, random: Random) -> Iterator[InjectedError]:
    """Write another session or year in the number of the title line."""
    masthead = view.draft.masthead
    title = masthead.title
    match = split_title(title.text) if title is not None else None
    adopted = masthead.adoption or masthead.closing
    if title is None or match is None or not match["number"][0].isdecimal():
        return
    session = match["number"].partition("/")[0]
    by = random.choice((-9, -5, -3, 3, 5))
    lead = len(title.text) - len(title.text.lstrip())
    start = match.start("number") + lead
    edit = Edit(*title.source_span(start, start + len(session)), str(int(session) + by))
    places = [_dated(view, place) for place in (masthead.session_span, adopted) if place]
    # Without the session in words, a Human Rights Council text does not show the number.
    if places and (view.draft.organ in ("GA", "ECOSOC") or masthead.session_span is not None):
        yield InjectedError([edit], [*places, title.source_span(start, match.end("number") + lead)])


@error_kind("FORM008", "year-in-number")
def council_year(view: View, random: Random) -> Iterator[InjectedError]:
    line = _council_number(view)
    adopted = view.draft.masthead.adoption or view.draft.masthead.closing
    if line is None or adopted is None:
        return
    year = str(adopted.date[0])
    at = line.text.rfind(year)
    if at >= 0:
        edit = Edit(*line.source_span(at, at + 4), str(adopted.date[0] + random.choice((-2, 1))))
        yield InjectedError([edit], [_dated(view, adopted), view.whole(line)])
