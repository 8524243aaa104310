"""Who is listed as present, absent, in the chair or taking notes."""

import re
from collections.abc import Iterator

from ...schemas import Presence, Quote
from .entries import NOBODY, is_name, read_entry
from .found import Person
from .labels import CHAIR_LABEL, GROUPS, OPENING_SENTENCE, SCRIBE_LABEL, WEAK_OPENING, Label, read_label
from .names import mentions
from .offices import has_role
from .page import LONGEST_QUOTE, Page, Row
from .rows_of_people import split_people
from .tables import Table
from .tokens import tokenize
from .words import words

LABEL = re.compile(
    r"(?P<label>[^:|]{2,60}?)\s*(?:\([^()]*\)\s*)?(?:\*\*)?\s*(?P<colon>::?)\s*(?:\*\*)?\s*(?P<rest>.*)", re.DOTALL
)
ROLL_CALL = re.compile(
    r"(?P<who>.+?)\s*(?:[-–—:|,]|\s)\s*(?P<state>present|here|absent|excused|yes|no|not present)\.?", re.IGNORECASE
)
SIDE = re.compile(r"^(?:for|from|on behalf of) (?:the )?|\s+(?:participants|side|delegation)$", re.IGNORECASE)
GROUP_WORDS = frozenset({"the", "participants", "side", "delegation", "others", "foreign"})
SIDE_LABEL = re.compile(r"(?:for|from|on behalf of|representing) (?:the )?(?P<side>\w.{1,50})", re.IGNORECASE)
"""A label before the people of one side: "For the company:"."""
OPENING_ROWS = 30
MESSRS = re.compile(r"(?:Messrs\.?|Mmes\.?)\s+(?P<names>.+)", re.DOTALL)
LONGEST_OPENING = 120
"""Characters quoted of a sentence that opens a list."""
LONGEST_ROW = 160
"""Characters of an entry that stands on a row without any mark of a list."""


def listed_people(page: Page) -> list[Person]:
    """Everybody on a list of attendance, absence, chair or scribe."""
    return list(_Lists(page).read())


