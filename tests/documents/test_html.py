"""HTML pages: read as drafts, fixed in HTML; LaTeX is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.documents import format_of, read_source
from reslint.linting.linter import Linter
from reslint.text.source import UnreadableText
from tests.cli.run import reslint

_PAGES = {
    "en": (
        "<p><em>The General Assembly</em>,</p>\n<p><u>Noting</u> the wells &amp; rivers,</p>\n"
        "<ol><li><u>Decides</u> to repair them:<ol type='a'><li>now;<li>well;</ol>\n"
        "<li><i>Invites</i> all to <del>stay</del>come.</ol>"
    ),
    "fr": (
        "<p><em>L’Assemblée générale</em>,</p>\n<p><u>Soulignant</u> l’importance des puits,</p>\n"
        "<ol><li><u>Décide</u> de les réparer :<ol type='a'><li>vite ;<li>bien ;</ol>\n"
        "<li><i>Prie</i> le Secrétaire général de <s>rester</s>venir.</ol>"
    ),
    "es": (
        "<p><em>La Asamblea General</em>,</p>\n<p><u>Observando</u> los pozos,</p>\n"
        "<ol><li><u>Decide</u> repararlos:<ol type='a'><li>pronto;<li>bien;</ol>\n"
        "<li><i>Invita</i> a todos a venir.</ol>"
    ),
    "ru": (
        "<p><em>Генеральная Ассамблея</em>,</p>\n<p><u>отмечая</u> колодцы,</p>\n"
        "<ol><li><u>постановляет</u> починить их:<ol type='a'><li>скоро;<li>хорошо;</ol>\n"
        "<li><i>предлагает</i> всем прийти.</ol>"
    ),
    "ar": (
        "<p><b><i>إن الجمعية العامة</i></b>،</p>\n<p><u>إذ تلاحظ</u> آبار القرية،</p>\n"
        "<ol><li><u>تقرر</u> إصلاحها:<ol type='a'><li>قريبا؛<li>جيدا؛</ol>\n"
        "<li><b><i>تدعو</i></b> الجميع إلى الحضور.</ol>"
    ),
    "zh": (
        "<p><b>大会</b>，</p>\n<p><u>注意到</u>村庄的水井，</p>\n"
        "<ol><li><u>决定</u>修理水井：<ol type='a'><li>尽快；<li>妥善；</ol>\n"
        "<li><b>邀请</b>所有人前来。</ol>"
    ),
}


@pytest.mark.parametrize("language", list(_PAGES))
def test_paragraphs_lists_and_emphasis(language: str) -> None:
    draft = Linter().lint(read_source(_PAGES[language].encode(), "page.html")).draft
    assert (draft.language, draft.is_resolution, draft.organ) == (language, True, "GA")
    assert len(draft.part("preamble")) == 1
    operative = draft.part("operative")
    assert [paragraph.level for paragraph in operative] == [0, 1, 1, 0]
    assert [one.label and one.label.value for one in operative] == [1, 1, 2, 2]
    assert operative[0].emphases[0].kind == "underline"
    assert "<" not in "".join(paragraph.text for paragraph in draft.paragraphs)


@pytest.mark.parametrize("language", list(_PAGES))
def test_a_fix_writes_html(tmp_path: Path, language: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(_PAGES[language], encoding="utf-8")
    reslint(tmp_path, "check", "--fix", "--no-cache", "--select", "LEAD002", "page.html")
    fixed = path.read_text(encoding="utf-8")
    assert "<u>" not in fixed
    assert "*" not in fixed
    tags = {"ar": "<strong><em>", "zh": "<strong>"}.get(language, "<em>")
    assert fixed.count(tags) >= 2
    outcome = reslint(tmp_path, "check", "--no-cache", "--select", "LEAD002", "page.html")
    assert outcome.code == 0


def test_notes_of_pandoc() -> None:
    page = (
        '<html lang="en"><head><title>No text</title></head><body><nav>Home</nav>'
        "<p><i>The General Assembly</i>,</p>"
        '<p><i>Recalling</i> its resolution 70/1,<a href="#fn1" class="footnote-ref"><sup>1</sup>'
        "</a></p><ol><li><i>Decides</i> to go.</li></ol>"
        '<section class="footnotes"><ol><li id="fn1"><p>See A/70/L.1.'
        '<a href="#fnref1" class="footnote-back">↩︎</a></p></li></ol></section></body></html>'
    )
    draft = Linter().lint(read_source(page.encode(), "-")).draft
    assert [(note.number, note.paragraph.text) for note in draft.notes] == [("1", "See A/70/L.1.")]
    assert [marker.number for marker in draft.part("preamble")[0].markers] == ["1"]
    assert not any(word in draft.source.text for word in ("No text", "Home", "↩"))


def test_places_are_those_of_the_file(tmp_path: Path) -> None:
    source = read_source(_PAGES["en"].encode(), "page.html")
    (found, *_) = [one for one in Linter().lint(source).diagnostics if one.code == "LEAD002"]
    assert source.origin is not None
    place = source.origin.place(found.start, found.end)
    assert place == {"line": 2, "column": 7, "end_line": 2, "end_column": 13}


def test_white_space_and_entities() -> None:
    page = "<p>The&nbsp;wells\n   of <b>the </b> village&#8217;s\tpeople</p><p> </p>"
    assert read_source(page.encode(), "a.html").text == (
        "The\u00a0wells of **the** village’s people\n"
    )


def test_a_page_in_another_encoding_is_written_back_in_it(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(_PAGES["fr"].encode("cp1252"))
    reslint(tmp_path, "check", "--fix", "--no-cache", "--select", "LEAD002", "page.html")
    fixed = path.read_bytes().decode("cp1252")
    assert "<em>Soulignant</em> l’importance" in fixed


@pytest.mark.parametrize(
    ("text", "path", "kind"),
    [
        ("<!DOCTYPE html>\n<p>x", "a.txt", "html"),
        ("\ufeff \n<html><body>x", "-", "html"),
        ("<?xml version='1.0'?>\n<!DOCTYPE html>\n<html>x</html>", "-", "html"),
        ("<p>a</p>\n<p>b</p>\n<ol>\n<li>c</li>\n</ol>", "-", "html"),
        ("<h2>x", "a.html", "html"),
        ("<div align=center>\n\n*The General Assembly*,\n\n</div>\n", "a.md", "text"),
        ("<p align=center>A/79/1</p>\n\n1. *Decides* to go;\n\n<p>x</p>\n<p>y</p>", "a.md", "text"),
        ("<u>The General Assembly</u>,\n", "a.md", "text"),
        ("\\documentclass{article}\n\\begin{document}", "-", "latex"),
        (
            "\\textit{The General Assembly},\n\n\\begin{enumerate}\n\\item \\emph{Decides}",
            "-",
            "latex",
        ),
        ("\\preamble{Noting}{the wells}", "a.tex", "latex"),
        ("*The General Assembly*,\n\n\\textit{Noting} \\textit{a} \\textit{b}", "a.md", "text"),
        ("1\\. *Decides* to go\\_on\n", "a.md", "text"),
    ],
)
def test_the_format_of_a_text(text: str, path: str, kind: str) -> None:
    assert format_of(text.encode(), path) == kind


def test_latex_is_refused_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "draft.tex").write_text("\\documentclass{article}\\textit{The General Assembly},")
    outcome = reslint(tmp_path, "check", "--no-cache", "draft.tex")
    assert outcome.code == 2
    assert "TOOL005 the file is LaTeX, which reslint does not read; `pandoc" in outcome.out
    with pytest.raises(UnreadableText):
        read_source(b"\\begin{enumerate}\\item \\textit{x}", "draft.md")


def _text_of(body: str) -> str:
    page = f"<!DOCTYPE html><html><body>{body}</body></html>"
    return read_source(page.encode(), "draft.html").text


@pytest.mark.parametrize("breaks", ["<br>", "<br><br>", "<br/>\n<br />\n"])
def test_paragraphs_parted_by_line_breaks(breaks: str) -> None:
    lines = [
        "<i>The General Assembly</i>,",
        "<i>Noting</i> the maps,",
        "1. <i>Decides</i> to read them;",
        "2. <i>Invites</i> States to read them.",
    ]
    assert _text_of(f"<p>{breaks.join(lines)}</p>") == (
        "*The General Assembly*,\n\n*Noting* the maps,\n\n1. *Decides* to read them;\n\n"
        "2. *Invites* States to read them.\n"
    )


def test_line_breaks_that_part_nothing() -> None:
    assert _text_of("<p>the maps,<br>and towns</p>") == "the maps,<br>and towns\n"
    assert _text_of("<h1>I.<br>1. Maps</h1>") == "# I.<br>1. Maps\n"
