"""Errors in names: wrong forms, mixed forms, acronyms, capitals, letters."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.typography_places import holds, is_free
from benchmarks.errors.view import put
from reslint.draft.model import HEADING, OPERATIVE, PREAMBLE, TITLE
from reslint.names import mentions
from reslint.names.mentions import Mention, mentions_of, table_of
from reslint.text.diagnostics import Edit
from reslint.text.folding import fold_in_place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import View

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 3  # a name of two words is not recognized if one is misspelled
_LEAST_LETTERS = 6


def _mentions(view: View, kind: str, *parts: str) -> Iterator[Mention]:
    """Names mentioned in the draft's own text, without mark-up inside."""
    for mention in mentions_of(view.draft, kind):
        if mention.paragraph.part in (parts or (PREAMBLE, OPERATIVE)):
            if is_free(view, mention.paragraph, mention.start, mention.end):
                yield mention


def _renamed(view: View, mention: Mention, wrong: str, *, restores: bool = True) -> InjectedError:
    """Replace a name: edit only the letters that differ, with the draft's kind of apostrophe."""
    paragraph = mention.paragraph
    written = fold_in_place(mention.written)
    first = 0
    while first < min(len(written), len(wrong)) and written[first] == wrong[first]:
        first += 1
    last = 0
    shorter = min(len(written), len(wrong)) - first
    while last < shorter and written[-1 - last] == wrong[-1 - last]:
        last += 1
    new = wrong[first : len(wrong) - last]
    if "’" in view.text:
        new = new.replace("'", "’")
    # Replaced words no longer show which hyphens and spaces were no-break ones.
    lost = mention.written[first : len(written) - last]
    restores = restores and not any(sign in lost for sign in "\u00a0\u2011")
    restores = restores and not ("-" in lost and "\u2011" in view.text)
    edit = Edit(*paragraph.source_span(mention.start + first, mention.end - last), new)
    place = paragraph.source_span(mention.start, mention.end)
    return InjectedError([edit], [place], paragraph=paragraph.place, restores=restores)


def _others(view: View, kind: str) -> dict[str, list[tuple[str, tuple[str, ...], tuple[str, ...]]]]:
    """By right form: wrong forms (or variants), what may not follow, organs that use them."""
    found: dict[str, list[tuple[str, tuple[str, ...], tuple[str, ...]]]] = {}
    for _entity, _strict, _accepted, others in table_of(view.draft).entries:
        for form, (each, right, not_before, not_in, _safe) in others.items():
            if each == kind:
                found.setdefault(right, []).append((form, not_before, not_in))
    return found


def _replaced(
    view: View, kind: str, random: Random, wanted: Counter[str] | None = None
) -> Iterator[InjectedError]:
    known = _others(view, kind)
    for mention in _mentions(view, mentions.OFFICIAL):
        text = mention.paragraph.text
        choices = [
            form
            for form, not_before, not_in in known.get(fold_in_place(mention.written), ())
            if view.organ(mention.paragraph) not in not_in
            and not text[mention.end :].startswith(not_before)
        ]
        # A variant is only an error if the other form is in the draft too.
        if choices and (wanted is None or wanted[mention.entity] > 1):
            wrong = random.choice(choices)
            # A fix cannot know whether the article before it was shortened.
            bound = text[max(mention.start - 1, 0) : mention.start] in ("'", "’")
            same = wrong[0] == fold_in_place(mention.written)[0]
            yield _renamed(view, mention, wrong, restores=same or not bound)


@error_kind("NAME001", "wrong-form")
def wrong_form(view: View, random: Random) -> Iterator[InjectedError]:
    yield from _replaced(view, mentions.WRONG, random)


@error_kind("NAME002", "second-form")
def second_form(view: View, random: Random) -> Iterator[InjectedError]:
    counted = Counter(mention.entity for mention in _mentions(view, mentions.OFFICIAL))
    yield from _replaced(view, mentions.VARIANT, random, counted)


@error_kind("NAME004", "acronym")
def principal_acronym(view: View, random: Random) -> Iterator[InjectedError]:
    table = table_of(view.draft)
    article: str = table.usage.get("article", "")
    known: dict[str, list[str]] = {}
    for acronym, right in table.principal.items():
        known.setdefault(right.removeprefix(article) if article else right, []).append(acronym)
    for mention in _mentions(view, mentions.OFFICIAL):
        text = mention.paragraph.text
        choices = known.get(fold_in_place(mention.written), ())
        after = text[mention.end : mention.end + 2]
        if not choices or not holds(view, "NAME004", mention.paragraph) or after[:1] in ("-", "‑"):
            continue
        # Before a capital, it may be the beginning of another name (UN Trade …).
        if after[:1].isspace() and after[1:].isupper():
            continue
        acronym = random.choice(choices)
        full = table.principal[acronym] != fold_in_place(mention.written)
        preceded = text[: mention.start].lower().endswith(article or " ")
        yield _renamed(view, mention, acronym, restores=not full or preceded)


