"""What goes over the wire, what is asked again, and what is counted."""

import asyncio
import json
import logging
import pickle
from functools import partial
from typing import Any

import pytest
from faulty_server import Server, adapter, completion, error
from pydantic import BaseModel, ConfigDict, Field

from summarizer.engines.asking import OpenAICompatible
from summarizer.engines.client import Wire
from summarizer.engines.pace.pacing import Pacer
from summarizer.engines.providers import AZURE, COMPATIBLE, OLLAMA, OPENAI, OPENROUTER, Endpoint, Options, Provider
from summarizer.engines.retrying import Retried
from summarizer.engines.sending import Sending
from summarizer.errors import AnswerCutOff, InvalidAnswer, RateLimited, SummarizerError
from summarizer.llm import Reply, Request, Usage


class Item(BaseModel):
    model_config = ConfigDict(extra="forbid")

    text: str
    line: int | None = Field(default=None, description="Where it stands.")


class Board(BaseModel):
    """What the board did."""

    items: list[Item] = Field(default_factory=list)
    title: str | None = None


GOOD = '{"items": [{"text": "a", "line": 1}], "title": null}'
BETTER = '{"items": [{"text": "b"}]}'
FAULTY = '{"items": [{"text": "a"}, {"line": 2}]}'
BROKEN = '{"items": [{"text": "a"'
ASKED = Request(system="You take minutes.", user="1 We meet {{ 7*7 }} {% if %}", schema=Board)


def ask(server: Server, request: Request = ASKED, provider: Provider = COMPATIBLE, **options: Any) -> Reply:
    endpoint = Endpoint(provider, "gpt-9", server.url, "sk-test", Options(**options))
    return asyncio.run(adapter(endpoint).complete(request))


def objecting(*sentences: str) -> tuple[Request, list[BaseModel]]:
    """A request whose objections are these, and the answers that they were asked of."""
    seen: list[BaseModel] = []

    def objections(answer: BaseModel) -> tuple[str, ...]:
        seen.append(answer)
        return sentences

    return Request(system="s", user="u", schema=Board, objections=objections), seen


def test_a_good_answer_takes_one_request(server: Server):
    server.script(GOOD)
    reply = ask(server)
    assert reply.answer == Board(items=[Item(text="a", line=1)])
    assert reply.raw == GOOD
    assert reply.model == "served-model"
    assert reply.faults == ()
    assert reply.usage == Usage(requests=1, prompt_tokens=100, completion_tokens=20, cost=None)
    assert server.count == 1


def test_the_answer_is_of_the_schema_itself(server: Server):
    server.script(GOOD)
    answer = ask(server).answer
    assert type(answer) is Board
    assert pickle.loads(pickle.dumps(answer)) == answer


def test_the_document_is_not_rendered_as_a_template(server: Server):
    server.script(GOOD)
    ask(server)
    assert server.asked[0]["messages"] == [
        {"role": "system", "content": "You take minutes."},
        {"role": "user", "content": "1 We meet {{ 7*7 }} {% if %}"},
    ]


def test_half_a_surrogate_pair_does_not_stop_a_document(server: Server):
    server.script(GOOD)
    ask(server, Request(system="", user="a\ud83db", schema=Board))
    assert server.asked[0]["messages"] == [{"role": "user", "content": "a?b"}]


@pytest.mark.parametrize("mode", ["json_schema", "tools", "json", "md_json"])
def test_every_mode_asks_and_reads_in_its_own_way(server: Server, mode: str):
    answer = {"tools": completion(call=GOOD), "md_json": f"```json\n{GOOD}\n```"}.get(mode, GOOD)
    server.script(answer)
    assert ask(server, mode=mode).answer == Board(items=[Item(text="a", line=1)])
    asked = server.asked[0]
    form = asked.get("response_format", {})
    assert form.get("type") == {"json_schema": "json_schema", "json": "json_object"}.get(mode)
    assert ("tools" in asked) == (mode == "tools")
    told = json.dumps(asked["messages"])
    assert ("json_schema" in told) == (mode in ("json", "md_json"))


