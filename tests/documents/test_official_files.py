"""Official Word files and AKN4UN texts, counted a second way.

They are not part of the repository; these tests are skipped where their folder is missing.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reslint.documents import read_source
from reslint.linting.linter import Linter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
SERIOUS = ("error", "warning")
MOST_FINDINGS = 0.3
"""Errors and warnings a Word file."""


def test_word_files(corpus: Path) -> None:
    files = sorted((corpus / "docx").glob("*.docx"))
    if not files:
        pytest.skip("the official Word files are not here")
    findings = 0
    for file in files:
        data = file.read_bytes()
        source = read_source(data, str(file))
        result = Linter().lint(source)
        assert result.draft.is_resolution, file
        findings += sum(one.severity in SERIOUS for one in result.diagnostics)
        with zipfile.ZipFile(BytesIO(data)) as package:
            body = ElementTree.fromstring(package.read("word/document.xml")).find(f"{W}body")
        assert body is not None and source.origin is not None
        markers = sum(1 for _ in body.iter(f"{W}footnoteReference"))
        markers += sum("NOTEREF" in (one.text or "") for one in body.iter(f"{W}instrText"))
        assert len(re.findall(r"\[\^[^\]]+\](?!:)", source.text)) == markers, file
        paragraphs = sum(
            bool("".join(text.text or "" for text in one.iter(f"{W}t")).strip())
            for one in body.iter(f"{W}p")
        )
        places = [source.origin.place(*span) for span in source.origin.blocks]
        assert sum(one is not None and one["part"] == "document" for one in places) == paragraphs
    assert findings / len(files) <= MOST_FINDINGS


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
def test_akn4un_has_no_more_findings_than_its_markdown(corpus: Path, language: str) -> None:
    files = sorted((corpus / "akn" / language).glob("*.xml"))
    if not files:
        pytest.skip("the official AKN4UN files are not here")
    linter = Linter()
    counts = [0, 0]
    for file in files[::6]:
        data = file.read_bytes()
        markdown = corpus / "md" / language / f"{file.stem}.md"
        for index, (content, path) in enumerate(((data, file), (markdown.read_bytes(), markdown))):
            result = linter.lint(read_source(content, str(path)))
            assert result.draft.is_resolution
            assert result.draft.language == language
            counts[index] += sum(one.severity in SERIOUS for one in result.diagnostics)
            if not index:
                notes = sum(1 for _ in ElementTree.fromstring(data).iter(f"{AKN}authorialNote"))
                assert len(result.draft.notes) == notes, file
    # Brackets left of note numbers in the XML may cost one.
    assert counts[0] <= counts[1] + 1
