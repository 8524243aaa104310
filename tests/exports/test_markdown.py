"""The page: everything that the brief holds is on it, and no text of the source can change its form."""

import re
from enum import StrEnum

import pytest
from pydantic import BaseModel, Field

from summarizer import BriefDraft, Evidenced, When, draft_schema, summarize, to_json, to_markdown, verify
from summarizer.exports.markdown import escaped
from summarizer.exports.wording import clock, count, plain, shortened, within

SOURCE = """Minutes of 3 March 2025

Present: Ann Archer, Bob Boyle

Ann Archer will send the plan by 10 March 2025. Bob Boyle will pay the bill if the bank agrees.
"""


def claim(action, quote, **fields):
    return {"action": action, "strength": "intends", "evidence": [{"quote": quote}]} | fields


def page(**lists):
    return to_markdown(verify(BriefDraft(**lists), SOURCE))


def test_a_commitment_stands_with_its_strength_actor_date_and_quote():
    shown = page(
        commitments=[
            claim(
                "send the plan",
                "Ann Archer will send the plan by 10 March 2025",
                by="Ann Archer",
                due="by 10 March 2025",
            )
        ]
    )
    assert "- **send the plan** (intends): by Ann Archer; due: by 2025-03-10 (“by 10 March 2025”)" in shown
    assert "  > “Ann Archer will send the plan by 10 March 2025” (line 3)" in shown


def test_what_was_refused_stands_with_its_reason_and_what_may_be_missing_is_listed():
    shown = page(commitments=[claim("sell the mill", "Ann Archer will sell the mill to the town")])
    refused = shown.split("## Refused")[1]
    assert "**sell the mill** (not found): " in refused
    assert "None: no quoted words" in shown.split("## Commitments")[1].split("##")[0]
    assert "Ann Archer will send the plan" in shown.split("## Possibly left out")[1]


def test_what_was_mended_is_told_on_the_item():
    shown = page(
        commitments=[claim("send the plan", "Ann Archer will send the plan", by="Ann Archer", strength="signed")]
    )
    assert re.search(r"- \*corrected\* strength was signed, now intends: .+", shown)


def test_an_invented_quote_beside_a_true_one_is_told_on_the_item():
    made = claim("send the plan", "Ann Archer will send the plan", by="Ann Archer")
    made["evidence"].append({"quote": "Ann Archer swore to send the plan"})
    told = "- *corrected* evidence was “Ann Archer swore to send the plan”, taken out: The source does not say this."
    assert told in page(commitments=[made])


def test_a_subject_that_stands_on_what_was_decided_in_it_tells_which_quotes_were_replaced():
    decided = {"text": "Bob Boyle will pay the bill if the bank agrees"}
    decided["evidence"] = [{"quote": "Bob Boyle will pay the bill if the bank agrees."}]
    subject = {"topic": "The bill", "outcome": "discussed", "strength": "conditional", "decisions": [decided]}
    shown = page(agenda_items=[subject | {"evidence": [{"quote": "They fought over the bill"}]}])
    assert (
        "evidence was “They fought over the bill”, now “Bob Boyle will pay the bill if the bank agrees.”: Its" in shown
    )


def test_a_party_that_was_taken_out_is_told_from_one_that_nobody_claimed():
    shown = page(
        follow_ups=[claim("send the plan", "Ann Archer will send the plan", owner="Bob Boyle", owner_basis="assigned")],
        commitments=[claim("pay the bill", "Bob Boyle will pay the bill", by="Zed", strength="conditional")],
    )
    assert "- **send the plan** (intends): no owner: “Bob Boyle” was claimed, and taken out" in shown
    assert "by whom: “Zed” was claimed, and taken out" in shown
    assert "no owner stated" not in shown
    shown = page(follow_ups=[claim("send the plan", "Ann Archer will send the plan", owner_basis="unstated")])
    assert "- **send the plan** (intends): no owner stated" in shown


def test_an_empty_brief_says_so_in_every_section():
    shown = page()
    for title in ("Participants", "Agenda", "Follow-ups"):
        assert f"## {title}\n\nNone found." in shown
    assert "no commitments" in shown


def test_a_long_quote_is_written_out_once_in_a_section():
    quote = "Bob Boyle will pay the bill if the bank agrees."
    long = SOURCE.replace(
        quote, quote.replace("the bill", "the bill for the new roof of the mill and for both of the chimneys")
    )
    words = "Bob Boyle will pay the bill for the new roof of the mill and for both of the chimneys if the bank agrees."
    items = [
        {"topic": topic, "outcome": "discussed", "evidence": [{"quote": words}]} for topic in ("new roof", "chimneys")
    ]
    shown = to_markdown(verify(BriefDraft(agenda_items=items), long))
    assert shown.count(words) == 1
    assert "  > as above (line 4)" in shown


