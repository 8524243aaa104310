"""What the checks make of claims about a few small sources."""

import enum
import json
import time
from typing import Any

import pytest
from making import document, evidence, item

from summarizer import verify
from summarizer.items import Item
from summarizer.schemas import (
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
    RejectionReason,
    Strength,
    Verdict,
)
from summarizer.support import check

READOUT = document(
    "The Estonian minister Kadri Saar and her Finnish counterpart Antti Laine met in Narva on 3 March 2025.",
    "They explored a joint rescue exercise and discussed the setting up of a common archive.",
    "Finland agreed to lend two icebreakers to Estonia by 30 April 2025.",
    "Minister Saar said Latvia would reopen the ferry terminal in May.",
    "Estonia will not raise its port fees this year.",
    "Finland will pay 400,000 euros for the survey, provided that the parliament approves the budget.",
    "Both sides recalled the protocol that was signed in 2016.",
    "No decision was taken on visas.",
    "The letter of the former consul Urmas Tamm was read out.",
    date="2025-03-03",
)
CALL = document(
    ("Ana Brito", "Who writes the incident report?"),
    ("Ana Brito", "Marco, can you write the incident report?"),
    ("Marco Deng", "Yes, I'll send it round tomorrow."),
    ("Lena Ost", "I can review the export job."),
    ("Lena Ost", "The invoice bug is not fixed."),
    ("Marco Deng", "I'll talk to the hosting people if Lena gives me the contract."),
    ("Ana Brito", "We should move the renewals to the platform team."),
)
MINUTES = document(
    "# Present",
    "- Maeve Quill (chair)",
    "- Ruth Banner, City Council",
    "# Apologies",
    "- Luis Ferro",
    "# Play area",
    "Two of three quotes have come in; the lower one is from Fairfield at 18,400 euros.",
    "RESOLVED: to apply to the council for 9,000 euros.",
    "ACTION: Tunde Ade to send the application by 20 June 2025.",
    "# Summer party",
    "It was agreed that the party moves to 12 July.",
    date="2025-05-06",
)


def commitment(quote: str, **values: Any) -> Item:
    values = {"strength": Strength.AGREED} | values
    made = item("commitments", DraftCommitment(**values), READOUT, quote)
    check([made], READOUT)
    return made


def follow_up(*quotes: str, **values: Any) -> Item:
    values = {"strength": Strength.INTENDS} | values
    made = item("follow_ups", DraftFollowUp(**values), CALL, *quotes)
    check([made], CALL)
    return made


def decision(quote: str, text: str) -> Item:
    made = item("decisions", DraftDecision(text=text), MINUTES, quote)
    check([made], MINUTES)
    return made


def person(quote: str, source: Any = READOUT, **values: Any) -> Item:
    values = {"presence": Presence.ATTENDED} | values
    made = item("participants", DraftParticipant(**values), source, quote)
    check([made], source)
    return made


def verdict(made: Item) -> Verdict:
    assert made.support is not None
    return made.support.verdict


LEND = "Finland agreed to lend two icebreakers to Estonia by 30 April 2025."
FERRY = "Minister Saar said Latvia would reopen the ferry terminal in May."
FEES = "Estonia will not raise its port fees this year."
SURVEY = "Finland will pay 400,000 euros for the survey, provided that the parliament approves the budget."


def test_a_true_commitment_is_supported() -> None:
    made = commitment(LEND, action="lend two icebreakers", by="Finland", to="Estonia", due="by 30 April 2025")
    assert made.refused is None
    assert verdict(made) is Verdict.SUPPORTED
    assert made.changes == []


def test_a_paraphrase_is_not_refused() -> None:
    made = commitment(LEND, action="make two icebreakers available on loan", by="Finland")
    assert made.refused is None


def test_a_claim_is_lowered_to_what_the_words_bear_and_never_raised() -> None:
    assert (
        commitment(LEND, action="lend two icebreakers", strength=Strength.SIGNED).values["strength"] is Strength.AGREED
    )
    assert commitment(LEND, action="lend two icebreakers", strength=Strength.INTENDS).values["strength"] == "intends"


def test_a_promise_on_a_condition_is_no_refusal() -> None:
    made = commitment(SURVEY, action="pay 400,000 euros for the survey", by="Finland", strength=Strength.DENIED)
    assert made.refused is RejectionReason.CONTRADICTED


