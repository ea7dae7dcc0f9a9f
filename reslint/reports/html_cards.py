"""The findings of one file on the HTML page: the cards beside the text, the marks in it."""

from __future__ import annotations

from reslint.data.expressions import expression
from reslint.diagnostics import SEVERITIES
from reslint.reports.html_words import SYMBOLS, isolated, place_in, safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reslint.reports.html_marks import Piece
    from reslint.reports.result import Reported


_LONGEST_CHANGE = 90  # characters: a longer one is better read in the draft
_EMPHASES = {
    "italic": ("<em>", "</em>"),
    "bold": ("<strong>", "</strong>"),
    "bold italic": ("<strong><em>", "</em></strong>"),
    "underline": ("<u>", "</u>"),
}


# Words of Hebrew, Arabic and their like, with the marks that emphasize them.
_STRONG = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_RIGHT_TO_LEFT_WORDS = expression(
    rf"([(*_]*[{_STRONG}](?:[^“”«»\"(),:A-Za-z]*[{_STRONG}])?[)*_…]*)"
)


class Findings:
    """The findings of a file, numbered from 1, and what the page shows of them."""

    __slots__ = ("_file", "_language", "_reported", "_text", "_words")

    def __init__(
        self,
        file: int,
        reported: list[Reported],
        words: Mapping[str, str],
        language: str,
        text: str | None = None,
    ) -> None:
        self._file = file
        self._reported = reported
        self._words = words
        self._language = language
        self._text = text

    def spans(self, *, of_the_draft: bool) -> list[tuple[int, int, int]]:
        """The number and source span of those that stand in the text, or of the others."""
        return [
            (number, one.diagnostic.start, one.diagnostic.end)
            for number, one in enumerate(self._reported, 1)
            if _on_the_whole(one) is of_the_draft
        ]

    def piece(self, piece: Piece) -> str:
        """A piece of text with its emphasis, its marks and the badges of the findings it ends."""
        shown = safe(piece.text)
        if piece.kind == "marker":
            shown = f'<sup class="note-ref">{shown}</sup>'
        elif piece.kind == "label":
            shown = f'<span class="label">{shown}</span>'
        for kind in reversed(piece.emphases):
            opening, closing = _EMPHASES.get(kind, ("<em>", "</em>"))
            shown = opening + shown + closing
        shown = self.marked(shown, piece.findings, point=piece.kind == "point")
        return shown + "".join(self.badge(number) for number in piece.ends)

    def marked(self, shown: str, numbers: tuple[int, ...], *, point: bool = False) -> str:
        """A piece of the page marked by these findings."""
        if not numbers:
            return shown
        found = [self._reported[number - 1].diagnostic for number in numbers]
        gravest = min((one.severity for one in found), key=SEVERITIES.index)
        says = "\n".join(f"{one.code}: {one.message}" for one in found)
        cards = " ".join(self._card_id(number) for number in numbers)
        kind = f"f {gravest} point" if point else f"f {gravest}"
        return f'<mark class="{kind}" data-f="{cards}" title="{safe(says)}">{shown}</mark>'

    def badge(self, number: int) -> str:
        """The number of a finding in its shape, a link to its card."""
        one = self._reported[number - 1].diagnostic
        says = self._words["found"].format(
            number=number,
            severity=self._words[one.severity],
            code=one.code,
            message=one.message,
        )
        return (
            f'<a class="badge {one.severity}" id="m{self._file}-{number}" dir="ltr"'
            f' href="#{self._card_id(number)}" data-f="{self._card_id(number)}"'
            f' title="{safe(f"{one.code}: {one.message}")}" aria-label="{safe(says)}">'
            f"{SYMBOLS[one.severity]}{number}</a>"
        )

    def cards(self, numbers: Iterable[int]) -> str:
        """The cards of these findings, in order."""
        made = "".join(self._card(number) for number in numbers)
        if not made:
            return ""
        return f'<ol class="cards" lang="{self._language}" dir="ltr">{made}</ol>'

    def _card_id(self, number: int) -> str:
        return f"f{self._file}-{number}"

    def _card(self, number: int) -> str:
        reported = self._reported[number - 1]
        one = reported.diagnostic
        words = self._words
        place = f"{words['line']} {reported.line}:{reported.column}"
        if one.paragraph:
            place += f" · {place_in(one.paragraph, self._language)}"
        related = "".join(
            f"<li>{isolated(other.message)} ({words['line']} {where[0]}:{where[1]})</li>"
            for other, where in zip(one.related, reported.related, strict=True)
        )
        if related:
            related = f'<p class="related">{safe(words["related"])}</p><ul>{related}</ul>'
        return (
            f'<li class="card {one.severity}" id="{self._card_id(number)}"'
            f' data-code="{safe(one.code)}" data-severity="{one.severity}">'
            f'<p class="head"><a class="number" href="#m{self._file}-{number}"'
            f' title="{safe(words["to-text"])}">{SYMBOLS[one.severity]}{number}</a> '
            f'<a class="code" href="#rule-{safe(one.code)}">{safe(one.code)}</a> '
            f'<span class="severity">{safe(words[one.severity])}</span> '
            f'<span class="place">{isolated(place)}</span></p>'
            f'<p class="message">{_with_quotations(one.message)}</p>'
            f"{self._fix(reported)}{related}</li>"
        )

    def _fix(self, reported: Reported) -> str:
        """What the fix is called, and what it writes if that is short."""
        fix = reported.diagnostic.fix
        if fix is None:
            return ""
        label = safe(self._words["safe" if fix.safety == "safe" else "unsafe"])
        shown = None if self._text is None else _change(self._text, reported)
        if shown is None:
            return f'<p class="fix">{label} {isolated(fix.title)}</p>'
        before, after = shown
        change = " → ".join(
            f"<{name}>{isolated(text)}</{name}>"
            for name, text in (("del", before), ("ins", after))
            if text
        )
        return (
            f'<p class="fix" title="{safe(fix.title)}">{label}'
            f' <span class="change">{change}</span></p>'
        )


def _with_quotations(message: str) -> str:
    """A message in which words quoted from a right-to-left draft keep to their places."""
    # Every second piece is what the pattern found.
    return "".join(
        isolated(piece) if index % 2 else safe(piece)
        for index, piece in enumerate(_RIGHT_TO_LEFT_WORDS.split(message))
    )


def _on_the_whole(reported: Reported) -> bool:
    """Whether a finding is on the draft as such: reslint's own, without a place."""
    one = reported.diagnostic
    return one.code.startswith("TOOL") and one.start == one.end == 0


def _change(text: str, reported: Reported) -> tuple[str, str] | None:
    """The stretch that the fix of a finding edits, before and after; None if it is long."""
    one = reported.diagnostic
    assert one.fix is not None
    edits = sorted(one.fix.edits, key=lambda edit: (edit.start, edit.end))
    if not edits:
        return None
    start = min(edits[0].start, max(one.start, edits[0].start - 30))
    end = max(edits[-1].end, min(one.end, edits[-1].end + 30))
    if end - start > _LONGEST_CHANGE or sum(len(edit.text) for edit in edits) > _LONGEST_CHANGE:
        return None
    pieces, at = [], start
    for edit in edits:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    pieces.append(text[at:end])
    before, after = (" ".join(piece.split()) for piece in (text[start:end], "".join(pieces)))
    return None if before == after else (before, after)
