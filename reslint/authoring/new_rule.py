"""Write the text of a new rule's file, with a comment on every key that it can have."""

from __future__ import annotations

import os
import tempfile

from reslint.authoring.new_rule_kinds import KINDS, Answers, NoRule, OfferedKind, refuse_wrong
from reslint.authoring.runner import FrameError, apply_fixes, framed, run_all, sample
from reslint.language.language import Language
from reslint.language.loading import vocabulary
from reslint.linting.linter import Linter, LintResult
from reslint.rulebook.book import Rulebook, house, load_rulebook
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic
from reslint.text.source import Source

_NOTES_FROM = 34  # column of the comments behind lines

ORGAN = "GA"
"""The organ whose frame the examples have."""
_MARGIN = 8  # by which a paragraph is made too long: its label is not counted
_FIRST_WIDE = "\u2e80"  # from here on, scripts without spaces between words


def sentences(answers: Answers) -> tuple[str, str, str]:
    """Return a bad text, a good one (provisional if the rule has a fix), and their part."""
    maker = Maker(answers.language)
    words, kind = answers.words, answers.kind
    preamble = maker.sample("preamble")
    if answers.bad:
        where = "preamble" if answers.bad.rstrip().endswith(maker.comma) else "operative"
        return answers.bad, maker.sample(where), where
    if kind == "consistency":
        lines = [maker.with_words(preamble, word) for word in words[:2]]
        return "\n\n".join(lines), "\n\n".join([lines[0], lines[0]]), "preamble"
    if kind == "capitalization":
        bad = maker.with_words(preamble, words[0].lower())
        return bad, maker.with_words(preamble, words[0]), "preamble"
    if kind == "required":
        operative = maker.sample("operative")
        return operative, maker.with_words(operative, words[0]), "operative"
    if kind == "sequence":
        operative = maker.sample("operative")
        both = maker.joined(answers.write, f"({words[0]})")
        bad, good = maker.with_words(operative, words[0]), maker.with_words(operative, both)
        return bad, good, "operative"
    if kind == "position":
        operative = maker.sample("operative")
        having = maker.with_words(operative, words[0])
        bad, good = maker.in_order(having, operative), maker.in_order(operative, having)
        return bad, good, "operative"
    if kind == "count":
        often = preamble
        for _ in range(answers.most + 1):
            often = maker.with_words(often, words[0])
        return often, preamble, "preamble"
    if kind == "length":
        operative = maker.sample("operative")
        return maker.longer_than(operative, answers.most), operative, "operative"
    return maker.with_words(preamble, words[0]), preamble, "preamble"


class Maker:
    """Makes sentences of one language from those of its frame."""

    def __init__(self, code: str) -> None:
        try:
            self._language = Language(code, vocabulary(code))
        except LookupError:
            raise NoRule(f"there is no vocabulary of the language {code}") from None
        self._code = code
        self.comma = self._language.marks["comma"]
        self._semicolon = self._language.marks["semicolon"]
        self.by_character = self._language.phrases.by_character

    def sample(self, where: str) -> str:
        """Return a sentence of the frame. Raises FrameError."""
        return sample(self._code, ORGAN, where)

    def joined(self, first: str, second: str) -> str:
        """Join two pieces of text, with a space where the language has one."""
        # A text without spaces between words has them around words of other scripts.
        return f"{first}{'' if self.by_character and second[0] >= _FIRST_WIDE else ' '}{second}"

    def with_words(self, sentence: str, words: str) -> str:
        """Return the sentence with words added before its closing mark."""
        return self.joined(sentence[:-1], words) + sentence[-1]

    def in_order(self, first: str, second: str) -> str:
        """Return two operative paragraphs of the frame as 1 and 2."""
        return f"{first[:-1]}{self._semicolon}\n\n2{second[1:]}"

    def longer_than(self, sentence: str, limit: int) -> str:
        """Return the sentence with its own words repeated until it is longer than `limit`."""
        words = sentence[:-1].split("*")[-1].strip()
        text = sentence[:-1]
        while measure(text, self.by_character) <= limit + _MARGIN:
            text = self.joined(text, words)
        return text + sentence[-1]


def measure(text: str, by_character: bool) -> int:
    """Return the length of a text in words, or in characters if the language has no spaces."""
    return len(text) if by_character else len(text.split())


def rule_without_examples(answers: Answers) -> str:
    """Return the text of the file without its examples."""
    kind = KINDS[answers.kind]
    return _head(answers, kind) + _parameters(answers) + _messages(answers, kind)


def quoted(text: str) -> str:
    """Return a text as a quoted YAML string."""
    return "'" + text.replace("'", "''") + "'"


