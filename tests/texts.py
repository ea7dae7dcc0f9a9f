"""A draft without errors, the same with two, and a house rule: what many tests check."""

from __future__ import annotations

DRAFT = """*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015 on the orchards,

1. *Requests* the Secretary-General to report on the orchards;

2. *Decides* to remain seized of the matter.
"""

FAULTY = DRAFT.replace("*Recalling*", "Recalling").replace("matter.", "matter")
"""The draft with LEAD002 in line 3 and FORM004 at its end; the safe fixes give `DRAFT`."""

RULE = """code: HOUSE001
name: orchards
check: text.pattern
languages: all
organs: all
severity: warning
profile: standard
fix: safe
fix_title: {en: 'write "{replacement}"', fr: 'écrire « {replacement} »'}
parameters: {pattern: orchards, replacement: gardens}
message: {en: 'Not "{match}".', fr: 'Pas « {match} ».'}
why: We grow no fruit.
examples:
  - language: en
    in: preamble
    bad: '*Recalling* the orchards,'
    at: orchards
    good: '*Recalling* the gardens,'
"""

PLACES_OF_ORCHARDS = [(3, 61), (5, 54)]
"""Line and column of every finding of the rule in the draft."""


def house_rule(word: str) -> str:
    """Return a file with a house rule HOUSE001 that finds a word in operative paragraphs."""
    return f"""
rules:
  - code: HOUSE001
    name: no-{word}
    check: text.forbidden
    severity: warning
    parameters: {{words: [{word}]}}
    message: {{en: "Write another word.", fr: "Écrire un autre mot."}}
    why: An office has its words.
    examples:
      - {{language: en, in: operative, bad: "1. *Decides* to go by {word}.", at: {word}}}
      - {{language: en, in: operative, good: "1. *Decides* to go."}}
"""
