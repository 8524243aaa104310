"""Every way in which an exchange can fail: the error, its words, and how many requests it took."""

import asyncio
import contextlib
import email.utils
import gzip
import json
import socket
import threading
import time
from typing import Any

import pytest
from faulty_server import Server, adapter, completion, error, hang_up
from pydantic import BaseModel, Field

from summarizer.engines import bounded
from summarizer.engines.accounts import Call
from summarizer.engines.failures import failure
from summarizer.engines.pace.rates import retry_after
from summarizer.engines.providers import AZURE, COMPATIBLE, OLLAMA, OPENAI, Endpoint, Options, Provider
from summarizer.errors import (
    AnswerCutOff,
    BadRequest,
    ContentFiltered,
    ContextTooLong,
    EmptyAnswer,
    ModelNotFound,
    ProviderError,
    ProviderFault,
    QuotaExceeded,
    RateLimited,
    Refused,
    SummarizerError,
    Unauthorized,
    Unreachable,
)
from summarizer.llm import Request, Usage

KEY = "sk-very-secret-key-1234"
TEXT = "The minister of works said that the bridge would be closed in May."


class Board(BaseModel):
    items: list[str] = Field(default_factory=list)


ASKED = Request(system="You take minutes.", user=f"1 {TEXT}", schema=Board)


def fail(url: str, provider: Provider = OPENAI, **options: Any) -> SummarizerError:
    """The error that asking the server there ends in."""
    llm = adapter(Endpoint(provider, "gpt-9", url, KEY, Options(**options)))
    with pytest.raises(SummarizerError) as caught:
        asyncio.run(llm.complete(ASKED))
    found = caught.value
    assert found.hint, "every failure says what to do"
    assert KEY not in str(found) + found.hint
    assert TEXT not in str(found) + found.hint
    assert isinstance(found.usage, Usage)
    assert found.usage.requests == 1
    return found