def test_text_of_the_source_cannot_become_markup():
    hostile = "# Title <script>alert(1)</script> | [x](http://evil) **b** `c` ~~d~~ ![i](j)\n\nA will go."
    shown = to_markdown(verify(BriefDraft(), hostile))
    bare = re.sub(r"\\.", "", shown)
    assert "<script>" not in bare
    assert "](" not in bare
    assert "`" not in bare


def test_text_of_the_source_cannot_command_a_terminal():
    shown = to_markdown(
        summarize("Ann Lee will send \x1b[2Jthe report\x9b31m by Friday.\n\nACTION: Bo Ray to ring\x07 the bank.")
    )
    assert "the report" in shown
    assert "the bank" in shown
    assert all(each.isprintable() or each == "\n" for each in shown)


def test_an_entity_of_the_source_is_shown_as_it_stands_there():
    assert escaped("Smith &amp; Sons, R&D; 3 &#8364;, a & b") == "Smith \\&amp; Sons, R\\&D; 3 \\&\\#8364;, a & b"


def test_text_of_the_source_cannot_turn_the_order_of_what_follows():
    assert plain("to \u202epay the bill\u202c \u2067now") == "to pay the bill now"
    assert plain("\u200fשלום") == "\u2068\u200fשלום\u2069"


def test_a_meeting_known_by_its_date_alone_names_it_once():
    source = "Minutes\n\nDate: 2025-03-04\n\nPresent: Ann Archer\n"
    meeting = {"id": "m1", "date": "2025-03-04", "evidence": [{"quote": "Date: 2025-03-04"}]}
    assert "- **2025-03-04**\n" in to_markdown(verify(BriefDraft(meetings=[meeting]), source))


class Side(StrEnum):
    NORTH = "north"


class Motion(Evidenced):
    text: str
    mover: str | None = None
    urgent: bool | None = None
    sides: list[Side] = Field(default_factory=list)
    dates: list[When] = Field(default_factory=list)


class Board(BaseModel):
    motions: list[Motion] = Field(default_factory=list)
    notes: list[str] = Field(default_factory=list)


def test_a_schema_of_ones_own_has_a_page_too():
    draft = draft_schema(Board).model_validate(
        {
            "motions": [
                {"text": "pay the bill", "mover": "Bob Boyle", "evidence": [{"quote": "Bob Boyle will pay the bill"}]}
            ]
        }
    )
    shown = to_markdown(verify(draft, SOURCE, schema=Board))
    assert "## Motions\n\n- **pay the bill**; mover: Bob Boyle" in shown


def test_values_of_any_type_are_worded_for_a_reader():
    motion = {"text": "send the plan", "urgent": True, "sides": ["north"], "dates": ["by 10 March 2025"]}
    shown = to_markdown(verify({"motions": [motion], "notes": ["one", "two"]}, SOURCE, schema=Board))
    assert "**send the plan**; urgent: yes; sides: north; dates: by 2025-03-10 (“by 10 March 2025”)" in shown
    assert "- notes: one, two" in shown


def test_json_keeps_real_unicode_and_puts_the_bookkeeping_last():
    text = to_json(verify(BriefDraft(), SOURCE.replace("Ann", "Zoë")))
    assert "Zoë" in text
    assert text.index('"commitments"') < text.index('"coverage"') < text.index('"run"')


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [(0, "agenda_items", "no agenda items"), (1, "follow_ups", "1 follow-up"), (2, "lines", "2 lines")],
)
def test_numbers_come_with_the_right_noun(number, noun, words):
    assert count(number, noun) == words


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0:00"), (75.9, "1:15"), (3723, "1:02:03")])
def test_times_are_shown_as_on_a_clock(seconds, shown):
    assert clock(seconds) == shown


def test_a_long_quote_is_shortened_in_the_open():
    words = " ".join(str(number) for number in range(300))
    short = shortened(words)
    assert len(short) <= 250
    assert short.startswith("0 1 2")
    assert "[…]" in short
    assert short.endswith("299")
    assert plain("a\n b") == "a b"


@pytest.mark.parametrize(("strength", "shown"), [("mentioned", "(mentioned)"), ("explored", "(explored)")])
def test_a_subject_is_said_to_be_discussed_or_less_not_both(strength: str, shown: str):
    line = f"The council in session {'noted' if strength == 'mentioned' else 'explored'} the new ferry."
    quote = [{"line": 1, "quote": line}]
    item = {"topic": "the new ferry", "outcome": "discussed", "strength": strength, "evidence": quote}
    page = to_markdown(verify(BriefDraft.model_validate({"agenda_items": [item]}), line))
    assert f"**the new ferry** {shown}" in page


def test_a_place_that_the_title_names_is_not_named_twice():
    line = "Memorandum of a Conversation, Oslo, 9 January 1958. The ministers met there and spoke of the ferry."
    meeting = {"id": "m1", "title": "Memorandum of a Conversation, Oslo, 9 January 1958", "place": "Oslo"}
    draft = BriefDraft.model_validate({"meetings": [meeting | {"evidence": [{"line": 1, "quote": line[:51]}]}]})
    page = to_markdown(verify(draft, line))
    assert "- **Memorandum of a Conversation, Oslo, 9 January 1958**" in page


