"""Speaker labels: found in every usual shape, and not where a line only looks like one."""

import time

import pytest

from summarizer import load, summarize
from summarizer.readers.text.labelled import find_labels
from summarizer.readers.text.labels import seconds
from summarizer.readers.text.lines import lines_of
from summarizer.windows import Window, render


def speakers(text: str) -> list[str | None]:
    return [label.speaker for _, label in sorted(find_labels(text, lines_of(text)).items())]


def times(text: str) -> list[float | None]:
    return [label.time for _, label in sorted(find_labels(text, lines_of(text)).items())]


SHAPES = {
    "name and colon": "{0}: We begin.\n{1}: Good.\n{0}: Next point.\n",
    "a paragraph a turn": "{0}: We begin.\n\n{1}: Good.\n\n{0}: Next point.\n",
    "bold name": "**{0}:** We begin.\n\n**{1}**: Good.\n\n**{0}:** Next point.\n",
    "time before": "[00:00:02] {0}: We begin.\n[00:00:09] {1}: Good.\n[00:01:05] {0}: Next point.\n",
    "bare time before": "00:02 {0}: We begin.\n00:09 {1}: Good.\n01:05 {0}: Next point.\n",
    "time after": "{0} (00:00:02): We begin.\n{1} (00:00:09): Good.\n{0} (00:01:05): Next point.\n",
    "name and time above": "{0}  0:02\nWe begin.\n\n{1}  0:09\nGood.\n\n{0}  1:05\nNext point.\n",
    "time and name above": "00:00:02 {0}\nWe begin.\n\n00:00:09 {1}\nGood.\n\n00:01:05 {0}\nNext point.\n",
    "name alone above": "{0}:\nWe begin.\n\n{1}:\nGood.\n\n{0}:\nNext point.\n",
    "W3C chat": "[chat] {0}: We begin.\n\n{1}: Good.\n… I mean it\n\n[chat] {0}: Next point.\n",
    "meeting chat": "00:02 From {0} to Everyone:\n We begin.\n00:09 From {1} to Everyone: Good.\n01:05 From {0} to Ann: Ok.\n",
    "bullets": "* {0}: We begin.\n* {1}: Good.\n* {0}: Next point.\n",
}
NAMES = [
    ("Anna Roux", "Ben Adu"),
    ("ANNA ROUX", "BEN ADU"),
    ("Project Manager", "Marketing"),
    ("Grad A", "Grad C"),
    ("Senator Smith", "Mr. O'Hara"),
    ("Speaker 1", "Speaker 2"),
    ("SPEAKER_00", "SPEAKER_01"),
    ("Siân Ó Briain MP", "Dr. J.-P. de la Cruz"),
    ("Shinya Mori (森真也)", "The Chair (Ms. Vella)"),
    ("annalee", "@ben-adu"),
]


@pytest.mark.parametrize("names", NAMES, ids=str)
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_label_is_found_in_every_usual_shape(shape: str, names: tuple[str, str]) -> None:
    assert speakers(shape.format(*names)) == [names[0], names[1], names[0]]


@pytest.mark.parametrize("shape", [shape for shape in SHAPES.values() if "0:02" in shape or "00:02" in shape])
def test_times_are_seconds_from_the_start(shape: str) -> None:
    assert times(shape.format("Anna", "Ben")) == [2.0, 9.0, 65.0]


@pytest.mark.parametrize(
    "shape",
    [
        "({0}) - We begin.\n\n({1}) - Good.\n\n({0}) - Next.\n\n({1}) - Fine.\n",
        "{0} - We begin.\n\n{1} - Good.\n\n{0} - Next.\n\n{1} - Fine.\n",
        " * [{0}] We begin.\n * [{1}] Good.\n * [{0}] Next.\n * [{1}] Fine.\n",
        "<{0}> We begin.\n<{1}> Good.\n<{0}> Next.\n<{1}> Fine.\n",
    ],
)
def test_weaker_shapes_count_where_several_names_recur(shape: str) -> None:
    assert speakers(shape.format("Anna", "Ben")) == ["Anna", "Ben", "Anna", "Ben"]
    assert speakers(shape.format("Anna", "Ben").split("\n")[0]) == []


