"""Add comments to the part of a Word file that holds them, and register it where there is none."""

from __future__ import annotations

import re

from reslint.documents.xml_tree import parse
from reslint.revisions.word_package import main_part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.package import Package


_MAIN_SPACE = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_SPACE = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS_SPACE = b"http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_COMMENTS_TYPE = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def with_comments(package: Package, comments: str) -> dict[str, bytes]:
    """Return the parts that change when comments (elements with the prefix `w`) are added."""
    main = main_part(package)
    texts = comments.encode("utf-8")
    existing = package.related(main, "comments")
    data = package.xml(existing) if existing else None
    if data is not None:
        return {existing: _appended(data, existing, texts)}
    folder = main.rpartition("/")[0]
    name = f"{folder}/comments.xml" if folder else "comments.xml"
    number = 1
    while package.has(name):
        name = f"{folder}/comments{number}.xml"
        number += 1
    part = (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="'
        + _space_of(package.xml(main) or b"")
        + b'">'
        + texts
        + b"</w:comments>"
    )
    return {
        name: part,
        **_with_relation(package, main, name),
        **_with_content_type(package, name),
    }


def _space_of(data: bytes) -> bytes:
    """Return the namespace of a part: that of the strict format, or the usual one."""
    return _STRICT_SPACE if _STRICT_SPACE in data[:20_000] else _MAIN_SPACE


def _appended(data: bytes, name: str, texts: bytes) -> bytes:
    """Return a part of comments with more of them; ours bring their own namespace prefix."""
    root = parse(data, name)
    space = _space_of(data)
    ours = texts.replace(b"<w:comment ", b'<w:comment xmlns:w="%s" ' % space)
    head = data[root.start : root.start + 4000]
    if re.search(rb"xmlns:w\s*=\s*[\"']" + re.escape(space), head):
        ours = texts
    if data[root.end - 2 : root.end] == b"/>":
        tag = re.match(rb"<([\w.:-]+)", data[root.start : root.end])
        assert tag is not None
        end = b"</" + tag[1] + b">"
        return data[: root.end - 2] + b">" + ours + end + data[root.end :]
    close = data.rindex(b"</", 0, root.end)
    return data[:close] + ours + data[close:]


def _with_relation(package: Package, main: str, name: str) -> dict[str, bytes]:
    """Return the relationships of the main part with one to the new part of comments."""
    folder, _, base = main.rpartition("/")
    part = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
    data = package.xml(part)
    used = {relation.identifier for relation in package.relations(main)}
    number = 1
    while f"rIdReslint{number}" in used:
        number += 1
    target = name.rpartition("/")[2]
    strict = _space_of(package.xml(main) or b"") == _STRICT_SPACE
    kind = _STRICT_COMMENTS_TYPE if strict else _COMMENTS_TYPE
    entry = (
        f'<Relationship xmlns="{_RELATIONS_SPACE.decode()}" Id="rIdReslint{number}"'
        f' Type="{kind}" Target="{target}"/>'
    ).encode()
    if data is None:
        data = b'<Relationships xmlns="' + _RELATIONS_SPACE + b'"></Relationships>'
    return {part: _appended(data, part, entry)}


def _with_content_type(package: Package, name: str) -> dict[str, bytes]:
    part = "[Content_Types].xml"
    data = package.xml(part)
    if data is None:
        return {}
    entry = (
        '<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'
        f' PartName="/{name}" ContentType="{_CONTENT_TYPE}"/>'
    ).encode()
    return {part: _appended(data, part, entry)}
