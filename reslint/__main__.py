"""`python -m reslint`."""

from reslint.cli.main import run

if __name__ == "__main__":
    run()
