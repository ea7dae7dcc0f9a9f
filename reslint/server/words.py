"""What the server says to a drafter, in the languages of messages."""

from __future__ import annotations

_WORDS = {
    "fix-all": {
        "en": "Fix all that is safe to fix",
        "fr": "Corriger tout ce qui peut l’être sans risque",
    },
    "fix-rule": {
        "en": "Fix all {count} of {code} in this draft",
        "fr": "Corriger les {count} {code} de ce projet",
    },
    "unsafe": {"en": "{title} (look at the outcome)", "fr": "{title} (résultat à relire)"},
    "disableLine": {
        "en": "Do not report {code} in this paragraph",
        "fr": "Ne pas signaler {code} dans ce paragraphe",
    },
    "disableFile": {
        "en": "Do not report {code} in this draft",
        "fr": "Ne pas signaler {code} dans ce projet",
    },
    "add-word": {
        "en": "Add “{word}” to the house vocabulary",
        "fr": "Ajouter « {word} » au vocabulaire maison",
    },
    "open-page": {"en": "Read about {code}", "fr": "Lire la règle {code}"},
    "checking-folder": {"en": "Checking drafts", "fr": "Vérification des projets"},
    "checked-folder": {
        "en": "{files} drafts, {diagnostics} findings",
        "fr": "{files} projets, {diagnostics} signalements",
    },
    "given-up": {"en": "given up", "fr": "abandonné"},
}


def said(key: str, language: str, **values: str) -> str:
    """The words for `key` in a language (English if it has none), placeholders filled."""
    texts = _WORDS[key]
    return (texts.get(language) or texts["en"]).format_map(values)
