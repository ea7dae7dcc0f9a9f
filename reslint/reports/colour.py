"""Colour for reports: none in a pipe; on a terminal through rich, imported only there."""

from __future__ import annotations

import os

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
}
"""What is painted, and how (in the words of rich)."""


def wants_colour(stream: TextIO) -> bool:
    """Whether to write colours to `stream`: a terminal without NO_COLOR, or FORCE_COLOR."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def plain(text: str, style: str) -> str:
    """The text as it is: how nothing is painted."""
    return text


def painter(colour: bool) -> Paint:
    """A function of text and name of a style (see STYLES) that gives the text to write."""
    if not colour:
        return plain
    # Not rich.console: it takes four times as long to import, and nothing here needs it.
    from rich.color import ColorSystem
    from rich.style import Style

    styles = {name: Style.parse(words) for name, words in STYLES.items()}

    def paint(text: str, style: str) -> str:
        return styles[style].render(text, color_system=ColorSystem.STANDARD) if text else text

    return paint
