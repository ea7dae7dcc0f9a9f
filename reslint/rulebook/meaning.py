"""Check what a schema cannot: a rule's kind of check, parameters, placeholders and examples."""

from __future__ import annotations

from collections.abc import Iterable
from string import Formatter
from typing import Any

from reslint.checks.kinds import COMPARING, Kind, UnknownKind, all_kinds, find_kind
from reslint.data.yaml_reader import Document, Path
from reslint.language.loading import language_codes, vocabulary
from reslint.rulebook import validation
from reslint.rulebook.validation import Error, fault_of, fault_of_replacement

FIX_TITLES = {
    "text.substitution": {"en": "Write “{replacement}”", "fr": "Écrire « {replacement} »"},
    "text.consistency": {"en": "Write “{replacement}”", "fr": "Écrire « {replacement} »"},
    "text.capitalization": {"en": "Write “{replacement}”", "fr": "Écrire « {replacement} »"},
    "text.pattern": {"en": "Write “{replacement}”", "fr": "Écrire « {replacement} »"},
    "text.forbidden": {"en": "Delete “{match}”", "fr": "Supprimer « {match} »"},
}
"""The titles of fixes of house rules that name none."""
DELETIONS = {"delete": {"en": "Delete “{match}”.", "fr": "Supprimer « {match} »."}}
"""The message of swaps that delete words, unless a rule has its own."""


def check(document: Document, place: Path, value: dict[str, Any]) -> list[Error]:
    """The errors of the rule `value` at `place` of the document; it follows the schema."""
    unknown = list(_language_errors(value, place))
    if unknown:
        return unknown
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
            every = all_kinds()
            tail = validation.suggestion(name, every)
            # For a name near to none, the kinds of house rules.
            texts = ", ".join(one for one in sorted(every) if one.startswith("text."))
            tail = tail or f"; those of house rules are {texts}"
        except Exception:  # a broken family must not hide what is wrong with the rule
            tail = ""
        return f'there is no kind of check "{name}"{tail}'
    except Exception as error:  # the family itself is broken: the author of the rule cannot help it
        return f'the kind of check "{name}" cannot be used ({type(error).__name__}: {error})'


def _language_errors(value: dict[str, Any], place: Path) -> Iterable[Error]:
    """The errors of languages that reslint does not know."""
    known = language_codes()
    languages = value.get("languages", "all")
    for index, code in enumerate(languages if isinstance(languages, list) else ()):
        if code not in known:
            yield Error((*place, "languages", index), _unknown_language(code, known))
    for index, example in enumerate(value["examples"]):
        code = example.get("language")
        if code is not None and code not in known:
            path = (*place, "examples", index, "language")
            yield Error(path, _unknown_language(code, known))


def _unknown_language(code: str, known: tuple[str, ...]) -> str:
    tail = language_meant(code) or f"; write one of {', '.join(known)}"
    return f'reslint knows no language "{code}"{tail}'


def language_meant(written: str) -> str:
    """The tail of a message on a language that is written out or by three letters."""
    word = written.casefold()
    for code in language_codes():
        names = vocabulary(code)["forms"].get("name", {}).values()
        if len(word) > 2 and any(name.casefold().startswith(word) for name in names):
            return f'; write "{code}"'
    return ""


def _fix_errors(value: dict[str, Any], place: Path) -> Iterable[Error]:
    fix = value.get("fix", "none")
    if fix != "none" and "fix_title" not in value and value["check"] not in FIX_TITLES:
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
        # The rule must be silent for another organ: an example may prove it.
        if organs != "all" and example.get("organ", "GA") not in organs and "bad" in example:
            message = (
                f'{name} is of an organ that "organs" does not name: write organ: {organs[0]},'
                ' or give it "good" alone, to show that the rule is silent there'
            )
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
                message = f'{name}: "{example[key]}" is not one of its versions'
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
    if "bad" not in example:
        for key in ("at", "line"):
            if key in example:
                yield Error((*here, key), f'{name} has "{key}" but no "bad"', key=True)
        if "good" not in example:
            yield Error(here, f'{name} has neither "bad" nor "good"')
        return
    if "at" not in example and "line" not in example:
        yield Error(here, f'{name} lacks "at" (the words to be reported)')
    if "line" in example and "at" in example:
        yield Error((*here, "line"), f'{name}: write "at" or "line", not both', key=True)
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


def texts_of(value: dict[str, Any], place: Path) -> Iterable[tuple[Path, str | dict[str, str]]]:
    """The texts of a rule for drafters, each with its path: one text, or one for each language."""
    for key in ("message", "fix_title", "why"):
        if key in value:
            yield (*place, key), value[key]
    for variant, wordings in value.get("variants", {}).items():
        yield (*place, "variants", variant), wordings
    swaps = value.get("parameters", {}).get("swaps", {})
    for phrase, swap in swaps.items() if isinstance(swaps, dict) else ():
        if isinstance(swap, dict) and "message" in swap:
            yield (*place, "parameters", "swaps", phrase, "message"), swap["message"]


def _placeholder_errors(value: dict[str, Any], place: Path, kind: Kind) -> Iterable[Error]:
    """The errors of placeholders: unknown to the kind, or more than a name."""
    texts: list[tuple[Path, str]] = []
    for path, wordings in texts_of(value, place):
        if path[-1] == "why":
            continue
        if isinstance(wordings, str):
            texts.append((path, wordings))
        else:
            texts += [((*path, one), text) for one, text in wordings.items()]
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
