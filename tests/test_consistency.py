"""What two items of one brief say against each other, and what only looks like it."""

import datetime
import time
from itertools import combinations

import pytest
from making import document, item
from pydantic import BaseModel, Field

from summarizer import load
from summarizer.consistency import flag
from summarizer.drafting import Drafted
from summarizer.exports.json import to_json
from summarizer.exports.markdown import to_markdown
from summarizer.items import Item
from summarizer.pipeline import checked, verify
from summarizer.schemas import (
    Actor,
    Brief,
    BriefDraft,
    Contradiction,
    DraftAgendaItem,
    DraftCommitment,
    DraftDecision,
    DraftFollowUp,
    DraftMeeting,
    DraftParticipant,
    Evidenced,
    RejectionReason,
    Run,
    Speaker,
    When,
    draft_schema,
)
from summarizer.uniting.opposites import comparable, compared

LINES = document(*(f"This is line {number} of the record." for number in range(1, 9)))
ANN, BOB = "Ann Archer", "Bob Boyle"


def on(line: int) -> str:
    return LINES.line_text(line)


def person(name: str, line: int = 8, **values) -> Item:
    return item("participants", DraftParticipant(name=name, **{"presence": "attended"} | values), LINES, on(line))


def promise(line: int, action: str, *, due: When | None = None, **values) -> Item:
    values = {"strength": "undertook"} | values
    made = item("commitments", DraftCommitment(action=action, **values), LINES, on(line))
    made.values["due"] = due
    return made


def step(line: int, action: str, **values) -> Item:
    claim = DraftFollowUp(action=action, **{"strength": "intends", "owner_basis": "assigned"} | values)
    return item("follow_ups", claim, LINES, on(line))


def decisions(*texts: str) -> list[Item]:
    found = [item("decisions", DraftDecision(text=text), LINES, on(line)) for line, text in enumerate(texts, 1)]
    topic = DraftAgendaItem(topic="budget", outcome="decided")
    return [item("agenda_items", topic, LINES, on(1), children={"decisions": found})]


def by(day: int) -> When:
    return When(words=f"by {day} May", end=datetime.date(2025, 5, day))


def within(first: int, last: int) -> When:
    return When(words=f"{first} to {last} May", start=datetime.date(2025, 5, first), end=datetime.date(2025, 5, last))


def flags(*items: Item, source=LINES) -> list[Contradiction]:
    flag(items, source)
    return [one for top in items for each in top.walk() for one in each.contradictions]


def fields(*items: Item) -> list[str]:
    return [one.field for one in flags(*items)]


# Owners


def test_two_owners_of_one_step_are_flagged_on_both():
    a, b = step(1, "send the invoice", owner=ANN), promise(2, "send the invoice", by=BOB)
    first, second = flags(a, b, person(ANN), person(BOB))
    assert (first.kind, first.item, first.field) == ("commitments", "send the invoice", "owner")
    assert first.explanation == 'Under commitments, the same is for Bob Boyle to do: "send the invoice".'
    assert (second.kind, second.field) == ("follow_ups", "by")
    assert second.explanation == 'Under follow ups, the same is for Ann Archer to do: "send the invoice".'


@pytest.mark.parametrize(
    ("action", "other"),
    [
        ("send the invoice", "send the reminder"),
        ("send the invoice to the bank", "send the invoice to the town"),
        ("write to the council", "write to the mill owners"),
        ("prepare the agenda", "prepare the agenda slides"),
        ("pay 400 euros to the mill", "pay 500 euros to the mill"),
        ("open the border", "close the border"),
        ("send it", "send it"),
        ("review the draft report", "review the draft report"),  # both may
        ("ratify the treaty", "ratify the treaty"),
        ("share its survey data", "share its survey data"),
    ],
)
def test_two_owners_of_two_deeds_or_of_what_both_may_do_are_no_contradiction(action, other):
    assert not flags(step(1, action, owner=ANN), step(2, other, owner=BOB), person(ANN), person(BOB))


