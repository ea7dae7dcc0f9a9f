"""Numbers of operative paragraphs shifted, references with them: the fix restores every one."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from reslint.fixes.choosing import apply, choose, edits_of
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

DRAFTS = {
    "en": """*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015, in particular paragraph 4 thereof,

1. *Decides* to proclaim a week of open libraries;

2. *Invites* Member States to act in accordance with paragraphs <3> to <5> below;

<3>. *Requests* the Secretary-General:

(a) To act under paragraph <4> (b) below and subparagraph (a) of paragraph <3> above;

(b) To report on paragraphs 1, 2 and <3> (a) above;

<4>. *Decides* that, with the exception of paragraphs 2 and <3> above, paragraph 4 of
resolution 70/1 shall apply:

(a) In towns, as set out in paragraphs <3> (a) and (b) above;

(b) In villages, as set out in operative paragraph <5> below;

<5>. *Recalls* paragraph 5 of its resolution 71/256, and paragraph <4> (a)–(b) above;

<6>. *Decides* to remain seized of the matter referred to in paragraphs <3>–<5> of the
present resolution.
""",
    "fr": """*L’Assemblée générale*,

*Rappelant* sa résolution 70/1 du 25 septembre 2015, en particulier son paragraphe 4,

1. *Décide* de proclamer une semaine des bibliothèques ouvertes ;

2. *Invite* les États Membres à agir conformément aux paragraphes <3> à <5> ci-dessous ;

<3>. *Prie* le Secrétaire général :

a) D’agir au titre du paragraphe <4> b) ci-dessous et de l’alinéa a) du paragraphe <3> ci-dessus ;

b) De rendre compte des paragraphes 1, 2 et <3> a) ci-dessus ;

<4>. *Décide* que, exception faite des paragraphes 2 et <3> ci-dessus, le paragraphe 4 de
la résolution 70/1 s’applique :

a) Dans les villes, comme indiqué aux paragraphes <3> a) et b) ci-dessus ;

b) Dans les villages, comme indiqué au paragraphe <5> ci-après ;

<5>. *Rappelle* le paragraphe 5 de sa résolution 71/256 et les paragraphes <4> et <3> de la
présente résolution ;

<6>. *Décide* de rester saisie de la question visée aux paragraphes <3> à <5> de la
présente résolution.
""",
    "es": """*La Asamblea General*,

*Recordando* su resolución 70/1, de 25 de septiembre de 2015, en particular su párrafo 4,

1. *Decide* proclamar una semana de bibliotecas abiertas;

2. *Invita* a los Estados Miembros a que actúen de conformidad con los párrafos <3> a <5> infra;

<3>. *Solicita* al Secretario General que:

a) Actúe con arreglo al párrafo <4> b) infra y al apartado a) del párrafo <3> supra;

b) Informe sobre los párrafos 1, 2 y <3> a) supra;

<4>. *Decide* que, a excepción de los párrafos 2 y <3> supra, el párrafo 4 de la
resolución 70/1 se aplicará:

a) En las ciudades, según los párrafos <3> a) y b) supra;

b) En las aldeas, según el párrafo <5> infra;

<5>. *Recuerda* el párrafo 5 de su resolución 71/256 y los párrafos <4> y <3> de la
presente resolución;

<6>. *Decide* seguir ocupándose de la cuestión mencionada en los párrafos <3> a <5> de la
presente resolución.
""",
    "ru": """*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 70/1 от 25 сентября 2015 года, в частности на ее пункт 4,

1. *постановляет* провозгласить неделю открытых библиотек;

2. *предлагает* государствам-членам действовать в соответствии с пунктами <3>–<5> ниже;

<3>. *просит* Генерального секретаря:

a) действовать на основании пункта <4> b) ниже и подпункта a) пункта <3> выше;

b) доложить о пунктах 1, 2 и <3> a) выше;

<4>. *постановляет*, что, за исключением пунктов 2 и <3> выше, пункт 4 резолюции 70/1 применяется:

a) в городах, как указано в пунктах <3> a) и b) выше;

b) в деревнях, как указано в пункте <5> ниже;

<5>. *ссылается* на пункт 5 своей резолюции 71/256 и пункты <4> и <3> настоящей резолюции;

<6>. *постановляет* продолжать заниматься вопросом, о котором говорится в пунктах <3> и <5>
настоящей резолюции.
""",
    "ar": """***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015، ولا سيما الفقرة 4 منه،

1 - ***تقرر*** إعلان أسبوع للمكتبات المفتوحة؛

2 - ***تدعو*** الدول الأعضاء إلى العمل وفقا للفقرات <3> إلى <5> أدناه؛

