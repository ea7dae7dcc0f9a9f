"""Leading phrases that were looked for already, kept as long as a draft is worked on."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.vocabulary.phrases import PhraseGrammar, PhraseMatch

_MOST_KEPT = 8192  # places, those of texts typed through among them


class PhraseMemory:
    """A grammar that remembers: the reader of a draft and the checks ask about the same places.

    Where one head alone stands, the part and the organ of the question change nothing.
    """

    __slots__ = ("_found", "_grammar")

    def __init__(self, grammar: PhraseGrammar) -> None:
        self._grammar = grammar
        self._found: dict[tuple[str, int, bool], PhraseMatch | None] = {}

    def match(
        self, text: str, start: int = 0, *, part: str | None = None, organ: str | None = None
    ) -> PhraseMatch | None:
        """See :meth:`PhraseGrammar.match`."""
        key = (text, start, organ in self._grammar.plain_organs)
        try:
            return self._found[key]
        except KeyError:
            match, certain = self._grammar.match_and_certainty(text, start, part, organ)
        if certain:
            if len(self._found) >= _MOST_KEPT:
                self._found.clear()
            self._found[key] = match
        return match
