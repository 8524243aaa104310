"""Places of documents: one for each file, however its path is written."""

import os
from pathlib import PurePath


def place(path: PurePath) -> str:
    """The absolute path of a file, the same from each working folder and through each link to its folder. A link to a file
    has a place of its own: its name may be another one, and names can hold dates."""
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
