"""What is wrong with the organ lines of a draft."""

from __future__ import annotations

from reslint.checks.endings import has_latin_marks, latin_twin
from reslint.checks.throughout import has_unknown_style
from reslint.draft.model import HEADING, OPERATIVE
from reslint.draft.roles.block_roles import without_quotation
from reslint.draft.roles.final_marks import ends_with_colon, last_mark
from reslint.facts.draft_text import first_word
from reslint.facts.emphasis import mark_of, naming_kind, preferred_kind
from reslint.facts.motions import is_motion
from reslint.language.organ_names import OTHER
from reslint.text.diagnostics import Edit
from reslint.text.folding import CLAUSE_ENDS, COLONS, COMMAS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft, Paragraph, Resolution


_MARKS = COMMAS + COLONS + CLAUSE_ENDS


class OrganLineFault:
    """An error in an organ line: its kind, source span, wording, edits."""

    __slots__ = ("edits", "end", "kind", "place", "right", "start", "written")

    def __init__(
        self,
        kind: str,
        paragraph: Paragraph,
        start: int,
        end: int,
        *,
        right: str = "",
        written: str = "",
        edits: tuple[Edit, ...] = (),
    ) -> None:
        self.kind = kind
        self.place = paragraph.place
        self.start = start
        self.end = end
        self.right = right
        self.written = written or paragraph.text.strip(INVISIBLE)
        self.edits = edits


def organ_line_faults(draft: Draft) -> Iterator[OrganLineFault]:
    """The errors in all organ lines, at most one a line."""
    organs = draft.vocabulary.organs
    for resolution in draft.resolutions:
        line, late = resolution.organ_line, resolution.late_line
        if late is not None and _announced_in_house(draft, late):
            if line is late:
                continue
            late = None
        if line is None:
            fault = _missing(draft, resolution)
        elif line is late:
            own = (
                is_motion(draft)
                or _says_who_decides(draft, resolution, line)
                or _stands_there_in_house(draft, resolution)
            )
            fault = None if own else _late(draft, resolution, line)
        else:
            fault = _judge(draft, resolution, line)
        if fault is not None:
            yield fault
        if late is not None and line is not None and late is not line:
            if resolution.line_organ != OTHER or organs.announcements.announces(late.text) != (
                "",
                "",
            ):
                yield _repeated(late)  # other bodies announce their decisions: «РЕШИЛИ:»


def _stands_there_in_house(draft: Draft, resolution: Resolution) -> bool:
    """Tell whether another body writes its line below the preamble.

    It opens in capitals: VISTO; or the line is a name with a colon: « Le Congrès : ».
    """
    if resolution.line_organ != OTHER or not resolution.preamble:
        return False
    late = resolution.late_line
    if late is not None and has_unknown_style(draft) and last_mark(late.text) in tuple(COLONS):
        if draft.vocabulary.organs.announcements.announces(late.text) is None:
            return True
    first = resolution.preamble[0]
    if first.section is not None:
        return first.section.text.isupper()
    opening = draft.phrases.match(first.text)
    return opening is not None and first.text[opening.start : opening.head_end].isupper()