def test_a_name_on_a_line_of_its_own_must_recur_often() -> None:
    turn = "Anna\n* We begin.\n\nBen Adu\n* Good.\n\n"
    assert speakers(turn * 3) == ["Anna", "Ben Adu"] * 3
    assert speakers(turn) == []


def test_two_turns_are_enough_where_nothing_else_stands() -> None:
    assert speakers("Anna: Shall we?\nBen: Yes.") == ["Anna", "Ben"]


def test_who_speaks_once_is_heard_among_others() -> None:
    text = "Anna: So.\n\nBen: Yes.\n\nAnna: Then.\n\nBen: No.\n\nDr. Carla Weiss: I agree.\n"
    assert speakers(text)[-1] == "Dr. Carla Weiss"


@pytest.mark.parametrize(
    "line",
    [
        "Note: the doors close at six.",
        "Date: 3 June 2024",
        "Present: Anna Roux, Ben Adu",
        "Action: Ben to write the letter.",
        "ACTION 4.2: Ben to write the letter.",
        "Resolution #1: the budget is approved.",
        "Next steps: none.",
        "Status: open",
        "https://example.org/minutes: see there",
        "at 10:30 a.m. the session opened",
        "The ratio was 3:1 in favour.",
        "He asked: who will pay for the bridge?",
        "Background: the bridge is old, and its background is known.",
        "… one more thing: the key",
    ],
)
def test_what_only_looks_like_a_label_is_none_among_speakers(line: str) -> None:
    talk = "Anna: So.\n\nBen: Yes.\n\nAnna: Then.\n\nBen: No.\n\n"
    assert speakers(talk + line + "\n\n" + talk) == ["Anna", "Ben"] * 4
    assert speakers(f"{line}\n{line}\n{line}\n") == []


@pytest.mark.parametrize("line", ["> Anna: quoted", "## Anna: a heading", "```\nAnna: code\n```"])
def test_quoted_text_headings_and_code_hold_no_labels(line: str) -> None:
    talk = "Anna: So.\n\nBen: Yes.\n\nAnna: Then.\n\n"
    assert speakers(talk + line + "\n") == ["Anna", "Ben", "Anna"]


def test_prose_with_colons_has_no_speakers() -> None:
    text = (
        "The minister named three aims: peace, trade and water.\n\n"
        "Libya: The delegation arrived on Monday.\n\n"
        "He added one condition: that the port be open. It was late.\n\n"
        "The talks ended without a date. Nobody signed. The press was told: nothing.\n"
    )
    assert speakers(text) == []


def test_an_office_named_in_the_header_is_no_turn_but_an_office_that_speaks_is() -> None:
    assert speakers("Chair: Anna\n\nAnna: Yes.\n\nBen: No.\n\nAnna: So.\n") == ["Anna", "Ben", "Anna"]
    assert speakers("Chair: Order.\n\nBen: No.\n\nChair: So.\n\nBen: Well.\n") == ["Chair", "Ben"] * 2


def test_times_of_a_clock_on_the_wall_are_not_seconds_of_a_recording() -> None:
    text = "[14:02] Anna: So.\n[14:03] Ben: Yes.\n[14:09] Anna: Then.\n"
    assert speakers(text) == ["Anna", "Ben", "Anna"]
    assert times(text) == [None, None, None]


def test_times_without_names_are_found_where_they_recur() -> None:
    text = "[00:00.000 --> 00:04.000] So we begin.\n[00:04.000 --> 00:09.500] Yes.\n[00:09.500 --> 00:12.000] Good.\n"
    assert speakers(text) == [None, None, None]
    assert times(text) == [0.0, 4.0, 9.5]


@pytest.mark.parametrize(
    ("stamp", "value"), [("0:01", 1), ("[1:02:03.5]", 3723.5), ("(02:03)", 123), ("00:00:04,250", 4.25)]
)
def test_a_time_is_read_in_seconds(stamp: str, value: float) -> None:
    assert seconds(stamp) == value


