"""Checks of how labels are written, and of lists: frame, stop, space, first letter, length."""

from __future__ import annotations

import re
from itertools import pairwise

from reslint.blocks.numerals import arabic_letters, to_roman
from reslint.checks.throughout import FindingGroup, reported
from reslint.data.patterns import expression
from reslint.draft.model import HEADING, OPERATIVE, PREAMBLE
from reslint.draft.pages.hash_lists import is_numbered_by_wiki
from reslint.facts.motions import is_motion
from reslint.facts.numbering import label_of, numbered, numbering, value_span
from reslint.facts.typing_style import gap_after_numbers
from reslint.language.organ_names import OTHER
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.blocks.label import Label, LabelKind
    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph
    from reslint.text.diagnostics import Safety


# How items may begin: with a capital, in lower case, all the same within a list.
CAPITAL = "capital"
LOWER = "lower"
SAME = "same"
_DOTTED_FROM = 3  # the level from which `a.` and `i.` are the usual labels
_IN_WORDS = ("word N", "一、", "I.")  # styles whose whole label is replaced
_TWO = expression(r"(?<!\w)[2٢２](?!\w)")
_FULL_WIDTH_STOPS = ("、", "．")  # a list in another style of writing; read as stops


def sub_style(draft: Draft, _rule: Rule) -> Iterator[Finding]:
    """Labels of sub-paragraphs in another frame than the language's; bullets and dashes.

    A frame that is wrong throughout gives one finding, with the others as related places.
    """
    if draft.habits is not None and draft.habits.items:
        from reslint.checks.house_labels import house_items

        yield from house_items(draft, draft.habits.items)
        return
    frames: dict[str, str] = draft.vocabulary.forms.get("labels", {})
    framed: dict[LabelKind, list[Finding]] = {}
    bulleted: list[Finding] = []
    numbered: list[Finding] = []
    right: set[LabelKind] = set()  # kinds of label of which at least one is right
    for paragraph in _labelled_items(draft, OPERATIVE, PREAMBLE):
        label = label_of(paragraph)
        place = paragraph.place
        if label.kind == "bullet":
            if _organ_of(draft, paragraph) != "SC" and not is_numbered_by_wiki(paragraph):
                values = {"label": label.text, "expected": _lettered(draft, frames, 1)}
                bulleted.append(Finding(label.start, label.end, place, values, variant="bullet"))
        elif label.kind == "number":
            expected = _for_number(draft, frames, paragraph)
            if expected and not is_motion(draft):
                values = {"label": label.text, "expected": expected}
                numbered.append(Finding(label.start, label.end, place, values, variant="number"))
        else:
            finding = _wrong_frame(draft, paragraph, label, frames.get(label.kind, ""))
            if finding is None:
                right.add(label.kind)
            else:
                framed.setdefault(label.kind, []).append(finding)
    groups = [
        FindingGroup(bulleted, "bullets", throughout=True, alike=True),
        FindingGroup(numbered, "numbers", throughout=not right),
    ]
    for kind, findings in framed.items():
        groups.append(FindingGroup(findings, "all", throughout=kind not in right, alike=True))
    yield from reported(draft, groups)


def _wrong_frame(draft: Draft, item: Paragraph, label: Label, frame: str) -> Finding | None:
    """The finding on the frame of a letter or roman number, None for one that is right."""
    if "x" not in frame or label.style == frame:
        return None
    if label.style == "x." and item.level >= _DOTTED_FROM:
        return None
    start, end = value_span(item)
    # `A.` becomes (a): no language labels its sub-paragraphs with capitals.
    text = frame.replace("x", draft.source.plain_text(start, end).lower())
    edits = () if _is_marked_up(draft, label) else (Edit(_begin(draft, label), label.end, text),)
    return Finding(
        label.start, label.end, item.place, {"label": label.text, "expected": text}, edits
    )


def _for_number(draft: Draft, frames: dict[str, str], item: Paragraph) -> str:
    """The label for an item in the place of a plain number: lettered, or as deeper items are."""
    value = label_of(item).value
    if item.level > 1:
        if "quoted" in frames:
            return frames["quoted"].replace("x", str(value))
        return frames.get("roman", "").replace("x", to_roman(value))
    return _lettered(draft, frames, value)


def _lettered(draft: Draft, frames: dict[str, str], value: int) -> str:
    """The label of an item of the first degree, in the letters of the draft's language."""
    if draft.vocabulary.forms.get("typography", {}).get("script") == "arabic":
        letter = arabic_letters(value)
    else:
        letter = chr(96 + value) if 0 < value <= 26 else ""
    return frames.get("letter", "").replace("x", letter or "a")


