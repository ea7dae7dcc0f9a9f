"""What can be written at the cursor `‸`: exact replacements in six languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.data.registry import SHIPPED
from reslint.editor import Completion
from reslint.editor.complete_phrases import usual_phrases
from reslint.editor.complete_resolutions import documentation
from reslint.editor.completion import MOST, Completions, completions_at
from reslint.language.language import language as find_language
from tests.editor.drafts import SAMPLES, Sample, cursor, read

every_language = pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)

GA = "*The General Assembly*,\n\n*Recalling* its resolution 70/1 of 25 September 2015,\n\n"
OPERATIVE = f"{GA}1. *Requests* the Secretary-General to report;\n\n2. "


def complete(text: str, path_format: str = "markdown") -> Completions:
    written, offset = cursor(text)
    return completions_at(read(written, path_format), offset)


def items(text: str) -> list[Completion]:
    return complete(text).items


def applied(text: str, item: Completion) -> str:
    """The text with a completion written into it."""
    written, _ = cursor(text)
    for start, end, new in sorted(
        [(*item.span, item.text), *((one.start, one.end, one.text) for one in item.further)],
        reverse=True,
    ):
        written = written[:start] + new + written[end:]
    return written


def only(text: str, label: str) -> Completion:
    (found,) = [one for one in items(text) if one.label == label]
    return found


# Leading phrases ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "label", "line"),
    [
        (f"{GA}‸", "Recalling also", "*Recalling also* "),
        (f"{GA}Rec‸", "Recognizing", "*Recognizing* "),
        (f"{GA}*Rec‸", "Recognizing", "*Recognizing* "),
        (f"{GA}*rec‸*", "Recognizing", "*Recognizing* "),
        (f"{GA}**Rec‸", "Recognizing", "*Recognizing* "),
        (f"{GA}_Rec‸_", "Recognizing", "*Recognizing* "),
        (f"{GA}Taking n‸", "Taking note", "*Taking note* "),
        (f"{GA}Recalling f‸", "Recalling further", "*Recalling further* "),
        (f"{GA}Rec‸ its work,", "Recognizing", "*Recognizing* its work,"),
        (f"{OPERATIVE}‸", "Also requests", "2. *Also requests* "),
        (f"{OPERATIVE}*‸", "Decides", "2. *Decides* "),
        (f"{OPERATIVE}*‸*", "Decides", "2. *Decides* "),
        (f"{OPERATIVE}Also w‸", "Also welcomes", "2. *Also welcomes* "),
        (f"{OPERATIVE}*Further inv‸*", "Further invites", "2. *Further invites* "),
        ("*The Security Council*,\n\nRec‸", "Recalling", "*Recalling* "),
        ("*L’Assemblée générale*,\n\nConsc‸", "Consciente", "*Consciente* "),
        ("*Le Conseil de sécurité*,\n\nConsc‸", "Conscient", "*Conscient* "),
        ("*La Asamblea General*,\n\nConv‸", "Convencida", "*Convencida* "),
        ("*Генеральная Ассамблея*,\n\n*ссы‸", "ссылаясь", "*ссылаясь* "),
        ("*Совет Безопасности*,\n\nбудучи у‸", "будучи убежден", "*будучи убежден* "),
        ("***إن الجمعية العامة***،\n\n‸", "إذ تشير", "***إذ تشير*** "),
        ("***إن مجلس الأمن***،\n\nإذ يش‸", "إذ يشير", "***إذ يشير*** "),
        ("**大会**，\n\n回‸", "回顾", "**回顾**"),
        ("**大会**，\n\n**回‸**其工作，", "回顾", "**回顾**其工作，"),
    ],
)
def test_a_phrase_is_written_with_the_emphasis_of_the_language(
    text: str, label: str, line: str
) -> None:
    item = only(text, label)
    assert item.kind == "phrase"
    assert applied(text, item).rpartition("\n")[2] == line


@every_language
def test_every_usual_phrase_of_each_part_is_right(sample: Sample) -> None:
    code = next(one for one in SAMPLES if SAMPLES[one] is sample)
    grammar = find_language(code).phrases
    for organ in ("GA", "SC", "ECOSOC", "HRC"):
        for part in ("preambular", "operative"):
            found = list(usual_phrases(code, organ, part))
            assert len(found) > 100
            wrong = [
                one
                for one in found[:150]
                if (match := grammar.match(one, part=part, organ=organ)) is None
                or part not in match.parts
                or match.longest != len(one)
            ]
            assert wrong == []


@every_language
def test_the_phrases_of_the_draft_come_first_and_repeated_ones_take_their_adverb(
    sample: Sample,
) -> None:
    text = sample.text
    end = text.index(f"\n{sample.bare_target} ")  # before the second operative paragraph
    labels = [one.label for one in items(f"{text[:end]}\n{sample.bare_target} ‸\n{text[end:]}")]
    assert labels[0] != sample.openings[2]
    assert sample.openings[2] in labels[1:4]
    assert sample.openings[2].casefold() in labels[0].casefold()


def test_the_third_time_takes_further_and_the_fourth_starts_again() -> None:
    second = f"{GA}*Recalling also* its work,\n\n"
    assert items(f"{second}‸")[0].label == "Recalling further"
    assert items(f"{second}*Recalling further* its reports,\n\n‸")[0].label == "Recalling"


def test_a_heading_between_numbered_paragraphs_changes_no_part() -> None:
    text = f"{OPERATIVE}*Decides* to go on;\n\n## Schools\n\n3. Enc‸"
    assert "Encourages" in [one.label for one in items(text)]


def test_a_draft_without_emphasis_gets_no_emphasis() -> None:
    found = complete("The General Assembly,\n\nRecalling its work,\n\nNot‸", "plain").items
    assert ("Noting", "Noting") in [(one.label, one.text) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        f"{GA}Recalling its work on schools, rec‸",
        f"{OPERATIVE}*Requests* all States:\n\n(a) To o‸",
        f"{GA}*Noting* that schools\nRec‸",
        "Rec‸\n\n*The General Assembly*,\n\n*Recalling* its work,\n\n1. *Decides* so.\n",
        f"{OPERATIVE}*Decides* so.\n\n40th plenary meeting\n5 December 2024\n\nRec‸",
        "# Read me\n\nRec‸",
        "‸",
    ],
)
def test_no_phrase_stands_elsewhere(text: str) -> None:
    assert [one.label for one in items(text) if one.kind == "phrase"] == []


# Names --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "label", "end"),
    [
        (f"{OPERATIVE}*Requests* the Se‸", "Security Council", "the Security Council"),
        (f"{OPERATIVE}*Requests* the security cou‸", "Security Council", "the Security Council"),
        (f"{OPERATIVE}*Requests* UNI‸", "UNICEF", "*Requests* UNICEF"),
        (
            f"{OPERATIVE}*Requests* the UNICE‸",
            "United Nations Children's Fund",
            "the United Nations Children's Fund",
        ),
        (
            "*L’Assemblée générale*,\n\n*Notant* l’Ass‸",
            "Assemblée générale",
            "l’Assemblée générale",
        ),
        (
            "*L’Assemblée générale*,\n\n*Notant* le Conseil des droits de l’h‸",
            "Conseil des droits de l’homme",
            "le Conseil des droits de l’homme",
        ),
        (
            "*La Asamblea General*,\n\n*Observando* que el Consejo de Seg‸",
            "Consejo de Seguridad",
            "el Consejo de Seguridad",
        ),
        (
            "*Генеральная Ассамблея*,\n\n*отмечая*, что Совет Без‸",
            "Совет Безопасности",
            "что Совет Безопасности",
        ),
        (
            "***إن الجمعية العامة***،\n\n***إذ تلاحظ*** أن مجلس حقو‸",
            "مجلس حقوق الإنسان",
            "أن مجلس حقوق الإنسان",
        ),
        ("**大会**，\n\n**注意到**人权理‸", "人权理事会", "**注意到**人权理事会"),
    ],
)
def test_a_name_is_completed_in_place(text: str, label: str, end: str) -> None:
    item = only(text, label)
    assert item.kind == "name"
    assert applied(text, item).endswith(end)


def test_a_name_needs_two_letters() -> None:
    assert items(f"{OPERATIVE}*Requests* S‸") == []
    assert "Security Council" in [one.label for one in items(f"{OPERATIVE}*Requests* Se‸")]


def test_names_of_this_draft_come_first() -> None:
    text = f"{GA}*Noting* the United Nations Children's Fund,\n\n1. *Invites* the United Na‸"
    found = items(text)
    assert found[0].label == "United Nations Children's Fund"
    assert found[0].detail == "used in this draft"
    assert len(found) > 10


# Resolutions --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "label", "end"),
    [
        (
            f"{OPERATIVE}*Recalls* its resolution 71/2‸",
            "71/200",
            "its resolution 71/200 of 19 December 2016",
        ),
        (
            f"{OPERATIVE}*Recalls* its resolution 70/1‸",
            "70/1",
            "its resolution 70/1",  # cited with its date already
        ),
        (
            f"{OPERATIVE}*Recalls* Security Council resolution 1325‸",
            "1325 (2000)",
            "*Recalls* Security Council resolution 1325 (2000) of 31 October 2000",
        ),
        (
            f"{OPERATIVE}*Recalls* resolution 1325‸",
            "1325 (2000)",
            "*Recalls* Security Council resolution 1325 (2000) of 31 October 2000",
        ),
        (
            "*The Security Council*,\n\n*Recalling* its resolution 132‸",
            "1325 (2000)",
            "its resolution 1325 (2000)",
        ),
        (
            "*The Security Council*,\n\n*Recalling* its resolutions 1325 (20‸)",
            "1325 (2000)",
            "its resolutions 1325 (2000)",
        ),
        (
            "*L’Assemblée générale*,\n\n*Rappelant* la résolution 1325‸",
            "1325 (2000)",
            "la résolution 1325 (2000) du Conseil de sécurité, en date du 31 octobre 2000",
        ),
        (
            "*La Asamblea General*,\n\n*Recordando* su resolución 71/200‸",
            "71/200",
            "su resolución 71/200, de 19 de diciembre de 2016",
        ),
        (
            "*Генеральная Ассамблея*,\n\n*ссылаясь* на резолюцию 1325‸",
            "1325 (2000)",
            "резолюцию 1325 (2000) Совета Безопасности от 31 октября 2000 года",
        ),
        (
            "***إن الجمعية العامة***،\n\n***إذ تشير*** إلى قرارها 71/200‸",
            "71/200",
            "قرارها 71/200 المؤرخ 19 كانون الأول/ديسمبر 2016",
        ),
        (
            "**大会**，\n\n**回顾**其第71/200‸号决议，",
            "71/200",
            "**回顾**其2016年12月19日第71/200号决议，",
        ),
        (
            "**大会**，\n\n**回顾**第1325‸",
            "1325(2000)",
            "**回顾**安全理事会2000年10月31日第1325(2000)号决议",
        ),
    ],
)
def test_a_resolution_is_cited_as_the_draft_cites(text: str, label: str, end: str) -> None:
    item = only(text, label)
    assert item.kind == "resolution"
    assert applied(text, item).endswith(end)


def test_resolutions_stand_in_the_order_of_their_numbers() -> None:
    numbers = [
        int(one.label.partition("/")[2])
        for one in items(f"{OPERATIVE}*Recalls* its resolution 71/‸")
    ]
    assert numbers == sorted(numbers)
    assert len(numbers) == MOST


def test_what_more_there_is_to_say_comes_when_asked() -> None:
    item = only(f"{OPERATIVE}*Recalls* its resolution 71/200‸", "71/200")
    assert item.resolution == ("GA", "71/200")
    assert item.detail == "19 December 2016"
    said = documentation(SHIPPED, *item.resolution, "fr")
    assert said.endswith("[A/RES/71/200](<https://undocs.org/fr/A/RES/71/200>)")


@pytest.mark.parametrize(
    "words", ["A/RES/70/‸", "in 13‸", "A/70/‸", "1‸", "on 24/7‸", "paragraph 13‸"]
)
def test_other_numbers_are_left_alone(words: str) -> None:
    found = items(f"{OPERATIVE}*Recalls* {words}")
    assert [one for one in found if one.kind == "resolution" and "/7" not in one.label] == []


# Everywhere ---------------------------------------------------------------------------------------


@every_language
@given(data=st.data())
@settings(max_examples=40)
def test_at_any_place_a_completion_holds_what_is_typed(sample: Sample, data: st.DataObject) -> None:
    text = sample.text[: data.draw(st.integers(0, len(sample.text)))]
    text += data.draw(st.sampled_from(["", "*", "\n\n*", "\r\n\r\n1. ", "\f", "\u2028", "🪔"]))
    draft = read(text)
    offset = data.draw(st.integers(-2, len(text) + 2))
    held = min(max(offset, 0), len(text))
    line, _ = draft.source.position(held)
    first, last = draft.source.line_span(line)
    for item in completions_at(draft, offset).items:
        assert first <= item.span[0] <= held <= item.span[1] <= max(last, held)
        assert item.text and item.label
