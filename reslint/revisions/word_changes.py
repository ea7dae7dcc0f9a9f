"""Write fixes into a Word file as tracked changes."""

from __future__ import annotations

from bisect import bisect_right

from reslint.documents.package import Package
from reslint.documents.word.reading import read_document
from reslint.fixes.choosing import apply
from reslint.revisions.alignment import Refused, Token, changes_between, show_the_same, tokens_of
from reslint.revisions.places import Places, ancestor, opened
from reslint.revisions.runs import Ids, Insertion, PartWriter
from reslint.revisions.word_package import (
    date_now,
    highest_id,
    refuse_protected,
    repacked,
    with_visible_changes,
)
from reslint.revisions.written import Written
from reslint.text.diagnostics import Edit
from reslint.text.source import UnreadableText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.documents.pieces import Look
    from reslint.documents.word.reading import Document
    from reslint.documents.xml_tree import Node
    from reslint.revisions.alignment import Change
    from reslint.revisions.places import Character
    from reslint.text.source import Source


def write_changes(
    data: bytes, path: str, edits: Sequence[Edit], source: Source | None = None
) -> Written:
    """Write edits of a file's Markdown into it as tracked changes, paragraph by paragraph.

    The new file, with all changes accepted, reads as the edited Markdown; a paragraph for which
    this does not hold stays as it is and is named in the result. `source` is that of the file, with
    its tracked changes accepted, if it was read already. Raises Refused for a file that may not be
    changed, and UnreadableText.
    """
    refused: dict[int, str] = {}
    known = opened(source)
    while True:
        document = known or read_document(Package(data), path)
        known = None
        package = document.package
        refuse_protected(package)
        by_block = _by_block(document, edits, refused)
        if not by_block:
            return Written(data, document.source, _places(document, refused))
        parts = _written_parts(document, by_block, refused)
        if any(index in refused for index in by_block):
            continue
        settings = with_visible_changes(package)
        new = repacked(package, {**parts, **settings})
        try:
            again = read_document(Package(new), path)
        except UnreadableText as error:
            raise Refused(f"the new file could not be read ({error})") from None
        wrong = _wrong_blocks(document, again, by_block)
        if not wrong:
            places = _places(document, refused)
            return Written(new, again.source, places, shown=bool(settings))
        if len(wrong) == len(by_block) > 1:
            # One paragraph may have spoilt the reading of all: find it.
            alone = [index for index in wrong if not _reads_alone(data, path, index, by_block)]
            wrong = alone or wrong
        for index in wrong:
            refused[index] = "the file would not read as it should"


def _reads_alone(data: bytes, path: str, index: int, by_block: dict[int, list[Edit]]) -> bool:
    """Return whether the file reads as it should with the changes of one block alone."""
    package = Package(data)
    document = read_document(package, path)
    one = {index: by_block[index]}
    parts = _written_parts(document, one, {})
    return not _wrong_blocks(document, read_document(Package(repacked(package, parts)), path), one)


def _places(document: Document, refused: dict[int, str]) -> list[tuple[int, str]]:
    blocks = document.projection.blocks
    return [(blocks[index][0], reason) for index, reason in sorted(refused.items())]


def _by_block(
    document: Document, edits: Sequence[Edit], refused: dict[int, str]
) -> dict[int, list[Edit]]:
    """Return the edits of each block, those of refused blocks left out."""
    starts = [start for start, _ in document.projection.blocks]
    found: dict[int, list[Edit]] = {}
    for edit in edits:
        index = bisect_right(starts, edit.start) - 1
        if index < 0 or edit.end > document.projection.blocks[index][1]:
            raise Refused("a fix reaches over a paragraph")
        if index not in refused:
            found.setdefault(index, []).append(edit)
    return found


def _written_parts(
    document: Document, by_block: dict[int, list[Edit]], refused: dict[int, str]
) -> dict[str, bytes]:
    """Return the parts with the changes; adds the blocks that cannot be written to `refused`."""
    writers = _Writers(document)
    places = Places(document)
    for index, edits in by_block.items():
        try:
            _Block(document, index, places, writers).write(edits)
        except Refused as reason:
            refused[index] = str(reason)
    if any(index in refused for index in by_block):
        return {}
    return writers.written()


def _wrong_blocks(old: Document, new: Document, by_block: dict[int, list[Edit]]) -> list[int]:
    """Return the blocks that do not read as they should; all changed ones if blocks are lost."""
    old_blocks, new_blocks = old.projection.blocks, new.projection.blocks
    if len(old_blocks) != len(new_blocks):
        return sorted(by_block)
    old_text, new_text = old.source.text, new.source.text
    wrong = []
    for index, ((start, end), span) in enumerate(zip(old_blocks, new_blocks, strict=True)):
        edits = by_block.get(index, ())
        expected = apply(
            old_text[start:end],
            [Edit(edit.start - start, edit.end - start, edit.text) for edit in edits],
        )
        if not show_the_same(expected, new_text[slice(*span)]):
            if not edits:
                return sorted(by_block)
            wrong.append(index)
    return wrong


