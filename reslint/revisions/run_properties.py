"""Write the properties of a run that give it another look."""

from __future__ import annotations

from reslint.documents.word.styles import Properties

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.pieces import Look
    from reslint.documents.word.styles import Styles
    from reslint.documents.xml_tree import Node
    from reslint.revisions.word_markup import Markup


_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
    "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
    "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr",
    "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
    "oMath", "rPrChange",
)  # fmt: skip
"""Run properties in the order of the schema."""
_UNKNOWN = _ORDER.index("oMath")


class RunProperties:
    """Writes run properties with the mark-up of a part, for the styles of its document."""

    def __init__(self, markup: Markup, styles: Styles) -> None:
        self._markup = markup
        self._styles = styles

    def written(self, run: Node | None, look: Look | None, start: str, *, tracked: bool) -> str:
        """Return the rPr of a run (None for none), with another look if there is one.

        `tracked` keeps the old properties in rPrChange, whose start tag is `start`; a run that has
        one already keeps that alone.
        """
        node = None if run is None else run.child("rPr")
        if node is not None and look is None and tracked:
            return self._markup.raw(node)
        children = [] if node is None else list(node.nodes())
        kept = [child for child in children if child.name != "rPrChange"]
        old = "".join(self._markup.raw(child) for child in kept)
        change = next((child for child in children if child.name == "rPrChange"), None)
        new = old if look is None else self._with_look(run, kept, look)
        if tracked and look is not None:
            if change is not None:
                new += self._markup.raw(change)
            else:
                tag, inner = self._markup.tag("rPrChange"), self._markup.tag("rPr")
                new += f"{start}<{inner}>{old}</{inner}></{tag}>"
        elif tracked and change is not None:
            new += self._markup.raw(change)
        return f"<{self._markup.tag('rPr')}>{new}</{self._markup.tag('rPr')}>" if new else ""

    def _with_look(self, run: Node | None, children: list[Node], look: Look) -> str:
        """Return properties of a run that give it a look, in the order of the schema."""
        style = "" if run is None else self._paragraph_style(run)
        now = Properties(None if run is None else run.child("rPr"))
        current = self._styles.effective(style, now).look
        base = Properties(None)
        base.style, base.complex = now.style, now.complex
        inherited = self._styles.effective(style, base).look
        drop: set[str] = set()
        new: list[tuple[str, str]] = []
        for index, names in ((1, ("b", "bCs")), (0, ("i", "iCs"))):
            if look[index] == current[index]:
                continue
            drop.update(names)
            if look[index] != inherited[index]:
                value = "" if look[index] else self._markup.attributes(val="0")
                new += [(name, f"<{self._markup.tag(name)}{value}/>") for name in names]
        if look[2] != current[2]:
            drop.add("u")
            if look[2] != inherited[2]:
                value = self._markup.attributes(val="single" if look[2] else "none")
                new.append(("u", f"<{self._markup.tag('u')}{value}/>"))
        return self._ordered([child for child in children if child.name not in drop], new)

    def _ordered(self, kept: list[Node], new: list[tuple[str, str]]) -> str:
        """Return properties with new ones, (name, mark-up), each where the schema has it."""
        out = [(_rank(child.name), self._markup.raw(child)) for child in kept]
        for name, markup in new:
            rank = _rank(name)
            at = next((at for at, one in enumerate(out) if one[0] > rank), len(out))
            out.insert(at, (rank, markup))
        return "".join(markup for _, markup in out)

    def _paragraph_style(self, node: Node) -> str:
        at: Node | None = node
        while at is not None and at.name != "p":
            at = at.parent
        properties = None if at is None else at.child("pPr")
        style = None if properties is None else properties.value("pStyle")
        return style or self._styles.default


def _rank(name: str) -> int:
    """Return the place of a run property in the order of the schema."""
    return _ORDER.index(name) if name in _ORDER else _UNKNOWN
