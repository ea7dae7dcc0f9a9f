"""Drafts of our own in six languages, with what is to be found in them and where."""

from __future__ import annotations

from dataclasses import dataclass, field

from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.linting.linter import Linter, LintResult
from reslint.text.source import Source

Span = tuple[int, int]


@dataclass(frozen=True)
class Sample:
    """A draft and the words in it that tests ask about.

    `citation` is the first citation of resolution 70/1, from the word to the date; `again` the
    other places of it. `reference` leads to the paragraph labelled `target`, `bare` (which does
    not say whose it is) to that labelled `bare_target`; `other` is another text's.
    """

    text: str
    citation: str
    again: tuple[str, ...]
    date: str
    body: str
    reference: str
    target: str
    bare: str
    bare_target: str
    other: str
    openings: tuple[str, ...] = field(default=())


SAMPLES = {
    "en": Sample(
        """A/90/L.7

# Evening schools and sustainable development

*The General Assembly*,

*Recalling* 🪔 its resolution 70/1 of 25 September 2015,[^1]

*Noting* the work of the United Nations Children's Fund,[^2]

1. *Invites* Member States:

(a) To open schools in the evening;

(b) To lend lamps 🪔 to pupils, as the United Nations Children's Fund does;

2. *Requests* the Secretary-General to report on paragraph 1 (b) above;

3. *Decides* to return to paragraph 2, in the light of paragraph 1 of the report A/75/100/Add.1.

[^1]: See resolution 70/1, which stands.

[^2]: See E/2020/25.
""",
        citation="resolution 70/1 of 25 September 2015",
        again=("resolution 70/1",),
        date="25 September 2015",
        body="United Nations Children's Fund",
        reference="paragraph 1 (b)",
        target="(b)",
        bare="paragraph 2",
        bare_target="2.",
        other="paragraph 1 of the",
        openings=("Recalling", "Noting", "Invites", "Requests", "Decides"),
    ),
    "fr": Sample(
        """A/90/L.7

# Écoles du soir et développement durable

*L’Assemblée générale*,

*Rappelant* 🪔 sa résolution 70/1 du 25 septembre 2015[^1],

*Prenant note* des travaux du Fonds des Nations Unies pour l’enfance[^2],

1. *Invite* les États Membres :

a) À ouvrir des écoles le soir ;

b) À prêter des lampes 🪔 aux élèves, comme le fait le Fonds des Nations Unies pour l’enfance ;

2. *Prie* le Secrétaire général de rendre compte du paragraphe 1 b) ci-dessus ;

3. *Décide* de revenir sur le paragraphe 2, à la lumière du paragraphe 1 du rapport A/75/100/Add.1.

[^1]: Voir la résolution 70/1, toujours valable.

[^2]: Voir E/2020/25.
""",
        citation="résolution 70/1 du 25 septembre 2015",
        again=("résolution 70/1",),
        date="25 septembre 2015",
        body="Fonds des Nations Unies pour l’enfance",
        reference="paragraphe 1 b)",
        target="b)",
        bare="paragraphe 2",
        bare_target="2.",
        other="paragraphe 1 du rapport",
        openings=("Rappelant", "Prenant note", "Invite", "Prie", "Décide"),
    ),
    "es": Sample(
        """A/90/L.7

# Escuelas nocturnas y desarrollo sostenible

*La Asamblea General*,

*Recordando* 🪔 su resolución 70/1, de 25 de septiembre de 2015[^1],

*Tomando nota* de la labor del Fondo de las Naciones Unidas para la Infancia[^2],

1. *Invita* a los Estados Miembros a:

a) Abrir escuelas por la noche;

b) Prestar lámparas 🪔, como hace el Fondo de las Naciones Unidas para la Infancia;

2. *Solicita* al Secretario General que informe sobre el párrafo 1 b) supra;

3. *Decide* volver sobre el párrafo 2, a la luz del párrafo 1 del informe A/75/100/Add.1.

[^1]: Véase la resolución 70/1, que sigue vigente.

[^2]: Véase E/2020/25.
""",
        citation="resolución 70/1, de 25 de septiembre de 2015",
        again=("resolución 70/1",),
        date="25 de septiembre de 2015",
        body="Fondo de las Naciones Unidas para la Infancia",
        reference="párrafo 1 b)",
        target="b)",
        bare="párrafo 2",
        bare_target="2.",
        other="párrafo 1 del informe",
        openings=("Recordando", "Tomando nota", "Invita", "Solicita", "Decide"),
    ),
    "ru": Sample(
        """A/90/L.7

# Вечерние школы и устойчивое развитие

*Генеральная Ассамблея*,

*ссылаясь* 🪔 на свою резолюцию 70/1 от 25 сентября 2015 года[^1],

*отмечая* работу, которую ведет Детский фонд Организации Объединенных Наций[^2],

1. *предлагает* государствам-членам:

a) открывать школы по вечерам;

b) выдавать лампы 🪔, как это делает Детский фонд Организации Объединенных Наций;

2. *просит* Генерального секретаря доложить о пункте 1 b) выше;

3. *постановляет* вернуться к пункту 2, как сказано в пункте 1 доклада A/75/100/Add.1.

[^1]: См. резолюцию 70/1, которая остается в силе.

[^2]: См. E/2020/25.
""",
        citation="резолюцию 70/1 от 25 сентября 2015 года",
        again=("резолюцию 70/1",),
        date="25 сентября 2015 года",
        body="Детский фонд Организации Объединенных Наций",
        reference="пункте 1 b)",
        target="b)",
        bare="пункту 2",
        bare_target="2.",
        other="пункте 1 доклада",
        openings=("ссылаясь", "отмечая", "предлагает", "просит", "постановляет"),
    ),
    "ar": Sample(
        """A/90/L.7

# المدارس المسائية والتنمية المستدامة

***إن الجمعية العامة***،

***إذ تشير*** 🪔 إلى قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015[^1]،

***وإذ تلاحظ*** أعمال منظمة الأمم المتحدة للطفولة[^2]،

1 - ***تدعو*** الدول الأعضاء إلى ما يلي:

(أ) فتح المدارس مساء؛

(ب) إعارة مصابيح 🪔 كما تفعل منظمة الأمم المتحدة للطفولة؛

2 - ***تطلب*** إلى الأمين العام أن يقدم تقريرا عن الفقرة 1 (ب) أعلاه؛

3 - ***تقرر*** العودة إلى الفقرة 2، في ضوء الفقرة 1 من التقرير A/75/100/Add.1.

[^1]: انظر القرار 70/1 الذي لا يزال ساريا.

[^2]: انظر E/2020/25.
""",
        citation="قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015",
        again=("القرار 70/1",),
        date="25 أيلول/سبتمبر 2015",
        body="منظمة الأمم المتحدة للطفولة",
        reference="الفقرة 1 (ب)",
        target="(ب)",
        bare="الفقرة 2",
        bare_target="2 -",
        other="الفقرة 1 من",
        openings=("إذ تشير", "وإذ تلاحظ", "تدعو", "تطلب", "تقرر"),
    ),
    "zh": Sample(
        """A/90/L.7

# 夜校与可持续发展

**大会**，

**回顾**🪔其2015年9月25日第70/1号决议，[^1]

**注意到**联合国儿童基金会的工作，[^2]

1. **邀请**会员国：

(a) 在晚间开放学校；

(b) 🪔像联合国儿童基金会那样出借灯具；

2. **请**秘书长就上文第1(b)段提出报告；

3. **决定**按照第2段再次审议此事，并考虑到报告A/75/100/Add.1第1段。

[^1]: 见第70/1号决议，该决议仍然有效。

[^2]: 见E/2020/25。
""",
        citation="2015年9月25日第70/1",
        again=("第70/1",),
        date="2015年9月25日",
        body="联合国儿童基金会",
        reference="第1(b)",
        target="(b)",
        bare="第2段",
        bare_target="2.",
        other="第1段",
        openings=("回顾", "注意到", "邀请", "请", "决定"),
    ),
}


def read(text: str, path_format: str = "markdown") -> Draft:
    """The draft in a text."""
    return read_draft(Source(text), path_format=path_format)


def check(text: str) -> LintResult:
    """What the linter says of a text."""
    return Linter().lint(Source(text))


def span(text: str, words: str, after: str = "") -> Span:
    """Where words stand in a text, the first time after some others."""
    start = text.index(words, text.index(after) + len(after) if after else 0)
    return start, start + len(words)


def label(text: str, target: str) -> Span:
    """Where the label of a paragraph stands: at the start of a line."""
    start = text.index(f"\n{target} ") + 1
    return start, start + len(target)


def cursor(text: str) -> tuple[str, int]:
    """A text without the cursor `‸` in it, and where that stood."""
    place = text.index("‸")
    return text[:place] + text[place + 1 :], place
