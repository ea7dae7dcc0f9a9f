"""Colours: whether to write them, and how each kind of text is painted."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    Paint = Callable[[str, str], str]


STYLES = {
    "path": "bold",
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold cyan",
    "hint": "cyan",
    "code": "bold",
    "gutter": "dim",
    "fix": "green",
    "good": "bold green",
    "count": "magenta",
    "removed": "red",
    "added": "bold green",
    "next": "bold",
}
"""How each kind of text is painted, as a style of rich."""


def wants_colour(stream: TextIO, asked: str = "auto", *, for_programs: bool = False) -> bool:
    """Whether to write colours to `stream`: a terminal without NO_COLOR, or FORCE_COLOR.

    `asked` is the value of `--color`: `always` and `never` win over the environment. A file gets
    none: whoever reads it later sees the codes. FORCE_COLOR, which is set for whole CI
    jobs, does not hold for a format that programs read.
    """
    if stream is not sys.stdout or asked == "never":
        return False
    if asked == "always":
        return True
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") and not for_programs:
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def plain(text: str, style: str) -> str:
    """The text unchanged: a Paint without colours."""
    return text


def painter(colour: bool) -> Paint:
    """A function that paints a text in a style (a name in STYLES)."""
    if not colour:
        return plain
    # Not rich.console: it takes four times as long to import, and nothing here needs it.
    from rich.color import ColorSystem
    from rich.style import Style

    styles = {name: Style.parse(words) for name, words in STYLES.items()}

    def paint(text: str, style: str) -> str:
        return styles[style].render(text, color_system=ColorSystem.STANDARD) if text else text

    return paint
