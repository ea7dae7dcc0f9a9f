"""Tests of leading phrases: matching and rewriting, and compiling vocabularies."""

from __future__ import annotations

import marshal
from functools import cache
from typing import Any, NoReturn

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.language.language import language
from reslint.language.phrase_compiler import compile_phrases
from reslint.language.phrase_rewriting import counterpart, nearest, with_degree
from reslint.language.phrases import PhraseGrammar, PhraseMatch
from tests.conftest import ROOT

VOCABULARY = ROOT / "rules" / "vocabulary"
LANGUAGES = sorted(path.parent.name for path in VOCABULARY.glob("*/leading-phrases.yaml"))


@cache
def compiled(language: str) -> dict[str, Any]:
    text = (VOCABULARY / language / "leading-phrases.yaml").read_text(encoding="utf-8")
    return compile_phrases(yaml.load(text, Loader=yaml.CSafeLoader))


@cache
def grammar(language: str) -> PhraseGrammar:
    return PhraseGrammar(compiled(language))


def match_of(language: str, text: str, **where: str | int) -> PhraseMatch:
    match = grammar(language).match(text, **where)  # type: ignore[arg-type]
    assert match is not None, text
    return match


def ends(match: PhraseMatch) -> list[str]:
    return [match.source[match.start : end] for end in match.ends]


# Matching ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "part", "text", "phrase"),
    [
        ("en", "preambular", "Recalling its resolution on bridges,", "Recalling"),
        ("en", "preambular", "Noting also with particularly grave concern that rivers rise,",
         "Noting also with particularly grave concern"),
        ("en", "preambular", "Deeply concerned that bridges fall,", "Deeply concerned"),
        ("en", "preambular", "Having also considered the report on tides,",
         "Having also considered"),
        ("en", "preambular", "Bearing in mind the state of the roads,", "Bearing in mind"),
        ("en", "preambular", "Guided by the rules of the road,", "Guided"),
        ("en", "operative", "Also requests the Secretary-General to count the bridges;",
         "Also requests"),
        ("en", "operative", "Takes note with appreciation of the report;",
         "Takes note with appreciation"),
        ("en", "operative", "Expresses its very deep and lasting gratitude to the ferrymen;",
         "Expresses its very deep and lasting gratitude"),
        ("en", "operative", "Once again strongly urges States to mend their roads;",
         "Once again strongly urges"),
        ("en", "operative", "Welcomes and encourages the work of the ferrymen;",
         "Welcomes and encourages"),
        ("en", "operative", "Condemns in the strongest possible terms the burning of bridges;",
         "Condemns in the strongest possible terms"),
        ("en", "operative", "Encourages further steps towards safe bridges;", "Encourages"),
        ("en", "operative", "Decides to remain seized of the matter.", "Decides"),
        ("fr", "preambular", "Rappelant également sa résolution sur les ponts,",
         "Rappelant également"),
        ("fr", "preambular", "Se déclarant de nouveau très gravement préoccupée par les crues,",
         "Se déclarant de nouveau très gravement préoccupée"),
        ("fr", "preambular", "Constatant avec une très vive inquiétude que les ponts cèdent,",
         "Constatant avec une très vive inquiétude"),
        ("fr", "preambular", "Ayant présentes à l’esprit les règles de la route,",
         "Ayant présentes à l’esprit"),
        ("fr", "preambular", "Soulignant, toutefois, que les ponts tiennent,", "Soulignant"),
        ("fr", "operative", "Prend également note avec satisfaction du rapport sur les ponts ;",
         "Prend également note avec satisfaction"),
        ("fr", "operative", "Exprime sa profonde gratitude aux passeurs ;",
         "Exprime sa profonde gratitude"),
        ("fr", "operative", "Demande de plus amples informations sur les ponts ;", "Demande"),
        ("fr", "operative", "Accueille avec satisfaction et demande instamment la réparation ;",
         "Accueille avec satisfaction et demande instamment"),
        ("fr", "operative", "Fait de nouveau siennes les conclusions des passeurs ;",
         "Fait de nouveau siennes"),
        ("es", "preambular", "Acogiendo con beneplácito también la labor de los barqueros,",
         "Acogiendo con beneplácito también"),
        ("es", "preambular", "Profundamente preocupada además por las crecidas,",
         "Profundamente preocupada además"),
        ("es", "operative", "Hace suyas las conclusiones de los barqueros;", "Hace suyas"),
        ("es", "operative", "Pone de relieve también que los puentes aguantan;",
         "Pone de relieve también"),
        ("ru", "preambular", "с удовлетворением отмечая также работу паромщиков,",
         "с удовлетворением отмечая также"),
        ("ru", "preambular", "будучи по‑прежнему глубоко обеспокоена паводками,",
         "будучи по‑прежнему глубоко обеспокоена"),
        ("ru", "preambular", "выражая свою глубокую и растущую озабоченность паводками,",
         "выражая"),
        ("ru", "operative", "принимает также к сведению доклад о мостах;",
         "принимает также к сведению"),
        ("ru", "operative", "c удовлетворением oтмечает работу паромщиков;",
         "c удовлетворением oтмечает"),
        ("zh", "preambular", "又赞赏地注意到摆渡人的工作，", "又赞赏地注意到"),
        ("zh", "preambular", "表示深为关切的是，桥梁正在倒塌，", "表示深为关切的是"),
        ("zh", "operative", "再次促请各国修桥；", "再次促请"),
        ("zh", "operative", "还表示注意到关于桥梁的报告；", "还表示注意到"),
        ("ar", "preambular", "وإذ تشير أيضا إلى قواعد الجسور،", "وإذ تشير أيضا"),
        ("ar", "preambular", "إذ تسترشد بقواعد الجسور،", "إذ تسترشد"),
        ("ar", "preambular", "واقتناعاً منها بأن الجسور ثابتة،", "واقتناعاً منها"),
        ("ar", "preambular", "وقد نظرت في التقرير عن الجسور،", "وقد نظرت"),
        ("ar", "preambular", "وإذ يساورها بالغ القلق إزاء الفيضانات،", "وإذ يساورها بالغ القلق"),
        ("ar", "operative", "يعرب عن تقديره العميق للملاحين؛", "يعرب عن تقديره العميق"),
        ("ar", "operative", "تعيد كذلك تأكيد قواعد الجسور؛", "تعيد كذلك تأكيد"),
    ],
)  # fmt: skip
def test_preferred_phrase(language: str, part: str, text: str, phrase: str) -> None:
    match = match_of(language, text, part=part)
    assert text[match.start : match.end] == phrase
    assert part in match.parts
    assert grammar(language).is_phrase(phrase, part=part)


