"""Rewrite a leading phrase: for the other part, with another adverb, in the other gender.

Imported only when a finding is reported, so that a start stays fast.
"""

from __future__ import annotations

from functools import lru_cache

from reslint.language.phrase_words import WINDOW, split_units
from reslint.language.phrases import PARTS, without_places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.language.phrases import PhraseGrammar, PhraseMatch


_MOST_CACHED = 1024  # opening words whose nearest heads are cached
_LIKENESS = 0.6  # smallest similarity of a head that is proposed, from 0 to 1
_STEM = 3  # letters that must agree: « Noter » is nearer to « Notant » than to « Outré »
_ROUNDING = 1e-9  # ranks that differ by less are equal
_STEM_BONUS = 0.2  # added to the similarity if all of the opening words agree


def counterpart(
    grammar: PhraseGrammar, match: PhraseMatch, part: str, gender: str | None
) -> str | None:
    """Write the phrase with the same verb in `part`; None if the verb has no form there.

    Openers, qualifiers and adverbs are kept; the adverb of repetition is put where `part` has it.
    Words agree in `gender` ("m" or "f"; None keeps the gender of the phrase).
    """
    row, its_part, _, head_text = grammar.forms[match.form]
    wanted = PARTS.index(part)
    if wanted != its_part:
        other = grammar.rows[row][wanted]
        if other < 0:
            return None
        head_text = grammar.forms[other][3]
    opener, _, inner, _, tail = _pieces(grammar, match)
    first, place, last = head_text.replace("+", "~").partition("~")
    if not place:
        # « Est profondément préoccupée » -> « Profondément préoccupée », and the reverse below.
        opener, inner = inner or opener, ""
    elif grammar.forms[match.form][3].isalpha():
        opener, inner = "", opener or inner
    if gender is None and match.gendered:
        gender = match.gendered[0][2]
    tail = _second_head(grammar, tail, its_part, wanted)
    pieces = [opener, first.strip(), inner, last.strip(), tail]
    phrase = _composed(grammar, pieces, match.degree, wanted, "+" in head_text)
    if gender is not None:
        phrase = agreeing(grammar, phrase, gender)
    return _as_written(match, phrase)


def with_degree(grammar: PhraseGrammar, match: PhraseMatch, text: str, degree: int) -> str:
    """Write the phrase with the adverb of repetition of that degree (0: without).

    The adverb is put where the part of the phrase has it.
    """
    _, part, _, head_text = grammar.forms[match.form]
    pieces = _pieces(grammar, match)
    return _as_written(match, _composed(grammar, pieces, degree, part, "+" in head_text))


def nearest(grammar: PhraseGrammar, word_or_phrase: str, part: str, limit: int = 3) -> list[str]:
    """Return the heads of `part` most similar to the opening words, the best first."""
    key = (word_or_phrase[:WINDOW], part, limit)
    found = grammar.nearest_heads.get(key)
    if found is None:
        if len(grammar.nearest_heads) > _MOST_CACHED:
            grammar.nearest_heads.clear()
        found = grammar.nearest_heads[key] = _find_nearest(grammar, *key)
    return found


def _find_nearest(grammar: PhraseGrammar, words: str, part: str, limit: int) -> list[str]:
    """Find the heads that `nearest` returns, without its cache."""
    units = split_units(words, grammar.fold, grammar.by_character)
    units = [unit.strip(",;:.،；，") for unit in units]
    glue = "" if grammar.by_character else " "
    begun = ["", *(glue.join(units[: count + 1]) for count in range(len(units)))]
    candidates = []
    for units_of_head, heads in _heads_of(grammar, PARTS.index(part)).items():
        place = min(units_of_head, len(units))
        opening = begun[place]
        # An upper bound of the matching letters rules out most heads: the letters of the head that
        # the opening words have at all.
        together = "\n".join([head for head, _ in heads])
        others = together.translate(dict.fromkeys(map(ord, opening))).split("\n")
        for (head, shown), other in zip(heads, others, strict=True):
            most = min(len(head) - len(other), len(opening))
            stem = _shared_beginning(head, opening)
            length = len(head) + len(opening)
            least = (_LIKENESS - stem) * length
            if 2 * most >= least:
                candidates.append((2 * most / max(length, 1) + stem, stem, shown, head, place))
    return _best(candidates, begun, limit)


def _best(
    candidates: list[tuple[float, float, str, str, int]], begun: list[str], limit: int
) -> list[str]:
    """Return the texts of the candidates that are most similar to the opening words.

    Each has an upper bound of its rank. To compare letter by letter takes long, so those with the
    highest bound are compared first, until no other can be among the best. Of these, most are ruled
    out by as many of each letter as both have.
    """
    letters = [[(letter, words.count(letter)) for letter in set(words)] for words in begun]
    ranked: set[tuple[float, str]] = set()
    least = 0.0  # rank of the last one among the best, once there are enough
    for bound, stem, shown, head, place in sorted(candidates, reverse=True):
        if bound < least:
            break
        opening = begun[place]
        length = max(len(head) + len(opening), 1)
        enough = max(_LIKENESS - stem, least - stem)
        both = sum([min(head.count(letter), count) for letter, count in letters[place]])
        if 2 * both / length < enough - _ROUNDING:
            continue
        likeness = 2 * _matching(head, opening) / length
        if likeness >= enough:
            ranked.add((-likeness - stem, shown))
            if len(ranked) >= limit:
                least = -sorted(ranked)[limit - 1][0] - _ROUNDING
    return [shown for _, shown in sorted(ranked)[:limit]]


