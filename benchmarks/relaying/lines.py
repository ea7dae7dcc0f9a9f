"""The same draft laid out in other ways: what a reader must not be led astray by."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

_NOTE = re.compile(r"(?:\[\^[^\]]+\]:|<sup>[(]?\d+[)]?</sup> |[⁰¹²³⁴-⁹]+ )")
_LABEL = re.compile(r"^(\**(?:\d+(?:\.| -)|\(?[a-z]{1,3}\)))[ \u00a0]", re.MULTILINE)


def blocks_of(text: str) -> list[str]:
    """The pieces of a draft between blank lines."""
    return [block for block in re.split(r"\n[ \t]*\n+", text.strip("\n")) if block.strip()]


def wrapped(text: str, columns: int = 72) -> str:
    """Every long line cut at some columns."""
    return "\n".join(
        textwrap.fill(line, columns, break_long_words=False, break_on_hyphens=False)
        if len(line) > columns and not line.startswith(("|", "#"))
        else line
        for line in text.split("\n")
    )


def wrapped_anywhere(text: str, columns: int = 36) -> str:
    """Every long line cut between any two characters but marks, as in Chinese."""
    return re.sub(f"([^\n]{{{columns}}})(?=[^\n，。；：、）》”*])", "\\1\n", text)


def one_line(block: str) -> str:
    """A paragraph of several lines on one line; its indent stays, and so do tables."""
    if block.lstrip().startswith(("|", "```")):
        return block
    first, *others = block.split("\n")
    text = " ".join([first.rstrip(), *(line.strip(" \t>") for line in others)])
    return re.sub(r"(?<=[\u2e80-\uffef]) (?=[\u2e80-\uffef])", "", text)


def spread(text: str) -> str:
    """Two blank lines where one was."""
    return re.sub(r"\n[ \t]*\n", "\n\n\n", text)


def hard_spaces(text: str) -> str:
    """Every space a no-break space, but for those of indents."""
    return re.sub(r"(?<=\S) (?=\S)", "\u00a0", text)


def escaped(text: str) -> str:
    """What a conversion from Word escapes in Markdown, at 72 columns."""
    text = re.sub(r"^(\W*\d+)([.)])(?= )", r"\1\\\2", text, flags=re.MULTILINE)
    text = re.sub(r"(?<!\])\((?=\w{1,4}\) )", r"\\(", text)
    return wrapped(re.sub(r"(?<!\\)(['\"$@]|\.\.\.)", r"\\\1", text))


def wrapped_at_hyphens(text: str) -> str:
    """The same with words cut at their hyphens."""
    return "\n".join(
        textwrap.fill(line, 72, break_long_words=False)
        if len(line) > 72 and not line.startswith(("|", "#"))
        else line
        for line in text.split("\n")
    )


def dense(text: str) -> str:
    """No blank lines between paragraphs."""
    return "\n".join(line for line in text.split("\n") if line.strip()) + "\n"


def tabbed(text: str) -> str:
    """Every line after a tab."""
    return "\n".join("\t" + line if line.strip() else line for line in text.split("\n"))


def indented(text: str) -> str:
    """Every line after four spaces."""
    return "\n".join("    " + line if line.strip() else line for line in text.split("\n"))


def glued_rules(text: str) -> str:
    """Page rules right above and below lines, none with blank lines around it."""
    text = re.sub(r"\n\n+(-{3,})\n\n+", r"\n\1\n", text)
    blocks = blocks_of(text)
    for place in range(4, len(blocks) - 1, 9):
        if not _NOTE.match(blocks[place + 1]):
            blocks[place] += "\n---\n" + blocks[place + 1]
            blocks[place + 1] = ""
    return "\n\n".join(block for block in blocks if block) + "\n"


def hard_labels(text: str) -> str:
    """A no-break space after each label."""
    return _LABEL.sub("\\1\u00a0", text)


def underlined(text: str) -> str:
    """Lines of dashes under short lines, as Setext headings have them."""
    return "\n\n".join(
        block + "\n---" if len(block) < 60 and not block.startswith(("#", "---")) else block
        for block in blocks_of(text)
    )


def notes_last(text: str) -> str:
    """All notes at the end."""
    blocks = blocks_of(text)
    notes = [block for block in blocks if _NOTE.match(block)]
    return "\n\n".join([block for block in blocks if not _NOTE.match(block)] + notes) + "\n"


def notes_by_page(text: str) -> str:
    """Notes after each eighth paragraph, between page rules."""
    blocks = blocks_of(text)
    notes = [block for block in blocks if _NOTE.match(block)]
    laid: list[str] = []
    for place, block in enumerate(b for b in blocks if not _NOTE.match(b)):
        laid.append(block)
        if place > 12 and place % 8 == 0 and notes:
            laid += ["---", notes.pop(0), "---"]
    return "\n\n".join(laid + notes) + "\n"


def form_feeds(text: str) -> str:
    """Page breaks as form feeds."""
    return re.sub(r"\n-{3,}\n", "\n\f\n", text)


LAYOUTS: dict[str, Callable[[str], str]] = {
    "wrapped": wrapped,
    "wrapped at hyphens": wrapped_at_hyphens,
    "dense": dense,
    "dense and wrapped": lambda text: dense(wrapped(text)),
    "tabbed": tabbed,
    "indented": indented,
    "glued rules": glued_rules,
    "hard labels": hard_labels,
    "underlined": underlined,
    "notes last": notes_last,
    "notes by page": notes_by_page,
    "form feeds": form_feeds,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
}

TOGETHER = (
    ("wrapped", "CRLF"),
    ("wrapped at hyphens", "hard labels"),
    ("dense",),
    ("tabbed", "form feeds", "CR"),
    ("notes last", "indented"),
    ("glued rules",),
    ("underlined",),
    ("notes by page", "hard labels"),
)
"""Layouts that a text can have at once, made one after another; together all that keep the
paragraphs apart."""
