"""The names of paragraphs as a person says them, in the language of the messages."""

from __future__ import annotations

from reslint.text import Wordings
from reslint.text.display import one_line

_PARTS = {
    "masthead": {"en": "masthead", "fr": "en-tête"},
    "title": {"en": "title", "fr": "titre"},
    "organ line": {"en": "organ line", "fr": "ligne de l’organe"},
    "preamble": {"en": "preamble", "fr": "préambule"},
    "operative": {"en": "operative", "fr": "dispositif"},
    "heading": {"en": "heading", "fr": "intertitre"},
    "closing": {"en": "closing", "fr": "fin"},
    "annex": {"en": "annex", "fr": "annexe"},
    "note": {"en": "note", "fr": "note"},
    "table": {"en": "table", "fr": "tableau"},
    "quotation": {"en": "quotation", "fr": "citation"},
    "outside": {"en": "outside the resolution", "fr": "hors de la résolution"},
    "nested draft": {"en": "nested draft", "fr": "projet inclus"},
    "resolution": {"en": "resolution", "fr": "résolution"},
}
"""How the places of paragraphs begin that are not named by their label (`draft/model.py`)."""
_WORDS = Wordings({"paragraph": {"en": "paragraph", "fr": "paragraphe"}, **_PARTS})


def part_names(language: str) -> dict[str, str]:
    """Return the names of the parts of a draft as findings have them, each in a language."""
    return {part: _WORDS.text(part, language) for part in _PARTS}


def place_in(paragraph: str, language: str) -> str:
    """Return a place as short as a finding has it, in a language: `A, preamble 3`, `12 (a)`."""
    return ", ".join(_translated(one, language) for one in paragraph.split(", "))


def place_name(paragraph: str, language: str) -> str:
    """The name of a paragraph as a person says it: `preamble 4`, `paragraph 12 (a)`, `note 2`.

    `paragraph` is that of a diagnostic, "" for none.
    """
    *resolutions, place = one_line(paragraph).split(", ")
    named = [_translated(one, language) for one in resolutions]
    part = next((one for one in _PARTS if place == one or place.startswith(f"{one} ")), "")
    if part or not place:
        named.append(_translated(place, language))
    else:
        named.append(f"{_WORDS.text('paragraph', language)} {place}")
    return ", ".join(named)


def _translated(place: str, language: str) -> str:
    """A place with the name of the part at its beginning in a language."""
    for part in _PARTS:
        if place == part or place.startswith(f"{part} "):
            return _WORDS.text(part, language) + place[len(part) :]
    return place
