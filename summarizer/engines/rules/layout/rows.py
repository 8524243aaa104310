"""The physical rows of a page, and which of those that a number opens are headings."""

import re
from dataclasses import dataclass, replace

FEWEST_HEADINGS = 2
HEADING_SHARE = 0.6
"""Share of the numbered rows that must have their text below them."""
NUMBERED_LEVEL = 3
ROMAN = re.compile(r"([IVX]{1,5})[.)][ \t]+(?=[^\W\d_a-z])")
ROMANS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()
FEWEST_ROMAN = 3
LONGEST_HEADING = 80


@dataclass(frozen=True, slots=True)
class Row:
    """One physical line without its marks: `document.text[start:end] == text`."""

    text: str
    start: int
    end: int
    indent: int
    heading: int
    """Level of the heading, 1 being the highest; 0 for what is none."""
    bullet: bool
    numbered: bool
    table: bool
    ticked: bool | None
    """State of its check box; None where it has none."""
    gap: bool
    """Whether blank lines stand before it."""

    @property
    def listed(self) -> bool:
        """Whether it is an entry of a list or table."""
        return self.bullet or self.numbered or self.table or self.ticked is not None

    @property
    def cells(self) -> list[str]:
        """Of a row of a table."""
        return [cell.strip() for cell in self.text.split("|")]


def with_numbered_headings(rows: list[Row]) -> list[Row]:
    """Rows such as "2. Financial report", with the text of the item below them, are headings where no others are."""
    if any(row.heading for row in rows[1:]):
        return rows
    if len(counted := _counted_in_roman(rows)) >= FEWEST_ROMAN:
        return [replace(row, heading=NUMBERED_LEVEL) if at in counted else row for at, row in enumerate(rows)]
    found = [at for at, row in enumerate(rows[:-1]) if _numbered_heading(row, rows[at + 1])]
    heads = {rows[at].text for at in found}
    numbered = len(found) + sum(
        row.numbered and row.text not in heads for row in rows
    )  # an agenda may name them before
    if len(found) < FEWEST_HEADINGS or len(found) < numbered * HEADING_SHARE:
        return rows
    for at in found:
        rows[at] = replace(rows[at], heading=NUMBERED_LEVEL)
    return rows


def _counted_in_roman(rows: list[Row]) -> set[int]:
    """Short rows that count from "I. Call to order" on without a gap; "V. Holm" among names is none."""
    found: set[int] = set()
    for at, row in enumerate(rows):
        number = ROMAN.match(row.text) if len(row.text) <= LONGEST_HEADING and row.text[-1:] not in ".;,?!" else None
        if number is not None and len(found) < len(ROMANS) and number[1] == ROMANS[len(found)]:
            found.add(at)
    return found


def _numbered_heading(row: Row, below: Row) -> bool:
    return (
        row.numbered
        and not row.heading
        and len(row.text) <= LONGEST_HEADING
        and (row.text[0].isupper() or row.text[0].isdigit())
        and row.text[-1] not in ".;:,?!"
        and not below.numbered
        and not below.gap
        and (below.indent <= row.indent or not below.listed)
    )
