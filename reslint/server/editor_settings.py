"""The settings that the editor gives, checked and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.editor.inlay_hints import KINDS
from reslint.settings.table import EDITOR_ONLY, LEVELS, SETTINGS
from reslint.text.diagnostics import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from reslint.settings.setting import Setting
    from reslint.settings.table import Values


AUTO = "auto"
"""The choice that leaves a setting to the draft, or to the locale."""


class EditorSettings:
    """The editor's settings.

    values          the settings of a lint that are set, by name
    enable          whether anything is checked
    run             when findings are shown
    versions        whether drafts are compared with their other versions
    hover_versions  whether the hover shows the paragraph in another version
    number_on_enter whether Enter writes the number of the next paragraph
    inlay_hints     what is shown within the lines (`editor.inlay_hints.KINDS`)
    semantic_tokens whether words are coloured by their kind
    configuration   the settings file for drafts without one of their own, "" for none
    errors          the errors in the settings, a line for each
    """

    __slots__ = (
        "configuration",
        "enable",
        "errors",
        "hover_versions",
        "inlay_hints",
        "number_on_enter",
        "run",
        "semantic_tokens",
        "values",
        "versions",
    )

    def __init__(self, given: Any = None) -> None:
        self.errors: list[str] = []
        given = given if isinstance(given, dict) else {}
        self.values = self._read(given, SETTINGS)
        own = {setting.name: setting.default for setting in EDITOR_ONLY}
        own.update(self._read(given, EDITOR_ONLY))
        self.enable: bool = own["enable"]
        self.run: str = own["run"]
        self.versions: bool = own["compare_versions"]
        self.hover_versions: bool = own["hover_versions"]
        self.number_on_enter: bool = own["number_on_enter"]
        hints: str = own["inlay_hints"]
        self.inlay_hints = {"off": (), "all": KINDS}.get(hints, (hints,))
        self.semantic_tokens: bool = own["semantic_tokens"]
        self.configuration: str = own["configuration"]

    def _read(self, given: dict[str, Any], settings: Iterable[Setting]) -> Values:
        values = {}
        for setting in settings:
            if setting.editor is not None:
                value = self._value(given.get(setting.editor.name), setting.editor.name, setting)
                if value is not None:
                    values[setting.name] = value
        return values

    def _value(self, value: Any, key: str, setting: Setting) -> Any:
        """Return the value of a setting, None if it is missing or wrong."""
        if setting.kind in ("choice", "organ"):
            return self._choice(value, key, setting.choices)
        if setting.kind == "levels":
            return self._levels(value, key)
        if setting.kind == "flag":
            if value is None or isinstance(value, bool):
                return value
            self.errors.append(f"{key} must be true or false")
            return None
        if setting.kind == "text":
            return value.strip() if isinstance(value, str) else None
        return self._texts(value, key, codes=setting.kind == "codes")

    def _choice(self, value: Any, key: str, allowed: tuple[str, ...]) -> str | None:
        if value in (None, "", AUTO):
            return None
        if value in allowed:
            return str(value)
        self.errors.append(f"{key} must be one of {', '.join(allowed)}")
        return None

    def _texts(self, value: Any, key: str, *, codes: bool) -> frozenset[str] | None:
        texts = [value] if isinstance(value, str) else value or []
        if not isinstance(texts, list) or not all(isinstance(one, str) for one in texts):
            self.errors.append(f"{key} must be a list of {'codes' if codes else 'texts'}")
            return None
        texts = [one.strip().upper() if codes else one.strip() for one in texts]
        return frozenset(filter(None, texts)) or None

    def _levels(self, value: Any, key: str) -> dict[str, str] | None:
        value = value or {}
        if not isinstance(value, dict):
            self.errors.append(f"{key} must give each code its level")
            return None
        levels = {}
        for code, level in value.items():
            level = "off" if level is False else level
            if level in LEVELS:
                levels[str(code).upper()] = str(level)
            else:
                self.errors.append(f"{key} of {code} must be one of {', '.join(SEVERITIES)}")
        return levels or None
