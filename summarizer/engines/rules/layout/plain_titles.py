"""Headings of minutes that lost their marks, as when they were copied from a page: lines like titles amid full lines."""

import re
from itertools import pairwise

from ..naming.shapes import is_name, names_matter
from ..sentences.clauses import VERB
from .headings import TITLE, is_boilerplate
from .page import Page
from .rows import Row
from .run_in import STATES
from .topics import Topic, topic_in

FEWEST = 3
FEWEST_WORDS = 4
SENTENCE_END = re.compile(r"[.!?;,:]$")


def plain_titles(page: Page) -> list[Topic]:
    """Those of a page that has no other headings, each with a statement or a list right below it."""
    if page.spoken or page.document.kind != "minutes":
        return []
    rows = [row for row, below in pairwise(page.rows[1:]) if _is_title(row) and _states(below)]
    if len(rows) < FEWEST:
        return []
    ends = [*(row.start for row in rows[1:]), len(page.text)]
    found = [topic_in(row, "heading", end) for row, end in zip(rows, ends, strict=True)]
    return [topic for topic in found if topic is not None]


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
