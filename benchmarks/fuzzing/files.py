"""Word and AKN4UN files for a fuzzing run: each depends on the seed and its number alone."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from benchmarks.fuzzing.akn_markup import akn_file
from benchmarks.fuzzing.inputs import piece_of
from benchmarks.fuzzing.word_markup import WordFile, packed
from reslint.draft.reader import read_draft
from reslint.revisions.new_word_file import new_word_file
from reslint.text.source import Source

_RUN = re.compile(r"<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>|)(<w:t [^>]*>)([^<&]+)</w:t></w:r>")
_TAG = re.compile(rb"<[^<>]*>")
_VALUE = re.compile(rb'"[^"<>]*"')
_HOSTILE_VALUES = (b'""', b'"-1"', b'"99999999999999999999"', b'"\xc3\xa9"', b'"&#0;"', b'"true"')
_DOCTYPES = (b'<!DOCTYPE a [<!ENTITY b "c">]>', b'<!DOCTYPE a SYSTEM "file:///etc/hosts">')
_WRAPS = (
    '<w:ins w:id="{id}" w:author="x">{run}</w:ins>',
    "<w:hyperlink>{run}</w:hyperlink>",
    "<w:smartTag>{run}</w:smartTag>",
    "<w:sdt><w:sdtContent>{run}</w:sdtContent></w:sdt>",
    '<w:fldSimple w:instr="REF a">{run}</w:fldSimple>',
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
)


class File(NamedTuple):
    """A file to check: its name, its bytes, and whether it is sound."""

    name: str
    data: bytes
    sound: bool


class Files:
    """The files of a seed; `texts` are drafts in Markdown, of which some are made."""

    def __init__(self, seed: int, texts: Sequence[str]) -> None:
        self._seed = seed
        self._texts = texts

    def of(self, number: int) -> File:
        """Return the file of a number."""
        random = Random(f"{self._seed}/{number}")
        kind = random.random()
        if kind < 0.25:
            data = akn_file(random)
            sound = random.random() < 0.7
            return File("draft.xml", data if sound else damaged_text(random, data), sound)
        if kind < 0.5 and self._texts:
            data = converted(random, random.choice(self._texts))
        else:
            data = WordFile(random).data()
        sound = random.random() < 0.75
        return File("draft.docx", data if sound else damaged(random, data), sound)


def converted(random: Random, text: str) -> bytes:
    """Return a draft as a Word file in which runs are split and wrapped."""
    draft = read_draft(Source(piece_of(random, text), "draft.md"))
    parts = _parts_of(new_word_file(draft))
    number = 1000

    def changed(match: re.Match[str]) -> str:
        nonlocal number
        properties, tag, words = match[1], match[2], match[3]
        if random.random() < 0.5:
            return match[0]
        out = []
        at = 0
        while at < len(words):
            size = random.choice((1, 3, 9, 40))
            run = f"<w:r>{properties}{tag}{words[at : at + size]}</w:t></w:r>"
            at += size
            if random.random() < 0.15:
                number += 1
                run = random.choice(_WRAPS).format(id=number, run=run)
            out.append(run)
        return "".join(out)

    for name in ("word/document.xml", "word/footnotes.xml"):
        parts[name] = _RUN.sub(changed, parts[name].decode("utf-8")).encode("utf-8")
    return packed(parts)


def damaged(random: Random, data: bytes) -> bytes:
    """Return a Word file with damage: to its zip, to its parts, or to the text of one."""
    kind = random.random()
    if kind < 0.2:
        return data[: random.randrange(len(data))]
    if kind < 0.4:
        broken = bytearray(data)
        for _ in range(random.randint(1, 6)):
            broken[random.randrange(len(broken))] = random.randrange(256)
        return bytes(broken)
    parts = _parts_of(data)
    name = random.choice(list(parts))
    other = random.choice(list(parts))
    if kind < 0.5:
        del parts[name]
    elif kind < 0.6:
        parts[name] = parts[other]
    elif kind < 0.65:
        parts[name] = b""
    elif kind < 0.7:
        parts[name] = parts[name].decode("utf-8").encode(random.choice(("utf-16", "utf-16-le")))
    elif kind < 0.75:
        parts[name] = parts[name].replace(b"w:", b"z:").replace(b":w=", b":z=")
    else:
        parts[name] = damaged_text(random, parts[name])
    return packed(parts)


def damaged_text(random: Random, data: bytes) -> bytes:
    """Return XML with some tags and values lost, doubled, moved or replaced."""
    for _ in range(random.randint(1, 4)):
        tags = [match.span() for match in _TAG.finditer(data)]
        values = [match.span() for match in _VALUE.finditer(data)]
        kind = random.random()
        if kind < 0.3 and values:
            start, end = random.choice(values)
            data = data[:start] + random.choice(_HOSTILE_VALUES) + data[end:]
        elif kind < 0.5 and tags:
            start, end = random.choice(tags)
            data = data[:start] + data[end:]
        elif kind < 0.7 and tags:
            (start, _), (_, end) = sorted(random.choices(tags, k=2))
            piece = data[start : min(end, start + 400)]
            at = random.choice(tags)[0]
            data = data[:at] + piece + data[at:]
        elif kind < 0.8:
            data = random.choice(_DOCTYPES) + data
        else:
            at = random.randrange(len(data) + 1)
            data = data[:at] + random.choice((b"\x00", b"\xff", b"<", b"&amp;", b"]]>")) + data[at:]
    return data


def _parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
