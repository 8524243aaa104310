"""Headings of minutes that lost their marks, as when they were copied from a page: lines like titles amid full lines."""

import re
from itertools import pairwise

from ....dating.forms import find_absolute
from ..naming.shapes import is_name, names_matter
from ..sentences.clauses import VERB
from .headings import TITLE, is_boilerplate
from .labels import is_attendance
from .page import Page
from .rows import Row
from .run_in import STATES
from .topics import Topic, topic_in

FEWEST = 3
FEWEST_PLAIN = 2
FEWEST_WORDS = 4
SHORT = re.compile(r"[^\W\d_a-z][\w’'&/-]*(?: [\w’'&/-]+){0,4}:?")
SENTENCE_END = re.compile(r"[.!?;,:]$")


def plain_titles(page: Page) -> list[Topic]:
    """Those of a page that has no other headings, each with a statement or a list right below it."""
    if page.spoken or page.document.kind != "minutes":
        return []
    rows = [row for row, below in pairwise(page.rows[1:]) if _is_title(row) and _states(below)]
    if len(rows) < FEWEST:
        rows = _over_lists(page.rows)
    if not rows:
        return []
    ends = [*(row.start for row in rows[1:]), len(page.text)]
    found = [topic_in(row, "heading", end) for row, end in zip(rows, ends, strict=True)]
    return [topic for topic in found if topic is not None]


def _over_lists(rows: list[Row]) -> list[Row]:
    """A few words by themselves right over a list, as in notes that were typed by hand: "Time off" over its bullets. Several
    have small letters in them: a round of names has none."""
    found = [
        row
        for row, below in pairwise(rows[1:])
        if row.gap and below.bullet and not below.gap and SHORT.fullmatch(row.text) and not is_boilerplate(row.text)
        if not (row.listed or row.heading or is_attendance(row.text) or find_absolute(row.text))
    ]
    plain = [row for row in found if any(word[0].islower() for word in row.text.split())]
    return found if len(found) >= FEWEST and len(plain) >= FEWEST_PLAIN else []


def _is_title(row: Row) -> bool:
    return (
        not (row.listed or row.heading or SENTENCE_END.search(row.text))
        and TITLE.fullmatch(row.text) is not None
        and names_matter(row.text)
        and not is_boilerplate(row.text)
    )


def _states(row: Row) -> bool:
    """Whether a row says something, or lists what is no name."""
    if row.gap or row.heading or row.table or len(row.text.split()) < FEWEST_WORDS:
        return False
    return not is_name(row.text, spaced=True) if row.bullet else bool(STATES.search(row.text) or VERB.search(row.text))
