"""Files of names compiled: one table of plain values a language.

A file `rules/names/*.yaml` maps an entity to its names by language: a text, or

- `name`: one or several right forms, the first preferred; `acronym`: one or several;
- `wrong`, `variants`: a list, or what to write instead of each (a variant is wrong only where the
  draft has the official form, too); `not_before`: what may not follow a wrong form; `not_in`: the
  organs that use it; `unsafe: true`: the wrong forms are corrected by hand;
- `small`: forms looked for in small letters, too, a list or what to write instead of each, but
  for those that `small_not_before` names; `case: any`: capitals are free.

`foreign: false` beside the languages keeps an entity's acronyms out of NAME007. `usage.yaml` says
by language what is no name: inflection, respellings, well-known acronyms.

One module of some 370 lines: reading, declining and indexing happen once, when rules are compiled.
"""

from __future__ import annotations

import os
import re

from reslint.data.compiled import packed
from reslint.data.patterns import expression
from reslint.names.misspellings import LEAST_WORDS, LETTERS_OF_TWO_WORDS, WORD_MARKS
from reslint.names.table import VARIANT, WRONG, word_shape
from reslint.text.folding import fold_letters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from reslint.names.table import Other


USAGE = "usage.yaml"
_WORD = expression(r"\w+")
_SOURCE = "en"
_MAX_SIZE = 4_000_000
_MAX_VALUES = 200_000


class NamesError(ValueError):
    """A file of names cannot be used; the text says where and why."""


class Entity:
    """An entity's names in one language, as written in the files."""

    __slots__ = (
        "acronyms",
        "names",
        "not_before",
        "not_in",
        "safe",
        "small",
        "small_not_before",
        "strict",
        "variants",
        "wrong",
    )

    def __init__(self, value: dict[str, Any]) -> None:
        self.names = _list(value["name"])
        self.acronyms = _list(value.get("acronym", []))
        self.wrong = _instead(value.get("wrong", {}), self.names[0])
        self.variants = _instead(value.get("variants", {}), self.names[0])
        self.not_before = tuple(_list(value.get("not_before", [])))
        self.not_in = tuple(value.get("not_in", []))
        self.small = _small(value.get("small", []))
        self.small_not_before = tuple(_list(value.get("small_not_before", [])))
        self.safe = not value.get("unsafe", False)
        self.strict = value.get("case") != "any"


_KEYS = frozenset(
    (
        "name",
        "acronym",
        "wrong",
        "variants",
        "not_before",
        "not_in",
        "small",
        "small_not_before",
        "unsafe",
        "case",
    )
)


def entity_of(key: str, value: Any) -> Entity:
    """What the files say of an entity in one language. Raises NamesError for an unknown key."""
    if isinstance(value, str):
        return Entity({"name": value})
    unknown = set(value) - _KEYS
    if unknown or "name" not in value:
        said = f"unknown: {', '.join(sorted(unknown))}" if unknown else "it has no name"
        raise NamesError(f"rules/names: {key}: {said}")
    return Entity(value)


def _list(value: Any) -> list[str]:
    return [fold_letters(one) for one in ([value] if isinstance(value, str) else value)]


def _instead(value: Any, right: str) -> dict[str, str]:
    if isinstance(value, dict):
        return {fold_letters(wrong): fold_letters(one) for wrong, one in value.items()}
    return dict.fromkeys(_list(value), right)


def _small(value: Any) -> dict[str, str]:
    """What is looked for in small letters, and what to write instead."""
    small = (
        _instead(value, "")
        if isinstance(value, dict)
        else {name.lower(): name for name in _list(value)}
    )
    for right in list(small.values()):
        small.update(_small_at_first(right))
    return small


def _small_at_first(name: str) -> dict[str, str]:
    """Forms with a small letter at the beginning: general Assembly, secrétaire Général."""
    first = name[:1].lower() + name[1:]
    last = max(first.rfind(" "), first.rfind("-")) + 1
    forms = (first, first[:last] + first[last : last + 1].upper() + first[last + 1 :])
    return {form: name for form in forms if form != form.lower()}


