"""What tests share: where the drafts are."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says more of the machine than of the code.
settings.register_profile("reslint", deadline=None)
settings.load_profile("reslint")

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.md"))
SHARED = Path(os.environ.get("RESLINT_TEXTS", ROOT.parent / "shared"))
"""A folder of official texts, which are not ours to publish: tests that need it skip without."""


def pytest_configure(config: pytest.Config) -> None:
    """Keep the user's cache and settings out of the tests: they have a cache of their own."""
    os.environ["RESLINT_NO_USER_SETTINGS"] = "1"
    cache = getattr(config, "cache", None)  # not with -p no:cacheprovider
    if cache is not None:
        os.environ["XDG_CACHE_HOME"] = str(cache.mkdir("user-cache"))


@pytest.fixture
def seeds() -> Path:
    """The folder of two real drafts as they come out of PDF recovery."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("the official texts are not here (RESLINT_TEXTS names their folder)")
    return folder


@pytest.fixture
def corpus() -> Path:
    """The folder of adopted texts, `md` and `akn` below it."""
    folder = SHARED / "corpus"
    if not folder.is_dir():
        pytest.skip("the official texts are not here (RESLINT_TEXTS names their folder)")
    return folder


def heed_interruptions() -> None:
    """For a child before it runs: Ctrl-C counts, also where the tests run in the background.

    A shell has what it starts there ignore it, and what that starts in its turn.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
