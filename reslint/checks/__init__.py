"""The kinds of check, one module a family, each imported only when a rule asks for it.

A family's module is named like the part of the kind before the dot (`leading-phrase.emphasis`
is in `leading_phrase`) and holds its kinds in `KINDS`, by the part after the dot.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from reslint.diagnostics import Finding
    from reslint.draft.model import Draft
    from reslint.rulebook.rule import Rule

FAMILIES = (
    "citation",
    "form",
    "leading-phrase",
    "names",
    "notes",
    "numbering",
    "text",
    "typography",
    "wording",
)
"""The families there are, in the order of the rule reference."""


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
    """

    __slots__ = (
        "draft_wide_with",
        "habits",
        "local",
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
    ) -> None:
        self.run = run
        self.parameters = parameters or {}
        self.required = required
        self.placeholders = placeholders
        self.local = local
        self.habits = habits
        self.draft_wide_with = draft_wide_with

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
    try:
        module = import_module(f"reslint.checks.{family.replace('-', '_')}")
    except ModuleNotFoundError as error:
        raise UnknownKind(name) from error
    kinds: dict[str, Kind] = module.KINDS
    if kind not in kinds:
        raise UnknownKind(name)
    return kinds[kind]


def all_kinds() -> dict[str, Kind]:
    """Every kind there is, by name (imports all families)."""
    found = {}
    for family in FAMILIES:
        try:
            module = import_module(f"reslint.checks.{family.replace('-', '_')}")
        except ModuleNotFoundError:
            continue
        for name, kind in module.KINDS.items():
            found[f"{family}.{name}"] = kind
    return found
