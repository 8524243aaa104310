"""A second reading: what a model doubts of a checked brief is marked, and nothing is taken away for it."""

import asyncio
import json
import re
import threading

import pytest
from pydantic import BaseModel, Field

from summarizer import (
    Brief,
    Options,
    RejectionReason,
    Reply,
    SettingsError,
    averify,
    connect,
    summarize,
    to_markdown,
    verify,
)
from summarizer.doubting import Doubts
from summarizer.errors import AnswerCutOff, ContextTooLong, Refused, SummarizerError, Unreachable
from summarizer.llm import Fault, Usage
from summarizer.schemas import BriefDraft, CheckedBrief, Evidenced, Verdict

NOTES = """Minutes of the harbour board, 3 March 2025

Present: Ana Brito (Chair), Tom Okoro

1. Dredging
Ana Brito said that the quay walls would be looked at once the survey is there.
The board approved 9,000 euros for dredging the inner basin.
ACTION: Tom Okoro to send the survey by 14 March 2025.
"""
DRAFT = {
    "participants": [{"name": "Tom Okoro", "presence": "attended", "evidence": [{"quote": "Tom Okoro"}]}],
    "agenda_items": [
        {
            "topic": "Dredging",
            "outcome": "decided",
            "evidence": [{"quote": "The board approved 9,000 euros for dredging the inner basin."}],
            "decisions": [
                {
                    "text": "9,000 euros for dredging the inner basin",
                    "evidence": [{"quote": "The board approved 9,000 euros for dredging the inner basin."}],
                }
            ],
        }
    ],
    "follow_ups": [
        {
            "action": "send the survey",
            "owner": "Tom Okoro",
            "strength": "intends",
            "due": "14 March 2025",
            "evidence": [{"quote": "Tom Okoro to send the survey by 14 March 2025."}],
        }
    ],
}


class Doubter:
    """Drafts as it is told to, and doubts the claims in whose words something stands."""

    name = "doubter"

    def __init__(self, *doubted: str, fails: bool = False) -> None:
        self.doubted, self.fails = doubted, fails
        self.asked: list[str] = []

    async def complete(self, request):
        usage = Usage(requests=1, prompt_tokens=10, completion_tokens=5, cost=0.02)
        if request.schema is not Doubts:
            return Reply(request.schema.model_validate(DRAFT), "", "reader-1", usage)
        if self.fails:
            raise Unreachable("the server is away", hint="try later")
        self.asked.append(request.user)
        claims = re.findall(r"^(\d+)\. (.*)$", request.user, re.MULTILINE)
        found = [
            {"number": int(number), "why": f"Not {words}."}
            for number, claim in claims
            for words in self.doubted
            if words in claim
        ]
        return Reply(Doubts.model_validate({"doubts": found}), "", "reader-1", usage)


class Answering:
    """Gives the same answer to every request for doubts, or the error in its place."""

    name = "answering"

    def __init__(self, answer: BaseModel | SummarizerError, *faults: Fault) -> None:
        self.answer, self.faults = answer, faults

    async def complete(self, request):
        if isinstance(self.answer, SummarizerError):
            raise self.answer
        return Reply(self.answer, "", "reader-1", Usage(requests=1, cost=0.0), self.faults)


class Narrow(Doubter):
    """Takes no more than so many claims at once, and raises that error for more of them."""

    def __init__(self, most: int, error: type[SummarizerError], *doubted: str) -> None:
        super().__init__(*doubted)
        self.most, self.error, self.refusals = most, error, 0

    async def complete(self, request):
        if len(re.findall(r"^\d+\. ", request.user, re.MULTILINE)) <= self.most:
            return await super().complete(request)
        self.refusals += 1
        refused = self.error("more than the model takes")
        refused.usage = Usage(requests=1, prompt_tokens=10, cost=0.01)
        raise refused


def _doubts(*found: tuple[int, str]) -> Doubts:
    return Doubts.model_validate({"doubts": [{"number": number, "why": why} for number, why in found]})


