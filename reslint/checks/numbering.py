"""Checks of numbers and letters: their order, their form, what refers to them.

Some 350 lines: each kind of check is a few lines, and all share the series of labels.
"""

from __future__ import annotations

from reslint.blocks.numerals import is_cyrillic_letter
from reslint.checks import labels
from reslint.checks.kinds import Kind
from reslint.checks.throughout import FindingGroup, joined, reported
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.draft.pages.hash_lists import is_numbered_by_wiki
from reslint.facts.draft_text import first_word
from reslint.facts.motions import gives_reasons, is_motion
from reslint.facts.numbered_headings import is_numbered_heading
from reslint.facts.numbering import (
    FIRST,
    GAP,
    counts_on,
    label_of,
    numbered,
    numbering,
    value_span,
    written,
    written_value,
)
from reslint.facts.references import references, targets
from reslint.facts.typing_style import gap_after_numbers
from reslint.language.habits import BULLET, NONE
from reslint.language.organ_names import OTHER
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import INVISIBLE, SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.blocks.label import Label
    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph, Resolution
    from reslint.facts.numbering import Series
    from reslint.text.diagnostics import Safety


_BEFORE_LABEL = INVISIBLE + "*_>#\\"  # mark-up that may stand before a label
_BLANKS = SPACES + "\t"

# Order ---------------------------------------------------------------------------------------


