"""Find the names of organs and other bodies within a text."""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.language.organ_names import LONGEST_LINE, NAME_MARKS, NEVER_IN_NAME, OTHER
from reslint.text.folding import COLONS, COMMAS, INVISIBLE, SMALL_LETTERS, fold_in_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.language.organ_names import OrganNames
    from reslint.language.other_bodies import OtherBodies


_LINE_ENDS = COMMAS + COLONS
_LONGEST_GAP = 4  # spaces and direction marks before the comma
_LONGEST_TAIL = 80  # of an official one at the end of a paragraph
_LONGEST_BODY = 100  # of that of another body, behind other text
_DOTS = ".…"  # people who quote a draft write them behind the name
# A remark behind the name: "The General Assembly, [name varies] Recalling …". What opens with a
# capital may be a paragraph in brackets.
_REMARK = expression(rf"\s*\[[{SMALL_LETTERS}][^\[\]]{{1,300}}\]\s*(?=\S)")
_UP_TO_MARK = expression(rf"[^{NAME_MARKS}.!?؟]+")


class OrganPlaces:
    """Find where the names of organs and other bodies stand within a text."""

    def __init__(self, names: OrganNames, bodies: OtherBodies) -> None:
        self._names = names
        self._bodies = bodies
        self._line_ends = tuple(
            written for line in names.official for written in (line, line.upper())
        )

    def named_before(self, text: str) -> tuple[str, int] | None:
        """Return the organ with whose name a text begins, and the offset after name and mark.

        The mark is a comma or colon. The organ is OTHER for what may be the name of another body.
        More text must follow: "The General Assembly, recalling …". None if there is no such name.
        """
        for at, character in enumerate(text[:LONGEST_LINE]):
            if character in _LINE_ENDS:
                name, rest = text[:at], text[at + 1 :]
                organ = self._names.of_line(name) or self._names.full_name(name)
                if organ is None and self._bodies.goes_on(name, character):
                    continue  # “We, the delegates of …, recalling …”
                if organ is None and (self._bodies.says_kind(name) or self._bodies.is_body(name)):
                    organ = OTHER
                if organ is None or not rest.strip(INVISIBLE):
                    return None
                if self._bodies.meeting and self._bodies.meeting.match(rest):
                    if organ == OTHER or not self._bodies.is_any_assembly(text):
                        return None  # the line of a body that says when or where it met
                remark = _REMARK.match(rest)
                rest = rest[remark.end() :] if remark is not None else rest.lstrip(INVISIBLE)
                return organ, len(text) - len(rest)
            if character in NEVER_IN_NAME:
                return None
        return None

    def names_before(self, text: str) -> tuple[int, ...]:
        """Return the offsets at which the name of an organ with which a text begins may end.

        For text that goes on without comma: "The General Assembly recalling …". That of an official
        organ line is certain; that of another body may end at each space before the first mark.
        """
        written = fold_in_place(text[:LONGEST_LINE]).translate(self._names.letters).lower()
        for line in self._names.lines:
            if written.startswith(line):
                rest = written[len(line) :]
                end = len(line) + len(rest) - len(rest.lstrip(_DOTS))
                if written[end : end + 1].isspace():
                    return (end,)
        if not written.startswith(self._bodies.heads) or written.startswith(self._bodies.never):
            return ()
        name = _UP_TO_MARK.match(text, 0, LONGEST_LINE)
        return tuple(at for at, one in enumerate(name[0] if name else "") if one.isspace())

    def line_within(
        self, text: str, starts: frozenset[int], *, glued: bool = False
    ) -> tuple[int, int] | None:
        """Return the span of the first official organ line behind other text, None for none.

        It is written as on its own line, with its capitals, and a comma or colon ends it. A word
        ends before it, or it stands at one of the `starts` of lines; `glued` takes any place. Alone
        between two such starts it needs no mark.
        """
        folded = fold_in_place(text)
        lines = self._names.official
        if self._names.letters and not folded.isascii():
            folded = folded.translate(self._names.letters)
            lines = tuple(line.translate(self._names.letters) for line in lines)
        places = []
        for line in lines:
            for written in {line, line.upper()}:
                at = folded.find(written, 1)
                while at >= 0:
                    end = at + len(written)
                    end += len(folded[end : end + _LONGEST_GAP]) - len(
                        folded[end : end + _LONGEST_GAP].lstrip(INVISIBLE)
                    )
                    follows = folded[end : end + 1]
                    if end in starts and at in starts and follows not in _LINE_ENDS:
                        places.append((at, end))
                        break
                    if (
                        follows in _LINE_ENDS
                        and follows
                        and (glued or at in starts or not folded[at - 1].isalnum())
                    ):
                        places.append((at, end + 1))
                        break
                    at = folded.find(written, end)
        return min(places, default=None)

    def line_at_end(self, text: str) -> int | None:
        """Return the offset of an official organ line that ends a text, None for none.

        It has its capitals; the comma or colon behind it is ignored.
        """
        tail = fold_in_place(text[-_LONGEST_TAIL:]).rstrip(INVISIBLE + _LINE_ENDS)
        if not tail.endswith(self._line_ends):
            return None
        longest = max(len(line) for line in self._line_ends if tail.endswith(line))
        return max(len(text) - _LONGEST_TAIL, 0) + len(tail) - longest

    def other_within(self, text: str, ends: Iterable[int]) -> tuple[int, int] | None:
        """Return the span of the line of another body behind other text, None for none.

        `ends` are the offsets at which a comma stands that may end the line. Its name begins with
        an article and has a capital: "… The Sixtieth Health Assembly, Recalling …".
        """
        folded = fold_in_place(text)
        for end in ends:
            places = [
                at
                for at in self._openers_in(folded, max(end - _LONGEST_BODY, 0), end)
                if self._bodies.is_body(text[at:end])
            ]
            if places and not self._bodies.says_kind(
                text[:end]
            ):  # the line has no text above it then
                kind = (at for at in reversed(places) if self._bodies.says_kind(text[at:end]))
                return next(kind, places[-1]), end + 1
        return None

    def _openers_in(self, text: str, start: int, end: int) -> list[int]:
        """Return where an article with a capital stands behind other text, in order."""
        places = []
        for opener in self._bodies.openers:
            for written in {opener.capitalize(), opener.upper()}:
                at = text.find(written, start, end)
                while at >= 0:
                    behind = text[at + len(opener) : at + len(opener) + 1]
                    whole = not (opener[-1:].isalpha() and behind.isalpha())  # not LAC
                    if at > 0 and not text[at - 1].isalpha() and whole:
                        places.append(at)
                    at = text.find(written, at + 1, end)
        return sorted(places)
