"""Leading phrases in the plural, as those write who speak for several: « Conscients », «Piden»."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.language.phrases import PhraseGrammar, PhraseMatch


def plural_words(grammar: PhraseGrammar, match: PhraseMatch) -> list[tuple[int, int, str]]:
    """Return the words of a phrase that are in the plural: (start, end, singular).

    Words that speak of something else (« avec ses profonds regrets ») are left out.
    """
    written = match.source[match.start : match.end]
    if grammar.in_plural.isdisjoint(written.lower().split()):
        return []
    found = []
    end = match.start
    for word in written.split():
        start = match.source.index(word, end)
        end = start + len(word)
        unit = word.lower().translate(grammar.fold)
        if unit in grammar.agreement_ends:
            break
        if unit in grammar.singulars:
            singular = grammar.singulars[unit]
            if word[0].isupper():
                singular = singular[:1].upper() + singular[1:]
            found.append((start, end, singular))
    return found


def has_number(grammar: PhraseGrammar, match: PhraseMatch) -> bool:
    """Tell whether the head of a phrase has another form in the plural."""
    head = match.source[match.start : match.head_end].lower().translate(grammar.fold)
    return not grammar.numbered.isdisjoint(head.split())


def in_first_person(grammar: PhraseGrammar, match: PhraseMatch) -> bool:
    """Tell whether those who write say "we" in the head of a phrase: « Prions », «نطلب»."""
    head = match.source[match.start : match.head_end].lower().translate(grammar.fold)
    return not grammar.in_first_person.isdisjoint(head.split())


def in_plural(grammar: PhraseGrammar, phrase: str) -> str | None:
    """Return a phrase in the plural, None where none of its words has a plural form."""
    words = phrase.split(" ")
    changed = False
    for place, word in enumerate(words):
        unit = word.lower().translate(grammar.fold)
        if unit in grammar.agreement_ends:
            break
        if unit in grammar.plurals:
            plural = grammar.plurals[unit]
            words[place] = plural[:1].upper() + plural[1:] if word[0].isupper() else plural
            changed = True
    return " ".join(words) if changed else None
