"""Check what a schema cannot: a rule's kind of check, parameters, placeholders and examples."""

from __future__ import annotations

from collections.abc import Iterable
from string import Formatter
from typing import Any

from reslint.checks.kinds import COMPARING, Kind, UnknownKind, all_kinds, find_kind
from reslint.data.yaml_reader import Document, Path
from reslint.rulebook import validation
from reslint.rulebook.validation import Error, fault_of, fault_of_replacement


def check(document: Document, place: Path, value: dict[str, Any]) -> list[Error]:
    """The errors of the rule `value` at `place` of the document; it follows the schema."""
    comparing = value["check"].startswith(COMPARING)
    examples = _comparison_errors(value, place) if comparing else _example_errors(value, place)
    errors = [*_fix_errors(value, place), *examples]
    kind = _kind(value["check"])
    if isinstance(kind, str):
        return [*errors, Error((*place, "check"), kind)]
    errors += _parameter_errors(document, place, value, kind)
    errors += _placeholder_errors(value, place, kind)
    return errors


def _kind(name: str) -> Kind | str:
    """The kind of check of this name, or the message that there is no such kind."""
    try:
        return find_kind(name)
    except UnknownKind:
        try:
            tail = validation.suggestion(name, all_kinds())
        except Exception:  # a broken family must not hide what is wrong with the rule
            tail = ""
        return f'there is no kind of check "{name}"{tail}'
    except Exception as error:  # the family itself is broken: the author of the rule cannot help it
        return f'the kind of check "{name}" cannot be used ({type(error).__name__}: {error})'


def _fix_errors(value: dict[str, Any], place: Path) -> Iterable[Error]:
    fix = value.get("fix", "none")
    if fix != "none" and "fix_title" not in value:
        yield Error(place, f'a rule with "fix: {fix}" lacks "fix_title" (what the fix does)')
    if fix == "none" and "fix_title" in value:
        yield Error((*place, "fix_title"), '"fix_title" makes no sense with "fix: none"', key=True)


def _example_errors(value: dict[str, Any], place: Path) -> Iterable[Error]:
    examples = value["examples"]
    for wanted in ("bad", "good"):
        if not any(wanted in example for example in examples):
            yield Error((*place, "examples"), f'no example has "{wanted}"; one at least is needed')
    languages, organs = value.get("languages", "all"), value.get("organs", "all")
    for index, example in enumerate(examples):
        here = (*place, "examples", index)
        name = f"example {index + 1}"
        if languages != "all" and example["language"] not in languages:
            message = f'{name} is in a language that "languages" does not name'
            yield Error((*here, "language"), message)
        if organs != "all" and example.get("organ", "GA") not in organs:
            message = f'{name} is of an organ that "organs" does not name (organ: …; default GA)'
            yield Error((*here, "organ") if "organ" in example else here, message)
        yield from _span_errors(example, here, name)


def _comparison_errors(value: dict[str, Any], place: Path) -> Iterable[Error]:
    """The errors of the examples of a rule that compares versions."""
    examples = value["examples"]
    for wanted, message in ((True, "differs"), (False, 'no "differs"')):
        if not any(("differs" in example) is wanted for example in examples):
            yield Error((*place, "examples"), f"no example has {message}; one at least is needed")
    for index, example in enumerate(examples):
        here = (*place, "examples", index)
        name = f"example {index + 1}"
        versions = example["versions"]
        if len(versions) < 2:
            yield Error((*here, "versions"), f"{name} needs two versions at least")
        for key in ("differs", "reference"):
            if key in example and example[key] not in versions:
                message = f'{name}: "{example[key]}" is none of its versions'
                yield Error((*here, key), message)
                return
        given = [key for key in ("at", "after") if key in example]
        if ("differs" in example) != (len(given) == 1):
            yield Error(here, f'{name}: "differs" and one of "at" and "after" go together')
        for key in given if "differs" in example else ():
            if example[key] not in versions[example["differs"]]:
                yield Error((*here, key), f'{name}: "{example[key]}" does not stand in its text')


def _span_errors(example: dict[str, Any], here: Path, name: str) -> Iterable[Error]:
    """The errors in how an example marks the words to be reported."""
    whole = example.get("in", "whole") == "whole"
    if "bad" not in example:
        for key in ("at", "line"):
            if key in example:
                yield Error((*here, key), f'{name} has "{key}" but no "bad"', key=True)
        if "good" not in example:
            yield Error(here, f'{name} has neither "bad" nor "good"')
        return
    if "at" not in example and not (whole and "line" in example):
        yield Error(here, f'{name} lacks "at" (the words to be reported)')
    if "line" in example and ("at" in example or not whole):
        yield Error((*here, "line"), f'{name}: "line" is for whole drafts without "at"', key=True)
    spans = example.get("at", [])
    position = 0
    for number, span in enumerate([spans] if isinstance(spans, str) else spans):
        found = example["bad"].find(span, position)
        if found < 0:
            path = (*here, "at") if isinstance(spans, str) else (*here, "at", number)
            yield Error(path, f'{name}: "{span}" does not stand in "bad" (in this order)')
            return
        position = found + len(span)


def _parameter_errors(
    document: Document, place: Path, value: dict[str, Any], kind: Kind
) -> list[Error]:
    """The errors of parameters: against the kind's schema, and of patterns that do not compile."""
    schema = {
        "type": "object",
        "properties": kind.parameters,
        "additionalProperties": False,
        "required": list(kind.required),
    }
    here = (*place, "parameters")
    if "parameters" not in value:
        return [
            Error(place, f'the check {value["check"]} needs the parameter "{name}"')
            for name in kind.required
        ]
    errors = [
        error._replace(message=error.message.replace("the rule lacks", '"parameters" lacks'))
        for error in validation.check(document, here, schema)
    ]
    if errors:
        return errors
    parameters = value["parameters"]
    for path, form, text in validation.values_of_format(parameters, schema, here):
        fault = None
        if form == "regex":
            fault = fault_of(text)
        elif form == "regex-replacement":
            pattern = parameters.get("pattern", "")
            if isinstance(pattern, str) and not fault_of(pattern):
                fault = fault_of_replacement(pattern, text)
        if fault:
            what = "pattern" if form == "regex" else "replacement"
            errors.append(Error(path, f"the {what} {fault}"))
    return errors


def _placeholder_errors(value: dict[str, Any], place: Path, kind: Kind) -> Iterable[Error]:
    """The errors of placeholders: unknown to the kind, or more than a name."""
    texts: list[tuple[Path, str]] = []
    for key in ("message", "fix_title"):
        texts += [((*place, key, one), text) for one, text in value.get(key, {}).items()]
    for variant, wordings in value.get("variants", {}).items():
        texts += [((*place, "variants", variant, one), text) for one, text in wordings.items()]
    for path, text in texts:
        try:
            fields = [field[1:] for field in Formatter().parse(text) if field[1] is not None]
        except ValueError:
            message = "a brace is not paired; write {{ and }} for braces that are meant as text"
            yield Error(path, message)
            continue
        for name, form, conversion in fields:
            if form or conversion or not (name or "").isidentifier():
                shown = (
                    f"{name}{'!' + conversion if conversion else ''}{':' + form if form else ''}"
                )
                message = f"{{{shown}}} is no placeholder: write a name only, such as {{match}}"
                yield Error(path, message)
            elif name not in kind.placeholders:
                known = ", ".join(f"{{{one}}}" for one in kind.placeholders) or "none"
                yield Error(path, f"unknown placeholder {{{name}}} (this check fills: {known})")
