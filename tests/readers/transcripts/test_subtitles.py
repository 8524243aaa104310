"""WebVTT and SRT, as tools write them and as people break them."""

import time

import pytest

from summarizer.loading import load


def turns(text: str) -> list[tuple[str | None, str, float | None]]:
    document = load(text.encode())
    lines = range(1, len(document.segments) + 1)
    return [(document.segment(line).speaker, document.line_text(line), document.segment(line).time) for line in lines]


def test_cues_settings_names_notes_and_styles_are_not_words() -> None:
    text = """WEBVTT - Budget call

STYLE
::cue { color: white }

NOTE
This was made by hand.

intro-1
00:00:01.000 --> 00:00:04.000 align:start position:10%
<v Anna Roux>Good <i>morning</i>.</v>

2
00:00:04.500 --> 00:00:06.000
<v.loud Ben Adu>Fish &amp; chips &lt;3?
"""
    assert turns(text) == [("Anna Roux", "Good morning.", 1.0), ("Ben Adu", "Fish & chips <3?", 4.5)]
    assert load(text.encode()).title == "Budget call"


def test_cues_of_one_speaker_are_one_turn_and_each_sentence_has_the_time_of_its_cue() -> None:
    text = """WEBVTT

00:01.000 --> 00:03.000
<v Anna>We begin with

00:03.000 --> 00:05.000
<v Anna>the budget. It is

00:05.000 --> 00:07.000
<v Anna>late.
"""
    assert turns(text) == [("Anna", "We begin with the budget.", 1.0), ("Anna", "It is late.", 3.0)]
    assert load(text.encode()).text == "Anna: We begin with the budget. It is late."


def test_names_before_a_colon_are_speakers_too() -> None:
    text = """1
00:00:01,000 --> 00:00:02,000
Anna Roux: Good morning.

2
00:00:02,000 --> 00:00:03,000
Shall we begin?

3
00:00:03,500 --> 00:00:05,000
Ben Adu: Yes.
Anna Roux: Note: the door is open.
"""
    assert turns(text) == [
        ("Anna Roux", "Good morning.", 1.0),
        ("Anna Roux", "Shall we begin?", 2.0),
        ("Ben Adu", "Yes.", 3.5),
        ("Anna Roux", "Note: the door is open.", 3.5),
    ]


def test_a_new_unknown_voice_is_not_given_the_name_of_the_last() -> None:
    text = """1
00:00:01,000 --> 00:00:02,000
>> ANNA: Good morning.

2
00:00:02,000 --> 00:00:03,000
>> BEN: Good morning.

3
00:00:03,000 --> 00:00:04,000
>> Who is there?

4
00:00:04,000 --> 00:00:05,000
>> ANNA: Nobody.
"""
    assert [speaker for speaker, _, _ in turns(text)] == ["ANNA", "BEN", None, "ANNA"]


def test_two_dashes_in_a_cue_are_two_voices() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\n- Is it ready?\n- It is.\n"
    document = load(text.encode())
    assert document.text == "Is it ready?\n\nIt is."


def test_a_silence_parts_cues_that_name_nobody() -> None:
    cue = "00:{0:02}.000 --> 00:{1:02}.000\n{2}\n\n"
    text = "WEBVTT\n\n" + cue.format(1, 3, "we begin") + cue.format(3, 5, "with this") + cue.format(20, 22, "the end")
    assert load(text.encode()).text == "we begin with this\n\nthe end"


def test_two_voices_in_one_cue_are_two_turns() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Anna>Yes?</v> <v Ben>No.</v>\n"
    assert turns(text) == [("Anna", "Yes?", 1.0), ("Ben", "No.", 1.0)]


def test_captions_that_roll_are_said_once() -> None:
    text = (
        "WEBVTT\n\n00:00.000 --> 00:02.000\nwe <00:00:01.000><c>begin</c>\n\n"
        "00:02.000 --> 00:04.000\nwe begin\nwith <00:00:03.000><c>this</c>\n\n"
        "00:04.000 --> 00:06.000\nwith this\n"
    )
    assert load(text.encode()).text == "we begin with this"


def test_words_after_a_blank_line_in_a_cue_are_not_lost() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nOne thing.\n\nAnd another.\n\n2\n00:00:02,500 --> 00:00:03,000\nDone.\n"
    assert [words for _, words, _ in turns(text)] == ["One thing.", "And another.", "Done."]


