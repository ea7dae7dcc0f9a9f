"""What a row of the table of settings says."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Literal

    Texts = tuple[str, str]
    """A text in English and in French."""
    Kind = Literal[
        "choice",
        "organ",
        "codes",
        "levels",
        "texts",
        "folders",
        "patterns",
        "versions",
        "flag",
        "text",
    ]


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
                    beginnings), `levels` (a severity by code), `texts`, `folders`, `patterns` (of
                    files, each with its place), `versions` (a pattern of files by
                    language), `flag`; in editors also `text`
    attribute       its name in `Settings`
    of_run          whether it decides on a run of the command and not on the findings of a draft:
                    then it is no attribute of `Settings`
    default         its value where nothing sets it; None: found out draft by draft, or by rule
    adds            whether a stronger layer adds to the list of a weaker one
    in_file         whether a settings file may have it
    overridable     whether a settings file may have it under `overrides`
    description     what the schema and the documentation say of it, in English and in French
    without         what holds where it is not set, in the words of `reslint config`, likewise
    example         the value that `reslint init` shows, "" to leave it out there
    comment         the line above the example, likewise; None: the description; (): that of the
                    row before
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
        "of_run",
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
        of_run: bool = False,
        choices: tuple[str, ...] | Callable[[], tuple[str, ...]] = (),
        default: Any = None,
        adds: bool = False,
        in_file: bool = True,
        overridable: bool = True,
        description: Texts = ("", ""),
        without: Texts = ("", ""),
        example: str = "",
        comment: Texts | tuple[()] | None = None,
        option: Option | None = None,
        editor: Editor | None = None,
    ) -> None:
        self.name = name
        self.kind: Kind = kind
        self.attribute = attribute or name
        self.of_run = of_run
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

    @staticmethod
    def said(texts: Texts | tuple[()], language: str) -> str:
        """One of the texts of the row in a language, "" if there is none."""
        return texts[language == "fr"] if texts else ""

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