@pytest.mark.parametrize("mode", ["json_schema", "tools", "json", "md_json"])
def test_every_mode_asks_again_with_path_value_and_reason(server: Server, mode: str):
    faulty, good = (completion(call=text) if mode == "tools" else text for text in (FAULTY, GOOD))
    server.script(faulty, good)
    reply = ask(server, mode=mode)
    assert reply.faults == ()
    assert reply.usage == Usage(requests=2, reasks=1, prompt_tokens=200, completion_tokens=40, cost=None)
    again = server.asked[1]["messages"][-1]["content"]
    assert "- items[1]: text: this field is missing." in again
    assert "pydantic" not in again
    assert "Traceback" not in again
    assert server.count == 2


def test_an_enforced_schema_is_asked_of_openai(server: Server):
    server.script(GOOD)
    ask(server, provider=OPENAI)
    form = server.asked[0]["response_format"]["json_schema"]
    assert form["strict"] is True
    assert form["name"] == "Board"
    assert form["schema"]["required"] == ["items", "title"]
    assert form["schema"]["additionalProperties"] is False


def test_an_unknown_server_gets_the_schema_as_it_is(server: Server):
    server.script(GOOD)
    ask(server)
    form = server.asked[0]["response_format"]["json_schema"]
    assert form == {"name": "Board", "schema": Board.model_json_schema()}


def test_a_schema_with_free_keys_is_asked_for_without_enforcement(server: Server):
    class Free(BaseModel):
        counts: dict[str, int] = Field(default_factory=dict)

    server.script('{"counts": {"a": 1}}')
    reply = ask(server, Request(system="s", user="u", schema=Free), provider=OPENAI)
    assert reply.answer == Free(counts={"a": 1})
    assert "strict" not in server.asked[0]["response_format"]["json_schema"]


@pytest.mark.parametrize(
    ("provider", "model", "sent"),
    [
        (COMPATIBLE, "m", {"temperature": 0, "max_tokens": 9}),
        (OLLAMA, "m", {"temperature": 0, "max_tokens": 9}),
        (OPENROUTER, "m", {"temperature": 0, "max_tokens": 9}),
        (OPENAI, "gpt-4.1", {"temperature": 0, "max_completion_tokens": 9}),
        (OPENAI, "gpt-5.2", {"max_completion_tokens": 9}),
        (OPENAI, "o4-mini", {"max_completion_tokens": 9}),
        (AZURE, "my-gpt-4o", {"temperature": 0, "max_completion_tokens": 9}),
    ],
)
def test_parameters_follow_provider_and_model(provider: Provider, model: str, sent: dict[str, Any]):
    endpoint = Endpoint(provider, model, "http://127.0.0.1/v1", "none", Options(max_output_tokens=9))
    assert endpoint.parameters == {"model": model} | sent
    assert all(f"{name}={value}" in endpoint.name for name, value in sent.items())


def test_options_go_into_the_request_and_into_the_name(server: Server):
    server.script(GOOD)
    options = {"temperature": 0.5, "max_output_tokens": 77, "extra": {"reasoning_effort": "low"}}
    ask(server, **options)
    asked = server.asked[0]
    assert (asked["temperature"], asked["max_tokens"], asked["reasoning_effort"]) == (0.5, 77, "low")
    name = adapter(Endpoint(COMPATIBLE, "m", server.url, "k", Options(**options))).name
    assert "temperature=0.5" in name
    assert "77" in name
    assert "low" in name


def test_the_name_tells_no_key():
    endpoint = Endpoint(OPENAI, "gpt-5", "https://user:word@api.example.com/v1", "sk-secret")
    assert adapter(endpoint).name == "openai:gpt-5@https://api.example.com/v1 mode=json_schema"
    assert "sk-secret" not in repr(endpoint)


