"""Claims that rest on two lines: one that asks, offers or foretells, and one that settles it. And notes of tasks."""

from typing import Any

import pytest
from making import checked, document

from summarizer.documents import Document
from summarizer.items import Item
from summarizer.schemas import DraftCommitment, DraftFollowUp, RejectionReason, Strength

HEARING = document(
    ("Osk", "Will the ferry company run a boat on Sundays?"),
    ("Ruben", "We can't, too few crews."),
    ("Osk", "Would you send us the timetable?"),
    ("Ruben", "Yes, I'll send it on Monday."),
    ("Osk", "Did you count the passengers?"),
    ("Ruben", "Yes, I'll count the cars as well."),
    ("Ruben", "There will be more boats on the lake in summer."),
    ("Ruben", "The jetty will be mended by October."),
    ("Ruben", "You have my word."),
    ("Osk", "Will you answer our letter?"),
    ("Ruben", "We will, Chair."),
    ("Osk", "Could you lower the fare?"),
    ("Ruben", "No, Osk."),
    ("Ruben", "I can't give you the manifest without the owner's leave."),
    ("Ruben", "I'll ask the owner for leave this afternoon, and if he allows it I'll bring it myself."),
)
MINUTES = document(
    "Ms. Thorne asked whether the company would pay for the fence along the canal.",
    "Mr. Vance said that it would not.",
    "Mr. Vance said that it would not close the towpath.",
    "She invited the mayor to visit the lock in the course of the year; the invitation was accepted with thanks.",
    "He asked the board to buy a pump; the minutes were accepted.",
    "Ms. Thorne asked for a discount of 5 per cent.",
    "Said no.",
    "Said no decision had been taken.",
    "Brightwater put a new price on the table, 4.2 from 1 June, if the council drops the claim for a lift.",
    "Told her 0.48 if the paper is here by Friday.",
    "The river stood at 4.2 if the gauge is right.",
    "Flood watch: Ms. Thorne asked whether the wardens could put off the strike.",
    "Mr. Vance agreed, no strike before Monday.",
    "Ms. Thorne asked Mr. Vance whether the path would be drained.",
    "He did not know and would find out.",
    "Mr. Vance will call both sides and, if there is something to talk about, hire a hall.",
    "Minister Arden and Councillor Bly signed an Agreement on the weir.",
    "Under the Agreement, Arden Vale will build the weir by the end of 2029.",
    "Arden Vale will paint the footbridge.",
)
NOTES = document(
    "# Ines",
    "today: labels screen",
    "pairs w/ Rowan on the scanner after 14:00",
    "Rowan: will post the photos today",
    "Ines: fixed the printer today",
    "ticket 12 still without reviewer → Dmitri",
    "Me: corrected price list out today; ask Hugh about the folding line.",
    "Ines and Rowan still have to read the policy.",
    "The printers jam after 14:00.",
)


def _made(source: Any, kind: str, claim: Any, quotes: tuple[str, ...]) -> Item:
    return checked(kind, claim, source, *quotes)


def commitment(source: Any, *quotes: str, **values: Any) -> Item:
    return _made(source, "commitments", DraftCommitment(**values), quotes)


def follow_up(*quotes: str, source: Document = NOTES, **values: Any) -> Item:
    return _made(source, "follow_ups", DraftFollowUp(**values), quotes)


@pytest.mark.parametrize(
    ("source", "action", "quotes"),
    [
        (
            HEARING,
            "run a boat on Sundays",
            ("Will the ferry company run a boat on Sundays?", "We can't, too few crews."),
        ),
        (HEARING, "lower the fare", ("Could you lower the fare?", "No, Osk.")),
        (MINUTES, "pay for the fence along the canal", (MINUTES.line_text(1), "Mr. Vance said that it would not.")),
        (MINUTES, "give a discount of 5 per cent", ("Ms. Thorne asked for a discount of 5 per cent.", "Said no.")),
    ],
)
def test_a_refusal_stands_in_the_answer(source: Any, action: str, quotes: tuple[str, ...]) -> None:
    made = commitment(source, *quotes, action=action, strength=Strength.DENIED)
    assert made.refused is None
    assert made.values["strength"] is Strength.DENIED