def inflected(name: str, usage: dict[str, Any]) -> Iterator[str]:
    """A name in all its cases: its opening words, as far as they are known, declined together."""
    yield name
    declension: dict[str, list[str]] = usage.get("declension", {})
    words = name.split(" ")
    count = 0
    while count < len(words) and (words[count] in declension or words[count] == usage.get("and")):
        count += 1
    cases = max((len(declension.get(word, ())) for word in words[:count]), default=0)
    for case in range(cases):
        declined = [
            declension[word][case] if word in declension else word for word in words[:count]
        ]
        yield " ".join(declined + words[count:])


def respelled(name: str, respellings: dict[str, list[str]]) -> Iterator[str]:
    """A name with one of its words, or all of a kind, in a spelling that names do not have."""
    for right, spellings in respellings.items():
        # Only whole words: "Organizations" is no respelling of "Organization".
        pattern = re.compile(rf"(?<![\w-]){re.escape(right)}(?![\w-])")
        if pattern.search(name):
            for spelling in spellings:
                yield pattern.sub(spelling, name)


def without_an_article(name: str, joints: dict[str, str]) -> Iterator[str]:
    """A long name with one of the articles within it left out: `Committee on Rights of the …`."""
    for joint, bare in joints.items():
        at = name.find(joint)
        while at >= 0:
            form = name[:at] + bare + name[at + len(joint) :]
            if form.count(" ") >= LEAST_WORDS:
                yield form
            at = name.find(joint, at + 1)


def _all_small(read: dict[str, Entity], usage: dict[str, Any]) -> dict[str, Any]:
    """What is looked for in small letters: what to write, and what may not follow.

    The entities that `usage` names are looked for in each case, all small or at the beginning.
    """
    found = {
        small: (right, entity.small_not_before)
        for entity in read.values()
        for small, right in entity.small.items()
    }
    for name in (one for key in usage.get("small", ()) for one in read[key].names):
        for form in inflected(name, usage):
            for small in (form.lower(), form[:1].lower() + form[1:]):
                found.setdefault(small, (form, ()))
    return found


def with_another_particle(name: str, particles: dict[str, list[str]]) -> Iterator[str]:
    """A long name with one of its words behind another particle, written as one with the word."""
    words = name.split(" ")
    for place in range(LEAST_WORDS - 1, len(words)):
        right = next((each for each in particles if words[place].startswith(each)), None)
        for wrong in particles[right] if right else ():
            changed = wrong + words[place].removeprefix(right or "")
            yield " ".join([*words[:place], changed, *words[place + 1 :]])


def _cases(declension: dict[str, list[str]]) -> dict[str, str]:
    """The cases of declined words, each with its first form, in small letters."""
    return {
        case.lower(): first.lower()
        for first, cases in declension.items()
        for case in [first, *cases]
    }


def near_index(
    forms: list[str], parents: list[int], right: Iterable[str], usage: dict[str, Any]
) -> dict[str, Any]:
    """How long names are found by their first words.

    `firsts` gives for each first word the second and third words that follow it; `shapes` what
    first words look like; `keys` the numbers of the forms by their first words, one left out;
    `next`, for a form with which others begin, the words they go on with and what those look like.
    Where words are inflected, names with a preposition are found by the words before it, too.
    """
    known = frozenset(right)
    prepositions = usage["small_words"] if "inflected_letters" in usage else ()
    next_words: dict[int, dict[str, None]] = {}
    firsts: dict[str, dict[str, None]] = {}
    shapes: dict[str, None] = {}
    keys: dict[str, list[int]] = {}
    for number, form in enumerate(forms):
        words = [word.rstrip(WORD_MARKS) for word in form.split(" ")[:4]]
        if form not in known or not _long_enough(words):
            continue
        firsts.setdefault(words[0], {}).update(dict.fromkeys(words[1:3]))
        parent = parents[number]
        while parent >= 0:
            word = form[len(forms[parent]) :].strip(" ").partition(" ")[0].rstrip(WORD_MARKS)
            next_words.setdefault(parent, {}).update(_shapes(word))
            parent = parents[parent]
        shapes.update(_shapes(_beginning_of_word(words[0])))
        for key in _keys(words):
            keys.setdefault(key, []).append(number)
        for place in [at for at, word in enumerate(words) if at and word in prepositions][:1]:
            keys.setdefault(f"{' '.join(words[:place])} ~", []).append(number)
    return {
        "firsts": firsts,
        "shapes": shapes,
        "next": next_words,
        "keys": packed({key: tuple(numbers) for key, numbers in keys.items()}),
    }