def _judge(draft: Draft, resolution: Resolution, line: Paragraph) -> OrganLineFault | None:
    if _announced_in_house(draft, line) or draft.vocabulary.organs.bodies.met(line.text):
        return None
    text = line.text
    start = len(text) - len(without_quotation(text))
    bare = text.rstrip(INVISIBLE)
    end = len(bare.rstrip(_MARKS).rstrip(INVISIBLE))
    edits: list[Edit] = []
    kind = ""
    official = draft.vocabulary.organ_line(resolution.line_organ)
    comma = draft.vocabulary.marks["comma"]
    name = text[start:end]
    if official and not _is_right_name(draft, resolution, name, official):
        kind, name = "name", _in_own_letters(draft, official, name)
        edits.append(line.edit(start, end, name))
    if line.joints:
        return _broken(draft, line, name + comma)
    following = resolution.preamble[:1]
    if following and following[0].run_in:
        return _run_in(draft, line, following[0], name, edits)
    kinds = draft.vocabulary.forms["emphasis_of_organ_line"]
    if line.blocks[0].kind == "heading":
        edits.insert(0, Edit(line.start, line.source_span(start, end)[0], ""))
        kind = kind or "heading"
    # A house has its own emphasis there.
    if draft.emphasis_known and draft.habits is None and not has_unknown_style(draft):
        covering = [e for e in line.emphases if e.start <= start and e.end >= end]
        usual = preferred_kind(draft)
        wanted = usual if usual in kinds else kinds[0]
        mark = mark_of(wanted)
        if not line.emphases and not line.stray:
            first, last = line.source_span(start, end)
            edits = [Edit(first, first, mark), *edits, Edit(last, last, mark)]
            kind = kind or naming_kind("plain", wanted) or ""
        elif covering and covering[0].kind not in kinds:
            edits += [Edit(*covering[0].opening, mark), Edit(*covering[0].closing, mark)]
            kind = kind or naming_kind("emphasis", wanted) or ""
    written = bare[end:].strip(INVISIBLE)
    if resolution.preamble and not written:
        place = _after(line, len(bare))
        edits.append(Edit(place, place, comma))
        kind = kind or "comma"
    elif has_latin_marks(draft) and latin_twin(draft, written) == comma:
        pass  # TYPO009 reports all such marks together
    elif has_unknown_style(draft) and _is_own_mark(resolution, written):
        pass
    elif resolution.preamble and written != comma:
        edits += _instead_of_marks(line, end, len(bare), comma)
        kind = kind or "comma"
    elif written and not resolution.preamble and resolution.operative:
        edits += _instead_of_marks(line, end, len(bare), "")
        kind = kind or "no-comma"
    if not kind:
        return None
    right = name + ("" if not resolution.preamble else comma)
    span = line.source_span(start, end if kind == "name" else len(bare))
    if kind == "name" and len(draft.source.plain_text(*span)) != end - start:
        edits = []  # marks stand within the name
    # A message on the emphasis does not quote a wrong mark at the end as if it were right.
    return OrganLineFault(kind, line, *span, right=right, written=right, edits=_together(edits))


def _is_own_mark(resolution: Resolution, written: str) -> bool:
    """Whether another body ends its line as its preambular paragraphs, or with a colon.

    Any mark may stand there if no preamble follows.
    """
    preamble = resolution.preamble
    if not preamble or (written in tuple(COLONS) and resolution.line_organ == OTHER):
        return True
    same = sum(last_mark(paragraph.text) == written for paragraph in preamble)
    return len(preamble) > 1 and 2 * same >= len(preamble)


def _broken(draft: Draft, line: Paragraph, right: str) -> OrganLineFault:
    """The line is broken within the name, by a blank line perhaps: the fix writes it as one."""
    comma = draft.vocabulary.marks["comma"]
    written = right
    if draft.emphasis_known and draft.habits is None and not has_unknown_style(draft):
        mark = mark_of(draft.vocabulary.forms["emphasis_of_organ_line"][0])
        written = f"{mark}{right.removesuffix(comma)}{mark}{comma}"
    start, end = line.source_span(0, len(line.text.rstrip(INVISIBLE)))
    edit = Edit(min(start, line.start), max(end, line.end), written)
    return OrganLineFault("broken", line, start, end, right=right, edits=(edit,))


def _is_right_name(draft: Draft, resolution: Resolution, name: str, official: str) -> bool:
    """Whether a name is the official one, or in a house any by which the organ is known."""
    organs = draft.vocabulary.organs
    if organs.names.is_official(name, official):
        return True
    return draft.habits is not None and organs.names.named(name) == resolution.line_organ


def _announced_in_house(draft: Draft, line: Paragraph) -> bool:
    """Whether a line is "The General Assembly hereby:" in a house where that is usual."""
    habits = draft.habits
    return (
        habits is not None
        and habits.hereby
        and draft.vocabulary.organs.announcements.announces(line.text) is not None
    )


def _in_own_letters(draft: Draft, official: str, written: str) -> str:
    """An official name with the apostrophes of the draft, and the characters of what is written.

    What is written in traditional characters stays so: 聯合國安全理事會 becomes 安全理事會.
    """
    if draft.vocabulary.phrases.by_character:
        fold = draft.vocabulary.phrases.fold
        own = {character.translate(fold): character for character in written}
        return "".join(own.get(character, character) for character in official)
    curly = "'" in official and "’" in draft.source.text
    return official.replace("'", "’") if curly else official