def test_a_quote_that_was_changed_in_a_number_is_told_to_bear_nothing():
    made = claim("send the plan", "Ann Archer will send the plan by 10 March 2025", by="Ann Archer")
    made["evidence"].append({"quote": "Ann Archer will send the plan by 12 March 2025"})
    assert "(line 3; quoted as saying “12”, which proves nothing)" in page(commitments=[made])


def test_what_of_a_translation_failed_is_told():
    brief = verify(BriefDraft(), SOURCE)
    brief.run.language, brief.run.translation_failed = "de", "2 of 3 wordings stay as they were"
    told = "translated into de, quotes and names left as they are; which failed in part (2 of 3 wordings stay"
    assert told in to_markdown(brief)


def test_a_passage_that_was_sought_for_a_claim_without_a_quote_is_told_from_a_quote():
    made = claim("send the plan", "", by="Ann Archer") | {"evidence": []}
    assert "(line 3; found for it, not quoted)" in page(commitments=[made])


def test_a_refused_value_that_is_no_text_is_shown():
    shown = to_markdown(verify({"commitments": [7]}, SOURCE))
    assert "- commitments: **7** (invalid): " in shown


def test_a_mend_is_told_in_words_that_stand_on_the_page():
    source = "Ann Archer met Bob Boyle in Lisbon. They discussed the pier.\n\nCarla Cruz was received in Porto by Dora Dias.\n"
    meetings = [
        {"id": "m1", "place": "Lisbon", "evidence": [{"quote": "Ann Archer met Bob Boyle in Lisbon"}]},
        {"id": "m2", "place": "Porto", "evidence": [{"quote": "Carla Cruz was received in Porto"}]},
    ]
    item = {"topic": "pier", "outcome": "discussed", "evidence": [{"quote": "They discussed the pier"}]}
    told = verify(BriefDraft(meetings=meetings, agenda_items=[item]), source)
    assert "- *corrected* meetings was not stated, now “Lisbon”: " in to_markdown(told)
    assert told.agenda_items[0].changes[0].after == ["m1"]
    ours = page(commitments=[claim("send the plan", "Ann Archer will send the plan", by="Carla Cruz")])
    assert "*corrected* by was “Carla Cruz”, taken out: " in ours


def test_a_refused_decision_stands_under_the_name_of_its_list():
    decision = {"text": "sell the mill", "evidence": [{"quote": "the mill was sold to the town"}]}
    item = claim("", "Ann Archer will send the plan", topic="the plan", outcome="discussed", decisions=[decision])
    del item["action"]
    assert "- decisions: **sell the mill** (not found): " in page(agenda_items=[item])


def test_each_quote_of_an_item_is_shown_on_a_line_of_its_own():
    items = [
        {
            "topic": "the bill",
            "outcome": "discussed",
            "evidence": [{"quote": "Bob Boyle will pay the bill"}, {"quote": "if the bank agrees"}],
        }
    ]
    shown = to_markdown(verify(BriefDraft(agenda_items=items), SOURCE))
    assert "  > “Bob Boyle will pay the bill” (line 4)  \n  > “if the bank agrees” (line 4)\n" in shown


def test_words_from_right_to_left_are_kept_to_themselves():
    source = "Present: سارة الخطيب, John Smith\n\nستقدم سارة الخطيب التقرير قبل نهاية يونيو 2026."
    people = [{"name": "سارة الخطيب", "presence": "attended", "evidence": [{"quote": "سارة الخطيب"}]}]
    items = [{"topic": "التقرير", "outcome": "discussed", "evidence": [{"quote": "التقرير قبل نهاية يونيو 2026."}]}]
    shown = to_markdown(verify({"participants": people, "agenda_items": items}, source))
    assert "| **\u2068سارة الخطيب\u2069** |" in shown
    assert "“\u2068التقرير قبل نهاية يونيو 2026.\u2069” (line 2)" in shown
    assert plain("ministre de l’Économie") == "ministre de l’Économie"


def test_words_that_opened_a_sentence_stand_in_small_letters_inside_one_of_the_page():
    assert [within(words) for words in ("Both parties", "The two ministers", "The Hague", "Norway", "All Saints")] == [
        "both parties",
        "the two ministers",
        "The Hague",
        "Norway",
        "All Saints",
    ]


def test_what_must_be_looked_at_first_is_counted_at_the_top():
    made = claim("send the plan", "Ann Archer will send the plan", by="Ann Archer", strength="signed")
    shown = page(commitments=[made, claim("sell the mill", "Ann Archer will sell the mill to the town")])
    head, _, rest = shown.partition("\n## ")
    assert "To look at first: 1 corrected, 1 refused, 1 possibly left out" in head
    assert rest.count("*corrected*") == 1


def test_a_brief_in_which_nothing_was_touched_says_nothing_of_it():
    assert "To look at first" not in to_markdown(summarize(b"Present: Ann Archer\n\nThe gate was discussed."))
