"""Reading the citations of a paragraph: words and numbers, lists, dates, organs."""

from __future__ import annotations

from bisect import bisect_right

from reslint.citations.dates import find_dates
from reslint.citations.grammar import grammar
from reslint.citations.model import (
    AFTER,
    BEFORE,
    LIST,
    SESSION,
    WRONG,
    YEAR,
    Citation,
    CitationList,
    Head,
    Number,
    OddNumber,
)
from reslint.citations.numbers import numbers
from reslint.citations.odd_numbers import OddNumbers
from reslint.citations.organs import Organs
from reslint.data.registry import find
from reslint.draft.model import CLOSING, MASTHEAD, ORGAN_LINE, TABLE
from reslint.facts import fact
from reslint.text.folding import DIRECTION_MARKS, SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reslint.citations.grammar import Grammar
    from reslint.citations.model import DateMention
    from reslint.draft.model import Draft, Paragraph

    _Read = tuple[
        Sequence[DateMention], Sequence[Citation], Sequence[CitationList], Sequence[OddNumber]
    ]


_DATE_REACH = 70  # characters that may stand between a number and its date
_JOINT_REACH = 12  # characters of what may stand between two dates that follow several numbers
_LIST_REACH = 400  # characters that may stand between two items of a list, titles included
EXCUSED_REACH = 120  # characters before a number in which its adoption may be spoken of
_BLANKS = SPACES + DIRECTION_MARKS