def test_offsets() -> None:
    text = "12. Also takes note with interest of the tides;"
    match = match_of("en", text, start=4, part="operative")
    assert (match.start, match.end) == (4, 33)
    assert (match.head_start, match.head_end) == (9, 19)
    assert match.head_text == "Takes note"
    assert match.repetition == ((4, 8, 1, True),)
    assert match.degree == 1
    assert ends(match) == [
        "Also takes note",
        "Also takes note with interest",
        "Also takes note with interest of",
    ]
    assert match.longest == match.ends[-1] == 36


def test_optional_tails_are_accepted_and_not_preferred() -> None:
    match = match_of("fr", "Souligne à cet égard l’importance des ponts", part="operative")
    assert "Souligne à cet égard" in ends(match)
    assert match.source[: match.end] == "Souligne"


def test_adverb_inside_and_after_the_head() -> None:
    inside = match_of("fr", "Prenant en outre note du rapport", part="preambular")
    after = match_of("fr", "Prenant note en outre du rapport", part="preambular")
    assert inside.repetition == ((8, 16, 2, False),)
    assert after.repetition == ((13, 21, 2, False),)
    assert inside.key == after.key == "prenant note"
    assert inside.first_key != ""


def test_again_is_not_an_adverb_of_repetition() -> None:
    match = match_of("fr", "Demande une fois de plus aux passeurs", part="operative")
    assert (match.degree, match.repetition) == (0, ())
    assert match.source[: match.end] == "Demande une fois de plus"


def test_spaces_apostrophes_hyphens_and_marks() -> None:
    plain = match_of("fr", "S'inquiétant vivement des crues", part="preambular")
    curly = match_of("fr", "S’inquiétant\u00a0vivement des crues", part="preambular")
    assert (plain.ends, plain.key) == (curly.ends, curly.key)
    assert match_of("en", "Re\u2011emphasizing the rules").end == 14
    marked = match_of("en", "\u200f\u200eRecalling\u200f also the rules")
    assert (marked.start, marked.end, marked.degree) == (2, 17, 1)


def test_case_and_end_of_text() -> None:
    match = match_of("en", "TAKES NOTE", part="operative")
    assert (match.start, match.end) == (0, 10)
    assert match_of("en", "Recalling").end == 9
    assert match_of("fr", "Rappelant,").end == 9
    assert match_of("en", "Recalling¹ the rules").end == 9


