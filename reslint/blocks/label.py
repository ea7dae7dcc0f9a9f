"""The data of a label: what kind it is, how it is written, what it says."""

from __future__ import annotations

from reslint.blocks.anchor import SOURCE, Offset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    LabelKind = Literal["number", "letter", "roman", "circled", "quoted", "bullet"]
    LabelPart = Literal["", "preambular", "operative"]
    LabelStyle = (
        Literal["N.", "N -", "N)", "(N)", "N", "N/", "N:", "N°", "§N", "I.", "一、", "word N"]
        | Literal["N.N", "(x)", "x)", "x.", "X.", "x -", "x", "’x‘", "–"]
    )


class Label:
    """The label of a paragraph, as written in `text`: a number, a letter, a bullet …

    `value` is its position in its series (0 for a bullet); a letter that is also a roman number
    has that number as `roman_value`. `style` is its form, with `N` or `x` in place of the value
    (`N.`, `(x)`, `N -`, `word N` for OP1 and Article 1); `suffix` is bis, ter … `value_span` is
    the plain span of the number or letter, `number_end` the plain offset after number and suffix,
    and `body` that after the label. `start` and `end` are source offsets. `part` is the part that
    the word of the label names (PP, OP), "" for none. A label that is not `certain` is one only
    if a leading phrase follows. `under` is the number 1 of the label 1.2 or 1.a, 0 for others.
    """

    __slots__ = (
        "_end",
        "_start",
        "anchor",
        "body",
        "certain",
        "kind",
        "number_end",
        "part",
        "roman_value",
        "style",
        "suffix",
        "text",
        "under",
        "value",
        "value_span",
    )
    start = Offset("start")
    end = Offset("end")

    def __init__(
        self,
        kind: LabelKind,
        text: str,
        value: int,
        style: LabelStyle,
        *,
        body: int,
        value_span: tuple[int, int],
        roman_value: int = 0,
        suffix: str = "",
        number_end: int = 0,
        part: LabelPart = "",
        certain: bool = True,
    ) -> None:
        self.kind = kind
        self.text = text
        self.value = value
        self.style = style
        self.body = body
        self.roman_value = roman_value
        self.suffix = suffix
        self.value_span = value_span
        self.number_end = number_end or value_span[1]
        self.part = part
        self.certain = certain
        self.under = 0
        self.anchor = SOURCE
        self._start = 0
        self._end = 0

    def read_as(self, kind: LabelKind, value: int) -> Label:
        """Return a copy with another kind and value: `(i)` as a letter or as a roman number."""
        label = Label(
            kind,
            self.text,
            value,
            self.style,
            body=self.body,
            value_span=self.value_span,
            roman_value=self.roman_value,
            suffix=self.suffix,
            number_end=self.number_end,
            part=self.part,
            certain=self.certain,
        )
        label.under = self.under
        label.anchor = self.anchor
        label._start, label._end = self._start, self._end
        return label
