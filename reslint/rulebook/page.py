"""The page of a rule in Markdown: what it asks, why, its source, its examples.

`rule_page` writes the whole page (language server), `summary` a few paragraphs of it (hover).
`reslint explain`, docs/rules and the SARIF report arrange the same parts in their own way.
"""

from __future__ import annotations

import re

from reslint.checks.kinds import in_language
from reslint.data.patterns import expression
from reslint.text import Wordings
from reslint.text.display import isolated

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from reslint.checks.kinds import Rule


_SPECIAL = r"\\`*_{}\[\]<>#|~"
_MARKS = expression(f"([{_SPECIAL}])")
_LEADING = expression(r"^([0-9]*)([-+.)])(?=\s|\Z)")
_ESCAPED = expression(rf"\\([{_SPECIAL}.)+-])")
_LINK = expression(r"\[((?:\\.|[^\]\\])*)\]\(<([^>]*)>\)")
_FENCE = expression(r"`{3,}\w*")
_STRONG = expression(r"(?<!\\)\*\*")
_SENTENCE_END = expression(r"[^\s.]{2,}[.](?=\s[^\W\d_])|\Z")
_GLANCE = 220
"""Characters of a reason that are read at a glance."""
_WORDS = Wordings(
    {
        "says": {"en": "Messages", "fr": "Messages"},
        "why": {"en": "Why", "fr": "Pourquoi"},
        "source": {"en": "Source", "fr": "Source"},
        "examples": {"en": "Examples", "fr": "Exemples"},
        "not": {"en": "Wrong:", "fr": "Incorrect :"},
        "but": {"en": "Right:", "fr": "Correct :"},
        "differs": {"en": "reported:", "fr": "signalé :"},
        "own": {
            "en": "This is a message about reslint itself, not a drafting rule.",
            "fr": "Ce message concerne reslint lui-même : ce n’est pas une règle de rédaction.",
        },
    }
)


# Markdown -----------------------------------------------------------------------------------------


def escaped(text: str) -> str:
    """A text on one line, in which Markdown sees no markup."""
    return _LEADING.sub(r"\1\\\2", marks_escaped(" ".join(text.split())))


def marks_escaped(text: str) -> str:
    """A piece of a line, in which Markdown sees no markup; its white space is unchanged."""
    return _MARKS.sub(r"\\\1", text)


def link(text: str, address: str) -> str:
    """A link; the address may hold parentheses."""
    return f"[{escaped(text)}](<{address}>)"


def block(text: str, language: str = "markdown") -> str:
    """A fenced block that shows a text as typed; `language` names its highlighting."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text.strip(chr(10))}\n{fence}"


def plain(markdown: str) -> str:
    """Markdown of this module as plain text, for clients that show no Markdown."""
    without_links = _LINK.sub(r"\1 (\2)", markdown)
    lines = [line for line in without_links.split("\n") if not _FENCE.fullmatch(line.strip())]
    return _ESCAPED.sub(r"\1", _STRONG.sub("", "\n".join(lines)))


# Parts of a rule ----------------------------------------------------------------------------------


def messages(rule: Rule, language: str) -> list[str]:
    """The messages of a rule, each once, with `{placeholders}`; English where there is no other."""
    wordings = [texts.get(language) or texts["en"] for texts in rule.messages.values()]
    return list(dict.fromkeys(wordings))


def with_blanks(message: str, text: Callable[[str], str], blank: Callable[[str], str]) -> str:
    """A message with its placeholders as blanks to be filled.

    `text` writes what stands between placeholders, `blank` the name of a placeholder in words.
    """
    from string import Formatter

    pieces = []
    for between, name, _, _ in Formatter().parse(message):
        pieces.append(text(between))
        if name is not None:
            pieces.append(blank(name.replace("_", " ")))
    return "".join(pieces)


def message_line(message: str) -> str:
    """A message in Markdown, its placeholders in italics."""
    return with_blanks(message, marks_escaped, lambda name: f"*{escaped(name)}*")


def message_list(rule: Rule, language: str) -> str:
    """The messages of a rule as a Markdown list."""
    return "\n".join(f"- {message_line(message)}" for message in messages(rule, language))


def why(rule: Rule, language: str) -> str:
    """Why the rule exists, in English where there is no other, "" where the rule does not say."""
    return in_language(rule.why, language)


def source_line(rule: Rule) -> str:
    """The source of a rule in Markdown: title (a link if there is an address) and section."""
    title, section, url = (rule.source.get(key, "") for key in ("title", "section", "url"))
    named = link(title or url, url) if url else escaped(title)
    return ", ".join(filter(None, (named, escaped(section))))


def examples_in(
    examples: Sequence[dict[str, Any]], languages: tuple[str | None, ...]
) -> list[dict[str, Any]]:
    """The examples in the first of these languages that has any, else all."""
    for wanted in languages:
        found = [one for one in examples if one.get("language") == wanted]
        if found:
            return found
    return list(examples)


# Pages --------------------------------------------------------------------------------------------


def rule_page(rule: Rule, message_language: str, draft_language: str | None) -> str:
    """The page of a rule, with examples in the draft's language if it has any."""

    def heading(name: str) -> str:
        return f"## {_WORDS.text(name, message_language)}"

    parts = [f"# {rule.code} {rule.name}", heading("says"), message_list(rule, message_language)]
    reason = why(rule, message_language)
    if reason:
        parts += [heading("why"), escaped(reason)]
    if rule.source:
        parts += [heading("source"), source_line(rule)]
    examples = examples_in(rule.examples, (draft_language, message_language, "en"))
    if examples:
        parts.append(heading("examples"))
    for example in examples:
        for key, word in (("bad", "not"), ("good", "but")):
            if key in example:
                parts += [_WORDS.text(word, message_language), block(example[key])]
        for name, text in example.get("versions", {}).items():
            parts += [version_heading(example, name, message_language), block(text)]
    return "\n\n".join(parts) + "\n"


