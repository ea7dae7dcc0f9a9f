"""Pages of rules as files, so that the code of a finding is a link that works without a network.

They lie where the editor lets reslint keep things, else in the user's cache folder, and are
written when a code is first met.
"""

from __future__ import annotations

import logging
import os
from threading import Lock
from typing import TYPE_CHECKING

from reslint import __version__
from reslint.data import paths
from reslint.rules import own_codes
from reslint.rules.book import house as house_rules
from reslint.rules.book import rulebook_for, standard_in_full
from reslint.rules.page import own_page, rule_page
from reslint.server.uris import uri_of

if TYPE_CHECKING:
    from reslint.checks.kinds import Rule
    from reslint.rules.book import Rulebook
    from reslint.server.server import Server


logger = logging.getLogger(__name__)


class RulePages:
    """The pages by code. `folder` is where they are kept, "" for nowhere."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._addresses: dict[tuple[str, str], str] = {}
        self.folder = paths.cache_folder()

    def text(self, code: str, draft_language: str | None = None) -> str | None:
        """The page of a code in Markdown; None for a code that there is not."""
        language = self._server.folders.message_language
        rule = self._rule(code)
        if rule is not None:
            return rule_page(rule, language, draft_language)
        name = own_codes.NAMES.get(code)
        return None if name is None else own_page(code, name, language)

    def address(self, code: str) -> str:
        """The address of a code's page, "" where there is none to be had. In any thread.

        The page is written a little later: findings do not wait for it.
        """
        key = (code, self._server.folders.message_language)
        address = self._addresses.get(key)
        if address is None:
            path = self._path(*key)
            address = self._addresses[key] = uri_of(path) if path else ""
            if path:
                self._server.worker.submit(lambda: self._write(path, code))
        return address

    def forget_house_rules(self) -> None:
        """Write pages again: rules may have changed."""
        self._addresses.clear()

    def _rule(self, code: str) -> Rule | None:
        folders = {draft.snapshot.settings.lint.rule_folders for draft in self._server.drafts}
        for some in ((), *folders):
            rule = self._server.rulebooks.rule(code, some)
            if rule is not None:
                return rule
        return None

    def _path(self, code: str, language: str) -> str:
        if not self.folder or not code.isalnum():
            return ""
        return os.path.join(self.folder, "pages", __version__, language, f"{code}.md")

    def _write(self, path: str, code: str) -> None:
        """Write a page; a folder that cannot be written leaves a link that leads nowhere."""
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


class Rulebooks:
    """Rulebooks by language and folders of house rules; safe to use in any thread."""

    def __init__(self) -> None:
        self._books: dict[tuple[str, tuple[str, ...]], Rulebook] = {}
        self._full: dict[tuple[str, ...], dict[str, Rule]] = {}
        self._lock = Lock()

    def book(self, language: str, folders: tuple[str, ...]) -> Rulebook:
        """The standard rules of a language with those of the folders."""
        key = (language, folders)
        with self._lock:
            found = self._books.get(key)
            if found is None:
                found = self._books[key] = rulebook_for(language, folders)
            return found

    def known_codes(self, folders: tuple[str, ...]) -> frozenset[str]:
        """Every code there is, reslint's own among them."""
        return self.book("en", folders).codes() | frozenset(own_codes.NAMES)

    def rule(self, code: str, folders: tuple[str, ...] = ()) -> Rule | None:
        """A rule with its reasons and examples; None for a code that no rule has."""
        with self._lock:
            rules = self._full.get(folders)
            if rules is None:
                book = standard_in_full()
                if folders:
                    book = book.with_house_rules(house_rules(folders))
                rules = self._full[folders] = {rule.code: rule for rule in book}
        return rules.get(code)

    def forget_house_rules(self) -> None:
        """Load rules of folders again when they are asked for next."""
        with self._lock:
            self._books = {key: book for key, book in self._books.items() if not key[1]}
            self._full = {folders: rules for folders, rules in self._full.items() if not folders}
