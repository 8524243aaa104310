"""Attendance kept as a table, with or without a row of headings."""

import re
from collections.abc import Iterator

from ....schemas import Presence, Quote
from ..layout.found import Person
from ..layout.labels import Label
from ..layout.page import Page
from ..layout.rows import Row
from ..naming.entries import read_entry
from ..naming.shapes import is_name

COLUMNS = {
    "name": frozenset(
        {"name", "names", "attendee", "attendees", "participant", "participants", "member", "members", "who", "person"}
    ),
    "body": frozenset(
        {"organization", "organisation", "company", "affiliation", "employer", "org", "institution", "department"}
    ),
    "role": frozenset({"role", "title", "position", "office", "function"}),
    "state": frozenset({"present", "attendance", "attended", "status", "in attendance", "present?"}),
    "alias": frozenset({"abbreviation", "abbrev", "abbrev.", "abbr", "abbr.", "initials", "handle", "github", "nick"}),
    "stand-in": frozenset({"substitute", "alternate", "proxy", "replaced by", "stand-in"}),
}
NEAR_PEOPLE = frozenset({"", "#", "no", "no.", "e-mail", "email", "country", "phone"})
"""Further columns of a table of people."""
WIDE_GAP = re.compile(r"\t+| {3,}")
AWAY = frozenset({"", "no", "n", "absent", "excused", "regrets", "[ ]", "apologies"})
"""What a column of attendance holds for somebody who was not there."""
_BEHIND = re.compile(r"(?<=\w)(?:[,;:]|\s?[(–—-]).*")
"""What a cell adds to that: "no (apologies)", "absent, ill"."""


def heads_attendance(row: Row) -> bool:
    """Whether a row heads a table of people with a column that says who was there."""
    cells = {cell.lower().strip("* ") for cell in row.cells}
    return bool(cells & COLUMNS["name"] and cells & (COLUMNS["state"] - {"status"}))


def heads_people(row: Row) -> bool:
    """Whether a row heads a table of people with the body or the office of each, and of nothing else."""
    cells = {cell.lower().strip("* ") for cell in row.cells}
    known = COLUMNS["name"] | COLUMNS["body"] | COLUMNS["role"] | COLUMNS["alias"] | NEAR_PEOPLE
    return bool(cells <= known and cells & COLUMNS["name"] and cells & (COLUMNS["body"] | COLUMNS["role"]))


def heads_columns(text: str) -> bool:
    """Whether words behind a label only head the columns below it: "Present:    Company    Role"."""
    cells = [cell.strip().lower() for cell in WIDE_GAP.split(text.strip())]
    known = COLUMNS["body"] | COLUMNS["role"] | COLUMNS["alias"] | {"representing"}
    return all(cell in known for cell in cells)


class Table:
    """Reads one row after the other; the first one tells which column holds what."""

    def __init__(self, first: Row) -> None:
        cells = [cell.lower().strip("* ") for cell in first.cells]
        found = {kind: at for kind, names in COLUMNS.items() for at, cell in enumerate(cells) if cell in names}
        self._columns = found if "name" in found else {"name": 0}
        self._heading = first if "name" in found else None

    def people(self, page: Page, row: Row, label: Label, shown: list[Quote]) -> Iterator[Person]:
        """Whom the row lists, and who stood in for that person."""
        person = self.person(page, row, label, shown)
        if person is None:
            return
        yield person
        cells, at = row.cells, self._columns.get("stand-in")
        entry = read_entry(cells[at]) if at is not None and at < len(cells) else None
        if entry is not None and is_name(entry.name, spaced=True):
            quotes = [page.quote_row(row, (row.start, row.end)), *shown]
            begin = row.start + row.text.find(entry.name)
            yield Person(entry.name, quotes, "attendance table", begin, Presence.ATTENDED, entry.role, listed=True)

    def person(self, page: Page, row: Row, label: Label, shown: list[Quote]) -> Person | None:
        """Whom the row lists; None for the row of headings, a ruling, or cells that name nobody."""
        cells = row.cells
        if row is self._heading or set("".join(cells)) <= set("-: "):
            return None

        def cell(kind: str) -> str:
            at = self._columns.get(kind, len(cells))
            return cells[at] if at < len(cells) else ""

        entry = read_entry(cell("name"))
        if entry is None or not is_name(entry.name):
            return None
        away = "state" in self._columns and _BEHIND.sub("", cell("state").lower()) in AWAY
        return Person(
            name=entry.name,
            quotes=[page.quote_row(row, (row.start, row.end)), *shown],
            basis="attendance table",
            at=row.start + max(0, row.text.find(entry.name)),
            presence=Presence.ABSENT if away else label.presence,
            role=cell("role") or entry.role,
            organization=cell("body") or entry.organization,
            aliases=[*entry.aliases, *([alias] if _is_handle(alias := cell("alias").lstrip("@")) else [])],
            listed=True,
        )


def _is_handle(words: str) -> bool:
    """Whether a cell holds a short form of a name, in one word."""
    return bool(words) and words.replace("-", "").replace("_", "").isalnum()
