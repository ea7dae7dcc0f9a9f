"""Which files are versions of one draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.concordance.grouping import group_files, name_key
from tests.concordance.conftest import VERSIONS


@pytest.mark.parametrize(
    ("path", "key", "language"),
    [
        ("fr/a.md", "*/a", "fr"),
        ("x/a.fr.md", "x/a", "fr"),
        ("x/a_F.md", "x/a", "fr"),
        ("N2412345-ar.docx", "N2412345", "ar"),
        ("docs/french/b.md", "docs/*/b", "fr"),
        ("x/zh_a.md", "x/a", "zh"),
        ("E_RES_2021_26.md", "E_RES_2021_26", ""),
        ("a.md", "a", ""),
        ("draft.v1.2.en.md", "draft.v1.2", "en"),
        ("a.zh-Hans.md", "a", "zh"),
        ("a.fr-FR.md", "a", "fr"),
        ("a_en_US.md", "a", "en"),
        ("L.31 (Russian).md", "L.31", "ru"),
        ("L.31 [E].md", "L.31", "en"),
        ("a_or_pt.md", "a_or_pt", ""),
    ],
)
def test_the_language_in_a_name(path: str, key: str, language: str) -> None:
    assert name_key(path) == (key, language)


def write(folder: Path, names: dict[str, str]) -> list[str]:
    paths = []
    for name, text in names.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return sorted(paths)


def test_by_name(tmp_path: Path) -> None:
    names = {f"{one}/x.md": VERSIONS[one] for one in ("en", "fr")}
    paths = write(tmp_path, {**names, "en/y.md": VERSIONS["en"]})
    groups, lone = group_files(paths, together=False)
    assert [(group.how, [Path(one).parent.name for one in group.paths]) for group in groups] == [
        ("name", ["en", "fr"])
    ]
    assert [Path(one).name for one in lone] == ["y.md"]


def test_capital_letters_of_names_are_no_difference(tmp_path: Path) -> None:
    names = {"DRAFT_EN.md": "en", "DRAFT_FR.md": "fr", "Draft_ru.md": "ru"}
    paths = write(tmp_path, {name: VERSIONS[one] for name, one in names.items()})
    (group,), lone = group_files(paths, together=False)
    assert (len(group.paths), lone) == (3, [])
    assert group.key.endswith("DRAFT")


def test_by_symbol_whatever_the_names(tmp_path: Path) -> None:
    text = "A/81/L.7\n\n"
    paths = write(tmp_path, {"one.md": text + VERSIONS["en"], "two.md": text + VERSIONS["fr"]})
    groups, lone = group_files(paths, together=False)
    assert [(group.key, group.how) for group in groups] == [("A/81/L.7", "symbol")]
    assert lone == []


def test_copies_with_one_symbol_are_told_by_their_names(tmp_path: Path) -> None:
    names = [f"{language}/{copy}.md" for copy in ("x", "y") for language in ("en", "fr")]
    paths = write(tmp_path, {one: "A/81/L.7\n\n" + VERSIONS[one[:2]] for one in names})
    groups, lone = group_files(paths, together=False)
    found = [sorted(Path(one).relative_to(tmp_path).as_posix() for one in g.paths) for g in groups]
    assert sorted(found) == [["en/x.md", "fr/x.md"], ["en/y.md", "fr/y.md"]]
    assert lone == []


def test_other_symbols_part_equal_names(tmp_path: Path) -> None:
    paths = write(
        tmp_path,
        {"en/x.md": "A/81/L.7\n\n" + VERSIONS["en"], "fr/x.md": "A/79/500\n\n" + VERSIONS["fr"]},
    )
    groups, lone = group_files(paths, together=False)
    assert (groups, len(lone)) == ([], 2)


def test_files_named_together(tmp_path: Path) -> None:
    paths = write(tmp_path, {"old.md": VERSIONS["en"], "new.md": VERSIONS["en"]})
    groups, lone = group_files(paths, together=True)
    assert [group.how for group in groups] == ["command line"] and lone == []
    assert group_files(paths, together=False)[0] == []


def test_a_version_without_symbol_joins_by_its_name(tmp_path: Path) -> None:
    texts = {f"{one}/x.md": f"A/81/L.7\n\n{VERSIONS[one]}" for one in ("en", "fr")}
    paths = write(tmp_path, {**texts, "es/x.md": VERSIONS["es"]})
    (group,), lone = group_files(paths, together=False)
    assert [Path(one).parent.name for one in group.paths] == ["en", "es", "fr"]
    assert lone == []


def test_a_symbol_one_figure_off_is_joined_and_left_to_the_comparison(tmp_path: Path) -> None:
    texts = {f"{one}/x.md": f"A/81/L.7\n\n{VERSIONS[one]}" for one in ("en", "fr")}
    paths = write(tmp_path, {**texts, "es/x.md": f"A/81/L.1\n\n{VERSIONS['es']}"})
    (group,), lone = group_files(paths, together=False)
    assert len(group.paths) == 3 and lone == []


def grouped_by_settings(
    folder: Path, names: list[str], patterns: dict[str, str]
) -> list[list[str]]:
    paths = write(folder, dict.fromkeys(names, "text"))
    whole = {language: f"{folder}/{one}" for language, one in patterns.items()}
    groups, _ = group_files(paths, together=False, symbol=lambda _: "", patterns_of=lambda _: whole)
    return [sorted(str(Path(one).relative_to(folder)) for one in each.paths) for each in groups]


def test_by_patterns_of_the_settings(tmp_path: Path) -> None:
    names = ["original/n1.md", "trad/n1_tr.md", "x/arabic/n1.md", "original/n2.md", "trad/n2_tr.md"]
    patterns = {"en": "original/*.md", "fr": "trad/*_tr.md", "ar": "**/arabic/*.md"}
    assert grouped_by_settings(tmp_path, names, patterns) == [
        ["original/n1.md", "trad/n1_tr.md", "x/arabic/n1.md"],
        ["original/n2.md", "trad/n2_tr.md"],
    ]


def test_folders_of_patterns_count_where_each_has_them(tmp_path: Path) -> None:
    names = ["a/en/n1.md", "a/fr/n1.md", "b/c/en/n1.md", "b/c/fr/n1.md"]
    assert grouped_by_settings(tmp_path, names, {"en": "**/en/*.md", "fr": "**/fr/*.md"}) == [
        ["a/en/n1.md", "a/fr/n1.md"],
        ["b/c/en/n1.md", "b/c/fr/n1.md"],
    ]
