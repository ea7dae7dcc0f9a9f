"""Versions read in a second process are those that one process would read."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from reslint.cli.main import main
from reslint.concordance import second_process
from reslint.concordance.comparing import check, findings_of
from reslint.concordance.comparison import Comparison
from reslint.concordance.model import Difference, Version
from reslint.concordance.running import GroupJob, outcome_of
from reslint.concordance.second_process import read_versions
from reslint.draft.reader import read_draft
from reslint.linting.results import FileResult
from reslint.revisions.new_word_file import new_word_file
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic
from reslint.text.source import Source
from tests.concordance.conftest import VERSIONS, aligned

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked")
SIZES = {"a": 50_000, "b": 90_000, "c": 60_000, "d": 10_000}


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_process, "processors", lambda: 2)


def by_process(sizes: dict[str, int]) -> dict[str, set[str]]:
    """The paths that each process reads, by its number."""
    found: dict[str, set[str]] = {}
    for path, read in read_versions(
        sizes, lambda path: FileResult(path, language=str(os.getpid()))
    ).items():
        assert isinstance(read, FileResult)
        found.setdefault(str(read.language), set()).add(path)
    return found


def test_two_processes_read_about_as_much_each() -> None:
    found = by_process(SIZES)
    assert found.pop(str(os.getpid())) == {"b", "d"}
    assert list(found.values()) == [{"a", "c"}]


@pytest.mark.parametrize("sizes", [{"a": 90_000}, {"a": 90_000, "b": 1_000}])
def test_too_little_to_share_is_read_here(sizes: dict[str, int]) -> None:
    assert by_process(sizes) == {str(os.getpid()): set(sizes)}


def test_beside_another_thread_nothing_is_forked() -> None:
    done = Event()
    other = Thread(target=done.wait)
    other.start()
    try:
        assert list(by_process(SIZES)) == [str(os.getpid())]
    finally:
        done.set()
        other.join()


def test_what_breaks_in_the_second_process_is_read_here() -> None:
    here = os.getpid()

    def read(path: str) -> FileResult:
        if os.getpid() != here:
            raise MemoryError
        return FileResult(path)

    assert set(read_versions(SIZES, read)) == set(SIZES)


@pytest.mark.parametrize("wrong", ["", "30 de junio"])
@pytest.mark.parametrize("ending", ["md", "docx"])
def test_results_are_those_of_one_process(
    tmp_path: Path, wrong: str, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_process, "ENOUGH_BYTES", 0)
    answers: list[bytes] = []
    unpacked = second_process._unpacked

    def counted(data: bytes) -> dict[str, Version | FileResult]:
        answers.append(data)
        return unpacked(data)

    monkeypatch.setattr(second_process, "_unpacked", counted)
    monkeypatch.setattr(second_process, "ENOUGH_CHARACTERS", 0)
    shared: list[Difference] = []
    whole = second_process._whole

    def kept(plain: object, versions: Sequence[Version]) -> Difference:
        shared.append(whole(plain, versions))
        return shared[-1]

    monkeypatch.setattr(second_process, "_whole", kept)
    paths = []
    for language, text in VERSIONS.items():
        path = tmp_path / f"a.{language}.{ending}"
        written = text.replace(wrong, "3 de junio") if wrong else text
        draft = read_draft(Source(written, "a.md"))
        path.write_bytes(new_word_file(draft) if ending == "docx" else written.encode())
        paths.append(str(path))
    (tmp_path / "b.md").write_text("Only a letter.", encoding="utf-8")
    paths += [str(tmp_path / "b.md"), str(tmp_path / "missing.md")]

    def said(
        *, in_two_processes: bool
    ) -> tuple[object, list[str], list[object], list[object], list[list[str]]]:
        settings = dict.fromkeys(paths, Settings())
        job = GroupJob("a", "name", paths, settings, in_two_processes=in_two_processes)
        outcome = outcome_of(job)[0]
        return (
            outcome.reference,
            outcome.compared,
            [(one.path, one.language, one.organ) for one in outcome.results],
            [_all_of(one) for result in outcome.results for one in result.diagnostics],
            [[error.message for error in one.errors] for one in outcome.results],
        )

    found = said(in_two_processes=True)
    assert found == said(in_two_processes=False)
    assert len(found[1]) == len(VERSIONS)
    assert len(answers) == 1  # the second process did not fail
    assert [one.version.language for one in shared] == (["es"] if wrong else [])


def test_checks_that_break_in_the_second_process_are_run_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(second_process, "ENOUGH_CHARACTERS", 0)
    here = os.getpid()
    texts = {**VERSIONS, "es": VERSIONS["es"].replace("30 de junio", "3 de junio")}
    comparison = aligned(texts)
    settings = {one.path: Settings() for one in comparison.versions}

    def broken(comparison: Comparison) -> None:
        assert os.getpid() != here
        raise MemoryError

    def rest(comparison: Comparison) -> None:
        check(comparison, settings, numbers=False)

    second_process.share_checks(comparison, broken, rest)
    assert "CONC008" not in comparison.differences
    assert "CONC018" in comparison.differences
    found = findings_of(comparison, settings)
    assert [one.code for one in found["es.md"].diagnostics] == ["CONC008"]


HOUSE = """
organ:
  code: VILLAGES
  names:
    en: [The Council of Villages]
    fr: [Le Conseil des villages]
    es: [El Consejo de Aldeas]
    ru: [Совет деревень]
    ar: [مجلس القرى]
    zh: [村庄理事会]
  phrases:
    en: {operative: [Beseeches]}
    fr: {operative: [Conjure]}
    ru: {operative: [заклинает]}
    ar: {operative: [تتوسل]}
"""
ORGAN_LINES = {
    "en": ("*The General Assembly*", "*The Council of Villages*"),
    "fr": ("*L’Assemblée générale*", "*Le Conseil des villages*"),
    "es": ("*La Asamblea General*", "*El Consejo de Aldeas*"),
    "ru": ("*Генеральная Ассамблея*", "*Совет деревень*"),
    "ar": ("***إن الجمعية العامة***", "***مجلس القرى***"),
    "zh": ("**大会**", "**村庄理事会**"),
}
BESEECHES = {"en": ("Invites", "Beseeches"), "fr": ("Invite", "Conjure")}


def test_an_organ_of_a_house_is_read_in_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(second_process, "ENOUGH_BYTES", 0)
    (tmp_path / "reslint.yaml").write_text(HOUSE, encoding="utf-8")
    for language, text in VERSIONS.items():
        written = text.replace(*ORGAN_LINES[language])
        if language == "es":
            written = written.replace("2028", "2029")
        if language in BESEECHES:
            written = written.replace(*BESEECHES[language])
        (tmp_path / f"a.{language}.md").write_text(written, encoding="utf-8")

    def said(*jobs: str) -> tuple[int, list[Any], list[Any]]:
        code = main(["concordance", "--no-cache", "--format", "json", *jobs, str(tmp_path)])
        document = json.loads(capsys.readouterr().out)
        return code, document["groups"], document["files"]

    found = said()
    assert found == said("--jobs", "1")
    code, _, files = found
    assert code == 1
    assert [one["organ"] for one in files] == ["VILLAGES"] * len(VERSIONS)
    odd = {one["language"]: [each["code"] for each in one["diagnostics"]] for one in files}
    assert {language for language, codes in odd.items() if "CONC008" in codes} == {"es"}


def _all_of(one: Diagnostic) -> object:
    related = [(other.path, other.line, other.start, other.end) for other in one.related]
    return one.code, one.severity, one.message, one.start, one.end, one.paragraph, related
