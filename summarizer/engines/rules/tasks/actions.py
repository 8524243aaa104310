"""Next steps that the document itself marks: ACTION lines, lists of action items, "Ann to send the draft"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ....mood.asserted import is_asserted
from ....schemas import OwnerBasis, Quote, Strength
from ..layout.commands import command_start, commanded
from ..layout.page import Page, without_typist
from ..layout.rounds import rounds
from ..layout.rows import Row
from ..layout.small_letters import unlabelled
from ..naming.entry_details import HANDLE
from ..people.roster import name_key
from ..sentences.due import due_column, due_words
from .action_tables import DATED, action_rows, minuted_actions
from .bare_owners import beside, is_bare, task_before
from .in_text import Task
from .marked_rows import marked
from .owners import NAME, owners_of_list, owns, split_owner
from .task_words import is_told_as_done

NOTHING = re.compile(
    r"(?:(?:new|existing|open|old|ongoing|pending|outstanding|previous|current|further|carried over)(?: (?:actions?(?: items?)?|items?|tasks))?|none\b.*|n/?a|for (?:information|noting|discussion|decision|approval|comments?|review|action|guidance)(?: only)?\.?|no (?:new )?(?:action|next|follow).*|nothing\b.*|tbd|from this meeting:?|review\b.{0,20}action items.*|owner.*|https?://\S+|(?:\|?[ \t]*(?:\w+[ \t]*\|[ \t]*)?\d{1,2}(?::\d{2}){1,2})|\W*)",
    re.IGNORECASE | re.DOTALL,
)
ORDER = re.compile(
    rf"(?:[Tt]he )?(?P<owner>{NAME}(?:(?:\s+and\s+| ?[+&] ?){NAME})*) to (?P<task>[a-z]{{2,}} \S.*)", re.DOTALL
)
"""The way in which minutes give a task inside their text: "The Clerk to obtain three quotations." """
_NEXT_MEETING = re.compile(r"(?<=[.;!?]) (?:the |our )?next (?:meeting|call|session)\b.*", re.IGNORECASE | re.DOTALL)
"""A sentence behind a next step that is no part of it: "Ann to ring the yard. Next meeting will be on 7 January"."""
NO_OWNER = re.compile(r"(?:tbd|tbc|unassigned|unallocated|n/a|\?+)\s*[:|–—-]\s+", re.IGNORECASE)
"""Where the entry of a list leaves open who is to act: "TBD - find a room"."""
RUNNING_NUMBER = re.compile(
    r"\d{1,3}(?:\.\d{1,3})+\s*(?:[:—–]|-\s|\|)\s*|\[\s*\]\s*|(?:A|AI|AP|ACT|D|R)-?\d{1,3}(?:\s*[.:)—–]|\s-(?=\s)|(?=\s[A-Z@(\[]))\s*"
)
"""The number of a next step within its list, or an empty box or owner: "57.2: ", "AP1: ", "A3. ", "[] "."""
SENTENCE_BORDER = re.compile(r"[a-z]{2,}[.;]\s+(?=[A-Z])")
LONGEST_ORDER = 300


@dataclass(frozen=True)
class Action:
    """A next step in the words of the document; `whole` are the offsets of its line."""

    task: str
    owner: str | None
    due: str | None
    whole: tuple[int, int]
    basis: str
    quotes: tuple[Quote, ...] = ()
    """The heading of the list, where that alone makes it a next step; where an owner's full name stands."""
    owner_basis: OwnerBasis = OwnerBasis.ASSIGNED
    strength: Strength | None = None
    """Where the words bear less than that somebody means to do it, or a decision gives it."""

    @property
    def at(self) -> int:
        return self.whole[0]


