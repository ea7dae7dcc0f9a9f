"""Start the language server from the packages bundled with the extension.

Run as `python -I -S launch.py`, so that none of the user's own packages is imported. Compiled
packages are in one folder per Python version, the others in `libs`.
"""

import os
import sys


def main() -> None:
    bundle = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "bundled")
    version = f"cp{sys.version_info[0]}{sys.version_info[1]}"
    sys.path[:0] = [os.path.join(bundle, version), os.path.join(bundle, "libs")]
    from reslint.cli.main import run

    sys.argv = ["reslint", "server", "--stdio"]
    run()


if __name__ == "__main__":
    main()
