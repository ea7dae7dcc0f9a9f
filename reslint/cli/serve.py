"""Serve a page on which drafts are checked in a browser."""

from __future__ import annotations

import os
import sys
from threading import Thread

from reslint.cli.missing import lacks_extra
from reslint.cli.wrong_usage import refuse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from socket import socket

    from reslint.web.options import WebOptions


_HOST, _PORT = "127.0.0.1", 8765
TOKEN = "RESLINT_TOKEN"
"""The variable of the environment that may hold the token."""
_PACKAGES = ("jinja2", "multipart", "pebble", "prometheus_client", "python_multipart")


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint serve`."""
    add = parser.add_argument
    add("--host", default=_HOST, help=f"address to listen on (default: {_HOST})")
    add("--port", type=int, default=_PORT, help=f"port to listen on (default: {_PORT})")
    add("--open", action="store_true", help="open the page in the browser")
    add(
        "--allow-host",
        action="append",
        default=[],
        metavar="NAME",
        help="a further name under which browsers ask for the page (may be repeated)",
    )
    add(
        "--token",
        default="",
        help=f"answer only those who know this token (or the variable {TOKEN})",
    )
    add("--root-path", default="", metavar="PATH", help="path of the page at a reverse proxy")
    add(
        "--trust-proxy",
        action="append",
        default=[],
        metavar="ADDRESS",
        help="believe the forwarded headers of this reverse proxy (may be repeated)",
    )
    add("--jobs", type=_positive, metavar="N", help="processes that check drafts (default: 2)")
    add("--queue", type=_positive, metavar="N", help="requests that may wait (default: 40)")
    add("--sessions", type=_positive, metavar="N", help="pages open at a time (default: 20)")
    add("--max-size", type=_positive, metavar="MB", help="size of a request (default: 10)")
    add("--max-time", type=_positive, metavar="SECONDS", help="time for a request (default: 20)")
    add("--config", metavar="PATH", help="this settings file, no other")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def run(arguments: Namespace) -> int:
    """Serve the page until it is interrupted. Exit code 2 if it cannot be started."""
    try:
        import uvicorn

        from reslint.web.app import make_app
    except ImportError as error:
        missing = (error.name or "").split(".")[0]
        if missing not in ("starlette", "uvicorn", *_PACKAGES):
            raise
        return lacks_extra("serve", "web", missing)
    from reslint.settings.config import ConfigError

    options = _options(arguments)
    try:
        app = make_app(options)
    except ConfigError as error:
        for problem in error.problems:
            print(f"reslint serve: error: {problem}", file=sys.stderr)
        return 2
    config = uvicorn.Config(
        app,
        host=options.host,
        port=options.port,
        root_path=options.root_path,
        proxy_headers=bool(options.proxies),
        forwarded_allow_ips=list(options.proxies),
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=options.limits.seconds,
        ws_max_size=options.limits.size,
    )
    try:
        sockets = [config.bind_socket()]
    except (SystemExit, TypeError, UnicodeError):  # uvicorn has said why, or it is no name
        return _error(f"cannot listen on {options.host}:{options.port}")
    host, port = sockets[0].getsockname()[:2]
    address = _address(host, port, options)

    class Server(uvicorn.Server):
        """Says when it is ready."""

        async def startup(self, sockets: list[socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                print(f"reslint serve: {address}", file=sys.stderr, flush=True)
                if arguments.open:
                    import webbrowser

                    # A browser on the terminal returns when it is closed: it needs the page first.
                    Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    server = Server(config)
    server.run(sockets)
    return 0 if server.started else 2


def _options(arguments: Namespace) -> WebOptions:
    from reslint.web.options import Limits, WebOptions

    given = {
        "processes": arguments.jobs,
        "waiting": arguments.queue,
        "sessions": arguments.sessions,
        "megabytes": arguments.max_size,
        "seconds": arguments.max_time,
    }
    limits = Limits(**{name: value for name, value in given.items() if value is not None})
    root = "/" + arguments.root_path.strip("/") if arguments.root_path.strip("/") else ""
    return WebOptions(
        host=arguments.host,
        port=arguments.port,
        hosts=tuple(arguments.allow_host),
        root_path=root,
        proxies=tuple(arguments.trust_proxy),
        token=arguments.token or os.environ.get(TOKEN, ""),
        config=arguments.config or "",
        limits=limits,
    )


def _address(host: str, port: int, options: WebOptions) -> str:
    from socket import gethostname

    from reslint.web.options import ANY_ADDRESS

    shown = gethostname() if host in ANY_ADDRESS else host
    shown = f"[{shown}]" if ":" in shown else shown
    token = f"?token={options.token}" if options.token else ""
    return f"http://{shown}:{port}{options.root_path}/{token}"


def _error(message: str) -> int:
    return refuse("serve", message)
