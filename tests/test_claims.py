"""A brief that somebody sent can be checked again."""

from pathlib import Path

from summarizer import summarize, to_json, verify

MINUTES = Path(__file__).parent.parent / "examples" / "minutes.md"


def test_a_brief_verifies_against_its_own_source():
    brief = summarize(MINUTES)
    again = verify(to_json(brief), MINUTES)
    assert again.rejected == []
    assert [item.action for item in again.follow_ups] == [item.action for item in brief.follow_ups]
    assert [item.due for item in again.follow_ups] == [item.due for item in brief.follow_ups]
    assert [person.name for person in again.participants] == [person.name for person in brief.participants]


def test_a_brief_that_was_tampered_with_does_not():
    text = to_json(summarize(MINUTES)).replace(
        "send the application by 20 June 2025", "send the application by 20 July 2025"
    )
    again = verify(text, MINUTES)
    assert not any("July" in item.action for item in again.follow_ups)
    assert again.rejected
