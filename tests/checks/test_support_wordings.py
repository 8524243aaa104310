"""Claims on records in which people write and speak as they do: notes, calls, hearings."""

import json
from typing import Any

import pytest

from summarizer import verify
from summarizer.schemas import Brief, OwnerBasis, Presence, RejectionReason, Strength, Verdict


def brief_of(kind: str, source: str, *quotes: str, **claim: Any) -> Brief:
    """The brief that one claim gives."""
    return verify(json.dumps({kind: [claim | {"evidence": [{"quote": quote} for quote in quotes]}]}), source)


FLOOD = """FLOOD COORDINATION, meeting 3
Chair: Mona Adler

In the room: Mona Adler (District), Col. Rado Sova (Fire and Rescue)
On the line: Mayor Lena Cerna (Upper Marsh)
Not reached: Maj. Hrusk

The pumps run. Mr Torrel from the agents wrote to us.
"""
RESIDENTS = """notes from the residents meeting, by Pam, flat 12

came: me, Dermot (17), the two Miss Farleys, later Big Dan. Little Dan is in Spain.

LIFT. Out again.
"""
CALL = """Speakers
FC  Fergus Call, account manager, Bright Refrigeration
PT  Per Thorn, cold store manager, Oster Foods

FC: So, Per, good to hear you.
PT: Good morning.
"""


@pytest.mark.parametrize(
    ("source", "name", "quote", "shown"),
    [
        (FLOOD, "Rado Sova", "Col. Rado Sova (Fire and Rescue)", Presence.ATTENDED),
        (FLOOD, "Lena Cerna", "On the line: Mayor Lena Cerna (Upper Marsh)", Presence.ATTENDED),
        (FLOOD, "Hrusk", "Not reached: Maj. Hrusk", Presence.ABSENT),
        (FLOOD, "Torrel", "Mr Torrel from the agents wrote to us.", Presence.MENTIONED),
        (RESIDENTS, "Dermot", "came: me, Dermot (17)", Presence.ATTENDED),
        (RESIDENTS, "Big Dan", "later Big Dan", Presence.ATTENDED),
        (RESIDENTS, "Little Dan", "Little Dan is in Spain.", Presence.MENTIONED),
        (CALL, "Per Thorn", "Per Thorn, cold store manager, Oster Foods", Presence.ATTENDED),
        (
            "Pay talks\n\nMediator: Gunnar Eid\n\nCompany: no.\n",
            "Gunnar Eid",
            "Mediator: Gunnar Eid",
            Presence.ATTENDED,
        ),
    ],
)
def test_a_list_of_those_who_came_has_many_headings(source: str, name: str, quote: str, shown: Presence) -> None:
    made = brief_of("participants", source, quote, name=name, presence="attended")
    assert [one.presence for one in made.participants] == [shown]


TALKS = """Helle: And he wants one per cent a week for late delivery.

Fergus: That's a no from us, I'm afraid.

Helle: I was hoping for ten per cent off the hardware.

Fergus: Ten I can't do. But I can take six per cent off the hardware.

Helle: Will you ring the daughter about her father?

Fergus: Not tonight from me, sorry.

Helle: Is there any prospect of a line for members?

Fergus: I hear that often. There will not be one.

Helle: Do you see the photographs?

Fergus: I can't find them. I'll send the invoice today.
"""
NOTE = """The Secretary asked if the boats could come out too. Tavares said no: the boats would stay until the fines were paid.
Mr Oyela offered his nephew for the hedge, we said thanks but no because of the insurance.
The Committee recommended in May that a right to a lawyer be put into law; we do not accept the recommendation.
The Ambassador asked for a paper. The Secretary said there would be no paper.
The Minister raised the mast. We said that the mast was in use and we were not going to take it down.
"""


