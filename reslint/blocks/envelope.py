"""Find what a whole file is wrapped in: YAML front matter, a block quote around all of it."""

from __future__ import annotations

import re

from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.text.source import Source


_FEWEST_QUOTED = 3  # lines
_ORGAN_LINE = expression(
    r"^>[ \t]*(?P<mark>[*_]{1,3}|<u>)[^*_<>\n]{2,80}(?:(?P=mark)|</u>)[,،，][ \t]*$", re.MULTILINE
)


def is_quoted_whole(source: Source) -> bool:
    """Tell whether most lines stand in a block quote: then the quoted text is the draft.

    More than half are enough if a line of the quote looks like an organ line: Pandoc quotes text
    that is indented in Word, and leaves what stands above the draft and its notes outside.
    """
    if ">" not in source.text:
        return False
    quoted = source.text.count("\n>") + source.text.startswith(">")
    if quoted < _FEWEST_QUOTED:
        return False
    lines = sum(1 for line in source.line_texts() if line.strip())
    return quoted * 5 >= lines * 4 or (
        quoted * 2 > lines and _ORGAN_LINE.search(source.text) is not None
    )


def after_front_matter(source: Source) -> int:
    """Return the index of the first line after YAML front matter, 0 if there is none."""
    if source.line_text(1).rstrip() != "---":
        return 0
    for line in range(2, min(len(source.line_starts), 60) + 1):
        text = source.line_text(line).rstrip()
        if text in ("---", "..."):
            return line if line > 2 else 0
        if text and not re.match(r"[\w.-]+\s*:|\s+\S|- |#", text):
            return 0
    return 0