def actions(page: Page, people: frozenset[str], told: list[Task]) -> list[Action]:
    """Each next step once. `people` are words of names that are known in this document, `told` the tasks inside its text."""
    entries = [row for row, _, _, section in marked(page, people) if section is not None and section.start != row.start]
    people = people | owners_of_list(page, entries)
    seen: dict[tuple[int, str], int] = {}
    found: list[Action] = []
    read = [*_listed(page, people, told), *_tabled(page, people), *_commanded(page, people), *_beside(page, people)]
    read += _rounds(page)
    taken = {one.span[0] for one in told}  # "I will ask them", on a list: the text tells who
    read = [one for one in read if one.owner or one.at not in taken]
    lines = [action.whole for action in read]
    given = [
        Action(one.task, one.owner, one.due, one.span, "task in the text", one.quotes, one.basis, one.strength)
        for one in told
        if not any(a <= one.span[0] < b for a, b in lines)
    ]
    lines += [action.whole for action in given]
    orders = [one for one in _orders(page, people) if not any(a < one.whole[1] and one.at < b for a, b in lines)]
    for action in sorted([*read, *orders, *given], key=lambda one: one.at):
        key = page.record_at(action.at), " ".join(re.findall(r"\w+", action.task.lower()))
        if key in seen:
            if found[seen[key]].owner is None and action.owner is not None:
                found[seen[key]] = action
            continue
        seen[key] = len(found)
        found.append(action)
    return found


def lists_actions(page: Page, people: frozenset[str]) -> bool:
    """Whether the document marks its next steps as such, in a list or line by line."""
    return any(True for _ in _listed(page, people, [])) or any(True for _ in _tabled(page, people))


def _listed(page: Page, people: frozenset[str], told: list[Task]) -> Iterator[Action]:
    for row, start, early, section in marked(page, people):
        row = _unwrapped(page, row)
        if section is None and is_bare(row.text[start:], people):
            action = _bare(page, row, row.text[start:], told)
        else:
            parts = _sentences(row, start, people) if section is None else []
            for part in parts:
                label = page.quote(row.start, row.start + start)
                if (one := _read(part, 0, None, label, people)) is not None:
                    yield one
            if parts:
                continue
            heading = page.quote(section.start, section.end) if section else None
            action = _read(row, start, early, heading, people)
            if action is not None and section is not None and section.start == row.start:
                # A box, or a name before a dash: nothing says how firmly it is meant.
                action = replace(action, quotes=(), basis="form of the entry", strength=Strength.MENTIONED)
        if action is not None:
            yield action


def _sentences(row: Row, start: int, people: frozenset[str]) -> list[Row]:
    """The sentences behind one label, where each says who is to act: "Actions: Ann to ring the yard. Form - Bo." """
    borders = [start, *(found.end() for found in SENTENCE_BORDER.finditer(row.text, start)), len(row.text)]
    parts = [
        replace(row, text=row.text[a:b].rstrip(), start=row.start + a, end=row.start + a + len(row.text[a:b].rstrip()))
        for a, b in pairwise(borders)
    ]
    each = len(parts) > 1 and all(split_owner(part.text.rstrip("."), people)[0] for part in parts)
    return parts if each else []


def _tabled(page: Page, people: frozenset[str]) -> Iterator[Action]:
    for head, row, task, owner, due in (*action_rows(page, people), *minuted_actions(page, people)):
        shown = (page.quote(head.start, head.end),)
        yield Action(task, owner, due, (row.start, row.end), "table of actions", shown)


def _beside(page: Page, people: frozenset[str]) -> Iterator[Action]:
    for task, owner, due, whole, head in beside(page, people):
        words = due if due and DATED.search(due) else due_words(task)
        yield Action(task, owner, words, whole, "column of owners", (page.quote(head.start, head.end),))