def test_what_was_only_discussed_is_too_weak_for_a_commitment() -> None:
    made = commitment("discussed the setting up of a common archive", action="set up a common archive", by="both sides")
    assert made.refused is RejectionReason.TOO_WEAK
    assert '"discussed"' in made.explanation


def test_a_quote_cut_short_does_not_hide_the_words_that_govern_it() -> None:
    made = commitment("the setting up of a common archive", action="set up a common archive")
    assert made.refused is RejectionReason.TOO_WEAK


def test_what_happened_before_the_meeting_is_no_commitment() -> None:
    made = commitment(
        "Both sides recalled the protocol that was signed in 2016.", action="sign the protocol", strength="signed"
    )
    assert made.refused is RejectionReason.TOO_WEAK


def test_words_that_deny_make_the_claim_a_refusal() -> None:
    made = commitment(FEES, action="raise its port fees this year", by="Estonia", strength="intends")
    assert made.refused is None
    assert made.values["strength"] is Strength.DENIED
    assert verdict(made) is Verdict.PARTLY


def test_a_refusal_that_the_words_do_not_hold_is_contradicted() -> None:
    assert commitment(LEND, action="lend two icebreakers", strength="denied").refused is RejectionReason.CONTRADICTED


def test_a_claim_that_negates_what_was_agreed_is_contradicted() -> None:
    assert commitment(LEND, action="not lend the icebreakers").refused is RejectionReason.CONTRADICTED


def test_a_dropped_condition_makes_the_claim_conditional() -> None:
    made = commitment(SURVEY, action="pay 400,000 euros for the survey", by="Finland", strength="undertook")
    assert made.values["strength"] is Strength.CONDITIONAL
    assert made.values["condition"] == "provided that the parliament approves the budget"


def test_a_condition_outside_the_quote_counts_too() -> None:
    made = commitment("Finland will pay 400,000 euros for the survey", action="pay 400,000 euros", strength="intends")
    assert made.values["strength"] is Strength.CONDITIONAL


def test_an_invented_condition_goes() -> None:
    made = commitment(LEND, action="lend two icebreakers", condition="if the weather allows it", by="Finland")
    assert made.values["condition"] is None


@pytest.mark.parametrize(
    "action",
    [
        "lend three icebreakers",
        "lend 20 icebreakers",
        "lend two icebreakers by 30 June",
        "lend two icebreakers in 2026",
    ],
)
def test_a_changed_number_or_date_is_contradicted(action: str) -> None:
    assert commitment(LEND, action=action).refused is RejectionReason.CONTRADICTED


@pytest.mark.parametrize("action", ["pay EUR 400 000 for the survey", "pay four hundred thousand euros for the survey"])
def test_a_number_may_be_written_otherwise(action: str) -> None:
    assert commitment(SURVEY, action=action, strength="conditional").refused is None


def test_a_name_that_is_nowhere_in_the_document_is_refused() -> None:
    assert commitment(LEND, action="lend two icebreakers to Ruritania").refused is RejectionReason.UNSUPPORTED


def test_a_name_from_elsewhere_in_the_document_is_flagged() -> None:
    made = commitment(LEND, action="lend two icebreakers in Narva")
    assert verdict(made) is Verdict.PARTLY
    assert made.support is not None
    assert made.support.checks["names"] == "absent"


def test_who_says_so_is_not_who_acts() -> None:
    made = commitment(FERRY, action="reopen the ferry terminal", by="Minister Saar", strength="intends")
    assert made.refused is RejectionReason.CONTRADICTED
    assert "Latvia" in made.explanation


def test_what_one_party_says_of_another_names_who_says_it() -> None:
    made = commitment(FERRY, action="reopen the ferry terminal", by="Latvia", strength="intends")
    assert made.refused is None
    assert made.values["said_by"] == "Minister Saar"
    assert made.support is not None
    assert made.support.checks["speaker"] == "absent"


def test_actor_and_recipient_may_not_be_swapped() -> None:
    made = commitment(LEND, action="lend two icebreakers", by="Estonia", to="Finland")
    assert made.refused is RejectionReason.CONTRADICTED


