"""Numbers: the marks of their thousands and of their decimals."""

from __future__ import annotations

import re

from reslint.checks.selection import replace
from reslint.checks.typography_numbers import numbers, typography_forms
from reslint.data.patterns import expression
from reslint.draft.model import NOTE
from reslint.facts.draft_text import RUNNING, draft_text, reportable_span, word_after, word_before
from reslint.facts.typing_style import NO_BREAK, own_space, types_no_break
from reslint.text.folding import SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft
    from reslint.text.diagnostics import Finding


# Four figures that may be a year or the number of a Security Council resolution.
_FIRST_YEAR, _LAST_YEAR = "1500", "2999"
# Two sets compile ten times faster than one of more than two ranges beyond Latin-1.
_MAY_COUNT = expression(r"[0-9](?<![-\w./,:#][0-9])(?<![–\u2011][0-9])[0-9.,]+")
"""Figures that may count things: whatever stands before them but what names or goes on a number."""


def separators(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A number of thousands without its mark or with a wrong one, a wrong decimal mark."""
    forms = typography_forms(draft).get("numbers")
    if not forms:
        return
    mark: str = forms["thousands"]
    if forms.get("unspaced"):
        yield from _unspaced(draft, forms)
        return
    if not _any_suspect(draft, mark, forms["decimal"], forms["counted"]):
        return
    text = draft_text(draft).text
    # There a number of four figures alone mostly stands for a resolution.
    bare_four = draft.organ in forms.get("bare_four", ())
    for start, end in numbers(draft):
        if end - start < 3:
            continue
        written = text[start:end]
        if written.isdigit():
            if len(written) < 4:
                continue
            if len(written) == 4 and (bare_four or _FIRST_YEAR <= written <= _LAST_YEAR):
                if word_after(text, end) not in forms["counted"]:
                    continue
            if written[0] == "0" or not _is_quantity(text, start, end, forms):
                continue
            digits = written
        else:
            match = re.fullmatch(rf"([1-9][0-9]{{0,2}})((?:[.,{SPACES}])[0-9]{{3}})+", written)
            if match is None or _right_marks(written, mark):
                yield from _decimal(draft, start, end, forms)
                continue
            if (
                not _is_quantity(text, start, end, forms)
                or len(set(re.findall(r"\D", written))) > 1
            ):
                continue
            digits = re.sub(r"\D", "", written)
        right = _grouped(digits, _mark(draft, mark))
        yield from _number(draft, start, end, right, "thousands")


def _unspaced(draft: Draft, forms: dict[str, Any]) -> Iterator[Finding]:
    """Numbers in a text without spaces between words: what they count stands right after them."""
    text = draft_text(draft).text
    # What may not stand before a number is looked for behind its first figure: so the search leaps
    # from figure to figure.
    before = rf"(?<![0-9A-Za-z.,/{SPACES[1:]}–-][0-9])(?<![0-9] [0-9])"
    rest, point = r"[0-9]{0,2}", re.escape(forms["decimal"])
    # A decimal mark parts thousands where it stands twice, or where what is counted has no parts.
    thousands = (
        rf"[1-9]{before}(?:(?:{rest}(?:,[0-9]{{3}})+|[0-9]{{3,}}"
        rf"|{rest}(?:{point}[0-9]{{3}}){{2,}})(?={forms['units']})"
        rf"|{rest}{point}[0-9]{{3}}(?={forms['counted']}))"
    )
    free = draft.organ in forms.get("comma_of", ())
    for match in re.finditer(thousands, text):
        if free and "," in match[0]:
            continue
        right = _grouped(re.sub(r"\D", "", match[0]), _mark(draft, forms["thousands"]))
        yield from _number(draft, *match.span(), right, "thousands")
    decimals = rf"[0-9]{before}{rest},[0-9]{{1,2}}(?={forms['percent']})"
    for match in re.finditer(decimals, text):
        right = match[0].replace(forms["wrong_decimal"], forms["decimal"])
        yield from _number(draft, *match.span(), right, "decimal")


def _any_suspect(draft: Draft, mark: str, decimal: str, counted: list[str]) -> bool:
    """Whether any number of the draft might be written wrongly: most drafts have none."""
    text = draft_text(draft)
    three_figures = False
    for figures in _MAY_COUNT.findall(text.odd):
        number = figures.rstrip(".,")
        if len(number) < 3:
            continue
        if number.isdecimal():
            if len(number) > 4 or (len(number) == 4 and not _FIRST_YEAR <= number <= _LAST_YEAR):
                return True
            three_figures = three_figures or len(number) == 3
        elif not re.fullmatch(rf"[0-9]{{1,3}}(?:{re.escape(mark)}[0-9]{{3}})*", number):
            whole, _, rest = number.partition(decimal)
            if not (whole.isdecimal() and rest.isdecimal() and len(rest) != 3):
                return True
    # Three figures may end a number that a space parts.
    if three_figures and mark != " " and re.search("[0-9] [0-9]{3}(?![0-9])", text.folded):
        return True
    return any(
        text.folded[at - 5 : at - 1].isdecimal()
        for word in text.words.intersection(counted)
        for at in text.occurrences(word)
    )


def _right_marks(written: str, mark: str) -> bool:
    return all(each in (SPACES if mark == " " else mark) for each in written if not each.isdigit())


def _mark(draft: Draft, mark: str) -> str:
    """The mark of thousands as the draft types it: no-break where it types such spaces."""
    if mark == " ":
        own = own_space(draft)
        return NO_BREAK if own == " " and types_no_break(draft) else own
    return mark


def _grouped(digits: str, mark: str) -> str:
    head = len(digits) % 3 or 3
    return mark.join([digits[:head], *(digits[i : i + 3] for i in range(head, len(digits), 3))])


def _is_quantity(text: str, start: int, end: int, forms: dict[str, Any]) -> bool:
    """Whether a number counts things: nothing that numbers come after, a word in small letters."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or (before in "./-–\u2011:_#,°" and before):
        return False
    if end - start > 4 and text[start:end].isdecimal():
        # So many figures count or name something; a name (ISO 27001, New York 10017) has a capital.
        word = text[max(start - 40, 0) : start].rpartition("\n")[2].split()[-1:]
        named = bool(word) and word[0][:1].isupper()
        return (
            not after.isalnum()
            and after not in "/-"
            and not (named or _is_numbered(text, start, forms))
        )
    if after not in SPACES or not after:
        return False
    follows = word_after(text, end)
    if not follows[:1].isalpha() or not follows[:1].islower() or follows in forms["no_units"]:
        return False
    return not _is_numbered(text, start, forms)


def _is_numbered(text: str, start: int, forms: dict[str, Any]) -> bool:
    """Whether a word such as `No.` or `resolutions` stands before the number or its list."""
    for _ in range(8):
        word = word_before(text, start)
        if word in forms["numbered"]:
            return True
        # A list of numbers: look at what stands before the one before.
        if word in forms["joints"] or word[:1].isdigit() or word[:1] == "(":
            start = text.rfind(word, 0, start)
            if start <= 0:
                return False
            continue
        return False
    return False


def _decimal(draft: Draft, start: int, end: int, forms: dict[str, Any]) -> Iterator[Finding]:
    text = draft_text(draft).text
    written = text[start:end]
    wrong: str = forms["wrong_decimal"]
    whole, mark, rest = written.partition(wrong)
    if not mark or not (whole.isdigit() and rest.isdigit() and len(rest) < 3):
        return
    before = text[start - 1 : start]
    if before.isalnum() or (before and before in "./-–:_#,"):
        return
    follows = word_after(text, end)
    if follows.lower() in forms["units"] and not _is_numbered(text, start, forms):
        yield from _number(draft, start, end, f"{whole}{forms['decimal']}{rest}", "decimal")


def _number(draft: Draft, start: int, end: int, right: str, variant: str) -> Iterator[Finding]:
    found = reportable_span(draft, start, end, RUNNING - {NOTE})
    if found is None:
        return
    paragraph, first, last = found
    yield paragraph.finding(
        first,
        last,
        {"written": paragraph.text[first:last], "right": right},
        replace(draft, paragraph, first, last, right),
        variant=variant,
    )