@pytest.mark.parametrize(
    ("owner", "other"),
    [
        (ANN, ANN),
        (ANN, "Archer"),
        (ANN, f"{ANN} and {BOB}"),
        (ANN, "they"),
        (ANN, "both sides"),
        (ANN, "the Town Council"),
        ("Norway", "the Norwegian side"),
        ("the council", "the company"),
        (ANN, None),
    ],
)
def test_owners_that_may_be_one_are_no_contradiction(owner, other):
    made = step(1, "send the invoice", owner=owner), step(2, "send the invoice", owner=other)
    assert not flags(*made, person(ANN), person(BOB))


def test_two_bodies_that_are_named_are_two_owners():
    assert fields(promise(1, "host the summit", by="Norway"), promise(2, "host the summit", by="Iceland")) == ["by"] * 2


def test_one_sentence_that_binds_two_does_not_contradict_itself():
    assert not flags(promise(1, "host the summit", by="Norway"), promise(1, "host the summit", by="Iceland"))


def test_what_the_source_says_of_another_too_is_no_contradiction():
    source = document("Norway will fund the survey.", "Iceland will also fund the survey.")
    made = [
        item("commitments", DraftCommitment(action="fund the survey", by=name, strength="intends"), source, name)
        for name in ("Norway", "Iceland")
    ]
    assert not flags(*made, source=source)


def test_owners_at_two_meetings_are_no_contradiction():
    a = step(1, "take the minutes", owner=ANN, meetings=["m1"])
    b = step(2, "take the minutes", owner=BOB, meetings=["m2"])
    assert not flags(a, b, person(ANN), person(BOB))


# Dates


@pytest.mark.parametrize(
    ("due", "other"),
    [(by(3), by(10)), (within(3, 3), within(10, 10)), (by(3), within(5, 6)), (within(1, 4), within(5, 8))],
)
def test_two_due_dates_of_one_deed_are_flagged_on_both(due, other):
    a, b = promise(1, "send the plan", by=ANN, due=due), promise(2, "send the plan", by=ANN, due=other)
    first, second = flags(a, b)
    assert first.field == second.field == "due"
    assert first.explanation == f'Under commitments, the same is due "{other.words}": "send the plan".'


@pytest.mark.parametrize(
    ("due", "other"),
    [(by(10), by(10)), (by(10), within(3, 3)), (within(1, 31), by(10)), (by(10), When(words="soon")), (by(10), None)],
)
def test_dates_that_go_together_are_no_contradiction(due, other):
    a, b = promise(1, "send the plan", by=ANN, due=due), promise(2, "send the plan", by=ANN, due=other)
    assert not flags(a, b)


def test_the_words_of_a_date_inside_the_action_do_not_make_it_another():
    a = promise(1, "send the plan by 3 May", by=ANN, due=by(3))
    b = promise(2, "send the plan by 10 May", by=ANN, due=by(10))
    assert fields(a, b) == ["due", "due"]


def test_two_meetings_of_a_kind_may_have_two_dates():
    a = promise(1, "hold a joint meeting", by="Norway", due=within(3, 3))
    b = promise(2, "hold a joint meeting", by="Norway", due=within(10, 10))
    assert not flags(a, b)


def test_two_owners_with_two_dates_are_two_deeds():
    a, b = promise(1, "take the minutes", by=ANN, due=within(3, 3)), promise(2, "take the minutes", by=BOB, due=by(2))
    assert not flags(a, b, person(ANN), person(BOB))


# Agreed and refused


@pytest.mark.parametrize("action", ["raise the quota", "not raise the quota", "will not raise the quota"])
def test_what_is_agreed_and_refused_is_flagged_on_both(action):
    a, b = promise(1, "raise the quota", by="Norway"), promise(2, action, by="Norway", strength="denied")
    first, second = flags(a, b)
    assert first.field == second.field == "strength"
    assert first.explanation == f'Under commitments, the same is refused: "{action}".'
    assert second.explanation == 'Under commitments, the same is to be done: "raise the quota".'


def test_a_promise_that_nobody_is_named_for_is_held_against_the_refusal():
    assert fields(promise(1, "raise the quota"), promise(2, "raise the quota", by="Norway", strength="denied"))