def test_cues_without_blank_lines_between_them_are_read() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nYes.\n2\n00:00:02,000 --> 00:00:03,000\nNo.\n"
    assert [words for _, words, _ in turns(text)] == ["Yes.", "No."]


@pytest.mark.parametrize("start", ["1:02:03.250", "01:02:03,250"])
def test_hours_count(start: str) -> None:
    assert turns(f"WEBVTT\n\n{start} --> 1:02:04.000\nYes.\n")[0][2] == 3723.25


def test_settings_in_braces_and_font_tags_are_no_words() -> None:
    text = '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<font color="#fff">Yes,</font> 2 < 3.\n'
    assert turns(text) == [(None, "Yes, 2 < 3.", 1.0)]


def test_a_date_in_the_title_is_that_of_the_recording() -> None:
    document = load(b"WEBVTT - Call of 2024-03-05\n\n00:01.000 --> 00:02.000\nYes.\n")
    assert document.date is not None
    assert (document.date.isoformat(), document.kind) == ("2024-03-05", "transcript")


def words(*payloads: str, head: str = "WEBVTT\n\n") -> str:
    """The words of cues of a second each, the next beginning where the one before ends."""
    cues = (f"00:0{at}.000 --> 00:0{at + 1}.000\n{payload}" for at, payload in enumerate(payloads, 1))
    return load((head + "\n\n".join(cues) + "\n").encode()).text


def test_a_number_after_a_blank_line_is_said_unless_a_cue_bears_it() -> None:
    assert words("How many?\n\n42", "Good.") == "How many? 42 Good."
    numbered = "1\n00:01,000 --> 00:02,000\nHow many?\n\n{}\n\n2\n00:02,000 --> 00:03,000\nGood.\n"
    assert load(numbered.format("42").encode()).text == "How many? 42 Good."
    assert load(numbered.format("2").encode()).text == "How many? 2 Good."


def test_the_number_of_a_cue_between_blank_lines_is_not_said() -> None:
    text = "WEBVTT\n\n1\n\n00:01.000 --> 00:02.000\n\nYes.\n\n2\n\n00:02.000 --> 00:03.000\n\nNo.\n"
    assert load(text.encode()).text == "Yes. No."


def test_a_number_at_the_end_of_a_cue_is_said_where_no_blank_line_follows() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nThe total is\n500\n00:00:02,000 --> 00:00:03,000\nGood.\n"
    assert load(text.encode()).text == "The total is 500 Good."
    text = "1\n00:00:01,000 --> 00:00:02,000\nIt is\n2\n2\n00:00:02,000 --> 00:00:03,000\nGood.\n"
    assert load(text.encode()).text == "It is 2 Good."


@pytest.mark.parametrize("said", ["NOTE: we agreed to pay", "NOTES are taken", "STYLE", "REGION: the north"])
def test_words_that_only_look_like_a_comment_are_said(said: str) -> None:
    assert words(f"So we met.\n\n{said}", "Bye.") == f"So we met. {said} Bye."


def test_a_comment_begins_a_block_of_its_own() -> None:
    assert words("So we met.\n\nNOTE made by hand\nand not said", "Bye.") == "So we met. Bye."
    assert words("So we met.\nNOTE that well.", "Bye.") == "So we met. NOTE that well. Bye."
    assert words("Yes.", head="WEBVTT\nKind: captions\nLanguage: en\n\nREGION\nid:a\nlines:3\n\n") == "Yes."


def test_subrip_has_no_comments() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nSo we met.\n\nNOTE that we agreed.\n"
    assert load(text.encode()).text == "So we met. NOTE that we agreed."


def test_only_a_repeat_at_once_is_a_caption_that_rolls() -> None:
    rolls = "WEBVTT\n\n00:01.000 --> 00:02.000\n<c>No.</c>\n\n00:0{}.000 --> 00:09.900\nNo.\n"
    assert load(rolls.format(2).encode()).text == "No."
    assert load(rolls.format(9).encode()).text == "No.\n\nNo."
    assert words("<c>So.</c>\nNo.\nNo.", "No.\nWell.") == "So. No. No. Well."
    assert words("<c>So.</c>", "<v Ann>No.", "<v Ben>No.") == "So.\n\nAnn: No.\n\nBen: No."


