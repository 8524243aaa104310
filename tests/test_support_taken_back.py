"""What the next sentence takes back: a promise binds nobody, and a figure is no longer meant."""

from making import document, item

from summarizer.items import Item
from summarizer.schemas import DraftAgendaItem, DraftFollowUp, Outcome, RejectionReason, Strength, Verdict
from summarizer.support import check

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
    made = item("follow_ups", claim, SHED, *(SHED.line_text(line) for line in lines))
    check([made], SHED)
    return made


def told(summary: str, *lines: int) -> Item:
    claim = DraftAgendaItem(topic="The reserve", summary=summary, outcome=Outcome.INFORMED)
    made = item("agenda_items", claim, SHED, *(SHED.line_text(line) for line in lines))
    check([made], SHED)
    return made


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
