"""A file with its fixes written into it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.text.source import Source


class Written:
    """A file with its changes.

    data        its bytes
    source      as it is read now
    refused     (offset in the old text, reason) of each place whose changes could not be written
    shown       whether the file hid tracked changes, and shows them now
    """

    __slots__ = ("data", "refused", "shown", "source")

    def __init__(
        self, data: bytes, source: Source, refused: list[tuple[int, str]], *, shown: bool = False
    ) -> None:
        self.data = data
        self.source = source
        self.refused = refused
        self.shown = shown
