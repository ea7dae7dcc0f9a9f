"""Document symbols: in running text where a number belongs, and how they are written."""

from __future__ import annotations

import re

from reslint.citations.finder import citations
from reslint.citations.organs import mentions
from reslint.data.patterns import expression
from reslint.facts.capitals import folded_text
from reslint.facts.exempt_zones import is_quoted
from reslint.language.symbols import organs, resolution_mark
from reslint.text.diagnostics import Edit, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.citations.grammar import Grammar
    from reslint.draft.model import Draft, Paragraph


_COUNCIL = "SC"
_BEGINS = r"(?<![A-Za-z0-9_/])(?P<organ>"
_RESOLUTION = (
    r"(?P<number>(?:E?S-)?[0-9]{1,4}/[0-9]{1,4}(?:\s[A-Z]\b)?"
    r"|(?P<council>[0-9]{1,4})(?P<letter>\s?[A-Z])?\s?\((?P<inside>[0-9]{4}|(?:E?S-)?[IVXLC]+)\)"
    r"|(?P<bare>[0-9]{3,4})(?![-/.0-9A-Za-z]|\s?\())"
)
# The symbol of another document after the word resolution: its numbers are the resolution's.
_DOCUMENT = r"(?P<number>(?:E?S-)?[0-9]{1,4}/[0-9]{1,4})(?![/0-9A-Za-z]|\.[0-9A-Za-z])"

# Compiled when first needed (re keeps them): most drafts need none.
_COMPONENT = r"[A-Z0-9][A-Za-z0-9.]*(?:-[A-Z0-9][A-Za-z0-9.]*)?"
_SPACED = (
    rf"(?<![A-Za-z0-9_/])[A-Z]{{1,7}}(?:/{_COMPONENT})*"
    rf"(?:\s+/\s*|/\s+){_COMPONENT}(?:\s*/\s*{_COMPONENT})*"
)
_SYMBOL = r"[A-Z]{1,7}(?:/[A-Za-z0-9.()]*[A-Za-z0-9)])+"
_DOUBLE = (
    rf"(?<![A-Za-z0-9_/])(?P<one>{_SYMBOL})"
    rf"(?P<joint>\s+[-‑‐–—]\s*|[-‑‐]\s+|[–—]\s*)(?P<two>{_SYMBOL})"
)
_JOINTS = (" -", "- ", "–", "—")  # one is in each wrong pair
_JOINT = 12  # characters of what joins the name of an organ to the word (` de la`)
_BEFORE = 40  # characters in which the word may stand before a symbol


