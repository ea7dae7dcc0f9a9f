"""Group files that are versions of one draft: by settings, symbol, name, or as named together.

Nothing is grouped silently: a group says by what, and every file that is left over says why.
"""

from __future__ import annotations

import os
import re

from reslint.concordance.languages.counterparts import part
from reslint.data.patterns import expression
from reslint.documents import read_file
from reslint.draft.masthead import symbol_of
from reslint.settings.version_patterns import key_by_patterns
from reslint.text.source import UnreadableText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence


BY_SETTINGS, BY_SYMBOL, BY_NAME, TOGETHER = "settings", "symbol", "name", "command line"
"""How a group was found."""
MOST_VERSIONS = 12
_HEAD = 6000  # characters in which a symbol may stand
_MOST_MISPRINTED = 2  # characters of a symbol
_CLOSING = ")]"
_BESIDE_NAMES = "._- (["
_PIECE = expression(r"[^\W_]+")


class Group:
    """Files that are versions of one draft: a key, how it was found, their paths in order."""

    __slots__ = ("how", "key", "paths")

    def __init__(self, key: str, how: str, paths: Sequence[str]) -> None:
        self.key = key
        self.how = how
        self.paths = list(paths)

    def __repr__(self) -> str:
        return f"Group({self.key} by {self.how}: {self.paths})"


def group_files(
    paths: Iterable[str],
    *,
    together: bool,
    symbol: Callable[[str], str] | None = None,
    patterns_of: Callable[[str], Mapping[str, str]] | None = None,
) -> tuple[list[Group], list[str]]:
    """The groups of files, in the order of their first paths, and the files that belong to none.

    `together` says that the command line names the files one by one: those that belong to no other
    group are then one. `symbol` gives the symbol in a file, "" for none (default: the file is
    read), `patterns_of` the patterns of the settings that hold for a file, by language.
    """
    find_symbol = symbol or symbol_in
    groups = _by_settings(paths := list(paths), patterns_of)
    settled = {path for group in groups for path in group.paths}
    remaining = [path for path in paths if path not in settled]
    shown = {path: name_key(path) for path in remaining}
    named = {path: (key.casefold(), language) for path, (key, language) in shown.items()}
    by_symbol: dict[str, list[str]] = {}
    for path in remaining:
        found_symbol = find_symbol(path)
        if found_symbol:
            by_symbol.setdefault(found_symbol, []).append(path)
    with_symbol = {path: one for one, found in by_symbol.items() for path in found}
    for one, found in by_symbol.items():
        for key, some in _copies(one, found, named):
            if len(some) > 1:
                groups.append(Group(key, BY_SYMBOL, some))
    for group in groups:
        if group.how == BY_SETTINGS:
            continue
        _add_misprinted(group, by_symbol, named)
        _add_without_symbol(group, [one for one in remaining if one not in with_symbol], named)
    taken = {path for group in groups for path in group.paths}
    by_name: dict[str, list[str]] = {}
    for path in remaining:
        if path not in taken:
            by_name.setdefault(named[path][0], []).append(path)
    for found in by_name.values():
        symbols = {with_symbol[path] for path in found if path in with_symbol}
        languages = [named[path][1] for path in found]
        if len(found) > 1 and len(symbols) < 2 and len(set(languages)) == len(languages):
            groups.append(Group(shown[found[0]][0], BY_NAME, found))
            taken.update(found)
    lone = [path for path in remaining if path not in taken]
    if together and not groups and 2 <= len(lone) <= MOST_VERSIONS:
        groups.append(Group(_common_name(lone), TOGETHER, lone))
        lone = []
    elif (
        together
        and len(groups) == 1
        and groups[0].how != BY_SETTINGS
        and lone
        and len(groups[0].paths) + len(lone) <= 6
    ):
        groups[0].paths = [path for path in remaining if path in {*groups[0].paths, *lone}]
        groups[0].how = TOGETHER
        lone = []
    groups.sort(key=lambda group: group.paths[0])
    return groups, lone


def _by_settings(
    paths: list[str], patterns_of: Callable[[str], Mapping[str, str]] | None
) -> list[Group]:
    """The groups of files that the patterns of settings name; one file alone is no group."""
    if patterns_of is None:
        return []
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for path in paths:
        patterns = patterns_of(path)
        key = key_by_patterns(path, patterns) if patterns else None
        if key is not None:
            found.setdefault((key[0], tuple(patterns.values())), []).append(path)
    return [Group(key, BY_SETTINGS, some) for (key, _), some in found.items() if len(some) > 1]