def _rounds(page: Page) -> Iterator[Action]:
    """What each is going to do, as they say in turn: "Today: fix the lamp"."""
    for turn in rounds(page):
        for label, row in turn.ahead:
            task = re.sub(r"^(?:will|going to|to) ", "", row.text)
            due = due_words(task) or (label if label in ("today", "tomorrow") else None)
            shown = (page.quote(turn.name.start, turn.name.end),)
            start = page.text.rfind("\n", 0, row.start) + 1 if due == label else row.start
            yield Action(
                task,
                turn.name.text.rstrip(":"),
                due,
                (start, row.end),
                "turn in a round",
                shown,
                OwnerBasis.ASSIGNED,
                None if task != row.text else Strength.MENTIONED,
            )


def _commanded(page: Page, people: frozenset[str]) -> Iterator[Action]:
    """Next steps that were typed for a robot: "#action ann write to the yard", "#action ann to write"."""
    for row, start, _ in commanded(page, "action"):
        action = _read(row, start, None, None, people)
        first, _, rest = row.text[start:].partition(" ")
        if action is not None and action.owner is None and rest and first.strip(",:@").lower() in people:
            action = replace(action, owner=first.strip(",:@"), task=rest)
        if action is not None:
            yield replace(action, whole=(command_start(row, start), row.end), basis="#action")


def _orders(page: Page, people: frozenset[str]) -> Iterator[Action]:
    """Sentences of minutes that are an order: somebody who is known, "to", and what to do."""
    in_round = bool(rounds(page))
    if page.spoken or not (in_round or page.document.kind == "minutes" or unlabelled(page.document.text)):
        return
    for sentence in page.running:
        text = sentence.text.rstrip(" .;").removeprefix("[ ] ")
        match = ORDER.fullmatch(text) if len(text) <= LONGEST_ORDER else None
        who = (match["owner"].replace("@", "") if in_round else match["owner"]) if match else ""
        if match is None or not who[:1].isupper() or not owns(match["owner"], people):
            continue
        if page.addresses_reader(sentence.start) or not is_asserted(text, match.end("owner"), None):
            continue
        if match["task"].split()[0] in ("the", "an", "our", "its", "their", "be"):
            continue
        whole = (sentence.start, sentence.start + len(sentence.text))
        task = match["task"].removeprefix("action ")
        yield Action(task, who, due_words(task), whole, "order")


def _bare(page: Page, row: Row, owner: str, told: list[Task]) -> Action | None:
    begin = page.text.rfind("\n\n", 0, row.start)
    above = [one for one in told if begin < one.span[0] < row.start]
    if any(not set(name_key(owner)).isdisjoint(name_key(one.owner)) for one in above):
        return None  # the label only repeats whose task it is
    if (found := task_before(page, row.start, told)) is None:
        return None
    task, begin = found
    return Action(task, owner.strip(" .*_"), due_words(task), (begin, row.end), "ACTION line")


def _read(row: Row, start: int, early: str | None, heading: Quote | None, people: frozenset[str]) -> Action | None:
    text = without_typist(row.text[start:].strip())
    text = text.removeprefix(number[0]) if (number := RUNNING_NUMBER.match(text)) else text
    if NOTHING.fullmatch(text) or HANDLE.fullmatch(text.rstrip(" :")):
        return None
    text, column = due_column(NO_OWNER.sub("", _NEXT_MEETING.sub("", text)))
    owner, task = split_owner(text, people)
    owner = owner or (early if early and owns(early, people) else None)
    if NOTHING.fullmatch(task) or is_told_as_done(text if owner is None else task, people):
        return None
    return Action(
        task.strip(" .;") or text,
        owner,
        due_words(text) or column,
        (row.start, row.end),
        "list of action items" if heading else "ACTION line",
        (heading,) if heading else (),
    )


def _unwrapped(page: Page, row: Row) -> Row:
    """The row with the words that go on below it, where an editor's margin broke it."""
    segment = page.document.segment(page.line_at(row.end - 1))
    if not segment.start < row.end < segment.end or row.heading or row.table:
        return row
    words = page.text[row.start : segment.end].rstrip()
    return replace(row, text=words, end=row.start + len(words)) if "\n" in words else row
