"""A new house rule from a few answers: the text of its file, tried before anybody gets it.

What the rule reports, and what its fix writes, is taken from the rule itself, run on the bad
sentence: so the file passes `reslint test-rules` at once, or there is none.
"""

from __future__ import annotations

import os
import tempfile

from reslint import fixing
from reslint.diagnostics import Diagnostic
from reslint.linter import LintOptions, lint
from reslint.new_rules.file_text import examples, quoted, rule_without_examples
from reslint.new_rules.kinds import KINDS, Answers, NoRule, refuse_wrong
from reslint.new_rules.sentences import ORGAN, sentences
from reslint.rule_frames import FrameError, framed
from reslint.rule_tests import run_all
from reslint.rulebook import rulebook
from reslint.source import Source

_ROUNDS = 5  # of fixes on the bad sentence, as in the test of an example


def rule_text(answers: Answers) -> str:
    """The text of the rule's file. Raises NoRule where the answers make none that holds."""
    refuse_wrong(answers)
    kind = KINDS[answers.kind]
    try:
        bad, good, where = sentences(answers)
    except FrameError as error:
        raise NoRule(str(error)) from None
    body = rule_without_examples(answers)
    example = {"language": answers.language, "in": where, "bad": bad}
    with tempfile.TemporaryDirectory(prefix="reslint-new-rule-") as folder:
        path = os.path.join(folder, "rule.yaml")
        trial = _Trial(path, answers)
        example["good"] = good
        trial.write(body + examples(example, quoted(bad[:1])))
        found, mended = trial.outcome(example)
        if kind.titles and mended:
            example["good"] = mended
        text = body + _pointed(example, found)
        trial.write(text)
        trial.hold()
    return text


class _Trial:
    """The rule in a file of its own, run on its sentences."""

    def __init__(self, path: str, answers: Answers) -> None:
        self._path = path
        self._answers = answers

    def write(self, text: str) -> None:
        """Put the rule into the file."""
        with open(self._path, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)

    def _book(self) -> rulebook.Rulebook:
        """The rules of the language with this one. Raises NoRule where it is none."""
        book = rulebook.rulebook_for(self._answers.language, [self._path])
        for problem in book.problems:
            if problem.path == self._path:
                raise NoRule(problem.message)
        return book

    def outcome(self, example: dict[str, str]) -> tuple[list[Diagnostic], str]:
        """What the rule reports in the framed bad text, and the bad text mended ("" if it is not).

        Raises NoRule where it reports nothing there.
        """
        book = self._book()
        frame = framed(example, "bad")
        found = self._found(frame.text, book)
        if not found or any(one.start < len(frame.before) for one in found):
            raise NoRule(f"the rule does not find what it is to find in “{frame.fragment}”")
        text = frame.text
        for _ in range(_ROUNDS):
            chosen = fixing.choose(self._found(text, book), unsafe=True)
            if not chosen:
                break
            text = fixing.apply(text, fixing.edits_of(chosen))
        mended = text[len(frame.before) : len(text) - len(frame.after)]
        return found, "" if text == frame.text else mended

    def _found(self, text: str, book: rulebook.Rulebook) -> list[Diagnostic]:
        options = LintOptions(language=self._answers.language, organ=ORGAN)
        result = lint(Source(text), lambda language: book, options)
        return [one for one in result.diagnostics if one.code == self._answers.code]

    def hold(self) -> None:
        """Raise NoRule unless the examples of the rule pass."""
        results = run_all(rulebook.house([self._path]), lambda language: self._book())
        for result in results:
            for failure in result.failures:
                raise NoRule(failure)


def _pointed(example: dict[str, str], found: list[Diagnostic]) -> str:
    """The examples, with what is reported: the words, or the line where words are not enough."""
    frame = framed(example, "bad")
    words = [frame.text[one.start : one.end] for one in found]
    try:
        if frame.spans(words) == [(one.start, one.end) for one in found]:
            said = [quoted(word) for word in words]
            return examples(example, said[0] if len(said) == 1 else f"[{', '.join(said)}]")
    except FrameError:
        pass
    if len(found) > 1:
        raise NoRule("the sentence is wrong at several places: give one with a single slip")
    # The words stand there more than once: a whole draft can name the line.
    whole = {
        "language": example["language"],
        "in": "whole",
        "bad": frame.text.strip("\n"),
        "good": framed(example, "good").text.strip("\n"),
    }
    line = frame.text.count("\n", 0, found[0].start) + 1
    return examples(whole, str(line), key="line")
