"""The ledger of cited, uncited and unread lines."""

from making import document, item

from summarizer import summarize
from summarizer.coverage import cover
from summarizer.items import Item
from summarizer.schemas import (
    DraftAgendaItem,
    DraftCommitment,
    DraftDecision,
    DraftFollowUp,
    RejectionReason,
    Strength,
)

READOUT = document(
    "The two delegations met in Narva.",
    "Finland agreed to lend two icebreakers.",
    "Estonia will not raise its fees.",
    "They exchanged views on the weather.",
    "Prices will rise.",
    "The parties committed to a joint patrol.",
)


def _commitment(quote: str) -> Item:
    return item("commitments", DraftCommitment(action="a thing", strength="agreed"), READOUT, quote)


def test_every_line_is_cited_or_not_or_unread() -> None:
    ledger = cover([_commitment("lend two icebreakers")], READOUT, [((5, 6), "the window was too long")])
    assert ledger.lines == 6
    assert ledger.cited == [(2, 2)]
    assert ledger.not_cited == [(1, 1), (3, 4)]
    assert ledger.unread == [(5, 6)]
    assert ledger.unread_reasons == ["the window was too long"]


def test_a_quote_over_several_lines_cites_them_all() -> None:
    both = _commitment("icebreakers.\nEstonia will not")
    assert cover([both], READOUT, []).cited == [(2, 3)]


def test_lines_with_words_that_bind_and_nothing_cites_are_possible_omissions() -> None:
    found = cover([_commitment("lend two icebreakers")], READOUT, []).possible_omissions
    assert [(one.line, one.strength) for one in found] == [(3, Strength.DENIED), (6, Strength.UNDERTOOK)]
    assert found[1].text == READOUT.text[found[1].start : found[1].end] == READOUT.line_text(6)
    assert found[1].trigger == "committed"


def test_what_only_a_refused_item_cites_is_not_cited() -> None:
    refused = _commitment("lend two icebreakers")
    refused.refuse(RejectionReason.CONTRADICTED, "The words say otherwise.")
    ledger = cover([refused], READOUT, [])
    assert ledger.cited == []
    assert 2 in [one.line for one in ledger.possible_omissions]


def test_unread_lines_are_no_omissions() -> None:
    assert cover([], READOUT, [((1, 6), "cut off")]).possible_omissions == []


def test_a_nested_decision_cites_its_line() -> None:
    nested = item("decisions", DraftDecision(text="patrol"), READOUT, "a joint patrol")
    claim = DraftAgendaItem(topic="weather", outcome="discussed")
    parent = item("agenda_items", claim, READOUT, "views on the weather", children={"decisions": [nested]})
    assert cover([parent], READOUT, []).cited == [(4, 4), (6, 6)]


def test_lines_of_minutes_that_order_or_resolve_are_possible_omissions() -> None:
    minutes = document("# Decisions", "ACTION: Ida to mow the lawn", "RESOLVED: to buy a mower", "The mower is red.")
    found = cover([], minutes, []).possible_omissions
    assert [(one.line, one.trigger) for one in found] == [(2, "ACTION"), (3, "RESOLVED")]


def test_small_talk_is_no_omission_and_a_promise_is() -> None:
    call = document(
        ("Ida", "I'll be right back."),
        ("Per", "We'll see."),
        ("Ida", "Okay, let me share my screen."),
        ("Per", "I can't hear you."),
        ("Ida", "Can you repeat that?"),
        ("Per", "You'll find it in the second tab, it will open by itself."),
        ("Ida", "I'll send the contract to the printers by Friday."),
        ("Per", "Good, then we decided to move the launch to May."),
    )
    assert [one.line for one in cover([], call, []).possible_omissions] == [7, 8]


