"""Edit a draft as people do in an editor, at random, one text after another.

What is typed and pasted is taken from the draft itself, so it is of its language and full of what
rules look for: citations, dates, names, references, notes, quotation marks. A seed always gives the
same edits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

Change = tuple[int, int, str]
"""A change of a text: start and end of what is replaced (code points), the new text."""

ODD = (
    " ", "\n", "\n\n", "*", "**", "_", ",", ";", ".", ":", "،", "؛", "。", "，", "；", "1. ",
    "(a) ",
    "\n\n2. ", "[^1]", "¹", "---\n", "```\n", "`", "\f", "\r\n", "\u2028", "🌍", "\u200f", "\u00a0",
    "’", "'", '"', "«", "»", "“", "”", "（", "(", "# ", "> ", "| ", "[", "]", "<!-- ", " -->",
    "<!-- reslint-disable-next-line LEAD002 -->\n", "Annex\n\n", "%", "–", "-", "70/1", " 2015",
)  # fmt: skip
"""What is typed where nobody expects it."""
_MOST_TYPED = 60  # characters of one run of typing
_MOST_PASTED = 400
_UNDONE = 12  # texts that can be taken back


class Editor:
    """An editor with one draft: its `text` and the texts before, which can be taken back."""

    def __init__(self, text: str, chance: Random) -> None:
        self.text = text
        self._chance = chance
        self._before: list[str] = []

    def changes(self) -> Iterator[Change]:
        """Make edits without end; yield each change as an editor sends it, made already."""
        works = (
            (self._type, 9), (self._type_in_sentence, 9), (self._backspace, 4),
            (self._replace_word, 4), (self._paste, 4), (self._undo, 4), (self._move_paragraph, 3),
            (self._copy_paragraph, 2), (self._delete_paragraph, 2), (self._join_or_divide, 3),
            (self._odd, 6),
        )  # fmt: skip
        kinds = [work for work, _ in works]
        weights = [weight for _, weight in works]
        while True:
            work: Callable[[], Iterator[Change]] = self._chance.choices(kinds, weights)[0]
            yield from work()

    def _change(self, start: int, end: int, new: str) -> Change:
        self._before = [*self._before[1 - _UNDONE :], self.text]
        self.text = self.text[:start] + new + self.text[end:]
        return start, end, new

    def _place(self) -> int:
        return self._chance.randrange(len(self.text) + 1)

    def _words_end(self) -> int:
        """A place within a paragraph, after a word."""
        at = self.text.find(" ", self._place())
        return len(self.text) if at < 0 else at

    def _piece(self, most: int) -> str:
        """Some words of the draft, of one line."""
        line = self._chance.choice(self.text.split("\n") or [""])
        start = line.find(" ", self._chance.randrange(len(line) + 1)) + 1
        return line[start : start + self._chance.randint(1, most)]

    def _typed(self, at: int, text: str) -> Iterator[Change]:
        for letter in text:
            yield self._change(at, at, letter)
            at += 1

    def _type(self) -> Iterator[Change]:
        """Type words anywhere, letter by letter."""
        yield from self._typed(self._place(), self._piece(_MOST_TYPED))

    def _type_in_sentence(self) -> Iterator[Change]:
        """Type words after a word, letter by letter."""
        yield from self._typed(self._words_end(), " " + self._piece(_MOST_TYPED))

    def _backspace(self) -> Iterator[Change]:
        at = self._place()
        for _ in range(self._chance.randint(1, 15)):
            if at:
                at -= 1
                yield self._change(at, at + 1, "")

    def _replace_word(self) -> Iterator[Change]:
        start = self._words_end() + 1
        end = self.text.find(" ", start)
        if 0 < end - start < _MOST_TYPED:
            yield self._change(start, end, self._piece(10))

    def _paste(self) -> Iterator[Change]:
        """Paste a piece of the draft over a selection, which is often empty."""
        start = self._place()
        end = min(start + self._chance.choice((0, 0, 0, 1, 8, 80)), len(self.text))
        first = self._place()
        piece = self.text[first : first + self._chance.randint(1, _MOST_PASTED)]
        yield self._change(start, end, piece)

    def _undo(self) -> Iterator[Change]:
        """Take back some changes, one by one, as whole texts."""
        for _ in range(min(self._chance.randint(1, 5), len(self._before))):
            now, self.text = self.text, self._before.pop()
            yield 0, len(now), self.text

    def _paragraphs(self) -> tuple[list[str], int]:
        paragraphs = self.text.split("\n\n")
        return paragraphs, self._chance.randrange(len(paragraphs))

    def _move_paragraph(self) -> Iterator[Change]:
        """Move a paragraph by one in one change, as editors do, or cut and paste it."""
        paragraphs, index = self._paragraphs()
        if len(paragraphs) < 2:
            return
        if self._chance.random() < 0.5:
            first = min(index, len(paragraphs) - 2)
            start = sum(len(each) + 2 for each in paragraphs[:first])
            one, other = paragraphs[first : first + 2]
            swapped = f"{other}\n\n{one}"
            yield self._change(start, start + len(swapped), swapped)
            return
        start = sum(len(each) + 2 for each in paragraphs[:index])
        cut = self.text[start : start + len(paragraphs[index]) + 2]
        yield self._change(start, start + len(cut), "")
        others, index = self._paragraphs()
        at = min(sum(len(each) + 2 for each in others[:index]), len(self.text))
        yield self._change(at, at, cut)

    def _copy_paragraph(self) -> Iterator[Change]:
        paragraphs, index = self._paragraphs()
        at = min(sum(len(each) + 2 for each in paragraphs[:index]), len(self.text))
        yield self._change(at, at, self._chance.choice(paragraphs) + "\n\n")

    def _delete_paragraph(self) -> Iterator[Change]:
        paragraphs, index = self._paragraphs()
        start = sum(len(each) + 2 for each in paragraphs[:index])
        end = min(start + len(paragraphs[index]) + 2, len(self.text))
        if len(paragraphs) > 3 and start < end:
            yield self._change(start, end, "")

    def _join_or_divide(self) -> Iterator[Change]:
        """Divide a paragraph where a word ends, or join two."""
        at = self.text.find("\n\n", self._place())
        if at < 0 or self._chance.random() < 0.5:
            at = self._words_end()
            yield self._change(at, min(at + 1, len(self.text)), "\n\n")
        else:
            yield self._change(at, at + 2, " ")

    def _odd(self) -> Iterator[Change]:
        at = self._place()
        end = min(at + self._chance.choice((0, 0, 1)), len(self.text))
        yield self._change(at, end, self._chance.choice(ODD))