@pytest.mark.parametrize(
    ("source", "by", "action", "quotes"),
    [
        (TALKS, "Fergus", "pay one per cent a week for late delivery",
         ("That's a no from us, I'm afraid.", "he wants one per cent a week for late delivery")),
        (TALKS, "Fergus", "take ten per cent off the hardware",
         ("Ten I can't do.", "I was hoping for ten per cent off the hardware.", "I can take six per cent off the hardware")),
        (TALKS, "Fergus", "ring the daughter about her father",
         ("Not tonight from me, sorry.", "Will you ring the daughter about her father?")),
        (TALKS, "Fergus", "a line for members",
         ("There will not be one.", "Is there any prospect of a line for members?")),
        (NOTE, "The Secretary", "put it on paper",
         ("The Secretary said there would be no paper.", "The Ambassador asked for a paper.")),
        (NOTE, "We", "take down the mast", ("the mast was in use and we were not going to take it down",)),
        (NOTE, "Tavares", "let the boats come out too",
         ("Tavares said no: the boats would stay until the fines were paid", "asked if the boats could come out too")),
    ],
)  # fmt: skip
def test_people_refuse_in_many_words(source: str, by: str, action: str, quotes: tuple[str, ...]) -> None:
    made = brief_of("commitments", source, *quotes, action=action, by=by, strength="denied")
    assert [one.strength for one in made.commitments] == [Strength.DENIED]
    promised = brief_of("commitments", source, *quotes[:2], action=action, by=by, strength="undertook")
    assert all(one.strength is Strength.DENIED for one in promised.commitments)


def test_a_promise_is_not_made_a_refusal_by_a_refusal_of_something_else_that_is_quoted_first() -> None:
    quotes = ("I can't find them.", "I'll send the invoice today.")
    made = brief_of("commitments", TALKS, *quotes, action="send the invoice", by="Fergus", strength="denied")
    assert [one.reason for one in made.rejected] == [RejectionReason.CONTRADICTED]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Mr Oyela's offer of his nephew for the hedge was turned down because of the insurance",
         ("we said thanks but no because of the insurance", "Mr Oyela offered his nephew for the hedge")),
        ("we do not accept the recommendation that a right to a lawyer be put into law",
         ("we do not accept the recommendation", "recommended in May that a right to a lawyer be put into law")),
    ],
)  # fmt: skip
def test_what_was_turned_down_is_a_decision(text: str, quotes: tuple[str, ...]) -> None:
    decision = {"text": text, "evidence": [{"quote": quote} for quote in quotes]}
    made = brief_of(
        "agenda_items", NOTE, quotes[1], topic=text, outcome="decided", strength="denied", decisions=[decision]
    )
    assert [one.text for item in made.agenda_items for one in item.decisions] == [text]


@pytest.mark.parametrize(
    ("line", "by", "strength"),
    [
        ("The battalion will relieve them with 80 soldiers by 10:00.", "The battalion", "intends"),
        ("Officials will be in touch with the hospitals this week.", "Officials", "intends"),
        ("The Government's report will be laid before the House on 17 December.", "the Government", "intends"),
        ("Ms Brand said she would have the local version of the study sent to the Association.", "Ms Brand", "intends"),
        ("Trevor swore it'd be working by the 26th.", "Trevor", "undertook"),
        ("The Red Cross can open the school for 200 more, if the prefecture sends the key.", "The Red Cross", "conditional"),
        ("Trevor said he'd drop it through the door tomorrow.", "Trevor", "intends"),
    ],
)  # fmt: skip
def test_a_party_is_bound_by_many_wordings(line: str, by: str, strength: str) -> None:
    made = brief_of("commitments", f"{line}\n", line, action=line.rstrip("."), by=by, strength=strength)
    assert [one.strength for one in made.commitments] == [Strength(strength)]


def test_who_would_do_so_on_a_condition_offers_what_stands_before() -> None:
    line = "The council had no objection to adopting the road; it said that it would do so provided that the road is built to its own specification."
    quotes = ("it would do so provided that the road is built to its own specification", "The council had no objection")
    claim = {"action": "adopt the road", "by": "the council", "strength": "conditional"}
    assert [one.strength for one in brief_of("commitments", line, *quotes, **claim).commitments] == [
        Strength.CONDITIONAL
    ]


def test_what_a_paper_binds_to_in_the_sentence_of_its_signing_is_signed() -> None:
    line = "Malta signed the Protocol on Ticketing, under which the State Railways will accept the tickets."
    claim = {"action": "accept the tickets", "by": "the State Railways", "strength": "signed"}
    assert [one.strength for one in brief_of("commitments", line, line, **claim).commitments] == [Strength.SIGNED]


