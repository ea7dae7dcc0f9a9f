"""Acronyms of a draft: where each is introduced (in parentheses), where it is used."""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.model import HEADING, OPERATIVE, PREAMBLE, TITLE
from reslint.facts import fact
from reslint.facts.capitals import folded_text
from reslint.facts.exempt_zones import in_zone
from reslint.names.mentions import table_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft, Paragraph
    from reslint.names.table import NameTable


_TOKEN = expression(
    r"(?<![\w/-])(?P<acronym>[A-ZÀ-ÖØ-ÞЀ-Я]{2,}[A-ZÀ-ÖØ-ÞЀ-Я0-9]*(?:-[A-ZÀ-ÖØ-ÞЀ-Я0-9][\w-]*)?)s?(?![\w/]|[.-]\d|-[A-ZÀ-ÖØ-ÞЀ-Я])"
)
_ROMAN = expression(r"[IVXLCDM]+\Z")
_PARTS = (TITLE, PREAMBLE, OPERATIVE, HEADING)


class Use:
    """One place of an acronym; `key` orders places."""

    __slots__ = ("end", "key", "paragraph", "start")

    def __init__(self, paragraph: Paragraph, start: int, end: int) -> None:
        self.paragraph = paragraph
        self.start = start
        self.end = end
        self.key = (paragraph.start, start)


class Acronyms:
    """Where each acronym is first introduced and where it is used, well-known ones left out."""

    __slots__ = ("_table", "introduced", "used")

    def __init__(self, table: NameTable) -> None:
        self._table = table
        self.introduced: dict[str, Use] = {}
        self.used: dict[str, list[Use]] = {}

    def full_name(self, acronym: str) -> str:
        """The name that an acronym stands for, "…" where the vocabulary does not know it."""
        return self._table.full_names.get(self._table.acronyms.get(acronym, ""), "…")


@fact
def acronyms_of(draft: Draft) -> Acronyms:
    """The acronyms of a draft."""
    table = table_of(draft)
    found = Acronyms(table)
    known = {*table.usage.get("well_known", ()), *table.principal}
    for paragraph in draft.part(*_PARTS):
        text = folded_text(paragraph)
        if text.isupper():
            continue
        for match in _TOKEN.finditer(text):
            acronym = match["acronym"]
            start, end = match.span("acronym")
            if acronym in known or acronym.partition("-")[0] in known:
                continue
            if _ROMAN.match(acronym) or _stands_alone(text, start):
                continue
            if in_zone(paragraph, draft, start, end):
                continue
            use = Use(paragraph, start, end)
            if text[start - 1 : start] == "(" and text[match.end() : match.end() + 1] == ")":
                found.introduced.setdefault(acronym, use)
            else:
                found.used.setdefault(acronym, []).append(use)
    return found


def _stands_alone(text: str, start: int) -> bool:
    """Whether a word in capitals opens the paragraph: a heading of its own, not an acronym."""
    return not text[:start].strip()


class DoubtfulShortForm:
    """A short form that leaves open what it stands for; `names` are those it may stand for."""

    __slots__ = ("end", "names", "paragraph", "short", "start")

    def __init__(self, paragraph: Paragraph, start: int, end: int, names: list[str]) -> None:
        self.paragraph = paragraph
        self.start = start
        self.end = end
        self.short = paragraph.text[start:end]
        self.names = names


def _different(names: list[str]) -> list[str]:
    """The different names among some, the beginnings of others left out."""
    once = list(dict.fromkeys(names))
    return [one for one in once if not any(o != one and o.startswith(one) for o in once)]


def doubtful_short_forms(draft: Draft) -> Iterator[DoubtfulShortForm]:
    """The doubtful short forms of a draft, the first of each noun only.

    None for a noun that the organ itself or its parent bears. Two full names are in each other's
    way where both stand earlier in the same paragraph.
    """
    settings = table_of(draft).usage.get("short_forms")
    if not settings:
        return
    own = settings["own"].get(draft.organ, ())
    nouns = [noun for noun in settings["nouns"] if noun not in own]
    short = expression(settings["short"].replace("{nouns}", "|".join(nouns)))
    reported: set[str] = set()
    named: set[str] = set()
    full = {noun: expression(settings["full"].replace("{noun}", noun)) for noun in nouns}
    for paragraph in draft.part(*_PARTS):
        text = folded_text(paragraph)
        for match in short.finditer(text):
            noun = match["noun"]
            if noun in reported or in_zone(paragraph, draft, *match.span()):
                continue
            before = [found[0].strip() for found in full[noun].finditer(text, 0, match.start())]
            different = _different(before)
            if noun in named or before:
                if len(different) < 2:
                    continue
            else:
                different = []
            reported.add(noun)
            yield DoubtfulShortForm(paragraph, *match.span(), different)
        named.update(noun for noun in nouns if noun in text and full[noun].search(text))
