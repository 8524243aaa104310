"""Lists of people that stand beside their label: "Present: Ann Lee, Bo Ray", one side or several, on one row or wrapped."""

import re
from collections.abc import Iterator

from ....schemas import Presence, Quote
from ..layout.found import Person
from ..layout.labels import OFFICERS, Label, read_label
from ..layout.page import LONGEST_QUOTE, Page
from ..layout.rows import Row
from ..layout.sides import LONGEST_PERSON, by_side, is_person, opens_side
from ..naming.entries import NOBODY, names_group, read_entry
from ..naming.entry_parts import Entry
from ..naming.names import LONGEST_RUN, lost_its_rows, mentions
from ..naming.shapes import is_name
from ..words import is_role
from .rolls import labelled, listed_person
from .rows_of_people import pair_of, split_people

INNER_LABEL = re.compile(
    r"(?:(?:[.;,]|\*\*|(?<=[a-z)]))\s+|^)(?:\*\*)?(?P<label>[A-Z][a-z]+(?: [a-z]+){0,3})(?:\*\*)?:(?:\*\*)?\s+"
)
"""A second label in one row, or one behind the first: "Present: Chairman: Ann Lee Members: Bo Ray"."""
LONGEST_OPENING = 120
"""Characters quoted of a sentence that opens a list."""
WRAPS = re.compile(r"(?:[,;&]|\band)$")
"""The end of a row whose list goes on in the next one."""
LAST_PIECE = re.compile(r"(?:[,;]|\band)\s+(?:and )?(?P<title>[^\W\d_a-z][a-z]+)s$")
"""The same where a title of several ends it: "Chair Ann Lee; and Members"."""
REMARK = re.compile(
    r"(?<=[a-z)]{2})\. (?=[^\W\d_a-z][^,;.]*\b(?:may|might|will|would|was|were|is|has|had|arrived|left|joined|came)\b[^,;.]*\.?$)"
)
"""Before a sentence behind a list, on one of those people: "Ann Lee, Bo Ray. Cy Fox may be late."."""
FEWEST_IN_PARAGRAPH = 3
SENTENCES = re.compile(r"\b[a-z]{3,}[.?!] +[^\W\d_a-z]")
SENTENCE_END = re.compile(r"[a-z]{2,}[.?!]$")


