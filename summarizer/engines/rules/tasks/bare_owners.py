"""Owners that stand apart from what they are to do: behind a label with nothing else, "ACTION: PT", and in a column beside
the minutes. The sentence before them, or the one that ends on their row, says what."""

import re
from collections.abc import Iterator, Sequence

from ....ladder.readings import read
from ....schemas import Strength
from ....words.rungs import firm
from ..layout.page import Page
from ..layout.rows import Row
from .in_text import LONGEST_TASK, Task
from .owners import owns

_MOST_WORDS = 4
_REACH = 2  # rows of white space between the sentence and the label, in characters
DECIDED = re.compile(
    r"\W*(?:.*?\b(?:agreed|decided|resolved) (?:that|to)|(?:agreed|decided|resolved):?)\s+(?=\S)", re.IGNORECASE
)
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


def is_bare(text: str, people: frozenset[str]) -> bool:
    """Whether a label has nothing but names behind it."""
    plain = text.strip(" .*_")
    return len(plain.split()) <= _MOST_WORDS and plain[:1].isupper() and ":" not in plain and owns(plain, people)


def task_before(page: Page, at: int, told: Sequence[Task]) -> tuple[str, int] | None:
    """What the sentence before a label gives somebody to do, and where it begins; None where it binds nobody."""
    before = max((one for one in page.running if one.start < at), key=lambda one: one.start, default=None)
    if before is None:
        return None
    text = page.text[before.start : min(before.start + len(before.text), at)].rstrip(" .;*_\n")
    if len(text) > LONGEST_TASK or page.text.count("\n", before.start + len(text), at) > _REACH:
        return None
    known = next((one for one in told if before.start <= one.span[0] < at), None)
    if known is not None:
        return known.task, before.start
    strength = read(text, "en").strength
    if not firm(strength) and strength is not Strength.PROPOSED:
        return None
    return text[decided.end() :] if (decided := DECIDED.match(text)) else text, before.start


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
