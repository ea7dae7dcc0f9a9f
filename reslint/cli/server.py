"""Start the language server, for editors."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint server`."""
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--stdio", action="store_true", help="speak through standard input and output (default)"
    )
    way.add_argument("--tcp", action="store_true", help="listen on a TCP port, for one client")
    way.add_argument("--ws", action="store_true", help="listen for one WebSocket client")


def run(arguments: Namespace) -> int:
    """Serve one client until it is gone; the exit code is that of the protocol."""
    from reslint.server.starting import make_server

    make_server().start_io()
    return 0
