"""Notes in small letters: whose names they are, and what they are to do."""

from papers import draft

from summarizer import summarize
from summarizer.engines.rules.layout.small_letters import raised

NOTES = """weekly sync, 3 april 2025
attendees: maria lopez, jun park, oskar
absent: dee kim

- maria to update the price list by 10 april 2025
- action: jun to ring the mill
- agreed: no releases in may, says maria
"""


def test_names_in_small_letters_are_people_and_have_their_tasks() -> None:
    made = draft(NOTES)
    assert [(one.name, one.presence) for one in made.participants] == [
        ("Maria Lopez", "attended"),
        ("Jun Park", "attended"),
        ("Oskar", "attended"),
        ("Dee Kim", "absent"),
    ]
    brief = summarize(NOTES)
    assert [(one.owner, one.action) for one in brief.follow_ups] == [
        ("Maria Lopez", "update the price list by 10 april 2025"),
        ("Jun Park", "ring the mill"),
    ]
    assert brief.follow_ups[0].evidence[0].quote.startswith("maria to update")
    assert brief.rejected == []


def test_only_names_are_raised_and_only_where_they_can_be_names() -> None:
    text = raised(NOTES)
    assert len(text) == len(NOTES)
    assert text.endswith("- agreed: no releases in may, says maria\n")
    assert raised("present: will, may\n\nthe fair will be in may\n").endswith("the fair will be in may\n")
    for other in (
        "Present: Ann Lee, bo ray\n\nann to write\n",
        "present: everyone, the team\n\nteam to write\n",
        "sources: maria lopez, jun park\n\nmaria to write\n",
    ):
        assert raised(other) == other


def test_who_is_everyone_is_nobody() -> None:
    assert draft("present: everyone, the team, two guests\n\n- bring a friend\n").participants == []