class Reader:
    """Reads the paragraphs of one draft."""

    __slots__ = (
        "_dates",
        "_draft",
        "_grammar",
        "_odd_numbers",
        "_organs",
        "_whole_words",
        "citations",
        "dates",
        "lists",
        "odd",
    )

    def __init__(self, draft: Draft, grammar: Grammar) -> None:
        self._draft = draft
        self._grammar = grammar
        self._organs = Organs(draft, grammar)
        self._odd_numbers = OddNumbers(grammar, self._organs)
        # Where words are not spaced, the letters before one are another word's.
        self._whole_words = bool(grammar.forms.get("unspaced"))
        self._dates: list[DateMention] = []
        self.citations: list[Citation] = []
        self.dates: list[DateMention] = []
        self.lists: list[CitationList] = []
        self.odd: list[OddNumber] = []

    def read(self, paragraph: Paragraph) -> None:
        """Read one paragraph; what it holds is kept with it, as long as the same organ speaks."""
        speaks = (self._organs.speaker(paragraph), self._draft.masthead.session)
        kept = _by_speaker(paragraph)
        found = kept.get(speaks)
        if found is None:
            kept.clear()
            found = kept[speaks] = self._read(paragraph)
        dates, citations, lists, odd = found
        self.dates += dates
        self.citations += citations
        self.lists += lists
        self.odd += odd

    def _read(self, paragraph: Paragraph) -> _Read:
        text = paragraph.text
        dates = find_dates(paragraph, self._grammar)
        heads = self._heads(paragraph)
        if not heads:
            return dates, (), (), ()
        self._dates = [date for date in dates if date.date[0]]
        lists = len(self.lists)
        read: list[Citation] = []
        if "/" in text or "(" in text:
            head: Head | None = None
            # A number before the first word is not a resolution's.
            first = min(heads)
            for number in numbers(self._grammar.number, text, self._grammar.script, first):
                found = heads.get(number.start)
                if found is None:
                    found = self._odd_numbers.head_of(text, heads, number.start)
                elif read and self._goes_on_anew(text, read[-1], found):
                    found = None
                if found is not None:
                    head = found
                citation = self._citation(paragraph, number, found, head, read)
                if citation is not None:
                    read.append(citation)
        odd = self._odd_numbers.read(paragraph, heads, read)
        self._finish(read)
        its_lists = tuple(self.lists[lists:])
        del self.lists[lists:]
        return dates, tuple(read), its_lists, tuple(odd)

    def _heads(self, paragraph: Paragraph) -> dict[int, Head]:
        """The words before numbers, by the place where a number would start."""
        text = paragraph.text
        heads = {}
        plural = self._grammar.pattern("plural")
        for kind, literal, pattern in self._grammar.words:
            if literal not in text:
                continue
            for match in pattern.finditer(text):
                place = match.end()
                # « les résolutions du Conseil des droits de l'homme S-16/1 »
                named = self._organs.named_after(paragraph, place, within=True)
                if named is not None:
                    place = named[1]
                while text[place : place + 1] in _BLANKS and place < len(text):
                    place += 1
                start = match.start()
                while start and text[start - 1].isalpha() and not self._whole_words:
                    start -= 1
                heads[place] = Head(
                    kind, start, match.end(), plural.search(match[0].strip()) is not None
                )
        return heads

    def _citation(
        self,
        paragraph: Paragraph,
        number: Number,
        own: Head | None,
        head: Head | None,
        read: list[Citation],
    ) -> Citation | None:
        """The citation of a number: after the word, or further on in its list."""
        if number.form == WRONG and own is not None:
            return None  # another check reports what is wrong with it
        last = read[-1] if read else None
        if own is not None:
            citation = Citation(paragraph, number, own.kind)
            citation.head = own.start
            citation.word = paragraph.text[own.start : own.end].strip()
            citation.plural = own.plural
            citation.list = CitationList(citation)
            self.lists.append(citation.list)
        else:
            if head is None or last is None or number.form == WRONG:
                return None
            citation = Citation(paragraph, number, last.kind)
            gap = paragraph.text[last.end : number.start]
            close = self._grammar.joint.fullmatch(gap) is not None
            if not close and not self._odd_numbers.bridges(gap):
                if len(gap) > _LIST_REACH or not self._goes_on(gap):
                    return None
                if number.form != SESSION or self._date_after(citation, number.end) is None:
                    return None
            citation.joint = gap
            citation.list = last.list
            assert citation.list is not None
            citation.list.items.append(citation)
            citation.list.close = citation.list.close and close
        self._tail(citation)
        return citation

    def _goes_on_anew(self, text: str, last: Citation, head: Head) -> bool:
        """Whether a list goes on although the word (`第`) stands before each of its numbers."""
        if not self._grammar.forms.get("repeated_word"):
            return False
        return self._grammar.joint.fullmatch(text, last.end, head.end) is not None

    def _goes_on(self, gap: str) -> bool:
        """Whether a gap ends as if a list went on (a title may stand before)."""
        for start in range(max(len(gap) - 14, 0), len(gap)):
            if gap[start] in SPACES + ",;" and self._grammar.joint.fullmatch(gap, start):
                return True
        return False

    def _tail(self, citation: Citation) -> None:
        """Organ and date after the number."""
        paragraph = citation.paragraph
        place = citation.number.end
        named = self._organs.named_after(paragraph, place)
        if named is not None:
            citation.organ, place = named
            citation.how, citation.certain, citation.after_organ = AFTER, True, True
            citation.end = place
        date = self._date_after(citation, place)
        if "date_before" in self._grammar.forms and (date is None or not citation.dated):
            before = self._date_before(citation)
            if before is not None:
                citation.date, citation.dated = before, True
                return
        if date is None:
            return
        citation.date = date
        citation.gap = (place, date.start)
        citation.end = date.end
        if named is None:
            named = self._organs.named_after(paragraph, date.end)
            if named is not None:
                citation.organ, citation.end = named
                citation.how, citation.certain = AFTER, True

    def _date_before(self, citation: Citation) -> DateMention | None:
        """The date that stands before word and number, where that is its place."""
        text = citation.paragraph.text
        index = bisect_right(self._dates, citation.start, key=lambda date: date.start) - 1
        if index < 0:
            return None
        date = self._dates[index]
        gap = self._grammar.pattern("date_before")
        return date if gap.fullmatch(text, date.end, citation.start) else None

    def _date_after(self, citation: Citation, place: int) -> DateMention | None:
        """The date that belongs to a number ending at `place`; says whether it is worded right."""
        dates = self._dates
        index = bisect_right(dates, place, key=lambda date: date.start)
        if index >= len(dates):
            return None
        date = dates[index]
        if date.start - place > _DATE_REACH:
            return None
        text = citation.paragraph.text
        gap = text[place : date.start]
        if self._dates_an_event(citation, gap, date):
            return None
        if self._grammar.pattern(self._right_gap(citation)).fullmatch(gap):
            citation.dated = True
        elif self._grammar.pattern("date_wrong").fullmatch(gap):
            citation.dated = False
        else:
            return None
        bracketed = gap.rstrip().endswith(("(", "（"))  # it belongs to its own number alone
        following = dates[index + 1].start if index + 1 < len(dates) and not bracketed else -1
        if following >= 0 and self._several(text[date.end : following]):
            return None  # `73/248, 74/238 and 76/220 of 20 December 2018, 19 December 2019 and …`
        return date

    def _right_gap(self, citation: Citation) -> str:
        """The name of the pattern of what stands rightly between a number and its date."""
        forms = self._grammar.forms
        if not citation.after_organ or not forms.get("date_right_after"):
            return "date_right"
        free: list[str] = forms.get("date_free_after", ())
        # Some organs write the date after another organ's name as they do after a number.
        habit = self._organs.speaker(citation.paragraph) in free
        return "date_free" if habit else "date_right_after"

    def _dates_an_event(self, citation: Citation, gap: str, date: DateMention) -> bool:
        """Whether a date says when something was done under a resolution.

        `the briefing given pursuant to its resolution 1970 (2011) on 14 May 2024`
        """
        grammar = self._grammar
        first = citation.list.items[0] if citation.list is not None else citation
        if first.head < 0 or not grammar.pattern("date_excused").fullmatch(gap):
            return False
        text = citation.paragraph.text
        since = max(first.head - EXCUSED_REACH, 0)
        if grammar.pattern("date_excuse").search(text, since, date.start):
            return False
        if grammar.pattern("date_event").search(text, since, first.head):
            return True
        known = find("SC", citation.number.key) if citation.number.form == YEAR else None
        return known is not None and known.firm and known.date != date.date

    def _several(self, gap: str) -> bool:
        """Whether nothing but joints stands between two dates."""
        if len(gap) > _JOINT_REACH:
            return False
        joint = self._grammar.joint.match(f"{gap} ")
        return joint is not None and not any(letter.isdigit() for letter in gap)

    def _finish(self, read: list[Citation]) -> None:
        """Give every citation of a paragraph its organ."""
        for citation in read:
            assert citation.list is not None
            if citation.list.items[0] is not citation:
                continue
            items = citation.list.items
            # « les résolutions 70/1, 70/2 et 70/3 de l'Assemblée »: the last names it for all.
            named = items[-1] if items[-1].how == AFTER else None
            if named is not None and named is not citation and citation.how != AFTER:
                citation.organ, citation.how, citation.certain = named.organ, AFTER, named.certain
                self._organs.by_form(citation)
            else:
                self._organs.settle(citation, citation.head)
            organ, certain = citation.organ, citation.certain
            for item in items[1:]:
                if item.how != AFTER:
                    item.organ, item.certain, item.how = organ, certain, LIST
                self._organs.by_form(item)
                if item.how in (AFTER, BEFORE, LIST):
                    organ, certain = item.organ or organ, item.certain


