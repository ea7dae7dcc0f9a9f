"""Write constraints.txt: the versions of all packages with which reslint was last tested.

    python scripts/make_constraints.py

Run it in an environment whose tests passed (`.ci/newest` makes one with the newest versions). The
file has what `pip install -e ".[dev]"` brings, and nothing else that is installed.
"""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

FILE = Path(__file__).resolve().parent.parent / "constraints.txt"
HEAD = """\
# The versions with which reslint was last tested (scripts/make_constraints.py writes this file):
# pip install -e ".[dev]" -c constraints.txt
"""


def needed(extra: str = "dev") -> dict[str, str]:
    """The version of each installed package that reslint with an extra needs, by its name."""
    versions: dict[str, str] = {}
    waiting = [("reslint", extra)]
    seen = set(waiting)
    while waiting:
        name, extra = waiting.pop()
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # for another system or Python
        versions[name] = found.version
        for requirement in map(Requirement, found.requires or ()):
            marker = requirement.marker
            if marker is None or marker.evaluate({"extra": extra}):
                for one in ("", *requirement.extras):
                    asked = (canonicalize_name(requirement.name), one)
                    if asked not in seen:
                        seen.add(asked)
                        waiting.append(asked)
    del versions["reslint"]
    return versions


def main() -> None:
    """Write the file."""
    lines = [f"{name}=={version}\n" for name, version in sorted(needed().items())]
    FILE.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
