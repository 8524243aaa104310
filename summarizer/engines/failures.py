"""What a failed exchange means, told from status, body and headers: whose fault it is and what to do."""

import re
from collections.abc import Mapping
from typing import Any

from ..errors import (
    BadRequest,
    ContentFiltered,
    ContextTooLong,
    ModelNotFound,
    ProviderFault,
    QuotaExceeded,
    RateLimited,
    SummarizerError,
    Unauthorized,
    Unreachable,
)
from .accounts import Call
from .pace.rates import retry_after
from .providers import AZURE, MODES, OLLAMA, Endpoint

# The wordings of OpenAI, vLLM, SGLang, TGI, llama.cpp (both servers), Ollama, LM Studio and the providers behind
# OpenRouter. A request that is by itself over the tokens of a minute is too long too: no waiting lets it through.
_TOO_LONG = re.compile(
    r"context_length_exceeded|exceed_context_size|string_above_max_length|maximum context length"
    r"|exceeds? (the |this |its )?(available |model'?s? )?(maximum )?(context|token limit)"
    r"|(context|input|prompt)( token)? (size|length|window|count)\b.{0,40}\bexceed"
    r"|exceeds the context window|exceeded max context|(prompt|input) is too (long|large)|prompt too long"
    r"|context the overflows|too large for model|request too large for|too many tokens"
    r"|longer than the (maximum )?model|greater than the context|maximum prompt length|range of input length"
    r"|must have less than \d+ tokens|max_new_tokens`? must be|reduce the length of the",
    re.IGNORECASE | re.DOTALL,
)
_NO_CREDIT = re.compile(
    r"insufficient_quota|billing|insufficient (balance|credit|funds)|credit balance|current quota", re.IGNORECASE
)
_NO_MODEL = re.compile(
    r"model_not_found|DeploymentNotFound|model\b.{0,120}\b(not found|does not exist|not exist|not a valid model)"
    r"|not a valid model|no such model",
    re.IGNORECASE | re.DOTALL,
)
_FILTERED = re.compile(r"content_filter|content_policy|ResponsibleAIPolicy|requires moderation|flagged", re.IGNORECASE)
_FORMAT = re.compile(r"response_format|json_schema|json schema|grammar|tool|function|structured", re.IGNORECASE)
_LONG = 60.0  # seconds to wait that a message speaks of, as they outlast what is tried again
_SHOWN = 300  # characters of a provider's own words
_RUN = 4  # words in a row that, found in the messages too, are taken for a quotation from it


def failure(
    status: int, body: object, headers: Mapping[str, str], *, endpoint: Endpoint, call: Call | None = None
) -> SummarizerError:
    """The error that an answer with this status and this decoded (or bare) body stands for.

    Its message quotes the provider's words only where they repeat neither the key nor the call.
    """
    host, model = endpoint.host, endpoint.model
    told = _told(body)
    said = _quotable(told[0], endpoint, call)
    text = " ".join(told)
    after = retry_after(headers)
    wait = "" if after is None else f"; it asks to wait {after:.0f} s"
    if _FILTERED.search(text) and status < 500:
        return ContentFiltered(
            f"the content filter of {host} refused the text", hint="ask the provider to relax it, or use another model"
        )
    if status == 413 or _TOO_LONG.search(text):
        return ContextTooLong(
            f"the text does not fit into the context of {model} at {host}",
            hint="serve the model with a longer context, or split the document",
        )
    if status == 402 or (status in (400, 403, 429) and _NO_CREDIT.search(text)):
        return QuotaExceeded(
            f"the account at {host} has no credit left", hint="add credit or raise its limit, then run again"
        )
    if status == 401:
        return Unauthorized(
            f"{host} did not accept the API key", hint=f"set {endpoint.provider.key_variable} to a key that is valid"
        )
    if status == 403:
        return Unauthorized(
            f"{host} does not let this API key use {model}", hint="ask for access to it, or name another model"
        )
    if status == 429:
        hint = "lower the concurrency" if after is None else "lower the concurrency, or run again when that has passed"
        return RateLimited(f"{host} takes no more requests for now{wait}", hint=hint, retry_after=after)
    if status in (400, 404, 422) and _NO_MODEL.search(text):
        hint = (
            f"fetch it with `ollama pull {model}`"
            if endpoint.provider is OLLAMA
            else f"check its name; {endpoint.address}/models lists what is served"
        )
        return ModelNotFound(f"{host} does not serve the model {model!r}", hint=hint)
    if status == 404:
        form = (
            "that of Azure looks like https://NAME.openai.azure.com"
            if endpoint.provider is AZURE
            else "most of them end in /v1"
        )
        return ModelNotFound(f"there is no chat API under {endpoint.address}", hint=f"check the base URL; {form}")
    if status == 408:
        return Unreachable(
            f"{host} gave up waiting (status 408){said}", hint="run it again, or split the document", retry_after=after
        )
    if status >= 500 or status in (409, 425) or status < 400:
        is_long = after is not None and after > _LONG
        unknown = f"if this lasts, the server may not know this way of asking: {other_modes(endpoint)}"
        return ProviderFault(
            f"{host} failed (status {status}){said}{wait if is_long else ''}",
            hint="run again when that has passed" if is_long else unknown,
            retry_after=after,
        )
    return BadRequest(f"{host} refused the request (status {status}){said}", hint=_mend(body, text, endpoint))


