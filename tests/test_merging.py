"""Merging: whose names are one person's, what wording is the same, and drafts of windows that become one."""

import random
import time
from typing import Any

import pytest
from pydantic import BaseModel

from summarizer.errors import SchemaError
from summarizer.merging import merge as merge_all
from summarizer.schemas import (
    BriefDraft,
    Claim,
    DraftAgendaItem,
    DraftCommitment,
    DraftDecision,
    DraftFollowUp,
    DraftMeeting,
    DraftParticipant,
    Outcome,
    OwnerBasis,
    Presence,
    Quote,
    Strength,
)
from summarizer.uniting.people import fuller_name, group_people, same_person
from summarizer.uniting.sameness import same_wording

ONE_PERSON = """
Haftar | Khalifa Haftar
Field Marshal Khalifa Haftar | Gen. Haftar
Field Marshal Khalifa Haftar | Khalifa Haftar
Khalifa Haftar | Khalifa Hifter
Khalifa Belqasim Haftar | Khalifa Haftar
Fayez al-Sarraj | Fayez Serraj
Fayez al-Sarraj | Prime Minister Sarraj
Faiez Serraj | Fayez Al-Sarraj
al-Sarraj | Fayez al-Sarraj
Abdul Hamid Dbeibah | Abdulhamid Dbeibah
Abdelhamid al-Dbeibah | Abdul-Hamid Dbeiba
Dbeibah | Abdulhamid Mohammed Dbeibah
Mohammed bin Salman | Mohammad bin Salman Al Saud
Tamim bin Hamad Al Thani | Al Thani
Zine El Abidine Ben Ali | Ben Ali
Muammar Gaddafi | Muammar Qaddafi
Muammar Gaddafi | Muammar al-Qadhafi
Mohamed Menfi | Mohammed al-Menfi
Aguila Saleh | Agila Saleh
Secretary Blinken | Antony J. Blinken
Secretary of State Antony Blinken | Tony Blinken
A. Blinken | Antony J. Blinken
U.S. Secretary of State Blinken | Antony Blinken
Blinken, Antony J. | Antony Blinken
Joe Biden | Joseph R. Biden
President Biden | Joseph R. Biden Jr.
Pedro Sánchez | Pedro Sánchez Pérez-Castejón
President Sánchez | Pedro Sánchez Pérez-Castejón
José Manuel Albares Bueno | Minister Albares
José Manuel Albares | Jose Manuel Albares Bueno
Josep Borrell Fontelles | Josep Borrell
Ursula von der Leyen | von der Leyen
President von der Leyen | Ursula von der Leyen
Jan van den Berg | Van den Berg
Herman Van Rompuy | President Van Rompuy
Hans Müller | Hans Mueller
Luigi Di Maio | Italian Foreign Minister Luigi Di Maio
Luigi Di Maio | Di Maio
Evarist Bartolo | Minister Bartolo
George Vella | President George Vella
Robert Abela | Dr Robert Abela
Karmenu Vella | Commissioner Karmenu Vella
Volodymyr Zelensky | Volodymyr Zelenskyy
Volodymyr Zelenskiy | President Zelensky
Sergey Lavrov | Sergei Lavrov
Xi Jinping | President Xi
Wang Yi | Foreign Minister Wang
Kim Jong Un | Chairman Kim
Emmanuel Macron | M. Macron
Jean-Yves Le Drian | Le Drian
Angela Merkel | Bundeskanzlerin Merkel
The Chair | Chair
The Chair | the chair
@jdoe | jdoe
@jdoe | @JDoe
SPEAKER_01 | speaker_01
JOHN SMITH | John Smith
J. Smith | John Smith
John A. Smith | John Smith
John Smith (IBM) | John Smith
John Smith, Minister of Finance | John Smith
J. Edgar Hoover | Edgar Hoover
Mr. Lee | Lee
Ms. Lee | Sook-ja Lee
Stéphane Séjourné | Stephane Sejourne
O'Brien | Robert O’Brien
Martin Luther King | Martin Luther King Jr.
Ghassan Salamé | Ghassan Salame
Yousef al-Otaiba | Youssef Otaiba
Abdulhamid Dbeibah | Abdulhamid Dabaiba
Mrs. Merkel | Angela Merkel
"""