def test_a_pronoun_is_kept_as_written() -> None:
    source = document("The ministers met in Narva.", "They agreed to hold a joint rescue exercise.")
    claim = DraftCommitment(action="hold a joint rescue exercise", by="they", strength=Strength.AGREED)
    made = item("commitments", claim, source, "They agreed to hold a joint rescue exercise.")
    check([made], source)
    assert made.support is not None
    assert made.support.checks["actor"] == "agrees"


def test_another_subject_than_the_quoted_one_is_unsupported() -> None:
    made = commitment(LEND, action="found a university for nurses", strength="agreed")
    assert made.refused is RejectionReason.UNSUPPORTED


def test_altered_evidence_bears_nothing() -> None:
    made = item("commitments", DraftCommitment(action="lend two icebreakers", strength="agreed"), READOUT)
    made.evidence = [evidence(READOUT, LEND, altered=True)]
    check([made], READOUT)
    assert made.refused is not None


def test_an_item_refused_before_keeps_its_reason() -> None:
    made = item("commitments", DraftCommitment(action="lend two icebreakers", strength="agreed"), READOUT, LEND)
    made.refuse(RejectionReason.INVALID, "It breaks the schema.")
    check([made], READOUT)
    assert (made.refused, made.explanation) == (RejectionReason.INVALID, "It breaks the schema.")


def test_every_refusal_explains_itself_in_one_sentence() -> None:
    made = commitment(LEND, action="lend 20 icebreakers")
    assert made.explanation == 'The quoted words do not hold the number "20".'


# Speech


def test_an_answer_takes_on_what_was_asked() -> None:
    made = follow_up(
        "Marco, can you write the incident report?",
        "Yes, I'll send it round tomorrow.",
        action="write the incident report",
        owner="Marco",
        owner_basis=OwnerBasis.ACCEPTED,
        due="tomorrow",
    )
    assert (made.values["strength"], made.values["owner"]) == ("intends", "Marco")
    assert made.values["owner_basis"] is OwnerBasis.ACCEPTED


def test_a_request_without_its_answer_is_only_proposed() -> None:
    made = follow_up(
        "Marco, can you write the incident report?",
        action="write the incident report",
        owner="Marco",
        owner_basis="assigned",
    )
    assert made.values["strength"] is Strength.PROPOSED
    assert made.refused is None


def test_the_first_person_is_the_speaker() -> None:
    quote = "I can review the export job."
    assert follow_up(quote, action="review the export job", owner="Lena", owner_basis="volunteered").changes == []
    other = follow_up(quote, action="review the export job", owner="Marco", owner_basis="volunteered")
    assert (other.values["owner"], other.values["owner_basis"]) == (None, OwnerBasis.UNSTATED)


def test_nobody_volunteers_in_the_words_of_another() -> None:
    quote = "Marco, can you write the incident report?"
    made = follow_up(quote, action="write the incident report", owner="Marco", owner_basis="volunteered")
    assert made.values["owner_basis"] is OwnerBasis.ASSIGNED


def test_an_owner_from_nowhere_goes() -> None:
    made = follow_up("We should move the renewals", action="move the renewals", owner="Priya", owner_basis="assigned")
    assert (made.values["owner"], made.values["owner_basis"]) == (None, OwnerBasis.UNSTATED)


def test_a_due_date_from_nowhere_goes() -> None:
    made = follow_up(
        "I can review the export job.",
        action="review the export job",
        owner="Lena",
        owner_basis="volunteered",
        due="by Thursday",
    )
    assert made.values["due"] is None


def test_a_statement_that_affirms_what_was_negated_is_contradicted() -> None:
    made = item(
        "decisions",
        DraftDecision(text="The invoice bug is fixed and closed now"),
        CALL,
        "The invoice bug is not fixed.",
    )
    check([made], CALL)
    assert made.refused is RejectionReason.CONTRADICTED


# Decisions, agenda items, people


def test_a_decision_needs_words_that_decide() -> None:
    assert (
        decision("RESOLVED: to apply to the council for 9,000 euros.", "Apply to the council for 9,000 euros").refused
        is None
    )
    made = item(
        "decisions", DraftDecision(text="A decision on visas was taken"), READOUT, "No decision was taken on visas."
    )
    check([made], READOUT)
    assert made.refused is not None


