"""Findings on the ends of paragraphs: one each, or one for an error that a draft has throughout."""

from __future__ import annotations

from reslint.checks.ending_edits import end_with, may_end_with
from reslint.checks.endings import (
    preambular_ends_wrong,
    preambular_marks,
    wrong_list_introductions,
    wrong_operative_endings,
)
from reslint.checks.throughout import FindingGroup, has_unknown_style, reported
from reslint.draft.model import OUTSIDE
from reslint.facts.draft_text import last_word
from reslint.facts.endings import (
    conjoined_end,
    ending_of,
    is_last_of_list,
    operative_paragraphs,
    preambular_paragraphs,
)
from reslint.text.diagnostics import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph


_OWN_MARKS = ("semicolon", "stop")  # kinds of marks that another body may end its reasons with
_FEW = 2  # paragraphs that show no style
_ONE_OF = 4  # paragraphs of an unknown style that may have another mark
_GOES_ON = ("semicolon", "comma")  # kinds of marks after which another paragraph is to come


def preambular_ending(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A preambular paragraph that does not end with a comma; all of them as one finding."""
    found: dict[str, list[Paragraph]] = {}
    also: dict[str, int] = {}  # `; and` before the last one is right, and shows the style
    judged = 0
    for paragraph in preambular_paragraphs(draft):
        judged += not paragraph.children and ending_of(paragraph).kind != "colon"
        if preambular_ends_wrong(draft, paragraph):
            found.setdefault(_mark_written(draft, paragraph), []).append(paragraph)
        elif conjoined_end(draft, paragraph) is not None:
            mark = _mark_written(draft, paragraph)
            also[mark] = also.get(mark, 0) + 1
    unknown = has_unknown_style(draft)
    exceptions = max(judged // _ONE_OF, 1) if unknown else 1
    throughout = {
        mark
        for mark, some in found.items()
        if len(some) + also.get(mark, 0) >= max(judged - exceptions, 1)
    }
    wanted = preambular_marks(draft)[0]
    if unknown and judged > _FEW:  # that is the style of the organ
        wanted = next((mark for mark in _OWN_MARKS if mark in throughout), wanted)
    yield from reported(
        draft,
        [
            FindingGroup(
                [_preambular_finding(draft, paragraph, wanted) for paragraph in some],
                _throughout(mark),
                throughout=mark in throughout,
                never_right=not mark,
                one_tells=mark in also,
            )
            for mark, some in found.items()
        ],
    )


def _preambular_finding(draft: Draft, paragraph: Paragraph, wanted: str) -> Finding:
    finding = _ending_finding(draft, paragraph, wanted)
    # The messages name the mark: those for a comma fit any.
    finding.variant = "comma" + (finding.variant or "").removeprefix(wanted)
    return finding


def operative_ending(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """An operative paragraph or item that does not end as its place asks for.

    If all items, or all paragraphs, end with the same wrong mark, that is one finding.
    """
    last: list[Finding] = []
    found: dict[tuple[bool, str], list[Finding]] = {}
    times: dict[tuple[bool, str], int] = {}
    wrong = dict(wrong_operative_endings(draft))
    before_last = {each for _, some in operative_paragraphs(draft) for each in some[:-1]}
    for paragraph, wanted in wrong.items():
        finding = _ending_finding(draft, paragraph, wanted)
        if draft.habits is not None and draft.habits.endings:
            # The organ may have any mark there: its messages name no rule of the UN.
            kind = (finding.variant or "").removeprefix(wanted)
            finding.variant = f"house{kind}" if kind else None
        if paragraph not in before_last:
            last.append(finding)
            continue
        key = paragraph.level > 0, _mark_written(draft, paragraph)
        found.setdefault(key, []).append(finding)
        times[key] = times.get(key, 0) + (not is_last_of_list(paragraph))
    judged = {True: 0, False: 0}
    for paragraph in before_last if found else ():
        if not paragraph.children and not is_last_of_list(paragraph):
            judged[paragraph.level > 0] += 1
    groups = [
        FindingGroup(
            findings,
            _throughout(key[1]),
            throughout=times[key] >= max(judged[key[0]], 1),
            never_right=not key[1],
            one_tells=key[1] in ("stop", "comma"),
        )
        for key, findings in found.items()
    ]
    yield from reported(draft, [*groups, FindingGroup(last, "", throughout=False)])


def _mark_written(draft: Draft, paragraph: Paragraph) -> str:
    """The kind of mark at the end of a paragraph, that before `and` at its end; "" for none."""
    conjoined = conjoined_end(draft, paragraph)
    if conjoined is not None:
        return "comma" if paragraph.text[conjoined[0]] == "," else "semicolon"
    return ending_of(paragraph).kind


def _throughout(mark: str) -> str:
    """The variant of the message on paragraphs that all end in one way."""
    return "throughout" if mark else "throughout-missing"


def _ending_finding(draft: Draft, paragraph: Paragraph, wanted: str) -> Finding:
    ending = ending_of(paragraph)
    conjoined = conjoined_end(draft, paragraph)
    safe = may_end_with(draft, paragraph) and not _announces(draft, paragraph, wanted)
    written = ending.mark or paragraph.text[max(ending.end - 1, 0) : ending.end]
    if conjoined is not None:
        written = paragraph.text[slice(*conjoined)]
        if paragraph.parent is None:
            safe = False  # the fix takes out a word, which the drafter may have meant
    if ending.kind:
        span = paragraph.source_span(ending.start, ending.end)
    elif conjoined is not None:
        span = paragraph.source_span(*conjoined)
    else:
        span = paragraph.source_span(*last_word(paragraph.text))
    return Finding(
        *span,
        paragraph.place,
        {
            "found": written,
            "wanted": draft.vocabulary.marks[wanted],
        },
        end_with(draft, paragraph, wanted),
        variant=wanted + ("" if ending.kind else "-joined" if conjoined else "-missing"),
        safety=None if safe else "unsafe",
    )


def _announces(draft: Draft, paragraph: Paragraph, wanted: str) -> bool:
    """Whether a last paragraph announces another one, and text that was not read follows it."""
    if wanted != "stop":
        return False
    if conjoined_end(draft, paragraph) is None and ending_of(paragraph).kind not in _GOES_ON:
        return False
    place = draft.paragraphs.index(paragraph) + 1
    return any(one.part == OUTSIDE for one in draft.paragraphs[place : place + 1])


def list_introduction(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Items after a paragraph without colon, or a colon with nothing after it."""
    for paragraph, wanted in wrong_list_introductions(draft):
        found = _ending_finding(draft, paragraph, wanted)
        found.variant = "items" if wanted == "colon" else "nothing"
        found.safety = "unsafe"
        yield found