def _all(brief: Brief):
    return [*brief.participants, *brief.agenda_items, *brief.agenda_items[0].decisions, *brief.follow_ups]


def test_what_is_doubted_stays_and_says_why():
    before = verify(DRAFT, NOTES)
    brief = verify(DRAFT, NOTES, model=Doubter("FollowUp"))
    task = brief.follow_ups[0]
    assert (before.follow_ups[0].support.verdict, task.support.verdict) == (Verdict.SUPPORTED, Verdict.PARTLY)
    assert task.support.doubt == "Not FollowUp."
    assert task.action == before.follow_ups[0].action
    assert "[partly: On a second reading: Not FollowUp.]" in to_markdown(brief)
    others = [item for item in _all(brief) if item is not task]
    assert [item.support.model_copy(update={"reread": False}) for item in others] == [
        item.support for item in _all(before)[:-1]
    ]


def test_every_item_is_read_again_with_its_words_and_what_is_nested_in_it():
    reader = Doubter()
    brief = verify(DRAFT, NOTES, model=reader)
    assert brief.run.reread == len(_all(brief)) == 4
    assert (brief.run.requests, brief.run.prompt_tokens, brief.run.cost) == (1, 10, 0.02)
    assert brief.run.model == "reader-1"
    asked = reader.asked[0]
    assert "Decision: text: 9,000 euros for dredging the inner basin\n" in asked
    assert "owner: Tom Okoro" in asked
    assert "due: 14 March 2025" in asked
    assert 'quotes [5] "The board approved 9,000 euros for dredging the inner basin."' in asked
    assert "read against their quotes again by reader-1" in to_markdown(brief)


def test_a_doubt_is_added_to_what_the_checks_could_not_confirm():
    lowered = {"follow_ups": [DRAFT["follow_ups"][0] | {"strength": "undertook"}]}
    before = verify(lowered, NOTES).follow_ups[0].support
    brief = verify(lowered, NOTES, model=Doubter("FollowUp"))
    assert before.verdict is Verdict.PARTLY
    assert brief.follow_ups[0].support.explanation == f"{before.explanation} On a second reading: Not FollowUp."
    page = to_markdown(brief)
    assert "[partly: On a second reading: Not FollowUp.]" in page
    assert page.count(brief.follow_ups[0].changes[0].reason) == 1  # beside what was mended


def test_what_the_checks_could_not_confirm_and_nobody_doubts_says_so_and_is_raised_by_nothing():
    loose = {"follow_ups": [DRAFT["follow_ups"][0] | {"action": "mail everybody the survey results"}]}
    before, after = verify(loose, NOTES), verify(loose, NOTES, model=Doubter())
    assert before.follow_ups[0].support.verdict is after.follow_ups[0].support.verdict is Verdict.PARTLY
    assert (after.follow_ups[0].support.reread, after.follow_ups[0].support.doubt) == (True, None)
    assert "A second reading found it supported." in to_markdown(after)
    assert "A second reading" not in to_markdown(before)


def test_what_was_refused_for_its_words_stays_refused_and_says_what_a_second_reading_makes_of_it():
    wrong = {"follow_ups": [DRAFT["follow_ups"][0] | {"action": "not send the survey"}]}
    before = verify(wrong, NOTES)
    assert [one.reason for one in before.rejected] == [RejectionReason.CONTRADICTED]
    doubted, borne = (verify(wrong, NOTES, model=Doubter(*words)) for words in (["not send"], []))
    assert doubted.follow_ups == borne.follow_ups == []
    assert [one.explanation for one in doubted.rejected] == [one.explanation for one in before.rejected]
    assert "On a second reading: Not not send." in to_markdown(doubted)
    assert "A second reading finds it supported: please check." in to_markdown(borne)


def test_a_recheck_looks_for_what_was_left_out_and_reads_what_is_there_again():
    brief = summarize(NOTES, model=Doubter("Decision"), recheck=True)
    assert brief.agenda_items[0].decisions[0].support.doubt == "Not Decision."
    assert summarize(NOTES, model=Doubter("Decision")).run.reread == 0


