"""Put changed parts into a Word file; all others keep their bytes, order, compression and dates."""

from __future__ import annotations

import copy
import io
import os
import re
import time
import zipfile

from reslint.revisions.alignment import Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.package import Package

_ID = re.compile(rb"""[\w.-]+:id\s*=\s*["'](-?[0-9]{1,10})["']""")
_HIDDEN_CHANGES = re.compile(
    rb"<(?P<name>(?:[\w.-]+:)?revisionView)\b[^>]*(?:/>|>\s*</(?P=name)\s*>)"
)
_PROTECTION = re.compile(rb"<(?:[\w.-]+:)?documentProtection\b[^>]*>")
_EDIT = re.compile(rb"""[\w.-]+:edit\s*=\s*["']([^"']*)["']""")
_ENFORCED = re.compile(rb"""[\w.-]+:enforcement\s*=\s*["'](?:1|true|on)["']""")
_LARGEST_ID = 2_000_000_000


def refuse_protected(package: Package) -> None:
    """Raise Refused for a file that may not be changed: signed, or protected against edits."""
    if any(name.startswith("_xmlsignatures/") for name in package.infos):
        raise Refused("the file is signed: a change would break its signature")
    settings = settings_part(package)
    data = package.xml(settings) if settings else None
    match = None if data is None else _PROTECTION.search(data)
    if match is None or not _ENFORCED.search(match[0]):
        return
    edit = _EDIT.search(match[0])
    if edit is None or edit[1] not in (b"trackedChanges", b"none"):
        raise Refused("the file is protected against changes")


def settings_part(package: Package) -> str:
    """Return the name of the settings part, "" for none."""
    return package.related(main_part(package), "settings")


def main_part(package: Package) -> str:
    return package.related("", "officeDocument") or "word/document.xml"


def with_visible_changes(package: Package) -> dict[str, bytes]:
    """Return the settings without the element that hides tracked changes, if it is there."""
    settings = settings_part(package)
    data = package.xml(settings) if settings else None
    if data is None:
        return {}
    new = _HIDDEN_CHANGES.sub(b"", data)
    return {} if new == data else {settings: new}


def highest_id(package: Package) -> int:
    """Return the highest id of bookmarks, changes and comments in all parts of text."""
    main = main_part(package)
    names = {main}
    for relation in package.relations(main):
        if relation.kind in ("comments", "footnotes", "endnotes", "header", "footer"):
            names.add(relation.target)
    highest = 0
    for name in names:
        data = package.xml(name) if name and package.has(name) else None
        for match in _ID.finditer(data or b""):
            value = int(match[1])
            if highest < value < _LARGEST_ID:
                highest = value
    return highest


def date_now() -> str:
    """Return the time for changes and comments in UTC; SOURCE_DATE_EPOCH sets it."""
    try:
        seconds = float(os.environ.get("SOURCE_DATE_EPOCH", ""))
    except ValueError:
        seconds = time.time()
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


def repacked(package: Package, parts: dict[str, bytes]) -> bytes:
    """Return the package with some parts replaced, and those added that it does not have."""
    waiting = {name.lower(): data for name, data in parts.items()}
    names = {name.lower(): name for name in parts}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for info in package.zip.infolist():
            data = waiting.pop(info.filename.lower(), None)
            if data is None:
                data = package.zip.read(info)
            # `writestr` changes the information it is given.
            new.writestr(_copy(info), data)
        for name, data in waiting.items():
            added = zipfile.ZipInfo(names[name], package.zip.infolist()[0].date_time)
            added.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(added, data)
        new.comment = package.zip.comment
    return out.getvalue()


def _copy(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    made = copy.copy(info)
    # Sizes in an extra field of the old local header would contradict those of the new one.
    made.extra = b""
    made.flag_bits &= 0x800
    return made
