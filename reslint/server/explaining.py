"""The page of a rule, in Markdown: what it asks, why, by which source, with examples."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.rulebook.rule import Rule

_WORDS = {
    "en": {
        "says": "What it says",
        "why": "Why",
        "source": "Source",
        "examples": "Examples",
        "bad": "Not:",
        "good": "But:",
        "own": "reslint says this of itself: it is no rule of drafting.",
    },
    "fr": {
        "says": "Ce qu’elle dit",
        "why": "Pourquoi",
        "source": "Source",
        "examples": "Exemples",
        "bad": "Non :",
        "good": "Mais :",
        "own": "reslint parle ici de lui-même : ce n’est pas une règle de rédaction.",
    },
}
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def rule_page(rule: Rule, message_language: str, draft_language: str | None) -> str:
    """The page of a rule, with examples in the draft's language if it has any."""
    words = _WORDS.get(message_language, _WORDS["en"])
    language = message_language if message_language in _WORDS else "en"
    parts = [f"# {rule.code} {rule.name}", f"## {words['says']}", _messages(rule, language)]
    why = rule.why.get(language) or rule.why.get("en", "")
    if why:
        parts += [f"## {words['why']}", _escaped(why)]
    if rule.source:
        parts += [f"## {words['source']}", _source(rule.source)]
    examples = _examples(rule, (draft_language, language, "en"))
    if examples:
        parts.append(f"## {words['examples']}")
    for example in examples:
        for key in ("bad", "good"):
            if key in example:
                parts += [words[key], _fenced(example[key])]
    return "\n\n".join(parts) + "\n"


def own_page(code: str, name: str, message_language: str) -> str:
    """The page of one of reslint's own codes."""
    words = _WORDS.get(message_language, _WORDS["en"])
    return f"# {code} {name}\n\n{words['own']}\n"


def _messages(rule: Rule, language: str) -> str:
    wordings = [texts.get(language) or texts["en"] for texts in rule.messages.values()]
    return "\n".join(f"- {''.join(_spoken(text))}" for text in dict.fromkeys(wordings))


def _spoken(message: str) -> Iterator[str]:
    """A message with its placeholders as blanks to be filled."""
    for text, name, _, _ in Formatter().parse(message):
        yield _SPECIAL.sub(r"\\\1", text)
        if name is not None:
            yield f"*{_escaped(name.replace('_', ' '))}*"


def _source(source: dict[str, str]) -> str:
    said = _escaped(source.get("title", ""))
    if address := source.get("url"):
        said = f"[{said or _escaped(address)}]({address})"
    section = source.get("section")
    return f"{said}, {_escaped(section)}" if section else said


def _examples(rule: Rule, languages: tuple[str | None, ...]) -> list[dict[str, Any]]:
    """The rule's examples in the first of these languages that has any, else all."""
    for wanted in languages:
        found = [one for one in rule.examples if one["language"] == wanted]
        if found:
            return found
    return list(rule.examples)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _fenced(text: str) -> str:
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", text)), 3)
    return "\n".join([f"{fence}markdown", text.strip("\n"), fence])
