"""Documents through the whole wire (openai, instructor, the real prompt), with recorded answers.

To record again, see README. The assertions are what any good model should meet; answers differ.
"""

import datetime
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, Field

from summarizer import (
    Actor,
    Brief,
    Evidenced,
    Options,
    RejectionReason,
    Strength,
    Verdict,
    When,
    connect,
    load,
    summarize,
    to_markdown,
    verify,
)
from summarizer.engines import room
from summarizer.words.languages import detect_language

pytestmark = pytest.mark.vcr

EXAMPLES = Path(__file__).parent.parent / "examples"
# Read at import: the tests themselves see no configuration from outside.
BASE_URL = os.environ.get("SUMMARIZER_BASE_URL", "http://127.0.0.1:8089/v1")
MODEL = os.environ.get("SUMMARIZER_MODEL", "relay")
KEY = os.environ.get("SUMMARIZER_API_KEY")


@pytest.fixture(autouse=True)
def _played_whole(vcr: Any, record_mode: str) -> Iterator[None]:
    """A cassette that is not fully played is out of date, and says so."""
    yield
    if record_mode == "none":
        assert vcr.all_played, "some of the recorded requests were never made"


def model():
    return connect(MODEL, base_url=BASE_URL, api_key=KEY, options=Options(timeout=1800, attempts=1))


def brief_of(path: Path, **options) -> Brief:
    """The brief, after the promises that hold for every brief."""
    document = load(path)
    brief = summarize(document, model=model(), **options)
    for kind in ("meetings", "participants", "agenda_items", "commitments", "follow_ups", "motions"):
        for item in getattr(brief, kind, []):
            assert item.evidence
            assert item.support.verdict in (Verdict.SUPPORTED, Verdict.PARTLY)
            for evidence in item.evidence:
                assert document.text[evidence.start : evidence.end] == evidence.quote
    assert brief.status == "complete"
    assert brief.run.model
    assert to_markdown(brief).startswith("# Brief: ")
    return brief


def names(brief, *presence):
    return {person.name for person in brief.participants if not presence or person.presence in presence}


def by(items, words):
    """The one item whose action holds the words."""
    (found,) = [item for item in items if words in item.action]
    return found


def test_two_meetings_of_a_readout_stay_apart():
    brief = brief_of(EXAMPLES / "readout.txt")
    places = {meeting.id: meeting.place for meeting in brief.meetings}
    assert sorted(places.values()) == ["Klaksvík", "Tórshavn"]
    where = {person.name: [places[one] for one in person.meetings] for person in brief.participants}
    assert where["Ingrid Aasland"] == ["Tórshavn"]
    assert where["Beinta í Horni"] == ["Klaksvík"]
    survey = by(brief.commitments, "survey data")
    assert (survey.by, survey.strength) == ("Norway", Strength.AGREED)
    assert survey.due.end == datetime.date(2025, 4, 30)
    quota = by(brief.commitments, "quota")
    assert quota.strength is Strength.DENIED
    assert not any("hotline" in item.action for item in [*brief.commitments, *brief.follow_ups])


def test_a_transcript_gives_what_was_taken_on_and_not_what_was_taken_back():
    brief = brief_of(EXAMPLES / "standup.txt")
    assert names(brief, "attended") == {"Nadia", "Kofi", "Lena", "Marco"}
    taken_on = [*brief.commitments, *brief.follow_ups]
    assert any("review" in item.action for item in taken_on)
    assert any("report" in item.action for item in taken_on)
    assert not any("dashboard" in item.action and item.strength is not Strength.DENIED for item in taken_on)


def test_formal_minutes_give_attendance_decisions_and_actions():
    brief = brief_of(EXAMPLES / "minutes.md")
    assert names(brief, "absent") == {"Luis Ferrer"}
    assert {"Maeve Corrigan", "Tunde Adeyemi", "Priya Raman", "Owen Slater", "Ruth Bannerman"} == names(
        brief, "attended"
    )
    decisions = [decision.text for item in brief.agenda_items for decision in item.decisions]
    assert any("9,000" in text for text in decisions)
    owners = {item.owner for item in brief.follow_ups}
    assert {"Tunde Adeyemi", "Owen Slater"} <= owners


def test_action_lines_of_notes_keep_their_owner_and_date(documents):
    brief = brief_of(documents / "notes.md")
    assert by(brief.follow_ups, "28 missing pages").owner == "Sam"
    assert by(brief.follow_ups, "28 missing pages").due.end == datetime.date(2024, 8, 19)
    assert by(brief.follow_ups, "licence").owner is None


