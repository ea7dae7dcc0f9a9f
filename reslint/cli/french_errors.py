"""What is wrong with a command line, in French: argparse's own sentences, then those of commands.

It is imported for French only. What is not in the table is shown in English.
"""

from __future__ import annotations

from reslint.reports.problems import in_language
from reslint.text.sentences import Sentences

_FRENCH = {
    # argparse's own
    "the following arguments are required: {names}": "arguments requis : {names}",
    "one of the arguments {names} is required": "l’un de ces arguments est requis : {names}",
    "unrecognized arguments: {names}": "arguments inconnus : {names}",
    "expected one argument": "il faut une valeur",
    "expected at least one argument": "il faut au moins une valeur",
    "expected at most one argument": "il faut une valeur au plus",
    "expected {number} argument": "nombre de valeurs attendu : {number}",
    "expected {number} arguments": "nombre de valeurs attendu : {number}",
    "ignored explicit argument {value}": "l’option ne prend pas de valeur : {value}",
    "invalid choice: {value} (choose from {choices})": (
        "choix non valable : {value} (choisir parmi {choices})"
    ),
    "invalid {kind} value: {value}": "valeur non valable : {value}",
    "not allowed with argument {other}": "incompatible avec l’argument {other}",
    "argument {name}: {message}": "argument {name} : {message}",
    # a command that does not exist
    "no such command: {name}": "cette commande n’existe pas : {name}",
    "no such option: {name}": "cette option n’existe pas : {name}",
    "reslint --help lists the commands.": "reslint --help donne la liste des commandes.",
    "the current folder does not exist any more": "le dossier courant n’existe plus",
    # check
    "must be a number from {first} to {last}, not {value}": (
        "il faut un nombre de {first} à {last}, et non {value}"
    ),
    "--select names no rule": "--select ne désigne aucune règle",
    "--stdin-filename needs - (standard input)": "--stdin-filename demande - (entrée standard)",
    "--unsafe-fixes needs --fix or --diff": "--unsafe-fixes demande --fix ou --diff",
    "--watch cannot watch standard input": "--watch ne peut surveiller l’entrée standard",
    "--watch: there is nothing to watch": "--watch : il n’y a rien à surveiller",
    "with --fix, standard input (-) must be the only path": (
        "avec --fix, l’entrée standard (-) doit être le seul chemin"
    ),
    "{one} cannot be used with {other}: a cluster writes no files": (
        "{one} ne va pas avec {other} : une grappe de machines n’écrit pas de fichiers"
    ),
    "{one} cannot be used with {other} or {third}": "{one} ne va pas avec {other} ni {third}",
    "{one} cannot be used with {other}": "{one} ne va pas avec {other}",
    "with --diff there is one --format and one --output-file": (
        "avec --diff, il y a un seul --format et un seul --output-file"
    ),
    "give one --format and one --output-file": "donner un seul --format et un seul --output-file",
    "give one --format for each --output-file, and one more at the most": (
        "donner un --format par --output-file, et un de plus au maximum"
    ),
    "--output-file {path}: this file is a draft": "--output-file {path} : ce fichier est un projet",
    "--output-file {path}: this file is to be checked": (
        "--output-file {path} : ce fichier est à vérifier"
    ),
    "--output-file {path} is given twice": "--output-file {path} est donné deux fois",
    "--output-file {path}: {reason}": "--output-file {path} : {reason}",
    "--rules {path}: there is no such folder": "--rules {path} : ce dossier n’existe pas",
    # what is missing
    "this needs the package {package}: pip install {again}": (
        "il manque le paquet {package} : pip install {again}"
    ),
    'this needs the extra "{extra}": pip install {packages}': (
        "il manque les paquets de « {extra} » : pip install {packages}"
    ),
    # clusters
    "--jobs: {message}": "--jobs : {message}",
    "the address of a cluster is dask://HOST:PORT, not {value}": (
        "l’adresse d’une grappe de machines s’écrit dask://HÔTE:PORT, et non {value}"
    ),
    "{address}: no scheduler answers there": "{address} : aucun ordonnanceur n’y répond",
    "{address}: the scheduler has no workers": (
        "{address} : l’ordonnanceur n’a aucun processus de travail"
    ),
    "{address}: no worker is left": "{address} : il ne reste aucun processus de travail",
    "{address}: the connection was lost": "{address} : la connexion a été perdue",
    "worker {worker}: the package {package} is not installed": (
        "processus {worker} : le paquet {package} n’y est pas installé"
    ),
    "worker {worker} does not fit this machine: {versions} (install the same versions)": (
        "le processus {worker} n’a pas les versions de cette machine : {versions} (installer les "
        "mêmes versions)"
    ),
    # other commands
    "{path} is the draft itself": "{path} est le projet lui-même",
    "{path} is there already (--force replaces it)": "{path} existe déjà (--force le remplace)",
    "{path} is a folder: name the new file": "{path} est un dossier : nommer le nouveau fichier",
    "{path}: name the new file .md or .docx, or say --to": (
        "{path} : nommer le nouveau fichier .md ou .docx, ou préciser --to"
    ),
    "a Word file is not written to a terminal: name OUT": (
        "un fichier Word ne s’écrit pas dans un terminal : nommer OUT"
    ),
    "{path} has no text": "{path} n’a pas de texte",
    "{path} cannot be written: {reason}": "{path} ne peut être écrit : {reason}",
    "{path} exists already: use reslint baseline update, or create --force": (
        "{path} existe déjà : utiliser reslint baseline update, ou create --force"
    ),
    "{path} exists already (--name gives the rule another name)": (
        "{path} existe déjà (--name donne un autre nom à la règle)"
    ),
    "--grow needs update": "--grow demande update",
    "standard input has no baseline": "l’entrée standard n’a pas de référence",
    "nothing is written": "rien n’est écrit",
    "say which kind of rule: {kinds}": "dire quelle sorte de règle : {kinds}",
    "cannot listen on {address}": "impossible d’écouter sur {address}",
}
_ENDINGS = {
    "; did you mean {close}?": " ; vouliez-vous dire {close} ?",
    "; to check it: {command}": " ; pour le vérifier : {command}",
}
_SENTENCES = Sentences(_FRENCH, _ENDINGS, lambda text: in_language(text, "fr"))


def in_french(message: str) -> str:
    """Return what is wrong with a command line in French."""
    return _SENTENCES.translated(message)