def test_wide_gaps_inside_lines_are_read_in_linear_time() -> None:
    text = "\n".join(f"Item {number} budget{' ' * 120}see page {number}" for number in range(100))
    begin = time.perf_counter()
    assert speakers(text) == []
    assert time.perf_counter() - begin < 20


EXPORTS = {
    "Zoom": "[Anna Berg] 10:03:21\nGood morning all.\n\n[Tom Okoro] 10:03:25\nGood morning.\n\n[Anna Berg] 10:03:31\nLet us begin.\n",
    "Fathom": "@0:03 - Anna Berg (Harbour Ltd)\nGood morning all.\n\n@0:06 - Tom Okoro\nGood morning.\n\n@0:09 - Anna Berg (Harbour Ltd)\nLet us begin.\n",
    "Otter": "Anna Berg  0:03  \nGood morning all.\n\nTom Okoro  0:06  \nGood morning.\n\nAnna Berg  0:09  \nLet us begin.\n",
    "WhatsApp": "[12/05/2025, 10:03:21] Anna Berg: Good morning all.\n[12/05/2025, 10:03:25] Tom Okoro: Good morning.\n[12/05/2025, 10:03:31] Anna Berg: Let us begin.\n",
    "Meet": "00:00:00\nAnna Berg: Good morning all.\nTom Okoro: Good morning.\n00:05:00\nAnna Berg: Let us begin.\n",
    "Rev": "Anna Berg (00:03): Good morning all.\n\nTom Okoro (00:06): Good morning.\n\nAnna Berg (00:09): Let us begin.\n",
    "Rev, with a tab": "Anna Berg:\t[00:03] Good morning all.\nTom Okoro:\t[00:06] Good morning.\nAnna Berg:\t[00:09] Let us begin.\n",
    "Sonix": "Anna Berg: [00:00:03] Good morning all.\n\nTom Okoro: [00:00:06] Good morning.\n\nAnna Berg: [00:00:09] Let us begin.\n",
    "Trint": "[00:00:03.00] - Anna Berg\nGood morning all.\n\n[00:00:06.12] - Tom Okoro\nGood morning.\n\n[00:00:09.00] - Anna Berg\nLet us begin.\n",
    "Grain": "00:03 — Anna Berg\nGood morning all.\n\n00:06 — Tom Okoro\nGood morning.\n\n00:09 — Anna Berg\nLet us begin.\n",
    "Gong": "0:03 | Anna Berg\nGood morning all.\n\n0:06 | Tom Okoro\nGood morning.\n\n0:09 | Anna Berg\nLet us begin.\n",
    "tl;dv": "00:03 Anna Berg: Good morning all.\n\n00:06 Tom Okoro: Good morning.\n\n00:09 Anna Berg: Let us begin.\n",
    "Fireflies": "00:03\nAnna Berg\nGood morning all.\n\n00:06\nTom Okoro\nGood morning.\n\n00:09\nAnna Berg\nLet us begin.\n",
    "Descript": "[00:00:03] **Anna Berg:** Good morning all.\n\n[00:00:06] **Tom Okoro:** Good morning.\n\n[00:00:09] **Anna Berg:** Let us begin.\n",
    "Whisper with voices": "[00:00:03.000 --> 00:00:06.000]  Anna Berg: Good morning all.\n[00:00:06.000 --> 00:00:09.000]  Tom Okoro: Good morning.\n[00:00:09.000 --> 00:00:11.000]  Anna Berg: Let us begin.\n",
    "ranges": "Anna Berg [00:03 - 00:06]\nGood morning all.\n\nTom Okoro [00:06 - 00:09]\nGood morning.\n\nAnna Berg [00:09 - 00:11]\nLet us begin.\n",
    "Teams": "Anna Berg   0:03\nGood morning all.\n\nTom Okoro   0:06\nGood morning.\n\nAnna Berg   0:09\nLet us begin.\n",
    "Zoom chat": "10:03:21 From Anna Berg to Everyone: Good morning all.\n10:03:25 From Tom Okoro to Everyone: Good morning.\n10:03:31 From Anna Berg to Everyone: Let us begin.\n",
}


