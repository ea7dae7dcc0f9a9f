"""Make drafts for the speed benchmarks: a short one, and long ones from the same sentences."""

from __future__ import annotations

import os

SHORT = """\
United Nations

A/C.2/80/L.99

General Assembly

Eightieth session

# 80/400. Public libraries in mountain regions

*The General Assembly*,

"""
PREAMBLE = (
    "*Recalling* the decision of the mountain councils to open a library in every valley,",
    "*Noting with appreciation* the work of the drivers who bring books to distant villages,",
    "*Convinced* that a reading room is a meeting place for all ages,",
    "*Stressing* that libraries serve every public, in towns as in remote hamlets,",
    "*Mindful* of the long winters during which roads to the highest villages stay closed,",
    "*Recognizing* the contribution of volunteers, teachers and retired readers,",
    "*Bearing in mind* the report on reading rooms and the answers of the councils to it,",
    "*Welcoming* the gift of seven hundred atlases by the schools of the plain,",
)
OPERATIVE = (
    "*Invites* libraries to open in the evening, at least once a week;",
    "*Requests* the mountain councils to keep a catalogue of all books and maps;",
    "*Encourages* schools to lend their reading rooms during the holidays;",
    "*Takes note with appreciation* of the offer to print the catalogue in six languages;",
    "*Calls upon* publishers to send a copy of every atlas to the valley archives;",
    "*Expresses its gratitude* to the drivers for their patience in the snow;",
    "*Emphasizes* the need for shelves that withstand damp and frost;",
    "*Decides* to mark the longest night of the year as a night of reading aloud;",
    "*Urges* the councils to repair the roofs before the autumn rains;",
    "*Welcomes* the first meeting of librarians in the old post office;",
)
ITEMS = (
    "*Recommends* that each library should:",
    "(a) Keep one room warm at all times;",
    "(b) Lend books without charge to children and to their teachers;",
    "(c) Publish its opening hours on the door;",
)
CLAUSES = (
    "while keeping in mind that many readers walk for an hour to the nearest reading room",
    "including in valleys where the post comes once a week and the school has closed",
    "with due regard to the wishes of those who have looked after the books until now",
    "so that the youngest and the oldest readers may find a place by the window",
    "in particular for travellers, herders and others who spend the summer on high pastures",
    "and the need to mend old bindings before the damp of spring reaches the shelves",
    "as described by the librarians of the three northern valleys in their common letter",
    "without prejudice to what the councils may agree upon for the coming winter",
    "taking into account the costs of heating, of light and of carrying books uphill",
    "as well as the part that songs, maps and stories play in the life of a village",
    "and the experience of towns that have opened their archives to every inhabitant",
)
LENGTHS = (370, 210, 510, 150, 440, 320, 790, 260, 610)
"""Paragraph lengths in characters: the deciles in 216 adopted texts, English and French."""
LAST = "*Decides* to return to the question when the snow has melted."
_EACH_NOTE = 6  # paragraphs from one note to the next


def _lengthened(sentence: str, count: int) -> str:
    """Add clauses before the final mark, until the paragraph has a typical length."""
    text, mark = sentence[:-1], sentence[-1]
    wanted = LENGTHS[count % len(LENGTHS)]
    place = count
    while len(text) + 50 < wanted:
        text += f", {CLAUSES[place % len(CLAUSES)]}"
        place += 1
    return text + mark


def draft_of(size: int) -> str:
    """Make a clean draft of about `size` characters, with items and notes."""
    parts = [SHORT]
    length = len(SHORT)
    notes: list[str] = []
    count = 0
    while length < size * 0.35 or count < 5:
        text = PREAMBLE[count % len(PREAMBLE)]
        count += 1
        text = _noted(_lengthened(text, count), notes, count)
        parts.append(text + "\n\n")
        length += len(text) + 2
    number = 0
    while length < size or number < 6:
        number += 1
        if number % 15 == 5:
            text = f"{number}. " + "\n\n".join(ITEMS)
        else:
            sentence = OPERATIVE[number % len(OPERATIVE)]
            text = _noted(f"{number}. {_lengthened(sentence, number)}", notes, number)
        parts.append(text + "\n\n")
        length += len(text) + 2
    parts.append(f"{number + 1}. {LAST}\n\n")
    parts.extend(f"[^{place}]: {note}\n\n" for place, note in enumerate(notes, 1))
    return "".join(parts)


def _noted(text: str, notes: list[str], count: int) -> str:
    if count % _EACH_NOTE:
        return text
    notes.append(f"Catalogue of the valley libraries, vol. {len(notes) + 1}.")
    return f"{text}[^{len(notes)}]"


def write_texts(folder: str) -> dict[str, str]:
    """Write the drafts to measure. Returns their paths by name; `many` is a folder of 100 files."""
    sizes = {
        "short": 2_500,
        "48 KB": 48_000,
        "80 KB": 80_000,
        "1.25 MB": 1_250_000,
        "2.5 MB": 2_500_000,
        "5 MB": 5_000_000,
    }
    paths = {}
    for name, size in sizes.items():
        paths[name] = os.path.join(folder, name.replace(" ", "_") + ".md")
        _write(paths[name], draft_of(size))
    paths["many"] = os.path.join(folder, "many")
    os.makedirs(paths["many"], exist_ok=True)
    for number in range(100):
        text = draft_of(58_000 + 40 * number)
        _write(os.path.join(paths["many"], f"draft_{number:03}.md"), text)
    return paths


def _write(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(text)
