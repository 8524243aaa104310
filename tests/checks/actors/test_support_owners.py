"""Who owns a step and why: own notes, initials, reported words, and what a note only gives somebody to do."""

import pytest
from making import Line, checked, document, item

from summarizer.documents import Document
from summarizer.items import Item
from summarizer.loading import load
from summarizer.schemas import DraftFollowUp, OwnerBasis, Strength
from summarizer.support import check

MINUTES = document(
    "Present: Mrs Wilma Stein, Mr Nuri Bek, Ms Sanna Falk (chair)",
    "WS will send the papers.",
    "Put off: the fee list, NB and SF still have to read it.",
    "Mr Bek asked the treasurer for a table of the fees in the spring paper.",
    "Mrs Stein said that she would have it in the spring paper.",
    "Ms Falk asked whether the hall was free in June.",
    "He did not know and would find out whether it was.",
    "Ms Falk will ring the landlord.",
    "Ms Falk said that she would write to the bank.",
)
ROUND = document("# Round, Monday", "# Tilda", "- today: the export", "# Yannick", "- writes up the visit")
TASKS = document("# Actions", "# Tilda", "- the export", "# Yannick", "- the visit")


def step(source: Document, *quotes: str, **values: str) -> Item:
    made = item("follow_ups", DraftFollowUp(**({"strength": "intends"} | values)), source, *quotes)  # type: ignore[arg-type]
    check([made], source)
    assert made.refused is None
    return made


def basis(source: Document, *quotes: str, **values: str) -> tuple[str | None, str]:
    made = step(source, *quotes, **values)
    return made.values["owner"], made.values["owner_basis"]


def test_initials_are_those_of_somebody_in_the_list() -> None:
    sent = {"action": "send the papers", "owner_basis": "assigned"}
    assert basis(MINUTES, "WS will send the papers.", owner="Wilma Stein", **sent) == ("Wilma Stein", "assigned")
    assert basis(MINUTES, "WS will send the papers.", owner="Nuri Bek", **sent) == (None, "unstated")
    read = {"action": "read the fee list", "owner": "Nuri Bek and Sanna Falk", "owner_basis": "assigned"}
    line = "Put off: the fee list, NB and SF still have to read it."
    assert basis(MINUTES, line, **read) == ("Nuri Bek and Sanna Falk", "assigned")


def test_who_says_that_they_will_answers_the_line_that_asks() -> None:
    asks = "Mr Bek asked the treasurer for a table of the fees in the spring paper."
    says = "Mrs Stein said that she would have it in the spring paper."
    table = {"action": "a table of the fees in the spring paper", "owner_basis": "accepted"}
    assert basis(MINUTES, asks, says, owner="Mrs Stein", **table) == ("Mrs Stein", "accepted")
    assert basis(MINUTES, asks, owner="Mrs Stein", **table) == (None, "unstated")


def test_a_note_that_somebody_will_is_no_word_of_theirs_and_a_report_of_it_is() -> None:
    falk = {"owner": "Ms Falk", "owner_basis": "volunteered"}
    assert basis(MINUTES, "Ms Falk will ring the landlord.", action="ring the landlord", **falk)[1] == "assigned"
    line = "Ms Falk said that she would write to the bank."
    assert basis(MINUTES, line, action="write to the bank", **falk)[1] == "volunteered"


@pytest.mark.parametrize(
    ("line", "owner", "expected"),
    [
        ("Me: the new quote today", "Tilda Roos", "volunteered"),
        ("the pictures are missing (Tilda: will send them today)", "Tilda", "volunteered"),
        ("the pictures are missing (Tilda: send them today)", "Tilda", "assigned"),
        ("Roos: Tilda to send the new quote today", "Tilda", "assigned"),
    ],
)
def test_ones_own_note_is_ones_own_word(line: str, owner: str, expected: str) -> None:
    source = document("Notes: Tilda Roos", line)
    made = step(source, "Notes: Tilda Roos", line, action="send them today", owner=owner, owner_basis="volunteered")
    assert made.values["owner_basis"] == expected


