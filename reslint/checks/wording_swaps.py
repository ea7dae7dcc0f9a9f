"""Words for which the vocabulary has another: spellings, house style, names of countries."""

from __future__ import annotations

from itertools import compress, repeat

from reslint.checks.selection import Hit
from reslint.data.patterns import expression
from reslint.facts.capitals import folded_text
from reslint.facts.draft_text import RUNNING, draft_text, places, reportable_span, word_after
from reslint.facts.phrase_search import find_phrases

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft
    from reslint.text.diagnostics import Finding


_NONE: dict[str, Any] = {}
_BESIDE = 80  # characters before a name in which another one of its list begins


def wording_forms(draft: Draft, name: str) -> dict[str, Any]:
    """What the vocabulary says under `wording` and this name."""
    forms: dict[str, Any] = draft.vocabulary.forms.get("wording", _NONE).get(name, _NONE)
    return forms


def swaps(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Words of a list of the vocabulary (`list`), each with what to write for it."""
    forms = wording_forms(draft, rule.parameters["list"])
    if forms:
        yield from _swaps(draft, forms)


def _swaps(draft: Draft, forms: dict[str, Any]) -> Iterator[Finding]:
    table: dict[str, str] = forms["swaps"]
    not_before: list[str] = forms.get("not_before", [])
    since: dict[str, int] = forms.get("since", _NONE)
    elsewhere: dict[str, list[str]] = forms.get("not_in_organs", _NONE)
    parts = RUNNING.difference(forms.get("not_in", ()))
    if "conjunction" in forms:  # written together with the word after it
        joined = forms["conjunction"]
        table = table | {joined + wrong: joined + right for wrong, right in table.items()}
    hits = (
        _unspaced(draft, table, forms.get("exceptions", ()), forms.get("not_after", ""))
        if forms.get("unspaced")
        else find_phrases(
            draft,
            table,
            ignore_case=forms.get("ignore_case", True),
            exceptions=forms.get("exceptions", ()),
        )
    )
    for start, end, phrase in hits:
        found = reportable_span(draft, start, end, parts)
        if found is None:
            continue
        hit = Hit(*found, phrase)
        if forms.get("small_only") and _is_capital(hit):
            continue
        if not_before:
            following = word_after(hit.paragraph.text, hit.end)
            if following[:1].isdigit() or following.lower() in not_before:
                continue
        if draft.organ in elsewhere.get(phrase, ()):
            continue
        if phrase.endswith(")") and _is_listed(hit, forms.get("listed", _NONE)):
            continue
        if phrase in since and year_of(draft) and year_of(draft) < since[phrase]:
            continue
        right = table[phrase]
        article: str = forms.get("article", "")
        if article and right.startswith(article):
            if hit.paragraph.text[: hit.start].lower().endswith(article):
                right = right.removeprefix(article)
        exact = not forms.get("ignore_case", True)
        from reslint.checks.swap_findings import swap_finding

        swap = swap_finding(draft, hit, right, exact=exact)
        if swap is not None:
            yield swap


def _unspaced(
    draft: Draft, table: dict[str, str], exceptions: Iterable[str], not_after: str
) -> Iterator[tuple[int, int, str]]:
    """Where words stand in a text that does not set its words apart, outside the exceptions.

    Nothing is found right after one of the characters `not_after`.
    """
    text = draft_text(draft).folded
    for phrase in table:
        for at in places(text, phrase):
            end = at + len(phrase)
            if at and text[at - 1] in not_after:
                continue  # 第112(二)号: part of another number
            if not any(
                phrase in each and each in text[max(end - len(each), 0) : at + len(each)]
                for each in exceptions
            ):
                yield at, end, phrase


def _is_listed(hit: Hit, marks: dict[str, str]) -> bool:
    """Whether a name in the form of lists stands in a list, as what stands beside it tells."""
    if not marks:
        return False
    text = folded_text(hit.paragraph)
    before = text[max(hit.start - _BESIDE, 0) : hit.start]
    return bool(
        expression(marks["before"]).search(before)
        or expression(marks["after"]).match(text, hit.end)
    )


def _is_capital(hit: Hit) -> bool:
    """Whether a word has a capital that only a name gives it: not at the start of a paragraph."""
    if not hit.written[:1].isupper():
        return False
    return bool(hit.paragraph.text[: hit.start].strip())


def year_of(draft: Draft) -> int:
    """The year of a draft if it gives one, else 0."""
    masthead = draft.masthead
    for dated in (masthead.adoption, masthead.closing, masthead.distribution):
        if dated is not None:
            return dated.date[0]
    return 0


def spelling(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Spellings other than those of the United Nations, those with -ise among them."""
    forms = wording_forms(draft, "spelling")
    if not forms:
        return
    yield from _swaps(draft, forms)
    if forms.get("endings"):
        yield from _endings(draft, forms)


def _endings(draft: Draft, forms: dict[str, Any]) -> Iterator[Finding]:
    """Words with an ending that only words of a list have rightly."""
    endings: dict[str, str] = forms["endings"]
    text = draft_text(draft)
    sought = tuple(endings)
    # In C: there are thousands of words, few with such an ending.
    words = sorted(compress(text.words, map(str.endswith, text.words, repeat(sought))))
    if not words:
        return
    right = frozenset(word[: -len(sought[0])] for word in forms["right_words"])
    longest_first = sorted(endings, key=len, reverse=True)
    for word in words:
        ending = next(each for each in longest_first if word.endswith(each))
        stem = word[: -len(ending)]
        if len(stem) < 3 or any(base in right for base in _bases(stem, forms["prefixes"])):
            continue
        for start in text.occurrences(word):
            found = reportable_span(draft, start, start + len(word))
            if found is None:
                continue
            hit = Hit(*found, word)
            # As the first word of a title it may begin a name that is spelt so.
            if _is_capital(hit) or (hit.written[0].isupper() and word in forms["name_words"]):
                continue
            from reslint.checks.swap_findings import swap_finding

            swap = swap_finding(draft, hit, stem + endings[ending])
            if swap is not None:
                yield swap


def _bases(stem: str, prefixes: list[str]) -> Iterator[str]:
    """What may stand in the list of right words: the stem, its last part, without a prefix."""
    yield stem
    tail = stem.rsplit("-", 1)[-1]
    yield tail
    for prefix in prefixes:
        if tail.startswith(prefix):
            yield tail[len(prefix) :]