def test_opposites_of_one_party_are_flagged():
    a, b = promise(1, "raise the quota", by="Norway"), promise(2, "lower the quota", by="Norway")
    assert flags(a, b)[0].explanation == 'Under commitments, the opposite stands: "lower the quota".'


@pytest.mark.parametrize(
    "values",
    [
        {"by": "Iceland", "strength": "denied"},
        {"by": "they", "strength": "denied"},
        {"by": "Norway", "strength": "conditional", "condition": "if Iceland agrees"},
        {"by": "Norway", "strength": "denied", "due": within(1, 31)},  # not this month
        {"strength": "denied", "meetings": ["m2"]},
    ],
)
def test_what_another_party_refuses_or_what_is_refused_for_a_time_is_no_contradiction(values):
    a = promise(1, "raise the quota", by="Norway", meetings=["m1"])
    assert not flags(a, promise(2, "raise the quota", **values))


def test_two_refusals_and_weak_words_are_no_contradiction():
    a = promise(1, "raise the quota", by="Norway", strength="denied")
    b = promise(2, "not raise the quota", by="Norway", strength="denied")
    c = step(3, "raise the quota", owner="Norway", strength="proposed")
    assert not flags(a, b, c)


def test_a_refused_item_contradicts_nothing():
    a, b = promise(1, "raise the quota", by="Norway"), promise(2, "raise the quota", by="Norway", strength="denied")
    b.refuse(RejectionReason.UNSUPPORTED, "made up")
    assert not flags(a, b)


# Decisions


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The budget was approved", "The budget was not approved"),
        ("The budget was approved", "The budget was rejected"),
        ("The council is to retain the levy", "The council is to abandon the levy"),
        ("to sell the mill to the town", "not to sell the mill to the town"),
        ("The Board won't sell the mill", "The Board will sell the mill"),
        ("Le conseil vend le moulin", "Le conseil ne vend pas le moulin"),
    ],
)
def test_a_decision_and_its_opposite_are_flagged_on_both(text, other):
    assert fields(*decisions(text, other)) == ["text", "text"]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The motion was approved", "The motion was rejected"),  # which motion?
        ("Amendment 1 was approved", "Amendment 2 was rejected"),
        ("The budget of the school was approved", "The budget of the library was not approved"),
        ("The budget was approved", "The budget was approved"),
        ("The gate is to be opened", "The gate is to be closed"),
        ("Malta supports Italy", "Italy does not support Malta"),
        ("The budget was approved", "The budget for staff, rent and travel was not approved"),
    ],
)
def test_decisions_on_two_things_are_no_contradiction(text, other):
    assert not flags(*decisions(text, other))


def test_a_decision_is_held_against_what_a_party_refuses():
    refusal = promise(3, "sell the mill to the town", by="the Board", strength="denied")
    assert fields(*decisions("to sell the mill to the town"), refusal) == ["text", "strength"]


def test_topics_and_people_are_no_statements():
    topics = [
        item("agenda_items", DraftAgendaItem(topic=topic, outcome="discussed", strength=strength), LINES, on(line))
        for line, topic, strength in ((1, "raise the quota", "agreed"), (2, "raise the quota", "denied"))
    ]
    for topic in topics:
        topic.children["decisions"] = []
    assert not flags(*topics)


# Who was there


def meeting(identifier: str) -> Item:
    return item("meetings", DraftMeeting(id=identifier), LINES, on(1))


def test_somebody_present_and_absent_at_one_meeting_is_flagged_on_both():
    first, second = flags(person(ANN), person("Archer", presence="absent"))
    assert first.field == second.field == "presence"
    assert first.explanation == 'Under participants, the same person was absent: "Archer".'
    assert second.explanation == f'Under participants, the same person attended: "{ANN}".'


@pytest.mark.parametrize(
    "other",
    [
        person(ANN, presence="mentioned"),
        person("Ann Boyle", presence="absent"),
        person(ANN, presence="absent", meetings=["m2"]),
        person(ANN, presence="absent"),  # of two meetings, which?
    ],
)
def test_other_people_and_other_meetings_are_no_contradiction(other):
    assert not flags(meeting("m1"), meeting("m2"), person(ANN, meetings=["m1"]), other)


