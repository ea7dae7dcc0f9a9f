"""Test rules on their own examples, for `reslint test-rules` and our tests.

An example's `bad` text must be reported at the spans in `at` and nowhere else, its `good` text
nowhere; the fix must turn the bad text into the good one and bring no new finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from reslint.checks.kinds import Rule
from reslint.data.patterns import expression
from reslint.fixes import choosing
from reslint.language.loading import UnknownLanguageError, VocabularyError, vocabulary
from reslint.linting.linter import Linter, LintResult
from reslint.rulebook.book import Rulebook
from reslint.rulebook.own_codes import UNFIT_SETTING
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic
from reslint.text.source import Source

_DEFINITION = expression(
    r"^(?:\[\^(?P<caret>[^\]\s]+)\]:|<sup>(?P<tag>[0-9]+)</sup>|(?P<raised>[⁰¹²³⁴-⁹]+))",
    re.MULTILINE,
)
_CURLY = "“”‘’«»"
_NO_BREAK_SPACE = "\u00a0"
RulebookFor = Callable[[str], Rulebook]
_ROUNDS = 5
"""Rounds of fixes at most: fixes that touch each other wait for the next round."""


class FrameError(ValueError):
    """Raised for an example without a frame; the message says what is missing."""


class Framed(NamedTuple):
    """An example's text with the frame before and after it."""

    before: str
    fragment: str
    after: str

    @property
    def text(self) -> str:
        return self.before + self.fragment + self.after

    def spans(self, words: list[str]) -> list[tuple[int, int]]:
        """Return the spans of words in the whole text, each searched after the one before it.

        Raises FrameError for words that the fragment does not contain in this order.
        """
        found = []
        position = 0
        for word in words:
            start = self.fragment.find(word, position)
            if start < 0:
                raise FrameError(f'"{word}" does not stand in the bad text (in this order)')
            position = start + len(word)
            found.append((len(self.before) + start, len(self.before) + position))
        return found

    def line_of(self, offset: int) -> int:
        """Return the line of the fragment (from 1) with an offset of the whole text."""
        return self.text.count("\n", len(self.before), offset) + 1


def framed(example: dict[str, Any], key: str) -> Framed:
    """Return the text under `key` (`bad` or `good`) of an example, in the frame that `in` names.

    Raises FrameError if the vocabulary has no frame for the language and organ.
    """
    fragment = example[key].strip("\r\n")
    where = example.get("in", "whole")
    if where == "whole":
        return Framed("", fragment, "\n")
    sentences = _Sentences(example["language"], example.get("organ", "GA"))
    opening = f"{sentences.organ_line}\n\n"
    if where == "preamble":
        return Framed(opening, fragment, f"\n\n{sentences.operative(['', ''])}\n")
    opening += f"{sentences.preamble}\n\n"
    if where == "operative":
        return Framed(opening, fragment, "\n")
    return Framed(opening + sentences.operative(_markers(fragment)) + "\n\n", fragment, "\n")


def sample(language: str, organ: str, where: str) -> str:
    """Return a sentence of the frame for `where`: `preamble` or `operative`.

    An operative paragraph has its number. Raises FrameError if the vocabulary has no frame.
    """
    sentences = _Sentences(language, organ)
    return sentences.preamble if where == "preamble" else sentences.operative([""])


class _Sentences:
    """The sentences of one organ in one language."""

    def __init__(self, language: str, organ: str) -> None:
        try:
            forms = vocabulary(language)["forms"]
        except (UnknownLanguageError, VocabularyError) as error:
            raise FrameError(f"there is no vocabulary for {language}: {error}") from None
        frames = forms.get("frame", {})
        if organ not in frames:
            raise FrameError(f"there is no frame for {organ} in {language}; use in: whole")
        self._frame = frames[organ]
        marks = forms.get("marks", {})
        spaced = forms.get("spaced_marks", "")
        self._semicolon = _mark(marks.get("semicolon", ";"), spaced)
        self._stop = _mark(marks.get("stop", "."), spaced)
        self._marker_first = forms.get("notes", {}).get("side", "after") == "before"

    @property
    def organ_line(self) -> str:
        return self._sentence("organ_line")

    @property
    def preamble(self) -> str:
        return self._sentence("preamble")

    def operative(self, markers: list[str]) -> str:
        """Return numbered paragraphs, one for each marker (or ""), the last with a stop."""
        paragraphs = []
        sentence = self._sentence("operative")
        for number, marker in enumerate(markers, 1):
            mark = self._stop if number == len(markers) else self._semicolon
            ending = marker + mark if self._marker_first else mark + marker
            paragraphs.append(f"{number}. {sentence}{ending}")
        return "\n\n".join(paragraphs)

    def _sentence(self, key: str) -> str:
        if key not in self._frame:
            raise FrameError(f'the frame of the vocabulary lacks "{key}"')
        sentence: str = self._frame[key]
        return sentence


