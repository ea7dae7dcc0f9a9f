"""Letters: one three times in a row, the Russian ё, -ise and -ize in one draft."""

from __future__ import annotations

import re

from reslint.checks.selection import replace
from reslint.checks.wording_swaps import wording_forms
from reslint.facts.draft_text import draft_text, reportable_span
from reslint.text.diagnostics import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph


_MOST_REMEMBERED = 50_000
_fine: set[str] = set()  # words without such letters: the same ones come again in every draft


def tripled(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A word with the same letter three times in a row: no word of these languages has that."""
    text = draft_text(draft)
    if len(_fine) > _MOST_REMEMBERED:
        _fine.clear()
    new = text.words - _fine
    words = " ".join(new)
    forms = wording_forms(draft, "tripled")
    numerals = frozenset(forms.get("numerals", "ivxlcdmw"))
    doubled = forms["doubled"]  # letters that words of the language have twice in a row
    # Where some letters may come three times, with prefixes, the language names the others.
    sought = forms.get("letters") or {each for each in words if each.isalpha()}
    letters = [each for each in sought if each * 3 in words]
    found_in = [
        word
        for word in new
        if any(
            each * 3 in word and each * 3 in _behind_numeral(word, each, numerals)
            for each in letters
        )
    ]
    _fine.update(new.difference(found_in))
    for word in sorted(found_in):
        if not word.replace("-", "").isalpha():
            continue
        thrice = next(each for each in letters if each * 3 in _behind_numeral(word, each, numerals))
        for at in text.occurrences(word):
            found = reportable_span(draft, at, at + len(word))
            if found is None:
                continue
            paragraph, first, last = found
            written = paragraph.text[first:last]
            if written.isupper():
                continue
            kept = 2 if thrice in doubled else 1
            right = re.sub(rf"{thrice}{{3,}}", thrice * kept, written)
            yield paragraph.finding(
                first,
                last,
                {"match": written, "replacement": right},
                replace(draft, paragraph, first, last, right),
            )


def _behind_numeral(word: str, letter: str, numerals: frozenset[str]) -> str:
    """A word without Roman numerals (`xiiie`) and `www` at the beginning of its parts."""
    if letter not in numerals:
        return word
    return "-".join(part.lstrip("".join(numerals)) for part in word.split("-"))


def other_letter(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A letter for which texts of the language write another, except in names and a few words."""
    forms = wording_forms(draft, "other_letter")
    if not forms:
        return
    text = draft_text(draft)
    for letter, right in forms["letters"].items():
        if letter not in text.lowered:
            continue
        kept = frozenset(forms["kept"])
        for word in sorted(_words_with(text.words, letter) - kept):
            for at in text.occurrences(word):
                found = reportable_span(draft, at, at + len(word))
                if found is None:
                    continue
                paragraph, first, last = found
                written = paragraph.text[first:last]
                opens = not paragraph.text[:first].strip()
                adjective = written.endswith(tuple(forms["not_names"]))
                if written[:1].isupper() and not opens and not adjective:
                    continue  # a name
                new = written.replace(letter, right).replace(letter.upper(), right.upper())
                yield paragraph.finding(
                    first,
                    last,
                    {"match": written, "replacement": new},
                    replace(draft, paragraph, first, last, new),
                )


def _words_with(words: frozenset[str], letter: str) -> frozenset[str]:
    """The words that have a letter, those with other marks than hyphens left out."""
    return frozenset(each for each in words if letter in each and each.replace("-", "").isalpha())


def mixed_spelling(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Words in -ise in a draft that mostly writes -ize, or the other way round."""
    forms = wording_forms(draft, "spelling")
    endings: dict[str, str] = forms.get("endings", {})
    if not endings:
        return
    text = draft_text(draft)
    right = frozenset(word[: -len(next(iter(endings)))] for word in forms["right_words"])
    one = _words(text.words, endings, right, forms["prefixes"])
    other = _words(text.words, {v: k for k, v in endings.items()}, right, forms["prefixes"])
    counts = [sum(_count(text.lowered, word) for word in words) for words in (one, other)]
    if not all(counts):
        return
    wrong = one if counts[0] < counts[1] else other
    for word, replacement in sorted(wrong.items()):
        found = next(_found(draft, word), None)
        if found is None:
            continue
        paragraph, first, last = found
        written = paragraph.text[first:last]
        new = written[:1] + replacement[1:]
        yield paragraph.finding(
            first,
            last,
            {"match": written, "replacement": new},
            replace(draft, paragraph, first, last, new),
        )


def _found(draft: Draft, word: str) -> Iterator[tuple[Paragraph, int, int]]:
    """The places of a word, as paragraph, start and end, those inside names left out."""
    for at in draft_text(draft).occurrences(word):
        found = reportable_span(draft, at, at + len(word))
        if found is not None:
            paragraph, first, _ = found
            if not paragraph.text[first].isupper() or not paragraph.text[:first].strip():
                yield found


def _words(
    words: frozenset[str], endings: dict[str, str], right: frozenset[str], prefixes: list[str]
) -> dict[str, str]:
    """The words with one of these endings, each with its other ending; real words left out."""
    found: dict[str, str] = {}
    longest_first = sorted(endings, key=len, reverse=True)
    for word in words:
        if not word.endswith(tuple(endings)) or not word[0].isalpha():
            continue
        ending = next(each for each in longest_first if word.endswith(each))
        stem = word[: -len(ending)]
        tail = stem.rsplit("-", 1)[-1]
        bases = [stem, tail, *(tail.removeprefix(each) for each in prefixes)]
        if len(stem) > 3 and not any(base in right for base in bases):
            found[word] = stem + endings[ending]
    return found


def _count(text: str, word: str) -> int:
    return text.count(word)
