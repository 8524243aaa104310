"""Makes a brief when it is imported. The process imports it from which the makers of briefs are forked, so that what a
first brief loads and compiles is in memory once for all of them."""

import asyncio

from ...llm import Reply, Request, Usage
from ...schemas import Brief
from ..inputs.entry import Entry
from .briefing import Briefing

SOURCE = """# Minutes of the board

Date: 12 March 2026
Present: Ann Lee (chair), Omar Haddad, treasurer of the Port Authority
Apologies: Dr Iris Novak

## 1. Budget

Omar Haddad: Spending rose by 4.5 per cent, to 18,400 euros in two years; we will not raise the fees.
Ann Lee: I will send the revised budget to the board by next Friday, if the auditors agree.
It was agreed to close the old portal in June.
ACTION: Omar Haddad to ask the city council for the permit within three weeks.
"""
ANSWER = """{
"participants": [
 {"name": "Omar Haddad", "role": "treasurer", "organization": "Port Authority", "presence": "attended",
  "evidence": [{"line": 3, "quote": "Omar Haddad, treasurer of the Port Authority"}]},
 {"name": "Iris Novak", "presence": "absent", "evidence": [{"line": 4, "quote": "Apologies: Dr. Iris Novak"}]}],
"agenda_items": [
 {"topic": "Budget", "summary": "Spending rose by 4.5% to EUR 18,400.", "outcome": "decided",
  "decisions": [{"text": "Close the old portal in June",
   "evidence": [{"line": 8, "quote": "It was agreed to close the old portal in June."}]}],
  "evidence": [{"line": 6, "quote": "Spending rose by 4.5 per cent, to 18,400 euros in two years"}]}],
"commitments": [
 {"action": "send the revised budget", "by": "Ann Lee", "to": "the board", "strength": "undertook", "due": "by next Friday",
  "condition": "if the auditors agree", "said_by": "Ann Lee",
  "evidence": [{"line": 7, "quote": "I will send the revised budget to the board by next Friday, if the auditors agree."}]},
 {"action": "raise the fees", "by": "the board", "strength": "agreed",
  "evidence": [{"line": 6, "quote": "we will raise the fees this year"}]}],
"follow_ups": [
 {"action": "ask the city council for the permit", "owner": "Omar Haddad", "owner_basis": "assigned",
  "due": "within three weeks", "strength": "intends",
  "evidence": [{"line": 9, "quote": "Omar Haddad to ask the city council for the permit within three weeks."}]}]}
"""
"""Of a model that makes a mistake: looking for words that are not there is part of the work."""


class _Model:
    """An `LLM` that knows one answer."""

    name = "rehearsal"

    async def complete(self, request: Request) -> Reply:
        answer = request.schema.model_validate_json(ANSWER)
        if request.objections is not None:
            request.objections(answer)
        return Reply(answer=answer, raw=ANSWER, model=self.name, usage=Usage())


async def rehearse() -> Brief:
    """The brief of the document above, with the answer above."""
    made = await Briefing().work(_Model())(Entry("rehearsal", "rehearsal", SOURCE.encode()))
    assert made.brief is not None, "this process makes it"
    return made.brief


asyncio.run(rehearse())
