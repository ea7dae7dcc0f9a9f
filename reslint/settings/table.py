"""The settings: one row for each, from which all else about a setting is made.

Made from it: how a settings file is read (`reading`), the options of `reslint check` (`merging`),
what the server reads of the editor's settings, what `reslint init` writes and `reslint config`
shows, and by `scripts/make_schemas.py` the schema for editors and the settings of the extension.
A new setting is a row here and, if it decides on findings, an attribute of `Settings`.

Longer than other modules, for it is a table. On the path of every start: cheap imports only.
"""

from __future__ import annotations

from reslint.checks.kinds import ORGANS, PROFILES
from reslint.language.habits import habit_profiles
from reslint.language.loading import language_codes
from reslint.settings.setting import Editor, Option, Setting
from reslint.text.diagnostics import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    Values = dict[str, Any]


MESSAGE_LANGUAGES = ("en", "fr")
CHANGES = ("accepted", "original")
"""How tracked changes of a Word file may be read."""
LEVELS = (*SEVERITIES, "off")
"""What `severity` may give a rule."""
ON_TYPE, ON_SAVE = "onType", "onSave"
"""When the editor shows findings."""
INLAY_HINTS = ("off", "all", "citations", "references", "acronyms")
"""What an editor shows within the lines."""


def profiles() -> tuple[str, ...]:
    """The profiles: those of the rules, and those that ask for the habits of a house."""
    return (*PROFILES, *habit_profiles())