def test_the_name_tells_apart_what_may_answer_differently():
    endpoints = [
        Endpoint(COMPATIBLE, "m", "http://gw/a/v1", "k"),
        Endpoint(COMPATIBLE, "m", "http://gw/b/v1", "k"),
        Endpoint(COMPATIBLE, "m", "https://gw/b/v1", "k"),
        Endpoint(AZURE, "m", "https://gw", "k"),
        Endpoint(AZURE, "m", "https://gw", "k", Options(api_version="2024-10-21")),
        Endpoint(AZURE, "m", "https://gw", "k", Options(api_version="2025-04-01-preview")),
    ]
    assert len({endpoint.name for endpoint in endpoints}) == len(endpoints)
    assert endpoints[4].name == "azure:m@https://gw api_version=2024-10-21 mode=json_schema"


def test_credentials_and_query_of_an_address_stay_out_of_names_and_messages(server: Server):
    server.script(error(404, "no such model"), error(404, "?"))
    url = server.url.replace("//", "//user:pass@")
    for _ in range(2):
        llm = adapter(Endpoint(COMPATIBLE, "m", url, "k"))
        with pytest.raises(SummarizerError) as caught:
            asyncio.run(llm.complete(ASKED))
        assert "user" not in f"{llm.name} {caught.value} {caught.value.hint}"
        assert server.url in f"{caught.value} {caught.value.hint}"
    assert Endpoint(COMPATIBLE, "m", "http://gw/v1?key=secret#x", "k").address == "http://gw/v1"


@pytest.mark.parametrize("mode", ["json_schema", "tools", "json", "md_json"])
@pytest.mark.parametrize(
    ("broken", "prompt", "written"),
    [
        ({"usage": {"prompt_tokens": "5000", "completion_tokens": 1.0}}, 0, 0),
        ({"usage": {"prompt_tokens": -5, "completion_tokens": 3}}, 0, 3),
        ({"usage": {"prompt_tokens": 4, "completion_tokens": True}}, 4, 0),
        ({"usage": {"prompt_tokens": 10**19, "completion_tokens": 3}}, 0, 3),
        ({"usage": {"cost": -1.0}}, 0, 0),
        ({"usage": [1]}, 0, 0),
        ({"usage": "x"}, 0, 0),
        ({"model": 7}, 100, 20),
        ({"model": None}, 100, 20),
    ],
)
def test_an_answer_stands_whose_bookkeeping_is_broken(
    server: Server, mode: str, broken: dict[str, Any], prompt: int, written: int
):
    server.script((completion(call=GOOD) if mode == "tools" else completion(GOOD)) | broken)
    reply = ask(server, mode=mode, price=(1.0, 1.0))
    assert reply.answer == Board(items=[Item(text="a", line=1)])
    assert (reply.usage.prompt_tokens, reply.usage.completion_tokens) == (prompt, written)
    assert reply.model == ("gpt-9" if "model" in broken else "served-model")
    assert (reply.usage.cost is None) is ("usage" in broken)


@pytest.mark.parametrize("mode", ["json_schema", "tools"])
@pytest.mark.parametrize(
    "calls", ["x", {"a": 1}, 5, ["x"], [{}], [{"function": "x"}], [{"function": {"arguments": 5}}]]
)
def test_an_answer_beside_a_broken_tool_call_is_read(server: Server, mode: str, calls: Any):
    server.script(completion(GOOD, tool_calls=calls))
    assert ask(server, mode=mode).answer == Board(items=[Item(text="a", line=1)])


def test_objections_go_back_once_and_the_second_answer_stands(server: Server):
    request, seen = objecting("the quote 'x' is not on line 4")
    server.script(GOOD, BETTER)
    reply = ask(server, request)
    assert reply.answer == Board(items=[Item(text="b")])
    assert seen == [Board(items=[Item(text="a", line=1)])]
    assert "- the quote 'x' is not on line 4" in server.asked[1]["messages"][-1]["content"]
    assert server.asked[1]["messages"][-2] == {"role": "assistant", "content": GOOD}
    assert reply.usage == Usage(requests=2, reasks=1, prompt_tokens=200, completion_tokens=40, cost=None)
    assert server.count == 2


