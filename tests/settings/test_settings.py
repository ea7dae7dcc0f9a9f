"""The settings of a lint: values, changed copies, equality."""

from __future__ import annotations

import pickle

import pytest

from reslint.language.habits import Habits
from reslint.settings.settings import Settings

GIVEN = Settings(
    habits=Habits({"code": "VILLAGES", "silent": ["FORM003"]}),
    language="fr",
    organ="SC",
    profile="strict",
    select=frozenset({"LEAD"}),
    ignore=frozenset({"LEAD003"}),
    severities={"LEAD001": "info"},
    vocabulary=frozenset({"e-Government"}),
    message_language="fr",
    rule_folders=("house",),
    registries=("own.tsv",),
    report_from="warning",
    text_format="plain",
    changes="original",
    require_drafts=True,
)
OTHERS: dict[str, object] = {
    "habits": None,
    "language": "en",
    "organ": None,
    "profile": "standard",
    "select": None,
    "ignore": frozenset(),
    "severities": {"LEAD001": "off"},
    "vocabulary": frozenset(),
    "message_language": "en",
    "rule_folders": (),
    "registries": (),
    "report_from": "hint",
    "text_format": None,
    "changes": "accepted",
    "require_drafts": False,
}


def test_the_table_names_every_setting() -> None:
    assert sorted(OTHERS) == sorted(Settings.__slots__)


@pytest.mark.parametrize("name", OTHERS)
def test_replace_changes_one_value_of_a_copy(name: str) -> None:
    changed = GIVEN.replace(**{name: OTHERS[name]})
    assert getattr(changed, name) == OTHERS[name]
    assert changed != GIVEN
    assert changed.replace(**{name: getattr(GIVEN, name)}) == GIVEN


def test_equal_by_value_and_picklable() -> None:
    assert Settings() == Settings()
    assert pickle.loads(pickle.dumps(GIVEN)) == GIVEN
    assert GIVEN != "strict"


def test_replace_refuses_what_is_no_setting() -> None:
    with pytest.raises(TypeError):
        GIVEN.replace(languages="fr")
