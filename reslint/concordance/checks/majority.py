"""Who is odd: what one version has and the others have not, by majority or by the reference."""

from __future__ import annotations

from reslint.concordance.languages.beside_figures import months_in
from reslint.concordance.languages.counterparts import figures_of, habits
from reslint.concordance.languages.figures import says_figure, turned_round
from reslint.concordance.model import (
    CITATION,
    DATE,
    DAY,
    FIGURE,
    MONTH,
    REFERENCE,
    SYMBOL,
    YEAR,
)
from reslint.language.symbols import components_cited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Row, Token, Unit, Version


NUMBERS = (FIGURE, DAY, YEAR)
_LONGEST_ALONE = 4  # figures of a number that is written without a word for thousands


class Replaced:
    """A run of figures that stands once more in a unit than elsewhere, for one that is lacking.

    `written` is the run in the unit and its plain span `start` to `end`; `right` what all others
    have in its place.
    """

    __slots__ = ("end", "right", "start", "unit", "written")

    def __init__(self, unit: Unit, written: str, right: str, start: int) -> None:
        self.unit = unit
        self.written = written
        self.right = right
        self.start = start
        self.end = start + len(written)


def replaced_figures(row: Row, comparison: Comparison) -> list[Replaced]:
    """Runs of figures that a figure wrong in one version turned into another run of the paragraph.

    The others must agree on how often both stand, and both must be of one length and differ in one
    figure: so a version that writes months in figures is not odd.
    """
    cells = row.cells
    counts = {version: unit.written for version, unit in cells.items()}
    first = row.first().written
    if all(one == first for one in counts.values()):
        return []
    found = []
    for version, own in counts.items():
        if len(cells) == 2 and version is comparison.reference:
            continue
        others = [one for other, one in counts.items() if other is not version]
        common = others[0]
        less, more = [], []
        for run in {*own, *common}:
            due = common.get(run, 0)
            if any(one.get(run, 0) != due for one in others[1:]):
                continue
            difference = own.get(run, 0) - due
            if difference == -1:
                less.append(run)
            elif difference == 1 and due:
                more.append(run)
        for run in more:
            right = next((one for one in less if _one_figure_off(run, one)), "")
            if right:
                unit = cells[version]
                found.append(Replaced(unit, run, right, max(unit.text.rfind(run), 0)))
    return found


def _one_figure_off(run: str, other: str) -> bool:
    if len(run) != len(other) or ("/" in run) != ("/" in other) or len(run) < 2:
        return False
    return sum(a != b for a, b in zip(run, other, strict=True)) == 1


class Odd:
    """What is odd in one unit: `lacking` are tokens of other versions that have no equal here,
    `extra` tokens of its own that have none there. `agreeing` are the versions it differs from;
    `certain` says that they are more than half.
    """

    __slots__ = ("agreeing", "certain", "extra", "lacking", "unit")

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.lacking: list[Token] = []
        self.extra: list[Token] = []
        self.agreeing: list[Version] = []
        self.certain = True


def odd_units(row: Row, comparison: Comparison, kinds: tuple[str, ...]) -> list[Odd]:
    """The odd units of a row, looking at tokens of these kinds, in the order of the versions."""
    cells = row.cells
    firsts = {version: unit.firsts(kinds) for version, unit in cells.items()}
    keys = firsts[row.first().version].keys()
    if all(one.keys() == keys for one in firsts.values()):
        return []
    holders: dict[str, dict[Version, Token]] = {}
    for version, own in firsts.items():
        for key, token in own.items():
            holders.setdefault(key, {})[version] = token
    clock = DAY in kinds and any(
        word in unit.text for unit in cells.values() for word in habits()["clock"]
    )
    found: dict[Version, Odd] = {}
    for key, by_version in holders.items():
        if len(by_version) == len(cells):
            continue
        token = next(iter(by_version.values()))
        if clock and token.kind == FIGURE and _may_be_hour(key):
            continue
        without = [
            version
            for version, unit in cells.items()
            if version not in by_version and not _says(unit, token)
        ]
        if not without:
            continue
        with_it = [version for version in cells if version not in without]
        if len(by_version) < len(with_it) and len(by_version) <= len(cells) // 2:
            continue  # few write it like this: a reading, not a figure of all
        odd, certain = odd_side(with_it, without, comparison.reference)
        others = without if odd is with_it else with_it
        for version in odd:
            one = found.get(version)
            if one is None:
                one = found[version] = Odd(cells[version])
            one.certain = one.certain and certain
            one.agreeing += [other for other in others if other not in one.agreeing]
            if odd is without:
                one.lacking.append(token)
            elif version in by_version:
                one.extra.append(by_version[version])
    for odd_one in found.values():
        _drop_turned(odd_one)
        _drop_lettered(odd_one, cells)
    return [
        found[version]
        for version in cells
        if version in found and (found[version].extra or found[version].lacking)
    ]


def _drop_turned(odd: Odd) -> None:
    """Drop figures that other versions have with their groups in reverse order."""
    if "turned" not in figures_of(odd.unit.version.language):
        return
    for token in odd.extra[:]:
        written = odd.unit.text[token.start : token.end]
        for other in odd.lacking:
            if _same_turned(written, other.key):
                odd.extra.remove(token)
                odd.lacking.remove(other)
                break


