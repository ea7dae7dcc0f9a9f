"""Texts that cite resolutions or read like them in places, and are none: letters, treaties …"""

# Each paragraph is one line.
# ruff: noqa: E501

from __future__ import annotations

OTHER_TEXTS = {
    "agenda": """\
1. Opening of the session.
2. Adoption of the agenda.
3. Requests for observer status.
4. Notes by the secretariat.
5. Closing of the session.
""",
    "ar_report": """\
تقرير الأمين العام عن المياه

1 - طلبت الجمعية العامة في قرارها 70/1 إلى الأمين العام أن يقدم تقريرا.

2 - ويقدم هذا التقرير عملا بذلك الطلب.

يرحب الأمين العام بالتقدم المحرز.
""",
    "budget": """\
# Programme budget implications

1. Under the terms of operative paragraphs 3 and 4 of draft resolution A/C.2/79/L.5, the General Assembly would:

(a) Request the Secretary-General to report on wells;

(b) Decide to convene a meeting.

2. The requirements are estimated at $30,000.
""",
    "decisions": """\
# Decisions of the Board

1. Decides to adopt the agenda;

2. Requests the secretariat to circulate the documents;

3. Takes note of the report of the treasurer.
""",
    "declaration": """\
# Joint statement

We, the ministers of the five countries, met in Accra on 3 May 2024.

We reaffirm our commitment to the Charter of the United Nations.

We welcome the progress made and call for more.

We thank Ghana for its hospitality.
""",
    "fr_lettre": """\
Monsieur le Président,

Rappelant notre entretien du 3 mai, je vous remercie de votre appui.

Prenant note des difficultés, mon gouvernement propose une réunion.

Veuillez agréer, Monsieur le Président, l’assurance de ma haute considération.
""",
    "guide": """\
# How to write a resolution

A resolution has three parts: the heading, the preamble and the operative clauses.

Preambular phrases:

- Recalling
- Noting
- Deeply concerned
- Welcoming

Operative phrases:

- Calls upon
- Decides
- Requests
- Urges
""",
    "letter_en": """\
# Letter

Dear Mr. Secretary-General,

Recalling our conversation of 3 May, I should like to thank you for the support of your office.

Noting the difficulties in the region, my Government proposes a meeting in June.

We request the Secretariat to circulate the present letter as a document of the Security Council.

Yours sincerely,

(Signed) A. Person
""",
    "minutes": """\
# Minutes of the meeting, 3 May 2024

Present: A, B, C

1. Adoption of the agenda

The Committee adopted the agenda.

2. Report of the treasurer

The Committee took note of the report and requested the treasurer to report again.

3. Any other business

Decides to meet again in June.
""",
    "news": """\
# Security Council extends mandate

NEW YORK, 3 May 2024 - The Security Council today adopted a resolution on wells.

Recalling its earlier resolutions, the Council expressed concern about the shortage of water.

"The Security Council decides to remain seized of the matter," the text says.

Calls upon all parties to protect wells were made by several delegates.
""",
    "news2": """\
Council adopts text

The full text of resolution 9999 (2024) reads as follows. Diplomats said the vote was close.

Welcoming the outcome, the representative of Ghana said that wells mattered.

Noting the abstentions, the representative of Japan called for unity.

Emphasizing dialogue, the representative of Peru urged restraint.
""",
    "position": """\
# Position paper: Ghana

Committee: General Assembly
Topic: Water in schools

Ghana welcomes the opportunity to address the topic. Recalling resolution 70/1, Ghana calls upon all States to repair wells.

Recognizing the importance of water, Ghana has built 200 wells since 2015.

Ghana urges the General Assembly to adopt a resolution that:

1. Calls upon States to repair wells;
2. Requests the Secretary-General to report.
""",
    "readme": """\
# reslint-like tool

A tool. Example of a draft:

```
*The General Assembly*,

*Recalling* its resolution,

1. *Decides* to go on.
```

## Use

1. Install it.
2. Run it.
""",
    "readme2": """\
# Water project

Welcome to the project. Notes on how to contribute:

- Request a review
- Note the rules
- Recall the tests
""",
    "report_en": """\
# Report of the Secretary-General on water

## I. Introduction

1. In its resolution 70/1, the General Assembly requested the Secretary-General to report to it on water.

2. The present report is submitted in accordance with that request.

## II. Conclusions

3. The Secretary-General welcomes the progress made and encourages Member States to continue.

4. The General Assembly may wish to:

(a) Take note of the present report;

(b) Request the Secretary-General to report again.
""",
    "resume_story": """\
The General Assembly, recalling past work, met on Monday and spoke about wells for three hours.

Nothing was decided. The delegates went home.
""",
    "ru_report": """\
Доклад о воде

1. В своей резолюции 70/1 Генеральная Ассамблея просила представить доклад.

2. Настоящий доклад представлен в соответствии с этой просьбой.

Отмечая прогресс, Генеральный секретарь призывает государства продолжать.
""",
    "speech": """\
Mr. President,

Thank you for this opportunity. Recalling the words of the Charter, I wish to speak of wells.

Deeply concerned by the drought, my country has acted.

Convinced that we must act together, we ask you to join us.

Thank you.
""",
    "treaty_ar": """\
إن الدول الأطراف في هذه الاتفاقية،

إذ تشير إلى مقاصد ميثاق الأمم المتحدة،

وإذ تدرك أهمية المياه،

واقتناعا منها بفائدة التعاون،

قد اتفقت على ما يلي:

المادة 1

1 - تحمي كل دولة طرف آبارها.

2 - تجتمع الأطراف سنويا.
""",
    "treaty_en": """\
# Convention on Wells

The States Parties to the present Convention,

Recalling the purposes and principles of the Charter of the United Nations,

Recognizing the importance of clean water,

Convinced that cooperation serves all,

Have agreed as follows:

Article 1

Each State Party shall protect its wells.

Article 2

1. The Parties shall meet every year.

2. The Secretary-General shall convene the meeting.
""",
    "treaty_es": """\
Los Estados Partes en la presente Convención,

Recordando los principios de la Carta de las Naciones Unidas,

Reconociendo la importancia del agua,

Convencidos de que la cooperación es útil,

Han convenido en lo siguiente:

Artículo 1

1. Cada Estado protegerá sus pozos.

2. Las Partes se reunirán cada año.
""",
    "treaty_fr": """\
# Convention sur les puits

Les États parties à la présente Convention,

Rappelant les buts et principes de la Charte des Nations Unies,

Reconnaissant l’importance de l’eau,

Convaincus que la coopération est utile,

Sont convenus de ce qui suit :

Article premier

1. Chaque État protège ses puits.

2. Les Parties se réunissent chaque année.
""",
    "treaty_ru": """\
Государства-участники настоящей Конвенции,

ссылаясь на принципы Устава Организации Объединенных Наций,

признавая важность воды,

будучи убеждены в пользе сотрудничества,

согласились о нижеследующем:

Статья 1

1. Каждое государство защищает свои колодцы.

2. Участники собираются ежегодно.
""",
    "treaty_zh": """\
本公约缔约国，

回顾《联合国宪章》的宗旨和原则，

认识到水的重要性，

深信合作有益，

议定如下：

第一条

一、各缔约国应保护其水井。

二、缔约国每年举行会议。
""",
    "wo_minutes_run": """\
# Summary record

The Executive Board, having considered the report by the Director-General, adjourned for lunch.

The meeting resumed at 3 p.m. The representative of Chad said that wells mattered.

The Chair thanked him.
""",
    "zh_news": """\
安理会通过决议

安全理事会今天通过了关于水井的决议。

回顾以往决议，安理会对缺水表示关切。

强调对话的重要性，加纳代表呼吁各方保持克制。

欢迎这一结果，日本代表说水井很重要。
""",
    "zh_report": """\
秘书长关于水的报告

一、导言

1. 大会第70/1号决议请秘书长提出报告。

2. 本报告是根据该请求提交的。

二、结论

3. 秘书长欢迎所取得的进展，并鼓励会员国继续努力。

4. 请大会注意到本报告。
""",
    "manual": """\
# Tabs of the editor

Determines what colours the tabs have

Keys are single letters of the alphabet.

- s: A string.

- p: A path.

Setting the width of a tab takes effect at once.

1. Values are numbers that specify a colour.

2. Returns the old value.
""",
    "goals": """\
# Thanks to our helpers

Ensuring people know that we value their work

- Encouraging people to repeat their contributions

- Helping people to show their managers the value of the work

- Highlighting what is new

You may add a link beside your name:

1. a direct link to a page

2. a page with words of your own
""",
    "zh_minutes": """\
# 会议记录

大会于五月三日举行。

1. 通过上次记录；

2. 决定粉刷大厅；

3. 请三家公司报价。
""",
}
