"""Check the values of a rule file against a JSON schema, with errors that an author can act on.

Authors of rules need not program: an error names the place, what is wrong, what is expected and,
for an unknown word, the nearest known one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

import regex
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from reslint.data.yaml_reader import Document, Path

Schema = dict[str, Any]
_TYPES = {
    "string": "a text",
    "array": "a list",
    "object": "a list of settings (name: value)",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "null": "empty",
}
MAX_LENGTH = 2_000
"""Characters a pattern may have."""
MAX_NESTING = 50
"""Groups inside each other a pattern may have."""
MAX_WRITTEN_OUT = 20_000
"""Pieces a pattern may have if its repeat counts are written out."""
_TOKENS = re.compile(
    r"""
    \\ (?: [pPN]\{[^}]*\} | . )                 # an escaped character, a property
    | (?P<skip> \(\?\#[^)]*\) | [*+?] | \s )    # a comment, a space (ignored with the flag x)
    | (?P<open> \( )
    | (?P<close> \) )
    | (?P<count> \{ (?P<least> \d* ) (?: , (?P<most> \d* ) )? \} )
    | (?P<fuzzy> \{ [^{}]* \} )                 # {e<=1}: allowed errors
    | \[ \^? \]? (?: \\. | [^\\\]] )* \]        # a set of characters
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_COMMENTS = re.compile(r"(?<!\\)#[^\n]*")
_VERBOSE = re.compile(r"\(\?[a-wyzA-Z0-9]*x")


class Error(NamedTuple):
    """An error in the value at `path` (or, if `key`, in its key)."""

    path: Path
    message: str
    key: bool = False


def check(document: Document, path: Path, schema: Schema) -> list[Error]:
    """The errors in the part of the document at `path`, in the order of the file.

    A number or boolean where only a text is allowed becomes the text as written (`section: 1.10`),
    in the document itself.
    """
    validator = Draft202012Validator(schema)
    holder: Any = document.value
    for step in path[:-1]:
        holder = holder[step]
    value = holder[path[-1]] if path else holder
    found = list(validator.iter_errors(value))
    changed = [_make_text(document, path, value, error) for error in found]
    if any(changed):
        found = list(validator.iter_errors(value))
    errors = [_with_comment(document, error) for one in found for error in _say(path, one)]
    return sorted(
        set(errors),
        key=lambda error: (document.position(error.path, key=error.key), error.message),
    )


def _with_comment(document: Document, error: Error) -> Error:
    """The error of an empty value, with its cause where a # made a comment of the value."""
    if " is empty" not in error.message:
        return error
    line = document.source.text.split("\n")[document.position(error.path)[0] - 1]
    if "#" not in line:
        return error
    tail = ": what follows a # is a comment; put a text that holds one between '…'"
    return error._replace(message=error.message + tail)


def suggestion(word: str, known: Iterable[str]) -> str:
    """The tail of a message: `; did you mean "x"?`, or nothing."""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""


def values_of_format(value: object, schema: Schema, path: Path) -> Iterator[tuple[Path, str, str]]:
    """Every text whose schema has a `format`: its path, the format, the text."""
    if isinstance(value, str):
        if "format" in schema:
            yield path, schema["format"], value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from values_of_format(item, schema.get("items", {}), (*path, index))
    elif isinstance(value, dict):
        properties = schema.get("properties", {})
        other = schema.get("additionalProperties", {})
        for key, item in value.items():
            inner = properties.get(key)
            if inner is None:
                matching = (
                    found
                    for pattern, found in schema.get("patternProperties", {}).items()
                    if re.search(pattern, key)
                )
                inner = next(matching, other)
            if isinstance(inner, dict):
                yield from values_of_format(item, inner, (*path, key))
    for keyword in ("anyOf", "oneOf", "allOf"):
        for inner in schema.get(keyword, ()):
            yield from values_of_format(value, inner, path)