def version_heading(example: dict[str, Any], name: str, message_language: str) -> str:
    """What stands above the text of a version in an example: its language, whether it differs."""
    if example.get("differs") != name:
        return f"{name}:"
    return f"{name}, {_WORDS.text('differs', message_language)}"


def own_page(code: str, name: str, message_language: str) -> str:
    """The page of one of reslint's own codes."""
    return f"# {code} {name}\n\n{own_remark(message_language)}\n"


def own_remark(message_language: str) -> str:
    """The sentence that says that a code is one of reslint's own."""
    return _WORDS.text("own", message_language)


def summary(
    rule: Rule,
    message_language: str,
    draft_language: str,
    *,
    part: str = "",
    change: tuple[str, str] = ("", ""),
) -> Iterator[str]:
    """The paragraphs of a short page: the bad example that fits best and its fix, why, the source.

    An example fits that stands in the same `part` (preamble, operative) and changes the same marks
    as the fix at hand: `change` is what that takes away, and what it writes.
    """
    bad = [one for one in rule.examples if "bad" in one]
    found = examples_in(bad, (draft_language, message_language, "en"))
    if found:
        marks = set(change[0] + change[1])
        example = min(found, key=lambda one: _unlike(one, part, marks))
        yield _labelled_examples(example, message_language)
    reason = _first_sentences(why(rule, message_language))
    if reason:
        yield f"**{_WORDS.text('why', message_language)}**: {escaped(reason)}"
    if rule.source:
        yield f"**{_WORDS.text('source', message_language)}**: {source_line(rule)}"


def _labelled_examples(example: dict[str, Any], message_language: str) -> str:
    """The wrong text of an example and the right one, each behind its label if it is one line.

    So they take two lines of a hover, not six: a hover that is to be scrolled is not read.
    """
    texts = [("not", example["bad"].strip("\n"))]
    if "good" in example:
        texts.append(("but", example["good"].strip("\n")))
    labelled = [(f"**{_WORDS.text(name, message_language)}**", text) for name, text in texts]
    if any("\n" in text or "`" in text or not text.strip() for _, text in labelled):
        return "\n\n".join(f"{label}\n{block(text)}" for label, text in labelled)
    return "  \n".join(f"{label} `{isolated(text)}`" for label, text in labelled)


def _unlike(example: dict[str, Any], part: str, marks: set[str]) -> tuple[bool, int, int]:
    """How far an example is from a finding: another part, other marks, its length."""
    bad, good = example["bad"], example.get("good", "")
    changed = {one for one in {*bad, *good} if bad.count(one) != good.count(one)}
    unlike = (
        len({one for one in changed ^ marks if not one.isalnum() and not one.isspace()})
        if marks and good
        else 0
    )
    return bool(part) and example.get("in", part) != part, unlike, len(bad)


def _first_sentences(text: str) -> str:
    """The first sentences of a text, as many as are read at a glance."""
    end = 0
    for match in _SENTENCE_END.finditer(text):
        if end and match.end() > _GLANCE:
            break
        end = match.end()
    return text[:end].rstrip() if end else text