@pytest.mark.parametrize("tool", EXPORTS)
def test_what_tools_export_as_text_is_read_with_its_speakers(tool: str) -> None:
    document = load(EXPORTS[tool].encode())
    said = [(one.speaker, document.text[one.start : one.end]) for one in document.segments]
    assert said == [
        ("Anna Berg", "Good morning all."),
        ("Tom Okoro", "Good morning."),
        ("Anna Berg", "Let us begin."),
    ]
    assert document.kind == "transcript"
    if tool not in ("Zoom", "WhatsApp", "Meet", "Zoom chat"):  # these write the hour of the day, or few times
        assert [one.time and int(one.time) for one in document.segments] == [3, 6, 9]


def test_the_company_behind_a_name_is_not_part_of_it() -> None:
    document = load(
        b"0:03 - Jane Roe (Acme)\nGood morning.\n\n0:06 - Tom Okoro\nI agree.\n\n"
        b"0:09 - Jo Bell (she/her)\nHello.\n\n0:12 - Jane Roe (Acme)\nI will send the plan.\n"
    )
    assert [(one.speaker, one.organization) for one in document.segments] == [
        ("Jane Roe", "Acme"),
        ("Tom Okoro", None),
        ("Jo Bell (she/her)", None),
        ("Jane Roe", "Acme"),
    ]
    people = summarize(document).participants
    assert [(person.name, person.organization) for person in people] == [
        ("Jane Roe", "Acme"),
        ("Tom Okoro", None),
        ("Jo Bell", None),
    ]
    assert "Jane Roe (Acme): Good morning." in render(document, Window(1, 1))


@pytest.mark.parametrize("form", ["{stamp}  {words}", "{stamp}\n{words}\n"])
def test_spans_that_speech_recognition_prints_are_times_and_no_words(form: str) -> None:
    spoken = [
        ("[00:00.000 --> 00:04.000]", 0.0, "so we begin"),
        ("[00:04.000 --> 00:09.500]", 4.0, "5,000 euros."),
        ("[59:59.000 --> 01:00:01.000]", 3599.0, "♪ music"),
    ]
    for count in (1, 2, 3):
        text = "\n".join(form.format(stamp=stamp, words=words) for stamp, _, words in spoken[:count])
        document = load(text.encode() + b"\n")
        assert [(one.time, document.text[one.start : one.end]) for one in document.segments] == [
            (time, words) for _, time, words in spoken[:count]
        ]
        assert document.kind == "transcript"


def test_a_number_may_follow_a_time_where_the_times_are_those_of_a_recording() -> None:
    text = "0:00 so we look at the crane\n0:04 and what it costs\n0:07 5,000 euros a month\n0:11 and we pay it\n"
    assert [one.time for one in load(text.encode()).segments] == [0.0, 4.0, 7.0, 11.0]
    assert load(b"0:30 40 people\n0:45 50 people\n").segments[0].time is None


def test_hours_and_names_of_an_agenda_are_no_turns() -> None:
    document = load(b"Agenda\n\n09:00\nAnna Berg\nOpening\n\n10:00\nTom Okoro\nCrane\n")
    assert {(one.speaker, one.time) for one in document.segments} == {(None, None)}


@pytest.mark.parametrize(
    "line",
    ["Anna Berg stopped transcription", "Transcribed by https://otter.example", "Meeting ended after 00:25:13 👋"],
)
def test_what_the_tool_writes_nobody_says(line: str) -> None:
    text = f"Anna Berg   0:03\nGood morning.\n\nTom Okoro   0:08\nGood.\n\n{line}\n"
    assert load(text.encode()).segments[-1].speaker is None


MEET = """\
Harbour weekly (2025-05-06 10:00 GMT+2) - Transcript
Attendees
Anna Berg, Tom Okoro, Lucia Ferri

Transcript

Anna Berg: Good morning.
Tom Okoro: Good morning.
Anna Berg: I will send the plan.

Meeting ended after 00:25:13
This editable transcript was computer generated and might contain errors.
"""


