"""A mail: who writes it, and to whom."""

import re

from ....documents import Segment
from ....readers.mail.quoting import people_of, person_of
from ..layout.found import Person
from ..layout.page import Page

FROM = re.compile(r"\W*(?:from|de|von|da|van)\W*:\W*(?P<who>.*)", re.IGNORECASE)
TO = re.compile(r"\W*(?:to|cc)\W*:\W*(?P<who>.*)", re.IGNORECASE)
MOST_RECEIVERS = 12
"""Beyond that many, a list of addresses is no list of people whom the mail is about."""


def correspondents(page: Page) -> list[Person]:
    """Who writes, and to whom: named by the mail, which does not say who was at a meeting."""
    found: list[Person] = []
    receivers: list[Person] = []
    writers: set[str] = set()
    for line, segment in enumerate(page.document.segments, 1):
        words = page.text[segment.start : segment.end]
        name = segment.message.writer if segment.message else None
        if segment.kind != "heading" and page.is_frame(line):
            name = person_of(field["who"]) if (field := FROM.fullmatch(words)) else None
            if field := TO.fullmatch(words):
                receivers += [_person(page, segment, each, "receives the mail") for each in people_of(field["who"])]
        if name and name not in writers:
            writers.add(name)
            found.append(_person(page, _naming(page, name) or segment, name, "writes the mail or letter"))
    return found + (receivers if len(receivers) <= MOST_RECEIVERS else [])


def _naming(page: Page, name: str) -> Segment | None:
    """The first line with the name: a header, the heading over a quoted mail, a signature."""
    return next((each for each in page.document.segments if name in page.text[each.start : each.end]), None)


def _person(page: Page, segment: Segment, name: str, basis: str) -> Person:
    return Person(name, [page.quote(segment.start, segment.end)], basis, segment.start, listed=True)
