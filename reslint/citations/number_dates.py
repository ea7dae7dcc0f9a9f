"""Which date belongs to the number of a resolution, and whether it is worded right."""

from __future__ import annotations

from bisect import bisect_right

from reslint.citations.model import YEAR
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.citations.grammar import Grammar
    from reslint.citations.model import Citation, DateMention
    from reslint.citations.organs import Organs
    from reslint.data.registry import Registry


_DATE_REACH = 70  # characters that may stand between a number and its date
_JOINT_REACH = 12  # characters of what may stand between two dates that follow several numbers
# What may stand between a date and the number it belongs to: `, resolution`, ` — резолюции`.
_NEXT_NUMBER = expression(r"[,\s]{0,2}[^\d,;.:()]{2,40}?\d{1,4}\s?[(（](?P<year>\d{4})[)）]")
EXCUSED_REACH = 120  # characters before a number in which its adoption may be spoken of


class NumberDates:
    """The dates of one paragraph with a year (`dates`, in order), and which numbers they date."""

    __slots__ = ("_grammar", "_organs", "_registry", "dates")

    def __init__(self, grammar: Grammar, organs: Organs, registry: Registry) -> None:
        self._grammar = grammar
        self._organs = organs
        self._registry = registry
        self.dates: list[DateMention] = []

    def before(self, citation: Citation) -> DateMention | None:
        """The date that stands before word and number, where that is its place."""
        text = citation.paragraph.text
        index = bisect_right(self.dates, citation.start, key=lambda date: date.start) - 1
        if index < 0:
            return None
        date = self.dates[index]
        if index and self._several(text[self.dates[index - 1].end : date.start]):
            return None  # `分别于2010年7月28日和2015年9月25日通过的第64/292号和第70/1号决议`
        gap = self._grammar.pattern("date_before")
        return date if gap.fullmatch(text, date.end, citation.start) else None

    def after(self, citation: Citation, place: int) -> DateMention | None:
        """The date that belongs to a number ending at `place`; says whether it is worded right."""
        dates = self.dates
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
        """Whether a date says when something was done under a resolution, or is the next one's.

        `the briefing given pursuant to its resolution 1970 (2011) on 14 May 2024`
        """
        grammar = self._grammar
        if not grammar.pattern("date_excused").fullmatch(gap):
            return False
        if self._dates_the_next(citation, date):
            return True
        first = citation.list.items[0] if citation.list is not None else citation
        if first.head < 0:
            return False
        text = citation.paragraph.text
        since = max(first.head - EXCUSED_REACH, 0)
        if grammar.pattern("date_excuse").search(text, since, date.start):
            return False
        if grammar.pattern("date_event").search(text, since, first.head):
            return True
        year = citation.number.form == YEAR
        known = self._registry.find("SC", citation.number.key) if year else None
        return known is not None and known.firm and known.date != date.date

    def _dates_the_next(self, citation: Citation, date: DateMention) -> bool:
        """Whether a date is that of the resolution behind it, by the year of its number.

        `adopted, on 26 July 2005, resolution 1612 (2005), on 4 August 2009, resolution 1882 (2009)`
        """
        if citation.number.form != YEAR:
            return False
        text = citation.paragraph.text
        following = _NEXT_NUMBER.match(text, date.end)
        own = text[citation.number.start : citation.number.end]
        year = str(date.date[0])
        return following is not None and following["year"] == year and year not in own

    def _several(self, gap: str) -> bool:
        """Whether nothing but joints stands between two dates."""
        if len(gap) > _JOINT_REACH:
            return False
        joint = self._grammar.joint.match(f"{gap} ")
        return joint is not None and not any(letter.isdigit() for letter in gap)