def test_an_answer_that_nothing_is_objected_to_is_not_asked_for_again(server: Server):
    request, seen = objecting()
    server.script(GOOD)
    assert ask(server, request).usage.requests == 1
    assert len(seen) == 1


def test_faults_and_objections_share_the_one_reask(server: Server):
    request, _ = objecting("the quote 'x' is not on line 4")
    server.script(FAULTY, GOOD)
    ask(server, request)
    again = server.asked[1]["messages"][-1]["content"]
    assert "items[1]" in again
    assert "line 4" in again
    assert server.count == 2


@pytest.mark.parametrize("second", [FAULTY, BROKEN, "no", completion("")])
def test_a_first_answer_that_was_valid_is_kept_when_the_second_is_worse(server: Server, second: Any):
    request, _ = objecting("no")
    server.script(GOOD, second)
    reply = ask(server, request)
    assert reply.answer == Board(items=[Item(text="a", line=1)])
    assert reply.faults == ()
    assert reply.usage.requests == 2


@pytest.mark.parametrize("second", [error(429, "slow down"), error(500, "oops"), completion("x", finish="length")])
def test_a_first_answer_that_was_valid_is_kept_when_the_second_fails(server: Server, second: Any):
    request, _ = objecting("no")
    server.script(GOOD, second)
    reply = ask(server, request)
    assert reply.answer == Board(items=[Item(text="a", line=1)])
    assert reply.usage.requests == 2


def test_what_is_still_faulty_when_asked_again_is_set_aside(server: Server):
    server.script(FAULTY, FAULTY)
    reply = ask(server)
    assert reply.answer == Board(items=[Item(text="a")])
    assert [fault.path for fault in reply.faults] == [("items", 1)]
    assert server.count == 2


def test_of_two_faulty_answers_the_better_one_is_taken(server: Server):
    server.script(FAULTY, '{"items": [{}, {}], "title": "later"}')
    assert ask(server).answer == Board(items=[Item(text="a")])


def test_a_passing_fault_in_the_reask_of_a_faulty_answer_is_raised_to_be_retried(server: Server):
    server.script(FAULTY, error(429, "slow down"))
    with pytest.raises(RateLimited) as caught:
        ask(server)
    assert caught.value.usage == Usage(requests=2, reasks=1, prompt_tokens=100, completion_tokens=20, cost=None)


@pytest.mark.parametrize(("broken", "said"), [(BROKEN, "breaks off before its end"), ("{items, title}", "not JSON")])
def test_a_broken_answer_is_asked_for_again(server: Server, broken: str, said: str):
    server.script(broken, GOOD)
    assert ask(server).answer == Board(items=[Item(text="a", line=1)])
    assert said in server.asked[1]["messages"][-1]["content"]


@pytest.mark.parametrize("last", ["{items: [", BROKEN + ', "line": 1}, {"te', completion(BROKEN, finish="length")])
def test_an_answer_that_breaks_off_again_is_cut_off_and_what_it_began_with_is_read(server: Server, last: Any):
    server.script(BROKEN, last)
    with pytest.raises(AnswerCutOff) as caught:
        ask(server)
    begun = caught.value.read
    assert begun is not None
    assert begun.answer == Board(items=[Item(text="a", line=1)] if "line" in str(last) else [])
    assert begun.model == "served-model"
    assert caught.value.usage == Usage(requests=2, reasks=1, prompt_tokens=200, completion_tokens=40, cost=None)


def test_json_that_is_mended_word_for_word_is_not_asked_for_again(server: Server):
    server.script("{'items': [{'text': 'a', 'line': 1,}], 'title': None}")
    reply = ask(server)
    assert (reply.answer, reply.faults, server.count) == (Board(items=[Item(text="a", line=1)]), (), 1)


