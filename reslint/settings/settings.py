"""The settings of a lint, merged from wherever they were made."""

from __future__ import annotations

from reslint.checks.kinds import PROFILES
from reslint.language.habits import habits_of_profile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.language.habits import Habits


_NO_SEVERITIES: dict[str, str] = {}


class SettingsError(ValueError):
    """A setting that does not exist, or has a value that is not allowed."""


class Settings:
    """Everything besides the text that decides on a file's findings; picklable.

    Treat it as immutable: `replace` makes a changed copy. Two settings with the same values are
    equal.

    language            of the draft, None to recognize it
    organ               of the draft, None to recognize it
    habits              of an organ that the settings define, None for those that reslint knows
    profile             `standard`, `strict` or `mun`
    select              codes or the beginnings of codes (`LEAD`); None for the whole profile
    ignore              codes or the beginnings of codes; it wins over `select`
    severities          a severity, or `off`, by code
    vocabulary          words and names that are never reported as wrong
    message_language    of messages and titles of fixes
    rule_folders        files and folders of house rules
    registries          files of resolutions that may be cited, besides those that reslint knows
    report_from         the lowest severity that is reported
    require_drafts      whether a file that is not read as a draft is an error
    changes             `accepted` or `original`: how tracked changes of Word files are read
    text_format         `markdown` or `plain`; None to go by the ending of the file's name
    """

    __slots__ = (
        "changes",
        "habits",
        "ignore",
        "language",
        "message_language",
        "organ",
        "profile",
        "registries",
        "report_from",
        "require_drafts",
        "rule_folders",
        "select",
        "severities",
        "text_format",
        "vocabulary",
    )
    __hash__ = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        language: str | None = None,
        organ: str | None = None,
        habits: Habits | None = None,
        profile: str = "standard",
        select: frozenset[str] | None = None,
        ignore: frozenset[str] = frozenset(),
        severities: dict[str, str] | None = None,
        vocabulary: frozenset[str] = frozenset(),
        message_language: str = "en",
        rule_folders: tuple[str, ...] = (),
        registries: tuple[str, ...] = (),
        report_from: str = "hint",
        text_format: str | None = None,
        changes: str = "accepted",
        require_drafts: bool = False,
    ) -> None:
        self.language = language
        self.organ = organ
        self.habits = habits
        self.profile = profile
        self.select = select
        self.ignore = ignore
        self.severities = _NO_SEVERITIES if severities is None else severities
        self.vocabulary = vocabulary
        self.message_language = message_language
        self.rule_folders = rule_folders
        self.registries = registries
        self.report_from = report_from
        self.text_format = text_format
        self.changes = changes
        self.require_drafts = require_drafts

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Settings):
            return NotImplemented
        return all(getattr(self, slot) == getattr(other, slot) for slot in self.__slots__)

    @property
    def house(self) -> Habits | None:
        """The habits that hold for any draft: those in the settings, else those of the profile."""
        if self.habits is not None or self.profile in PROFILES:
            return self.habits
        return habits_of_profile(self.profile)

    def replace(self, **changes: object) -> Settings:
        """Return a copy with some values changed. Raises TypeError for a name that is no setting.

        `settings.replace(select=None)` gives the same settings for all rules of the profile.
        """
        values = {slot: getattr(self, slot) for slot in self.__slots__}
        return Settings(**{**values, **changes})
