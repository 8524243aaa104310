"""What the next sentence takes back: a promise binds nobody, and a figure is no longer meant."""

import pytest
from making import Line, checked, document

from summarizer.items import Item
from summarizer.schemas import (
    DraftAgendaItem,
    DraftDecision,
    DraftFollowUp,
    Outcome,
    RejectionReason,
    Strength,
    Verdict,
)

SHED = document(
    ("Petra", "I'll draft the cover letter."),
    ("Petra", "I have to take that back, there is no time."),
    ("Iris", "Then I will write the letter myself."),
    ("Iris", "The reserve is 5 million."),
    ("Iris", "Sorry, I misspoke: the reserve is 7 million."),
    ("Petra", "I'll paint the shed."),
    ("Iris", "I take that back about the letter."),
)


def step(action: str, owner: str, *lines: int, strength: Strength = Strength.INTENDS) -> Item:
    claim = DraftFollowUp(action=action, owner=owner, strength=strength)
    return checked("follow_ups", claim, SHED, *(SHED.line_text(line) for line in lines))


def told(summary: str, *lines: int) -> Item:
    claim = DraftAgendaItem(topic="The reserve", summary=summary, outcome=Outcome.INFORMED)
    return checked("agenda_items", claim, SHED, *(SHED.line_text(line) for line in lines))


def test_a_promise_that_is_taken_back_at_once_is_none() -> None:
    made = step("draft the cover letter", "Petra", 1)
    assert made.refused is RejectionReason.CONTRADICTED
    assert made.explanation == "It is taken back in the next sentence: I have to take that back, there is no time."


def test_who_takes_it_on_instead_keeps_it_and_so_does_whoever_is_followed_by_another() -> None:
    assert step("write the cover letter", "Iris", 1, 3).refused is None
    assert step("paint the shed", "Petra", 6).refused is None


def test_a_figure_that_is_corrected_is_borne_only_partly() -> None:
    wrong, right = told("The reserve is 5 million.", 4), told("The reserve is 7 million.", 4, 5)
    assert wrong.support is not None
    assert right.support is not None
    assert wrong.support.verdict is Verdict.PARTLY
    assert right.support.verdict is Verdict.SUPPORTED


def taken_on(*lines: Line, owner: str = "Jo", due: str | None = None, language: str = "en") -> Item:
    """What becomes of a step that rests on the first line."""
    source = document(*lines, language=language)
    claim = DraftFollowUp(action="order the cake", owner=owner, strength=Strength.INTENDS, due=due)
    return checked("follow_ups", claim, source, source.line_text(1))


CAKE = ("Jo", "I'll order the cake.")


@pytest.mark.parametrize(
    "behind",
    [
        [("Jo", "Actually, no.")],
        [("Jo", "On second thoughts, the shop is shut.")],
        [("Kim", "Thanks!"), ("Jo", "Actually, I can't, the shop is shut.")],
        [("Kim", "No, leave it, Mark has it."), ("Jo", "Fine.")],
        [("Kim", "No need, we have one.")],
        [("Kim", "No, I'll do it.")],
    ],
)
def test_whoever_takes_it_back_or_is_called_off_is_not_bound(behind: list[Line]) -> None:
    assert taken_on(CAKE, *behind).refused is RejectionReason.CONTRADICTED


@pytest.mark.parametrize(
    "behind",
    [
        [("Jo", "Actually, Kim likes plum.")],
        [("Kim", "No problem, thanks.")],
        [("Kim", "No, it is not far. Thank you!")],
        [("Kim", "Leave it with me to pay.")],
        [("Kim", "No need to rush.")],
        [("Kim", "No, leave it, I'll do it."), ("Jo", "No, I'll do it, I pass the shop.")],
    ],
)
def test_other_answers_and_who_insists_leave_a_promise_as_it_is(behind: list[Line]) -> None:
    assert taken_on(CAKE, *behind).refused is None


def test_who_takes_it_over_is_bound_and_not_who_is_called_off() -> None:
    source = document(CAKE, ("Kim", "No, leave it, I'll order it."))
    claim = DraftFollowUp(action="order the cake", owner="Kim", strength=Strength.INTENDS)
    made = checked("follow_ups", claim, source, source.line_text(1), source.line_text(2))
    assert made.refused is None


def test_a_day_that_is_put_right_goes() -> None:
    due = "by Monday"
    told = ("Jo", "I'll order the cake by Monday.")
    assert taken_on(told, ("Jo", "Sorry, Wednesday."), due=due).values["due"] is None
    assert taken_on(told, ("Kim", "Wednesday is too late."), due=due).values["due"] == due
    assert taken_on(told, ("Jo", "No one eats on Wednesday."), due=due).values["due"] == due


def test_a_decision_that_is_undone_behind_is_borne_only_partly() -> None:
    source = document("It was agreed to sell the hut.", "Later in the meeting this was rescinded.")
    made = checked("decisions", DraftDecision(text="sell the hut"), source, source.line_text(1))
    assert made.support is not None
    assert made.support.verdict is Verdict.PARTLY


@pytest.mark.parametrize(
    ("lines", "owner"),
    [
        (["Ann will ring the bank.", "Actually, the Chair said she would do it herself."], None),
        (["Ann will ring the bank.", "In the end Bob offered to do it instead."], None),
        (["Ann will ring the bank.", "Ann said she would do it herself."], "Ann"),
        (["Ann will ring the bank.", "The Chair said she would write to the port herself."], "Ann"),
        (["Ann will ring the bank.", "She will do it herself."], "Ann"),
    ],
)
def test_who_was_to_do_what_another_takes_over_does_not_own_it(lines: list[str], owner: str | None) -> None:
    source = document(*lines)
    claim = DraftFollowUp(action="ring the bank", owner="Ann", owner_basis="assigned", strength="intends")
    made = checked("follow_ups", claim, source, lines[0])
    assert made.refused is None
    assert made.values["owner"] == owner
