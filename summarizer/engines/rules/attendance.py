"""Who is listed as present, absent, in the chair or taking notes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from ...schemas import Presence, Quote
from .columns import Columns
from .entries import NOBODY, is_name, read_entry
from .found import Person
from .labels import (
    CAPTION,
    CHAIR_LABEL,
    GROUPS,
    OPENING_SENTENCE,
    RECORD,
    SCRIBE_LABEL,
    WEAK_OPENING,
    Label,
    read_label,
)
from .list_rows import goes_on_after_gap, names_group, office_below, stands_amid_people
from .names import LONGEST_RUN, lost_its_rows, mentions
from .page import LONGEST_QUOTE, Page, Row
from .rolls import OPENING_ROWS, labelled, listed_person, rolled_people
from .rows_of_people import split_people
from .sides import LONGEST_PERSON, NO_SIDE, SIDE_LABEL, body_of, by_side, is_person, opens_side, side_of
from .tables import Table
from .words import words

ROLL_CALL = re.compile(
    r"(?P<who>.+?)\s*(?:[-–—:|,]|\s)\s*(?P<state>present|here|absent|excused|yes|no|not present)\.?", re.IGNORECASE
)
OF_SIDE = re.compile(r"\b(?:side|delegation)\b|\t| {3,}|[:–—-]$", re.IGNORECASE)
"""In a row that names a side where no label stands above it."""
FEWEST_AT_FOOT = 3
AT_FOOT = "list at the foot"
MESSRS = re.compile(r"(?:Messrs\.?|Mmes\.?)\s+(?P<names>.+)", re.DOTALL)
INNER_LABEL = re.compile(r"(?:[.;]|\*\*)\s+(?:\*\*)?(?P<label>[A-Z][a-z]+(?: [a-z]+){0,3})(?:\*\*)?:(?:\*\*)?\s+")
"""A second label in one row."""
LONGEST_LIST = 200_000
"""Characters of a list in one row: some ten thousand people."""
LONGEST_OPENING = 120
"""Characters quoted of a sentence that opens a list."""
WRAPS = re.compile(r"(?:[,;&]|\band)$")
"""The end of a row whose list goes on in the next one."""
WIDE_GAP = re.compile(r"\t| {3,}")
SENTENCES = re.compile(r"\b[a-z]{3,}[.?!] +[^\W\d_a-z]")
SENTENCE_END = re.compile(r"[a-z]{2,}[.?!]$")
STATEMENT_END = re.compile(r"[a-z]{3,}[.?!]$")
"""What ends words after a label that are no list of people but something said, from five or four words on."""


def listed_people(page: Page) -> list[Person]:
    """Everybody on a list of attendance, absence, chair or scribe."""
    lists = _Lists(page)
    found = [*lists.read(), *rolled_people(page, lists.used)]
    return found or list(lists.at_foot())


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
            if at in self.used or row.end - row.start > LONGEST_LIST:
                continue
            inline = labelled(row.text)
            said = bool(inline and inline["rest"].strip())
            label = read_label(inline["label"], inline=said) if inline else None
            side = side_of(f"{inline['label']}:") if inline and said and not label and at < OPENING_ROWS else None
            if inline and side and SIDE_LABEL.fullmatch(inline["label"].strip(" *_")):
                yield from self._inline(at, Label(Presence.ATTENDED, None, "attendance list"), inline, side)
                continue
            if inline and label and said:
                several = list(self._labels_in_a_row(at, label, inline))
                if several:
                    yield from several
                    continue
                yield from self._inline(at, label, inline)
                if label.basis == "attendance list" and self._goes_on(at + 1):
                    yield from self._block(at, label)
                continue
            block = label or read_label(row.text) if not said else None
            below = self.rows[at + 1] if at + 1 < len(self.rows) else None
            captioned = below is not None and below.listed and CAPTION.fullmatch(row.text) is not None
            if block is None and (row.text.endswith(":") or captioned):
                block = self._opening(at)
            marked = at < OPENING_ROWS and OF_SIDE.search(row.text) is not None
            if block is None and not said and marked and opens_side(self.rows, at):
                self.used.add(at)
                yield from self._block(at, Label(Presence.ATTENDED, None, "attendance list"), side_of(row.text))
            elif block is not None and (
                row.heading or row.text.endswith(":") or row.gap or row.text.isupper() or row.listed
            ):
                yield from self._block(at, block)

    def _labels_in_a_row(self, at: int, label: Label, inline: re.Match[str]) -> Iterator[Person]:
        """ "Here: Ann, Bo. Not here: Cy (ill)": nothing where the row has but one label."""
        row, rest = self.rows[at], inline["rest"]
        inner = [(m, read_label(m["label"])) for m in INNER_LABEL.finditer(rest)]
        inner = [(m, own) for m, own in inner if own is not None]
        begin = 0
        for m, own in inner:
            yield from self._sided(row, label, rest[begin : m.start()], row.start + inline.start("rest") + begin)
            label, begin = own or label, m.end()
        if inner:
            yield from self._sided(row, label, rest[begin:], row.start + inline.start("rest") + begin)

    def at_foot(self) -> Iterator[Person]:
        """A list without a label that ends the record of a conversation: nothing but people, some with an office."""
        title = self.rows[0] if self.rows else None
        foot = list(takewhile(lambda row: row.bullet or row.numbered, reversed(self.rows)))[::-1]
        if title is None or len(foot) < FEWEST_AT_FOOT or not RECORD.search(title.text) or not foot[0].gap:
            return
        known = [is_person(row.text) for row in foot]
        if not any(known) or not all(k or is_name(row.text, spaced=True) for k, row in zip(known, foot, strict=True)):
            return
        self.shown = [self.page.quote(title.start, title.end)]
        for row in foot:
            yield from self._entries(row, Label(Presence.ATTENDED, None, AT_FOOT), None, Columns())

    def _goes_on(self, at: int) -> bool:
        """Whether the list of a labelled row goes on below it, one to a row."""
        if at >= len(self.rows) or at in self.used or self.rows[at].heading or self.rows[at].listed:
            return False
        return is_person(self.rows[at].text) or opens_side(self.rows, at)

    def _opening(self, at: int) -> Label | None:
        """A sentence that opens a list of people. Where it does not speak of participants, the entries must look like people."""
        text = re.split(r"[.!?]\s+", self.rows[at].text)[-1]
        if len(text) > 200:
            return None
        groups = GROUPS.search(text) is not None and "represented as follows" not in text
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

    def _inline(self, at: int, label: Label, match: re.Match[str], side: str | None = None) -> Iterator[Person]:
        """ "Present: Ann Lee, Bo Ray". Words that are no names make it something else."""
        row = self.rows[at]
        offset, rest = row.start + match.start("rest"), self._unwrapped(at, match["rest"])
        yield from self._sided(row, label, rest, offset, side)

    def _sided(self, row: Row, label: Label, rest: str, offset: int, side: str | None = None) -> Iterator[Person]:
        """The people of one label, those of each side apart."""
        for of_side, part, begin in ([] if side else by_side(rest)) or [(side, rest, 0)]:
            yield from self._named(row, label, part, offset + begin, of_side)

    def _named(self, row: Row, label: Label, rest: str, offset: int, side: str | None) -> Iterator[Person]:
        """The people of a list in one row, `rest`, which stands at `offset`."""
        if lost_its_rows(rest):
            yield from self._running(rest, offset, label)
            return
        people = [
            (read_entry(piece), piece, start) for piece, start in split_people(rest) if not NOBODY.fullmatch(piece)
        ]
        if label.basis in (CHAIR_LABEL, SCRIBE_LABEL) and (SENTENCES.search(rest) or _ends(rest, SENTENCE_END, 5)):
            return  # the chair speaks
        read = [entry for entry, _, _ in people if entry is not None]
        if not read or (len(read) < len(people) * 0.7 and len(people) > 1):
            return
        if side and not all(is_person(piece) or is_name(piece, spaced=True) for _, piece, _ in people):
            return  # "For the record: ..."
        if label.basis in (CHAIR_LABEL, SCRIBE_LABEL) and not all(is_name(entry.name) for entry in read):
            return
        for entry, piece, start in people:
            if entry is None or not (is_name(entry.name) or entry.office_alone):
                continue
            begin = offset + start
            quotes = [self.page.quote_row(row, (begin, begin + len(piece)))]
            if len(row.text) > LONGEST_QUOTE:
                quotes.append(self.page.quote(row.start, row.start + len(row.text.partition(":")[0]) + 1))
            yield listed_person(entry, begin, quotes, label, side)

    def _unwrapped(self, at: int, text: str) -> str:
        """The words after a label with those of the rows below on which an unfinished list goes on."""
        start = self.rows[at].end - len(text)
        while WRAPS.search(text) and at + 1 < len(self.rows):
            at += 1
            below = self.rows[at]
            if below.gap or below.listed or below.heading or len(below.text) > LONGEST_PERSON or labelled(below.text):
                break
            self.used.add(at)
            text = self.page.text[start : below.end]
        return text

    def _block(self, opener: int, label: Label, group: str | None = None) -> Iterator[Person]:
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
                if NO_SIDE.fullmatch(inline["label"].strip(" *_")) or _ends(inline["rest"], STATEMENT_END, 4):
                    break
                if named or side:
                    people = list(self._inline(at, named or label, inline, group if named else side))
                    self.used.update([at] if people else [])
                    yield from people
                    if people and at + 1 < len(self.rows) and (side or self._goes_on(at + 1)):
                        first = first or row
                        continue
                    break
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
            opens = opens_side(self.rows, at)
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
                yield from self._running(row.text, row.start, label)
                break
            if not row.listed and ((first is not None and first.listed) or long):
                break
            if row.table:
                table = table or Table(row)
                self.used.add(at)
                person = table.person(self.page, row, label, self.shown)
                first = first or row
                if person is not None:
                    yield person
                continue
            people = list(self._entries(row, label, group, columns))
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
            first = first or row
            if people:
                self.used.add(at)
            yield from people

    def _entries(self, row: Row, label: Label, group: str | None, columns: Columns) -> Iterator[Person]:
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
        elif not row.listed and not pieces:
            apart = split_people(text)
            if len(apart) > 1 and all(
                is_name(piece, spaced=len(apart) < 3) or piece.startswith("@") for piece, _ in apart
            ):
                pieces = [(piece, at, group) for piece, at in apart]
        for piece, at, side in pieces or [(text, 0, group)]:
            entry = read_entry(piece)
            if entry is None:
                continue
            start = row.start + at
            quotes = [self.page.quote_row(row, (start, start + len(piece))), *self.shown]
            yield listed_person(entry, start, quotes, label, side)

    def _running(self, text: str, offset: int, label: Label) -> Iterator[Person]:
        """A list that lost its line ends: titled people one after the other, in words of the row that stand at `offset`."""
        apart = lost_its_rows(text)
        people = mentions(text, bare=apart) if len(text) <= LONGEST_RUN else []
        if len(people) < 3 and not apart:
            return
        for person in people:
            start = offset + person.start
            yield Person(
                name=person.name,
                quotes=[self.page.quote(start, offset + person.end), *self.shown],
                basis=label.basis,
                at=start,
                presence=label.presence,
                role=person.role,
                organization=person.organization,
                listed=True,
            )


def _ends(text: str, end: re.Pattern[str], fewest: int) -> bool:
    """Whether at least so many words end so."""
    return end.search(text, max(len(text) - LONGEST_OPENING, 0)) is not None and len(text.split()) >= fewest