<3> - ***تطلب*** إلى الأمين العام القيام بما يلي:

(أ) العمل بموجب الفقرة <4> (ب) أدناه والفقرة الفرعية (أ) من الفقرة <3> أعلاه؛

(ب) تقديم تقرير عن الفقرتين 2 و <3> (أ) أعلاه؛

<4> - ***تقرر***، باستثناء الفقرتين 2 و <3> أعلاه، أن تنطبق الفقرة 4 من القرار 70/1:

(أ) في المدن، على النحو المبين في الفقرتين <3> (أ) و (ب) أعلاه؛

(ب) في القرى، على النحو المبين في الفقرة <5> أدناه؛

<5> - ***تشير*** إلى الفقرة 5 من قرارها 71/256 وإلى الفقرتين <4> و <3> من هذا القرار؛

<6> - ***تقرر*** أن تبقي المسألة المشار إليها في الفقرات من <3> إلى <5> من هذا القرار قيد نظرها.
""",
    "zh": """**大会**，

**回顾**其2015年9月25日第70/1号决议，特别是其中第4段，

1. **决定**宣布图书馆开放周；

2. **邀请**会员国按照下文第<3>至<5>段采取行动；

<3>. **请**秘书长：

(a) 根据下文第<4>段(b)和上文第<3>段(a)采取行动；

(b) 就上文第2段和第<3>段(a)提出报告；

<4>. **决定**除上文第2和<3>段外，第70/1号决议第4段应予适用：

(a) 在城市，如上文第<3>段(a)和(b)所述；

(b) 在乡村，如下文第<5>段所述；

<5>. **回顾**其第71/256号决议第5段和本决议第<4>和<3>段；

<6>. **决定**继续处理本决议第<3>至<5>段所述事项。
""",
}
"""`<3>` is a number that a shift changes, `3` one that is another text's or stays."""


def numbered(language: str, shift: Callable[[int], int]) -> str:
    return re.sub("<([0-9])>", lambda match: str(shift(int(match[1]))), DRAFTS[language])


@pytest.mark.parametrize("language", DRAFTS)
def test_the_drafts_are_clean(language: str) -> None:
    assert Linter().lint(Source(numbered(language, lambda number: number))).diagnostics == []


@pytest.mark.parametrize("by", [1, 3, 40])
@pytest.mark.parametrize("language", DRAFTS)
def test_labels_and_references_come_back_together(language: str, by: int) -> None:
    text = numbered(language, lambda number: number + by)
    found = Linter(Settings(select=frozenset({"NUM"}))).lint(Source(text)).diagnostics
    assert {one.code for one in found} == {"NUM001"}
    assert not any(one.related for one in found)
    fixed = apply(text, edits_of(choose(found, unsafe=True)))
    assert fixed == numbered(language, lambda number: number)


def test_a_reference_with_a_zero_before_it_does_not_stop_the_rule() -> None:
    text = (
        "*The General Assembly*,\n\n*Noting* the lamps,\n\n"
        "1. *Decides* to go on;\n\n"
        "2. *Invites* all to act as set out in paragraph 02 above;\n\n"
        "2. *Requests* the Secretary-General to lend lamps;\n\n"
        "3. *Decides* to keep to paragraph 03 above.\n"
    )
    result = Linter(Settings(select=frozenset({"NUM"}))).lint(Source(text))
    assert result.errors == []
    fixed = apply(text, edits_of(choose(result.diagnostics, unsafe=True)))
    assert fixed == text.replace("\n2. *Req", "\n3. *Req").replace(
        "\n3. *Dec", "\n4. *Dec"
    ).replace("paragraph 03 above", "paragraph 4 above")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("to report under paragraph 3", "3"),
        ("to report under paragraph 1", ""),
        ("to report under paragraph 3 above", ""),
        ("to report under paragraph 3 of the present resolution", ""),
        ("to report under paragraph 3 of the Convention", ""),
        # Whose it is, the resolution that is cited beside it tells a reader.
        ("to recall resolution 70/1 and to report under paragraph 3", ""),
    ],
)
def test_a_reference_that_may_be_its_own_is_named(words: str, named: str) -> None:
    text = (
        "*The General Assembly*,\n\n*Noting* the lamps,\n\n1. *Decides* to go on;\n\n"
        f"3. *Requests* the libraries to lend lamps;\n\n4. *Invites* them {words}.\n"
    )
    (found,) = Linter(Settings(select=frozenset({"NUM001"}))).lint(Source(text)).diagnostics
    assert [text[one.start : one.end] for one in found.related] == list(named)
    if named:
        assert found.related[0].start == text.index("paragraph 3") + len("paragraph ")
        assert found.related[0].left_by_fix
