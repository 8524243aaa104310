"""Who takes part in a record that has no list: offices and surnames that speak."""

import pytest
from papers import draft, names

RECORD = "Memorandum of Conversation\n\n{text}\n"


def attended(text: str) -> list[str]:
    return names(draft(RECORD.format(text=text), "prose"))


def test_the_holder_of_an_office_who_speaks_takes_part() -> None:
    text = (
        "The Italian Foreign Minister opened the talk by raising the ferry fees. The Secretary said that the fees were low. "
        "The Foreign Minister replied that he was glad. In response, the Secretary agreed."
    )
    assert attended(text) == ["The Italian Foreign Minister", "The Secretary"]


@pytest.mark.parametrize(
    "text",
    [
        # He is named, so that his office is no second person.
        "Foreign Minister Dahl said that fees were low. The Foreign Minister added that they would stay low. The Minister thanked Ambassador Rey and asked Ambassador Rey to write.",
        "PM Dahl said that fees were low. The Prime Minister added that they would stay low. The Prime Minister asked Ambassador Rey to write.",
    ],
)
def test_an_office_whose_holder_is_named_is_nobody_else(text: str) -> None:
    assert attended(text) == ["Dahl", "Rey"]


def test_another_rank_is_another_person() -> None:
    text = "Under Secretary Moss said that fees were low. The Secretary replied that they were not. The Secretary asked why."
    assert attended(text) == ["Moss", "The Secretary"]


def test_an_office_that_is_only_spoken_of_is_nobody() -> None:
    text = "Mr. Moss said that the President had said no. Mr. Moss added that the President wanted peace, and that the President said so."
    assert attended(text) == ["Moss"]


def test_surnames_that_speak_take_part() -> None:
    text = (
        "Ilse Kern began the talk. Kern said that fees were low. Envoy Brandt was mentioned. Kern noted that the ferries were full. "
        "Brandt replied that he knew. As Spahn had said, and Spahn had said it twice, Kern went on."
    )
    assert attended(text) == ["Ilse Kern", "Brandt"]


def test_bodies_and_towns_that_speak_are_nobody() -> None:
    text = (
        "Mr. Kern met Mr. Brandt. Norwell said no. Norwell replied late. The Norwell board met. Norwell added nothing. Moscow said no. "
        "Moscow noted it. Moscow replied. Everything began. Discussion began. Discussion began."
    )
    assert attended(text) == ["Kern", "Brandt"]


def test_only_a_record_of_a_conversation_names_people_by_bare_surnames() -> None:
    text = "Price Watch\n\nAcme said no. Acme replied late. Acme added nothing. Acme agreed."
    assert names(draft(text, "prose")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Kern said that he had recently had a long conversation with General Holt.",
        "Mr. Kern alluded to his talks with President Holt last year.",
        "Mr. Kern said that Mr. Moss would meet with Ambassador Holt on Friday.",
        "Mr. Kern said that he had already told Minister Holt about it.",
        "Mr. Kern asked for the results of the Secretary's talks with Lord Holt.",
    ],
)
def test_people_of_an_earlier_or_later_meeting_did_not_take_part_in_this_one(text: str) -> None:
    assert "Holt" not in attended(text)


def test_whoever_is_spoken_to_takes_part() -> None:
    text = "Mr. White told Ambassador Holt that fees were low. Mr. White assured Mr. Black that they would stay low."
    assert attended(text) == ["White", "Holt", "Black"]


def test_an_office_before_and_is_not_given_to_the_next_name() -> None:
    text = "The Acting Secretary and Mr. Waugh said no. The President asked if the country had a port and Ambassador Moss said yes."
    roles = {person.name: person.role for person in draft(RECORD.format(text=text), "prose").participants}
    assert (roles["Waugh"], roles["Moss"]) == (None, "Ambassador")


def test_a_list_without_a_label_at_the_foot_of_a_record_is_attendance() -> None:
    foot = "\n\n- The Secretary\n- Ambassador Ilter Turkmen, Permanent Representative\n- Bo Lind"
    text = "Mr. Moss said that fees were low. He thanked General Holt." + foot
    assert attended(text) == ["The Secretary", "Ilter Turkmen", "Bo Lind"]
    assert names(draft(f"Price list\n\nFees were low.{foot}\n", "prose")) == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ambassador Holt, accompanied by Messrs Kern and Brandt, called on the Secretary to discuss fees.", ["Holt", "Kern", "Brandt"]),
        ("Ambassador Holt called this morning at his request. Mr. Kern entered the room.", ["Holt", "Kern"]),
        ("Dr. Holm said to Prime Minister Dahl that fees were low.", ["Holm", "Dahl"]),
        ("In answer to Senator Kern’s question, Secretary Holt said no.", ["Kern", "Holt"]),
        ("Mr. Moss wondered why. Mr. Kern’s reply was short.", ["Moss", "Kern"]),
        # What somebody says of others shows nothing of them.
        ("Chancellor Kern said that President Moss told him so.", ["Kern"]),
        ("Chancellor Kern said that, when Ambassador Moss came in yesterday, he was late.", ["Kern"]),
        ("Chancellor Kern welcomed General Moss’s view.", ["Kern"]),
    ],
)  # fmt: skip
def test_the_words_of_a_report_tell_who_was_there(text: str, people: list[str]) -> None:
    assert attended(text) == people
