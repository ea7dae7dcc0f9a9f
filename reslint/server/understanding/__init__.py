"""What a drafter asks of a draft: its structure, what stands at a place and what it refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reslint.server.server import Server


def register(server: Server) -> None:
    """Add the features to the server."""
