"""Errors of single words and marks: patterns that find a right wording, and what to put there.

Some 380 lines: a third is the table of the patterns, which the errors below share.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.typography_places import Place, holds, is_free, is_plain
from benchmarks.errors.wording import _swapped
from reslint.draft.model import NOTE, OPERATIVE, PREAMBLE
from reslint.facts.draft_text import draft_text
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import View
    from reslint.draft.model import Paragraph

    Tables = dict[str, tuple[tuple[str, str], ...]]

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# For each code, right wordings by language and what replaces each of them.
_REPLACED: dict[str, Tables] = {
    "CITE017": {
        "en": ((r"(?<=[0-9]), (?=[0-9]{1,2}/[0-9]{1,3}(?: of |,| and ))", " "),),
        "fr": ((r"(?<=[0-9]), (?=[0-9]{1,2}/[0-9]{1,3}(?: du |,| et ))", " "),),
        "es": ((r"(?<=[0-9]), (?=[0-9]{1,2}/[0-9]{1,3}(?:, de | y ))", " "),),
        "ru": ((r"(?<= года), (?=[0-9]{1,2}/[0-9]{1,3} от )", " "),),
        "ar": ((r"(?<=[0-9]) و(?=[0-9]{1,2}/[0-9]{1,3} المؤرخ)", " "),),
        "zh": ((r"(?<=号决议)、(?=[0-9]{4}年)", ""),),
    },
    "CITE018": {
        "en": ((r"(?<=[a-z] )resolution(?= [0-9]{1,4}[/ ])", "Resolution"),),
        "fr": ((r"(?<=[a-z] )résolution(?= [0-9]{1,4}[/ ])", "Résolution"),),
        "es": ((r"(?<=[a-z] )resolución(?= [0-9]{1,4}[/ ])", "Resolución"),),
    },
    "CITE019": {
        "en": ((rf"(?<=on )([0-9]{{1,2}}) ({_MONTHS})(?=[ ,;.](?! ?[0-9]))", r"\2 \1"),),
    },
    "LEAD014": {
        "en": (
            (r"(?<=, and )stressing\b", "stresses"),
            (r"(?<=, and )recognizing\b", "recognizes"),
            (r"(?<=, and )noting\b", "notes"),
            (r"(?<=, and )welcoming\b", "welcomes"),
            (r"(?<=, and )emphasizing\b", "emphasizes"),
            (r"(?<=, and )reaffirming\b", "reaffirms"),
        ),
        "fr": (
            (r"(?<=, et )soulignant\b", "souligne"),
            (r"(?<=, et )notant\b", "note"),
            (r"(?<=, et )réaffirmant\b", "réaffirme"),
            (r"(?<=, et )rappelant\b", "rappelle"),
        ),
        "es": (
            (r"(?<=, y )subrayando\b", "subraya"),
            (r"(?<=, y )destacando\b", "destaca"),
            (r"(?<=, y )reconociendo\b", "reconoce"),
            (r"(?<=, y )observando\b", "observa"),
        ),
        "ru": (
            (r"(?<=, и )подчеркивая\b", "подчеркивает"),
            (r"(?<= и )отмечая\b", "отмечает"),
            (r"(?<=, и )признавая\b", "признает"),
        ),
    },
    "TYPO013": {"ar": ((r"(?<=[\u0621-\u064a])/(?=[\u0621-\u064a]+ [0-9]{4})", "/ "),)},
    "TYPO015": {
        "en": ((r"(?<=[a-z], [a-z]{7}) (?=and (?!the|to|its|in|of|for|by)[a-z]{4,}[,;])", ", "),),
    },
    "WORD011": {
        "en": (
            (r"(?<=importance )of ensuring\b", "to ensure"),
            (r"(?<=importance )of strengthening\b", "to strengthen"),
            (r"(?<=importance )of promoting\b", "to promote"),
            (r"(?<=importance )of protecting\b", "to protect"),
            (r"(?<=importance )of addressing\b", "to address"),
            (r"(?<=in )South Sudan\b", "the South Sudan"),
        ),
    },
    "WORD012": {
        "en": ((r"\b(two|three|four|five|six|seven|eight|nine)(?= [a-z]+s\b)", r"\1 (0)"),),
        "fr": ((r"\b(deux|trois|quatre|cinq|six|sept|huit)(?= [a-z]+s\b)", r"\1 (0)"),),
        "es": ((r"\b(dos|tres|cuatro|cinco|seis|siete|ocho)(?= [a-z]+s\b)", r"\1 (0)"),),
    },
    "WORD013": {
        "en": (
            (r"\barticle(?= [0-9]+ of the (?:Convention|Covenant|International Cov))", "Article"),
        ),
        "fr": ((r"\barticle(?= [0-9]+ (?:de la Convention|du Pacte))", "Article"),),
        "es": ((r"\bartículo(?= [0-9]+ (?:de la Convención|del Pacto))", "Artículo"),),
    },
    "WORD014": {
        "en": ((r"\b([0-9][0-9,.]*) (?:United States )?dollars\b", r"$\1"),),
        "fr": ((r"\b([0-9][0-9\s.]*) dollars des États-Unis", r"\1 $"),),
        "es": ((r"\b([0-9][0-9.]*) dólares de los Estados Unidos", r"$\1"),),
        "ru": ((r"\b([0-9][0-9\s]*) долл(?:аров|ара|\.) США", r"$\1"),),
    },
    "WORD015": {
        "en": ((r"\b(\w{2,})(ss|ll|tt|ee)(?=\w{2,})", r"\1\2#"),),
        "fr": ((r"\b(\w{2,})(ss|ll|tt|nn)(?=\w{2,})", r"\1\2#"),),
        "es": ((r"\b(\w{2,})(rr|ll|cc)(?=\w{2,})", r"\1\2#"),),
        "ru": ((r"\b(\w{2,})(нн|сс)(?=\w{2,})", r"\1\2#"),),
    },
    "WORD016": {
        "ru": (
            (r"\bотчет(?=\w{0,2}\b)", "отчёт"),
            (r"\bучет(?=\w{0,2}\b)", "учёт"),
            (r"\bрасчет(?=\w{0,2}\b)", "расчёт"),
        ),
    },
    "WORD017": {
        "fr": (
            (r"(?<= de )lui présenter\b", "présenter à l’Assemblée générale"),
            (r"(?<= de )lui soumettre\b", "soumettre à l’Assemblée générale"),
        ),
    },
    "WORD018": {"en": ((r"(?<=\b[aA]ll )States\b(?! that)", "states"),)},
    "WORD009": {
        "en": (
            (r"\btwo(?= [a-z]+s\b)", "2"),
            (r"\bthree(?= [a-z]+s\b)", "3"),
            (r"(?<= )20(?= [a-z]+s\b)", "twenty"),
            (r"(?<= )12(?= [a-z]+s\b)", "twelve"),
        ),
        "fr": ((r"\bdeux(?= [a-zé]+s\b)", "2"), (r"\btrois(?= [a-zé]+s\b)", "3")),
        "es": ((r"\bdos(?= [a-zé]+s\b)", "2"), (r"\btres(?= [a-zé]+s\b)", "3")),
    },
}
_WORDS = {
    "2": ("two", "deux", "dos"),
    "3": ("three", "trois", "tres"),
    "4": ("four", "quatre", "cuatro"),
    "5": ("five", "cinq", "cinco"),
    "6": ("six", "seis"),
    "7": ("seven", "sept", "siete"),
    "8": ("eight", "huit", "ocho"),
    "9": ("nine", "neuf", "nueve"),
}
_NUMBERS = {word: figure for figure, words in _WORDS.items() for word in words}
_REACH = 12  # characters in which the number after a missing mark stands
_REACH_OF_FIGURES = 70  # characters in which other figures excuse one
_WITHOUT_PREAMBLE = ("WORD017",)
_ONLY_PREAMBLE = ("LEAD014",)


def _without_mark(paragraph: Paragraph, start: int, end: int, text: str) -> InjectedError:
    """Take out the mark between two numbers; a finding on the next number counts."""
    edit = Edit(*paragraph.source_span(start, end), text)
    after = paragraph.source_span(end, min(end + _REACH, len(paragraph.text)))
    return InjectedError([edit], [edit, after], paragraph=paragraph.place, restores=False)


def _is_judged(view: View, code: str, paragraph: Paragraph, at: int) -> bool:
    """Whether a rule judges a place: after a word that opens a clause, or beside figures, not."""
    text = paragraph.text
    if code == "LEAD014":
        clause = view.forms.get("later_verbs", {}).get("clause")
        return bool(clause) and re.search(clause, text[:at]) is None
    if code == "WORD017":
        return (
            view.draft.organ == "GA" and re.search(r"\b[Pp]rie\b[^.;:]*\Z", text[:at]) is not None
        )
    if code == "WORD009":
        numbers = view.forms["wording"]["numbers"]
        after = text[at:].split(None, 2)[1:2]
        if after and after[0].strip(".,;:") in numbers["not_before"]:
            return False
        near = text[max(at - _REACH_OF_FIGURES, 0) : at] + text[at + 3 : at + _REACH_OF_FIGURES]
        return not any(each.isdigit() for each in near)
    return True


def _replaced(view: View, code: str) -> Iterator[InjectedError]:
    """Put the wrong wording of a table in place of the right one."""
    for pattern, wrong in _REPLACED[code].get(view.draft.language, ()):
        for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
            if (paragraph.part == OPERATIVE and code in _ONLY_PREAMBLE) or (
                paragraph.part == PREAMBLE and code in _WITHOUT_PREAMBLE
            ):
                continue
            if not holds(view, code, paragraph):
                continue
            for match in re.finditer(pattern, paragraph.text):
                if not is_free(view, paragraph, *match.span()):
                    continue
                text = match.expand(wrong)
                if code == "WORD012":
                    text = text.replace("0", _NUMBERS[match[1]])
                text = text.replace("#", match[2][0]) if code == "WORD015" else text
                if code == "CITE017":
                    yield _without_mark(paragraph, *match.span(), text)
                    continue
                if not _is_judged(view, code, paragraph, match.start()):
                    continue
                yield Place(paragraph, *match.span()).rewritten(text, restores=code != "CITE017")


def _register(code: str) -> None:
    @error_kind(code, "replaced")
    def make(view: View, _: Random) -> Iterator[InjectedError]:
        yield from _replaced(view, code)


for _code in sorted(_REPLACED):
    _register(_code)


@error_kind("WORD010", "expression")
def expression_swapped(view: View, random: Random) -> Iterator[InjectedError]:
    """Put a wrong form of a fixed expression in place of the right one."""
    for place, wrong in _swapped(view, "WORD010", "fixed_expressions", random):
        if place.written[:1].islower() or not place.written[:1].isupper():
            yield place.rewritten(wrong, restores=False)


@error_kind("WORD020", "american")
def american(view: View, random: Random) -> Iterator[InjectedError]:
    """Write a word as in American English, in a text of the Security Council."""
    for place, wrong in _swapped(view, "WORD020", "american", random):
        if place.written.islower():
            yield place.rewritten(wrong, restores=False)


@error_kind("WORD019", "ending")
def other_ending(view: View, _: Random) -> Iterator[InjectedError]:
    """Write one word in -ise where the draft writes -ize."""
    if view.draft.language != "en" or view.draft.organ != "SC":
        return
    words = re.findall(r"\b[a-z]+iz(?:e|ing|ation)\b", draft_text(view.draft).text)
    if len(words) < 3 or re.search(r"[a-z]{3}is(?:ing|ation)\b", draft_text(view.draft).text):
        return
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        for match in re.finditer(r"\b([a-z]{3,}i)z(e|ing|ation)\b", paragraph.text):
            if is_free(view, paragraph, *match.span()):
                yield Place(paragraph, *match.span()).rewritten(f"{match[1]}s{match[2]}")


@error_kind("WORD021", "letters")
def one_word_off(view: View, _: Random) -> Iterator[InjectedError]:
    """Change the last two letters of a word in a phrase that stands six times or more."""
    if view.draft.language not in ("en", "fr"):
        return
    text = draft_text(view.draft).text
    pattern = re.compile(
        r"(?<=\b[a-z]{2} [a-z]{2} )?\b([a-z]+ [a-z]+ )([a-z]{8,})(?= [a-z]+ [a-z]+\b)"
    )
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        for match in pattern.finditer(paragraph.text):
            end = re.compile(r" [a-z]+ [a-z]+").match(paragraph.text, match.end(2))
            if end is None or text.count(match[1] + match[2] + end[0]) < 6:
                continue
            start = match.end(2) - 2
            wrong = "ve" if not match[2].endswith("ve") else "on"
            if match[2][:-2] + wrong in text or not is_free(view, paragraph, *match.span(2)):
                continue
            yield Place(paragraph, start, start + 2).rewritten(wrong)


@error_kind("FORM014", "semicolon")
def semicolon(view: View, _: Random) -> Iterator[InjectedError]:
    """Put a semicolon in place of a comma within a preambular paragraph."""
    if view.draft.language not in ("en", "fr", "es", "ru"):
        return
    joined = {
        "en": r", and (?=(?:recalling|noting|recognizing|stressing|reaffirming|welcoming)\b)",
        "fr": r", et (?=(?:rappelant|notant|soulignant|réaffirmant|constatant)\b)",
        "es": r", y (?=(?:recordando|observando|subrayando|reafirmando|reconociendo)\b)",
        "ru": r", и (?=(?:напоминая|отмечая|подчеркивая|признавая|приветствуя)\b)",
    }[view.draft.language]
    for paragraph in view.draft.part(PREAMBLE):
        if paragraph.children or ";" in paragraph.text:
            continue
        for match in re.finditer(joined, paragraph.text):
            at = match.start()
            if is_free(view, paragraph, at, at + 1):
                wrong = " ;" if view.draft.language == "fr" else ";"
                yield Place(paragraph, at, at + 1).rewritten(wrong, restores=False)


@error_kind("TYPO014", "closing")
def bracket(view: View, _: Random) -> Iterator[InjectedError]:
    """Delete one bracket of a pair."""
    if view.draft.language == "ar":
        return
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        text = paragraph.text
        if paragraph.joints or paragraph.children or text.count("(") != text.count(")"):
            continue
        for match in re.finditer(r"\(([A-Za-zА-Яа-я]{4,}[^()]{3,60})\)", text):
            if is_free(view, paragraph, *match.span()):
                edit = Edit(*paragraph.source_span(match.end() - 1, match.end()), "")
                opened = paragraph.source_span(match.start(), match.start() + 1)
                yield InjectedError([edit], [opened], paragraph=paragraph.place, restores=False)


@error_kind("TYPO016", "placeholder")
def placeholder(view: View, _: Random) -> Iterator[InjectedError]:
    """Put a placeholder in place of a figure."""
    if view.draft.language not in ("en", "fr", "es", "ru"):
        return
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        for match in re.finditer(r"(?<= )[0-9]{1,2}(?= [a-zа-я]{4,})", paragraph.text):
            if is_free(view, paragraph, *match.span()):
                yield Place(paragraph, *match.span()).rewritten("[XX]", restores=False)


@error_kind("TYPO017", "text-to-come")
def text_to_come(view: View, _: Random) -> Iterator[InjectedError]:
    """Put what a snippet leaves in place of the last word."""
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        match = re.search(r"\w+(?=[;,.،؛；，。]\Z)", paragraph.text)
        if match is not None and is_free(view, paragraph, *match.span()):
            yield Place(paragraph, *match.span()).rewritten("[…]", restores=False)


@error_kind("NOTE013", "plain")
def plain_series(view: View, _: Random) -> Iterator[InjectedError]:
    """Take the emphasis off the title of a series in a note."""
    names = re.compile(view.forms.get("notes", {}).get("series", r"Treaty\sSeries"))
    for paragraph in view.draft.part(NOTE):
        for emphasis in paragraph.emphases:
            span = emphasis.start, emphasis.end
            if names.search(paragraph.text[slice(*span)]) is None:
                continue
            if len(paragraph.emphases) != 1 or not is_plain(view, paragraph, *span):
                continue
            edits = [Edit(*emphasis.opening, ""), Edit(*emphasis.closing, "")]
            place = paragraph.source_span(*span)
            yield InjectedError(edits, [place], paragraph=paragraph.place, restores=False)


@error_kind("NAME012", "again")
def introduced_again(view: View, _: Random) -> Iterator[InjectedError]:
    """Introduce an acronym a second time."""
    if view.draft.language not in ("en", "fr", "es", "ru"):
        return
    introduced = re.compile(r"\(([A-Z][A-Z-]{2,9})\)")
    known: dict[str, str] = {}
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        text = paragraph.text
        for acronym, name in known.items():
            at = text.find(f"{name} ")
            if (
                at >= 0
                and f"({acronym})" not in text
                and is_free(view, paragraph, at, at + len(name))
            ):
                end = at + len(name)
                first = paragraph.source_span(at, end)[1]
                edit = Edit(first, first, f" ({acronym})")
                yield InjectedError(
                    [edit],
                    [edit, paragraph.source_span(at, end)],
                    paragraph=paragraph.place,
                    restores=False,
                )
        for match in introduced.finditer(text):
            before = re.search(
                r"((?:[A-Z][\w-]+ (?:of |the |for |and |in )*){2,7})\Z", text[: match.start()]
            )
            if before is not None and match[1] not in known:
                known[match[1]] = before[1].strip()


@error_kind("CITE020", "earlier")
def earlier_session(view: View, _: Random) -> Iterator[InjectedError]:
    """Ask for a report at a session that is over."""
    tables = {
        "en": r"(?<=at its )[a-z-]+(?= session\b)",
        "fr": r"(?<=à sa )[a-z-éèè]+(?= session\b)",
        "es": r"(?<=en su )[a-zé]+(?: [a-zé]+)?(?= período de sesiones)",
        "ru": r"(?<=на своей )[а-я]+(?: [а-я]+)?(?= сессии\b)",
    }
    span = view.draft.masthead.session_span
    asked = view.forms.get("next_session", {}).get("asked")
    if view.draft.language not in tables or span is None or not asked:
        return
    own = span.paragraph.text[span.start : span.end].lower()
    own = f"{own[:-2]}ой" if own.endswith("ая") else own
    past = re.compile(view.forms["next_session"]["past"])
    for paragraph in view.draft.part(OPERATIVE):
        if re.match(asked, paragraph.text) is None:
            continue
        for match in re.finditer(tables[view.draft.language], paragraph.text):
            if past.search(paragraph.text, 0, match.start()) is None and is_free(
                view, paragraph, *match.span()
            ):
                yield Place(paragraph, *match.span()).rewritten(own, restores=False)