def test_asynchronous_code_verifies_beside_its_event_loop_and_gets_the_same():
    threads = []

    class Watched(Doubter):
        async def complete(self, request):
            threads.append(threading.current_thread())
            return await super().complete(request)

    async def service():
        return (
            await averify(DRAFT, NOTES, model=Watched("FollowUp")),
            await averify(DRAFT, NOTES),
            threading.current_thread(),
        )

    again, plain, here = asyncio.run(service())
    assert set(threads) == {here}
    for one, other in ((again, verify(DRAFT, NOTES, model=Doubter("FollowUp"))), (plain, verify(DRAFT, NOTES))):
        one.run.seconds = other.run.seconds = 0
        assert one == other


def test_a_second_reading_that_fails_costs_nothing_and_is_told():
    brief = verify(DRAFT, NOTES, model=Doubter("FollowUp", fails=True))
    assert brief.run.recheck_failed == "the server is away"
    assert brief.follow_ups[0].support.verdict is Verdict.SUPPORTED
    assert brief.run.reread == 0


@pytest.mark.parametrize("error", [AnswerCutOff, ContextTooLong])
def test_more_than_the_model_takes_at_once_is_read_in_halves_and_all_of_it_is_paid(error):
    reader = Narrow(1, error, "FollowUp")
    brief = verify(DRAFT, NOTES, model=reader)
    assert (brief.run.reread, brief.run.recheck_failed) == (4, None)
    assert brief.follow_ups[0].support.doubt == "Not FollowUp."
    assert (brief.run.requests, brief.run.cost) == (reader.refusals + 4, pytest.approx(reader.refusals * 0.01 + 0.08))


def test_one_item_that_the_model_cannot_take_costs_no_other():
    class Curt(Doubter):
        async def complete(self, request):
            if "FollowUp" in request.user:
                raise ContextTooLong("more than the model takes")
            return await super().complete(request)

    brief = verify(DRAFT, NOTES, model=Curt())
    assert (brief.run.reread, brief.run.recheck_failed) == (3, "more than the model takes")
    assert not brief.follow_ups[0].support.reread


def test_a_model_that_refuses_is_not_asked_about_parts():
    brief = verify(DRAFT, NOTES, model=Answering(Refused("the model declined")))
    assert (brief.run.reread, brief.run.recheck_failed) == (0, "the model declined")


def test_all_that_is_held_against_an_item_is_told_and_once():
    brief = verify(DRAFT, NOTES, model=Answering(_doubts((2, "No sum."), (2, "No sum."), (2, "No board."), (2, ""))))
    assert [item.support.doubt for item in _all(brief)].count("No sum. No board.") == 1


def test_a_doubt_without_a_reason_is_one():
    wrong = {"follow_ups": [DRAFT["follow_ups"][0] | {"action": "not send the survey"}]}
    brief = verify(wrong, NOTES, model=Answering(_doubts((1, " "))))
    assert brief.rejected[0].support.doubt == "it is doubted, without a reason."
    assert "finds it supported" not in to_markdown(brief)


def test_where_a_doubt_names_no_claim_those_that_no_doubt_names_were_not_read_again():
    brief = verify(DRAFT, NOTES, model=Answering(_doubts((1, "Not him."), (9, "Not that."))))
    assert [item.support.doubt for item in _all(brief) if item.support.reread] == ["Not him."]
    assert brief.run.reread == 1
    assert brief.run.recheck_failed == "1 of the doubts of the second reading could not be told to belong to an item"


def test_a_doubt_that_breaks_the_schema_is_not_taken_for_none():
    lost = Fault(("doubts", 0), {"number": "two", "why": "Not him."}, "number: Input should be a valid integer")
    brief = verify(DRAFT, NOTES, model=Answering(_doubts(), lost))
    assert (brief.run.reread, bool(brief.run.recheck_failed)) == (0, True)
    extra = Fault(("doubts", 0, "weight"), "high", "the schema has no such field")
    assert verify(DRAFT, NOTES, model=Answering(_doubts((1, "Not him.")), extra)).run.reread == 4


