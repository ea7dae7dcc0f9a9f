"""Rulebooks: the rules that a lint chooses from.

On the path of every start: cheap imports only. YAML is read only to compile rules.
"""

from __future__ import annotations

import os
from functools import cache

from reslint.checks.kinds import Rule
from reslint.data.compiled import Group, packed
from reslint.data.paths import rules_folder
from reslint.rulebook import own_codes
from reslint.text.diagnostics import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any


ANY_LANGUAGE = "any"
"""The part for a language that no rule names: the rules for all languages."""
INDEX = "index"
DETAILS = "details"
COMPARING = "comparing"
_HOT = (
    "code",
    "name",
    "check",
    "languages",
    "organs",
    "severity",
    "profile",
    "fix",
    "parameters",
    "messages",
    "fix_title",
    "source",
    "path",
    "yields_to",
    "sessions",
    "committees",
)
_ALL = (*_HOT, "why", "examples")
_MOST_CHOSEN = 20  # choices of rules that a rulebook keeps


def rules_of(part: dict[str, Any]) -> list[Rule]:
    """The rules in a part; `why` and `examples` are empty except in the part DETAILS."""
    keys = part["keys"]
    if len(keys) == len(_ALL):
        return [Rule(**dict(zip(keys, values, strict=True))) for values in part["rules"]]
    return [Rule(why={}, **dict(zip(keys, values, strict=True))) for values in part["rules"]]


def problems_of(part: dict[str, Any]) -> list[Problem]:
    """The problems of the rule files found when the part was compiled."""
    return [Problem(*values) for values in part["problems"]]


def compile_rules(rules: Iterable[Rule], problems: Iterable[Problem]) -> dict[str, Any]:
    """All parts by name: one for each language that a rule names, ANY_LANGUAGE, INDEX, DETAILS.

    Rules that compare versions are in COMPARING, INDEX and DETAILS only: no draft alone needs them.
    """
    rules = sorted(rules, key=lambda rule: rule.code)
    faults = [(one.code, one.message, one.path, one.line, one.column) for one in problems]
    languages = {language for rule in rules for language in rule.languages or ()}
    parts: dict[str, Any] = {
        INDEX: {"codes": {rule.code: rule.name for rule in rules}, "problems": faults},
        DETAILS: _part(rules, _ALL, faults),
        COMPARING: _part((rule for rule in rules if rule.compares), _HOT, faults),
    }
    rules = [rule for rule in rules if not rule.compares]
    parts |= {
        ANY_LANGUAGE: _part((rule for rule in rules if rule.languages is None), _HOT, faults),
    }
    for language in sorted(languages):
        applying = (r for r in rules if r.languages is None or language in r.languages)
        parts[language] = _part(applying, _HOT, faults)
    return parts


def compile_standard(folder: str) -> dict[str, Any]:
    """All parts of the standard rules, from the folder of the shipped rules."""
    import os

    from reslint.rulebook.loader import load

    paths = [os.path.join(folder, one) for one in _FOLDERS]
    return compile_rules(*load(paths, shipped=True, relative_to=folder))


def compile_house(paths: Iterable[str]) -> dict[str, Any]:
    """The one part (DETAILS) of house rules in files and folders."""
    from reslint.rulebook.loader import load

    parts = compile_rules(*load(paths))
    return {DETAILS: parts[DETAILS]}


def _part(
    rules: Iterable[Rule], keys: tuple[str, ...], problems: list[tuple[str, str, str, int, int]]
) -> dict[str, Any]:
    return {
        "keys": keys,
        "rules": [tuple(_value(rule, key, keys) for key in keys) for rule in rules],
        "problems": problems,
    }


def _value(rule: Rule, key: str, keys: tuple[str, ...]) -> Any:
    value = getattr(rule, key)
    # A draft needs the messages of the few rules that find something in it.
    return packed(value) if key == "messages" and keys == _HOT else value