TWO_PEOPLE = """
John Smith | Mary Smith
Mr. Lee | Ms. Lee
Mr. Lee | Mrs Lee
Mr. Smith | Ms. Jane Smith
George Bush Sr. | George Bush Jr.
John A. Smith | John B. Smith
J. Smith | Mary Smith
Al Gore | Tipper Gore
Don Smith | John Smith
Hans Müller | Hans Möller
John Miller | John Muller
John Smith | John Smyth
Hamad Al Thani | Hamid Al Thani
Hassan Rouhani | Hussein Rouhani
Mahmoud Abbas | Mohammed Abbas
Mohammed bin Salman | Mohammed bin Zayed
Salman bin Abdulaziz | Mohammed bin Salman
Khalifa Haftar | Saddam Haftar
Belqasim Haftar | Saddam Haftar
Fayez al-Sarraj | Mohamed al-Sarraj
Ana García López | Ana García Ruiz
Pedro Sánchez | Carlos Sánchez
The Chair | John Smith
The Chair | The Vice-Chair
Chair | Co-Chair
Speaker 1 | Speaker 2
SPEAKER_01 | SPEAKER_02
PhD A | PhD B
Professor B | PhD B
Project Manager | Marketing Manager
Industrial Designer | User Interface Designer
@smith | John Smith
jdoe42 | John Doe
Minister of Finance | Minister of Foreign Affairs
Paul Smith | John Paul Smith
James Lee | Lee James
Wang Yi | Wang Wentao
Kim Jong Un | Kim Yo Jong
Jan de Boer | Jan van den Berg
Anna Larsen | Anna Larson
Robert Abela | Carmelo Abela
George Vella | Karmenu Vella
Hillary Clinton | Bill Clinton
Michelle Obama | Barack Obama
William Burns | Nicholas Burns
Sergey Lavrov | Sergei Shoigu
Saeed Al Nuaimi | Saad Al Nuaimi
Libyan Government | Libyan Ministry
Speaker Smith | Speaker Jones
Ali Khan | Aly Hahn
Lee | Le
Van den Berg | Berg
Tom Brown | Tim Brown
Chris Evans | Christine Evans
Dan Brown | Dana Brown
John | John Smith
Abdullah bin Zayed | Abdulaziz bin Zayed
Madame Chiang | Chiang
President of Malta | Malta
Bank of Italy | Italy
Minister of Tourism | Ministry of Tourism
"""

# Names of one document, and for each the place of the first name of the same person.
GROUPS = [
    (["John Smith", "Mary Smith", "Smith"], [0, 1, 2]),
    (["John Smith", "Smith", "Mr. Smith"], [0, 0, 0]),
    (["Haftar", "Field Marshal Khalifa Haftar", "Gen. Haftar"], [0, 0, 0]),
    (["J. Smith", "John Smith", "Jane Smith"], [0, 1, 2]),
    (["J. Smith", "John Smith", "Mary Smith"], [0, 0, 2]),
    (["Mr. Lee", "Ms. Lee", "Lee"], [0, 1, 2]),
    (["Mr. Smith", "John Smith", "Mary Smith", "Ms. Smith"], [0, 1, 2, 3]),
    (["Khalifa Haftar", "Saddam Haftar", "Haftar"], [0, 1, 2]),
    (["Antony J. Blinken", "Secretary Blinken", "Tony Blinken", "A. Blinken"], [0, 0, 0, 0]),
    (["Mary Smith", "Mary Ann Smith", "Mary Beth Smith"], [0, 1, 2]),
    (["Pedro Sánchez", "President Sánchez", "Pedro Sánchez Pérez-Castejón"], [0, 0, 0]),
    (["The Chair", "Chair", "Vice-Chair"], [0, 0, 2]),
    (["Speaker 1", "Speaker 2", "Speaker 1"], [0, 1, 0]),
    (["Fayez al-Sarraj", "Sarraj", "PM Serraj", "Serraj"], [0, 0, 0, 0]),
]

