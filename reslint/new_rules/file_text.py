"""The text of a new rule's file, with a comment on whatever can be said in it."""

from __future__ import annotations

from reslint.new_rules.kinds import KINDS, Answers, OfferedKind
from reslint.new_rules.sentences import Maker

_NOTES_FROM = 34  # column of the comments behind lines


def rule_without_examples(answers: Answers) -> str:
    """All of the file but its examples."""
    kind = KINDS[answers.kind]
    return _head(answers, kind) + _parameters(answers) + _saying(answers, kind)


def quoted(text: str) -> str:
    """A text as YAML takes it whatever it holds."""
    return "'" + text.replace("'", "''") + "'"


def _block(text: str, indent: str) -> str:
    """A text of one or several lines as a value of YAML."""
    if "\n" not in text:
        return quoted(text)
    lines = (indent + line if line else "" for line in text.split("\n"))
    return "|-\n" + "\n".join(lines)


def _noted(line: str, note: str) -> str:
    """A line of the file with a comment behind it."""
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
        _noted(f"severity: {answers.severity}", "error, warning, info or hint"),
    ]
    if kind.titles:
        lines += [
            _noted("fix: safe", "safe: --fix mends it; unsafe: on request only; or none"),
            _noted("fix_title:", "what an editor offers; {replacement} is filled in"),
            f"  en: {quoted(kind.titles[0])}\n  fr: {quoted(kind.titles[1])}\n",
        ]
    return "".join(lines) + "\n"


def _parameters(answers: Answers) -> str:
    """The parameters of the kind, with what else could be said, in comments."""
    words = [quoted(word) for word in answers.words]
    listed = "".join(f"    - {word}\n" for word in words)
    places = _noted("  # parts: [preamble, operative]", "look only there")
    excepted = _noted("  # exceptions: ['these words']", "where this stands, nothing is said")
    if answers.kind == "substitution":
        swaps = "".join(f"    {word}: {quoted(answers.write)}\n" for word in words)
        note = "what is written: what to write; a line for each"
        body = _noted("  swaps:", note) + swaps + excepted + places
    elif answers.kind == "consistency":
        body = _noted("  either:", "a list for each thing that has several forms")
        body += f"    - [{', '.join(words)}]\n" + excepted + places
    elif answers.kind == "required":
        body = _noted("  texts:", "one of these is enough") + listed
        body += _noted("  parts: [operative]", "where it may stand")
        body += _noted("  in: any", "any paragraph; or each, the first, the last")
    elif answers.kind == "sequence":
        body = _noted("  phrases:", "what needs something else before it") + listed
        body += _noted("  needs:", "one of these is enough")
        body += f"    - {quoted(answers.write)}\n" + _noted("  where: before", "or after")
        body += _noted("  within: draft", "or paragraph") + excepted + places
    elif answers.kind == "length":
        of = "characters" if Maker(answers.language).by_character else "words"
        body = _noted(f"  of: {of}", "words, characters or paragraphs")
        body += f"  most: {answers.most}\n  # least: 3\n  parts: [preamble, operative]\n"
    else:
        body = _noted("  words:", "add as many lines as you like") + listed + excepted + places
    return f"parameters:\n{body}\n"


def _saying(answers: Answers, kind: OfferedKind) -> str:
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
    """The examples as text; `place` says what is reported."""
    return (
        _noted("examples:", "the test of the rule: put sentences of your own here")
        + f"  - language: {example['language']}\n"
        + _noted(f"    in: {example['in']}", "preamble, operative, notes; whole for a whole draft")
        + f"    bad: {_block(example['bad'], '      ')}\n"
        + _noted(f"    {key}: {place}", "what is reported")
        + f"    good: {_block(example['good'], '      ')}\n"
    )
