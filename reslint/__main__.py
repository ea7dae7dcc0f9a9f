"""`reslint` and `python -m reslint`: interrupted while it starts, it ends without a traceback."""

import sys


def run() -> None:
    """Run the command line and end the process."""
    try:
        # Most of a start are the imports.
        from reslint.cli.main import run as run_command

        run_command()
    except KeyboardInterrupt:
        sys.exit(130)  # as a shell has it


if __name__ == "__main__":
    run()