def _block(text: str, indent: str) -> str:
    """Return a text of one or several lines as a YAML value."""
    if "\n" not in text:
        return quoted(text)
    lines = (indent + line if line else "" for line in text.split("\n"))
    return "|-\n" + "\n".join(lines)


def _noted(line: str, note: str) -> str:
    """Return a line of the file with a comment after it."""
    return f"{line:{_NOTES_FROM}}  # {note}\n"


def _head(answers: Answers, kind: OfferedKind) -> str:
    lines = [
        "# A house rule. What follows a # is a comment. After each change, try the rule:\n"
        "#     reslint test-rules THIS-FILE\n"
        "# docs/writing-rules.md shows how rules are written, docs/general-kinds.md what they can "
        "do.\n\n",
        _noted(f"code: {answers.code}", "settings and suppressions name it: never change it"),
        _noted(f"name: {answers.name}", "says what is wrong, in small letters and hyphens"),
        _noted(f"check: {kind.check}", f"the kind: {kind.about}"),
        _noted(f"languages: [{answers.language}]", "of the drafts; without this line, all"),
        _noted("# organs: [GA, ECOSOC]", "drafts of these organs; without this line, all"),
        _noted("# sessions: [80]", "drafts of these sessions"),
        _noted("# committees: [Third Committee]", "drafts that name it above their title"),
        _noted(f"severity: {answers.severity}", "error, warning, info or hint"),
    ]
    if kind.titles and (answers.kind != "pattern" or answers.write):
        lines += [
            _noted(
                "fix: safe", "safe: --fix applies it; unsafe: only with --unsafe-fixes; or none"
            ),
            _noted("fix_title:", "what an editor offers; {replacement} is filled in"),
            f"  en: {quoted(kind.titles[0])}\n  fr: {quoted(kind.titles[1])}\n",
        ]
    return "".join(lines) + "\n"


def _parameters(answers: Answers) -> str:
    """Return the parameters of the kind, with those that could be added in comments."""
    words = [quoted(word) for word in answers.words]
    listed = "".join(f"    - {word}\n" for word in words)
    places = _noted("  # parts: [preamble, operative]", "look only there")
    excepted = _noted(
        "  # exceptions: ['these words']", "nothing is reported where these words are"
    )
    if answers.kind == "substitution":
        swaps = "".join(f"    {word}: {quoted(answers.write)}\n" for word in words)
        note = "what is written: what to write; a line for each"
        body = _noted("  swaps:", note) + swaps
        body += _noted("  #   'basically': ''", "'' deletes the words")
        body += _noted("  #   'impact on': [affect, change]", "several suggestions")
        body += excepted + places
    elif answers.kind == "consistency":
        body = _noted("  either:", "a list for each thing that has several forms")
        body += f"    - [{', '.join(words)}]\n" + excepted + places
    elif answers.kind == "required":
        body = _noted("  texts:", "one of these is enough") + listed
        body += _noted("  parts: [operative]", "where it may be")
        body += _noted("  in: any", "any paragraph; or each, the first, the last")
        body += _noted("  # at: start", "the paragraph must begin (or end) with it")
        body += _noted("  # when: ['these words']", "only in drafts that have these words")
    elif answers.kind == "sequence":
        body = _noted("  phrases:", "what needs something else before it") + listed
        body += _noted("  needs:", "one of these is enough")
        body += f"    - {quoted(answers.write)}\n" + _noted("  where: before", "or after")
        body += _noted("  within: draft", "or paragraph") + excepted + places
    elif answers.kind == "position":
        body = _noted("  texts:", "one of these is enough") + listed
        body += _noted("  place: last", "or first")
        body += _noted("  # at: start", "count only paragraphs that begin (or end) with it")
        body += _noted("  parts: [operative]", "of these paragraphs")
        body += _noted("  levels: paragraphs", "without the items (a), (b) …") + excepted
    elif answers.kind == "count":
        body = _noted("  words:", "they are counted together") + listed
        body += _noted(f"  most: {answers.most}", "so many times at most")
        body += _noted("  # least: 1", "so many times at least; exactly one: most: 1, least: 1")
        body += _noted("  # at: start", "count only where a paragraph begins (or ends) with it")
        body += excepted + places
    elif answers.kind == "pattern":
        body = _noted(f"  pattern: {words[0]}", "what is found") + places
        if answers.write:
            body += _noted(f"  replacement: {quoted(answers.write)}", "what the fix writes")
        body += _noted("  # needs: ['hrs']", "look only in drafts with this text: faster")
    elif answers.kind == "length":
        of = "characters" if Maker(answers.language).by_character else "words"
        body = _noted(f"  of: {of}", "words, characters or paragraphs")
        body += f"  most: {answers.most}\n  # least: 3\n  parts: [preamble, operative]\n"
    else:
        body = _noted("  words:", "add as many lines as you like") + listed + excepted + places
    return f"parameters:\n{body}\n"


