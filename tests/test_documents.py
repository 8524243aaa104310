"""Documents: what segments are, and how a transcript is made from turns."""

import datetime
from typing import Any

import pytest
from hypothesis import given, strategies as st

from summarizer.documents import Document, Segment, Turn, canonical
from summarizer.errors import DocumentError


def test_turns_become_paragraphs_with_a_label() -> None:
    document = Document.from_turns([("Anna Roux", "Good morning. Shall we begin?"), (None, "(A bell rings.)")])
    assert document.text == "Anna Roux: Good morning. Shall we begin?\n\n(A bell rings.)"
    assert [document.line_text(line) for line in (1, 2, 3)] == ["Good morning.", "Shall we begin?", "(A bell rings.)"]
    assert [segment.speaker for segment in document.segments] == ["Anna Roux", "Anna Roux", None]
    assert [segment.block for segment in document.segments] == [0, 0, 1]
    assert document.kind == "transcript"


def test_a_turn_keeps_its_time() -> None:
    document = Document.from_turns([Turn("Ben", "Yes. No.", 12.5), Turn("Ben", "Maybe.")])
    assert [segment.time for segment in document.segments] == [12.5, 12.5, None]


def test_line_breaks_in_a_turn_stay_and_blank_lines_do_not() -> None:
    document = Document.from_turns([("Ben", "\r\n one long\r\nsentence.\n\n\n Another. \x0c")])
    assert document.text == "Ben: one long\nsentence.\nAnother."
    assert [document.line_text(line) for line in (1, 2)] == ["one long\nsentence.", "Another."]


def test_turns_without_words_are_left_out_and_blocks_are_numbered_without_them() -> None:
    document = Document.from_turns([("Ann", "  "), ("Ben", "Hello."), ("Cy", ""), ("Di", "Bye.")])
    assert document.text == "Ben: Hello.\n\nDi: Bye."
    assert [segment.block for segment in document.segments] == [0, 1]


def test_turns_without_speakers_are_prose() -> None:
    assert Document.from_turns([(None, "It rained."), ("", "It stopped.")]).kind == "prose"


def test_no_turns_make_an_empty_document() -> None:
    document = Document.from_turns([])
    assert (document.text, list(document.segments), document.language) == ("", [], None)


def test_a_given_date_says_that_it_was_given() -> None:
    day = datetime.date(2024, 2, 29)
    document = Document.from_turns([("Ann", "Hello.")], name="call", title="Call", date=day)
    assert (document.name, document.title, document.date, document.date_basis) == ("call", "Call", day, "given")
    assert Document.from_turns([("Ann", "Hello.")]).date_basis is None


def test_the_name_of_a_speaker_stays_on_one_line() -> None:
    document = Document.from_turns([(" Ann\nLee ", "Hello.")])
    assert (document.text, document.segments[0].speaker) == ("Ann Lee: Hello.", "Ann Lee")


def test_half_a_surrogate_pair_is_replaced_so_that_the_text_can_be_written() -> None:
    document = Document.from_turns([("A\ud800", "x\udfffy.")])
    assert document.text.encode("utf-8").decode() == "A\ufffd: x\ufffdy."


def test_every_line_break_is_one_and_the_same() -> None:
    assert canonical("\ufeffa\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h\ni") == "a\nb\nc\nd\ne\nf\ng\nh\ni"


@pytest.mark.parametrize("spans", [[(0, 0)], [(2, 1)], [(0, 9)], [(0, 3), (2, 4)], [(2, 4), (0, 1)], [(-1, 2)]])
def test_segments_that_no_text_can_have_are_refused(spans: list[tuple[int, int]]) -> None:
    with pytest.raises(DocumentError, match="Segment"):
        Document("Hello", [Segment(start, end) for start, end in spans])


def test_the_hash_is_of_the_text_alone() -> None:
    one, other = Document("Hello", [Segment(0, 5)], name="a"), Document("Hello", [Segment(0, 5)], name="b")
    assert one.sha256 == other.sha256 != Document("Hello!", [Segment(0, 6)]).sha256


@given(
    st.lists(
        st.tuples(
            st.none() | st.sampled_from(["Ann", "Mr. Vella", "The Chair"]),
            st.text(alphabet="aB. ?!\n\r-:“”\u2028é", max_size=30),
            st.none() | st.floats(0, 9_000),
        ),
        max_size=6,
    )
)
def test_outside_of_the_segments_stand_only_labels_and_white_space(
    turns: list[tuple[str | None, str, float | None]],
) -> None:
    document = Document.from_turns(turns)
    position = 0
    for segment in document.segments:
        gap = document.text[position : segment.start]
        assert gap.strip() in ("", f"{segment.speaker}:")
        position = segment.end
    assert not document.text[position:].strip()
    said = "".join(document.line_text(line) for line in range(1, len(document.segments) + 1))
    assert "".join(said.split()) == "".join("".join(text.split()) for _, text, _ in turns)


@pytest.mark.parametrize("turn", [("a", None), (1, "x"), ("a", "b", "0:10"), ("a", "b", -1)])
def test_turns_of_another_form_are_told(turn: Any) -> None:
    with pytest.raises(DocumentError):
        Document.from_turns([turn])
