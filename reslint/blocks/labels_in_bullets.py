"""Find labels that stand alone in a bullet, above the bullet of their paragraph.

Web pages give each part of a definition list a bullet: `- 1.` above `- Commends …;`, `- (a)` above
`- The mills;`. These bullets are left out of the text, as line numbers in a margin are.
"""

from __future__ import annotations

from reslint.data.patterns import expression

_BULLETS = "-*•–"
_FIRST = tuple(
    f"{bullet} {label}" for bullet in _BULLETS for label in ("1", "a)", "(a)", "а)", "(а)")
)
_LABEL = expression(
    r"[ \t]*[-*•–][ \t]+(?=(?:[0-9]{1,2}[.)]|\(?[a-zа-яё]\)|\([ivx]{2,4}\))[ \t]*\Z)"
)
_BULLET = expression(r"[ \t]*[-*•–][ \t]+(?=\S)")
_FEWEST = 2  # labels


def find_labels_in_bullets(lines: list[str]) -> list[int] | None:
    """Return the width of the bullet before each line with its blanks, None for a text without."""
    if not any(line.startswith(_FIRST) for line in lines[1:]):
        return None
    widths = [0] * len(lines)
    found = 0
    label = False  # whether the last line with text was a label alone
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        alone = _LABEL.match(line)
        bullet = alone or (_BULLET.match(line) if label else None)
        if bullet is not None:
            widths[index] = bullet.end()
        found += alone is not None
        if alone is not None and label:
            return None  # a list of labels
        label = alone is not None
    return widths if found >= _FEWEST else None
