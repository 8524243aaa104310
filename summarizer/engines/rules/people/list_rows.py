"""How the rows of a list of people stand: side by side in columns, sides above, offices below, blank rows between."""

import re
from itertools import takewhile

from ..layout.rows import Row
from ..layout.sides import LONGEST_SIDE, is_person, side_of
from ..naming.entries import read_entry
from ..naming.shapes import is_body, is_group, is_name

MOST_WORDS_OF_SIDE = 4
CELL = re.compile(r"\S+(?: {1,2}\S+)*")
SLACK = 4
"""Characters by which an entry may stand to the left of its column's heading."""


def names_group(rows: list[Row], at: int) -> bool:
    """Whether a row names the side of those below it: "Foreign:", "United States:", "Italy"."""
    text = rows[at].text.strip(" *_")
    if rows[at].listed or len(text) > LONGEST_SIDE or at + 1 >= len(rows) or rows[at + 1].heading:
        return False
    return text.endswith(":") or side_of(text) is not None or _heads_entries(rows, at)


def _heads_entries(rows: list[Row], at: int) -> bool:
    """Whether a row without a mark stands over the marked rows of its body: "Lifeboat Trust", "- Ann Lee"."""
    text = rows[at].text.strip(" *_")
    if not rows[at + 1].listed or not text[:1].isupper() or text[-1] in ".,;?!" or is_person(text):
        return False
    below = rows[at + 1].text
    if read_entry(below) is None or not (re.search(r":\s", below) is None or is_person(below)):
        return False  # a note under a name: "Yesterday: fixed the door"
    return is_body(text) or is_group(text) or (at > 0 and rows[at - 1].listed and not is_name(text, spaced=True))


def names_further_side(rows: list[Row], at: int) -> bool:
    """Whether a row after a blank one names the other side where one was named before: "Vestmar", over titled people."""
    text = rows[at].text.strip(" *_:")
    short = 0 < len(text.split()) <= MOST_WORDS_OF_SIDE and text[:1].isupper() and text.replace(" ", "").isalpha()
    below = rows[at + 1 : at + 3]
    people = [one for one in below if not one.gap and is_person(one.text, titled=True)]
    return rows[at].gap and not rows[at].listed and short and len(people) == 2 and not is_person(text)


def office_below(rows: list[Row], at: int) -> bool:
    """Whether two rows between blank ones are a bare name and its office."""
    name, below = rows[at], rows[at + 1 : at + 3]
    if not (name.gap and below and not below[0].gap and (len(below) < 2 or below[1].gap)):
        return False
    entry = read_entry(below[0].text) if is_name(name.text, spaced=True) else None
    return entry is not None and entry.office_alone


def goes_on_after_gap(rows: list[Row], at: int, first: Row) -> bool:
    """Whether a list whose entries look like `first` goes on in a row after blank ones."""
    if first.listed:
        loose = rows[at - 1].gap or rows[at - 1] is first
        return (rows[at].listed and (loose or _is_surely_person(rows[at]))) or names_group(rows, at)
    if rows[at].listed:
        return False
    return is_person(rows[at].text, titled=True) or office_below(rows, at) or _stands_loose(rows, at)


def _stands_loose(rows: list[Row], at: int) -> bool:
    """Whether a full name stands between blank rows in a list whose entries all do, the one before it included."""
    loose, above = rows[at].gap and rows[at - 1].gap, rows[at - 1].text
    person_above = is_name(above, spaced=True) or is_person(above, titled=True)
    return loose and person_above and is_name(rows[at].text, spaced=True)


def lost_its_mark(rows: list[Row], at: int) -> bool:
    """Whether a bare name stands without a mark between the marked rows of a list."""
    row, below = rows[at], rows[at + 1 : at + 2]
    beside = not row.gap and bool(below) and below[0].listed and not below[0].gap
    return beside and at > 0 and rows[at - 1].listed and is_name(row.text, spaced=True)


def _is_surely_person(row: Row) -> bool:
    """Whether a marked row after a gap in a list that had none before is an entry of it all the same."""
    entry = read_entry(row.text)
    if row.ticked is not None or row.table or entry is None:
        return entry is not None or row.table
    called = bool(entry.aliases) or row.text.startswith("@")
    return called or is_person(row.text) or (is_name(row.text, spaced=True) and row.text.istitle())


def stands_amid_people(rows: list[Row], at: int) -> bool:
    """Whether a short row that could not be read stands before people of the same list."""
    text = rows[at].text
    below = takewhile(lambda one: not (one.gap or one.heading), rows[at + 1 : at + 3])
    return len(text) <= LONGEST_SIDE and text[-1] not in ".:?!" and any(is_person(one.text) for one in below)


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
