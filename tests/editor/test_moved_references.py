"""References follow the paragraphs that they meant before an edit, in the six languages."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.editor.moved_references import (
    FollowedReference,
    followed_references,
    with_followed_references,
)
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

DRAFTS = {
    "en": (
        "*The General Assembly*,\n\n*Noting* the boats,\n\n1. *Decides* to row;\n\n",
        "2. *Encourages* all villages to sail;\n\n",
        "2. *Invites* all villages to paint them;\n\n"
        "3. *Requests* a report on paragraph 2 above.\n",
    ),
    "fr": (
        "*L’Assemblée générale*,\n\n*Notant* les bateaux,\n\n1. *Décide* de ramer ;\n\n",
        "2. *Encourage* tous les villages à naviguer ;\n\n",
        "2. *Invite* tous les villages à les peindre ;\n\n"
        "3. *Demande* un rapport sur le paragraphe 2 ci-dessus.\n",
    ),
    "es": (
        "*La Asamblea General*,\n\n*Observando* las barcas,\n\n1. *Decide* remar;\n\n",
        "2. *Alienta* a todas las aldeas a navegar;\n\n",
        "2. *Invita* a todas las aldeas a pintarlas;\n\n"
        "3. *Solicita* un informe sobre el párrafo 2 de la presente resolución.\n",
    ),
    "ru": (
        "*Генеральная Ассамблея*,\n\n*отмечая* лодки,\n\n1. *постановляет* грести;\n\n",
        "2. *рекомендует* всем деревням ходить под парусом;\n\n",
        "2. *предлагает* всем деревням покрасить их;\n\n"
        "3. *просит* представить доклад о пункте 2 выше.\n",
    ),
    "ar": (
        "***إن الجمعية العامة***،\n\n***إذ تلاحظ*** القوارب،\n\n1 - ***تقرر*** التجديف؛\n\n",
        "2 - ***تشجع*** جميع القرى على الإبحار؛\n\n",
        "2 - ***تدعو*** جميع القرى إلى طلائها؛\n\n3 - ***تطلب*** تقريرا عن الفقرة 2 أعلاه.\n",
    ),
    "zh": (
        "*大会*，\n\n*注意到*船只，\n\n1. *决定*划船；\n\n",
        "2. *鼓励*所有村庄扬帆；\n\n",
        "2. *邀请*所有村庄给船上漆；\n\n3. *请*就上文第2段提出报告。\n",
    ),
}


@pytest.mark.parametrize("language", DRAFTS)
def test_a_reference_follows_its_paragraph(language: str) -> None:
    above, new, below = DRAFTS[language]
    before = read_draft(Source(above + below, "draft.md"))
    found = Linter(Settings()).lint(Source(above + new + below, "draft.md"))
    fix = next(one.fix for one in found.diagnostics if one.code == "NUM001")
    assert fix is not None
    change = (len(above), len(above), len(new))
    edits, left = with_followed_references(found.draft, fix.edits, before, [change])
    text = found.draft.source.text
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    # Each number of the last paragraphs is one more: two labels and the reference.
    expected = below.replace("3", "4").replace("2", "3")
    assert (text, left) == (above + new + expected, 0)


def followed(before: str, after: str, change: tuple[int, int, int]) -> list[FollowedReference]:
    drafts = [read_draft(Source(text, "draft.md")) for text in (before, after)]
    return followed_references(drafts[0], drafts[1], [change])


def test_a_reference_to_a_paragraph_that_is_gone_is_left_to_a_reader() -> None:
    above, new, below = DRAFTS["en"]
    gone = "2. *Invites* all villages to paint them;\n\n"
    after = (above + new + below).replace(gone, "")
    before = above + below
    change = (len(above), len(above) + len(gone), len(new))
    (one,) = followed(before, after, change)
    assert (one.number, one.wanted) == (2, 0)


def test_a_paragraph_of_which_two_were_made_is_left_to_a_reader() -> None:
    above, _, below = DRAFTS["en"]
    before = above + below
    at = before.index(" all villages")
    new = " the lakes;\n\n3. *Asks*"
    (one,) = followed(before, before[:at] + new + before[at:], (at, at, len(new)))
    assert (one.number, one.wanted) == (2, 0)