@error_kind("NAME006", "capital")
def capital(view: View, random: Random) -> Iterator[InjectedError]:
    """Swap the case of the first letter of one word of a name."""
    table = table_of(view.draft)
    for mention in _mentions(view, mentions.OFFICIAL):
        written = fold_in_place(mention.written)
        number, end = table.at(
            fold_in_place(mention.paragraph.text), mention.start, _first_word(written)
        )
        if number < 0 or end != mention.end:
            continue
        _entity, strict, accepted, others = table.entries[number]
        words = [
            match for match in list(_WORD.finditer(written))[1:] if len(match[0]) >= _LEAST_LETTERS
        ]
        if not strict or not words or written not in accepted:
            continue
        at = random.choice(words).start()
        wrong = written[:at] + written[at].swapcase() + written[at + 1 :]
        if wrong not in accepted and wrong not in others:
            yield _renamed(view, mention, wrong)


def _first_word(text: str) -> str:
    match = re.match(r"\w+", text)
    return match[0] if match else text


@error_kind("NAME007", "foreign")
def foreign(view: View, _: Random) -> Iterator[InjectedError]:
    known = {own: acronym for acronym, own in table_of(view.draft).foreign.items()}
    for mention in _mentions(view, mentions.ACRONYM):
        wrong = known.get(mention.written)
        if wrong:
            yield _renamed(view, mention, wrong)


@error_kind("NAME009", "in-title")
def in_title(view: View, _: Random) -> Iterator[InjectedError]:
    table = table_of(view.draft)
    allowed = table.usage.get("in_titles", [])
    acronyms: dict[str, str] = {}
    for acronym, entity in table.acronyms.items():
        acronyms.setdefault(table.full_names.get(entity, ""), acronym)
    for acronym, right in table.principal.items():
        acronyms.setdefault(right, acronym)
    for mention in _mentions(view, mentions.OFFICIAL, TITLE):
        short = acronyms.get(fold_in_place(mention.written))
        if short and short not in allowed and "-" not in short and short in table.tokens:
            # If the acronym follows in parentheses, it would be there twice.
            if not mention.paragraph.text[mention.end :].lstrip().startswith("("):
                yield _renamed(view, mention, short)


@error_kind("NAME010", "letter")
def letter(view: View, random: Random) -> Iterator[InjectedError]:
    """Drop or double a letter, or swap it with the next, in a word of a long name."""
    table = table_of(view.draft)
    for mention in _mentions(view, mentions.OFFICIAL, PREAMBLE, OPERATIVE, HEADING):
        written = fold_in_place(mention.written)
        words = [m for m in _WORD.finditer(written) if len(m[0]) >= _LEAST_LETTERS]
        if len(written.split(" ")) < _LEAST_WORDS or not words:
            continue
        word = random.choice(words)
        at = random.randrange(word.start() + 1, word.end() - 2)
        one, two = written[at], written[at + 1]
        if one == two:
            continue
        new = random.choice(("", one + one, two + one))
        wrong = written[:at] + new + written[at + (2 if new == two + one else 1) :]
        changed = wrong[word.start() :].split(" ")[0]
        # A word of another name may be intended.
        if changed.lower() not in table.words:
            yield _renamed(view, mention, wrong)


# Acronyms and short forms -----------------------------------------------------------------------


def _acronym_of(view: View, mention: Mention) -> str:
    """The acronym of a name, if a draft must introduce it; "" if there is none."""
    table = table_of(view.draft)
    known = {*table.usage.get("well_known", ()), *table.principal}
    for acronym, entity in table.acronyms.items():
        if entity == mention.entity and acronym not in known:
            if acronym.partition("-")[0] not in known and acronym not in view.text:
                return acronym
    return ""


@error_kind("NAME003", "never-introduced")
def never_introduced(view: View, _: Random) -> Iterator[InjectedError]:
    for mention in _mentions(view, mentions.OFFICIAL):
        acronym = _acronym_of(view, mention)
        if acronym and mention.paragraph.text[: mention.start].strip():
            yield _renamed(view, mention, acronym)


@error_kind("NAME008", "for-nothing")
def introduced_for_nothing(view: View, _: Random) -> Iterator[InjectedError]:
    for mention in _mentions(view, mentions.OFFICIAL):
        acronym = _acronym_of(view, mention)
        if acronym and not mention.paragraph.text[mention.end :].lstrip().startswith("("):
            edit = put(mention.paragraph.plain.source_end(mention.end), f" ({acronym})")
            yield InjectedError([edit], [edit], paragraph=mention.paragraph.place)
