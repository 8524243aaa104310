"""Notes typed by hand in small letters, without a label or a mark: who was there, and who is given what."""

import datetime

import pytest

from summarizer import load, summarize

NOTES = "mtg w/ ops 12 nov\nme, ann, lou, bert (bert late)\n\nstock count is off, nobody knows why\nann says the old list was wrong\nlou was away\nbert wants a new one\n"


def _steps(row: str) -> list[tuple[str, str | None, datetime.date | None]]:
    found = summarize(f"{NOTES}{row}\n".encode()).follow_ups
    return [(one.action, one.owner, one.due and one.due.end) for one in found]


@pytest.mark.parametrize(
    ("row", "step"),
    [
        ("ann - chase the mill by fri", ("chase the mill by fri", "Ann", None)),
        ("lou to ring the yard", ("ring the yard", "Lou", None)),
        ("bert will cover the 24th", ("cover the 24th", "Bert", None)),
    ],
)
def test_somebody_of_the_row_of_names_is_given_a_task(row: str, step: tuple[str, str, None]) -> None:
    assert _steps(row) == [step]


@pytest.mark.parametrize("row", ["ann - thinks it is too late", "carl - chase the mill", "lou checking the logs"])
def test_a_view_and_somebody_else_are_given_none(row: str) -> None:
    assert _steps(row) == []


def test_the_row_of_names_tells_who_they_are_and_not_that_they_came() -> None:
    people = summarize(f"{NOTES}ann - chase the mill\n".encode()).participants
    assert [(one.name, one.presence) for one in people] == [
        ("Ann", "mentioned"),
        ("Lou", "mentioned"),
        ("Bert", "mentioned"),
    ]


def test_words_between_commas_that_open_no_row_below_are_nobody() -> None:
    assert (
        summarize(
            b"shopping list for the fair\n\nbread, milk, salt, eggs\n\nthe fair is in june and we need them\n"
        ).participants
        == []
    )


def test_lines_in_small_letters_throughout_are_lines_of_their_own() -> None:
    text = "the fair\nann is going to ring the mill\nlou was away for the week\nbert has to find the key\nstock is off by two\nold list was wrong\n"
    document = load(text.encode())
    assert "lou was away for the week" in [document.text[one.start : one.end] for one in document.segments]


def test_a_sentence_that_a_margin_broke_stays_whole() -> None:
    text = "We met on Monday and spoke of the ferry\nand of the old bridge, which is\nclosed for now.\n"
    document = load(text.encode())
    assert len(document.segments) == 1


def test_entries_of_a_list_that_a_margin_broke_stay_whole() -> None:
    entries = [
        "the ferry is late and so are\n  the boats of the yard",
        "the bridge is shut until they\n  have the money for it",
    ] * 3
    document = load(("- " + "\n- ".join(entries) + "\n").encode())
    assert len(document.segments) == len(entries)
