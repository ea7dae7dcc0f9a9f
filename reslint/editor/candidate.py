"""One thing that can be written at the cursor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reslint.editor.places import Span
    from reslint.text.diagnostics import Edit


PHRASE, NAME, RESOLUTION = "phrase", "name", "resolution"


@dataclass(frozen=True, slots=True)
class Completion:
    """What to show, and what to write where.

    `text` replaces the source at `span`, which holds what is typed already and nothing beyond
    its line. `filter` begins with what is typed before the cursor; a client compares with it as
    typing goes on. `further` are edits elsewhere that belong to it. `resolution` is organ and
    number of a resolution, by which more is said of it when asked (`completing_resolutions`).
    """

    kind: str
    label: str
    text: str
    span: Span
    filter: str
    detail: str = ""
    further: tuple[Edit, ...] = ()
    resolution: tuple[str, str] | None = None
