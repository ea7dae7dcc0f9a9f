"""Complete resolutions by number, cited as the draft cites: with date, with organ if needed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reslint.citations.dates import write_date
from reslint.citations.document_site import address, symbol_of_key
from reslint.citations.finder import citations
from reslint.data.patterns import expression
from reslint.editor import RESOLUTION, Completion
from reslint.editor.wording import wording
from reslint.rulebook.page import escaped, link
from reslint.text.diagnostics import Edit
from reslint.text.folding import SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.citations.grammar import Grammar
    from reslint.data.registry import Entry, Registry
    from reslint.draft.model import Draft


ORGANS = ("GA", "SC", "ECOSOC", "HRC")
_REACH = 200
_MOST = 101
_SAMPLES = ("999/999", "9999 (1999)")
# A number being typed: `70/`, `70/1`, `1325 (`, `S-18/`; a bare number only after the word.
_NUMBER = expression(
    r"(?<![0-9A-Za-z/.,\-])(?P<number>(?:E?S-)?[0-9]{1,4}(?:/[0-9]{0,4}|\s?[(（][0-9]{0,4})?)\Z"
)
_YEARS = expression(r"(?:19|20)[0-9]{2}/")
_SYMBOL = expression(r"(?<![A-Za-z0-9/])(?P<symbol>[AES](?:/[A-Z0-9.]*)+(?:\s?[(（][0-9]{0,4})?)\Z")
_WORD_REACH = 16
_SPACES = expression(r"\s+\Z")


@dataclass(frozen=True, slots=True)
class _Typed:
    """A number as typed so far, and the word and organ before it."""

    number: str
    start: int  # source offset of the number
    word: int  # source offset of the word (`resolution`, `第`) before it, -1 for none
    organ: str  # named before the word or meant by `its`, "" for none


def resolution_completions(draft: Draft, offset: int, language: str) -> list[Completion]:
    """Return the resolutions whose number begins with what is typed before the cursor."""
    grammar = citations(draft).grammar
    if grammar is None:
        return []
    typed = _typed_at(draft, grammar, offset)
    if typed is None:
        return _by_symbol(draft, offset)
    found = []
    for organ in _organs(draft, typed):
        prefix = re.sub(r"\s?[(（]", " (", typed.number)
        found += [
            _item(draft, grammar, typed, organ, number, entry, offset, language)
            for number, entry in draft.registry.starting(organ, prefix, _MOST)
        ]
    return found


def _by_symbol(draft: Draft, offset: int) -> list[Completion]:
    """Return the resolutions whose symbol begins with what is typed: `A/RES/70/`."""
    source = draft.source
    line_start = source.line_span(source.position(offset)[0])[0]
    match = _SYMBOL.search(source.text[max(line_start, offset - _REACH) : offset])
    if match is None:
        return []
    typed = re.sub(r"\s?[(（]", " (", match["symbol"])
    grammar = citations(draft).grammar
    found = []
    for organ in ORGANS:
        # The symbol of a number that no resolution has shows what stands before the number.
        for sample in _SAMPLES:
            before = symbol_of_key(organ, sample).partition(sample.partition(" ")[0])[0]
            if before and typed.startswith(before) and len(typed) > len(before):
                for number, entry in draft.registry.starting(organ, typed[len(before) :], _MOST):
                    symbol = symbol_of_key(organ, number)
                    date = write_date(grammar, entry.date) if grammar is not None else ""
                    title = entry.title(draft.language) or entry.title("en")
                    found.append(
                        Completion(
                            RESOLUTION,
                            label=symbol,
                            text=symbol,
                            span=(offset - len(match["symbol"]), offset),
                            filter=symbol,
                            detail="; ".join(filter(None, (date, title))),
                            resolution=(organ, number),
                        )
                    )
                break
    return found


def documentation(registry: Registry, organ: str, number: str, language: str) -> str:
    """Describe a resolution in Markdown: its title in a language, its link."""
    entry = registry.find(organ, number)
    title = entry.title(language) or entry.title("en") if entry is not None else ""
    symbol = symbol_of_key(organ, number)
    parts = [escaped(title)] if title else []
    if symbol:
        parts.append(link(symbol, address(symbol, language)))
    return "\n\n".join(parts)


def _typed_at(draft: Draft, grammar: Grammar, offset: int) -> _Typed | None:
    source = draft.source
    line_start = source.line_span(source.position(offset)[0])[0]
    first = max(line_start, offset - _REACH)
    written = source.text[first:offset]
    match = _NUMBER.search(written)
    if match is None:
        return None
    number = match["number"]
    before = written[: match.start()]
    line_end = source.line_span(source.position(offset)[0])[1]
    word = _word_before(grammar, source.text[first:line_end], match.start())
    if word < 0 and ("/" not in number or _YEARS.match(number)):
        return None  # `2024/2` may begin 2024/2025
    if len(number) < 2:
        return None  # one digit begins thousands of numbers
    organ = _organ_before(draft, grammar, before[:word]) if word >= 0 else ""
    return _Typed(number, first + match.start(), first + word if word >= 0 else -1, organ)


def _word_before(grammar: Grammar, line: str, number: int) -> int:
    """Return where the word for a resolution right before a number begins, -1 for none."""
    end = len(_SPACES.sub("", line[:number]))
    if "unspaced" in grammar.forms:
        # The word after the number (决议), which decides what 第 means, is not typed yet.
        return end - 1 if grammar.pattern("plural").fullmatch(line, max(end - 1, 0), end) else -1
    for kind, _, pattern in grammar.words:
        if kind != "resolution":
            continue
        for match in pattern.finditer(line, max(0, end - _WORD_REACH)):
            if end <= match.end() <= number:
                start = match.start()
                while start and line[start - 1].isalpha():
                    start -= 1
                return start
    return -1


def _organ_before(draft: Draft, grammar: Grammar, before: str) -> str:
    """Return the organ named right before the word, or meant by `its`; "" for none."""
    if grammar.pattern("own").search(before):
        return draft.organ
    text = before.rstrip(SPACES + "*_")
    for match in grammar.pattern("bodies").finditer(text):
        if match.end() == len(text) and match.lastgroup in ORGANS:
            return str(match.lastgroup)
    return ""


def _organs(draft: Draft, typed: _Typed) -> Iterator[str]:
    if typed.organ in ORGANS:
        yield typed.organ
        return
    yield from sorted(ORGANS, key=lambda organ: organ != draft.organ)


def _item(
    draft: Draft,
    grammar: Grammar,
    typed: _Typed,
    organ: str,
    key: str,
    entry: Entry,
    offset: int,
    language: str,
) -> Completion:
    number = key.replace(" (", grammar.forms.get("year_gap", " ") + "(")
    date = write_date(grammar, entry.date)
    title = entry.title(draft.language) or entry.title("en")
    again = _is_cited(draft, organ, key)
    dated = "" if again or not _dates_citations(draft) else date
    other = typed.word >= 0 and not typed.organ and organ != draft.organ
    text, start, further = _written(grammar, typed, number, dated, organ if other else "")
    end, text = _without_what_follows(draft, offset, text)
    return Completion(
        RESOLUTION,
        label=number,
        text=text,
        span=(start, end),
        filter=draft.source.text[start : typed.start] + number,
        detail="; ".join(filter(None, (date, wording("cited", language) if again else "", title))),
        further=further,
        resolution=(organ, key),
    )


def _written(
    grammar: Grammar, typed: _Typed, number: str, date: str, organ: str
) -> tuple[str, int, tuple[Edit, ...]]:
    """Return the text of a citation, the offset where it starts, and edits elsewhere.

    `date` and `organ` are "" if they are not to be written.
    """
    forms = grammar.forms
    date_write: str = forms.get("date_write", " ")
    if "{number}" in date_write:  # the date comes before the word, a counter after the number
        body = date_write.format(date=date, number=number)
        start = typed.word if typed.word >= 0 else typed.start
        return grammar.names.get(organ, "") + body, start, ()
    name = grammar.names.get(organ, "")
    named: str = forms.get("named", "{word} {number} {organ}")
    places = sorted(("{organ}", "{word}", "{number}"), key=named.find)
    further: tuple[Edit, ...] = ()
    body = number
    if name and places.index("{organ}") > places.index("{number}"):
        body = f"{number} {name}"
        date_write = forms.get("date_write_after", date_write)
    elif name and "{word}" in named and named.startswith("{organ}"):
        further = (Edit(typed.word, typed.word, f"{name} "),)
    elif name:
        body = f"{name} {number}"
    return body + (f"{date_write}{date}" if date else ""), typed.start, further


def _without_what_follows(draft: Draft, offset: int, text: str) -> tuple[int, str]:
    """Return the end of the replaced span and the text: its last signs may be there already."""
    source = draft.source.text
    for length in range(min(len(text), 4), 0, -1):
        if not text[-length].isascii() and source.startswith(text[-length:], offset):
            return offset + length, text
    if source.startswith(")", offset) and text.count("(") > source[offset - 8 : offset].count(")"):
        return offset + (1 if ")" in text else 0), text
    return offset, text


def _is_cited(draft: Draft, organ: str, key: str) -> bool:
    """Tell whether the draft already cites a resolution with its date: once is enough."""
    return any(
        one.number.key == key and one.organ == organ and one.date is not None
        for one in citations(draft).citations
    )


def _dates_citations(draft: Draft) -> bool:
    """Tell whether the draft dates its citations: the Security Council mostly does not."""
    dated, bare = 0, 0
    seen = set()
    for one in citations(draft).citations:
        if one.number.key not in seen:
            seen.add(one.number.key)
            dated, bare = dated + (one.date is not None), bare + (one.date is None)
    return dated >= bare if dated + bare > 1 else draft.organ != "SC"
