"""Series of 一、 二、 in Chinese: paragraphs below the preamble, items below a number."""

from __future__ import annotations

import pytest

from benchmarks.structure import counts_of
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.text.source import Source


def read(text: str) -> Draft:
    return read_draft(Source(text, "draft.txt"))


@pytest.mark.parametrize("conjunction", ["并", "並"])
@pytest.mark.parametrize("stop", [".", "、"])
def test_a_conjunction_may_stand_before_the_verb(conjunction: str, stop: str) -> None:
    draft = read(
        f"安全理事会，\n\n业已审议关于桥梁之报告书，\n\n一{stop}认为各国之意见俱系初步性质；\n\n"
        f"二{stop}兹将该报告书转送委员会；\n\n三{stop}促请委员会继续研究；\n\n"
        f"四{stop}{conjunction}请委员会提出第二次报告书。\n"
    )
    assert (draft.is_resolution, draft.organ) == (True, "SC")
    assert counts_of(draft) == (1, 4, 0, 0)


@pytest.mark.parametrize("second", ["邀请专家协助", "并请专家协助", "访问河岸"])
def test_numerals_in_a_list_below_a_number_are_items(second: str) -> None:
    draft = read(
        f"桥梁理事会，\n\n回顾其决议，\n\n1. 请秘书处：\n\n一、调查桥梁；\n\n二、{second}；\n\n"
        "三、提出报告；\n\n2. 决定继续审议。\n"
    )
    assert counts_of(draft) == (1, 2, 3, 0)