@pytest.mark.parametrize(
    "quotes",
    [
        (MINUTES.line_text(1), "Mr. Vance said that it would not close the towpath."),
        (MINUTES.line_text(1), "Said no decision had been taken."),
        (MINUTES.line_text(1),),
    ],
)
def test_a_refusal_of_something_else_refuses_nothing(quotes: tuple[str, ...]) -> None:
    made = commitment(MINUTES, *quotes, action="pay for the fence along the canal", strength=Strength.DENIED)
    assert made.refused is RejectionReason.CONTRADICTED


def test_what_is_promised_is_not_refused_by_a_no_to_something_else() -> None:
    made = commitment(HEARING, "Yes, I'll send it on Monday.", "No, Osk.", action="send it", strength=Strength.DENIED)
    assert made.refused is RejectionReason.CONTRADICTED


def test_a_word_given_makes_an_undertaking_of_the_sentence_beside_it() -> None:
    quotes = "The jetty will be mended by October.", "You have my word."
    made = commitment(HEARING, *quotes, action="mend the jetty", due="by October", strength=Strength.UNDERTOOK)
    assert made.refused is None
    assert made.values["strength"] is Strength.UNDERTOOK
    alone = commitment(HEARING, quotes[0], action="mend the jetty", due="by October", strength=Strength.UNDERTOOK)
    assert alone.values["strength"] is Strength.INTENDS


def test_a_forecast_without_a_word_given_is_no_promise() -> None:
    quote = "There will be more boats on the lake in summer."
    made = commitment(HEARING, quote, action="more boats on the lake", strength=Strength.UNDERTOOK)
    assert made.refused is RejectionReason.TOO_WEAK


@pytest.mark.parametrize(
    ("action", "quotes", "strength"),
    [
        ("send the timetable", ("Would you send us the timetable?", "Yes, I'll send it on Monday."), "agreed"),
        ("answer the letter", ("Will you answer our letter?", "We will, Chair."), "agreed"),
        ("count the cars", ("Did you count the passengers?", "Yes, I'll count the cars as well."), "intends"),
    ],
)
def test_who_says_yes_when_asked_agrees(action: str, quotes: tuple[str, ...], strength: str) -> None:
    made = commitment(HEARING, *quotes, action=action, by="Ruben", strength=Strength.UNDERTOOK)
    assert made.refused is None
    assert made.values["strength"] == strength


def test_an_invitation_that_is_accepted_is_agreed() -> None:
    made = commitment(MINUTES, MINUTES.line_text(4), action="visit the lock", by="the mayor", strength=Strength.AGREED)
    assert made.values["strength"] is Strength.AGREED
    assert made.refused is None
    other = commitment(MINUTES, MINUTES.line_text(5), action="buy a pump", by="the board", strength=Strength.AGREED)
    assert other.refused is RejectionReason.TOO_WEAK


def test_what_is_agreed_to_stay_away_is_agreed() -> None:
    made = commitment(
        MINUTES,
        MINUTES.line_text(12),
        MINUTES.line_text(13),
        action="no strike before Monday",
        strength=Strength.AGREED,
    )
    assert made.refused is None
    assert made.values["strength"] is Strength.AGREED


@pytest.mark.parametrize(("line", "figure"), [(9, "4.2 from 1 June"), (10, "0.48")])
def test_a_figure_may_be_offered_on_a_condition_without_a_verb(line: int, figure: str) -> None:
    made = commitment(MINUTES, MINUTES.line_text(line), action=figure, strength=Strength.CONDITIONAL)
    assert made.refused is None
    assert made.values["strength"] is Strength.CONDITIONAL


def test_a_figure_that_nobody_offers_is_no_promise() -> None:
    made = commitment(MINUTES, MINUTES.line_text(11), action="4.2", strength=Strength.CONDITIONAL)
    assert made.refused is RejectionReason.TOO_WEAK


