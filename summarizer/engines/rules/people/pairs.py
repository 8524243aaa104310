"""The two of a talk between two, whom its title names: "1:1 Ann / Bo", "One-on-one with Ann", "Ann <> Bo 1:1"."""

import re
from collections.abc import Iterator

from ....schemas import Presence
from ..layout.found import Person
from ..layout.page import Page
from ..naming.shapes import is_name

_NAME = r"[^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*){0,2}"
_BOTH = rf"(?P<one>{_NAME})(?:\s*(?:/|&|\+|<>|<->|↔|×|\bx\b|\band\b)\s*(?P<other>{_NAME}))?"
_ONE_ON_ONE = r"(?i:1\s?[:x/]\s?1|1[- ]?(?:on|to)[- ]?1|one[- ](?:on|to)[- ]one)"
_TITLES = (
    re.compile(
        rf"(?:\w+ )?{_ONE_ON_ONE}\b(?i: (?:meeting|notes|catch-?up))?\s*(?:[:–—|-]|\b(?:with|between)\b)?\s*{_BOTH}\b.*"
    ),
    re.compile(rf"{_BOTH}\s*[:,–—|-]?\s*{_ONE_ON_ONE}\b.*"),
)
_HEAD_ROWS = 3


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
