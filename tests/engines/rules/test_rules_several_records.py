"""Several sets of minutes in one file are several meetings, each with its own people, subjects and decisions."""

import re

import pytest

from summarizer import Brief, summarize

FIRST = "{}\n\nPresent: Ann Lee (Chair), Bo Ray, Cy Fox\nApologies: Dee Hall\n\n1. Fees\n\nIt was agreed to raise the fees.\n\n2. Pump\n\nBo Ray to ask the mill for a price.\n\n"
NEXT = "{}\n\nPresent: Ann Lee (Chair), Dee Hall\nApologies: Bo Ray\n\n1. Pump\n\nIt was agreed to buy the pump.\n\n2. Shed\n\nIt was agreed to raise the fees.\n\n"


def _brief(*titles: str) -> Brief:
    text = "".join((NEXT if at else FIRST).format(title) for at, title in enumerate(titles))
    marked = titles[0].startswith("#")
    return summarize((re.sub(r"(?m)^\d\. ", "## ", text) if marked else text).encode())


@pytest.mark.parametrize(
    "title",
    [
        "MINUTES OF THE HARBOUR COMMITTEE HELD ON {}",
        "Harbour Committee\nMinutes of the meeting held on {} at 7.30pm",
        "# Minutes of the Harbour Committee, {}",
        "Harbour Committee - {}",
    ],
)
@pytest.mark.parametrize("days", [("3 March 2025", "7 April 2025"), ("3 March 2025", "7 April 2025", "5 May 2025")])
def test_a_title_that_stands_again_with_another_day_opens_another_meeting(title: str, days: tuple[str, ...]) -> None:
    made = _brief(*(title.format(day) for day in days))
    assert [one.date and one.date.words for one in made.meetings] == list(days)
    ids = [one.id for one in made.meetings]
    told = [(one.topic, one.meetings, [each.text for each in one.decisions]) for one in made.agenda_items]
    fees, pump = ["It was agreed to raise the fees"], ["It was agreed to buy the pump"]
    assert told[:4] == [
        ("Fees", ids[:1], fees),
        ("Pump", ids[:1], []),
        ("Pump", ids[1:2], pump),
        ("Shed", ids[1:2], fees),
    ]
    there = {one.name: one.meetings for one in made.participants if one.presence == "attended"}
    assert list(there) == ["Ann Lee", "Bo Ray", "Cy Fox", "Dee Hall"]
    assert (there["Ann Lee"], there["Cy Fox"]) == (ids, ids[:1])


def test_a_title_at_the_head_of_each_page_opens_no_meeting() -> None:
    page = "Harbour Committee - 3 March 2025\n\nThe {} was spoken of at some length.\n\n"
    text = "Harbour Committee - 3 March 2025\n\nPresent: Ann Lee, Bo Ray\n\nAll is well.\n\n" + page.format("lock")
    assert len(summarize((text + page.format("pump")).encode()).meetings) == 1


def test_entries_of_a_list_with_days_open_no_meeting() -> None:
    text = "Harbour board\n\n- Call with the bank, 3 March 2025\n- Call with the bank, 7 April 2025\n\nPresent: Ann Lee, Bo Ray\n"
    assert len(summarize(text.encode()).meetings) == 1


def test_the_votes_of_many_motions_are_no_speech() -> None:
    vote = "Moved by Ray, seconded by Lee, to {}.\nAyes: Ray, Lee\nNays: None\nAbsent: Fox\nMotion carried.\n\n"
    acts = ("mend the lock", "paint the shed", "buy a pump", "sell the van")
    text = "Minutes of the harbour board\n\n3 March 2025\n\n" + "".join(vote.format(act) for act in acts)
    made = summarize(text.encode())
    assert [one.text for item in made.agenda_items for one in item.decisions] == [f"to {act}" for act in acts]
