"""A brief that somebody sent can be checked again."""

import json
from pathlib import Path

from pydantic import BaseModel

from summarizer import Evidenced, summarize, to_json, verify

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


def test_a_byte_order_mark_makes_no_draft_of_a_brief():
    text = to_json(summarize(MINUTES))
    for marked in ("\ufeff" + text, b"\xef\xbb\xbf" + text.encode()):
        again = verify(marked, MINUTES)
        assert again.rejected == []
        assert again.follow_ups == verify(text, MINUTES).follow_ups != []


def test_an_item_may_have_a_field_that_is_called_quote():
    class Said(Evidenced):
        quote: str
        speaker: str | None = None

    class Sayings(BaseModel):
        sayings: list[Said]

    source = "Ann Lee: The harbour opens in May.\n"
    line = "The harbour opens in May."
    claim = {"quote": line, "speaker": "Ann Lee", "evidence": [{"line": 1, "quote": line}]}
    brief = verify(json.dumps({"sayings": [claim]}), source, schema=Sayings)
    again = verify(brief.model_dump_json(), source, schema=Sayings)
    assert (again.rejected, again.sayings) == ([], brief.sayings)
    assert again.sayings[0].speaker == "Ann Lee"


def test_a_brief_goes_as_it_is_and_as_the_mapping_that_its_json_gives():
    brief = summarize(MINUTES)
    for claimed in (brief, json.loads(to_json(brief)), brief.model_dump()):
        again = verify(claimed, MINUTES)
        assert (again.rejected, again.follow_ups) == ([], verify(to_json(brief), MINUTES).follow_ups)


def unread(brief, *runs, reasons=("the server was away",)):
    """The JSON of the brief as if these runs of lines had not been read."""
    coverage = brief.coverage.model_copy(update={"unread": list(runs), "unread_reasons": list(reasons)})
    return to_json(brief.model_copy(update={"status": "incomplete", "coverage": coverage}))


def test_what_was_unread_when_a_brief_was_made_stays_unread():
    made = unread(summarize(MINUTES), (3, 4), (6, 6), reasons=("the server was away", "the answer was cut off"))
    again = verify(made, MINUTES)
    assert again.status == "incomplete"
    assert again.coverage.unread == [(3, 4), (6, 6)]
    assert again.coverage.unread_reasons == ["the server was away", "the answer was cut off"]


def test_lines_that_are_not_in_the_text_are_not_said_to_be_unread():
    again = verify(unread(summarize(MINUTES), (2, 10**12), reasons=()), MINUTES)
    assert again.coverage.unread == [(2, again.coverage.lines)]


def test_what_was_unread_of_another_text_says_nothing_of_this_one():
    made = unread(summarize(MINUTES), (3, 4))
    assert verify(made, MINUTES.read_text() + "\nThe meeting closed at noon.\n").status == "complete"
