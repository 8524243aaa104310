"""What speakers say for others: for their company, their staff, a colleague; and their own words in another order."""

import pytest

from summarizer import Brief, summarize

CALL = """Call about the heating
12 May 2026

On the call: Ann Lee (head of repairs, Alder Homes), Bo Ray (accounts, Alder Homes), Cleo Finn (chair, Quay Tenants), Dora Holm (Councillor)

Cleo Finn: Good evening, everybody.

Ann Lee: Good evening.

Bo Ray: Hello.

Dora Holm: Hello, all of you. It was cold on my way here, and it is cold in here as well.

Cleo Finn: It was colder in March, as you may remember.

Bo Ray: I do remember that.

Ann Lee: So do I, and the snow.

Dora Holm: The snow was lovely.

Cleo Finn: It was. Where were we?

"""
Told = tuple[str | None, str | None, str, str]


def _brief(turns: str) -> Brief:
    return summarize((CALL + turns + "\n\nCleo Finn: I see.\n\nAnn Lee: Right.\n").encode())


def _bound(turns: str) -> list[Told]:
    return [(one.by, one.said_by, one.action, one.strength.value) for one in _brief(turns).commitments]


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        (
            "Ann Lee: Our contractor will fit the pump on Thursday.",
            ("Our contractor", "Ann Lee", "fit the pump on Thursday", "intends"),
        ),
        (
            "Ann Lee: Alder Homes will not raise the rent this year.",
            ("Alder Homes", "Ann Lee", "raise the rent this year", "denied"),
        ),
        ("Ann Lee: The company will replace the boiler.", ("Alder Homes", "Ann Lee", "replace the boiler", "intends")),
        ("Bo Ray: We will bear the cost.", ("Alder Homes", "Bo Ray", "bear the cost", "intends")),
        (
            "Ann Lee: If the council gives us the grant, we'll replace the lift.",
            ("Alder Homes", "Ann Lee", "replace the lift", "conditional"),
        ),
        (
            "Ann Lee: We won't be publishing the list.",
            ("Alder Homes", "Ann Lee", "be publishing the list", "denied"),
        ),
        ("Bo Ray: The fourth bill we will not pay.", ("Alder Homes", "Bo Ray", "pay the fourth bill", "denied")),
        ("Ann Lee: Two weeks I can't give you.", ("Ann Lee", None, "give you two weeks", "denied")),
        (
            "Ann Lee: I give you my assurance that the heating will run by Monday.",
            (None, "Ann Lee", "the heating will run by Monday", "undertook"),
        ),
        (
            "Ann Lee: I can promise that the tenants will hear of it first.",
            (None, "Ann Lee", "the tenants will hear of it first", "undertook"),
        ),
    ],
)
def test_a_party_is_bound_by_whoever_speaks_for_it(turn: str, expected: Told) -> None:
    assert expected in _bound(turn)


def test_a_body_before_a_field_of_work_is_spoken_for_as_well() -> None:
    call = CALL.replace("accounts, Alder Homes", "Alder Homes, accounts")
    text = f"{call}Bo Ray: We will bear the cost.\n\nCleo Finn: I see.\n"
    assert [one.by for one in summarize(text.encode()).commitments] == ["Alder Homes"]


def test_a_colleague_is_given_a_task_and_another_side_is_not() -> None:
    tasks = [(one.owner, one.action) for one in _brief("Ann Lee: Bo will send the list to the tenants.").follow_ups]
    assert tasks == [("Bo Ray", "send the list to the tenants")]
    assert _brief("Cleo Finn: Bo will send the list to the tenants.").follow_ups == []


def test_what_one_will_do_is_a_task_in_whatever_order_it_is_said() -> None:
    (task,) = _brief("Dora Holm: What I will do is ask the cabinet for the report.").follow_ups
    assert (task.owner, task.action) == ("Dora Holm", "ask the cabinet for the report")


@pytest.mark.parametrize(
    "turn",
    [
        "Cleo Finn: Alder Homes will raise the rent, they always do.",
        "Cleo Finn: The company will say anything.",
        "Cleo Finn: They'll send it to the wrong house again.",
        "Ann Lee: The lift engineer will usually ring the caretaker first.",
        "Ann Lee: I hope that our contractor will fit the pump on Thursday.",
        "Ann Lee: Maybe our contractor will fit the pump on Thursday.",
        "Ann Lee: You said that Alder Homes will replace the boiler.",
        "Ann Lee: Will our contractor fit the pump on Thursday?",
        "Ann Lee: Our tenants will know the answer.",
        "Ann Lee: In winter we will not see the sun.",
        "Ann Lee: That is something we cannot support.",
        "Bo Ray: I promise you this won't be done in two weeks.",
        "Dora Holm: If I'm lucky, the council will buy me a chair.",
    ],
)
def test_guesses_habits_jokes_and_other_peoples_words_bind_nobody(turn: str) -> None:
    assert _bound(turn) == []
    assert _brief(turn).follow_ups == []


def test_a_minister_answers_for_the_department_and_a_member_does_not() -> None:
    def said(label: str) -> list[str | None]:
        text = (
            "HOUSE OF ASSEMBLY\n\nThe Minister for Roads (Ann Lee): Good morning.\n\nBo Ray (Quay): Good morning.\n\nAnn Lee: I thank him.\n\nBo Ray: And I her.\n\n"
            f"{label}: The Department will refund everyone who was charged.\n\nAnn Lee: Thank you.\n\nBo Ray: Indeed.\n"
        )
        return [one.said_by for one in summarize(text.encode()).commitments]

    assert said("Ann Lee") == ["Ann Lee"]
    assert said("Bo Ray") == []


def test_a_seat_in_parliament_is_no_party() -> None:
    text = "".join(
        f"{who}: {what}\n\n"
        for who, what in (
            ("The Minister for Roads (Ann Lee)", "Good morning."),
            ("Bo Ray (Quay)", "Good morning to her."),
            ("Ann Lee", "I thank him."),
            ("Bo Ray (Quay)", "We will replace the bridge, whatever she says."),
            ("Ann Lee", "Indeed."),
            ("Bo Ray (Quay)", "Indeed."),
        )
    )
    assert [one.by for one in summarize(f"HOUSE OF ASSEMBLY\n\n{text}".encode()).commitments] == []