def test_a_decision_with_the_number_of_its_neighbour_is_contradicted() -> None:
    made = decision("RESOLVED: to apply to the council for 9,000 euros.", "Apply to the council for 18,400 euros")
    assert made.refused is RejectionReason.CONTRADICTED


def test_an_agenda_item_that_was_only_discussed_is_not_decided() -> None:
    claim = DraftAgendaItem(topic="Common archive", outcome="decided", strength="agreed")
    made = item("agenda_items", claim, READOUT, "discussed the setting up of a common archive")
    check([made], READOUT)
    assert (made.values["outcome"], made.values["strength"]) == (Outcome.DISCUSSED, Strength.DISCUSSED)


def test_a_summary_that_is_not_borne_goes_and_the_item_stays() -> None:
    claim = DraftAgendaItem(topic="Common archive", summary="An archive of 300 boxes was agreed.", outcome="discussed")
    made = item("agenda_items", claim, READOUT, "discussed the setting up of a common archive")
    check([made], READOUT)
    assert made.refused is None
    assert made.values["summary"] is None


def test_an_agenda_item_whose_quote_fails_stands_on_its_decision() -> None:
    quote = "It was agreed that the party moves to 12 July."
    nested = item("decisions", DraftDecision(text="The party moves to 12 July"), MINUTES, quote)
    claim = DraftAgendaItem(topic="Summer party", outcome="decided", strength="agreed")
    made = item("agenda_items", claim, MINUTES, "Luis Ferro", children={"decisions": [nested]})
    check([made], MINUTES)
    assert made.refused is None
    assert [one.quote for one in made.evidence] == [quote]
    assert [change.field for change in made.changes] == ["evidence"]
    assert made.values["outcome"] == "decided"


def test_a_participant_must_be_quoted_by_name() -> None:
    assert person("Kadri Saar and her Finnish counterpart Antti Laine met in Narva", name="Antti Laine").refused is None
    assert person(LEND, name="Antti Laine").refused is RejectionReason.UNSUPPORTED
    assert person("her Finnish counterpart Antti Laine", name="Antti Laaksonen").refused is RejectionReason.UNSUPPORTED


def test_a_role_that_the_document_does_not_give_goes() -> None:
    made = person("The Estonian minister Kadri Saar", name="Kadri Saar", role="Governor of the central bank")
    assert made.values["role"] is None
    assert made.refused is None


def test_presence_needs_words_that_show_it() -> None:
    assert person("The Estonian minister Kadri Saar", name="Kadri Saar").values["presence"] == "attended"
    assert person("- Maeve Quill".removeprefix("- "), MINUTES, name="Maeve Quill").values["presence"] == "attended"
    assert person("Luis Ferro", MINUTES, name="Luis Ferro").values["presence"] is Presence.ABSENT
    assert person("the former consul Urmas Tamm", name="Urmas Tamm").values["presence"] is Presence.MENTIONED


def test_a_place_from_nowhere_goes() -> None:
    claim = DraftMeeting(id="m1", title="meeting of ministers", place="Tallinn")
    made = item("meetings", claim, READOUT, "Antti Laine met in Narva on 3 March 2025")
    check([made], READOUT)
    assert made.values["place"] is None


# Any schema, any language


class Colour(enum.StrEnum):
    RED = "red"


class Risk(Claim):
    """A claim of a schema of one's own."""

    risk: str
    rating: Colour | None = None
    note: str | None = None


def test_a_schema_of_ones_own_is_checked_by_its_texts_alone() -> None:
    good = item("risks", Risk(risk="Port fees are not raised this year", rating="red"), READOUT, FEES)
    bad = item("risks", Risk(risk="Finland pays 900,000 euros for the survey"), READOUT, SURVEY)
    check([good, bad], READOUT)
    assert good.refused is None
    assert bad.refused is RejectionReason.CONTRADICTED


def test_without_a_lexicon_the_strength_is_the_engines_and_unchecked() -> None:
    source = document("A küldöttség 40 hajót ígért a kikötőnek.", language="hu")
    made = item(
        "commitments",
        DraftCommitment(action="40 hajót ad", strength="undertook"),
        source,
        "A küldöttség 40 hajót ígért a kikötőnek.",
    )
    wrong = item(
        "commitments",
        DraftCommitment(action="50 hajót ad", strength="undertook"),
        source,
        "A küldöttség 40 hajót ígért a kikötőnek.",
    )
    check([made, wrong], source)
    assert made.refused is None
    assert made.support is not None
    assert made.support.checks["strength"] == "unchecked"
    assert wrong.refused is RejectionReason.CONTRADICTED


