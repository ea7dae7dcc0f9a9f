"""Apply suppression comments: what a drafter asked reslint not to report, and where.

    <!-- reslint-disable-next-line CODE[, CODE]: reason -->   the block that comes next
    <!-- reslint-disable-line CODE[, CODE]: reason -->        what starts on the same line
    <!-- reslint-disable CODE[, CODE]: reason -->             from here on ...
    <!-- reslint-enable CODE[, CODE] -->                      ... to here, or to the end
    <!-- reslint-disable-file CODE[, CODE]: reason -->        the whole file

In the place of a code may stand the name of a rule (`leading-phrase-not-emphasized`) or a family of
codes (`LEAD`). A part of a code (`LEAD0`) may not: nobody sees what it hides.
In code and in front matter a directive has no effect, and TOOL002 says so.
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.rulebook import own_codes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from reslint.text.diagnostics import Diagnostic


NEXT_LINE = "reslint-disable-next-line"
LINE = "reslint-disable-line"
DISABLE = "reslint-disable"
ENABLE = "reslint-enable"
FILE = "reslint-disable-file"
DIRECTIVES = (NEXT_LINE, LINE, DISABLE, ENABLE, FILE)
_OPENING = expression(r"<!--[ \t\r\n]*(reslint-[\w-]*)")
_CODE = expression(r"[^\s,]+")
_DIRECTIVE = expression(r"reslint-(?:disable|enable)[\w-]*")
_LINE_ENDS = "\r\n"
_DIGITS = "0123456789"
_GUESSES = 20  # unknown codes and directives for which a known one is suggested
_REACH = 3  # times its length that a name may take, for the spaces and marks in it
FAMILIES = ("LEAD001", "NAME", "WORD")
"""How the codes start whose findings are about words; no word decides on form or numbers."""


class Comment:
    """One suppression comment: its span, its directive, its codes with their spans."""

    __slots__ = ("codes", "directive", "directive_start", "end", "start")

    def __init__(
        self,
        start: int,
        end: int,
        directive: str,
        directive_start: int,
        codes: list[tuple[str, int, int]],
    ) -> None:
        self.start = start
        self.end = end
        self.directive = directive
        self.directive_start = directive_start
        self.codes = codes


class _Suppression:
    """What is switched off from `start` to `end` (inclusive), by the comment at `place`.

    `code` is a code, a family of codes or the name of a rule, as it was written.
    """

    __slots__ = ("code", "end", "place", "start", "used")

    def __init__(self, code: str, start: int, end: int, place: tuple[int, int]) -> None:
        self.code = code
        self.start = start
        self.end = end
        self.place = place
        self.used = False


def find_comments(text: str) -> list[Comment]:
    """Return the suppression comments of a text, in order; an unclosed one is ignored."""
    comments = []
    position = 0
    while opening := _OPENING.search(text, position):
        # A directive may run into the closing dashes: `<!-- reslint-disable-->`.
        directive = opening[1].rstrip("-")
        after = opening.start(1) + len(directive)
        close = text.find("-->", after)
        if close < 0:
            break
        codes_end = text.find(":", after, close)
        codes = [
            (found[0], found.start(), found.end())
            for found in _CODE.finditer(text, after, close if codes_end < 0 else codes_end)
        ]
        comments.append(Comment(opening.start(), close + 3, directive, opening.start(1), codes))
        position = close + 3
    return comments


def suppress(
    diagnostics: list[Diagnostic],
    text: str,
    blocks: Iterable[tuple[int, int]],
    *,
    no_effect: Callable[[], Sequence[tuple[int, int]]] = tuple,
    known: Callable[[], Mapping[str, str]],
    active: Collection[str],
    language: str = "en",
) -> list[Diagnostic]:
    """Return the diagnostics that no comment of `text` suppresses, and those on the comments.

    `blocks` are the start and end of every block in order, without comments. `no_effect` returns
    the spans of code and front matter in order, where a directive does nothing (TOOL002). `known`
    returns all codes with the names of their rules (what is neither nor a family is TOOL002). Both
    are called only if there are comments; `active` are the codes of the rules that ran: only their
    suppressions can be unused (TOOL001). `language` is that of the messages. The order of the
    result is not fixed.
    """
    # Nearly every draft has none: one fast search is enough then.
    if "reslint-" not in text:
        return diagnostics
    without_effect = no_effect()
    comments = [
        comment
        for comment in find_comments(text)
        if not any(start <= comment.start < end for start, end in without_effect)
    ]
    names = known()
    families = {code.rstrip(_DIGITS) for code in names}
    possible = {*names, *names.values(), *families}
    on_comments = _check_comments(comments, possible, language)
    on_comments += _without_effect(text, without_effect, language)
    suppressions, unopened = _collect(comments, list(blocks), text)
    kept = _apply(diagnostics, suppressions)
    ran = {*active, *(names[one] for one in active if one in names)}
    ran |= {code.rstrip(_DIGITS) for code in active}
    for key, places in (
        ("unused", [(s.code, s.place) for s in suppressions if not s.used]),
        ("unopened", unopened),
    ):
        on_comments.extend(
            own_codes.diagnostic(
                own_codes.UNUSED_SUPPRESSION, key, language, *place, {"code": code}
            )
            for code, place in places
            if code in ran
        )
    return kept + on_comments


def _without_effect(
    text: str, spans: Sequence[tuple[int, int]], language: str
) -> Iterator[Diagnostic]:
    """Yield TOOL002 for each directive in these spans."""
    for start, end in spans:
        for found in _DIRECTIVE.finditer(text, start, end):
            directive = found[0].rstrip("-")
            place = (found.start(), found.start() + len(directive))
            values = {"directive": directive}
            yield own_codes.diagnostic(
                own_codes.UNKNOWN_CODE, "no-effect", language, *place, values
            )


def _check_comments(
    comments: list[Comment], known: Collection[str], language: str
) -> list[Diagnostic]:
    """Return TOOL002 for unknown directives and codes, and for directives without codes.

    What was probably meant is looked for a few times only: that takes some thousandths of a second.
    """
    found = []
    guesses = 0
    for comment in comments:
        directive = comment.directive
        place = (comment.directive_start, comment.directive_start + len(directive))
        if directive not in DIRECTIVES:
            guesses += 1
            meant = DIRECTIVES if guesses <= _GUESSES else ()
            hint = own_codes.suggestion(directive, meant, language, default=".")
            values = {"directive": directive, "suggestion": hint}
            found.append(
                own_codes.diagnostic(own_codes.UNKNOWN_CODE, "directive", language, *place, values)
            )
            continue
        if not comment.codes:
            found.append(
                own_codes.diagnostic(
                    own_codes.UNKNOWN_CODE, "no-code", language, *place, {"directive": directive}
                )
            )
        for code, start, end in comment.codes:
            if code not in known:
                guesses += 1
                names = known if guesses <= _GUESSES else ()
                message = own_codes.unknown_code(code, names, language)
                found.append(own_codes.worded(own_codes.UNKNOWN_CODE, message, start, end))
    return found


def _collect(
    comments: list[Comment], blocks: list[tuple[int, int]], text: str
) -> tuple[list[_Suppression], list[tuple[str, tuple[int, int]]]]:
    """Return what the comments switch off, and the codes that `enable` names needlessly."""
    suppressions: list[_Suppression] = []
    unopened: list[tuple[str, tuple[int, int]]] = []
    open_ranges: dict[str, _Suppression] = {}
    length = len(text)
    next_block = 0
    for comment in comments:
        while next_block < len(blocks) and blocks[next_block][0] < comment.end:
            next_block += 1
        for code, start, end in comment.codes:
            place = (start, end)
            if comment.directive == FILE:
                suppressions.append(_Suppression(code, 0, length, place))
            elif comment.directive == LINE:
                suppressions.append(_Suppression(code, *_lines_of(comment, text), place))
            elif comment.directive == NEXT_LINE:
                following = next_block
                if following < len(blocks) and _on_one_line(
                    text, comment.end, blocks[following][0]
                ):
                    following += 1
                # Without a following block the range is empty: nothing can be suppressed.
                reach = blocks[following] if following < len(blocks) else (length + 1, length)
                suppressions.append(_Suppression(code, *reach, place))
            elif comment.directive == DISABLE:
                # A second `disable` of a code gets an empty range: it is reported as unused.
                reach = (length + 1, length) if code in open_ranges else (comment.end, length)
                opened = _Suppression(code, *reach, place)
                open_ranges.setdefault(code, opened)
                suppressions.append(opened)
            elif comment.directive == ENABLE:
                closed = open_ranges.pop(code, None)
                if closed is None:
                    unopened.append((code, place))
                else:
                    closed.end = comment.start
    return suppressions, unopened


def _on_one_line(text: str, start: int, end: int) -> bool:
    """Tell whether no line ends between two offsets."""
    return not any(text.find(mark, start, end) >= 0 for mark in _LINE_ENDS)


def _lines_of(comment: Comment, text: str) -> tuple[int, int]:
    """Return the span of the lines on which a comment stands."""
    start = max(text.rfind(end, 0, comment.start) for end in _LINE_ENDS) + 1
    ends = [text.find(end, comment.end) for end in _LINE_ENDS]
    return start, min((end for end in ends if end >= 0), default=len(text))


def _apply(diagnostics: list[Diagnostic], suppressions: list[_Suppression]) -> list[Diagnostic]:
    """Return the diagnostics that are not suppressed; mark the suppressions that were used."""
    by_code: dict[str, list[_Suppression]] = {}
    for suppression in suppressions:
        by_code.setdefault(suppression.code, []).append(suppression)
    kept = []
    for diagnostic in diagnostics:
        suppressed = False
        code = diagnostic.code
        for key in (code, diagnostic.name, code.rstrip(_DIGITS)):
            for suppression in by_code.get(key, ()):
                if suppression.start <= diagnostic.start <= suppression.end:
                    suppression.used = suppressed = True
                    break
            if suppressed:
                break
        if not suppressed:
            kept.append(diagnostic)
    return kept


def is_about_words(code: str) -> bool:
    """Return whether findings of this code are about the words at their place."""
    return code.startswith(FAMILIES)


def plain_words(text: str) -> str:
    """Return a piece of a draft as it is compared: no marks of emphasis, single spaces."""
    return " ".join(text.replace("*", "").replace("_", "").split())


def without_house_words(
    diagnostics: list[Diagnostic], text: str, words: Collection[str]
) -> list[Diagnostic]:
    """Return the diagnostics except those about words that are, or lie in, one of the `words`.

    Case matters: "E-Government" in the vocabulary does not accept "e-government". With "Radio Free
    Europe" in it, nothing is said of "Europe" there.
    """
    if not words:
        return diagnostics
    known = {plain_words(word) for word in words}
    return [
        one
        for one in diagnostics
        if not (is_about_words(one.code) and _is_known(text, one.start, one.end, known))
    ]


def _is_known(text: str, start: int, end: int, known: set[str]) -> bool:
    """Tell whether the words at a place are known, or part of a known name that stands there."""
    words = plain_words(text[start:end])
    if words in known:
        return True
    for name in known:
        at = name.find(words)
        if at < 0 or not words:
            continue
        before = plain_words(text[max(start - _REACH * len(name), 0) : start])
        after = plain_words(text[end : end + _REACH * len(name)])
        while at >= 0:
            first, last = name[:at].rstrip(), name[at + len(words) :].lstrip()
            if _ends_with(before, first) and _ends_with(after[::-1], last[::-1]):
                return True
            at = name.find(words, at + 1)
    return False


def _ends_with(text: str, words: str) -> bool:
    """Tell whether a text ends with whole words."""
    if not text.endswith(words):
        return False
    before = text[: len(text) - len(words)]
    return not words or not before or not before[-1].isalnum()