def test_a_short_promise_with_a_day_and_a_short_refusal_are_no_small_talk() -> None:
    call = document(
        ("Ida", "Yes, I'll book it tomorrow."),
        ("Per", "I won't sign the contract."),
        ("Ida", "I'll see you tomorrow."),
        ("Per", "I won't be long today."),
        ("Ida", "I'll get it."),
        ("Per", "I'll think about it tomorrow."),
    )
    assert [(one.line, one.strength) for one in cover([], call, []).possible_omissions] == [
        (1, Strength.INTENDS),
        (2, Strength.DENIED),
    ]


def test_a_consensus_of_minutes_is_a_possible_omission() -> None:
    minutes = document(
        "Agreement on the call was to move the document by Friday.",
        "There was consensus to publish the charter.",
        "There was no consensus to publish the charter.",
        "The aim of the agreement was to save the bank.",
    )
    assert [one.line for one in cover([], minutes, []).possible_omissions] == [1, 2]


def test_an_empty_document_has_an_empty_ledger() -> None:
    ledger = cover([], document(), [])
    assert (ledger.lines, ledger.cited, ledger.not_cited, ledger.possible_omissions) == (0, [], [], [])


def test_next_to_a_cited_line_only_what_says_the_same_again_is_left_out() -> None:
    call = document(
        ("Ida", "Per, can you send the contract to the printers?"),
        ("Per", "Yes, I'll send the contract to the printers by Friday."),
        ("Per", "I'll do that first thing tomorrow then."),
        ("Ida", "And I'll order the chairs for the launch party."),
    )
    cited = item(
        "follow_ups",
        DraftFollowUp(action="send the contract to the printers", strength="intends"),
        call,
        "I'll send the contract to the printers by Friday.",
    )
    assert [one.line for one in cover([cited], call, []).possible_omissions] == [4]


def test_a_record_that_says_again_what_is_told_leaves_nothing_out() -> None:
    source = document(
        "Resolved: the board will sell the old crane (Bo rings the yard).",
        "They spoke of tea.",
        "Resolved: the board will sell the old crane",
        "The board will sell the old quay.",
    )
    told = item(
        "commitments", DraftCommitment(action="sell the old crane", strength="agreed"), source, source.line_text(1)
    )
    assert [one.line for one in cover([told], source, []).possible_omissions] == [4]


def test_a_short_answer_to_a_request_and_a_plain_refusal_are_possible_omissions() -> None:
    talk = document(
        ("Lena", "Could someone else take the release?"),
        ("Tom", "I'll do it."),
        ("Karin", "Can you hear me?"),
        ("Tom", "I'll do it."),
        ("Lena", "Could I take the release?"),
        ("Tom", "I'll do it."),
        ("Joel", "We will not sign."),
        ("Joel", "We won't bore you."),
        ("Iris", "Then I will do the letter myself."),
        ("Iris", "I will do that."),
        ("Jun", "will call the supplier tomorrow"),
        ("Jun", "Will it rain on the day of the supplier's visit?"),
    )
    assert [one.line for one in cover([], talk, []).possible_omissions] == [2, 7, 9, 11]


def test_a_refusal_beside_a_subject_that_shares_one_word_with_it_may_have_been_left_out() -> None:
    made = summarize(
        b"Ann Lee: Good morning, everybody.\nBo Ray: Let's move on to hiring.\nAnn Lee: We won't hire before June.\nBo Ray: Fine.\n"
    )
    assert [item.topic for item in made.agenda_items] == ["hiring"]
    assert [one.text for one in made.coverage.possible_omissions] == ["We won't hire before June."]


def test_what_somebody_says_that_another_speaker_will_do_may_have_been_left_out() -> None:
    turns = "Ann Lee: Good morning, everybody.\nBo Ray: Carl will have a look at the mill.\nCarl Ek: Fine.\n"
    made = summarize(
        f"{turns}Bo Ray: Geth will drop the old version of the pump.\nBo Ray: Carl will say a word on it.\n".encode()
    )
    assert [one.text for one in made.coverage.possible_omissions] == ["Carl will have a look at the mill."]