def _mark(mark: str, spaced: str) -> str:
    return _NO_BREAK_SPACE + mark if mark in spaced else mark


def _markers(fragment: str) -> list[str]:
    """Return a marker for each note that the fragment defines, in order of their numbers."""
    found = {}
    for match in _DEFINITION.finditer(fragment):
        text = match[0].removesuffix(":")
        number = match["caret"] or match["tag"] or match["raised"]
        key = (0, int(number), "") if number.isdecimal() else (1, 0, number)
        if match["raised"]:
            key = (0, int("".join(str("⁰¹²³⁴⁵⁶⁷⁸⁹".index(one)) for one in number)), "")
        found[key] = text
    return [found[key] for key in sorted(found)] or [""]


class ExampleResult(NamedTuple):
    """The result of a rule on one example (`number` from 1; 0 for the examples as a whole).

    `failures` are sentences on what is wrong, empty if the example passed; `line` and `column` are
    the example's place in the rule's file `path`.
    """

    code: str
    number: int
    failures: tuple[str, ...]
    path: str
    line: int
    column: int

    @property
    def passed(self) -> bool:
        return not self.failures


def run_all(rules: Iterable[Rule], rulebook_for: RulebookFor) -> list[ExampleResult]:
    """Return the results of all examples of all rules, in order."""
    return [result for rule in rules for result in run_rule(rule, rulebook_for)]


def run_rule(rule: Rule, rulebook_for: RulebookFor) -> list[ExampleResult]:
    """Return the results of a rule's examples. Having no bad or no good example is a failure."""
    results = [run_example(rule, number, rulebook_for) for number in range(len(rule.examples))]
    missing = tuple(
        f'no example has "{key}"'
        for key in ("bad", "good")
        if not any(key in example for example in rule.examples)
    )
    if missing:
        results.append(ExampleResult(rule.code, 0, missing, rule.path, 0, 0))
    return results


def run_example(rule: Rule, index: int, rulebook_for: RulebookFor) -> ExampleResult:
    """Return the result of the example at `index` (from 0).

    `rulebook_for` gives the rules of a language, including this one.
    """
    example = rule.examples[index]
    line, column = example.get("mark", (0, 0))
    try:
        failures = tuple(_failures(rule, example, rulebook_for))
    except FrameError as error:
        failures = (str(error),)
    return ExampleResult(rule.code, index + 1, failures, rule.path, line, column)


def _failures(rule: Rule, example: dict[str, Any], rulebook_for: RulebookFor) -> Iterable[str]:
    """Yield what is wrong, sentence by sentence."""

    settings = Settings(
        language=example["language"], organ=example.get("organ", "GA"), profile=rule.profile
    )
    linter = Linter(settings, rulebook_for)

    def linted(text: str) -> LintResult:
        return linter.lint(Source(text))

    bad = good = None
    if "bad" in example:
        frame = framed(example, "bad")
        bad = linted(frame.text)
        yield from _cannot_be_judged(rule, bad, "bad")
        yield from _wrong_spans(rule, example, frame, bad)
    if "good" in example:
        frame = framed(example, "good")
        good = linted(frame.text)
        yield from _cannot_be_judged(rule, good, "good")
        for diagnostic in _of(rule, good):
            shown = _shown(frame, diagnostic.start, diagnostic.end)
            yield f"the good text is reported at {shown}: {diagnostic.message}"
    if bad and good and rule.fix != "none" and example.get("fix", True):
        yield from _wrong_fix(rule, example, bad, linted)


