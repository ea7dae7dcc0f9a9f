"""What `reslint serve` was told: addresses, limits, settings of the drafts."""

from __future__ import annotations

import os
import socket
import sys
import time
from dataclasses import dataclass, field

from reslint.rulebook.book import forget_house_rules, house_state
from reslint.settings.config import Config, ConfigError
from reslint.settings.finding import ConfigFinder, read_config
from reslint.settings.merging import checked_settings, merge_file
from reslint.settings.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reslint.settings.settings import Settings


LOOPBACK = ("localhost", "127.0.0.1", "::1")
"""The names under which a browser on the same computer reaches the page."""
ANY_ADDRESS = ("0.0.0.0", "::", "")
MEGABYTE = 1_000_000
FRESH = 2.0
"""Seconds for which the settings file is not read again."""


@dataclass(frozen=True)
class Limits:
    """What one person may ask of a page that many share.

    megabytes   the size of a request
    seconds     the time for one request
    processes   the number of processes that check drafts
    waiting     the number of requests that may wait for a process
    sessions    the number of pages with a language server of their own
    """

    megabytes: int = 10
    seconds: int = 20
    processes: int = 2
    waiting: int = 40
    sessions: int = 20

    @property
    def size(self) -> int:
        """The size of a request in bytes."""
        return self.megabytes * MEGABYTE


@dataclass(frozen=True)
class WebOptions:
    """How the page is served.

    hosts       further names under which browsers may ask for the page
    root_path   the path under which a reverse proxy shows the page, "" for none
    proxies     addresses of reverse proxies whose forwarded headers are believed
    token       what a browser must know to be served, "" for nothing
    folder      the folder whose settings hold for the drafts
    config      a settings file that holds instead
    """

    host: str = "127.0.0.1"
    port: int = 8765
    hosts: tuple[str, ...] = ()
    root_path: str = ""
    proxies: tuple[str, ...] = ()
    token: str = ""
    folder: str = field(default_factory=os.getcwd)
    config: str = ""
    limits: Limits = field(default_factory=Limits)

    def allowed_hosts(self) -> frozenset[str]:
        """Return the names, in small letters, that the header `Host` may hold.

        With an address of this computer, any name for it; with one for all networks, also the
        name of the computer. A page of another site whose name is made to point here sends the
        name of its own site, and is refused.
        """
        names = {*self.hosts, *LOOPBACK}
        if self.host not in ANY_ADDRESS:
            names.add(self.host)
        if self.host not in LOOPBACK:
            names.update(_own_names())
        return frozenset(name.lower() for name in names)


def _own_names() -> set[str]:
    name = socket.gethostname()
    names = {name, socket.getfqdn(name)}
    try:
        names.update(str(one[4][0]) for one in socket.getaddrinfo(name, None))
    except OSError:  # a computer that does not know its own name in the network
        return names
    return names


class DraftSettings:
    """The settings for drafts that come over the network: those of the folder, and the request's.

    The file is read again after a few seconds, so that changes hold without a restart, in rule
    files as well. While it is wrong the last right settings hold, and standard error says so once.
    Raises ConfigError where it is wrong at the start.
    """

    def __init__(self, options: WebOptions, clock: Callable[[], float] = time.monotonic) -> None:
        self._options = options
        self._clock = clock
        self._config = self._read()
        self._read_at = clock()
        self._said = ""
        self._rules_state = house_state(self._config.rule_folders)
        self.of("draft.md", {}, "en")  # whatever is wrong is said now

    def of(self, name: str, chosen: dict[str, Any], message_language: str) -> Settings:
        """Return the settings for a draft by its name, those that the request chose on top.

        Raises SettingsError for a choice that is not allowed.
        """
        self._refresh()
        path = os.path.join(self._options.folder, name)
        config = self._config.with_overrides(self._config.overrides_for(path))
        return checked_settings(merge_file(config, message_language), chosen)

    @property
    def rules_state(self) -> bytes:
        """What changes with the house rule files."""
        self._refresh()
        return self._rules_state

    def _read(self) -> Config:
        options = self._options
        if options.config:
            return read_config(options.config)
        return ConfigFinder().for_folder(options.folder)

    def _refresh(self) -> None:
        now = self._clock()
        if now - self._read_at < FRESH:
            return
        self._read_at = now
        try:
            config = self._read()
            state = house_state(config.rule_folders)
            if state != self._rules_state:
                forget_house_rules()  # of this process; those that check compare the state
                self._rules_state = state
            checked_settings(merge_file(config, "en"), {})
        except (ConfigError, SettingsError) as error:
            wrong = str(error.problems[0]) if isinstance(error, ConfigError) else str(error)
            if wrong != self._said:
                print(f"reslint serve: the last right settings hold: {wrong}", file=sys.stderr)
            self._said = wrong
            return
        self._config, self._said = config, ""
