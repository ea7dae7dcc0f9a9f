"""Text of drafts and rules in the Markdown that editors show: nothing in it is mark-up."""

from __future__ import annotations

import re

from reslint.data.expressions import expression

_SPECIAL = r"\\`*_{}\[\]<>#|~"
_MARKS = expression(f"([{_SPECIAL}])")
_LEADING = expression(r"^([0-9]*)([-+.)])(?=\s|\Z)")
_ESCAPED = expression(rf"\\([{_SPECIAL}.)+-])")
_LINK = expression(r"\[((?:\\.|[^\]\\])*)\]\(<([^>]*)>\)")
_FENCE = expression(r"`{3,}\w*")
_STRONG = expression(r"(?<!\\)\*\*")


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