def test_sixty_items_against_a_long_document_take_less_than_a_second() -> None:
    filler = "The delegates spoke of the weather, the harvest and the long road to the coast."
    source = document(*[filler] * 3_800, LEND)
    items = [
        item(
            "commitments", DraftCommitment(action="lend two icebreakers", by="Finland", strength="agreed"), source, LEND
        )
        for _ in range(60)
    ]
    assert len(source.text) > 300_000
    begun = time.perf_counter()
    check(items, source)
    assert time.perf_counter() - begun < 20
    assert all(made.refused is None for made in items)


# Who bears it, and what is plainly turned round

STANDUP = document(
    ("Lena Ost", "I'll have a fix by Thursday if Marco gives me access to the test ledger."),
    ("Marco Deng", "You'll have access this afternoon."),
    ("Ana Brito", "Please add the new label to the export job."),
)
BRIEFING = document(
    "Present: Maeve Quill (chair), Tunde Ade (treasurer)",
    "Managing director Sofie Holm said the company will keep the Hebden plant open.",
    "She said that the company will not pay a bonus.",
    "He undertook to publish the figures.",
    "The council could match up to 9,000 euros.",
    "RESOLVED: to close issue 12 and match at least 400 euros.",
    "The chair of the works council, Idris Malo, thanked everybody.",
)


def checked(kind: str, claim: Claim, source: Any, *quotes: str) -> Item:
    made = item(kind, claim, source, *quotes)
    check([made], source)
    return made


def test_of_several_quotes_one_that_binds_the_actor_is_enough() -> None:
    claim = DraftCommitment(action="access to the test ledger", by="Marco", to="Lena", strength="intends")
    quotes = "if Marco gives me access to the test ledger", "You'll have access this afternoon."
    made = checked("commitments", claim, STANDUP, *quotes)
    assert made.refused is None
    assert verdict(made) is Verdict.SUPPORTED
    assert made.values["condition"] is None


def test_what_is_only_a_condition_of_anothers_promise_is_no_commitment() -> None:
    claim = DraftCommitment(action="give access to the test ledger", by="Marco", strength="intends")
    made = checked("commitments", claim, STANDUP, "if Marco gives me access to the test ledger")
    assert made.refused is not None


@pytest.mark.parametrize(
    ("quote", "action", "by"),
    [
        ("the company will keep the Hebden plant open", "keep the Hebden plant open", "Sofie Holm"),
        ("She said that the company will not pay a bonus", "not pay a bonus", "Sofie Holm"),
        ("He undertook to publish the figures.", "publish the figures", "Idris Malo"),
    ],
)
def test_an_actor_whom_the_clause_does_not_bind_is_refused_or_flagged(quote: str, action: str, by: str) -> None:
    strength = "denied" if action.startswith("not") else "intends"
    claim = DraftCommitment(action=action, by=by, strength=strength)
    made = checked("commitments", claim, BRIEFING, quote)
    assert made.support is not None
    assert made.support.checks["actor"] in ("absent", "disagrees")


def test_the_opposite_verb_of_the_same_thing_is_contradicted() -> None:
    made = checked("decisions", DraftDecision(text="Open issue 12"), BRIEFING, "to close issue 12")
    assert made.refused is RejectionReason.CONTRADICTED
    claim = DraftFollowUp(action="remove the new label", strength="proposed")
    made = checked("follow_ups", claim, STANDUP, "add the new label")
    assert made.refused is RejectionReason.CONTRADICTED


