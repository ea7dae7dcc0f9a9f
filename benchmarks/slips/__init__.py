"""Slips: small faults put into clean texts at known places, each with the code that must find it.

One module a family registers its kinds with `slip_kind`; importing it below is all it takes to
add a family.
"""

from __future__ import annotations

from benchmarks.slips import (
    form_endings,
    form_masthead,
    form_order,
    leading_emphasis,
    leading_words,
    note_numbers,
    note_texts,
    numbering_items,
    numbering_labels,
    numbering_references,
)
from benchmarks.slips.kinds import Kind, kinds

__all__ = [
    "Kind",
    "form_endings",
    "form_masthead",
    "form_order",
    "kinds",
    "leading_emphasis",
    "leading_words",
    "note_numbers",
    "note_texts",
    "numbering_items",
    "numbering_labels",
    "numbering_references",
]
