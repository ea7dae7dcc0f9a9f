"""Read a draft from a source: blocks, language, parts, masthead, notes, names of places."""

from __future__ import annotations

from reslint.blocks.accepted import shows_other_emphasis
from reslint.blocks.inline import shows_emphasis
from reslint.blocks.reader import read_blocks
from reslint.draft.certainty import judge
from reslint.draft.language_detection import detect
from reslint.draft.masthead import header, organ_of_header, read_masthead
from reslint.draft.model import ANNEX, CLOSING, HEADING, NOTE, OPERATIVE, PREAMBLE, Draft, Paragraph
from reslint.draft.parts.walk_state import WalkState
from reslint.draft.recognition import is_resolution
from reslint.draft.roles.block_roles import BlockRoles
from reslint.draft.roles.final_marks import ends_with_colon
from reslint.draft.walk import walk_blocks
from reslint.language.habits import is_foreign
from reslint.language.language import language as find_language
from reslint.language.loading import languages
from reslint.language.organ_names import OTHER
from reslint.language.symbols import organ_of_symbol
from reslint.text.folding import SPACES
from reslint.text.source import text_format_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Note
    from reslint.draft.rereading.reuse import ParagraphCache
    from reslint.language.habits import Habits
    from reslint.text.source import Source


def is_labelled(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph has a label that names it: a number or letter, not a bullet."""
    return paragraph.label is not None and paragraph.label.kind != "bullet"


def name_places(draft: Draft) -> None:
    """Set the place of every paragraph: `preamble 3`, `12 (a)`, `note 4`."""
    several = len(draft.resolutions) > 1
    counts: dict[tuple[int, str], int] = {}
    for paragraph in draft.paragraphs:
        part = paragraph.part
        whose = _resolution_number(draft, paragraph)
        if part in (PREAMBLE, OPERATIVE) and paragraph.parent is not None:
            continue
        if part in (PREAMBLE, ANNEX, HEADING) or (part == OPERATIVE and not is_labelled(paragraph)):
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
    """Return the place of a paragraph; `number` is its position in its part, 0 for none."""
    part = paragraph.part
    if part == OPERATIVE and paragraph.label is not None:
        return paragraph.label.text.rstrip(SPACES + ".．、-–)").strip(SPACES + "\u200f\u200e(（")
    if part == NOTE:
        return f"note {paragraph.note_number}"
    return f"{part} {number}" if number else part


def _resolution_number(draft: Draft, paragraph: Paragraph) -> int:
    """Return the index of the resolution of a paragraph; 0 also for none."""
    if paragraph.resolution is None:
        return 0
    return draft.resolutions.index(paragraph.resolution)


def _resolution_name(draft: Draft, number: int) -> str:
    """Return the name of a resolution in a place: its letter, `nested draft`, `resolution 2`."""
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
    habits: Habits | None = None,
    cache: ParagraphCache | None = None,
) -> Draft:
    """Read the draft in a source.

    `path_format` is `markdown` or `plain`; None takes it from the ending of the source's path. A
    plain text with lines that open with Markdown emphasis is read as Markdown, and so is a source
    with an origin, whose file may name the language. `language` (a code)
    and `organ` (GA, SC, ECOSOC, HRC, other, or the code of a house) replace what the draft itself
    shows. If either is given, the text is taken for a draft, and its structure alone is enough to
    recognize a resolution. `habits` are those of a house: its names and leading phrases are known
    then. `cache` holds data of an earlier reading with the same settings; the draft of that reading
    must not be used after this call. Raises LookupError for a language without vocabulary.
    """
    path_format = format_read(source, path_format)
    block_cache = cache.blocks(path_format) if cache is not None else None
    blocks = read_blocks(source, path_format, block_cache)
    vocabulary = find_language(language or _named_language(source) or detect(blocks))
    if habits is not None:
        from reslint.language.house import house_language

        vocabulary = house_language(vocabulary, habits)
    roles = cache.roles(vocabulary) if cache is not None else BlockRoles(vocabulary)
    given = language is not None or organ is not None
    walk = WalkState(blocks, roles, organ, cache, assume_draft=given, text=source.text)
    walk_blocks(walk, cache)
    draft = Draft(source, blocks, vocabulary, roles.phrases)
    draft.habits = habits
    draft.emphasis_known = path_format != "plain" and not shows_other_emphasis(source.text)
    draft.paragraphs = walk.paragraphs
    draft.resolutions = walk.resolutions
    draft.notes = walk.notes
    draft.subject = walk.subject
    draft.masthead = read_masthead(walk.paragraphs, vocabulary)
    draft.organ = organ or _organ(draft)
    for resolution in draft.resolutions:
        resolution.organ = resolution.organ or draft.organ
    draft.is_resolution = is_resolution(draft, roles, given=given)
    _mark_certain_ends(draft, roles)
    link_notes(draft)
    judge(draft, roles)
    name_places(draft)
    if cache is not None:
        cache.update(draft)
    return draft


def format_read(source: Source, path_format: str | None) -> str:
    """Return the format in which `read_draft` reads a source, `markdown` or `plain`."""
    if source.origin is not None:
        return "markdown"
    path_format = path_format or text_format_of(source.path)
    if path_format == "plain" and shows_emphasis(source.text):
        return "markdown"
    return path_format


def _named_language(source: Source) -> str:
    """Return the language that the file of a source names, "" for none or an unknown one."""
    named = "" if source.origin is None else source.origin.language
    return named if named and named in languages() else ""


def _organ(draft: Draft) -> str:
    """Return the organ of the first organ line, else that of the symbol or the header.

    It is "other" if none of them names an organ, or a symbol tells of another organization.
    """
    if draft.resolutions and draft.resolutions[0].organ:
        named = draft.resolutions[0].organ
        if named == OTHER or not is_foreign(header(draft)):
            return named
        for resolution in draft.resolutions:
            resolution.organ = OTHER
        return OTHER
    named = organ_of_symbol(draft.masthead.symbol) or organ_of_header(draft)
    return OTHER if not named or is_foreign(header(draft)) else named


def _mark_certain_ends(draft: Draft, roles: BlockRoles) -> None:
    """Set `certain_end` of all paragraphs of text.

    The end of a paragraph is uncertain if the next has neither label nor leading phrase: a page
    break may have cut one paragraph in two. Then a fix of the ending is not safe.
    """
    texts = [p for p in draft.paragraphs if p.part in (PREAMBLE, OPERATIVE, HEADING, CLOSING)]
    for paragraph, following in zip(texts, texts[1:], strict=False):
        paragraph.certain_end = (
            following.label is not None
            or following.part in (HEADING, CLOSING)
            or roles.opening(following.text) is not None
            or ends_with_colon(paragraph.text)
        )
    if texts:
        texts[-1].certain_end = True


def link_notes(draft: Draft) -> None:
    """Add each marker to its note (to the first one of that number if there are several)."""
    by_number: dict[str, Note] = {}
    for note in draft.notes:
        by_number.setdefault(note.number, note)
    for paragraph in draft.paragraphs:
        for marker in paragraph.markers:
            found = by_number.get(marker.number)
            if found is not None:
                found.markers.append((paragraph, marker))