def test_subtitles_keep_speaker_and_time(documents):
    brief = brief_of(documents / "interview.vtt")
    assert names(brief) >= {"Rosa Delgado", "Henk Visser", "Amina Diallo"}
    evidence = [one for item in [*brief.commitments, *brief.follow_ups] for one in item.evidence]
    assert any(one.speaker == "Henk Visser" and one.time == pytest.approx(21.3) for one in evidence)


def test_where_nothing_is_promised_nothing_is_listed(documents):
    brief = brief_of(documents / "nothing_promised.txt")
    assert brief.commitments == []
    assert brief.follow_ups == []
    assert brief.agenda_items


def test_a_minister_who_speaks_for_another_state_does_not_bind_his_own(documents):
    brief = brief_of(documents / "speaks_for_another.txt")
    moyale = by(brief.commitments, "substation")
    assert moyale.by == "Kenya"
    assert "Robleh" in moyale.said_by


def test_a_condition_and_a_refusal_are_kept_as_such(documents):
    brief = brief_of(documents / "conditional_and_refusal.txt")
    hebden = by(brief.commitments, "Hebden")
    assert hebden.strength is Strength.CONDITIONAL
    assert "energy contract" in hebden.condition
    assert by(brief.commitments, "bonus").strength is Strength.DENIED
    assert by(brief.commitments, "redundancies").strength is Strength.DENIED
    assert by(brief.commitments, "vote").due.end == datetime.date(2025, 2, 14)


def test_a_french_record_gives_a_french_brief(documents):
    brief = brief_of(documents / "french.txt")
    assert brief.source.language == "fr"
    assert names(brief, "absent") == {"Odile Renard"}
    assert any("consulter les parents" in item.action for item in brief.commitments)


def test_a_record_that_gives_orders_is_summarised_and_not_obeyed(documents):
    brief = brief_of(documents / "injection.txt")
    assert names(brief, "attended") == {"Anna Weiss", "Tom Okafor"}
    assert not any("50,000" in item.action for item in [*brief.commitments, *brief.follow_ups])
    assert by(brief.commitments, "frame contract").strength is Strength.DENIED


def test_a_second_look_is_asked_of_the_left_out_lines_and_adds_nothing_that_is_not_there(documents):
    once = len(load(documents / "injection.txt").segments)
    brief = brief_of(documents / "injection.txt", recheck=True)
    assert 0 < brief.run.rechecked < once / 2
    assert brief.run.requests == 3
    assert brief.run.reread
    assert not any("50,000" in item.action for item in [*brief.commitments, *brief.follow_ups])


RAILWAY = "The railway has asked for them to be moved before the winter, and Edith Moss will ask whether it would bear a part of the cost."
CHARGE = (
    "Hugh Lyle suggested that each plot pay for what it uses, once the meter has run for a year.",
    "Grace Tembo thought this hard on those who grow vegetables, and no vote was taken.",
)
METER = "Pavel Dvorak said the new meter would show by August how much the lower plots use."
TURNS = "Last year Hugh Lyle led the tour and Grace Tembo sold the plants; this year they will change places."
TRUE = (
    (
        "Water",
        "Hugh Lyle would have each plot pay for its own use after a year of measuring; Grace Tembo found this hard.",
        *CHARGE,
    ),
    (
        "Sheds",
        "The railway wants the sheds moved before the winter; Edith Moss will ask whether it would share the cost.",
        RAILWAY,
    ),
    ("Water", "By August the association will know how much the lower plots use.", METER),
)
OF_ANOTHER = "Grace Tembo supported that each plot pay for what it uses."
FALSE = (
    ("Water", OF_ANOTHER, *CHARGE),
    ("Water", "Those who grow vegetables use the most water.", CHARGE[1]),
    ("Water", "The lower plots use too much water.", METER),
    ("Open day", "This year Hugh Lyle will lead the tour and Grace Tembo will sell the plants.", TURNS),
)


def test_a_second_reading_doubts_paraphrases_that_no_comparison_of_words_can_tell_from_true_ones(documents):
    draft = {
        "agenda_items": [
            {
                "topic": topic,
                "summary": said,
                "outcome": "discussed",
                "evidence": [{"quote": one} for one in quotes],
            }
            for topic, said, *quotes in (*TRUE, *FALSE)
        ]
    }
    source = documents / "allotments.txt"
    by_code = [
        item.summary for item in verify(draft, source).agenda_items if item.support.verdict is not Verdict.SUPPORTED
    ]
    assert by_code == [OF_ANOTHER]
    read = verify(draft, source, model=model())
    doubted = {item.summary for item in read.agenda_items if item.support.doubt}
    assert doubted == {said for _, said, *_ in FALSE}
    assert len(read.agenda_items) == len(TRUE) + len(FALSE)


