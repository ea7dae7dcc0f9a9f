"""The kinds of check, one module a family, each imported only when a rule asks for it.

A kind is named family, dot, kind: `leading-phrase.emphasis`. FAMILIES names the module of each
family; the module holds its kinds in `KINDS`, by the part after the dot.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from reslint.data.compiled import unpacked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, Final, Literal, TypeAlias

    from reslint.draft.model import Draft
    from reslint.text.diagnostics import Finding, Fixability, Severity

    Scope: TypeAlias = Literal["paragraph", "draft"]


PARAGRAPH: Final = "paragraph"
DRAFT: Final = "draft"
"""The scopes of a kind of check (see `Kind`)."""
FAMILIES = {
    "citation": "citations",
    "concordance": "concordance",
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
OTHER = "other"
ORGANS = ("GA", "SC", "ECOSOC", "HRC", OTHER)
"""The organs that a rule may be for; `other` stands for all that have no rules of their own."""
STANDARD = "standard"
PROFILES = (STANDARD, "strict")
"""The profiles of rules; each has the rules of those before it, too."""
FOLDER = "docs/rules/"
"""Where the pages of the shipped rules lie in the repository."""
PUBLISHED = ""
"""The address of that folder on the web, with a slash at its end; "" as long as it has none."""
_SHIPPED = ("standard/", "concordance/")  # how the path of a shipped rule's file begins
COMPARING = "concordance."
"""How the kinds of check begin that compare the versions of a draft."""


class Kind:
    """A kind of check: a function of draft and rule, its parameters, its placeholders.

    `parameters` is a JSON schema's `properties` (each with a `default`), `required` names those
    that a rule must give; `placeholders` are the names that messages may use.

    `scope` says what the findings in a paragraph depend on. PARAGRAPH: on that paragraph alone
    (its text, mark-up, label, level and part, whether it stands under another, the organ of its
    resolution) and on the draft's language, organ, `emphasis_known` and typing style
    (`facts.typing_style.style_of`). An editor then keeps the findings of unchanged paragraphs and
    runs the check on `Draft.only` the changed ones. If such a check reads other paragraphs, it
    must call `draft.look_beyond(paragraph)`, so that its findings are not reused. DRAFT: on the
    whole draft. `draft_scope_with` names parameters that make a rule of a PARAGRAPH kind look at
    the whole draft all the same.

    `reads` is for kinds of DRAFT scope: the groups of facts (`checks/reads.py`) on which its
    findings rest, besides the structure and the typing style of the draft. While somebody types in
    a paragraph whose groups stay the same, its findings stand. None for a kind that may read
    anything: it is run after each keystroke.

    `structural`: its findings hold only if the reader divided the draft rightly into parts and
    paragraphs. Where it has doubts (`draft/certainty.py`), they are warnings with unsafe fixes.

    `needs_emphasis`: rules of the kind find nothing where the draft shows no emphasis at all
    (plain text); TOOL007 names them then.
    """

    __slots__ = (
        "draft_scope_with",
        "needs_emphasis",
        "parameters",
        "placeholders",
        "reads",
        "required",
        "run",
        "scope",
        "structural",
    )

    def __init__(
        self,
        run: Callable[[Draft, Rule], Iterable[Finding]],
        *,
        parameters: dict[str, dict[str, Any]] | None = None,
        required: tuple[str, ...] = (),
        placeholders: tuple[str, ...] = (),
        scope: Scope = "draft",
        draft_scope_with: tuple[str, ...] = (),
        reads: tuple[str, ...] | None = None,
        needs_emphasis: bool = False,
        structural: bool = False,
    ) -> None:
        self.run = run
        self.parameters = parameters or {}
        self.required = required
        self.placeholders = placeholders
        self.scope = scope
        self.draft_scope_with = draft_scope_with
        self.reads = reads
        self.needs_emphasis = needs_emphasis
        self.structural = structural

    def scope_of(self, rule: Rule) -> Scope:
        """The scope of a rule of this kind, its parameters and conditions considered."""
        if rule.sessions or rule.committees:
            return DRAFT
        if any(rule.parameters.get(name) for name in self.draft_scope_with):
            return DRAFT
        return self.scope


class UnknownKind(LookupError):
    """No kind of check has this name."""


class OverBudget(Exception):
    """A check ran out of its time budget; its findings for this draft are worth nothing."""


@cache
def find_kind(name: str) -> Kind:
    """The kind of check named `family.kind`.

    Raises UnknownKind for a name that no kind has.
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
    """The web address of a rule's page or source, "" without one."""
    if PUBLISHED and rule.path.startswith(_SHIPPED):
        return f"{PUBLISHED}{rule.code}.md"
    return rule.source.get("url", "")


def in_language(texts: dict[str, str], language: str) -> str:
    """The text in a language, else in English, else in the first language; "" for no text."""
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


class Rule:
    """One rule of the rulebook.

    `check` names a registered kind of check (`leading-phrase.emphasis`); `parameters` are that
    kind's own, already validated. `messages` maps a variant ("" is the rule's main wording) to
    language to text with named placeholders. `yields_to` are the codes whose findings at the same
    words make those of this rule superfluous. `languages` and `organs` are None for all. A rule
    with `sessions` or `committees` holds only in drafts whose masthead names one of them.
    """

    __slots__ = (
        "_messages",
        "check",
        "code",
        "committees",
        "examples",
        "fix",
        "fix_title",
        "languages",
        "name",
        "organs",
        "parameters",
        "path",
        "profile",
        "sessions",
        "severity",
        "source",
        "why",
        "yields_to",
    )

    def __init__(
        self,
        *,
        code: str,
        name: str,
        check: str,
        languages: tuple[str, ...] | None,
        organs: tuple[str, ...] | None,
        severity: Severity,
        profile: str,
        fix: Fixability,
        parameters: dict[str, Any],
        messages: dict[str, dict[str, str]] | bytes,
        fix_title: dict[str, str],
        why: dict[str, str],
        source: dict[str, str],
        examples: tuple[dict[str, Any], ...] = (),
        path: str = "",
        yields_to: tuple[str, ...] = (),
        sessions: tuple[int, ...] = (),
        committees: tuple[str, ...] = (),
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
        self._messages = messages
        self.fix_title = fix_title
        self.why = why
        self.source = source
        self.examples = examples
        self.path = path
        self.yields_to = yields_to
        self.sessions = sessions
        self.committees = committees

    @property
    def messages(self) -> dict[str, dict[str, str]]:
        """The messages by variant and language, unpacked when the rule finds something."""
        messages = self._messages
        if isinstance(messages, bytes):
            messages = self._messages = unpacked(messages)
        return messages

    def applies_to(self, language: str, organ: str) -> bool:
        """Whether the rule applies to drafts in this language, by this organ."""
        return (self.languages is None or language in self.languages) and (
            self.organs is None or organ in self.organs
        )

    @property
    def compares(self) -> bool:
        """Whether the rule compares versions of a draft: in a draft alone it finds nothing."""
        return self.check.startswith(COMPARING)

    def wording(self, variant: str | None, language: str) -> str:
        """The message's text in `language`, else in English, else in the one that it has."""
        texts = self.messages.get(variant or "") or self.messages[""]
        return in_language(texts, language)
