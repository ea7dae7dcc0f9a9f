"""Patterns of rule files: compiled under caps, because rule files are untrusted input.

`regex` keeps a search within a time limit but not a compilation, and deep nesting overflows its
stack. A pattern that passes here may still be slow to run; the budget of the check holds that.
"""

from __future__ import annotations

import regex

MAX_LENGTH = 2_000
"""Characters a pattern may have."""
MAX_NESTING = 50
"""Groups inside each other a pattern may have."""


def fault_of(pattern: str) -> str | None:
    """What is wrong with a pattern, in words that end a sentence ("the pattern …"), or None."""
    if len(pattern) > MAX_LENGTH:
        return f"is longer than {MAX_LENGTH:,} characters"
    if _nesting(pattern) > MAX_NESTING:
        return f"nests groups deeper than {MAX_NESTING} levels"
    try:
        regex.compile(pattern)
    except regex.error as error:
        return f"is not valid: {error}"
    except (RecursionError, MemoryError, OverflowError):
        return "is too complex"
    except Exception as error:  # the compiler of regex lets other errors through
        return f"is not valid: {error}"
    return None


def fault_of_replacement(pattern: str, replacement: str) -> str | None:
    """What is wrong with a replacement text for a valid pattern, or None.

    Groups must be named by numbers or names that the pattern has.
    """
    try:
        # The same groups, and an alternative that matches nothing (the line break ends a comment).
        match = regex.compile(pattern + "\n|").match("")
        if match is not None:
            match.expand(replacement)
    except (regex.error, IndexError) as error:
        return f"is not valid: {error}"
    return None


def _nesting(pattern: str) -> int:
    """How deep the pattern nests groups and sets, brackets of escaped characters left out."""
    deepest = depth = 0
    escaped = False
    for character in pattern:
        if escaped:
            escaped = False
        elif character == "\\":
            escaped = True
        elif character in "([":
            depth += 1
            deepest = max(deepest, depth)
        elif character in ")]" and depth:
            depth -= 1
    return deepest
