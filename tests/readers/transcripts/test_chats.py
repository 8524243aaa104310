"""Chats as they are exported or copied: each message is its sender's, and a notice of the program is nobody's."""

import pytest

from summarizer import load


def said(text: str) -> list[tuple[str | None, str]]:
    document = load(text.encode())
    return [(each.speaker, document.line_text(n)) for n, each in enumerate(document.segments, 1)]


@pytest.mark.parametrize(
    "sent", ["03/06/2025, 09:4{} - ", "[03/06/2025, 09:42:1{}] ", "\u200e[03.06.25, 09:42:1{}] ", "6/3/25, 9:4{} AM - "]
)
def test_whoever_is_no_contact_sends_messages_too_and_a_notice_is_not_the_last_senders(sent: str) -> None:
    lines = [
        "Anna Borg: We sail.",
        "and soon",
        "~ Carla: I stay.",
        "+49 170 1234567: Who pays?",
        "Anna Borg added Dan",
        "Anna Borg: I do.",
    ]
    text = "".join(line + "\n" if line == "and soon" else sent.format(n) + line + "\n" for n, line in enumerate(lines))
    assert said(text) == [
        ("Anna Borg", "We sail."),
        ("Anna Borg", "and soon"),
        ("Carla", "I stay."),
        ("+49 170 1234567", "Who pays?"),
        (None, "Anna Borg added Dan"),
        ("Anna Borg", "I do."),
    ]


def test_lines_of_a_log_with_their_day_are_no_chat() -> None:
    log = "[2025-06-03 09:42:11] connection: lost, retry\n" * 2 + "[2025-06-03 09:42:12] Anna Borg joined\n"
    assert {speaker for speaker, _ in said(log)} == {None}


def test_a_message_to_everyone_need_not_say_so() -> None:
    text = "09:41:12\t From  Anna Borg  to  Everyone:\n\tWe sail.\n09:43:12\t From  Ben Cole : I stay.\n09:50:00 From Anna Borg to Everyone : Fine.\n"
    assert said(text) == [("Anna Borg", "We sail."), ("Ben Cole", "I stay."), ("Anna Borg", "Fine.")]


@pytest.mark.parametrize(
    "hours", [("Yesterday 9:41 AM", "9:50 AM"), ("6/3 9:41 AM", "6/3 9:50 AM"), ("03/06 09:41", "03/06 09:50")]
)
def test_the_day_may_stand_before_the_hour_of_a_copied_message(hours: tuple[str, str]) -> None:
    first, second = hours
    text = f"[{first}] Anna Borg\nWe sail.\n\n[{second}] Ben Cole\nI stay.\n"
    assert said(text) == [("Anna Borg", "We sail."), ("Ben Cole", "I stay.")]
    assert {each.time for each in load(text.encode()).segments} == {None}


def test_the_hour_may_stand_below_the_name_and_alone_above_what_the_same_one_writes_next() -> None:
    text = "Anna Borg\n  9:41 AM\nWe sail.\n9:42\nAnd soon.\n\nBen Cole\n:palm_tree:  9:50 AM\nI stay.\n"
    assert said(text) == [("Anna Borg", "We sail."), ("Anna Borg", "And soon."), ("Ben Cole", "I stay.")]


def test_hours_of_a_programme_below_the_names_of_rooms_are_no_chat() -> None:
    text = "Main Hall\n9:30\nWelcome by the chair\n\nBlue Room\n10:30\nThe budget\n"
    assert {speaker for speaker, _ in said(text)} == {None}


def test_the_weekday_behind_a_name_is_no_part_of_it() -> None:
    text = "Anna Borg, Tue 9:41 AM\nWe sail.\n\nBen Cole, Yesterday 9:43 AM\nI stay.\n"
    assert said(text) == [("Anna Borg", "We sail."), ("Ben Cole", "I stay.")]


def test_who_calls_themselves_by_a_handle_in_a_copied_chat_writes_their_own_messages() -> None:
    text = (
        "ann.kovacs\n  9:02 AM\nmorning, are we good for Thursday?\n\nBo Ray\n  9:04 AM\nnot really\n9:04\n"
        "I will ask the mill\n\nann.kovacs\n  9:08 AM\nok, thanks\n"
    )
    document = load(text.encode())
    said = [(one.speaker, document.text[one.start : one.end]) for one in document.segments]
    assert said == [
        ("ann.kovacs", "morning, are we good for Thursday?"),
        ("Bo Ray", "not really"),
        ("Bo Ray", "I will ask the mill"),
        ("ann.kovacs", "ok, thanks"),
    ]
