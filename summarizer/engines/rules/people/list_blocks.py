"""Lists of people on the rows below a heading or a label: one to a row, in columns, in tables, under their sides."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ....schemas import Presence, Quote
from ..layout.found import Person
from ..layout.labels import Label, read_label
from ..layout.page import Page
from ..layout.rows import Row
from ..layout.sides import LONGEST_PERSON, NO_SIDE, body_of, opens_side, side_of
from ..naming.entries import read_entry
from ..naming.entry_parts import Entry
from ..naming.names import lost_its_rows
from ..naming.shapes import is_body, is_name
from ..sentences.clauses import VERB
from ..words import is_role, words
from .labelled_lists import LONGEST_OPENING, LabelledLists, ends, running_people
from .list_rows import (
    Columns,
    goes_on_after_gap,
    lost_its_mark,
    names_further_side,
    names_group,
    office_below,
    stands_amid_people,
)
from .rolls import labelled, listed_person
from .rows_of_people import is_full_name, pair_of, split_people
from .tables import Table

ROLL_CALL = re.compile(
    r"(?P<who>.+?)\s*(?:[-–—:|,]|\s)\s*(?P<state>present|here|absent|excused|yes|no|not present)\.?", re.IGNORECASE
)
MESSRS = re.compile(r"(?:Messrs\.?|Mmes\.?)\s+(?P<names>.+)", re.DOTALL)
FEWEST_IN_ROW = 3
"""People in one row, from which some may have brackets: "Ann Lee (Chair), Bo Ray, Cy Fox"."""
NAMES_SHARE = 0.7
WIDE_GAP = re.compile(r"\t| {3,}")
LONGEST_WITHOUT_VERB = 8
"""Words from which on a row that ends as a sentence, and has a verb of report, is one."""
STATEMENT_END = re.compile(r"[a-z]{3,}[.?!]$")
"""What ends words after a label that are no list of people but something said, from five or four words on."""


@dataclass
class _List:
    """A list that is being read, as far as its rows have come."""

    head: Row
    label: Label
    group: str | None
    """The side whose people stand on the next rows."""
    first: Row | None = None
    """The first row that held an entry, or spoke of people."""
    table: Table | None = None
    columns: Columns = field(default_factory=Columns)


class _Step(NamedTuple):
    """What a row gives, and whether the list goes on behind it."""

    people: Sequence[Person] = ()
    goes_on: bool = True


_OVER = _Step(goes_on=False)


class ListBlocks:
    """The rows of a page as lists below an opener; a block is left at the row after its last entry."""

    def __init__(self, page: Page, used: set[int], labelled_lists: LabelledLists) -> None:
        self.page = page
        self.rows = page.rows
        self.used = used
        self.labelled_lists = labelled_lists
        self.shown: list[Quote] = []
        """The words that open the list which is being read: they show that its people were there."""
        self._readers = (
            self._used,
            self._label_and_people,
            self._statement,
            self._label,
            self._heads_columns,
            self._side,
            self._running_people,
            self._row_of_table,
            self._entries,
        )

    def people(self, opener: int, label: Label, group: str | None = None) -> Iterator[Person]:
        """The entries on the rows below a heading or label; `group` is the side that it names."""
        head = self.rows[opener]
        read = _List(head, label, group, head if ":" in head.text[:-1] else None)
        self.shown = [self.page.quote(max(head.start, head.end - LONGEST_OPENING), head.end)]
        for at in range(opener + 1, len(self.rows)):
            step = next(step for reader in self._readers if (step := reader(at, read)) is not None)
            yield from step.people
            if not step.goes_on:
                return

    # What each form of a row is to the list; None where the row has another form. The order counts.

    def _used(self, at: int, read: _List) -> _Step | None:
        """A row that was read already, as an office below its holder or as another list."""
        if at not in self.used:
            return None
        return _Step() if at - 1 in self.used and office_below(self.rows, at - 1) else _OVER

    def _label_and_people(self, at: int, read: _List) -> _Step | None:
        """ "Apologies: Ann Lee", "For the company: Bo Ray"; a label of anything else ends the list."""
        row = self.rows[at]
        inline = labelled(row.text)
        if inline is None or not inline["rest"]:
            return None
        named = read_label(inline["label"], inline=True)
        named = named or _of_several(inline["label"], read.label)
        side = None if named else side_of(f"{inline['label']}:") or body_of(inline["label"], inline["rest"])
        if NO_SIDE.fullmatch(inline["label"].strip(" *_")) or _is_said(inline["rest"]):
            return _OVER
        if not (named or side):
            return None
        people = list(self.labelled_lists.people(at, named or read.label, inline, read.group if named else side))
        self.used.update([at] if people else [])
        if not people or at + 1 >= len(self.rows) or not (side or self._goes_on(at + 1, read.label)):
            return _Step(people, goes_on=False)
        read.first = read.first or row
        return _Step(people)

    def _goes_on(self, at: int, label: Label) -> bool:
        """Whether a further label of people, or one of them, stands on a row."""
        inline = None if self.rows[at].gap else labelled(self.rows[at].text)
        further = inline is not None and _of_several(inline["label"], label) is not None
        return further or self.labelled_lists.goes_on(at)

    def _statement(self, at: int, read: _List) -> _Step | None:
        """What somebody did or said ends the list."""
        row = self.rows[at]
        is_one = not row.listed and ends(row.text, STATEMENT_END, LONGEST_WITHOUT_VERB) and VERB.search(row.text)
        return _OVER if is_one else None

    def _label(self, at: int, read: _List) -> _Step | None:
        """A label on a row of its own, below which another list begins."""
        row = self.rows[at]
        own = read_label(row.text)
        if own is None or 0 < row.heading <= read.head.heading:
            return None
        read.label, read.first, read.group = own, None, None
        self.shown = [self.page.quote(row.start, row.end)]
        self.used.add(at)
        return _Step()

    def _heads_columns(self, at: int, read: _List) -> _Step | None:
        """Sides in a row, each over its column; the label of something else ends the list."""
        row = self.rows[at]
        if NO_SIDE.fullmatch(WIDE_GAP.split(row.text)[0].strip(" :*_")):
            return _OVER
        if not read.columns.heads(row):
            return None
        self.used.add(at)
        return _Step()

    def _side(self, at: int, read: _List) -> _Step | None:
        """A side or a group, whose people stand below; another heading or a gap ends the list."""
        row = self.rows[at]
        opens = opens_side(self.rows, at) or (read.group is not None and names_further_side(self.rows, at))
        if row.heading and not opens:
            return _OVER
        if row.gap and read.first is not None and not (opens or goes_on_after_gap(self.rows, at, read.first)):
            return _OVER
        if not (opens or names_group(self.rows, at)):
            return None
        read.group = side_of(row.text) or row.text.strip(" :*_–—-")
        self.used.add(at)
        return _Step()

    def _running_people(self, at: int, read: _List) -> _Step | None:
        """A row that is too long for an entry, or stands without a mark below those that have one: the list is over."""
        row = self.rows[at]
        if row.listed:
            return None
        long = len(row.text) > LONGEST_PERSON or lost_its_rows(row.text)
        if read.first is None and not row.heading:
            titled = running_people(self.page, row.text, row.start, read.label, self.shown) if long else ()
            run_on = [] if ";" in row.text else list(titled)
            people = run_on or self.labelled_lists.below(at, read.label, self.shown) or list(titled)
            self.used.update([at] if people and not run_on else [])
            if people or long:
                return _Step(people, goes_on=False)
        unmarked = read.first is not None and read.first.listed and not lost_its_mark(self.rows, at)
        return _OVER if unmarked or long else None

    def _row_of_table(self, at: int, read: _List) -> _Step | None:
        row = self.rows[at]
        if not row.table:
            return None
        read.table = read.table or Table(row)
        self.used.add(at)
        person = read.table.person(self.page, row, read.label, self.shown)
        read.first = read.first or row
        return _Step([person] if person is not None else [])

    def _entries(self, at: int, read: _List) -> _Step:
        row = self.rows[at]
        people = list(self.entries(row, read.label, read.group, read.columns))
        if len(people) == 1 and office_below(self.rows, at):
            below = self.rows[at + 1]
            people[0].role = people[0].role or below.text
            people[0].quotes.insert(1, self.page.quote(below.start, below.end))
            self.used.add(at + 1)
        if not (people or row.listed or row.text.lower() in words().functions or stands_amid_people(self.rows, at)):
            return _OVER
        if not people and read.group and not row.listed and is_body(row.text):
            read.group = row.text  # "Department": another side than the one above
        read.first = read.first or row
        self.used.update([at] if people else [])
        return _Step(people)

    def entries(self, row: Row, label: Label, group: str | None, columns: Columns) -> Iterator[Person]:
        """The people of one row; `group` is the side under which it stands."""
        text = row.text
        if row.ticked is False:
            label = replace(label, presence=Presence.ABSENT)
        rolled = ROLL_CALL.fullmatch(text) if len(text) <= LONGEST_PERSON else None
        if rolled:
            text = rolled["who"]
            absent = rolled["state"].lower() in ("absent", "excused", "no", "not present")
            label = replace(label, presence=Presence.ABSENT if absent else Presence.ATTENDED)
        pieces = [(piece, at, side or group) for piece, at, side in columns.people(row)]
        several = MESSRS.fullmatch(text)
        if several and not pieces:
            pieces = [(piece, several.start("names") + at, group) for piece, at in split_people(several["names"])]
        elif not pieces:
            pieces = [(piece, at, group) for piece, at in pair_of(text) or _several(text, listed=row.listed)]
        shared = _of_each(read_entry(pieces[1][0])) if pair_of(text) else None
        for piece, at, side in pieces or [(text, 0, group)]:
            entry = read_entry(piece)
            if entry is not None and shared is not None:
                entry.role, entry.organization = shared
            if entry is None or entry.name.lower() in words().no_speakers:
                continue  # the robot of a chat, or "all"
            start = row.start + at
            quotes = [self.page.quote_row(row, (start, start + len(piece))), *self.shown]
            yield listed_person(entry, start, quotes, label, side)


def _is_said(words_: str) -> bool:
    """Whether words behind a label are a sentence, and no list of people that ends with a full stop."""
    people = [is_full_name(piece) for piece, _ in split_people(words_)]
    return ends(words_, STATEMENT_END, 4) and sum(people) < NAMES_SHARE * len(people)


def _of_several(label: str, over: Label) -> Label | None:
    """What the office of several says under a label of those present: "Directors: Ann Lee, Bo Ray"."""
    last = label.strip(" *_").split()[-1].lower() if label.strip(" *_") else ""
    several = last.endswith("s") and is_role(last[:-1]) and over.presence is Presence.ATTENDED
    return replace(over, function=None) if several else None


def _of_each(entry: Entry | None) -> tuple[str | None, str | None] | None:
    """Role and body of each of two people who share them: "Port Representatives"."""
    body = entry.organization if entry is not None else None
    if entry is not None and body and body.endswith("s") and is_role(body.split()[-1].lower()[:-1]):
        return body[:-1], None
    return None if entry is None else (entry.role, body)


def _several(text: str, *, listed: bool) -> list[tuple[str, int]]:
    """The people whom a row names beside each other, each with the offset; nothing where it is one entry."""
    apart = split_people(text)
    if len(apart) >= FEWEST_IN_ROW and "(" in text and all(is_full_name(piece) for piece, _ in apart):
        return apart
    if listed or len(apart) < 2:
        return []
    if ";" in text:
        read = [read_entry(piece) for piece, _ in apart]
        return apart if all(entry is not None and is_name(entry.name, spaced=True) for entry in read) else []
    names = [piece.partition(" (")[0] for piece, _ in apart]
    each = all(is_name(name, spaced=len(apart) < FEWEST_IN_ROW) or name.startswith("@") for name in names)
    return apart if each else []