@pytest.mark.parametrize("answer", [Doubts(), BriefDraft()])
def test_an_answer_that_is_none_leaves_nothing_read_again(answer):
    brief = verify(DRAFT, NOTES, model=Answering(answer))
    assert brief.run.reread == 0
    assert brief.run.recheck_failed == "the answer of the second reading does not say what is doubted"


def test_a_model_whose_doubts_do_not_hold_is_asked_once_more_and_told_why(server):
    told = [{"number": 7, "why": "?"}, {"number": 1, "why": ""}]
    server.script(json.dumps({"doubts": told}), json.dumps({"doubts": [{"number": 1, "why": "Not him."}]}))
    model = connect("m", base_url=server.url, api_key="k", options=Options(mode="json"))
    brief = verify(DRAFT, NOTES, model=model)
    complaint = server.asked[-1]["messages"][-1]["content"]
    assert "there is no claim 7, only 1 to 4" in complaint
    assert "`why` of number 1 is empty: leave out what is not doubted" in complaint
    assert (brief.run.reasks, brief.run.reread, brief.run.recheck_failed) == (1, 4, None)


@pytest.mark.parametrize("why", ["word " * 90, "第三条は可決されていない。" * 40])
def test_a_long_reason_is_cut_whether_or_not_its_script_has_spaces(why):
    doubt = verify(DRAFT, NOTES, model=Answering(_doubts((1, why)))).participants[0].support.doubt
    assert 250 < len(doubt) <= 300
    assert doubt.endswith(" …")


def test_many_items_are_read_in_portions_and_each_of_them_once():
    text = "Minutes\n\n" + "\n\n".join(f"ACTION: Tom Okoro to send survey {number}." for number in range(1, 71))
    reader = Doubter()
    brief = verify(BriefDraft.model_validate(_tasks(70)), text, model=reader)
    assert (brief.run.reread, brief.run.requests) == (70, 3)
    asked = "".join(reader.asked)
    assert all(asked.count(f"action: send survey {number};") == 1 for number in range(1, 71))


def _tasks(count: int) -> dict[str, object]:
    return {
        "follow_ups": [
            {
                "action": f"send survey {number}",
                "owner": "Tom Okoro",
                "strength": "intends",
                "evidence": [{"quote": f"Tom Okoro to send survey {number}."}],
            }
            for number in range(1, count + 1)
        ]
    }


def test_an_empty_brief_is_not_sent():
    brief = verify({}, NOTES, model=Doubter())
    assert (brief.run.requests, brief.run.reread) == (0, 0)


def test_what_is_no_model_is_refused_before_anything_is_read():
    with pytest.raises(SettingsError, match="no model that can be asked"):
        verify(DRAFT, NOTES, model=object())


class Place(BaseModel):
    street: str
    number: int | None = None


class Ballot(Evidenced):
    text: str
    votes: dict[str, int] = Field(default_factory=dict)
    place: Place | None = None


class Ballots(CheckedBrief):
    ballots: list[Ballot]


def test_of_a_schema_of_ones_own_all_that_an_item_says_is_shown():
    line = "The board of 12 Quay Road approved 9,000 euros for dredging, 5 for and 1 against."
    ballot = {
        "text": "9,000 euros for dredging approved by the board of 12 Quay Road, 5 for and 1 against",
        "votes": {"for": 5, "against": 1},
        "place": {"street": "Quay Road", "number": 12},
        "evidence": [{"quote": line}],
    }
    reader = Doubter()
    brief = verify({"ballots": [ballot]}, f"Minutes of the board\n\n{line}\n", schema=Ballots, model=reader)
    assert len(brief.ballots) == 1
    assert "; votes: for 5, against 1; place: street Quay Road, number 12\n" in reader.asked[0]
