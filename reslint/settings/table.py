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
from reslint.text.diagnostics import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, Literal

    Kind = Literal["choice", "organ", "codes", "levels", "texts", "folders", "flag", "text"]
    Values = dict[str, Any]


MESSAGE_LANGUAGES = ("en", "fr")
CHANGES = ("accepted", "original")
"""How tracked changes of a Word file may be read."""
LEVELS = (*SEVERITIES, "off")
"""What `severity` may give a rule."""
ON_TYPE, ON_SAVE = "onType", "onSave"
"""When the editor shows findings."""


class Option:
    """The option of `reslint check` that gives a setting: its flag, its help, what stands for its
    value in the help ("" for the choices, or the name)."""

    __slots__ = ("flag", "help", "metavar")

    def __init__(self, flag: str, text: str, metavar: str = "") -> None:
        self.flag = flag
        self.help = text
        self.metavar = metavar


class Editor:
    """A setting as the editor's settings have it.

    name        its name there, after `reslint.`
    order       its place among the others
    texts       the description in English and in French (Markdown)
    scope       `resource` where folders may differ, else `window`
    explained   the description of each choice, in both languages; without it, choices are shown
                by their labels
    """

    __slots__ = ("explained", "name", "order", "scope", "texts")

    def __init__(
        self,
        name: str,
        order: int,
        texts: tuple[str, str],
        *,
        scope: str = "resource",
        explained: dict[str, tuple[str, str]] | None = None,
    ) -> None:
        self.name = name
        self.order = order
        self.texts = texts
        self.scope = scope
        self.explained = explained


class Setting:
    """One setting.

    name            its key in a settings file
    kind            what its value is: `choice` (one of `choices`), `organ` (one of `choices`, or
                    the habits of an organ in a settings file), `codes` (of rules, or their
                    beginnings), `levels` (a severity by code), `texts`, `folders`; in editors
                    also `flag` and `text`
    attribute       its name in `Settings`
    default         its value where nothing sets it; None: found out draft by draft, or by rule
    adds            whether a stronger layer adds to the list of a weaker one
    in_file         whether a settings file may have it
    overridable     whether a settings file may have it under `overrides`
    description     what the schema says of it
    without         what holds where it is not set, in the words of `reslint config`
    example         the value that `reslint init` shows, "" to leave it out there
    comment         the line above the example; None: the description; "": that of the row before
    option          the option of `reslint check`, None if there is none
    editor          the setting of the editor, None if there is none
    """

    __slots__ = (
        "_choices",
        "adds",
        "attribute",
        "comment",
        "default",
        "description",
        "editor",
        "example",
        "in_file",
        "kind",
        "name",
        "option",
        "overridable",
        "without",
    )

    def __init__(
        self,
        name: str,
        kind: Kind,
        *,
        attribute: str = "",
        choices: tuple[str, ...] | Callable[[], tuple[str, ...]] = (),
        default: Any = None,
        adds: bool = False,
        in_file: bool = True,
        overridable: bool = True,
        description: str = "",
        without: str = "",
        example: str = "",
        comment: str | None = None,
        option: Option | None = None,
        editor: Editor | None = None,
    ) -> None:
        self.name = name
        self.kind: Kind = kind
        self.attribute = attribute or name
        self._choices = choices
        self.default = default
        self.adds = adds
        self.in_file = in_file
        self.overridable = in_file and overridable
        self.description = description
        self.without = without
        self.example = example
        self.comment = description if comment is None else comment
        self.option = option
        self.editor = editor

    @property
    def choices(self) -> tuple[str, ...]:
        """The values that it may have; () for any."""
        return self._choices if isinstance(self._choices, tuple) else self._choices()

    def combined(self, weaker: Any, stronger: Any) -> Any:
        """The value of two layers that both set it."""
        if self.kind == "levels":
            return {**weaker, **stronger}
        if not self.adds:
            return stronger
        return weaker + stronger if isinstance(weaker, tuple) else weaker | stronger


def profiles() -> tuple[str, ...]:
    """The profiles: those of the rules, and those that ask for the habits of a house."""
    return (*PROFILES, *habit_profiles())


SETTINGS = (
    Setting(
        "select",
        "codes",
        description="Only these rules: codes or their beginnings, such as LEAD.",
        without="all of the profile",
        example="[LEAD, NUM, NOTE]",
        comment=(
            "Only these rules, or all but these: codes or their beginnings "
            "(reslint rules lists them)."
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
        description="All rules but these: codes or their beginnings.",
        without="nothing",
        example="[TYPO006]",
        comment="",
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
        description="The severity of the findings of a rule, by its code.",
        without="that of each rule",
        example="{FORM009: hint}",
        comment='The severity of the findings of a rule: error, warning, info, hint, or "off".',
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
        description="The language of the drafts; if not set, it is detected.",
        without="recognized",
        example="fr",
        comment=(
            "The language and the organ of the drafts. If not set, they are detected in each draft."
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
            "silent."
        ),
        without="recognized",
        example="GA",
        comment="",
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
        description="standard, strict with more rules, or mun for Model United Nations.",
        without="standard",
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
        description="Folders with your own rules, relative to this file.",
        without="only those of reslint",
        example="[house-rules]",
        option=Option("--rules", "also check the rules of this folder (may be repeated)", "FOLDER"),
    ),
    Setting(
        "message_language",
        "choice",
        choices=MESSAGE_LANGUAGES,
        description="The language of the messages.",
        without="the language of the locale",
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
        description="Words and names of your own, which are never reported as errors.",
        without="none",
        example="[e-participation]",
    ),
    Setting(
        "changes",
        "choice",
        choices=CHANGES,
        default=CHANGES[0],
        description="Tracked changes of Word files: accepted, or original (as before them).",
        without="accepted",
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
        description="Whether a file that is not read as a draft is an error.",
        without="no",
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
BY_NAME = {setting.name: setting for setting in SETTINGS}
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
        "versions",
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
    """All settings of a lint: those named first, then the others in the order of the table."""
    others = (setting for setting in SETTINGS if setting.name not in first)
    return [*(BY_NAME[name] for name in first), *others]


def combined(layers: Iterable[Values]) -> Values:
    """The values of several layers by the names of the settings, the weakest layer first."""
    merged: Values = {}
    for layer in layers:
        for name, value in layer.items():
            merged[name] = BY_NAME[name].combined(merged[name], value) if name in merged else value
    return merged