def _run_in(
    draft: Draft, line: Paragraph, first: Paragraph, name: str, edits: list[Edit]
) -> OrganLineFault:
    """The first preambular paragraph stands on the organ line.

    The fix ends the line after the comma, and writes the phrase as at the start of a paragraph.
    """
    forms = draft.vocabulary.forms
    text = first.text
    capital = text[:1].upper() if forms.get("capitals") else text[:1]
    match = draft.phrases.match(capital + text[1:])
    comma = draft.vocabulary.marks["comma"]
    span = line.source_span(0, len(line.text.rstrip(INVISIBLE)))
    emphasis = draft.emphasis_known and draft.habits is None
    if emphasis and not line.emphases:
        mark = mark_of(forms["emphasis_of_organ_line"][0])
        begin, end = line.source_span(0, len(line.text.rstrip(INVISIBLE + COMMAS)))
        edits = [Edit(begin, begin, mark), *edits, Edit(end, end, mark)]
    unmarked = line.text.rstrip(INVISIBLE)[-1:] not in tuple(_MARKS)
    joint = comma + "\n\n" if unmarked else "\n\n"
    edits.append(Edit(max(span[1], line.end), first.start, joint))
    if match is not None:
        begin, end = first.source_span(match.start, match.end)
        letter = first.source_span(match.start, match.start + 1)
        if emphasis and not first.emphases:
            mark = mark_of(forms["emphasis"][0])
            edits.append(Edit(begin, letter[1], mark + capital))
            edits.append(Edit(end, end, mark))
        elif capital != text[:1]:
            edits.append(Edit(*letter, capital))
    return OrganLineFault("run-in", line, *span, right=name + comma, edits=_together(edits))


def _late(draft: Draft, resolution: Resolution, line: Paragraph) -> OrganLineFault:
    """The organ line stands after the preamble."""
    announced = draft.vocabulary.organs.announcements.announces(line.text)
    written = announced[1] if announced is not None else line.text.strip(INVISIBLE + _MARKS)
    official = draft.vocabulary.organ_line(resolution.line_organ)
    official = _in_own_letters(draft, official, written)
    right = (official or written) + draft.vocabulary.marks["comma"]
    return OrganLineFault("late", line, *line.source_span(0, len(line.text)), right=right)


def _says_who_decides(draft: Draft, resolution: Resolution, line: Paragraph) -> bool:
    """Whether another body ends its preamble with its decision: «…, Дума постановляет:»."""
    return (
        resolution.line_organ == OTHER
        and len(resolution.preamble) == 1
        and draft.vocabulary.organs.announcements.ends_with_decision(line.text)
    )


def _repeated(line: Paragraph) -> OrganLineFault:
    """The organ stands before the preamble and after it."""
    return OrganLineFault("repeated", line, *line.source_span(0, len(line.text)))


def _together(edits: list[Edit]) -> tuple[Edit, ...]:
    """Edits at one place as one: the mark of emphasis first, then the comma."""
    joined: list[Edit] = []
    for edit in edits:
        last = joined[-1] if joined else None
        if last is not None and last.end == edit.start == edit.end and last.start == last.end:
            joined[-1] = Edit(last.start, last.end, last.text + edit.text)
        else:
            joined.append(edit)
    return tuple(joined)


def _instead_of_marks(line: Paragraph, start: int, end: int, text: str) -> list[Edit]:
    """The edits that put `text` in place of the marks at the end of a line.

    Emphasis that ends between two marks stays: then each mark has an edit of its own.
    """
    whole = line.edit(start, end, text)
    if not any(whole.start < each.closing[0] < whole.end for each in line.emphases):
        return [whole]
    return [line.edit(at, at + 1, text if at == start else "") for at in range(start, end)]


def _after(line: Paragraph, end: int) -> int:
    """The source place after the last word, outside of its emphasis."""
    place = line.plain.source_end(end)
    return max([place, *(e.closing[1] for e in line.emphases if e.end >= end)])


def _is_named_below(draft: Draft) -> bool:
    """Whether another body is named where it decides: «Por ello, el Pleno ACUERDA:»."""
    return draft.organ == OTHER and any(
        each.part == HEADING
        and each.announces == OPERATIVE
        and " " in each.text.strip(INVISIBLE + COLONS)
        and draft.vocabulary.organs.announcements.ends_announcing(each.text)
        for each in draft.paragraphs
    )


def _missing(draft: Draft, resolution: Resolution) -> OrganLineFault | None:
    """No organ line at all: the first paragraph is named, and the organ, if it is known."""
    paragraphs = resolution.preamble or resolution.operative
    if not paragraphs or is_motion(draft) or _is_named_below(draft):
        return None
    last = paragraphs[-1].text if resolution.preamble else ""
    if ends_with_colon(last) and draft.vocabulary.organs.announcements.ends_announcing(last):
        return None  # its sentence names the body: «В соответствии с … Совет решил:»
    first = paragraphs[0]
    written = "".join(paragraph.text for paragraph in paragraphs)
    official = _in_own_letters(draft, draft.vocabulary.organ_line(resolution.organ), written)
    right = official + draft.vocabulary.marks["comma"] if official else ""
    span = first.source_span(*first_word(first.text))
    if first.label is not None:
        span = (first.start, span[1])
    return OrganLineFault("missing-named" if right else "missing", first, *span, right=right)