def test_who_would_find_out_takes_it_on() -> None:
    quotes = MINUTES.line_text(14), MINUTES.line_text(15)
    made = commitment(MINUTES, *quotes, action="find out whether the path would be drained", strength=Strength.INTENDS)
    assert made.refused is None


@pytest.mark.parametrize(("action", "strength"), [("call both sides", "intends"), ("hire a hall", "conditional")])
def test_the_condition_of_a_second_act_leaves_the_first_alone(action: str, strength: str) -> None:
    made = commitment(MINUTES, MINUTES.line_text(16), action=action, by="Mr. Vance", strength=Strength.INTENDS)
    assert made.values["strength"] == strength


def test_the_condition_of_another_sentence_leaves_an_act_alone() -> None:
    quotes = HEARING.line_text(14), "I'll ask the owner for leave this afternoon"
    made = commitment(
        HEARING, *quotes, action="ask the owner for leave to give the manifest", by="Ruben", strength=Strength.INTENDS
    )
    assert made.values["strength"] is Strength.INTENDS


def test_a_condition_without_a_comma_ends_where_the_promise_begins() -> None:
    quote = HEARING.line_text(15)
    made = commitment(HEARING, quote, action="bring it himself", by="Ruben", strength=Strength.INTENDS)
    assert made.values["strength"] is Strength.CONDITIONAL
    assert made.values["condition"] == "if he allows it"


def test_what_a_signed_paper_says_of_its_parties_is_signed() -> None:
    signed, under, beside = (MINUTES.line_text(line) for line in (17, 18, 19))
    made = commitment(MINUTES, under, signed, action="build the weir", by="Arden Vale", strength=Strength.SIGNED)
    assert made.values["strength"] is Strength.SIGNED
    assert made.refused is None
    alone = commitment(MINUTES, under, action="build the weir", by="Arden Vale", strength=Strength.SIGNED)
    assert alone.values["strength"] is Strength.INTENDS
    other = commitment(MINUTES, beside, signed, action="paint the footbridge", by="Arden Vale", strength="signed")
    assert other.values["strength"] is Strength.INTENDS


@pytest.mark.parametrize(
    ("action", "owner", "due", "quotes", "strength"),
    [
        ("labels screen", "Ines", "today", ("Ines", "today: labels screen"), "intends"),
        ("pairs w/ Rowan on the scanner", "Ines", "after 14:00", ("Ines", NOTES.line_text(3)), "intends"),
        ("post the photos", "Rowan", "today", (NOTES.line_text(4),), "intends"),
        ("review ticket 12", "Dmitri", None, (NOTES.line_text(6),), "intends"),
        ("corrected price list out", "Me", "today", (NOTES.line_text(7),), "intends"),
        ("ask Hugh about the folding line", "Me", None, (NOTES.line_text(7),), "intends"),
        ("read the policy", "Ines and Rowan", None, (NOTES.line_text(8),), "intends"),
        ("fixed the printer", "Ines", "today", (NOTES.line_text(5),), "mentioned"),
        ("look at the printers", "Ines", "after 14:00", ("Ines", NOTES.line_text(9)), "mentioned"),
        ("ticket 12 without reviewer", "Rowan", None, (NOTES.line_text(6),), "mentioned"),
    ],
)
def test_a_note_of_a_task_with_an_owner_is_intended(
    action: str, owner: str, due: str | None, quotes: tuple[str, ...], strength: str
) -> None:
    made = follow_up(*quotes, action=action, owner=owner, owner_basis="assigned", due=due, strength=Strength.INTENDS)
    assert made.values["strength"] == strength


def _answered(words: str, strength: Strength) -> Item:
    source = document(("Orr", "Will you mend the slipway?"), ("Hale", words))
    quotes = "Will you mend the slipway?", words
    return commitment(source, *quotes, action="mend the slipway", by="Hale", strength=strength)


