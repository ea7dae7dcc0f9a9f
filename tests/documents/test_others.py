"""Old Word files and OpenDocument, through LibreOffice where it is installed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from reslint.documents import format_of, read_source
from reslint.documents.others import converter
from reslint.draft.reader import read_draft
from reslint.files.fix import FixRequest, fix_bytes
from reslint.revisions.new_word_file import new_word_file
from reslint.settings.settings import Settings
from reslint.text.source import Source, UnreadableText
from tests.texts import FAULTY

LIBRE_OFFICE = converter()
needs_libre_office = pytest.mark.skipif(LIBRE_OFFICE is None, reason="LibreOffice is not installed")


@pytest.mark.parametrize("kind", ["odt", "doc"])
@needs_libre_office
def test_converted_files_are_read_and_never_written(kind: str, tmp_path: Path) -> None:
    draft = tmp_path / "draft.docx"
    draft.write_bytes(new_word_file(read_draft(Source(FAULTY, "draft.md"))))
    assert LIBRE_OFFICE is not None
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [LIBRE_OFFICE, profile, "--headless", "--convert-to", kind]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(draft)], capture_output=True, check=True
    )
    data = (tmp_path / f"draft.{kind}").read_bytes()
    assert format_of(data) == {"odt": "odt", "doc": "ole"}[kind]
    source = read_source(data, f"draft.{kind}")
    assert source.origin is not None and source.origin.format == kind
    direct = read_source(draft.read_bytes(), "draft.docx")
    assert source.text.split() == direct.text.split()
    fixed = fix_bytes(data, f"draft.{kind}", True, Settings(), FixRequest(write=True))
    assert fixed.data == data
    assert [error.code for error in fixed.result.errors] == ["TOOL010"]


def test_without_libre_office_a_message_names_both_ways_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    data = b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le")
    with pytest.raises(UnreadableText, match=r"old Word file.*\.docx, or install LibreOffice"):
        read_source(data, "draft.doc")


@pytest.mark.parametrize(
    ("stream", "message"),
    [("EncryptedPackage", "protected by a password"), ("Workbook", "another kind of Office file")],
)
def test_other_office_files(stream: str, message: str) -> None:
    data = b"\xd0\xcf\x11\xe0" + stream.encode("utf-16-le")
    with pytest.raises(UnreadableText, match=message):
        read_source(data, "draft.doc")
