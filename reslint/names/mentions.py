"""The names that a draft mentions, each with its place: found once a paragraph, in one pass.

A little longer than other modules: the pass over a paragraph and what it keeps stay together.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from itertools import accumulate

from reslint.draft.model import ANNEX, HEADING, NOTE, OPERATIVE, PREAMBLE, TITLE, Paragraph
from reslint.facts import fact
from reslint.facts.capitals import capital_words, find_capital_words, folded_text
from reslint.facts.exempt_zones import in_zone
from reslint.names.loading import names_of
from reslint.names.misspellings import find_misspelled, longer_name_may_follow
from reslint.names.table import ACRONYM as AN_ACRONYM
from reslint.names.table import FORM, MISSPELLED, goes_on
from reslint.text.folding import lower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft
    from reslint.names.table import NameTable


# The kinds of mention.
OFFICIAL = "official"
CAPITALS = "capitals"
WRONG = "wrong"
VARIANT = "variant"
NEAR = "near"
ACRONYM = "acronym"
FOREIGN = "foreign"
PRINCIPAL = "principal"
READ = (TITLE, PREAMBLE, OPERATIVE, HEADING, ANNEX, NOTE)
"""The parts in which names are looked for: not the masthead's print, not tables and quotations."""

_MOST_PREFIXES = 2  # letters written as one with a name: and to …


class Mention:
    """A name where it stands: plain span, kind, entity, what to write instead.

    `start` and `end` of a nearly written name are those of the whole; `word` is the span of the
    word that is off. `safe` says that a fix may be applied unseen.
    """

    __slots__ = ("end", "entity", "kind", "paragraph", "right", "safe", "start", "word")

    def __init__(
        self, kind: str, paragraph: Paragraph, start: int, end: int, entity: str, right: str
    ) -> None:
        self.kind = kind
        self.paragraph = paragraph
        self.start = start
        self.end = end
        self.entity = entity
        self.right = right
        self.safe = True
        self.word = (start, end)

    @property
    def written(self) -> str:
        return self.paragraph.text[self.start : self.end]


def mentions(draft: Draft) -> Iterator[Mention]:
    """Every mention in the draft, in order of place, those in exempt zones included."""
    paragraphs = draft.part(*READ)
    find_capital_words(paragraphs)
    for paragraph in paragraphs:
        yield from mentions_in(paragraph, draft)


def mentions_of(draft: Draft, *kinds: str) -> Iterator[Mention]:
    """The mentions of some kinds that stand in the draft's own words, outside exempt zones."""
    by_kind = _by_kind(draft)
    found = by_kind.get(kinds[0], [])
    if len(kinds) > 1:
        found = sorted((one for kind in kinds for one in by_kind.get(kind, ())), key=_place_in)
    marks: list[str] = table_of(draft).usage.get("title_marks", [])
    for mention in found:
        if not in_zone(mention.paragraph, draft, mention.start, mention.end) or (
            marks and _is_whole_title(mention, *marks)
        ):
            yield mention


def _is_whole_title(mention: Mention, opening: str, closing: str) -> bool:
    """Whether a name is all that stands between the marks of a title: that of a treaty."""
    text = mention.paragraph.text
    return text[: mention.start].endswith(opening) and text.startswith(closing, mention.end)


@fact
def _by_kind(draft: Draft) -> dict[str, list[Mention]]:
    """The mentions of the draft by kind, each in order of place."""
    by_kind: dict[str, list[Mention]] = {}
    for mention in mentions(draft):
        by_kind.setdefault(mention.kind, []).append(mention)
    return by_kind


def _place_in(mention: Mention) -> tuple[int, int]:
    return mention.paragraph.start, mention.start


@fact
def table_of(draft: Draft) -> NameTable:
    """The names in the draft's language."""
    return names_of(draft.language)


@fact
def mentions_in(paragraph: Paragraph, draft: Draft) -> list[Mention]:
    """Every mention in a paragraph, in order of place."""
    table = table_of(draft)
    folded = folded_text(paragraph)
    if table.usage.get("found_by") == "text":
        return _without_capitals(paragraph, table, folded)
    found: list[Mention] = []
    covered = 0
    possible_kinds = table.possible_kinds
    for start, token in capital_words(paragraph):
        possible = possible_kinds[token]
        # Most capitals open no name and look like no word that does.
        if not possible or start < covered:
            continue
        mention = _at(paragraph, table, folded, start, token, possible)
        if mention is not None and not (start and folded[start - 1].isalnum()):
            covered = mention.end
            found.append(mention)
    for stem, needles in table.small_stems.items():
        if stem in folded:
            for needle in needles:
                if needle in folded:
                    _add_small(found, paragraph, folded, table, needle)
    return found