def test_other_spellings() -> None:
    assert match_of("en", "Recognising the tides", part="preambular").parts == {"preambular"}
    assert match_of("en", "Honoring the ferrymen", part="preambular").head_text == "Honouring"


def test_part_is_preferred_and_reported() -> None:
    assert match_of("en", "Recalls the rules", part="preambular").parts == {"operative"}
    assert match_of("en", "Acting under Chapter VII", organ="SC").parts == {
        "preambular",
        "operative",
    }
    assert grammar("en").match("Annex to the rules") is None
    assert grammar("fr").match("communications et au haut débit") is None
    assert grammar("en").match("") is None
    assert grammar("en").match("Recalling", 9) is None


def test_organs() -> None:
    assert match_of("en", "Calls on States to mend roads", organ="GA").organs == ("SC",)
    assert match_of("en", "Calls upon States", organ="GA").organs is None
    assert grammar("en").is_phrase("Calls", organ="SC")
    assert not grammar("en").is_phrase("Calls", organ="GA")
    council = match_of("en", "Expresses its deep concern about tides", part="operative", organ="SC")
    assert council.source[: council.end] == "Expresses"
    assert council.source[: council.longest] == "Expresses its deep concern about"


@pytest.mark.parametrize(
    ("language", "pieces"),
    [
        ("en", ["Takes", "Bearing", "Looks", "Draws", "Pays", "Further", "The tides"]),
        ("es", ["Toma", "Pone", "Hace", "Acoge", "Se", "Teniendo", "Haciendo"]),
        ("ru", ["будучи также", "обращает", "с удовлетворением", "отдавая", "ссылаяс"]),
        ("zh", ["又", "再次", "赞赏地", "注意", "认识"]),
        ("ar", ["وإذ", "تحيط", "وإذ تعيد", "وقد", "تضع"]),
        ("fr", ["Prend", "Rend", "Fait", "Met", "Ayant", "Se", "Prenant", "A", "Rappelan"]),
    ],
)
def test_pieces_of_fixed_expressions_are_not_phrases(language: str, pieces: list[str]) -> None:
    for piece in pieces:
        assert not grammar(language).is_phrase(piece, organ="GA"), piece


def test_is_phrase_needs_the_whole_text() -> None:
    assert grammar("fr").is_phrase("Rappelant également, ")
    assert grammar("fr").is_phrase("Rappelant", part="preambular")
    assert not grammar("fr").is_phrase("Rappelant", part="operative")
    assert not grammar("fr").is_phrase("Rappelant la règle des ponts")


def test_gender() -> None:
    match = match_of("fr", "Consciente également que les ponts cèdent,")
    assert match.gendered == ((0, 10, "f", "Conscient"),)
    match = match_of("fr", "Se déclare alarmé et profondément inquiet", part="operative")
    assert [word for *_, word in match.gendered] == ["alarmée", "inquiète"]
    match = match_of("ru", "будучи также глубоко убежден, что мосты стоят", part="preambular")
    assert match.gendered == ((21, 28, "m", "убеждена"),)
    assert match_of("ar", "وإذ يساوره القلق").gendered == ((4, 10, "m", "يساورها"),)
    assert match_of("ar", "يعرب عن تقديرها").gendered == (
        (0, 4, "m", "تعرب"),
        (8, 15, "f", "تقديره"),
    )
    # « résolu » speaks of the support, not of the organ.
    assert match_of("fr", "Réaffirmant son appui résolu aux passeurs").gendered == ()


# Rewriting --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "part", "gender", "expected"),
    [
        ("en", "Also requests the crew", "preambular", None, "Requesting also"),
        ("en", "Recalling further the crew", "operative", None, "Further recalls"),
        ("en", "Strongly condemning waste", "operative", None, "Strongly condemns"),
        ("en", "Welcomes and encourages the", "preambular", None, "Welcoming and encouraging"),
        ("en", "Having considered the report", "operative", None, None),
        ("fr", "Prend également note avec intérêt du", "preambular", None,
         "Prenant note également avec intérêt"),
        ("fr", "Consciente que", "operative", None, "Est consciente"),
        ("fr", "Est conscient de", "preambular", "f", "Consciente"),
        ("fr", "Gravement préoccupée par", "operative", None, "Est gravement préoccupée"),
        ("fr", "Est profondément préoccupé", "preambular", "f", "Profondément préoccupée"),
        ("fr", "A également à l’esprit les", "preambular", None, "Ayant également à l’esprit"),
        ("fr", "Se félicite en outre de", "preambular", None, "Se félicitant en outre"),
        ("es", "Toma nota también con interés de", "preambular", None,
         "Tomando nota con interés también"),
        ("es", "Convencido de", "operative", "f", "Está convencida"),
        ("ru", "принимает также к сведению", "preambular", None, "принимая к сведению также"),
        ("zh", "又回顾桥梁", "operative", None, "又回顾"),
        ("ar", "يشير كذلك إلى", "preambular", "f", "وإذ تشير كذلك"),
    ],
)  # fmt: skip
def test_counterpart(
    language: str, text: str, part: str, gender: str | None, expected: str | None
) -> None:
    assert counterpart(grammar(language), match_of(language, text), part, gender) == expected