def _add_misprinted(
    group: Group, by_symbol: dict[str, list[str]], named: dict[str, tuple[str, str]]
) -> None:
    """Add a version whose name belongs to the group and whose symbol is a figure or two off."""
    keys = {named[path][0] for path in group.paths}
    languages = {named[path][1] for path in group.paths}
    if len(keys) != 1 or len(group.paths) < 2:
        return
    own = group.key.partition(" (")[0]
    for symbol, paths in by_symbol.items():
        if len(paths) != 1 or len(symbol) != len(own) or symbol == own:
            continue
        key, language = named[paths[0]]
        different = sum(a != b for a, b in zip(symbol, own, strict=True))
        if key in keys and language not in languages and different <= _MOST_MISPRINTED:
            group.paths = sorted([*group.paths, paths[0]])
            languages.add(language)


def _add_without_symbol(group: Group, paths: list[str], named: dict[str, tuple[str, str]]) -> None:
    """Add versions whose name belongs to the group and whose symbol could not be read."""
    keys = {named[path][0] for path in group.paths}
    languages = {named[path][1] for path in group.paths}
    for path in paths:
        key, language = named[path]
        if keys == {key} and language and language not in languages and path not in group.paths:
            group.paths = sorted([*group.paths, path])
            languages.add(language)


def _copies(
    symbol: str, paths: list[str], named: dict[str, tuple[str, str]]
) -> list[tuple[str, list[str]]]:
    """The groups of files with one symbol: several where the names tell copies of the draft."""
    languages = [named[path][1] for path in paths]
    if len(set(languages)) == len(languages) or "" in languages:
        return [(symbol, paths)]
    by_name: dict[str, list[str]] = {}
    for path in paths:
        by_name.setdefault(named[path][0], []).append(path)
    if len(by_name) == 1:
        return [(symbol, paths)]
    return [(f"{symbol} ({key})", some) for key, some in by_name.items()]


def symbol_in(path: str) -> str:
    """The symbol in the head of a file without spaces, "" for none or a file that is unreadable."""
    try:
        source = read_file(path)
    except (UnreadableText, ValueError):
        return ""
    for line in source.text[:_HEAD].splitlines():
        symbol = symbol_of(line.strip(" \t*_#|"))
        if symbol:
            return symbol.replace(" ", "")
    return ""


def name_key(path: str) -> tuple[str, str]:
    """The path of a file without what says its language, and that language ("" for none).

    The language is the last word of the file's name (`a.fr.md`, `a-french.docx`, `a.zh-Hans.md`),
    a folder, a capital letter at the end of the name (`N2412345-F.docx`), its first word or the
    whole of it.
    """
    names: dict[str, str] = part("files")["by_name"]
    letters: dict[str, str] = part("files")["letters"]
    folder, file = os.path.split(path)
    stem = file.rpartition(".")[0] or file
    steps = folder.replace(os.sep, "/").split("/") if folder else []
    pieces = list(_PIECE.finditer(stem))
    if len(pieces) > 2 and _is_region(stem, pieces[-2], pieces[-1]):
        stem = _without(stem, pieces.pop())
    last, first = (pieces[-1], pieces[0]) if len(pieces) > 1 else (None, None)
    if last is not None and last[0].lower() in names:
        return "/".join([*steps, _without(stem, last)]), names[last[0].lower()]
    for at in range(len(steps) - 1, -1, -1):
        found = names.get(steps[at].lower()) or letters.get(steps[at], "")
        if found:
            return "/".join([*steps[:at], "*", *steps[at + 1 :], stem]), found
    if last is not None and last[0] in letters:
        return "/".join([*steps, _without(stem, last)]), letters[last[0]]
    if first is not None and first[0].lower() in names:
        return "/".join([*steps, _without(stem, first)]), names[first[0].lower()]
    if stem.lower() in names:
        return "/".join([*steps, "*"]), names[stem.lower()]
    return "/".join([*steps, stem]), ""


def _is_region(stem: str, language: re.Match[str], region: re.Match[str]) -> bool:
    """Whether a word tells the script or country of the language before it: zh-Hans, fr_CA."""
    return (
        stem[language.end() : region.start()] in ("-", "_")
        and len(language[0]) == 2
        and language[0].lower() in part("files")["by_name"]
        and region[0] in part("files")["regions"]
    )


def _without(stem: str, piece: re.Match[str]) -> str:
    """A name without one of its words and the mark beside it."""
    before, after = stem[: piece.start()], stem[piece.end() :]
    return (before.rstrip(_BESIDE_NAMES) + after.lstrip(_CLOSING)).strip(_BESIDE_NAMES)


def _common_name(paths: list[str]) -> str:
    """What the names of files named together have in common, else all of them."""
    names = [os.path.basename(path) for path in paths]
    length = 0
    while all(name[length : length + 1] == names[0][length : length + 1] != "" for name in names):
        length += 1
    return names[0][:length].strip("._-") or " ".join(names)