def test_words_before_the_first_cue_are_a_turn_without_a_time() -> None:
    text = "WEBVTT\n\nAnn agreed to pay the bill.\n\n00:03.000 --> 00:04.000\nBye all.\n"
    assert turns(text) == [(None, "Ann agreed to pay the bill.", None), (None, "Bye all.", 3.0)]


def test_only_the_tags_of_the_formats_are_tags() -> None:
    assert words("if a <b and c> d, <Ann> says <c.yellow>so</c> <00:00:01.500><lang en>be <I>it</I></lang>") == (
        "if a <b and c> d, <Ann> says so be it"
    )


def test_a_voice_with_many_dots_costs_no_time() -> None:
    begin = time.perf_counter()
    assert words("<v" + "." * 450 + " so")
    assert time.perf_counter() - begin < 20


def test_the_name_of_a_cue_in_webex_says_who_speaks() -> None:
    text = (
        'WEBVTT\n\n1 "Anna Berg" (3055912448)\n00:00.000 --> 00:02.000\nGood morning.\n\n'
        '2 "Tom Okoro" (3055912449)\n00:02.000 --> 00:04.000\nYes.\n\n3\n00:04.000 --> 00:06.000\nWell.\n'
    )
    assert turns(text) == [("Anna Berg", "Good morning.", 0.0), ("Tom Okoro", "Yes.", 2.0), (None, "Well.", 4.0)]


@pytest.mark.parametrize(
    "times",
    ["0:0:7.5 --> 0:0:8.25", "00:00:07 --> 00:00:08", "0:00:07,5 --> 0:00:08,0", "00:07.500000 --> 00:08.000000"],
)
def test_times_that_are_written_lightly_are_no_words(times: str) -> None:
    first = "1\n" + times.replace("7", "3").replace("8", "4")
    assert turns(f"{first}\nOne.\n\n2\n{times}\nTwo.\n")[-1] == (None, "Two.", 7.5 if "5" in times else 7.0)
    assert turns(f"WEBVTT\n\n{times}\nOne.\n") == [(None, "One.", 7.5 if "5" in times else 7.0)]


def test_words_on_the_line_of_a_time_are_said() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000 align:start Agreed: go.\n\n00:03.000 --> 00:04.000 line:0\nNext.\n"
    assert turns(text) == [(None, "Agreed: go.", 1.0), (None, "Next.", 3.0)]
    printed = "00:01.000 --> 00:02.000  We meet.\n00:02.500 --> 00:04.000  We agreed.\n"
    assert turns(printed) == [(None, "We meet.", 1.0), (None, "We agreed.", 2.5)]


def test_hours_of_an_agenda_are_no_subtitles() -> None:
    assert load("10:00 --> 10:30\nOpening\n\n10:30 --> 11:00\nBudget\n").kind != "transcript"


def test_a_name_at_the_head_of_every_cue_says_who_speaks() -> None:
    text = "0:0:3.4 --> 0:0:7.1\nAnna Berg\nGood morning.\n0:0:8.4 --> 0:0:9.1\nBen Adu\nHello.\nWe meet.\n0:0:9.5 --> 0:0:9.9\nAnna Berg\nBye."
    assert turns(text) == [
        ("Anna Berg", "Good morning.", 3.4),
        ("Ben Adu", "Hello.", 8.4),
        ("Ben Adu", "We meet.", 8.4),
        ("Anna Berg", "Bye.", 9.5),
    ]
    titled = load(f"Weekly call\n\n{text}")
    assert [each.speaker for each in titled.segments][1:] == ["Anna Berg", "Ben Adu", "Ben Adu", "Anna Berg"]
    lines = text.replace("Ben Adu", "and so we left")
    assert {speaker for speaker, _, _ in turns(lines)} == {None}


def test_captions_as_youtube_writes_them_are_cues() -> None:
    text = "0:00:01.000,0:00:03.500\nANA: We mend it,\nat 1,500 euros.\n\n0:01:04.000,0:01:05.000\nTOM: Good.\n\n"
    assert turns(text + "0:01:06.000,0:01:07.000\nANA: Fine.\n") == [
        ("ANA", "We mend it, at 1,500 euros.", 1.0),
        ("TOM", "Good.", 64.0),
        ("ANA", "Fine.", 66.0),
    ]
