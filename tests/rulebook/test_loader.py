"""Broken rule files: each gives a clear problem at its line and column, and stops no other."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reslint.rulebook.loader import load

GOOD = """\
code: HOUSE001
name: no-in-order-to
check: text.pattern
severity: warning
parameters:
  pattern: 'in order to'
message:
  en: 'Write "to" for "{match}".'
  fr: 'Écrire « to » pour « {match} ».'
why: Short words are clearer.
examples:
  - language: en
    in: preamble
    bad: '*Stressing* the need to act in order to help,'
    at: in order to
    good: '*Stressing* the need to act to help,'
"""


def problems_of(tmp_path: Path, data: str | bytes) -> list[tuple[int, int, str]]:
    """Line, column and message of each problem of a file; no rule may have been read."""
    path = tmp_path / "house.yaml"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    rules, problems = load([str(path)])
    assert rules == []
    assert all(one.code == "RULE" and one.path == str(path) for one in problems)
    return [(one.line, one.column, one.message) for one in problems]


def test_a_good_rule_has_its_defaults(tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    path.write_text(GOOD, encoding="utf-8")
    (rule,), problems = load([str(tmp_path)])
    assert problems == []
    assert (rule.code, rule.languages, rule.organs, rule.fix) == ("HOUSE001", None, None, "none")
    assert rule.parameters["ignore_case"] is False
    assert rule.why == {"en": "Short words are clearer."}
    assert rule.examples[0]["mark"] == (12, 5)


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


BROKEN: dict[str, tuple[str | bytes, int, int, str]] = {
    "unknown key": (
        changed("severity:", "severty: x\nseverity:"),
        4,
        1,
        'unknown key "severty"; did',
    ),
    "unknown key in example": (
        changed("    at:", "    att: x\n    at:"),
        15,
        5,
        '"att" in example 1',
    ),
    "missing key": (changed("severity: warning\n", ""), 1, 1, 'the rule lacks "severity"'),
    "no message": (
        changed("  fr: 'Écrire « to » pour « {match} ».'\n", "").replace(
            "message:\n  en:", "message:\n  #en:"
        ),
        7,
        9,
        '"message" is empty',
    ),
    "bad code": (changed("HOUSE001", "house-1"), 1, 7, '"code" must be capital letters and three'),
    "bad name": (changed("no-in-order-to", "No In"), 2, 7, '"name" must be small letters'),
    "bad severity": (changed("warning", "warn"), 4, 11, 'not "warn"; did you mean "warning"?'),
    "wrong type": (
        changed("'in order to'", "[a, b]"),
        6,
        12,
        '"pattern" must be a text, not a list',
    ),
    "text for a list": (
        changed("severity:", "organs: GA\nseverity:"),
        4,
        9,
        "a list of organs such as",
    ),
    "unknown organ": (
        changed("severity:", "organs: [GA, GS]\nseverity:"),
        4,
        14,
        'not "GS"',
    ),
    "empty list": (changed("severity:", "languages: []\nseverity:"), 4, 12, '"languages" is empty'),
    "list twice": (changed("severity:", "organs: [GA, GA]\nseverity:"), 4, 9, "something twice"),
    "empty value": (changed("no-in-order-to", ""), 2, 6, '"name" is empty'),
    "unknown kind": (changed("text.pattern", "text.patern"), 3, 8, 'did you mean "text.pattern"?'),
    "unknown family": (changed("text.pattern", "os.system"), 3, 8, 'no kind of check "os.system"'),
    "kind with a path": (changed("text.pattern", "text.../x"), 3, 8, "no kind of check"),
    "unknown parameter": (
        changed("  pattern:", "  patern: x\n  pattern:"),
        6,
        3,
        'unknown key "patern"',
    ),
    "missing parameter": (
        changed("  pattern: 'in order to'", "  ignore_case: true"),
        6,
        3,
        '"parameters" lacks "pattern"',
    ),
    "no parameters": (
        changed("parameters:\n  pattern: 'in order to'\n", ""),
        1,
        1,
        'needs the parameter "pattern"',
    ),
    "bad part": (
        changed("  pattern:", "  parts: [preambel]\n  pattern:"),
        6,
        11,
        'did you mean "preamble"?',
    ),
    "Norway": (
        changed("  pattern:", "  ignore_case: no\n  pattern:"),
        6,
        16,
        'true or false, not "no"',
    ),
    "bad pattern": (
        changed("'in order to'", "'in (order'"),
        6,
        12,
        "the pattern is not valid: missing )",
    ),
    "nested groups": (
        changed("'in order to'", "'" + "(" * 500 + "a" + ")" * 500 + "'"),
        6,
        12,
        "deeper than 50",
    ),
    "long pattern": (changed("'in order to'", "'" + "a" * 2001 + "'"), 6, 12, "longer than 2,000"),
    "huge repeat": (changed("'in order to'", "'a{99999999999}'"), 6, 12, "repeats too much"),
    "nested repeats": (changed("'in order to'", "'((a{100}){100}){100}'"), 6, 12, "too much"),
    "empty group repeated": (changed("'in order to'", "'(?:){900000}'"), 6, 12, "too much"),
    "bad replacement": (
        changed("  pattern:", "  replacement: \\7\n  pattern:"),
        6,
        16,
        "the replacement is not",
    ),
    "unknown placeholder": (changed("{match}", "{phrase}"), 8, 7, "unknown placeholder {phrase}"),
    "attribute access": (
        changed("{match}", "{match.__class__}"),
        8,
        7,
        "{match.__class__} is no placeholder",
    ),
    "index access": (changed("{match}", "{match[0]}"), 8, 7, "{match[0]} is no placeholder"),
    "conversion": (changed("{match}", "{match!r}"), 8, 7, "{match!r} is no placeholder"),
    "format spec": (changed("{match}", "{match:>99999999}"), 8, 7, "is no placeholder"),
    "numbered placeholder": (changed("{match}", "{0}"), 8, 7, "{0} is no placeholder"),
    "open brace": (changed("{match}", "{match"), 8, 7, "a brace is not paired"),
    "no bad example": (
        changed(
            "    bad: '*Stressing* the need to act in order to help,'\n    at: in order to\n", ""
        ),
        12,
        3,
        'no example has "bad"',
    ),
    "no good example": (
        changed("    good: '*Stressing* the need to act to help,'\n", ""),
        12,
        3,
        'no example has "good"',
    ),
    "no examples": (
        changed(GOOD[GOOD.index("examples:") :], "examples: []\n"),
        11,
        11,
        '"examples" is empty',
    ),
    "at elsewhere": (
        changed("at: in order to", "at: in order that"),
        15,
        9,
        'does not stand in "bad"',
    ),
    "no at": (changed("    at: in order to\n", ""), 12, 5, 'example 1 lacks "at"'),
    "line and words": (
        changed("    at: in order to\n", "    at: in order to\n    line: 1\n"),
        16,
        5,
        'write "at" or "line", not both',
    ),
    "other language": (
        changed("severity:", "languages: [fr]\nseverity:"),
        13,
        15,
        'that "languages" does not',
    ),
    "other organ": (
        changed("severity:", "organs: [SC]\nseverity:"),
        13,
        5,
        'that "organs" does not name',
    ),
    "title without fix": (
        changed("severity:", "fix_title: {en: a, fr: b}\nseverity:"),
        4,
        1,
        "makes no sense",
    ),
    "address": (
        changed("severity:", "source: {title: a, url: 'javascript:1'}\nseverity:"),
        4,
        25,
        "https://",
    ),
    "duplicate key": (
        changed("severity:", "name: other\nseverity:"),
        4,
        1,
        'the key "name" stands here a second',
    ),
    "alias": (
        changed("name: no-in-order-to", "name: &n a\n"),
        2,
        7,
        "the anchor &n is not allowed",
    ),
    "merge key": (changed("severity:", "<<: {a: b}\nseverity:"), 4, 1, "merge key (<<)"),
    "tag": (
        changed("severity: warning", "severity: !!str warning"),
        4,
        11,
        "the tag !!str is not allowed",
    ),
    "python tag": (
        changed("warning", "!!python/object/apply:os.system [ls]"),
        4,
        11,
        "the tag !!python/object",
    ),
    "number as key": (changed("severity:", "1: x\nseverity:"), 4, 1, "a key must be text"),
    "list as key": (
        changed("severity:", "? [a, b]\n: x\nseverity:"),
        4,
        3,
        "not a list or a mapping",
    ),
    "syntax": (changed("warning", "[warning"), 5, 11, "broken YAML"),
    "colon in a text": (changed("Short words", "Note: short words"), 10, 10, "between '…'"),
    "two documents": (GOOD + "---\na: b\n", 17, 1, "several documents"),
    "empty file": ("", 1, 1, "the file is empty"),
    "comments only": ("# nothing\n\n", 1, 1, "the file is empty"),
    "plain text": ("just words\n", 1, 1, "a rule file must be a rule"),
    "no list of rules": ("rules: none\n", 1, 8, '"rules" must be a list'),
    "rule as text": ("rules:\n  - words\n", 2, 5, "must be a rule"),
    "NUL": (b"code: A\n\x00\n", 2, 1, "NUL byte"),
    "UTF-16": (GOOD.encode("utf-16"), 0, 0, "the file is UTF-16; save it as UTF-8"),
    "Latin-1": ("# é\n".encode() + "why: é\n".encode("latin-1"), 2, 6, "not UTF-8"),
    "control character": (changed("Short", "Sh\x07ort"), 10, 8, "U+0007"),
    "deep nesting": ("a: " + "[" * 50_000, 1, 33, "nested deeper than 30"),
    "deep blocks": (
        "a:\n" + "".join(" " * n + "- \n" for n in range(100)),
        31,
        30,
        "nested deeper than 30",
    ),
    "too large": ("# " + "x" * 1_000_001, 0, 0, "larger than 1,000,000 bytes"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_file(tmp_path: Path, name: str) -> None:
    data, line, column, said = BROKEN[name]
    found = problems_of(tmp_path, data)
    assert any((line, column) == place[:2] and said in place[2] for place in found), found


def test_alias_bomb_is_refused(tmp_path: Path) -> None:
    lines = ['a0: &a0 ["x", "x"]']
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    found = problems_of(tmp_path, "\n".join(lines))
    assert found[0] == (1, 5, "the anchor &a0 is not allowed")
    assert (2, 10, "the alias *a0 is not allowed; write the value out") in found


def test_a_large_list_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    found = problems_of(tmp_path, "rules: [" + "a," * 400_000 + "]")
    assert found == [(1, 100_005, "the file holds more than 50,000 values")]


def test_all_files_together_have_a_time(tmp_path: Path) -> None:
    for number in range(3):
        path = tmp_path / f"{number}.yaml"
        path.write_text(changed("HOUSE001", f"HOUSE00{number}"), encoding="utf-8")
    rules, problems = load([str(tmp_path), str(tmp_path / "2.yaml")], seconds=-1)
    # The place at which the time was over is named, and nothing is said of what comes after it.
    assert rules == []
    assert [one.path for one in problems] == [str(tmp_path / "0.yaml")]
    assert "what stands here and after it is not read" in problems[0].message


def test_one_bad_rule_does_not_stop_the_others(tmp_path: Path) -> None:
    def item(text: str) -> str:
        return "  - " + text.replace("\n", "\n    ").rstrip() + "\n"

    second = GOOD.replace("HOUSE001", "HOUSE002").replace("no-in-order-to", "second")
    third = GOOD.replace("HOUSE001", "HOUSE003").replace("no-in-order-to", "third")
    bad = second.replace("severity: warning", "severity: warning\nseverity: *x")
    path = tmp_path / "house.yaml"
    path.write_text("rules:\n" + item(GOOD) + item(bad) + item(third), encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("a: [", encoding="utf-8")
    rules, problems = load([str(tmp_path)])
    assert [rule.code for rule in rules] == ["HOUSE001", "HOUSE003"]
    assert {Path(problem.path).name for problem in problems} == {"house.yaml", "broken.yaml"}


def test_a_code_or_name_can_be_taken_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(GOOD, encoding="utf-8")
    rules, problems = load([str(tmp_path)])
    assert len(rules) == 1
    assert [(Path(one.path).name, one.line, one.column) for one in problems] == [
        ("b.yaml", 1, 7),
        ("b.yaml", 2, 7),
    ]
    assert "HOUSE001 already belongs to another rule" in problems[0].message
    assert "a.yaml:1" in problems[0].message


def test_numbers_where_text_is_wanted_are_kept_as_written(tmp_path: Path) -> None:
    text = GOOD.replace("severity:", "source: {title: 2020, section: 1.10}\nseverity:")
    text = text.replace("bad: '*Stressing* the need to act in order to help,'", "bad: 1.10")
    text = text.replace("at: in order to", "at: 1.10")
    path = tmp_path / "house.yaml"
    path.write_text(text, encoding="utf-8")
    (rule,), problems = load([str(path)])
    assert problems == []
    assert rule.source == {"title": "2020", "section": "1.10"}
    assert rule.examples[0]["at"] == "1.10"


def test_shipped_rules_say_more(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    rules, problems = load([str(tmp_path)], shipped=True)
    assert rules == []
    assert [one.message for one in problems if one.line == 1] == [
        f'a rule of reslint itself needs "{key}"'
        for key in ("languages", "organs", "profile", "fix", "source")
    ]
    assert [(one.line, one.column) for one in problems if one.line != 1] == [(10, 6)]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    _, (problem,) = load([str(tmp_path / "none")])
    assert "cannot be read" in problem.message


def test_links_to_files_are_read_and_links_to_folders_are_named(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text(GOOD, encoding="utf-8")
    inside = tmp_path / "rules"
    inside.mkdir()
    (inside / "link.yaml").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    rules, (problem,) = load([str(inside)])
    assert [rule.path for rule in rules] == [str(inside / "link.yaml")]
    assert (problem.path, problem.message) == (
        str(inside / "loop"),
        "a link to a folder is not followed: name that folder under rules as well",
    )


def test_a_rule_file_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.yaml")
    _, problems = load([str(tmp_path)])
    assert [one.message for one in problems] == [
        "cannot be read (No such file or directory)",
        "is no regular file",
    ]