def test_a_list_of_attendees_above_a_transcript_does_not_make_it_minutes() -> None:
    document = load(MEET.encode())
    assert (document.kind, str(document.date)) == ("transcript", "2025-05-06")
    assert document.title == "Harbour weekly (2025-05-06 10:00 GMT+2) - Transcript"
    assert {person.name for person in summarize(document).participants} == {"Anna Berg", "Tom Okoro", "Lucia Ferri"}


@pytest.mark.parametrize(
    "label",
    [
        "[10:02 AM] {}:",
        "1:02 p.m. {}:",
        "12/05/2024, 10:02 - {}:",
        "2024-05-06 10:02 {}:",
        "{} 1:02 PM\n",
        "{}  [1:02 p.m.]\n",
    ],
)
def test_hours_with_their_half_of_the_day_stand_beside_names(label: str) -> None:
    names = ("Anna Berg", "Ben Adu", "Anna Berg")
    document = load("\n\n".join(f"{label.format(name)} We met at the harbour." for name in names))
    assert [(each.speaker, each.time) for each in document.segments] == [(name, None) for name in names]
    assert {document.line_text(line) for line in (1, 2, 3)} == {"We met at the harbour."}


@pytest.mark.parametrize("shape", ["<{}> {}", "[{}] {}", "[{}]: {}", "{} – {}"])
def test_who_speaks_once_is_not_the_speaker_before(shape: str) -> None:
    names = ["Anna Berg", "Ben Adu", "Anna Berg", "Carl Zed", "Ben Adu", "Anna Berg"]
    document = load("\n".join(shape.format(name, "we met at the harbour.") for name in names))
    assert [each.speaker for each in document.segments] == names


def test_an_item_with_a_dash_is_no_turn() -> None:
    turns = "".join(f"{name} – we met.\n" for name in ["Anna Berg", "Ben Adu"] * 2)
    assert load(f"{turns}\n- Tell Carl Zed – it is late.\n").segments[-1].speaker is None


def test_captions_mark_voices_and_name_some() -> None:
    text = ">> MAYOR SMITH: We will\nvote now.\n>> CLERK: Member Jones?\n>> Here.\n>> MAYOR SMITH: Thanks.\n>> CLERK: Yes.\n"
    document = load(text)
    said = [(each.speaker, document.text[each.start : each.end]) for each in document.segments]
    assert said == [
        ("MAYOR SMITH", "We will\nvote now."),
        ("CLERK", "Member Jones?"),
        (None, "Here."),
        ("MAYOR SMITH", "Thanks."),
        ("CLERK", "Yes."),
    ]


def test_quoted_lines_have_no_labels() -> None:
    quoted = "".join(f"> {name}: we met.\n" for name in ["Anna", "Ben"] * 3)
    assert {each.speaker for each in load(f"See below.\n\n{quoted}\nGood.").segments} == {None}


def test_a_name_on_the_line_above_a_time_speaks_below_it() -> None:
    document = load("Anna Roux\n0:02\nWe begin.\n\nBen Adu\n0:09\nGood.\nWe sail.\n\nAnna Roux\n1:05\nNext point.\n")
    assert [(each.speaker, each.time) for each in document.segments] == [
        ("Anna Roux", 2),
        ("Ben Adu", 9),
        ("Ben Adu", 9),
        ("Anna Roux", 65),
    ]
    unnamed = load("We began late today\n0:02\nWe begin.\n\nand then\n0:09\nGood.\n")
    assert {each.speaker for each in unnamed.segments} == {None}


def test_those_whom_a_transcript_only_counts_speak_where_they_recur() -> None:
    text = "Moderator: Was it slow?\nParticipant 1: Very.\nParticipant 2: A bit.\nModerator: Why?\nParticipant 1: I do not know.\n"
    assert speakers(text) == ["Moderator", "Participant 1", "Participant 2", "Moderator", "Participant 1"]
    assert speakers(text + "Attendees: Ann\nAttendees: Bo\n").count("Attendees") == 0
    assert speakers("Workshop\n\nParticipant 1: Ann Lee\nParticipant 2: Bo Ray\n") == []


