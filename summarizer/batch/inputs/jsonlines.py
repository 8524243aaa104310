"""Lists of documents in JSON lines."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from ...errors import DocumentError
from ...readers.formats import read
from ...readers.reading import Spoken
from .encoded import decoded, opened

_SHOWN = 200  # characters of the names of fields
_HEAD = 100  # lines that tell whether a file lists documents


def is_list(path: Path) -> bool:
    """Whether the first object in it that could be one is a document, and not an entry of a transcript, which the readers
    take. A line that is broken says nothing of the others."""
    try:
        first = next((fields for fields in _head(path) if {"text", "path"} & fields.keys()), None)
        return first is not None and "speaker" not in first
    except (OSError, ValueError):
        return False


def fault(path: Path) -> str | None:
    """What keeps JSON lines from being a list; None for a transcript. As one document they would be paid for in vain."""
    try:
        first = next(_head(path), None)
        with path.open("rb") as file:
            beginning = b"".join(islice(file, _HEAD))
        reading = read(beginning, path.name)
        is_transcript = isinstance(reading, Spoken) and any(turn.speaker or turn.time for turn in reading.turns)
    except (OSError, ValueError, DocumentError):  # whoever reads it as a document says what is wrong
        return None
    if first is None or is_transcript:
        return None
    return f"has no `text` or `path` in its lines (their fields are {', '.join(map(str, first))[:_SHOWN]})"


def rows(path: Path) -> Iterator[tuple[int, Any]]:
    """Of each line its number and what it says, None where it is broken. Errors: `OSError`."""
    with opened(path) as file:
        yield from rows_of(file)


def rows_of(lines: Iterable[str]) -> Iterator[tuple[int, Any]]:
    """As `rows`, of lines that were read."""
    for number, line in enumerate(map(decoded, lines), 1):
        if line.strip():
            yield number, said(line)


def said(line: str) -> Any:
    """What the line says; None where it is broken."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _head(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of its first lines. Errors: `OSError`, `ValueError`."""
    for _, fields in islice(rows(path), _HEAD):
        if isinstance(fields, dict):
            yield fields
