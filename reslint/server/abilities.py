"""What the client can do, as it said at the start; anything it did not say it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from lsprotocol import types


class Abilities:
    """The abilities of the client that decide on how the server speaks to it.

    `pull` is True for a client that asks for diagnostics and can be told to ask again: without
    the second, a change of settings would never reach the drafts that are open.
    """

    __slots__ = (
        "code_description",
        "configuration",
        "create_files",
        "diagnostic_data",
        "diagnostic_tags",
        "document_changes",
        "literal_actions",
        "progress",
        "pull",
        "related_information",
        "resolve_edits",
        "show_document",
        "watch_files",
    )

    def __init__(self, capabilities: types.ClientCapabilities | None = None) -> None:
        said = capabilities
        # `text_document.diagnostic` is that of pulling, `publish_diagnostics` that of pushing.
        pulls = _of(said, "text_document", "diagnostic")
        refreshes = _of(said, "workspace", "diagnostics", "refresh_support")
        self.pull = pulls is not None and bool(refreshes)
        spoken = pulls if self.pull else _of(said, "text_document", "publish_diagnostics")
        pushed = _of(said, "text_document", "publish_diagnostics")
        self.related_information = self._either(spoken, pushed, "related_information")
        self.code_description = self._either(spoken, pushed, "code_description_support")
        self.diagnostic_data = self._either(spoken, pushed, "data_support")
        self.diagnostic_tags = self._either(spoken, pushed, "tag_support")
        self.configuration = bool(_of(said, "workspace", "configuration"))
        self.watch_files = bool(
            _of(said, "workspace", "did_change_watched_files", "dynamic_registration")
        )
        self.document_changes = bool(_of(said, "workspace", "workspace_edit", "document_changes"))
        operations = _of(said, "workspace", "workspace_edit", "resource_operations") or ()
        self.create_files = self.document_changes and any(
            str(getattr(one, "value", one)) == "create" for one in operations
        )
        actions = _of(said, "text_document", "code_action")
        self.literal_actions = _of(actions, "code_action_literal_support") is not None
        properties = _of(actions, "resolve_support", "properties") or ()
        self.resolve_edits = "edit" in properties
        self.progress = bool(_of(said, "window", "work_done_progress"))
        self.show_document = bool(_of(said, "window", "show_document", "support"))

    @staticmethod
    def _either(spoken: Any, pushed: Any, name: str) -> bool:
        # Clients that pull say of a diagnostic's parts in one place, the other, or both.
        return bool(getattr(spoken, name, None) or getattr(pushed, name, None))


def _of(value: Any, *names: str) -> Any:
    """An attribute of an attribute …; None where there is none on the way."""
    for name in names:
        if value is None:
            return None
        value = getattr(value, name, None)
    return value
