"""What a drafter asks of a draft: its structure, what stands at a place and what it refers to.

The modules here answer from a draft as read, in code points of the source, and know nothing of the
protocol; `features` puts the questions of an editor to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reslint.server.server import Server


def register(server: Server) -> None:
    """Add the features to the server."""
    from reslint.server.understanding.features import register as register_all

    register_all(server)
