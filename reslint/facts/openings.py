"""How a paragraph opens: its leading phrase and the emphasis on it, decided once.

The checks of leading phrases decide from these facts, so that one error gives one finding.
All offsets are plain offsets of the paragraph.
"""

from __future__ import annotations

from reslint.draft.model import HEADING, OPERATIVE, PREAMBLE
from reslint.facts import fact
from reslint.text.folding import COLONS, COMMAS, INVISIBLE, OPENING_QUOTES, PAUSES, SEMICOLONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Emphasis
    from reslint.draft.model import Draft, Paragraph
    from reslint.language.phrases import PhraseMatch


_BEFORE_OPENING = INVISIBLE + OPENING_QUOTES + "‘’”'"
_MOST_ADVERBIAL = 90  # characters of an adverbial before the phrase ("In this regard, …")
_BREAKS = SEMICOLONS + COLONS
_MOST_ADVERBIAL_WORDS = 12
_MOST_PARTED = 200  # characters between the two halves of a parted phrase
_MOST_OF_LEAD_IN = 40  # characters of a verb alone above the numbers
GRAMMAR_PART = {PREAMBLE: "preambular", OPERATIVE: "operative"}
"""How the grammar of phrases names the two parts."""


class Opening:
    """How a paragraph opens.

    `phrase` is None where no known head opens it; `start` is where phrase or, for an unknown one,
    the first word starts. `run` are the pieces of emphasis that touch the phrase, taken as one
    where only spaces part them; `run_start` and `run_end` its limits, white space and a closing
    comma left out.
    """

    __slots__ = ("adverbial", "paragraph", "phrase", "run", "run_end", "run_start", "start")

    def __init__(self, paragraph: Paragraph, phrase: PhraseMatch | None, start: int) -> None:
        self.paragraph = paragraph
        self.phrase = phrase
        self.start = start
        self.adverbial = False  # an adverbial stands before the phrase
        self.run: list[Emphasis] = []
        self.run_start = self.run_end = start


@fact
def openings(draft: Draft) -> list[Opening]:
    """The openings of all preambular and numbered operative paragraphs, in order."""
    led = _led_by_heading(draft)
    return [
        opening_of(paragraph, draft)
        for paragraph in draft.paragraphs
        if paragraph.part in (PREAMBLE, OPERATIVE)
        and not (led and paragraph.part == OPERATIVE)
        and paragraph.parent is None
        and not paragraph.run_in  # FORM001 asks for the organ line, and with it for a capital
        and lead_in(paragraph) is None
        and not (draft.subject and draft.subject[1:] in paragraph.text)  # FORM001 as well
    ]


def _led_by_heading(draft: Draft) -> bool:
    """Whether a head such as `RESOLVES:` governs the numbers, for an organ that writes so."""
    whole = draft.whole
    if whole.habits is None or not whole.habits.unknown_style:
        return False
    for place, paragraph in enumerate(whole.paragraphs):
        if paragraph.part == OPERATIVE:
            before = whole.paragraphs[place - 1]
            return before.part == HEADING and before.text.rstrip(INVISIBLE).endswith(tuple(COLONS))
    return False


def lead_in(paragraph: Paragraph) -> Paragraph | None:
    """The verb alone above the numbers that governs a paragraph, itself included: `RESOLVES:`.

    What it governs goes on with an infinitive or a noun, and has no leading phrase of its own.
    """
    if paragraph.part != OPERATIVE or paragraph.resolution is None:
        return None
    operative = paragraph.resolution.operative
    first = operative[0] if len(operative) > 1 else None
    if first is None or first.label is not None or operative[1].label is None:
        return None
    text = first.text.rstrip(INVISIBLE)
    alone = text.endswith(tuple(COLONS)) and len(text) < _MOST_OF_LEAD_IN and not first.children
    return first if alone else None


@fact
def opening_of(paragraph: Paragraph, draft: Draft) -> Opening:
    """The opening of one paragraph."""
    text = paragraph.text
    start = len(text) - len(text.lstrip(_BEFORE_OPENING))
    organ = paragraph.resolution.organ if paragraph.resolution else draft.organ
    match = draft.phrases.match
    part = GRAMMAR_PART[paragraph.part]
    phrase = match(text[: _glued_end(paragraph, draft)], start, part=part, organ=organ)
    opening = Opening(paragraph, phrase, phrase.start if phrase else start)
    if phrase is None:
        _after_adverbial(opening, draft, organ)
    elif draft.vocabulary.phrases.by_character and paragraph.emphases:
        _after_plain_words(opening, draft, organ)
    if paragraph.emphases:
        _take_run(opening)
    return opening


def lost_space(paragraph: Paragraph, draft: Draft) -> Emphasis | None:
    """The emphasis on the opening words after which the space was lost: `*Recalling*its`."""
    if not paragraph.emphases or draft.vocabulary.phrases.by_character:
        return None
    text = paragraph.text
    first = paragraph.emphases[0]
    # A space follows nearly all emphasis: looked at first.
    if not text[first.end : first.end + 1].isalpha() or not text[first.end - 1].isalpha():
        return None
    start = len(text) - len(text.lstrip(_BEFORE_OPENING))
    if not first.start <= start < first.end:
        return None
    # A mark that closes within a word leaves no whole phrase before it: `*Reiteratin*g`.
    organ = paragraph.resolution.organ if paragraph.resolution else draft.organ
    part = GRAMMAR_PART[paragraph.part]
    phrase = draft.phrases.match(text[: first.end], start, part=part, organ=organ)
    return first if phrase is not None and first.end in phrase.ends else None


def _glued_end(paragraph: Paragraph, draft: Draft) -> int:
    """Where the text ends that may hold the phrase: at the emphasis, if its space was lost."""
    glued = lost_space(paragraph, draft)
    return glued.end if glued is not None else len(paragraph.text)


