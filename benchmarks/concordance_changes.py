"""Changes to one version of a draft that make it differ from the others: one for each kind."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from benchmarks.concordance_verbs import WEAKER
from reslint.concordance.model import CITATION, DAY, FIGURE, NAME, SYMBOL, YEAR
from reslint.concordance.reading import read_version
from reslint.documents import read_file
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.draft.reader import read_draft
from reslint.names.loading import names_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from reslint.concordance.model import Token, Unit
    from reslint.draft.model import Draft, Paragraph

_STRUCTURE = ("CONC001", "CONC002", "CONC003", "CONC016")
_LONG = {"en": 250, "fr": 280, "es": 280, "ru": 280, "ar": 200, "zh": 80}  # characters
_NUMBERS = ("CONC006", "CONC007", "CONC008", "CONC009", "CONC010")


class Change:
    """A changed text: the line of the change in it, the codes that may say so, what was done.

    `reach` is how many lines away the finding may stand.
    """

    __slots__ = ("codes", "line", "reach", "said", "text")

    def __init__(
        self, text: str, start: int, codes: tuple[str, ...], said: str, reach: int = 0
    ) -> None:
        self.text = text
        self.line = text.count("\n", 0, start) + 1
        self.codes = codes
        self.said = said
        self.reach = reach


def changes_of(kind: str, draft: Draft, random: Random) -> Change | None:
    """A change of a kind to a draft, None where nothing in it can be changed like that."""
    return KINDS[kind](draft, random)


def _units(draft: Draft) -> list[Unit]:
    version = read_version("", draft)
    return [*version.body, *version.notes]


def _replaced(draft: Draft, span: tuple[int, int], new: str) -> str:
    text = draft.source.text
    return text[: span[0]] + new + text[span[1] :]


def _other_digit(written: str, random: Random) -> str:
    """The text with one of its figures changed, not the first one to a zero."""
    places = [at for at, character in enumerate(written) if character in "0123456789"]
    at = random.choice(places)
    choices = [one for one in "0123456789" if one != written[at]]
    if at == places[0]:
        choices.remove("0") if "0" in choices else None
    return written[:at] + random.choice(choices) + written[at + 1 :]


def _digit(
    kinds: tuple[str, ...],
    fits: Callable[[Token], bool] = lambda _: True,
    new: Callable[[str, Random], str] = _other_digit,
) -> Callable[[Draft, Random], Change | None]:
    def change(draft: Draft, random: Random) -> Change | None:
        found = [
            (unit, token)
            for unit in _units(draft)
            for token in unit.tokens
            if token.kind in kinds and fits(token)
        ]
        random.shuffle(found)
        for unit, token in found:
            span = unit.paragraph.source_span(token.start, token.end)
            written = draft.source.text[slice(*span)]
            if not any(one in written for one in "0123456789"):
                continue
            changed = new(written, random)
            if changed == written:
                continue
            said = f"{written} -> {changed} in {unit.place}"
            reach = unit.text.count("\n") + 3
            return Change(_replaced(draft, span, changed), span[0], _NUMBERS, said, reach)
        return None

    return change


def _other_day(written: str, random: Random) -> str:
    day = int("".join(one for one in written if one in "0123456789"))
    other = random.choice([one for one in range(1, 29) if one != day])
    return written.replace(str(day), str(other))


def _other_year(written: str, random: Random) -> str:
    return written[:-1] + random.choice([one for one in "0123456789" if one != written[-1]])


def _paragraphs(draft: Draft, level: int) -> list[Paragraph]:
    return [
        one
        for one in draft.paragraphs
        if one.part in (PREAMBLE, OPERATIVE)
        and one.level == level
        and not one.children
        and not one.markers
        and len(one.blocks) == 1
        and len(one.text) > 15
    ]


def _drop(level: int) -> Callable[[Draft, Random], Change | None]:
    def change(draft: Draft, random: Random) -> Change | None:
        found = _paragraphs(draft, level)
        if len(found) < 3:
            return None
        one = random.choice(found)
        text = draft.source.text
        end = one.end
        while text[end : end + 1] == "\n":
            end += 1
        changed = text[: one.start] + text[end:]
        return Change(changed, one.start, _STRUCTURE, f"dropped {one.place}", 12)

    return change


def _clause_lost(draft: Draft, random: Random) -> Change | None:
    """A long paragraph without its last two fifths."""
    found = [one for one in _paragraphs(draft, 0) if len(one.text) > _LONG[draft.language]]
    if not found:
        return None
    one = random.choice(found)
    text = draft.source.text
    start = one.plain.source_start(len(one.text) * 3 // 5)
    changed = text[:start] + text[one.end - 1 :]
    return Change(changed, one.start, ("CONC020", "CONC023"), f"lost the end of {one.place}", 3)


def _untranslated(draft: Draft, random: Random) -> Change | None:
    """A paragraph in the words of the English version."""
    found = _paragraphs(draft, 0)
    other = draft.source.path.replace(f"/{draft.language}/", "/en/")
    if draft.language == "en" or not found or not os.path.exists(other):
        return None
    english = read_draft(read_file(other))
    one = random.choice(found)
    there = next((each for each in english.paragraphs if each.place == one.place), None)
    if there is None or there.label is None or one.label is None:
        return None
    span = (one.label.end, one.end)
    changed = _replaced(draft, span, english.source.text[there.label.end : there.end])
    return Change(changed, one.start, ("CONC021",), f"{one.place} in English", 3)


def _double(level: int) -> Callable[[Draft, Random], Change | None]:
    def change(draft: Draft, random: Random) -> Change | None:
        found = _paragraphs(draft, level)
        if len(found) < 3:
            return None
        one = random.choice(found)
        text = draft.source.text
        copy = text[one.start : one.end]
        changed = text[: one.end] + "\n\n" + copy + text[one.end :]
        return Change(changed, one.end + 2, _STRUCTURE, f"doubled {one.place}", 6)

    return change


def _swap(level: int) -> Callable[[Draft, Random], Change | None]:
    def change(draft: Draft, random: Random) -> Change | None:
        found = _paragraphs(draft, level)
        pairs = [
            (a, b)
            for a, b in zip(found, found[1:], strict=False)
            if a.part == b.part
            and a.parent is b.parent
            and not draft.source.text[a.end : b.start].strip()
        ]
        if not pairs:
            return None
        one, other = random.choice(pairs)
        text = draft.source.text
        first, second = _body(one, text), _body(other, text)
        changed = (
            text[: first[0]]
            + text[slice(*second)]
            + text[first[1] : second[0]]
            + text[slice(*first)]
            + text[second[1] :]
        )
        return Change(changed, one.start, _STRUCTURE, f"swapped {one.place} {other.place}", 8)

    return change


def _body(paragraph: Paragraph, text: str) -> tuple[int, int]:
    """The source span of a paragraph after its label: labels stay where they are."""
    start = paragraph.start if paragraph.label is None else paragraph.label.end
    while text[start : start + 1] in (" ", "\t", "\u00a0"):
        start += 1
    return start, paragraph.end


def _marker_lost(draft: Draft, random: Random) -> Change | None:
    found = [
        (one, marker)
        for one in draft.paragraphs
        if one.part in (PREAMBLE, OPERATIVE)
        for marker in one.markers
    ]
    if not found:
        return None
    one, marker = random.choice(found)
    changed = _replaced(draft, (marker.start, marker.end), "")
    said = f"lost marker {marker.number} of {one.place}"
    return Change(changed, marker.start, ("CONC004", "CONC005"), said, 6)


def _marker_moved(draft: Draft, random: Random) -> Change | None:
    found = [
        (one, marker)
        for one in draft.paragraphs
        if one.part in (PREAMBLE, OPERATIVE)
        for marker in one.markers
    ]
    others = _paragraphs(draft, 0)
    if not found or not others:
        return None
    one, marker = random.choice(found)
    target = random.choice([other for other in others if other is not one])
    text = draft.source.text
    written = text[marker.start : marker.end]
    at = target.plain.source_start(max(len(target.text) - 6, 1))
    while at > target.start and text[at - 1 : at].isalnum():
        at -= 1
    if at <= target.start:
        return None
    if at > marker.start:
        changed = text[: marker.start] + text[marker.end : at] + written + text[at:]
    else:
        changed = text[:at] + written + text[at : marker.start] + text[marker.end :]
    said = f"moved marker {marker.number} from {one.place} to {target.place}"
    return Change(changed, at, ("CONC004", "CONC005"), said, 10_000)


def _name(draft: Draft, random: Random) -> Change | None:
    wanted = ("ecosoc", "sc", "icj", "hrc", "who", "ilo", "unesco", "unicef", "undp", "unep")
    official: dict[str, str] = {}
    for entity, _, accepted, _ in names_of(draft.language).entries:
        if entity in wanted and accepted:
            official.setdefault(entity, accepted[0])
    found = [
        (unit, token)
        for unit in _units(draft)
        for token in unit.of(NAME)
        if unit.part in (PREAMBLE, OPERATIVE)
        and token.key in ("sc", "ecosoc", "hrc", "sg", "who", "ilo", "undp", "unicef", "unep")
        and sum(one.key == token.key for one in unit.of(NAME)) == 1
    ]
    if not found or not official:
        return None
    unit, token = random.choice(found)
    choices = [name for entity, name in official.items() if entity not in unit.names]
    if not choices:
        return None
    new = random.choice(sorted(choices))
    span = unit.paragraph.source_span(token.start, token.end)
    written = draft.source.text[slice(*span)]
    said = f"{written} -> {new} in {unit.place}"
    return Change(_replaced(draft, span, new), span[0], ("CONC011",), said, 3)


def _verb(draft: Draft, random: Random) -> Change | None:
    weaker = WEAKER[draft.language]
    text = draft.source.text
    found = []
    for one in draft.paragraphs:
        if one.part != OPERATIVE or one.parent is not None or not one.emphases:
            continue
        emphasis = one.emphases[0]
        words = one.text[emphasis.start : emphasis.end].strip(" ,")
        if words in weaker and emphasis.start == 0:
            found.append((one, words))
    if not found:
        return None
    one, words = random.choice(found)
    start = one.plain.source_start(0)
    new = random.choice(weaker[words])
    if text[start : start + len(words)] != words:
        return None
    changed = text[:start] + new + text[start + len(words) :]
    said = f"{words} -> {new} in {one.place}"
    return Change(changed, start, ("CONC012", "CONC013"), said, 3)


KINDS: dict[str, Callable[[Draft, Random], Change | None]] = {
    "digit of a figure": _digit((FIGURE,), lambda token: len(token.key) > 1),
    "day": _digit((DAY,), new=_other_day),
    "year": _digit((YEAR,), new=_other_year),
    "amount": _digit((FIGURE,), lambda token: len(token.key) > 3),
    "resolution number": _digit((CITATION,)),
    "symbol": _digit((SYMBOL,)),
    "paragraph dropped": _drop(0),
    "sub-paragraph dropped": _drop(1),
    "paragraph doubled": _double(0),
    "sub-paragraph doubled": _double(1),
    "paragraphs swapped": _swap(0),
    "sub-paragraphs swapped": _swap(1),
    "marker lost": _marker_lost,
    "marker moved": _marker_moved,
    "clause lost": _clause_lost,
    "not translated": _untranslated,
    "name": _name,
    "verb weaker": _verb,
}