def _make_text(document: Document, path: Path, value: Any, error: ValidationError) -> bool:
    """Replace a scalar by the text as written where the schema wants text; whether it did."""
    wanted = error.schema.get("type", ()) if isinstance(error.schema, dict) else ()
    wanted = (wanted,) if isinstance(wanted, str) else wanted
    steps = tuple(error.absolute_path)
    if error.validator != "type" or "string" not in wanted or not steps:
        return False
    if not isinstance(error.instance, bool | int | float):
        return False
    for step in steps[:-1]:
        value = value[step]
    value[steps[-1]] = document.written((*path, *steps))
    return True


def _say(base: Path, error: ValidationError) -> Iterator[Error]:
    """One error of jsonschema as errors in plain words."""
    path = (*base, *error.absolute_path)
    schema = error.schema if isinstance(error.schema, dict) else {}
    name = _name(tuple(error.absolute_path))
    instance: Any = error.instance
    limit: Any = error.validator_value
    match error.validator:
        case "additionalProperties":
            known = schema.get("properties", {})
            patterns = tuple(schema.get("patternProperties", {}))
            for key in instance:
                if key not in known and not any(re.search(one, key) for one in patterns):
                    where = f" in {name}" if error.absolute_path else ""
                    tail = suggestion(key, known) or _belongs(instance, key) or _all_of(known)
                    shown = key.strip()
                    if shown != key:
                        tail = "; the line is indented with no-break spaces: type ordinary ones"
                    yield Error((*path, key), f'unknown key "{shown}"{where}{tail}', key=True)
        case "required":
            for key in limit:
                if key not in instance:
                    where = f"{name} lacks" if error.absolute_path else "the rule lacks"
                    yield Error(path, f'{where} "{key}"')
        case "type" if instance is None:
            wanted = schema.get("description") if "''" in str(schema.get("description")) else ""
            tail = f"; write {wanted}" if wanted else ""
            yield Error(path, f"{name} is empty{tail}")
        case "type":
            wanted = schema.get("description") or _wanted(limit)
            yield Error(path, f"{name} must be {wanted}, not {_shown(instance)}")
        case "enum":
            tail = ""
            if isinstance(instance, str):
                tail = _short_for(instance, map(str, limit)) or suggestion(instance, limit)
            choices = ", ".join(map(str, limit))
            yield Error(path, f"{name} must be one of {choices}, not {_shown(instance)}{tail}")
        case "pattern":
            wanted = schema.get("description") or f"of the form {limit}"
            yield Error(path, f"{name} must be {wanted}, not {_shown(instance)}")
        case "minLength" | "minItems" | "minProperties" if limit == 1:
            yield Error(path, f"{name} is empty")
        case "maxLength" | "maxItems":
            yield Error(path, f"{name} is too long (at most {limit})")
        case "minimum" | "exclusiveMinimum" | "maximum" | "exclusiveMaximum":
            side = "small" if "inimum" in str(error.validator) else "large"
            yield Error(path, f"{name} is too {side} (limit {limit})")
        case "uniqueItems":
            yield Error(path, f"{name} names something twice")
        case _:
            wanted = schema.get("description")
            demand = f"must be {wanted}" if wanted else f"is not valid: {error.message[:200]}"
            yield Error(path, f"{name} {demand}")


def _belongs(instance: dict[str, Any], key: str) -> str:
    """The tail of a message on an unknown key right after a key without a value."""
    keys = list(instance)
    before = keys[keys.index(key) - 1] if keys.index(key) else ""
    if before and instance[before] is None:
        return f'; if it belongs to "{before}", indent it by two more spaces'
    return ""


def _short_for(written: str, known: Iterable[str]) -> str:
    """The tail of a message where a name is written and its short form is wanted, or nothing."""
    words = [word for word in written.split() if word[:1].isupper()]
    for short in known:
        letters = "".join(word[:1] for word in words)
        beginnings = "".join(word[:3] for word in words).upper()
        if len(words) > 1 and (letters == short or beginnings.startswith(short)):
            return f'; write "{short}"'
    return ""


