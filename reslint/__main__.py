"""`reslint` and `python -m reslint`: interrupted while it starts, it ends without a traceback."""

import gc
import sys


def run() -> None:
    """Run the command line and end the process."""
    # The code of a start is thousands of objects, none of them garbage.
    gc.disable()
    try:
        # Most of a start are the imports.
        from reslint.data.code_cache import keep_code

        code_cache = keep_code("".join(sys.argv[1:2]))
        from reslint.cli.main import run as run_command

        run_command(code_cache)
    except KeyboardInterrupt:
        sys.exit(130)  # as a shell has it


if __name__ == "__main__":
    run()
