"""The help in French: each text has its translation, and it is shown where French is spoken."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import pytest

from reslint.cli.french import TEXTS
from reslint.cli.main import COMMANDS, functions_of
from tests.cli.run import reslint

FRENCH = {"LANG": "fr_FR.UTF-8"}


class Collecting(ArgumentParser):
    """Keeps the help of each option."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        super().__init__(add_help=False)

    def add_argument(self, *names: Any, **about: Any) -> Any:
        if about.get("help"):
            self.texts.append(about["help"])
        return super().add_argument(*names, **about)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_text_is_translated(name: str) -> None:
    description, add_arguments, _ = functions_of(name)
    parser = Collecting()
    add_arguments(parser)
    texts = [COMMANDS[name][1], description or "", *parser.texts]
    missing = [one for one in texts if one and " ".join(one.split()) not in TEXTS]
    assert missing == []


def test_french_where_it_is_spoken(tmp_path: Path) -> None:
    lines = reslint(tmp_path, "check", "--help", variables=FRENCH).out.splitlines()
    assert lines[0].startswith("utilisation : reslint check [-h]")
    text = " ".join(" ".join(lines).split())
    assert "Vérifier des projets : fichiers, dossiers ou entrée standard (-). arguments: " in text
    assert "--fix faire les corrections sûres, dans les fichiers" in text
    assert "-h, --help afficher cette aide" in text
    overview = reslint(tmp_path, "--help", variables=FRENCH).out
    assert "rules " in overview
    assert "donner la liste des règles" in overview
    assert "usage" not in overview


def test_english_elsewhere_and_on_request(tmp_path: Path) -> None:
    assert reslint(tmp_path, "check", "--help").out.startswith("usage: reslint check")
    arguments = ("check", "--message-language", "en", "--help")
    assert reslint(tmp_path, *arguments, variables=FRENCH).out.startswith("usage: ")
    french = reslint(tmp_path, "check", "--message-language=fr", "--help").out
    assert french.startswith("utilisation : ")
    assert "longer" not in reslint(tmp_path, "check", "--help").out


@pytest.mark.parametrize(
    ("arguments", "french"),
    [
        (["check", "--jobs", "x"], "argument --jobs : il faut un nombre de 1 à 256, et non 'x'"),
        (["check", "--jobs"], "argument --jobs : il faut une valeur"),
        (["check", "--fxi"], "arguments inconnus : --fxi"),
        (["check", "--format", "odd"], "argument --format : choix non valable : 'odd' (choisir"),
        (["explain"], "arguments requis : CODE"),
        (["server", "--port", "x"], "argument --port : valeur non valable : 'x'"),
        (["server", "--tcp", "--ws"], "argument --ws : incompatible avec l’argument --tcp"),
        (["check", "--unsafe-fixes"], "--unsafe-fixes demande --fix ou --diff"),
        (["check", "--rules", "none"], "--rules none : ce dossier n’existe pas"),
        (["check", "--jobs", "dask://a:1", "--fix"], "--jobs dask://a:1 ne va pas avec --fix"),
        (["baseline", "create", "--grow"], "--grow demande update"),
        (["convert", "a.md", "a.md"], "a.md est le projet lui-même"),
        (["convert", "a.md", "b.md"], "b.md existe déjà (--force le remplace)"),
    ],
)
def test_wrong_usage_in_french(tmp_path: Path, arguments: list[str], french: str) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("a")
    done = reslint(tmp_path, *arguments, variables=FRENCH)
    assert done.code == 2
    assert f"reslint {arguments[0]} : erreur : {french}" in done.err
    assert "error" not in done.err
    english = reslint(tmp_path, *arguments)
    assert english.err.startswith(f"reslint {arguments[0]}: error: ")
    assert "erreur" not in english.err


def test_a_wrong_command_in_french(tmp_path: Path) -> None:
    done = reslint(tmp_path, "chek", variables=FRENCH)
    assert done.err == (
        "reslint : cette commande n’existe pas : chek ; vouliez-vous dire check ?\n"
        "reslint --help donne la liste des commandes.\n"
    )


def test_an_error_is_not_hidden_behind_the_usage(tmp_path: Path) -> None:
    done = reslint(tmp_path, "check", "--fxi")
    assert done.err == (
        "reslint check: error: unrecognized arguments: --fxi\n"
        "reslint check --help lists the options.\n"
    )
