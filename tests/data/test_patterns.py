"""Expressions are compiled when they are first used, and behave as those of `re`."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from reslint.data.patterns import expression
from tests.conftest import ROOT


def test_an_expression_is_compiled_at_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    plain = re.compile

    def compile_and_count(text: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(text)
        return plain(text, flags)

    one = expression(r"(?P<day>[0-9]+) Мая", re.IGNORECASE)
    monkeypatch.setattr(re, "compile", compile_and_count)
    assert compiled == []
    found = one.search("до 25 мая")
    assert found is not None
    assert found.span("day") == (3, 5)
    assert one.match("25 мая") is not None
    assert one.pattern == r"(?P<day>[0-9]+) Мая"
    assert compiled == [r"(?P<day>[0-9]+) Мая"]


def test_the_same_text_and_flags_give_the_same_expression() -> None:
    assert expression("a+") is expression("a+")
    assert expression("a+") is not expression("a+", re.IGNORECASE)


def test_every_use_of_a_pattern_is_offered() -> None:
    pattern, lazy = re.compile("([a-z])([0-9])"), expression("([a-z])([0-9])")
    text = "a1 b2"
    assert lazy.sub(r"\2\1", text) == pattern.sub(r"\2\1", text) == "1a 2b"
    assert lazy.subn("x", text) == pattern.subn("x", text)
    assert lazy.split("a1-b2") == pattern.split("a1-b2")
    assert lazy.findall(text) == pattern.findall(text)
    assert [one.span() for one in lazy.finditer(text)] == [(0, 2), (3, 5)]
    assert lazy.fullmatch("a1") is not None
    assert (lazy.groups, lazy.groupindex, lazy.flags) == (
        pattern.groups,
        pattern.groupindex,
        pattern.flags,
    )
    with pytest.raises(AttributeError):
        lazy.matches  # type: ignore[attr-defined] # noqa: B018


def test_a_wrong_expression_fails_at_its_first_use() -> None:
    wrong = expression("(a")
    with pytest.raises(re.error):
        wrong.match("a")


def test_nothing_is_compiled_by_importing_the_command() -> None:
    script = (
        "import re\n"
        "from reslint.data import patterns\n"
        "import reslint.cli.check, reslint.files.check\n"
        "used = [one for one in patterns._made.values() if 'match' in vars(one)]\n"
        "assert patterns._made and not used, used\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (r"section [IVX]+\Z", ["Section iv", "SECTION X"], ["section a"]),
        (r"(?:[a-h0-9]{2})\Z", ["aB", "H7"], ["ai"]),
        (r"(?-i:[A-Z])\Z", ["Q"], ["q"]),
        (r"\[adopted]", ["[ADOPTED]"], ["a"]),
        (r"[^a-z]\Z", ["1"], ["A"]),
        (r"[a-zа-я-]\Z", ["Ж", "K", "-"], ["1"]),
    ],
)
def test_sets_of_letters_ignore_case(text: str, right: list[str], wrong: list[str]) -> None:
    found = expression(text, re.IGNORECASE)
    assert all(found.match(each) for each in right)
    assert not any(found.match(each) for each in wrong)


def test_sets_of_ascii_letters_know_no_rare_ones() -> None:
    # Those would make the set slow to compile.
    assert expression("[a-z]", re.IGNORECASE).match("\N{KELVIN SIGN}") is None