class Rulebook:
    """Rules by code, and the problems of their files."""

    __slots__ = ("_chosen", "_rules", "problems")

    def __init__(self, rules: Iterable[Rule], problems: Iterable[Problem] = ()) -> None:
        self._rules = {rule.code: rule for rule in sorted(rules, key=_code)}
        self._chosen: dict[object, list[Rule]] = {}  # as last asked for, by what was asked
        self.problems = list(problems)

    def __iter__(self) -> Iterator[Rule]:
        """The rules in order of code."""
        return iter(self._rules.values())

    def __len__(self) -> int:
        return len(self._rules)

    def __contains__(self, code: object) -> bool:
        return code in self._rules

    def get(self, code: str) -> Rule | None:
        """The rule of this code, None if there is none."""
        return self._rules.get(code)

    def codes(self) -> frozenset[str]:
        """The codes of these rules and of all shipped rules, of any language."""
        return frozenset(self._rules) | frozenset(codes())

    def names(self) -> dict[str, str]:
        """The name of each rule by its code: of these rules and of all shipped rules."""
        return {**codes(), **{code: rule.name for code, rule in self._rules.items()}}

    def rules_for(
        self,
        language: str,
        organ: str,
        profile: str,
        select: Iterable[str] | None = None,
        ignore: Iterable[str] = (),
    ) -> list[Rule]:
        """The rules for a draft, in order of code.

        `select` and `ignore` hold codes or the beginnings of codes (`LEAD`); `ignore` wins.
        `select` is None for the whole profile. A rule of the strict profile is chosen if the
        profile is `strict` or `select` names its whole code.
        """
        chosen = None if select is None else tuple(select)
        ignored = tuple(ignore)
        # An editor asks after each keystroke.
        asked = language, organ, profile, chosen, ignored
        if asked not in self._chosen:
            if len(self._chosen) >= _MOST_CHOSEN:
                self._chosen.clear()
            self._chosen[asked] = self._choose(*asked)
        return self._chosen[asked].copy()

    def _choose(
        self,
        language: str,
        organ: str,
        profile: str,
        chosen: tuple[str, ...] | None,
        ignored: tuple[str, ...],
    ) -> list[Rule]:
        """Choose the rules for `rules_for`."""
        found = []
        for rule in self._rules.values():
            code = rule.code
            if not rule.applies_to(language, organ) or code.startswith(ignored):
                continue
            if chosen is not None and not code.startswith(chosen):
                continue
            if rule.profile == "strict" and profile != "strict" and code not in (chosen or ()):
                continue
            found.append(rule)
        return found

    def with_house_rules(self, house: Rulebook) -> Rulebook:
        """This rulebook and house rules together.

        A house rule with the code of a shipped rule is left out, and a problem says so.
        """
        shipped = codes()
        accepted, problems = [], [*self.problems, *house.problems]
        for rule in house:
            if rule.code in self._rules or rule.code in shipped:
                message = f"the code {rule.code} belongs to a rule of reslint; choose another one"
                problems.append(Problem("RULE", message, rule.path))
            else:
                accepted.append(rule)
        return Rulebook([*self, *accepted], problems)


def standard(language: str) -> Rulebook:
    """Return the shipped rules of a language, without their `why` and `examples`; cached."""
    return rulebook_of(language)


def rulebook_of(language: str, house_paths: tuple[str, ...] = ()) -> Rulebook:
    """Return the shipped rules of a language and the house rules in files and folders; cached.

    The same rulebook comes again until `forget_house_rules`. Safe in any thread.
    """
    # Replaced, never emptied, by forget_house_rules: what is being loaded now goes into the old
    # dictionary then, and is forgotten as well.
    books = _books
    key = rules_folder(), language, house_paths
    book = books.get(key)
    if book is None:
        new = load_rulebook(language, house_paths) if house_paths else _load_standard(language)
        book = books.setdefault(key, new)
    return book


