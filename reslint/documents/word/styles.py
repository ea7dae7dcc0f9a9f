"""The looks of text in a Word file: document defaults, styles and their chains, direct formatting.

A look of a run is found once for each pair of paragraph style and run properties.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.pieces import Look
    from reslint.documents.xml_tree import Node

_ON = frozenset(("", "1", "true", "on"))
_TOGGLES = frozenset(("b", "i", "bCs", "iCs", "vanish", "strike", "dstrike"))
_QUOTATIONS = frozenset(("quote", "intense quote", "block text", "quotations"))
"""Names of styles of quotations: Word's own, which stay English in all languages, LibreOffice's."""
_LONGEST_CHAIN = 30
_RAISED = 4
"""Half points above the line from which text that is moved up is raised text."""
_BODY = 9
"""The outline level of text that is no heading."""


class RunLook:
    """What a run looks like: its look, and whether it is raised, hidden or struck through."""

    __slots__ = ("hidden", "look", "raised", "struck")

    def __init__(self, look: Look, *, raised: bool, hidden: bool, struck: bool) -> None:
        self.look = look
        self.raised = raised
        self.hidden = hidden
        self.struck = struck


class Properties:
    """Properties of a run as one place states them; None where it states nothing.

    Toggles (italics, bold, hidden, struck through) are True or False; `underline` and `raised` too.
    """

    __slots__ = ("complex", "raised", "style", "toggles", "underline")

    def __init__(self, node: Node | None) -> None:
        self.toggles: dict[str, bool] = {}
        self.underline: bool | None = None
        self.raised: bool | None = None
        self.style = ""
        self.complex = False
        for child in () if node is None else node.nodes():
            name = child.name
            if name in _TOGGLES:
                self.toggles[name] = is_on(child)
            elif name == "u":
                self.underline = child.get("val", "single") != "none"
            elif name == "vertAlign":
                self.raised = child.get("val") == "superscript"
            elif name == "position" and self.raised is None:
                height = number_of(child.get("val"))
                if height is not None and height >= _RAISED:
                    self.raised = True
            elif name == "rStyle":
                self.style = child.get("val")
            elif name in ("rtl", "cs"):
                self.complex = self.complex or is_on(child)


class Style:
    """A style: its properties, the style it is based on, its list and its outline level."""

    __slots__ = ("based_on", "level", "name", "numbering", "properties")

    def __init__(self, node: Node) -> None:
        self.name = (node.value("name") or "").lower()
        self.based_on = node.value("basedOn") or ""
        self.properties = Properties(node.child("rPr"))
        paragraph = node.child("pPr")
        self.numbering = None if paragraph is None else numbering_of(paragraph)
        self.level = None if paragraph is None else number_of(paragraph.value("outlineLvl"))


def is_on(node: Node) -> bool:
    """Return whether a toggle is on: it is unless its value says no."""
    return node.get("val").lower() in _ON


def number_of(value: str | None) -> int | None:
    """Return an attribute as a number, None if it is not a number."""
    if value is None:
        return None
    try:
        return int(value)
    except ValueError:
        return None


def numbering_of(paragraph: Node) -> tuple[str | None, int | None] | None:
    """Return the list (its numId) and level that paragraph properties name, None for none."""
    node = paragraph.child("numPr")
    if node is None:
        return None
    return node.value("numId"), number_of(node.value("ilvl"))


class Styles:
    """The styles of a document; `root` is that of styles.xml, None where there is none."""

    def __init__(self, root: Node | None) -> None:
        self._nodes: dict[str, Node] = {}
        self._styles: dict[str, Style] = {}
        self.default = ""
        """The style of a paragraph that names none."""
        defaults: Node | None = None
        for node in () if root is None else root.nodes():
            if node.name == "style":
                identifier = node.get("styleId")
                self._nodes[identifier] = node
                if node.get("type") == "paragraph" and node.get("default") in ("1", "true", "on"):
                    self.default = identifier
            elif node.name == "docDefaults":
                holder = node.child("rPrDefault")
                defaults = None if holder is None else holder.child("rPr")
        self._defaults = Properties(defaults)
        self._cache: dict[tuple[str, bytes], RunLook] = {}

    def chain(self, identifier: str) -> list[Style]:
        """Return a style and those it is based on, nearest first; a circle is cut."""
        chain: list[Style] = []
        seen = set()
        while identifier in self._nodes and identifier not in seen:
            seen.add(identifier)
            chain.append(self._style(identifier))
            identifier = chain[-1].based_on
            if len(chain) >= _LONGEST_CHAIN:
                break
        return chain

    def named(self, name: str) -> str:
        """Return the id of the style with a name (in small letters), "" for none."""
        for identifier in self._nodes:
            if self._style(identifier).name == name:
                return identifier
        return ""

    def _style(self, identifier: str) -> Style:
        found = self._styles.get(identifier)
        if found is None:
            found = self._styles[identifier] = Style(self._nodes[identifier])
        return found

    def look(self, paragraph_style: str, properties: Node | None, data: bytes) -> RunLook:
        """Return the look of a run in a paragraph of that style.

        `properties` is its rPr, `data` the part in which it stands.
        """
        raw = b"" if properties is None else data[properties.start : properties.end]
        key = (paragraph_style, raw)
        found = self._cache.get(key)
        if found is None:
            found = self._cache[key] = self.effective(paragraph_style, Properties(properties))
        return found

    def effective(self, paragraph_style: str, direct: Properties) -> RunLook:
        """Return the look that properties have in a paragraph of that style."""
        paragraph = self.chain(paragraph_style)
        character = self.chain(direct.style) if direct.style else []
        suffix = "Cs" if direct.complex else ""

        def toggle(name: str) -> bool:
            if name in direct.toggles:
                return direct.toggles[name]
            in_paragraph = _first_toggle(paragraph, name)
            in_character = _first_toggle(character, name)
            if in_paragraph is None and in_character is None:
                return self._defaults.toggles.get(name, False)
            return bool(in_paragraph) != bool(in_character)

        def first(name: str) -> bool:
            for properties in (
                direct,
                *(style.properties for style in character),
                *(style.properties for style in paragraph),
                self._defaults,
            ):
                value: bool | None = getattr(properties, name)
                if value is not None:
                    return value
            return False

        look = (toggle("i" + suffix), toggle("b" + suffix), first("underline"))
        return RunLook(
            look,
            raised=first("raised"),
            hidden=toggle("vanish"),
            struck=toggle("strike") or toggle("dstrike"),
        )

    def numbering(self, paragraph_style: str) -> tuple[str | None, int | None] | None:
        """Return the list and level that a paragraph style names, None for none."""
        for style in self.chain(paragraph_style):
            if style.numbering is not None:
                return style.numbering
        return None

    def is_quotation(self, paragraph_style: str) -> bool:
        """Return whether a paragraph style is that of quotations."""
        return any(style.name in _QUOTATIONS for style in self.chain(paragraph_style))

    def outline_level(self, paragraph_style: str) -> int:
        """Return the outline level of a paragraph style, 9 for text."""
        for style in self.chain(paragraph_style):
            if style.level is not None:
                return style.level
        return _BODY


def _first_toggle(chain: list[Style], name: str) -> bool | None:
    for style in chain:
        value = style.properties.toggles.get(name)
        if value is not None:
            return value
    return None