@pytest.mark.parametrize(
    ("line", "by"),
    [
        ("The water will rise until the crest has passed by.", "The water"),
        ("Prices will drop in the autumn.", "Prices"),
        ("The Red Cross can open the school for 200 more.", "The Red Cross"),
        ("Ms Brand said she would have the time on Monday.", "Ms Brand"),
        ("I'll see you tomorrow.", "Ms Brand"),
    ],
)
def test_what_only_comes_to_pass_or_is_possible_binds_nobody(line: str, by: str) -> None:
    made = brief_of("commitments", f"{line}\n", line, action=line.rstrip("."), by=by, strength="intends")
    assert made.commitments == []


TASKS = """Actions picked up:
Yuki finishes the hotfix page.
Fenella talks to Product about how we hear such things.

Ann works at the depot.
The Secretary told the legal office to work up a paper on the rocks.
The wording of the reason is delegated to the Development Manager.
"""


@pytest.mark.parametrize(
    ("quote", "owner", "action", "strength"),
    [
        ("Yuki finishes the hotfix page.", "Yuki", "finish the hotfix page", Strength.INTENDS),
        ("Fenella talks to Product about how we hear such things.", "Fenella", "talk to Product about how we hear such things",
         Strength.INTENDS),
        ("Ann works at the depot.", "Ann", "work at the depot", Strength.MENTIONED),
        ("The Secretary told the legal office to work up a paper on the rocks.", "the legal office", "work up a paper on the rocks",
         Strength.PROPOSED),
        ("The wording of the reason is delegated to the Development Manager.", "Development Manager", "wording of the reason",
         Strength.INTENDS),
    ],
)  # fmt: skip
def test_a_task_may_be_noted_in_the_present(quote: str, owner: str, action: str, strength: Strength) -> None:
    made = brief_of("follow_ups", TASKS, quote, action=action, owner=owner, strength="intends", owner_basis="assigned")
    assert [(one.owner, one.strength) for one in made.follow_ups] == [(owner, strength)]


DESK = """Kim: Could you ring Lorna for the tooling price?

Emre: I'll ring her tomorrow morning.

Kim: Send me a name at Marlow.

Emre: Will do, today.

Kim: And ring Petra with it, whatever it is.

Obi: Okay.

Kim: I should have to ask the minister about the second house.

Ann: Will you?

Kim: I'll raise it with him, yes.

Ann: Who takes the six o'clocks?

Obi: I can, I've done my course.
"""


@pytest.mark.parametrize(
    ("owner", "action", "quotes", "strength"),
    [
        ("Emre", "ring Lorna for the tooling price",
         ("I'll ring her tomorrow morning.", "Could you ring Lorna for the tooling price?"), Strength.AGREED),
        ("Emre", "send a name at Marlow", ("Will do, today.", "Send me a name at Marlow."), Strength.AGREED),
        ("Obi", "ring Petra with it", ("Okay.", "And ring Petra with it, whatever it is."), Strength.AGREED),
        ("Kim", "raise the second house with the minister",
         ("I'll raise it with him, yes.", "Will you?", "I should have to ask the minister about the second house."), Strength.AGREED),
        ("Obi", "take the six o'clocks", ("I can, I've done my course.", "Who takes the six o'clocks?"), Strength.INTENDS),
    ],
)  # fmt: skip
def test_who_takes_on_what_is_asked_agrees(
    owner: str, action: str, quotes: tuple[str, ...], strength: Strength
) -> None:
    made = brief_of("follow_ups", DESK, *quotes, action=action, owner=owner, strength="agreed", owner_basis="accepted")
    assert [(one.owner, one.strength) for one in made.follow_ups] == [(owner, strength)]


def test_a_promise_before_the_request_is_no_answer_to_it() -> None:
    call = "Emre: I'll ring Lorna tomorrow.\n\nKim: Could you ring Lorna for the tooling price?\n"
    claim = {"action": "ring Lorna", "owner": "Emre", "strength": "agreed", "owner_basis": "volunteered"}
    quotes = ("I'll ring Lorna tomorrow.", "Could you ring Lorna for the tooling price?")
    assert [one.strength for one in brief_of("follow_ups", call, *quotes, **claim).follow_ups] == [Strength.INTENDS]


