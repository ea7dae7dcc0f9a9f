"""The settings that an editor holds for reslint (section `reslint`), read with a forgiving eye.

A value that is wrong is left out and said once; it never takes the others with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.config import LANGUAGES, MESSAGE_LANGUAGES, ORGANS, PROFILES
from reslint.diagnostics import SEVERITIES

if TYPE_CHECKING:
    from typing import Any

AUTO = "auto"
ON_TYPE, ON_SAVE = "onType", "onSave"


class EditorSettings:
    """What the editor's settings say; None where they leave it to the draft or to a file."""

    __slots__ = (
        "configuration",
        "enable",
        "faults",
        "ignore",
        "language",
        "message_language",
        "organ",
        "profile",
        "run",
        "select",
        "severities",
    )

    def __init__(self, values: Any = None) -> None:
        self.faults: list[str] = []
        given = values if isinstance(values, dict) else {}
        self.enable = self._flag(given, "enable", True)
        self.language = self._choice(given, "language", LANGUAGES)
        self.organ = self._choice(given, "organ", ORGANS)
        self.profile = self._choice(given, "profile", PROFILES)
        self.message_language = self._choice(given, "messageLanguage", MESSAGE_LANGUAGES)
        self.select = self._codes(given, "select") or None
        self.ignore = self._codes(given, "ignore")
        self.severities = self._severities(given)
        self.run = self._choice(given, "run", (ON_TYPE, ON_SAVE)) or ON_TYPE
        path = given.get("configuration")
        self.configuration = path.strip() if isinstance(path, str) else ""

    def _flag(self, given: dict[str, Any], key: str, default: bool) -> bool:
        value = given.get(key)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self.faults.append(f"{key} must be true or false")
        return default

    def _choice(self, given: dict[str, Any], key: str, allowed: tuple[str, ...]) -> str | None:
        value = given.get(key)
        if value in (None, "", AUTO):
            return None
        if value in allowed:
            return str(value)
        self.faults.append(f"{key} must be one of {', '.join(allowed)}")
        return None

    def _codes(self, given: dict[str, Any], key: str) -> frozenset[str]:
        value = given.get(key)
        texts = [value] if isinstance(value, str) else value or []
        if not isinstance(texts, list) or not all(isinstance(one, str) for one in texts):
            self.faults.append(f"{key} must be a list of codes")
            return frozenset()
        return frozenset(filter(None, (one.strip().upper() for one in texts)))

    def _severities(self, given: dict[str, Any]) -> dict[str, str]:
        value = given.get("severity") or {}
        if not isinstance(value, dict):
            self.faults.append("severity must give each code its level")
            return {}
        levels = {}
        for code, level in value.items():
            level = "off" if level is False else level
            if level in (*SEVERITIES, "off"):
                levels[str(code).upper()] = str(level)
            else:
                self.faults.append(f"severity of {code} must be one of {', '.join(SEVERITIES)}")
        return levels


class Choice:
    """What was chosen for one document by a command; None is left as it is without."""

    __slots__ = ("language", "organ", "profile")

    def __init__(
        self, language: str | None = None, organ: str | None = None, profile: str | None = None
    ) -> None:
        self.language = language
        self.organ = organ
        self.profile = profile


def choice_of(values: Any) -> Choice:
    """The choice in a command's argument. Raises ValueError for a value that is none."""
    if not isinstance(values, dict):
        raise ValueError("language, organ or profile is expected")
    chosen = Choice()
    allowed = {"language": LANGUAGES, "organ": ORGANS, "profile": PROFILES}
    for key, value in values.items():
        if key not in allowed:
            raise ValueError(f"{key} cannot be chosen")
        if value in (None, "", AUTO):
            continue
        if value not in allowed[key]:
            raise ValueError(f"{key} must be one of {', '.join(allowed[key])}")
        setattr(chosen, key, value)
    return chosen
