"""What is not always installed, and how it is: the extras of this distribution."""

import re
from importlib import metadata


def how_to_install(extra: str) -> str:
    """The command, for a hint. It names the packages themselves: pip finds those wherever this distribution came from."""
    of_it = re.compile(rf"(.+?)\s*;\s*extra\s*==\s*['\"]{extra}['\"]")
    found = [match[1] for one in metadata.requires("checked-briefs") or () if (match := of_it.fullmatch(one))]
    return " ".join(["install it: pip install", *(f"'{package}'" for package in found)])
