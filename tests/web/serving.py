"""A page served by a real process, for tests."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx

from tests.conftest import heed_interruptions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


DRAFT = (
    "*The General Assembly*,\n\nRecalling its resolution 70/1 of 25 September 2015,\n\n"
    "1. *Decides* to paint the boats;\n\n2. *Requests* a report on them.\n"
)
"""A draft with one error, at line 3."""
FRENCH = (
    "*L’Assemblée générale*,\n\n*Rappelant* sa résolution 70/2 du 25 septembre 2015,\n\n"
    "1. *Décide* de peindre les bateaux ;\n\n2. *Demande* un rapport à leur sujet.\n"
)
"""The French version of it, with another resolution."""


class Served:
    """A served page: its address, its process, a client for requests."""

    def __init__(self, address: str, process: subprocess.Popen[str]) -> None:
        self.address = address
        self.process = process
        self.client = httpx.Client(base_url=address, timeout=60)

    def post(self, path: str, **options: object) -> httpx.Response:
        return self.client.post(path, **options)  # type: ignore[arg-type]

    def check(self, text: str, **values: object) -> httpx.Response:
        return self.post("/api/check", json={"text": text, **values})


@contextmanager
def served(folder: Path, *options: str, **environment: str) -> Iterator[Served]:
    """Serve the page from a folder on a free port, until the block ends."""
    process = subprocess.Popen(
        [sys.executable, "-m", "reslint", "serve", "--port", "0", *options],
        cwd=folder,
        env={**os.environ, **environment},
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heed_interruptions,
    )
    assert process.stderr is not None
    try:
        line = process.stderr.readline()
        assert line.startswith("reslint serve: http://"), line + process.stderr.read()
        # A proxy takes the root path off: here there is none.
        parts = urlsplit(line.removeprefix("reslint serve: ").strip())
        address = f"{parts.scheme}://{parts.netloc}/"
        one = Served(address, process)
        assert one.client.get("/health").status_code == 200
        yield one
        one.client.close()
    finally:
        process.terminate()
        process.communicate(timeout=60)
