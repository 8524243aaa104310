"""Prose, Markdown, minutes and labelled text: the file's own text in segments, nothing lost and nothing joined wrongly."""

import pytest
from hypothesis import given, settings, strategies as st

from summarizer.documents import Document
from summarizer.loading import load


def read(text: str) -> Document:
    return load(text.encode())


def kinds(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(segment.kind, document.line_text(line)) for line, segment in enumerate(document.segments, 1)]


def spoken(text: str) -> list[tuple[str | None, str]]:
    document = read(text)
    return [(segment.speaker, document.line_text(line)) for line, segment in enumerate(document.segments, 1)]


MARKDOWN = """\
---
title: Harbour board
date: 2024-03-05
---

# Harbour board, *March*

Present
-------

- [x] Anna Roux
- [ ] Ben Adu
  - deputy: Cy Ode. He came late.

1. Fees
2) Quays

> It was agreed. The fee
> is ten euros.

| Quay | Depth |
|------|-------|
| A    | 9 m   |

***

**Next meeting**

It is on Friday.
```
code: x
```
"""


def test_markup_stands_outside_of_the_segments_and_boxes_inside() -> None:
    assert kinds(MARKDOWN) == [
        ("sentence", "title: Harbour board"),
        ("sentence", "date: 2024-03-05"),
        ("heading", "Harbour board, *March*"),
        ("heading", "Present"),
        ("bullet", "[x] Anna Roux"),
        ("bullet", "[ ] Ben Adu"),
        ("bullet", "deputy: Cy Ode."),
        ("sentence", "He came late."),
        ("bullet", "Fees"),
        ("bullet", "Quays"),
        ("sentence", "It was agreed."),
        ("sentence", "The fee\n> is ten euros."),
        ("bullet", "Quay | Depth"),
        ("bullet", "A    | 9 m"),
        ("heading", "**Next meeting**"),
        ("sentence", "It is on Friday."),
        ("sentence", "code: x"),
    ]


def test_the_text_is_the_users_own_so_that_offsets_hold() -> None:
    assert read(MARKDOWN).text == MARKDOWN


def test_each_list_item_and_paragraph_is_a_block() -> None:
    document = read("One. Two.\n\n- a b c. Then d.\n- e f g.\n\nThree.")
    assert [segment.block for segment in document.segments] == [0, 0, 1, 1, 2, 3]


def test_a_sentence_goes_over_the_margin_of_a_wrapped_paragraph() -> None:
    text = (
        "The committee met on Tuesday to look at the state of the harbour and\n"
        "of the two quays that were closed in March. It heard the engineer, who\n"
        "asked for more time.\n"
    )
    assert [words for _, words in kinds(text)] == [
        "The committee met on Tuesday to look at the state of the harbour and\n"
        "of the two quays that were closed in March.",
        "It heard the engineer, who\nasked for more time.",
    ]


def test_lines_that_no_margin_broke_are_apart() -> None:
    text = "PARTICIPANTS\nAmbassador Anna Roux\nMr. Ben Adu, Second Secretary\nThe Minister\n\n" + "It was long. " * 30
    assert kinds(text)[:4] == [
        ("heading", "PARTICIPANTS"),
        ("sentence", "Ambassador Anna Roux"),
        ("sentence", "Mr. Ben Adu, Second Secretary"),
        ("sentence", "The Minister"),
    ]


def test_fields_of_a_form_are_apart_though_the_lines_are_long() -> None:
    text = (
        "Present: Anna Roux, Ben Adu, Cy Ode, Di Vella, Ed Wood, Flo Hart, Gus Lind\n"
        "Regrets: Hal Moore, Ida Nunez, Jo Okafor, Kit Park, Lou Quist, Max Roth\n"
        "Scribe: Ned Sand\n"
    )
    assert len(kinds(text)) == 3


def test_a_turn_goes_on_over_paragraphs_where_turns_fill_the_text() -> None:
    text = "Anna: One.\n\nBen: Two.\n\nStill he.\n\n[Laughter.]\n\nAnna: Three.\n\nStatus: open\n\nBen: Four.\n\nAnna: Six.\n"
    assert spoken(text) == [
        ("Anna", "One."),
        ("Ben", "Two."),
        ("Ben", "Still he."),
        (None, "[Laughter.]"),
        ("Anna", "Three."),
        (None, "Status: open"),
        ("Ben", "Four."),
        ("Anna", "Six."),
    ]


def test_in_mixed_minutes_only_labelled_and_continuing_lines_are_spoken() -> None:
    text = (
        "# Quay group\n\nPresent: Anna Roux, Ben Adu\n\n## 1. Fees\n\n"
        "Anna Roux: we need ten euros\n… for each ship\n… and a form\n\n[chat] Ben Adu: +1\n\n"
        "Consensus: ask the board\n\n> Resolution #1: the fee is ten euros.\n\n## 2. Quays\n\nNothing was said.\n\n"
        "Anna Roux: we are done\n"
    )
    assert spoken(text)[1:] == [
        (None, "Present: Anna Roux, Ben Adu"),
        (None, "1. Fees"),
        ("Anna Roux", "we need ten euros"),
        ("Anna Roux", "for each ship"),
        ("Anna Roux", "and a form"),
        ("Ben Adu", "+1"),
        (None, "Consensus: ask the board"),
        (None, "Resolution #1: the fee is ten euros."),
        (None, "2. Quays"),
        (None, "Nothing was said."),
        ("Anna Roux", "we are done"),
    ]


def test_all_below_a_label_on_its_own_line_is_the_speakers() -> None:
    turn = "Anna\n* We begin.\n* Now.\n\nBen Adu\n* Good.\n\n"
    assert spoken("## Start\n" + turn * 3)[1:4] == [("Anna", "We begin."), ("Anna", "Now."), ("Ben Adu", "Good.")]


