"""Recognize the role of a single block: closing line, annex, heading.

The answers depend on the block and the vocabulary of the language alone (for a label also on
the next block). `walk` decides the part of a block from what stands before and after it.
Some 460 lines: they stay in one class, which holds what it read of that vocabulary.
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.roles.final_marks import ends_with_colon, is_ended, is_stopped, last_mark
from reslint.draft.roles.heading_words import is_in_capitals, word_count
from reslint.language.phrases import PhraseCache
from reslint.language.replacements import words_that_replace
from reslint.text.folding import COLONS, COMMAS, INVISIBLE, OPENING_QUOTES, SEMICOLONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.label import Label
    from reslint.blocks.model import Block, EmphasisKind
    from reslint.language.language import Language
    from reslint.language.phrases import PhraseMatch


_LABEL_FIRST = expression(r"(?P<label>[IVX]{1,6}|[A-H])(?:[.\s]|\Z)")
_ROMAN_ALONE = expression(r"(?:[IVX]{1,6}|[A-H])\.?\Z")
_NUMBERED_HEADING = expression(r"(?:[IVX]{1,6}|[A-H])(?:\.\s+\S|\.?\s?[–—-]\s+[^\W\d_])")
_ITEM_STYLES = ("(N)", "N.N")  # styles of numbers that only sub-paragraphs have
_MAXIMUM_HEADING_WORDS = 25
_MAXIMUM_CAPITALS = 12  # words of a heading in capitals
LONGEST_ORGAN_LINE = 160
"""The most characters that an organ line may have."""
EMPHASES: tuple[EmphasisKind, ...] = ("italic", "bold", "bold italic", "underline")
_FIGURE = expression(r"[0-9]")
_LONGEST_CONJUNCTION = 5  # characters of « ET » and the space behind it
_LONGEST_SENTENCE = 200  # characters of one that names the body and leads to a list
_LONGEST_LINK = 80  # characters of the words before a leading phrase
# A date or a meeting alone is a closing, too, and most are: the whole pattern takes ten times as
# long to compile.
_CLOSINGS = ("date", "meeting", "closing", "adopted_closing", "placed_closing")
_DATE = expression(r"[0-9][./-][0-9]")  # a part of a date in figures
_NOT_AT_END = tuple(SEMICOLONS + COLONS)  # no meeting and no date ends so
_LONGEST_CLOSING = 160  # characters of a line of the closing
_LONGEST_WITHOUT_FIGURES = 60
_FIRST_WORDS = 80  # characters that hold the first word of a paragraph
_BRACKETS = "[(［（ "
_LONGEST_OPEN_END = 20  # characters that hold the last word of such a text
_MOST_OPENINGS = 2000  # texts of which the opening is kept
_KEPT_OF_BLOCK = 3  # of these texts, and places for phrases, for each block of a draft
_KEPT_OF_TYPING = 500  # … and for the words as they are typed
_LONGEST_LINE = 400  # characters of the heading of an annex


def without_quotation(text: str) -> str:
    """Return a text without opening quotation marks: a nested draft may stand in quotation."""
    return text.lstrip(INVISIBLE).lstrip(OPENING_QUOTES).lstrip(INVISIBLE)


def is_quoted(block: Block) -> bool:
    """Tell whether a block opens with a quotation mark."""
    return block.plain.text.lstrip(INVISIBLE).startswith(tuple(OPENING_QUOTES))


def body(block: Block) -> str:
    """Return the plain text of a block after its label."""
    return block.plain.text[block.label.body :] if block.label else block.plain.text


def is_numbered(block: Block) -> bool:
    """Tell whether a block has a number as operative paragraphs have: `1.`, `1 -`, `OP1`."""
    label = block.label
    return label is not None and label.kind == "number" and label.style not in _ITEM_STYLES


def has_number(block: Block, value: int) -> bool:
    """Tell whether a block has a certain number of operative paragraphs."""
    return is_numbered(block) and block.label is not None and block.label.value == value


def is_first(block: Block) -> bool:
    """Tell whether a block has the number 1 of operative paragraphs."""
    return has_number(block, 1)


def is_marked_heading(block: Block) -> bool:
    """Tell whether a block is a heading by its mark-up, and no paragraph with a label."""
    return block.kind == "heading" and block.label is None


def is_emphasized_at(block: Block, start: int) -> bool:
    """Tell whether emphasis begins at a plain offset of a block."""
    return any(emphasis.start == start for emphasis in block.emphases)


def is_all_emphasized(block: Block, *kinds: EmphasisKind) -> bool:
    """Tell whether emphasis of these kinds covers the whole block but its final punctuation."""
    text = block.plain.text
    covered = 0
    for emphasis in block.emphases:
        if emphasis.kind in kinds:
            if text[covered : emphasis.start].strip(INVISIBLE):
                return False
            covered = max(covered, emphasis.end)
    return covered > 0 and not text[covered:].strip(INVISIBLE + ",，،.:;")


class BlockRoles:
    """Recognize the roles of single blocks in one language."""

    __slots__ = (
        "_annex",
        "_before",
        "_closing_note",
        "_conjoined",
        "_numbered_heading",
        "_openings",
        "_resolving",
        "_section",
        "_usual_parts",
        "in_small_letters",
        "language",
        "phrases",
        "subject",
    )

    def __init__(self, language: Language) -> None:
        self.language = language
        self.in_small_letters = False  # these two are set by `expect`
        self.subject = ""
        self._openings: dict[str, PhraseMatch | None] = {}  # of this draft, by text
        self.phrases = PhraseCache(language.phrases)
        self._before = language.pattern("before_phrase")
        self._conjoined = language.pattern("conjoined")
        self._resolving = language.pattern("resolving")
        self._closing_note = language.pattern("closing_note")
        self._annex = language.pattern("annex")
        self._section = language.pattern("section")
        self._numbered_heading = language.pattern("numbered_heading")
        self._usual_parts: dict[str, str] = {
            head: part
            for part, heads in language.forms.get("usual_part", {}).items()
            for head in heads
        }

    def expect(self, *, in_small_letters: bool, subject: str) -> None:
        """Say how the paragraphs of the draft open; `subject` is the body that each names."""
        if (in_small_letters, subject) != (self.in_small_letters, self.subject):
            self._openings.clear()
        self.in_small_letters = in_small_letters
        self.subject = subject

    def forget_old_texts(self, blocks: int) -> None:
        """Forget what was found in texts, if many are no longer those of a draft of `blocks`."""
        most = _KEPT_OF_BLOCK * blocks + _KEPT_OF_TYPING
        self.phrases.keep(most)
        if len(self._openings) > most:
            self._openings.clear()

    @property
    def shown_by_capitals(self) -> bool:
        """Whether a capital shows where a paragraph of the draft opens."""
        return not self.in_small_letters and bool(self.language.forms.get("capitals", True))

    def opening(self, text: str) -> PhraseMatch | None:
        """Return the leading phrase with which a text opens, or None.

        In languages where paragraphs open with a capital, a phrase without one does not count.
        """
        openings = self._openings
        if text in openings:
            return openings[text]
        if len(openings) >= _MOST_OPENINGS:
            openings.clear()
        found = openings[text] = self._find_opening(text)
        return found

    def _find_opening(self, text: str) -> PhraseMatch | None:
        """Find the leading phrase with which a text opens."""
        match = self.phrases.match(text)
        if match is None:
            if self.subject and text.startswith(self.subject):
                return self._behind_subject(text)
            return self._behind_link(text) or self._behind_conjunction(text)
        if (
            not self.in_small_letters
            and text[match.start : match.start + 1].islower()
            and self.language.forms.get("capitals")
        ):
            return None
        return match

    def opening_below(self, text: str) -> PhraseMatch | None:
        """Return the leading phrase with which a text opens that stands below an ended paragraph.

        In Arabic it may stand behind a conjunction then: وتطلب. Elsewhere that goes on with the
        sentence above.
        """
        match = self.opening(text)
        if match is None and self._conjoined is not None:
            link = self._conjoined.match(text)
            behind = self.phrases.match(text[link.end() :]) if link is not None else None
            if behind is not None and not behind.start and "operative" in behind.parts:
                return behind
        return match

    def _behind_link(self, text: str) -> PhraseMatch | None:
        """Return the operative phrase behind a word with comma: "Therefore, be it resolved"."""
        if self._before is None or not self.language.may_match(
            "before_phrase", text[:_LONGEST_LINK]
        ):
            return None
        link = self._before.match(text)
        return self._behind(text, link.end()) if link is not None else None

    def _behind_conjunction(self, text: str) -> PhraseMatch | None:
        """Return the preambular phrase with a capital behind a conjunction: «Y CONSIDERANDO:»."""
        at = text.find(" ", 1, _LONGEST_CONJUNCTION) + 1
        if not at or not text[at : at + 1].isupper() or text[:1].islower():
            return None
        if text[: at - 1].lower() not in self.language.forms.get("item_conjunctions", ()):
            return None
        match = self.phrases.match(text, at)
        return match if match is not None and "preambular" in match.parts else None

    def speaks(self, text: str) -> bool:
        """Tell whether a text is a sentence that begins with the body, whatever its verb is."""
        return bool(self.subject) and text.startswith(self.subject) and is_stopped(text)

    def _behind_subject(self, text: str) -> PhraseMatch | None:
        """Return the operative phrase behind the body that speaks in each paragraph, or None.

        When it met may stand between them: "This Conference, meeting in May, calls upon:".
        """
        at = len(self.subject)
        if text[at : at + 1] in tuple(COMMAS):
            at = text.rfind(text[at], 0, _LONGEST_SENTENCE) + 1
            places = (
                at,
                *(p for p in range(at + 1, min(len(text), _LONGEST_SENTENCE)) if text[p] == " "),
            )
            found = (self._behind(text, place) for place in places)
            return next((one for one in found if one is not None), None)
        return self._behind(text, at)

    def _behind(self, text: str, at: int) -> PhraseMatch | None:
        """Return the operative phrase at a place in a text, or None."""
        match = self.phrases.match(text, at)
        return match if match is not None and "operative" in match.parts else None

    def usual_part(self, opening: PhraseMatch) -> str:
        """Return the part that a leading phrase opens as a rule, "" if it opens both often."""
        if len(opening.parts) == 1:
            return next(iter(opening.parts))
        if self.resolves(opening):
            return "operative"
        return self._usual_parts.get(opening.head_text, "")

    def resolves(self, opening: PhraseMatch) -> bool:
        """Tell whether the words after a phrase of both parts are operative: "Resolved, that"."""
        return (
            len(opening.parts) > 1
            and self._resolving is not None
            and self._resolving.match(opening.source, opening.start) is not None
        )

    def has_form(self, text: str, part: str) -> bool:
        """Tell whether a text opens in the form of a part, with a phrase known or not: «إذ ألف …».

        In Chinese no form shows that.
        """
        form = self.language.forms.get("opening_forms", {}).get(part)
        if form is None or self.language.phrases.by_character:
            return False
        pattern = expression(rf"(?:{form})\b")
        first = text[:_FIRST_WORDS]
        return bool(pattern.match(first) or pattern.match(first[:1].upper() + first[1:]))

    def may_be_prose(self, text: str) -> bool:
        """Tell whether a text opens with words that open any sentence, and ends as a sentence.

        "After hearing the report, the members left."
        """
        pattern = self.language.pattern("prose_opening")
        text = text.lstrip(INVISIBLE)
        return (
            pattern is not None
            and last_mark(text) not in COMMAS + SEMICOLONS
            and pattern.match(text) is not None
        )

    def settle_label(self, block: Block, following: Block | None) -> None:
        """Decide whether the possible label of a block is its label.

        `following` is the next block of text.
        """
        label = block.possible_label
        assert label is not None
        block.label = label if self._is_label(block, label, following) else None

    def _is_label(self, block: Block, label: Label, following: Block | None) -> bool:
        """Tell whether a possible label is one, by the words that follow it."""
        text = block.plain.text
        if label.style in ("X.", "x -"):
            return self.opening(text[label.body :]) is not None and is_ended(text)
        if label.kind != "number" or label.style == "N.N":
            return False
        if label.body >= len(text):
            # Alone on its line: the number of the paragraph below.
            return following is not None and self.opens_paragraph(following)
        rest = text[label.body :]
        # In a negotiation the paragraph may stand in brackets: `P2. [Noting …]`.
        opening = self.opening(rest.lstrip(_BRACKETS) if label.part else rest)
        if block.kind == "heading" or label.style in ("I.", "一、"):
            return opening is not None and is_ended(text)
        if label.style == "N":
            return opening is not None
        return opening is not None or is_emphasized_at(block, label.body)

    def is_closing(self, block: Block) -> bool:
        """Tell whether a block is a line of the closing: the meeting, the date, the vote."""
        text = block.plain.text.strip(INVISIBLE)
        # A closing line is short, with figures or very short; but in Chinese no phrase opens it.
        short = len(text) <= _LONGEST_CLOSING and (
            len(text) <= _LONGEST_WITHOUT_FIGURES or _FIGURE.search(text) is not None
        )
        opens = short and not self.language.phrases.by_character and self.opening(body(block))
        if short and not opens and self._names_meeting_or_date(text) and self._closes(text):
            return True
        if self._closing_note is None or not self.language.may_match("closing_note", text[:1]):
            return False
        return self._closing_note.match(text) is not None

    def is_open_ended(self, text: str) -> bool:
        """Tell whether a text ends with a word that no paragraph ends with: "on", "del"."""
        tail = text[-_LONGEST_OPEN_END:].rstrip(INVISIBLE)
        words: list[str] = self.language.forms.get("never_last", [])
        if self.language.phrases.by_character:
            return tail.endswith(tuple(words))
        return not tail[-1:].isspace() and tail.replace("\u00a0", " ").split(" ")[-1] in words

    def is_date(self, block: Block) -> bool:
        """Tell whether a block is a date and nothing else, as above a draft: `12 October 2024`."""
        text = block.plain.text.strip(INVISIBLE)
        if len(text) > _LONGEST_CLOSING:
            return False
        found = self.language.date(text)
        return found is not None and found[1] == 0 and not text[found[2] :].strip(" .")

    def closes(self, text: str) -> bool:
        """Tell whether a text of one line has the form of a closing line."""
        return (
            0 < len(text) <= _LONGEST_CLOSING
            and self._names_meeting_or_date(text)
            and self._closes(text)
        )

    def _names_meeting_or_date(self, text: str) -> bool:
        """Tell quickly whether a text may name a meeting or a date."""
        return self.language.may_match("closing", text) or _DATE.search(text) is not None

    def _closes(self, text: str) -> bool:
        """Tell whether a text has one of the forms of a closing line."""
        if text[-1:] in _NOT_AT_END:
            return False  # a paragraph with a date in it: their patterns take long to compile
        for name in _CLOSINGS:
            if (
                name == "closing" or self.language.may_match(name, text)
            ) and self.language.may_fill(name, text):
                pattern = self.language.pattern(name)
                if pattern is not None and pattern.fullmatch(text) is not None:
                    return True
        return False

    def is_annex(self, block: Block) -> bool:
        """Tell whether a block is the line that opens an annex."""
        if self._annex is None or block.label is not None or len(block.plain.text) > _LONGEST_LINE:
            return False
        text = block.plain.text.strip(INVISIBLE)
        if not self.language.may_match("annex", text):
            return False
        if self._annex.fullmatch(text.rstrip(".:")):
            return True
        if block.kind == "heading" or is_all_emphasized(block, "bold", "bold italic"):
            match = self._annex.match(text)
            return match is not None and not text[match.end() : match.end() + 1].isalpha()
        return False

    def adopts_text(self, text: str) -> bool:
        """Tell whether a paragraph says that it adopts the text below it: it ends with a colon."""
        if not ends_with_colon(text):
            return False
        if not self.language.may_match("adopts_text", text):
            return False
        pattern = self.language.pattern("adopts_text")
        return pattern is not None and pattern.match(text.lstrip(INVISIBLE)) is not None

    def gives_text(self, text: str) -> bool:
        """Tell whether a paragraph gives the text below it: it adopts that text, or changes to it.

        “Decides to amend rule 3 to read:”.
        """
        if not ends_with_colon(text):
            return False
        return self.adopts_text(text) or words_that_replace(f"{text} ", self.language) is not None

    def heading_label(self, block: Block) -> str:
        """Return the label of a heading (I, A), "" if it has none."""
        text = block.plain.text.strip(INVISIBLE)
        for pattern in (_LABEL_FIRST, self._section, self._numbered_heading):
            match = pattern.match(text) if pattern is not None else None
            if match is not None:
                return match["label"] or ""
        return ""

    def _is_section_label(self, text: str) -> bool:
        """Tell whether a text is only the label of a section: `II`, `Section II`."""
        if _ROMAN_ALONE.fullmatch(text):
            return True
        return self._section is not None and self._section.fullmatch(text) is not None

    def is_heading(self, block: Block) -> bool:
        """Tell whether a block is a heading by its mark-up, label or emphasis."""
        if block.label is not None and block.label.kind == "number":
            return False
        if block.kind == "heading":
            return True
        text = block.plain.text.strip(INVISIBLE)
        if self._is_section_label(text):
            return True
        if word_count(text) > 2 * _MAXIMUM_HEADING_WORDS or last_mark(text) in COMMAS + SEMICOLONS:
            return False
        if is_all_emphasized(block, "bold", "bold italic"):
            return True
        if is_in_capitals(text):
            return not is_ended(text) and word_count(text) <= _MAXIMUM_CAPITALS
        if is_ended(text):
            return False
        own = self._numbered_heading
        return bool(_NUMBERED_HEADING.match(text) or (own is not None and own.match(text)))

    def may_be_heading(self, block: Block, longest_with_mark: int = 0) -> bool:
        """Tell whether a block directly before a paragraph can be a heading without mark-up.

        It may end with a punctuation mark only if it has at most `longest_with_mark` words.
        """
        if block.label is not None or block.kind != "text":
            return False
        text = block.plain.text.strip(INVISIBLE)
        if not text or text[0].islower():
            return False
        words = longest_with_mark if is_ended(text) else _MAXIMUM_HEADING_WORDS
        if not words or word_count(text) > words or len(text) > 200:
            return False
        return not text.startswith(("[", "“", "«", '"'))

    def opens_paragraph(self, block: Block | None) -> bool:
        """Tell whether a block opens with a leading phrase after its label."""
        if block is None or is_marked_heading(block):
            return False
        return self.opening(body(block)) is not None
