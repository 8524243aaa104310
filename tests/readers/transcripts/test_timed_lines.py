"""LRC and Advanced SubStation captions become turns, as other captions do."""

import pytest

from summarizer import DocumentError, load
from summarizer.documents import Document

SCRIPT = """\
[Script Info]
Title: {title}
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize
Style: Default,Arial,20

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,of the translator
{events}
"""


def turns(document: Document) -> list[tuple[str | None, float | None, str]]:
    return [(each.speaker, each.time, document.line_text(n)) for n, each in enumerate(document.segments, 1)]


def script(*events: str, title: str = "Weekly") -> Document:
    return load(SCRIPT.format(title=title, events="\n".join(events)).encode())


def test_the_lines_of_an_lrc_file_are_cues_and_its_tags_are_not() -> None:
    document = load(
        b"[ti:Weekly]\n[length:02:00]\n\n[00:05.20]Anna: We open.\n[00:12.00]Ben: I <00:12.40>will book it.\n[00:20.50]Anna: Good.\n[00:25.10]Ben: We close.\n"
    )
    assert document.title == "Weekly"
    assert turns(document) == [
        ("Anna", 5.2, "We open."),
        ("Ben", 12.0, "I will book it."),
        ("Anna", 20.5, "Good."),
        ("Ben", 25.1, "We close."),
    ]


def test_a_line_of_an_lrc_file_may_be_said_twice_and_a_file_be_shifted() -> None:
    document = load(b"[offset:+500]\n[00:01.00][00:30.00]We sail.\n[00:05.00]\n[00:12.00]I stay.\n")
    assert turns(document) == [(None, 0.5, "We sail."), (None, 11.5, "I stay."), (None, 29.5, "We sail.")]
    assert [each.block for each in document.segments] == [0, 1, 1]  # an empty line is silence


def test_the_dialogue_of_a_script_is_what_is_said_and_nothing_else_in_it() -> None:
    document = script(
        r"Dialogue: 0,0:00:12.00,0:00:18.00,Default,Ben Cole,0,0,0,,I will book it, then.",
        r"Dialogue: 0,0:00:05.20,0:00:08.00,Default,Anna Borg,0,0,0,,{\i1}We open,{\i0} now.\NGood morning.",
        r"Dialogue: 1,0:00:05.20,0:00:08.00,Default,Anna Borg,0,0,0,,{\blur2}We open, now.\NGood morning.",
        r"Dialogue: 0,0:00:06.00,0:00:08.00,Default,,0,0,0,,{\p1}m 0 0 l 100 0 100 100{\p0}",
    )
    assert document.title == "Weekly"
    assert turns(document) == [
        ("Anna Borg", 5.2, "We open, now."),
        ("Anna Borg", 5.2, "Good morning."),
        ("Ben Cole", 12.0, "I will book it, then."),
    ]


def test_a_title_that_a_program_put_there_is_none() -> None:
    assert script("Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,We sail.", title="<untitled>").title is None


def test_a_script_in_which_nothing_is_said_is_told() -> None:
    with pytest.raises(DocumentError, match="holds no words"):
        script()


def test_a_log_with_other_lines_between_its_times_stays_text() -> None:
    text = "[00:05.20] Anna Borg: We open.\nand more of it\n[00:12.00] Ben Cole: We close.\n"
    assert load(text.encode()).text == text


def test_hours_minutes_and_seconds_are_no_minutes_seconds_and_hundredths() -> None:
    document = load(b"[00:00:03] Anna Borg: We open.\n[00:01:09] Ben Cole: We close.\n")
    assert [time for _, time, _ in turns(document)] == [3.0, 69.0]
