"""Make the picture of the README: what `reslint check` prints on a terminal, as SVG.

    python scripts/make_picture.py docs/terminal.svg

The output is the real one, taken from a pseudo-terminal.
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys

from rich.console import Console
from rich.text import Text

WIDTH = 104
COMMAND = ["reslint", "check", "examples/libraries-with-errors.en.md", "--select", "LEAD,NOTE004"]
# Fonts that rich would load from elsewhere: the reader's own monospaced one will do.
_FONTS = re.compile(r"@font-face \{.*?\}", re.DOTALL)


def terminal_output(command: list[str]) -> str:
    """What a command prints on a terminal of WIDTH columns."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(WIDTH)}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        pieces = []
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the command has ended
                break
            if not piece:
                break
            pieces.append(piece)
        process.wait()
    os.close(ours)
    return b"".join(pieces).decode().replace("\r\n", "\n")


def main(path: str) -> None:
    """Write the picture to `path`."""
    command = [sys.executable, "-m", *COMMAND]
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere)
        console.print(Text("$ " + " ".join(COMMAND), style="bold"))
        console.print(Text.from_ansi(terminal_output(command)))
        picture = _FONTS.sub("", console.export_svg(title="reslint"))
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(picture)


if __name__ == "__main__":
    main(sys.argv[1])
