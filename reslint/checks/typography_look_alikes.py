"""Letters of another script, and modifier letters, that only look like the right character."""

from __future__ import annotations

import re

from reslint.checks.selection import replace
from reslint.checks.typography_letters import written_forms_of
from reslint.facts.draft_text import RUNNING, draft_text, places, reportable_span
from reslint.facts.exempt_zones import is_code
from reslint.facts.numbering import value_span, written_value
from reslint.facts.typing_style import CURLY, own_apostrophe
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph


# What looks like a letter of the other script, or like a mark: facts of the scripts, no language's.
_LATIN_LIKE = "aceopxyiABCEHKMOPTXI"
_CYRILLIC_LIKE = "асеорхуіАВСЕНКМОРТХІ"
_TO_LATIN = dict(zip(_CYRILLIC_LIKE, _LATIN_LIKE, strict=True))
_TO_CYRILLIC = dict(zip(_LATIN_LIKE, _CYRILLIC_LIKE, strict=True))
_BULLET = "o"  # of Word, at the start of a line
_MODIFIERS = {"ʼ": "’", "ˮ": "”", "ʺ": "”", "ʹ": "’", "´": "’", "`": "’"}
_ROMAN = "[IVXLCM]{2,}"  # a numeral of more than one letter
_CYRILLIC = "[\u0400-\u04ff]+"


def look_alikes(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A letter of another script, or a modifier letter, that passes for the right character.

    Letters that are stored in another way (decomposed, in presentation forms) count, too.
    """
    forms: dict[str, Any] = draft.vocabulary.forms.get("typography", {})
    script = forms.get("script")
    text = draft_text(draft).text
    yield from written_forms_of(draft)
    if script not in ("latin", "cyrillic"):
        return
    yield from _labels(draft, script)
    if text.isascii():
        return
    for modifier, right in _MODIFIERS.items():
        if modifier in text and not modifier.isascii():
            yield from _modifiers(draft, modifier, right)
    if script == "cyrillic":
        yield from _latin_letters(draft, forms.get("one_letter_words", ""))
        return
    if not any(letter in text for letter in _CYRILLIC_LIKE):
        return
    for match in re.finditer(_CYRILLIC, text):
        written = match[0]
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        # A word in Cyrillic letters throughout is a word of another language.
        alone = not (before.isalpha() or after.isalpha())
        if any(letter not in _TO_LATIN for letter in written) or (alone and len(written) > 1):
            continue
        found = reportable_span(draft, match.start(), match.end())
        if found is None:
            continue
        right = "".join(_TO_LATIN[letter] for letter in written)
        paragraph, first, last = found
        yield paragraph.finding(
            first,
            last,
            {"written": written, "right": right},
            replace(draft, paragraph, first, last, right),
            variant="letter",
        )


def _latin_letters(draft: Draft, words: str) -> Iterator[Finding]:
    """Latin letters within Cyrillic words, or standing for a word of one letter (`words`)."""
    text = draft_text(draft).text
    numerals: set[int] = set()
    for match in re.finditer(f"[{_LATIN_LIKE}]+", text):
        start, end = match.span()
        word = _word_around(text, start, end)
        if re.fullmatch(_ROMAN, "".join(_TO_LATIN.get(each, each) for each in text[slice(*word)])):
            if word[0] not in numerals:
                numerals.add(word[0])
                yield from _in_numeral(draft, *word)
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        if match[0] in words and not before.strip() and after in SPACES and after:
            # A word of its own: Cyrillic words, or the start of a paragraph, on either side.
            last = text[:start].rstrip(SPACES)[-1:]
            if match[0] == _BULLET and last in ("", "\n"):
                continue
            around = (last if last not in "\n,;" else "", text[end + 1 : end + 2])
            if not all(not each or re.match(_CYRILLIC, each) for each in around):
                continue
        elif not re.match(_CYRILLIC, before or " ") and not re.match(_CYRILLIC, after or " "):
            continue
        elif re.match("[A-Za-z0-9]", before or " ") or re.match("[A-Za-z0-9]", after or " "):
            continue  # an English word with an ending, a code
        found = reportable_span(draft, start, end)
        if found is None:
            continue
        right = "".join(_TO_CYRILLIC[letter] for letter in match[0])
        paragraph, first, last_place = found
        yield paragraph.finding(
            first,
            last_place,
            {"written": match[0], "right": right},
            replace(draft, paragraph, first, last_place, right),
            variant="cyrillic",
        )


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the letters, of either script, that a span is a part of."""
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return start, end


def _in_numeral(draft: Draft, start: int, end: int) -> Iterator[Finding]:
    """The Cyrillic letters of a roman numeral, which is written in Latin ones."""
    text = draft_text(draft).text
    for match in re.finditer(_CYRILLIC, text[start:end]):
        found = reportable_span(draft, start + match.start(), start + match.end())
        if found is None:
            continue
        right = "".join(_TO_LATIN[letter] for letter in match[0])
        paragraph, first, last = found
        yield paragraph.finding(
            first,
            last,
            {"written": match[0], "right": right},
            replace(draft, paragraph, first, last, right),
            variant="letter",
        )


def _modifiers(draft: Draft, modifier: str, right: str) -> Iterator[Finding]:
    text = draft_text(draft).text
    for at in places(text, modifier):
        paragraph, first = draft_text(draft).place(at)
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if paragraph.part not in RUNNING or is_code(paragraph, draft, first):
            continue
        if not before.isalpha() or (right == CURLY and not after.isalpha()):
            continue  # an accent standing alone, a letter of a name (ʻokina)
        new = own_apostrophe(draft) if right == CURLY else right
        values = {"written": modifier, "right": new}
        yield paragraph.finding(
            first, first + 1, values, (paragraph.edit(first, first + 1, new),), variant="modifier"
        )


def _labels(draft: Draft, script: str) -> Iterator[Finding]:
    """Labels of one list in two alphabets: `b)` tells that `а)` and `с)` should be Latin, too.

    Where every letter of the list has a look-alike, those that are not of the language's own
    way of labelling are off.
    """
    for paragraph in draft.paragraphs:
        label = paragraph.label
        if label is None or label.kind != "letter" or paragraph.parent is None:
            continue
        written = written_value(paragraph)
        if len(written) != 1:
            continue
        if written in _TO_LATIN:
            variant, right = "letter", _TO_LATIN[written]
        elif written in _TO_CYRILLIC and script == "cyrillic":
            variant, right = "cyrillic", _TO_CYRILLIC[written]
        else:
            continue
        draft.look_beyond(paragraph)
        if _is_odd_one(paragraph, written, draft):
            span = value_span(paragraph)
            values = {"written": written, "right": right}
            yield Finding(*span, paragraph.place, values, (Edit(*span, right),), variant=variant)


def _is_odd_one(paragraph: Paragraph, written: str, draft: Draft) -> bool:
    """Whether the other labels of a list are of the other script than a letter is."""
    assert paragraph.parent is not None
    letters = [
        written_value(child)
        for child in paragraph.parent.children
        if child.label is not None and child.label.kind == "letter"
    ]
    told = {
        each[:1].isascii()
        for each in letters
        if each[:1] not in _TO_LATIN and each[:1] not in _TO_CYRILLIC
    }
    if len(told) == 1:
        return written.isascii() not in told
    frame: str = draft.vocabulary.forms.get("labels", {}).get("letter", "")
    mixed = len({each.isascii() for each in letters}) > 1
    return not told and mixed and frame.isascii() != written.isascii()