def _drop_lettered(odd: Odd, cells: dict[Version, Unit]) -> None:
    """Drop figures whose word for a thousand is a letter, as in Supplement No. 53A."""
    if "turned" not in figures_of(odd.unit.version.language):
        return
    for token in odd.extra[:]:
        bare = odd.unit.text[token.start : token.end].partition(" ")[0]
        if (
            token.kind == FIGURE
            and bare != token.key
            and all(bare in cells[one].written for one in odd.agreeing)
        ):
            odd.extra.remove(token)


def _same_turned(written: str, key: str) -> bool:
    if turned_round(written) == key:
        return True
    first, slash, second = written.partition("/")
    return bool(slash) and f"{second}/{first}" == key


def odd_side(
    one: list[Version], other: list[Version], reference: Version
) -> tuple[list[Version], bool]:
    """Which of two groups of versions is odd: the smaller one, else that without the reference.

    And whether a majority says so.
    """
    if len(one) != len(other):
        return (one if len(one) < len(other) else other), True
    return (other if reference in one else one), False


def _may_be_hour(key: str) -> bool:
    hour, _, minute = key.partition(".")
    return len(hour) <= 2 and int(hour) <= 24 and len(minute) in (0, 2)


def _says(unit: Unit, token: Token) -> bool:
    """Whether a unit has the value of another unit's token in a form that was not recognized."""
    kind, key = token.kind, token.key
    if kind in NUMBERS:
        if key in unit.written:
            return True
        # Figures that are read as 249 million do not say 249 billion.
        mantissa = key.rstrip("0")
        if len(key) > _LONGEST_ALONE and any(
            len(one.key) > _LONGEST_ALONE and one.key.rstrip("0") == mantissa
            for one in unit.of(FIGURE)
        ):
            return False
        return says_figure(unit.text, unit.written, key, unit.version.language)
    if kind == REFERENCE:
        number = key.partition("/")[0]
        # Paragraph 4 (a) does not say 4 (b).
        return number in unit.written and not any(
            one.key.partition("/")[0] == number for one in unit.of(REFERENCE)
        )
    if kind == CITATION:
        number = key.partition(" ")[0]
        if number.rpartition("-")[2] not in unit.written:
            return False
        # 2254 (2005) does not say 2254 (2015).
        return not any(one.key.partition(" ")[0] == number for one in unit.of(CITATION))
    if kind == SYMBOL:
        return all(piece in unit.text for piece in components_cited(key))
    return kind == MONTH and not any(one.kind == MONTH for one in unit.tokens)


def odd_dates(row: Row, comparison: Comparison) -> Iterator[Odd]:
    """The units that have a date no other has, and lack one that most others have.

    A unit that has the parts of a date apart, as in a period, does not lack it. Where a date stands
    twice, a unit may lack it once, if no other has the parts of the date in its place.
    """
    dates = {version: _dates_of(unit) for version, unit in row.cells.items()}
    if all(one.keys() == dates[row.first().version].keys() for one in dates.values()):
        return
    for version, own in dates.items():
        if len(dates) == 2 and version is comparison.reference:
            continue
        others = [one for other, one in dates.items() if other is not version]
        odd = Odd(row.cells[version])
        odd.extra = [
            one[0] for key, one in own.items() if not any(key in other for other in others)
        ]
        if not odd.extra:
            continue
        there = {key: found[0] for other in others for key, found in other.items()}
        alone = not any(
            _says_date(unit, token.key)
            for other, unit in row.cells.items()
            if other is not version
            for token in odd.extra
        )
        odd.lacking = [
            token
            for key, token in there.items()
            if 2 * sum(len(other.get(key, ())) > len(own.get(key, ())) for other in others)
            > len(others)
            and (alone if key in own else not _says_date(odd.unit, key))
        ]
        lacking = {token.key for token in odd.lacking}
        odd.agreeing = [
            one for one in dates if one is not version and not lacking.isdisjoint(dates[one])
        ]
        if odd.lacking:
            yield odd


def _dates_of(unit: Unit) -> dict[str, list[Token]]:
    """The dates of a unit by their keys, each as often as it stands there."""
    found: dict[str, list[Token]] = {}
    for token in unit.of(DATE):
        found.setdefault(token.key, []).append(token)
    return found


def _says_date(unit: Unit, key: str) -> bool:
    """Whether a unit has the parts of a date, together or apart."""
    year, month, day = key.split("-")
    if year not in unit.written or (day != "0" and day not in unit.written):
        return False
    return int(month) in months_in(unit.text, unit.version.draft.vocabulary)


def odd_letters(row: Row, comparison: Comparison, kind: str) -> Iterator[Odd]:
    """The units that have a number with another letter than the others: 7 (b) for 7 (a)."""
    for odd in odd_units(row, comparison, (kind,)):
        numbers = {token.key.rpartition("/")[0] for token in odd.lacking}
        extra = [token for token in odd.extra if token.key.rpartition("/")[0] in numbers]
        if extra:
            shared = {token.key.rpartition("/")[0] for token in extra}
            odd.extra = extra
            odd.lacking = [one for one in odd.lacking if one.key.rpartition("/")[0] in shared]
            yield odd