def test_a_line_under_ones_name_in_a_round_is_ones_own_and_in_a_list_of_tasks_is_not() -> None:
    tilda = {"action": "the export", "owner": "Tilda", "owner_basis": "volunteered"}
    assert basis(ROUND, "Tilda", "the export", **tilda)[1] == "volunteered"
    assert basis(TASKS, "Tilda", "the export", **tilda)[1] == "assigned"
    assert basis(ROUND, "Yannick", "writes up the visit", **(tilda | {"action": "the visit"}))[1] == "assigned"


@pytest.mark.parametrize(
    ("language", "line", "owner", "expected"),
    [
        ("es", ("Leandro", "Las repito mañana."), "Leandro", "volunteered"),
        ("es", ("Leandro", "Que Gorka las repita mañana."), "Gorka", "assigned"),
        ("fr", "Mme Roy se propose de repeindre le préau.", "Mme Roy", "volunteered"),
        ("fr", "Mme Roy repeindra le préau.", "Mme Roy", "assigned"),
        ("fr", "M. Bek indique qu'il repeindra le préau.", "M. Bek", "volunteered"),
        ("it", "La signora Riva si offre di ridipingere il portico.", "Riva", "volunteered"),
        ("de", "Frau Stein erklärt sich bereit, den Zaun zu streichen.", "Frau Stein", "volunteered"),
        ("de", "Frau Stein streicht den Zaun.", "Frau Stein", "assigned"),
        ("de", "Herr Bek erklärt sich bereit; Frau Stein streicht den Zaun.", "Frau Stein", "assigned"),
    ],
)
def test_other_languages_tell_who_offers_it(language: str, line: Line, owner: str, expected: str) -> None:
    source = document(line, language=language)
    quote = line if isinstance(line, str) else line[1]
    made = step(source, quote, action=quote.rstrip("."), owner=owner, owner_basis="volunteered")
    assert made.values["owner_basis"] == expected


OFFICES = document(
    "Present: Mrs Wilma Stein (Clerk), Mr Nuri Bek, Treasurer",
    "The Clerk will book the hall.",
    "Treasurer to ring the bank.",
)


def test_an_office_means_its_holder_where_that_is_quoted() -> None:
    hall = {"action": "book the hall", "owner_basis": "assigned"}
    bank = {"action": "ring the bank", "owner_basis": "assigned"}
    there = OFFICES.line_text(1)
    assert basis(OFFICES, OFFICES.line_text(2), there, owner="Wilma Stein", **hall) == ("Wilma Stein", "assigned")
    assert basis(OFFICES, OFFICES.line_text(3), there, owner="Nuri Bek", **bank) == ("Nuri Bek", "assigned")
    assert basis(OFFICES, OFFICES.line_text(2), there, owner="Nuri Bek", **hall) == (None, "unstated")
    assert basis(OFFICES, OFFICES.line_text(2), owner="Wilma Stein", **hall) == (None, "unstated")


@pytest.mark.parametrize(
    ("line", "action", "expected"),
    [
        ("- Discuss the plan with the client (Tom Roe)", "Discuss the plan with the client", "intends"),
        ("- Request a refund (Tom Roe)", "Request a refund", "intends"),
        ("- Ask the bank for the figures", "Ask the bank for the figures", "intends"),
        ("- We discussed the plan with the client (Tom Roe)", "discuss the plan with the client", "discussed"),
        ("- Maybe ask the bank for the figures", "ask the bank for the figures", "proposed"),
    ],
)
def test_the_verb_that_an_entry_of_a_list_of_actions_opens_with_is_the_task(
    line: str, action: str, expected: str
) -> None:
    made = step(document("# Action items", line), line.removeprefix("- "), action=action)
    assert made.values["strength"] == expected


def test_what_somebody_writes_in_the_first_person_in_their_own_mail_is_theirs() -> None:
    mail = load(
        "From: Wilma Stein <wilma@example.org>\nTo: Nuri Bek\nDate: 3 June 2025\nSubject: Papers\n\nI will send the papers.\n\n"
        "On 2 June 2025, Nuri Bek <nuri@example.org> wrote:\n> I will wait.\n"
    )
    sent = {"action": "send the papers", "owner_basis": "volunteered"}
    assert basis(mail, "I will send the papers.", owner="Wilma Stein", **sent) == ("Wilma Stein", "volunteered")
    assert basis(mail, "I will send the papers.", owner="Nuri Bek", **sent) == (None, "unstated")


