"""A rule: what one convention says, as read from its YAML file."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Rule:
    """One rule of the rulebook.

    `check` names a registered kind of check (`leading-phrase.emphasis`); `parameters` are that
    kind's own, already validated. `messages` maps a variant ("" is the rule's main wording) to
    language to text with named placeholders. `languages` and `organs` are None for all.
    """

    __slots__ = (
        "check",
        "code",
        "examples",
        "fix",
        "fix_title",
        "languages",
        "messages",
        "name",
        "organs",
        "parameters",
        "path",
        "profile",
        "severity",
        "source",
        "why",
    )

    def __init__(
        self,
        *,
        code: str,
        name: str,
        check: str,
        languages: tuple[str, ...] | None,
        organs: tuple[str, ...] | None,
        severity: str,
        profile: str,
        fix: str,
        parameters: dict[str, Any],
        messages: dict[str, dict[str, str]],
        fix_title: dict[str, str],
        why: dict[str, str],
        source: dict[str, str],
        examples: tuple[dict[str, Any], ...] = (),
        path: str = "",
    ) -> None:
        self.code = code
        self.name = name
        self.check = check
        self.languages = languages
        self.organs = organs
        self.severity = severity
        self.profile = profile
        self.fix = fix
        self.parameters = parameters
        self.messages = messages
        self.fix_title = fix_title
        self.why = why
        self.source = source
        self.examples = examples
        self.path = path

    def applies_to(self, language: str, organ: str) -> bool:
        """Whether the rule speaks of drafts in this language, by this organ."""
        return (self.languages is None or language in self.languages) and (
            self.organs is None or organ in self.organs
        )

    def wording(self, variant: str | None, language: str) -> str:
        """The message's text in `language`, English where it has none."""
        texts = self.messages.get(variant or "") or self.messages[""]
        return texts.get(language) or texts["en"]
