"""Motions set in rows of their own: who moved and seconded them, their words, and below these how the vote went."""

import re
from collections.abc import Iterator

from ..layout.found import Decided
from ..layout.page import Page, without_number
from ..layout.rows import Row

_MOVED = re.compile(
    r"(?:moved(?: by)?|mover)\s*:?\s+\S.{0,60}?\s(?:seconded(?: by)?|seconder)\s*:?\s+\S.{0,60}", re.IGNORECASE
)
"""The row above the words: "Moved: Cr Lee    Seconded: Cr Ray"."""
_VOTE = re.compile(
    r"(?:the )?(?:motion (?:was )?)?(?P<how>carried|lost|defeated|negatived)\b[^.a-z]{0,12}(?:unanimously|en bloc)?[^a-z]{0,20}\.?",
    re.IGNORECASE,
)
_THAT = re.compile(r"That\b[,:]?\s*")
_OPENS = re.compile(r"That\b.{0,80}:")
"""Words over the numbered parts of a motion: "That Council:"."""
_ROW_END = re.compile(r"\s*[;,.](?:\s*(?:and|or))?$")
FURTHEST = 20
"""Rows between who moved it and how the vote went."""


def motions(page: Page) -> Iterator[Decided]:
    """What each motion asked for that was carried; of one that has parts, each part."""
    rows = page.rows
    for at, row in enumerate(rows):
        if _MOVED.fullmatch(row.text) is None or page.addresses_reader(row.start):
            continue
        below = rows[at + 1 : at + 1 + FURTHEST]
        ends = next((n for n, one in enumerate(below) if _VOTE.fullmatch(one.text)), None)
        if ends is None or any(one.heading or _MOVED.fullmatch(one.text) for one in below[:ends]):
            continue
        vote = _VOTE.fullmatch(below[ends].text)
        if vote is not None and vote["how"].lower() == "carried":
            yield from _parts(page, below[:ends], below[ends])


def _parts(page: Page, rows: list[Row], vote: Row) -> Iterator[Decided]:
    that = _THAT.match(rows[0].text) if rows else None
    if that is None:
        return
    if _OPENS.fullmatch(rows[0].text) and len(rows) > 1:
        for row in rows[1:]:
            if row.listed or without_number(row.text) != row.text:
                words = _ROW_END.sub("", without_number(row.text))
                start = row.start + row.text.index(words)
                yield Decided(words, start, start + len(words), (rows[0].start, vote.end), "motion carried")
        return
    start = rows[0].start + that.end()
    words = " ".join(page.text[start : rows[-1].end].split()).rstrip(" .")
    yield Decided(words, start, rows[-1].end, (rows[0].start, vote.end), "motion carried")