def _matching(first: str, second: str) -> int:
    """Return how many characters of two texts match, as `difflib.SequenceMatcher` counts them.

    These are the longest piece that both have, and what matches before it and behind it.
    """
    size = start = 0
    for at in range(len(first)):
        while at + size < len(first) and first[at : at + size + 1] in second:
            start = at
            size += 1
    if not size:
        return 0
    end = start + size
    place = second.find(first[start:end])
    before = _matching(first[:start], second[:place])
    return before + size + _matching(first[end:], second[place + size :])


def _shared_beginning(head: str, opening: str) -> float:
    """Return the bonus for letters with which both begin: forms of a verb differ in the ending."""
    if head[:_STEM] != opening[:_STEM] or len(opening) < _STEM:
        return 0.0
    shared = _STEM
    while shared < min(len(head), len(opening)) and head[shared] == opening[shared]:
        shared += 1
    return _STEM_BONUS * shared / len(opening)


@lru_cache(maxsize=16)
def _heads_of(grammar: PhraseGrammar, part: int) -> dict[int, list[tuple[str, str]]]:
    """Return the heads of a part by their number of units: (text compared, text shown)."""
    shown = [without_places(text) for _, its_part, _, text in grammar.forms if its_part == part]
    # All at once: a call for each of the hundreds would take ten times as long.
    folded = "\n".join(shown).lower().translate(grammar.fold).split("\n")
    found: dict[int, list[tuple[str, str]]] = {}
    for text, words in zip(shown, map(str.split, folded), strict=True):
        head = ("" if grammar.by_character else " ").join(words)
        count = len(head) if grammar.by_character else len(words)
        found.setdefault(count, []).append((head, text))
    return found


def _pieces(grammar: PhraseGrammar, match: PhraseMatch) -> list[str]:
    """Split a phrase: opener, head before its inner place, inner words, rest of the head, tail.

    Adverbs of repetition are left out.
    """
    head = _cut(grammar, match, match.head_start, match.head_end)
    glue, words = ("", list(head)) if grammar.by_character else (" ", head.split())
    inner_at = inner_end = len(words)
    head_text = grammar.forms[match.form][3].replace("+", "~")
    if "~" in head_text:
        before, _, after = head_text.partition("~")
        inner_at = len(split_units(before, grammar.fold, grammar.by_character))
        inner_end -= len(split_units(after, grammar.fold, grammar.by_character))
    return [
        _cut(grammar, match, match.start, match.head_start),
        glue.join(words[:inner_at]),
        glue.join(words[inner_at:inner_end]),
        glue.join(words[inner_end:]),
        _cut(grammar, match, match.head_end, match.end),
    ]


def _cut(grammar: PhraseGrammar, match: PhraseMatch, start: int, end: int) -> str:
    """Return a piece of the phrase as written, without adverbs of repetition."""
    pieces = []
    for adverb_start, adverb_end, _, _ in match.repetition:
        if start <= adverb_start < end:
            pieces.append(match.source[start:adverb_start])
            start = adverb_end
    pieces.append(match.source[start:end])
    glue = "" if grammar.by_character else " "
    return glue.join(piece.strip() for piece in pieces if piece.strip())


def _second_head(grammar: PhraseGrammar, tail: str, part: int, wanted: int) -> str:
    """Rewrite a second head in the tail ("and encourages") for the part wanted."""
    if grammar.by_character or part == wanted:
        return tail
    words = tail.split()
    for i, word in enumerate(words[:-1]):
        if word.lower() in grammar.conjunctions:
            second = grammar.match(" ".join(words[i + 1 :]), part=PARTS[part])
            if second is not None and PARTS[part] in second.parts:
                other = counterpart(grammar, second, PARTS[wanted], None)
                if other is not None:
                    return " ".join([*words[: i + 1], other, second.source[second.end :]]).strip()
    return tail


def _composed(
    grammar: PhraseGrammar, pieces: list[str], degree: int, part: int, inside: bool
) -> str:
    """Join the pieces; insert the adverb of repetition at its place.

    `inside` tells that the head has a place for the adverb.
    """
    pieces = [piece if piece[:2].isupper() else piece[:1].lower() + piece[1:] for piece in pieces]
    if degree:
        place = grammar.places[part]
        at = 0 if place == "before" else 2 if inside else 4 if place == "head" else 5
        pieces.insert(at, grammar.degrees[degree])
    glue = "" if grammar.by_character else " "
    return glue.join(piece for piece in pieces if piece)


def agreeing(grammar: PhraseGrammar, phrase: str, gender: str) -> str:
    """Return the phrase with the words that agree with the organ in its gender ("m" or "f")."""
    words = phrase.split(" ")
    for i, word in enumerate(words):
        agreement = grammar.agreement.get(word.lower().translate(grammar.fold))
        if agreement is not None and agreement[0] != gender:
            words[i] = agreement[1]
    return " ".join(words)


def _as_written(match: PhraseMatch, phrase: str) -> str:
    """Return the new phrase with the capitals and the kind of apostrophe of the matched one."""
    if "\u2019" in match.source and "'" not in match.source:
        phrase = phrase.replace("'", "\u2019")
    if len(phrase) > 1 and match.source[match.start : match.end].isupper():
        return phrase.upper()
    if match.source[match.start].isupper():
        return phrase[:1].upper() + phrase[1:]
    return phrase