ONE_WORDING = """
convene the joint committee next month | Convene a joint committee next month
convene a committee next month | convene a joint committee next month
sending the report to members | send the reports to the members
train the coast guard | training of the coast guard
to open an embassy in Tripoli | open its embassy in Tripoli
publish the minutes | publishing minutes
provide 30 million euros for clinics | provide 30 million euros to the clinics
ouvrir une ambassade | ouvrir l'ambassade
Border control | border controls
Budget 2025 | 2025 budget
"""

TWO_WORDINGS = """
tax the importers | tax the imports
pay the creditors | pay the credits
open the border | close the border
increase funding | decrease funding
visit Tripoli | visit Tripoli and Benghazi
visit Tripoli | visit Benghazi
provide 30 million euros | provide 13 million euros
attend the summit | not attend the summit
send the report | not to send the report without approval
convene the political committee | convene the military committee
Malta will support Italy | Italy will support Malta
train the coast guard | equip the coast guard
Session 1 | Session 2
migration | migration and border control and trade
share the draft | review the draft
import gas from Italy | export gas to Italy
the | a
"""


def _pairs(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines()]


@pytest.mark.parametrize(("one", "other"), _pairs(ONE_PERSON))
def test_two_names_of_one_person_are_recognised(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(("one", "other"), _pairs(TWO_PEOPLE))
def test_two_people_are_never_taken_for_one(one: str, other: str) -> None:
    assert not same_person(one, other)
    assert not same_person(other, one)


def test_the_labelled_pairs_are_many_enough_to_mean_something() -> None:
    assert len(_pairs(ONE_PERSON)) >= 60
    assert len(_pairs(TWO_PEOPLE)) >= 50


@pytest.mark.parametrize(("names", "expected"), GROUPS)
def test_the_names_of_a_document_fall_into_people(names: list[str], expected: list[int]) -> None:
    assert group_people(names) == expected


@pytest.mark.parametrize(("names", "_"), GROUPS)
def test_people_do_not_depend_on_the_order_of_their_names(names: list[str], _: list[int]) -> None:
    def people(order: list[str]) -> set[frozenset[str]]:
        groups = group_people(order)
        return {frozenset(order[at] for at, first in enumerate(groups) if first == each) for each in groups}

    shuffled = random.Random(1).sample(names, len(names))
    assert people(shuffled) == people(names)


def test_no_name_is_too_odd_to_be_compared() -> None:
    odd = [
        "",
        " ",
        ",",
        "@",
        "...",
        "Dr.",
        "van",
        "al-",
        "Abdul",
        "李明",
        "123",
        "X, Y, Z",
        "(guest)",
        "O'",
        "Jr.",
        "y",
    ]
    assert [same_person(name, name) for name in odd] == [True] * len(odd)
    group_people(odd)


def test_the_fuller_name_is_kept_without_its_title() -> None:
    assert fuller_name(["Haftar", "Field Marshal Khalifa Haftar", "Khalifa Haftar"]) == "Khalifa Haftar"
    assert fuller_name(["A. Blinken", "Antony J. Blinken"]) == "Antony J. Blinken"


@pytest.mark.parametrize(("one", "other"), _pairs(ONE_WORDING))
def test_one_thing_in_two_wordings_is_recognised(one: str, other: str) -> None:
    assert same_wording(one, other)
    assert same_wording(other, one)


@pytest.mark.parametrize(("one", "other"), _pairs(TWO_WORDINGS))
def test_two_things_in_similar_wordings_stay_two(one: str, other: str) -> None:
    assert not same_wording(one, other)
    assert not same_wording(other, one)


# Whole drafts


def merge(drafts: list[Any]) -> Any:
    """The one draft, without the account of how it came about."""
    return merge_all(drafts).draft


def _quote(line: int, words: str = "the words") -> list[Quote]:
    return [Quote(line=line, quote=words)]


def _person(name: str, line: int = 1, presence: Presence = Presence.MENTIONED, **more: Any) -> DraftParticipant:
    return DraftParticipant(name=name, presence=presence, evidence=_quote(line, name), **more)


def _promise(action: str, line: int = 1, strength: Strength = Strength.AGREED, **more: Any) -> DraftCommitment:
    return DraftCommitment(action=action, strength=strength, evidence=_quote(line, action), **more)


def _lines(claim: Claim) -> list[int | None]:
    return [quote.line for quote in claim.evidence]


FULL = BriefDraft(
    meetings=[
        DraftMeeting(id="m1", place="Benghazi", date="Thursday", evidence=_quote(1)),
        DraftMeeting(id="m2", place="Tripoli", date="Thursday", evidence=_quote(2)),
    ],
    participants=[
        _person("Khalifa Haftar", 1, Presence.ATTENDED, role="Field Marshal", meetings=["m1"]),
        _person("Fayez al-Sarraj", 2, Presence.ATTENDED, meetings=["m2"]),
    ],
    agenda_items=[
        DraftAgendaItem(
            topic="Migration",
            summary="They spoke of migration.",
            outcome=Outcome.DISCUSSED,
            decisions=[DraftDecision(text="a joint committee", evidence=_quote(3))],
            meetings=["m1"],
            evidence=_quote(3),
        ),
        DraftAgendaItem(topic="Migration", outcome=Outcome.INFORMED, meetings=["m2"], evidence=_quote(4)),
    ],
    commitments=[
        _promise("convene the committee", 5, by="Malta", meetings=["m1"]),
        _promise("convene the committee", 6, by="Libya", meetings=["m1"]),
    ],
    follow_ups=[
        DraftFollowUp(action="share the minutes", owner="Anna", owner_basis=OwnerBasis.VOLUNTEERED,
                      strength=Strength.UNDERTOOK, evidence=_quote(7)),
    ],
)  # fmt: skip


def test_a_draft_that_repeats_nothing_is_not_changed() -> None:
    before = FULL.model_copy(deep=True)
    assert merge([FULL]) == FULL == before
    assert merge([BriefDraft()]) == BriefDraft()


def test_a_draft_given_twice_is_that_draft() -> None:
    assert merge([FULL, FULL]) == FULL


def test_nothing_to_merge_is_an_error_that_says_so() -> None:
    with pytest.raises(SchemaError, match="no draft"):
        merge([])


def test_one_person_in_three_windows_stands_once_with_all_evidence() -> None:
    merged = merge(
        [
            BriefDraft(participants=[_person("Haftar", 1)]),
            BriefDraft(participants=[_person("Khalifa Haftar", 2, Presence.ATTENDED, organization="LNA")]),
            BriefDraft(participants=[_person("Gen. Haftar", 3, role="General"), _person("Gen. Haftar", 3)]),
        ]
    )
    (person,) = merged.participants
    assert (person.name, person.role, person.organization) == ("Khalifa Haftar", "General", "LNA")
    assert person.presence is Presence.ATTENDED
    assert _lines(person) == [1, 2, 3]


def test_a_surname_of_two_people_joins_neither() -> None:
    drafts = [BriefDraft(participants=[_person("John Smith"), _person("Mary Smith")]),
              BriefDraft(participants=[_person("Smith")])]  # fmt: skip
    assert [each.name for each in merge(drafts).participants] == ["John Smith", "Mary Smith", "Smith"]


def test_one_name_on_two_sides_is_two_people() -> None:
    drafts = [
        BriefDraft(participants=[_person("John Smith", delegation="Malta"), _person("John Smith", delegation="Italy")])
    ]
    assert len(merge(drafts).participants) == 2


def test_a_side_worded_otherwise_makes_no_second_person_but_a_surname_on_another_side_does() -> None:
    drafts = [BriefDraft(participants=[_person("Khalifa Haftar", 1, delegation="Libya"), _person("Borg", delegation="Malta")]),
              BriefDraft(participants=[_person("Khalifa Haftar", 2, delegation="LNA"), _person("Borg", delegation="Italy")])]  # fmt: skip
    assert [each.name for each in merge(drafts).participants] == ["Khalifa Haftar", "Borg", "Borg"]


def test_two_spellings_are_two_people_where_one_draft_gives_two_offices_or_one_line_both() -> None:
    offices = [_person("Omar Salem", 1, role="Minister of Trade"), _person("Omar Salim", 2, role="Harbour Master")]
    listed = "Present: Omar Salem, Omar Salim"
    side_by_side = [each.model_copy(update={"role": None, "evidence": _quote(1, listed)}) for each in offices]
    for people in (offices, side_by_side):
        assert [each.name for each in merge([BriefDraft(participants=people)]).participants] == [
            "Omar Salem",
            "Omar Salim",
        ]
    windows = [BriefDraft(participants=[each]) for each in offices]
    assert [each.name for each in merge(windows).participants] == ["Omar Salem"]


def test_the_account_of_what_was_united_names_the_people() -> None:
    people = [_person(name, 1, basis="attendance list") for name in ("Anna Borg", "Ms Borg")]
    merges = merge_all([BriefDraft(participants=people)]).merges
    assert [(one.item, [each.text for each in one.mentions]) for one in merges] == [
        ("Anna Borg", ["Anna Borg", "Ms Borg"])
    ]


def test_who_was_excused_and_came_late_attended() -> None:
    drafts = [BriefDraft(participants=[_person("Anna Borg", 1, Presence.ABSENT)]),
              BriefDraft(participants=[_person("Anna Borg", 9, Presence.ATTENDED)])]  # fmt: skip
    (person,) = merge(drafts).participants
    assert (person.presence, _lines(person)) == (Presence.ATTENDED, [1, 9])


def test_absent_from_one_meeting_and_attending_another_stay_two_entries() -> None:
    meetings = [DraftMeeting(id="m1", place="Rome"), DraftMeeting(id="m2", place="Bonn")]
    people = [_person("Anna Borg", 1, Presence.ABSENT, meetings=["m1"]),
              _person("Anna Borg", 2, Presence.ATTENDED, meetings=["m2"])]  # fmt: skip
    assert len(merge([BriefDraft(meetings=meetings, participants=people)]).participants) == 2


def test_being_mentioned_in_a_meeting_is_not_attending_it() -> None:
    meetings = [DraftMeeting(id="m1", place="Rome"), DraftMeeting(id="m2", place="Bonn")]
    people = [_person("Anna Borg", 1, Presence.ATTENDED, meetings=["m1"]), _person("Borg", 2, meetings=["m2"])]
    (person,) = merge([BriefDraft(meetings=meetings, participants=people)]).participants
    assert person.meetings == ["m1"]


def test_ids_that_two_windows_gave_are_made_unique_and_references_follow() -> None:
    first = BriefDraft(
        meetings=[DraftMeeting(id="m1", place="Benghazi", evidence=_quote(1))],
        commitments=[_promise("open an office", 1, by="Malta", meetings=["m1"])],
    )
    second = BriefDraft(
        meetings=[DraftMeeting(id="m1", place="Tripoli", evidence=_quote(8))],
        commitments=[_promise("open an office", 8, by="Malta", meetings=["m1"])],
        participants=[_person("Sarraj", 8, meetings=["m1", "m7"])],
    )
    merged = merge([first, second])
    assert [(each.id, each.place) for each in merged.meetings] == [("m1", "Benghazi"), ("m2", "Tripoli")]
    assert [each.meetings for each in merged.commitments] == [["m1"], ["m2"]]
    assert merged.participants[0].meetings == ["m2"]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ({"place": "Tripoli", "date": "27 June"}, {"place": "Tripoli", "date": "27 June 2019"}, True),
        ({"place": "Tripoli", "date": "June 27, 2019"}, {"place": "tripoli", "date": "27 June 2019"}, True),
        ({"place": "Tripoli"}, {"place": "Tripoli", "title": "Talks"}, True),
        ({"title": "Weekly call"}, {"title": "weekly call", "date": "Monday"}, True),
        ({"place": "Tripoli"}, {}, True),
        ({"title": "Club day", "date": "Mar 26"}, {"title": "Club day", "date": "2025-03-26"}, True),
        ({"title": "Club day", "date": "2025-03-26"}, {"title": "Club day", "date": "27 March"}, False),
        ({"title": "Meeting of the Roads Committee"}, {"title": "committee"}, True),
        (
            {"title": "2025 Roads F2F", "place": "Rome", "date": "May 3"},
            {"title": "Roads F2F", "place": "Rome", "date": "2025-05-03"},
            True,
        ),
        ({"title": "Meeting of the Roads Committee"}, {"title": "Parks Committee"}, False),
        ({"title": "Meeting of the Roads Committee"}, {"title": "committee", "place": "Tripoli"}, False),
        ({"place": "Tripoli"}, {"place": "Benghazi"}, False),
        ({"place": "Tripoli", "date": "Monday"}, {"place": "Tripoli", "date": "Tuesday"}, False),
        ({"title": "Session 1"}, {"title": "Session 2"}, False),
        ({"date": "Monday", "title": "Talks"}, {"date": "Monday", "title": "Lunch"}, False),
        ({"place": "Tripoli"}, {"title": "Talks"}, False),
    ],
)
def test_meetings_of_two_windows_are_one_by_place_date_and_title(
    one: dict[str, str], other: dict[str, str], together: bool
) -> None:
    drafts = [BriefDraft(meetings=[DraftMeeting(id="m1", evidence=_quote(1), **one)]),
              BriefDraft(meetings=[DraftMeeting(id="m1", evidence=_quote(9), **other)])]  # fmt: skip
    merged = merge(drafts)
    assert (len(merged.meetings) == 1) is together
    if together:
        assert _lines(merged.meetings[0]) == [1, 9]


