"""Start the language server from the packages bundled with the extension.

    python -I -S launch.py             start the server
    python -I -S launch.py --compile   compile the packages, so that the first start need not

`-I -S`, so that none of the user's own packages is imported. Compiled packages are in one folder per
Python version, the others in `libs`.
"""

import os
import sys


def folders() -> list[str]:
    """The folders of the bundled packages for this Python."""
    bundle = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "bundled")
    return [
        os.path.join(bundle, name)
        for name in (f"cp{sys.version_info[0]}{sys.version_info[1]}", "libs")
    ]


def serve() -> None:
    """Run the server until the editor ends it."""
    sys.path[:0] = folders()
    from reslint.cli.main import run

    sys.argv = ["reslint", "server", "--stdio"]
    run()


def compile_packages() -> bool:
    """Write the compiled form of each module beside it. False if one cannot be written."""
    from compileall import compile_dir

    return all([compile_dir(folder, quiet=2) for folder in folders()])


if __name__ == "__main__":
    if sys.argv[1:] == ["--compile"]:
        sys.exit(0 if compile_packages() else 1)
    serve()
