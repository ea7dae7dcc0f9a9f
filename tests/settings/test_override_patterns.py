"""The patterns of files in settings name the files that their authors mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.settings.file_patterns import PatternError
from reslint.settings.finding import ConfigFinder, read_config
from reslint.settings.override_patterns import check, compiled
from tests.settings.files import write


@pytest.mark.parametrize(
    ("pattern", "taken"),
    [
        ("*.md", ["a.md", "sub/b.md", "sub/deep/c.md"]),
        ("sub/*.md", ["sub/b.md"]),
        ("/sub/*.md", ["sub/b.md"]),
        ("./sub/*.md", ["sub/b.md"]),
        ("../house/sub/*.md", ["sub/b.md"]),
        ("/data/house/sub/**", ["sub/b.md", "sub/deep/c.md"]),
        ("{a,sub/b}.md", ["a.md", "sub/b.md"]),
        ("sub/{b,deep/{c,d}}.md", ["sub/b.md", "sub/deep/c.md"]),
        ("sub/", ["sub/b.md", "sub/deep/c.md"]),
        ("**/deep/*", ["sub/deep/c.md"]),
    ],
)
def test_patterns_count_from_the_folder_of_the_settings(pattern: str, taken: list[str]) -> None:
    patterns = compiled([pattern], ["/data/house"], anywhere=False)
    names = ["a.md", "sub/b.md", "sub/deep/c.md"]
    assert [name for name in names if patterns.verdict(f"data/house/{name}")] == taken
    assert patterns.verdict("data/other/sub/b.md") is None


def test_the_last_pattern_decides() -> None:
    patterns = compiled(["*.md", "!b.md"], ["/data/[house]"], anywhere=False)
    assert patterns.verdict("data/[house]/a.md") is True
    assert patterns.verdict("data/[house]/b.md") is False
    assert patterns.verdict("data/h/a.md") is None


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("sub\\*.md", "write / between folders"),
        ("sub/../a.md", "may only stand at its beginning"),
        ("..", "names no file|may only stand"),
        ("!", "names no file"),
        ("/", "names no file"),
        ("{a,b}" * 8, "stands for more than 100 patterns"),
        ("[a", "not closed"),
    ],
)
def test_a_pattern_that_can_name_no_file_is_refused(pattern: str, message: str) -> None:
    with pytest.raises(PatternError, match=message):
        check([pattern])


def test_settings_that_are_named_hold_for_drafts_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    conf = tmp_path / "conf"
    conf.mkdir()
    text = 'overrides:\n- {files: ["*.fr.md"], language: fr}\n- {files: ["drafts/*"], organ: SC}\n'
    path = write(conf / "reslint.yaml", text)
    monkeypatch.chdir(tmp_path)
    draft = str(tmp_path / "drafts" / "a.fr.md")
    assert read_config(path).overrides_for(draft) == (0, 1)
    assert read_config(path).overrides_for("drafts/b.md") == (1,)
    assert read_config(path).overrides_for(str(conf / "drafts" / "b.md")) == (1,)
    assert read_config(path).overrides_for(str(tmp_path / "b.md")) == ()
    assert ConfigFinder().for_folder(str(conf)).overrides_for(draft) == ()