def _cannot_be_judged(rule: Rule, result: LintResult, which: str) -> Iterable[str]:
    """Yield why the rule did not run on the text, so that its silence proves nothing."""
    if not result.draft.is_resolution:
        yield f"the {which} text, in its frame, is not read as a resolution"
    for problem in result.errors:
        if rule.code in problem.message:
            yield f"the {which} text: {problem.message}"


def _wrong_spans(
    rule: Rule, example: dict[str, Any], frame: Framed, result: LintResult
) -> Iterable[str]:
    """Yield where the bad text is not reported but must be, and the other way round."""
    found = [(one.start, one.end) for one in _of(rule, result)]
    if "at" not in example:
        lines = [frame.line_of(start) for start, _ in found]
        if lines != [example["line"]]:
            found_in = ", ".join(map(str, lines)) or "no line"
            yield f"the bad text must be reported in line {example['line']}, not in {found_in}"
        return
    wanted = frame.spans([example["at"]] if isinstance(example["at"], str) else example["at"])
    for span in wanted:
        if span not in found:
            yield f"the bad text is not reported at {_shown(frame, *span)}{_in_marks(rule)}"
    for span in found:
        if span not in wanted:
            yield f"the bad text is also reported at {_shown(frame, *span)}, which is not in at"
    if len(found) > len(set(found)):
        yield "the bad text is reported twice at the same place"


def _in_marks(rule: Rule) -> str:
    """The usual cause of silence: curly marks around a text of the rule are a part of it."""
    for values in rule.parameters.values():
        for text in values if isinstance(values, list | dict) else ():
            if isinstance(text, str) and text[:1] in _CURLY and text[-1:] in _CURLY:
                return f": the rule looks for {text} with these marks; write '{text[1:-1]}'"
    return ""


def _wrong_fix(
    rule: Rule, example: dict[str, Any], bad: LintResult, linted: Callable[[str], LintResult]
) -> Iterable[str]:
    """Yield how the fixed bad text differs from the good one, and which findings the fix brings."""
    frame = framed(example, "bad")
    wanted = framed(example, "good").fragment
    result = apply_fixes(rule.code, bad, linted)
    text = result.draft.source.text
    if text == frame.text:
        yield "the fix changes nothing (write fix: false where this case has none)"
        return
    expected = frame.before + wanted + frame.after
    if text != expected:
        yield f"the fix gives {_difference(expected, text)}"
    known = {one.code for one in bad.diagnostics}
    for diagnostic in result.diagnostics:
        # The settings of the example name an organ, and the fix may write the line of another.
        if diagnostic.code not in known and diagnostic.code != UNFIT_SETTING:
            yield f"the fix causes a new finding, {diagnostic.code}: {diagnostic.message}"


def apply_fixes(code: str, first: LintResult, lint: Callable[[str], LintResult]) -> LintResult:
    """Apply all fixes of one rule, round by round, and return the lint of the fixed text.

    `first` is the lint of the text as it is; `lint` lints the text of each round.
    """
    result = first
    for _ in range(_ROUNDS):
        found = [one for one in result.diagnostics if one.code == code]
        chosen = choosing.choose(found, unsafe=True)
        if not chosen:
            break
        result = lint(choosing.apply(result.draft.source.text, choosing.edits_of(chosen)))
    return result


def _of(rule: Rule, result: LintResult) -> list[Diagnostic]:
    return [one for one in result.diagnostics if one.code == rule.code]


def _shown(frame: Framed, start: int, end: int) -> str:
    """Return a span as its author finds it: the words, and their place in the example's text."""
    if start >= len(frame.before) and end <= len(frame.before) + len(frame.fragment):
        place = f"character {start - len(frame.before) + 1}"
    else:
        place = "in the frame around the example"
    return f'"{_short(frame.text[start:end])}" ({place})'


def _difference(expected: str, given: str) -> str:
    """Return where two texts begin to differ, with a few words of each."""
    at = 0
    while at < min(len(expected), len(given)) and expected[at] == given[at]:
        at += 1
    start = max(0, at - 15)
    one, other = given[start : at + 25], expected[start : at + 25]
    return f'"…{_short(one)}…" where the good text has "…{_short(other)}…"'


def _short(text: str) -> str:
    text = text.replace("\n", "⏎")
    return text if len(text) <= 60 else text[:59] + "…"
