"""What is said of a rule, in Markdown: what it asks, why, by which source, with examples.

In full on its page, in short where the mouse rests on a finding.
"""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING

from reslint.data.patterns import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from reslint.checks.kinds import Rule


_SPECIAL = r"\\`*_{}\[\]<>#|~"
_MARKS = expression(f"([{_SPECIAL}])")
_LEADING = expression(r"^([0-9]*)([-+.)])(?=\s|\Z)")
_ESCAPED = expression(rf"\\([{_SPECIAL}.)+-])")
_LINK = expression(r"\[((?:\\.|[^\]\\])*)\]\(<([^>]*)>\)")
_FENCE = expression(r"`{3,}\w*")
_STRONG = expression(r"(?<!\\)\*\*")
_WORDS = {
    "says": {"en": "What it says", "fr": "Ce qu’elle dit"},
    "why": {"en": "Why", "fr": "Pourquoi"},
    "source": {"en": "Source", "fr": "Source"},
    "examples": {"en": "Examples", "fr": "Exemples"},
    "example": {"en": "For instance", "fr": "Par exemple"},
    "not": {"en": "Not:", "fr": "Non :"},
    "but": {"en": "But:", "fr": "Mais :"},
    "own": {
        "en": "reslint says this of itself: it is no rule of drafting.",
        "fr": "reslint parle ici de lui-même : ce n’est pas une règle de rédaction.",
    },
}


def escaped(text: str) -> str:
    """A text as it is, on one line."""
    return _LEADING.sub(r"\1\\\2", marks_escaped(" ".join(text.split())))


def marks_escaped(text: str) -> str:
    """A piece of a line as it is, white space around it included."""
    return _MARKS.sub(r"\\\1", text)


def link(text: str, address: str) -> str:
    """A link; the address may hold parentheses."""
    return f"[{escaped(text)}](<{address}>)"


def block(text: str) -> str:
    """A text in a block that shows it as typed."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}markdown\n{text.strip(chr(10))}\n{fence}"


def plain(markdown: str) -> str:
    """What a client that shows no Markdown is given instead."""
    without_links = _LINK.sub(r"\1 (\2)", markdown)
    lines = [line for line in without_links.split("\n") if not _FENCE.fullmatch(line.strip())]
    return _ESCAPED.sub(r"\1", _STRONG.sub("", "\n".join(lines)))


def rule_page(rule: Rule, message_language: str, draft_language: str | None) -> str:
    """The page of a rule, with examples in the draft's language if it has any."""

    def heading(name: str) -> str:
        return f"## {_word(name, message_language)}"

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
                parts += [_word(word, message_language), block(example[key])]
    return "\n\n".join(parts) + "\n"


def own_page(code: str, name: str, message_language: str) -> str:
    """The page of one of reslint's own codes."""
    return f"# {code} {name}\n\n{own_remark(message_language)}\n"


def own_remark(message_language: str) -> str:
    """The sentence that says that a code is one of reslint's own."""
    return _word("own", message_language)


def in_short(rule: Rule, message_language: str, draft_language: str) -> Iterator[str]:
    """Why a rule asks what it asks, its source, its shortest example of a slip: paragraphs."""
    why = _why(rule, message_language)
    if why:
        yield f"**{_word('why', message_language)}**: {escaped(why)}"
    if rule.source:
        yield f"**{_word('source', message_language)}**: {_source(rule.source)}"
    slips = [one for one in rule.examples if "bad" in one]
    found = _examples(slips, (draft_language, message_language, "en"))
    if found:
        example = min(found, key=lambda one: len(one["bad"]))
        yield f"**{_word('example', message_language)}**"
        yield f"{_word('not', message_language)}\n{block(example['bad'])}"
        if "good" in example:
            yield f"{_word('but', message_language)}\n{block(example['good'])}"


def _word(name: str, language: str) -> str:
    """A heading or remark of the page in a language, English where it has none."""
    texts = _WORDS[name]
    return texts.get(language) or texts["en"]


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
