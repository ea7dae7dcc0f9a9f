"""`reslint preview`: a draft as it is printed."""

from __future__ import annotations

from pathlib import Path

from tests.cli.run import reslint

DRAFT = (
    "# 80/1. Boats\n\n*The General Assembly*,\n\nNoting the boats,[^1]\n\n"
    "1. *Invites* R&D:\n\n(a) To row;\n\n(b) To sail;\n\n"
    "2. *Requests* a report.\n\n[^1]: See A/80/1.\n"
)


def test_the_page_shows_what_is_printed(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    done = reslint(tmp_path, "preview", "draft.md")
    assert done.code == 0
    page = done.out
    assert "<title>80/1. Boats</title>" in page
    assert '<div class="reslint-draft" lang="en" dir="ltr">' in page
    assert '<p class="p operative level-1 labelled code-line" data-line="8">' in page
    assert '<span class="label">(a)</span>To row;' in page
    assert "<em>Invites</em> R&amp;D:" in page
    assert '<a href="#reslint-note-1">1</a>' in page
    assert 'id="reslint-note-1"' in page
    # The findings stand where the mouse rests on them.
    assert '<mark class="f error"' in page and "LEAD002: " in page
    # Nothing is loaded from elsewhere.
    assert "http" not in page.replace("http-equiv", "")


def test_arabic_runs_from_right_to_left_and_a_page_is_not_replaced_unasked(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(
        "***إن الجمعية العامة***،\n\n***إذ تلاحظ*** القوارب،\n\n1 - ***تقرر*** التجديف.\n",
        encoding="utf-8",
    )
    assert reslint(tmp_path, "preview", "draft.md", "page.html").code == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    again = reslint(tmp_path, "preview", "draft.md", "page.html")
    assert again.code == 2 and "is there already" in again.err
    assert reslint(tmp_path, "preview", "draft.md", "page.html", "--force").code == 0
    assert reslint(tmp_path, "preview", "missing.md").code == 2
