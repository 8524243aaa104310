"""Which rows of a page are next steps by their marks: ACTION lines, entries of lists of action items, labels in a paragraph."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ..layout.page import Page
from ..layout.rows import Row
from ..outcomes.decisions import BOLD, NUMBER, TAG
from ..people.roster import name_key
from .owners import HANDLES, LABELLED_OWNER, split_owner
from .task_words import delivers, falls_due

ACTION_LINE = re.compile(
    rf"{TAG}(?:actions?(?: items?| points?| required)?|ai|ap|todos?|to-?dos?|to do|follow-?ups?|next steps?)(?:\b|(?<=a[ip])(?=\d{{1,3}}(?: ?\([^()]{{2,40}}\))?:)){NUMBER}\s*"
    rf"(?:\((?P<early>[^()]{{2,40}})\)|(?:for|on) (?P<whose>[^:()]{{2,60}}))?\s*{BOLD}(?:[:—–]|-\s|(?<=\d)\s|(?<=(?-i:AP))\s(?=(?-i:[A-Z]))){BOLD}\s*(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
SECTION = re.compile(
    r"(?:new |open |key |meeting |agreed |suggested |recommended |list of )*(?:action(?: items?| points?| list| log| register)?s?(?: required)?|ais|aps|actions(?: agreed| arising)?|next steps?|to-?dos?|to do|tasks|follow-?up (?:actions?|items?|tasks?)|follow-ups)"
    r"(?: (?:from|of|after|out of) (?:(?:this|the|our|today['’]s) )?(?:meeting|call|session|discussion|sync|workshop|today))?:?",
    re.IGNORECASE,
)
SECTION_INSIDE = re.compile(r"action(?: items?| points?)?s?|ais|aps|to-?dos|to do:?", re.IGNORECASE)
"""The same as an entry of a list, where "Next steps" may be a subject."""
PAST = re.compile(r"(?:previous|past|earlier|old|completed|done|closed|last (?:meeting|week))\b.*", re.IGNORECASE)
INNER_LINE = re.compile(
    r"(?<=[.!?)] )(?:\*\*|__)?(?:ACTIONS?|Actions?)(?: (?:items?|points?|ITEMS?|POINTS?))?: ?(?=\S)"
)
"""The label of a next step that stands at the end of a paragraph."""
DASHED_OWNER = re.compile(
    r"(?P<owner>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?(?:(?: ?[/&+] ?| and )[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?)*)(?: (?:[–—-]|→|->|=>)|:) (?:to )?(?P<task>[a-z].*)"
)
"""Somebody, a dash and a task, as notes have it that are typed by hand: "Ann - ring the mill"."""
TELLS = re.compile(r"(?:[\w’'-]+ ){0,2}(?:is|are|was|were|has|have|had)\b")
DECORATED = re.compile(r"\A[^\w(\[@#]+")
"""What stands before the words of a heading: bold type, a picture."""
FAR = 30  # columns from the margin at which "Action" heads a column of names, and no list below it
TURNS = 3
"""Rows of one label from which the rows of a page that begin with a name may be speech."""
LONGEST = 1_500
_FEWEST_WORDS = 2


Marked = tuple[Row, int, str | None, Row | None]
"""A row that is a next step: where the text begins, an owner named in the label, the heading of a list."""


def marked(page: Page, people: frozenset[str]) -> Iterator[Marked]:
    lists = _Lists(page, people)
    for row in page.rows:
        if row.end - row.start > LONGEST or page.addresses_reader(row.start) or lists.opens(row):
            continue
        label = ACTION_LINE.fullmatch(row.text)
        if label:
            yield row, label.start("text"), label["early"] or label["whose"], None
        elif lists.section is not None:
            yield from lists.entries(row, lists.section)
        elif (row.ticked is False and _is_to_do(row.text, people)) or (
            not page.spoken and _is_given(DASHED_OWNER.fullmatch(row.text), people)
        ):
            yield row, 0, None, row
        elif not page.spoken:
            yield from _inner(row)


class _Lists:
    """The lists of next steps on a page, row by row."""

    def __init__(self, page: Page, people: frozenset[str]) -> None:
        self.people = people
        self.section: Row | None = None
        """The heading of the list that is open."""
        self._past = False
        """Whether its entries are those of an earlier meeting."""
        self._indent = -1  # of its entries
        self._floor = -1  # indent of the bullet that heads a list inside another one
        labels = Counter(row.text.partition(":")[0].casefold() for row in page.rows if ACTION_LINE.fullmatch(row.text))
        self._fields = {label for label, times in labels.items() if times > 1}  # without a step, over no list
        self._talk = any(len(rows) >= TURNS for rows in page.labelled.values())  # "Lee: I think so"

    def opens(self, row: Row) -> bool:
        """Whether a row is a heading, of such a list or of something else; it ends what was open."""
        plain = DECORATED.sub("", row.text.strip(" *_"))
        heads = row.indent < FAR and SECTION.fullmatch(plain) and plain.rstrip(":").casefold() not in self._fields
        if row.heading or (heads and not row.bullet):
            self._begin(row if heads else None, floor=-1)
            return True
        if row.bullet and self.section is None and SECTION_INSIDE.fullmatch(row.text.strip(" *_:")):
            self._begin(row, floor=row.indent)
            return True
        if self._floor >= 0 and row.indent <= self._floor:
            self.section, self._floor = None, -1
        return False

    def _begin(self, section: Row | None, floor: int) -> None:
        self.section, self._past, self._indent, self._floor = section, False, -1, floor

    def entries(self, row: Row, section: Row) -> Iterator[Marked]:
        """The row, if it is an entry of the list that is open."""
        past = PAST.fullmatch(row.text.strip(" *_:")) is not None
        if row.listed:
            self._past = self._past or past
            self._indent = row.indent if self._indent < 0 else self._indent
            if not self._past and row.indent <= self._indent and not row.table:
                yield row, 0, None, section
            return
        named = None if self._talk else LABELLED_OWNER.fullmatch(row.text)
        if named is not None and not self._past and set(name_key(named["owner"])) & self.people:
            yield row, 0, None, section  # "Lee: send the template", without a mark
            return
        self._past = (self._past or past) and not re.match(r"(?:from )?this meeting|new", row.text, re.IGNORECASE)
        if row.gap and not row.text.endswith(":") and self._indent >= 0:
            self.section = None


def _is_given(named: re.Match[str] | None, people: frozenset[str]) -> bool:
    """Whether a person who is known is given something to do, rather than quoted with a view."""
    owners = set(name_key(re.sub(r"[/&+]| and ", " ", named["owner"]))) if named is not None else set()
    if named is None or TELLS.match(named["task"]):
        return False
    return owners <= people and (delivers(named["task"]) or falls_due(named["task"]))


def _is_to_do(text: str, people: frozenset[str]) -> bool:
    """Whether what stands beside an empty box is to be done: not somebody who may come, nor a subject to be ticked off."""
    if HANDLES.fullmatch(text):
        return True
    owner, task = split_owner(text, people)
    if len(task.split()) < _FEWEST_WORDS or text.endswith("?"):
        return False
    order = text[0].lower() + text[1:]
    return owner is not None or text[0].islower() or delivers(order) or falls_due(order)


def _inner(row: Row) -> Iterator[Marked]:
    """Next steps by their label at the end of a paragraph: "The rent was left as it is. ACTION: Ann to tell the crews." """
    found = list(INNER_LINE.finditer(row.text))
    for at, match in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(row.text)
        text = row.text[match.start() : end].rstrip()
        start = row.start + match.start()
        yield replace(row, text=text, start=start, end=start + len(text)), match.end() - match.start(), None, None
