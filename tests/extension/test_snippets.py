"""The snippets of the extension: put into a draft, they bring in no slip of their own."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

import pytest

from reslint.linting.linter import Linter
from reslint.text.source import Source
from tests.conftest import ROOT

FOLDER = ROOT / "vscode-ext" / "snippets"
# `${1:text}`, `${1|one,other|}`, `$1`: the places to fill in.
_PLACE = re.compile(
    r"\$(?:\{(?P<number>\d+)(?::(?P<text>[^}]*)|\|(?P<choices>[^|]*)\|)?\}|(?P<bare>\d+))"
)


class Around(NamedTuple):
    """What a draft of one language needs around a snippet: parts written by us, without slips."""

    organ: str
    preamble: str
    """What stands after the opening words of a preambular paragraph."""
    action: str
    """The same for an operative paragraph."""
    recalling: str
    """How a preambular paragraph begins that cites a resolution."""
    inviting: str
    """How an operative paragraph begins."""
    opening: str
    """An operative paragraph that opens a list, without its number."""
    last: str
    """The last operative paragraph, without its number."""
    number: str
    """How operative paragraphs are numbered."""
    comma: str
    semicolon: str
    marker_last: bool
    """Whether a marker stands after the comma."""


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
    """The body with each of its choices; `filled` stands where it has no text of its own."""
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
            # A number that comes again repeats the text of its first place.
            return texts.setdefault(number, filled if match["text"] is None else match["text"])

        return _PLACE.sub(fill, body).rstrip()

    return [expand(chosen) for chosen in (choices[0] if choices else [""])]


def drafts(snippet: Snippet) -> list[str]:
    """Small drafts, one for each choice of the snippet, with it where a drafter would put it."""
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
                # Not the first one: in Arabic, that begins without its conjunction.
                blocks = [preambular, text, *numbered]
            case "operative":
                blocks = [preambular, text, around.number.format(2) + around.last]
            case "sub":
                # Two of them: a list of one is none.
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
def test_what_a_snippet_inserts_has_no_slip(snippet: Snippet) -> None:
    for text in drafts(snippet):
        result = Linter().lint(Source(text))
        assert (result.draft.language, result.draft.organ) == (snippet.language, "GA")
        found = [(one.code, text[one.start : one.end], one.message) for one in result.diagnostics]
        assert found == [], text
