"""The habits of an organ with a style of its own: its names, and what is right in its drafts.

Those of WHO, UNESCO, ITU and others are data under `rules/organs/`, one file each; a settings file
may define those of one more organ. They are loaded only for a draft of another body, or where the
settings ask for them.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache

from reslint.data import paths
from reslint.data.compiled import Group
from reslint.data.patterns import expression
from reslint.text.folding import close_up, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


NONE, BULLET = "none", "bullet"
EMPHASES = ("italic", "bold", "bold italic", "underline", NONE)
"""The kinds of emphasis that leading phrases may have; `none`: plain."""
ENDINGS = ("comma", "semicolon", "colon", "stop")
"""The kinds of marks with which paragraphs may end."""
PREAMBLE, OPERATIVE, ITEMS, LAST = "preamble", "operative", "items", "last"
PARTS = (PREAMBLE, OPERATIVE)
ENDED = (PREAMBLE, OPERATIVE, ITEMS, LAST)
"""What ends with marks of a house; `last` is the last operative paragraph."""
LABELS = {
    NONE: ("", ""),
    BULLET: ("bullet", ""),
    "1.": ("number", "N."),
    "1)": ("number", "N)"),
    "(1)": ("number", "(N)"),
    "1 -": ("number", "N -"),
    "1": ("number", "N"),
    "1/": ("number", "N/"),
    "1.1": ("number", "N.N"),
    "I.": ("number", "I."),
    "一、": ("number", "一、"),
    "a.": ("letter", "x."),
    "a)": ("letter", "x)"),
    "(a)": ("letter", "(x)"),
    "i.": ("roman", "x."),
    "i)": ("roman", "x)"),
    "(i)": ("roman", "(x)"),
}
"""The labels that a house may have, as samples, with their kind and style as they are read."""
_AROUND_LINE = " ,،，:：*_"
_HEADS = 4  # the last texts whose marks are remembered: an editor asks for one again and again
_ORGANS = "organs"
_known: dict[str, dict[str, dict[str, Any]]] = {}


class Habits:
    """The style of an organ, as far as it differs from that of the language and the UN.

    code        of the organ: `WHO`
    names       by language: what its organ lines say, among other words
    written     by language: the same names as they are written, the usual one first
    lines       by language: whole organ lines, which other organizations may have, too
    header      words of which one must stand above the draft or in its first paragraph for those
                lines to be those of the organ; () for none
    unknown_style  whether these are habits of several organs, whose own styles are not known
    profile     the profile that chooses these habits; "" if the organ line chooses them
    emphasis    by part: kinds of emphasis that leading phrases may have; () for those of the
                language
    throughout  kinds of emphasis that are right, too, if all phrases of a part have them
    capitals    the parts whose leading phrases are in capitals
    endings     kinds of marks by what ends with them (`ENDED`), the usual one first
    labels      by part: the labels that it may have, as samples (`LABELS`); () for the usual ones
    is_own      whether the settings define these habits
    items       the labels of sub-paragraphs by level, as samples; () for those of the language
    continuous  whether the operative numbers go on from those of the preamble
    joined      whether a word such as "and" may join a paragraph or item to the next one
    hereby      whether a line such as "The Council hereby:" may stand after the preamble
    phrases     by language and part: leading phrases besides those of the language
    silent      codes of the rules that do not hold for it, unless the settings name them
    held        those of them that hold all the same if the draft has the organ line of a council of
                the United Nations
    """

    __slots__ = (
        "_key",
        "capitals",
        "code",
        "continuous",
        "emphasis",
        "endings",
        "header",
        "held",
        "hereby",
        "is_own",
        "items",
        "joined",
        "labels",
        "lines",
        "names",
        "phrases",
        "profile",
        "silent",
        "throughout",
        "unknown_style",
        "written",
    )

    def __init__(self, data: dict[str, Any], *, own: bool = False) -> None:
        """Make habits of checked data, as they stand in a file of `rules/organs/`.

        `own`: they are those of an organ that the settings define.
        """
        self.is_own = own
        self.code: str = data["code"]
        self.written: dict[str, list[str]] = data.get("names", {})
        self.names = _folded(self.written)
        self.lines = _folded(data.get("lines", {}))
        self.header = tuple(fold(word) for word in data.get("header", ()))
        self.unknown_style: bool = data.get("unknown_style", False)
        self.profile: str = data.get("profile", "")
        given = data.get("emphasis", ())
        by_part = given if isinstance(given, dict) else dict.fromkeys(PARTS, given)
        self.emphasis = {part: tuple(by_part.get(part, ())) for part in PARTS}
        self.throughout: tuple[str, ...] = tuple(data.get("throughout", ()))
        self.capitals = frozenset(data.get("capitals", ()))
        self.endings = {part: tuple(kinds) for part, kinds in data.get("endings", {}).items()}
        labels: dict[str, Any] = data.get("labels", {})
        self.labels = {part: tuple(labels.get(part, ())) for part in PARTS}
        self.items: tuple[str, ...] = tuple(labels.get(ITEMS, ()))
        self.continuous: bool = labels.get("continuous", False)
        self.joined: bool = data.get("joined", False)
        self.hereby: bool = data.get("hereby", False)
        self.phrases: dict[str, dict[str, list[str]]] = data.get("phrases", {})
        self.silent = frozenset(data.get("silent", ()))
        self.held = frozenset(data.get("held", ()))
        self._key = repr((own, sorted(data.items())))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Habits) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def __repr__(self) -> str:
        """Return all that it says: results are kept by it."""
        return f"Habits({self._key})"

    def is_named_in(self, line: str, language: str) -> bool:
        """Tell whether an organ line in a language names the organ."""
        written = fold(line).casefold()
        return any(name in written for name in self.names.get(language, ()))

    def has_line(self, line: str, language: str, above: str) -> bool:
        """Tell whether a line is one of the organ's organ lines, given what stands `above`."""
        lines = self.lines.get(language, ())
        if fold(line).casefold().strip(_AROUND_LINE) not in lines:
            return False
        written = fold(above)
        return not self.header or any(word in written for word in self.header)


