"""Readers that need a package which is not always installed."""

from collections.abc import Iterator
from contextlib import contextmanager

from ..errors import DocumentError
from ..extras import how_to_install


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
