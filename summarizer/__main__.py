"""`summarizer`, and `python -m summarizer`."""

import sys


def main() -> None:
    """Run the command line. Ctrl-C ends it in one line from the first moment, while it is still being loaded."""
    try:
        from .cli import main as command_line

        command_line()
    except KeyboardInterrupt:
        sys.stderr.write("summarizer: interrupted\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
