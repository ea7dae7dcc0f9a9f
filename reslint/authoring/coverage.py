"""Find what the examples of rules do not cover: rules, languages, words of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from reslint.authoring.runner import FrameError, RulebookFor, framed
from reslint.checks.kinds import Rule
from reslint.data.patterns import expression
from reslint.draft.model import Draft
from reslint.facts.openings import openings
from reslint.language.language import Language
from reslint.language.loading import languages, vocabulary
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic
from reslint.text.source import Source

_NO_WORDS = (
    "name",
    "direction",
    "detection",
    "emphasis",
    "emphasis_of_organ_line",
    "frame",
    "labels",
)
"""Parts of `forms.yaml` that hold no words of drafts, or from which examples are made."""
_PLAIN = expression(r"[^\W\d_](?:[\w .,'’/-]*[\w.])?")
_WORD_ENDS = expression(r"\w")


class Unused(NamedTuple):
    """A part of a language's vocabulary: its name, its number of words, those in no example.

    The part of the leading phrases is PHRASES; the others are keys of `forms.yaml`.
    """

    language: str
    part: str
    total: int
    words: list[str]


PHRASES = "leading phrases"


class Coverage(NamedTuple):
    """What is not covered.

    silent      rules none of whose bad texts is reported
    untried     by rule, its languages without a bad text that is reported
    unused      words of the vocabulary in no example
    """

    silent: list[str]
    untried: dict[str, list[str]]
    unused: list[Unused]


def coverage_of(rules: Iterable[Rule], rulebook_for: RulebookFor, *, words: bool) -> Coverage:
    """Return the coverage of rules by their own examples; `words` includes the vocabulary.

    `rulebook_for` gives the rules of a language, including these.
    """
    silent: list[str] = []
    untried: dict[str, list[str]] = {}
    seen: dict[str, _Seen] = {}
    for rule in rules:
        if rule.compares:
            continue  # its examples are of several drafts
        reported: set[str] = set()
        for example in rule.examples:
            language = example["language"]
            for key in ("bad", "good"):
                if key not in example:
                    continue
                draft, found = _read(rule, example, key, rulebook_for)
                if draft is None:
                    continue
                if key == "bad" and any(one.code == rule.code for one in found):
                    reported.add(language)
                if words:
                    if language not in seen:
                        seen[language] = _Seen(language)
                    seen[language].add(draft)
        if not reported:
            silent.append(rule.code)
        missing = sorted(set(rule.languages or languages()) - reported)
        if reported and missing:
            untried[rule.code] = missing
    unused = [part for language in sorted(seen) for part in seen[language].unused()]
    return Coverage(silent, untried, unused)


def _read(
    rule: Rule, example: dict[str, Any], key: str, rulebook_for: RulebookFor
) -> tuple[Draft | None, list[Diagnostic]]:
    """Return the draft of an example and its diagnostics; None if it has no frame."""
    try:
        text = framed(example, key).text
    except FrameError:
        return None, []
    settings = Settings(
        language=example["language"],
        organ=example.get("organ", "GA"),
        profile=rule.profile,
        select=frozenset((rule.code,)),
    )
    result = Linter(settings, rulebook_for).lint(Source(text))
    return result.draft, result.diagnostics


class _Seen:
    """The words of one language's vocabulary that its examples contain."""

    def __init__(self, code: str) -> None:
        self._code = code
        self._language = Language(code, vocabulary(code))
        self._forms: set[int] = set()
        self._texts: list[str] = []

    def add(self, draft: Draft) -> None:
        """Add the text of an example and its leading phrases."""
        self._texts.append(draft.source.text.casefold())
        for opening in openings(draft):
            if opening.phrase is not None:
                self._forms.add(opening.phrase.form)

    def unused(self) -> Iterator[Unused]:
        """Yield the parts of the vocabulary with words that no example contains."""
        forms = self._language.phrases.forms
        phrases = [form[3] for number, form in enumerate(forms) if number not in self._forms]
        if phrases:
            yield Unused(self._code, PHRASES, len(forms), sorted(set(phrases)))
        together = "\n".join(self._texts)
        for name, value in self._language.forms.items():
            if name in _NO_WORDS:
                continue
            words = list(dict.fromkeys(_words(value)))
            lacking = [word for word in words if not _contains_word(word, together)]
            if lacking:
                yield Unused(self._code, name, len(words), lacking)


def _words(value: object) -> Iterator[str]:
    """Yield the plain words and names in a part of the forms; patterns are left out.

    Of `swaps`, `phrases` and `ordinals` the keys are the words; of other mappings, the values.
    """
    if isinstance(value, str):
        if len(value) > 1 and _PLAIN.fullmatch(value):
            yield value
    elif isinstance(value, list):
        for one in value:
            yield from _words(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key in ("swaps", "phrases", "ordinals"):
                yield from _words(list(one) if isinstance(one, dict) else one)
            else:
                yield from _words(one)


def _contains_word(word: str, text: str) -> bool:
    """Return whether a text contains a word, as a whole word in scripts with spaces."""
    folded = word.casefold()
    at = text.find(folded)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(folded) : at + len(folded) + 1]
        wide = folded[0] >= "\u2e80"  # scripts without spaces between words
        if wide or not (_WORD_ENDS.match(before) or _WORD_ENDS.match(after)):
            return True
        at = text.find(folded, at + 1)
    return False