def test_a_promise_said_twice_keeps_the_higher_rung_and_all_evidence() -> None:
    merged = merge(
        [
            BriefDraft(
                commitments=[_promise("convene a committee next month", 2, Strength.INTENDS, by="Prime Minister Abela")]
            ),
            BriefDraft(
                commitments=[_promise("convene a joint committee next month", 7, by="Robert Abela", due="next month")]
            ),
        ]
    )
    (promise,) = merged.commitments
    assert (promise.action, promise.strength) == ("convene a joint committee next month", Strength.AGREED)
    assert (promise.due, _lines(promise)) == ("next month", [2, 7])


@pytest.mark.parametrize(
    "other",
    [
        {"by": "Libya"},
        {"by": "Malta", "to": "Italy"},
        {"by": "Malta", "due": "by Monday"},
        {"by": "Malta", "said_by": "the minister"},
        {"by": "Malta", "strength": Strength.DENIED},
        {"by": "Malta", "strength": Strength.CONDITIONAL, "condition": "if funds allow"},
        {"by": "Malta", "action": "close an office"},
    ],
)
def test_promises_that_differ_in_substance_stay_apart(other: dict[str, Any]) -> None:
    one = _promise("open an office", 1, by="Malta", to="Libya", due="by Friday")
    two = _promise(**({"action": "open an office", "line": 2, "to": "Libya", "due": "by Friday"} | other))
    assert merge([BriefDraft(commitments=[one, two])]).commitments == [one, two]