@pytest.mark.parametrize("mode", ["json_schema", "tools", "json", "md_json"])
def test_an_answer_that_is_broken_in_many_places_is_mended_or_refused_in_every_mode(server: Server, mode: str):
    many = ", ".join(f"{{'text': 'a', 'line': {number}}}" for number in range(40))
    server.script(f"{{'items': [{many}]}}")
    reply = ask(server, mode=mode)
    assert isinstance(reply.answer, Board)
    assert (len(reply.answer.items), reply.faults, server.count) == (40, (), 1)
    server.script(*["{items" * 40] * 2)
    with pytest.raises(InvalidAnswer):
        ask(server, mode=mode)


ITEMS, TITLE = '{"items": [{"text": "a"}]}', '{"title": "b"}'


def calls(*arguments: Any) -> list[dict[str, Any]]:
    return [{"id": "c", "type": "function", "function": {"name": "Board", "arguments": one}} for one in arguments]


@pytest.mark.parametrize(
    "message",
    [
        {"tool_calls": calls(ITEMS, TITLE)},
        {"tool_calls": calls({"items": [{"text": "a"}], "title": "b"})},
        {"tool_calls": calls("{}"), "content": ITEMS + TITLE},
        {"tool_calls": calls(""), "content": ITEMS + TITLE},
        {"content": [{"type": "text", "text": ITEMS}, {"type": "text", "text": TITLE}]},
        {"content": None, "reasoning_content": ITEMS + TITLE},
        {"content": "", "reasoning": ITEMS + TITLE},
    ],
)
def test_an_answer_is_found_wherever_the_server_puts_it(server: Server, message: dict[str, Any]):
    server.script(completion(**{"content": None} | message))
    assert ask(server, mode="tools").answer == Board(items=[Item(text="a")], title="b")
    assert server.count == 1


def test_an_answer_that_stays_broken_is_an_error_with_its_usage(server: Server):
    server.script(BROKEN, "no")
    with pytest.raises(InvalidAnswer, match="no JSON object") as caught:
        ask(server)
    assert caught.value.usage == Usage(requests=2, reasks=1, prompt_tokens=200, completion_tokens=40, cost=None)
    assert "--mode" in caught.value.hint


def test_an_answer_beside_the_tool_is_read_all_the_same(server: Server):
    server.script(GOOD)
    reply = ask(server, mode="tools")
    assert reply.answer == Board(items=[Item(text="a", line=1)])
    assert server.count == 1


def test_an_answer_beside_the_tool_that_is_none_is_asked_for_again(server: Server):
    server.script("Sure!", completion(call=GOOD))
    assert ask(server, mode="tools").answer == Board(items=[Item(text="a", line=1)])
    assert server.count == 2


def test_a_fault_in_the_objections_themselves_is_not_hidden(server: Server):
    def objections(_: BaseModel) -> list[str]:
        raise ZeroDivisionError

    server.script(GOOD)
    with pytest.raises(ZeroDivisionError):
        ask(server, Request(system="s", user="u", schema=Board, objections=objections))


@pytest.mark.parametrize(
    ("provider", "options", "usage", "cost"),
    [
        (COMPATIBLE, {}, (1000, 100), None),
        (COMPATIBLE, {"price": (2.0, 8.0)}, (1000, 100), 0.0028),
        (COMPATIBLE, {"price": (2.0, 8.0)}, None, None),
        (OLLAMA, {}, (1000, 100), 0.0),
        (OLLAMA, {}, None, 0.0),
    ],
)
def test_cost_is_exact_where_the_price_is_known_and_else_none(
    server: Server, provider: Provider, options: Any, usage: Any, cost: float | None
):
    server.script(completion(GOOD, usage=usage))
    assert ask(server, provider=provider, **options).usage.cost == cost


def test_cost_that_the_provider_states_is_taken(server: Server):
    body = completion(GOOD)
    body["usage"]["cost"] = 0.00125
    server.script(body)
    assert ask(server).usage.cost == 0.00125


