"""Wording: spelling, house style, capitals, set phrases, as the language of the draft has them.

What a language does stands in `wording` of its `forms.yaml`; a language that says nothing of a
matter is left alone there.
"""

from __future__ import annotations

from reslint.checks import Kind, wording_capitals, wording_swaps, wording_words

_MATCH = ("match", "replacement")

KINDS = {
    "spelling": Kind(wording_swaps.spelling, placeholders=_MATCH, local=True, habits=True),
    "swaps": Kind(
        wording_swaps.swaps,
        parameters={
            "list": {"type": "string", "minLength": 1, "description": "a list of the vocabulary"}
        },
        required=("list",),
        placeholders=_MATCH,
        local=True,
        habits=True,
    ),
    "member-states": Kind(
        wording_capitals.member_states, placeholders=_MATCH, local=True, habits=True
    ),
    "this-resolution": Kind(
        wording_words.this_resolution, placeholders=_MATCH, local=True, habits=True
    ),
    "repeated-word": Kind(
        wording_words.repeated_words, placeholders=("match",), local=True, habits=True
    ),
    "numbers": Kind(wording_words.numbers_in_words, placeholders=_MATCH, local=True),
}
