"""TODO"""

from __future__ import annotations

_NO_SEVERITIES: dict[str, str] = {}


class LintOptions:
    """What a lint is asked for; picklable.

    `language` and `organ` are None to be recognized; `select` and `ignore` hold codes or the
    beginnings of codes (`LEAD`), `select` None for the whole profile; `severities` maps a code to
    its severity or to `off`; `path_format` is `markdown` or `plain`; `vocabulary` holds words and
    names that are never reported as wrong.
    """

    __slots__ = (
        "ignore",
        "language",
        "message_language",
        "organ",
        "path_format",
        "profile",
        "select",
        "severities",
        "vocabulary",
    )

    def __init__(
        self,
        *,
        language: str | None = None,
        organ: str | None = None,
        profile: str = "standard",
        select: frozenset[str] | None = None,
        ignore: frozenset[str] = frozenset(),
        severities: dict[str, str] | None = None,
        message_language: str = "en",
        path_format: str = "markdown",
        vocabulary: frozenset[str] = frozenset(),
    ) -> None:
        self.language = language
        self.organ = organ
        self.profile = profile
        self.select = select
        self.ignore = ignore
        self.severities = _NO_SEVERITIES if severities is None else severities
        self.message_language = message_language
        self.path_format = path_format
        self.vocabulary = vocabulary

    def with_path_format(self, path_format: str) -> LintOptions:
        """The same options for a file of another format (themselves, if it is no other)."""
        return self if path_format == self.path_format else self._with("path_format", path_format)

    def with_select(self, select: frozenset[str] | None) -> LintOptions:
        """The same options with other rules selected."""
        return self._with("select", select)

    def _with(self, name: str, value: object) -> LintOptions:
        other = LintOptions()
        for slot in self.__slots__:
            setattr(other, slot, value if slot == name else getattr(self, slot))
        return other


class Settings:
    """All that decides on the result for a file; picklable.

    `options` are those of the lint (`path_format` is set file by file), `rule_folders` the folders
    of house rules, `report_from` the least grave severity that is reported.
    """

    __slots__ = ("options", "report_from", "rule_folders")

    def __init__(
        self,
        options: LintOptions,
        rule_folders: tuple[str, ...] = (),
        report_from: str = "hint",
    ) -> None:
        self.options = options
        self.rule_folders = rule_folders
        self.report_from = report_from
