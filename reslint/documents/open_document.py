"""Make an OpenDocument text harmless before LibreOffice reads it.

LibreOffice unpacks all parts of such a file and fetches pictures from the network. So it gets a new
file with the text and its styles alone: read within the limits of `package`, without entities, and
without the addresses of anything that is not in them.
"""

from __future__ import annotations

import io
import re
import zipfile

from reslint.documents.package import Package
from reslint.documents.xml_tree import parse
from reslint.text.source import UnreadableText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.xml_tree import Node


_TYPE = "application/vnd.oasis.opendocument.text"
_TEXT = "content.xml"
_PARTS = (_TEXT, "styles.xml")
_MANIFEST = "META-INF/manifest.xml"
_ENTRY = '<m:file-entry m:full-path="{path}" m:media-type="{kind}"/>'
_LINK = "a"  # a link that a reader may follow: nothing is loaded for it
_START_TAG = re.compile(rb"""<(?:[^"'>]|"[^"]*"|'[^']*')*>""")
_ADDRESS = re.compile(rb"""\s[^\s=<>"'/]*\bhref\s*=\s*(?:"[^"]*"|'[^']*')""")


def harmless(data: bytes) -> bytes:
    """Return a new OpenDocument text with the text and styles of a file, and nothing else of it.

    Raises UnreadableText for a file that is damaged, protected or too large, or has entities.
    """
    package = Package(data, "OpenDocument text")
    manifest = package.xml(_MANIFEST) or b""
    if b"encryption-data" in manifest:
        raise UnreadableText("the file is protected by a password")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        out.writestr("mimetype", _TYPE)
        entries = [_ENTRY.format(path="/", kind=_TYPE)]
        for name in _PARTS:
            part = package.xml(name)
            if part is not None:
                out.writestr(name, _without_addresses(part, name), zipfile.ZIP_DEFLATED)
                entries.append(_ENTRY.format(path=name, kind="text/xml"))
            elif name == _TEXT:
                raise UnreadableText(f"the file is damaged: it has no part {_TEXT}")
        space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        text = f'<m:manifest xmlns:m="{space}" m:version="1.2">{"".join(entries)}</m:manifest>'
        out.writestr(_MANIFEST, text)
    return made.getvalue()


def _without_addresses(data: bytes, name: str) -> bytes:
    """Return a part without the addresses of pictures, sections, sounds, scripts and the like."""
    pieces = []
    done = 0
    for node in _all_in(parse(data, name)):
        if node.name.rpartition(":")[2] == _LINK:
            continue
        if any(key.rpartition(":")[2] == "href" for key in node.attributes):
            tag = _START_TAG.match(data, node.start)
            if tag is None:
                raise UnreadableText(f"the file is damaged ({name})")
            pieces += [data[done : tag.start()], _ADDRESS.sub(b"", tag[0])]
            done = tag.end()
    return b"".join((*pieces, data[done:]))


def _all_in(root: Node) -> list[Node]:
    """Return an element and all elements in it, in the order of the file."""
    found = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        found.append(node)
        waiting += reversed([*node.nodes()])
    return found
