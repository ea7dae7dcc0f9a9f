"""Print the manual page, for man."""

from __future__ import annotations

import os

from reslint import __version__
from reslint.cli.whole_parser import lacks, whole_parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


SHORT = "check drafts of United Nations resolutions against the drafting conventions"
"""What stands behind the name, for apropos."""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint man`: there are none."""


def run(arguments: Namespace) -> int:
    """Print the page: exit code 0, or 2 where argparse-manpage is not installed."""
    try:
        # It has no types, and may not be installed.
        from argparse_manpage.manpage import (  # type: ignore[import-untyped,import-not-found,unused-ignore]
            Manpage,
        )
    except ModuleNotFoundError:
        return lacks("argparse-manpage")
    # The page is the same in every terminal.
    os.environ["COLUMNS"] = "80"
    page = Manpage(whole_parser(), format="single-commands-section")
    page.source = f"reslint {__version__}"
    page.manual = "reslint"
    page.description = SHORT
    print(page)
    return 0