def test_a_speaker_whose_label_is_shortened_after_its_first_use_is_the_same() -> None:
    hearing = """CHAIR (Senator Brod): I declare open this hearing.

Ms ROE: Thank you.

CHAIR: Thank you.

CHAIR: The committee resolves to write to the Minister. I'll sign it; the secretary will have a draft by Monday.
"""
    for owner, expected in (("Senator Brod", "Senator Brod"), ("Ms Roe", None)):
        claim = {"action": "sign the letter", "owner": owner, "strength": "intends", "owner_basis": "volunteered"}
        made = brief_of(
            "follow_ups", hearing, "I'll sign it", "The committee resolves to write to the Minister", **claim
        )
        assert [one.owner for one in made.follow_ups] == [expected]
        assert expected is None or made.follow_ups[0].owner_basis is OwnerBasis.VOLUNTEERED


def test_who_would_do_it_answers_who_cannot() -> None:
    minutes = "Coelho can't scribe at the next meeting. Tan said he would.\n"
    claim = {"action": "scribe at the next meeting", "strength": "intends", "owner_basis": "volunteered"}
    quotes = ("Tan said he would.", "Coelho can't scribe at the next meeting.")
    (tan,) = brief_of("follow_ups", minutes, *quotes, owner="Tan", **claim).follow_ups
    assert (tan.owner, tan.strength) == ("Tan", Strength.INTENDS)


def test_a_resolution_may_be_lettered_and_its_votes_named() -> None:
    minutes = """5. Fire
IT WAS RESOLVED (a) to accept the offer of Tess Equipment for the lease of one line; (b) to authorise the Clerk to sign.
6. Reviews
No pull request above 400 lines goes to review.
Voted, 3 for, Bogdan against but will live with it.
"""
    texts = {
        "to accept the offer of Tess Equipment for the lease of one line": ("IT WAS RESOLVED (a) to accept the offer of Tess Equipment",),
        "to authorise the Clerk to sign": ("(b) to authorise the Clerk to sign",),
        "No pull request above 400 lines goes to review": (
            "No pull request above 400 lines goes to review.", "Voted, 3 for, Bogdan against but will live with it."),
    }  # fmt: skip
    for text, quotes in texts.items():
        decision = {"text": text, "evidence": [{"quote": quote} for quote in quotes]}
        made = brief_of("agenda_items", minutes, quotes[0], topic=text, outcome="decided", decisions=[decision])
        assert [one.text for item in made.agenda_items for one in item.decisions] == [text]
    lost = minutes.replace("3 for, Bogdan against", "1 for, Bogdan and Yuki against").replace("No pull", "Every pull")
    quotes = (
        "Every pull request above 400 lines goes to review.",
        "Voted, 1 for, Bogdan and Yuki against but will live with it.",
    )
    decision = {"text": quotes[0], "evidence": [{"quote": quote} for quote in quotes]}
    made = brief_of("agenda_items", lost, quotes[0], topic="reviews", outcome="decided", decisions=[decision])
    assert [one.text for item in made.agenda_items for one in item.decisions] == []


def test_the_arabic_and_is_written_with_the_name_behind_it() -> None:
    text = """استقبل معالي وزير الخارجية الدكتور نعمان الشاطر معالي الوزيرة السيدة رباب العنز.
واتفق الوزيران على تشكيل لجنة مشتركة للجمارك.
"""
    quotes = ("واتفق الوزيران على تشكيل لجنة مشتركة للجمارك", "استقبل معالي وزير الخارجية الدكتور نعمان الشاطر")
    claim = {"action": "تشكيل لجنة مشتركة للجمارك", "by": "نعمان الشاطر ورباب العنز", "strength": "agreed"}
    assert [one.by for one in brief_of("commitments", text, *quotes, **claim).commitments] == [claim["by"]]


TOLLS = """The Lindish side requested the removal of the frontier toll.

The Estran side stated that the toll would be maintained.

The union asked the firm to drop the night rota; Mr Lund replied that it would stay in force until May.

The board wants to cut the fee. The chair said that the hall would remain open.
"""


@pytest.mark.parametrize(
    ("action", "by", "quotes"),
    [
        ("removal of the frontier toll", "The Estran side",
         ("The Estran side stated that the toll would be maintained", "requested the removal of the frontier toll")),
        ("drop the night rota", "the firm",
         ("The union asked the firm to drop the night rota; Mr Lund replied that it would stay in force until May.",)),
    ],
)  # fmt: skip
def test_what_stays_although_another_wants_it_away_is_refused(action: str, by: str, quotes: tuple[str, ...]) -> None:
    for claimed in ("denied", "intends"):
        made = brief_of("commitments", TOLLS, *quotes, action=action, by=by, strength=claimed)
        assert [one.strength for one in made.commitments] == [Strength.DENIED]


