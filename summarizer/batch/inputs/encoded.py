"""Lists of documents as their files hold them, in whichever encoding."""

import re
from io import TextIOWrapper
from pathlib import Path
from typing import IO

_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BYTES = re.compile("[\udc80-\udcff]")


def opened(path: Path) -> IO[str]:
    """Open a list to be read line by line; each line is to go through `decoded`. Errors: `OSError`."""
    return as_text(path.open("rb"))


def as_text(file: IO[bytes]) -> IO[str]:
    """As `opened`, of a file that is open, and is closed with this."""
    is_wide = file.read(2) in _MARKS
    file.seek(0)
    encoding, errors = ("utf-16", "replace") if is_wide else ("utf-8-sig", "surrogateescape")
    return TextIOWrapper(file, encoding, errors, newline="")


def decoded(line: str) -> str:
    """A line with what is no UTF-8 in it read as Windows writes it. Each line by itself: a list may be of many gigabytes."""
    if line.isascii() or _BYTES.search(line) is None:
        return line
    return line.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