SETTINGS = (
    Setting(
        "select",
        "codes",
        description=(
            "Only these rules: codes or their beginnings, such as LEAD.",
            "Ces règles seulement : codes, ou leur début, comme LEAD.",
        ),
        without=("all of the profile", "toutes celles du profil"),
        example="[LEAD, NUM, NOTE]",
        comment=(
            "Only these rules, or all but these: codes or their beginnings "
            "(reslint rules lists them).",
            "Ces règles seulement, ou toutes sauf celles-ci : codes ou leur début "
            "(reslint rules en donne la liste).",
        ),
        option=Option(
            "--select",
            "check only these rules: codes or their beginnings, separated by commas",
            "CODES",
        ),
        editor=Editor(
            "select",
            5,
            (
                "Check only these rules: codes (`LEAD002`) or code prefixes (`LEAD`). "
                "Empty: all rules of the profile. A `reslint.yaml` beside a draft "
                "overrides this.",
                "N’appliquer que ces règles : codes (`LEAD002`) ou préfixes (`LEAD`). "
                "Vide : toutes les règles du profil. Un fichier `reslint.yaml` placé à côté du "
                "projet prévaut.",
            ),
        ),
    ),
    Setting(
        "ignore",
        "codes",
        default=frozenset(),
        adds=True,
        description=(
            "All rules but these: codes or their beginnings.",
            "Toutes les règles sauf celles-ci : codes, ou leur début.",
        ),
        without=("nothing", "rien"),
        example="[TYPO006]",
        comment=(),
        option=Option("--ignore", "do not check these rules", "CODES"),
        editor=Editor(
            "ignore",
            6,
            (
                "Do not check these rules: codes (`TYPO006`) or code prefixes (`TYPO`).",
                "Ne pas appliquer ces règles : codes (`TYPO006`) ou préfixes (`TYPO`).",
            ),
        ),
    ),
    Setting(
        "severity",
        "levels",
        attribute="severities",
        default={},
        description=(
            "The severity of the findings of a rule, by its code.",
            "La gravité des constats d’une règle, selon son code.",
        ),
        without=("that of each rule", "celle de chaque règle"),
        example="{FORM009: hint}",
        comment=(
            'The severity of the findings of a rule: error, warning, info, hint, or "off".',
            'La gravité des constats d’une règle : error, warning, info, hint, ou "off".',
        ),
        editor=Editor(
            "severity",
            7,
            (
                "The severity of the findings of a rule, by its code: `error`, `warning`, "
                "`info`, `hint`, `off`.",
                "La gravité des constats d’une règle, selon son code : `error`, "
                "`warning`, `info`, `hint`, `off`.",
            ),
        ),
    ),
    Setting(
        "language",
        "choice",
        choices=language_codes,
        description=(
            "The language of the drafts; if not set, it is detected.",
            "La langue des projets ; à défaut, elle est déterminée d’après chaque projet.",
        ),
        without=("recognized", "déterminée"),
        example="fr",
        comment=(
            "The language and the organ of the drafts. "
            "If not set, they are detected in each draft.",
            "La langue et l’organe des projets. "
            "À défaut, ils sont déterminés d’après chaque projet.",
        ),
        option=Option("--language", "language of the drafts (default: detected)"),
        editor=Editor(
            "language",
            2,
            (
                "The language of drafts. `auto`: detected in each draft.",
                "La langue des projets. `auto` : déterminée d’après chaque projet.",
            ),
        ),
    ),
    Setting(
        "organ",
        "organ",
        choices=ORGANS,
        description=(
            "The organ of the drafts; if not set, it is detected. Or the habits of an organ of "
            "your own: code, names, emphasis, capitals, labels, endings, phrases, joined, hereby, "
            "silent.",
            "L’organe des projets ; à défaut, il est déterminé d’après chaque projet. Ou les "
            "usages d’un organe à vous : code, names, emphasis, capitals, labels, endings, "
            "phrases, joined, hereby, silent.",
        ),
        without=("recognized", "déterminé"),
        example="GA",
        comment=(),
        option=Option("--organ", "organ of the drafts (default: detected)"),
        editor=Editor(
            "organ",
            3,
            (
                "The organ that adopts the drafts; each organ has its own style. `auto`: "
                "detected in each draft.",
                "L’organe qui adopte les projets, car chacun a ses usages. `auto` : déterminé "
                "d’après chaque projet.",
            ),
        ),
    ),
    Setting(
        "profile",
        "choice",
        choices=profiles,
        default="standard",
        description=(
            "standard, strict with more rules, or mun for Model United Nations.",
            "standard, strict (davantage de règles) ou mun (simulations des Nations Unies).",
        ),
        without=("standard", "standard"),
        example="strict",
        option=Option(
            "--profile",
            "standard, strict with more rules, or mun for Model United Nations (default: standard)",
        ),
        editor=Editor(
            "profile",
            4,
            ("How much is checked.", "L’étendue de la vérification."),
            explained={
                "standard": (
                    "The conventions that nearly all adopted resolutions follow.",
                    "Les conventions que suivent presque toutes les résolutions adoptées.",
                ),
                "strict": (
                    "Also matters of taste and habit.",
                    "Également les questions de goût et d’usage.",
                ),
                "mun": (
                    "The habits of Model United Nations conferences.",
                    "Les usages des conférences de simulation des Nations Unies.",
                ),
            },
        ),
    ),
    Setting(
        "rules",
        "folders",
        attribute="rule_folders",
        default=(),
        adds=True,
        overridable=False,
        description=(
            "Folders with your own rules, relative to this file.",
            "Les dossiers de vos propres règles, à partir de ce fichier.",
        ),
        without=("only those of reslint", "seulement celles de reslint"),
        example="[house-rules]",
        option=Option("--rules", "also check the rules of this folder (may be repeated)", "FOLDER"),
    ),
    Setting(
        "registry",
        "folders",
        attribute="registries",
        default=(),
        adds=True,
        overridable=False,
        description=(
            "Registries of your own (see reslint registry add), relative to this file.",
            "Vos propres registres (voir reslint registry add), à partir de ce fichier.",
        ),
        without=("only that of reslint", "celui de reslint seulement"),
        example="[reslint-registry.tsv]",
        option=Option(
            "--registry",
            "also know the resolutions in this file, as reslint registry add writes it (may be "
            "repeated)",
            "FILE",
        ),
    ),
    Setting(
        "message_language",
        "choice",
        choices=MESSAGE_LANGUAGES,
        description=("The language of the messages.", "La langue des messages."),
        without=("the language of the locale", "celle de l’environnement"),
        option=Option(
            "--message-language",
            "language of the messages (default: the locale's, else English)",
        ),
        editor=Editor(
            "messageLanguage",
            8,
            (
                "The language of messages. `auto`: French if the editor is in French, "
                "otherwise English.",
                "La langue des messages. `auto` : celle de l’éditeur si c’est le français, sinon "
                "l’anglais.",
            ),
            scope="window",
        ),
    ),
    Setting(
        "vocabulary",
        "texts",
        default=frozenset(),
        adds=True,
        description=(
            "Words and names of your own, which are never reported as errors.",
            "Vos propres mots et noms, qui ne sont jamais signalés comme des erreurs.",
        ),
        without=("none", "aucun"),
        example="[e-participation]",
    ),
    Setting(
        "changes",
        "choice",
        choices=CHANGES,
        default=CHANGES[0],
        description=(
            "Tracked changes of Word files: accepted, or original (as before them).",
            "Les modifications suivies des fichiers Word : accepted (acceptées) ou original "
            "(le texte d’avant).",
        ),
        without=("accepted", "acceptées"),
        option=Option(
            "--changes",
            "read tracked changes of Word files as accepted, or the original text "
            "(default: accepted)",
        ),
    ),
    Setting(
        "require_drafts",
        "flag",
        default=False,
        description=(
            "Whether a file that is not read as a draft is an error.",
            "Si un fichier qui n’est pas lu comme un projet est une erreur.",
        ),
        without=("no", "non"),
        example="true",
        option=Option(
            "--require-drafts", "a file that is not read as a draft is an error (exit code 2)"
        ),
    ),
    Setting(
        "report_from",
        "choice",
        choices=SEVERITIES,
        default="hint",
        in_file=False,
        option=Option(
            "--severity",
            "report only findings of at least this severity: error, warning, info or hint "
            "(default: hint)",
            "LEVEL",
        ),
    ),
)
"""The settings of a lint, in the order of `reslint config`."""
EXTENDS = "extends"
EXCLUDE = "exclude"
REPORTS = (
    "text",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "html",
)
"""The formats of reports, each a module of `reslint.reports`."""
RUN_SETTINGS = (
    Setting(
        EXTENDS,
        "texts",
        of_run=True,
        adds=True,
        overridable=False,
        description=(
            "Settings files that this one builds on: paths from this file, or "
            "package:NAME/path for a file in an installed Python package. "
            "The later ones, then this file, are stronger.",
            "Les fichiers de paramètres sur lesquels celui-ci repose : chemins à partir de ce "
            "fichier, ou package:NOM/chemin pour un fichier d’un paquet Python installé. "
            "Les derniers, puis ce fichier, prévalent.",
        ),
        without=("none", "aucun"),
        example="[../reslint.yaml]",
    ),
    Setting(
        EXCLUDE,
        "patterns",
        of_run=True,
        adds=True,
        overridable=False,
        description=(
            "Files and folders that are not checked: patterns as in .gitignore, from this file. "
            "A file that is named is checked all the same, unless with force_exclude.",
            "Les fichiers et dossiers qui ne sont pas vérifiés : des motifs comme dans .gitignore, "
            "à partir de ce fichier. Un fichier nommé est vérifié malgré tout, sauf avec "
            "force_exclude.",
        ),
        without=("nothing", "rien"),
        example='["archive/", "*.old.md"]',
        option=Option(
            "--exclude",
            "do not check the files and folders that this pattern names (may be repeated)",
            "GLOB",
        ),
    ),
    Setting(
        "force_exclude",
        "flag",
        of_run=True,
        default=False,
        overridable=False,
        description=(
            "Whether exclude also holds for files that are named, as pre-commit does.",
            "Si exclude vaut aussi pour les fichiers nommés, comme le fait pre-commit.",
        ),
        without=("no", "non"),
        example="true",
        comment=(),
        option=Option("--force-exclude", "exclude also holds for files that are named"),
    ),
    Setting(
        "fail_on",
        "choice",
        of_run=True,
        choices=SEVERITIES,
        default="warning",
        description=(
            "The lowest severity that makes the exit code 1.",
            "La moindre gravité qui donne le code de sortie 1.",
        ),
        without=("warning", "warning"),
        example="error",
        option=Option(
            "--fail-on",
            "exit code 1 for findings of at least this severity (default: warning)",
            "LEVEL",
        ),
    ),
    Setting(
        "format",
        "choice",
        of_run=True,
        choices=REPORTS,
        default="text",
        overridable=False,
        description=(
            "The format of the report.",
            "Le format du rapport.",
        ),
        without=("text", "text"),
        example="concise",
    ),
    Setting(
        "versions",
        "versions",
        of_run=True,
        overridable=False,
        description=(
            "Which files are language versions of one draft, for concordance: a pattern for each "
            "language, from this file. Files are versions where the stars stand for the same.",
            "Les fichiers qui sont les versions d’un même projet, pour la concordance : un motif "
            "par langue, à partir de ce fichier. Ce sont des versions là où les astérisques "
            "représentent la même chose.",
        ),
        without=("by symbol or name", "d’après la cote ou le nom"),
        example='{en: "original/*.docx", fr: "traduction/*_tr.docx"}',
    ),
)
"""The settings of a run of the command: they do not decide on the findings of a draft."""
BY_NAME = {setting.name: setting for setting in (*SETTINGS, *RUN_SETTINGS)}
EDITOR_ONLY = (
    Setting(
        "enable",
        "flag",
        default=True,
        in_file=False,
        editor=Editor("enable", 1, ("Check drafts.", "Vérifier les projets.")),
    ),
    Setting(
        "run",
        "choice",
        choices=(ON_TYPE, ON_SAVE),
        default=ON_TYPE,
        in_file=False,
        editor=Editor(
            "run",
            9,
            ("When drafts are checked.", "Le moment où les projets sont vérifiés."),
            scope="window",
            explained={
                ON_TYPE: ("While you write.", "Pendant la frappe."),
                ON_SAVE: ("When you save.", "À l’enregistrement."),
            },
        ),
    ),
    Setting(
        "compare_versions",
        "flag",
        default=True,
        in_file=False,
        editor=Editor(
            "versions",
            11,
            (
                "Compare a draft with its other language versions in the workspace while you "
                "write.",
                "Comparer le projet, pendant la frappe, avec ses versions dans d’autres langues "
                "qui se trouvent dans l’espace de travail.",
            ),
        ),
    ),
    Setting(
        "hover_versions",
        "flag",
        default=True,
        in_file=False,
        editor=Editor(
            "hoverVersions",
            12,
            (
                "Show the same paragraph of another version when the mouse rests on a paragraph.",
                "Afficher le même paragraphe dans une autre version au survol d’un paragraphe.",
            ),
        ),
    ),
    Setting(
        "number_on_enter",
        "flag",
        default=True,
        in_file=False,
        editor=Editor(
            "numberOnEnter",
            13,
            (
                "After a numbered paragraph, Enter writes the next number or letter and counts on "
                "in what follows (needs `#editor.formatOnType#`).",
                "Après un paragraphe numéroté, la touche Entrée écrit le numéro ou la lettre qui "
                "suit et décale la suite (avec `#editor.formatOnType#`).",
            ),
        ),
    ),
    Setting(
        "inlay_hints",
        "choice",
        choices=INLAY_HINTS,
        default=INLAY_HINTS[0],
        in_file=False,
        editor=Editor(
            "inlayHints",
            14,
            (
                "What is shown within the lines for those who read.",
                "Ce qui s’affiche dans les lignes pour qui lit.",
            ),
            explained={
                "off": ("Nothing.", "Rien."),
                "all": ("All of it.", "Tout."),
                "citations": (
                    "The date and title of a cited resolution.",
                    "La date et le titre d’une résolution citée.",
                ),
                "references": (
                    "The first words of the paragraph that a reference means.",
                    "Les premiers mots du paragraphe visé par un renvoi.",
                ),
                "acronyms": (
                    "The full name of an acronym that the draft does not introduce.",
                    "Le nom complet d’un sigle que le projet n’introduit pas.",
                ),
            },
        ),
    ),
    Setting(
        "semantic_tokens",
        "flag",
        default=True,
        in_file=False,
        editor=Editor(
            "semanticTokens",
            15,
            (
                "Colour leading phrases, labels, citations, note markers and names "
                "(needs `#editor.semanticHighlighting.enabled#`).",
                "Colorer les entrées en matière, les numéros, les citations, les appels de note et "
                "les noms (avec `#editor.semanticHighlighting.enabled#`).",
            ),
        ),
    ),
    Setting(
        "configuration",
        "text",
        default="",
        in_file=False,
        editor=Editor(
            "configuration",
            10,
            (
                "A settings file of reslint (`reslint.yaml`) for all drafts without their "
                "own. An absolute path, or a path relative to the workspace folder. "
                "Ignored in folders that you do not trust.",
                "Un fichier de paramètres de reslint (`reslint.yaml`) pour tous les projets qui "
                "n’en ont pas. Chemin absolu, ou relatif au dossier de l’espace de travail. "
                "Ignoré dans les dossiers auxquels vous ne faites pas confiance.",
            ),
        ),
    ),
)
"""What only the server reads, from the editor's settings: it does not decide on findings."""


def in_order(*first: str) -> list[Setting]:
    """All settings: those named first, then the others in the order of the table."""
    others = (one for one in (*SETTINGS, *RUN_SETTINGS) if one.name not in first)
    return [*(BY_NAME[name] for name in first), *others]


def combined(layers: Iterable[Values]) -> Values:
    """The values of several layers by the names of the settings, the weakest layer first."""
    merged: Values = {}
    for layer in layers:
        for name, value in layer.items():
            merged[name] = BY_NAME[name].combined(merged[name], value) if name in merged else value
    return merged
