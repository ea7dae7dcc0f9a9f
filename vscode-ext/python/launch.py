"""Start the language server from the packages bundled with the extension.

    python -I -S launch.py             start the server
    python -I -S launch.py --compile   compile the packages, so that the first start need not

`-I -S`, so that none of the user's own packages is imported. Compiled packages are in one folder
per Python version, the others in `libs`.
"""

import os
import sys

BUNDLE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "bundled")
VERSION = f"cp{sys.version_info[0]}{sys.version_info[1]}"
FOLDERS = [os.path.join(BUNDLE, name) for name in (VERSION, "libs")]


def serve() -> None:
    """Run the server until the editor ends it."""
    sys.path[:0] = FOLDERS
    from reslint.cli.main import run

    sys.argv = ["reslint", "server", "--stdio"]
    run()


def compile_packages() -> bool:
    """Write the compiled form of each module beside it. False if one cannot be written."""
    if os.path.isdir(os.path.join(BUNDLE, "python")):
        return True  # A package with a Python of its own has them.
    from compileall import compile_dir

    return sum(not compile_dir(folder, quiet=2) for folder in FOLDERS) == 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--compile"]:
        sys.exit(0 if compile_packages() else 1)
    serve()
