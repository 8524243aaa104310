"""Cues of a recording become turns: what goes on a turn, where it is cut, and where in it each cue begins."""

from collections.abc import Sequence

import pytest
from hypothesis import given, strategies as st

from summarizer.documents import Turn
from summarizer.readers.transcripts.cues import Cue, join_cues


def test_consecutive_cues_of_one_speaker_are_one_turn_and_each_keeps_its_place() -> None:
    cues = [Cue(0.0, 1.0, "We mend", "Ana"), Cue(1.0, 2.0, "the roof.", "Ana"), Cue(9.0, 9.5, "Good.", "Tom")]
    turns, marks = join_cues(cues)
    assert turns == [Turn("Ana", "We mend the roof.", 0.0), Turn("Tom", "Good.", 9.0)]
    assert marks == [[(0, 0.0), (8, 1.0)], [(0, 9.0)]]


def test_a_named_speaker_goes_on_however_long_the_silence() -> None:
    turns, _ = join_cues([Cue(0.0, 1.0, "Well.", "Ana"), Cue(60.0, 61.0, "Yes.", "Ana")])
    assert [turn.text for turn in turns] == ["Well. Yes."]


@pytest.mark.parametrize(("start", "turns"), [(3.9, 1), (4.0, 2), (60.0, 2)])
def test_unnamed_cues_part_at_a_long_silence(start: float, turns: int) -> None:
    assert len(join_cues([Cue(0.0, 1.0, "Well."), Cue(start, start + 1, "Yes.")])[0]) == turns


def test_unnamed_cues_go_on_where_the_silence_is_not_known() -> None:
    assert [turn.text for turn in join_cues([Cue(0.0, None, "Well."), Cue(60.0, None, "Yes.")])[0]] == ["Well. Yes."]


def test_words_before_the_first_cue_are_apart_from_it() -> None:
    assert [turn.time for turn in join_cues([Cue(None, None, "Well."), Cue(0.0, 1.0, "Yes.")])[0]] == [None, 0.0]


def test_a_change_of_voice_cuts_the_turn_though_nobody_is_named() -> None:
    turns, _ = join_cues([Cue(0.0, 1.0, "Well?"), Cue(1.0, 2.0, "Yes.", changes=True)])
    assert [turn.text for turn in turns] == ["Well?", "Yes."]


def test_pieces_that_no_space_parts_are_joined_without_one_and_never_cut() -> None:
    cues = [Cue(0.0, 0.5, "roof"), Cue(30.0, 30.1, ".", spaced=False)]
    turns, marks = join_cues(cues)
    assert [turn.text for turn in turns] == ["roof."]
    assert marks == [[(0, 0.0), (4, 30.0)]]


_CUES = st.lists(
    st.builds(
        Cue,
        start=st.none() | st.floats(0, 100),
        end=st.none() | st.floats(0, 100),
        text=st.text("ab.", min_size=1, max_size=5),
        speaker=st.sampled_from(["Ana", "Tom", None]),
        changes=st.booleans(),
        spaced=st.booleans(),
    ),
    max_size=20,
)


@given(_CUES)
def test_every_cue_stands_where_its_mark_says(cues: Sequence[Cue]) -> None:
    turns, marks = join_cues(cues)
    found = [
        (turn.speaker, turn.text[begin:], time)
        for turn, begins in zip(turns, marks, strict=True)
        for begin, time in begins
    ]
    assert len(found) == len(cues)
    for (speaker, text, time), cue in zip(found, cues, strict=True):
        assert (speaker, time) == (cue.speaker, cue.start)
        assert text.startswith(cue.text)
