"""Which paragraphs end with the wrong mark, and which mark is the right one.

The checks of form, notes and typography share these verdicts, so that one error gives one finding.
All offsets are plain offsets of the paragraph unless said otherwise. Some 360 lines: the verdicts
on all parts stand together, as one mark may be judged by several.
"""

from __future__ import annotations

import re

from reslint.checks.throughout import has_unknown_style
from reslint.data.patterns import expression
from reslint.draft.model import HEADING, NOTE, OPERATIVE, PREAMBLE
from reslint.draft.roles.part_labels import part_named
from reslint.facts import fact
from reslint.facts.draft_text import RUNNING, stands_alone
from reslint.facts.end_remarks import before_status
from reslint.facts.endings import (
    conjoined_end,
    doubled_end,
    ending_of,
    ends_with_abbreviation,
    ends_with_conjunction,
    is_last_of_list,
    joins_before_mark,
    operative_paragraphs,
    positions,
    right_marks,
)
from reslint.facts.exempt_zones import in_zone
from reslint.facts.motions import is_motion
from reslint.facts.notes import separates_markers
from reslint.facts.numbered_headings import is_numbered_heading
from reslint.facts.openings import lead_in
from reslint.language.organ_names import OTHER
from reslint.text.folding import (
    CLOSING_QUOTES,
    COLONS,
    END_MARKS,
    FULL_STOPS,
    INVISIBLE,
    OPENING_QUOTES,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.draft.model import Draft, Paragraph, Resolution


_compiled: dict[str, re.Pattern[str]] = {}
_AFTER_LETTER = frozenset(".)")
_DOUBLED = "doubled "
_COMMA = ("comma",)
_ANY_OF_MOTION = ("comma", "semicolon", "stop")
_ROMAN = "IVXLC"
_AROUND = 25  # characters around a mark that tell the script of a source in a note
_MANY = 4  # Latin marks from which a draft may have them throughout
_FEW_OWN = 3  # … if at most a third as many are those of its own script
_FIRST_IDEOGRAPH = "\u2e80"


def kind_at_end(draft: Draft, paragraph: Paragraph) -> str:
    """The kind of mark that a paragraph should end with, "" where nothing tells."""
    if paragraph.part == PREAMBLE:
        own = paragraph.parent is None and not paragraph.children
        return preambular_marks(draft)[0] if own else ""
    if paragraph.part == OPERATIVE:
        wanted = _marks_to_change(draft.look_beyond(paragraph)).get(paragraph, "")
        return wanted.rpartition(" ")[2]
    return "stop" if paragraph.part == NOTE else ""


def wrong_operative_endings(draft: Draft) -> Iterator[tuple[Paragraph, str]]:
    """Paragraphs and items with the mark that they should end with."""
    for paragraph, wanted in _wrong_marks(draft).items():
        if wanted != "colon" and not wanted.startswith("no colon"):
            yield paragraph, wanted


def wrong_list_introductions(draft: Draft) -> Iterator[tuple[Paragraph, str]]:
    """Paragraphs with items and no colon ("colon"), or a colon and nothing after it."""
    for paragraph, wanted in _wrong_marks(draft).items():
        if wanted == "colon":
            yield paragraph, wanted
        elif wanted.startswith("no colon"):
            yield paragraph, wanted.rpartition(" ")[2]


def _operative_ends_wrong(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether a paragraph or item of the operative part should end with another mark."""
    return paragraph in _wrong_marks(draft)


def _wrong_marks(draft: Draft) -> dict[Paragraph, str]:
    """The operative paragraphs that have a wrong ending, in order, with what they should end with.

    Those with several marks at the end are left out: TYPO007 reports them.
    """
    return {
        paragraph: wanted
        for paragraph, wanted in _marks_to_change(draft).items()
        if not wanted.startswith(_DOUBLED)
    }


@fact
def _marks_to_change(draft: Draft) -> dict[Paragraph, str]:
    """The operative paragraphs whose marks at the end are wrong or too many, with the right one."""
    holding = {each.parent for each in draft.resolutions}
    return {
        paragraph: wanted
        for resolution, paragraphs in operative_paragraphs(draft)
        for paragraph, wanted in _judge(draft, resolution, paragraphs, holding)
    }


def _judge(
    draft: Draft,
    resolution: Resolution,
    paragraphs: list[Paragraph],
    holding: set[Resolution | None],
) -> Iterator[tuple[Paragraph, str]]:
    nested = resolution in holding
    council = resolution.organ == "SC"
    for position, paragraph in enumerate(paragraphs):
        text = paragraph.text.strip(INVISIBLE)
        if not text or (paragraph.parent is not None and paragraph.label is None):
            continue
        if paragraph.level and len(text) == 2 and text[0].isupper() and text[1] in _AFTER_LETTER:
            continue  # `- A.` alone: the letter of the item below it
        last = position == len(paragraphs) - 1
        ending = ending_of(paragraph)
        kind = ending.kind
        following = paragraphs[position + 1] if not last else None
        right = right_marks(draft, paragraph, following)
        if doubled_end(draft, paragraph) is not None:
            wanted = "colon" if _has_items(paragraph) else right[0]
            yield paragraph, _DOUBLED + wanted
            continue
        if _has_items(paragraph):
            if (
                kind != "colon"
                and _needs_colon(paragraph, council)
                and not is_numbered_heading(paragraph, draft)
            ):
                yield paragraph, "colon"
            continue
        if following is not None and _belongs(following, paragraph):
            continue  # lines without label after it: dates, cells, a quotation
        if kind == "colon":
            if (last and nested) or lead_in(paragraph) or _introduces(draft, paragraph):
                continue
            if kind not in right:
                yield paragraph, f"no colon {right[0]}"
            continue
        if kind == "question" or (kind and ending.inside_quotes):
            continue
        joined = draft.habits is not None and draft.habits.joined
        if joined and not last and conjoined_end(draft, paragraph) is not None:
            continue
        if not kind and not paragraph.certain_end:
            continue  # a fragment: FORM012 reports it
        if council and paragraph.level and (kind == "comma" or ends_with_conjunction(text)):
            continue
        if council and not kind and ends_with_conjunction(text):
            continue
        if (
            paragraph.level
            and ends_with_conjunction(text)
            and conjoined_end(draft, paragraph) is None
        ):
            continue  # `; or` says that the items are alternatives: no mark does
        if council and paragraph.level and not kind and len(text.split()) <= 12:
            continue  # an item that is a sub-heading
        whole = not paragraph.level or is_last_of_list(paragraph)
        if kind == "stop" and whole and has_unknown_style(draft):
            continue
        if may_join(draft) and following is not None:
            if conjoined_end(draft, paragraph) is not None:
                continue
        if last and nested and kind:
            continue
        if kind not in right and not before_status(paragraph, draft):
            yield paragraph, right[0]


def _has_items(paragraph: Paragraph) -> bool:
    return any(child.label is not None for child in paragraph.children)


def _needs_colon(paragraph: Paragraph, council: bool) -> bool:
    """Whether items follow directly: text after a first list may end as any paragraph does."""
    first = paragraph.children[0]
    if first.label is None:
        return False
    return not (council and (not ending_of(paragraph).kind or paragraph.level))


def _belongs(following: Paragraph, paragraph: Paragraph) -> bool:
    return following.parent is paragraph and following.label is None


def _introduces(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether something other than the next numbered paragraph follows a colon."""
    for position in range(positions(draft)[paragraph] + 1, len(draft.paragraphs)):
        other = draft.paragraphs[position]
        if other.part == "note":
            continue
        if other.part in ("table", "quotation", "organ line", "heading", "annex"):
            return True
        if other.parent is not None:
            return True
        return other.text.lstrip()[:1] in OPENING_QUOTES + "”"
    return False


def script_forms(draft: Draft) -> dict[str, Any]:
    """The vocabulary's forms for the punctuation of its script; empty for the Latin script."""
    forms: dict[str, Any] = draft.vocabulary.forms.get("typography", {})
    return forms.get("script_punctuation") or {}


def latin_twin(draft: Draft, mark: str) -> str:
    """The mark of the script for one of the Latin script, "" for any other mark."""
    right: str = script_forms(draft).get("marks", {}).get(mark, "")
    return right


@fact
def has_latin_marks(draft: Draft) -> bool:
    """Whether nearly all marks behind letters of the script are of the Latin one."""
    forms = script_forms(draft)
    marks: dict[str, str] = forms.get("marks", {})
    if not marks:
        return False
    texts = [paragraph.text for paragraph in draft.paragraphs]
    if sum(text.count(mark) for text in texts for mark in marks) < _MANY:
        return False
    latin = _counted(forms["letters"], "".join(marks))
    own = _counted(forms["letters"], "".join(marks.values()))
    found = sum(len(latin.findall(text)) for text in texts)
    if found < _MANY:
        return False
    return found >= _FEW_OWN * sum(len(own.findall(text)) for text in texts)


def _counted(letters: str, marks: str) -> re.Pattern[str]:
    """Return the expression of a mark behind a letter; it begins with the mark, which is rare."""
    mark = f"[{re.escape(marks)}]"
    return expression(rf"{mark}(?<=[{letters}]{mark})")


def own_mark(draft: Draft, paragraph: Paragraph, at: int) -> str:
    """The mark of the script for the Latin one at a plain offset, "" where that one is right."""
    forms = script_forms(draft)
    if not forms or not at or paragraph.part not in RUNNING:
        return ""
    text = paragraph.text
    right: str = forms["marks"].get(text[at], "")
    if not right and not text[at + 1 :].strip(INVISIBLE):
        right = forms.get("at_end", {}).get(text[at], "")
    if (
        not right
        or not _is_of_script(forms, paragraph, at)
        or in_zone(paragraph, draft, at, at + 1)
    ):
        return ""
    if separates_markers(paragraph, at) or _is_foreign(forms, paragraph, at):
        return ""
    return right


def _is_foreign(forms: dict[str, Any], paragraph: Paragraph, at: int) -> bool:
    """Whether a mark stands in a source that a note gives in another script."""
    text = paragraph.text
    script = forms.get("script_letters")
    if paragraph.part != NOTE or not script:
        return False
    if _one_of(script).match(text, at - 1):
        return False
    around = text[max(at - _AROUND, 0) : at + _AROUND]
    return _one_of(script).search(around) is None


def _is_of_script(forms: dict[str, Any], paragraph: Paragraph, at: int) -> bool:
    """Whether a mark stands after a letter of the script, or between a figure and such a letter."""
    text = paragraph.text
    if _one_of(forms["letters"]).match(text, at - 1):
        return True
    if "after" not in forms or paragraph.part in forms.get("not_after_in", ()):
        return False
    before = len(text[:at].rstrip(INVISIBLE))
    following = text[at + 1 :].lstrip(INVISIBLE)
    if not before or not _one_of(forms["after"]).match(text, before - 1):
        return False
    return not following or _one_of(forms["letters"]).match(following) is not None


def _one_of(characters: str) -> re.Pattern[str]:
    found = _compiled.get(characters)
    if found is None:
        found = _compiled[characters] = expression(f"[{characters}]")
    return found


def ends_wrong(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether a paragraph ends with the wrong mark; other operative paragraphs are looked at."""
    if paragraph.part == PREAMBLE:
        return paragraph.parent is None and preambular_ends_wrong(draft, paragraph)
    if paragraph.part == OPERATIVE:
        return _operative_ends_wrong(draft.look_beyond(paragraph), paragraph)
    if paragraph.part == HEADING:
        return heading_ends_wrong(draft, paragraph)
    if paragraph.part == NOTE:
        return note_ends_wrong(draft, paragraph)
    return paragraph is draft.masthead.title and title_ends_wrong(draft, paragraph)


def may_join(draft: Draft) -> bool:
    """Whether the house of a draft may end a paragraph with `; and` before the last one."""
    return draft.habits is not None or draft.organ == OTHER


def preambular_marks(draft: Draft) -> tuple[str, ...]:
    """The kinds of marks that may end a preambular paragraph, the usual one first."""
    if is_motion(draft):
        return _ANY_OF_MOTION
    return draft.habits.endings.get(PREAMBLE, _COMMA) if draft.habits is not None else _COMMA


def preambular_ends_wrong(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether a preambular paragraph should end with a comma and does not.

    Not with several marks at the end: TYPO007 reports them.
    """
    ending = ending_of(paragraph)
    if ending.kind in (*preambular_marks(draft), "colon") or paragraph.children:
        return False
    if not paragraph.text.strip(INVISIBLE) or _leads_to_verb(draft, paragraph, ending.kind):
        return False
    if doubled_end(draft, paragraph) or before_status(paragraph, draft):
        return False
    if may_join(draft) and (
        conjoined_end(draft, paragraph) is not None or joins_before_mark(draft, paragraph)
    ):
        return False
    return bool(ending.kind) or paragraph.certain_end  # else a fragment: FORM012 reports it


def _leads_to_verb(draft: Draft, paragraph: Paragraph, mark: str) -> bool:
    """Whether the sole preambular paragraph of another body goes on with the verb below it.

    «В целях охраны мостов Совет городов / решил:».
    """
    if mark or draft.organ != OTHER:
        return False
    for resolution in draft.resolutions:
        if resolution.preamble == [paragraph] and resolution.operative:
            section = resolution.operative[0].section
            return section is not None and section.announces == OPERATIVE
    return False


def heading_ends_wrong(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether a heading ends with a mark; one that announces paragraphs may have a colon."""
    if paragraph.announces:
        return False
    ending = ending_of(paragraph)
    text = paragraph.text.strip(INVISIBLE)
    if ending.kind in ("", "question") or ending.inside_quotes or _is_one_word(text):
        return False
    wiki = text.startswith("''")  # there, `#` opens a numbered paragraph: # ''Urges'' States;
    if (wiki or ending.kind != "stop") and draft.vocabulary.phrases.match(text.lstrip("'")):
        return False
    if ending.kind == "colon" and (
        has_unknown_style(draft)
        or part_named(text, draft.vocabulary) is not None
        or draft.vocabulary.organs.announcements.ends_announcing(text)
    ):
        return False  # "RESOLVES:" above the numbers, "Operative clauses:", "Has decided:"
    if paragraph.heading_label and text.rstrip(".") == paragraph.heading_label:
        return False
    return not ends_with_abbreviation(draft, text, len(text))


def _is_one_word(text: str) -> bool:
    """Whether a heading is one sign, such as a number; a word of letters is a heading like others.

    Chinese writes no spaces between words, and a number may open a heading there.
    """
    if len(text.split()) > 1:
        return False
    word = text.rstrip(END_MARKS)  # "Reports:" and "VIII." without their marks
    if len(word) < 3 or not word.strip(_ROMAN):
        return True
    return max(word) < _FIRST_IDEOGRAPH and not word.isalpha()


def title_ends_wrong(draft: Draft, title: Paragraph) -> bool:
    """Whether a title line ends with a full stop that is no abbreviation's."""
    text = title.text.rstrip(INVISIBLE)
    if not text.endswith(tuple(FULL_STOPS)) or text.endswith(("...", "…")):
        return False
    return not ends_with_abbreviation(draft, text, len(text))


def note_ends_wrong(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether a note with text ends without a full stop (of its own script or the Latin one)."""
    forms = draft.vocabulary.forms.get("notes", {})
    stops: str = forms.get("stops", "")
    text = paragraph.text.rstrip(INVISIBLE)
    if paragraph.stray:
        text = text.rstrip("*_" + INVISIBLE)  # marks of emphasis that stay visible: TYPO008
    if not stops or not text:
        return False
    bare = text.rstrip(CLOSING_QUOTES + INVISIBLE + "*") or text
    last = own_mark(draft, paragraph, len(bare) - 1) or bare[-1]
    # After a colon a list goes on, in blocks of its own.
    if last in stops or last in COLONS or doubled_end(draft, paragraph) is not None:
        return False
    return not (last == forms.get("latin_stop") and _after_latin(bare))


def _after_latin(text: str) -> bool:
    """Whether the stop at the end belongs to words with spaces: `pp. 3–5.`, `“Poverty: update”.`

    Quotation marks that close before it do not count.
    """
    before = text[:-1].rstrip(CLOSING_QUOTES + INVISIBLE)[-1:]
    return (before != "" and before in ")]") or (before.isalnum() and not stands_alone(before))
