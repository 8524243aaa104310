"""Lines that an editor's margin broke say what they would on one line."""

import textwrap

import pytest

from summarizer import Brief, summarize

HEAD = "Minutes of the harbour board\n\nPresent: Ann Reed, Bo Lind, Cy Fox\n\n"
READOUT = (
    "The Deputy Minister received on Monday a delegation of the Republic of Varde headed by H.E. Dr. Salima Benraad,"
    " Secretary of State for Ports, for the third round of consultations. The two sides spoke of the pilots at length. They"
    " also agreed to conclude the talks on fees before the end of June 2025."
)


def _brief(text: str) -> Brief:
    return summarize(text.encode())


@pytest.mark.parametrize("width", [60, 68, 72, 80, 97, 400])
def test_names_acts_and_days_go_on_behind_the_end_of_a_line(width: int) -> None:
    made = _brief(textwrap.fill(READOUT, width) + "\n")
    assert "Salima Benraad" in [one.name for one in made.participants]
    (bound,) = made.commitments
    assert bound.action == "conclude the talks on fees before the end of June 2025"
    assert bound.due is not None
    assert str(bound.due.end) == "2025-06-30"
    (decision,) = [one for item in made.agenda_items for one in item.decisions]
    assert decision.text.startswith("They also agreed to conclude the talks")


def test_lines_that_each_name_somebody_are_no_broken_sentence() -> None:
    text = "Visit to the port\n\nThose present:\nMinister Ann Reed\nAmbassador Bo Lind\nDr Cy Fox, Harbour Institute\n\nThe quay was shown.\n"
    assert [one.name for one in _brief(text).participants] == ["Ann Reed", "Bo Lind", "Cy Fox"]


def test_what_somebody_is_told_to_have_said_may_be_broken() -> None:
    told = "Mr Fox replied that the part was on order and\nthat he would report back to her by 30 September 2025."
    (made,) = _brief(f"{HEAD}1. Pump\n\n{told}\n").commitments
    assert (made.by, made.due and str(made.due.end)) == ("Cy Fox", "2025-09-30")


def test_a_mark_of_quotation_at_the_head_of_a_line_is_no_part_of_what_a_mail_says() -> None:
    head = "From: Ruth Holm <ruth@hartwell.example>\nTo: Idris Bell <idris@hartwell.example>\nSubject: Re: Fair\nDate: Thu, 12 Nov 2026 16:42:10 +0000\n\n"
    said = "The tents are still wet from the last fair. I'm going to look for the\n> old drawings this week, and I will write to the\n> harbour office by Friday."
    text = f"{head}Hi Idris,\n\nThat is fine.\n\nRuth\n\nOn Wed, 11 Nov 2026 at 11:02, Idris Bell <idris@hartwell.example> wrote:\n\n> Dear Ruth,\n>\n> {said}\n>\n> Idris\n"
    assert [(one.owner, one.action) for one in _brief(text).follow_ups] == [
        ("Idris Bell", "look for the old drawings this week"),
        ("Idris Bell", "write to the harbour office by Friday"),
    ]
