"""Lists of documents in CSV, as spreadsheets of any country write them."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ...loading import LARGEST
from ...readers.spreadsheets import DELIMITERS, is_transcript
from ...readers.text.tables import is_record
from .encoded import decoded, opened
from .resuming import Form, Lines

_SHOWN = 200


def is_list(path: Path) -> bool:
    """Whether it has a column `text` or `path`, and is no transcript, which the readers take."""
    try:
        with opened(path) as file:
            return _delimiter(file) is not None
    except (OSError, ValueError):
        return False


def fault(path: Path) -> str | None:
    """What keeps a table from being a list, a transcript or minutes; None for a text of one column."""
    try:
        with opened(path) as file:
            first = file.readline()
            found = max((_columns(first, delimiter) for delimiter in DELIMITERS), key=len)
    except (OSError, ValueError):
        return None
    if len(found) < 2 or is_transcript(found) or is_record(found):
        return None
    return f"has no column `text` or `path` (its columns are {', '.join(found)[:_SHOWN]})"


def rows(path: Path) -> Iterator[tuple[int, dict[str, str] | str]]:
    """Of each row the number of its last line and its fields by the names of their columns; or of its
    first line and what is wrong with it. Errors: `OSError`."""
    with opened(path) as file:
        delimiter = _delimiter(file) or ","
        file.seek(0)
        csv.field_size_limit(LARGEST)  # a text may stand in a field
        lines = Lines(map(decoded, file))
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        head = next(reader)
        form, columns = Form(head, delimiter), _names(head)
        while True:
            first = lines.begin()
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield first, _lost(lines, form, first, str(error))
                continue
            if form.are_rows(lines.taken[1:]):
                yield first, _lost(lines, form, first, f"closed only in line {lines.number}")
            elif any(row[len(columns) :]):
                yield first, f"has more fields than columns; a text with {delimiter!r} in it has to stand in quotes"
            elif any(row):
                yield lines.number, dict(zip(columns, row, strict=False))


def _lost(lines: Lines, form: Form, first: int, why: str) -> str:
    """What is wrong with the row that was taken, and what is lost with it; the lines are then at the next row."""
    lines.back()
    last = form.resume(lines)
    lost = f"; lines {first} to {last} are left out" if last > first else ""
    return f"has a quotation mark that is not closed, or one in a text that is not doubled ({why}){lost}"


def _delimiter(file: IO[str]) -> str | None:
    """The one by which the first row names the columns of a list."""
    first = file.readline()
    for delimiter in DELIMITERS:
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
