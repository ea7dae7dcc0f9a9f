"""Rules tried on their own examples: what `reslint test-rules` and the tests run.

An example's `bad` text must be reported at the spans in `at` and nowhere else, its `good` text
nowhere; the fix must turn the one into the other and bring no new finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from reslint.authoring.context import Framed, FrameError, framed
from reslint.checks.kinds import Rule
from reslint.fixes import choosing
from reslint.linting.linter import Linter, LintResult
from reslint.rules.book import Rulebook
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic
from reslint.text.source import Source

RulebookFor = Callable[[str], Rulebook]
_ROUNDS = 5
"""Rounds of fixes allowed: fixes that touch each other wait for the next one."""


class ExampleResult(NamedTuple):
    """How a rule did on one example (`number` from 1; 0 for the examples as a whole).

    `failures` say in plain words what is wrong, none if the example passed; `line` and `column`
    are those of the example in the rule's file `path`.
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
    """The results of all examples of all rules, in their order."""
    return [result for rule in rules for result in run_rule(rule, rulebook_for)]


def run_rule(rule: Rule, rulebook_for: RulebookFor) -> list[ExampleResult]:
    """The results of a rule's examples; a rule without a bad or a good one fails for that, too."""
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
    """The result of the example at `index` (from 0).

    `rulebook_for` gives the rules of a language, this rule among them.
    """
    example = rule.examples[index]
    line, column = example.get("mark", (0, 0))
    try:
        failures = tuple(_failures(rule, example, rulebook_for))
    except FrameError as error:
        failures = (str(error),)
    return ExampleResult(rule.code, index + 1, failures, rule.path, line, column)


def _failures(rule: Rule, example: dict[str, Any], rulebook_for: RulebookFor) -> Iterable[str]:
    """What is wrong, sentence by sentence."""

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
    """A rule that did not run says nothing about its example."""
    if not result.draft.is_resolution:
        yield f"the {which} text, in its frame, is not read as a resolution"
    for problem in result.errors:
        if rule.code in problem.message:
            yield f"the {which} text: {problem.message}"


def _wrong_spans(
    rule: Rule, example: dict[str, Any], frame: Framed, result: LintResult
) -> Iterable[str]:
    """Where the bad text is not reported but must be, and the other way round."""
    found = [(one.start, one.end) for one in _of(rule, result)]
    if "at" not in example:
        lines = [frame.line_of(start) for start, _ in found]
        if lines != [example["line"]]:
            said = ", ".join(map(str, lines)) or "no line"
            yield f"the bad text must be reported in line {example['line']}, not in {said}"
        return
    wanted = frame.spans([example["at"]] if isinstance(example["at"], str) else example["at"])
    for span in wanted:
        if span not in found:
            yield f"the bad text is not reported at {_shown(frame, *span)}"
    for span in found:
        if span not in wanted:
            yield f"the bad text is reported at {_shown(frame, *span)}, too, which is not in at"
    if len(found) > len(set(found)):
        yield "the bad text is reported twice at the same place"


def _wrong_fix(
    rule: Rule, example: dict[str, Any], bad: LintResult, linted: Callable[[str], LintResult]
) -> Iterable[str]:
    """How the mended bad text differs from the good one, and what else the fix brings."""
    frame = framed(example, "bad")
    wanted = framed(example, "good").fragment
    text, result = frame.text, bad
    for _ in range(_ROUNDS):
        chosen = choosing.choose(_of(rule, result), unsafe=True)
        if not chosen:
            break
        text = choosing.apply(text, choosing.edits_of(chosen))
        result = linted(text)
    if text == frame.text:
        yield "the fix changes nothing (write fix: false where this case has none)"
        return
    expected = frame.before + wanted + frame.after
    if text != expected:
        yield f"the fix gives {_difference(expected, text)}"
    known = {one.code for one in bad.diagnostics}
    for diagnostic in result.diagnostics:
        if diagnostic.code not in known:
            yield f"the fix brings a new finding, {diagnostic.code}: {diagnostic.message}"


def _of(rule: Rule, result: LintResult) -> list[Diagnostic]:
    return [one for one in result.diagnostics if one.code == rule.code]


def _shown(frame: Framed, start: int, end: int) -> str:
    """A span as its author can find it: the words, and their place in the example's own text."""
    if start >= len(frame.before) and end <= len(frame.before) + len(frame.fragment):
        place = f"character {start - len(frame.before) + 1}"
    else:
        place = "in the frame around the example"
    return f'"{_short(frame.text[start:end])}" ({place})'


def _difference(expected: str, given: str) -> str:
    """Where two texts part, with a few words of each."""
    at = 0
    while at < min(len(expected), len(given)) and expected[at] == given[at]:
        at += 1
    start = max(0, at - 15)
    one, other = given[start : at + 25], expected[start : at + 25]
    return f'"…{_short(one)}…" where the good text has "…{_short(other)}…"'


def _short(text: str) -> str:
    text = text.replace("\n", "⏎")
    return text if len(text) <= 60 else text[:59] + "…"
