"""The pages of rules as files.

A page makes the code of a finding a link that works offline. It is written when its code is
first reported, into the editor's storage folder, else into the user's cache folder.
"""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from reslint.data import paths
from reslint.rulebook import own_codes
from reslint.rulebook.book import full_rule
from reslint.rulebook.page import own_page, rule_page
from reslint.server.positions import uri_of
from reslint.version import __version__

if TYPE_CHECKING:
    from reslint.checks.kinds import Rule
    from reslint.server.documents import OpenDocuments
    from reslint.server.worker import Worker
    from reslint.server.workspace import Workspace


logger = logging.getLogger(__name__)


class RulePages:
    """The pages by code. `folder` is where they are written, "" for nowhere."""

    def __init__(
        self,
        folders: Workspace,
        documents: OpenDocuments,
        worker: Worker,
    ) -> None:
        self._folders = folders
        self._documents = documents
        self._worker = worker
        self._uris: dict[tuple[str, str], str] = {}
        self.folder = paths.cache_folder()

    def text(self, code: str, draft_language: str | None = None) -> str | None:
        """Return the page of a code in Markdown; None for an unknown code."""
        language = self._folders.message_language
        rule = self._rule(code)
        if rule is not None:
            return rule_page(rule, language, draft_language)
        name = own_codes.NAMES.get(code)
        return None if name is None else own_page(code, name, language)

    def uri(self, code: str) -> str:
        """Return the URI of a code's page, "" if it cannot have one. In any thread.

        The page is written by the worker, later: findings do not wait for it.
        """
        key = (code, self._folders.message_language)
        uri = self._uris.get(key)
        if uri is None:
            path = self._path(*key)
            uri = self._uris[key] = uri_of(path) if path else ""
            if path:
                self._worker.submit(lambda: self._write(path, code))
        return uri

    def forget_house_rules(self) -> None:
        """Write pages again when next needed: rules may have changed."""
        self._uris.clear()

    def _rule(self, code: str) -> Rule | None:
        for folders in ((), *self._documents.rule_folders()):
            rule = full_rule(code, folders)
            if rule is not None:
                return rule
        return None

    def _path(self, code: str, language: str) -> str:
        if not self.folder or not code.isalnum():
            return ""
        return os.path.join(self.folder, "pages", __version__, language, f"{code}.md")

    def _write(self, path: str, code: str) -> None:
        """Write a page; if that fails, its link leads nowhere."""
        temporary = f"{path}.{os.getpid()}.tmp"
        try:
            text = self.text(code)
            if text is None:
                return
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
            with open(temporary, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            os.replace(temporary, path)
        except Exception as error:
            logger.warning("the page of %s could not be written: %s", code, error)
