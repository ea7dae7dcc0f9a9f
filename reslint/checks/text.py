"""General kinds of check on the text of paragraphs, for anybody's house rules.

`docs/general-kinds.md` says for authors of rules what each of them does.
"""

from __future__ import annotations

from reslint.checks import text_pattern, text_phrases, text_structure

KINDS = {
    "pattern": text_pattern.PATTERN,
    **text_phrases.KINDS,
    **text_structure.KINDS,
}