@pytest.mark.parametrize(
    ("language", "said", "claimed"),
    [
        ("en", "Norway agreed to adopt the plan.", "reject the plan"),
        ("en", "Norway agreed to grant the permit.", "deny the permit"),
        ("en", "Norway agreed to keep the ferry.", "scrap the ferry"),
        ("en", "Norway agreed to keep the levy.", "abolish the levy"),
        ("en", "Norway agreed to confirm the order.", "cancel the order"),
        ("en", "Norway agreed to lift the embargo on grain.", "impose the embargo on grain"),
        ("en", "Norway agreed to tighten the rules on fishing.", "relax the rules on fishing"),
        ("en", "Norway agreed to finance the militia.", "defund the militia"),
        ("fr", "Le conseil décide d'approuver le budget.", "rejeter le budget"),
        ("fr", "Le conseil a décidé ceci : le budget sera augmenté.", "le budget sera réduit"),
        ("it", "Il consiglio ha deciso di approvare il bilancio.", "respingere il bilancio"),
        ("es", "El consejo acordó aprobar el presupuesto.", "rechazar el presupuesto"),
        ("de", "Der Rat beschließt, die Gebühr zu erhöhen.", "die Gebühr senken"),
    ],
)
def test_opposites_are_known_in_every_language_that_is_checked(language: str, said: str, claimed: str) -> None:
    source = document(said, language=language)
    decisions = [item("decisions", DraftDecision(text=text), source, said) for text in (claimed, said)]
    check(decisions, source)
    assert decisions[0].refused is RejectionReason.CONTRADICTED
    assert decisions[1].refused is None


def test_a_negation_that_nothing_in_the_words_bears_is_flagged() -> None:
    made = checked(
        "follow_ups", DraftFollowUp(action="do not do it", strength="proposed"), STANDUP, "Please add the new"
    )
    assert made.support is not None
    assert made.support.checks["negation"] == "absent"


def test_a_limit_of_a_number_may_not_be_left_out() -> None:
    kept = checked("decisions", DraftDecision(text="match at least 400 euros"), BRIEFING, "match at least 400 euros")
    left = checked("decisions", DraftDecision(text="match 400 euros"), BRIEFING, "match at least 400 euros")
    assert verdict(kept) is Verdict.SUPPORTED
    assert verdict(left) is Verdict.PARTLY


@pytest.mark.parametrize(
    ("name", "role", "held"),
    [("Maeve Quill", "chair", True), ("Maeve Quill", "treasurer", False), ("Tunde Ade", "chair", False)],
)
def test_an_office_belongs_to_the_one_it_stands_beside(name: str, role: str, held: bool) -> None:
    claim = DraftParticipant(name=name, role=role, presence="attended")
    made = checked("participants", claim, BRIEFING, "Present: Maeve Quill (chair), Tunde Ade (treasurer)")
    assert (verdict(made) is Verdict.SUPPORTED) is held


def test_an_agenda_item_that_is_only_mentioned_is_not_made_a_refusal() -> None:
    claim = DraftAgendaItem(topic="a bonus", outcome="discussed", strength="mentioned")
    made = checked("agenda_items", claim, BRIEFING, "the company will not pay a bonus")
    assert made.values["strength"] == "mentioned"


@pytest.mark.parametrize(
    "refusal", ["so I won't write after all", "They would rather wait, so I won't write after all"]
)
@pytest.mark.parametrize(("strength", "stands"), [("denied", True), ("undertook", False)])
def test_a_promise_that_a_second_quote_takes_back_is_denied(strength: str, stands: bool, refusal: str) -> None:
    text = "Quill: I was going to write to the minister about the road. They would rather wait, so I won't write after all."
    quotes = [{"quote": "I was going to write to the minister about the road"}, {"quote": refusal}]
    claim = {"action": "write to the minister about the road", "by": "Quill", "strength": strength, "evidence": quotes}
    brief = verify(json.dumps({"commitments": [claim]}), text)
    assert [one.strength for one in brief.commitments] == ([Strength.DENIED] if stands else [])


def test_a_document_of_one_short_line_is_checked_for_opposites_and_negation() -> None:
    def rejected(line: str, action: str) -> list[RejectionReason]:
        claim = {"action": action, "strength": "agreed", "evidence": [{"line": 1, "quote": line}]}
        return [one.reason for one in verify(json.dumps({"commitments": [claim]}), line).rejected]

    assert rejected("Norway agreed to open the port.", "close the port") == [RejectionReason.CONTRADICTED]
    assert rejected("Norway agreed to open the port.", "not open the port") == [RejectionReason.CONTRADICTED]
    assert rejected("Norway agreed to open the port.", "open the port") == []
