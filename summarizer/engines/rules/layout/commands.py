"""What those in a chat tell the robot that keeps the record: `#topic Freeze`, `#agreed it moves`, `#action ann writes`.

The minutes that such a robot makes put behind each entry who typed it and when: `Freeze  (ann, 14:01:20)`.
"""

import re
from collections.abc import Iterator

from .found import Decided
from .headings import is_boilerplate
from .page import TYPED, Page
from .rows import Row
from .topics import Topic, topic_in

COMMAND = re.compile(
    r"(?:.{0,60}[>\]]\s+)?#(?:(?P<undo>undo)\b.*|(?P<name>topic|agreed|accepted|rejected|action|info|idea|help|link)\s+(?P<words>\S.*))"
)
SCRIBED = re.compile(
    r"\[?\d\d:\d\d(?::\d\d)?\]?\s+[<\[]\s?[^\s<>\[\]]{1,30}[>\]]\s+(?P<name>(?i:topic|resolution|resolved|action)):\s+(?P<words>\S.*)"
)
"""The same in the log of a chat whose robot listens for labels: `14:02 [ann] Topic: Freeze`."""
_MEANT = {"resolution": "agreed", "resolved": "agreed"}
_LABELLED = re.compile(r"(?:#?[A-Z]{4,10}:\s|\W*https?://)")
"""An entry of such minutes that is no subject: `AGREED: ...`, `LINK: ...`."""


def commanded(page: Page, *names: str) -> Iterator[tuple[Row, int, str]]:
    """The rows that hold such a command, where its words begin in the row, and which it is; `#undo` takes back the last."""
    given: list[tuple[Row, int, str]] = []
    for row in page.rows if "#" in page.text or "[" in page.text or "<" in page.text else ():
        match = None if row.heading else COMMAND.fullmatch(row.text) or SCRIBED.fullmatch(row.text)
        if match is None or page.addresses_reader(row.start):
            continue
        if match.groupdict().get("undo"):
            del given[-1:]
        else:
            name = match["name"].lower()
            given.append((row, match.start("words"), _MEANT.get(name, name)))
    return (one for one in given if one[2] in names)


def command_start(row: Row, words_: int) -> int:
    """Offset into the document of the command whose words begin at `words_` in the row."""
    at = row.text.rfind("#", 0, words_)
    return row.start + (at if at >= 0 else max(row.text.rfind("] ", 0, words_), row.text.rfind("> ", 0, words_)) + 2)


def commanded_topics(page: Page) -> list[Topic]:
    """The subjects that the chair opened, each up to the next."""
    opened = [(row, start) for row, start, _ in commanded(page, "topic")] or [(row, 0) for row in _entries(page)]
    ends = [*(row.start for row, _ in opened[1:]), len(page.text)][: len(opened)]
    found = [
        topic_in(row, "topic of a chat", end, start)
        for (row, start), end in zip(opened, ends, strict=True)
        if not is_boilerplate(row.text[start:])
    ]
    return [topic for topic in found if topic is not None]


def commanded_decisions(page: Page) -> Iterator[Decided]:
    """What the chair wrote down as agreed."""
    for row, start, name in commanded(page, "agreed", "accepted", "rejected"):
        at = row.start + start
        yield Decided(row.text[start:], at, row.end, (command_start(row, start), row.end), f"#{name}")


def _entries(page: Page) -> list[Row]:
    """The subjects in the minutes that a robot made: the outermost of the entries that say when they were typed."""
    typed = [row for row in page.rows if row.listed and TYPED.search(row.text)]
    outer = min((row.indent for row in typed), default=0)
    return [row for row in typed if row.indent == outer and not _LABELLED.match(row.text)]
