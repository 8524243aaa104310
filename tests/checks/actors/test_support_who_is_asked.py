"""Who is asked to do a thing, who only asks, and who is turned down."""

import pytest
from making import Line, checked, document

from summarizer.items import Item
from summarizer.schemas import DraftCommitment, DraftFollowUp, OwnerBasis, Strength


def owned(action: str, owner: str, *lines: Line, language: str = "en", strength: Strength = Strength.PROPOSED) -> Item:
    claim = DraftFollowUp(action=action, owner=owner, owner_basis=OwnerBasis.ASSIGNED, strength=strength)
    quotes = [line if isinstance(line, str) else line[1] for line in lines]
    return checked("follow_ups", claim, document(*lines, language=language), *quotes)


def explained(made: Item) -> str:
    assert made.support is not None
    return made.support.explanation


LIST: tuple[Line, ...] = (
    ("Ada Vane", "You are going to make a list of the boats that need paint."),
    ("Carl Roth", "Yeah."),
)
CALL: tuple[Line, ...] = (
    ("Teresa Lozano", "Habla tú con el puerto, Elena, y nos cuentas."),
    ("Elena Soto", "Vale, los llamo el lunes."),
)
TURNED_DOWN: tuple[Line, ...] = (
    ("Aylin Demir", "Soll ich wieder die Technik machen?"),
    ("Petra Holm", "Nein, das macht diesmal Frank."),
)


def test_who_says_you_to_one_that_says_yes_does_not_own_the_step() -> None:
    made = owned("make a list of the boats that need paint", "Ada Vane", *LIST, strength=Strength.INTENDS)
    assert made.values["owner"] is None
    assert explained(made) == "Ada Vane puts it to Carl Roth, who says yes."
    made = owned("make a list of the boats that need paint", "Carl Roth", *LIST, strength=Strength.INTENDS)
    assert made.values["owner"] == "Carl Roth"


def test_who_calls_another_by_name_does_not_own_the_step_in_any_language() -> None:
    assert owned("llamar al puerto", "Teresa Lozano", *CALL, language="es").values["owner"] is None
    assert owned("llamar al puerto", "Elena Soto", *CALL, language="es").values["owner"] == "Elena Soto"


def test_who_is_turned_down_does_not_own_the_step() -> None:
    made = owned("die Technik machen", "Aylin Demir", *TURNED_DOWN, language="de")
    assert explained(made) == "Aylin Demir asks whether to, and Petra Holm says no."


def test_who_tells_you_what_to_do_does_not_own_the_step() -> None:
    said: Line = ("Ada Vane", "You should open a ticket on this.")
    made = owned("open a ticket", "Ada Vane", said, ("Carl Roth", "There is one already."))
    assert explained(made) == 'Ada Vane says it to another: "you".'


@pytest.mark.parametrize(
    "words", ["we'll leave it to Ben Ode to draft the text", "it's up to Ben Ode to draft the text"]
)
def test_what_is_left_to_somebody_is_theirs(words: str) -> None:
    lines: tuple[Line, ...] = (("Ada Vane", f"So {words}."),)
    assert owned("draft the text", "Ada Vane", *lines).values["owner"] is None
    assert owned("draft the text", "Ben Ode", *lines).values["owner"] == "Ben Ode"


def promised(by: str, line: str, to: str | None = None) -> Item:
    claim = DraftCommitment(action="continue the work", by=by, to=to, strength=Strength.UNDERTOOK)
    return checked("commitments", claim, document("The Vice President opened the day.", line), line)


def test_they_behind_a_plural_subject_is_no_single_officer() -> None:
    line = "The members thanked the Vice President for her help, and they committed to continuing the work."
    assert explained(promised("the Vice President", line)).startswith('"they" stands for "The members"')
    assert "stands for" not in explained(promised("the members", line))


def test_a_recipient_of_the_same_office_elsewhere_goes() -> None:
    line = "We promised the Foreign Minister of Zaire to continue the work."
    source = document("The Foreign Minister of Gabon was away.", line)
    for to, stays in (("Foreign Minister of Gabon", False), ("Foreign Minister of Zaire", True)):
        claim = DraftCommitment(action="continue the work", to=to, strength=Strength.UNDERTOOK)
        assert (checked("commitments", claim, source, line).values["to"] == to) is stays


def test_then_is_nobody() -> None:
    source = document(
        ("Owen", "I forgot to book the review."), ("Priya", "Then please book it this week."), language="en"
    )
    claim = DraftFollowUp(
        action="book the review", owner="Owen", owner_basis=OwnerBasis.ASSIGNED, strength=Strength.PROPOSED
    )
    assert checked("follow_ups", claim, source, source.line_text(2)).values["owner"] == "Owen"
