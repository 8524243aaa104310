"""What a page is made of, whichever form it is written in: entries with the words they rest on, tables, sections.

All texts here are plain: as a form needs it, markup is escaped where the form is written.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ..schemas import Evidence


@dataclass(frozen=True)
class Note:
    """What code corrected in an item, or what else in the brief says otherwise."""

    kind: str
    """`corrected` or `contradicted`."""
    text: str


@dataclass(frozen=True)
class Entry:
    """One item: `label: title (marks): told`, its doubt, its quotes, what was corrected in it, and what is nested in it."""

    title: str = ""
    """What a reader looks for; empty where all is told in a sentence."""
    label: str = ""
    """Before the title: what the item is."""
    marks: tuple[str, ...] = ()
    """How firmly it was said, at which meeting, for which reason it was refused."""
    told: str = ""
    between: str = ": "
    """What joins the title to what is told of it."""
    doubt: str | None = None
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Note, ...] = ()
    nested: tuple["Entry", ...] = ()
    line: int | None = None
    """The line of the source that it speaks of, where it quotes none."""


@dataclass(frozen=True)
class Row:
    """A row of a table: its name, the other cells, the words it rests on."""

    name: str
    cells: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    doubt: str | None


@dataclass(frozen=True)
class Table:
    """Heads are one more than the cells of a row: the first is of the names."""

    heads: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Fact:
    """One of the facts in the head of the page, such as how many commitments there are."""

    text: str
    section: str = ""
    """Title of the section that it tells of."""


@dataclass(frozen=True)
class Section:
    """Entries under a title, below a table where there is one."""

    title: str
    entries: tuple[Entry | Note, ...] = ()
    intro: str | None = None
    empty: str = "None found."
    """Said where there is nothing."""
    table: Table | None = None
    alert: str = ""
    """What the section says beside the brief that a reader must look at, such as `2 refused`; empty for the brief itself."""


@dataclass(frozen=True)
class Page:
    """All that a brief says."""

    title: str
    status: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    foot: str
    """How the brief was made, what of the source it covers, and what it cost."""


def section(
    title: str, intro: str, entries: Iterable[Entry], *, always: bool = False, alert: str = ""
) -> Iterable[Section]:
    """A section with a sentence about it; none where it has no entries, unless the sentence alone tells.

    alert: what must be looked at, with `{}` for how many entries there are.
    """
    if (listed := tuple(entries)) or always:
        yield Section(title, listed, intro, empty="", alert=alert.format(len(listed)))
