"""A leading phrase found in a text: where it stands, where it may end, which head it has."""

from __future__ import annotations


def without_places(head_text: str) -> str:
    """A head without the marks of the place inside it: « Prend ~ note », « 表示~注意到 »."""
    for mark in ("~", "+"):
        if mark in head_text:
            before, _, after = head_text.partition(mark)
            return before.rstrip() + (" " if before.endswith(" ") else "") + after.strip()
    return head_text


class PhraseMatch:
    """A leading phrase found in a text. All offsets are offsets of that text."""

    __slots__ = (
        "degree",
        "end",
        "ends",
        "first_key",
        "form",
        "gendered",
        "head",
        "head_end",
        "head_start",
        "head_text",
        "key",
        "longest",
        "organs",
        "parts",
        "repetition",
        "source",
        "start",
    )

    start: int
    end: int  # of the preferred phrase, what a fix would emphasize
    longest: int  # end of the longest acceptable phrase
    ends: tuple[int, ...]  # every acceptable end, ascending
    head: int  # row of the vocabulary
    head_text: str  # the head as the vocabulary writes it
    head_start: int
    head_end: int
    parts: frozenset[str]  # parts for which this form of the head is known
    organs: tuple[str, ...] | None  # the only organs that use it; None: any
    degree: int  # of the first adverb of repetition: 0 none, 1 also, 2 further
    repetition: tuple[tuple[int, int, int, bool], ...]  # (start, end, degree, before the head)
    gendered: tuple[tuple[int, int, str, str], ...]  # (start, end, gender, word of the other one)
    key: str  # equal for paragraphs that open with the same phrase, whatever their adverbs
    first_key: str  # the same of the head alone

    form: int  # which form of the row, as the grammar counts them
    source: str  # the text matched

    def __repr__(self) -> str:
        """Show the phrase found, for whoever reads a failing test."""
        return f"<PhraseMatch {self.source[self.start : self.end]!r} {self.ends} {set(self.parts)}>"
