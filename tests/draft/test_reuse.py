"""Readings of an edited draft: the same as a reading from the start, with the old paragraphs."""

from __future__ import annotations

import pytest

from reslint.draft.model import Draft, Paragraph
from reslint.draft.reader import read_draft
from reslint.draft.rereading.reuse import ParagraphCache
from reslint.text.source import Source

TEXT = """\
*The General Assembly*,

*Recalling* its work on libraries[^1],

*Noting* the maps of the towns,

1. *Decides* to open the libraries;

2. *Requests* the librarian:

(a) To light the stairs;

(b) To read the [maps](#m);

3. *Invites* the towns to

---

paint their bridges[^2];

4. *Thanks* them.

[^1]: See the list.

[^2]: See the other list.
"""


def seen(draft: Draft) -> list[object]:
    """Everything that a reading finds, with its offsets."""
    found: list[object] = [draft.language, draft.organ, draft.is_resolution]
    found += [
        (
            p.part,
            p.place,
            p.text,
            p.level,
            p.label and (p.label.text, p.label.kind, p.label.value, p.label.start, p.label.end),
            p.start,
            p.end,
            [p.source_span(place, place + 1) for place in range(len(p.text))],
            [(e.kind, e.start, e.end, e.opening, e.closing) for e in p.emphases],
            [(m.number, m.at, m.start, m.end, m.digits) for m in p.markers],
            [(link.start, link.end, link.source) for link in p.links],
            [(stray.start, stray.end) for stray in p.stray],
            p.joints,
            p.certain_end,
            p.parent and p.parent.place,
            [child.place for child in p.children],
            p.section and p.section.text,
        )
        for p in draft.paragraphs
    ]
    for note in draft.notes:
        markers = [(paragraph.place, marker.start) for paragraph, marker in note.markers]
        found.append((note.number, note.number_span, note.paragraph.text, markers))
    for resolution in draft.resolutions:
        parts = (resolution.preamble, resolution.operative)
        found.append((resolution.organ, [[p.place for p in part] for part in parts]))
    return found


def read(text: str, cache: ParagraphCache | None = None) -> Draft:
    return read_draft(Source(text), cache=cache)


def edited(before: str, after: str) -> tuple[ParagraphCache, list[Paragraph], Draft]:
    """The cache, the old paragraphs and the new draft after an edit, compared with a full read."""
    cache = ParagraphCache()
    old = list(read(before, cache).paragraphs)
    draft = read(after, cache)
    assert seen(draft) == seen(read(after))
    return cache, old, draft


def changed_places(cache: ParagraphCache, draft: Draft) -> list[str]:
    return [p.place for p in draft.paragraphs if p not in cache.unchanged]


EDITS = {
    "a word in the preamble": (" of the towns,", " of all the towns,", ["preamble 2"]),
    "a word in an item": ("the stairs", "all the stairs", ["2 (a)"]),
    "a word in a joined paragraph": ("their bridges", "bridges", ["3"]),
    "a word in the last paragraph": ("them.", "them all.", ["4"]),
    "a word in a note": ("See the list", "See this list", ["note 1"]),
    "a word in the organ line": ("General Assembly", "General  Assembly", ["organ line"]),
    "space before the draft": ("*The General", "\n\n*The General", []),
    "nothing": ("them.", "them.", []),
}


@pytest.mark.parametrize(("old", "new", "places"), EDITS.values(), ids=EDITS)
def test_one_paragraph_changes_and_the_others_only_move(
    old: str, new: str, places: list[str]
) -> None:
    after = TEXT.replace(old, new)
    cache, before, draft = edited(TEXT, after)
    assert changed_places(cache, draft) == places
    at = TEXT.index(old)
    for was, now in zip(before, draft.paragraphs, strict=True):
        if now.place in places:
            continue
        assert now is was
        moved = len(new) - len(old) if now.start > at else 0
        assert cache.unchanged[now] == moved


