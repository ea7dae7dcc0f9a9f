"""Names: wrong forms, two forms of one name, capitals, acronyms, misspellings."""

from __future__ import annotations

from reslint.checks.kinds import PARAGRAPH, Kind
from reslint.data.patterns import expression
from reslint.draft.model import NOTE, TITLE
from reslint.facts.draft_text import draft_text
from reslint.language.organ_names import OTHER
from reslint.names.mentions import (
    ACRONYM,
    CAPITALS,
    FOREIGN,
    NEAR,
    OFFICIAL,
    PRINCIPAL,
    VARIANT,
    WRONG,
    Mention,
    mentions,
    mentions_in,
    mentions_of,
    table_of,
)
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import fold_letters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph
    from reslint.names.acronyms import Use
    from reslint.text.diagnostics import Safety


_BRACKETED = r"\([^\W\d_a-z]{2,}[^\s()]{0,20}\)"
_SENTENCE = 2  # words after a name that make it a part of a sentence
_ENDS = ",;.:،؛"
_CURLY = "’"
_WORD_AFTER = expression(r"[\s-]+(\w[\w'-]*)")
_NO_BREAK_HYPHEN = "\u2011"


def rewriting(
    draft: Draft, paragraph: Paragraph, start: int, end: int, right: str
) -> tuple[Edit, ...]:
    """The edit that makes the plain text from `start` to `end` read `right`; none where it cannot.

    Only what differs is replaced, so that a note marker or a line break inside stays. Apostrophes
    and hyphens are of the kind that the draft has.
    """
    written = fold_letters(paragraph.text[start:end])
    if len(written) == len(right) and written.lower() == right.lower():
        return tuple(_letters(paragraph, start, written, right))
    if start and fold_letters(paragraph.text[start - 1]) == "'" and written[0] != right[0]:
        return ()  # the article before it was shortened for the first letter
    first = 0
    while first < min(len(written), len(right)) and written[first] == right[first]:
        first += 1
    last = 0
    while (
        last < min(len(written), len(right)) - first
        and written[len(written) - 1 - last] == right[len(right) - 1 - last]
    ):
        last += 1
    place = (start + first, end - last)
    span = paragraph.source_span(*place)
    between = draft.source.plain_text(*span)
    # What mark-up or a page break has parted is left to the drafter.
    if len(between) != place[1] - place[0] or "\n" in between.strip():
        return ()
    return (Edit(*span, _in_kind(draft, right[first : len(right) - last])),)


def _letters(paragraph: Paragraph, start: int, written: str, right: str) -> list[Edit]:
    """One edit for each run of letters that only differ in being small or capital."""
    edits: list[Edit] = []
    place = 0
    while place < len(right):
        following = place
        while following < len(right) and written[following] != right[following]:
            following += 1
        if following > place:
            edits.append(paragraph.edit(start + place, start + following, right[place:following]))
        place = following + 1
    return edits


def _in_kind(draft: Draft, text: str) -> str:
    """A text with the apostrophes and hyphens that the draft itself has."""
    if "'" in text and _CURLY in draft.source.text:
        text = text.replace("'", _CURLY)
    if "-" in text and draft.source.text.count(_NO_BREAK_HYPHEN) > draft.source.text.count("-"):
        text = text.replace("-", _NO_BREAK_HYPHEN)
    return text