def _name(path: tuple[str | int, ...]) -> str:
    """The name of a value for its author: `"bad" of example 2`, `item 1 of "organs"`."""
    if not path:
        return "this"
    last = path[-1]
    if isinstance(last, int):
        if path[:-1] == ("examples",):
            return f"example {last + 1}"
        return f"item {last + 1} of {_name(path[:-1])}"
    if len(path) == 1:
        return f'"{last}"'
    return f'"{last}" of {_name(path[:-1])}'


def _wanted(types: str | list[str]) -> str:
    names = [types] if isinstance(types, str) else types
    return " or ".join(_TYPES[name] for name in names)


def _all_of(known: Iterable[str]) -> str:
    names = ", ".join(known)
    return f" (known: {names})" if 0 < len(names) <= 200 else ""


def _shown(value: object) -> str:
    """A value as it can be shown inside a message."""
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a list of settings"
    if isinstance(value, list):
        return "a list"
    text = " ".join(str(value).split())
    text = text if len(text) <= 40 else text[:39] + "…"
    return f'"{text}"' if isinstance(value, str) else text


def fault_of(pattern: str) -> str | None:
    """The error in a pattern, as the end of a sentence ("the pattern …"), None if it is correct."""
    if len(pattern) > MAX_LENGTH:
        return f"is longer than {MAX_LENGTH:,} characters"
    if _nesting(pattern) > MAX_NESTING:
        return f"nests groups deeper than {MAX_NESTING} levels"
    if _written_out(pattern) > MAX_WRITTEN_OUT:
        return f"repeats too much: written out it has more than {MAX_WRITTEN_OUT:,} pieces"
    try:
        regex.compile(pattern)
    except regex.error as error:
        return f"is not valid: {error}"
    except (RecursionError, MemoryError, OverflowError):
        return "is too complex"
    except Exception as error:  # the compiler of regex lets other errors through
        return f"is not valid: {error}"
    return None


def fault_of_replacement(pattern: str, replacement: str) -> str | None:
    """The error in a replacement text for a valid pattern, None if it is correct.

    Groups must be named by numbers or names that the pattern has.
    """
    try:
        # The same groups, and an alternative that matches nothing (the line break ends a comment).
        match = regex.compile(pattern + "\n|").match("")
        if match is not None:
            match.expand(replacement)
    except (regex.error, IndexError) as error:
        return f"is not valid: {error}"
    return None


def _written_out(pattern: str) -> int:
    """How many pieces the pattern has if each repeat count is written out: `[ab]{3}` has three.

    A group counts as a piece. To compile a pattern, `regex` needs memory and time for each piece.
    """
    if _VERBOSE.search(pattern):
        pattern = _COMMENTS.sub("", pattern)
    sums = [0]  # of each open group
    last = 0  # pieces of what a repeat count would repeat
    for token in _TOKENS.finditer(pattern):
        if token["open"]:
            sums.append(0)
        elif token["close"]:
            last = 1 + (sums.pop() if len(sums) > 1 else 0)
            sums[-1] += last
        elif token["count"]:
            times = int((token["most"] or token["least"] or "0")[:9])
            more = last * max(times - 1, 0)
            sums[-1] += more
            last += more
        elif not token["skip"] and not token["fuzzy"]:
            last = 1
            sums[-1] += 1
    return sum(sums)


def _nesting(pattern: str) -> int:
    """How deep the pattern nests groups and sets, brackets of escaped characters left out."""
    deepest = depth = 0
    escaped = False
    for character in pattern:
        if escaped:
            escaped = False
        elif character == "\\":
            escaped = True
        elif character in "([":
            depth += 1
            deepest = max(deepest, depth)
        elif character in ")]" and depth:
            depth -= 1
    return deepest
