"""From a source to a draft: blocks, language, parts, masthead, notes, names of places."""

from __future__ import annotations

from reslint.blocks.inline import shows_emphasis
from reslint.blocks.reader import read_blocks
from reslint.draft.block_roles import Signs, last_mark
from reslint.draft.language_detection import detect
from reslint.draft.masthead import organ_of_symbol, read_masthead
from reslint.draft.model import ANNEX, CLOSING, HEADING, NOTE, OPERATIVE, PREAMBLE, Draft, Paragraph
from reslint.draft.walk import walk_blocks
from reslint.draft.walk_state import WalkState
from reslint.language.language import language as find_language
from reslint.text.folding import SPACES
from reslint.text.source import text_format_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Note
    from reslint.draft.reuse import Memory
    from reslint.text.source import Source


def name_places(draft: Draft) -> None:
    """Gives every paragraph its place."""
    several = len(draft.resolutions) > 1
    counts: dict[tuple[int, str], int] = {}
    for paragraph in draft.paragraphs:
        part = paragraph.part
        whose = _resolution_number(draft, paragraph)
        if part in (PREAMBLE, OPERATIVE) and paragraph.parent is not None:
            continue
        if part in (PREAMBLE, ANNEX, HEADING) or (part == OPERATIVE and paragraph.label is None):
            number = counts.get((whose, part), 0) + 1
            counts[whose, part] = number
        else:
            number = 0
        place = _place(paragraph, number)
        if several and whose and part in (PREAMBLE, OPERATIVE, HEADING):
            place = f"{_resolution_name(draft, whose)}, {place}"
        paragraph.place = place
    for paragraph in draft.paragraphs:
        if paragraph.parent is not None and paragraph.part in (PREAMBLE, OPERATIVE):
            label = paragraph.label.text if paragraph.label else ""
            paragraph.place = f"{paragraph.parent.place} {label}".rstrip()


def _place(paragraph: Paragraph, number: int) -> str:
    part = paragraph.part
    if part == OPERATIVE and paragraph.label is not None:
        return paragraph.label.text.rstrip(SPACES + ".．、-–)").strip(SPACES + "\u200f\u200e")
    if part == NOTE:
        return f"note {paragraph.note_number}"
    return f"{part} {number}" if number else part


def _resolution_number(draft: Draft, paragraph: Paragraph) -> int:
    if paragraph.resolution is None:
        return 0
    return draft.resolutions.index(paragraph.resolution)


def _resolution_name(draft: Draft, number: int) -> str:
    resolution = draft.resolutions[number]
    if resolution.letter:
        return resolution.letter
    return "nested draft" if resolution.parent else f"resolution {number + 1}"


def read_draft(
    source: Source,
    *,
    path_format: str | None = None,
    language: str | None = None,
    organ: str | None = None,
    memory: Memory | None = None,
) -> Draft:
    """The draft in a source.

    `path_format` is `markdown` or `plain` (no emphasis known, unless lines open with emphasis as in
    Markdown: then it is read as that); None goes by the ending of the source's path. `language` (a
    code) and `organ` (GA, SC, ECOSOC, HRC, other) replace what the draft itself says; who gives
    either says that this is a draft, so that its structure alone makes it one. `memory` holds what
    an earlier reading of the draft, with the same settings, left: that reading's draft is then
    void. Raises LookupError for a language that the rules do not know.
    """
    path_format = path_format or text_format_of(source.path)
    if path_format == "plain" and shows_emphasis(source.text):
        path_format = "markdown"
    known = memory.blocks(path_format) if memory is not None else None
    blocks = read_blocks(source, path_format, known)
    vocabulary = find_language(language or detect(blocks))
    signs = memory.signs(vocabulary) if memory is not None else Signs(vocabulary)
    given = language is not None or organ is not None
    walk = WalkState(blocks, signs, organ, memory, surely=given)
    walk_blocks(walk, memory)
    draft = Draft(source, blocks, vocabulary, signs.phrases)
    draft.emphasis_known = path_format != "plain"
    draft.paragraphs = walk.paragraphs
    draft.resolutions = walk.resolutions
    draft.notes = walk.notes
    draft.masthead = read_masthead(walk.paragraphs, vocabulary)
    draft.organ = organ or _organ(draft)
    for resolution in draft.resolutions:
        resolution.organ = resolution.organ or draft.organ
    draft.is_resolution = _is_resolution(draft, given)
    _settle_ends(draft, walk.signs)
    _tie_notes(draft)
    name_places(draft)
    if memory is not None:
        memory.settle(draft)
    return draft


def _organ(draft: Draft) -> str:
    if draft.resolutions and draft.resolutions[0].organ:
        return draft.resolutions[0].organ
    return organ_of_symbol(draft.masthead.symbol) or "other"


def _is_resolution(draft: Draft, given: bool) -> bool:
    """Whether what was read is a resolution: an organ line and a paragraph, or several of both.

    Of a text that is `given` for a draft, or whose masthead names an adoption, one of both is
    enough.
    """
    given = given or draft.masthead.adoption is not None
    for resolution in draft.resolutions:
        paragraphs = len(resolution.preamble) + len(resolution.operative)
        if resolution.organ_line is not None and paragraphs:
            return True
        if resolution.preamble and resolution.operative and (given or paragraphs >= 3):
            return True
    return False


def _settle_ends(draft: Draft, signs: Signs) -> None:
    """Finds out after which paragraphs a new one surely starts.

    Where a page break may have cut the text and what follows has neither label nor leading
    phrase, the ending is not for a fix to mend.
    """
    texts = [p for p in draft.paragraphs if p.part in (PREAMBLE, OPERATIVE, HEADING, CLOSING)]
    for paragraph, following in zip(texts, texts[1:], strict=False):
        paragraph.certain_end = (
            following.label is not None
            or following.part in (HEADING, CLOSING)
            or signs.opening(following.text) is not None
            or last_mark(paragraph.text) in ":："
        )
    if texts:
        texts[-1].certain_end = True


def _tie_notes(draft: Draft) -> None:
    """Ties each marker to its note (the last of that number where there are several)."""
    by_number: dict[str, Note] = {}
    for note in draft.notes:
        by_number.setdefault(note.number, note)
    for paragraph in draft.paragraphs:
        for marker in paragraph.markers:
            found = by_number.get(marker.number)
            if found is not None:
                found.markers.append((paragraph, marker))