def _begin(draft: Draft, label: Label) -> int:
    """Where a label begins in the source, the backslash before its bracket included: `\\(a\\)`."""
    return label.start - (draft.source.text[label.start - 1 : label.start] == "\\")


def _is_marked_up(draft: Draft, label: Label) -> bool:
    """Whether marks of emphasis stand inside the label: `*a*)`."""
    return len(draft.source.plain_text(label.start, label.end).replace("\\", "")) != len(label.text)


def single_sub(draft: Draft, _rule: Rule) -> Iterator[Finding]:
    """Lists of one; a line without end mark right below a heading is a heading under it."""
    single = [series.items[0] for series in numbering(draft).lists if len(series.items) == 1]
    headings = _sub_headings(draft) if single else frozenset()
    for item in single:
        if item in headings:
            continue
        label = label_of(item)
        values = {"label": label.text}
        yield Finding(label.start, label.end, item.place, values)


def _sub_headings(draft: Draft) -> frozenset[Paragraph]:
    """The labelled lines without end mark right below a heading: `（一） 适用范围`."""
    return frozenset(
        below
        for above, below in pairwise(draft.paragraphs)
        if above.part == HEADING and below.label and below.text.rstrip(INVISIBLE)[-1:].isalnum()
    )


def sub_form(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """First letters of items: as language and organ have them, or one way within a list.

    Lists that are all off in one way give one finding; so does each list that is off by itself.
    """
    table: dict[str, str] = rule.parameters["initial"].get(draft.language, {})
    if not table:
        return
    lists: list[tuple[str, list[Finding], bool]] = []
    right = False  # whether a list, or an item of one, begins as it should
    for series in numbering(draft).lists:
        items = [item for item in series.items if item.part == OPERATIVE]
        wanted = table.get(_organ_of(draft, items[0]), table.get("all", "")) if items else ""
        if not wanted:
            continue
        if draft.habits is not None:
            wanted = SAME  # an organ with a style of its own may use either letter
        shown = [(item, at) for item in items for at in _initials(item)]
        capitals = sum(item.text[at].isupper() for item, at in shown)
        if wanted != CAPITAL and capitals > 0:
            if capitals == len(shown) and wanted == SAME:
                continue
            # A name keeps its capital and says nothing of the others.
            shown = [one for one in shown if not _is_name(draft, one[0].text[one[1] :])]
            capitals = sum(item.text[at].isupper() for item, at in shown)
        if wanted == SAME:
            small = len(shown) - capitals
            first = bool(shown) and shown[0][0].text[shown[0][1]].isupper()
            wanted = CAPITAL if capitals > small or (capitals == small and first) else LOWER
        findings = list(_wrong_initials(shown, wanted))
        right = right or len(findings) < len(shown)
        if findings:
            lists.append((wanted, findings, len(findings) == len(shown)))
    if not right and len({wanted for wanted, *_ in lists}) == 1:
        together = [finding for _, findings, _ in lists for finding in findings]
        group = FindingGroup(together, f"all-{lists[0][0]}", throughout=True, alike=True)
        yield from reported(draft, [group])
        return
    for wanted, findings, whole in lists:
        group = FindingGroup(findings, f"all-{wanted}", throughout=whole, alike=True)
        yield from reported(draft, [group])


def _wrong_initials(shown: list[tuple[Paragraph, int]], wanted: str) -> Iterator[Finding]:
    """The items of a list, with the places of their first letters, that begin the other way."""
    for item, at in shown:
        letter = item.text[at]
        if letter.isupper() == (wanted == CAPITAL):
            continue
        other = letter.upper() if wanted == CAPITAL else letter.lower()
        start, end = item.source_span(at, at + 1)
        values = {"letter": letter, "expected": other}
        # A capital may belong to a name: whether it can go, only a reader knows.
        safety: Safety | None = None if wanted == CAPITAL else "unsafe"
        edits = (Edit(start, end, other),)
        yield Finding(start, end, item.place, values, edits, variant=wanted, safety=safety)


def _initials(item: Paragraph) -> Iterator[int]:
    """The place of the first letter of an item; none where it begins with something else."""
    text = item.text
    at = len(text) - len(text.lstrip(INVISIBLE))
    letter, following = text[at : at + 1], text[at + 1 : at + 2]
    # Letters without case say nothing; two capitals begin an abbreviation.
    if letter.isalpha() and letter.upper() != letter.lower() and not following.isupper():
        yield at


def _is_name(draft: Draft, text: str) -> bool:
    """Whether the word a text begins with has its capital in the middle of sentences, too."""
    word = re.match(r"\w+", text)
    if word is None or not text[0].isupper():
        return False
    return re.search(rf"[^\W\dA-Z_],?\s{word[0]}\b", draft.source.text) is not None


def may_hold_next(paragraph: Paragraph) -> bool:
    """Whether a number 2 stands in the only numbered paragraph: it may be that of the next one.

    So in "(1) Asks …, (2) Urges …": a fix must not part the two numbers.
    """
    return _TWO.search(paragraph.text) is not None


def label_style(draft: Draft, _rule: Rule) -> Iterator[Finding]:
    """Numbers written in another way than the language's, without stop or space.

    Numbers of one such way throughout give one finding, with the others as related places and one
    fix for all. The labels of negotiated drafts (OP1) are left to those who negotiate.
    """
    if draft.habits is not None and draft.habits.labels[OPERATIVE]:
        samples = draft.habits.labels[OPERATIVE]
        for resolution in draft.resolutions:
            from reslint.checks.house_labels import house_labels

            yield from house_labels(draft, resolution.operative, samples, bullets=False)
        return
    frame: str = draft.vocabulary.forms.get("labels", {}).get("number", "")
    if not frame:
        return
    for resolution in draft.resolutions:
        labelled = [
            paragraph
            for paragraph in numbered(resolution)
            if paragraph.label is not None and paragraph.label.kind == "number"
        ]
        findings = [
            found
            for paragraph in labelled
            if (found := _wrong_style(draft, paragraph, label_of(paragraph), frame)) is not None
        ]
        if len(labelled) == 1 and findings and may_hold_next(labelled[0]):
            findings[0].safety = "unsafe"
        styles = {label_of(one).style for one in labelled}
        whole = len(findings) == len(labelled) and len(styles) == 1
        variant = (findings[0].variant or "all") if findings else "all"
        group = FindingGroup(findings, variant, throughout=whole, alike=True)
        yield from reported(draft, [group])


def _wrong_style(draft: Draft, paragraph: Paragraph, label: Label, frame: str) -> Finding | None:
    """The finding on one number, None for one that is right."""
    if label.part:
        return None
    in_words = label.style == "word N" and not any(map(str.isdigit, label.text))
    if in_words and draft.organ == OTHER:
        return None  # «Artículo único»
    values = {"label": label.text, "expected": frame.replace("N", str(label.value))}
    first = paragraph.blocks[0].plain.text
    # A number on a line of its own is parted well enough.
    spaced = first[label.body - 1 : label.body].isspace() or label.body >= len(first)
    missing = "" if spaced or not paragraph.text else gap_after_numbers(draft)
    after = _after_label(paragraph, label)
    variant = None
    edits: list[Edit] = []
    safety: Safety | None = None
    if label.style in _IN_WORDS:
        edits = [Edit(_begin(draft, label), label.end, values["expected"])]
        safety = "unsafe" if label.style == "word N" else None
    elif label.style != frame or label.text.endswith(_FULL_WIDTH_STOPS):
        start = value_span(paragraph)[0]
        end = value_span(paragraph, with_suffix=True)[1]
        edits = [Edit(end, label.end, frame.partition("N")[2])]
        if start > label.start:
            edits.insert(0, Edit(_begin(draft, label), start, ""))
        variant = "lost" if label.style == "N" else None
    elif missing and frame.endswith("."):
        variant = "space"
    else:
        return None
    if missing:
        edits.append(Edit(after, after, missing))
    if variant != "space" and _is_marked_up(draft, label):
        edits = []
    return Finding(
        label.start,
        label.end,
        paragraph.place,
        values,
        tuple(edits),
        variant=variant,
        safety=safety,
    )


def _after_label(paragraph: Paragraph, label: Label) -> int:
    """Where a space after a label goes: behind the marks of an emphasis that ends with it."""
    for emphasis in paragraph.blocks[0].emphases:
        if emphasis.end == label.body:
            return emphasis.closing[1]
    return label.end


def _labelled_items(draft: Draft, *parts: str) -> Iterator[Paragraph]:
    """The labelled sub-paragraphs, those apart that belong to the numbering of the resolution."""
    counted = {p for resolution in draft.resolutions for p in numbered(resolution)}
    for paragraph in draft.paragraphs:
        if paragraph.label is None or not paragraph.level or paragraph.part not in parts:
            continue
        if paragraph not in counted:
            yield paragraph


def _organ_of(draft: Draft, paragraph: Paragraph) -> str:
    """The organ whose resolution a paragraph belongs to."""
    resolution = paragraph.resolution
    return resolution.organ if resolution is not None and resolution.organ else draft.organ
