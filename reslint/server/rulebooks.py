"""The rules, loaded once and again only when a file of theirs has changed."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from reslint import tool_codes
from reslint.rulebook.rulebook import house as house_rules
from reslint.rulebook.rulebook import rulebook_for, standard_in_full

if TYPE_CHECKING:
    from reslint.rulebook.rule import Rule
    from reslint.rulebook.rulebook import Rulebook


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
        return self.book("en", folders).codes() | frozenset(tool_codes.NAMES)

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
