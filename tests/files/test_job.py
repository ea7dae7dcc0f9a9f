"""A job and what is done with it, in this process."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from reslint.files import result_cache
from reslint.files.fix import FixOutcome, FixRequest
from reslint.files.job import Job
from reslint.files.runs import do, do_all, outcomes_of
from reslint.linting.results import FileResult
from reslint.settings.settings import Settings
from tests.texts import DRAFT, FAULTY


@pytest.fixture
def path(tmp_path: Path) -> str:
    draft = tmp_path / "draft.md"
    draft.write_text(FAULTY)
    return str(draft)


def codes(result: FileResult) -> list[str]:
    return [diagnostic.code for diagnostic in result.diagnostics]


def test_a_job_goes_to_another_process_whole() -> None:
    accepted = frozenset({("LEAD002", "Recalling", 1)})
    fix = FixRequest(unsafe=True, write=True)
    settings = Settings(language="fr", report_from="error")
    job = Job("a.md", True, settings, accepted=accepted, fix=fix, cached=True)
    copy = pickle.loads(pickle.dumps(job))
    assert (copy.path, copy.named, copy.settings, copy.accepted, copy.cached) == (
        "a.md",
        True,
        settings,
        accepted,
        True,
    )
    assert (copy.fix.unsafe, copy.fix.write, copy.fix.diff) == (True, True, False)


def test_by_itself_a_job_fixes_nothing_and_uses_no_cache() -> None:
    job = Job("a.md", False, Settings())
    assert (job.accepted, job.fix, job.cached) == (None, None, False)


def test_a_check(path: str) -> None:
    result = do(Job(path, True, Settings()))
    assert isinstance(result, FileResult)
    assert (result.path, codes(result)) == (path, ["LEAD002", "FORM004"])
    assert Path(path).read_text() == FAULTY


def test_a_check_with_the_settings_of_the_job(path: str) -> None:
    for settings, expected in (
        (Settings(ignore=frozenset({"LEAD"})), ["FORM004"]),
        (Settings(select=frozenset({"LEAD"})), ["LEAD002"]),
        (Settings(severities={"LEAD002": "hint"}, report_from="info"), ["FORM004"]),
    ):
        result = do(Job(path, True, settings))
        assert isinstance(result, FileResult)
        assert codes(result) == expected


@pytest.mark.parametrize("write", [True, False])
def test_a_fix(path: str, write: bool) -> None:
    outcome = do(Job(path, True, Settings(), fix=FixRequest(write=write, diff=not write)))
    assert isinstance(outcome, FixOutcome)
    assert outcome.fixed == {"LEAD002": 1, "FORM004": 1}
    assert Path(path).read_text() == (DRAFT if write else FAULTY)
    assert bool(outcome.diff) == (not write)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    result = do(Job(str(tmp_path / "none.md"), True, Settings()))
    assert isinstance(result, FileResult)
    assert [error.code for error in result.errors] == ["TOOL005"]


def test_jobs_are_done_in_their_order(tmp_path: Path, path: str) -> None:
    other = tmp_path / "other.md"
    other.write_text(DRAFT)
    jobs = [Job(one, True, Settings()) for one in (str(other), path, str(other))]
    results = [one for one in do_all(jobs) if isinstance(one, FileResult)]
    assert [(one.path, len(one.diagnostics)) for one in results] == [
        (str(other), 0),
        (path, 2),
        (str(other), 0),
    ]


def test_only_a_cached_job_is_kept_and_looked_up(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    plain, cached = (Job(path, True, Settings(), cached=on) for on in (False, True))
    do(plain)
    assert result_cache.look_up(cached) is None
    do(cached)
    found = result_cache.look_up(cached)
    assert found is not None
    assert codes(found) == ["LEAD002", "FORM004"]
    # The same bytes under another name are the same work, named as they are asked for.
    twin = tmp_path / "twin.md"
    twin.write_text(FAULTY)
    found = result_cache.look_up(Job(str(twin), True, Settings(), cached=True))
    assert found is not None
    assert found.path == str(twin)
    # One more character, and nothing is known of it.
    twin.write_text(FAULTY + " ")
    assert result_cache.look_up(Job(str(twin), True, Settings(), cached=True)) is None


@pytest.mark.parametrize("first", [True, False])
def test_a_text_that_is_no_draft_is_kept_as_named_or_as_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: bool
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    readme = tmp_path / "README.md"
    readme.write_text("# Read me\n")
    for named in (first, not first, first, not first):
        (result,) = outcomes_of([Job(str(readme), named, Settings(), cached=True)], 1, 1)
        assert isinstance(result, FileResult)
        assert (codes(result), result.counted) == (["TOOL006"] if named else [], named)
