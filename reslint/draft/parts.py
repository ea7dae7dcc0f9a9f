"""The parts of a draft: one walk over the blocks, from masthead to annexes.

What a block is depends on what stands before it: the walk keeps the part it is in and the
paragraph that is open. Pieces parted by page breaks and notes are joined on the way.
"""

from __future__ import annotations

from reslint.draft import signs as sign
from reslint.draft.joining import continue_paragraph, start_paragraph
from reslint.draft.levels import Levels
from reslint.draft.lost_label import take_lost_label
from reslint.draft.model import (
    ANNEX,
    CLOSING,
    HEADING,
    MASTHEAD,
    NOTE,
    OPERATIVE,
    ORGAN_LINE,
    PREAMBLE,
    QUOTATION,
    TABLE,
    Note,
    Paragraph,
    Resolution,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.vocabulary.phrases import PhraseMatch

_TEXT_KINDS = ("text", "heading")
_LONGEST_PLAIN_HEADING = 20  # characters of a heading without marks that opens like a paragraph


class Walk:
    """One walk over the blocks of a draft. After `run`, paragraphs, notes, resolutions are there.

    `organ` is the organ the user gave, None to tell it from the organ line.
    """

    def __init__(self, blocks: list[Block], signs: sign.Signs, organ: str | None) -> None:
        self.signs = signs
        self.given_organ = organ
        self.blocks = [b for b in blocks if b.kind not in ("comment", "rule")]
        self.texts = [b for b in self.blocks if b.kind in _TEXT_KINDS]
        self.paragraphs: list[Paragraph] = []
        self.notes: list[Note] = []
        self.resolutions: list[Resolution] = []
        self.part = MASTHEAD
        self.levels = Levels()
        self.last: Paragraph | None = None  # the last paragraph of text, notes left out
        self.top: Paragraph | None = None  # the last numbered or preambular paragraph
        self.section: Paragraph | None = None
        self.lines_under: Paragraph | None = None  # whose unlabelled lines follow (after a colon)
        self._organ_lines = self._find_organ_lines()
        self._numbers_ahead = self._look_ahead()
        self._position = -1

    # Looking ahead -----------------------------------------------------------------------------

    def _find_organ_lines(self) -> dict[int, str]:
        """The organ lines, by position among the blocks of text."""
        found: dict[int, str] = {}
        for position, block in enumerate(self.texts):
            following = self.texts[position + 1] if position + 1 < len(self.texts) else None
            organ = self.signs.organ_line(block, following)
            if organ is not None and not (organ == "other" and found):
                found[position] = organ
        if not found:
            return found
        # In a masthead set in emphasis the organ stands too: the last before any text counts.
        first, *others = sorted(found)
        for later in others:
            between = self.texts[first + 1 : later]
            if all(b.label is None and self.signs.opening(sign.body(b)) is None for b in between):
                del found[first]
                first = later
            else:
                break
        return found

    def _look_ahead(self) -> list[bool]:
        """For each block of text, whether a number label follows before the next organ line."""
        ahead = [False] * len(self.texts)
        seen = False
        for position in range(len(self.texts) - 1, -1, -1):
            ahead[position] = seen
            block = self.texts[position]
            if position in self._organ_lines or self.signs.is_annex(block):
                seen = False
            elif _is_numbered(block):
                seen = True
        return ahead

    def _next_text(self) -> Block | None:
        following = self._position + 1
        return self.texts[following] if following < len(self.texts) else None

    # The walk ----------------------------------------------------------------------------------

    def run(self) -> None:
        """Walks over all blocks."""
        for block in self.blocks:
            if block.kind == "note":
                self._note(block)
            elif block.kind == "table":
                self._add(TABLE, block)
            elif block.kind == "quote":
                self._add(QUOTATION, block)
            else:
                self._position += 1
                self._text(block)

    def _add(self, part: str, block: Block, *, with_label: bool = True) -> Paragraph:
        paragraph = start_paragraph(part, block, with_label=with_label)
        paragraph.resolution = self.resolutions[-1] if self.resolutions else None
        paragraph.section = self.section
        self.paragraphs.append(paragraph)
        return paragraph

    def _note(self, block: Block) -> None:
        paragraph = self._add(NOTE, block, with_label=False)
        paragraph.note_number = block.number
        if block.notation == "superscript" and not block.number.isdigit():
            return  # a note to a table
        self.notes.append(Note(block.number, block.number_span, block.notation, paragraph))

    def _text(self, block: Block) -> None:
        organ = self._organ_lines.get(self._position)
        if organ is not None and self.part != ANNEX:
            self._open_resolution(block, organ)
        elif self.part == MASTHEAD:
            self._in_masthead(block)
        elif self.signs.is_annex(block) and self.part != PREAMBLE:
            self.part = ANNEX
            self.section = self._heading(block)
            self.section.part = ANNEX
        elif self.part == ANNEX:
            self._in_annex(block)
        elif self.signs.is_closing(block) and self._may_close():
            self.part = CLOSING
            self.last = self._add(CLOSING, block, with_label=False)
        elif self.part == PREAMBLE:
            self._in_preamble(block)
        elif self.part == OPERATIVE:
            self._in_operative(block)
        elif _is_numbered(block) and (self._following_numbers() or self._counts_on(block)):
            # A date on a line of its own was no closing: the paragraphs go on.
            self.part = OPERATIVE
            self._in_operative(block)
        else:
            self.last = self._add(CLOSING, block, with_label=False)

    def _may_close(self) -> bool:
        """Whether a date here can be the closing line, not a line of a list of dates."""
        return not (
            self.part == OPERATIVE and self.lines_under is not None and self._following_numbers()
        )

    def _counts_on(self, block: Block) -> bool:
        """Whether a label counts on from the last numbered paragraph."""
        before = self.top.label if self.top is not None else None
        return (
            before is not None
            and before.kind == "number"
            and block.label is not None
            and block.label.value == before.value + 1
        )

    def _following_numbers(self) -> bool:
        return self._numbers_ahead[self._position]

    def _open_resolution(self, block: Block, organ: str) -> None:
        line = self._add(ORGAN_LINE, block, with_label=False)
        given = self.given_organ if not self.resolutions else None
        resolution = Resolution(given or organ, line, organ)
        if self.resolutions:
            self._nest(resolution)
        self.resolutions.append(resolution)
        line.resolution = resolution
        self._start_part(PREAMBLE)
        self.last = line

    def _nest(self, resolution: Resolution) -> None:
        """Settles whether a further organ line is nested (after a colon) or a sibling (A, B)."""
        outer = self.resolutions[-1]
        while outer.parent is not None:
            outer = outer.parent
        if self.part != CLOSING:
            resolution.parent = outer
        # Lines right before it (`B`, a title) belong to it, not to the text above.
        for paragraph in self.paragraphs[-2:-4:-1]:
            if not self._is_title_line(paragraph):
                break
            letter = paragraph.text.strip().rstrip(".")
            paragraph.part = HEADING
            if paragraph.parent is not None:
                paragraph.parent.children.remove(paragraph)
                paragraph.parent = None
            if len(letter) == 1:
                resolution.letter = letter
                resolution.parent = outer.parent
                break

    def _is_title_line(self, paragraph: Paragraph) -> bool:
        return (
            paragraph.part in (OPERATIVE, CLOSING, HEADING)
            and paragraph.label is None
            and len(paragraph.text) < 200
            and (len(paragraph.text.strip()) <= 2 or not sign.is_ended(paragraph.text))
            and (paragraph.part != CLOSING or not self.signs.is_closing(paragraph.blocks[0]))
        )

    def _start_part(self, part: str) -> None:
        self.part = part
        self.levels.clear()
        self.top = None
        self.lines_under = None
        if self.last is None or self.last.part != HEADING:
            self.section = None  # a heading right before the operative part is its first

    # Masthead ----------------------------------------------------------------------------------

    def _in_masthead(self, block: Block) -> None:
        """Before an organ line; where there is none, the first paragraph opens the preamble."""
        if not self._organ_lines and self._starts_text(block):
            self.resolutions.append(Resolution(self.given_organ or "", None))
            self._start_part(PREAMBLE)
            self._in_preamble(block)
            return
        self.last = self._add(MASTHEAD, block, with_label=False)

    def _starts_text(self, block: Block) -> bool:
        """Whether a block opens the text of a draft that has no organ line."""
        if block.kind != "text":
            return False
        opening = self.signs.opening(sign.body(block))
        if opening is None:
            return False
        if _is_numbered(block):
            return True
        if sign.last_mark(block.plain.text) in ",，،;；؛:：" or block.emphases:
            return len(block.plain.text) > opening.longest
        following = self._next_text()
        return (
            following is not None
            and len(block.plain.text) > 60
            and self.signs.opening(sign.body(following)) is not None
        )

    # Preamble ----------------------------------------------------------------------------------

    def _in_preamble(self, block: Block) -> None:
        text = sign.body(block)
        label = block.label
        opening = self.signs.opening(text)
        if label is not None and label.kind in ("number",) and label.style != "(N)":
            if self._is_numbered_preamble(block, opening):
                self._preambular(block)
            else:
                self._start_part(OPERATIVE)
                self._in_operative(block)
            return
        if label is not None and self.top is not None:
            self._sub_paragraph(block, PREAMBLE)
            return
        if self._lost_first_stop(block):
            self._start_part(OPERATIVE)
            self._operative(block).lost_stop = True
            self._take_lost_label()
            return
        if self._opens_operative(block, opening):
            self._start_part(OPERATIVE)
            self._in_operative(block)
        elif self._continues_preamble(block, opening):
            assert self.last is not None
            continue_paragraph(self.last, block)
        elif opening is None and (self.signs.is_heading(block) or self._heads_operative(block)):
            self.section = self._heading(block)
        elif opening is None and self.top is None and self._is_more_title(block):
            self.last = self._add(MASTHEAD, block, with_label=False)
        else:
            self._preambular(block)

    def _heads_operative(self, block: Block) -> bool:
        """Whether a line without mark-up heads the operative part, whose first number follows."""
        following = self._next_text()
        if following is None or not _is_numbered(following) or self.top is None:
            return False
        assert following.label is not None
        return following.label.value == 1 and self.signs.may_be_heading(block)

    def _is_more_title(self, block: Block) -> bool:
        """A line between organ line and preamble that is neither (`[…]`, a subtitle)."""
        return not sign.is_ended(block.plain.text) and len(block.plain.text) < 120

    def _is_numbered_preamble(self, block: Block, opening: PhraseMatch | None) -> bool:
        """Whether a numbered block is a preambular paragraph that bears a number by slip.

        It opens and ends like one, and the numbers after it do not go on from it as those of the
        operative part do.
        """
        if not _looks_preambular(block, opening):
            return False
        assert block.label is not None
        for other in self.texts[self._position + 1 :]:
            if _is_numbered(other):
                assert other.label is not None
                if other.label.value != block.label.value + 1:
                    return True
                return _looks_preambular(other, self.signs.opening(sign.body(other)))
        return True

    def _opens_operative(self, block: Block, opening: PhraseMatch | None) -> bool:
        """Whether an unnumbered block is an operative paragraph although no number came yet."""
        if opening is None or "operative" not in opening.parts:
            return False
        stopped = sign.is_stopped(block.plain.text)
        if "preambular" in opening.parts:
            return stopped and not self._following_numbers() and self._is_last_or_colon(block)
        if self._following_numbers():
            return stopped
        return stopped or not sign.is_ended(block.plain.text)

    def _is_last_or_colon(self, block: Block) -> bool:
        """In a language whose two parts open alike, only the end tells: nothing like it follows."""
        following = self._next_text()
        if following is None or sign.last_mark(block.plain.text) in ":：":
            return True
        return self.signs.is_closing(following) or self.signs.is_annex(following)

    def _continues_preamble(self, block: Block, opening: PhraseMatch | None) -> bool:
        last = self.last
        if last is None or last.part != PREAMBLE or block.kind == "heading":
            return False
        if opening is not None:
            return False
        text = block.plain.text.lstrip(sign.INVISIBLE)
        if block.emphases and block.emphases[0].start <= len(block.plain.text) - len(text):
            # Emphasis opens a paragraph, unless it opens in lower case in the middle of one.
            return (
                text[:1].islower()
                and not sign.is_ended(last.text)
                and bool(self.signs.language.forms.get("capitals"))
            )
        if not sign.is_ended(last.text):
            return True
        return text[:1].islower() and bool(self.signs.language.forms.get("capitals"))

    def _preambular(self, block: Block) -> None:
        paragraph = self._add(PREAMBLE, block)
        self.resolutions[-1].preamble.append(paragraph)
        self.levels.clear()
        self.top = self.last = paragraph

    # Operative part ----------------------------------------------------------------------------

    def _in_operative(self, block: Block) -> None:
        label = block.label
        if label is not None and label.style in ("(N)", "N)") and self._is_paragraph(block):
            self._operative(block)
            return
        if label is not None and label.kind == "number" and label.style in ("N.", "N -", "N)"):
            if (
                label.style == "N)"
                and self.top is not None
                and self.top.label is not None
                and self.top.label.style != "N)"
            ):
                self._sub_paragraph(block, OPERATIVE)
                return
            self._operative(block)
            return
        if label is not None and self.top is not None:
            if label.style == "x." and not self._is_dotted_item(block):
                self._unlabelled(block)
            else:
                self._sub_paragraph(block, OPERATIVE)
            return
        self._unlabelled(block)

    def _is_paragraph(self, block: Block) -> bool:
        """Whether a bracketed number counts on from the last paragraph, a verb emphasized after it.

        It is then a label in the wrong frame, no item of a list.
        """
        return (
            self.lines_under is None
            and self._counts_on(block)
            and bool(block.emphases)
            and self.signs.opening(sign.body(block)) is not None
        )

    def _is_dotted_item(self, block: Block) -> bool:
        """Whether `a.` here is a label: the first of a list, or the next in one."""
        label = block.label
        assert label is not None
        last = self.levels.last
        if last is not None and last.label is not None and last.label.style == "x.":
            return True
        return label.value == 1 or label.roman_value == 1

    def _operative(self, block: Block) -> Paragraph:
        paragraph = self._add(OPERATIVE, block)
        self.resolutions[-1].operative.append(paragraph)
        self.levels.clear()
        self.lines_under = paragraph if sign.last_mark(paragraph.text) in ":：" else None
        self.top = self.last = paragraph
        return paragraph

    def _sub_paragraph(self, block: Block, part: str) -> None:
        paragraph = self._add(part, block)
        self.lines_under = None
        parent = self.levels.place(paragraph) or self.top
        assert parent is not None
        paragraph.parent = parent
        parent.children.append(paragraph)
        if sign.last_mark(paragraph.text) in ":：":
            self.lines_under = paragraph
        self.last = paragraph

    def _unlabelled(self, block: Block) -> None:
        """A block without label among operative paragraphs."""
        last = self.last
        text = block.plain.text.lstrip(sign.INVISIBLE)
        opening = self.signs.opening(text)
        emphasized = bool(block.emphases) and block.emphases[0].start <= 1
        number_alone = last is not None and last is self.top and not last.text.strip(sign.INVISIBLE)
        open_paragraph = last is not None and last.part == OPERATIVE and not self._is_over(last)
        if block.kind == "heading" or self._continues_heading(block, opening):
            self.section = self._heading(block)
        elif self._lost_stop(block):
            self._operative(block).lost_stop = True
            self._take_lost_label()
        elif open_paragraph and (number_alone or not (emphasized and opening is not None)):
            assert last is not None
            if not number_alone and self.signs.is_heading(block) and not text[:1].islower():
                self.section = self._heading(block)
            else:
                continue_paragraph(last, block)
                if sign.last_mark(last.text) in ":：":
                    self.lines_under = last
        elif self.top is None:
            self._operative(block)
        elif self._is_misplaced_preamble(block, opening):
            self._add(PREAMBLE, block)
            self.last = self.paragraphs[-1]
        elif (
            opening is not None
            and "operative" in opening.parts
            and (emphasized or self.lines_under is None)
            and not (not emphasized and last is not None and self._is_plain_line(block, last))
        ):
            self._operative(block)
        elif self.lines_under is not None and not (
            self.signs.is_heading(block) and self._heads_next()
        ):
            self._line(block, self.lines_under)
        elif self.signs.is_heading(block) or (
            self._heads_next() and self.signs.may_be_heading(block)
        ):
            self.section = self._heading(block)
        else:
            self._line(block, self.top)

    def _continues_heading(self, block: Block, opening: PhraseMatch | None) -> bool:
        """Whether an emphasized line right after a heading is its second line, whatever ends it."""
        last = self.last
        return (
            opening is None
            and last is not None
            and last.part == HEADING
            and sign.is_all(block, "bold", "bold italic")
        )

    def _is_plain_line(self, block: Block, last: Paragraph) -> bool:
        """Whether a plain block is a short heading, or goes on with a text after its items.

        In scripts without capitals nothing else tells that from a paragraph that lost its number.
        """
        if self.signs.language.forms.get("capitals", True):
            return False
        if last.level and last.label is not None:
            return bool(self.top and self.top.emphases)
        if len(block.plain.text) > _LONGEST_PLAIN_HEADING:
            return False
        return self._heads_next() and self.signs.may_be_heading(block)

    def _is_over(self, paragraph: Paragraph) -> bool:
        """Whether an operative paragraph or item has the mark that ends it."""
        if sign.is_stopped(paragraph.text):
            return True
        return paragraph.level > 0 and paragraph.label is None

    def _heads_next(self) -> bool:
        """Whether a numbered paragraph, or another heading and then one, follows."""
        following = self._next_text()
        if following is None:
            return False
        if _is_numbered(following) or self.signs.is_heading(following):
            return True
        after = self._position + 2
        return (
            after < len(self.texts)
            and _is_numbered(self.texts[after])
            and self.signs.may_be_heading(following)
        )

    def _is_misplaced_preamble(self, block: Block, opening: PhraseMatch | None) -> bool:
        return (
            opening is not None
            and "operative" not in opening.parts
            and opening.organs is None
            and sign.last_mark(block.plain.text) in ",，،"
        )

    def _lost_stop(self, block: Block) -> bool:
        """Whether the block opens with a number that lost its stop (`5 Encourages`)."""
        number = _bare_number(block.plain.text)
        if not number or self.top is None:
            return False
        before = self.top.label
        if before is None or before.kind != "number" or int(number) != before.value + 1:
            return False
        return (
            self.signs.opening(block.plain.text[len(number) :].lstrip(sign.INVISIBLE)) is not None
        )

    def _lost_first_stop(self, block: Block) -> bool:
        """Whether the block is the first operative paragraph, its `1` without stop."""
        if _bare_number(block.plain.text) != "1" or not self._following_numbers():
            return False
        opening = self.signs.opening(block.plain.text.lstrip(sign.INVISIBLE)[1:].lstrip())
        return opening is not None and "operative" in opening.parts

    def _take_lost_label(self) -> None:
        assert self.top is not None
        take_lost_label(self.top, _bare_number(self.top.text))

    def _line(self, block: Block, under: Paragraph) -> None:
        """A line without label that belongs to the paragraph above: a date, a cell, a quotation."""
        paragraph = self._add(OPERATIVE, block)
        paragraph.level = under.level + 1
        paragraph.parent = under
        under.children.append(paragraph)
        self.last = paragraph

    def _heading(self, block: Block) -> Paragraph:
        paragraph = self._add(HEADING, block, with_label=False)
        paragraph.heading_label = self.signs.heading_label(block)
        self.lines_under = None
        self.levels.clear()
        self.last = paragraph
        return paragraph

    # Annex -------------------------------------------------------------------------------------

    def _in_annex(self, block: Block) -> None:
        last = self.last
        text = block.plain.text.lstrip(sign.INVISIBLE)
        if (
            last is not None
            and last.part == ANNEX
            and block.label is None
            and text[:1].islower()
            and not sign.is_ended(last.text)
        ):
            continue_paragraph(last, block)
            return
        self.last = self._add(ANNEX, block)


def _looks_preambular(block: Block, opening: PhraseMatch | None) -> bool:
    """Whether a block opens and ends as a preambular paragraph does."""
    return (
        opening is not None
        and "preambular" in opening.parts
        and sign.last_mark(block.plain.text) in ",，،"
    )


def _is_numbered(block: Block) -> bool:
    label = block.label
    return label is not None and label.kind == "number" and label.style in ("N.", "N -", "N)")


def _bare_number(text: str) -> str:
    """The digits a text starts with, before a space; "" where it does not."""
    stripped = text.lstrip(sign.INVISIBLE)
    digits = stripped[: len(stripped) - len(stripped.lstrip("0123456789"))]
    after = stripped[len(digits) : len(digits) + 1]
    return digits if digits and len(digits) <= 3 and after in (" ", "\u00a0") else ""
