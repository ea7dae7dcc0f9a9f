"""The HTML page: drafts as readers see them, findings in their places, nothing let through."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings

from reslint.draft.reader import read_draft
from reslint.linting.results import FileResult, locate
from reslint.reports.html_pieces import by_paragraph, pieces
from reslint.reports.places import place_in
from reslint.text.diagnostics import Diagnostic, Edit, Fix, Problem, Related
from reslint.text.source import Source
from tests.cli.run import reslint
from tests.conftest import ROOT
from tests.reports.drafts import checked, file_results, render, result, unreadable, written

EXAMPLES = sorted(ROOT.glob("examples/*.md"))
VOID = {"meta", "input", "link", "br", "hr", "rect"}


class Page(HTMLParser):
    """A page read strictly: each element closed, nothing but what reslint writes."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def having(self, tag: str, kind: str = "") -> list[dict[str, str | None]]:
        """The attributes of these elements, of one class if asked for."""
        return [
            attributes
            for name, attributes in self.elements
            if name == tag and (not kind or kind in (attributes.get("class") or "").split())
        ]


def sound(page: Page) -> None:
    """What holds for every page: one script, no address to load, links and ids that fit."""
    assert len(page.having("script")) == 1
    for tag, attributes in page.elements:
        assert "src" not in attributes and not any(name.startswith("on") for name in attributes)
        assert tag not in ("img", "iframe", "object", "link", "form")
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for link in page.having("a"):
        target = link["href"] or ""
        assert target.startswith(("#", "https://", "http://")), target
        if target.startswith("#") and target != "#d1":
            assert target[1:] in ids, target


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_finding_has_a_card_a_badge_and_a_count(path: Path) -> None:
    one = checked(path, profile="strict")
    page = Page(render("html", one))
    sound(page)
    count = len(one.diagnostics)
    assert len(page.having("li", "card")) == len(page.having("a", "badge")) == count
    assert page.having("details", "file")[0]["data-findings"] == str(count)
    marked = {card for mark in page.having("mark") for card in (mark["data-f"] or "").split()}
    assert len(marked) == count
    assert sum(int(cell["data-count"] or 0) for cell in page.having("td", "number")) == count
    (draft,) = page.having("div", "draft")
    assert draft["dir"] == ("rtl" if one.language == "ar" else "ltr")
    assert draft["lang"] == one.language


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_whole_text_of_a_draft_is_shown_once(path: Path) -> None:
    source = Source(path.read_text(encoding="utf-8"), str(path))
    draft = read_draft(source)
    one = checked(path)
    spans = [(number, found.start, found.end) for number, found in enumerate(one.diagnostics, 1)]
    placed, whole = by_paragraph(draft, spans)
    assert whole == []
    for index, paragraph in enumerate(draft.paragraphs):
        made = pieces(paragraph, placed.get(index, []))
        assert "".join(piece.text for piece in made if piece.kind == "text") == paragraph.text
    # Without badges, numbers of notes and mark-up, each paragraph reads as it is.
    page = re.sub(
        r'<a class="badge .*?</a>|<sup class="note-ref">.*?</sup>', "", render("html", one)
    )
    shown = [
        html.unescape(re.sub(r"<[^>]*>", "", found))
        for found in re.findall(r'<p class="p .*?</p>', page, re.DOTALL)
    ]
    assert len(shown) == len(draft.paragraphs)
    for text, paragraph in zip(shown, draft.paragraphs, strict=True):
        assert text.endswith(paragraph.text)


def test_the_words_of_a_finding_are_marked(tmp_path: Path) -> None:
    text = render("html", checked(written(tmp_path)))
    assert re.search(
        r'<p class="p preamble"><mark class="f error" data-f="f1-1"[^>]*>Noting</mark>'
        r'<a class="badge error" id="m1-1"',
        text,
    )
    assert '<p class="p organ-line"><em>The General Assembly</em>,</p>' in text
    assert re.search(r'<mark class="f error"[^>]*><span class="label">3\.</span></mark>', text)
    assert '<span class="label">1.</span><em>Requests</em> the librarian to report;' in text
    assert "<del><bdi>Noting</bdi></del> → <ins><bdi>*Noting*</bdi></ins>" in text


