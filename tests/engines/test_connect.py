"""From the name of a model to the stack: names, addresses, keys; and the whole stack at work."""

import asyncio
import math
import pickle
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from faulty_server import Server, completion, error
from pydantic import BaseModel, Field

from summarizer.engines.asking import OpenAICompatible
from summarizer.engines.caching import Cached
from summarizer.engines.connect import Options, connect, connect_by_name
from summarizer.engines.prices import Price
from summarizer.engines.providers import Endpoint
from summarizer.engines.retrying import Retried
from summarizer.errors import SettingsError
from summarizer.llm import LLM, Reply, Request, Usage

VARIABLES = (
    "OPENAI_API_KEY OPENAI_BASE_URL OPENAI_API_VERSION AZURE_OPENAI_API_KEY AZURE_OPENAI_ENDPOINT "
    "OPENROUTER_API_KEY OLLAMA_API_KEY OLLAMA_HOST SUMMARIZER_API_KEY"
)


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES.split():
        monkeypatch.delenv(name, raising=False)


def endpoint(llm: LLM) -> Endpoint:
    """What the adapter at the bottom of the stack was given."""
    while not isinstance(llm, OpenAICompatible):
        llm = llm.inner  # type: ignore[attr-defined]
    return llm._endpoint


def test_the_stack_is_cache_over_retries_over_limit_over_adapter(tmp_path: Path):
    llm = connect("m", base_url="http://127.0.0.1:8000/v1", cache=tmp_path)
    kinds = []
    while True:
        kinds.append(type(llm))
        if not hasattr(llm, "inner"):
            break
        llm = llm.inner
    assert kinds == [Cached, Retried, OpenAICompatible]
    assert isinstance(connect("m", base_url="http://127.0.0.1:8000/v1"), Retried)


@pytest.mark.parametrize(
    ("model", "environment", "name"),
    [
        ("openai:gpt-5", {"OPENAI_API_KEY": "k"}, "openai:gpt-5@https://api.openai.com/v1 mode=json_schema"),
        (
            "openai:gpt-5",
            {"OPENAI_API_KEY": "k", "OPENAI_BASE_URL": "http://p:9/v1"},
            "openai:gpt-5@http://p:9/v1 mode=json_schema",
        ),
        (
            "openrouter:a/b:free",
            {"OPENROUTER_API_KEY": "k"},
            "openrouter:a/b:free@https://openrouter.ai/api/v1 mode=tools temperature=0",
        ),
        ("ollama:llama3.1:8b", {}, "ollama:llama3.1:8b@http://127.0.0.1:11434/v1 mode=json_schema temperature=0"),
        (
            "azure:mine",
            {"AZURE_OPENAI_API_KEY": "k", "AZURE_OPENAI_ENDPOINT": "https://me.openai.azure.com/"},
            "azure:mine@https://me.openai.azure.com mode=json_schema",
        ),
    ],
)
def test_a_name_gives_provider_address_and_mode(
    model: str, environment: dict[str, str], name: str, monkeypatch: pytest.MonkeyPatch
):
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    assert connect(model).name == name


