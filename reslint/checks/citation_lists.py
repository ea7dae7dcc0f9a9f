"""Order of lists, links on citations, first mentions without a date, drafts citing themselves."""

from __future__ import annotations

from reslint.checks.citation_joints import repeated_last
from reslint.checks.citation_registry import verdicts
from reslint.citations.dates import find_dates
from reslint.citations.finder import citations
from reslint.citations.model import FORM, LIST, SESSION
from reslint.data.patterns import expression
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts.draft_text import draft_text
from reslint.facts.exempt_zones import is_quoted
from reslint.language.organ_names import OTHER
from reslint.language.symbols import resolution_mark
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import SPACES, fold_in_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.citations.grammar import Grammar
    from reslint.citations.model import Citation, CitationList
    from reslint.draft.model import Draft


_FEWEST = 3
_DEAD = ("", "#")
_DATING = ("GA", "ECOSOC", "HRC")  # organs that date what they cite, and whose numbers want a date
_YEAR = r"(?<![/\d(（])(?:19|20)[0-9]{2}(?![/\d)）])"
_DATE_BEFORE = 150  # characters before and after a number in which a date may be its own
_WITHIN = frozenset(',，،“«”"《')  # after one of them, a year is part of a clause or a title
_YEAR_AFTER = 45  # characters in which a year alone may be that of the resolution
_DATE_AFTER = 400


