"""Answer what an editor asks about the other versions of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from reslint.editor.counterparts import counterparts_at, hover_text, rows_between, span_of
from reslint.server.positions import offset_at, path_of, place_in

if TYPE_CHECKING:
    from reslint.concordance.model import Unit
    from reslint.editor.counterparts import Here
    from reslint.server.documents import Snapshot
    from reslint.server.server import Server
    from reslint.server.versions import Versions


COUNTERPARTS = "reslint/counterparts"
ROWS = "reslint/rows"


class CounterpartAnswers:
    """The answers, made in the worker from the latest comparison."""

    def __init__(self, versions: Versions) -> None:
        self._versions = versions

    def counterparts(self, snapshot: Snapshot, params: Any) -> dict[str, Any] | None:
        """Return the other versions, and the paragraph at a position in each.

        None for a draft without other versions.
        """
        path = path_of(snapshot.uri)
        group = self._versions.compared_group(path)
        if group is None or path is None or group.comparison is None:
            return None
        here = self._here(snapshot, getattr(params, "position", None))
        shown = [] if here is None else here.counterparts
        by_version = {unit.version: unit for unit in shown}
        versions = []
        for version in group.comparison.versions:
            if version.path == path:
                continue
            unit = by_version.get(version)
            versions.append(
                {
                    "uri": self._versions.uri_at(version.path),
                    "name": version.name,
                    "language": version.language,
                    "place": None if unit is None else unit.place,
                    "text": None if unit is None else unit.text,
                    "range": None if unit is None else self._location(unit)["range"],
                }
            )
        reference = self._versions.uri_at(group.comparison.reference.path)
        return {
            "uri": snapshot.uri,
            "version": snapshot.version,
            "reference": reference,
            "place": None if here is None else here.unit.place,
            "versions": versions,
        }

    def rows(self, snapshot: Snapshot, params: Any) -> dict[str, Any] | None:
        """Return the lines at which counterparts start here and in another version, `other`."""
        path, other = path_of(snapshot.uri), path_of(str(getattr(params, "other", "")))
        group = self._versions.compared_group(path)
        if group is None or path is None or other is None:
            return None
        version = group.version(other)
        if version is None:
            return None
        source = version.draft.source
        lines = [
            [snapshot.source.position(here)[0] - 1, source.position(there)[0] - 1]
            for here, there in rows_between(group, path, other)
        ]
        return {"uri": snapshot.uri, "version": snapshot.version, "lines": lines}

    def hover(self, snapshot: Snapshot, position: types.Position) -> str:
        """Return the paragraph at a position in another version, in Markdown, "" for none."""
        if not (snapshot.settings.versions and snapshot.settings.hover_versions):
            return ""
        here = self._here(snapshot, position)
        return "" if here is None else hover_text(here, self._address)

    def definition(
        self, snapshot: Snapshot, position: types.Position
    ) -> list[types.Location] | None:
        """Return the counterparts of the paragraph at a position."""
        here = self._here(snapshot, position) if snapshot.settings.versions else None
        if here is None or not here.counterparts:
            return None
        locations = []
        for unit in here.counterparts:
            source, encoding = unit.version.draft.source, snapshot.encoding
            start, end = (types.Position(*place_in(source, o, encoding)) for o in span_of(unit))
            uri = self._versions.uri_at(unit.version.path)
            locations.append(types.Location(uri, types.Range(start, end)))
        return locations

    def _here(self, snapshot: Snapshot, position: Any) -> Here | None:
        path = path_of(snapshot.uri)
        group = self._versions.compared_group(path)
        line, character = getattr(position, "line", None), getattr(position, "character", None)
        if group is None or path is None or not isinstance(line, int):
            return None
        version = group.version(path)
        # Right after an edit the paragraphs are those of the text before it.
        if version is None or version.draft.source is not snapshot.source:
            return None
        units = character if isinstance(character, int) else 0
        offset = offset_at(snapshot.source, line, units, snapshot.encoding)
        return counterparts_at(group, path, offset)

    def _location(self, unit: Unit) -> dict[str, Any]:
        return self._versions.location(unit.version, *span_of(unit))

    def _address(self, unit: Unit) -> str:
        location = self._location(unit)
        return f"{location['uri']}#L{location['range']['start']['line'] + 1}"


def register(server: Server, answers: CounterpartAnswers) -> None:
    """Register the requests."""
    server.add_feature(COUNTERPARTS, answers.counterparts)
    server.add_feature(ROWS, answers.rows)
