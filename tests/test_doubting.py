"""A second reading: what a model doubts of a checked brief is marked, and nothing is taken away for it."""

import re

import pytest

from summarizer import Brief, Reply, SettingsError, summarize, to_markdown, verify
from summarizer.doubting import Doubts
from summarizer.errors import Unreachable
from summarizer.llm import Usage
from summarizer.schemas import BriefDraft, Verdict

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
        return Reply(Doubts.model_validate({"doubts": [*found, {"number": 99, "why": "?"}]}), "", "reader-1", usage)


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
    assert "held against their words once more by reader-1" in to_markdown(brief)


def test_a_doubt_is_added_to_what_the_checks_could_not_confirm():
    lowered = {"follow_ups": [DRAFT["follow_ups"][0] | {"strength": "undertook"}]}
    before = verify(lowered, NOTES).follow_ups[0].support
    after = verify(lowered, NOTES, model=Doubter("FollowUp")).follow_ups[0].support
    assert before.verdict is Verdict.PARTLY
    assert after.explanation == f"{before.explanation} On a second reading: Not FollowUp."


def test_what_the_checks_could_not_confirm_and_nobody_doubts_says_so_and_is_raised_by_nothing():
    loose = {"follow_ups": [DRAFT["follow_ups"][0] | {"action": "mail everybody the survey results"}]}
    before, after = verify(loose, NOTES), verify(loose, NOTES, model=Doubter())
    assert before.follow_ups[0].support.verdict is after.follow_ups[0].support.verdict is Verdict.PARTLY
    assert (after.follow_ups[0].support.reread, after.follow_ups[0].support.doubt) == (True, None)
    assert "A second reading found it borne." in to_markdown(after)
    assert "A second reading" not in to_markdown(before)


def test_a_recheck_looks_for_what_was_left_out_and_reads_what_is_there_again():
    brief = summarize(NOTES, model=Doubter("Decision"), recheck=True)
    assert brief.agenda_items[0].decisions[0].support.doubt == "Not Decision."
    assert summarize(NOTES, model=Doubter("Decision")).run.reread == 0


def test_a_second_reading_that_fails_costs_nothing_and_is_told():
    brief = verify(DRAFT, NOTES, model=Doubter("FollowUp", fails=True))
    assert brief.run.recheck_failed == "the server is away"
    assert brief.follow_ups[0].support.verdict is Verdict.SUPPORTED
    assert brief.run.reread == 0


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
