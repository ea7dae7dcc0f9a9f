"""Recognize the words that announce what a body decides."""

from __future__ import annotations

from reslint.data.patterns import any_of
from reslint.language.organ_names import LONGEST_LINE, NAME_MARKS
from reslint.text.folding import COMMAS, INVISIBLE, close_up, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reslint.language.organ_names import OrganNames
    from reslint.language.other_bodies import OtherBodies


_TATWEEL = "\u0640"
_WORD_SPACES = (" ", "\u00a0")


class Announcements:
    """The words with which a body announces what it decides: "The Assembly hereby resolves:"."""

    def __init__(self, forms: dict[str, Any], names: OrganNames, bodies: OtherBodies) -> None:
        written: dict[str, Any] = forms.get("organ_lines", {})
        self._names = names
        self._bodies = bodies
        # Words that announce an operative part: most texts hold none.
        self._words: tuple[str, ...] = tuple(forms.get("needs", {}).get("announces", ("",)))
        self._hereby = any_of(written.get("hereby", ()))
        self._announcing = any_of(written.get("announcing", ()))
        self._follow = frozenset(written.get("follow", ()))

    def announces(self, text: str) -> tuple[str, str] | None:
        """Return the organ and its name as written in "The General Assembly hereby:", or None.

        The organ is OTHER for another body. For "Hereby resolves:" both are "".
        """
        # The official organ line, which most drafts have, holds no such word.
        if (
            self._hereby is None
            or len(text) > LONGEST_LINE
            or self._names.of_line(text) is not None
        ):
            return None
        bare = _bare(text)
        if not self._may_announce(bare):
            return None
        name = bare
        match = self._hereby.match(bare)
        if match is not None:
            name = match.groupdict().get("body") or bare[match.end() :]
        # "Be it resolved that the Assembly hereby" has such words before the name and behind it.
        last = next((m for m in self._hereby.finditer(name) if m.end() == len(name)), None)
        if last is not None:
            name = name[: last.start()]
        elif match is None:
            return self._decides(bare)
        name = name.strip(INVISIBLE + COMMAS)
        if not name:
            return "", ""
        organ = self._bodies.organ_or_body(name)
        return (organ, name) if organ is not None else None

    def ends_announcing(self, text: str) -> bool:
        """Tell whether a text ends with words that announce an operative part, whoever decides."""
        bare = _bare(text)
        return self._may_announce(bare) and any(
            found.end() == len(bare)
            for pattern in (self._hereby, self._announcing)
            if pattern is not None
            for found in pattern.finditer(bare)
        )

    def ends_with_decision(self, text: str) -> bool:
        """Tell whether a text ends with a verb that announces an operative part, without hereby."""
        bare = _bare(text)
        return (
            self._announcing is not None
            and self._may_announce(bare)
            and any(found.end() == len(bare) for found in self._announcing.finditer(bare))
            and not (
                self._hereby is not None
                and any(found.end() == len(bare) for found in self._hereby.finditer(bare))
            )
        )

    def decides(self, text: str) -> bool:
        """Tell whether a text announces an operative part, with or without a body that decides.

        "the Assembly decides:", "hereby resolves:".
        """
        bare = _bare(text)
        return self._may_announce(bare) and (
            self.announces(text) is not None or self.decides_alone(text)
        )

    def decides_alone(self, text: str) -> bool:
        """Tell whether a text is a verb that announces an operative part, without a body."""
        bare = _bare(text)
        return self._may_announce(bare) and any(
            pattern is not None and pattern.fullmatch(bare) is not None
            for pattern in (self._hereby, self._announcing)
        )

    def says_what_follows(self, text: str) -> bool:
        """Tell whether a text ends with the word of "as follows", with or without a mark."""
        words = text.rstrip(INVISIBLE + NAME_MARKS).split()
        return bool(words) and words[-1].lower() in self._follow

    def _may_announce(self, text: str) -> bool:
        """Tell quickly whether a text may hold words that announce an operative part."""
        return any(map(text.lower().__contains__, self._words))

    def _decides(self, bare: str) -> tuple[str, str] | None:
        """Return the organ and its name in "The General Assembly decides", None without a name."""
        for found in self._announcing.finditer(bare) if self._announcing is not None else ():
            name = bare[: found.start()].strip(INVISIBLE + COMMAS)
            # In Arabic the body may stand behind its verb.
            name = name or found.groupdict().get("body") or ""
            if found.end() == len(bare) and name:
                organ = self._bodies.organ_or_body(name)
                if organ is not None:
                    return organ, name
        return None


def _bare(text: str) -> str:
    """Return a text without marks around it, and as it is written without letter-spacing.

    That is also without tatweel and vowel marks: `р е ш и л:` is `решил`, `يُقــــرر` is `يقرر`.
    """
    bare = text.strip(INVISIBLE + NAME_MARKS)
    if bare[-2:-1] in _WORD_SPACES:
        bare = close_up(bare)
    return fold(bare) if _TATWEEL in bare else bare
