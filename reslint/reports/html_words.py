"""The words of the HTML page, and the shapes of severities."""

from __future__ import annotations

from reslint.text.wordings import Wordings

SYMBOLS = {"error": "■", "warning": "▲", "info": "●", "hint": "◆"}
"""A shape for each severity: colour alone tells some readers nothing."""
WORDS = Wordings(
    {
        "title": {"en": "Drafting check", "fr": "Vérification rédactionnelle"},
        "skip": {"en": "Skip to the drafts", "fr": "Aller aux projets"},
        "summary": {"en": "Summary", "fr": "Synthèse"},
        "drafts": {"en": "Drafts", "fr": "Projets"},
        "rules": {"en": "The rules met", "fr": "Les règles rencontrées"},
        "by-rule": {"en": "Findings by rule", "fr": "Constats par règle"},
        "severity": {"en": "Severity", "fr": "Gravité"},
        "error": {"en": "error", "fr": "erreur"},
        "warning": {"en": "warning", "fr": "avertissement"},
        "info": {"en": "info", "fr": "information"},
        "hint": {"en": "hint", "fr": "suggestion"},
        "rule": {"en": "Rule", "fr": "Règle"},
        "says": {"en": "Says", "fr": "Objet"},
        "share": {"en": "Share", "fr": "Part"},
        "count": {"en": "Findings", "fr": "Constats"},
        "draft": {"en": "Draft", "fr": "Projet"},
        "show-all": {"en": "Show all", "fr": "Tout afficher"},
        "show-none": {"en": "Show none", "fr": "Tout masquer"},
        "only": {
            "en": "Only paragraphs with findings",
            "fr": "Seulement les paragraphes avec constats",
        },
        "previous": {"en": "Previous finding", "fr": "Constat précédent"},
        "next": {"en": "Next finding", "fr": "Constat suivant"},
        "navigation": {"en": "Findings", "fr": "Constats"},
        "shown": {
            "en": "{shown} of {all} findings shown",
            "fr": "{shown} constats affichés sur {all}",
        },
        "clean": {"en": "nothing to report", "fr": "rien à signaler"},
        "unread": {
            "en": "This draft could not be read again as it was checked: its lines with findings.",
            "fr": "Ce projet n’a pu être relu tel que vérifié : ses lignes avec constats.",
        },
        "whole": {"en": "On the draft as a whole", "fr": "Sur l’ensemble du projet"},
        "notes": {"en": "Notes", "fr": "Notes"},
        "line": {"en": "line", "fr": "ligne"},
        "safe": {"en": "Fix:", "fr": "Correction :"},
        "unsafe": {"en": "Possible fix:", "fr": "Correction possible :"},
        "related": {"en": "See also", "fr": "Voir aussi"},
        "source": {"en": "Source:", "fr": "Source :"},
        "found": {
            "en": "Finding {number}, {severity}: {code} {message}",
            "fr": "Constat {number}, {severity} : {code} {message}",
        },
        "to-text": {"en": "Back to the text", "fr": "Retour au texte"},
        "problems": {"en": "Not everything could be checked", "fr": "Tout n’a pu être vérifié"},
        "made": {"en": "Made by reslint {version}.", "fr": "Établi par reslint {version}."},
    }
)
_PLACES = Wordings(
    {
        "masthead": {"en": "masthead", "fr": "en-tête"},
        "title": {"en": "title", "fr": "titre"},
        "organ line": {"en": "organ line", "fr": "ligne de l’organe"},
        "preamble": {"en": "preamble", "fr": "préambule"},
        "operative": {"en": "operative", "fr": "dispositif"},
        "heading": {"en": "heading", "fr": "intertitre"},
        "closing": {"en": "closing", "fr": "clôture"},
        "annex": {"en": "annex", "fr": "annexe"},
        "table": {"en": "table", "fr": "tableau"},
        "quotation": {"en": "quotation", "fr": "citation"},
        "resolution": {"en": "resolution", "fr": "résolution"},
        "nested draft": {"en": "nested draft", "fr": "projet recommandé"},
    }
)
"""What begins the place of a paragraph (`preamble 3`)."""


def place_in(place: str, language: str) -> str:
    """The place of a paragraph (`A, preamble 3`, `12 (a)`) in a language of the page."""
    pieces = []
    for piece in place.split(", "):
        name = next((one for one, _ in _PLACES if piece == one or piece.startswith(f"{one} ")), "")
        named = _PLACES.text(name, language) if name else ""
        pieces.append(named + piece[len(name) :])
    return ", ".join(pieces)
