"""Who is listed as present, absent, in the chair or taking notes."""

import re
from collections.abc import Iterator
from itertools import takewhile

from ..layout.found import Person
from ..layout.labels import (
    APOLOGIZED,
    ATTENDED,
    CAPTION,
    GROUPS,
    OPENING_SENTENCE,
    RECORD,
    WEAK_OPENING,
    Label,
    read_label,
)
from ..layout.page import Page
from ..layout.rounds import rounds
from ..layout.sides import SIDE_LABEL, is_person, opens_side, side_of
from ..layout.small_letters import unlabelled
from ..naming.entries import read_entry
from ..naming.shapes import is_name
from .labelled_lists import LabelledLists
from .list_blocks import FEWEST_IN_ROW, ListBlocks
from .list_rows import Columns
from .rolls import OPENING_ROWS, labelled, rolled_people, titled_pair
from .rows_of_people import split_people
from .tables import heads_columns

OF_SIDE = re.compile(r"\b(?:side|delegation)\b|\t| {3,}|[:–—-]$", re.IGNORECASE)
"""In a row that names a side where no label stands above it."""
FIELD_ROW = re.compile(r"(?P<label>[^|:]{2,40}?):?[ \t]*\|[ \t]*(?P<rest>[^|]+)")
"""A row of a table of labels and what they hold: "Attendees | Ann Lee, Bo Ray"."""
DASHED = re.compile(
    r"(?P<label>apologies(?: for absence)?|regrets|absent|ayes?|yeas?|nays?|noes)\s+[–—-]\s+(?P<rest>.+)", re.IGNORECASE
)
"""Those who were away, or voted, behind a dash: "2. Apologies – Cllr Lee"."""
FEWEST_AT_FOOT = 3
AT_FOOT = "list at the foot"
LONGEST_LIST = 200_000
"""Characters of a list in one row: some ten thousand people."""


def listed_people(page: Page) -> list[Person]:
    """Everybody on a list of attendance, absence, chair or scribe."""
    lists = _Lists(page)
    found = [*lists.read(), *rolled_people(page, lists.used)]
    return found or [*titled_pair(page)] or [*_round(page)] or [*_unlabelled(page)] or list(lists.at_foot())


def _unlabelled(page: Page) -> Iterator[Person]:
    """Those of a row near the top of hand-typed notes that lists names and nothing else; it does not say that they came."""
    names = unlabelled(page.document.text)
    rows = (row for row in page.rows if all(name in row.text.lower() for name in names))
    for row in [next(rows)] if names else []:
        for name in names:
            at = row.start + row.text.lower().index(name)
            called = page.text[at : at + len(name)]
            yield Person(called, [page.quote(row.start, row.end)], "names near the top", at, listed=True)


def _round(page: Page) -> Iterator[Person]:
    for turn in rounds(page):
        name = turn.name.text.rstrip(":")
        quote = page.quote(turn.name.start, turn.name.end)
        yield Person(name, [quote], "name in a round", turn.name.start, listed=True)


def _names_several(text: str) -> bool:
    """Whether a row is a list of people, which a label without any mark may stand over."""
    people = split_people(text)
    return len(people) >= FEWEST_IN_ROW and all(is_name(piece.partition(" (")[0]) for piece, _ in people)


class _Lists:
    """One pass over the rows: each goes to the reader of its form."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.rows = page.rows
        self.used: set[int] = set()
        self.beside = LabelledLists(page, self.used)
        self.below = ListBlocks(page, self.used, self.beside)

    def read(self) -> Iterator[Person]:
        for at, row in enumerate(self.rows):
            if at in self.used or row.end - row.start > LONGEST_LIST:
                continue
            inline = (
                APOLOGIZED.fullmatch(row.text)
                or DASHED.fullmatch(row.text)
                or (FIELD_ROW.fullmatch(row.text) if row.table else labelled(row.text))
            )
            said = bool(inline and inline["rest"].strip() and not heads_columns(inline["rest"]))
            label = read_label(inline["label"], inline=said) if inline else None
            side = side_of(f"{inline['label']}:") if inline and said and not label and at < OPENING_ROWS else None
            if inline and side and SIDE_LABEL.fullmatch(inline["label"].strip(" *_")):
                yield from self.beside.people(at, ATTENDED, inline, side)
                continue
            if inline and label and said:
                several = list(self.beside.several(at, label, inline))
                if several:
                    yield from several
                    continue
                yield from self.beside.people(at, label, inline)
                if label.basis == "attendance list" and self.beside.goes_on(at + 1):
                    yield from self.below.people(at, label)
                continue
            block = label or read_label(row.text) if not said else None
            below = self.rows[at + 1] if at + 1 < len(self.rows) else None
            captioned = below is not None and below.listed and CAPTION.fullmatch(row.text) is not None
            if block is None and (row.text.endswith(":") or captioned):
                block = self._opening(at)
            marked = at < OPENING_ROWS and OF_SIDE.search(row.text) is not None
            if block is None and not said and marked and opens_side(self.rows, at):
                self.used.add(at)
                yield from self.below.people(at, ATTENDED, side_of(row.text))
            elif block is not None and (
                row.heading
                or row.text.endswith(":")
                or row.gap
                or row.text.isupper()
                or row.listed
                or (below is not None and (below.listed or _names_several(below.text)))
            ):
                yield from self.below.people(at, block)

    def at_foot(self) -> Iterator[Person]:
        """A list without a label that ends the record of a conversation: nothing but people, some with an office."""
        title = self.rows[0] if self.rows else None
        foot = list(takewhile(lambda row: row.bullet or row.numbered, reversed(self.rows)))[::-1]
        if title is None or len(foot) < FEWEST_AT_FOOT or not RECORD.search(title.text) or not foot[0].gap:
            return
        known = [is_person(row.text) for row in foot]
        if not any(known) or not all(k or is_name(row.text, spaced=True) for k, row in zip(known, foot, strict=True)):
            return
        self.below.shown = [self.page.quote(title.start, title.end)]
        for row in foot:
            yield from self.below.entries(row, Label(AT_FOOT), None, Columns())

    def _opening(self, at: int) -> Label | None:
        """A sentence that opens a list of people. Where it does not speak of participants, the entries must look like people."""
        text = re.split(r"[.!?]\s+", self.rows[at].text)[-1]
        if len(text) > 200:
            return None
        groups = GROUPS.search(text) is not None and "represented as follows" not in text
        if OPENING_SENTENCE.search(text) and not groups:
            return ATTENDED
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
        return ATTENDED if entries and sum(entries) >= 0.9 * len(entries) else None
