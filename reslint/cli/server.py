"""Start the language server for editors."""

from __future__ import annotations

import sys

from reslint.cli.missing import lacks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


_HOST = "127.0.0.1"
_PORT = 2087


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint server`."""
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--stdio", action="store_true", help="use standard input and output (default)")
    way.add_argument("--tcp", action="store_true", help="listen for one client on a TCP port")
    way.add_argument("--ws", action="store_true", help="listen for one WebSocket client")
    parser.add_argument("--host", default=_HOST, help=f"address to listen on (default: {_HOST})")
    parser.add_argument(
        "--port", type=int, default=_PORT, help=f"port to listen on (default: {_PORT})"
    )


def run(arguments: Namespace) -> int:
    """Serve one client until it ends. Exit code 2 if the server cannot start."""
    try:
        from reslint.server.lazy_lsprotocol import import_lazily

        import_lazily()
        from reslint.server import starting
    except ImportError as error:
        if (error.name or "").split(".")[0] not in ("pygls", "lsprotocol", "cattrs", "attrs"):
            raise
        return lacks("server", "pygls")
    if not (arguments.tcp or arguments.ws):
        return starting.serve_stdio()
    host, port = arguments.host, arguments.port
    try:
        if arguments.tcp:
            return starting.serve_tcp(host, port)
        return starting.serve_websocket(host, port)
    except ImportError as error:
        if (error.name or "").split(".")[0] != "websockets":
            raise
        return lacks("server", "websockets")
    except (OSError, OverflowError) as error:  # a port beyond 65535 is an overflow
        print(f"reslint server: cannot listen on {host}:{port}: {error}", file=sys.stderr)
    return 2