@pytest.mark.parametrize(
    "words",
    ["I'm afraid not.", "No, we won't.", "That's out of the question.", "Not this year, no.", "It won't be possible."],
)
def test_a_refusal_has_many_wordings(words: str) -> None:
    assert _answered(words, Strength.DENIED).refused is None


@pytest.mark.parametrize("words", ["No, we will paint it.", "I can't hear you.", "No idea.", "Not for nothing."])
def test_a_no_to_something_else_is_no_refusal(words: str) -> None:
    assert _answered(words, Strength.DENIED).refused is RejectionReason.CONTRADICTED


@pytest.mark.parametrize(
    "words", ["Yes.", "Of course.", "I will.", "We'll do that.", "Yep, after the tide.", "Can do."]
)
def test_a_yes_has_many_wordings(words: str) -> None:
    assert _answered(words, Strength.UNDERTOOK).values["strength"] is Strength.AGREED


def _suggested(words: str, strength: Strength, asked: str = "Should we mend the slipway?") -> Item:
    source = document(("Orr", asked), ("Hale", words))
    action = {"action": "mend the slipway", "strength": strength}
    return follow_up(asked, words, source=source, **action)


@pytest.mark.parametrize(
    "words",
    ["Sounds good.", "That sounds good to me, Orr.", "Looks good to me.", "Works for us.", "I'm fine with that.", "Seconded.", "Yes, let's do that.", "OK, let's do it then."],
)  # fmt: skip
@pytest.mark.parametrize("asked", ["Should we mend the slipway?", "The club should mend the slipway."])
def test_who_likes_what_is_suggested_agrees(words: str, asked: str) -> None:
    assert _suggested(words, Strength.AGREED, asked).values["strength"] is Strength.AGREED


@pytest.mark.parametrize(
    "words",
    ["It sounds good on paper.", "Sounds good, but who pays?", "It looks good from the tower.", "Does that sound good?", "Sounds good?"],
)  # fmt: skip
def test_what_only_sounds_like_assent_is_none(words: str) -> None:
    assert _suggested(words, Strength.AGREED).values["strength"] is not Strength.AGREED


def test_lets_do_that_agrees_to_what_was_only_noted() -> None:
    noted = "For every repair, a line in the book."
    assert _suggested("Yes, let's do that.", Strength.AGREED, noted).values["strength"] is Strength.AGREED
    assert _suggested("Fine by me.", Strength.AGREED, noted).refused is RejectionReason.UNSUPPORTED


def test_assent_may_hang_on_a_condition() -> None:
    made = _suggested("Sounds good, if we get the money.", Strength.AGREED)
    assert made.values["strength"] is Strength.CONDITIONAL


def test_a_yes_bears_what_is_asked_beside_a_line_that_only_tells_when() -> None:
    lines = ("Orr", "Can you mend the slipway?"), ("Hale", "Yes."), ("Orr", "When?"), ("Hale", "Tomorrow afternoon.")
    source = document(*lines)
    step = {"action": "mend it", "owner": "Hale", "owner_basis": "accepted", "due": "tomorrow afternoon"}
    made = follow_up(*(words for _, words in lines), source=source, strength=Strength.AGREED, **step)
    assert made.values["strength"] is Strength.AGREED
    assert made.values["owner"] == "Hale"


def test_who_says_yes_owns_it_whatever_else_is_quoted() -> None:
    lines = (
        ("Orr", "I promised the harbour master that we'd mend the slipway."),
        ("Orr", "Can you go down there?"),
        ("Hale", "Yes."),
    )
    quotes = [words for _, words in lines]
    step = {"action": "go down and mend the slipway", "owner_basis": "accepted", "strength": Strength.AGREED}
    made = follow_up(*quotes, source=document(*lines), owner="Hale", **step)
    assert (made.values["owner"], made.values["owner_basis"]) == ("Hale", "accepted")
    assert follow_up(*quotes[:2], source=document(*lines), owner="Hale", **step).values["owner"] is None