@pytest.mark.parametrize(("name", "expected"), [("Dirk Meinfeld", "volunteered"), ("Olaf Roth", "assigned")])
def test_who_said_their_name_offers_what_the_speaker_does(name: str, expected: str) -> None:
    source = document(
        ("Marketing", "My name is Dirk Meinfeld."),
        ("Manager", "Olaf Roth is ill."),
        ("Marketing", "I'll ask the users."),
    )
    made = step(source, "I'll ask the users.", action="ask the users", owner=name, owner_basis="volunteered")
    assert made.values["owner_basis"] == expected


def test_an_office_is_that_of_somebody_listed_with_an_initial() -> None:
    source = document("In attendance: Mrs K Bell (Clerk)", "The Clerk will inform the bidder.")
    given = {"action": "inform the bidder", "owner": "K Bell", "owner_basis": "assigned"}
    assert basis(source, "The Clerk will inform the bidder.", "Mrs K Bell (Clerk)", **given)[0] == "K Bell"


@pytest.mark.parametrize(
    ("line", "action", "strength"),
    [
        (
            "Tell the guild about the new keys (should replace the old) (@roth)",
            "Tell the guild about the keys",
            "intends",
        ),
        ("Share the list with the guild so they'll know (@roth)", "Share the list with the guild", "intends"),
        ("Notice for dropping official support of the old lock (@roth)", "Notice for dropping support", "intends"),
        ("Don't share the list with the guild (@roth)", "Share the list with the guild", "denied"),
    ],
)
def test_what_stands_among_tasks_with_its_owner_behind_is_one_whatever_else_it_says(
    line: str, action: str, strength: str
) -> None:
    source = document("# Action Items", f"- {line}")
    item_made = item("follow_ups", DraftFollowUp(action=action, owner="@roth", strength="intends"), source, line)  # type: ignore[arg-type]
    check([item_made], source)
    if strength == "denied":
        assert item_made.refused is not None or item_made.values["strength"] == strength
    else:
        assert (item_made.values["owner"], item_made.values["strength"]) == ("@roth", strength)


def test_who_is_said_to_have_volunteered_did_and_so_did_we_who_say_that_we_will() -> None:
    source = document(
        ("Nuri Bek", "Wilma Stein volunteered for the first draft."),
        ("Nuri Bek", "Wilma Stein will write the first draft."),
        ("Nuri Bek", "We will watch how the fees go."),
    )
    stein = {"action": "write the first draft", "owner": "Wilma Stein", "owner_basis": "volunteered"}
    assert basis(source, "Wilma Stein volunteered for the first draft.", **stein)[1] == "volunteered"
    assert basis(source, "Wilma Stein will write the first draft.", **stein)[1] == "assigned"
    watch = {"action": "watch how the fees go", "owner": "We", "owner_basis": "volunteered"}
    assert basis(source, "We will watch how the fees go.", **watch)[1] == "volunteered"


def test_who_says_that_they_take_it_on_volunteers_beside_the_note_that_gives_them_the_task() -> None:
    source = document(
        ("ROB", "Timothy to add the background to the book."), ("TIMOTHY", "I'll take on the background.")
    )
    claim = DraftFollowUp(
        action="add the background to the book",
        owner="Timothy",
        owner_basis=OwnerBasis.VOLUNTEERED,
        strength=Strength.INTENDS,
    )
    made = checked(
        "follow_ups", claim, source, "Timothy to add the background to the book", "I'll take on the background"
    )
    assert (made.values["owner_basis"], made.changes) == (OwnerBasis.VOLUNTEERED, [])
    alone = checked("follow_ups", claim, source, "Timothy to add the background to the book")
    assert alone.values["owner_basis"] is OwnerBasis.ASSIGNED