def test_a_new_paragraph_moves_and_renumbers_those_below() -> None:
    after = TEXT.replace("2. *Requests*", "2. *Notes* it;\n\n2. *Requests*")
    cache, before, draft = edited(TEXT, after)
    assert changed_places(cache, draft) == ["2"]
    assert [p for p in draft.paragraphs if p not in before] == [
        p for p in draft.paragraphs if p.text == "Notes it;"
    ]
    assert {cache.unchanged[p] for p in draft.paragraphs[6:]} == {len("2. *Notes* it;\n\n")}


def test_a_paragraph_that_goes_away_comes_back() -> None:
    cache = ParagraphCache()
    read(TEXT, cache)
    without = TEXT.replace("(a) To light the stairs;\n\n", "")
    for text in (without, TEXT, without, TEXT):
        assert seen(read(text, cache)) == seen(read(text))


def test_another_number_is_another_context() -> None:
    cache, _, draft = edited(TEXT, TEXT.replace("4. *Thanks*", "5. *Thanks*"))
    assert changed_places(cache, draft) == ["5"]


def test_the_same_words_at_another_level_are_another_context() -> None:
    letters = TEXT.replace("(a) To light", "(h) To light").replace("(b) To read", "(i) To read")
    numbers = letters.replace("(h) To light", "(a) To light")
    cache, _, draft = edited(letters, numbers)
    assert changed_places(cache, draft) == ["2 (a)", "2 (a) (i)"]
    cache, _, draft = edited(numbers, letters)
    assert changed_places(cache, draft) == ["2 (h)", "2 (i)"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("General Assembly", "Security Council"),
        ("*The General Assembly*,\n\n", ""),
        ("4. *Thanks* them.", "4. *Recommends* x:\n\n*The Human Rights Council*,\n\n*Noting* y,"),
        ("2. *Requests* the librarian:", "2. *Requests* the librarian;"),
        ("(a) To", "(i) To"),
        ("3. *Invites*", "## Towns\n\n3. *Invites*"),
        ("1. *Decides*", "*Decides*"),
        ("*Noting*", "1. *Noting*"),
        ("4. *Thanks*", "4 *Thanks*"),
        ("[^1]: See the list.\n\n", ""),
        ("---\n\n", ""),
        (TEXT, ""),
        (TEXT, "no draft\n"),
        (TEXT, "*L’Assemblée générale*,\n\n*Rappelant* ses travaux,\n\n1. *Décide* de lire.\n"),
    ],
)
def test_every_edit_gives_what_a_full_reading_gives(old: str, new: str) -> None:
    after = TEXT.replace(old, new)
    assert after != TEXT
    for one, other in ((TEXT, after), (after, TEXT)):
        edited(one, other)


def test_each_character_typed_and_taken_away() -> None:
    cache = ParagraphCache()
    line = "5. *Asks* (a) for `1` more[^3]: "
    at = TEXT.index("[^1]: ")
    typed = [TEXT[:at] + line[:end] + "\n\n" + TEXT[at:] for end in range(len(line) + 1)]
    for text in (*typed, *reversed(typed)):
        assert seen(read(text, cache)) == seen(read(text))


def test_facts_stay_with_what_is_unchanged() -> None:
    cache = ParagraphCache()
    key = object()
    for paragraph in read(TEXT, cache).paragraphs:
        paragraph.facts[key] = paragraph.place
    draft = read(TEXT.replace("the stairs", "a stair"), cache)
    assert [p.place for p in draft.paragraphs if key not in p.facts] == ["2 (a)"]
    for paragraph in read(TEXT.replace("General Assembly", "Security Council"), cache).paragraphs:
        assert key not in paragraph.facts


def test_another_format_begins_from_the_start() -> None:
    cache = ParagraphCache()
    read(TEXT, cache)
    for path_format in ("plain", "markdown"):
        draft = read_draft(Source(TEXT), path_format=path_format, cache=cache)
        assert seen(draft) == seen(read_draft(Source(TEXT), path_format=path_format))
