"""The account of an adapter: asked before each request, and given each answer before anything reads it."""

import asyncio
import json
from typing import Any

import pytest
from faulty_server import Server, adapter, completion, error
from pydantic import BaseModel, Field

from summarizer.engines.accounts import Call, Kept
from summarizer.engines.prices import Price
from summarizer.engines.providers import COMPATIBLE, Endpoint, Options
from summarizer.errors import BudgetSpent, InvalidAnswer, Postponed, SummarizerError
from summarizer.llm import Reply, Request, Usage


class Board(BaseModel):
    items: list[str] = Field(default_factory=list)


GOOD, FAULTY, BROKEN = '{"items": ["a"]}', '{"items": [true]}', "no JSON"
ASKED = Request(system="You take minutes.", user="1 We meet.", schema=Board, tokens=40)
PAID = Usage(requests=1, prompt_tokens=100, completion_tokens=20, cost=140 / 1e6)


class Account:
    """Keeps all in memory, and a record of what it was called for."""

    def __init__(self, own: bool = True, **refuse: SummarizerError) -> None:
        self.did: list[str] = []
        self.calls: list[Call] = []
        self.kept: dict[str, str] = {}
        self.paid = Usage()
        self._own = own
        self._refuse = refuse

    async def find(self, call: Call) -> Kept | None:
        self.did.append("find")
        return Kept(self.kept[call.key], self._own) if call.key in self.kept else None

    async def allow(self, call: Call) -> None:
        self.did.append("allow")
        self.calls.append(call)
        if refusal := self._refuse.get(f"request_{len(self.calls)}"):
            raise refusal

    async def keep(self, call: Call, answer: str, usage: Usage) -> None:
        self.did.append("keep")
        self.kept[call.key] = answer
        self.paid += usage

    def release(self, call: Call) -> None:
        self.did.append("release")


def ask(server: Server, account: Account, request: Request = ASKED, **options: Any) -> Reply:
    endpoint = Endpoint(COMPATIBLE, "gpt-9", server.url, "sk-test", Options(price=(1, 2), **options))
    return asyncio.run(adapter(endpoint, account=account).complete(request))


def test_an_answer_is_kept_as_it_came_and_let_go(server: Server):
    server.script(GOOD)
    account = Account()
    assert ask(server, account).usage == PAID
    assert account.did == ["find", "allow", "keep", "release"]
    assert [json.loads(kept) for kept in account.kept.values()] == [completion(GOOD)]
    assert account.paid == Usage(prompt_tokens=100, completion_tokens=20, cost=PAID.cost)


def test_what_may_be_sent_is_asked_with_the_very_body_that_is_sent(server: Server):
    server.script(GOOD)
    account = Account()
    ask(server, account, max_output_tokens=500, extra={"reasoning_effort": "low"})
    (call,) = account.calls
    assert json.loads(json.dumps(call.body)) == server.asked[0]
    assert call.body["reasoning_effort"] == "low"
    assert call.address == server.url
    assert call.price == Price(1, 2)
    assert call.tokens == 40 + 500


@pytest.mark.parametrize("answer", [BROKEN, ""])
def test_an_answer_that_cannot_be_used_is_kept_all_the_same(server: Server, answer: str):
    server.script(answer)
    account = Account()
    with pytest.raises(SummarizerError):
        ask(server, account)
    assert account.did.count("keep") == server.count
    assert account.paid.prompt_tokens == 100 * server.count


def test_a_kept_answer_takes_the_place_of_the_request_and_reads_the_same(server: Server):
    server.script(FAULTY, GOOD)
    account = Account()
    first = ask(server, account)
    again = ask(server, account)
    assert server.count == 2
    assert (again.answer, again.raw, again.model, again.usage) == (first.answer, first.raw, first.model, first.usage)
    assert again.usage == PAID + PAID + Usage(reasks=1)


def test_a_kept_answer_of_another_document_is_a_hit_and_costs_nothing(server: Server):
    server.script(FAULTY, GOOD)
    account = Account(own=False)
    ask(server, account)
    assert ask(server, account).usage == Usage(cache_hits=2)


def test_a_kept_answer_that_failed_fails_again_without_a_request(server: Server):
    server.script(BROKEN)
    account = Account()
    for _ in range(2):
        with pytest.raises(InvalidAnswer):
            ask(server, account)
    assert server.count == 2


@pytest.mark.parametrize(
    "answer", [error(500, "down"), error(429, "slow"), {"id": "x", "object": "chat.completion", "choices": []}]
)
def test_a_request_that_brings_no_answer_is_let_go_and_nothing_kept(server: Server, answer: Any):
    server.script(answer)
    account = Account()
    with pytest.raises(SummarizerError):
        ask(server, account)
    assert account.did == ["find", "allow", "release"]


@pytest.mark.parametrize("refusal", [BudgetSpent("no more"), Postponed("later")])
def test_what_is_not_allowed_is_not_sent(server: Server, refusal: SummarizerError):
    server.script(GOOD)
    with pytest.raises(type(refusal)) as caught:
        ask(server, Account(request_1=refusal))
    assert server.count == 0
    assert caught.value.usage == Usage()


@pytest.mark.parametrize("first", [FAULTY, BROKEN])
@pytest.mark.parametrize("refusal", [BudgetSpent("no more"), Postponed("later")])
def test_a_re_ask_that_is_not_allowed_is_not_given_up_for_the_first_answer(
    server: Server, first: str, refusal: SummarizerError
):
    server.script(first)
    with pytest.raises(type(refusal)):
        ask(server, Account(request_2=refusal))
    assert server.count == 1


def test_objections_are_asked_again_in_a_request_of_their_own(server: Server):
    server.script(GOOD)
    account = Account()
    request = Request(system="s", user="u", schema=Board, objections=lambda answer: ["say more"])
    assert ask(server, account, request).usage.reasks == 1
    assert len(account.kept) == 2
    assert ask(server, account, request).usage.requests == 2
    assert server.count == 2


def content(body: dict[str, Any]) -> bytes:
    return json.dumps(body).encode()


def test_the_key_is_that_of_everything_that_is_sent_and_of_the_server():
    body = {"model": "m", "messages": [{"role": "user", "content": "a\ud83db"}], "temperature": 0}
    call = Call("http://x/v1", content(body), 10, None)
    same = Call("http://x/v1", content(body), 99, Price(1, 1))
    others = [
        Call("http://y/v1", content(body), 10, None),
        Call("http://x/v1", content(body | {"temperature": 1}), 10, None),
        Call("http://x/v1", content(body | {"messages": []}), 10, None),
    ]
    assert same.key == call.key
    assert len({each.key for each in [call, *others]}) == 4


def test_an_answer_that_is_being_kept_is_kept_to_its_end_though_it_is_given_up(server: Server):
    server.script(GOOD)

    class Slow(Account):
        async def keep(self, call: Call, answer: str, usage: Usage) -> None:
            keeping.set()
            await asyncio.sleep(0.05)
            await super().keep(call, answer, usage)

    account = Slow()
    keeping = asyncio.Event()
    endpoint = Endpoint(COMPATIBLE, "gpt-9", server.url, "sk-test", Options(price=(1, 2)))

    async def give_up() -> None:
        asked = asyncio.ensure_future(adapter(endpoint, account).complete(ASKED))
        await keeping.wait()
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked

    asyncio.run(give_up())
    assert account.did == ["find", "allow", "keep", "release"]
    assert account.kept
