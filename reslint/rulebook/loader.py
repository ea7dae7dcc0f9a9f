"""Read rule files; everything wrong in them becomes a problem with file, line and column.

A file holds one rule, or several in a list under the key `rules`. Nothing in a file raises: a
broken rule becomes problems (code RULE), and the other rules are still read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reslint.checks.kinds import COMPARING, Rule, find_kind
from reslint.checks.swap_findings import message_of_swap
from reslint.data.paths import yaml_files
from reslint.data.time_limit import TimeLimit
from reslint.data.yaml_reader import Document, Path, YamlFileError, read_file
from reslint.rulebook import meaning, validation
from reslint.rulebook.schema import COMPARING_RULE, RULE, SHIPPED_REQUIRED
from reslint.rulebook.validation import Error
from reslint.text.diagnostics import Problem

PROBLEM_CODE = "RULE"
_MAX_FILES = 2_000
SECONDS = 20.0
"""Seconds of computing for all files together: a rule takes a thousandth, a costly pattern more."""


def load(
    paths: Iterable[str], *, shipped: bool = False, relative_to: str = "", seconds: float = SECONDS
) -> tuple[list[Rule], list[Problem]]:
    """The rules in files and folders (searched for `*.yaml`), in order of code, and the problems.

    `shipped` requires the keys that only reslint's own rules must have. With `relative_to`, the
    path of a rule is relative to that folder. Never raises for what the files hold. The files have
    so many seconds of computing together: a problem says where they were over, and what comes
    after is not read.
    """
    reader = _Loader(shipped, relative_to, seconds)
    for path in paths:
        try:
            found, links = yaml_files(path)
        except OSError as error:
            reader.problems.append(
                Problem(PROBLEM_CODE, f"cannot be read ({error.strerror})", path)
            )
            continue
        for link in links:
            message = "a link to a folder is not followed: name that folder under rules as well"
            reader.problems.append(Problem(PROBLEM_CODE, message, link))
        if len(found) > _MAX_FILES:
            message = f"holds more than {_MAX_FILES:,} rule files"
            reader.problems.append(Problem(PROBLEM_CODE, message, path))
            continue
        for file in found:
            reader.read(file)
    reader.rules.sort(key=lambda rule: rule.code)
    return reader.rules, reader.problems


class _Loader:
    def __init__(self, shipped: bool, relative_to: str, seconds: float) -> None:
        self._late = False
        self.rules: list[Rule] = []
        self.problems: list[Problem] = []
        self._shipped = shipped
        self._relative_to = relative_to
        self._seconds = seconds
        self._limit = TimeLimit(seconds)
        self._codes: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._read: set[str] = set()

    def read(self, path: str) -> None:
        if path in self._read:
            return
        self._read.add(path)
        if self._is_late(path):
            return
        try:
            document = read_file(path)
        except YamlFileError as error:
            self._say(path, error.message, error.line, error.column)
            return
        places = self._rule_places(document)
        # A fault outside the rules, or in none of them, concerns the file.
        for fault in document.faults:
            self._say(path, fault.message, fault.line, fault.column)
        broken = [fault.path for fault in document.faults]
        for place in places:
            if self._is_late(path, *document.position(place)):
                return
            if not any(_inside(fault, place) for fault in broken):
                self._rule(document, place)

    def _is_late(self, path: str, line: int = 0, column: int = 0) -> bool:
        """Tell whether the time of all files is over; the first time, say where."""
        if not self._late and self._limit.is_over():
            self._late = True
            message = (
                f"the rule files take longer than {self._seconds:.0f} seconds:"
                " what stands here and after it is not read"
            )
            self._say(path, message, line, column)
        return self._late

    def _rule_places(self, document: Document) -> list[Path]:
        """The places of the rules in a document."""
        value = document.value
        if not isinstance(value, dict):
            line, column = document.position(())
            message = "a rule file must be a rule (code: …, name: …) or a list under the key rules:"
            if isinstance(value, list):
                message += "; write rules: in a line above the list"
            self._say(document.path, message, line, column)
            return []
        if "rules" not in value:
            return [()]
        for key in value:
            if key != "rules":
                line, column = document.position((key,), key=True)
                self._say(document.path, f'unknown key "{key}" beside "rules"', line, column)
        rules = value["rules"]
        if not isinstance(rules, list) or not rules:
            line, column = document.position(("rules",))
            self._say(document.path, '"rules" must be a list of rules', line, column)
            return []
        return [("rules", index) for index in range(len(rules))]

    def _rule(self, document: Document, place: Path) -> None:
        value: Any = document.value
        for step in place:
            value = value[step]
        check = value.get("check") if isinstance(value, dict) else None
        comparing = isinstance(check, str) and check.startswith(COMPARING)
        errors = [
            _with_language(value, place, error)
            for error in validation.check(document, place, COMPARING_RULE if comparing else RULE)
        ]
        if not errors:
            errors = self._beyond_schema(document, place, value)
        if not errors:
            errors = self._against_others(document, place, value)
        for error in errors:
            line, column = document.position(error.path, key=error.key)
            self._say(document.path, error.message, line, column)
        if not errors:
            self.rules.append(_make(value, document, place, self._escaped(document.path)))

    def _beyond_schema(self, document: Document, place: Path, value: dict[str, Any]) -> list[Error]:
        """The errors of a rule that follows the schema."""
        errors = meaning.check(document, place, value)
        if self._shipped:
            errors += [
                Error(place, f'a rule of reslint itself needs "{key}"')
                for key in SHIPPED_REQUIRED
                if key not in value
            ]
            for path, texts in meaning.texts_of(value, place):
                given = () if isinstance(texts, str) else texts
                lacking = [one for one in ("en", "fr") if one not in given]
                if lacking:
                    message = f'a text of a rule of reslint itself needs "{lacking[-1]}"'
                    errors.append(Error(path, message))
        return errors

    def _against_others(
        self, document: Document, place: Path, value: dict[str, Any]
    ) -> list[Error]:
        """The errors of codes and names that another rule has already."""
        errors = []
        for key, taken in (("code", self._codes), ("name", self._names)):
            first = taken.get(value[key])
            if first is not None:
                message = f"the {key} {value[key]} already belongs to another rule ({first})"
                errors.append(Error((*place, key), message))
        if not errors:
            line, _ = document.position((*place, "code"))
            self._codes[value["code"]] = self._names[value["name"]] = f"{document.path}:{line}"
        return errors

    def _escaped(self, path: str) -> str:
        if self._relative_to and path.startswith(self._relative_to):
            return path[len(self._relative_to) :].lstrip("/\\").replace("\\", "/")
        return path

    def _say(self, path: str, message: str, line: int, column: int) -> None:
        self.problems.append(Problem(PROBLEM_CODE, message, path, line, column))


def _with_language(value: Any, place: Path, error: Error) -> Error:
    """An error, with the short name of a language that is written out."""
    if "the short name of a language" not in error.message:
        return error
    for step in error.path[len(place) :]:
        value = value[step]
    return error._replace(message=error.message + meaning.language_meant(str(value)))


def _inside(path: Path, place: Path) -> bool:
    return path[: len(place)] == place


def _make(value: dict[str, Any], document: Document, place: Path, path: str) -> Rule:
    """The rule of a correct value. Each example gets its place as `mark`: (line, column)."""
    kind = find_kind(value["check"])
    languages, organs = value.get("languages", "all"), value.get("organs", "all")
    parameters = {
        name: spec["default"] for name, spec in kind.parameters.items() if "default" in spec
    }
    return Rule(
        code=value["code"],
        name=value["name"],
        check=value["check"],
        languages=None if languages == "all" else tuple(languages),
        organs=None if organs == "all" else tuple(organs),
        severity=value["severity"],
        profile=value.get("profile", "standard"),
        fix=value.get("fix", "none"),
        parameters={**parameters, **value.get("parameters", {})},
        messages=_messages(value),
        fix_title=_by_language(value.get("fix_title") or _fix_title(value)),
        why=_by_language(value["why"]),
        source=value.get("source", {}),
        examples=tuple(
            {**example, "mark": document.position((*place, "examples", index))}
            for index, example in enumerate(value["examples"])
        ),
        path=path,
        yields_to=tuple(value.get("yields_to", ())),
        sessions=tuple(value.get("sessions", ())),
        committees=tuple(value.get("committees", ())),
    )


def _messages(value: dict[str, Any]) -> dict[str, dict[str, str]]:
    """The messages of a rule by variant, those of single swaps among them."""
    texts = {"": value["message"], **value.get("variants", {})}
    for phrase, swap in value.get("parameters", {}).get("swaps", {}).items():
        if swap == "" or (isinstance(swap, dict) and swap["write"] == ""):
            texts = {**meaning.DELETIONS, **texts}
        if isinstance(swap, dict) and "message" in swap:
            texts[message_of_swap(phrase)] = swap["message"]
    return {variant: _by_language(text) for variant, text in texts.items()}


def _fix_title(value: dict[str, Any]) -> dict[str, str]:
    """The usual title of the fix of a kind, for a rule that has a fix and names no title."""
    if value.get("fix", "none") == "none":
        return {}
    return meaning.FIX_TITLES.get(value["check"], {})


def _by_language(text: str | dict[str, str]) -> dict[str, str]:
    """A text by its language; one without a language stands for all."""
    return {"en": text} if isinstance(text, str) else text
