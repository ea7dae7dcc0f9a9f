"""Words of a draft in the Markdown that editors show: nothing in them is taken for mark-up."""

from __future__ import annotations

import re

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LEADING = re.compile(r"^([0-9]*)([-+.)])(?=\s|\Z)")


def escaped(text: str) -> str:
    """A text as it is, on one line."""
    one_line = " ".join(text.split())
    return _LEADING.sub(r"\1\\\2", _MARKS.sub(r"\\\1", one_line))


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
    without_links = re.sub(r"\[((?:\\.|[^\]\\])*)\]\(<([^>]*)>\)", r"\1 (\2)", markdown)
    lines = [
        line for line in without_links.split("\n") if not re.fullmatch(r"`{3,}\w*", line.strip())
    ]
    text = re.sub(r"(?<!\\)\*\*", "", "\n".join(lines))
    return re.sub(r"\\([\\`*_{}\[\]<>#|~.)+-])", r"\1", text)