def _without_capitals(paragraph: Paragraph, table: NameTable, folded: str) -> list[Mention]:
    """The names in a script whose letters do not tell where a name begins, the longest first."""
    # Only for such scripts, as each module costs a start.
    from reslint.names.near_letters import names_one_letter_off

    spans: list[tuple[int, int, int]] = []
    small = lower(folded)
    prefixes: str | None = table.usage.get("prefixes")
    for at, end, number in table.places_in(small):
        if prefixes is None or _stands_alone(small, at, end, prefixes):
            spans.append((at, -end, number))
    found: list[Mention] = []
    covered = 0
    for start, end, number in sorted(spans):
        if start < covered:
            continue
        mention = _judge(paragraph, table, folded, start, -end, number)
        if mention is not None:
            covered = mention.end
            found.append(mention)
    for number, start, end, off in names_one_letter_off(table, small):
        # A shorter name within it (United Nations) does not tell that the long one is right.
        others = [one for one in found if one.start < end and start < one.end]
        if all(_is_within(one, start, end) for one in others):
            found = [one for one in found if one not in others]
            found.append(_misspelled_mention(paragraph, table, start, (number, end, off, off + 1)))
    found.sort(key=_place)
    return found


def _is_within(one: Mention, start: int, end: int) -> bool:
    """Whether a mention is a part of a span, not all of it."""
    return start <= one.start and one.end <= end and (one.start, one.end) != (start, end)


def _stands_alone(text: str, start: int, end: int, prefixes: str) -> bool:
    """Whether a span is words by itself, but for the prefixes written as one with the first."""
    if text[end : end + 1].isalnum():
        return False
    first = start
    while first and start - first <= _MOST_PREFIXES and text[first - 1].isalnum():
        first -= 1
    return start - first <= _MOST_PREFIXES and all(each in prefixes for each in text[first:start])


def _add_small(
    found: list[Mention],
    paragraph: Paragraph,
    folded: str,
    table: NameTable,
    needle: str,
) -> None:
    """Add a name written in small letters, unless a longer mention holds it."""
    right, not_before = table.small[needle]
    common_after: list[str] = table.usage.get("common_after", [])
    own = tuple(table.usage.get("own_complements", ()))
    starts = [one.start for one in found]
    reach = [0, *accumulate((one.end for one in found), max)]  # how far those before extend
    added: list[Mention] = []
    at = folded.find(needle)
    while at >= 0:
        end = at + len(needle)
        # The second half of "under-secretary-general" is no name by itself.
        alone = not (_in_word(folded, at - 1) or folded[end : end + 1].isalnum())
        if not_before and folded.startswith(not_before, end):
            alone = alone and folded.startswith(own, end)
        space = folded.rfind(" ", 0, at)
        before = folded[folded.rfind(" ", 0, space) + 1 : space] if space >= 0 else ""
        alone = alone and before not in common_after
        if alone and at >= reach[bisect_right(starts, at)]:
            added.append(Mention(CAPITALS, paragraph, at, end, "", right))
        at = folded.find(needle, end)
    found.extend(added)
    found.sort(key=_place)


def _in_word(text: str, at: int) -> bool:
    return at >= 0 and (text[at].isalnum() or text[at] == "-")


def _place(mention: Mention) -> int:
    return mention.start


def _at(
    paragraph: Paragraph, table: NameTable, folded: str, start: int, token: str, possible: int
) -> Mention | None:
    """The mention that begins at a place, None where none does."""
    found = None
    if possible & FORM:
        number, end = table.at(folded, start, token)
        if number >= 0:
            found = _judge(paragraph, table, folded, start, end, number)
            if found is not None and not (
                found.kind == OFFICIAL and longer_name_may_follow(table, folded, number, end)
            ):
                return found
            if found is None:
                possible &= ~MISSPELLED  # another body's name
    if possible & MISSPELLED:
        near = find_misspelled(table, folded, start)
        if near is not None:
            return _misspelled_mention(paragraph, table, start, near)
    if found is None and possible & AN_ACRONYM:
        return _acronym(paragraph, table, folded, start, token)
    return found


