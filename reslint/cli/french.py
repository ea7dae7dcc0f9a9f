"""The help of the command line in French: each text of the help by its English words.

One table, longer than other modules, for translators to see it whole. It is imported for French
help only.
"""

from __future__ import annotations

from reslint.cli.parser import Parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Action
    from typing import Any


def in_french(text: str) -> str:
    """Return a text of the help in French; in English where it is not translated."""
    return TEXTS.get(" ".join(text.split()), text)


class FrenchParser(Parser):
    """A parser whose help is in French."""

    def __init__(self, *, description: str | None = None, **others: Any) -> None:
        described = None if description is None else in_french(description)
        super().__init__(description=described, add_help=False, **others)
        self.add_argument("-h", "--help", action="help", help="show this help message and exit")

    def add_argument(self, *names: Any, **about: Any) -> Action:
        """Declare an option, its help in French."""
        if about.get("help"):
            about["help"] = in_french(about["help"])
        return super().add_argument(*names, **about)


TEXTS = {
    # argparse's own words
    "positional arguments": "arguments",
    "options": "options",
    "usage:": "utilisation :",
    "show this help message and exit": "afficher cette aide",
    # reslint --help
    "reslint: a drafting-style linter for United Nations resolutions": (
        "reslint : vérifie la rédaction des résolutions de l’Organisation des Nations Unies"
    ),
    "usage: reslint COMMAND …": "utilisation : reslint COMMANDE …",
    "reslint COMMAND --help shows more; reslint --version prints the version.": (
        "reslint COMMANDE --help en dit plus ; reslint --version donne la version."
    ),
    # check
    "check drafts: report errors, say why, show how to fix them": (
        "vérifier des projets : signaler les erreurs, dire pourquoi, montrer comment corriger"
    ),
    "Check drafts: files, folders, or standard input (-).": (
        "Vérifier des projets : fichiers, dossiers ou entrée standard (-)."
    ),
    "files and folders; - reads standard input": "fichiers et dossiers ; - lit l’entrée standard",
    "apply the safe fixes, in the files": "faire les corrections sûres, dans les fichiers",
    "with --fix or --diff: also apply the unsafe fixes": (
        "avec --fix ou --diff : faire aussi les corrections à relire"
    ),
    "show what --fix would change, without writing": (
        "montrer ce que --fix changerait, sans rien écrire"
    ),
    "write a copy of the Word file with the findings as comments (several files: OUT is a "
    "folder); with --fix the copy also has the fixes, and the file stays as it is": (
        "écrire une copie du fichier Word avec les constats en commentaires (plusieurs fichiers : "
        "OUT est un dossier) ; avec --fix, la copie a aussi les corrections, et le fichier reste "
        "tel quel"
    ),
    "format of the report (default: text), or template:FILE for one of your own; diff: what "
    "--fix would change, for patch": (
        "format du rapport (par défaut : text), ou template:FICHIER pour le vôtre ; diff : ce que "
        "--fix changerait, pour patch"
    ),
    "write the report to this file; with several, a --format for each, and one more for "
    "standard output": (
        "écrire le rapport dans ce fichier ; s’il y en a plusieurs, un --format pour chacun, et un "
        "de plus pour la sortie standard"
    ),
    "check only these rules: codes or their beginnings, separated by commas": (
        "n’appliquer que ces règles : codes, ou leur début, séparés par des virgules"
    ),
    "do not check these rules": "ne pas appliquer ces règles",
    "standard, strict with more rules, or mun for Model United Nations (default: standard)": (
        "standard, strict (davantage de règles) ou mun (simulations des Nations Unies) (par "
        "défaut : standard)"
    ),
    "language of the drafts (default: detected)": "langue des projets (par défaut : déterminée)",
    "organ of the drafts (default: detected)": "organe des projets (par défaut : déterminé)",
    "report only findings of at least this severity: error, warning, info or hint (default: "
    "hint)": (
        "ne signaler que les constats d’au moins cette gravité : error, warning, info ou hint (par "
        "défaut : hint)"
    ),
    "exit code 1 for findings of at least this severity (default: warning)": (
        "code de sortie 1 pour les constats d’au moins cette gravité (par défaut : warning)"
    ),
    "exit code 0 even with findings": "code de sortie 0 même s’il y a des constats",
    "name each file that was not read as a draft, with the reason": (
        "nommer chaque fichier qui n’a pas été lu comme un projet, avec la raison"
    ),
    "colors: always, never, or only on a terminal; NO_COLOR and FORCE_COLOR of the environment "
    "count for auto (default: auto)": (
        "couleurs : always (toujours), never (jamais), auto (sur un terminal ; NO_COLOR et "
        "FORCE_COLOR de l’environnement comptent alors) (par défaut : auto)"
    ),
    "show each finding, also where many of one rule stand in one draft": (
        "montrer chaque constat, même si un projet en a beaucoup d’une même règle"
    ),
    "version of the formats json and jsonl; 2 has each fix that several findings share once, "
    "under fix_groups (default: 1)": (
        "version des formats json et jsonl ; 2 ne donne qu’une fois, sous fix_groups, une "
        "correction que plusieurs constats partagent (par défaut : 1)"
    ),
    "count the findings by code": "compter les constats par code",
    "show the counts and no findings": "ne montrer que les nombres, sans les constats",
    "language of the messages (default: the locale's, else English)": (
        "langue des messages (par défaut : celle de l’environnement, sinon l’anglais)"
    ),
    "the file name of the text on standard input": "le nom du fichier lu sur l’entrée standard",
    "this settings file, no other": "ce fichier de paramètres, et aucun autre",
    "also check the rules of this folder (may be repeated)": (
        "appliquer aussi les règles de ce dossier (peut se répéter)"
    ),
    "do not report the findings in this baseline": (
        "ne pas signaler les constats de cet état de référence"
    ),
    "number of processes (default: one for each processor if there are enough files), or "
    "dask://HOST:PORT for the workers of a cluster": (
        "nombre de processus (par défaut : un par processeur si les fichiers sont assez nombreux)"
    ),
    "use no cache of any kind: check all files again, compile house rules again": (
        "n’utiliser aucun cache : vérifier tous les fichiers et recompiler vos règles"
    ),
    "keep the cache in this folder (default: the user's cache folder)": (
        "garder le cache dans ce dossier (par défaut : celui de l’utilisateur)"
    ),
    "check again whenever a file changes": "vérifier de nouveau dès qu’un fichier change",
    "also know the resolutions in this file, as reslint registry add writes it (may be repeated)": (
        "connaître aussi les résolutions de ce fichier, écrit par reslint registry add (peut se "
        "répéter)"
    ),
    "read tracked changes of Word files as accepted, or the original text (default: accepted)": (
        "lire les modifications suivies des fichiers Word comme acceptées (accepted), ou le texte "
        "d’avant (original) (par défaut : accepted)"
    ),
    "a file that is not read as a draft is an error (exit code 2)": (
        "un fichier qui n’est pas lu comme un projet est une erreur (code de sortie 2)"
    ),
    "do not check the files and folders that this pattern names (may be repeated)": (
        "ne pas vérifier les fichiers et dossiers que désigne ce motif (peut se répéter)"
    ),
    "exclude also holds for files that are named": "exclude vaut aussi pour les fichiers nommés",
    # concordance
    "compare the language versions of a draft: what one says and the others do not": (
        "comparer les versions linguistiques d’un projet : ce que l’une dit et les autres non"
    ),
    "Compare the language versions of drafts: what one says and the others do not.": (
        "Comparer les versions linguistiques de projets : ce que l’une dit et les autres non."
    ),
    "files and folders with the versions of drafts": "fichiers et dossiers des versions",
    "the version that is right where no majority says so (default: the language of the original "
    "where the masthead names it, else English)": (
        "la version qui a raison à défaut de majorité (par défaut : la langue de l’original si "
        "l’en-tête la nomme, sinon l’anglais)"
    ),
    "format of the report (default: text), or template:FILE for one of your own; html shows the "
    "versions side by side": (
        "format du rapport (par défaut : text), ou template:FICHIER pour le vôtre ; html montre "
        "les versions côte à côte"
    ),
    "name the files of each group, and how they were found": (
        "nommer les fichiers de chaque groupe, et comment ils ont été trouvés"
    ),
    "number of processes (default: one for each processor if there are enough groups; of "
    "fewer, two processes read the versions of each)": (
        "nombre de processus (par défaut : un par processeur s’il y a assez de groupes ; sinon, "
        "deux processus lisent les versions de chacun)"
    ),
    # baseline
    "record the present findings, so that only new ones are reported": (
        "noter les constats actuels, pour ne signaler que les nouveaux"
    ),
    "Write down the findings there are (create), or forget those there are no longer (update). "
    "`reslint check --baseline PATH` and `reslint concordance --baseline PATH` then report only "
    "what is new.": (
        "Noter les constats actuels (create), ou oublier ceux qui ont disparu (update). "
        "`reslint check --baseline CHEMIN` et `reslint concordance --baseline CHEMIN` ne signalent "
        "alors que les nouveaux."
    ),
    "write a new one, or remove what is fixed": "en écrire un, ou ôter ce qui est corrigé",
    "files and folders (default: the current one)": (
        "fichiers et dossiers (par défaut : le dossier courant)"
    ),
    "the baseline (default: reslint-baseline.json)": (
        "l’état de référence (par défaut : reslint-baseline.json)"
    ),
    "update: add new findings as well": "update : ajouter aussi les nouveaux constats",
    "also the differences that reslint concordance finds between versions of drafts": (
        "aussi les différences que reslint concordance trouve entre les versions des projets"
    ),
    "create: replace an existing baseline": "create : remplacer un état de référence existant",
    "additional rules": "règles supplémentaires",
    "standard or strict": "standard ou strict",
    # registry
    "add adopted resolutions to a registry of your own": (
        "ajouter des résolutions adoptées à un registre à vous"
    ),
    "Add adopted resolutions to a registry of your own: number, organ, date and titles of the "
    "texts. Drafts that cite them are then checked as with the registry of reslint, and editors "
    "show their titles. Name the file under `registry` in the settings, or with reslint check "
    "--registry.": (
        "Ajouter des résolutions adoptées à un registre à vous : numéro, organe, date et titres "
        "des textes. Les projets qui les citent sont alors vérifiés comme avec le registre de "
        "reslint, et les éditeurs montrent leurs titres. Nommer le fichier sous `registry` dans "
        "les paramètres, ou par reslint check --registry."
    ),
    "add the resolutions in these texts": "ajouter les résolutions de ces textes",
    "adopted texts (Markdown, text, Word, AKN4UN XML), and folders of them": (
        "textes adoptés (Markdown, texte, Word, XML AKN4UN), et dossiers de tels textes"
    ),
    "the registry (default: the first one in the settings, else reslint-registry.tsv)": (
        "le registre (par défaut : le premier des paramètres, sinon reslint-registry.tsv)"
    ),
    "take date and title of the texts where the registry has others": (
        "prendre la date et le titre des textes si le registre en a d’autres"
    ),
    "language of the texts (default: detected)": "langue des textes (par défaut : déterminée)",
    "organ of the texts (default: detected)": "organe des textes (par défaut : déterminé)",
    # init and config
    "write a settings file with comments": "écrire un fichier de paramètres commenté",
    "Write a settings file, reslint.yaml, with comments on what can be set.": (
        "Écrire un fichier de paramètres, reslint.yaml, avec des commentaires sur ce qui se règle."
    ),
    "where to write it (default: here)": "où l’écrire (par défaut : ici)",
    "language of the drafts": "langue des projets",
    "organ of the drafts": "organe des projets",
    "replace an existing settings file": "remplacer un fichier de paramètres existant",
    "show the settings for a path, and where each comes from": (
        "montrer les paramètres d’un chemin, et d’où vient chacun"
    ),
    "Show the settings for a file or folder, and where each value comes from.": (
        "Montrer les paramètres d’un fichier ou d’un dossier, et d’où vient chaque valeur."
    ),
    "a file or folder (default: here)": "un fichier ou un dossier (par défaut : ici)",
    # rules
    "list the rules": "donner la liste des règles",
    "List the rules: code, severity, profile, fix, languages, name.": (
        "Donner la liste des règles : code, gravité, profil, correction, langues, nom."
    ),
    "format of the list (default: text)": "format de la liste (par défaut : text)",
    "also list the rules of this folder (may be repeated)": (
        "ajouter à la liste les règles de ce dossier (peut se répéter)"
    ),
    "explain one rule: what it requires, why, and its source": (
        "expliquer une règle : ce qu’elle demande, pourquoi, et sa source"
    ),
    "Explain one rule: what it requires, why, its source, with examples.": (
        "Expliquer une règle : ce qu’elle demande, pourquoi, sa source, avec des exemples."
    ),
    "the rule's code or name": "le code ou le nom de la règle",
    "show examples in this language": "montrer des exemples dans cette langue",
    "language of the explanation (default: the locale's, else English)": (
        "langue de l’explication (par défaut : celle de l’environnement, sinon l’anglais)"
    ),
    # new-rule and test-rules
    "write your own rule, with a tested example": "écrire votre propre règle, avec un exemple",
    "Write a house rule with comments and a tested example: ask on a terminal, else take "
    "options.": (
        "Écrire une règle à vous, avec des commentaires et un exemple vérifié : par des questions "
        "sur un terminal, sinon d’après les options."
    ),
    "what the rule does (see below)": "ce que fait la règle (voir plus bas)",
    "its words (repeatable)": "ses mots (peut se répéter)",
    "what to write instead, or what must come before them": (
        "ce qu’il faut écrire à la place, ou ce qui doit les précéder"
    ),
    "for a length or a count: so many at most": "pour une longueur ou un nombre : le maximum",
    "language of the drafts (default: the settings')": (
        "langue des projets (par défaut : celle des paramètres)"
    ),
    "severity of the findings (default: warning)": "gravité des constats (par défaut : warning)",
    "why, in two or three sentences": "pourquoi, en deux ou trois phrases",
    "where the convention is written": "où l’usage est écrit",
    "a sentence that the rule reports (default: a ready-made one)": (
        "une phrase que la règle signale (par défaut : une phrase toute faite)"
    ),
    "its code (default: the next one that is free)": "son code (par défaut : le suivant libre)",
    "its name (default: made from its words)": "son nom (par défaut : tiré de ses mots)",
    "where to write it (default: the folder in the settings, else house-rules)": (
        "où l’écrire (par défaut : le dossier des paramètres, sinon house-rules)"
    ),
    "test rules on their own examples": "vérifier des règles sur leurs propres exemples",
    "Test rules on their own examples: the shipped rules, or those in the given files and "
    "folders.": (
        "Vérifier des règles sur leurs propres exemples : celles de reslint, ou celles des "
        "fichiers et dossiers donnés."
    ),
    "rule files and folders (default: shipped rules)": (
        "fichiers et dossiers de règles (par défaut : les règles de reslint)"
    ),
    "show what the examples do not test: rules that never fire, languages of a rule and, of the "
    "shipped rules, words of the vocabulary": (
        "montrer ce que les exemples ne vérifient pas : règles qui ne signalent rien, langues "
        "d’une règle et, pour les règles de reslint, mots du vocabulaire"
    ),
    # convert and outline
    "write a draft as Markdown, or as a new Word file": (
        "écrire un projet en Markdown, ou en un nouveau fichier Word"
    ),
    "`reslint convert`: a draft as Markdown, or as a new Word file.": (
        "`reslint convert` : un projet en Markdown, ou en un nouveau fichier Word."
    ),
    "a draft in any format, or - for standard input": (
        "un projet de tout format, ou - pour l’entrée standard"
    ),
    "the new file (default: standard output)": (
        "le nouveau fichier (par défaut : la sortie standard)"
    ),
    "format of the new file (default: by the name of OUT, else md)": (
        "format du nouveau fichier (par défaut : d’après le nom de OUT, sinon md)"
    ),
    "the draft's language, if not recognized": "la langue du projet, si elle n’est pas reconnue",
    "read tracked changes of Word as accepted, or the text as it was (default: accepted)": (
        "lire les modifications suivies de Word comme acceptées (accepted), ou le texte d’avant "
        "(original) (par défaut : accepted)"
    ),
    "replace OUT if it is there already": "remplacer OUT s’il existe déjà",
    "print the structure of a draft as reslint understands it": (
        "donner la structure d’un projet telle que reslint la comprend"
    ),
    "`reslint outline`: the structure of a draft as reslint understands it.": (
        "`reslint outline` : la structure d’un projet telle que reslint la comprend."
    ),
    "a draft, or - for standard input": "un projet, ou - pour l’entrée standard",
    "format of the output": "format de la sortie",
    "the draft's organ, if not recognized": "l’organe du projet, s’il n’est pas reconnu",
    # preview
    "show a draft as it is printed, as a page for a browser": (
        "montrer un projet tel qu’il est imprimé, en une page pour navigateur"
    ),
    "`reslint preview`: a draft as it is printed, as a page for a browser.": (
        "`reslint preview` : un projet tel qu’il est imprimé, en une page pour navigateur."
    ),
    # cache
    "show what the cache holds, or remove it": "montrer ce que contient le cache, ou le vider",
    "Show what the cache of results and compiled rules holds, or remove it.": (
        "Montrer ce que contient le cache des résultats et des règles compilées, ou le vider."
    ),
    "show what it holds, or remove it": "montrer ce qu’il contient, ou le vider",
    "the cache in this folder": "le cache de ce dossier",
    # server and serve
    "start the language server for editors": "lancer le serveur de langage pour les éditeurs",
    "Start the language server for editors.": "Lancer le serveur de langage pour les éditeurs.",
    "use standard input and output (default)": (
        "utiliser l’entrée et la sortie standard (par défaut)"
    ),
    "listen for one client on a TCP port": "attendre un client sur un port TCP",
    "listen for one WebSocket client": "attendre un client WebSocket",
    "address to listen on (default: 127.0.0.1)": "adresse d’écoute (par défaut : 127.0.0.1)",
    "port to listen on (default: 2087)": "port d’écoute (par défaut : 2087)",
    "serve a page on which drafts are checked in a browser": (
        "servir une page où l’on vérifie des projets dans un navigateur"
    ),
    "Serve a page on which drafts are checked in a browser.": (
        "Servir une page où l’on vérifie des projets dans un navigateur."
    ),
    "port to listen on (default: 8765)": "port d’écoute (par défaut : 8765)",
    "open the page in the browser": "ouvrir la page dans le navigateur",
    "a further name under which browsers ask for the page (may be repeated)": (
        "un autre nom sous lequel les navigateurs demandent la page (peut se répéter)"
    ),
    "answer only those who know this token (or the variable RESLINT_TOKEN)": (
        "ne répondre qu’à ceux qui connaissent ce jeton (ou la variable RESLINT_TOKEN)"
    ),
    "path of the page at a reverse proxy": "chemin de la page chez un mandataire inverse",
    "believe the forwarded headers of this reverse proxy (may be repeated)": (
        "croire les en-têtes transmis par ce mandataire inverse (peut se répéter)"
    ),
    "processes that check drafts (default: 2)": (
        "processus qui vérifient les projets (par défaut : 2)"
    ),
    "requests that may wait (default: 40)": "demandes qui peuvent attendre (par défaut : 40)",
    "pages open at a time (default: 20)": "pages ouvertes à la fois (par défaut : 20)",
    "size of a request (default: 10)": "taille d’une demande (par défaut : 10)",
    "time for a request (default: 20)": "durée d’une demande (par défaut : 20)",
    # shells
    "print the script for command completion in a shell": (
        "donner le script qui complète les commandes dans un shell"
    ),
    "Print the script with which a shell completes commands, options and their values.": (
        "Donner le script avec lequel un shell complète commandes, options et valeurs."
    ),
    "the shell to print the script for": "le shell auquel le script est destiné",
    "print the manual page": "donner la page de manuel",
    "Print the manual page for man.": "Donner la page de manuel pour man.",
}
"""Each text of the help in English, its white space as single spaces, with its French words."""
