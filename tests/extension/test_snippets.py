"""Test that the snippets of the extension add no errors to a draft."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

import pytest

from reslint.facts.open_places import OPEN_PLACE
from reslint.linting.linter import Linter
from reslint.text.source import Source
from tests.conftest import ROOT

FOLDER = ROOT / "vscode-ext" / "snippets"
# `${1:text}`, `${1|one,other|}`, `$1`: the places to fill in.
_PLACE = re.compile(
    r"\$(?:\{(?P<number>\d+)(?::(?P<text>[^}]*)|\|(?P<choices>[^|]*)\|)?\}|(?P<bare>\d+))"
)


class Around(NamedTuple):
    """The parts of a draft in one language around a snippet, without errors."""

    organ: str
    preamble: str
    """The text after the leading phrase of a preambular paragraph."""
    action: str
    """The text after the leading phrase of an operative paragraph."""
    recalling: str
    """The beginning of a preambular paragraph that cites a resolution."""
    inviting: str
    """The beginning of an operative paragraph."""
    opening: str
    """An operative paragraph that opens a list, without its number."""
    last: str
    """The last operative paragraph, without its number."""
    number: str
    """The format of paragraph numbers."""
    comma: str
    semicolon: str
    marker_last: bool
    """Whether a note marker follows the comma."""


AROUND = {
    "en": Around(
        "*The General Assembly*,",
        "the lamps of village libraries",
        "the lending of a lamp with each book",
        "*Recalling* ",
        "*Invites* ",
        "*Invites* Member States:",
        "*Decides* to remain seized of the matter.",
        "{}. ",
        ",",
        ";",
        True,
    ),
    "fr": Around(
        "*L’Assemblée générale*,",
        "les lampes des bibliothèques de village",
        "le prêt d’une lampe avec chaque livre",
        "*Rappelant* ",
        "*Encourage* ",
        "*Invite* les États Membres :",
        "*Décide* de rester saisie de la question.",
        "{}. ",
        ",",
        " ;",
        False,
    ),
    "es": Around(
        "*La Asamblea General*,",
        "las lámparas de las bibliotecas rurales",
        "el préstamo de una lámpara con cada libro",
        "*Recordando* ",
        "*Alienta* ",
        "*Invita* a los Estados Miembros a:",
        "*Decide* seguir ocupándose de la cuestión.",
        "{}. ",
        ",",
        ";",
        False,
    ),
    "ru": Around(
        "*Генеральная Ассамблея*,",
        "лампы сельских библиотек",
        "выдачу лампы с каждой книгой",
        "*ссылаясь на* ",
        "*поощряет* ",
        "*предлагает* государствам-членам:",
        "*постановляет* продолжать заниматься этим вопросом.",
        "{}. ",
        ",",
        ";",
        False,
    ),
    "ar": Around(
        "***إن الجمعية العامة***،",
        "مصابيح مكتبات القرى",
        "إعارة مصباح مع كل كتاب",
        "***إذ تشير*** إلى ",
        "***تشجع*** ",
        "***تدعو*** الدول الأعضاء إلى ما يلي:",
        "***تقرر*** أن تبقي المسألة قيد نظرها.",
        "{} - ",
        "،",
        "؛",
        False,
    ),
    "zh": Around(
        "**大会**，",
        "乡村图书馆的灯",
        "随书借灯",
        "**回顾**",
        "**鼓励**",
        "**邀请**会员国：",
        "**决定**继续处理此案。",
        "{}. ",
        "，",
        "；",
        True,
    ),
}


class Snippet(NamedTuple):
    language: str
    kind: str
    body: str


def snippets() -> list[Snippet]:
    return [
        Snippet(language, kind, "\n".join(one["body"]))
        for language in AROUND
        for kind, one in json.loads((FOLDER / f"{language}.json").read_text("utf-8")).items()
    ]


def expansions(body: str, filled: str) -> list[str]:
    """The body with each of its choices; `filled` replaces places whose text is to be written."""
    choices = [
        match["choices"].split(",")
        for match in _PLACE.finditer(body)
        if match["choices"] is not None
    ]
    assert len(choices) <= 1, "which choices go together is not known here"
    texts: dict[str, str] = {"0": ""}

    def expand(chosen: str) -> str:
        def fill(match: re.Match[str]) -> str:
            number = match["number"] or match["bare"]
            if match["choices"] is not None:
                return chosen
            # A repeated number repeats the text of its first place.
            text = filled if match["text"] in (None, OPEN_PLACE) else match["text"]
            return texts.setdefault(number, text)

        return _PLACE.sub(fill, body).rstrip()

    return [expand(chosen) for chosen in (choices[0] if choices else [""])]


def drafts(snippet: Snippet) -> list[str]:
    """Small drafts, one for each choice of the snippet, with the snippet in its usual place."""
    around = AROUND[snippet.language]
    preambular = around.recalling + around.preamble + around.comma
    numbered = [
        around.number.format(number) + text
        for number, text in enumerate(
            [around.inviting + around.action + around.semicolon, around.last], 1
        )
    ]
    filled = around.preamble if snippet.kind == "preambular" else around.action
    made = []
    for text in expansions(snippet.body, filled):
        match snippet.kind:
            case "preambular":
                # Not as the first paragraph: in Arabic, that one begins without a conjunction.
                blocks = [preambular, text, *numbered]
            case "operative":
                blocks = [preambular, text, around.number.format(2) + around.last]
            case "sub":
                # Twice, because a list needs two items.
                blocks = [preambular, around.number.format(1) + around.opening, text, second(text)]
                blocks.append(around.number.format(2) + around.last)
            case "note":
                marker, definition = text.split("\n\n")
                # Before the comma or after it, as the language has it.
                comma = around.comma
                end = comma + marker if around.marker_last else marker + comma
                blocks = [around.recalling + cited(snippet.language) + end, *numbered, definition]
            case "citation" | "titled":
                blocks = [around.recalling + text + around.comma, *numbered]
            case other:
                raise AssertionError(f"no place is known for {other}")
        made.append("\n\n".join([around.organ, *blocks]) + "\n")
    return made


def second(item: str) -> str:
    """The sub-paragraph after `item`."""
    return re.sub(r"^(\(?)([aأ])", lambda m: m[1] + {"a": "b", "أ": "ب"}[m[2]], item)


def cited(language: str) -> str:
    """A citation, by the snippet for it."""
    (one,) = (one for one in snippets() if (one.language, one.kind) == (language, "citation"))
    return expansions(one.body, "")[0]


@pytest.mark.parametrize("snippet", snippets(), ids=lambda one: f"{one.kind}-{one.language}")
def test_a_snippet_inserts_no_error(snippet: Snippet) -> None:
    for text in drafts(snippet):
        result = Linter().lint(Source(text))
        assert (result.draft.language, result.draft.organ) == (snippet.language, "GA")
        found = [(one.code, text[one.start : one.end], one.message) for one in result.diagnostics]
        if snippet.kind == "titled":
            # The title that is still to be written is not that of the resolution.
            titles = {m["text"] for m in _PLACE.finditer(snippet.body) if m["number"] == "3"}
            found = [one for one in found if one[0] != "CITE015" or one[1] not in titles]
        assert found == [], text