def _judge(
    paragraph: Paragraph, table: NameTable, folded: str, start: int, end: int, number: int
) -> Mention | None:
    """What the form that stands at a place is: right, wrong, or right but for its capitals."""
    entity, strict, accepted, others = table.entries[number]
    written = folded[start:end]
    if written in accepted:
        return Mention(OFFICIAL, paragraph, start, end, entity, written)
    if written in others:
        kind, right, not_before, not_in, safe = others[written]
        organ = paragraph.resolution.organ if paragraph.resolution is not None else ""
        if organ in not_in or goes_on(folded, end, not_before):
            return None
        mention = Mention(kind, paragraph, start, end, entity, right)
        mention.safe = safe
        return mention
    if not accepted:
        return None
    for name in accepted:
        # A name may open a sentence or a line, and a line may be set in capitals.
        if written[1:] == name[1:]:
            return Mention(OFFICIAL, paragraph, start, end, entity, name)
    if " " not in written and "-" not in written:
        return None
    if not strict or written.isupper():
        return Mention(OFFICIAL, paragraph, start, end, entity, accepted[0])
    right = min(accepted, key=lambda name: sum(a != b for a, b in zip(name, written, strict=True)))
    return Mention(CAPITALS, paragraph, start, end, entity, right)


def _misspelled_mention(
    paragraph: Paragraph, table: NameTable, start: int, near: tuple[int, int, int, int]
) -> Mention:
    number, end, first, last = near
    entity, _, accepted, _ = table.entries[number]
    mention = Mention(NEAR, paragraph, start, end, entity, accepted[0])
    mention.word = (first, last)
    mention.safe = False
    return mention


def _acronym(
    paragraph: Paragraph, table: NameTable, folded: str, start: int, token: str
) -> Mention | None:
    """An acronym as a word of its own, or with its hyphen (UN-Women)."""
    end = start + len(token)
    if folded[end : end + 1] == "-":
        while folded[end : end + 1] == "-" or folded[end : end + 1].isalnum():
            end += 1
        token = folded[start:end]
    if (start and folded[start - 1] in "-/") or folded[end : end + 2].strip(" ")[:1] == "/":
        return None
    for kind, known in (
        (ACRONYM, table.acronyms),
        (FOREIGN, table.foreign),
        (PRINCIPAL, table.principal),
    ):
        value = known.get(token)
        if value is None or (kind == ACRONYM and token in table.principal):
            continue
        if kind == ACRONYM:
            return Mention(kind, paragraph, start, end, value, token)
        return Mention(kind, paragraph, start, end, "", value)
    return None


def entity_mentions(paragraph: Paragraph, draft: Draft) -> list[Mention]:
    """The mentions in a paragraph, in order of place."""
    if paragraph.part not in READ:
        return []
    if table_of(draft).usage.get("found_by") != "text":
        return mentions_in(paragraph, draft)
    return _mentions_without_capitals(paragraph, draft)


@fact
def _mentions_without_capitals(paragraph: Paragraph, draft: Draft) -> list[Mention]:
    return sorted(_find_in_text(paragraph, draft), key=_start)


def all_mentions(draft: Draft) -> Iterator[Mention]:
    """The mentions in a draft, in order of place."""
    for paragraph in draft.part(*READ):
        yield from entity_mentions(paragraph, draft)


def _find_in_text(paragraph: Paragraph, draft: Draft) -> Iterator[Mention]:
    text = folded_text(paragraph)
    spaced = not draft.vocabulary.phrases.by_character
    prefixes: str = table_of(draft).usage.get("prefixes", "")
    covered: list[tuple[int, int]] = []
    for form, entity, name in _forms(draft.language):
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            alone = not spaced or (_begins_a_word(text, at, prefixes) and not _joined(text, end))
            if alone and not any(first < end and at < last for first, last in covered):
                covered.append((at, end))
                yield Mention(OFFICIAL, paragraph, at, end, entity, name)
            at = text.find(form, end)


def _begins_a_word(text: str, start: int, prefixes: str) -> bool:
    """Whether a word begins at a place, or after small words written together with it."""
    at = start
    while at and start - at < len(prefixes) and text[at - 1] in prefixes:
        at -= 1
    return any(not _joined(text, place - 1) or not place for place in range(at, start + 1))


def _joined(text: str, place: int) -> bool:
    return 0 <= place < len(text) and text[place].isalpha()


@cache
def _forms(language: str) -> list[tuple[str, str, str]]:
    """Every form of the names: form, entity, official name; long ones first."""
    table = names_of(language)
    found = {name: (entity, name) for entity, name in table.full_names.items()}
    for article, after in table.usage.get("assimilated", {}).items():
        for entity, name in table.full_names.items():
            if name.startswith(article):
                found.setdefault(after + name.removeprefix(article), (entity, name))
    return sorted(((form, *rest) for form, rest in found.items()), key=lambda one: -len(one[0]))


def _start(mention: Mention) -> int:
    return mention.start