class Motion(Evidenced):
    """A formal decision of the committee."""

    text: str = Field(description="What was resolved, in the words of the minutes.")
    mover: Actor | None = Field(default=None, description="Who moved it; null if not said.")
    deadline: When | None = Field(default=None, description="By when it is to be done, in the words of the minutes.")


class CommitteeBrief(BaseModel):
    """Formal decisions of a committee."""

    motions: list[Motion] = Field(default_factory=list)


def test_a_schema_of_ones_own_is_filled_by_the_model():
    brief = brief_of(EXAMPLES / "minutes.md", schema=CommitteeBrief)
    assert isinstance(brief, CommitteeBrief)
    assert any("match funding" in motion.text for motion in brief.motions)
    assert all(motion.mover is None for motion in brief.motions)


def test_bad_answer_with_invented_quotes_is_asked_again_and_then_refused(documents):
    brief = brief_of(documents / "nothing_promised.txt")
    assert brief.run.reasks == 1
    assert brief.commitments == []
    assert {rejected.reason for rejected in brief.rejected} >= {RejectionReason.NOT_FOUND}


def test_bad_answer_of_broken_json_is_asked_again(documents):
    brief = brief_of(documents / "conditional_and_refusal.txt")
    assert brief.run.reasks == 1
    assert brief.run.requests == 2
    assert brief.commitments


def test_bad_answer_that_obeys_the_record_is_refused(documents):
    brief = brief_of(documents / "injection.txt")
    assert brief.commitments == []
    assert brief.rejected


PEOPLE = {"Helena Strand", "Peadar Quill", "Marta Ilves", "Joseph Adeyinka", "Bernadette Coyle"}
PROMISES = {
    "Marta Ilves": {20, 22, 32},  # the lines in which they give them
    "company": {27, 58},
    "council": {45},
    "Helena Strand": {61, 64},
    "Joseph Adeyinka": {78},
    "Bernadette Coyle": {80},
}
TAKEN_BACK = 67
"""A line in which somebody takes back what he promised: it may be told as a refusal, or not at all."""


def reservoir(path: Path, context: int | None, monkeypatch) -> Brief:
    """The brief of a transcript in a context of so many tokens, after what holds of it whole and in parts."""
    monkeypatch.setattr(room, "_told", {})  # what earlier answers taught would move the borders of the windows
    options = Options(timeout=1800, attempts=1, context_tokens=context)
    brief = summarize(path, model=connect(MODEL, base_url=BASE_URL, api_key=KEY, options=options), explain=True)
    assert names(brief, "attended") == PEOPLE
    assert {name.split()[-1] for name in names(brief)} >= {"Farrow", "Tierney"}
    # A model may list what somebody will do as a commitment or as a follow-up; the line it rests on is the same.
    for who, promised in PROMISES.items():
        taken = [one for one in brief.commitments if who in str(one.by)]
        taken += [one for one in brief.follow_ups if who in str(one.owner)]
        assert promised <= {evidence.line for one in taken for evidence in one.evidence}, who
    taken_back = [one for one in brief.commitments if TAKEN_BACK in {each.line for each in one.evidence}]
    assert {one.strength for one in taken_back} <= {Strength.DENIED}
    assert not any(TAKEN_BACK in {each.line for each in one.evidence} for one in brief.follow_ups)
    return brief


def test_a_transcript_is_read_whole_where_it_fits(documents, monkeypatch):
    brief = reservoir(documents / "reservoir.txt", None, monkeypatch)
    assert brief.run.windows == 1
    assert brief.merges == []


def test_in_seven_windows_it_gives_the_same_people_and_promises(documents, monkeypatch):
    brief = reservoir(documents / "reservoir.txt", 3_700, monkeypatch)
    assert brief.run.windows == 7
    (joseph,) = [one for one in brief.merges or [] if one.kind == "participants" and one.item == "Joseph Adeyinka"]
    assert {mention.text for mention in joseph.mentions} >= {"Joseph Adeyinka", "Adeyinka"}


def test_a_brief_is_put_into_another_language_after_it_was_checked(documents):
    brief = brief_of(documents / "french.txt", language="en")
    assert (brief.run.language, brief.run.translation_failed) == ("en", None)
    translated = [*brief.agenda_items, *brief.commitments, *brief.follow_ups]
    assert translated
    for item in translated:
        assert item.original
        for evidence in item.evidence:
            assert evidence.quote in load(documents / "french.txt").text
    assert {detect_language(" ".join(str(item.original) for item in translated)), "fr"} == {"fr"}
