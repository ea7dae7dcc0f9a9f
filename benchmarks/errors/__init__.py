"""Drafting errors to inject into clean texts, each with the code that must find it.

Each module registers kinds of error with `error_kind`. To add a module, import it below.
"""

from __future__ import annotations

from benchmarks.errors import (
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
    other_places,
    typography_marks,
    typography_spacing,
    wording,
    wordings_replaced,
)
from benchmarks.errors.kinds import Kind, kinds

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
    "other_places",
    "typography_marks",
    "typography_spacing",
    "wording",
    "wordings_replaced",
]