def unreachable(error: BaseException, endpoint: Endpoint) -> Unreachable:
    """The error for a failed connection; the reason is looked up in what `error` was raised from."""
    host = endpoint.host
    names = {type(cause).__name__ for cause in _causes(error)}
    if "gaierror" in names:
        return Unreachable(f"there is no host {host}", hint="check the base URL and the connection to the network")
    if "ConnectionRefusedError" in names:
        start = "start it with `ollama serve`" if endpoint.provider is OLLAMA else "start the server"
        return Unreachable(f"nothing answers at {host}", hint=f"{start}, or check the base URL")
    if not names.isdisjoint(("TooManyRedirects", "UnsupportedProtocol")):
        fault = Unreachable(
            f"{host} redirects requests to an address that does not work",
            hint="give the address behind its redirects as base URL",
        )
        fault.transient = False
        return fault
    if any(name.startswith("SSL") for name in names) and "SSLCertVerificationError" not in names:
        return Unreachable(
            f"{host} does not speak https as it should", hint="check the scheme and the port of the base URL"
        )
    if "SSLCertVerificationError" in names:
        return Unreachable(
            f"the certificate of {host} is not trusted", hint="install it in the system, or set SSL_CERT_FILE"
        )
    return Unreachable(f"the connection to {host} broke off", hint="check the network, and proxies on the way")


def too_late(endpoint: Endpoint) -> Unreachable:
    """The error for a timeout that passed."""
    return Unreachable(
        f"{endpoint.host} did not answer within {endpoint.options.timeout:g} s",
        hint="give it more time (Options.timeout; --timeout of `batch`), or split the document",
    )


def too_large(endpoint: Endpoint, largest: int) -> ProviderFault:
    """The error for an answer that has more bytes than that, and asked again it would have them again."""
    fault = ProviderFault(
        f"{endpoint.host} answered with more than {largest // 1_000_000} MB, and no answer is as long",
        hint="check the base URL and the server behind it; Options.max_output_tokens stops a model that finds no end",
    )
    fault.transient = False
    return fault


def not_an_answer(endpoint: Endpoint, what: str) -> ProviderFault:
    """The error for status 200 with something else than a completion."""
    return ProviderFault(
        f"{endpoint.host} answered with {what} instead of a completion",
        hint="check the base URL (most of them end in /v1) and proxies on the way",
    )


def _told(body: object) -> tuple[str, str, str]:
    """What an error body says: its words, code and type."""
    if isinstance(body, Mapping):
        inner = body.get("error", body)
        if isinstance(inner, Mapping):
            words = next((inner[key] for key in ("message", "detail") if isinstance(inner.get(key), str)), "")
            return words, str(inner.get("code") or ""), str(inner.get("type") or "")
        return str(inner), "", ""
    if isinstance(body, str) and not body.lstrip().startswith("<"):
        return body, "", ""
    return "", "", ""


def _quotable(words: str, endpoint: Endpoint, call: Call | None) -> str:
    """`: words` of the provider, shortened; empty if they repeat what was sent, which must not get into logs."""
    words = " ".join(words.split())
    if endpoint.api_key != "none":
        words = words.replace(endpoint.api_key, "***")
    split = words.split()
    sent = "" if call is None else " ".join(" ".join(str(said["content"]) for said in call.body["messages"]).split())
    repeated = any(" ".join(split[at : at + _RUN]) in sent for at in range(max(1, len(split) - _RUN + 1)))
    if not words or repeated:
        return ""
    return f": {words if len(words) <= _SHOWN else words[:_SHOWN] + '…'}"


def _mend(body: object, text: str, endpoint: Endpoint) -> str:
    parameter = body.get("param") if isinstance(body, Mapping) else None
    if parameter == "temperature" or "temperature" in text:
        return "give the model the temperature that it takes, usually 1 (Options.temperature)"
    if "max_tokens" in text or "max_completion_tokens" in text:
        return "give another Options.max_output_tokens"
    if _FORMAT.search(text):
        return f"the server may not know this way of asking: {other_modes(endpoint)}"
    return "check the options against what this server takes"


def other_modes(endpoint: Endpoint) -> str:
    """What else to try, for a hint."""
    others = ", ".join(mode for mode in MODES if mode != endpoint.mode)
    return f"the mode is {endpoint.mode}, try --mode with {others}"


def _causes(error: BaseException | None) -> list[BaseException]:
    """An error and all that it came from."""
    found: list[BaseException] = []
    waiting: list[Any] = [error]
    while waiting:
        cause = waiting.pop()
        if cause is not None and cause not in found:
            found.append(cause)
            waiting += [cause.__cause__, cause.__context__, *getattr(cause, "exceptions", ())]
    return found