class LabelledLists:
    """The rows of a page as lists beside their labels; rows on which such a list goes on are added to `used`."""

    def __init__(self, page: Page, used: set[int]) -> None:
        self.page = page
        self.rows = page.rows
        self.used = used

    def several(self, at: int, label: Label, inline: re.Match[str]) -> Iterator[Person]:
        """ "Here: Ann, Bo. Not here: Cy (ill)": nothing where the row has but one label."""
        row, rest = self.rows[at], inline["rest"]
        inner = [(m, *read) for m in INNER_LABEL.finditer(rest) if (read := _inner(m["label"], label)) is not None]
        begin = 0
        office: str | None = None
        for m, own, role in inner:
            yield from self._part(row, label, rest[begin : m.start()], row.start + inline.start("rest") + begin, office)
            label, begin, office = own, m.end(), role
        if inner:
            yield from self._part(row, label, rest[begin:], row.start + inline.start("rest") + begin, office)

    def _part(self, row: Row, label: Label, rest: str, offset: int, office: str | None) -> Iterator[Person]:
        """The people behind an inner label. office: theirs, where it is one."""
        for person in self._sided(row, label, rest, offset):
            person.role = person.role or office
            yield person

    def people(self, at: int, label: Label, match: re.Match[str], side: str | None = None) -> Iterator[Person]:
        """ "Present: Ann Lee, Bo Ray". Words that are no names make it something else."""
        row = self.rows[at]
        offset, rest = row.start + match.start("rest"), self._unwrapped(at, match["rest"])
        rest = REMARK.split(rest, maxsplit=1)[0] if label.presence is Presence.ABSENT else rest
        yield from self._sided(row, label, rest, offset, side)

    def goes_on(self, at: int) -> bool:
        """Whether the list of a labelled row goes on below it, one to a row."""
        if at >= len(self.rows) or at in self.used or self.rows[at].heading or self.rows[at].listed:
            return False
        return is_person(self.rows[at].text) or bool(pair_of(self.rows[at].text)) or opens_side(self.rows, at)

    def below(self, at: int, label: Label, shown: list[Quote]) -> list[Person]:
        """A list in running words below its label, wrapped or longer than one entry: "Ann Lee, Chair; Bo Ray; and Cy Fox."."""
        row = self.rows[at]
        text = self._unwrapped(at, row.text)
        if not (len(text) > LONGEST_PERSON or len(text) > len(row.text)):
            return []
        people = list(self._sided(row, label, text, row.start))
        for person in people:
            person.quotes.extend(shown)
        return people if len(people) >= FEWEST_IN_PARAGRAPH else []

    def _sided(self, row: Row, label: Label, rest: str, offset: int, side: str | None = None) -> Iterator[Person]:
        """The people of one label, those of each side apart."""
        for of_side, part, begin in ([] if side else by_side(rest)) or [(side, rest, 0)]:
            yield from self._named(row, label, part, offset + begin, of_side)

    def _named(self, row: Row, label: Label, rest: str, offset: int, side: str | None) -> Iterator[Person]:
        """The people of a list in one row, `rest`, which stands at `offset`."""
        if lost_its_rows(rest):
            yield from running_people(self.page, rest, offset, label, [])
            return
        people = [
            (read_entry(piece), piece, start)
            for piece, start in split_people(rest)
            if not NOBODY.fullmatch(piece) and not names_group(piece)
        ]
        if label.basis in OFFICERS and (SENTENCES.search(rest) or ends(rest, SENTENCE_END, 5)):
            return  # the chair speaks
        read = [entry for entry, _, _ in people if entry is not None]
        if not read or (len(read) < len(people) * 0.7 and len(people) > 1):
            return
        if label.basis in OFFICERS and not all(is_name(entry.name) for entry in read):
            return
        for entry, piece, start in people:
            if entry is None or not (is_name(entry.name) or entry.office_alone):
                continue
            begin, end = offset + start, offset + start + len(piece)
            below = end > row.end  # on a row on which the list goes on
            quotes = [self.page.quote(begin, end) if below else self.page.quote_row(row, (begin, end))]
            if len(row.text) > LONGEST_QUOTE or (below and ":" in row.text):
                quotes.append(self.page.quote(row.start, row.start + len(row.text.partition(":")[0]) + 1))
            yield listed_person(entry, begin, quotes, label, side)

    def _unwrapped(self, at: int, text: str) -> str:
        """The words after a label with those of the rows below on which an unfinished list goes on."""
        start = self.rows[at].end - len(text)
        while _goes_on_below(text) and at + 1 < len(self.rows):
            at += 1
            below = self.rows[at]
            if below.gap or below.listed or below.heading or len(below.text) > LONGEST_PERSON or labelled(below.text):
                break
            self.used.add(at)
            text = self.page.text[start : below.end]
        return text


def _inner(words: str, outer: Label) -> tuple[Label, str | None] | None:
    """What a label within a row says: another list, or the office of those behind it: "Ann Lee, Bo Ray. Clerk: Cy Fox"."""
    own = read_label(words)
    if own is not None:
        return own, None
    return (outer, words) if is_role(words.split()[-1].lower()) else None


def running_people(page: Page, text: str, offset: int, label: Label, shown: list[Quote]) -> Iterator[Person]:
    """A list that lost its line ends: titled people one after the other, in words of the row that stand at `offset`."""
    apart = lost_its_rows(text)
    people = mentions(text, bare=apart) if len(text) <= LONGEST_RUN else []
    if len(people) < 3 and not apart:
        return
    for person in people:
        entry = Entry(person.name, person.start, person.role, person.organization)
        quotes = [page.quote(offset + person.start, offset + person.end), *shown]
        yield listed_person(entry, offset, quotes, label)


def _goes_on_below(text: str) -> bool:
    open_title = LAST_PIECE.search(text)
    return WRAPS.search(text) is not None or (open_title is not None and is_role(open_title["title"].lower()))


def ends(text: str, end: re.Pattern[str], fewest: int) -> bool:
    """Whether at least so many words end so."""
    return end.search(text, max(len(text) - LONGEST_OPENING, 0)) is not None and len(text.split()) >= fewest