def habits_of_line(line: str, language: str, above: str = "") -> Habits | None:
    """Return the habits of the organ that an organ line names, None for one without any.

    `above` is the text around that line which may say whose it is: the masthead, the first
    paragraph. A line that several organizations have counts for one that is named there first.
    """
    known = _shipped_habits(paths.rules_folder())
    for habits in known:
        if habits.is_named_in(line, language):
            return habits
    for habits in sorted(known, key=lambda one: not one.header):
        if habits.has_line(line, language, above):
            return habits
    return None


def _folded(names: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Return names by language in the form in which they are compared."""
    return {
        language: tuple(fold(name).casefold() for name in listed)
        for language, listed in names.items()
    }


@lru_cache(maxsize=_HEADS)
def habits_of_head(head: str) -> Habits | None:
    """Return the habits that what stands above the operative part tells of, None for none.

    A draft with sponsors and signatories is one of a Model United Nations, one with "RESOLVES:"
    above its numbers one of another house.
    The `marks` in the data of an organ are such text: a `pattern`, its `gate` (words of which each
    match holds one), `colon`, if the word stands before a colon in its line, and `foreign`, if an
    organ of that name is not that of the United Nations (see `is_foreign`).
    """
    head = close_up(head)
    before_colons = "\n".join(
        max(before.rpartition(":")[0], before.rpartition("：")[0], key=len)
        for before in head.split("\n")
        if ":" in before or "：" in before
    )
    # The patterns take longer than a rule to compile, and to look for: most heads need none.
    anywhere, labelled = (head, head.casefold()), (before_colons, before_colons.casefold())
    for data in _shipped().values():
        for mark in data.get("marks", ()):
            if _is_marked(head, *(labelled if "colon" in mark else anywhere), mark):
                return Habits(data)
    return None


@lru_cache(maxsize=_HEADS)
def is_foreign(head: str) -> bool:
    """Tell whether what stands above a draft shows that it is of another organization.

    A symbol of its documents tells that its General Assembly is not that of the United Nations.
    """
    folded = head.casefold()
    return any(
        _is_marked(head, head, folded, mark)
        for data in _shipped().values()
        for mark in data.get("marks", ())
        if "foreign" in mark
    )


def _is_marked(head: str, looked_at: str, folded: str, mark: dict[str, Any]) -> bool:
    """Tell whether a head has a mark.

    The words of its gate are looked for in `folded`, those with capitals in `looked_at`.
    """
    for word in mark["gate"]:
        if word in (folded if word.islower() else looked_at):
            return expression("(?im)" + mark["pattern"]).search(head) is not None
    return False


def silent_for_unlisted(line: str, language: str) -> frozenset[str]:
    """Return the codes that do not hold for a body that no file names, given its organ line.

    There are none if a word of the line may be that of a body of the United Nations.
    """
    written = f" {fold(line).casefold()} "
    for data in _shipped().values():
        unlisted = data.get("unlisted")
        if unlisted is not None:
            words = unlisted["never"].get(language, ())
            if not any(_has_word(written, fold(word).casefold()) for word in words):
                return frozenset(unlisted["silent"])
    return frozenset()


def _has_word(text: str, start: str) -> bool:
    """Tell whether a word of a text begins so; where no spaces part words, whether it has that."""
    at = text.find(start)
    while at > 0:
        if not (text[at - 1].isalnum() and text[at].isascii()):
            return True
        at = text.find(start, at + 1)
    return False


def habits_of_profile(profile: str) -> Habits | None:
    """Return the habits that a profile asks for, None for a profile of the rules alone."""
    for data in _shipped().values():
        if data.get("profile") == profile:
            return Habits(data)
    return None


def habit_profiles() -> tuple[str, ...]:
    """Return the profiles that ask for habits of a house."""
    return tuple(data["profile"] for data in _shipped().values() if "profile" in data)


def compile_organs(folder: str) -> dict[str, Any]:
    """Compile the habits of all organs: the data of their files by code.

    Raises ValueError for a broken file.
    """
    from reslint.data.yaml_reader import YamlFileError, read_file

    base = os.path.join(folder, "organs")
    found: dict[str, Any] = {}
    for name in sorted(os.listdir(base)):
        if not name.endswith(".yaml"):
            continue
        try:
            value: Any = read_file(os.path.join(base, name)).value
        except YamlFileError as error:
            raise ValueError(f"{name}:{error.line}:{error.column}: {error.message}") from None
        found[value["code"]] = {
            key: part for key, part in value.items() if key not in ("examples", "source")
        }
    return {_ORGANS: found}


@cache
def _shipped_habits(folder: str) -> tuple[Habits, ...]:
    """Return the shipped habits of a rules folder; names are folded once in a process."""
    return tuple(Habits(data) for data in _shipped().values())


def _shipped() -> dict[str, dict[str, Any]]:
    """Return the data of the shipped habits, by code; it is read once in a process."""
    folder = paths.rules_folder()
    found = _known.get(folder)
    if found is None:
        source = os.path.join(folder, "organs")
        group = Group("organs", (source,), lambda: compile_organs(folder), standard=True)
        found = _known[folder] = group.part(_ORGANS)
    return found
