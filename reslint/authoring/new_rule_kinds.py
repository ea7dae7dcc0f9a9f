"""The kinds of rule offered to a new author, and the answers from which a rule is made."""

from __future__ import annotations

from typing import NamedTuple

MOST_CHARACTERS = 300
"""Characters a phrase of a rule may have."""


class OfferedKind(NamedTuple):
    """A kind of check that a new rule may have; `about` describes it.

    `words` and `write` are the questions for what it needs ("" for none). `messages` are in English
    and French; so are `titles`, those of the fix (empty for none).
    """

    check: str
    about: str
    words: str
    write: str
    messages: tuple[str, str]
    titles: tuple[str, str] | tuple[()] = ()


KINDS = {
    "substitution": OfferedKind(
        "text.substitution",
        "one wording to be written instead of another",
        "The words to avoid",
        "What to write instead",
        ("Write “{replacement}”, not “{match}”.", "Écrire « {replacement} » et non « {match} »."),
        ("Write “{replacement}”", "Écrire « {replacement} »"),
    ),
    "forbidden": OfferedKind(
        "text.forbidden",
        "words that must not be in a draft",
        "The words that must not be there",
        "",
        (
            "“{match}” does not belong in a draft.",
            "« {match} » n’a pas sa place dans un projet.",
        ),
    ),
    "consistency": OfferedKind(
        "text.consistency",
        "several forms of the same thing, of which a draft may use only one",
        "One of the forms",
        "",
        (
            "The draft has “{match}” here and “{replacement}” elsewhere.",
            "Le projet donne « {match} » ici et « {replacement} » ailleurs.",
        ),
        ("Write “{replacement}”", "Écrire « {replacement} »"),
    ),
    "capitalization": OfferedKind(
        "text.capitalization",
        "words that are written with capitals",
        "The words, with their capitals",
        "",
        ("Write “{replacement}”.", "Écrire « {replacement} »."),
        ("Write “{replacement}”", "Écrire « {replacement} »"),
    ),
    "required": OfferedKind(
        "text.required",
        "words of which one must be in the operative part",
        "The words",
        "",
        (
            "The operative part must contain “{required}”.",
            "Le dispositif doit contenir « {required} ».",
        ),
    ),
    "sequence": OfferedKind(
        "text.sequence",
        "words that need others before them, such as the full name of an acronym",
        "The words, such as an acronym",
        "What must come before them",
        (
            "“{match}” is used before “{needed}”: write that first.",
            "« {match} » est employé avant « {needed} » : écrire d’abord celui-ci.",
        ),
    ),
    "length": OfferedKind(
        "text.length",
        "paragraphs that are too long",
        "",
        "",
        (
            "This paragraph is too long ({length}; the limit is {limit}).",
            "Cet alinéa est trop long ({length} ; la limite est de {limit}).",
        ),
    ),
    "position": OfferedKind(
        "text.position",
        "words that, if there are any, must be in the last operative paragraph",
        "The words",
        "",
        (
            "Put the paragraph with “{match}” last.",
            "Mettre à la fin le paragraphe où figure « {match} ».",
        ),
    ),
    "count": OfferedKind(
        "text.count",
        "words that a draft may have only so many times",
        "The words",
        "",
        (
            "“{match}” is one too many: the limit is {limit}, there are {count}.",
            "« {match} » est de trop : la limite est de {limit}, il y en a {count}.",
        ),
    ),
    "pattern": OfferedKind(
        "text.pattern",
        "a pattern (a regular expression), for what no other kind can do",
        "The pattern",
        "",
        ("Check “{match}”.", "Vérifier « {match} »."),
        ("Write “{replacement}”", "Écrire « {replacement} »"),
    ),
}
"""The kinds by their short names, in the order in which they are offered."""
FIRST_NEEDS_TWO = "consistency"


class NoRule(ValueError):
    """Raised for answers that make no rule; the message says what is wrong with them."""


class Answers(NamedTuple):
    """The answers from which a rule is made: see the options of `reslint new-rule`.

    `words` and `write` answer the questions of the kind, `most` is the limit of a length; `bad` is
    a sentence of the author, "" for one from the frame; `source` is a title, "" for none.
    """

    kind: str
    code: str
    name: str
    language: str
    words: tuple[str, ...] = ()
    write: str = ""
    most: int = 0
    severity: str = "warning"
    why: str = ""
    source: str = ""
    bad: str = ""


def check_phrase(text: str) -> str:
    """Return what is wrong with a text for a rule, "" for nothing."""
    if not text.strip():
        return "it is empty"
    if len(text) > MOST_CHARACTERS:
        return f"it has more than {MOST_CHARACTERS} characters"
    if not all(character.isprintable() or character == "\u00a0" for character in text):
        return "it must be one line of plain text"
    return ""


def refuse_wrong(answers: Answers) -> None:
    """Raise NoRule for answers that the kind cannot use."""
    kind = KINDS[answers.kind]
    given = (*answers.words, answers.write, answers.why, answers.source, answers.bad)
    for text in filter(None, given):
        wrong = check_phrase(text) if text not in (answers.why, answers.bad) else ""
        if wrong or "\n" in text:
            raise NoRule(f"“{' '.join(text[:60].split())}”: {wrong or 'it must be one line'}")
    if kind.words and not answers.words:
        raise NoRule(f"{kind.words}: none are given")
    if kind.write and not answers.write:
        raise NoRule(f"{kind.write}: it is not given")
    if answers.kind == FIRST_NEEDS_TWO and len(answers.words) < 2:
        raise NoRule("two forms at least are needed, or there is no choice to be made")
    if answers.kind == "capitalization" and answers.words[0] == answers.words[0].lower():
        raise NoRule(f"“{answers.words[0]}” has no capital: write it as it is to be written")
    if answers.kind == "length" and answers.most < 1:
        raise NoRule("the greatest length is not given")
    if answers.kind == "count" and answers.most < 1:
        raise NoRule("how many times at most is not given")
