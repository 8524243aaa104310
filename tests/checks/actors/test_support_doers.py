"""Who acts where the grammar hides it, and who has changed places with whom."""

import pytest
from making import checked, document

from summarizer.items import Item
from summarizer.schemas import DraftAgendaItem, DraftCommitment, DraftFollowUp, Outcome, OwnerBasis, Strength

NOTES = document(
    "The audit was commissioned by the Board and will be carried out by Harrow & Pike.",
    "The report is to be submitted to the Treasurer within 30 days.",
    "Ambassador Rhea Calloway told Minister Tomas Lindqvist that Norvia would lend Estmark three vessels.",
    "Mrs Adeyemi assured Councillor Rowe that the clinic would stay.",
    "I can take the visa question.",
    "Ann Lee met Bo Park.",
    "The contract will be signed by Friday.",
    "The key will be handed to Bo Park, who will return it to the Clerk.",
)
CALL = document(
    ("Marta", "Can you send the revised budget to the auditors?"),
    ("Owen", "Yes, will do."),
)


def promise(action: str, by: str, line: int, *, said_by: str | None = None) -> Item:
    claim = DraftCommitment(action=action, by=by, said_by=said_by, strength=Strength.INTENDS)
    return checked("commitments", claim, NOTES, NOTES.line_text(line))


@pytest.mark.parametrize(("by", "stands"), [("Harrow & Pike", True), ("the Board", False)])
def test_who_is_named_behind_a_passive_acts(by: str, stands: bool) -> None:
    assert (promise("carry out the audit", by, 1).refused is None) is stands


def test_a_date_behind_a_passive_acts_not() -> None:
    assert promise("sign the contract", "Bo Park", 7).refused is None


@pytest.mark.parametrize(
    ("owner", "action", "line", "kept"),
    [
        ("the Treasurer", "submit the report", 2, None),
        ("Bo Park", "return the key to the Clerk", 8, "Bo Park"),
    ],
)
def test_to_whom_something_is_sent_does_not_send_it(owner: str, action: str, line: int, kept: str | None) -> None:
    claim = DraftFollowUp(action=action, owner=owner, owner_basis=OwnerBasis.NAMED_BODY, strength=Strength.INTENDS)
    made = checked("follow_ups", claim, NOTES, NOTES.line_text(line))
    assert made.values["owner"] == kept


@pytest.mark.parametrize(("owner", "kept"), [("Owen", "Owen"), ("Marta", None)])
def test_who_answers_without_a_pronoun_takes_it_on(owner: str, kept: str | None) -> None:
    claim = DraftFollowUp(
        action="send the revised budget to the auditors",
        owner=owner,
        owner_basis=OwnerBasis.ACCEPTED,
        strength=Strength.AGREED,
    )
    made = checked("follow_ups", claim, CALL, CALL.line_text(1), CALL.line_text(2))
    assert made.values["owner"] == kept


@pytest.mark.parametrize(
    ("said_by", "kept"), [("Rhea Calloway", "Rhea Calloway"), ("Tomas Lindqvist", "Ambassador Rhea Calloway"), (None, "Ambassador Rhea Calloway")]
)  # fmt: skip
def test_who_is_told_something_does_not_say_it(said_by: str | None, kept: str | None) -> None:
    made = promise("lend Estmark three vessels", "Norvia", 3, said_by=said_by)
    assert made.refused is None
    assert made.values["said_by"] == kept


@pytest.mark.parametrize(
    ("summary", "line", "stands"),
    [
        ("Councillor Rowe assured Mrs Adeyemi that the clinic would stay.", 4, False),
        ("Mrs Adeyemi assured Councillor Rowe that the clinic would stay.", 4, True),
        ("Bo Park met Ann Lee.", 6, True),
        ("Harrow & Pike commissioned the audit.", 1, False),
        ("The Board commissioned the audit.", 1, True),
    ],
)
def test_two_parties_who_changed_places_are_caught(summary: str, line: int, stands: bool) -> None:
    quote = NOTES.line_text(line)
    made = checked(
        "agenda_items", DraftAgendaItem(topic=quote, summary=summary, outcome=Outcome.INFORMED), NOTES, quote
    )
    assert (made.values["summary"] == summary) is stands


def test_who_writes_i_in_a_text_without_speakers_volunteers() -> None:
    claim = DraftFollowUp(
        action="take the visa question", owner="Ann Lee", owner_basis=OwnerBasis.VOLUNTEERED, strength=Strength.INTENDS
    )
    made = checked("follow_ups", claim, NOTES, NOTES.line_text(5))
    assert made.values["owner_basis"] is OwnerBasis.VOLUNTEERED


@pytest.mark.parametrize(
    ("line", "by", "stands"),
    [
        ("The tenants were promised a new lift by Mr Rook.", "The tenants", False),
        ("The tenants were promised a new lift by Mr Rook.", "Mr Rook", True),
        ("The tenants promised a new lift.", "The tenants", True),
        ("The tenants were assured that the new lift would come.", "The tenants", False),
        ("The tenants will be paid £400 for lifts by Hask Ltd.", "The tenants", False),
        ("The tenants will be paid £400 for lifts by Hask Ltd.", "Hask Ltd", True),
    ],
)
def test_whom_a_passive_serves_is_not_bound(line: str, by: str, stands: bool) -> None:
    source = document(line)
    claim = DraftCommitment(action="lift", by=by, strength=Strength.INTENDS)
    made = checked("commitments", claim, source, line)
    assert (made.refused is None) is stands


@pytest.mark.parametrize(("by", "stands"), [("the Government of Norvia", True), ("the Port of Estmark", False)])
def test_whose_intention_another_tells_acts(by: str, stands: bool) -> None:
    line = "Separately, Minister Lind expressed the intention of the Government of Norvia to lend vessels to the Port of Estmark."
    claim = DraftCommitment(action="lend vessels to the Port of Estmark", by=by, strength=Strength.INTENDS)
    made = checked("commitments", claim, document(line), line)
    assert (made.refused is None) is stands
    assert stands or made.explanation == f'The words bind "Minister Lind", not "{by}".'


@pytest.mark.parametrize(("by", "verdict"), [("Mara Lind and Bo Park", "supported"), ("Mara Lind", "partly")])
def test_the_two_may_stand_for_two_who_are_named_together(by: str, verdict: str) -> None:
    source = document(
        "Minister Mara Lind met Minister Bo Park.",
        "On the ferries between the two countries, the two ministers agreed to keep the fares as they are.",
    )
    claim = DraftCommitment(action="keep the fares as they are", by=by, strength=Strength.AGREED)
    made = checked("commitments", claim, source, source.line_text(2))
    assert made.support is not None
    assert made.support.verdict.value == verdict