def order(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A list of three or more that is not ascending, or lacks the word before its last item."""
    found = citations(draft)
    grammar = found.grammar
    if grammar is None:
        return
    for series in found.lists:
        items = series.items
        if len(items) < _FEWEST:
            continue
        run = [item for item in items if not item.number.prefix and item.organ == items[0].organ]
        # Between titles, a list follows its subjects; one that mostly descends does so on purpose.
        if (
            not series.close
            or len(run) != len(items)
            or len({item.number.form for item in run}) > 1
            or _descends(run)
            or (draft.organ == OTHER and _goes_by_year(run))
        ):
            run = []
        wrong = _out_of_order(run)
        if wrong is not None:
            item, before = wrong
            yield Finding(
                *item.span(),
                item.paragraph.place,
                {"number": item.number.text, "before": before.number.text},
                _sorted(draft, series),
                related=((*before.span(), "other"),),
            )
        yield from _last_joint(draft, series)
        yield from repeated_last(series, grammar)


def _key(citation: Citation) -> tuple[int, int, str]:
    number = citation.number
    if number.form == SESSION:
        return number.first, number.second, number.letters
    return number.first, 0, number.letters


def _goes_by_year(items: list[Citation]) -> bool:
    """Whether a list goes by the second figures: 7/94, 22/94 and 15/97 of another body."""
    keys = [(item.number.second, item.number.first) for item in items]
    return keys == sorted(keys) and all(year for year, _ in keys)


def _descends(items: list[Citation]) -> bool:
    """Whether a list goes down more often than up."""
    steps = [_key(one) > _key(two) for one, two in zip(items, items[1:], strict=False)]
    return sum(steps) * 2 > len(steps)


def _out_of_order(items: list[Citation]) -> tuple[Citation, Citation] | None:
    """The first item that is less than the one before it, with that one."""
    for before, item in zip(items, items[1:], strict=False):
        if _key(item) < _key(before):
            # Two that changed places: the one that came too early is the greater.
            return item, before
    return None


def _sorted(draft: Draft, series: CitationList) -> tuple[Edit, ...]:
    """Edits that put the items of a list in order, joints left where they are."""
    items = series.items
    paragraph = items[0].paragraph
    if any(items[0].start <= marker.at <= items[-1].end for marker in paragraph.markers):
        return ()  # notes would no longer be in order
    if any(item.after_organ for item in items):
        return ()
    places = [(*paragraph.source_span(item.start, item.end), item) for item in items]
    if any(link.start < items[-1].end and link.end > items[0].start for link in paragraph.links):
        return ()
    if any(items[0].start < joint < items[-1].end for joint in paragraph.joints):
        return ()  # parted by a page break
    if any(item.date and item.date.start < item.start for item in items):
        return ()  # a date before its number would stay behind
    texts = {id(item): draft.source.text[start:end] for start, end, item in places}
    return tuple(
        Edit(start, end, texts[id(other)])
        for (start, end, item), other in zip(places, sorted(items, key=_key), strict=True)
        if other is not item
    )


def _last_joint(draft: Draft, series: CitationList) -> Iterator[Finding]:
    """A list that closes without the word before its last item."""
    items = series.items
    grammar = citations(draft).grammar
    last = items[-1]
    if grammar is None or not series.close or last.paragraph.part not in (PREAMBLE, OPERATIVE):
        return
    match = None
    for item in items[1:]:
        match = grammar.joint.fullmatch(item.joint)
        if match is None or match["last"]:
            return
    rest = last.paragraph.text[last.end :]
    if not items[0].plural or (rest.startswith(",") and rest.strip(SPACES + ",")):
        return  # what follows a comma may belong to the list
    if grammar.pattern("list_goes_on").match(rest):
        return
    # `… 2449 (2018), 2504 (2020) and this resolution`: the list goes on in words.
    if (rest.strip(SPACES + ",") and grammar.joint.match(rest)) or rest.lstrip(SPACES)[
        :1
    ].isdigit():
        return
    start = last.start - len(last.joint)
    end = last.start
    word = grammar.forms["missing_last"]
    if match is not None and "mark" in match.groupdict():
        # A date and the word before the number belong to the joint, too: only the mark changes.
        start, end = start + match.start("mark"), start + match.end("mark")
    yield Finding(
        *last.span(),
        last.paragraph.place,
        {"number": last.number.text, "before": word.strip()},
        (last.paragraph.edit(start, end, word),),
        variant="last",
    )


def links(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Links on citations that go nowhere; some citations linked and others not."""
    linked: list[Citation] = []
    bare: list[Citation] = []
    dead = False
    for citation in citations(draft).citations:
        paragraph = citation.paragraph
        link = next(
            (
                each
                for each in paragraph.links
                if each.start <= citation.start and citation.number.end <= each.end
            ),
            None,
        )
        if link is None:
            # A link on a part of it ("[70/1](…) B", "resolution [70/1](…)") makes it no bare one.
            if not any(
                each.start < citation.number.end and citation.start < each.end
                for each in paragraph.links
            ):
                bare.append(citation)
        elif link.target.strip() in _DEAD:
            dead = True
            start, end = paragraph.source_span(link.start, link.end)
            opens, closes = link.source
            yield Finding(
                opens,
                closes,
                paragraph.place,
                {"number": citation.number.text, "linked": "", "all": ""},
                (Edit(opens, start, ""), Edit(end, closes, "")),
                variant="dead",
            )
        else:
            linked.append(citation)
    if linked and bare and not dead:
        # One finding a draft: the first that departs from what most do.
        odd = bare[0] if len(linked) >= len(bare) else linked[0]
        yield Finding(
            *odd.span(),
            odd.paragraph.place,
            {
                "number": odd.number.text,
                "linked": str(len(linked)),
                "all": str(len(linked) + len(bare)),
            },
        )


def undated(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """The first mention of a resolution without its date."""
    found = citations(draft)
    if found.grammar is None:
        return
    seen: set[str] = set()
    dated: dict[int, list[Citation]] = {}
    for citation in found.citations:
        if citation.date is not None:
            dated.setdefault(id(citation.paragraph), []).append(citation)
    for citation in found.citations:
        number, paragraph = citation.number, citation.paragraph
        resolution = paragraph.resolution
        speaker = resolution.organ if resolution is not None else draft.organ
        if number.key in seen:
            continue
        seen.add(number.key)
        if (
            number.form != SESSION
            or citation.kind != "resolution"
            or paragraph.part not in (PREAMBLE, OPERATIVE)
            or speaker not in _DATING
            or citation.organ not in _DATING
            or _has_date(citation, found.grammar, _dates_of_others(citation, dated))
            or is_quoted(paragraph, draft, citation.start)
        ):
            continue
        if _is_first(draft, citation):
            yield Finding(*citation.span(), paragraph.place, {"number": number.text})


def _dates_of_others(citation: Citation, dated: dict[int, list[Citation]]) -> set[int]:
    """The starts of the dates in its paragraph that belong to citations of other lists."""
    return {
        other.date.start
        for other in dated.get(id(citation.paragraph), ())
        if other.date is not None and (citation.list is None or other.list is not citation.list)
    }


def _has_date(citation: Citation, grammar: Grammar, others: set[int]) -> bool:
    """Whether it has a date, or one stands near it that may be its own.

    One date may serve several numbers, stand after a long title or say when a meeting adopted it.
    `others` are the starts of dates in the paragraph that citations outside its list have.
    """
    if citation.date is not None:
        return True
    after = citation.end + _DATE_AFTER
    text = citation.paragraph.text
    year = expression(_YEAR).search(text, citation.end, citation.end + _YEAR_AFTER)
    if year is not None and _WITHIN.isdisjoint(text[citation.end : year.start()].lstrip(", ")):
        return True
    return any(
        date.date[0]
        and citation.start - _DATE_BEFORE <= date.end
        and date.start <= after
        and date.start not in others
        for date in find_dates(citation.paragraph, grammar)
    )


def _is_first(draft: Draft, citation: Citation) -> bool:
    """Whether the number stands nowhere before, not even where no citation was read."""
    whole = draft_text(draft)
    written = fold_in_place(citation.paragraph.text[citation.start : citation.number.end])
    text = whole.folded
    first = text.find(written)
    while first >= 0 and _is_part(text, first, first + len(written)):
        first = text.find(written, first + 1)
    paragraph, place = whole.place(first)
    return first < 0 or (paragraph is citation.paragraph and place == citation.start)


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether the place is part of a longer number or of a document symbol: 5/1 in 55/12."""
    before = text[start - 1 : start]
    if before == "/":
        return not text[:start].endswith(resolution_mark())
    return before.isdigit() or text[end : end + 1].isdigit()


def _closed_up(number: str) -> str:
    """A number as it is compared: 1325(2000) is 1325 (2000)."""
    return "".join(number.split())


def own(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A draft that cites itself, or a resolution dated after it."""
    number, day = draft.masthead.number, _adopted(draft)
    # A date that its number excludes is CITE007's.
    impossible = {id(each.citation) for each in verdicts(draft) if each.kind == "impossible"}
    for citation in citations(draft).citations:
        if (
            number
            and _closed_up(number) in map(_closed_up, (citation.number.text, citation.number.key))
            and citation.organ == draft.organ
            and citation.how not in (FORM, LIST, "")
            and citation.kind == "resolution"
        ):
            yield Finding(*citation.span(), citation.paragraph.place, {"number": number})
        elif id(citation) in impossible:
            continue
        elif day is not None and citation.date is not None and citation.date.date > day:
            date = citation.date
            yield citation.paragraph.finding(
                date.start,
                date.end,
                {"number": citation.number.text, "written": date.text},
                variant="later",
            )


def _adopted(draft: Draft) -> tuple[int, int, int] | None:
    """The date of the draft itself, where it says one."""
    place = draft.masthead.adoption or draft.masthead.closing
    return place.date if place is not None else None
