"""Hover text for a place: its findings with their rules, and the citation, name or note there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reslint.citations.dates import write_date
from reslint.citations.document_site import address, resolution_symbol
from reslint.citations.finder import citations
from reslint.draft.outline import label_text, opening_words
from reslint.editor.occurrences import entity_of, occurrences
from reslint.editor.places import (
    CitationHere,
    LabelHere,
    MarkerHere,
    NameHere,
    NoteHere,
    ReferenceHere,
    SymbolHere,
    paragraph_at,
    subject_at,
)
from reslint.editor.wording import wording
from reslint.language.loading import languages
from reslint.names.loading import names_of
from reslint.rulebook import own_codes
from reslint.rulebook.page import escaped, link, own_remark, summary
from reslint.text.display import isolated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Note
    from reslint.editor.places import Span, Subject
    from reslint.names.mentions import Mention
    from reslint.text.diagnostics import Diagnostic

    FindRule = Callable[[str], Rule | None]


_MANY_WORDS = 40
_COLUMNS = 320


@dataclass(frozen=True, slots=True)
class Hover:
    """The text to show, in Markdown, and the span it is about."""

    span: Span
    markdown: str


def hover_at(
    draft: Draft,
    diagnostics: Sequence[Diagnostic],
    offset: int,
    find_rule: FindRule,
    language: str = "en",
    *,
    messages: bool = True,
) -> Hover | None:
    """Return the hover text for an offset of the source, None if there is nothing to show.

    `find_rule` gives the rule of a code with its `why` and `examples`; `language` is that of the
    messages, not of the draft. Without `messages`, those of findings are left out: some editors
    show them above the hover.
    """
    here = [one for one in diagnostics if one.start <= offset < max(one.end, one.start + 1)]
    pieces = [
        "\n\n".join(_finding(draft, one, find_rule(one.code), language, messages)) for one in here
    ]
    subject = subject_at(draft, offset)
    if subject is not None:
        description = "\n\n".join(filter(None, describe(draft, subject, language)))
        if description and isinstance(subject, MarkerHere):
            pieces.insert(0, description)  # whoever rests on a marker wants to read the note
        elif description:
            pieces.append(description)
    if not pieces:
        return None
    span = (here[0].start, here[0].end) if here else subject.span if subject else (offset, offset)
    return Hover(span, "\n\n---\n\n".join(pieces))


# Findings -----------------------------------------------------------------------------------------


def _finding(
    draft: Draft, diagnostic: Diagnostic, rule: Rule | None, language: str, messages: bool
) -> Iterator[str]:
    if messages:
        yield f"**{diagnostic.code}** {escaped(diagnostic.name)}"
        yield escaped(diagnostic.message)
    if rule is not None:
        paragraph = paragraph_at(draft, diagnostic.start)
        part = paragraph.part if paragraph is not None else ""
        change = _change(draft, diagnostic)
        yield from summary(rule, language, draft.language, part=part, change=change)
    elif diagnostic.code in own_codes.NAMES:
        yield own_remark(language)


def _change(draft: Draft, diagnostic: Diagnostic) -> tuple[str, str]:
    """Return what the fix of a finding takes away, and what it writes."""
    edits = diagnostic.fix.edits if diagnostic.fix is not None else ()
    taken = "".join(draft.source.text[edit.start : edit.end] for edit in edits)
    return taken, "".join(edit.text for edit in edits)


# Subjects -----------------------------------------------------------------------------------------


def describe(draft: Draft, subject: Subject, language: str) -> Iterator[str]:
    """Yield the description of a subject, paragraph by paragraph, in Markdown."""
    match subject:
        case MarkerHere(marker=marker):
            if not subject.notes:
                yield wording("no-note", language, number=escaped(marker.number))
            for note in subject.notes:
                yield from _note(note, language)
        case NoteHere(note=note, series=series):
            for paragraph, _ in series.uses_of.get(note.number, ()):
                yield f"{escaped(paragraph.place)}: {escaped(opening_words(paragraph.text))}"
        case ReferenceHere(target=target):
            label = label_text(target)
            place = wording("paragraph", language, label=escaped(target.place or label))
            yield f"**{place}**"
            yield escaped(opening_words(target.text, _MANY_WORDS, _COLUMNS))
        case CitationHere():
            yield from _citation(draft, subject, language)
        case SymbolHere(symbol=symbol):
            yield link(symbol, address(symbol, draft.language))
        case NameHere(mention=mention):
            yield from _name(draft, subject, mention, language)
        case LabelHere():
            pass


def _note(note: Note, language: str) -> Iterator[str]:
    yield f"**{wording('note', language, number=escaped(note.number))}**"
    yield escaped(note.paragraph.text)


def _citation(draft: Draft, here: CitationHere, language: str) -> Iterator[str]:
    citation = here.citation
    symbol = resolution_symbol(citation)
    yield (
        f"**{link(symbol, address(symbol, draft.language))}**"
        if symbol
        else (f"**{escaped(citation.number.text)}**")
    )
    entry = draft.registry.find(citation.organ, citation.number.key) if citation.organ else None
    title = entry.title(draft.language) or entry.title("en") if entry is not None else ""
    if title:
        yield escaped(title)
    grammar = citations(draft).grammar
    if entry is not None and grammar is not None:
        date = isolated(escaped(write_date(grammar, entry.date)))
        adopted = wording("adopted", language, date=date)
        agreeing, total = entry.counted
        if not entry.published and total:
            adopted += f" ({wording('counted', language, agreeing=agreeing, total=total)})"
        if citation.date is not None and citation.date.date != entry.date:
            written = isolated(escaped(write_date(grammar, citation.date.date)))
            adopted += f"; {wording('dated-otherwise', language, date=written)}"
        yield adopted
    count = len(occurrences(draft, here).uses)
    if count > 1:
        yield wording("citations", language, count=count)


def _name(draft: Draft, here: NameHere, mention: Mention, language: str) -> Iterator[str]:
    entity = entity_of(draft, mention)
    if entity:
        rows = list(names_in_all(entity, first=draft.language))
        yield "\n".join(f"- {code}: {escaped(name)}" for code, name in rows)
    elif mention.right:
        yield escaped(mention.right)
    count = len(occurrences(draft, here).uses)
    yield wording("mentions", language, count=count) if count > 1 else wording("mention", language)


def names_in_all(entity: str, first: str) -> Iterator[tuple[str, str]]:
    """Yield (language, name with acronym) of an entity in every language that has its name.

    The language `first` comes first, the others in order of code.
    """
    for code in sorted(languages(), key=lambda one: (one != first, one)):
        table = names_of(code)
        name = table.full_names.get(entity)
        if not name:
            continue
        acronyms = [acronym for acronym, key in table.acronyms.items() if key == entity]
        yield code, f"{name} ({', '.join(acronyms)})" if acronyms else name