def instead_of_number(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """The symbol of a resolution where its number belongs."""
    found = citations(draft)
    grammar = found.grammar
    if grammar is None:
        return
    mark = resolution_mark()
    roots = [f"{root}/" for root in organs()]
    for paragraph in found.paragraphs:
        text = paragraph.text
        if "/" not in text or not any(map(text.__contains__, roots)):
            continue
        matches = [*_pattern(mark, _RESOLUTION).finditer(text)] if mark in text else []
        matches += [
            document
            for document in _pattern("/", _DOCUMENT).finditer(text)
            if _follows_word(grammar, paragraph, document.start())
            and not grammar.pattern("draft_follows").match(text, document.end())
        ]
        for match in matches:
            if is_quoted(paragraph, draft, match.start()):
                continue
            if organs()[match["organ"]] == _COUNCIL and "council" not in match.groupdict():
                # Its resolutions have no session: the number is that of a document.
                values = {"symbol": match[0], "number": ""}
                yield paragraph.finding(*match.span(), values, variant="document")
                continue
            number = _number(draft, match, grammar.forms.get("year_gap", " "))
            if not number:
                continue
            organ = organs()[match["organ"]]
            values = {"symbol": match[0], "number": number}
            edits = _name(draft, grammar, paragraph, match, organ, number)
            yield paragraph.finding(
                *match.span(), values, edits, variant=None if edits else "no-word"
            )


def _pattern(mark: str, number: str) -> re.Pattern[str]:
    """The symbols of any organ with this mark before a number; `re` keeps them."""
    return expression(f"{_BEGINS}{'|'.join(organs())}){mark}{number}")


def _number(draft: Draft, match: re.Match[str], gap: str) -> str:
    found = match.groupdict()
    if found.get("bare"):
        # The year of a Council resolution is known by its number alone.
        year = (
            draft.registry.council_year(int(found["bare"]))
            if organs()[found["organ"]] == _COUNCIL
            else 0
        )
        return f"{found['bare']}{gap}({year})" if year else ""
    if not found.get("council"):
        return match["number"]
    letter = (match["letter"] or "").strip()
    # The space before the parenthesis stays as it is typed, if there is one.
    before = match[0][: match[0].index("(")][-1]
    space = gap if before.strip() else before
    letters = f"{space or ' '}{letter}" if letter else ""
    return f"{match['council']}{letters}{space}({match['inside']})"


def _name(
    draft: Draft,
    grammar: Grammar,
    paragraph: Paragraph,
    match: re.Match[str],
    organ: str,
    number: str,
) -> tuple[Edit, ...]:
    """Edits that write the number, and the organ where nobody else names it."""
    text = paragraph.text
    word = _word_before(grammar, text, match.start())
    if word is None:
        follows = _follows_word(grammar, paragraph, match.start())
        return (paragraph.edit(*match.span(), number),) if follows else ()
    speaker = paragraph.resolution.organ if paragraph.resolution else draft.organ
    near = (mention.organ for mention in mentions(paragraph, grammar) if mention.start < word[0])
    following = grammar.pattern("after").match(text, match.end())
    if organ in (speaker, _COUNCIL) or following is not None or any(near):
        return (paragraph.edit(*match.span(), number),)
    name = grammar.names.get(organ)
    template: str = grammar.forms.get("named", "")
    if not name or not template:
        return (paragraph.edit(*match.span(), number),)
    if "’" in draft.source.text:
        name = name.replace("'", "’")
    start = paragraph.source_span(*word)[0]
    if template.startswith("{organ}"):
        gap = template.removeprefix("{organ}").partition("{")[0]
        return (Edit(start, start, f"{name}{gap}"), paragraph.edit(*match.span(), number))
    if template.index("{organ}") < template.index("{number}"):
        return (
            paragraph.edit(*match.span(), number),
        )  # between the two: the word before it would change, too
    return (paragraph.edit(*match.span(), f"{number} {name}"),)


def _follows_word(grammar: Grammar, paragraph: Paragraph, place: int) -> bool:
    """Whether the word resolution stands before a place, at most the name of its organ between.

    Draft resolutions are left out: they have no number.
    """
    text = paragraph.text
    word = _word_before(grammar, text, place)
    if word is not None:
        return not _is_draft(grammar, text, word[0])
    for mention in mentions(paragraph, grammar):
        if mention.end <= place and not text[mention.end : place].strip():
            start = mention.start
            if "after" in grammar.forms:
                of = grammar.pattern("after")
                joints = range(max(start - _JOINT, 0), start)
                found = (of.match(text, at) for at in joints)
                start = next((of.start() for of in found if of and of.end() == start), start)
            word = _word_before(grammar, text, start)
            return word is not None and not _is_draft(grammar, text, word[0])
    return False


def _is_draft(grammar: Grammar, text: str, word: int) -> bool:
    """Whether the word resolution at a place belongs to a draft: draft resolution S/2021/91."""
    return grammar.pattern("draft").search(text, max(word - _BEFORE, 0), word) is not None


def _word_before(grammar: Grammar, text: str, place: int) -> tuple[int, int] | None:
    """The plain span of the word resolution right before a place, or before it in its list."""
    for _, literal, pattern in grammar.words:
        at = text.rfind(literal, max(place - _BEFORE, 0), place)
        match = pattern.match(text, at) if at >= 0 else None
        if match is None or text[match.end() : place].strip():
            continue
        start = at
        while start and text[start - 1].isalpha() and not grammar.forms.get("unspaced"):
            start -= 1
        return start, match.end()
    return None


def form(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Symbols with spaces inside, double ones joined by anything but a hyphen."""
    bodies = frozenset(rule.parameters["bodies"])
    for paragraph in citations(draft).paragraphs:
        text = paragraph.text
        if "/" not in text:
            continue
        # Two symbols have an oblique each, and more than a hyphen between them.
        double = text.count("/") > 1 and any(map(folded_text(paragraph).__contains__, _JOINTS))
        for match in expression(_DOUBLE).finditer(text) if double else ():
            if _is_body(match["one"], bodies) and _is_body(match["two"], bodies):
                values = {"written": match[0], "right": f"{match['one']}-{match['two']}"}
                yield paragraph.finding(
                    *match.span(),
                    values,
                    (paragraph.edit(*match.span("joint"), "-"),),
                    variant="double",
                )
        folded = folded_text(paragraph)
        if "/ " not in folded and " /" not in folded:
            continue
        for match in expression(_SPACED).finditer(text):
            written = match[0]
            right = re.sub(r"\s*/\s*", "/", written)
            parts = right.split("/")
            if len(parts) < 3 or not _is_body(right, bodies) or not any(map(_counts, parts)):
                continue
            if any(part in bodies for part in parts[1:] if len(part) == 1):
                continue  # two symbols, an oblique between them
            edits = tuple(
                paragraph.edit(match.start() + at.start(), match.start() + at.end(), "")
                for at in re.finditer(r"\s+", written)
            )
            values = {"written": written, "right": right}
            yield paragraph.finding(*match.span(), values, edits)


def _is_body(symbol: str, bodies: frozenset[str]) -> bool:
    return symbol.split("/", 1)[0] in bodies


def _counts(part: str) -> bool:
    return any(character.isdigit() for character in part)