def _messages(answers: Answers, kind: OfferedKind) -> str:
    why = answers.why or "The house style asks for it."
    if answers.source:
        source = f"source:\n  title: {quoted(answers.source)}\n"
        source += "  # section: Chapter 3\n  # url: https://example.org/style\n"
    else:
        source = _noted("# source:", "where the convention is written")
        source += "#   title: Style guide of the house\n"
    return (
        _noted("message:", "what the drafter reads; words in {} are filled in")
        + f"  en: {quoted(kind.messages[0])}\n  fr: {quoted(kind.messages[1])}\n"
        + f"# Why it is so, in two or three sentences:\nwhy: {quoted(why)}\n{source}\n"
    )


def examples(example: dict[str, str], place: str, *, key: str = "at") -> str:
    """Return the examples as text; `place` says what is reported."""
    return (
        _noted("examples:", "the test of the rule: put your own sentences here")
        + f"  - language: {example['language']}\n"
        + _noted(f"    in: {example['in']}", "preamble, operative, notes; whole for a whole draft")
        + f"    bad: {_block(example['bad'], '      ')}\n"
        + _noted(f"    {key}: {place}", "what is reported")
        + f"    good: {_block(example['good'], '      ')}\n"
    )


def rule_text(answers: Answers) -> str:
    """Return the text of the rule's file. Raises NoRule if the answers make no working rule."""
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
        found, fixed = trial.outcome(example)
        if kind.titles and fixed:
            example["good"] = fixed
        text = body + _pointed(example, found)
        trial.write(text)
        trial.test_examples()
    return text


class _Trial:
    """The rule in a temporary file, run on its sentences."""

    def __init__(self, path: str, answers: Answers) -> None:
        self._path = path
        self._answers = answers

    def write(self, text: str) -> None:
        """Write the rule into the file."""
        with open(self._path, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)

    def _book(self) -> Rulebook:
        """Return the rules of the language with this one. Raises NoRule if it is invalid."""
        book = load_rulebook(self._answers.language, [self._path])
        for problem in book.problems:
            if problem.path == self._path:
                raise NoRule(problem.message)
        return book

    def outcome(self, example: dict[str, str]) -> tuple[list[Diagnostic], str]:
        """Return what the rule reports in the framed bad text, and the fixed text ("" if no fix).

        Raises NoRule if it reports nothing there.
        """
        book = self._book()
        settings = Settings(language=self._answers.language, organ=ORGAN)
        linter = Linter(settings, lambda language: book)

        def lint(text: str) -> LintResult:
            return linter.lint(Source(text))

        frame = framed(example, "bad")
        first = lint(frame.text)
        found = [one for one in first.diagnostics if one.code == self._answers.code]
        if not found or any(one.start < len(frame.before) for one in found):
            tail = "" if self._answers.bad else ": give a sentence in which it finds one"
            raise NoRule(f"the rule finds no error in “{frame.fragment}”{tail}")
        text = apply_fixes(self._answers.code, first, lint).draft.source.text
        fixed = text[len(frame.before) : len(text) - len(frame.after)]
        return found, "" if text == frame.text else fixed

    def test_examples(self) -> None:
        """Raise NoRule unless the examples of the rule pass."""
        results = run_all(house([self._path]), lambda language: self._book())
        for result in results:
            for failure in result.failures:
                raise NoRule(failure)


def _pointed(example: dict[str, str], found: list[Diagnostic]) -> str:
    """Return the examples with what is reported: the words, or the line if words are ambiguous."""
    frame = framed(example, "bad")
    words = [frame.text[one.start : one.end] for one in found]
    try:
        if frame.spans(words) == [(one.start, one.end) for one in found]:
            listed = [quoted(word) for word in words]
            return examples(example, listed[0] if len(listed) == 1 else f"[{', '.join(listed)}]")
    except FrameError:
        pass
    if len(found) > 1:
        raise NoRule("the sentence is wrong at several places: give one with a single error")
    # The words occur more than once: a whole draft can name the line instead.
    whole = {
        "language": example["language"],
        "in": "whole",
        "bad": frame.text.strip("\n"),
        "good": framed(example, "good").text.strip("\n"),
    }
    line = frame.text.count("\n", 0, found[0].start) + 1
    return examples(whole, str(line), key="line")