def test_a_time_on_a_line_of_its_own_is_that_of_the_turn_below() -> None:
    document = read("0:01\nAnna: So.\n\n0:07\nBen: Yes.\n\n1:09\nAnna: No.\n")
    assert [(segment.speaker, segment.time) for segment in document.segments] == [("Anna", 1), ("Ben", 7), ("Anna", 69)]


def test_right_to_left_text_has_its_sentences_and_speakers() -> None:
    text = "الرئيس: نبدأ الآن. هل من سؤال؟\n\nالوزير: لا.\n\nالرئيس: شكرا.\n\nالوزير: عفوا.\n"
    assert spoken(text)[:3] == [("الرئيس", "نبدأ الآن."), ("الرئيس", "هل من سؤال؟"), ("الوزير", "لا.")]


_WORD = st.integers(0, 10_000).map(lambda number: f"w{number}")
_SENTENCE = st.lists(_WORD, min_size=1, max_size=12).map(lambda words: "X" + " ".join(words) + ".")
_FRAMES = st.sampled_from(
    [
        "{}", "# {}", "## {} ##", "- {}", "  * {}", "- [ ] {}", "3. {}", "(2) {}", "> {}", "> - {}", "| {} | {} |",
        "**{}**", "Anna Roux: {}", "BEN ADU: {}", "[00:01:02] Anna Roux: {}", "[chat] Ben Adu: {}", "… {}", "{}\n====",
        "Anna Roux  0:01\n{}", "Note: {}", "Present: {}, {}", "```\n{}\n```", "---", "{}\n\t{}", "Anna Roux:\n* {}",
        "0:01\n{}", "\u200b{}", "*{}*", "{}:", "TITLE {}", "({})", "{} -->", "'{}'",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_FRAMES, _SENTENCE, st.sampled_from(["\n", "\n\n", "\r\n", "\n \n", "\x0c"])), min_size=1))
def test_every_word_is_in_a_segment_and_every_segment_in_order(parts: list[tuple[str, str, str]]) -> None:
    text = "X. " + "".join(frame.replace("{}", sentence) + end for frame, sentence, end in parts)
    document = read(text)
    outside = list(document.text)
    position = 0
    for segment in document.segments:
        assert position <= segment.start < segment.end
        assert document.text[segment.start : segment.end].strip()
        outside[segment.start : segment.end] = " " * (segment.end - segment.start)
        position = segment.end
    rest = "".join(outside)
    assert "X" not in rest
    assert "w" not in rest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The fund took in more in March. No\nTrustee agreed to pay.",
            ["The fund took in more in March.", "No\nTrustee agreed to pay."],
        ),
        (
            "The hall is to be done by June. The\nBoard did not agree.",
            ["The hall is to be done by June.", "The\nBoard did not agree."],
        ),
        ("Was there a quorum? No\nThe board was let go.", ["Was there a quorum? No", "The board was let go."]),
        ("The board met at 5 pm ET\nBudget of the year", ["The board met at 5 pm ET", "Budget of the year"]),
        ("It asked for the plans; and\nThe cost of them.", ["It asked for the plans; and", "The cost of them."]),
        ("See what stands in annex A\nBudget of the year", ["See what stands in annex A", "Budget of the year"]),
    ],
)
def test_a_word_that_ends_no_sentence_goes_on_with_a_capital_below(text: str, expected: list[str]) -> None:
    assert [words for _, words in kinds(text)] == expected


def test_paragraphs_that_are_numbered_without_a_mark_are_items() -> None:
    lines = [
        "1 The chair opened the meeting.",
        "2 Ben Cole presented the budget.",
        "It was long.",
        "3 Anna Borg will chase the permit.",
    ]
    found = kinds("Minutes of the board\n\n" + "\n".join(lines) + "\n")
    assert [words for kind, words in found if kind == "bullet"] == [
        "The chair opened the meeting.",
        "Ben Cole presented the budget.",
        "Anna Borg will chase the permit.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1 The chair opened the meeting.\n2 Ben Cole presented the budget.\n",
        "3 Boats of the fleet sailed.\n4 Boats of the fleet stayed.\n5 Boats of the fleet sank.\n",
        "1 The chair opened the meeting.\n12 Crews of the fleet came.\n30 Boats of the fleet sailed.\n",
    ],
)
def test_figures_that_lines_begin_with_are_words_of_theirs(text: str) -> None:
    assert "bullet" not in [kind for kind, _ in kinds(text)]


def test_a_turn_inside_a_list_ends_where_an_outer_entry_begins() -> None:
    text = (
        "* Berth fees\n  * Ann: too high\n  * Bo: too low\n  * Ann: no\n    * see the table\n* Pier paint\n  * green\n"
    )
    document = load(text)
    said = {document.text[one.start : one.end]: one.speaker for one in document.segments}
    assert said["see the table"] == "Ann"
    assert said["Pier paint"] is None


def test_a_date_on_a_line_of_its_own_is_nobodys_words() -> None:
    text = "Anna: One.\n\nBen: Two.\n\n3 March 2025\n\nAnna: Three.\n\nBen: By 4 March 2025.\n\nAnna: Five.\n"
    assert (None, "3 March 2025") in spoken(text)
    assert ("Ben", "By 4 March 2025.") in spoken(text)


def test_marks_of_lists_may_be_escaped() -> None:
    text = "The board resolved:\n\n\\- the roof is mended;\n\n1\\. The gate is sold.\n"
    assert kinds(text)[1:] == [("bullet", "the roof is mended;"), ("bullet", "The gate is sold.")]
