"""What a request may say: one table, from which requests are read and described."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reslint.language.loading import language_codes
from reslint.rulebook.own_codes import suggestion
from reslint.settings.table import BY_NAME

if TYPE_CHECKING:
    from typing import Any, Literal

    Kind = Literal["text", "choice", "codes", "flag", "file", "files"]


class WrongField(ValueError):
    """Raised for a field that does not exist, or a value that is not allowed."""


@dataclass(frozen=True)
class Field:
    """One field of a request: `choices` are its values, () for any."""

    name: str
    kind: Kind
    description: str
    choices: tuple[str, ...] = ()

    def read(self, value: Any) -> Any:
        """Return the value as the settings want it. Raises WrongField."""
        if self.kind == "flag":
            return self._flag(value)
        if self.kind == "codes":
            return self._codes(value)
        if not isinstance(value, str):
            raise WrongField(f"{self.name}: give a text")
        if self.choices and value not in self.choices:
            raise WrongField(f'{self.name}: "{value}" is not one of {", ".join(self.choices)}')
        return value

    def _flag(self, value: Any) -> bool:
        if value in (True, "true", "1", "on"):
            return True
        if value in (False, "false", "0", "off", ""):
            return False
        raise WrongField(f"{self.name}: give true or false")

    def _codes(self, value: Any) -> list[str]:
        """A list of codes, or a text with commas as on the command line."""
        given = value.split(",") if isinstance(value, str) else value
        if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
            raise WrongField(f"{self.name}: give a list of codes")
        return [code for one in given if (code := one.strip())]

    def schema(self) -> dict[str, Any]:
        """Return the field as JSON Schema."""
        if self.kind == "files":
            file = {"type": "string", "format": "binary"}
            return {"type": "array", "items": file, "description": self.description}
        if self.kind == "file":
            return {"type": "string", "format": "binary", "description": self.description}
        if self.kind == "codes":
            codes = {"type": "array", "items": {"type": "string"}}
            return {**codes, "description": self.description}
        made: dict[str, Any] = {
            "type": "boolean" if self.kind == "flag" else "string",
            "description": self.description,
        }
        if self.choices:
            made["enum"] = list(self.choices)
        return made


def _setting(name: str) -> Field:
    """A field that is a setting: its values and description are those of the table."""
    setting = BY_NAME[name]
    about = setting.description[0] or (setting.option.help if setting.option else "")
    kind: Kind = "codes" if setting.kind == "codes" else "choice"
    return Field(name, kind, about, () if kind == "codes" else tuple(setting.choices))


SETTINGS = (
    *map(_setting, ("language", "organ", "profile", "select", "ignore", "message_language")),
    _setting("report_from"),
    _setting("changes"),
)
"""The settings that a request may choose. Never folders of rules: those are the office's own."""
TEXT = Field("text", "text", "The draft as Markdown or plain text.")
FILENAME = Field("filename", "text", "The name under which the text is reported.")
FILE = Field("file", "file", "The draft: Word, AKN4UN, Markdown, HTML or plain text.")
FILES = Field("file", "files", "Two to six versions of one draft, a part `file` for each.")
UNSAFE = Field("unsafe", "flag", "Apply unsafe fixes, too.")
TO = Field(
    "to",
    "choice",
    "md: Markdown; docx: a Word file; html: the report; same: the format of the file.",
    ("md", "docx", "html", "same"),
)
EDITED = Field(
    "edited",
    "text",
    "The Markdown of the file as it should be: the changes are written into the file, in Word as "
    "tracked changes.",
)
COMMENTS = Field("comments", "flag", "Add the findings to a Word file as comments.")
REFERENCE = Field(
    "reference",
    "choice",
    "The language of the version that is right where no majority says so.",
    language_codes(),
)
FORMAT = Field("format", "choice", "json, or html for the versions side by side.", ("json", "html"))


def read_fields(given: dict[str, Any], allowed: tuple[Field, ...]) -> dict[str, Any]:
    """Return the values of a request by name. Raises WrongField."""
    by_name = {field.name: field for field in allowed if field.kind not in ("file", "files")}
    values = {}
    for name, value in given.items():
        field = by_name.get(name)
        if field is None:
            raise WrongField(f"there is no field {name}{suggestion(name, list(by_name))}")
        if value is not None:
            values[name] = field.read(value)
    return values
