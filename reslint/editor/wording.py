"""Texts for the editor: wordings of titles and labels, templates of new drafts.

Wordings come in the languages of messages; templates, one for each organ and language, come from
`rules/templates/`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reslint.data import paths
from reslint.data.patterns import expression
from reslint.text import Wordings

if TYPE_CHECKING:
    from typing import Any


_FOLDER = "templates"
_CODE = expression(r"[a-z]{2,8}")

_WORDINGS = Wordings(
    {
        # Fixes and other actions
        "fix-all": {
            "en": "Apply all safe fixes",
            "fr": "Appliquer toutes les corrections sûres",
        },
        "fix-rule": {
            "en": "Fix all {count} {code} findings in this draft",
            "fr": "Corriger les {count} constats {code} de ce projet",
        },
        "unsafe": {"en": "{title} (check the result)", "fr": "{title} (résultat à vérifier)"},
        "disable-line": {
            "en": "Do not report {code} in this paragraph",
            "fr": "Ne pas signaler {code} dans ce paragraphe",
        },
        "disable-file": {
            "en": "Do not report {code} in this draft",
            "fr": "Ne pas signaler {code} dans ce projet",
        },
        "disable-project": {
            "en": "Ignore {code} in this project (settings file)",
            "fr": "Ignorer {code} dans tout le dossier (fichier de paramètres)",
        },
        "write-phrase": {"en": "Write “{phrase}”", "fr": "Écrire « {phrase} »"},
        "add-word": {
            "en": "Add “{word}” to the house vocabulary",
            "fr": "Ajouter « {word} » au vocabulaire maison",
        },
        "open-page": {"en": "Read about {code}", "fr": "Lire la règle {code}"},
        "references-left": {
            "en": "{title} (references to check then: {count})",
            "fr": "{title} (renvois à vérifier ensuite : {count})",
        },
        # References after a renumbering
        "check-reference": {
            "en": "Check this reference: the paragraphs were numbered again, and only a reader can "
            "tell which one it means.",
            "fr": "Vérifier ce renvoi : les paragraphes ont été renumérotés, et seul un lecteur "
            "peut dire lequel il vise.",
        },
        "moved-reference": {
            "en": "Check this reference: it may mean the paragraph that is now number {number}.",
            "fr": "Vérifier ce renvoi : il vise peut-être le paragraphe qui porte à présent le "
            "numéro {number}.",
        },
        "write-number": {"en": "Write {number}", "fr": "Écrire {number}"},
        "accept-reference": {
            "en": "This reference is right",
            "fr": "Ce renvoi est juste",
        },
        # Other changes that are offered
        "glued-notes": {
            "en": "Make {count} number(s) after words markers of notes: {sample}",
            "fr": "Faire de {count} chiffre(s) collé(s) aux mots des appels de note : {sample}",
        },
        "level-in": {"en": "Make it a sub-paragraph", "fr": "En faire un alinéa"},
        "level-out": {"en": "Move it one level out", "fr": "Le remonter d’un niveau"},
        # Renaming
        "not-renamable": {
            "en": "There is nothing to rename here.",
            "fr": "Il n’y a rien à renommer ici.",
        },
        "not-a-number": {
            "en": "“{name}” is no number from 1 to 999.",
            "fr": "« {name} » n’est pas un nombre de 1 à 999.",
        },
        "not-a-name": {
            "en": "A name has 1 to 300 characters, on one line.",
            "fr": "Un nom compte de 1 à 300 caractères, sur une seule ligne.",
        },
        "note-taken": {
            "en": "There is a note {number} already.",
            "fr": "Il y a déjà une note {number}.",
        },
        "paragraph-taken": {
            "en": "There is a paragraph {number} already.",
            "fr": "Il y a déjà un paragraphe {number}.",
        },
        # Checking a folder
        "checking-folder": {"en": "Checking drafts", "fr": "Vérification des projets"},
        "checked-folder": {
            "en": "Drafts: {files}; findings: {diagnostics}",
            "fr": "Projets : {files} ; constats : {diagnostics}",
        },
        "fixing-folder": {"en": "Fixing drafts", "fr": "Correction des projets"},
        "fixed-folder": {
            "en": "Drafts: {files}; safe fixes: {fixes}",
            "fr": "Projets : {files} ; corrections sûres : {fixes}",
        },
        "given-up": {"en": "cancelled", "fr": "annulé"},
        # Hover
        "adopted": {"en": "adopted on {date}", "fr": "adoptée le {date}"},
        "counted": {
            "en": "date given by {agreeing} of {total} adopted texts that cite it",
            "fr": "date donnée par {agreeing} des {total} textes adoptés qui la citent",
        },
        "dated-otherwise": {
            "en": "the draft has {date}",
            "fr": "le projet porte la date du {date}",
        },
        "note": {"en": "Note {number}", "fr": "Note {number}"},
        "no-note": {"en": "There is no note {number}.", "fr": "Il n’y a pas de note {number}."},
        "paragraph": {"en": "Paragraph {label}", "fr": "Paragraphe {label}"},
        "citations": {
            "en": "cited {count} times in this draft",
            "fr": "citée {count} fois dans ce projet",
        },
        "mentions": {
            "en": "{count} mentions in this draft",
            "fr": "{count} mentions dans ce projet",
        },
        "mention": {"en": "the only mention in this draft", "fr": "seule mention dans ce projet"},
        # Document symbols
        "masthead": {"en": "Masthead", "fr": "En-tête"},
        "title": {"en": "Title", "fr": "Titre"},
        "preamble": {"en": "Preamble", "fr": "Préambule"},
        "operative": {"en": "Operative part", "fr": "Dispositif"},
        "heading": {"en": "Heading", "fr": "Intertitre"},
        "annex": {"en": "Annex", "fr": "Annexe"},
        "closing": {"en": "Closing", "fr": "Clôture"},
        "resolution": {"en": "Resolution", "fr": "Résolution"},
        "nested": {"en": "Recommended draft", "fr": "Projet recommandé"},
        "organ line": {"en": "Organ", "fr": "Organe"},
        "table": {"en": "Table", "fr": "Tableau"},
        "quotation": {"en": "Quotation", "fr": "Citation"},
        "outside": {"en": "Outside the draft", "fr": "Hors du projet"},
        "notes": {"en": "Notes", "fr": "Notes"},
        # Completion
        "preambular": {"en": "preambular", "fr": "préambule"},
        "operative-phrase": {"en": "operative", "fr": "dispositif"},
        "used-here": {"en": "used in this draft", "fr": "employée dans ce projet"},
        "full-name": {"en": "full name of {acronym}", "fr": "nom complet de {acronym}"},
        "not-marked": {"en": "no marker yet", "fr": "sans appel de note"},
        "snippet-op": {"en": "the next numbered paragraph", "fr": "le paragraphe numéroté suivant"},
        "snippet-sub": {"en": "the next sub-paragraph", "fr": "l’alinéa suivant"},
        "new-note": {"en": "a new note, at the end", "fr": "une nouvelle note, à la fin"},
        "cited": {"en": "already cited", "fr": "déjà citée"},
    }
)
wording = _WORDINGS.text
"""Return the text of this name in a language, its placeholders filled."""


def new_draft(organ: str, language: str) -> str:
    """Return the template of an organ in a language.

    Raises LookupError, whose message lists what there is, if there is no such template.
    """
    known = template_languages()
    if language not in known:
        raise LookupError(f"no template in the language {language!r}; there are {', '.join(known)}")
    # Only for a template: importing YAML takes an eighth of the start of a server.
    from reslint.data.yaml_reader import read_strictly

    drafts: dict[str, Any] = read_strictly(
        os.path.join(paths.rules_folder(), _FOLDER, f"{language}.yaml")
    ).value
    text = drafts.get(organ)
    if not isinstance(text, str):
        raise LookupError(f"no template for the organ {organ!r}; there are {', '.join(drafts)}")
    return text


def template_languages() -> list[str]:
    """Return the languages that have templates, in order."""
    try:
        names = os.listdir(os.path.join(paths.rules_folder(), _FOLDER))
    except OSError:
        return []
    found = (name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))
    return sorted(name for name in found if _CODE.fullmatch(name))
