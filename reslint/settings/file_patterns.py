"""Patterns of files, as in `.gitignore`, matched in time linear in the path.

The patterns come from settings and `.gitignore` files of repositories that nobody has read, and
the language server matches them while it answers. So no pattern may backtrack: a path is matched
name by name; within a name, each text between stars is found once, from the left, and never looked
for again (`fnmatch` translates a pattern this way); between `**`, each run of names likewise.

The last pattern that matches decides. `!` takes files out again, but not out of a folder that is
excluded itself. A pattern with a slash inside or at its beginning holds from the base folder on,
another in any folder below it. A slash at the end: folders only.
"""

from __future__ import annotations

import re
from fnmatch import translate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    _Name = re.Pattern[str] | None  # None stands for `**`


MOST_CHARACTERS = 1_000
"""Characters of a pattern at most; a path has rarely more."""


class PatternError(ValueError):
    """A pattern that cannot match anything sensible; the text says why."""


class FilePatterns:
    """Several patterns in their order.

    `lines` may hold comments (`#`) and empty lines. A wrong pattern raises PatternError or, with
    `skip_wrong`, matches nothing, as in git.
    """

    __slots__ = ("_patterns",)

    def __init__(self, lines: Iterable[str], *, skip_wrong: bool = False) -> None:
        self._patterns: list[_Pattern] = []
        for line in lines:
            try:
                pattern = _Pattern.read(line)
            except PatternError:
                if not skip_wrong:
                    raise
                continue
            if pattern is not None:
                self._patterns.append(pattern)

    def verdict(self, path: str, *, folder: bool = False) -> bool | None:
        """Return True if the patterns take a path, False if `!` leaves it out, else None.

        `path` has slashes and is relative to the base folder; `folder` says that it is one. A path
        in a folder that is taken is taken.
        """
        names = path.split("/")
        for count in range(1, len(names)):
            if self._last(names[:count], folder=True):
                return True
        return self._last(names, folder=folder)

    def _last(self, names: list[str], *, folder: bool) -> bool | None:
        for pattern in reversed(self._patterns):
            if (folder or not pattern.folders_only) and pattern.matches(names):
                return pattern.takes
        return None


class _Pattern:
    """One pattern: the names it consists of, and what it says of a path that matches."""

    __slots__ = ("_names", "folders_only", "takes")

    def __init__(self, names: tuple[_Name, ...], *, takes: bool, folders_only: bool) -> None:
        self._names = names
        self.takes = takes
        self.folders_only = folders_only

    @classmethod
    def read(cls, line: str) -> _Pattern | None:
        """Return the pattern of a line, None for a comment or an empty line."""
        text = _without_final_spaces(line.rstrip("\r\n"))
        if not text or text.startswith("#"):
            return None
        if len(text) > MOST_CHARACTERS:
            raise PatternError(f"a pattern may have at most {MOST_CHARACTERS:,} characters")
        takes = not text.startswith("!")
        text = text if takes else text[1:]
        folders_only = text.endswith("/")
        text = text.rstrip("/")
        anywhere = "/" not in text
        parts = [part for part in text.split("/") if part]
        if not parts:
            raise PatternError(f'the pattern "{line.strip()}" names no file')
        if anywhere:
            parts.insert(0, "**")
        names: list[_Name] = []
        for part in parts:
            if len(part) < 2 or part.strip("*"):
                names.append(_name(part))
            elif not names or names[-1] is not None:
                names.append(None)
        return cls(tuple(names), takes=takes, folders_only=folders_only)

    def matches(self, names: list[str]) -> bool:
        """Tell whether the whole path matches.

        After `**` the shortest run of names that lets the next names match is taken; only the last
        `**` is tried again.
        """
        wanted = self._names
        at = place = 0
        last = -1  # the last `**` passed, and the name to try it from again
        again = 0
        while place < len(names):
            if at < len(wanted):
                one = wanted[at]
                if one is None:
                    if at + 1 == len(wanted):
                        return True  # at the end it stands for at least one name
                    last, again = at, place
                    at += 1
                    continue
                if one.match(names[place]):
                    at += 1
                    place += 1
                    continue
            if last < 0:
                return False
            again += 1
            at, place = last + 1, again
        return at == len(wanted)


def _name(part: str) -> re.Pattern[str]:
    """Return the expression for one name between slashes."""
    return re.compile(translate("".join(_pieces(part))))


def _pieces(part: str) -> Iterable[str]:
    r"""Yield a name in the notation of `fnmatch`: no backslashes, `[!…]` for `[^…]`."""
    place = 0
    while place < len(part):
        character = part[place]
        if character == "\\":
            place += 1
            if place == len(part):
                raise PatternError(f'the pattern "{part}" ends with a backslash')
            yield f"[{part[place]}]" if part[place] in "*?[" else part[place]
        elif character == "[":
            end = _end_of_set(part, place)
            yield _set(part[place + 1 : end])
            place = end
        elif character == "*":
            if not part[:place].endswith("*"):
                yield character
        else:
            yield character
        place += 1


def _end_of_set(part: str, start: int) -> int:
    """Return the place of the `]` that closes the set opened at `start`."""
    first = start + 1 + (part[start + 1 : start + 2] in ("!", "^"))
    end = part.find("]", first + 1)
    if end < 0:
        raise PatternError(f'the pattern "{part}" has a "[" that is not closed')
    return end


def _set(inside: str) -> str:
    """Return a set of characters in the notation of `fnmatch`."""
    negated = "!" if inside[:1] in ("!", "^") else ""
    return f"[{negated}{inside[len(negated) :]}]"


def _without_final_spaces(line: str) -> str:
    """Return a line without the spaces at its end, unless a backslash stands before them."""
    stripped = line.rstrip(" \t")
    slashes = len(stripped) - len(stripped.rstrip("\\"))
    return stripped + " " if slashes % 2 and len(line) > len(stripped) else stripped
