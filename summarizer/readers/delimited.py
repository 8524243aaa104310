"""Tables of values parted by commas, semicolons or tabs, whatever their columns hold."""

import csv
from collections.abc import Sequence

NAMES = (".csv", ".tsv")
DELIMITERS = ",;\t"
_LEAST_ROWS = {",": 4, ";": 3, "\t": 2}
_LEAST_CELLS = {",": 3, ";": 2, "\t": 2}  # prose has commas


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
