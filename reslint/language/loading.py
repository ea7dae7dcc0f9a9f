"""The vocabulary of a language as compiled data.

Each language has a folder `rules/vocabulary/<language>/` with `forms.yaml` (kept as it is) and
`leading-phrases.yaml` (compiled). On the path of every start: cheap imports only.
"""

from __future__ import annotations

import os

from reslint.data import paths
from reslint.data.compiled import Group

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


FORMS = "forms.yaml"
PHRASES = "leading-phrases.yaml"

MAX_SIZE = 4_000_000
"""Bytes a vocabulary file may have."""


MAX_VALUES = 500_000
"""Values a vocabulary file may have."""


_INDEX = "index"


class VocabularyError(ValueError):
    """A vocabulary file cannot be used; the text says where and why."""


class UnknownLanguageError(LookupError):
    """reslint has no vocabulary of this language."""


def vocabulary(language: str) -> dict[str, Any]:
    """The vocabulary of a language: `forms` as written, `phrases` as compiled.

    A file that a language does not have gives an empty dict. Raises UnknownLanguageError, and
    VocabularyError where a file is broken.
    """
    if not _is_language(language):
        raise UnknownLanguageError(language)
    found: dict[str, Any] | None = _vocabulary().part(language)
    if found is None:
        raise UnknownLanguageError(language)
    if "error" in found:
        raise VocabularyError(found["error"])
    return found


def languages() -> dict[str, dict[str, Any]]:
    """What recognizes each language: `detection` of its forms, by language."""
    found: dict[str, dict[str, Any]] = _vocabulary().part(_INDEX)
    return found


def language_codes() -> tuple[str, ...]:
    """The languages that have a vocabulary: the folders under `rules/vocabulary`, in order.

    Reads no file, and raises nothing: without the folder there is no language.
    """
    base = os.path.join(paths.rules_folder(), "vocabulary")
    try:
        with os.scandir(base) as entries:
            names = sorted(entry.name for entry in entries if entry.is_dir())
    except OSError:
        return ()
    return tuple(name for name in names if _is_language(name))


def compile_vocabulary(folder: str) -> dict[str, Any]:
    """All parts of the vocabulary in the folder of the rules: one a language, and the index.

    A language whose files are broken has a part that holds nothing but `error`, and is not in the
    index. Raises VocabularyError where the folder itself cannot be used.
    """
    parts: dict[str, Any] = {}
    base = os.path.join(folder, "vocabulary")
    try:
        names = sorted(os.listdir(base))
    except OSError as error:
        raise VocabularyError(f"{base}: cannot be read ({error.strerror})") from None
    for language in names:
        path = os.path.join(base, language)
        if not os.path.isdir(path) or language.startswith((".", "_")):
            continue
        if not _is_language(language):
            raise VocabularyError(f"{path}: no short name of a language, such as en or fr")
        try:
            parts[language] = _compile_language(path)
        except VocabularyError as error:
            parts[language] = {"error": str(error)}
    parts[_INDEX] = {
        language: part["forms"].get("detection", {})
        for language, part in parts.items()
        if "error" not in part
    }
    return parts


def _is_language(name: str) -> bool:
    return name.isascii() and name.isalpha() and name != _INDEX


def _compile_language(path: str) -> dict[str, Any]:
    forms = _read(os.path.join(path, FORMS))
    if not isinstance(forms.get("detection", {}), dict):
        raise VocabularyError(f'{os.path.join(path, FORMS)}: "detection" must be a mapping')
    raw = _read(os.path.join(path, PHRASES))
    return {"forms": forms, "phrases": _compile_phrases(raw, os.path.join(path, PHRASES))}


def _read(path: str) -> dict[str, Any]:
    """A vocabulary file as plain values, {} where there is none."""
    from reslint.data.yaml_reader import YamlFileError, read_strictly

    if not os.path.exists(path):
        return {}
    try:
        value = read_strictly(path, max_size=MAX_SIZE, max_values=MAX_VALUES).value
    except YamlFileError as error:
        raise VocabularyError(str(error)) from None
    if not isinstance(value, dict):
        raise VocabularyError(f"{path}:1:1: a vocabulary file must be a mapping (key: value)")
    return value


def _compile_phrases(raw: dict[str, Any], path: str) -> dict[str, Any]:
    if not raw:
        return {}
    try:
        from reslint.language.phrase_compiler import compile_phrases
    except ModuleNotFoundError as error:
        raise VocabularyError(f"{path}: the phrase compiler is not there ({error})") from None
    try:
        return compile_phrases(raw)
    except ValueError as error:
        raise VocabularyError(f"{path}: {error}") from None


_groups: dict[str, Group] = {}


def _vocabulary() -> Group:
    """The group of the vocabulary, opened once a process."""
    folder = paths.rules_folder()
    group = _groups.get(folder)
    if group is None:
        group = _groups[folder] = Group(
            "vocabulary",
            (os.path.join(folder, "vocabulary"),),
            lambda: compile_vocabulary(folder),
            standard=True,
        )
    return group
