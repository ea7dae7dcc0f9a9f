"""The words of the page in the languages of messages; its script has those of what happens."""

from __future__ import annotations

from reslint.text import Wordings

WORDS = Wordings(
    {
        "skip": {"en": "Skip to the draft", "fr": "Aller au projet"},
        "open": {"en": "Open a file…", "fr": "Ouvrir un fichier…"},
        "fix-all": {"en": "Fix all that is safe", "fr": "Corriger tout ce qui est sûr"},
        "take-home": {"en": "Take home", "fr": "Emporter"},
        "comments": {"en": "Word with comments", "fr": "Word, constats en commentaires"},
        "same": {
            "en": "Your file with its changes",
            "fr": "Fichier d’origine, modifications incluses",
        },
        "report": {"en": "Report (HTML)", "fr": "Rapport (HTML)"},
        "language": {"en": "Language", "fr": "Langue"},
        "recognized-language": {"en": "recognized", "fr": "reconnue"},
        "organ": {"en": "Organ", "fr": "Organe"},
        "recognized-organ": {"en": "recognized", "fr": "reconnu"},
        "rules": {"en": "Rules", "fr": "Règles"},
        "default": {"en": "default", "fr": "par défaut"},
        "draft": {"en": "Draft resolution", "fr": "Projet de résolution"},
        "paste": {
            "en": "Paste or type a draft, or drop a Word, AKN4UN, Markdown or text file here.",
            "fr": "Collez ou tapez un projet, ou déposez un fichier Word, AKN4UN, Markdown, texte.",
        },
        "found": {"en": "What reslint found", "fr": "Ce que reslint a trouvé"},
        "findings": {"en": "Findings", "fr": "Constats"},
        "resolution": {"en": "Resolution", "fr": "Résolution"},
        "filter": {"en": "Filter", "fr": "Filtrer"},
        "no-draft": {"en": "No draft yet.", "fr": "Aucun projet."},
        "as-resolution": {"en": "The draft as a resolution", "fr": "Le projet comme résolution"},
        "nothing-stored": {
            "en": "Nothing of your draft is stored or logged.",
            "fr": "Rien de votre projet n’est conservé ni journalisé.",
        },
        "most": {"en": "at most {megabytes} MB", "fr": "{megabytes} Mo au plus"},
    }
)
