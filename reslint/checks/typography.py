"""Typography: marks, spaces, figures and mark-up, each as the language of the draft has them.

What a language does stands in `typography` of its `forms.yaml`; a language that says nothing of a
matter is left alone there.
"""

from __future__ import annotations

from reslint.checks import Kind
from reslint.checks import typography_look_alikes as look_alikes
from reslint.checks import typography_marks as marks
from reslint.checks import typography_markup as markup
from reslint.checks import typography_numbers as numbers
from reslint.checks import typography_separators as separators
from reslint.checks import typography_spacing as spacing
from reslint.checks.citation_titles import quotes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.diagnostics import Finding
    from reslint.draft.model import Draft
    from reslint.rulebook.rule import Rule

_OF_TITLES = ("straight", "foreign")


def quotation_marks(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Quotation marks; those around the titles of which CITE011 speaks are left to it."""
    titles: set[int] | None = None
    for finding in marks.quotation_marks(draft, rule):
        if finding.variant in _OF_TITLES:
            if titles is None:
                found = [title for title in quotes(draft, rule) if title.variant == "kind"]
                titles = {title.start for title in found}
                titles.update(edit.end - 1 for title in found for edit in title.edits)
            if finding.start in titles:
                continue
        yield finding


KINDS = {
    "spaced-marks": Kind(spacing.spaced_marks, placeholders=("mark",)),
    "per-cent": Kind(numbers.per_cent, placeholders=("written", "right"), local=True),
    "separators": Kind(
        separators.separators, placeholders=("written", "right"), local=True, habits=True
    ),
    "quotation-marks": Kind(quotation_marks, placeholders=("mark", "right")),
    "ordinals": Kind(numbers.ordinals, placeholders=("written", "right"), local=True, habits=True),
    "apostrophes-and-dashes": Kind(
        marks.apostrophes_and_dashes, placeholders=("written", "right"), local=True, habits=True
    ),
    "spacing": Kind(spacing.spacing, placeholders=("mark",), local=True, habits=True),
    "markup": Kind(markup.markup, placeholders=("mark",)),
    "script-punctuation": Kind(
        marks.script_punctuation, placeholders=("mark", "right"), local=True
    ),
    "year-ranges": Kind(numbers.year_ranges, placeholders=("written", "right"), local=True),
    "look-alikes": Kind(
        look_alikes.look_alikes, placeholders=("written", "right"), local=True, habits=True
    ),
    "invisible": Kind(spacing.invisible, placeholders=("character",), local=True),
}
