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


@pytest.mark.parametrize(
    "labels", [tuple("①②③"), tuple("㈠㈡㈢"), tuple("⒈⒉⒊"), ("(1) ", "(2) ", "(3) ")]
)
@pytest.mark.parametrize("mark", ["，", "；", "。"])
@pytest.mark.parametrize("ends", ["；", ""])
def test_the_first_number_below_a_preamble_begins_the_operative_part(
    labels: tuple[str, ...], mark: str, ends: str
) -> None:
    # Both parts open with these verbs, and the preamble may have the wrong mark.
    one, two, three = labels
    draft = read(
        f"安全理事会，\n\n重申其决议{mark}\n\n深表关切桥梁的状况{mark}\n\n强调谈判的重要性{mark}\n\n"
        f"{one}谴责袭击{ends}\n\n{two}要求双方：\n\n"
        f"1) 停火{ends}\n\n2) 修桥{ends}\n\n{three}决定继续处理此案。\n"
    )
    assert counts_of(draft)[:3] == (3, 3, 2)


@pytest.mark.parametrize("mark", ["，", "；", "。", ""])
@pytest.mark.parametrize("ends", ["；", "，"])
def test_numbers_that_begin_again_begin_the_operative_part(mark: str, ends: str) -> None:
    draft = read(
        f"大会，\n\n1. 重申其决议{mark}\n\n2. 认识到桥梁的用处{mark}\n\n"
        f"3. 深为关切桥梁的状况{mark}\n\n"
        f"1. 呼吁各国修桥{ends}\n\n2. 请工匠：\n\n"
        f"(a) 提出报告{ends}\n\n(b) 培训学徒{ends}\n\n3. 决定继续审议。\n"
    )
    assert counts_of(draft)[:3] == (3, 3, 2)


def test_sections_whose_numbers_begin_again_are_operative() -> None:
    draft = read(
        "大会，\n\n回顾其决议，\n\n一、桥梁\n\n1. 重申桥梁的用处；\n\n2. 强调需要木材；\n\n"
        "二、道路\n\n1. 呼吁各国修路；\n\n2. 决定继续审议。\n"
    )
    assert counts_of(draft)[:2] == (1, 4)