@pytest.mark.parametrize(
    "words",
    ["Yes, it's in a bad state.", "Yeah, I know.", "Okay, but who pays?", "Absolutely not.", "I'll think about it."],
)
def test_a_yes_to_something_else_takes_nothing_on(words: str) -> None:
    assert _answered(words, Strength.AGREED).refused is RejectionReason.TOO_WEAK


def test_a_yes_may_hang_on_a_condition() -> None:
    made = _answered("Yes, if we get the money.", Strength.AGREED)
    assert made.values["strength"] is Strength.CONDITIONAL
    assert made.values["condition"] == "if we get the money"
    later = _answered("On Thursday, yeah, if the tide is low.", Strength.AGREED)
    assert later.values["strength"] is Strength.CONDITIONAL


@pytest.mark.parametrize(
    ("answer", "strength"),
    [
        ("Mr. Hale said that he would.", Strength.AGREED),
        ("The firm will do so this week.", Strength.AGREED),
        ("He consented.", Strength.AGREED),
        ("He would think about it.", None),
        ("He said that prices would rise.", None),
        ("Ms. Orr agreed with the previous speaker.", None),
    ],
)
def test_minutes_tell_of_an_acceptance(answer: str, strength: Strength | None) -> None:
    asked = "Ms. Orr asked whether the firm would mend the slipway."
    made = commitment(
        document(asked, answer), asked, answer, action="mend the slipway", by="the firm", strength="agreed"
    )
    assert (None if made.refused else made.values["strength"]) == strength


@pytest.mark.parametrize(
    ("note", "strength"),
    [
        ("| Chase the printer | Rowan | Friday |", "intends"),
        ("Chase the printer (Rowan)", "intends"),
        ("- [ ] Rowan: chase the printer", "intends"),
        ("@Rowan chase the printer", "intends"),
        ("Rowan - chase the printer", "intends"),
        ("Rowan chases the printer on Monday", "intends"),
        ("Rowan is chasing the printer tomorrow", "intends"),
        ("- [x] Chase the printer (Rowan)", "mentioned"),
        ("Chased the printer (Rowan)", "mentioned"),
        ("The printer broke (Rowan)", "mentioned"),
        ("Rowan: chased the printer today", "mentioned"),
        ("Rowan: the printer is broken today", "mentioned"),
        ("Rowan chased the printer on Monday", "mentioned"),
        ("| Rowan Vale | printer | present |", "mentioned"),
    ],
)
def test_notes_of_tasks_take_many_forms(note: str, strength: str) -> None:
    made = _made(
        document("The sheet of the week is with the board, as it is on all days.", note),
        "follow_ups",
        DraftFollowUp(action="chase the printer", owner="Rowan", owner_basis="assigned", strength=Strength.INTENDS),
        (note,),
    )
    assert made.values["strength"] == strength


def test_a_refusal_may_name_what_is_refused_by_the_opposite_verb() -> None:
    source = document("The union rejected the offer of 3 per cent.", "The firm accepted the offer of 4 per cent.")
    refusal = {"action": "accept the offer of 3 per cent", "by": "The union", "strength": Strength.DENIED}
    assert commitment(source, source.line_text(1), **refusal).refused is None
    turned = {"action": "reject the offer of 4 per cent", "by": "The firm", "strength": Strength.AGREED}
    assert commitment(source, source.line_text(2), **turned).refused is RejectionReason.CONTRADICTED


@pytest.mark.parametrize(
    ("line", "strength"),
    [
        ("Add labels to the boxes in the shed", Strength.PROPOSED),
        ("Labels on the boxes in the shed", Strength.MENTIONED),
        ("Added labels to the boxes in the shed", Strength.MENTIONED),
    ],
)
def test_what_a_note_tells_nobody_to_do_is_asked_for_at_most(line: str, strength: Strength) -> None:
    values = {"action": "add labels to the boxes in the shed", "strength": Strength.INTENDS}
    assert follow_up(line, source=document(line), **values).values["strength"] is strength