def test_a_topic_over_a_border_is_one_with_all_its_decisions() -> None:
    decision = DraftDecision(text="Set up a committee", evidence=_quote(3))
    merged = merge(
        [
            BriefDraft(agenda_items=[DraftAgendaItem(topic="Border control", summary="Patrols were compared.",
                       outcome=Outcome.DISCUSSED, evidence=_quote(2), decisions=[decision])]),
            BriefDraft(agenda_items=[DraftAgendaItem(topic="border controls", summary="A committee is to be set up.",
                       outcome=Outcome.DECIDED, strength=Strength.AGREED, evidence=_quote(4),
                       decisions=[decision, DraftDecision(text="Meet in May", evidence=_quote(4))])]),
        ]
    )  # fmt: skip
    (item,) = merged.agenda_items
    assert (item.outcome, item.strength) == (Outcome.DECIDED, Strength.AGREED)
    assert item.summary == "Patrols were compared. A committee is to be set up."
    assert [each.text for each in item.decisions] == ["Set up a committee", "Meet in May"]
    assert _lines(item) == [2, 4]


def test_a_follow_up_takes_owner_and_basis_from_one_and_the_same_claim() -> None:
    def step(line: int, **more: Any) -> DraftFollowUp:
        return DraftFollowUp(action="share the minutes", strength=Strength.UNDERTOOK, evidence=_quote(line), **more)

    (merged,) = merge(
        [
            BriefDraft(follow_ups=[step(1)]),
            BriefDraft(follow_ups=[step(2, owner="Borg", owner_basis=OwnerBasis.ASSIGNED)]),
            BriefDraft(follow_ups=[step(3, owner="Anna Borg", owner_basis=OwnerBasis.ACCEPTED)]),
        ]
    ).follow_ups[:1]
    assert (merged.owner, merged.owner_basis) in {("Borg", OwnerBasis.ASSIGNED), ("Anna Borg", OwnerBasis.ACCEPTED)}


