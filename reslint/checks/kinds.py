"""The kinds of check, one module a family, each imported only when a rule asks for it.

A kind is named family, dot, kind: `leading-phrase.emphasis`. FAMILIES names the module of each
family; the module holds its kinds in `KINDS`, by the part after the dot.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from reslint.draft.model import Draft
    from reslint.text.diagnostics import Finding


FAMILIES = {
    "citation": "citations",
    "form": "form",
    "leading-phrase": "leading_phrase",
    "names": "names",
    "notes": "notes",
    "numbering": "numbering",
    "text": "general",
    "typography": "typography",
    "wording": "wording",
}
"""The families in the order of the rule reference, each with its module in reslint.checks."""
FOLDER = "docs/rules/"
"""Where the pages of the shipped rules lie in the repository."""
PUBLISHED = ""
"""The address of that folder on the web, with a slash at its end; "" as long as it has none."""
_SHIPPED = "standard/"  # how the path of a shipped rule's file begins


class Kind:
    """A kind of check: a function of draft and rule, its parameters, its placeholders.

    `parameters` is a JSON schema's `properties` (each with a `default`), `required` names those
    that a rule must give; `placeholders` are the names that messages may use.

    `local` says that what is found in a paragraph depends on that paragraph alone: its text and
    mark-up, its label, level and part, whether it stands under another, the organ of its
    resolution, the language, the organ and `emphasis_known` of the draft. Run on a draft that
    holds some of the paragraphs (and the notes among them), a local kind finds just what it finds
    there in the whole draft. `habits`: it also depends on what `facts.habits.habits_of` gives.
    A local kind that must look at others in some case says so by `Draft.look_beyond`.
    `draft_wide_with` names parameters with which a rule of the kind is not local all the same.

    `needs_emphasis`: rules of the kind find nothing where the draft shows no emphasis at all
    (plain text); TOOL007 names them then.
    """

    __slots__ = (
        "draft_wide_with",
        "habits",
        "local",
        "needs_emphasis",
        "parameters",
        "placeholders",
        "required",
        "run",
    )

    def __init__(
        self,
        run: Callable[[Draft, Rule], Iterable[Finding]],
        *,
        parameters: dict[str, dict[str, Any]] | None = None,
        required: tuple[str, ...] = (),
        placeholders: tuple[str, ...] = (),
        local: bool = False,
        habits: bool = False,
        draft_wide_with: tuple[str, ...] = (),
        needs_emphasis: bool = False,
    ) -> None:
        self.run = run
        self.parameters = parameters or {}
        self.required = required
        self.placeholders = placeholders
        self.local = local
        self.habits = habits
        self.draft_wide_with = draft_wide_with
        self.needs_emphasis = needs_emphasis

    def is_local(self, rule: Rule) -> bool:
        """Whether what a rule of this kind finds in a paragraph depends on that one alone."""
        return self.local and not any(rule.parameters.get(name) for name in self.draft_wide_with)


class UnknownKind(LookupError):
    """No kind of check has this name."""


class OverBudget(Exception):
    """A check ran out of its time budget; its findings for this draft are worth nothing."""


@cache
def find_kind(name: str) -> Kind:
    """The kind of check named `family.kind`.

    Raises UnknownKind for a name that is none.
    """
    family, _, kind = name.partition(".")
    if family not in FAMILIES:
        raise UnknownKind(name)
    kinds: dict[str, Kind] = import_module(f"reslint.checks.{FAMILIES[family]}").KINDS
    if kind not in kinds:
        raise UnknownKind(name)
    return kinds[kind]


def all_kinds() -> dict[str, Kind]:
    """Every kind there is, by name (imports all families)."""
    found = {}
    for family, module in FAMILIES.items():
        for name, kind in import_module(f"reslint.checks.{module}").KINDS.items():
            found[f"{family}.{name}"] = kind
    return found


def page_of(code: str) -> str:
    """The page of a shipped rule, from the top of the repository."""
    return f"{FOLDER}{code}.md"


def address_of(rule: Rule) -> str:
    """The whole address of what there is to read on a rule, "" where there is none."""
    if PUBLISHED and rule.path.startswith(_SHIPPED):
        return f"{PUBLISHED}{rule.code}.md"
    return rule.source.get("url", "")


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