def test_what_stays_is_no_answer_to_another_wish() -> None:
    quotes = ("The chair said that the hall would remain open.", "The board wants to cut the fee.")
    made = brief_of("commitments", TOLLS, *quotes, action="cut the fee", by="The board", strength="denied")
    assert made.commitments == []


def test_a_note_in_the_present_may_open_with_its_day_name_several_and_follow_a_request() -> None:
    minutes = "By Friday Ana sends the file to Ben.\n\nAna and Ben meet the owner on Monday.\n\nKim asked for the key. Ben brings it on Monday. Ben brought it on Monday.\n"
    quotes = {
        ("send the file to Ben", "Ana", "by Friday"): ("By Friday Ana sends the file to Ben.",),
        ("meet the owner", "Ana and Ben", "on Monday"): ("Ana and Ben meet the owner on Monday.",),
        ("bring the key", "Ben", "on Monday"): ("Ben brings it on Monday.", "Kim asked for the key."),
    }
    for (action, owner, due), words in quotes.items():
        (task,) = brief_of(
            "follow_ups", minutes, *words, action=action, owner=owner, due=due, strength="intends"
        ).follow_ups
        assert (task.owner, task.strength) == (owner, Strength.INTENDS)
    told = brief_of("follow_ups", minutes, "Ben brought it on Monday.", "Kim asked for the key.",
                    action="bring the key", owner="Ben", due="on Monday", strength="intends")  # fmt: skip
    assert all(one.strength is not Strength.INTENDS for one in told.follow_ups)


def test_a_german_task_in_the_present_is_not_weakened_by_the_request_for_it() -> None:
    minutes = "Herr Immhof bittet um die Statik von 1994.\n\nHerr Dogan sucht sie im Keller heraus und schickt sie ihm in der kommenden Woche.\n\nDie Halle bleibt am Samstag zu, der Zaun wird gestrichen, und der Verein dankt allen für die Arbeit.\n"
    quotes = ("schickt sie ihm in der kommenden Woche", "Herr Immhof bittet um die Statik von 1994.")
    claim = {"action": "schickt ihm die Statik von 1994", "owner": "Herr Dogan", "due": "in der kommenden Woche"}
    (task,) = brief_of("follow_ups", minutes, *quotes, strength="intends", **claim).follow_ups
    assert (task.owner, task.strength) == ("Herr Dogan", Strength.INTENDS)


@pytest.mark.parametrize(
    ("sentence", "action", "asker", "asked"),
    [
        ("The Chair asked the Clerk to ring the bank.", "ring the bank", "The Chair", "the Clerk"),
        ("The board instructed the agent to replace the lock.", "replace the lock", "The board", "the agent"),
        ("Ms Hale told Mr Ott to order the chairs.", "order the chairs", "Ms Hale", "Mr Ott"),
    ],
)
def test_who_asks_or_orders_is_not_who_acts(sentence: str, action: str, asker: str, asked: str) -> None:
    for owner, expected in ((asker, None), (asked, asked)):
        made = brief_of("follow_ups", f"{sentence}\n{HALL}", sentence, action=action, owner=owner, strength="proposed")
        assert [one.owner for one in made.follow_ups] == [expected]
    assert (
        brief_of("commitments", f"{sentence}\n{HALL}", sentence, action=action, by=asker, strength="agreed").commitments
        == []
    )


HALL = "The meeting was held in the small hall, and the minutes of the last one were in the hands of all.\n"


