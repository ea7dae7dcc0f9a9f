"""What an editor can show about a draft, without any protocol."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reslint.editor.places import Span
    from reslint.text.diagnostics import Edit


PHRASE, NAME, RESOLUTION = "phrase", "name", "resolution"
NOTE, PARAGRAPH, SNIPPET = "note", "paragraph", "snippet"


@dataclass(frozen=True, slots=True)
class Completion:
    """One completion at the cursor.

    `text` replaces the source at `span`, which holds what is typed already and stays on its line.
    `filter` begins with what is typed before the cursor; clients match it as typing goes on.
    `further` are edits elsewhere that belong to it. `resolution` is the organ and number of a
    resolution, from which its documentation is made on request (`complete_resolutions`).
    """

    kind: str
    label: str
    text: str
    span: Span
    filter: str
    detail: str = ""
    further: tuple[Edit, ...] = ()
    resolution: tuple[str, str] | None = None