class _Writers:
    """The writers of the parts that change."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._ids = Ids(highest_id(document.package))
        self._date = date_now()
        self._writers: dict[str, PartWriter] = {}

    def of(self, name: str) -> PartWriter:
        writer = self._writers.get(name)
        if writer is None:
            document = self._document
            writer = PartWriter(document.parts[name], document.styles, self._ids, self._date)
            self._writers[name] = writer
        return writer

    def written(self) -> dict[str, bytes]:
        parts = self._document.parts
        return {parts[name].name: writer.written() for name, writer in self._writers.items()}


class _Block:
    """Writes the changes of one block."""

    def __init__(self, document: Document, index: int, places: Places, writers: _Writers) -> None:
        projection = document.projection
        self._document = document
        self._start = projection.inline_starts[index]
        self._end = projection.blocks[index][1]
        self._places = places
        self._writers = writers
        self._tokens: list[Token] = []

    def write(self, edits: list[Edit]) -> None:
        text = self._document.source.text[self._start : self._end]
        if any("<sup" in edit.text or "<br" in edit.text for edit in edits):
            raise Refused("raised text and line breaks are not written")
        if any(edit.start < self._start for edit in edits):
            raise Refused("the fix touches an automatic number or a heading")
        local = [Edit(e.start - self._start, e.end - self._start, e.text) for e in edits]
        old, new = tokens_of(text), tokens_of(apply(text, local))
        characters = [self._character(token) for token in old]
        changes = changes_between(old, new, local, self._borders(characters))
        if not any(one.before or one.deleted or one.look is not None for one in changes):
            raise Refused("what the fix changes does not show in a Word file")
        self._tokens = old
        for index, change in enumerate(changes):
            if change.before:
                replaces = index > 0 and changes[index - 1].deleted
                self._insert(index, change.before, characters, replaces=replaces)
            if index < len(old) and (change.deleted or change.look is not None):
                self._change(change, characters[index])

    def _borders(self, characters: list[Character | None]) -> frozenset[int]:
        """Return the tokens before which a link, a field or a content control begins or ends."""
        borders: list[int] = []
        known: tuple[int, int, int, int] | None = None
        run: Node | None = None
        for index, character in enumerate(characters):
            if character is None or character.run is run:
                continue
            run = character.run
            holder = self._places.holder_of(run)
            if known is not None and holder != known:
                borders.append(index)
            known = holder
        return frozenset(borders)

    def _character(self, token: Token) -> Character | None:
        if token.is_marker:
            return None
        at = token.at + self._start
        # An escaped character stands behind its backslash.
        return self._places.at(at) or self._places.at(at + 1)

    def _change(self, change: Change, character: Character | None) -> None:
        if character is None or character.piece.protected:
            raise Refused("the place is an automatic number, a field or a line break")
        writer = self._writer(character)
        mark = writer.mark(character.run, character.item, character.offset)
        mark.deleted = change.deleted
        mark.look = change.look

    def _writer(self, character: Character) -> PartWriter:
        name, _ = self._document.paragraphs[character.piece.paragraph]
        return self._writers.of(name)

    def _insert(
        self,
        index: int,
        new: list[tuple[str, Look]],
        characters: list[Character | None],
        *,
        replaces: bool,
    ) -> None:
        """Insert text before the token at `index`; `replaces` says that the one before it goes."""
        before = characters[index - 1] if index else None
        after = characters[index] if index < len(characters) else None
        usable = [one for one in (before, after) if one is not None and not one.piece.raised]
        like = usable[0].run if usable else None
        insertions = [Insertion(text, look, like) for text, look in _grouped(new)]
        outer_before = before is not None and self._places.holder_of(before.run)
        outer_after = after is not None and self._places.holder_of(after.run)
        # Between a link and the text beside it, new text belongs to neither link, field nor
        # control; but what replaces text stands where that stood.
        inside = outer_before and any(outer_before) and outer_before != outer_after
        inside = inside and not replaces
        if before is not None and not (inside and self._can_stand_before(index, after)):
            if inside and after is None and index == len(characters):
                paragraph = ancestor(before.run, "p")
                assert paragraph is not None
                for insertion in insertions:
                    self._writer(before).insert_text_at_end(paragraph, insertion)
                return
            writer = self._writer(before)
            writer.mark(before.run, before.item, before.offset).after += insertions
            return
        if after is not None:
            writer = self._writer(after)
            writer.mark(after.run, after.item, after.offset).before += insertions
            return
        self._insert_beside_marker(index, insertions)

    def _can_stand_before(self, index: int, after: Character | None) -> bool:
        return after is not None and not self._tokens[index].is_marker

    def _insert_beside_marker(self, index: int, insertions: list[Insertion]) -> None:
        """Insert text that has a marker before it and a marker, or nothing, behind it."""
        piece = self._document.projection.markers.get(
            self._tokens[min(index, len(self._tokens) - 1)].at + self._start
        )
        if piece is None or piece.node is None:
            raise Refused("there is no text to write it to")
        name, _ = self._document.paragraphs[piece.paragraph]
        writer = self._writers.of(name)
        run = ancestor(piece.node, "r")
        if index == len(self._tokens):
            if run is not None and _stands_free(run) and not self._places.field_of(run):
                # Blanks that the page does not show may stand at the end of the paragraph.
                writer.insert_after(run, writer.inserted_run(insertions))
                return
            paragraph = ancestor(piece.node, "p")
            if paragraph is None:
                raise Refused("there is no text to write it to")
            for insertion in insertions:
                writer.insert_text_at_end(paragraph, insertion)
            return
        if run is None or self._places.field_of(run):
            raise Refused("the place is beside a second reference to a note")
        writer.insert_before(run, writer.inserted_run(insertions))


def _stands_free(run: Node) -> bool:
    """Return whether a run is in its paragraph and in nothing else: no link, no change."""
    return run.parent is not None and run.parent.name == "p"


def _grouped(new: list[tuple[str, Look]]) -> list[tuple[str, Look]]:
    """Return characters of one look joined."""
    groups: list[tuple[str, Look]] = []
    for character, look in new:
        if groups and groups[-1][1] == look:
            groups[-1] = (groups[-1][0] + character, look)
        else:
            groups.append((character, look))
    return groups
