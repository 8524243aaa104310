"""Topics from headings, from the heads of paragraphs, and what is no topic."""

import pytest
from papers import draft, names


def _topics(text: str) -> list[str]:
    return [item.topic for item in draft(text).agenda_items]


def test_heads_of_paragraphs_are_topics() -> None:
    text = (
        "Harbour trust, 4 June\n\nHere: Ann Reed, Bo Lind.\n\n1. Bank balance 210.50 at 31 May. Bo gave the figures.\n\n"
        "2. Van. The repair costs more than the van.\n\n3. Summer fair. No date yet.\n\n4. Bo asked for tea. There was none.\n"
    )
    assert _topics(text) == ["Bank balance 210.50 at 31 May", "Van", "Summer fair"]


def test_those_who_speak_are_no_heads_of_paragraphs() -> None:
    text = "Notes of a call\n\nHere: Ann Reed, Bo Lind.\n\nReed: we pay. Later.\n\nLind: no. Never.\n\nReed: why. Say so.\n"
    assert _topics(text) == []


def test_the_masthead_is_no_topic() -> None:
    text = "# Port of Kellow\n\n## Harbour Board – Minutes\n\n12 May\n\n### 1. Dredging\n\nIt goes on.\n\n### 2. New crane\n\nIt works.\n"
    assert _topics(text) == ["Dredging", "New crane"]


@pytest.mark.parametrize("letter", ["A.", "I.", "(B)", "IV."])
def test_the_letter_of_a_heading_is_cut_off(letter: str) -> None:
    text = f"# Minutes\n\n12 May\n\n## {letter} Water supply\n\nIt is short.\n\n## {letter} OTHER\n\nNothing.\n"
    assert _topics(text) == ["Water supply"]


@pytest.mark.parametrize("heading", ["PUBLIC COMMENT", "Consent agenda", "Call to order and roll call", "Glad", "Next"])
def test_headings_of_any_meeting_are_no_topics(heading: str) -> None:
    assert _topics(f"# Minutes\n\n12 May\n\n## {heading}\n\nSome words.\n\n## Water\n\nIt is short.\n") == ["Water"]


def test_titles_of_sections_of_a_transcript_are_topics() -> None:
    text = "ORAL ANSWERS\n\n" + "".join(
        f"{title}\n\nAnn Reed: What is done?\n\nBo Lind: It is in hand.\n\n"
        for title in ("Visa Waiting Times", "Aid to the Delta", "Port Dues")
    )
    assert [item.topic for item in draft(text, "transcript").agenda_items] == [
        "Visa Waiting Times",
        "Aid to the Delta",
        "Port Dues",
    ]


def test_a_heading_that_names_a_resolution_is_no_decision() -> None:
    made = draft(
        "# Minutes\n\n12 May\n\n## RESOLUTION 7: LEASE OF THE DEPOT\n\nIt was discussed.\n\n## WATER\n\nIt is short.\n"
    )
    assert [one.text for item in made.agenda_items for one in item.decisions] == []


def test_the_date_of_the_next_meeting_is_no_subject_at_the_head_of_a_paragraph_either() -> None:
    text = "Mill board\n\nPresent: Ann Reed\n\nRoads. The lane is open again.\n\nFinance. The bank wrote.\n\nHall. The roof leaks.\n\nDate of next meeting. Monday 3 May.\n"
    assert [item.topic for item in draft(text).agenda_items] == ["Roads", "Finance", "Hall"]


def test_headings_that_count_in_roman_numerals_name_the_subjects() -> None:
    text = (
        "Library board\nMinutes of 9 April 2025\n\nI. Call to Order\nAnn Reed opened the meeting.\n\nII. Budget\n"
        "A. Draft. It was read.\n\nIII. Roof\nIt was agreed to mend the roof.\n\nIV. Adjournment\nAt nine.\n"
    )
    made = draft(text)
    assert [item.topic for item in made.agenda_items] == ["Budget", "Roof"]
    assert [one.text for one in made.agenda_items[1].decisions] == ["It was agreed to mend the roof"]


def test_initials_of_people_are_no_numerals() -> None:
    made = draft("Minutes\n\nPresent:\nI. Kane\nV. Holm\nX. Lind\n\nThe fees were discussed.\n")
    assert names(made) == ["I. Kane", "V. Holm", "X. Lind"]
