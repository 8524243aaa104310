"""Where documents stand: one file, one place, however it is written."""

import os
from pathlib import PurePath


def place(path: PurePath) -> str:
    """The same for a file from each working folder, and by each way to its folder. A link to a file is one of its own: it
    may have another name, and names bring dates."""
    try:
        return os.path.join(os.path.realpath(path.parent), path.name)
    except (OSError, ValueError):  # no path at all, or nowhere to count from
        return str(path)


def stands(place_of_one: str) -> bool:
    """Whether there is a file at that place."""
    try:
        return os.path.lexists(place_of_one) and place(PurePath(place_of_one)) == place_of_one
    except ValueError:
        return False