@pytest.mark.parametrize(
    ("language", "text", "degree", "expected"),
    [
        ("en", "Requests the crew", 1, "Also requests"),
        ("en", "Also requests the crew", 2, "Further requests"),
        ("en", "Further requests the crew", 0, "Requests"),
        ("en", "Noting with regret the tides", 1, "Noting with regret also"),
        ("en", "Having considered the tides", 1, "Having also considered"),
        ("fr", "Note avec regret que", 1, "Note également avec regret"),
        ("fr", "Prend également note du", 0, "Prend note"),
        ("fr", "Mettant l’accent sur", 2, "Mettant en outre l’accent"),
        ("es", "Observando con pesar que", 1, "Observando con pesar también"),
        ("ru", "призывает также государства", 2, "призывает далее"),
        ("zh", "赞赏地注意到", 2, "还赞赏地注意到"),
        ("ar", "تعيد تأكيد قواعد", 1, "تعيد أيضا تأكيد"),
    ],
)
def test_with_degree(language: str, text: str, degree: int, expected: str) -> None:
    assert with_degree(grammar(language), match_of(language, text), text, degree) == expected


def test_nearest() -> None:
    assert nearest(grammar("en"), "Reqests the crew", "operative")[0] == "Requests"
    assert nearest(grammar("fr"), "Rappellant", "preambular", 1) == ["Rappelant"]
    assert nearest(grammar("fr"), "Noter", "preambular", 1) == ["Notant"]
    assert nearest(grammar("fr"), "Noter", "operative", 1) == ["Note"]
    assert nearest(grammar("ru"), "напоминать", "preambular", 1) == ["напоминая"]
    assert nearest(grammar("fr"), "Xyzzy", "preambular") == []


def test_adverb_before() -> None:
    assert grammar("en").adverb_before == {"preambular": False, "operative": True}
    assert grammar("fr").adverb_before == {"preambular": False, "operative": False}


# Robustness and size ----------------------------------------------------------


@settings(deadline=None)
@given(
    language=st.sampled_from(LANGUAGES),
    text=st.text(),
    opening=st.sampled_from(
        ["", "Recalling ", "Prend ", "также ", "又", "وإذ تشير ", "Also further ", "Se déclare "]
    ),
    start=st.integers(-3, 20),
    part=st.sampled_from([None, "preambular", "operative"]),
)
def test_never_raises(language: str, text: str, opening: str, start: int, part: str | None) -> None:
    text = opening + text
    match = grammar(language).match(text, max(start, 0), part=part, organ="GA")
    grammar(language).is_phrase(text, part=part)
    if match is None:
        return
    assert 0 <= match.start <= match.head_start < match.head_end <= match.end <= match.longest
    assert match.longest <= len(text)
    assert list(match.ends) == sorted(set(match.ends))
    assert match.end in match.ends
    assert match.ends[-1] == match.longest
    assert match.parts
    for degree in (0, 1, 2):
        assert with_degree(grammar(language), match, text, degree)
    for other in ("preambular", "operative"):
        counterpart(grammar(language), match, other, "f")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_head_is_a_phrase(language: str) -> None:
    texts = grammar(language)
    for row, part, organs, text in texts.forms:
        head = text.replace("~ ", "").replace("+ ", "").replace("~", "").replace("+", "")
        match = texts.match(head, part=("preambular", "operative")[part])
        assert match is not None, head
        assert match.head_end == len(head), head
        assert match.head == row
        assert match.head_text == head
        assert match.organs == organs


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_data_is_plain_and_small(language: str) -> None:
    data = marshal.dumps(compiled(language), 4)
    assert len(data) < 180_000
    assert PhraseGrammar(marshal.loads(data)).forms == grammar(language).forms


class Unsplittable(str):
    """A text that can be sliced and searched but not split or converted as a whole."""

    def split(self, *_: object, **__: object) -> NoReturn:
        raise AssertionError("the whole text is processed")

    lower = translate = strip = lstrip = split


