"""What stands around the drafts on the HTML page, in English and French, and safe text."""

from __future__ import annotations

from html import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


SYMBOLS = {"error": "■", "warning": "▲", "info": "●", "hint": "◆"}
"""A shape for each severity: colour alone tells some readers nothing."""

_WORDS = {
    "en": {
        "title": "Drafting check",
        "skip": "Skip to the drafts",
        "summary": "Summary",
        "drafts": "Drafts",
        "rules": "The rules met",
        "by-rule": "Findings by rule",
        "severity": "Severity",
        "error": "error",
        "warning": "warning",
        "info": "info",
        "hint": "hint",
        "rule": "Rule",
        "says": "Says",
        "share": "Share",
        "count": "Findings",
        "draft": "Draft",
        "show-all": "Show all",
        "show-none": "Show none",
        "only": "Only paragraphs with findings",
        "previous": "Previous finding",
        "next": "Next finding",
        "navigation": "Findings",
        "shown": "{shown} of {all} findings shown",
        "clean": "nothing to report",
        "unread": "This draft could not be read again as it was checked: its lines with findings.",
        "whole": "On the draft as a whole",
        "notes": "Notes",
        "line": "line",
        "safe": "Fix:",
        "unsafe": "Possible fix:",
        "related": "See also",
        "source": "Source:",
        "found": "Finding {number}, {severity}: {code} {message}",
        "to-text": "Back to the text",
        "problems": "Not everything could be checked",
        "made": "Made by reslint {version}.",
    },
    "fr": {
        "title": "Vérification rédactionnelle",
        "skip": "Aller aux projets",
        "summary": "Synthèse",
        "drafts": "Projets",
        "rules": "Les règles rencontrées",
        "by-rule": "Constats par règle",
        "severity": "Gravité",
        "error": "erreur",
        "warning": "avertissement",
        "info": "information",
        "hint": "suggestion",
        "rule": "Règle",
        "says": "Objet",
        "share": "Part",
        "count": "Constats",
        "draft": "Projet",
        "show-all": "Tout afficher",
        "show-none": "Tout masquer",
        "only": "Seulement les paragraphes avec constats",
        "previous": "Constat précédent",
        "next": "Constat suivant",
        "navigation": "Constats",
        "shown": "{shown} constats affichés sur {all}",
        "clean": "rien à signaler",
        "unread": "Ce projet n’a pu être relu tel que vérifié : ses lignes avec constats.",
        "whole": "Sur l’ensemble du projet",
        "notes": "Notes",
        "line": "ligne",
        "safe": "Correction :",
        "unsafe": "Correction possible :",
        "related": "Voir aussi",
        "source": "Source :",
        "found": "Constat {number}, {severity} : {code} {message}",
        "to-text": "Retour au texte",
        "problems": "Tout n’a pu être vérifié",
        "made": "Établi par reslint {version}.",
    },
}


LANGUAGES = {
    "en": "English",
    "fr": "Français",
    "es": "Español",
    "ru": "Русский",
    "ar": "العربية",
    "zh": "中文",
}


RIGHT_TO_LEFT = ("ar",)


_PLACES = {
    "fr": {
        "masthead": "en-tête",
        "title": "titre",
        "organ line": "ligne de l’organe",
        "preamble": "préambule",
        "operative": "dispositif",
        "heading": "intertitre",
        "closing": "clôture",
        "annex": "annexe",
        "table": "tableau",
        "quotation": "citation",
        "resolution": "résolution",
        "nested draft": "projet recommandé",
    }
}
"""What begins the place of a paragraph (`preamble 3`) in other languages than English."""


def words(language: str) -> Mapping[str, str]:
    """The words of the page in a language, English where it has none."""
    return _WORDS.get(language, _WORDS["en"])


def place_in(place: str, language: str) -> str:
    """The place of a paragraph (`A, preamble 3`, `12 (a)`) in a language of the page."""
    names = _PLACES.get(language)
    if names is None:
        return place
    pieces = []
    for piece in place.split(", "):
        name = next((one for one in names if piece == one or piece.startswith(one + " ")), "")
        pieces.append(names[name] + piece[len(name) :] if name else piece)
    return ", ".join(pieces)


def _harmless() -> dict[int, str]:
    """Control characters as their pictures, what no file can hold as U+FFFD."""
    table = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
    table.update({ord("\r"): "\n", 0x0C: " ", 0x7F: "\u2421"})
    table.update(dict.fromkeys(range(0x80, 0xA0), "\ufffd"))
    table.update({0xFFFE: "\ufffd", 0xFFFF: "\ufffd"})
    return table


_HARMLESS = _harmless()


def safe(text: str) -> str:
    """A text as it may stand anywhere in the page, in an element or in an attribute."""
    if not text.isprintable():
        text = text.translate(_HARMLESS).encode("utf-8", "replace").decode("utf-8")
    return escape(text, quote=True)


def isolated(text: str) -> str:
    """A text from elsewhere whose direction does not touch the line it stands in."""
    return f"<bdi>{safe(text)}</bdi>"
