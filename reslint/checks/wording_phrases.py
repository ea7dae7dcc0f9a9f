"""A phrase that a draft uses again and again, and once with one word a letter or two off."""

from __future__ import annotations

from collections import Counter, defaultdict

from reslint.checks.selection import replace
from reslint.checks.wording_swaps import wording_forms
from reslint.facts.draft_text import MARKS_AFTER, draft_text, reportable_span
from reslint.names.misspellings import distance

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft
    from reslint.facts.draft_text import DraftText
    from reslint.text.diagnostics import Finding


_SHORTEST = 5  # letters of a word that may be compared
_SAME_LETTERS = 1  # at its beginning
_MOST_LETTERS = 2  # that differ, one of a short word
_WORDS_AROUND = 2  # that must be the same, before and after
_WORDS_BEFORE = 4  # that must be the same where the word ends the phrase
_LONGEST_AROUND = 60  # characters in which these words are sought


def one_off(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A rare word within a phrase that stands elsewhere, many times, with a similar word."""
    text = draft_text(draft)
    least: int = rule.parameters["least"]
    counted: Counter[str] = Counter()
    for tokens in text.tokens():
        counted.update(tokens)
    words = [one for one in counted if len(one) >= _SHORTEST and one.isalpha()]
    usual: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        if counted[word] >= least:
            usual[word[:_SAME_LETTERS]].append(word)
    for word in words:
        if counted[word] == 1:
            for other in usual.get(word[:_SAME_LETTERS], ()):
                most = _MOST_LETTERS if len(word) > _SHORTEST else 1
                if distance(word, other, most) <= most:
                    yield from _in_the_phrase(draft, text, word, other, least)


def _in_the_phrase(
    draft: Draft, text: DraftText, word: str, other: str, least: int
) -> Iterator[Finding]:
    """The finding for a rare word, if the words around it stand often enough with the other."""
    lowered = text.lowered
    at = next(text.occurrences(word), None)
    if at is None:
        return
    end = at + len(word)
    before = lowered[max(0, at - _LONGEST_AROUND) : at].rpartition("\n")[2].split(" ")
    after = lowered[end : end + _LONGEST_AROUND].partition("\n")[0].split(" ")
    words = before[:-1]
    before, after = words[-_WORDS_AROUND:], after[1 : _WORDS_AROUND + 1]
    phrase = " ".join([*before, other, *after]).rstrip(MARKS_AFTER)
    if len(before) + len(after) < 2 * _WORDS_AROUND or lowered.count(phrase) < least:
        # At its end (`in situations of armed conflicts`), where a language tells words by it.
        if len(words) < _WORDS_BEFORE or not wording_forms(draft, "one_off").get("at_end"):
            return
        if lowered.count(" ".join([*words[-_WORDS_BEFORE:], other])) < least:
            return
    found = reportable_span(draft, at, end)
    if found is None:
        return
    paragraph, first, last = found
    written = paragraph.text[first:last]
    new = other.capitalize() if written[0].isupper() else other
    yield paragraph.finding(
        first,
        last,
        {"match": written, "replacement": new},
        replace(draft, paragraph, first, last, new),
    )
