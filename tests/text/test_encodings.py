"""Files that are not UTF-8: decoded where the encoding shows, and encoded as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.text.encodings import decode_other, name_of
from reslint.text.source import UnreadableText, decode
from tests.cli.run import reslint
from tests.conftest import EXAMPLES

_BY_LANGUAGE = {
    "en": ["cp1252", "utf-16-le", "utf-16-be"],
    "fr": ["cp1252", "mac_roman", "utf-16-le"],
    "es": ["cp1252", "utf-16-be"],
    "ru": ["cp1251", "koi8_r", "iso8859_5", "utf-16-le"],
    "ar": ["cp1256", "utf-16-le", "utf-16-be"],
    "zh": ["gb18030", "big5", "utf-16-le", "utf-16-be"],
}
_CASES = [
    pytest.param(path, codec, id=f"{path.stem}-{codec}")
    for path in EXAMPLES
    for codec in _BY_LANGUAGE[path.stem.rpartition(".")[2]]
]


@pytest.mark.parametrize("part", [400, 10_000])
@pytest.mark.parametrize(("path", "codec"), _CASES)
def test_a_draft_in_another_encoding(path: Path, codec: str, part: int) -> None:
    data = path.read_text(encoding="utf-8")[:part].encode(codec, "ignore")
    text = data.decode(codec)
    if text.isascii() and not codec.startswith("utf"):
        return
    source = decode(data, any_encoding=True)
    assert source.text == text
    assert source.encoded() == data


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_tells_the_encoding(codec: str) -> None:
    data = "\ufeff*La Asamblea General*,\n".encode(codec)
    source = decode(data, any_encoding=True)
    assert (source.text, source.codec) == ("*La Asamblea General*,\n", codec)
    assert source.encoded() == data
    with pytest.raises(UnreadableText, match=f"the file is {name_of(codec)}"):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        "Décide à l’été".encode() + b"\xe9",  # damaged UTF-8
        b"\xef\xbb\xbfd\xe9cide",  # marked as UTF-8
        b"GIF89a\x01\x02\x03\xff\xfe\x80",
        b"text with one \x00 byte and more text",
        b"\xff\xfea\x00b",  # half a character
        bytes(range(128, 256)),
    ],
)
def test_what_is_no_text_for_sure_stays_undecoded(data: bytes) -> None:
    assert data.startswith(b"\xef\xbb\xbf") or decode_other(data) is None
    with pytest.raises(UnreadableText):
        decode(data, any_encoding=True)


_FRENCH = (
    "*L'Assemblée générale*,\r\n\r\nRappelant sa résolution 70/1 du 25 septembre 2015,\r\n\r\n"
    "1. *Décide* de créer une bibliothèque ;\r\n\r\n"
    "2. *Prie* le Secrétaire général de l'étudier.\r\n"
)


@pytest.mark.parametrize("codec", ["cp1252", "utf-16", "utf-16-be"])
def test_a_fix_writes_the_file_in_its_own_encoding(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "projet.md"
    path.write_bytes(_FRENCH.encode(codec))
    outcome = reslint(tmp_path, "check", "--format", "concise", "--no-cache", "projet.md")
    assert "info TOOL012" in outcome.out
    outcome = reslint(tmp_path, "check", "--fix", "--no-cache", "projet.md")
    assert "TOOL012" in outcome.out
    fixed = path.read_bytes()
    assert fixed == _FRENCH.replace("Rappelant", "*Rappelant*").encode(codec)


def test_a_character_that_the_encoding_lacks_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    text = (
        '*Генеральная Ассамблея*,\n\n*отмечая* “колодцы” и "реки",\n\n'
        "1. *постановляет* идти;\n\n3. *постановляет* остаться.\n"
    )
    rule = (
        "code: HOUSE001\nname: wells\ncheck: text.pattern\nlanguages: all\norgans: all\n"
        "severity: warning\nprofile: standard\nfix: safe\nfix_title: {en: write it, fr: écrire}\n"
        "parameters: {pattern: остаться, replacement: ﷽}\n"
        "message: {en: 'No.', fr: 'Non.'}\nwhy: We do.\nexamples:\n  - language: ru\n"
        "    in: preamble\n    bad: '*отмечая* остаться,'\n    at: остаться\n"
        "    good: '*отмечая* ﷽,'\n"
    )
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "wells.yaml").write_text(rule, encoding="utf-8")
    (tmp_path / "reslint.yaml").write_text("rules: [rules]\n")
    data = text.encode("cp1251")
    path.write_bytes(data)
    outcome = reslint(tmp_path, "check", "--fix", "--no-cache", "draft.md")
    assert (
        "error TOOL010 the fixes were not written: Windows-1251 has no “﷽” (U+FDFD)" in outcome.out
    )
    assert outcome.code == 2
    assert path.read_bytes() == data
