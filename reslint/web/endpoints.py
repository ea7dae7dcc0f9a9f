"""What programs may ask for: a table of paths, and how each is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reslint.settings.config import ConfigError
from reslint.settings.settings import SettingsError
from reslint.settings.table import MESSAGE_LANGUAGES
from reslint.web import fields, tasks
from reslint.web.answers import error_answer
from reslint.web.pool import Busy, Died, TooSlow
from reslint.web.request_body import Refused, read_body

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Any

    from starlette.requests import Request

    from reslint.settings.settings import Settings
    from reslint.web.answers import Answer
    from reslint.web.fields import Field
    from reslint.web.options import DraftSettings, Limits
    from reslint.web.pool import Pool
    from reslint.web.request_body import Body
    from reslint.web.tasks import Upload


BUSY, TOO_SLOW, DIED = 503, 504, 500
_RETRY_AFTER = "2"
_MOST_VERSIONS = 6
_SETTING_NAMES = frozenset(one.name for one in fields.SETTINGS)


@dataclass(frozen=True)
class Endpoint:
    """A path: what it does, its fields as JSON and as a form, and the media type of its answer.

    `text` says whether a draft may come as text in JSON.
    """

    path: str
    summary: str
    fields: tuple[Field, ...]
    text: bool = True
    files: bool = False
    answer: str = "application/json"


CHECK = Endpoint(
    "/api/check",
    "Check a draft. The answer is that of `reslint check --format json`.",
    fields.SETTINGS,
)
FIX = Endpoint(
    "/api/fix",
    "Fix a draft. The answer is the report on what is left, with the `text` or the `file`.",
    (*fields.SETTINGS, fields.UNSAFE),
)
CONVERT = Endpoint(
    "/api/convert",
    "Write a draft as Markdown, Word, a report, or a file of its own format.",
    (*fields.SETTINGS, fields.TO, fields.EDITED, fields.COMMENTS),
    answer="application/octet-stream",
)
CONCORDANCE = Endpoint(
    "/api/concordance",
    "Compare the versions of a draft. The answer is that of `reslint concordance --format json`.",
    (*fields.SETTINGS, fields.REFERENCE, fields.FORMAT),
    text=False,
    files=True,
)
ENDPOINTS = (CHECK, FIX, CONVERT, CONCORDANCE)


class Api:
    """Answers the requests of the table: each is worked on in a process of the pool."""

    def __init__(self, limits: Limits, drafts: DraftSettings, pool: Pool) -> None:
        self._limits = limits
        self._drafts = drafts
        self._pool = pool
        self._ways: dict[str, Callable[[Request, Body], Awaitable[Answer]]] = {
            CHECK.path: self._check,
            FIX.path: self._fix,
            CONVERT.path: self._convert,
            CONCORDANCE.path: self._concordance,
        }

    async def answer(self, endpoint: Endpoint, request: Request) -> Answer:
        """Answer a request; whatever is wrong with it is an answer, too."""
        seconds, megabytes = self._limits.seconds, self._limits.megabytes
        try:
            if request.query_params:
                name = next(iter(request.query_params))
                raise fields.WrongField(f"{name}: send fields in the body, not in the address")
            body = await read_body(request, self._limits)
            return await self._ways[endpoint.path](request, body)
        except Refused as refused:
            return refused.answer
        except (fields.WrongField, SettingsError) as error:
            return error_answer(tasks.WRONG, str(error))
        except ConfigError as error:
            return error_answer(DIED, str(error.problems[0]))
        except Busy:
            message = "too many drafts are being checked: try again in a moment"
            return error_answer(BUSY, message, Retry_After=_RETRY_AFTER)
        except TooSlow:
            return error_answer(TOO_SLOW, f"stopped after {seconds} s (limit of this page)")
        except Died:
            message = f"the draft ended two processes (limits: {megabytes} MB, {seconds} s)"
            return error_answer(DIED, message)

    async def _check(self, request: Request, body: Body) -> Answer:
        _, settings = self._read(request, CHECK, body)
        return await self._run(tasks.check, _one(body), settings)

    async def _fix(self, request: Request, body: Body) -> Answer:
        values, settings = self._read(request, FIX, body)
        return await self._run(tasks.fix, _one(body), settings, values.get("unsafe", False))

    async def _convert(self, request: Request, body: Body) -> Answer:
        values, settings = self._read(request, CONVERT, body)
        return await self._run(
            tasks.convert,
            _one(body),
            settings,
            values.get("to", "md"),
            values.get("edited"),
            values.get("comments", False),
        )

    async def _concordance(self, request: Request, body: Body) -> Answer:
        if len(body.files) < 2:
            raise fields.WrongField("file: send at least two versions of the draft")
        if len(body.files) > _MOST_VERSIONS:
            raise fields.WrongField(f"file: send at most {_MOST_VERSIONS} versions of the draft")
        values, _ = self._read(request, CONCORDANCE, body)
        settings = {one.name: self._settings(request, one, values) for one in body.files}
        page = values.get("format") == "html"
        return await self._run(tasks.compare, body.files, settings, values.get("reference"), page)

    async def _run(self, work: Callable[..., Answer], *values: object) -> Answer:
        state = self._drafts.rules_state
        return await self._pool.run(tasks.with_current_rules, state, work, *values)

    def _read(
        self, request: Request, endpoint: Endpoint, body: Body
    ) -> tuple[dict[str, Any], Settings]:
        values = fields.read_fields(body.fields, endpoint.fields)
        return values, self._settings(request, body.files[0], values)

    def _settings(self, request: Request, upload: Upload, values: dict[str, Any]) -> Settings:
        chosen = {name: value for name, value in values.items() if name in _SETTING_NAMES}
        return self._drafts.of(upload.name, chosen, preferred_language(request))


def preferred_language(request: Request) -> str:
    """Return the language of messages that the browser asks for, English if it has none of ours."""
    for part in request.headers.get("accept-language", "").split(","):
        code = part.strip()[:2].lower()
        if code in MESSAGE_LANGUAGES:
            return code
    return "en"


def _one(body: Body) -> Upload:
    if len(body.files) > 1:
        raise fields.WrongField("file: send one draft")
    return body.files[0]