def _sequence(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Operative numbers out of order; the fix renumbers the paragraphs and corrects references."""
    found = numbering(draft, negotiation=rule.parameters["negotiation"])
    for resolution, series in zip(draft.resolutions, found.operative, strict=True):
        if not series.errors or (len(series.items) == 1 and len(resolution.operative) == 1):
            continue
        from reslint.checks.renumbering import is_struck, renumbering

        edits, doubtful = renumbering(draft, resolution, series)
        # 1, 1, 1: the numbers that a page counts, written as they are not shown. One error.
        same = all(label_of(one).value == 1 for one in series.items)
        for error in series.errors[:1] if same else series.errors:
            label = label_of(error.paragraph)
            if error.kind == GAP and is_struck(draft, series, error):
                continue
            values = {
                "number": label.text.rstrip(".．、)- –") or label.text,
                "before": str(error.before),
                "expected": str(error.expected),
            }
            yield Finding(
                label.start,
                label.end,
                error.paragraph.place,
                values,
                edits,
                variant=error.kind,
                related=doubtful,
            )


def _sub_sequence(draft: Draft, _rule: Rule) -> Iterator[Finding]:
    """Letters and roman numbers out of order; the fix labels the rest of the list again."""
    for series in numbering(draft).lists:
        if not series.errors or len(series.items) < 2:
            continue
        edits, safety = _relettering(draft, series)
        for error in series.errors:
            label = label_of(error.paragraph)
            sample = written_value(error.paragraph)
            values = {
                "label": label.text,
                "before": written(label, error.before, sample) if error.before else "",
                "expected": written(label, error.expected, sample) or str(error.expected),
            }
            yield Finding(
                label.start,
                label.end,
                error.paragraph.place,
                values,
                edits,
                variant=FIRST if error.kind == FIRST else None,
                safety=safety,
            )


def _relettering(draft: Draft, series: Series) -> tuple[tuple[Edit, ...], Safety | None]:
    """The edits that label a list again; unsafe where a reference names one of the letters.

    None in a list with (b) bis, which is under negotiation: its letters are known by many.
    """
    if any(label_of(item).suffix for item in series.items):
        return (), None
    safety: Safety | None = None
    if any(is_cyrillic_letter(written_value(item)) for item in series.items):
        safety = "unsafe"  # в may be meant for the third letter or, by its shape, for the Latin b
    edits: list[Edit] = []
    changed: set[Paragraph] = set()
    # A list keeps its own letters: `هـ` or `ه`, Cyrillic or the Latin ones that look the same.
    own = {
        (label_of(item).kind, label_of(item).value): written_value(item) for item in series.items
    }
    for paragraph, number in zip(series.items, series.numbers, strict=True):
        label = label_of(paragraph)
        if label.value == number:
            continue
        text = own.get((label.kind, number)) or written(label, number, written_value(paragraph))
        if not text:
            return (), None
        edits.append(Edit(*value_span(paragraph), text))
        changed.add(paragraph)
    for reference in references(draft):
        if reference.letters:
            found = targets(draft)
            items = found.items(reference, found.tops(reference))
            if not items or changed.intersection(items):
                return tuple(edits), "unsafe"
    return tuple(edits), safety


# Numbers where there should be none, and the other way round -------------------------------------


def _single(draft: Draft, _rule: Rule) -> Iterator[Finding]:
    """The number of the only operative paragraph."""
    for resolution in draft.resolutions:
        if len(resolution.operative) == 1 and len(list(numbered(resolution))) == 1:
            paragraph = resolution.operative[0]
            if is_numbered_heading(paragraph, draft) or _is_sole_article(draft, paragraph):
                continue
            if paragraph.label is not None and paragraph.label.kind == "number":
                # Another number than 1 belongs to paragraphs that were not read as such.
                if not paragraph.label.part and paragraph.label.value <= 1:
                    finding = _needless(draft, paragraph)
                    if labels.may_hold_next(paragraph):
                        finding.safety = "unsafe"
                    yield finding


def _is_sole_article(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether another body calls its only paragraph an article: «Artículo único», « Article 1 »."""
    label = paragraph.label
    return draft.organ == OTHER and label is not None and label.style == "word N"


def _preamble(draft: Draft, _rule: Rule) -> Iterator[Finding]:
    """Numbers, letters and bullets of preambular paragraphs, but for PP1 of negotiated drafts.

    Those of a preamble that has them throughout are one finding. Where the operative numbers go on
    from them, its fix counts those from one.
    """
    samples = draft.habits.labels[PREAMBLE] if draft.habits is not None else ()
    if is_motion(draft) and gives_reasons(draft):
        return
    for resolution in draft.resolutions:
        if draft.habits is None and counts_on(draft, resolution):
            continue  # the style of a body that is not known
        if samples and samples != (NONE,):
            from reslint.checks.house_labels import house_labels

            yield from house_labels(draft, resolution.preamble, samples, bullets=True)
            continue
        findings = [
            _needless(draft, paragraph)
            for paragraph in resolution.preamble
            if paragraph.label is not None and not paragraph.label.part
        ]
        whole = len(findings) >= max(len(resolution.preamble) - 1, 2)
        if whole and (edits := _counted_from_one(draft, resolution)):
            findings[0].edits += edits
            findings[0].safety = "unsafe"
        if not whole and len(findings) > 1:
            for bullet in (each for each in findings if each.variant == "bullet"):
                bullet.safety = "unsafe"  # it may be that of another list
        what = "bullets" if all(each.variant == "bullet" for each in findings) else "all"
        group = FindingGroup(findings, what, throughout=whole, alike=True)
        yield from reported(draft, [group])


def _counted_from_one(draft: Draft, resolution: Resolution) -> tuple[Edit, ...]:
    """The edits that let operative numbers begin at one which go on from those of the preamble."""
    series = numbering(draft).operative[draft.resolutions.index(resolution)]
    less = series.goes_on_from
    if not less:
        return ()
    from reslint.checks.renumbering import renumbering

    return renumbering(draft, resolution, series, less=less)[0]


def _needless(draft: Draft, paragraph: Paragraph) -> Finding:
    label = label_of(paragraph)
    values = {"label": label.text, "expected": ""}
    edits = _without_label(draft, paragraph, label)
    variant = "bullet" if label.kind == "bullet" else None
    # In the midst of a line the label alone sets the paragraph apart from the one before it.
    text = draft.source.text
    line = text.rfind("\n", 0, label.start) + 1
    within = text[line : label.start].strip(_BEFORE_LABEL)
    safety: Safety | None = "unsafe" if within else None
    span = label.start, label.end
    return Finding(*span, paragraph.place, values, edits, variant=variant, safety=safety)


def _without_label(draft: Draft, paragraph: Paragraph, label: Label) -> tuple[Edit, ...]:
    """The edit that takes label and space away, marks of emphasis around the label alone too.

    A paragraph right below another line gets a blank line above, or it would continue that line.
    No edit if an unpaired mark of emphasis stands near: the edit could change what it pairs with.
    """
    text = draft.source.text
    start, end = label.start, label.end
    for emphasis in paragraph.blocks[0].emphases:
        if emphasis.end <= label.body:
            start, end = min(start, emphasis.opening[0]), max(end, emphasis.closing[1])
    while text[end : end + 1] and text[end] in _BLANKS:
        end += 1
    near = range(start - 3, end + 3)
    if not paragraph.text.strip() or any(each.start in near for each in paragraph.stray):
        return ()
    line = text.rfind("\n", 0, start) + 1
    above = text.rfind("\n", 0, max(line - 1, 0)) + 1
    if text[line:start].strip() or not text[above:line].strip():
        return (Edit(start, end, ""),)
    return (Edit(line, end, "\r\n" if text[:line].endswith("\r\n") else "\n"),)


def _unnumbered(draft: Draft, _rule: Rule) -> Iterator[Finding]:
    """Operative paragraphs without number: among numbered ones, or all of them as one finding."""
    if draft.habits is not None and not {NONE, BULLET}.isdisjoint(draft.habits.labels[OPERATIVE]):
        return
    frame: str = draft.vocabulary.forms.get("labels", {}).get("number", "")
    for series in numbering(draft).operative:
        whole = not series.items
        openings = [one for one, _ in series.missing]
        if all(map(is_numbered_by_wiki, openings)):
            continue
        if whole and (is_motion(draft) or not _all_open_operative(draft, openings)):
            continue
        alone = len(series.missing) == 1 or all(number for _, number in series.missing)
        findings = []
        for paragraph, number in series.missing:
            opening = _opening_end(paragraph)
            edits: tuple[Edit, ...] = ()
            if number and alone and frame:
                label = frame.replace("N", str(number))
                edits = (_inserted(paragraph, label, gap_after_numbers(draft)),)
            values = {"number": str(number) if number else "", "opening": paragraph.text[:opening]}
            variant = "known" if edits else None
            start, end = paragraph.source_span(0, opening)
            if whole:
                start, end = _with_marks(paragraph, start, end)
            findings.append(Finding(start, end, paragraph.place, values, edits, variant=variant))
        if whole and findings:
            one = joined(findings, "all", alike=True)
            one.values["number"] = f"1–{len(findings)}"
            yield one
        else:
            yield from findings


def _with_marks(paragraph: Paragraph, start: int, end: int) -> tuple[int, int]:
    """The span of opening words with the bullet before them and the marks of their emphasis."""
    if paragraph.emphases and paragraph.emphases[0].start == 0:
        start, end = paragraph.emphases[0].opening[0], paragraph.emphases[0].closing[1]
    return min(start, paragraph.label.start if paragraph.label is not None else start), end


def _all_open_operative(draft: Draft, paragraphs: list[Paragraph]) -> bool:
    """Whether all of several paragraphs open with leading phrases of the operative part."""
    matches = [draft.phrases.match(paragraph.text) for paragraph in paragraphs]
    return len(matches) > 1 and all(one is not None and "operative" in one.parts for one in matches)


def _inserted(paragraph: Paragraph, label: str, gap: str) -> Edit:
    """The edit that puts a label before a paragraph, in place of its bullet if it has one."""
    bullet = paragraph.label
    if bullet is not None:
        text = paragraph.blocks[0].plain.text
        spaced = text[bullet.body - 1 : bullet.body].isspace()
        return Edit(bullet.start, bullet.end, label if spaced else label + gap)
    return Edit(paragraph.start, paragraph.start, label + gap)


def _opening_end(paragraph: Paragraph) -> int:
    """Where the leading phrase ends that a paragraph opens with in emphasis, or its first word."""
    if paragraph.emphases and paragraph.emphases[0].start == 0:
        return paragraph.emphases[0].end
    return first_word(paragraph.text)[1]


# References ----------------------------------------------------------------------------------


def _references(draft: Draft, _rule: Rule) -> Iterator[Finding]:
    """References to paragraphs that are not there, or not where the reference says."""
    for reference in references(draft):
        found = targets(draft)
        if not found.judged(reference):
            continue
        tops = found.tops(reference)
        items = found.items(reference, tops)
        if items and any(found.stands(reference, item) for item in items):
            continue
        variant = reference.direction if items else "letter" if tops else None
        values = {"reference": reference.text, "number": str(reference.number)}
        yield reference.paragraph.finding(reference.start, reference.end, values, variant=variant)


KINDS = {
    "sequence": Kind(
        _sequence,
        parameters={"negotiation": {"type": "boolean", "default": False}},
        placeholders=("number", "before", "expected"),
        structural=True,
        reads=("referred", "cites", "label"),
    ),
    "single": Kind(_single, placeholders=("label",), structural=True, reads=("start",)),
    "preamble": Kind(
        _preamble,
        placeholders=("label", "expected"),
        structural=True,
        reads=("referred", "cites", "label"),
    ),
    "sub-sequence": Kind(
        _sub_sequence,
        placeholders=("label", "before", "expected"),
        structural=True,
        reads=("referred",),
    ),
    "sub-style": Kind(
        labels.sub_style, placeholders=("label", "expected"), structural=True, reads=()
    ),
    "single-sub": Kind(
        labels.single_sub, placeholders=("label",), structural=True, reads=("ending",)
    ),
    "sub-form": Kind(
        labels.sub_form,
        parameters={
            "initial": {
                "type": "object",
                "description": "capital, lower or same for each organ of each language",
                "additionalProperties": {
                    "type": "object",
                    "additionalProperties": {
                        "type": "string",
                        "enum": [labels.CAPITAL, labels.LOWER, labels.SAME],
                    },
                },
                "default": {},
            }
        },
        required=("initial",),
        placeholders=("letter", "expected"),
        structural=True,
        reads=("start", "item", "capitals"),
    ),
    "references": Kind(
        _references, placeholders=("reference", "number"), structural=True, reads=("referred",)
    ),
    "unnumbered": Kind(
        _unnumbered,
        placeholders=("number", "opening"),
        structural=True,
        reads=("start", "unnumbered"),
    ),
    "label-style": Kind(
        labels.label_style, placeholders=("label", "expected"), structural=True, reads=("start",)
    ),
}
