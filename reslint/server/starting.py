"""A server made and started."""

from __future__ import annotations

from reslint.server import understanding
from reslint.server.server import Server


def make_server() -> Server:
    """A server with all its features, not yet started."""
    server = Server()
    understanding.register(server)
    return server
