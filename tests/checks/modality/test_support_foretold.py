"""What is only foretold or supposed is not told as done."""

import pytest
from checks.telling import WHOLE, told
from making import Line, checked, document

from summarizer.schemas import DraftAgendaItem, Outcome

PORT = document(
    "The audit was commissioned by the Board and will be carried out by Harrow & Pike.",
    "If parliament approves the loan, Kestria will build the second reactor.",
    "The Trust will dredge three of the seven berths before the winter.",
    "The chair asked donors to meet their pledges.",
    "The Council is minded to refuse the application but deferred its decision to June.",
    "The Council resolved to approve the minutes.",
    "The bridge will be opened in May; the old ferry was opened in 1950.",
    ("Ann Lee", "I will second the motion."),
    ("Hugo", "Done, the fire doors were fitted on Tuesday."),
    "Twelve wells may run dry unless pumping is cut by half.",
)


def summary(told: str, line: int) -> str | None:
    quote = PORT.line_text(line)
    made = checked("agenda_items", DraftAgendaItem(topic=quote, summary=told, outcome=Outcome.INFORMED), PORT, quote)
    kept = made.values["summary"]
    assert kept is None or isinstance(kept, str)
    return kept


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("The audit was carried out by Harrow & Pike.", 1),
        ("Parliament approved the loan.", 2),
        ("Kestria has built the second reactor.", 2),
        ("The Trust dredged three of the seven berths.", 3),
        ("Donors have met their pledges.", 4),
        ("The Council refused the application.", 5),
        ("The fire doors will be fitted on Tuesday.", 9),
        ("Pumping was cut by half.", 10),
    ],
)
def test_what_is_to_come_is_not_told_as_done(told: str, line: int) -> None:
    assert summary(told, line) is None


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("The audit, which the Board commissioned, is to be carried out by Harrow & Pike.", 1),
        ("The second reactor will be built once the loan is approved.", 2),
        ("The loan has yet to be approved.", 2),
        ("Three of the seven berths are to be dredged before winter.", 3),
        ("Donors were asked to meet their pledges.", 4),
        ("The decision on the application was deferred to June.", 5),
        ("The minutes were approved.", 6),
        ("The old ferry was opened in 1950.", 7),
        ("Ann Lee seconded the motion.", 8),
        ("The fire doors have been fitted.", 9),
        ("Pumping has to be cut by half.", 10),
    ],
)
def test_what_is_told_as_it_is_to_come_stays(told: str, line: int) -> None:
    assert summary(told, line) == told


def test_what_is_expected_of_some_is_not_told_as_done():
    line = "The board expects some forty drivers to be trained by June."
    for summary, stands in (
        ("Some forty drivers were trained.", False),
        ("Some forty drivers are to be trained.", True),
    ):
        claim = DraftAgendaItem(topic="drivers", summary=summary, outcome=Outcome.INFORMED)
        item = checked("agenda_items", claim, document(line), line)
        assert (item.values["summary"] == summary) is stands


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("The chair proposed to delete the paragraph.", "The paragraph was deleted."),
        (("Ann", "I've asked officials to prepare a new estimate."), "Officials have prepared a new estimate."),
        (("Ann", "Tim, please label this as supported."), "Tim labelled this as supported."),
    ],
)
def test_what_is_proposed_or_asked_for_is_not_done(line: Line, wrong: str) -> None:
    assert "where the quoted words say" in told(wrong, line, ("Tim", "Yes."), quotes=1)


def test_what_somebody_was_supposed_to_do_is_not_done() -> None:
    line = ("Owen", "I was supposed to book the review in December.")
    assert "where the quoted words say" in told("Owen booked the review in December.", line)


@pytest.mark.parametrize(
    ("language", "line", "summary"),
    [
        ("en", "We stand ready to lend a crane, should the town of Hollin ask for one.", "The town of Hollin has asked for a crane."),
        ("en", "The claim would fall if the licence of 2016 was found void.", "The licence of 2016 was found void."),
        ("de", "Die Uhren liest Jochen ab, falls er wieder gesund ist.", "Jochen liest die Uhren ab, weil er wieder gesund ist."),
        ("fr", "Le syndic écrira à Lamy si la pompe est toujours en panne lundi.", "La pompe est toujours en panne lundi."),
    ],
)  # fmt: skip
def test_what_a_condition_holds_is_not_told_as_so(language: str, line: str, summary: str) -> None:
    assert told(summary, line, language=language) != WHOLE


@pytest.mark.parametrize(
    ("lines", "summary"),
    [
        (("The claim would fall if the licence was found void.",), "If the licence is void, the claim falls."),
        (("The licence was found void.", "If the licence is void, the claim falls."), "The licence was found void."),
        (("Only if you write to the clerk can you be sure of a berth.",), "Only those who write to the clerk can be sure of a berth."),
    ],
)  # fmt: skip
def test_a_condition_may_be_told_as_one(lines: tuple[str, ...], summary: str) -> None:
    assert "only suppose it" not in told(summary, *lines)
