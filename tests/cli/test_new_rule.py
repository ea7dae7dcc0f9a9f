"""`reslint new-rule`: what it writes passes `reslint test-rules`, in every language and kind."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pytest

from reslint.authoring.new_rule import rule_text
from reslint.authoring.new_rule_kinds import KINDS, Answers, NoRule
from reslint.authoring.runner import run_all
from reslint.cli import rule_tests
from reslint.rulebook.book import Rulebook, house, load_rulebook, standard_in_full
from reslint.settings.finding import read_config
from tests.cli.run import command, environment, reslint
from tests.texts import DRAFT

WORDS = {
    "en": ("orchard", "fruit garden"),
    "fr": ("verger", "jardin d’arbres fruitiers"),
    "es": ("huerto", "jardín de frutales"),
    "ru": ("сад", "роща"),
    "ar": ("بستان", "حديقة الفواكه"),
    "zh": ("果园", "花园"),
}


def answers(kind: str, language: str, **others: object) -> Answers:
    """Answers that make a rule of this kind."""
    first, second = WORDS[language]
    if kind == "capitalization":
        first, second = "Orchard Night", "Orchard Day"
    made = Answers(
        kind,
        "HOUSE007",
        "orchards",
        language,
        words=(first, second) if kind == "consistency" else (first,),
        write=second if KINDS[kind].write else "",
        most={"length": 30, "count": 2}.get(kind, 0),
    )
    return made._replace(**others)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", list(WORDS))
@pytest.mark.parametrize("kind", list(KINDS))
def test_every_kind_in_every_language(tmp_path: Path, kind: str, language: str) -> None:
    path = tmp_path / "rule.yaml"
    path.write_text(rule_text(answers(kind, language)), encoding="utf-8")
    book = house([str(path)])
    assert (book.problems, [rule.code for rule in book]) == ([], ["HOUSE007"])
    with_ours = load_rulebook(language, [str(path)])
    (result,) = run_all(book, lambda _: with_ours)
    assert result.failures == ()


@pytest.mark.parametrize(
    "word", ["it's", 'the "best"', "a: b", "# one", "50 %", "- x", "{match}", "no", "1.10", "à la"]
)
def test_words_that_mean_something_to_yaml(tmp_path: Path, word: str) -> None:
    path = tmp_path / "rule.yaml"
    path.write_text(rule_text(answers("forbidden", "en", words=(word,))), encoding="utf-8")
    (rule,) = house([str(path)])
    assert rule.parameters["words"] == [word]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"words": ()}, "none are given"),
        ({"words": ("one\ntwo",)}, "one line"),
        ({"words": ("x" * 301,)}, "more than 300"),
        ({"bad": "*Noting* the gardens,"}, "finds no error"),
        ({"write": ""}, "not given"),
        ({"code": "LEAD001"}, "belongs to a rule of reslint"),
    ],
)
def test_answers_that_make_no_rule(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(NoRule, match=said):
        rule_text(answers("substitution", "en", **wrong))


def test_an_own_sentence(tmp_path: Path) -> None:
    bad = "*Noting* that an orchard feeds a village,"
    text = rule_text(answers("substitution", "en", bad=bad))
    assert f"bad: '{bad}'" in text
    assert "good: '*Noting* that an fruit garden feeds a village,'" in text
    text = rule_text(answers("substitution", "en", bad="*Decides* to plant an orchard."))
    assert "in: operative" in text


def test_a_word_that_stands_in_others_is_told_by_its_line() -> None:
    text = rule_text(answers("forbidden", "en", words=("a",)))
    assert "in: whole" in text
    assert "line: 3" in text


def test_the_command_writes_a_rule_that_is_used_at_once(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(DRAFT)
    made = reslint(
        tmp_path, "new-rule", "substitution", "--words", "orchards", "--write", "gardens",
        "--why", "We grow no fruit.", "--source", "Style of the house",
    )  # fmt: skip
    assert (made.code, made.err) == (0, "")
    path = tmp_path / "house-rules" / "not-orchards.yaml"
    assert made.out.startswith("house-rules/not-orchards.yaml written: HOUSE001,")
    assert "why: 'We grow no fruit.'" in path.read_text()
    tried = reslint(tmp_path, "test-rules", "house-rules")
    assert (tried.code, tried.out) == (0, "1 rule, 1 example: all passed\n")
    found = reslint(tmp_path, "check", "--select", "HOUSE", "--format", "concise")
    assert found.out.count("HOUSE001 Write “gardens”, not “orchards”.") == 2
    # The next one has the next code, and the folder that the settings name.
    (tmp_path / "house-rules").rename(tmp_path / "ours")
    (tmp_path / "reslint.yaml").write_text("rules: [ours]\n")
    made = reslint(tmp_path, "new-rule", "forbidden", "--words", "remain")
    assert made.out.startswith("ours/not-remain.yaml written: HOUSE002,")
    assert (tmp_path / "reslint.yaml").read_text() == "rules: [ours]\n"


@pytest.mark.parametrize(
    ("settings", "becomes"),
    [
        ("language: en", "language: en\nrules: ['house-rules']\n"),
        ("# nothing yet\n", None),
        ("{language: en}\n", None),
        ("rules: [other]\n", None),
    ],
)
def test_the_settings_name_the_folder_where_they_can(
    tmp_path: Path, settings: str, becomes: str | None
) -> None:
    path = tmp_path / "reslint.yaml"
    path.write_text(settings)
    (tmp_path / "other").mkdir()
    made = reslint(
        tmp_path, "new-rule", "forbidden", "--words", "orchard", "--folder", "house-rules"
    )
    assert made.code == 0
    after = path.read_text()
    if "nothing" in settings:
        becomes = settings + "rules: ['house-rules']\n"
    assert after == (becomes or settings)
    if becomes:
        folders = read_config(str(path)).rule_folders
        assert [os.path.basename(one) for one in folders] == ["house-rules"]
    else:
        assert "put house-rules under rules: in reslint.yaml" in made.out


def test_a_limit_and_an_own_sentence_on_the_command_line(tmp_path: Path) -> None:
    sentence = "1. *Requests* the Secretary-General to report on all of the orchards of the north."
    arguments = ("length", "--most", "9", "--bad", sentence, "--language", "en", "--why", "Short.")
    done = reslint(tmp_path, "new-rule", *arguments, "--source", "The house.")
    assert (done.code, done.err) == (0, "")
    (path,) = (tmp_path / "house-rules").iterdir()
    assert sentence in path.read_text()
    assert "9" in path.read_text()
    assert reslint(tmp_path, "test-rules", "house-rules").code == 0


def test_nothing_is_written_over(tmp_path: Path) -> None:
    arguments = ("new-rule", "forbidden", "--words", "orchard")
    assert reslint(tmp_path, *arguments).code == 0
    path = tmp_path / "house-rules" / "not-orchard.yaml"
    before = path.read_bytes()
    again = reslint(tmp_path, *arguments)
    assert (again.code, again.out) == (2, "")
    assert "house-rules/not-orchard.yaml exists already" in again.err
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "which kind of rule: substitution, forbidden"),
        (["length"], "greatest length"),
        (["forbidden", "--words", "x", "--code", "house1"], "capital letters and three digits"),
        (["forbidden", "--words", "x", "--name", "../x"], "small letters"),
        (["forbidden", "--words", "x", "--folder", "file/rules"], "cannot be written"),
    ],
)
def test_wrong_usage(tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "file").write_text("")
    outcome = reslint(tmp_path, "new-rule", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert sorted(os.listdir(tmp_path)) == ["file"]


def test_it_asks_on_a_terminal(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command("new-rule"),
        cwd=tmp_path,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment({"TERM": "dumb"}),
    )
    os.close(theirs)
    said = ["subst", "1", "", "orchard", "grove", "", "garden", "xx", "en", "Short.", ""]
    os.write(ours, "".join(line + "\n" for line in said).encode())
    shown = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # Linux says so that the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert process.wait() == 0, shown.decode()
    assert b"not one of these" in shown
    assert b"it is empty" in shown
    text = (tmp_path / "house-rules" / "not-orchard.yaml").read_text()
    assert "    'orchard': 'garden'\n    'grove': 'garden'\n" in text
    assert "why: 'Short.'" in text


def test_coverage_names_what_is_untried(tmp_path: Path) -> None:
    reslint(tmp_path, "new-rule", "forbidden", "--words", "orchard")
    path = tmp_path / "house-rules" / "not-orchard.yaml"
    path.write_text(path.read_text().replace("languages: [en]", "languages: [en, fr, ru]"))
    outcome = reslint(tmp_path, "test-rules", "--coverage", "house-rules")
    assert outcome.code == 0
    assert outcome.out == (
        "1 rule, 1 example: all passed\n\n"
        "Rules that no example fires: none\n"
        "Languages of a rule in which no example fires it:\n"
        "  HOUSE001: fr ru\n"
    )
    path.write_text(path.read_text().replace("- 'orchard'", "- 'grove'"))
    outcome = reslint(tmp_path, "test-rules", "--coverage", "house-rules")
    assert outcome.code == 1
    assert "Rules that no example fires: HOUSE001\n" in outcome.out


def test_coverage_of_shipped_rules_names_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two of the rules: the examples of all of them are tried in tests/rulebook."""
    few = [rule for rule in standard_in_full() if rule.code in ("LEAD002", "WORD003")]
    monkeypatch.setattr(rule_tests, "standard_in_full", lambda: Rulebook(few))
    outcome = reslint(tmp_path, "test-rules", "--coverage")
    assert outcome.code == 0
    assert "Rules that no example fires: none\n" in outcome.out
    lines = outcome.out.split("\n")
    (at,) = (number for number, line in enumerate(lines) if "en, leading phrases: " in line)
    unused = " ".join(lines[at + 1 :]).partition("  fr, ")[0]
    # The frame of the examples has the one, and nothing has the other.
    assert "; Stressing;" not in unused
    assert "Apportions;" in unused
