"""Chats in which commands are typed for the robot that keeps the record, and the minutes that it makes."""

import pytest

from summarizer.documents import Document
from summarizer.engines.rules.engine import drafted
from summarizer.loading import load
from summarizer.pipeline import summarize

LOG = """\
14:00:12 <wren> #startmeeting harbour
14:00:13 <MeetBot> Meeting started Thu Mar 6 14:00:12 2025 UTC.
14:00:45 <wren> #topic Roll call
14:00:50 <@petra> hi
14:01:20 <wren> #topic Berth fees
14:02:00 <petra> I think ten euros is too much
14:03:10 <wren> #agreed the fee stays at eight euros
14:03:40 <wren> #action petra to write to the crews
14:05:00 <wren> #topic Pier paint
14:05:30 <odo> green, please
14:06:00 <wren> #action odo buy the paint by Friday
14:06:20 <petra> we never #agreed on the colour
14:08:00 <wren> #endmeeting
"""
MINUTES = """\
================
#harbour: weekly
================

Meeting summary
---------------
* Roll call  (wren, 14:00:45)

* Berth fees  (wren, 14:01:20)
  * AGREED: the fee stays at eight euros  (wren, 14:03:10)
  * ACTION: petra to write to the crews  (wren, 14:03:40)

* Pier paint  (wren, 14:05:00)
  * ten litres are left  (wren, 14:05:10)

Action items
------------
* petra to write to the crews

People present (lines said)
---------------------------
* wren (11)
* petra (4)
* MeetBot (2)
"""


@pytest.mark.parametrize(
    "text", [LOG, LOG.replace("14:", "[14:").replace(" <", "] <"), LOG.replace("14:", "2025-03-06 14:")]
)
def test_a_logged_chat_gives_who_spoke_and_what_its_commands_say(text: str) -> None:
    made = drafted(load(text))
    assert [person.name for person in made.participants] == ["wren", "petra", "odo"]
    assert [item.topic for item in made.agenda_items] == ["Berth fees", "Pier paint"]
    assert [[one.text for one in item.decisions] for item in made.agenda_items] == [
        ["the fee stays at eight euros"],
        [],
    ]
    assert [(one.owner, one.action) for one in made.follow_ups] == [
        ("petra", "write to the crews"),
        ("odo", "buy the paint by Friday"),
    ]


def test_what_a_command_says_is_decided_and_to_be_done() -> None:
    brief = summarize(load(LOG))
    assert brief.rejected == []
    assert [one.strength for one in brief.follow_ups] == ["intends", "intends"]


def test_the_minutes_of_a_robot_are_read_without_who_typed_them() -> None:
    made = drafted(load(MINUTES))
    assert [person.name for person in made.participants] == ["wren", "petra"]
    assert [item.topic for item in made.agenda_items] == ["Berth fees", "Pier paint"]
    assert [one.text for item in made.agenda_items for one in item.decisions] == ["the fee stays at eight euros"]
    assert [(one.owner, one.action) for one in made.follow_ups] == [("petra", "write to the crews")]


def speakers_of(text: str) -> set[str | None]:
    document: Document = load(text)
    return {segment.speaker for segment in document.segments}


def test_hours_before_brackets_that_hold_no_names_are_no_labels() -> None:
    agenda = "# Board\n\n14:00 <tea> in the hall\n15:00 <Ann> on fees\n16:00 <Bo> on paint\n"
    assert speakers_of(agenda) == {None}
