"""Short forms of names ("the Commission"): before any full name, or with two to stand for."""

from __future__ import annotations

from reslint.data.expressions import expression
from reslint.draft.model import HEADING, OPERATIVE, PREAMBLE, TITLE
from reslint.facts.names import table_of
from reslint.facts.zones import in_zone
from reslint.names.folding import fold_in_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft, Paragraph

_PARTS = (TITLE, PREAMBLE, OPERATIVE, HEADING)


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
        text = fold_in_place(paragraph.text)
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