def _long_enough(words: list[str]) -> bool:
    """Whether a name is so long that what is nearly the same is no other one."""
    return len(words) >= LEAST_WORDS or (
        len(words) == 2 and all(len(word) >= LETTERS_OF_TWO_WORDS for word in words)
    )


def _keys(words: list[str]) -> Iterator[str]:
    """The first two to four words with each in turn left out, which a mark stands for."""
    if len(words) == 2:
        yield f"{words[0][0]}* {words[1]}"
        yield f"{words[0]} *"
        return
    # The first letter is the last to be mistyped, and many names go on with "of the".
    yield f"{words[0][0]}* {words[1]} {words[2]}"
    for skipped in range(1, len(words)):
        yield " ".join("*" if place == skipped else word for place, word in enumerate(words))


def _beginning_of_word(word: str) -> str:
    """A word up to its hyphen or apostrophe."""
    for mark in "-'":
        word = word.partition(mark)[0]
    return word


def _shapes(word: str) -> dict[str, None]:
    """A word, and the shapes that misspellings of it may have."""
    lengths = range(len(word) - 2, len(word) + 3)
    return dict.fromkeys((word, *(word_shape(word, length) for length in lengths)))


def compile_names(folder: str) -> dict[str, Any]:
    """The tables of all languages, from the folder of the rules. Raises NamesError."""
    base = os.path.join(folder, "names")
    entities: dict[str, dict[str, Any]] = {}
    try:
        names = sorted(os.listdir(base))
    except OSError as error:
        raise NamesError(f"{base}: cannot be read ({error.strerror})") from None
    for name in names:
        if not name.endswith(".yaml") or name == USAGE:
            continue
        for key, value in _read(os.path.join(base, name)).items():
            if key in entities:
                raise NamesError(f"{os.path.join(base, name)}: {key} stands in another file, too")
            entities[key] = value
    usage = _read(os.path.join(base, USAGE))
    return {language: _compile(language, entities, usage[language]) for language in usage}


def _read(path: str) -> dict[str, Any]:
    from reslint.data.yaml_reader import YamlFileError, read_strictly

    try:
        value = read_strictly(path, max_size=_MAX_SIZE, max_values=_MAX_VALUES).value
    except YamlFileError as error:
        raise NamesError(str(error)) from None
    if not isinstance(value, dict):
        raise NamesError(f"{path}:1:1: a file of names must be a mapping")
    for key in value:
        if not isinstance(key, str):
            raise NamesError(f"{path}: the key {key} is not a text; put it in quotation marks")
    return value


def _compile(
    language: str, entities: dict[str, dict[str, Any]], usage: dict[str, Any]
) -> dict[str, Any]:
    read = {
        key: entity_of(key, value[language]) for key, value in entities.items() if language in value
    }
    collected: dict[str, _Entry] = {}
    for key, entity in read.items():
        for name in entity.names:
            for form in inflected(name, usage):
                _entry(collected, form, key, entity.strict).accept(form)
    # What is right somewhere is wrong nowhere, so the right forms of all names come first.
    for key, entity in read.items():
        _add_others(collected, key, entity, usage)
    forms = sorted(collected)
    parents = _parents(forms)
    acronyms = {acronym: key for key, entity in read.items() for acronym in entity.acronyms}
    foreign = _foreign(language, entities, read, acronyms)
    principal: dict[str, str] = usage.get("principal", {})
    right = {form for form in forms if collected[form].accepted}
    return {
        "forms": forms,
        "parents": parents,
        "firsts": _firsts(forms),
        "entries": [collected[form].plain() for form in forms],
        "full_names": {key: entity.names[0] for key, entity in read.items()},
        "acronyms": acronyms,
        "principal": principal,
        "foreign": foreign,
        # The first word of each acronym: most words in capitals are no acronym.
        "tokens": dict.fromkeys(
            acronym.split("-")[0] for known in (acronyms, foreign, principal) for acronym in known
        ),
        "small": _all_small(read, usage),
        "near": near_index(forms, parents, right, usage) if usage.get("spelling", True) else {},
        "cases": _cases(usage.get("declension", {})),
        "words": dict.fromkeys(word for form in sorted(right) for word in form.split(" ")),
        "usage": {key: value for key, value in usage.items() if key not in _COMPILED_AWAY},
    }