@pytest.mark.parametrize("text", ["Recalling " * 5000, "also " * 5000, "a" * 100_000, " " * 9999])
def test_only_the_start_of_a_long_text_is_split(text: str) -> None:
    grammar("en").match(Unsplittable(text))


# Vocabularies -----------------------------------------------------------------

SMALL = {
    "language": "xx",
    "repetition": {1: ["too"]},
    "words": {"mood": ["glad", "sad"]},
    "after": {"qualifiers": ["<also>", "very* <mood>"], "optional": ["of"]},
    "heads": [{"preambular": "Seeing", "operative": ["Sees", "Looks ~ at"]}],
}


def test_small_vocabulary() -> None:
    small = PhraseGrammar(compile_phrases(SMALL))
    match = small.match("Sees too very very sad of course")
    assert match is not None
    assert [match.source[:end] for end in match.ends] == [
        "Sees",
        "Sees too",
        "Sees too very very sad",
        "Sees too very very sad of",
    ]
    assert counterpart(small, match, "preambular", None) == "Seeing too very very sad"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"heds": []}, "unknown key 'heds'"),
        ({"heads": {}}, "heads: expected list"),
        ({"heads": [{}]}, "row 1: neither"),
        ({"heads": ["Sees"]}, "row 1: expected a mapping"),
        ({"heads": [{"operative": ""}]}, "row 1, operative: expected a text"),
        ({"heads": [{"operative": "Sees ~"}]}, "one place"),
        ({"heads": [{"operative": "Sees", "organ": ["SC"]}]}, "unknown key 'organ'"),
        ({"heads": [{"operative": "Sees", "organs": "SC"}]}, "organs must be a list"),
        ({"heads": [{"operative": "Sees"}, {"operative": "sees"}]}, "in rows 1 and 2"),
        ({"units": "letters"}, "units: expected"),
        ({"fold": {"x": 1}}, "fold: unknown key 'x'"),
        ({"fold": {"letters": {"ab": "c"}}}, "single characters"),
        ({"agreement": {"beau": "beau"}}, "the same in both genders"),
        ({"agreement": {"un beau": "belle"}}, "a single word"),
        ({"repetition": {3: ["too"]}}, "under 1 and 2"),
        ({"place": {"preambular": "above"}}, "place: preambular: expected one of"),
        ({"place": {"title": "end"}}, "unknown part 'title'"),
        ({"words": {"also": ["x"]}}, "'also' is made from the adverbs"),
        ({"words": {"mood": "glad"}}, "expected a list"),
        ({"words": {"mood": ["<mood> x"]}}, "contains itself"),
        ({"after": {"preferred": []}}, "unknown key 'preferred'"),
        ({"after": {"optional": ["<nothing>"]}}, "unknown set <nothing>"),
        ({"after": {"optional": ["(of"]}}, "not closed"),
        ({"after": {"optional": ["of)"]}}, "unexpected ')'"),
        ({"after": {"optional": ["*of"]}}, "unexpected '*'"),
        ({"after": {"optional": ["of |"]}}, "an alternative is empty"),
        ({"after": {"optional": [True]}}, "expected a pattern"),
        ({"after": {"optional": ["(" * 50 + "of" + ")" * 50]}}, "nested too deeply"),
    ],
)
def test_bad_vocabularies(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=r"(?s).*") as error:
        compile_phrases({**SMALL, **change})
    assert message in str(error.value)


def test_missing_heads_and_old_data() -> None:
    with pytest.raises(ValueError, match="missing key 'heads'"):
        compile_phrases({"language": "xx"})
    with pytest.raises(ValueError, match="another version"):
        PhraseGrammar({"format": 0})


@pytest.mark.parametrize(
    ("code", "text", "phrase"),
    [
        ("en", "Having carefully reviewed the report,", "Having carefully reviewed"),
        ("en", "Having thoroughly discussed the rain,", "Having thoroughly discussed"),
        ("fr", "Ayant soigneusement examiné le rapport,", "Ayant soigneusement examiné"),
        ("fr", "Ayant attentivement étudié le rapport,", "Ayant attentivement étudié"),
        ("es", "Habiendo atentamente examinado el informe,", "Habiendo atentamente examinado"),
        ("zh", "仔细审议了报告，", "仔细审议了"),
    ],
)
def test_adverbs_of_care_stand_within_a_phrase(code: str, text: str, phrase: str) -> None:
    match = language(code).phrases.match(text)
    assert match is not None
    assert text[match.start : match.end] == phrase
