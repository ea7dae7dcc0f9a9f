"""Write the pages of docs/ that are made from tables: settings.md and json.md.

    python scripts/make_docs.py [--check]

With --check nothing is written: exit code 1 tells that a page is not current.
"""

from __future__ import annotations

import sys
from pathlib import Path

from reslint.settings.table import SETTINGS, in_order

sys.path.insert(0, str(Path(__file__).parent))
from report_schemas import json_page

ROOT = Path(__file__).parents[1]
_HEAD = """# Settings

Settings stand in a file `reslint.yaml` (or `reslint.yml`, or the table `[tool.reslint]` of a
`pyproject.toml`) in the folder of the drafts or above it. `reslint init` writes one with comments,
in your language. `reslint config draft.md` shows what holds for a draft and where each value comes
from. A wrong key or value is an error with its line, and the key that was probably meant.

This page is made from the table of settings in the code.

"""
_TAIL = """
`report_from` has no key: it is the option `--severity`.

## Which file holds

- The **nearest file upwards** from a draft holds, and no other: files of folders above are not
  joined. To build on one of them, extend it: `extends: ../reslint.yaml`.
- Where there is none, the **user's own file** holds: `~/.config/reslint/reslint.yaml` on Linux, the
  folder for settings of applications elsewhere. `RESLINT_NO_USER_SETTINGS=1` leaves it out; do that
  in CI. In an editor, the editor's own settings are stronger than this file.
- `--config FILE` names a file that holds for all drafts, wherever it lies.

## What is stronger

From the weakest to the strongest:

1. the defaults;
2. the files that `extends` names, in their order, each with those that it extends;
3. the file itself;
4. the overrides of extended files, then those of the file itself: the last one that fits counts;
5. the options of the command line.

Lists marked "adds up" are joined; `severity` is joined code by code; of all others the strongest
value counts.

```yaml
extends:
  - ../house.yaml                         # a path, from this file
  - package:house_style/general.yaml      # a file of an installed Python package, which is not run
fail_on: error
overrides:
  - files: ["fr/**", "*.{fr,french}.md"]
    language: fr
    fail_on: warning
```

## Patterns of files

`exclude` and the `files` of overrides are patterns as in `.gitignore`: `*`, `?`, `[…]`, `**`, and
`{a,b}` for both. Write `/` between folders, also on Windows. A pattern without a slash names files
in all folders below; one with a slash counts from the folder of the settings file, `./` and `../`
included. `!` takes files out again. In a file that is named by `--config`, is extended or is the
user's own, patterns count from the folder where it is used: that of the file that extends it, or
the current one.

A file that is named on the command line is checked although it is excluded, unless with
`force_exclude: true` or `--force-exclude`. pre-commit names each file, so its hooks need that.

If a folder is checked as a whole, patterns of its settings file that name no file are said.
"""


def settings_page() -> str:
    """The page on settings."""
    names = {one.name for one in SETTINGS}
    rows = ["| key | what it is | without it | option |\n|---|---|---|---|\n"]
    for setting in in_order():
        if not setting.in_file:
            continue
        about = setting.description[0]
        if setting.adds:
            about += " Adds up."
        if not setting.overridable:
            about += " Not in overrides."
        option = f"`{setting.option.flag}`" if setting.option is not None else ""
        if setting.name not in names and setting.name == "format":
            option = "`--format`"
        rows.append(f"| `{setting.name}` | {about} | {setting.without[0]} | {option} |\n")
    rows.append(
        "| `overrides` | Other settings for some files: a list, each with `files`. | none | |\n"
    )
    return _HEAD + "".join(rows) + _TAIL


def main(arguments: list[str]) -> int:
    """Write or check the pages."""
    stale = 0
    for name, text in (("settings.md", settings_page()), ("json.md", json_page())):
        path = ROOT / "docs" / name
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"{path} is not current: python scripts/make_docs.py", file=sys.stderr)
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