def test_fifty_calls_at_once_keep_their_counts_apart(server: Server):
    def answer(asked: dict[str, Any]) -> Any:
        number = int(asked["messages"][1]["content"])
        text = json.dumps({"items": [{"text": str(number)}] + [{}] * (number % 2 and len(asked["messages"]) == 2)})
        return completion(text, usage=(number, 1))

    server.answer = answer
    llm = adapter(Endpoint(COMPATIBLE, "m", server.url, "none"))

    async def all_of_them() -> list[Reply]:
        requests = [Request(system="s", user=str(number), schema=Board) for number in range(50)]
        return await asyncio.gather(*(llm.complete(request) for request in requests))

    for number, reply in enumerate(asyncio.run(all_of_them())):
        times = 2 if number % 2 else 1
        assert reply.answer == Board(items=[Item(text=str(number))])
        assert (reply.usage.requests, reply.usage.reasks) == (times, times - 1)
        assert reply.usage.prompt_tokens == number * times


def test_one_adapter_serves_several_event_loops_and_closes_with_each(server: Server):
    server.script(GOOD)
    endpoint = Endpoint(COMPATIBLE, "m", server.url, "none")
    wire = Wire(endpoint, partial(Pacer, 8))
    llm = OpenAICompatible(endpoint, Sending(wire))
    clients = []

    async def twice() -> None:
        await llm.complete(ASKED)
        await llm.complete(ASKED)
        clients.append(await anext(wire._clients.get()))

    for _ in range(3):
        asyncio.run(twice())
    assert len({id(client) for client in clients}) == 3
    assert all(client.is_closed() for client in clients)


def test_a_closed_adapter_opens_again(server: Server):
    server.script(GOOD)
    llm = adapter(Endpoint(COMPATIBLE, "m", server.url, "none"))

    async def close_between() -> None:
        await llm.aclose()
        await llm.complete(ASKED)
        await llm.aclose()
        await llm.complete(ASKED)

    asyncio.run(close_between())
    assert server.count == 2


def test_azure_is_asked_by_its_undated_or_its_dated_api(server: Server):
    server.script(GOOD)
    root = server.url.removesuffix("/v1")
    for options in (Options(), Options(api_version="2024-10-21")):
        asyncio.run(adapter(Endpoint(AZURE, "mine", root, "sk-test", options)).complete(ASKED))
    assert server.paths == [
        "/openai/v1/chat/completions",
        "/openai/deployments/mine/chat/completions?api-version=2024-10-21",
    ]
    assert server.sent[1]["api-key"] == "sk-test"


def test_nothing_of_the_document_is_logged_when_things_go_wrong(server: Server, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.WARNING)
    secret = Request(system="s", user="The minister resigned at dawn.", schema=Board)
    for script in ([BROKEN, "The minister resigned at dawn."], [error(500, "The minister resigned at dawn.")]):
        server.script(*script)
        with pytest.raises(SummarizerError) as caught:
            ask(server, secret)
        assert "minister" not in str(caught.value)
    assert caplog.text == ""


def test_cutting_off_the_first_answer_is_an_error_at_once(server: Server):
    server.script(completion(BROKEN, finish="length"))
    with pytest.raises(AnswerCutOff):
        ask(server)
    assert server.count == 1


def test_a_re_ask_that_the_server_fails_is_sent_again_and_the_question_before_it_is_not(server: Server):
    server.script(FAULTY, error(500, "down"), error(503, "down"), GOOD)
    endpoint = Endpoint(COMPATIBLE, "gpt-9", server.url, "sk-test")
    reply = asyncio.run(Retried(adapter(endpoint), sleep=lambda _: asyncio.sleep(0)).complete(ASKED))
    assert reply.raw == GOOD
    assert [len(asked["messages"]) for asked in server.asked] == [2, 4, 4, 4]
    expected = Usage(requests=4, retries=2, reasks=3, prompt_tokens=200, completion_tokens=40, cost=None)
    assert reply.usage == expected
