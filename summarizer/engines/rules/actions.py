"""Next steps that the document itself marks: ACTION lines, lists of action items, "Ann to send the draft"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...schemas import OwnerBasis, Quote
from .decisions import NUMBER
from .due import due_words
from .entries import HANDLE, is_name
from .page import Page, Row
from .roster import name_key
from .tasks import Task
from .words import words

ACTION_LINE = re.compile(
    rf"(?:\[\w+\]\s*)?(?P<label>actions?(?: items?| points?| required)?|ai|ap|todos?|to-?dos?|to do|follow-?ups?|next steps?)\b{NUMBER}\s*"
    r"(?:\((?P<early>[^()]{2,40})\))?\s*(?:[:—–]|-\s|(?<=\d)\s)\s*(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
SECTION = re.compile(
    r"(?:new |open |key |meeting |agreed |list of )*(?:action(?: items?| points?)?s?(?: required)?|actions(?: agreed| arising)?|next steps?|to-?dos?|to do|tasks|follow-?up (?:actions?|items?)|follow-ups)"
    r"(?: from (?:this|the) meeting)?:?",
    re.IGNORECASE,
)
PAST = re.compile(r"(?:previous|past|earlier|old|completed|done|closed|last (?:meeting|week))\b.*", re.IGNORECASE)
NOTHING = re.compile(
    r"(?:none\b.*|n/?a|no (?:new )?(?:action|next|follow).*|nothing\b.*|tbd|from this meeting:?|review\b.{0,20}action items.*|owner.*|https?://\S+|\W*)",
    re.IGNORECASE | re.DOTALL,
)
# "Ann Lee to", "@ann will", "Ann and Bo to", "All to". The verb follows.
NAME = r"@?[A-Z@][\w.'’-]*(?: (?:@?[A-Z][\w.'’-]*|de|van|von|der|la|el|al|bin))*"
LEADING_OWNER = re.compile(
    rf"(?P<owner>{NAME}(?:(?:\s*,\s*|\s*&\s*|\s+and\s+|\s*/\s*){NAME})*)\s+(?:to|will|shall|should|must|is to|are to|agreed to|volunteered to)\s+(?P<task>\S.*)",
    re.DOTALL,
)
HANDLES = re.compile(
    r"(?P<owner>@[\w-]+(?:\s*(?:,|&|and|/)\s*@[\w-]+)*)\s*(?:[:–—-]\s*|\s+)(?:(?:to|will|shall|should|must)\s+)?(?P<task>[^@\s].*)",
    re.DOTALL,
)
LABELLED_OWNER = re.compile(
    rf"\[?(?P<owner>{NAME}(?:(?:\s*,\s*|\s*&\s*|\s+and\s+|\s*/\s*){NAME})*)\]?\s*(?::|\s[–—-])\s+(?P<task>\S.*)",
    re.DOTALL,
)
TRAILING_OWNER = re.compile(
    r"(?P<task>.*?\S)\s*(?:[(\[](?P<owner>[^()\[\]]{2,60})[)\]]|\s[-–—]\s(?P<dash>[@A-Z][\w .'’-]{1,40}))\s*[.;]?(?:\s*[(\[][^()\[\]]{0,60}[)\]])*",
    re.DOTALL,
)
OWNER_FIELD = re.compile(
    r"(?P<task>.*?\S)[\s;,.(\[–—-]*\b(?:owners?|assignees?|assigned to|responsible|lead)\s*:\s*(?P<owner>[^;,()\[\]]{2,60}?)[)\]]?\s*(?:[;,.].*)?",
    re.DOTALL | re.IGNORECASE,
)
GROUPS = frozenset(
    [
        "all",
        "everyone",
        "staff",
        "secretariat",
        "chair",
        "chairs",
        "team",
        "board",
        "committee",
        "council",
        "group",
        "editors",
        "members",
        "maintainers",
        "secretary",
        "treasurer",
        "clerk",
    ]
)
ORDER = re.compile(rf"(?:[Tt]he )?(?P<owner>{NAME}(?:\s+and\s+{NAME})*) to (?P<task>[a-z]{{2,}} \S.*)", re.DOTALL)
"""The way in which minutes give a task inside their text: "The Clerk to obtain three quotations." """
LONGEST_ORDER = 300
LONGEST = 1_500


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

    @property
    def at(self) -> int:
        return self.whole[0]


def actions(page: Page, people: frozenset[str], told: list[Task]) -> list[Action]:
    """Each next step once. `people` are words of names that are known in this document, `told` the tasks inside its text."""
    seen: dict[str, int] = {}
    found: list[Action] = []
    marked = [
        _read(row, start, early, page.quote(section.start, section.end) if section else None, people)
        for row, start, early, section in _marked(page)
    ]
    read = [action for action in marked if action is not None]
    lines = [action.whole for action in read]
    given = [_given(one) for one in told if not any(a <= one.span[0] < b for a, b in lines)]
    lines += [action.whole for action in given]
    orders = [one for one in _orders(page, people) if not any(a < one.whole[1] and one.at < b for a, b in lines)]
    for action in sorted([*read, *orders, *given], key=lambda one: one.at):
        key = " ".join(re.findall(r"\w+", action.task.lower()))
        if key in seen:
            if found[seen[key]].owner is None and action.owner is not None:
                found[seen[key]] = action
            continue
        seen[key] = len(found)
        found.append(action)
    return found


def _marked(page: Page) -> Iterator[tuple[Row, int, str | None, Row | None]]:
    """Rows that are next steps: where the text begins, an owner named in the label, the heading of a list."""
    section: Row | None = None
    past = False
    outer = 0
    for row in page.rows:
        if row.end - row.start > LONGEST or page.addresses_reader(row.start):
            continue
        if row.heading or (SECTION.fullmatch(row.text.strip(" *_")) and not row.bullet):
            section = row if SECTION.fullmatch(row.text.strip(" *_")) else None
            past, outer = False, -1
            continue
        label = ACTION_LINE.fullmatch(row.text)
        if label and (
            label["label"].lower() not in ("follow-up", "followup", "next step", "next steps") or label["text"]
        ):
            yield row, label.start("text"), label["early"], None
        elif section is not None:
            if not row.listed:
                past = past or PAST.fullmatch(row.text.strip(" *_:")) is not None
                if re.match(r"(?:from )?this meeting|new", row.text, re.IGNORECASE):
                    past = False
                if row.gap and not row.text.endswith(":") and outer >= 0:
                    section = None
                continue
            if PAST.fullmatch(row.text.strip(" *_:")):
                past = True
            outer = row.indent if outer < 0 else outer
            if not past and row.indent <= outer and not row.table:
                yield row, 0, None, section


def _orders(page: Page, people: frozenset[str]) -> Iterator[Action]:
    """Sentences of minutes that are an order: somebody who is known, "to", and what to do."""
    if page.spoken or page.document.kind != "minutes":
        return
    for sentence in page.running:
        text = sentence.text.rstrip(" .;")
        match = ORDER.fullmatch(text) if len(text) <= LONGEST_ORDER else None
        if match is None or not match["owner"][0].isupper() or not _owns(match["owner"], people):
            continue
        if match["task"].split()[0] in ("the", "an", "our", "its", "their", "be") or page.addresses_reader(
            sentence.start
        ):
            continue
        whole = (sentence.start, sentence.start + len(sentence.text))
        yield Action(match["task"], match["owner"], due_words(match["task"]), whole, "order")


def _given(one: Task) -> Action:
    return Action(one.task, one.owner, one.due, one.span, "task in the text", one.quotes, one.basis)


def _read(row: Row, start: int, early: str | None, heading: Quote | None, people: frozenset[str]) -> Action | None:
    text = row.text[start:].strip()
    if NOTHING.fullmatch(text):
        return None
    owner, task = _owner(text, people)
    owner = owner or (early if early and _owns(early, people) else None)
    if NOTHING.fullmatch(task):
        return None
    return Action(
        task.strip(" .;") or text,
        owner,
        due_words(text),
        (row.start, row.end),
        "list of action items" if heading else "ACTION line",
        (heading,) if heading else (),
    )


def _owner(text: str, people: frozenset[str]) -> tuple[str | None, str]:
    """Who is to act and what is left to do."""
    for pattern in (HANDLES, LEADING_OWNER, OWNER_FIELD, TRAILING_OWNER, LABELLED_OWNER):
        match = pattern.fullmatch(text)
        if match is None:
            continue
        owner = match["owner"] or match.groupdict().get("dash") or ""
        if not _owns(owner, people):
            continue
        return owner.replace("@", "").strip(), match["task"]
    return None, text


def _owns(owner: str, people: frozenset[str]) -> bool:
    """Whether words name somebody who can act: a handle, a known person, two words in the shape of a name, a body."""
    owner = owner.strip()
    if not owner:
        return False
    parts = [p.strip() for p in re.split(r",|&|/|\band\b", owner) if p.strip()]
    return bool(parts) and all(_one_owns(part, people) for part in parts)


def _one_owns(part: str, people: frozenset[str]) -> bool:
    if HANDLE.fullmatch(part) or part.lower().removeprefix("the ") in GROUPS:
        return True
    key = name_key(part)
    if not key or any(c.isdigit() for c in part):
        return False
    if any(word in people for word in key):
        return True
    if part.isupper() and 2 <= len(part) <= 5 and part.isalpha():
        return True
    office = any(words().is_office(w) for w in part.split())
    return is_name(part, spaced=True) or (
        office
        and part[0].isupper()
        and len(part.split()) <= 5
        and part.split()[-1].lower() in words().bodies | words().roles
    )