def test_all_quotes_survive_whatever_is_united() -> None:
    dice = random.Random(5)
    names = ["Haftar", "Khalifa Haftar", "John Smith", "Mary Smith", "Smith", "Malta"]
    deeds = ["open an office", "open the offices", "close an office", "train 30 guards", "train guards"]

    def draft(window: int) -> BriefDraft:
        line = window * 100
        return BriefDraft(
            participants=[_person(dice.choice(names), line + n) for n in range(5)],
            commitments=[_promise(dice.choice(deeds), line + 10 + n, by=dice.choice(names)) for n in range(5)],
        )

    for _ in range(20):
        drafts = [draft(window) for window in range(4)]
        merged = merge(drafts)
        for field in ("participants", "commitments"):
            before = [quote.line for each in drafts for claim in getattr(each, field) for quote in claim.evidence]
            after = [quote.line for claim in getattr(merged, field) for quote in claim.evidence]
            assert sorted(before, key=str) == sorted(after, key=str)
        assert merge([merged]) == merged


class Risk(Claim):
    text: str
    level: str | None = None


class RiskDraft(BaseModel):
    title: str | None = None
    chair: Risk | None = None
    tags: list[str]
    risks: list[Risk]


def test_claims_of_a_schema_of_ones_own_are_united_only_where_words_and_quotes_agree() -> None:
    def risk(text: str, line: int, quote: str, level: str | None = None) -> Risk:
        return Risk(text=text, level=level, evidence=_quote(line, quote))

    first = RiskDraft(title=None, tags=["a"], risks=[risk("costs may rise", 3, "costs may well rise this year")])
    second = RiskDraft(
        title="Risks",
        chair=risk("the chair", 1, "chair"),
        tags=["a", "b"],
        risks=[
            risk("Costs may rise", 3, "costs may well rise", "high"),
            risk("costs may rise", 9, "they rise"),
            risk("costs may fall", 3, "costs may well rise"),
        ],
    )
    merged = merge([first, second])
    assert (merged.title, merged.tags, merged.chair) == ("Risks", ["a", "b"], second.chair)
    assert [(each.text, each.level) for each in merged.risks] == [
        ("costs may rise", "high"),
        ("costs may rise", None),
        ("costs may fall", None),
    ]
    assert len(merged.risks[0].evidence) == 2


def test_twenty_windows_of_forty_claims_take_well_under_a_second() -> None:
    dice = random.Random(3)
    words = [
        f"{verb} {noun}"
        for verb in ("open", "close", "review", "fund")
        for noun in ("roads", "ports", "schools", "mines")
    ]
    drafts = [
        BriefDraft(
            participants=[_person(f"{dice.choice('ABCDE')}nna {dice.choice('KLMNO')}org{n % 7}", n) for n in range(14)],
            commitments=[
                _promise(f"{dice.choice(words)} in {dice.choice(words)}", n, by=f"Body {n % 5}") for n in range(13)
            ],
            agenda_items=[DraftAgendaItem(topic=dice.choice(words), outcome=Outcome.DISCUSSED) for _ in range(13)],
        )
        for _ in range(20)
    ]
    started = time.perf_counter()
    merge(drafts)
    assert time.perf_counter() - started < 20
