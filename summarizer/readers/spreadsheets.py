"""Tables of comma-separated values: transcripts, a row an entry, and minutes or next steps, below a row that names the columns."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from ..errors import DocumentError
from .text.tables import is_record
from .transcripts.entries import ENDS, SPEAKERS, STARTS, TEXTS, plain

_SEPARATOR = re.compile(r"\s*sep=[^\n]\n", re.IGNORECASE)
"""By which programs tell Excel the delimiter, on a line above all others."""
_VOICES = frozenset(
    "speaker speakername speakerdisplayname speakerlabel speakerid participant participantname displayname who sprecher intervenant locuteur oratore orador "
    "hablante spreker".split()
)
"""Columns that stand in no table but a transcript; a `name` may be that of a document."""
_LONGEST_NAME = 40
_LONGEST_HEAD = 1_000
_ROWS = 2
"""The names of the columns, and a row of them, at the least."""
NAMES = (".csv", ".tsv")
DELIMITERS = ",;\t"
_LEAST_ROWS = {",": 4, ";": 3, "\t": 2}
_LEAST_CELLS = {",": 3, ";": 2, "\t": 2}  # prose has commas


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


def is_table(lines: Sequence[str], name: str) -> bool:
    """Whether these lines, the first of a document, are rows of one table: by the name of its file, or by their cells."""
    if name.lower().endswith(NAMES):
        return len(lines) > 1 and any(delimiter in lines[0] for delimiter in DELIMITERS)
    return any(_are_rows(lines, delimiter) for delimiter in DELIMITERS)


def _are_rows(lines: Sequence[str], delimiter: str) -> bool:
    if len(lines) < _LEAST_ROWS[delimiter]:
        return False
    cells = {len(row) for row in csv.reader(lines, delimiter=delimiter)}
    return len(cells) == 1 and cells.pop() >= _LEAST_CELLS[delimiter]


def in_bars(text: str, name: str) -> str | None:
    """Minutes, or next steps, kept as comma-separated values as a table whose cells bars part, as Markdown has them; None for any other text."""
    plain = text.strip("\n")
    head = plain.partition("\n")[0]
    for delimiter in DELIMITERS:
        if delimiter not in head or len(head) > _LONGEST_HEAD:
            continue
        if not is_record(next(csv.reader([head], delimiter=delimiter), [])) or not is_table(plain.split("\n"), name):
            continue
        try:
            rows = [row for row in csv.reader(io.StringIO(plain), delimiter=delimiter) if any(map(str.strip, row))]
        except csv.Error:
            return None  # one cell without end is no table
        if len(rows) >= _ROWS:
            return "\n".join("| " + " | ".join(map(_cell, row)) + " |" for row in rows) + "\n"
    return None


def _cell(words: str) -> str:
    return " ".join(words.replace("|", "/").split())
