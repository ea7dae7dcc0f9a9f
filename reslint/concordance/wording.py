"""What messages call versions and places, in the language of the messages."""

from __future__ import annotations

from reslint.reports.places import place_name
from reslint.text import Wordings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


_LANGUAGES = {
    "en": {"en": "English", "fr": "anglais"},
    "fr": {"en": "French", "fr": "français"},
    "es": {"en": "Spanish", "fr": "espagnol"},
    "ru": {"en": "Russian", "fr": "russe"},
    "ar": {"en": "Arabic", "fr": "arabe"},
    "zh": {"en": "Chinese", "fr": "chinois"},
}
_WORDS = Wordings(
    {
        **_LANGUAGES,
        "text": {"en": "the {names} text", "fr": "le texte {names}"},
        "texts": {"en": "the {names} texts", "fr": "les textes {names}"},
        "and": {"en": "{names} and {last}", "fr": "{names} et {last}"},
    }
)
_PLACES = ("place", "elsewhere", "end")
"""The values of messages that are places of paragraphs."""


def language_name(version: str, language: str) -> str:
    """The language of a version in words: `French`; `French (2)` for the second one of it."""
    code, _, number = version.partition(" ")
    name = _WORDS.text(code, language) if code in _LANGUAGES else code
    return f"{name} ({number})" if number else name


def in_words(values: Mapping[str, str], language: str) -> dict[str, str]:
    """The values of a message, its versions (`en, fr`) and places as a person says them."""
    spoken = dict(values)
    for key in _PLACES:
        if spoken.get(key):
            spoken[key] = place_name(spoken[key], language)
    versions = [
        language_name(one, language) for one in values.get("versions", "").split(", ") if one
    ]
    if versions:
        *others, last = versions
        names = ", ".join(others)
        named = _WORDS.text("and", language, names=names, last=last) if others else last
        spoken["versions"] = _WORDS.text("texts" if others else "text", language, names=named)
    return spoken
