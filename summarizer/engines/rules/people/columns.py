"""People who stand side by side: the rows of a list cut where wide gaps part its columns."""

import re

from ..layout.rows import Row
from ..layout.sides import is_person, side_of
from ..naming.entries import read_entry

CELL = re.compile(r"\S+(?: {1,2}\S+)*")
SLACK = 4
"""Characters by which an entry may stand to the left of its column's heading."""


class Columns:
    """The columns of one list; a first row of sides says whose people stand below."""

    def __init__(self) -> None:
        self._sides: list[tuple[int, str]] = []
        self._people = False
        """Whether a row has shown that the columns hold people."""

    def heads(self, row: Row) -> bool:
        """Whether the row names a side over each column; it is kept for the rows that follow."""
        cells = list(CELL.finditer(row.text))
        if len(cells) < 2:
            return False
        sides = [side_of(cell[0]) for cell in cells]
        if not all(sides):
            return False
        self._sides = [(row.indent + cell.start(), side) for cell, side in zip(cells, sides, strict=True) if side]
        return True

    def people(self, row: Row) -> list[tuple[str, int, str | None]]:
        """Words, offset and side of each person in the row; empty for a row that is no more than one entry."""
        cells = list(CELL.finditer(row.text))
        if row.table or not cells:
            return []
        if not self._sides and len(cells) > 1:
            self._people = self._people or all(_holds_person(cell[0]) for cell in cells[1:])
        if not (self._sides or (self._people and len(cells) > 1)):
            return []
        return [(cell[0], cell.start(), self._side(row.indent + cell.start())) for cell in cells]

    def _side(self, at: int) -> str | None:
        return next((side for start, side in reversed(self._sides) if start <= at + SLACK), None)


def _holds_person(cell: str) -> bool:
    """Whether a cell names somebody, so that it says nothing of the person to its left: not "Director of Ports"."""
    entry = read_entry(cell) if is_person(cell) else None
    return entry is not None and (not entry.office_alone or cell.startswith("The "))
