"""Six small versions of one draft, and the comparison of some of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.concordance.comparing import align, findings_of
from reslint.concordance.comparison import Comparison
from reslint.draft.reader import read_draft
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic
from reslint.text.source import Source

VERSIONS = {
    "en": """*The General Assembly*,

*Recalling* its resolution 80/118 of 12 December 2025,

*Deeply concerned* about the lack of water in 14 countries,

1. *Takes note* of the report of the Secretary-General;[^1]

2. *Requests* the Secretary-General:

(a) To appoint a coordinator before 30 June 2028;

(b) To open twenty-two offices at a cost of 12.5 million dollars;

3. *Invites* the Economic and Social Council to consider paragraph 2 above;

4. *Decides* to consider the question at its ninetieth session.

[^1]: A/81/712.
""",
    "fr": """*L’Assemblée générale*,

*Rappelant* sa résolution 80/118 du 12 décembre 2025,

*Profondément préoccupée* par le manque d’eau dans 14 pays,

1. *Prend note* du rapport du Secrétaire général[^1] ;

2. *Prie* le Secrétaire général :

a) De nommer un coordonnateur avant le 30 juin 2028 ;

b) D’ouvrir 22 bureaux pour un coût de 12 500 000 dollars ;

3. *Invite* le Conseil économique et social à examiner le paragraphe 2 ci-dessus ;

4. *Décide* d’examiner la question à sa quatre-vingt-dixième session.

[^1]: A/81/712.
""",
    "es": """*La Asamblea General*,

*Recordando* su resolución 80/118, de 12 de diciembre de 2025,

*Profundamente preocupada* por la falta de agua en 14 países,

1. *Toma nota* del informe del Secretario General[^1];

2. *Solicita* al Secretario General que:

a) Nombre un coordinador antes del 30 de junio de 2028;

b) Abra 22 oficinas con un costo de 12,5 millones de dólares;

3. *Invita* al Consejo Económico y Social a que examine el párrafo 2 supra;

4. *Decide* examinar la cuestión en su nonagésimo período de sesiones.

[^1]: A/81/712.
""",
    "ru": """*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 80/118 от 12 декабря 2025 года,

*будучи глубоко обеспокоена* нехваткой воды в 14 странах,

1. *принимает к сведению* доклад Генерального секретаря[^1];

2. *просит* Генерального секретаря:

a) назначить координатора до 30 июня 2028 года;

b) открыть двадцать два отделения стоимостью 12,5 млн долл. США;

3. *предлагает* Экономическому и Социальному Совету рассмотреть пункт 2 выше;

4. *постановляет* рассмотреть этот вопрос на своей девяностой сессии.

[^1]: A/81/712.
""",
    "ar": """***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها 80/118 المؤرخ 12 كانون الأول/ديسمبر 2025،

***وإذ يساورها بالغ القلق*** إزاء نقص المياه في 14 بلدا،

1 - ***تحيط علما*** بتقرير الأمين العام[^1]؛

2 - ***تطلب*** إلى الأمين العام ما يلي:

(أ) تعيين منسق قبل 30 حزيران/يونيه 2028؛

(ب) فتح 22 مكتبا بتكلفة قدرها 12.5 مليون دولار؛

3 - ***تدعو*** المجلس الاقتصادي والاجتماعي إلى النظر في الفقرة 2 أعلاه؛

4 - ***تقرر*** أن تنظر في المسألة في دورتها التسعين.

[^1]: A/81/712.
""",
    "zh": """**大会**，

**回顾**其2025年12月12日第80/118号决议，

**深为关切**14个国家缺水，

1. **表示注意到**秘书长的报告；[^1]

2. **请**秘书长：

(a) 在2028年6月30日之前任命一名协调员；

(b) 以1 250万美元的费用开设22个办事处；

3. **邀请**经济及社会理事会审议上文第2段；

4. **决定**在其第九十届会议上审议这一问题。

[^1]: A/81/712。
""",
}
Compared = Callable[..., dict[str, list[Diagnostic]]]


def aligned(texts: dict[str, str], reference: str | None = None) -> Comparison:
    """The comparison of texts by language."""
    drafts = [
        (f"{one}.md", read_draft(Source(text, f"{one}.md"), language=one))
        for one, text in texts.items()
    ]
    return align(drafts, reference)


@pytest.fixture
def compared() -> Compared:
    """Compare the versions of some languages, with words replaced in one of them."""

    def compare(
        language: str, old: str, new: str, among: str = "en fr es ru ar zh", **settings: object
    ) -> dict[str, list[Diagnostic]]:
        texts = {one: VERSIONS[one] for one in among.split()}
        assert old in texts[language]
        texts[language] = texts[language].replace(old, new)
        comparison = aligned(texts)
        chosen = Settings().replace(**settings)
        found = findings_of(comparison, {version.path: chosen for version in comparison.versions})
        return {
            path.removesuffix(".md"): result.diagnostics
            for path, result in found.items()
            if result.diagnostics
        }

    return compare