EVIL = {
    "elements": '</script><script>alert("1")</script><img src=x onerror=alert(2)>',
    "expressions": "{{ 6 * 7 }} {{ words }} {{ cycler.__init__.__globals__ }} alert(",
    "statements": "{% for x in (1, 2) %}alert({% endfor %} {% include 'page.js' %} {% raw %}",
    "comments": "{# alert( #} alert( <!-- alert( --> ]]>",
    "attributes": '" onmouseover="alert(1)" data-x=\'alert(2)\' `alert(3)`',
    "entities": "&lt;script&gt;alert(1)&#60;/script&#62; &quot;",
}


@pytest.mark.parametrize("evil", EVIL.values(), ids=EVIL)
def test_what_a_draft_holds_stays_text(tmp_path: Path, evil: str) -> None:
    text = (
        f"*The General Assembly*,\n\nNoting {evil} & the `report`,\n\n"
        f"1. *Requests {evil}* a report;\n\n3. *Decides* to go on.\x1b[31m\u202e\n\n[^1]: {evil}\n"
    )
    path = written(tmp_path, text, "<b>&'\"{{ 6 * 7 }}.md")
    one = checked(path)
    assert len(one.diagnostics) > 2
    page = Page(render("html", one))
    sound(page)
    assert "{{ 6 * 7 }}.md" in "".join(page.text)
    assert not page.having("b") or all("data" not in str(found) for found in page.having("b"))
    assert "alert(" in "".join(page.text)
    assert "\x1b" not in "".join(page.text)
    for element in page.having("script"):
        assert element == {}


@pytest.mark.parametrize("evil", EVIL.values(), ids=EVIL)
def test_what_a_finding_says_stays_text(evil: str) -> None:
    text = f"*The Assembly*,\n\nNoting {evil},\n"
    at = text.index(evil)
    found = Diagnostic(
        "HOUSE001",
        evil,
        "error",
        evil,
        at,
        at + len(evil),
        paragraph=evil,
        fix=Fix("safe", evil, (Edit(at, at + len(evil), evil + "."),)),
        related=(Related(0, 3, evil),),
    )
    located = locate(Source(text, "absent.md"), [found])
    error = Problem("RULE", evil, evil, 3, 4)
    one = FileResult("absent.md", language=evil, organ=evil, diagnostics=located, errors=[error])
    page = Page(render("html", one, setup_errors=[error]))
    sound(page)
    assert "".join(page.text).count(" ".join(evil.split())) >= 6
    (card,) = page.having("li", "card")
    assert card["data-code"] == "HOUSE001"
    (mark,) = page.having("mark")
    assert mark["title"] == f"HOUSE001: {evil}"


def test_only_the_pages_own_script_and_style_may_run() -> None:
    from base64 import b64encode
    from hashlib import sha256

    text = render("html", result())
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    assert "default-src 'none'" in policy
    for element in ("script", "style"):
        (content,) = re.findall(rf"<{element}>(.*?)</{element}>", text, re.DOTALL)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy


def test_a_draft_that_is_another_now_shows_its_lines(tmp_path: Path) -> None:
    path = written(tmp_path)
    one = checked(path)
    path.write_text("*The General Assembly*,\n", encoding="utf-8")
    page = Page(render("html", one))
    sound(page)
    assert len(page.having("li", "card")) == len(one.diagnostics)
    assert "could not be read again" in "".join(page.text)
    assert "Noting" in "".join(page.text)


# No look tells the line of the unknown body from a masthead.
PUPILS = """The pupils,

Having met at noon,

Noting the doors,

1. Decides to open the doors.
"""


@pytest.mark.parametrize(
    ("options", "first"),
    [
        ([], "masthead"),  # nobody says that the first line is an organ's
        (["--language", "en"], "organ-line"),  # who gives a language says that this is a draft
        (["--organ", "SC"], "organ-line"),
    ],
)
def test_the_structure_shown_is_the_one_that_was_checked(
    tmp_path: Path, options: list[str], first: str
) -> None:
    written(tmp_path, PUPILS)
    # Checked the first time, from the cache the second time.
    for _ in range(2):
        outcome = reslint(tmp_path, "check", "--format", "html", *options, "draft.md")
        page = Page(outcome.out)
        assert [
            (row["class"] or "").split()[1]
            for kind in ("p", "div")
            for row in page.having(kind, "p")
        ] == [first, "preamble", "preamble", "operative"]