_PASSED_OVER = (MASTHEAD, CLOSING, ORGAN_LINE, TABLE)
_DATED = (MASTHEAD, CLOSING)


class Citations:
    """What a draft cites: its citations in order, their lists, odd numbers, all dates."""

    __slots__ = ("citations", "dates", "grammar", "lists", "odd", "paragraphs")

    def __init__(self, draft: Draft) -> None:
        self.citations: list[Citation] = []
        self.dates: list[DateMention] = []
        self.lists: list[CitationList] = []
        self.odd: list[OddNumber] = []
        self.grammar: Grammar | None = grammar(draft.vocabulary)
        self.paragraphs = list(_paragraphs(draft))
        if self.grammar is None:
            return
        reader = Reader(draft, self.grammar)
        for paragraph in self.paragraphs:
            reader.read(paragraph)
        for paragraph in draft.part(*_DATED):
            reader.dates.extend(find_dates(paragraph, self.grammar))
        self.citations, self.dates = reader.citations, reader.dates
        self.lists, self.odd = reader.lists, reader.odd


def _paragraphs(draft: Draft) -> Iterator[Paragraph]:
    """The paragraphs that may cite, notes last."""
    for paragraph in draft.paragraphs:
        if paragraph.part not in _PASSED_OVER and paragraph.text:
            yield paragraph
    seen = set(draft.paragraphs)
    for note in draft.notes:
        if note.paragraph not in seen and note.paragraph.text:
            yield note.paragraph


@fact
def _by_speaker(paragraph: Paragraph) -> dict[tuple[str, int], _Read]:
    """What was read in a paragraph, by the organ that speaks and its session."""
    return {}


@fact
def citations(draft: Draft) -> Citations:
    """What a draft cites."""
    return Citations(draft)
