"""Who is answered: requests of this page's own address, with the token where there is one.

A page of another site can make a browser send requests to an office's network. Such a request has
another `Origin`, or, where the name of the other site was made to point here, another `Host`.
"""

from __future__ import annotations

import hmac
import secrets
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.websockets import WebSocketClose

from reslint.reports.html import style_hash
from reslint.web.answers import JSON, error_answer

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from reslint.web.options import WebOptions


FORBIDDEN, UNAUTHORIZED = 403, 401
COOKIE = "reslint-token"
_OPEN = ("/health",)
_POLICY_VIOLATION = 1008
_HEADERS = {
    "x-content-type-options": "nosniff",
    # With "no-referrer" the own forms of the page would have no origin.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    "x-frame-options": "DENY",
    "cache-control": "no-store",
}
_NOTHING = "default-src 'none'; frame-ancestors 'none'"


def page_policy(nonce: str) -> str:
    """Return the Content-Security-Policy of the page: its own files, and nothing inline.

    The editor adds its style in an element of its own, which has the nonce. The report shown in a
    frame has a style with a known hash.
    """
    return (
        "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
        f"style-src 'self' 'nonce-{nonce}' '{style_hash()}'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )


REPORT_POLICY = "sandbox allow-scripts allow-popups; frame-ancestors 'none'"
"""That of a report, which names its own script and style in a policy of its own."""


class Guard:
    """Refuses requests that are not the page’s own; adds the headers for security to answers."""

    def __init__(self, app: ASGIApp, options: WebOptions) -> None:
        self._app = app
        self._hosts = options.allowed_hosts()
        self._any_host = "*" in options.hosts
        self._token = options.token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        scope["nonce"] = secrets.token_urlsafe(16)

        async def secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("content-security-policy", _NOTHING)
            await send(message)

        refused = self._refusal(scope)
        if refused is None:
            await self._app(scope, receive, secured)
        elif scope["type"] == "websocket":
            await WebSocketClose(_POLICY_VIOLATION)(scope, receive, send)
        else:
            await refused(scope, receive, secured)

    def _refusal(self, scope: Scope) -> Response | None:
        """The answer to a request that is refused, None for any other."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self._any_host and _name_of(host) not in self._hosts:
            return _refuse("this page is not served under that name (--allow-host adds one)")
        if not _is_own(scope, headers, host):
            return _refuse("requests from pages of another origin are not answered")
        if self._token and scope["path"].removeprefix(scope.get("root_path", "")) not in _OPEN:
            return self._without_token(scope, headers)
        return None

    def _without_token(self, scope: Scope, headers: Headers) -> Response | None:
        """The answer to a request without the token. The page takes it from its address, once."""
        given = headers.get("authorization", "").removeprefix("Bearer ").strip()
        if self._is_token(given) or self._is_token(_cookie(headers)):
            return None
        asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token", [""])[0]
        if scope["type"] == "http" and scope["method"] == "GET" and self._is_token(asked):
            path = scope.get("root_path", "").rstrip("/") + "/"
            response = RedirectResponse(path, status_code=303)
            secure = scope["scheme"] == "https"
            response.set_cookie(
                COOKIE, asked, httponly=True, samesite="strict", secure=secure, path=path
            )
            return response
        return _refuse("the token is missing or wrong", UNAUTHORIZED)

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode("utf-8"), self._token.encode("utf-8"))


def _refuse(message: str, status: int = FORBIDDEN) -> Response:
    return Response(error_answer(status, message).body, status, media_type=JSON)


def _name_of(host: str) -> str:
    """Return the name in a header `Host`, in small letters, without the port."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _is_own(scope: Scope, headers: Headers, host: str) -> bool:
    """Tell whether a request comes from this page, or from no page at all."""
    origin = headers.get("origin")
    if origin is not None:
        scheme = {"ws": "http", "wss": "https"}.get(scope["scheme"], scope["scheme"])
        return origin.lower() == f"{scheme}://{host}".lower()
    # A link to the page may stand anywhere; everything else must come from the page itself.
    is_link = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
    return is_link or headers.get("sec-fetch-site", "none") in ("same-origin", "none")


def _cookie(headers: Headers) -> str:
    try:
        cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return "" if cookie is None else cookie.value
