from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.serving import Served, served

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A page in a folder without settings, the same for all tests."""
    with served(tmp_path_factory.mktemp("office")) as one:
        yield one
