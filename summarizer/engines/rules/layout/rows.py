"""The physical rows of a page, and which of those that a number opens are headings."""

from dataclasses import dataclass, replace

FEWEST_HEADINGS = 2
HEADING_SHARE = 0.6
"""Share of the numbered rows that must have their text below them."""
NUMBERED_LEVEL = 3
ROMANS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()
FEWEST_BULLETED = 3
SHORT_SHARE = 0.8
"""Share of the entries of a list that must be short where they are headings."""
FEWEST_WORDS = 3
"""Words of a statement below such an entry."""
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
    heads = _bulleted_headings(rows) or _numbered_headings(rows)
    return [replace(row, heading=NUMBERED_LEVEL) if at in heads else row for at, row in enumerate(rows)]


def _bulleted_headings(rows: list[Row]) -> set[int]:
    """Short entries of a list that most have full sentences of their own below them, outside the list."""
    listed = [at for at, row in enumerate(rows) if row.bullet and not row.indent]
    bullets = [at for at in listed if len(rows[at].text) <= LONGEST_HEADING and rows[at].text[-1:] not in ".;,?!"]
    if len(bullets) < len(listed) * SHORT_SHARE:
        return set()
    over = [at for at in bullets if at + 1 < len(rows) and _is_paragraph(rows[at + 1])]
    return set(bullets) if len(over) >= FEWEST_BULLETED and len(over) >= len(bullets) * HEADING_SHARE else set()


def _is_paragraph(row: Row) -> bool:
    """Whether a row is a statement of its own, and not the rest of the one above it."""
    return (
        not (row.listed or row.gap or row.indent)
        and row.text[:1].isupper()
        and row.text[-1:] in ".:?!"
        and len(row.text.split()) >= FEWEST_WORDS
    )


def _numbered_headings(rows: list[Row]) -> set[int]:
    """Numbered rows that most have their text right below; an agenda may name them before."""
    found = {at for at, row in enumerate(rows[:-1]) if _numbered_heading(row, rows[at + 1])}
    heads = {rows[at].text for at in found}
    numbered = len(found) + sum(row.numbered and row.text not in heads for row in rows)
    return found if len(found) >= max(FEWEST_HEADINGS, numbered * HEADING_SHARE) else set()


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
