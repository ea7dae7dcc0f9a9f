"""What is said of a rule, in Markdown: what it asks, why, by which source, with examples.

In full on its page, in short where the mouse rests on a finding.
"""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from reslint.server.markdown import block, escaped, link, marks_escaped
from reslint.server.wordings import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from reslint.rulebook.rule import Rule


def rule_page(rule: Rule, message_language: str, draft_language: str | None) -> str:
    """The page of a rule, with examples in the draft's language if it has any."""

    def heading(name: str) -> str:
        return f"## {wording(name, message_language)}"

    parts = [f"# {rule.code} {rule.name}", heading("says"), _messages(rule, message_language)]
    why = _why(rule, message_language)
    if why:
        parts += [heading("why"), escaped(why)]
    if rule.source:
        parts += [heading("source"), _source(rule.source)]
    examples = _examples(rule.examples, (draft_language, message_language, "en"))
    if examples:
        parts.append(heading("examples"))
    for example in examples:
        for key, word in (("bad", "not"), ("good", "but")):
            if key in example:
                parts += [wording(word, message_language), block(example[key])]
    return "\n\n".join(parts) + "\n"


def own_page(code: str, name: str, message_language: str) -> str:
    """The page of one of reslint's own codes."""
    return f"# {code} {name}\n\n{wording('own', message_language)}\n"


def in_short(rule: Rule, message_language: str, draft_language: str) -> Iterator[str]:
    """Why a rule asks what it asks, its source, its shortest example of a slip: paragraphs."""
    why = _why(rule, message_language)
    if why:
        yield f"**{wording('why', message_language)}**: {escaped(why)}"
    if rule.source:
        yield f"**{wording('source', message_language)}**: {_source(rule.source)}"
    slips = [one for one in rule.examples if "bad" in one]
    found = _examples(slips, (draft_language, message_language, "en"))
    if found:
        example = min(found, key=lambda one: len(one["bad"]))
        yield f"**{wording('example', message_language)}**"
        yield f"{wording('not', message_language)}\n{block(example['bad'])}"
        if "good" in example:
            yield f"{wording('but', message_language)}\n{block(example['good'])}"


def _why(rule: Rule, language: str) -> str:
    return rule.why.get(language) or rule.why.get("en", "")


def _messages(rule: Rule, language: str) -> str:
    wordings = [texts.get(language) or texts["en"] for texts in rule.messages.values()]
    return "\n".join(f"- {''.join(_spoken(text))}" for text in dict.fromkeys(wordings))


def _spoken(message: str) -> Iterator[str]:
    """A message with its placeholders as blanks to be filled."""
    for text, name, _, _ in Formatter().parse(message):
        yield marks_escaped(text)
        if name is not None:
            yield f"*{escaped(name.replace('_', ' '))}*"


def _source(source: dict[str, str]) -> str:
    title, section, url = (source.get(key, "") for key in ("title", "section", "url"))
    said = link(title or url, url) if url else escaped(title)
    return ", ".join(filter(None, (said, escaped(section))))


def _examples(
    examples: Sequence[dict[str, Any]], languages: tuple[str | None, ...]
) -> list[dict[str, Any]]:
    """The examples in the first of these languages that has any, else all."""
    for wanted in languages:
        found = [one for one in examples if one["language"] == wanted]
        if found:
            return found
    return list(examples)