def load_rulebook(language: str, house_paths: Iterable[str]) -> Rulebook:
    """Return the rulebook of a language, its house rules read from their files now."""
    paths = tuple(house_paths)
    book = standard(language)
    return book.with_house_rules(house(paths)) if paths else book


def comparing_rules(house_paths: tuple[str, ...] = ()) -> Rulebook:
    """Return the rules that compare versions, shipped and of house folders."""
    book = _shipped_comparing_rules(_standard())
    if not house_paths:
        return book
    others = house(house_paths)
    return book.with_house_rules(
        Rulebook((rule for rule in others if rule.compares), others.problems)
    )


@cache
def _shipped_comparing_rules(standard: Group) -> Rulebook:
    part = standard.part(COMPARING)
    return Rulebook(rules_of(part), problems_of(part))


def full_rule(code: str, house_paths: tuple[str, ...]) -> Rule | None:
    """Return a rule with its `why` and `examples`, None if there is none; cached."""
    return full_rules(house_paths).get(code)


def full_rules(house_paths: tuple[str, ...] = ()) -> Rulebook:
    """Return all shipped rules and house rules with `why` and `examples`; cached."""
    books = _full_rules
    book = books.get(house_paths)
    if book is None:
        book = standard_in_full()
        if house_paths:
            book = book.with_house_rules(house(house_paths))
        book = books.setdefault(house_paths, book)
    return book


def known_codes(house_paths: tuple[str, ...] = ()) -> frozenset[str]:
    """Return the codes of all rules and reslint's own."""
    return rulebook_of("en", house_paths).codes() | frozenset(own_codes.NAMES)


def forget_house_rules() -> None:
    """Read house rules from their files again when they are next asked for."""
    global _books, _full_rules
    _books = {key: book for key, book in _books.copy().items() if not key[2]}
    _full_rules = {paths: rules for paths, rules in _full_rules.copy().items() if not paths}


def _load_standard(language: str) -> Rulebook:
    """Return the shipped rules of a language; those for all languages where it has none."""
    part = None
    if language.isascii() and language.isalpha() and language not in _NO_LANGUAGES:
        part = _standard().part(language)
    if part is None:
        part = _standard().part(ANY_LANGUAGE)
    return Rulebook(rules_of(part), problems_of(part))


def standard_in_full() -> Rulebook:
    """All shipped rules with `why` and `examples`."""
    part = _standard().part(DETAILS)
    return Rulebook(rules_of(part), problems_of(part))


def codes() -> dict[str, str]:
    """The code and name of every shipped rule, in order of code."""
    found: dict[str, str] = _standard().part(INDEX)["codes"]
    return found


def house(paths: Iterable[str]) -> Rulebook:
    """The rules in house files and folders, with `why` and `examples`; problems never raise."""
    paths = tuple(paths)
    part = _house_group(paths).part(DETAILS)
    return Rulebook(rules_of(part), problems_of(part))


def house_state(paths: tuple[str, ...]) -> bytes:
    """What changes whenever a house rule file is written, made or removed; empty for no paths."""
    return _house_group(paths).state() if paths else b""


def _house_group(paths: tuple[str, ...]) -> Group:
    return Group("house", paths, lambda: compile_house(paths))


_FOLDERS = ("standard", "concordance")
_NO_LANGUAGES = (ANY_LANGUAGE, INDEX, DETAILS, COMPARING, "parts")
_groups: dict[str, Group] = {}
_books: dict[tuple[str, str, tuple[str, ...]], Rulebook] = {}
_full_rules: dict[tuple[str, ...], Rulebook] = {}


def _standard() -> Group:
    """The group of the standard rules, opened once a process."""
    folder = rules_folder()
    group = _groups.get(folder)
    if group is None:
        group = _groups[folder] = Group(
            "rules",
            tuple(os.path.join(folder, one) for one in _FOLDERS),
            lambda: compile_standard(folder),
            standard=True,
        )
    return group


def _code(rule: Rule) -> str:
    return rule.code