_COMPILED_AWAY = (
    "articles_within",
    "declension",
    "principal",
    "respellings",
    "respellings_not_in",
    "small",
    "spelling",
)


class _Entry:
    """All spellings that are one in small letters."""

    def __init__(self, entity: str, strict: bool) -> None:
        self.entity = entity
        self.strict = strict
        self.accepted: list[str] = []
        self.others: dict[str, Other] = {}

    def accept(self, form: str) -> None:
        if form not in self.accepted:
            self.accepted.append(form)

    def plain(self) -> tuple[Any, ...]:
        return self.entity, self.strict, tuple(self.accepted), self.others


def _entry(collected: dict[str, _Entry], form: str, key: str, strict: bool) -> _Entry:
    lowered = form.lower()
    if lowered not in collected:
        collected[lowered] = _Entry(key, strict)
    collected[lowered].strict &= strict
    return collected[lowered]


def _add_others(
    collected: dict[str, _Entry], key: str, entity: Entity, usage: dict[str, Any]
) -> None:
    listed = [(WRONG, wrong, right, entity.not_in) for wrong, right in entity.wrong.items()]
    listed += [
        (VARIANT, variant, right, entity.not_in) for variant, right in entity.variants.items()
    ]
    habit = tuple(usage.get("respellings_not_in", ()))
    for name in entity.names:
        for form in respelled(name, usage.get("respellings", {})):
            if form.lower() not in collected:
                listed.append((WRONG, form, name, habit))
    for kind, form, right, not_in in listed:
        entry = _entry(collected, form, key, True)
        if form not in entry.accepted:
            entry.others.setdefault(form, (kind, right, entity.not_before, not_in, entity.safe))
    for name in entity.names:
        for form in (
            *with_another_particle(name, usage.get("particles", {})),
            *without_an_article(name, usage.get("articles_within", {})),
        ):
            entry = _entry(collected, form, key, True)
            if form not in entry.accepted:
                entry.others.setdefault(form, (WRONG, name, entity.not_before, (), False))


def _parents(forms: list[str]) -> list[int]:
    """For each form the number of the longest other form it begins with, -1 where there is none."""
    parents: list[int] = []
    chain: list[int] = []
    for number, form in enumerate(forms):
        while chain and not form.startswith(forms[chain[-1]]):
            chain.pop()
        parents.append(chain[-1] if chain else -1)
        chain.append(number)
    return parents


def _firsts(forms: list[str]) -> dict[str, tuple[int, int, int]]:
    """For each first word the span of the forms that open with it, and how far to look."""
    found: dict[str, tuple[int, int, int]] = {}
    for number, form in enumerate(forms):
        match = _WORD.match(form)
        word = match[0] if match else form
        start, _, length = found.get(word, (number, 0, 0))
        found[word] = (start, number + 1, max(length, len(form)))
    return found


def _foreign(
    language: str,
    entities: dict[str, dict[str, Any]],
    read: dict[str, Entity],
    acronyms: dict[str, str],
) -> dict[str, str]:
    """English acronyms, from which drafts are translated, each with the language's own.

    Not those of other languages: PMA is the Spanish World Food Programme, and in French the least
    developed countries. None that two entities share, or that the language has, too.
    """
    found: dict[str, str] = {}
    shared: set[str] = set()
    for key, value in entities.items():
        if language == _SOURCE or _SOURCE not in value or key not in read:
            continue
        own = read[key].acronyms
        for acronym in entity_of(key, value[_SOURCE]).acronyms:
            if acronym in found:
                shared.add(acronym)
            elif own and acronym not in acronyms and value.get("foreign") is not False:
                found[acronym] = own[0]
    return {acronym: own for acronym, own in sorted(found.items()) if acronym not in shared}
