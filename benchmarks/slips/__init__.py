"""Slips: small faults put into clean texts at known places, each with the code that must find it.

One module a family registers its kinds with `slip_kind`; importing it below is all it takes to
add a family.
"""

from __future__ import annotations

from benchmarks.slips import (
    citations_date_forms,
    citations_dates,
    citations_lists,
    citations_numbers,
    citations_titles,
    form_endings,
    form_masthead,
    form_order,
    leading_emphasis,
    leading_words,
    names,
    note_numbers,
    note_texts,
    numbering_items,
    numbering_labels,
    numbering_references,
    typography_marks,
    typography_spacing,
    wording,
)
from benchmarks.slips.kinds import Kind, kinds

__all__ = [
    "Kind",
    "citations_date_forms",
    "citations_dates",
    "citations_lists",
    "citations_numbers",
    "citations_titles",
    "form_endings",
    "form_masthead",
    "form_order",
    "kinds",
    "leading_emphasis",
    "leading_words",
    "names",
    "note_numbers",
    "note_texts",
    "numbering_items",
    "numbering_labels",
    "numbering_references",
    "typography_marks",
    "typography_spacing",
    "wording",
]
