"""Who took part by other marks than a labelled list: holders of offices, tables, witnesses, credits, stand-ups, a talk of two."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ....schemas import Presence, Quote
from ..layout.found import Person
from ..layout.labels import ATTENDED, Label, read_label
from ..layout.page import Page
from ..layout.run_in import run_in_heads
from ..layout.sides import NO_SIDE, SIDE_LABEL, is_person
from ..naming.entries import read_entry
from ..naming.entry_details import NO_BODY
from ..naming.entry_parts import Entry
from ..naming.offices import has_role
from ..naming.shapes import is_name
from ..naming.tokens import tokenize
from .tables import Table, heads_attendance, heads_people

LABEL = re.compile(
    r"(?P<label>[^:|]{2,60}?)\s*(?:\([^()]*\)\s*)?(?:\*\*)?\s*(?P<colon>::?)\s*(?:\*\*)?\s*(?P<rest>.*)", re.DOTALL
)
OPENING_ROWS = 30
SURNAME_FIRST = re.compile(
    r"(?P<last>[^\W\d_a-z]{2}[^\W\d_a-z'’ -]*), (?P<title>(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Senator|The Hon|Hon)\.?) (?P<first>[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*)?)(?=,|$)"
)
CREDIT = re.compile(
    r"\b(?:[Ff]acilitated|[Cc]haired|[Mm]oderated|[Nn]otes(?: taken)?|[Mm]inutes taken|[Ss]cribed) by (?P<name>[^\W\d_a-z][\w'’-]*\.?(?: [^\W\d_a-z][\w'’-]+){1,3})"
)
"""Somebody whom the head of a record names for what that person did in the meeting."""
STAND_UP = re.compile(r"\b(?:stand-?ups?|daily scrum)\b", re.IGNORECASE)
NEAR_LIST = 3
"""Rows from a list within which an office with its holder belongs to the attendance."""
LONGEST_OFFICE = 4
OFFICER = re.compile(
    r"(?P<office>[^\W\d_a-z][\w’'&-]*(?: [\w’'&-]+){0,5}) [–—-] (?P<name>[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,3})(?: [–—-] [a-z].*)?"
)
FEWEST_OFFICERS = 3
_NAME = r"[^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*){0,2}"
_BOTH = rf"(?P<one>{_NAME})(?:\s*(?:/|&|\+|<>|<->|↔|×|\bx\b|\band\b)\s*(?P<other>{_NAME}))?"
_ONE_ON_ONE = r"(?i:1\s?[:x/]\s?1|1[- ]?(?:on|to)[- ]?1|one[- ](?:on|to)[- ]one)"
_TITLES = (
    re.compile(
        rf"(?:\w+ )?{_ONE_ON_ONE}\b(?i: (?:meeting|notes|catch-?up))?\s*(?:[:–—|-]|\b(?:with|between)\b)?\s*{_BOTH}\b.*"
    ),
    re.compile(rf"{_BOTH}\s*[:,–—|-]?\s*{_ONE_ON_ONE}\b.*"),
)
"""How notes of a talk between two name them: "1:1 Ann / Bo", "One-on-one with Ann", "Ann <> Bo 1:1"."""
_HEAD_ROWS = 3


def rolled_people(page: Page, used: set[int]) -> list[Person]:
    """Everybody whom such a mark names; `used` are the rows that a labelled list has taken."""
    return [
        *_holders(page),
        *_officers(page, used),
        *_tables(page, used),
        *_witnesses(page),
        *_credited(page),
        *_of_stand_up(page),
    ]


def labelled(text: str) -> re.Match[str] | None:
    """A row as a label and the rest; None for one without a colon."""
    return LABEL.fullmatch(text) if ":" in text else None


def listed_person(entry: Entry, start: int, quotes: list[Quote], label: Label, side: str | None = None) -> Person:
    """The person of an entry that stands under a label; `side` is the delegation."""
    is_reason = label.presence is Presence.ABSENT and (entry.organization or "").islower()  # "(on leave)"
    is_reason = is_reason or NO_BODY.match(entry.organization or "") is not None
    role = None if ":" in (entry.role or "") else entry.role  # the label of a further list
    return Person(
        name=" ".join(entry.name.split()),
        quotes=quotes,
        basis=label.basis,
        at=start + entry.start,
        presence=label.presence,
        role=role or label.function,
        organization=None if is_reason else entry.organization,
        delegation=side,
        aliases=entry.aliases,
        listed=True,
    )


def _holders(page: Page) -> Iterator[Person]:
    """Those whom a row of the head names by their office, beside a list: "Clerk: Mrs Lee", "Mediator: Bo Ray"."""
    heads = [labelled(row.text) for row in page.rows[:OPENING_ROWS]]
    labels = ((at, m["label"]) for at, m in enumerate(heads) if m)
    lists = [at for at, label in labels if read_label(label) or SIDE_LABEL.fullmatch(label.strip(" *_"))]
    for at, m in enumerate(heads):
        if m is None or not any(0 < abs(at - other) <= NEAR_LIST for other in lists) or read_label(m["label"]):
            continue
        office, rest = m["label"].strip(" *_"), m["rest"].strip(" .*_")
        entry = read_entry(rest)
        if entry is None or NO_SIDE.fullmatch(office) or len(office.split()) > LONGEST_OFFICE:
            continue
        if not is_name(entry.name, spaced=" " in entry.name) or not (is_name(rest, spaced=True) or is_person(rest)):
            continue
        tokens = tokenize(office)
        if has_role(tokens) and all(t.connects or t.office for t in tokens):
            row = page.rows[at]
            begin = row.start + row.text.index(rest)
            person = listed_person(entry, begin, [page.quote_row(row)], ATTENDED)
            person.role = person.role or office
            yield person


def _officers(page: Page, used: set[int]) -> Iterator[Person]:
    """Those whom a list gives with their offices, as after an election: "Branch Secretary – Ann Lee", row below row."""
    found: list[Person] = []
    for at, row in enumerate(page.rows):
        match = OFFICER.fullmatch(row.text) if at not in used and not row.table else None
        tokens = tokenize(match["office"]) if match else []
        if match is None or not has_role(tokens) or not is_name(match["name"], spaced=True):
            continue
        if not all(t.connects or t.office or t.capital for t in tokens):
            continue
        entry = Entry(match["name"], match.start("name"), match["office"])
        label = Label("list of officers", Presence.MENTIONED)
        found.append(listed_person(entry, row.start, [page.quote_row(row)], label))
    if len(found) >= FEWEST_OFFICERS:
        yield from found


def _tables(page: Page, used: set[int]) -> Iterator[Person]:
    """Tables that say in a column who was present, without a label above them, or name people at the head of minutes.

    The latter do not say that those whom they name were there.
    """
    table: Table | None = None
    shown: list[Quote] = []
    presence = Presence.ATTENDED
    head = page.document.kind == "minutes"
    for at, row in enumerate(page.rows):
        head = head and at < OPENING_ROWS and not (row.heading and at)
        if not row.table or at in used:
            table = None
        elif table is None and (heads_attendance(row) or (head and heads_people(row))):
            table, shown = Table(row), [page.quote(row.start, row.end)]
            presence = Presence.ATTENDED if heads_attendance(row) else Presence.MENTIONED
        elif table is not None:
            yield from table.people(page, row, Label("attendance table", presence), shown)


def _witnesses(page: Page) -> Iterator[Person]:
    """Rows of a hearing that give the surname first: "LEE, Dr Ann, Secretary, Board of Ports"."""
    for row in page.rows:
        match = SURNAME_FIRST.match(row.text)
        entry = read_entry(f"{match['first']} {match['last'].title()}{row.text[match.end() :]}") if match else None
        if match and entry and is_name(entry.name, spaced=True):
            quotes = [page.quote_row(row, (row.start, row.end))]
            yield listed_person(replace(entry, start=0), row.start, quotes, Label("list of witnesses"))


def _credited(page: Page) -> Iterator[Person]:
    """Those who are credited in the head, or who report under the head of a paragraph: "Roads (Ann Lee, Road Board)."."""
    for row in page.rows[:OPENING_ROWS]:
        for match in CREDIT.finditer(row.text):
            entry = read_entry(match["name"])
            if entry is not None and is_name(entry.name, spaced=True):
                yield listed_person(entry, row.start + match.start("name"), [page.quote_row(row)], Label("credit"))
    for head in run_in_heads(page, frozenset()):
        entry = read_entry(head.by) if head.by and is_person(head.by) else None
        if entry is not None and head.by is not None and is_name(entry.name, spaced=" " in entry.name):
            begin = head.row.start + head.row.text.index(head.by)
            quotes = [page.quote(head.row.start, begin + len(head.by) + 1)]
            yield listed_person(entry, begin, quotes, Label("head of a paragraph"))


def _of_stand_up(page: Page) -> Iterator[Person]:
    """Those under whose names the notes of a stand-up are kept."""
    if not page.rows or STAND_UP.search(page.rows[0].text) is None:
        return
    for row in page.rows[1:]:
        entry = read_entry(row.text) if row.heading and is_name(row.text.strip(" *_")) else None
        if entry is not None and not entry.office_alone and not entry.role:
            yield listed_person(entry, row.start, [page.quote_row(row)], Label("notes under the name"))


def titled_pair(page: Page) -> Iterator[Person]:
    """Who talk with each other, where the title of their notes says so."""
    for row in page.rows[:_HEAD_ROWS]:
        title = next((found for pattern in _TITLES if (found := pattern.fullmatch(row.text))), None)
        if title is None:
            continue
        for part in ("one", "other"):
            name = title[part]
            if name and name[0].isupper() and is_name(name):
                at = row.start + title.start(part)
                yield Person(
                    name, [page.quote(row.start, row.end)], "title of a talk of two", at, Presence.ATTENDED, listed=True
                )
        return
