"""What is not always installed, and how it is: the extras of this distribution."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata

from .errors import DocumentError


def how_to_install(extra: str) -> str:
    """The command, for a hint. It names the packages themselves: pip finds those wherever this distribution came from."""
    of_it = re.compile(rf"(.+?)\s*;\s*extra\s*==\s*['\"]{extra}['\"]")
    found = [match[1] for one in metadata.requires("checked-briefs") or () if (match := of_it.fullmatch(one))]
    return " ".join(["install it: pip install", *(f"'{package}'" for package in found)])


@contextmanager
def needed(extra: str, name: str, what: str) -> Iterator[None]:
    """Around the imports of a reader: a package that is missing is told with the command that installs it.

    extra: of this distribution; name: of the document; what: it is, such as "a PDF file".
    """
    try:
        yield
    except ImportError as error:
        raise DocumentError(
            f"{name} is {what}, and the reader for that is not installed.", hint=how_to_install(extra)
        ) from error
