from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.server.client import PULL, Client, ProcessClient


@contextmanager
def started(*arguments: Any, **options: Any) -> Iterator[Client]:
    """A client with a server of its own in a thread, which ends with the block."""
    one = Client().start(*arguments, **options)
    yield one
    one.kill()


@pytest.fixture
def new_client() -> Iterator[Callable[[], Client]]:
    """Makes clients, each with a server of its own in a thread, and ends what is left of them.

    For tests of options and capabilities; other tests share a server.
    """
    made: list[Client] = []

    def make() -> Client:
        made.append(Client())
        return made[-1]

    yield make
    for one in made:
        one.kill()


@pytest.fixture
def new_process() -> Iterator[Callable[..., ProcessClient]]:
    """Makes clients, each with a server process of its own, and ends what is left of them."""
    made: list[ProcessClient] = []

    def make(*arguments: str, environment: dict[str, str] | None = None) -> ProcessClient:
        made.append(ProcessClient(*arguments, environment=environment))
        return made[-1]

    yield make
    for one in made:
        one.kill()


@pytest.fixture(scope="module")
def shared_client() -> Iterator[Client]:
    with started() as one:
        yield one


@pytest.fixture
def client(shared_client: Client) -> Iterator[Client]:
    """A client to which diagnostics are pushed; its server is the same for a whole module."""
    yield shared_client
    shared_client.reset()


@pytest.fixture(scope="module")
def shared_pulling_client() -> Iterator[Client]:
    with started(PULL) as one:
        yield one


@pytest.fixture
def pulling_client(shared_pulling_client: Client) -> Iterator[Client]:
    """A client that pulls diagnostics; its server is the same for a whole module."""
    yield shared_pulling_client
    shared_pulling_client.reset()


@pytest.fixture(scope="module")
def shared_typing_client() -> Iterator[Client]:
    with started(options={"typingPause": 60_000}) as one:
        yield one


@pytest.fixture
def typing_client(shared_typing_client: Client) -> Iterator[Client]:
    """A client whose user never pauses: what is held back is not released by time."""
    yield shared_typing_client
    shared_typing_client.reset()
