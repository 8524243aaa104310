"""What leads where on a page for a browser: entries to the words they rest on, and the words back to the entries."""

from collections.abc import Iterable, Iterator

from ..schemas import Evidence
from .parts import Entry, Note, Page, Row, Section
from .source import Span

Part = Entry | Note | Row


class Links:
    """The numbers by which sections, entries and quotes are referred to, each from 1 in the order of the page or of the
    text. The same words have one number, whatever rests on them."""

    def __init__(self, page: Page) -> None:
        placed = [(part, not section.alert) for section in page.sections for part in _parts(section)]
        self._sections = {id(section): number for number, section in enumerate(page.sections, 1)}
        self._titles = {section.title: section for section in reversed(page.sections)}
        self._parts = {id(part): number for number, (part, _) in enumerate(placed, 1)}
        spans = {(one.start, one.end) for part, _ in placed for one in _evidence(part)}
        self.spans: dict[Span, int] = {span: number for number, span in enumerate(sorted(spans), 1)}
        self._resting: dict[int, list[int]] = {}
        self._refused: dict[int, list[int]] = {}
        for number, (part, stands) in enumerate(placed, 1):
            for one in _evidence(part):
                to = self._resting if stands and not one.altered else self._refused
                to.setdefault(self.quote(one), []).append(number)

    def section(self, section: Section) -> int:
        """The number of a section."""
        return self._sections[id(section)]

    def titled(self, title: str) -> Section | None:
        """The first section of that title."""
        return self._titles.get(title)

    def part(self, part: Part) -> int:
        """The number of an entry, a row or a note."""
        return self._parts[id(part)]

    def quote(self, one: Evidence) -> int:
        """The number of its words."""
        return self.spans[one.start, one.end]

    def resting(self, quotes: Iterable[int]) -> list[int]:
        """The entries of the brief that rest on any of these quotes."""
        return _all(self._resting, quotes)

    def refused(self, quotes: Iterable[int]) -> list[int]:
        """What quotes them in vain: refused claims, and entries whose quotes said something else."""
        return _all(self._refused, quotes)


def _all(numbers: dict[int, list[int]], quotes: Iterable[int]) -> list[int]:
    return sorted({number for quote in quotes for number in numbers.get(quote, ())})


def _parts(section: Section) -> Iterator[Part]:
    yield from section.table.rows if section.table else ()
    yield from _entries(section.entries)


def _entries(entries: Iterable[Entry | Note]) -> Iterator[Entry | Note]:
    for entry in entries:
        yield entry
        if isinstance(entry, Entry):
            yield from (*entry.notes, *_entries(entry.nested))


def _evidence(part: Part) -> tuple[Evidence, ...]:
    return () if isinstance(part, Note) else part.evidence