@pytest.mark.parametrize(
    ("sentence", "by", "other"),
    [
        ("Unlike Denmark, Norway will open the port.", "Norway", "Denmark"),
        ("Following talks with Sudland, Norland will open the port.", "Norland", "Sudland"),
        ("Norland, not Sudland, will open the port.", "Norland", "Sudland"),
    ],
)
def test_whom_a_subject_is_set_against_is_not_bound(sentence: str, by: str, other: str) -> None:
    claim = {"action": "open the port", "strength": "intends"}
    assert [one.by for one in brief_of("commitments", f"{sentence}\n{HALL}", sentence, by=by, **claim).commitments] == [
        by
    ]
    assert brief_of("commitments", f"{sentence}\n{HALL}", sentence, by=other, **claim).commitments == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ms Hale will attend the next meeting.",
        "Ms Hale's report was presented by Mr Ott.",
        "Mr Ott read the paper written by Ms Hale.",
    ],
)
def test_who_is_to_come_or_sent_a_paper_is_only_mentioned(sentence: str) -> None:
    made = brief_of("participants", f"{sentence}\n{HALL}", sentence, name="Hale", presence="attended")
    assert [one.presence for one in made.participants] == [Presence.MENTIONED]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("The board agreed that the Leeds office will not be closed.", "close the Leeds office"),
        ("The board agreed that the old forms will not be re-opened.", "re-open the old forms"),
    ],
)
def test_what_was_agreed_not_to_be_done_is_refused(sentence: str, action: str) -> None:
    made = brief_of("commitments", f"{sentence}\n{HALL}", sentence, action=action, by="The board", strength="agreed")
    assert all(one.strength is Strength.DENIED for one in made.commitments)


def test_a_refusal_for_a_time_is_borne() -> None:
    sentence = "Northline Rail will not raise fares this year."
    claim = {"action": "raise fares this year", "by": "Northline Rail", "strength": "denied"}
    assert [one.strength for one in brief_of("commitments", f"{sentence}\n{HALL}", sentence, **claim).commitments] == [
        Strength.DENIED
    ]


def test_what_somebody_could_do_if_is_an_offer_on_a_condition() -> None:
    sentence = "Ostrava could match up to 9,000 euros if the council finds the rest."
    claim = {"action": "match up to 9,000 euros", "by": "Ostrava", "condition": "if the council finds the rest"}
    (offer,) = brief_of("commitments", f"{sentence}\n{HALL}", sentence, strength="conditional", **claim).commitments
    assert offer.strength is Strength.CONDITIONAL
    assert brief_of("commitments", f"{sentence}\n{HALL}", sentence, strength="agreed", **claim).commitments == []


def test_businesses_and_trades_promise_as_others_do() -> None:
    for who in ("The airline", "The parish", "The plumber", "The newspaper"):
        sentence = f"{who} will refund the deposit."
        made = brief_of(
            "commitments", f"{sentence}\n{HALL}", sentence, action="refund the deposit", by=who, strength="intends"
        )
        assert [one.by for one in made.commitments] == [who]


def test_without_a_known_language_a_claim_is_borne_in_part_at_the_most() -> None:
    source = "Protokoll des Teams, 12. März 2025\n\nAnwesend: Anna Roth, Bernd Lang\n\nAnna Roth wird keine Laptops kaufen.\n"
    made = brief_of(
        "commitments",
        source,
        "Anna Roth wird keine Laptops kaufen.",
        action="Laptops kaufen",
        by="Anna Roth",
        strength="undertook",
    )
    assert all(one.support.verdict is not Verdict.SUPPORTED for one in made.commitments)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not true that Ann Reed will send the report.",
        "There is no guarantee that Ann Reed will send the report.",
        "There is no truth in the claim that Ann Reed will send the report.",
        "Mr Ott doubted that Ann Reed would send the report.",
    ],
)
def test_what_a_sentence_takes_back_is_no_promise(sentence: str) -> None:
    claim = {"action": "send the report", "strength": "intends"}
    made = brief_of("follow_ups", f"{sentence}\n{HALL}", sentence, owner="Ann Reed", **claim)
    assert all(one.strength is Strength.MENTIONED for one in made.follow_ups)
    assert brief_of("commitments", f"{sentence}\n{HALL}", sentence, by="Ann Reed", **claim).commitments == []


def test_what_is_true_and_beyond_doubt_is_one() -> None:
    for sentence in (
        "It is true that Ann Reed will send the report.",
        "There is no doubt that Ann Reed will send the report.",
    ):
        made = brief_of(
            "follow_ups",
            f"{sentence}\n{HALL}",
            sentence,
            action="send the report",
            owner="Ann Reed",
            strength="intends",
        )
        assert [one.strength for one in made.follow_ups] == [Strength.INTENDS]
