"""Who is to act, kept in a column beside the minutes: the sentence that ends on the row says what is to be done."""

import re
from collections.abc import Iterator

from ..layout.page import Page
from ..layout.rows import Row
from .bare_owners import DECIDED
from .owners import owns

HEAD = re.compile(
    r"(?:.*?\S(?: {3,}|\t+))?(?P<head>Action(?:s| by| on| owner)?|Owner|By whom|Who)(?:(?: {3,}|\t+)(?P<due>Date|Due(?: date)?|By when|When|Deadline|Target date))?",
    re.IGNORECASE,
)
"""The heads of the columns: "Item   Description         Action   Date", or the last of them alone, far from the margin."""
CELL = re.compile(
    r"(?: {3,}|\t+)(?P<who>[A-Z]{2,4}(?:(?: ?[/,&] ?)[A-Z]{2,4})*|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?)(?:(?: {2,}|\t+)(?P<due>\S.{0,25}))?\s*$"
)
NOBODY = frozenset("NOTE NOTED INFO NONE CLOSED DONE OPEN ALL TBC TBD NA".split())
FAR = 30
"""Columns from the margin at which one head alone is one of a column."""
LONGEST = 400
"""Characters of a row that is set in columns."""
SLACK = 12
"""Columns by which a cell may stand to the left of its head."""
_NUMBER = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]?(?=\s))?\s*")
_NUMBERED = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?\s")
_BORDER = re.compile(r"[.;?!]\s+(?=[^\W\d_a-z])")
_ORDER = re.compile(r"(?P<who>[A-Z]{2,4}|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?) (?:to|will) (?=[a-z])")


def beside(page: Page, people: frozenset[str]) -> Iterator[tuple[str, str, str | None, tuple[int, int], Row]]:
    """Task, owner, date, offsets and the head of the column of each next step."""
    head: Row | None = None
    column = 0
    begin = 0  # where the words of the next step may begin: behind the cell above, or at its paragraph
    for row in page.rows:
        if len(row.text) > LONGEST:
            continue
        line = page.text.rfind("\n", 0, row.start) + 1
        found = HEAD.fullmatch(row.text) if not (row.table or row.bullet) else None
        if found and (row.start - line + found.start("head") >= FAR):
            head, column = row, row.start - line + found.start("head")
            continue
        if head is None or row.table:
            continue
        if row.gap or row.numbered or _NUMBERED.match(row.text):
            begin = row.start
        cell = CELL.search(row.text)
        if cell is None or row.start - line + cell.start("who") < column - SLACK:
            continue
        end, who = row.start + cell.start(), cell["who"]
        if who.upper() not in NOBODY and owns(who, people) and not page.addresses_reader(row.start):
            start = _last_sentence(page.text, begin, end)
            task = _task(page.text[start:end], who)
            if len(task.split()) < 2:  # "RFI 31 is open. EG to answer."
                start = begin
                task = " ".join(page.text[begin:end].split()).rstrip(" .;")
            if len(task.split()) > 1:
                yield task, who, cell["due"], (start, row.start + cell.end("who")), head
        begin = row.end


def _last_sentence(text: str, begin: int, end: int) -> int:
    start = max((found.end() for found in _BORDER.finditer(text, begin, end)), default=begin)
    number = _NUMBER.match(text, start)
    return number.end() if number else start


def _task(words: str, who: str) -> str:
    """What is to be done, without what was agreed of it and who does it."""
    words = " ".join(words.split()).strip(" .;")
    decided = DECIDED.match(words)
    words = words[decided.end() :] if decided else words
    order = _ORDER.match(words)
    return words[order.end() :] if order and order["who"] == who else words
