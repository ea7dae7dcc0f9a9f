"""The drafts to begin with: one for each organ and language, from `rules/templates/`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reslint.data import paths
from reslint.data.patterns import expression
from reslint.data.yaml_reader import read_strictly

if TYPE_CHECKING:
    from typing import Any


_FOLDER = "templates"
_CODE = expression(r"[a-z]{2,8}")


def new_draft(organ: str, language: str) -> str:
    """The text of a new draft.

    Raises LookupError, saying what there is, for an organ or a language without one.
    """
    known = languages()
    if language not in known:
        raise LookupError(f"no draft in the language {language!r}; there are {', '.join(known)}")
    drafts: dict[str, Any] = read_strictly(
        os.path.join(paths.rules_folder(), _FOLDER, f"{language}.yaml")
    ).value
    text = drafts.get(organ)
    if not isinstance(text, str):
        raise LookupError(f"no draft of the organ {organ!r}; there are {', '.join(drafts)}")
    return text


def languages() -> list[str]:
    """The languages in which there are drafts to begin with, in order."""
    try:
        names = os.listdir(os.path.join(paths.rules_folder(), _FOLDER))
    except OSError:
        return []
    found = (name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))
    return sorted(name for name in found if _CODE.fullmatch(name))
