"""Problems in the language of the messages.

What is wrong with a file or with settings is worded in English where it is found, in packages that
know no language. Reports for people translate it: a sentence with its values in braces stands for
all that are made in that way. What is not in the table is shown in English.
"""

from __future__ import annotations

from reslint.text.sentences import Sentences

_FRENCH = {
    # Files
    "there is no such file or folder": "ce fichier ou dossier n’existe pas",
    "the link points to no file (or to itself)": "le lien ne mène à aucun fichier (ou à lui-même)",
    "the folder cannot be read ({reason})": "le dossier ne peut être lu ({reason})",
    "the file cannot be read ({reason})": "le fichier ne peut être lu ({reason})",
    "standard input cannot be read ({reason})": "l’entrée standard ne peut être lue ({reason})",
    "the file is a pipe, and nothing writes to it": "le fichier est un tube où rien n’est écrit",
    "the file is not a draft: it is larger than {size} bytes": (
        "le fichier n’est pas un projet : il dépasse {size} octets"
    ),
    "the file is not a draft: it has more than {size} lines": (
        "le fichier n’est pas un projet : il a plus de {size} lignes"
    ),
    "the file is {what}; save it as UTF-8": "le fichier est en {what} ; l’enregistrer en UTF-8",
    "the file is {what}, and {reason}; save it as .docx": (
        "le fichier ne peut être lu ({what}, {reason}) ; l’enregistrer en .docx"
    ),
    "the file is protected by a password": "le fichier est protégé par un mot de passe",
    "the file is compressed in a way that Word does not know": (
        "le fichier est compressé d’une façon que Word ne connaît pas"
    ),
    "the file is no Word file, though its name ends like one": (
        "le fichier n’est pas un fichier Word, malgré son nom"
    ),
    "the file is empty: it is no Word file": "le fichier est vide : ce n’est pas un fichier Word",
    "the file is a Word document as XML, which reslint does not read; save it as .docx": (
        "le fichier est un document Word en XML, que reslint ne lit pas ; l’enregistrer en .docx"
    ),
    "the file is a web archive, which reslint does not read; save it as .docx": (
        "le fichier est une archive web, que reslint ne lit pas ; l’enregistrer en .docx"
    ),
    (
        "a part of the text is a file of its own inside or beside this one; open the file in Word "
        "and save it, which joins them"
    ): (
        "une partie du texte est un fichier distinct, inclus ou joint ; ouvrir le fichier dans "
        "Word et l’enregistrer, ce qui les réunit"
    ),
    "the file is no Word file: {reason}": "le fichier n’est pas un fichier Word ({reason})",
    "the file is damaged: {reason}": "le fichier est endommagé ({reason})",
    "the file is damaged ({reason})": "le fichier est endommagé ({reason})",
    "the file is too large for a draft ({reason})": (
        "le fichier est trop grand pour un projet ({reason})"
    ),
    "the file has too many parts for a draft": "le fichier a trop de parties pour un projet",
    "it is no complete Word file": "ce n’est pas un fichier Word complet",
    "two parts are named {name}": "deux parties s’appellent {name}",
    "it has no main document": "il n’a pas de document principal",
    "its main part is no document": "sa partie principale n’est pas un document",
    "the file is no Word file (another kind of Office file)": (
        "le fichier n’est pas un fichier Word (mais un autre fichier Office)"
    ),
    (
        "the file is RTF, which reslint does not read; open it in a word processor and save it "
        "as .docx"
    ): (
        "le fichier est en RTF, que reslint ne lit pas ; l’ouvrir dans un traitement de texte et "
        "l’enregistrer en .docx"
    ),
    (
        "the file is a PDF, which reslint does not read; `pdftotext -layout FILE.pdf FILE.txt` "
        "makes a text of it (emphasis is lost, so the rules on it do not run)"
    ): (
        "le fichier est un PDF, que reslint ne lit pas ; `pdftotext -layout FILE.pdf FILE.txt` en "
        "fait un texte (sans italique ni gras : les règles qui en dépendent ne s’appliquent pas)"
    ),
    "the file is LaTeX, which reslint does not read; {command} makes Markdown of it": (
        "le fichier est en LaTeX, que reslint ne lit pas ; {command} en fait du Markdown"
    ),
    ("the file is {kind}; save it as .docx, or install LibreOffice, with which reslint reads it"): (
        "le fichier est {kind} ; l’enregistrer en .docx, ou installer LibreOffice, avec lequel "
        "reslint le lit"
    ),
    "an old Word file (.doc)": "un ancien fichier Word (.doc)",
    "an OpenDocument text": "un texte OpenDocument",
    "LibreOffice could not read it": "LibreOffice n’a pu le lire",
    "LibreOffice took more than {seconds} seconds": (
        "LibreOffice a mis plus de {seconds} secondes"
    ),
    (
        "the columns {one} and {other} of a table have a text each; reslint reads one text a "
        "file: put each column into a file of its own"
    ): (
        "les colonnes {one} et {other} d’un tableau ont chacune un texte ; reslint lit un texte "
        "par fichier : mettre chaque colonne dans un fichier distinct"
    ),
    "{part} has a document type declaration, which is not read": (
        "{part} a une déclaration de type de document, qui n’est pas lue"
    ),
    "{part} is damaged ({reason})": "{part} est endommagé ({reason})",
    "{part} is too large for a draft": "{part} est trop grand pour un projet",
    "the file is signed: a change would break its signature": (
        "le fichier est signé : une modification romprait sa signature"
    ),
    "the file is protected against changes": "le fichier est protégé contre les modifications",
    "its tracked changes must be read as accepted": (
        "ses modifications suivies doivent être lues comme acceptées"
    ),
    "it is open in a word processor, as {owner} says; close it first": (
        "il est ouvert dans un traitement de texte, d’après {owner} ; le fermer d’abord"
    ),
    "save the file as .docx first": "enregistrer d’abord le fichier en .docx",
    "the copy with comments was not written: {reason}": (
        "la copie avec commentaires n’a pas été écrite : {reason}"
    ),
    "the process that checked this file died (out of memory?)": (
        "le processus qui vérifiait ce fichier est mort (manque de mémoire ?)"
    ),
    "the fixes were not written: {reason}": "les corrections n’ont pas été écrites : {reason}",
    "it is not a regular file": "ce n’est pas un fichier ordinaire",
    "the file is read-only": "le fichier est en lecture seule",
    "the folder {path} is read-only": "le dossier {path} est en lecture seule",
    "the file was removed while it was checked": "le fichier a été supprimé entre-temps",
    "the file was changed while it was checked": "le fichier a été modifié entre-temps",
    "no temporary file can be created beside it": "aucun fichier temporaire ne peut être créé",
    # Settings
    'unknown key "{key}"{rest}': "clé inconnue « {key} »{rest}",
    '"{key}" must be one of {choices}': "« {key} » doit être l’une de ces valeurs : {choices}",
    '"{key}" must be true or false': "« {key} » doit être true ou false",
    '"{key}" must be a list ({form})': "« {key} » doit être une liste ({form})",
    '"{key}" must hold nothing but text': "« {key} » ne doit contenir que du texte",
    '"{key}" must give each code its level ({form})': (
        "« {key} » doit donner à chaque code sa gravité ({form})"
    ),
    '"{key}" of {code} must be one of {choices}': (
        "« {key} » de {code} doit être l’une de ces valeurs : {choices}"
    ),
    'each of "{key}" must name its files ({form})': (
        "chaque élément de « {key} » doit nommer ses fichiers ({form})"
    ),
    "the settings must be keys with values ({form})": (
        "les paramètres doivent être des clés avec des valeurs ({form})"
    ),
    "the file has no table [tool.reslint]": "le fichier n’a pas de table [tool.reslint]",
    "broken TOML: {reason}": "TOML incorrect : {reason}",
    '"extends": there is no file {name}': "« extends » : il n’y a pas de fichier {name}",
    '"extends": {name} extends this file again, in a circle': (
        "« extends » : {name} étend de nouveau ce fichier, en cercle"
    ),
    '"extends": there is no installed package {name}': (
        "« extends » : aucun paquet installé ne se nomme {name}"
    ),
    "No rule has the code {code}; did you mean {close}?": (
        "Aucune règle n’a le code {code} ; vouliez-vous dire {close} ?"
    ),
    "No rule has the code {code}.": "Aucune règle n’a le code {code}.",
}
_INSIDE = {
    "; did you mean {close}?": " ; vouliez-vous dire {close} ?",
    " (known: {keys})": " (clés connues : {keys})",
}
"""What ends some of them."""
_SENTENCES = Sentences(_FRENCH, _INSIDE)


def in_language(message: str, language: str) -> str:
    """Return the message of a problem in a language, in English where there is no other."""
    return _SENTENCES.translated(message) if language == "fr" else message
