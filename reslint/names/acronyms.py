"""Acronyms of a draft: where each is introduced (in parentheses), where it is used."""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.model import HEADING, OPERATIVE, PREAMBLE, TITLE
from reslint.facts import fact
from reslint.facts.capitals import capital_words, folded_text
from reslint.facts.exempt_zones import in_zone
from reslint.names.mentions import table_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from reslint.draft.model import Draft, Paragraph
    from reslint.names.table import NameTable


# It begins where a word with a capital does: `capital_words` tells where to look.
_TOKEN = expression(
    r"(?<![\w/-])(?P<acronym>[A-ZÀ-ÖØ-ÞЀ-Я]{2}[A-ZÀ-ÖØ-ÞЀ-Я0-9]*+(?:-[A-ZÀ-ÖØ-ÞЀ-Я0-9][\w-]*)?)s?(?![\w/+]|[.-]\d|\(\d|-[A-ZÀ-ÖØ-ÞЀ-Я])"
)
_ROMAN = expression(r"[IVXLCDM]+\Z")
_LATIN = str.maketrans("ХІСМ", "XICM")
_MOST_IN_BRACKETS = 80
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

    __slots__ = ("_table", "again", "explained", "introduced", "used")

    def __init__(self, table: NameTable) -> None:
        self._table = table
        self.introduced: dict[str, Use] = {}
        self.explained: set[str] = set()
        self.again: list[tuple[str, Use]] = []  # introduced although they were before
        self.used: dict[str, list[Use]] = {}

    def full_name(self, acronym: str) -> str:
        """The name that an acronym stands for, "…" where the vocabulary does not know it."""
        return self._table.full_names.get(self._table.acronyms.get(acronym, ""), "…")


def written_acronyms(paragraph: Paragraph) -> list[re.Match[str]]:
    """The words of two capitals and more in the folded text of a paragraph, roman numbers too.

    The group `acronym` of a match has no `s` of the plural.
    """
    text = folded_text(paragraph)
    return [
        match
        for start, word in capital_words(paragraph)
        if word[1:2].isupper() and (match := _TOKEN.match(text, start)) is not None
    ]


@fact
def acronyms_of(draft: Draft) -> Acronyms:
    """The acronyms of a draft."""
    table = table_of(draft)
    found = Acronyms(table)
    # Where nouns are declined, an acronym read as a word is, too.
    inflected = table.usage.get("well_known", ()) if "inflected_letters" in table.usage else ()
    known = {*table.usage.get("well_known", ()), *table.principal}
    for paragraph in draft.part(*_PARTS):
        text = folded_text(paragraph)
        if text.isupper():
            continue
        opening = len(text) - len(text.lstrip())
        for match in written_acronyms(paragraph):
            acronym = match["acronym"]
            start, end = match.span("acronym")
            if acronym in known or acronym.partition("-")[0] in known:
                continue
            if _ROMAN.match(acronym.translate(_LATIN)) or start <= opening:
                continue  # a word in capitals opens the paragraph: a heading of its own
            if acronym[-4:].isdigit() or any(acronym.startswith(each) for each in inflected):
                continue
            if in_zone(paragraph, draft, start, end):
                if _in_brackets(text, start):
                    found.explained.add(acronym)  # `(hereinafter “JPW”)`
                continue
            if _is_session(text, start):
                continue
            use = Use(paragraph, start, end)
            if text[start - 1 : start] == "(" and text[match.end() : match.end() + 1] == ")":
                if found.introduced.setdefault(acronym, use) is not use:
                    found.again.append((acronym, use))
            elif _in_brackets(text, start) or acronym in found.explained:
                # `(the CLOUT system)`, `(also known as Daesh)`: the brackets say what it is.
                found.explained.add(acronym)
            elif _is_in_a_name(text, start, match.end()):
                continue
            else:
                found.used.setdefault(acronym, []).append(use)
    return found


def _is_session(text: str, start: int) -> bool:
    """Whether letters in brackets are the session behind a number: `resolution 2256 (ES-V)`."""
    if text[start - 1 : start] != "(":
        return False
    return text[max(start - 4, 0) : start - 1].rstrip()[-1:].isdigit()


def _in_brackets(text: str, start: int) -> bool:
    """Whether a bracket is open at a place."""
    opened = text.rfind("(", max(start - _MOST_IN_BRACKETS, 0), start)
    return opened >= 0 and ")" not in text[opened:start]


def _is_in_a_name(text: str, start: int, end: int) -> bool:
    """Whether an acronym is a part of a name or number: `SOVA Center`, `EUNAVFOR MED`, `WHA 76.16`.

    A capital after it tells, unless the acronym is one of a body whose officers follow.
    """
    after = text[end : end + 1] == " " and text[end + 1 : end + 2]
    if after and (after.isupper() or after.isdigit()):
        return True
    if text[start - 1 : start] != " ":
        return False
    space = text.rfind(" ", 0, start - 1)
    before = text[space + 1 : start - 1]
    # The first word of a paragraph has its capital from the place.
    return space >= 0 and len(before) > 1 and before[0].isupper() and before.isalpha()
