"""Progress of long work, shown by the editor, which may ask to give it up."""

from __future__ import annotations

import asyncio
from threading import Event
from typing import TYPE_CHECKING, Any
from uuid import uuid4

if TYPE_CHECKING:
    from reslint.server.server import Server

_CREATE = "window/workDoneProgress/create"
_NOTIFY = "$/progress"


class Progress:
    """The progress of one piece of work; `cancelled` is set once nobody wants it any longer."""

    def __init__(self, server: Server, token: int | str | None) -> None:
        self._server = server
        self._token = token
        self._percentage = -1
        self.cancelled = Event()

    def begin(self, title: str) -> None:
        """The work begins."""
        self._say({"kind": "begin", "title": title, "cancellable": True, "percentage": 0})

    def report(self, done: int, total: int) -> None:
        """So much is done; said when the percentage has changed."""
        percentage = 100 * done // max(1, total)
        if percentage != self._percentage:
            self._percentage = percentage
            self._say({"kind": "report", "message": f"{done}/{total}", "percentage": percentage})

    def end(self, message: str) -> None:
        """The work is done or given up."""
        self._say({"kind": "end", "message": message})

    def _say(self, value: dict[str, Any]) -> None:
        if self._token is not None:
            self._server.send(_NOTIFY, {"token": self._token, "value": value})


class LongWork:
    """The work whose progress is shown, by token."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._running: dict[int | str, Progress] = {}

    async def start(self, token: int | str | None) -> Progress:
        """The progress for a token of the client's, or for one that the client is asked for."""
        if token is None and self._server.abilities.progress:
            made = str(uuid4())
            request = self._server.ask(_CREATE, {"token": made})
            try:
                await asyncio.wrap_future(request)
                token = made
            except asyncio.CancelledError:
                raise
            except Exception:  # it does not want to show any: no reason not to do the work
                token = None
        progress = Progress(self._server, token)
        if token is not None:
            self._running[token] = progress
        return progress

    def cancel(self, token: int | str) -> None:
        """The client asks to give up the work with this token; an unknown one means nothing."""
        progress = self._running.get(token)
        if progress is not None:
            progress.cancelled.set()

    def forget(self, progress: Progress) -> None:
        """The work is over."""
        self._running = {token: one for token, one in self._running.items() if one is not progress}
