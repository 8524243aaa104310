"""What minutes and readouts tell as said: to the end of a sentence, in the next one, by one's word for others, as an answer."""

import pytest

from summarizer import Brief, summarize

MINUTES = """Minutes of the Quay Committee, 3 March 2026

Present: Ann Lee (Chair), Bo Ray (Clerk), Cleo Finn (Treasurer)

Mr Karl Ek of Alder Boats attended.

"""
Told = tuple[str | None, str | None, str, str]


def _brief(said: str) -> Brief:
    return summarize((MINUTES + said + "\n").encode())


def _bound(said: str) -> list[Told]:
    return [(one.by, one.said_by, one.action, one.strength.value) for one in _brief(said).commitments]


def _tasks(said: str) -> list[tuple[str | None, str]]:
    return [(one.owner, one.action) for one in _brief(said).follow_ups]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Mr Ek said that Alder Boats would mend the crane and would pay for the paint.",
            ("Alder Boats", "Karl Ek", "pay for the paint", "intends"),
        ),
        (
            "Mr Ek said that he was sorry for the noise and that Alder Boats would not work on Sundays.",
            ("Alder Boats", "Karl Ek", "work on Sundays", "denied"),
        ),
        (
            "Mr Ek spoke of the yard. He gave an assurance that the slipway would stay open.",
            (None, "Karl Ek", "the slipway would stay open", "undertook"),
        ),
        (
            "Mr Ek described the plans for the yard. The firm would also pay for a new fence, if the Committee gave up the shed.",
            ("The firm", None, "pay for a new fence, if the Committee gave up the shed", "conditional"),
        ),
        (
            "If the lease is renewed, Alder Boats will plant a hedge along the yard.",
            ("Alder Boats", None, "plant a hedge along the yard", "conditional"),
        ),
        (
            "It was agreed that both sides would publish the figures.",
            ("both sides", None, "publish the figures", "agreed"),
        ),
        (
            "Ms Finn asked whether Alder Boats would pay for the crane. Mr Ek said that it would not.",
            ("Alder Boats", "Karl Ek", "pay for the crane", "denied"),
        ),
        (
            "Mr Ek was asked to bring the drawings. He said he would.",
            ("Karl Ek", None, "bring the drawings", "agreed"),
        ),
        (
            "The Chair asked Mr Ek whether Alder Boats might clear the slip by June. Mr Ek declined the request.",
            ("Alder Boats", "Karl Ek", "clear the slip by June", "denied"),
        ),
    ],
)
def test_a_party_is_bound_by_what_is_told_of_it(said: str, expected: Told) -> None:
    assert expected in _bound(said)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Mr Ek left. The Clerk would write to the harbour office.", ("Bo Ray", "write to the harbour office")),
        (
            "The Treasurer said that the gate had fallen off again. She would order a new one before Easter.",
            ("Cleo Finn", "order a new one before Easter"),
        ),
        (
            "Ms Finn said she would add a column to the accounts and would send them round by Friday.",
            ("Cleo Finn", "send them round by Friday"),
        ),
        ("The Clerk will look into the cost of a fence.", ("Bo Ray", "look into the cost of a fence")),
        (
            "The Chair asked Ms Finn to draw up a budget for the pier. Ms Finn said she would do it this week.",
            ("Cleo Finn", "draw up a budget for the pier"),
        ),
    ],
)
def test_a_task_is_found_where_it_is_told_as_said(said: str, expected: tuple[str, str]) -> None:
    assert expected in _tasks(said)


@pytest.mark.parametrize(
    "said",
    [
        "The Treasurer would like to keep the boat.",
        "Mr Ek said that the boats would need new engines.",
        "Mr Ek hoped that Alder Boats would grow and that the Committee would support it.",
        "Ms Finn recalled that Alder Boats had promised that the slipway would stay open.",
        "The Chair wondered what the firm would do without a crane.",
        "Mr Ek said the lease on the upper quay would expire in May.",
        "Ms Finn asked whether the fog would lift. The Chair said that it would.",
        "Ms Finn asked whether Alder Boats would pay for the crane. Mr Ek said that he did not know.",
        "Mr Ek was asked to bring the drawings. The Chair thanked him.",
        "Mr Ek told Ms Finn about the yard. She would order a new gate.",
        "The Chair said that a skipper who loses a rope would pay for it under the rules.",
        "The next meeting would be held in June.",
        "Mr Ek said that the tunnel was old and that it would change both towns.",
        "The Chair said that the tunnel was old and that it would change both towns.",
        "The Clerk will probably see the harbour master on Friday.",
        "An engineer who works at night is paid double. He said that he would bring the figures.",
        "Mr Ek told Ms Finn to draft a letter. Once she had read it, she said she would sign it.",
    ],
)
def test_what_only_looks_like_it_is_not_listed(said: str) -> None:
    assert _bound(said) == []
    assert _tasks(said) == []


def test_what_is_left_to_somebody_is_a_task() -> None:
    assert [what for _, what in _tasks("It was left that the Clerk would ask for three quotes.")] == [
        "ask for three quotes"
    ]


def test_two_acts_of_one_sentence_are_two_items() -> None:
    found = _bound("Alder Boats will mend the crane, and will paint the shed by June.")
    assert [one[2] for one in found] == ["mend the crane", "paint the shed by June"]


def test_it_means_the_firm_that_the_same_words_name_and_never_the_one_who_speaks() -> None:
    found = _bound(
        "Mr Ek said that Alder Boats would mend the crane, and that it would send the bill to the Committee."
    )
    assert [one[:2] for one in found] == [("Alder Boats", "Karl Ek")] * 2