@pytest.mark.parametrize("model", ["gpt-oss", "llama3.1:8b", "Qwen/Qwen3-8B"])
def test_a_bare_name_goes_to_the_base_url_without_a_key(model: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-not-for-strangers")
    found = endpoint(connect(model, base_url="http://localhost:8000/v1/"))
    assert (found.model, found.base_url, found.api_key) == (model, "http://localhost:8000/v1", "none")
    assert found.mode == "json_schema"


def test_keys_come_from_the_argument_then_the_provider_then_our_own_variable(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SUMMARIZER_API_KEY", "ours")
    assert endpoint(connect("openai:m")).api_key == "ours"
    assert endpoint(connect("m", base_url="http://localhost/v1")).api_key == "ours"
    monkeypatch.setenv("OPENAI_API_KEY", "theirs\n")
    assert endpoint(connect("openai:m")).api_key == "theirs"
    assert endpoint(connect("openai:m", api_key="given")).api_key == "given"


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("0.0.0.0", "http://127.0.0.1:11434/v1"),
        ("box:9999", "http://box:9999/v1"),
        ("http://box:9999", "http://box:9999/v1"),
        ("https://box", "https://box:443/v1"),
        ("https://gate.example.org/ollama/", "https://gate.example.org:443/ollama/v1"),
        ("[::1]:9999", "http://[::1]:9999/v1"),
        ("http://[::]", "http://[::1]:80/v1"),
    ],
)
def test_ollama_is_sought_where_its_own_variable_says(host: str, url: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OLLAMA_HOST", host)
    assert endpoint(connect("ollama:m")).base_url == url


def test_azure_takes_its_version_from_the_options_or_the_environment(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", "k")
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", "https://me.openai.azure.com")
    assert endpoint(connect("azure:m")).options.api_version is None
    monkeypatch.setenv("OPENAI_API_VERSION", "2024-10-21")
    assert endpoint(connect("azure:m")).options.api_version == "2024-10-21"
    assert endpoint(connect("azure:m", options=Options(api_version="x"))).options.api_version == "x"


@pytest.mark.parametrize(
    ("model", "settings", "words", "hint"),
    [
        ("gpt-5", {}, "'gpt-5' names no provider", "openai:NAME, ollama:NAME, azure:DEPLOYMENT"),
        ("opneai:gpt-5", {}, "names no provider", "did you mean openai:gpt-5"),
        ("", {"base_url": "http://localhost/v1"}, "names no provider", "the forms are"),
        ("openai:", {}, "names no model", "openai:NAME"),
        ("openai:m", {}, "no API key for openai", "OPENAI_API_KEY"),
        ("openrouter:m", {}, "no API key for openrouter", "OPENROUTER_API_KEY"),
        ("azure:m", {}, "no address for azure", "AZURE_OPENAI_ENDPOINT"),
        ("azure:m", {"api_key": "k"}, "no address for azure", "AZURE_OPENAI_ENDPOINT"),
        ("m", {"base_url": "localhost:8000"}, "'localhost:8000' is no address", "http://127.0.0.1:8000/v1"),
        ("m", {"base_url": "http://localhost:port/v1"}, "is no address", "looks like"),
        ("m", {"base_url": "http://[::1/v1"}, "is no address", "looks like"),
        ("ollama:m", {"options": Options(mode="toools")}, "no mode 'toools'", "json_schema, tools, json, md_json"),
        ("ollama:m", {"options": Options(hedge=300)}, "after 300 s makes no sense", "most answers keep"),
        ("ollama:m", {"options": Options(hedge=0)}, "after 0 s makes no sense", "most answers keep"),
        ("ollama:m", {"options": Options(timeout=0)}, "timeout is 0", "more than 0"),
        ("ollama:m", {"options": Options(timeout=math.nan)}, "timeout is nan", "more than 0"),
        ("ollama:m", {"options": Options(price=(-1, 2))}, r"price is \(-1, 2\)", "0 or more"),
        ("ollama:m", {"options": Options(price=(1, math.nan))}, "price is", "0 or more"),
        ("ollama:m", {"options": Options(attempts=0)}, "attempts is 0", "1 or more"),
        ("ollama:m", {"options": Options(context_tokens=0)}, "context_tokens is 0", "1 or more"),
        ("ollama:m", {"options": Options(max_output_tokens=-1)}, "max_output_tokens is -1", "1 or more"),
        (
            "ollama:m",
            {"options": Options(context_tokens=4096, max_output_tokens=4096)},
            "leaves nothing of a context of 4096",
            "smaller Options.max_output_tokens",
        ),
        ("ollama:m", {"concurrency": 0}, "concurrency is 0", "1 or more"),
    ],
)
def test_wrong_settings_are_told_with_what_to_do(model: str, settings: dict[str, Any], words: str, hint: str):
    with pytest.raises(SettingsError, match=words) as caught:
        connect(model, **settings)
    assert hint in caught.value.hint


def test_a_wrong_ollama_host_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OLLAMA_HOST", "box:port")
    with pytest.raises(SettingsError, match="the OLLAMA_HOST 'box:port' is no address"):
        connect("ollama:m")


def test_the_limits_of_a_model_are_known_through_the_whole_stack(tmp_path: Path):
    limits = connect("ollama:gemma2:9b", cache=tmp_path, options=Options(max_output_tokens=900)).limits
    assert (limits.context, limits.output, limits.reserved, limits.reads_schema) == (8_192, 900, 900, False)


def test_the_context_shapes_no_request_and_no_answer_kept():
    plain, told = (connect("ollama:m", options=Options(context_tokens=tokens)) for tokens in (None, 4_096))
    assert plain.name == told.name
    assert endpoint(plain).parameters == endpoint(told).parameters


def test_connecting_imports_nothing_heavy():
    heavy = "{'openai', 'instructor', 'tenacity', 'jinja2', 'httpx2', 'aiohttp'}"
    code = (
        "import sys; from summarizer.engines.connect import connect; connect('ollama:m');"
        f"found = {heavy} & set(sys.modules); sys.exit(f'imported {{found}}' if found else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


class Board(BaseModel):
    number: int
    items: list[int] = Field(default_factory=list)


def test_fifty_documents_through_the_whole_stack_are_counted_exactly(server: Server, tmp_path: Path):
    """Each document meets its own mixture: limits and faults before the answer, and an answer that does not hold."""
    seen: Counter[int] = Counter()
    headers = {"retry-after-ms": "1", "x-ratelimit-limit-requests": "6000000"}

    def answer(asked: dict[str, Any]) -> Any:
        number = int(asked["messages"][1]["content"])
        seen[number] += 1
        if seen[number] <= number % 3:
            return error(429, "slow down", headers) if seen[number] % 2 else error(503, "busy")
        holds = number % 2 == 0 or len(asked["messages"]) > 2
        return completion(f'{{"number": {number}, "items": [{"1" if holds else "[]"}]}}', usage=(10, 1))

    server.answer = answer
    options = Options(price=(1.0, 10.0))
    llm = connect("m", base_url=server.url, cache=tmp_path, concurrency=5, options=options)
    llm.inner._sleep = lambda _: asyncio.sleep(0)  # type: ignore[attr-defined]

    async def all_of_them() -> list[Reply]:
        return await asyncio.gather(*(llm.complete(Request("s", str(n), Board)) for n in range(50)))

    replies = asyncio.run(all_of_them())
    for number, reply in enumerate(replies):
        retries, reasks = number % 3, number % 2
        assert reply.answer == Board(number=number, items=[1])
        assert reply.usage == Usage(
            requests=1 + retries + reasks,
            retries=retries,
            reasks=reasks,
            prompt_tokens=10 * (1 + reasks),
            completion_tokens=1 + reasks,
            cost=pytest.approx(20e-6 * (1 + reasks)),
        )
    assert sum(reply.usage.requests for reply in replies) == server.count
    before = server.count
    assert {reply.usage.cache_hits for reply in asyncio.run(all_of_them())} == {1}
    assert server.count == before


@pytest.mark.parametrize("key", ["sk-…", "clé", "sk-1\nsk-2"])
def test_a_key_that_no_header_takes_is_told_before_anything_is_sent(key: str):
    with pytest.raises(SettingsError, match="holds characters that no key has"):
        connect("m", base_url="http://127.0.0.1:1/v1", api_key=key)


def test_a_blank_key_is_none_and_the_next_one_is_taken(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OPENAI_API_KEY", " ")
    with pytest.raises(SettingsError, match="there is no API key"):
        connect("openai:gpt-9")
    monkeypatch.setenv("SUMMARIZER_API_KEY", " sk-1\n")
    assert endpoint(connect("openai:gpt-9")).api_key == "sk-1"


def test_an_address_is_read_without_the_white_space_around_it_and_none_is_empty():
    assert endpoint(connect("m", base_url=" http://127.0.0.1:1/v1\n")).base_url == "http://127.0.0.1:1/v1"
    with pytest.raises(SettingsError, match="the base URL is empty"):
        connect("m", base_url=" ")
    with pytest.raises(SettingsError, match="is no address"):
        connect("m", base_url="http://127.0.0.1:1/v\x071")


def test_what_is_no_name_or_no_price_is_told():
    with pytest.raises(SettingsError, match="is no name of a model"):
        connect(None)  # type: ignore[arg-type]
    with pytest.raises(SettingsError, match="the price is"):
        connect("m", base_url="http://127.0.0.1:1/v1", options=Options(price=(1.0,)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("settings", "words", "hint"),
    [
        ({"options": {"timeout": 3}}, "a dict is no options", "Options("),
        ({"options": Options(timeout="3")}, "the timeout is '3'", "Options.timeout takes float"),  # type: ignore[arg-type]
        ({"options": Options(attempts=1.5)}, "the attempts is 1.5", "takes int"),  # type: ignore[arg-type]
        ({"options": Options(hedge="1")}, "the hedge is '1'", "takes float | None"),  # type: ignore[arg-type]
        ({"options": Options(price=("1", "2"))}, "the price is", "tuple[float, float]"),  # type: ignore[arg-type]
        ({"options": Options(extra="x")}, "the extra is 'x'", "Mapping"),  # type: ignore[arg-type]
        ({"options": Options(extra={"a": object()})}, "cannot be sent as JSON", "plain values"),
        ({"options": Options(patience=-1)}, "the patience is -1 seconds", "0 or more"),
        ({"concurrency": "3"}, "the concurrency is '3'", "1 or more"),
        ({"concurrency": None}, "the concurrency is None", "1 or more"),
        ({"cache": 5}, "the cache is 5", "folder"),
        ({"base_url": 5}, "the base URL is 5", "as text"),
        ({"api_key": 5}, "a int is no API key", "as text"),
    ],
)
def test_settings_of_the_wrong_kind_are_told_as_such(settings: dict[str, Any], words: str, hint: str):
    with pytest.raises(SettingsError, match=re.escape(words)) as caught:
        connect("m", **({"base_url": "http://127.0.0.1:1/v1"} | settings))
    assert hint in caught.value.hint


def test_whole_numbers_and_lists_are_as_good_as_what_options_are_declared_to_be():
    options = Options(timeout=3, temperature=1, price=[1, 2])  # type: ignore[arg-type]
    assert endpoint(connect("m", base_url="http://127.0.0.1:1/v1", options=options)).price == Price(1, 2)


def test_one_name_is_one_model_with_its_connections_and_its_pace(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-one")
    first = connect_by_name("openai:m")
    assert connect_by_name("openai:m") is first
    assert connect_by_name("openai:n") is not first
    monkeypatch.setenv("OPENAI_API_KEY", "sk-two")
    assert endpoint(connect_by_name("openai:m")).api_key == "sk-two"


def test_a_connection_tells_its_model_and_no_key_and_why_it_goes_to_no_other_process(tmp_path):
    for llm in (
        connect("m", base_url="http://127.0.0.1:9/v1", api_key="secret"),
        connect("m", base_url="http://127.0.0.1:9/v1", api_key="secret", cache=tmp_path),
    ):
        assert "m@http://127.0.0.1:9/v1" in repr(llm)
        assert "secret" not in repr(llm)
        with pytest.raises(TypeError, match="call connect in each one"):
            pickle.dumps(llm)