def may_follow_others(paragraph: Paragraph) -> bool:
    """Whether paragraphs before it may be missing: it begins a piece without the organ line."""
    resolution = paragraph.resolution
    if resolution is None or resolution.organ_line is not None or resolution.late_line is not None:
        return False
    first = resolution.preamble[:1] or resolution.operative[:1]
    return first == [paragraph] and not paragraph.run_in


def lacks_opening(paragraph: Paragraph, draft: Draft) -> bool:
    """Whether the first paragraph of a part begins in the middle: its opening words are lost.

    It begins in lower case with no leading phrase. Where leading phrases are in lower case, too,
    only the missing emphasis tells it from a phrase that nobody knows.
    """
    resolution = paragraph.resolution
    if paragraph.label is not None or resolution is None or paragraph.run_in:
        return False
    first = resolution.preamble[:1] or resolution.operative[:1]
    if not first or first[0] is not paragraph:
        return False
    if not paragraph.text.lstrip(INVISIBLE)[:1].islower():
        return False
    if paragraph.section is not None and paragraph.section.announces == paragraph.part:
        return False  # it goes on with the phrase above it: CONSIDERANDO
    if draft.vocabulary.forms.get("capitals"):
        return draft.phrases.match(paragraph.text.strip(INVISIBLE)) is None
    opening = opening_of(paragraph, draft)
    return draft.emphasis_known and opening.phrase is None and not opening.run


def _after_plain_words(opening: Opening, draft: Draft, organ: str) -> None:
    """Takes the emphasized phrase for the opening where plain words before it open like one.

    The phrase may end the paragraph: 根据《宪章》第七章**采取行动**, of which 根据 is a head too.
    """
    text = opening.paragraph.text
    first = opening.paragraph.emphases[0]
    assert opening.phrase is not None
    if first.start < opening.phrase.longest or first.start > opening.start + _MOST_ADVERBIAL:
        return
    if any(mark in text[opening.start : first.start] for mark in PAUSES + "、"):
        return
    phrase = draft.phrases.match(
        text, first.start, part=GRAMMAR_PART[opening.paragraph.part], organ=organ
    )
    if phrase is not None and phrase.start == first.start:
        opening.phrase = phrase
        opening.start = phrase.start
        opening.adverbial = True


def _after_adverbial(opening: Opening, draft: Draft, organ: str) -> None:
    """Looks for the phrase behind an opening adverbial: where emphasis starts, or after a comma."""
    text = opening.paragraph.text
    limit = min(len(text), opening.start + _MOST_ADVERBIAL)
    places = []
    for emphasis in opening.paragraph.emphases:
        if emphasis.start <= opening.start < emphasis.end:
            word = text[opening.start : emphasis.end]
            if word not in draft.vocabulary.forms.get("parted_openers", ()):
                return  # an unknown word is emphasized as the opening: no adverbial
            # 对 … 表示遗憾: the phrase is emphasized in two pieces, the object between them.
            limit = min(len(text), opening.start + _MOST_PARTED)
        if opening.start < emphasis.start <= limit:
            places.append(emphasis.start)
            break
    if not opening.paragraph.emphases:
        places += _parted_closers(text, opening.start, draft)
    places.extend(place + 1 for place in range(opening.start, limit) if text[place] in COMMAS)
    for place in sorted(places):
        before = text[opening.start : place]
        if len(before.split()) > _MOST_ADVERBIAL_WORDS or any(c in before for c in _BREAKS):
            return
        phrase = draft.phrases.match(
            text, place, part=GRAMMAR_PART[opening.paragraph.part], organ=organ
        )
        if phrase is not None and phrase.start - place <= 2:
            opening.phrase = phrase
            opening.start = phrase.start
            opening.adverbial = True
            return


def _parted_closers(text: str, start: int, draft: Draft) -> list[int]:
    """Where the verb may begin that follows its object, before a comma: 对…表示感谢."""
    forms = draft.vocabulary.forms
    if "parted_closers" not in forms:
        return []
    folded = text.translate(draft.vocabulary.phrases.fold)
    if not folded.startswith(tuple(forms["parted_openers"]), start):
        return []
    clause = min((at for at in map(folded.find, COMMAS) if at >= 0), default=len(folded))
    found = (folded.rfind(word, start, clause) for word in forms["parted_closers"])
    return [at for at in found if at > start]


def _take_run(opening: Opening) -> None:
    """Finds the emphasis on the opening words."""
    text = opening.paragraph.text
    limit = opening.phrase.longest if opening.phrase else opening.start + 1
    # Adverbs before the head may stay plain, between emphasized ones too: **又**破例**核准**.
    head = opening.phrase.head_start if opening.phrase else 0
    run: list[Emphasis] = []
    end = opening.start
    for emphasis in opening.paragraph.emphases:
        if run:
            if emphasis.start < end:
                continue  # within the piece before
            if text[end : emphasis.start].strip(INVISIBLE) and emphasis.start > head:
                break
            if emphasis.kind != run[-1].kind and opening.phrase and end in opening.phrase.ends:
                break  # the phrase is whole: what is emphasized otherwise is no part of it
        elif emphasis.start >= limit:
            return
        elif emphasis.end <= opening.start:
            continue
        run.append(emphasis)
        end = max(end, emphasis.end)
    if not run:
        return
    opening.run = run
    opening.run_start = run[0].start
    written = text[opening.run_start : end]
    opening.run_start += len(written) - len(written.lstrip(INVISIBLE))
    opening.run_end = opening.run_start + len(
        text[opening.run_start : end].rstrip(INVISIBLE + PAUSES)
    )
