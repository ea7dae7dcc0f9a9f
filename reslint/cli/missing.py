"""What is printed where a package is not installed that a command needs."""

from __future__ import annotations

from reslint.cli.wrong_usage import refuse


def lacks(command: str, package: str) -> int:
    """Print that a package which belongs to reslint is not installed; return the exit code."""
    return refuse(command, f"this needs the package {package}: pip install {package}")


def lacks_extra(command: str, extra: str, module: str) -> int:
    """Print which packages an extra of reslint consists of; return the exit code.

    `module` is the one that could not be imported.
    """
    packages = " ".join(f'"{one}"' for one in _packages(extra)) or module
    return refuse(command, f'this needs the extra "{extra}": pip install {packages}')


def _packages(extra: str) -> list[str]:
    """The requirements of an extra, as pip takes them; empty if reslint is not installed."""
    from importlib import metadata

    try:
        requirements = metadata.requires("reslint") or []
    except metadata.PackageNotFoundError:
        return []
    asked = f"extra == '{extra}'"
    split = (one.replace('"', "'").partition(";") for one in requirements)
    return [package.strip() for package, _, marker in split if marker.strip() == asked]
