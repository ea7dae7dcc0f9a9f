"""Load the compiled vocabulary of a language.

Each language has a folder `rules/vocabulary/<language>/` with `forms.yaml` and `patterns.yaml`
(stored as they are) and `leading-phrases.yaml` (stored compiled). Every start imports this module,
so it imports only cheap ones.
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
PATTERNS = "patterns.yaml"

MAX_SIZE = 4_000_000
"""The most bytes that a vocabulary file may have."""
MAX_VALUES = 500_000
"""The most values that a vocabulary file may have."""
_INDEX = "index"  # the name of the part that lists all languages


class VocabularyError(ValueError):
    """Raised for a vocabulary file that cannot be used; the message says where and why."""


class UnknownLanguageError(LookupError):
    """Raised for a language without vocabulary."""


def vocabulary(language: str) -> dict[str, Any]:
    """Return the vocabulary of a language: `forms` as written, `phrases` as compiled.

    A missing file gives an empty dict. Raises UnknownLanguageError for a language without
    vocabulary and VocabularyError for a broken file.
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
    """Return for each language the data that recognize it: `detection` of its `forms.yaml`."""
    found: dict[str, dict[str, Any]] = _vocabulary().part(_INDEX)
    return found


def language_codes() -> tuple[str, ...]:
    """Return the codes of the languages with a folder under `rules/vocabulary`, sorted.

    No file is read. If the folder is missing, there is no language.
    """
    base = os.path.join(paths.rules_folder(), "vocabulary")
    try:
        with os.scandir(base) as entries:
            names = sorted(entry.name for entry in entries if entry.is_dir())
    except OSError:
        return ()
    return tuple(name for name in names if _is_language(name))


def compile_vocabulary(folder: str) -> dict[str, Any]:
    """Compile the vocabulary in a rules folder: one part for each language, and the index.

    The part of a language with broken files holds only `error`, and the language is not in the
    index. Raises VocabularyError if the folder itself cannot be used.
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
    """Tell whether the name of a folder can be the code of a language."""
    return name.isascii() and name.isalpha() and name != _INDEX


def _compile_language(path: str) -> dict[str, Any]:
    """Compile the files in the folder of a language."""
    forms = _read(os.path.join(path, FORMS))
    if not isinstance(forms.get("detection", {}), dict):
        raise VocabularyError(f'{os.path.join(path, FORMS)}: "detection" must be a mapping')
    # Tables of patterns have a file of their own: they are read as a part of the forms.
    tables = _read(os.path.join(path, PATTERNS))
    if tables:
        forms["patterns"] = tables
    raw = _read(os.path.join(path, PHRASES))
    return {"forms": forms, "phrases": _compile_phrases(raw, os.path.join(path, PHRASES))}


def _read(path: str) -> dict[str, Any]:
    """Read a vocabulary file as plain values, {} if there is none."""
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
    """Compile the leading phrases read from `path`."""
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
    """Return the compiled data of the vocabulary; they are opened once in a process."""
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
