"""What a run says besides its report: what was left out, and patterns that name nothing."""

from __future__ import annotations

import os
import sys

from reslint.text import Wordings
from reslint.text.display import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator

    from reslint.files.discovery import LeftOut
    from reslint.linting.results import Summary
    from reslint.settings.exclusion import Exclusion
    from reslint.settings.merging import SettingsMaker
    from reslint.settings.override_patterns import Pattern


_WORDS = Wordings(
    {
        "unused-pattern": {
            "en": "{place}: the pattern “{pattern}” names no file",
            "fr": "{place} : le motif « {pattern} » ne désigne aucun fichier",
        },
    }
)


def add_left_out(summary: Summary, left_out: Iterable[LeftOut], language: str) -> None:
    """Add to the summary what was left out before it was read, each with its reason.

    Folders that hold no drafts as a rule, such as those of other tools, are told apart.
    """
    from reslint.files.discovery import IGNORED, TOOLS
    from reslint.files.passed_over import reason_of

    for one in sorted(left_out, key=lambda one: one.path):
        entry = (one.path, reason_of(one.why, one.path, language))
        if not one.folder:
            summary.passed_over.append(entry)
        elif one.why in (IGNORED, TOOLS):
            summary.usual.append((os.path.join(one.path, ""), entry[1]))
        else:
            summary.folders.append((os.path.join(one.path, ""), entry[1]))


def say_passed_over(summary: Summary) -> None:
    """Name the files passed over, where the report does not."""
    from reslint.reports.wording import each_passed_over

    sys.stderr.writelines(each_passed_over(summary))


def wrong_patterns(arguments: Namespace) -> str:
    """Return what is wrong with the patterns of `--exclude`, "" for nothing."""
    if not arguments.exclude:
        return ""
    from reslint.settings.file_patterns import PatternError
    from reslint.settings.override_patterns import check

    try:
        check(arguments.exclude)
    except PatternError as error:
        return f"--exclude: {error}"
    return ""


def say_unused_patterns(arguments: Namespace, maker: SettingsMaker, exclusion: Exclusion) -> None:
    """Name the patterns of settings files and of `--exclude` that name no file.

    Only those of files whose folder was checked as a whole: other patterns may name other files.
    """
    folders = [path for path in arguments.paths or ["."] if os.path.isdir(path)]
    if not folders:
        return
    language = maker.frame_language()
    unused = sorted(_unused(folders, maker, exclusion), key=lambda one: (one.path, one.line))
    for pattern in unused:
        place = f"{escaped(pattern.path)}:{pattern.line}" if pattern.path else "--exclude"
        text = _WORDS.text("unused-pattern", language, place=place, pattern=escaped(pattern.text))
        print(f"reslint: {text}", file=sys.stderr)


def _unused(
    folders: Iterable[str], maker: SettingsMaker, exclusion: Exclusion
) -> Iterator[Pattern]:
    whole = [os.path.join(os.path.abspath(folder), "") for folder in folders]
    for pattern in (*exclusion.unused(), *maker.unused_patterns()):
        own = os.path.join(os.path.dirname(os.path.abspath(pattern.path)), "")
        if not pattern.path or (maker.is_in_force(pattern.path) and own.startswith(tuple(whole))):
            yield pattern