def test_two_people_of_one_name_may_be_here_and_away():
    a = person("Wang Wei", role="engineer", organization="Bridge Office")
    assert not flags(a, person("Wang Wei", presence="absent", role="treasurer", organization="Mill Trust"))


# Schemas of one's own, and the way out


class Duty(Evidenced):
    text: str
    holder: Actor | None = None
    deadline: When | None = None


class Ruling(Evidenced):
    text: str


class Board(BaseModel):
    duties: list[Duty] = Field(default_factory=list)
    rulings: list[Ruling] = Field(default_factory=list)


def test_a_schema_of_ones_own_is_compared_by_the_parts_of_its_fields():
    draft = draft_schema(Board).model_validate(
        {
            "duties": [{"text": "send the plan", "holder": ANN}, {"text": "send the plan", "holder": ANN}],
            "rulings": [{"text": "The budget was approved"}, {"text": "The budget was not approved"}],
        }
    )
    duties = [item("duties", one, LINES, on(line)) for line, one in enumerate(draft.duties, 1)]
    for duty, day in zip(duties, (10, 20), strict=True):
        duty.values["deadline"] = by(day)
    rulings = [item("rulings", one, LINES, on(line)) for line, one in enumerate(draft.rulings, 3)]
    assert fields(*duties, *rulings) == ["deadline", "deadline", "text", "text"]


class Quoted(Evidenced):
    text: str
    speaker: Speaker | None = None


class Press(BaseModel):
    quoted: list[Quoted] = Field(default_factory=list)


def test_what_two_people_say_of_a_thing_is_no_contradiction_of_the_brief():
    for second, found in ((BOB, 0), (ANN, 2)):
        draft = draft_schema(Press).model_validate(
            {
                "quoted": [
                    {"text": "The mill is sold", "speaker": ANN},
                    {"text": "The mill is not sold", "speaker": second},
                ]
            }
        )
        quoted = [item("quoted", one, LINES, on(line)) for line, one in enumerate(draft.quoted, 1)]
        assert len(flags(*quoted, person(ANN), person(BOB))) == found


def test_no_item_is_held_against_itself_or_noted_twice():
    items = [
        promise(line, "raise the quota", by="Norway", strength=strength)
        for line, strength in ((1, "agreed"), (2, "agreed"), (3, "denied"))
    ]
    found = flags(*items)
    assert len(items[0].contradictions) == len(items[1].contradictions) == len(items[2].contradictions) == 1
    assert all(a != b for a, b in combinations([one.explanation for one in found[1:]], 2))


def test_models_are_not_asked_for_contradictions():
    assert "contradict" not in str(draft_schema(Board).model_json_schema()).lower()


def test_the_page_and_the_json_show_a_contradiction_on_its_item():
    source = "Present: Ann Archer\n\nAnn Archer will send the plan."
    brief = verify(
        BriefDraft.model_validate(
            {
                "participants": [{"name": ANN, "presence": "attended", "evidence": [{"quote": "Present: Ann Archer"}]}],
                "commitments": [
                    {
                        "action": "send the plan",
                        "by": ANN,
                        "strength": "intends",
                        "evidence": [{"quote": "Ann Archer will send the plan"}],
                    }
                ],
            }
        ),
        source,
    )
    noted = Contradiction(kind="follow_ups", item="send the plan", field="by", explanation="Bob *Boyle* does it.")
    for one in (*brief.participants, *brief.commitments):
        one.contradictions.append(noted)
    shown = to_markdown(brief)
    assert "\n- *contradicted* Ann Archer: Bob \\*Boyle\\* does it.\n" in shown.split("## Agenda")[0]
    assert "\n  - *contradicted* Bob \\*Boyle\\* does it.\n" in shown.split("## Commitments")[1]
    assert Brief.model_validate_json(to_json(brief)) == brief


def test_a_large_brief_is_compared_in_no_time():
    items = [step(1 + number % 7, f"send report {number} to the council", owner=ANN) for number in range(150)]
    people = [person(f"Ann Archer{number}", presence="absent" if number % 2 else "attended") for number in range(150)]
    started = time.perf_counter()
    assert not flags(*items, *people)
    assert time.perf_counter() - started < 20


