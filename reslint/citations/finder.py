"""Reading the citations of a paragraph: words and numbers, lists, dates, organs."""

from __future__ import annotations

from reslint.citations.dates import find_dates
from reslint.citations.grammar import grammar
from reslint.citations.model import (
    AFTER,
    BEFORE,
    LIST,
    SESSION,
    WRONG,
    Citation,
    CitationList,
    Head,
    Number,
    OddNumber,
)
from reslint.citations.number_dates import NumberDates
from reslint.citations.numbers import numbers
from reslint.citations.odd_numbers import OddNumbers
from reslint.citations.organs import Organs
from reslint.draft.model import CLOSING, MASTHEAD, ORGAN_LINE, TABLE
from reslint.facts import fact
from reslint.facts.capitals import fold_texts
from reslint.text.folding import DIRECTION_MARKS, SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from reslint.citations.grammar import Grammar
    from reslint.citations.model import DateMention
    from reslint.data.registry import Registry
    from reslint.draft.model import Draft, Paragraph

    _Read = tuple[
        Sequence[DateMention], Sequence[Citation], Sequence[CitationList], Sequence[OddNumber]
    ]


_LIST_REACH = 400  # characters that may stand between two items of a list, titles included
_BLANKS = SPACES + DIRECTION_MARKS
_READ = object()  # under it a paragraph keeps who speaks in it, and what was read
_NOTHING: _Read = ((), (), (), ())


class Reader:
    """Reads the paragraphs of one draft."""

    __slots__ = (
        "_draft",
        "_grammar",
        "_number_dates",
        "_odd_numbers",
        "_organs",
        "_speakers",
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
        self._number_dates = NumberDates(grammar, self._organs, draft.registry)
        # One object for each organ: long drafts have thousands of paragraphs.
        self._speakers: dict[str, tuple[str, int, Registry]] = {}
        self.citations: list[Citation] = []
        self.dates: list[DateMention] = []
        self.lists: list[CitationList] = []
        self.odd: list[OddNumber] = []

    def read(self, paragraph: Paragraph) -> None:
        """Read one paragraph; what it holds is kept with it, as long as the same organ speaks."""
        organ = self._organs.speaker(paragraph)
        speaker = self._speakers.get(organ)
        if speaker is None:
            speaker = organ, self._draft.masthead.session, self._draft.registry
            self._speakers[organ] = speaker
        kept: Any = paragraph.facts.get(_READ)
        if kept is None or kept[0] != speaker:
            kept = paragraph.facts[_READ] = speaker, self._read(paragraph)
        found: _Read = kept[1]
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
            return (dates, (), (), ()) if dates else _NOTHING
        self._number_dates.dates = [date for date in dates if date.date[0]]
        lists = len(self.lists)
        read: list[Citation] = []
        if "/" in text or "(" in text:
            head: Head | None = None
            # A number before the first word is not a resolution's.
            first = min(heads)
            simple = "(" not in text and "（" not in text
            pattern = self._grammar.plain_number if simple else self._grammar.number
            for number in numbers(pattern, text, self._grammar.script, first, heads):
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
                if not text[place : place + 1].isdigit():
                    sign = self._grammar.pattern("number_sign").match(text, place)
                    place = sign.end() if sign is not None else place
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
                if number.form != SESSION or self._number_dates.after(citation, number.end) is None:
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
        date = self._number_dates.after(citation, place)
        if "date_before" in self._grammar.forms and (date is None or not citation.dated):
            before = self._number_dates.before(citation)
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
        fold_texts(self.paragraphs)
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
def citations(draft: Draft) -> Citations:
    """What a draft cites."""
    return Citations(draft)