def test_problems_and_what_is_no_resolution(tmp_path: Path) -> None:
    letter = checked(written(tmp_path, "Dear reader,\n\nnothing here is a resolution.\n"))
    error = Problem("RULE", "broken <rule>", "house/a.yaml", 3, 4)
    page = Page(render("html", unreadable(), letter, setup_errors=[error], language="fr"))
    sound(page)
    said = "".join(page.text)
    for words in ("the file is UTF-16", "broken <rule>", "Sur l’ensemble du projet", "TOOL006"):
        assert words in said
    assert len(page.having("a", "badge")) == 1


def test_nothing_found_and_nothing_checked(tmp_path: Path) -> None:
    sound(Page(render("html")))
    clean = checked(next(path for path in EXAMPLES if path.name == "libraries.en.md"))
    text = render("html", clean)
    sound(Page(text))
    assert "nothing to report" in text and "<table>" not in text


@settings(max_examples=60)
@given(file_results())
def test_any_findings_give_a_sound_page(one: FileResult) -> None:
    page = Page(render("html", one))
    assert len(page.having("script")) == 1
    assert len(page.having("li", "card")) == len(one.diagnostics)


def test_findings_between_paragraphs_are_shown_at_the_next(tmp_path: Path) -> None:
    text = "*The General Assembly*,\n\n<!-- note -->\n\n*Noting* the report,\n\n1. *Decides*.\n"
    path = written(tmp_path, text)
    at = text.index("<!--")
    spans = [(at, at + 4), (len(text), len(text)), (text.index("* the"), text.index(" the"))]
    found = [Diagnostic("LEAD002", "n", "hint", "m", *span) for span in spans]
    located = locate(Source(text, str(path)), found)
    page = render("html", FileResult(str(path), language="en", organ="GA", diagnostics=located))
    assert len(Page(page).having("mark", "point")) == 3
    assert page.index('id="m1-1"') < page.index("Noting</em>") < page.index('id="m1-3"')


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium here to show the page")
def test_in_a_browser(tmp_path: Path) -> None:
    assert CHROMIUM is not None
    results = [checked(path) for path in EXAMPLES]
    page = tmp_path / "page.html"
    page.write_text(render("html", *results), encoding="utf-8", errors="backslashreplace")
    picture = tmp_path / "page.png"
    command = [
        CHROMIUM,
        *["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
        *["--disable-background-networking", "--disable-component-update", "--disable-sync"],
        f"--user-data-dir={tmp_path / 'profile'}",
        "--window-size=1200,1600",
    ]
    address = page.as_uri()
    dumped = subprocess.run(
        [*command, "--dump-dom", address], capture_output=True, timeout=120, check=True
    ).stdout.decode()
    count = sum(len(one.diagnostics) for one in results)
    # The page's script ran: it counted, put the summary first, and left every mark in its colour.
    assert f"{count} of {count} findings shown" in html.unescape(dumped)
    assert dumped.index('id="summary"') < dumped.index('id="d1"')
    assert 'class="streamed"' not in dumped
    assert len(re.findall(r'<a class="badge ', dumped)) == count
    assert not re.search(r'<mark class="f(?: point)? none"', dumped)
    subprocess.run(
        [*command, f"--screenshot={picture}", address],
        capture_output=True,
        timeout=120,
        check=True,
    )
    assert picture.stat().st_size > 20_000


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("organ line", "ligne de l’organe"),
        ("preamble 3", "préambule 3"),
        ("A, operative 2", "A, dispositif 2"),
        ("nested draft, 12 (a)", "projet inclus, 12 (a)"),
        ("resolution 2, heading 1", "résolution 2, intertitre 1"),
        ("note 4", "note 4"),
    ],
)
def test_places_in_the_language_of_the_page(place: str, said: str) -> None:
    assert (place_in(place, "fr"), place_in(place, "en")) == (said, place)
