"""What is printed of a wrong command line, in the language of the messages.

The commands word it in English; French is looked up when there is something to print.
"""

from __future__ import annotations

import sys

from reslint.text.display import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


ERROR = 2
"""The exit code."""
_given: list[str] = []


def remember(argv: Sequence[str]) -> None:
    """Remember the command line: it may name the language of the messages."""
    _given[:] = argv


def asks_in_french() -> bool:
    """Tell whether the user reads French: by `--message-language`, else by the locale."""
    for place, one in enumerate(_given):
        if one == "--message-language":
            return _given[place + 1 : place + 2] == ["fr"]
        if one.startswith("--message-language="):
            return one.endswith("=fr")
    from reslint.settings.merging import locale_language

    return locale_language() == "fr"


def refuse(command: str, message: str) -> int:
    """Print what is wrong with the command line of a command; return the exit code."""
    print(refusal(f"reslint {command}", message), file=sys.stderr)
    return ERROR


def refusal(program: str, message: str) -> str:
    """Return the line that says what is wrong."""
    if not asks_in_french():
        return f"{program}: error: {escaped(message)}"
    from reslint.cli.french_errors import in_french

    return f"{program} : erreur : {escaped(in_french(message))}"


def hint(program: str) -> str:
    """Return the line that says where help is."""
    if asks_in_french():
        return f"{program} --help donne la liste des options."
    return f"{program} --help lists the options."
