"""Begin a numbered paragraph or an item by a short word: `op` or `op-en`, `sub` or `sub-fr`.

Its number or letter counts on from the one above, and what follows counts on from it; tab stops
lead to phrase and text. A text that is not written stays as `[…]`, which is a finding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.data.patterns import expression
from reslint.draft.model import OPERATIVE
from reslint.editor import SNIPPET, Completion
from reslint.editor.complete_phrases import usual_phrases
from reslint.editor.levels import first_item_label
from reslint.editor.next_label import (
    counted_on,
    is_named_by_letter,
    label_like,
    ordered_series,
)
from reslint.editor.wording import wording
from reslint.facts.emphasis import mark_of, preferred_kind
from reslint.facts.numbering import label_of
from reslint.facts.open_places import OPEN_PLACE

if TYPE_CHECKING:
    from reslint.draft.model import Draft, Paragraph
    from reslint.text.diagnostics import Edit


_TYPED = expression(r"[ \t]*(?P<word>(?:op|sub)(?:-[a-z]{0,2})?)\Z")
_MOST = 8
_SPECIAL = str.maketrans({one: f"\\{one}" for one in "\\$},|"})


def snippet_completions(draft: Draft, offset: int, language: str) -> list[Completion]:
    """Return what the short word at the start of a line stands for."""
    source = draft.source
    start, end = source.line_span(source.position(offset)[0])
    match = _TYPED.match(source.text[start:offset])
    if match is None or source.text[offset:end].strip():
        return []
    kind = "op" if match["word"].startswith("op") else "sub"
    word = f"{kind}-{draft.language}"
    above = [one for one in draft.paragraphs if one.start < start and one.part == OPERATIVE]
    if not word.startswith(match["word"]):
        return []
    text = _paragraph(draft, above) if kind == "op" else _item(draft, above)
    if not text:
        return []
    detail = wording("snippet-op" if kind == "op" else "snippet-sub", language)
    span = (start + match.start("word"), offset)
    last = _last_numbered(above) if kind == "op" else _item_above(above)
    further = () if last is None else _counted_on(draft, last, offset)
    return [Completion(SNIPPET, word, text, span, word, detail, further)]


def _last_numbered(above: list[Paragraph]) -> Paragraph | None:
    found = (one for one in reversed(above) if not one.level and one.label is not None)
    return next(found, None)


def _item_above(above: list[Paragraph]) -> Paragraph | None:
    last = above[-1] if above else None
    return last if last is not None and last.level and last.label is not None else None


def _counted_on(draft: Draft, last: Paragraph, offset: int) -> tuple[Edit, ...]:
    """Return the edits that count on what follows the new paragraph, which comes after `last`."""
    series = ordered_series(draft, last)
    if series is None:
        return ()
    following = [one for one in series.items if one.start > offset]
    if label_of(last).kind != "number" and following and is_named_by_letter(draft, last):
        return ()
    return tuple(counted_on(draft, following, 1) or ())


def _paragraph(draft: Draft, above: list[Paragraph]) -> str:
    last = _last_numbered(above)
    if last is not None:
        label = label_like(draft, last, label_of(last).value + 1)
    else:
        frame: str = draft.vocabulary.forms.get("labels", {}).get("number", "")
        label = f"{frame.replace('N', '1')} " if frame else ""
    mark = mark_of(preferred_kind(draft)) if draft.emphasis_known else ""
    phrases = list(usual_phrases(draft.language, draft.organ, "operative"))[:_MOST]
    # Within the marks: another phrase that is typed instead keeps them.
    mark = mark.translate(_SPECIAL)
    choices = ",".join(one.translate(_SPECIAL) for one in phrases)
    space = "" if draft.vocabulary.phrases.by_character else " "
    if not label or not choices:
        return ""
    begun = f"{label.translate(_SPECIAL)}{mark}${{1|{choices}|}}{mark}{space}"
    return f"{begun}${{2:{OPEN_PLACE}}}{_ending(draft)}$0"


def _item(draft: Draft, above: list[Paragraph]) -> str:
    if not above:
        return ""
    last = _item_above(above)
    if last is not None:
        label = label_like(draft, last, label_of(last).value + 1)
    else:
        label = first_item_label(draft, above[-1].level + 1)
    if not label:
        return ""
    return f"{label.translate(_SPECIAL)}${{1:{OPEN_PLACE}}}{_ending(draft)}$0"


def _ending(draft: Draft) -> str:
    mark: str = draft.vocabulary.marks["semicolon"]
    spaced = mark in draft.vocabulary.forms.get("spaced_marks", "")
    return f"\u00a0{mark}" if spaced else mark
