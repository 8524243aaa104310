"""Transcripts as comma-separated values: a row an entry, below a first row that names the columns."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from ..errors import DocumentError
from .delimited import DELIMITERS, NAMES
from .recording_entries import ENDS, SPEAKERS, STARTS, TEXTS, plain

_SEPARATOR = re.compile(r"\s*sep=[^\n]\n", re.IGNORECASE)
"""By which programs tell Excel the delimiter, on a line above all others."""
_VOICES = frozenset(
    "speaker speakername speakerdisplayname speakerlabel speakerid participant participantname displayname who sprecher intervenant locuteur oratore orador "
    "hablante spreker".split()
)
"""Columns that stand in no table but a transcript; a `name` may be that of a document."""
_LONGEST_NAME = 40


def is_transcript(columns: Iterable[str]) -> bool:
    """Whether columns of these names hold what is said, and who says it or from when to when."""
    keys = {plain(name) for name in columns if len(name) <= _LONGEST_NAME}
    timed = bool(keys.intersection(STARTS)) and bool(keys.intersection((*ENDS, *SPEAKERS)))
    return bool(keys.intersection(TEXTS)) and (timed or not keys.isdisjoint(_VOICES))


def rows_of(text: str, name: str) -> list[dict[str, str]] | None:
    """The rows of a transcript, by the names of the columns; None for any other text.

    text: with `\\n` as its only line break. Raises DocumentError for a transcript that is a table by its name, and broken.
    """
    separator = _SEPARATOR.match(text)
    table = text[separator.end() :] if separator else text.lstrip()
    head = table.partition("\n")[0]
    for delimiter in DELIMITERS:
        if delimiter in head and is_transcript(next(csv.reader([head], delimiter=delimiter), [])):
            try:
                return list(_rows(table, delimiter))
            except ValueError as error:
                if not name.lower().endswith(NAMES):
                    return None
                raise DocumentError(
                    f"{name} is no valid table of comma-separated values: {error}.",
                    hint="Export it again, or put cells with a delimiter or a quotation mark in them in quotes.",
                ) from error
    return None


def _rows(table: str, delimiter: str) -> Iterator[dict[str, str]]:
    """Raises ValueError, which says where the table is broken."""
    # Without `strict`, a quotation mark that is not closed would take all rows up to the next one into its cell.
    reader = csv.reader(io.StringIO(table), delimiter=delimiter, strict=True)
    columns = next(reader)
    line = 2
    try:
        for row in reader:
            last = len(columns) - 1
            if any(row[last + 1 :]) and plain(columns[last]) in TEXTS:
                row = [*row[:last], delimiter.join(row[last:])]  # what is said, without the quotes that it needs
            elif any(row) and (len(row) <= last or any(row[last + 1 :])):
                raise ValueError(f"line {line} has {len(row)} cells under {len(columns)} columns")
            yield dict(zip(columns, row, strict=False))
            line = reader.line_num + 1
    except csv.Error as error:
        raise ValueError(f"line {line}: {error}") from error