def variant(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A known wrong form of a name."""
    for mention in mentions_of(draft, WRONG):
        safe = mention.safe and not _belongs_to_noun(draft, mention)
        yield _replacing(draft, mention, safety=None if safe else "unsafe")


def _belongs_to_noun(draft: Draft, mention: Mention) -> bool:
    """Whether a noun may follow to which the name belongs, where the right form cannot stand.

    "The UN Charter rules" cannot become "the Charter of the United Nations rules".
    """
    usage = table_of(draft).usage
    complements = usage.get("postposed", ())
    if not any(one in mention.right and one not in mention.written for one in complements):
        return False
    after = fold_letters(mention.paragraph.text[mention.end :])
    if after.startswith("'s"):
        return True
    word = _WORD_AFTER.match(after)
    return word is not None and word[1] not in usage["may_follow"]


def inconsistent(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A form that is not the official one, in a draft that has the official one, too."""
    variants = list(mentions_of(draft, VARIANT))
    if not variants:
        return
    official: dict[str, Mention] = {}
    for mention in mentions(draft):
        if mention.kind == OFFICIAL:
            official.setdefault(mention.entity, mention)
    for mention in variants:
        first = official.get(mention.entity)
        if first is not None:
            found = _replacing(draft, mention)
            span = first.paragraph.source_span(first.start, first.end)
            found.related = ((*span, "other"),)
            yield found


def capitals(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A name with a small letter for a capital, or the other way round."""
    # A federation has a general assembly and a secretary-general of its own.
    generic = tuple(table_of(draft).usage.get("generic", ())) if draft.organ == OTHER else ()
    for mention in mentions_of(draft, CAPITALS):
        if not (generic and mention.written.startswith(generic)):
            yield _replacing(draft, mention)


def misspelled(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A name one or two letters off."""
    # What another rule reports of every word is not reported again of words of names.
    wording = draft.vocabulary.forms.get("wording", {})
    spellings = wording.get("house_spelling", {}).get("swaps", {})
    for mention in mentions_of(draft, NEAR):
        start, end = mention.word
        if mention.paragraph.text[start:end].lower() in spellings:
            continue
        # A name in traditional characters is the same name.
        if mention.written.translate(draft.vocabulary.phrases.fold) != mention.right:
            yield _replacing(draft, mention, span=mention.word)


def principal_acronym(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """The acronym of a principal organ in running text; in a title NAME009 reports it."""
    for mention in mentions_of(draft, PRINCIPAL):
        if mention.paragraph.part != TITLE and not _within_a_name(draft, mention):
            found = _replacing(draft, mention)
            # Where articles or cases change with the name, the drafter must do it.
            if not table_of(draft).usage.get("principal_fix", True):
                found.edits = ()
            yield found


def _within_a_name(draft: Draft, mention: Mention) -> bool:
    """Whether an acronym is a part of a longer one (UN-SWAP 2.0), or of a name that has it."""
    text = fold_letters(mention.paragraph.text)
    word = text[: mention.start].rstrip(" ").rpartition(" ")[2].lstrip('([“«"')
    after = text[mention.end :].lstrip(" ").partition(" ")[0].strip('),.;:»”"')
    spaced = text[mention.end : mention.end + 1] == " "
    if _is_acronym(word) or (spaced and _is_acronym(after.partition(":")[0])):  # SDG:Learn
        return True
    if spaced and after[:1].isdigit() and "." in after:
        return True
    longest = 40
    around = text[max(mention.start - longest, 0) : mention.end + longest]
    place = mention.start - max(mention.start - longest, 0)
    for name in table_of(draft).usage.get("principal_in_names", ()):
        at = around.find(name)
        while at >= 0:
            if at <= place < at + len(name):
                return True
            at = around.find(name, at + 1)
    return False


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.isupper()


def foreign_acronym(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Another language's acronym; in a note it may be the author of a foreign title."""
    for mention in mentions_of(draft, FOREIGN):
        if mention.paragraph.part != NOTE:
            yield _replacing(draft, mention)


def acronym_in_title(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A body's acronym in the title, unless it stands in parentheses after the name."""
    table = table_of(draft)
    known = table.usage.get("in_titles", [])
    for mention in mentions_of(draft, ACRONYM, PRINCIPAL):
        paragraph = mention.paragraph
        if paragraph.part != TITLE or mention.written in known or "-" in mention.written:
            continue
        around = paragraph.text[max(mention.start - 1, 0) : mention.end + 1]
        if around.startswith("(") and around.endswith(")"):
            continue
        right = mention.right
        if mention.kind == ACRONYM:
            right = table.full_names[mention.entity]
        yield paragraph.finding(
            mention.start, mention.end, {"written": mention.written, "right": right}
        )


def not_introduced(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """An acronym before its full name with the acronym in parentheses."""
    from reslint.names.acronyms import acronyms_of

    found = acronyms_of(draft)
    for acronym, uses in found.used.items():
        introduced = found.introduced.get(acronym)
        first = uses[0]
        if introduced is not None and introduced.key <= first.key:
            continue
        yield first.paragraph.finding(
            first.start,
            first.end,
            {"acronym": acronym, "name": found.full_name(acronym)},
            variant="late" if introduced is not None else None,
        )


def introduced_twice(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """An acronym in parentheses after its name although it was introduced before."""
    bracketed = expression(_BRACKETED).findall(draft_text(draft).text)
    if len(bracketed) == len(set(bracketed)):
        return
    from reslint.names.acronyms import acronyms_of

    found = acronyms_of(draft)
    for acronym, again in found.again:
        first = found.introduced[acronym]
        if again.paragraph.resolution is not first.paragraph.resolution:
            continue
        rest = again.paragraph.text[again.end + 1 :]
        whole = again.paragraph.text.rstrip().endswith(tuple(_ENDS))
        if first.paragraph.part == TITLE or len(rest.split()) < _SENTENCE or not whole:
            continue  # a heading within the paragraphs names what they are about
        related = ((*first.paragraph.source_span(first.start, first.end), "first"),)
        start, end = _with_name(draft, again)
        yield again.paragraph.finding(start, end, {"acronym": acronym}, related=related)


def _with_name(draft: Draft, use: Use) -> tuple[int, int]:
    """The span of an acronym in brackets with the name before it, where that is known."""
    for mention in mentions_in(use.paragraph, draft):
        if mention.kind == OFFICIAL and use.start - 3 <= mention.end < use.start:
            return mention.start, use.end + 1
    return use.start, use.end


def two_forms(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A name with the words of another name in another order, or with another small word."""
    from reslint.checks.name_forms import two_forms as found

    return found(draft, rule)


def unused(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """An acronym introduced and not used again."""
    from reslint.names.acronyms import acronyms_of

    found = acronyms_of(draft)
    for acronym, introduced in found.introduced.items():
        if acronym in found.used or acronym in found.explained:
            continue
        if introduced.paragraph.part != TITLE:
            yield introduced.paragraph.finding(
                introduced.start, introduced.end, {"acronym": acronym}
            )


def _replacing(
    draft: Draft,
    mention: Mention,
    *,
    span: tuple[int, int] | None = None,
    safety: Safety | None = None,
) -> Finding:
    """A mention that is not right, with what to write."""
    start, end = span or (mention.start, mention.end)
    right = mention.right
    article: str = table_of(draft).usage.get("article", "")
    before = mention.paragraph.text[: mention.start].lower()
    if article and right.startswith(article) and before.endswith(article):
        right = right[len(article) :]
    edits = rewriting(draft, mention.paragraph, mention.start, mention.end, right)
    return mention.paragraph.finding(
        start, end, {"written": mention.written, "right": right}, edits, safety=safety
    )


_WORDS = ("right", "written")
KINDS = {
    "variant": Kind(variant, placeholders=_WORDS, scope=PARAGRAPH),
    "inconsistent": Kind(inconsistent, placeholders=_WORDS, reads=("named",)),
    "not-introduced": Kind(not_introduced, placeholders=("acronym", "name"), reads=("acronyms",)),
    "principal-acronym": Kind(principal_acronym, placeholders=_WORDS, scope=PARAGRAPH),
    "capitals": Kind(capitals, placeholders=_WORDS, scope=PARAGRAPH),
    "foreign-acronym": Kind(foreign_acronym, placeholders=_WORDS, scope=PARAGRAPH),
    "unused": Kind(unused, placeholders=("acronym",), reads=("acronyms",)),
    "acronym-in-title": Kind(acronym_in_title, placeholders=_WORDS, scope=PARAGRAPH),
    "two-forms": Kind(two_forms, placeholders=_WORDS),
    "introduced-twice": Kind(
        introduced_twice, placeholders=("acronym",), reads=("acronyms", "named")
    ),
    "misspelled": Kind(misspelled, placeholders=_WORDS, scope=PARAGRAPH),
}
