"""The page as an ASGI application: its paths, and what is started and ended with it."""

from __future__ import annotations

import json
import os
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from reslint.language.language import language as find_language
from reslint.language.loading import languages
from reslint.reports.json_text import json_text
from reslint.reports.places import part_names
from reslint.settings.table import BY_NAME, MESSAGE_LANGUAGES
from reslint.version import __version__
from reslint.web.answers import error_answer
from reslint.web.endpoints import ENDPOINTS, Api, preferred_language
from reslint.web.guard import REPORT_POLICY, Guard, page_policy
from reslint.web.metrics import Metrics
from reslint.web.openapi import description
from reslint.web.options import DraftSettings
from reslint.web.pool import Pool
from reslint.web.sessions import Sessions
from reslint.web.tasks import PAGE
from reslint.web.wording import WORDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from starlette.requests import Request

    from reslint.web.answers import Answer
    from reslint.web.endpoints import Endpoint
    from reslint.web.options import WebOptions


_HERE = os.path.dirname(__file__)
STATIC = os.path.join(_HERE, "static")
"""The files of the page, built from `web-page/` (docs/serve.md)."""


def make_app(options: WebOptions) -> Starlette:
    """Make the application. Raises ConfigError for a settings file that is wrong."""
    drafts = DraftSettings(options)
    pool = Pool(options.limits)
    sessions = Sessions(options)
    metrics = Metrics(lambda: pool.running, lambda: sessions.count)
    api = Api(options.limits, drafts, pool)
    page = Page(options)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        await pool.start()
        try:
            yield
        finally:
            await sessions.close()
            pool.close()

    async def health(request: Request) -> Response:
        return _json({"status": "ok", "reslint": __version__})

    async def openapi(request: Request) -> Response:
        return _json(description(options.limits, request.scope.get("root_path", "")))

    async def counted(request: Request) -> Response:
        return Response(metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")

    routes = [
        Route("/", page.answer),
        Route("/health", health),
        Route("/metrics", counted),
        Route("/api/openapi.json", openapi),
        *(
            Route(one.path, _handler(api, one, metrics), methods=["POST"], name=one.path)
            for one in ENDPOINTS
        ),
        WebSocketRoute("/lsp", sessions.serve),
        Mount("/static", StaticFiles(directory=STATIC), name="static"),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, options)],
        exception_handlers={HTTPException: _refused},
        lifespan=lifespan,
    )


async def _refused(_request: Request, error: Exception) -> Response:
    """The answer to a path or method that does not exist, as that of any other error."""
    assert isinstance(error, HTTPException)
    answer = error_answer(error.status_code, error.detail)
    return Response(answer.body, answer.status, error.headers, answer.media_type)


def _handler(
    api: Api, endpoint: Endpoint, metrics: Metrics
) -> Callable[[Request], Awaitable[Response]]:
    async def handle(request: Request) -> Response:
        started = time.perf_counter()
        answer = await api.answer(endpoint, request)
        metrics.count(endpoint.path, answer.status, time.perf_counter() - started)
        return _response(answer)

    return handle


def _response(answer: Answer) -> Response:
    headers = dict(answer.headers)
    if answer.media_type == PAGE:
        headers["Content-Security-Policy"] = REPORT_POLICY
    return Response(answer.body, answer.status, headers, answer.media_type)


def _json(value: object) -> Response:
    return Response(json_text(value), media_type="application/json")


class Page:
    """The page itself: its frame; all else is in the bundle."""

    def __init__(self, options: WebOptions) -> None:
        environment = Environment(
            loader=FileSystemLoader(os.path.join(_HERE, "templates")),
            autoescape=True,
            undefined=StrictUndefined,
        )
        self._template = environment.get_template("index.html.j2")
        self._limits = options.limits

    async def answer(self, request: Request) -> Response:
        """Return the page in the language that the browser asks for, or `?lang=` names."""
        asked = request.query_params.get("lang", "")
        language = asked if asked in MESSAGE_LANGUAGES else preferred_language(request)
        nonce = request.scope["nonce"]
        text = self._template.render(
            language=language,
            word=WORDS.text,
            nonce=nonce,
            root=request.scope.get("root_path", "").rstrip("/"),
            version=__version__,
            places=json.dumps(part_names(language), ensure_ascii=False),
            megabytes=self._limits.megabytes,
            languages=[(code, find_language(code).name) for code in sorted(languages())],
            organs=BY_NAME["organ"].choices,
            profiles=BY_NAME["profile"].choices,
        )
        return Response(
            text, media_type=PAGE, headers={"Content-Security-Policy": page_policy(nonce)}
        )
