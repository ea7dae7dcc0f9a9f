from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.server.client import Client


@pytest.fixture
def new_client() -> Iterator[Callable[..., Client]]:
    """Makes clients, each with a server of its own, and ends what is left of them."""
    made: list[Client] = []

    def make(*arguments: str, environment: dict[str, str] | None = None) -> Client:
        made.append(Client(*arguments, environment=environment))
        return made[-1]

    yield make
    for one in made:
        one.kill()


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """A client to which diagnostics are pushed, one for all tests of a module."""
    one = Client().start()
    yield one
    one.kill()
