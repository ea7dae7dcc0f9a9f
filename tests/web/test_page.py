"""The page in a real browser, as a person uses it."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.conftest import ROOT
from tests.documents.word_files import part
from tests.web.serving import DRAFT, FRENCH, Served
from tests.web.test_api import word_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog, Download, Page

CHROMIUM = shutil.which("chromium")
LIMIT = 60_000
expect.set_options(timeout=LIMIT)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium here")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Browser, page: Served) -> Iterator[Page]:
    """A tab with the page, connected. Errors of the page, and broken policies, fail the test."""
    context = chromium.new_context(locale="en-GB", viewport={"width": 1280, "height": 800})
    one = context.new_page()
    one.set_default_timeout(LIMIT)
    wrong: list[str] = []
    one.on("pageerror", lambda error: wrong.append(str(error)))
    one.on("console", lambda said: wrong.append(said.text) if _is_wrong(said.text) else None)
    one.goto(page.address)
    one.wait_for_selector("body[data-connected=yes]")
    yield one
    context.close()
    assert wrong == []


def _is_wrong(text: str) -> bool:
    # The frame of the report may not run its script: that is meant.
    return "Content Security Policy" in text and "script" in text and "about:srcdoc" not in text


def paste(tab: Page, text: str) -> None:
    tab.locator(".cm-content").click()
    tab.keyboard.insert_text(text)


def text_of(tab: Page) -> str:
    lines = tab.locator(".cm-line").all_inner_texts()
    return "\n".join("" if line == "\n" else line for line in lines)


def drop(tab: Page, *files: tuple[str, bytes]) -> None:
    """Drop files on the page, as the browser does it."""
    transfer = tab.evaluate_handle(
        """files => {
            const transfer = new DataTransfer();
            for (const [name, bytes] of files)
                transfer.items.add(new File([new Uint8Array(bytes)], name));
            return transfer;
        }""",
        [[name, list(data)] for name, data in files],
    )
    tab.dispatch_event(".cm-content", "drop", {"dataTransfer": transfer})


def taken_home(tab: Page, kind: str) -> Download:
    with tab.expect_download() as download:
        tab.select_option("#take-home", kind)
    return download.value


def test_paste_see_and_fix_all(tab: Page) -> None:
    errors = (ROOT / "examples" / "libraries-with-errors.en.md").read_text(encoding="utf-8")
    paste(tab, errors)
    expect(tab.locator("#recognized")).to_have_text("Recognized: en GA")
    expect(tab.locator("li.finding").first).to_be_visible()
    before = tab.locator("li.finding").count()
    tab.click("#fix-all")
    expect(tab.locator("#status")).to_have_text(re.compile(r"Fixed: \d+"))
    expect(tab.locator(".cm-content")).to_contain_text("*Recalling*")
    expect(tab.locator("#fix-all")).to_be_disabled()
    assert tab.locator("li.finding").count() < before
    tab.locator(".cm-content").click()
    tab.keyboard.press("Control+z")
    expect(tab.locator(".cm-content")).not_to_contain_text("*Recalling*")


def test_enter_numbers_the_next_paragraph(tab: Page) -> None:
    paste(tab, "*The General Assembly*,\n\n1. *Decides* to act;")
    expect(tab.locator("#recognized")).to_have_text("Recognized: en GA")
    tab.keyboard.press("Enter")
    expect(tab.locator(".cm-content")).to_contain_text("2. ")
    tab.keyboard.insert_text("*Requests* a report.")
    assert text_of(tab).endswith("1. *Decides* to act;\n\n2. *Requests* a report.")
    tab.keyboard.press("Enter")
    tab.keyboard.insert_text("Nothing follows a full stop.")
    assert text_of(tab).endswith("a report.\nNothing follows a full stop.")


def test_what_did_not_work_stands_out(tab: Page) -> None:
    drop(tab, ("draft.docx", b"PK\x03\x04 no Word file"))
    status = tab.locator("#status")
    expect(status).to_contain_text("damaged")
    expect(status).to_have_class("wrong")


def test_one_fix_and_its_reason(tab: Page) -> None:
    paste(tab, DRAFT)
    row = tab.locator("li.finding")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("preamble 1 · 3:1")
    row.get_by_role("button", name="Why?").click()
    expect(row.locator(".reason")).to_contain_text("LEAD002")
    row.get_by_role("button", name="Fix", exact=True).click()
    expect(tab.locator("#no-findings")).to_have_text("No findings.")
    assert text_of(tab).startswith("*The General Assembly*,\n\n*Recalling* its")


def test_filters_and_jumping(tab: Page) -> None:
    paste(tab, DRAFT.replace("1. ", "1) "))
    errors = tab.locator("#filters .error")
    expect(errors).to_have_text("Errors 1")
    errors.click()
    expect(tab.locator("li.finding.error")).to_have_count(0)
    errors.click()
    tab.locator("li.finding.error .go").click()
    assert tab.evaluate("getSelection().toString()") == "Recalling"


def test_resolution_and_structure(tab: Page) -> None:
    paste(tab, DRAFT)
    expect(tab.locator("li.finding")).to_have_count(1)
    tab.click("#tab-resolution")
    frame = tab.frame_locator("#resolution-frame")
    expect(frame.locator(".draft")).to_contain_text("Decides to paint the boats")
    expect(frame.locator(".summary")).to_have_count(0)
    frame.locator("mark").first.click()
    assert tab.evaluate("getSelection().toString()") == "Recalling"
    tab.click("#tab-structure")
    rows = tab.locator("#structure .go")
    expect(rows.filter(has_text="Decides to paint the boats")).to_have_count(1)


def test_a_word_file_is_dropped_and_taken_home(tab: Page, tmp_path: Path) -> None:
    drop(tab, ("my draft.docx", word_file()))
    expect(tab.locator("#status")).to_have_text("Draft from my draft.docx")
    expect(tab.locator("li.finding")).to_have_count(1)
    commented = taken_home(tab, "comments")
    assert commented.suggested_filename == "my draft.docx"
    data = (commented.path()).read_bytes()
    assert "LEAD002" in part(data, "word/comments.xml")
    tab.get_by_role("button", name="Fix", exact=True).click()
    expect(tab.locator("li.finding")).to_have_count(0)
    changed = part(taken_home(tab, "same").path().read_bytes(), "word/document.xml")
    assert "rPrChange" in changed
    markdown = taken_home(tab, "md")
    assert markdown.suggested_filename == "my draft.md"
    assert "*Recalling* its resolution" in markdown.path().read_text(encoding="utf-8")


def test_two_versions_are_compared(tab: Page) -> None:
    drop(tab, ("en.md", DRAFT.encode()), ("fr.md", FRENCH.encode()))
    panel = tab.locator("#concordance")
    expect(panel).to_contain_text("CONC")
    expect(panel.locator("section").first).to_contain_text("Nothing differs here.")
    with tab.context.expect_page() as opened:
        panel.get_by_role("button", name="Show side by side").click()
    expect(opened.value.locator("body")).to_contain_text("bateaux")


def test_more_versions_than_six_are_not_sent(tab: Page) -> None:
    drop(tab, *[(f"{number}.md", DRAFT.encode()) for number in range(7)])
    expect(tab.locator("#status")).to_have_text("Compare two to six versions at a time, not 7.")
    expect(tab.locator("#tab-concordance")).to_be_hidden()


def test_an_empty_page_and_a_paragraph_say_what_they_are(tab: Page) -> None:
    empty = tab.locator("#no-findings")
    expect(empty).to_have_text("Findings appear here as you write.")
    paste(tab, "A letter to the chair.\n")
    expect(empty).to_have_text("This does not read as a resolution yet.")
    tab.keyboard.press("Control+a")
    paste(tab, DRAFT.replace("*Requests*", "Requests"))
    expect(tab.locator("li.finding").last).to_contain_text("paragraph 2 · ")


def test_arabic_is_written_from_the_right(tab: Page) -> None:
    paste(tab, (ROOT / "examples" / "maktabat.ar.md").read_text(encoding="utf-8"))
    expect(tab.locator("#recognized")).to_have_text("Recognized: ar GA")
    expect(tab.locator(".cm-editor")).to_have_attribute("dir", "rtl")


def test_the_page_in_french(chromium: Browser, page: Served) -> None:
    context = chromium.new_context(locale="fr-FR")
    tab = context.new_page()
    tab.goto(page.address)
    tab.wait_for_selector("body[data-connected=yes]")
    paste(tab, DRAFT)
    row = tab.locator("li.finding")
    expect(row).to_contain_text("préambule 1 · 3:1")
    expect(row).to_contain_text("Mettre")
    context.close()


HOSTILE = (
    "*The General Assembly*,\n\n"
    "Recalling <img src=x onerror=alert(1)> <script>alert(2)</script> `</script>` 70/1,\n\n"
    "1. *Decides* <iframe srcdoc='<script>parent.alert(3)</script>'></iframe> "
    "[a](javascript:alert(4));\n"
)


def test_a_draft_never_becomes_a_part_of_the_page(tab: Page) -> None:
    alerts: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        alerts.append(dialog.message)
        dialog.dismiss()

    tab.on("dialog", dismiss)
    drop(tab, ("<img src=x onerror=alert(5)>.md", HOSTILE.encode()))
    expect(tab.locator("li.finding").first).to_be_visible()
    for name in ("resolution", "structure", "findings"):
        tab.click(f"#tab-{name}")
    for row in tab.locator("li.finding").all():
        row.get_by_role("button", name="Why?").click()
        expect(row.locator(".reason")).not_to_be_empty()
    tab.locator(".cm-lintRange").first.hover()
    expect(tab.locator(".cm-tooltip")).to_be_visible()
    assert alerts == []
    assert tab.locator("main img, main script, main iframe[srcdoc*=parent]").count() == 0


def test_a_long_draft(tab: Page) -> None:
    paragraph = "*Recalling* the boats of all villages, and the lamps in them, {0},\n\n"
    text = "*The General Assembly*,\n\n" + "".join(map(paragraph.format, range(7_500)))
    text += "1. *Decides* to paint the boats;\n\n2. Requests a report.\n"
    assert len(text) > 500_000
    drop(tab, ("long.md", text.encode()))
    expect(tab.locator("#no-findings")).to_have_text("Checking…")
    expect(tab.locator("li.finding", has_text="LEAD002")).to_have_count(1)


def test_the_connection_comes_back(tab: Page) -> None:
    paste(tab, DRAFT)
    expect(tab.locator("li.finding")).to_have_count(1)
    tab.context.set_offline(True)
    tab.context.set_offline(False)
    expect(tab.locator("body")).to_have_attribute("data-connected", "yes")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_accessible(chromium: Browser, page: Served, scheme: str, width: int) -> None:
    axe = ROOT / "web-page" / "node_modules" / "axe-core" / "axe.min.js"
    if not axe.is_file():
        pytest.skip("axe-core is not installed (npm ci in web-page)")
    context = chromium.new_context(
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 800},
        bypass_csp=True,
    )
    tab = context.new_page()
    tab.goto(page.address)
    tab.wait_for_selector("body[data-connected=yes]")
    paste(tab, (ROOT / "examples" / "libraries-with-errors.en.md").read_text(encoding="utf-8"))
    expect(tab.locator("li.finding").first).to_be_visible()
    tab.add_script_tag(path=axe)
    for name in ("findings", "structure"):
        tab.click(f"#tab-{name}")
        found = tab.evaluate("axe.run().then(result => result.violations)")
        serious = [one for one in found if one["impact"] in ("serious", "critical")]
        assert [(one["id"], [node["html"][:80] for node in one["nodes"]]) for one in serious] == []
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
