"""The session with one client: the objects that the parts of the server share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.server.documents import OpenDocuments
from reslint.server.rules import RulePages
from reslint.server.worker import Worker
from reslint.server.workspace import Workspace

if TYPE_CHECKING:
    from reslint.server.client import Client


class Session:
    """The shared objects; it has no behaviour of its own and knows none of the parts.

    `folders` are the open folders with their settings, `documents` the open documents, `worker`
    the thread in which drafts are checked.
    """

    def __init__(self, client: Client) -> None:
        self.client = client
        self.folders = Workspace()
        self.documents = OpenDocuments()
        self.worker = Worker()
        self.rule_pages = RulePages(self.folders, self.documents, self.worker)
