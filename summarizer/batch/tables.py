"""Lists of documents in CSV, as spreadsheets of any country write them."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ..loading import LARGEST
from ..readers.spreadsheets import is_transcript
from .encoded import decoded, opened

_DELIMITERS = ",;\t"
_SHOWN = 200


def is_list(path: Path) -> bool:
    """Whether it has a column `text` or `path`, and is no transcript, which the readers take."""
    try:
        with opened(path) as file:
            return _delimiter(file) is not None
    except (OSError, ValueError):
        return False


def fault(path: Path) -> str | None:
    """What keeps a table from being a list or a transcript; None for a text of one column."""
    try:
        with opened(path) as file:
            first = file.readline()
            found = max((_columns(first, delimiter) for delimiter in _DELIMITERS), key=len)
    except (OSError, ValueError):
        return None
    if len(found) < 2 or is_transcript(found):
        return None
    return f"has no column `text` or `path` (its columns are {', '.join(found)[:_SHOWN]})"


def rows(path: Path) -> Iterator[tuple[int, dict[str, str] | str]]:
    """Of each row the number of its last line and its fields by the names of their columns, without those that are
    empty; or of its first line and what is wrong with it. Errors: `OSError`."""
    with opened(path) as file:
        delimiter = _delimiter(file) or ","
        file.seek(0)
        csv.field_size_limit(LARGEST)  # a text may stand in a field
        # A quotation mark that is not closed would take all rows up to the next one into its field.
        reader = csv.reader(map(decoded, file), delimiter=delimiter, strict=True)
        columns = _names(next(reader))
        while True:
            first = reader.line_num + 1
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield first, f"begins what is no row of CSV, up to line {reader.line_num}: {error}"
                continue
            if any(row[len(columns) :]):
                yield first, f"has more fields than columns; a text with {delimiter!r} in it has to stand in quotes"
            elif any(row):
                yield reader.line_num, {name: value for name, value in zip(columns, row, strict=False) if value}


def _delimiter(file: IO[str]) -> str | None:
    """The one by which the first row names the columns of a list."""
    first = file.readline()
    for delimiter in _DELIMITERS:
        columns = _columns(first, delimiter)
        if {"text", "path"} & set(columns) and not is_transcript(columns):
            return delimiter
    return None


def _columns(first: str, delimiter: str) -> list[str]:
    try:
        return _names(next(csv.reader([first], delimiter=delimiter), []))
    except csv.Error:
        return []


def _names(row: list[str]) -> list[str]:
    return [name.strip().lower() for name in row]