def test_who_types_once_in_small_letters_is_told_by_the_full_name_in_the_list():
    text = "Here: Ann Lee, Bo Ray, Carl Ek\n\nann: Good morning.\nbo: I see it.\ncarl: I will open it.\nann: Thanks.\nbo: Fine.\nhint: no name.\n"
    spoken = {one.speaker for one in load(text.encode()).segments}
    assert "carl" in spoken
    assert "hint" not in spoken


LONG_TURNS = """\
**Mr Poole**: My Lady, may I deal with four issues?

The first is late papers. As I said, we have them all.

The second issue I wanted to mention is the list.

**Lady Holm**: Sorry to interrupt you.

**Mr Poole**: My Lady, yes.

**Lady Holm**: You do?

Thank you all, and I will rise now.

*(11.35 am)*
"""


def test_long_turns_go_on_over_paragraphs_that_speak_in_person() -> None:
    assert [(one.speaker, LONG_TURNS[one.start : one.end][:9]) for one in load(LONG_TURNS.encode()).segments] == [
        ("Mr Poole", "My Lady, "),
        ("Mr Poole", "The first"),
        ("Mr Poole", "As I said"),
        ("Mr Poole", "The secon"),
        ("Lady Holm", "Sorry to "),
        ("Mr Poole", "My Lady, "),
        ("Lady Holm", "You do?"),
        ("Lady Holm", "Thank you"),
        (None, "*(11.35 a"),
    ]


def test_paragraphs_of_a_report_between_words_that_are_quoted_are_nobodys() -> None:
    text = LONG_TURNS.replace("As I said, we", "The board").replace("I wanted to mention", "of the day")
    text = text.replace("Thank you all, and I will rise now.", "The meeting rose at noon.")
    assert [one.speaker for one in load(text.encode()).segments].count("Mr Poole") == 2


def test_the_next_entry_beside_one_that_somebody_speaks_is_not_theirs() -> None:
    text = """# Board

* New programme
   * Ann - does the issue ask for consent?
   * Ben - we meet this often.
   * Ann - then say so.
      * And say by when.
   * Ben - we have a way for it.
   * It was agreed that Ann will send a mail.
"""
    by = {text[one.start : one.end]: one.speaker for one in load(text.encode()).segments}
    assert by["And say by when."] == "Ann"
    assert by["It was agreed that Ann will send a mail."] is None


def test_whose_body_stands_behind_a_name_in_brackets_is_no_speaker() -> None:
    text = "* [rob] (Mill): Yes.\n* [sim] (Quay): I agree.\n* [rob] Well.\n* [sim] (Quay): No.\n* [rob] So.\n"
    spoken = load(text.encode()).segments
    assert [one.speaker for one in spoken] == ["rob", "sim", "rob", "sim", "rob"]


def test_bold_heads_of_matters_in_a_list_speak_as_little_as_its_other_heads() -> None:
    text = (
        "## Decisions\n- **Pricing Model:** Keep it at 40 euros.\n- **Launch date:** We agreed on June.\n- **Owner of the rollout:** Ann takes it.\n"
        "\n## Next steps\n- **Ann Lee:** send the draft\n- **Bo Ray:** book the hall\n- **Ann Lee:** call the printer\n"
    )
    assert [one.speaker for one in load(text.encode()).segments if one.speaker] == ["Ann Lee", "Bo Ray", "Ann Lee"]


def test_a_long_head_whose_words_the_text_uses_of_things_is_no_name() -> None:
    text = "- **Abstraction Motor Layer:** the motor layer stays\n- **Ann Lee:** yes\n- **Bo Ray:** no\n- **Ann Lee:** then so\n"
    assert [one.speaker for one in load(text.encode()).segments] == [None, "Ann Lee", "Bo Ray", "Ann Lee"]