def test_no_two_statements_that_stand_to_each_other_in_some_way_are_passed_over():
    verbs = ("raise", "lower", "approve", "reject", "open", "close", "sign", "do not sign", "keep")
    things = ("the fee", "the harbour fee", "the fee for the harbour by 5 percent", "5 percent", "the old portal", "it")
    said = [f"{verb} {thing}" for verb in verbs for thing in things]
    related = {pair for pair in combinations(range(len(said)), 2) if compared(said[pair[0]], said[pair[1]]) is not None}
    looked_at = set(comparable(said))
    assert related
    assert related <= looked_at
    assert len(looked_at) < len(said) * (len(said) - 1) / 4


SOURCE = """Minutes of the board, 3 March 2025

Ann Archer, Chair, opened the meeting.
The boat was deferred to the next meeting.
Ann Archer, Treasurer of the Port Union, reported.
The board decided to buy the boat.
Bob Boyle sent apologies. Bob Boyle came in at noon.
"""


def brief_of(*parts):
    document = load(SOURCE)
    drafts = [BriefDraft.model_validate(part) for part in parts]
    return checked(Drafted(drafts), document, Brief, Run(engine="model"))


def claimed(quote, name="Ann Archer", presence="attended", **told):
    return {"participants": [{"name": name, "presence": presence, "evidence": [{"quote": quote}], **told}]}


def subject(quote, outcome, **told):
    return {"agenda_items": [{"topic": "The boat", "outcome": outcome, "evidence": [{"quote": quote}], **told}]}


CHAIR = "Ann Archer, Chair, opened the meeting"
TREASURER = "Ann Archer, Treasurer of the Port Union, reported"


def test_a_second_office_of_a_person_is_told():
    (ann,) = brief_of(claimed(CHAIR, role="Chair"), claimed(TREASURER, role="Treasurer")).participants
    assert ann.role == "Chair"
    assert [(one.field, one.before, one.after) for one in ann.changes] == [("role", ["Chair", "Treasurer"], "Chair")]


@pytest.mark.parametrize(
    "roles", [("Treasurer", "Treasurer of the Port Union"), ("Treasurer of the Port Union", "the treasurer")]
)
def test_the_fuller_wording_of_an_office_stands_and_nothing_is_lost_with_the_other(roles):
    (ann,) = brief_of(*(claimed(TREASURER, role=role) for role in roles)).participants
    assert (ann.role, ann.changes) == ("Treasurer of the Port Union", [])


def test_a_subject_that_was_put_off_and_decided_tells_both():
    deferred = subject("The boat was deferred to the next meeting", "deferred")
    (boat,) = brief_of(deferred, subject("The board decided to buy the boat", "decided")).agenda_items
    assert boat.outcome == "decided"
    (told,) = boat.contradictions
    assert told.field == "outcome"
    assert told.explanation == "Elsewhere the source says deferred: “The boat was deferred to the next meeting”."


def test_a_subject_that_was_talked_of_before_it_was_decided_contradicts_nothing():
    discussed = subject("The boat was deferred to the next meeting", "discussed")
    (boat,) = brief_of(discussed, subject("The board decided to buy the boat", "decided")).agenda_items
    assert boat.contradictions == []


def test_a_subject_that_is_refused_in_one_part_and_agreed_in_another_tells_both():
    refused = subject("The boat was deferred to the next meeting", "discussed", strength="denied")
    agreed = subject("The board decided to buy the boat", "decided", strength="agreed")
    (boat,) = brief_of(refused, agreed).agenda_items
    assert [one.field for one in boat.contradictions] == ["strength"]


def test_words_that_the_source_does_not_have_are_not_told_as_what_it_says():
    away = claimed("Bob Boyle never came to any of it", name="Bob Boyle", presence="absent")
    (bob,) = brief_of(away, claimed("Bob Boyle came in at noon", name="Bob Boyle")).participants
    assert [one.explanation for one in bob.contradictions] == [
        "Elsewhere absent was claimed, and no words of the source were quoted for it."
    ]
