"""Lists of people on the rows below a heading or a label: one to a row, in columns, in tables, under their sides."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ....schemas import Presence, Quote
from ..layout.found import Person
from ..layout.labels import Label, read_label
from ..layout.page import Page
from ..layout.rows import Row
from ..layout.sides import LONGEST_PERSON, NO_SIDE, body_of, opens_side, side_of
from ..naming.entries import read_entry
from ..naming.names import lost_its_rows
from ..naming.shapes import is_body, is_name
from ..sentences.clauses import VERB
from ..words import words
from .columns import Columns
from .labelled_lists import LONGEST_OPENING, LabelledLists, ends, running_people
from .list_rows import (
    goes_on_after_gap,
    lost_its_mark,
    names_further_side,
    names_group,
    office_below,
    stands_amid_people,
)
from .rolls import labelled, listed_person
from .rows_of_people import is_full_name, split_people
from .tables import Table

ROLL_CALL = re.compile(
    r"(?P<who>.+?)\s*(?:[-–—:|,]|\s)\s*(?P<state>present|here|absent|excused|yes|no|not present)\.?", re.IGNORECASE
)
MESSRS = re.compile(r"(?:Messrs\.?|Mmes\.?)\s+(?P<names>.+)", re.DOTALL)
FEWEST_IN_ROW = 3
"""People in one row, from which some may have brackets: "Ann Lee (Chair), Bo Ray, Cy Fox"."""
WIDE_GAP = re.compile(r"\t| {3,}")
LONGEST_WITHOUT_VERB = 8
"""Words from which on a row that ends as a sentence, and has a verb of report, is one."""
STATEMENT_END = re.compile(r"[a-z]{3,}[.?!]$")
"""What ends words after a label that are no list of people but something said, from five or four words on."""


class ListBlocks:
    """The rows of a page as lists below an opener; a block is left at the row after its last entry."""

    def __init__(self, page: Page, used: set[int], labelled_lists: LabelledLists) -> None:
        self.page = page
        self.rows = page.rows
        self.used = used
        self.labelled_lists = labelled_lists
        self.shown: list[Quote] = []
        """The words that open the list which is being read: they show that its people were there."""

    def people(self, opener: int, label: Label, group: str | None = None) -> Iterator[Person]:
        """The entries on the rows below a heading or label; `group` is the side that it names."""
        head = self.rows[opener]
        first: Row | None = head if head.text.find(":") < len(head.text) - 1 and ":" in head.text else None
        self.shown = [self.page.quote(max(head.start, head.end - LONGEST_OPENING), head.end)]
        table: Table | None = None
        columns = Columns()
        for at in range(opener + 1, len(self.rows)):
            row = self.rows[at]
            if at in self.used and at - 1 in self.used and office_below(self.rows, at - 1):
                continue
            if at in self.used:
                break
            inline = labelled(row.text)
            if inline and inline["rest"]:
                named = read_label(inline["label"])
                side = None if named else side_of(f"{inline['label']}:") or body_of(inline["label"], inline["rest"])
                if NO_SIDE.fullmatch(inline["label"].strip(" *_")) or ends(inline["rest"], STATEMENT_END, 4):
                    break
                if named or side:
                    people = list(self.labelled_lists.people(at, named or label, inline, group if named else side))
                    self.used.update([at] if people else [])
                    yield from people
                    if people and at + 1 < len(self.rows) and (side or self.labelled_lists.goes_on(at + 1)):
                        first = first or row
                        continue
                    break
            if not row.listed and ends(row.text, STATEMENT_END, LONGEST_WITHOUT_VERB) and VERB.search(row.text):
                break  # what somebody did or said
            own = read_label(row.text)
            if own is not None and not (row.heading and row.heading <= head.heading and head.heading):
                label, first, group = own, None, None
                self.shown = [self.page.quote(row.start, row.end)]
                self.used.add(at)
                continue
            if NO_SIDE.fullmatch(WIDE_GAP.split(row.text)[0].strip(" :*_")):
                break
            if columns.heads(row):
                self.used.add(at)
                continue
            opens = opens_side(self.rows, at) or (group is not None and names_further_side(self.rows, at))
            if row.heading and not opens:
                break
            if row.gap and first is not None and not (opens or goes_on_after_gap(self.rows, at, first)):
                break
            if opens or names_group(self.rows, at):
                group = side_of(row.text) or row.text.strip(" :*_–—-")
                self.used.add(at)
                continue
            long = len(row.text) > LONGEST_PERSON or lost_its_rows(row.text)
            if not row.listed and long and first is None and not row.heading:
                yield from running_people(self.page, row.text, row.start, label, self.shown)
                break
            if not row.listed and ((first is not None and first.listed and not lost_its_mark(self.rows, at)) or long):
                break
            if row.table:
                table = table or Table(row)
                self.used.add(at)
                person = table.person(self.page, row, label, self.shown)
                first = first or row
                if person is not None:
                    yield person
                continue
            people = list(self.entries(row, label, group, columns))
            if len(people) == 1 and office_below(self.rows, at):
                below = self.rows[at + 1]
                people[0].role = people[0].role or below.text
                people[0].quotes.insert(1, self.page.quote(below.start, below.end))
                self.used.add(at + 1)
            if (
                not people
                and not row.listed
                and not words().functions & {row.text.lower()}
                and not stands_amid_people(self.rows, at)
            ):
                break
            if not people and group and not row.listed and is_body(row.text):
                group = row.text  # "Department": another side than the one above
            first = first or row
            if people:
                self.used.add(at)
            yield from people

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
            pieces = [(piece, at, group) for piece, at in _several(text, listed=row.listed)]
        for piece, at, side in pieces or [(text, 0, group)]:
            entry = read_entry(piece)
            if entry is None or entry.name.lower() in words().no_speakers or piece.startswith(f"{entry.name}:"):
                continue  # the robot of a chat, "all", or a label
            start = row.start + at
            quotes = [self.page.quote_row(row, (start, start + len(piece))), *self.shown]
            yield listed_person(entry, start, quotes, label, side)


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
