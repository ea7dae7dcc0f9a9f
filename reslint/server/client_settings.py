"""The settings that the client holds, asked of it in general and for each folder."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reslint.server.server import Server

SECTION = "reslint"
_CONFIGURATION = "workspace/configuration"


async def pull_settings(server: Server) -> None:
    """Ask the client for its settings, in general and for each folder, and apply them."""
    if not server.abilities.configuration:
        server.settings_changed()
        return
    folders = server.folders.folder_uris
    items = [{"section": SECTION}, *({"scopeUri": uri, "section": SECTION} for uri in folders)]
    try:
        answer = await asyncio.wrap_future(server.ask(_CONFIGURATION, {"items": items}))
    except asyncio.CancelledError:
        raise
    except Exception:  # it is in the log; the settings that came at the start go on to hold
        return
    values = [plain(one) for one in answer or ()]
    if values and isinstance(values[0], dict):
        server.folders.set_editor_settings(values[0])
    for uri, one in zip(folders, values[1:], strict=False):
        if isinstance(one, dict):
            server.folders.set_editor_settings(one, uri)
    server.settings_changed()


def plain(value: Any) -> Any:
    """A value as plain dicts and lists, whatever the protocol's reader made of it."""
    if hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value
