"""Outcomes that stand apart from what they are of: in a row below an entry or heading, "Approved on a roll call vote", or
in a column of minutes that were kept in a table."""

import re
from collections.abc import Iterator

from ..layout.found import Decided
from ..layout.minuted_rows import minuted_rows
from ..layout.page import Page
from ..layout.rows import Row
from ..layout.topics import topic_in

_VOTED = (
    r"votes?|voice|roll[- ]?call|unanimous(?:ly)?|consensus|majority|ayes?|nays?|for and|against|in favou?r|abst\w+"
    r"|objections?|show of hands|acclamation|amended|presented|proposed|nem\.? con|\d{1,3} ?[-–] ?\d{1,3}"
)
_OUTCOME = re.compile(
    rf"(?:approved|adopted|ratified|carried|passed|endorsed|rejected|(?:agreed|accepted|granted|declined)(?=[ ,;(–—-]+\w))"
    rf"(?:\.?|(?: for \w+)?[\s,;:(–—-]{{1,3}}[^.]{{0,40}}\b(?:{_VOTED})\b.*)",
    re.IGNORECASE | re.DOTALL,
)
LONGEST = 160
"""Characters of an outcome; what is longer tells more than that."""
UNDECIDED = re.compile(
    r"(?:deferred|postponed|adjourned|tabled|carried (?:over|forward)|pending|open|ongoing|noted|none|n/?a|for information|to be (?:decided|confirmed|discussed|agreed)|under (?:review|discussion)|tb[cda]|no decision)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What stands there where none was taken."""
_LONGEST = 600


def outcomes(page: Page) -> Iterator[Decided]:
    """Each outcome that a record has in a row of its own, with what it is of before it: "Annual report: Approved"."""
    if page.spoken:
        return
    above: list[Row] = []  # the entries, or the heading, that a row stands under, the nearest last
    before: Row | None = None
    for row in page.rows:
        while above and not above[-1].heading and row.indent <= above[-1].indent:
            above.pop()
        if row.heading:
            above = [row]
        elif len(row.text) <= LONGEST and _OUTCOME.fullmatch(row.text):
            yield from _outcome(page, row, above[-1:], before)
        elif row.bullet or row.numbered:
            above.append(row)
        before = row


def _outcome(page: Page, row: Row, under: list[Row], before: Row | None) -> Iterator[Decided]:
    """That of the entry above whose list it stands in, or of a heading right above."""
    subject = under[0] if under and (under[0] is before if under[0].heading else row.listed) else None
    topic = topic_in(subject, "subject of an outcome", row.end) if subject is not None else None
    if topic is not None and not page.addresses_reader(row.start):
        words = f"{topic.words}: {row.text}"
        yield Decided(words, row.start, row.end, (row.start, row.end), "outcome below its subject", subject)


def tabled_decisions(page: Page) -> Iterator[Decided]:
    """What stands in the column, but for what puts the matter off."""
    for one in minuted_rows(page):
        cell = one.decision
        if cell is not None and len(cell.text) <= _LONGEST and not UNDECIDED.fullmatch(cell.text):
            yield Decided(cell.text, cell.start, cell.end, (cell.start, cell.end), "column of decisions", one.decides)
