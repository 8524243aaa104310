"""Owners whom nothing else names: single words that stand in the same place of most entries of a list of next steps."""

import re
from collections.abc import Iterator

from ..layout.page import Page
from ..layout.rows import Row
from ..naming.shapes import is_name
from ..people.roster import name_key
from ..words import words
from .owners import ARTEFACTS

_NAME = r"[^\W\d_a-z][^\W\d_]*[a-zà-ÿ][^\W\d_]*"
_FORMS = (
    re.compile(rf".*\((?P<who>{_NAME}(?:(?:, ?| ?& ?| and |/){_NAME}){{0,3}})\)[.\s]*", re.DOTALL),
    re.compile(rf"(?P<who>{_NAME}(?:(?:, ?| ?& ?| and |/){_NAME}){{0,3}})(?: [–—-]|:) \S.*", re.DOTALL),
)
"""Where they stand: "ring the mill (Ann)", "Ann - ring the mill"."""
_FEWEST = 2
_SHARE = 0.6


def owners_of_list(page: Page, entries: list[Row]) -> frozenset[str]:
    """Words of the names of those who own most of these entries, all in one form; none where a word of them is common."""
    for form in _FORMS:
        found = [match["who"] for row in entries if (match := form.fullmatch(row.text))]
        if len(found) < _FEWEST or len(found) < _SHARE * len(entries):
            continue
        names = {name for who in found for name in _names(who)}
        if all(_is_somebody(page, name) for name in names):
            return frozenset(word for name in names for word in name_key(name))
    return frozenset()


def _names(who: str) -> Iterator[str]:
    return (part for part in re.split(r", ?| ?& ?| and |/", who) if part)


def _is_somebody(page: Page, name: str) -> bool:
    lower = name.lower()
    if not is_name(name) or name.upper() in ARTEFACTS or words().is_office(name) or lower in words().stops:
        return False
    return re.search(rf"(?<!\w){re.escape(lower)}(?!\w)", page.text) is None
