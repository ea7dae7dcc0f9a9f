"""Acronyms of a draft: where each is introduced (in parentheses), where it is used."""

from __future__ import annotations

from reslint.data.expressions import expression
from reslint.draft.model import HEADING, OPERATIVE, PREAMBLE, TITLE
from reslint.facts.names import table_of
from reslint.facts.zones import in_zone
from reslint.names.folding import fold_in_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft, Paragraph
    from reslint.names.table import NameTable

_FACT = "acronyms"
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


def acronyms_of(draft: Draft) -> Acronyms:
    """The acronyms of a draft, found once."""
    found = draft.facts.get(_FACT)
    if found is None:
        found = draft.facts[_FACT] = _find(draft)
    assert isinstance(found, Acronyms)
    return found


def _find(draft: Draft) -> Acronyms:
    table = table_of(draft)
    found = Acronyms(table)
    known = {*table.usage.get("well_known", ()), *table.principal}
    for paragraph in draft.part(*_PARTS):
        text = fold_in_place(paragraph.text)
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