class _Lists:
    """One pass over the rows; a block is left at the row after its last entry."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.rows = page.rows
        self.used: set[int] = set()
        self.shown: list[Quote] = []
        """The words that open the list which is being read: they show that its people were there."""

    def read(self) -> Iterator[Person]:
        for at, row in enumerate(self.rows):
            if at in self.used or row.end - row.start > 20_000:
                continue
            inline = LABEL.fullmatch(row.text)
            label = read_label(inline["label"], inline=bool(inline["rest"].strip())) if inline else None
            side = SIDE_LABEL.fullmatch(inline["label"].strip(" *_")) if inline and inline["rest"].strip() else None
            if inline and side and at < OPENING_ROWS:
                listed = Label(Presence.ATTENDED, None, "attendance list")
                yield from self._inline(row, listed, row.start + inline.start("rest"), inline["rest"], side["side"])
                continue
            if inline and label and inline["rest"].strip():
                yield from self._inline(row, label, row.start + inline.start("rest"), inline["rest"])
                continue
            block = label or read_label(row.text) if not inline or not inline["rest"].strip() else None
            if block is None and row.text.endswith(":"):
                block = self._opening(at)
            if block is not None and (
                row.heading or row.text.endswith(":") or row.gap or row.text.isupper() or row.listed
            ):
                yield from self._block(at, block)

    def _opening(self, at: int) -> Label | None:
        """A sentence that opens a list of people. Where it does not speak of participants, the entries must look like people."""
        text = re.split(r"[.!?]\s+", self.rows[at].text)[-1]
        if len(text) > 200:
            return None
        groups = GROUPS.search(text) is not None
        if OPENING_SENTENCE.search(text) and not groups:
            return Label(Presence.ATTENDED, None, "attendance list")
        if not WEAK_OPENING.search(text):
            return None
        entries: list[bool] = []
        for row in self.rows[at + 1 :]:
            if not row.listed or len(entries) > 200:
                break
            entry = read_entry(row.text)
            entries.append(
                entry is not None
                and (is_name(entry.name, spaced=True) or (entry.name != entry.role and bool(entry.role)))
            )
        return (
            Label(Presence.ATTENDED, None, "attendance list")
            if entries and sum(entries) >= 0.9 * len(entries)
            else None
        )

    def _inline(self, row: Row, label: Label, offset: int, rest: str, side: str | None = None) -> Iterator[Person]:
        """ "Present: Ann Lee, Bo Ray". Words that are no names make it something else."""
        people = [(read_entry(piece), piece, at) for piece, at in split_people(rest) if not NOBODY.fullmatch(piece)]
        read = [entry for entry, _, _ in people if entry is not None]
        if not read or (len(read) < len(people) * 0.7 and len(people) > 1):
            return
        if side and not all(is_name(entry.name, spaced=True) for entry in read):
            return  # "For the record: ..."
        if label.basis in (CHAIR_LABEL, SCRIBE_LABEL) and not all(is_name(entry.name) for entry in read):
            return
        for entry, piece, at in people:
            if entry is None or not is_name(entry.name):
                continue
            start = offset + at
            quotes = [self.page.quote_row(row, (start, start + len(piece)))]
            if len(row.text) > LONGEST_QUOTE:
                quotes.append(self.page.quote(row.start, offset))
            yield Person(
                name=entry.name,
                quotes=quotes,
                basis=label.basis,
                at=start + entry.start,
                presence=label.presence,
                role=entry.role or label.function,
                organization=entry.organization,
                delegation=side,
                aliases=entry.aliases,
                listed=True,
            )

    def _block(self, opener: int, label: Label) -> Iterator[Person]:
        """The entries on the rows below a heading or label."""
        first: Row | None = None
        group: str | None = None
        head = self.rows[opener]
        self.shown = [self.page.quote(max(head.start, head.end - LONGEST_OPENING), head.end)]
        table: Table | None = None
        for at in range(opener + 1, len(self.rows)):
            row = self.rows[at]
            inline = LABEL.fullmatch(row.text)
            if inline and inline["rest"] and read_label(inline["label"]):
                break
            own = read_label(row.text)
            if own is not None and not (row.heading and row.heading <= head.heading and head.heading):
                label, first, group = own, None, None
                self.shown = [self.page.quote(row.start, row.end)]
                self.used.add(at)
                continue
            if row.heading or (
                row.gap and first is not None and not (first.listed and (row.listed or self._group(row, at)))
            ):
                break
            if self._group(row, at):
                group = SIDE.sub("", row.text.strip(" :*_"))
                self.used.add(at)
                continue
            if not row.listed and len(row.text) > LONGEST_ROW and first is None and not row.heading:
                yield from self._running(row, label)
                break
            if not row.listed and ((first is not None and first.listed) or len(row.text) > LONGEST_ROW):
                break
            if row.table:
                table = table or Table(row)
                self.used.add(at)
                person = table.person(self.page, row, label, self.shown)
                first = first or row
                if person is not None:
                    yield person
                continue
            people = list(self._entries(row, label, group))
            if not people and not row.listed and not words().functions & {row.text.lower()}:
                break
            first = first or row
            if people:
                self.used.add(at)
            yield from people

    def _group(self, row: Row, at: int) -> bool:
        """Whether a row names the side of those below it: "Foreign:", "United States:", "Italy"."""
        text = row.text.strip(" *_")
        if row.listed or len(text) > 60 or at + 1 >= len(self.rows) or self.rows[at + 1].heading:
            return False
        if text.endswith(":"):
            return True
        tokens = tokenize(text)
        return not has_role(tokens) and all(
            t.connects or t.lower in GROUP_WORDS or words().is_office(t.text) for t in tokens
        )

    def _entries(self, row: Row, label: Label, group: str | None) -> Iterator[Person]:
        text = row.text
        presence = label.presence
        if row.ticked is not None:
            presence = label.presence if row.ticked else Presence.ABSENT
        rolled = ROLL_CALL.fullmatch(text)
        if rolled:
            text = rolled["who"]
            absent = rolled["state"].lower() in ("absent", "excused", "no", "not present")
            presence = Presence.ABSENT if absent else Presence.ATTENDED
        pieces = [(text, 0)]
        several = MESSRS.fullmatch(text)
        if several:
            pieces = [(piece, several.start("names") + at) for piece, at in split_people(several["names"])]
        elif not row.listed:
            apart = split_people(text)
            if len(apart) > 1 and all(
                is_name(piece, spaced=len(apart) < 3) or piece.startswith("@") for piece, _ in apart
            ):
                pieces = apart
        for piece, at in pieces:
            entry = read_entry(piece)
            if entry is None:
                continue
            start = row.start + at
            yield Person(
                name=entry.name,
                quotes=[self.page.quote_row(row, (start, start + len(piece))), *self.shown],
                basis=label.basis,
                at=start + entry.start,
                presence=presence,
                role=entry.role or label.function,
                organization=entry.organization,
                delegation=group,
                aliases=entry.aliases,
                listed=True,
            )

    def _running(self, row: Row, label: Label) -> Iterator[Person]:
        """A list that lost its line ends: titled people one after the other."""
        people = mentions(row.text)
        if len(people) < 3:
            return
        for person in people:
            start = row.start + person.start
            yield Person(
                name=person.name,
                quotes=[self.page.quote(start, row.start + person.end), *self.shown],
                basis=label.basis,
                at=start,
                presence=label.presence,
                role=person.role,
                organization=person.organization,
                listed=True,
            )