def broken_choice(**choice: Any) -> dict[str, Any]:
    body = completion("x")
    body["choices"][0] |= choice
    return body


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (completion(None, refusal="I will not."), Refused, "gpt-9 declined"),
        (completion("{}", finish="content_filter"), ContentFiltered, "withheld the answer"),
        (error(400, "filtered", code="content_filter"), ContentFiltered, "refused the text"),
        (error(403, "Your chosen model requires moderation"), ContentFiltered, "refused the text"),
        (completion('{"items": [', finish="length"), AnswerCutOff, "cut off at its length limit"),
        (completion('{"items": [', finish="MAX_TOKENS"), AnswerCutOff, "cut off at its length limit"),
        (completion('{"items": [', finish="model_length"), AnswerCutOff, "cut off at its length limit"),
        (completion(""), EmptyAnswer, "gpt-9 is empty"),
        (completion(None), EmptyAnswer, "gpt-9 is empty"),
        (completion(" \n"), EmptyAnswer, "gpt-9 is empty"),
        (completion("x") | {"choices": []}, EmptyAnswer, "holds no message"),
        (completion("x") | {"choices": None}, EmptyAnswer, "holds no message"),
        ({}, EmptyAnswer, "holds no message"),
        (completion("x") | {"choices": ["x"]}, ProviderFault, "broken choices instead of a completion"),
        (completion("x") | {"choices": {"a": 1}}, ProviderFault, "broken choices"),
        (completion("x") | {"choices": 3}, ProviderFault, "broken choices"),
        (completion("x") | {"choices": {"a": 1}, "error": "out of memory"}, ProviderFault, "out of memory"),
        (broken_choice(message="x"), EmptyAnswer, "gpt-9 is empty"),
        (broken_choice(message={"content": [{"image": "x"}]}), EmptyAnswer, "gpt-9 is empty"),
        (completion("", reasoning_content="Let me see {"), EmptyAnswer, "gpt-9 gave its thoughts and no answer"),
        (completion(None, tool_calls={"a": 1}), EmptyAnswer, "gpt-9 is empty"),
        (broken_choice(message=None), EmptyAnswer, "holds no message"),
        (
            (200, b"<html>login</html>", {"Content-Type": "text/html"}),
            ProviderFault,
            "a web page or other text instead of a completion",
        ),
        ([1, 2], ProviderFault, "a web page or other text"),
        ((200, b" ", {"Content-Type": "application/json"}), ProviderFault, "answered with nothing"),
        ((200, b'{"id": "x", "choices": [{"ind', {}), ProviderFault, "broken JSON"),
        ((200, b"[" * 200_000, {"Content-Type": "application/json"}), ProviderFault, "broken JSON"),
        ((200, b'{"id": ' + b"9" * 6000 + b"}", {"Content-Type": "application/json"}), ProviderFault, "broken JSON"),
        ((200, b'{"id": 1}', {"Content-Type": "application/json; charset=utf-16"}), ProviderFault, "broken JSON"),
        (
            (302, b"", {"Location": "ftp://elsewhere/x"}),
            Unreachable,
            "redirects requests to an address that does not work",
        ),
        (
            {"error": {"message": "engine overloaded", "code": None}},
            ProviderFault,
            r"\(status 200\): engine overloaded",
        ),
        ({"error": {"message": "slow down", "code": 429}}, RateLimited, "no more requests"),
        ({"error": "out of memory"}, ProviderFault, "out of memory"),
        (
            broken_choice(error={"code": 502, "message": "upstream"}, finish_reason="error"),
            ProviderFault,
            "502.*upstream",
        ),
        (error(401, "Incorrect API key: sk-very-secret-key-1234"), Unauthorized, "did not accept the API key"),
        (error(403, "no access"), Unauthorized, "does not let this API key use gpt-9"),
        (
            error(429, "You exceeded your current quota", code="insufficient_quota", type="insufficient_quota"),
            QuotaExceeded,
            "no credit left",
        ),
        (error(402, "Insufficient Balance"), QuotaExceeded, "no credit left"),
        (error(429, "Rate limit reached"), RateLimited, "takes no more requests for now"),
        (
            error(404, "The model `gpt-9` does not exist or you do not have access", code="model_not_found"),
            ModelNotFound,
            "does not serve the model 'gpt-9'",
        ),
        ((404, b"404 page not found", {"Content-Type": "text/plain"}), ModelNotFound, "no chat API under http"),
        (error(400, "Unsupported thing", param="seed"), BadRequest, r"\(status 400\): Unsupported thing"),
        (error(422, "no"), BadRequest, "status 422"),
        (error(408, "too slow"), Unreachable, "gave up waiting"),
        (error(500, "The server had an error"), ProviderFault, "status 500"),
        ((502, b"<html>Bad gateway</html>", {"Content-Type": "text/html"}), ProviderFault, r"failed \(status 502\)$"),
        (error(503, "overloaded"), ProviderFault, "status 503"),
    ],
)
def test_each_failure_is_named_after_one_request(server: Server, answer: Any, kind: type, words: str):
    server.script(answer)
    found = fail(server.url)
    assert type(found) is kind
    with pytest.raises(kind, match=words):
        raise found
    assert server.count == 1


@pytest.mark.parametrize(
    ("answer", "transient"),
    [
        (error(429, "slow down"), True),
        (error(500, "oops"), True),
        (error(401, "no"), False),
        (error(429, "x", code="insufficient_quota"), False),
        (error(400, "no"), False),
    ],
)
def test_only_what_may_pass_is_transient(server: Server, answer: Any, transient: bool):
    server.script(answer)
    found = fail(server.url)
    assert isinstance(found, ProviderError)
    assert found.transient is transient


@pytest.mark.parametrize(("provider", "form"), [(AZURE, "https://NAME.openai.azure.com"), (OLLAMA, "end in /v1")])
def test_an_address_without_an_api_is_told_what_one_looks_like(server: Server, provider: Provider, form: str):
    server.script((404, b"404 page not found", {"Content-Type": "text/plain"}))
    assert form in (fail(server.url, provider).hint or "")


@pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
def test_nothing_listens():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, and not listening
        found = fail(f"http://127.0.0.1:{taken.getsockname()[1]}/v1", OLLAMA)
    assert type(found) is Unreachable
    assert "nothing answers at 127.0.0.1:" in str(found)
    assert "ollama serve" in found.hint


def test_there_is_no_such_host(monkeypatch: pytest.MonkeyPatch):
    def unknown(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    found = fail("http://no-such-host.invalid/v1")
    assert type(found) is Unreachable
    assert str(found) == "there is no host no-such-host.invalid"


def test_the_connection_breaks_off(server: Server):
    server.script(hang_up)
    found = fail(server.url)
    assert type(found) is Unreachable
    assert "broke off" in str(found)
    assert server.count == 1


def test_the_answer_stops_halfway(server: Server):
    server.script(lambda connection: (connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"), None))
    assert type(fail(server.url)) is Unreachable


def test_the_answer_takes_too_long(server: Server):
    over = threading.Event()
    server.script(lambda _: over.wait(5))
    found = fail(server.url, timeout=0.05)
    over.set()
    assert type(found) is Unreachable
    assert "did not answer within 0.05 s" in str(found)
    assert server.count == 1


def test_an_answer_that_drips_for_ever_is_given_up(server: Server):
    def drip(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n{")
        with contextlib.suppress(OSError):
            while True:
                connection.sendall(b" ")
                time.sleep(0.01)

    server.script(drip)
    found = fail(server.url, timeout=0.2)
    assert type(found) is Unreachable
    assert "did not answer within 0.2 s" in str(found)


@pytest.mark.parametrize("status", [200, 500])
def test_an_answer_without_end_is_broken_off_and_refused(server: Server, monkeypatch: pytest.MonkeyPatch, status: int):
    monkeypatch.setattr(bounded, "LARGEST", 2_000_000)
    sent = []

    def flood(connection: socket.socket) -> None:
        kind = b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        connection.sendall(b"HTTP/1.1 %d OK\r\n" % status + kind)
        with contextlib.suppress(OSError):
            while True:
                connection.sendall(b"10000\r\n" + b" " * 65536 + b"\r\n")
                sent.append(65536)

    server.script(flood)
    found = fail(server.url)
    assert type(found) is ProviderFault
    assert not found.transient
    assert "answered with more than 2 MB" in str(found)
    assert "max_output_tokens" in found.hint
    assert sum(sent) < 30_000_000  # what lies in the buffers of the connection counts as sent


def test_a_packed_answer_is_measured_unpacked(server: Server, monkeypatch: pytest.MonkeyPatch):
    body = gzip.compress(json.dumps(completion(json.dumps({"items": ["x" * 3_000_000]}))).encode())
    server.script((200, body, {"Content-Encoding": "gzip"}))
    llm = adapter(Endpoint(OPENAI, "gpt-9", server.url, KEY, Options()))
    assert asyncio.run(llm.complete(ASKED)).answer == Board(items=["x" * 3_000_000])
    monkeypatch.setattr(bounded, "LARGEST", 2_000_000)
    assert len(body) < 10_000
    assert "more than 2 MB" in str(fail(server.url))


def test_a_certificate_that_is_not_trusted_is_told_apart():
    import ssl

    from summarizer.engines.failures import unreachable

    outer = RuntimeError("connection")
    outer.__cause__ = ssl.SSLCertVerificationError("self-signed")
    found = unreachable(outer, Endpoint(OPENAI, "m", "https://inner.example/v1", KEY))
    assert "certificate of inner.example" in str(found)
    assert "SSL_CERT_FILE" in found.hint


def told(
    status: int, body: Any, headers: dict[str, str] | None = None, provider: Provider = COMPATIBLE, **options: Any
):
    endpoint = Endpoint(provider, "gpt-9", "http://127.0.0.1:8000/v1", KEY, Options(**options))
    said = {"messages": [{"role": "system", "content": ASKED.system}, {"role": "user", "content": ASKED.user}]}
    call = Call("http://127.0.0.1:8000/v1", json.dumps(said).encode(), 10, None)
    return failure(status, body, headers or {}, endpoint=endpoint, call=call)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (400, {"message": "Please reduce the length.", "code": "context_length_exceeded"}),
        (400, {"message": "This model's maximum context length is 4096 tokens. However, you requested 9000 tokens"}),
        (400, {"message": "Your input exceeds the context window of this model."}),
        (400, {"message": "the request exceeds the available context size, try increasing it"}),
        (400, {"type": "exceed_context_size_error", "message": "request (4390 tokens) is over 4096"}),
        (500, {"message": "Context size has been exceeded.", "type": "server_error"}),
        (500, {"message": "Requested tokens (2285) exceed context window of 2048"}),
        (400, {"message": "prompt too long; exceeded max context length by 200 tokens"}),
        (500, {"message": "input is too large to process. increase the physical batch size"}),
        (400, {"message": "prompt is too long: 200001 tokens > 200000 maximum"}),
        (400, {"message": "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576)."}),
        (400, {"message": "Trying to keep the first 9000 tokens when context the overflows."}),
        (400, {"message": "The decoder prompt (length 5000) is longer than the maximum model length of 4096."}),
        (400, {"message": "The input (5000 tokens) is longer than the model's context length (4096 tokens)."}),
        (400, {"message": "Input length (5000 tokens) exceeds the maximum allowed length (4090 tokens)."}),
        (
            422,
            {"error": "`inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5000 and 100", "type": "validation"},
        ),
        (422, {"error": "`inputs` must have less than 4095 tokens. Given: 5000"}),
        (400, {"message": "This model's maximum prompt length is 131072 but the request contains 537812 tokens."}),
        (400, {"message": "The number of tokens to keep is greater than the context length (n_ctx: 4096)"}),
        (400, {"message": "too many tokens: total number of tokens in the prompt cannot exceed 4081"}),
        (400, {"message": "Range of input length should be [1, 30720]"}),
        (429, {"message": "Request too large for gpt-9 on tokens per min (TPM): Limit 30000, Requested 45000."}),
        (413, "Request Entity Too Large"),
        (400, {"object": "error", "message": "'max_tokens' is too large. This model's maximum context length is 4096"}),
    ],
)
def test_every_server_says_in_its_own_words_that_the_text_is_too_long(status: int, body: Any):
    found = told(status, body)
    assert type(found) is ContextTooLong
    assert "split the document" in found.hint


@pytest.mark.parametrize(
    ("provider", "tokens", "cut"),
    [
        (COMPATIBLE, 1999, True),
        (COMPATIBLE, 2600, False),
        (COMPATIBLE, 4096, False),
        (COMPATIBLE, 0, False),
        (OLLAMA, 2050, True),
        (OLLAMA, 4096, True),
        (OLLAMA, 2600, False),
    ],
)
def test_a_text_that_the_server_cut_in_silence_is_told_by_its_tokens(
    server: Server, provider: Provider, tokens: int, cut: bool
):
    server.script(completion("{}", usage=(tokens, 5)))
    llm = adapter(Endpoint(provider, "gpt-9", server.url, "none"))
    request = Request(system="", user="word " * 2000, schema=Board)
    if cut:
        with pytest.raises(ContextTooLong, match=f"given {tokens} tokens of it, for 2000 words") as caught:
            asyncio.run(llm.complete(request))
        assert caught.value.usage == Usage(
            requests=1, prompt_tokens=tokens, completion_tokens=5, cost=0.0 if provider is OLLAMA else None
        )
    else:
        assert asyncio.run(llm.complete(request)).answer == Board()


@pytest.mark.parametrize(
    ("status", "body", "hint"),
    [
        (404, {"message": 'model "gpt-9" not found, try pulling it first'}, "ollama pull gpt-9"),
        (404, {"error": "model 'gpt-9' not found"}, "ollama pull gpt-9"),
    ],
)
def test_ollama_is_told_to_fetch_its_model(status: int, body: Any, hint: str):
    found = told(status, body, provider=OLLAMA)
    assert type(found) is ModelNotFound
    assert hint in found.hint


def test_an_unknown_model_is_told_also_with_status_400():
    assert type(told(400, {"message": "acme/gpt-9 is not a valid model ID"})) is ModelNotFound


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (500, {"message": "Internal Server Error"}, ProviderFault),
        (400, {"message": "response_format type json_schema is not supported"}, BadRequest),
        (400, {"message": "Failed to parse grammar"}, BadRequest),
        (400, {"message": "tool_choice requires --jinja"}, BadRequest),
        (400, {"message": "Invalid schema for response_format 'Board'"}, BadRequest),
    ],
)
def test_a_server_that_may_not_know_the_mode_is_met_with_another(status: int, body: Any, kind: type):
    found = told(status, body, mode="json_schema")
    assert type(found) is kind
    assert "the mode is json_schema, try --mode with tools, json, md_json" in found.hint


def test_a_refused_parameter_is_named():
    words = "Unsupported value: 'temperature' does not support 0 with this model."
    found = told(400, {"message": words, "param": "temperature", "code": "unsupported_value"})
    assert type(found) is BadRequest
    assert "Options.temperature" in found.hint
    assert "max_output_tokens" in told(400, {"message": "max_tokens must be positive", "param": "max_tokens"}).hint


def test_words_that_repeat_the_document_are_not_quoted():
    echoed = [{"loc": ["messages"], "input": TEXT}]
    for body in ({"message": f"bad input: {TEXT[:40]}"}, {"detail": echoed}, {"message": str(echoed)}, TEXT):
        assert str(told(400, body)) == "127.0.0.1:8000 refused the request (status 400)"


def test_words_that_repeat_the_key_are_quoted_without_it():
    assert str(told(400, {"message": f"bad header Bearer {KEY}"})).endswith(": bad header Bearer ***")


def test_long_words_are_shortened():
    assert len(str(told(500, {"message": "a b " * 1000}))) < 400


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "20"}, 20.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-3"}, None),
        ({"x-ratelimit-reset-requests": "6m0s"}, 360.0),
        ({"x-ratelimit-reset-tokens": "20ms"}, 0.02),
        ({"x-ratelimit-reset-requests": "1s", "x-ratelimit-reset-tokens": "1m2.5s"}, 62.5),
        (
            {
                "x-ratelimit-remaining-requests": "0",
                "x-ratelimit-reset-requests": "2s",
                "x-ratelimit-remaining-tokens": "500",
                "x-ratelimit-reset-tokens": "60s",
            },
            2.0,
        ),
        ({"x-ratelimit-reset": "7"}, 7.0),
    ],
)
def test_the_wait_is_read_from_every_header_that_names_one(headers: dict[str, str], seconds: float | None):
    assert retry_after(headers) == seconds


def test_a_wait_until_a_time_is_counted_from_now():
    then = time.time() + 90
    for headers in (
        {"retry-after": email.utils.formatdate(then + 1, usegmt=True)},
        {"x-ratelimit-reset": str(then)},
        {"x-ratelimit-reset": str(int(then * 1000))},
    ):
        assert retry_after(headers) == pytest.approx(90, abs=2)
    assert retry_after({"retry-after": email.utils.formatdate(then - 900, usegmt=True)}) == 0


def test_the_wait_reaches_the_error(server: Server):
    server.script(error(429, "slow down", {"Retry-After": "12"}))
    found = fail(server.url)
    assert isinstance(found, RateLimited)
    assert found.retry_after == 12
    assert "asks to wait 12 s" in str(found)
