"""From the name of a model to an `LLM`: the one place where cache, retries, pace and adapter are put together."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache, partial
from inspect import formatannotation
from pathlib import Path
from typing import get_type_hints
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from ..errors import SettingsError
from ..llm import Connection
from .accounts import Account
from .asking import OpenAICompatible
from .caching import Cached
from .client import Wire
from .pace.pacing import Pacer, Pacing
from .providers import AZURE, COMPATIBLE, MODES, OLLAMA, PROVIDERS, Endpoint, Options, Provider
from .retrying import Retried
from .sending import Sending

__all__ = ["Options", "connect"]

_FORMS = "openai:NAME, ollama:NAME, azure:DEPLOYMENT, openrouter:NAME, or any NAME with a base URL"
_OWN_KEY = "SUMMARIZER_API_KEY"


def connect(
    model: str,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    cache: str | os.PathLike[str] | None = None,
    concurrency: int = 8,
    options: Options | None = None,
) -> Connection:
    """The model of that name, to be passed as `model=`. Nothing is sent, and openai is not imported, until it is asked.

    model: "openai:NAME", "ollama:NAME", "azure:DEPLOYMENT", "openrouter:NAME", or a bare NAME with `base_url`.
    base_url: address of an OpenAI-compatible server, usually ending in /v1.
    api_key: by default the provider's own variable (OPENAI_API_KEY, AZURE_OPENAI_API_KEY, OPENROUTER_API_KEY), else
        SUMMARIZER_API_KEY. A server of your own needs none.
    cache: a folder that keeps the answers; by default none are kept.
    concurrency: requests under way at once, at the most.

    Errors: `SettingsError`.
    """
    if not isinstance(cache, str | os.PathLike | None):
        raise SettingsError(f"the cache is {cache!r}", hint="name a folder")
    llm = connect_paced(endpoint_of(model, base_url=base_url, api_key=api_key, options=options), concurrency)
    return llm if cache is None else Cached(llm, Path(cache))


def connect_paced(endpoint: Endpoint, concurrency: int, account: Account | None = None) -> Connection:
    """As `connect_to`, with so many requests under way at once and no more a minute than its options say."""
    limits = endpoint.options.requests_per_minute, endpoint.options.tokens_per_minute
    Pacer(concurrency, *limits)  # for the error, if there is one, while it is the caller's
    return connect_to(endpoint, pacing=partial(Pacer, concurrency, *limits), account=account)


def connect_by_name(model: str) -> Connection:
    """As `connect`, and the same one for the same name, so that calls share its connections and its pace."""
    endpoint = endpoint_of(model)
    return _shared(model, endpoint.base_url, endpoint.api_key, endpoint.options.api_version)


@lru_cache(maxsize=16)
def _shared(model: str, base_url: str, api_key: str, api_version: str | None) -> Connection:
    return connect(model, base_url=base_url, api_key=api_key, options=Options(api_version=api_version))


def connect_to(endpoint: Endpoint, *, pacing: Callable[[], Pacing], account: Account | None = None) -> Connection:
    """The model at that place, without a cache.

    pacing: makes, for each event loop, what gives the turns. account: keeps the answers of many documents, and
        watches what they cost.
    """
    asked = OpenAICompatible(endpoint, Sending(Wire(endpoint, pacing), account))
    return Retried(asked, attempts=endpoint.options.attempts, seconds=endpoint.options.patience)


def endpoint_of(
    model: str, *, base_url: str | None = None, api_key: str | None = None, options: Options | None = None
) -> Endpoint:
    """Where and how the model of that name is asked. Errors: `SettingsError`."""
    options = options or Options()
    _check(options)
    provider, name = _named(model, base_url)
    url = _address(provider, base_url)
    if provider is AZURE and options.api_version is None:
        options = replace(options, api_version=os.environ.get("OPENAI_API_VERSION"))
    key = _key(provider, api_key, required=provider.needs_key and base_url is None)
    return Endpoint(provider, name, url, key, options)


def _check(options: Options) -> None:
    _check_kinds(options)
    if options.mode is not None and options.mode not in MODES:
        raise SettingsError(f"there is no mode {options.mode!r}", hint=f"the modes are {', '.join(MODES)}")
    context, answer = options.context_tokens, options.max_output_tokens
    for name, tokens in (("context_tokens", context), ("max_output_tokens", answer)):
        if tokens is not None and tokens < 1:
            raise SettingsError(f"{name} is {tokens}", hint="give 1 or more, or leave it out")
    if context is not None and answer is not None and answer >= context:
        raise SettingsError(
            f"an answer of {answer} tokens leaves nothing of a context of {context} for the document",
            hint="give a smaller Options.max_output_tokens",
        )
    if not options.timeout > 0:  # nor a number that is none
        raise SettingsError(f"the timeout is {options.timeout} seconds", hint="give more than 0")
    if options.hedge is not None and not 0 < options.hedge < options.timeout:
        raise SettingsError(
            f"a second request after {options.hedge:g} s makes no sense with a timeout of {options.timeout:g} s",
            hint="give a time that most answers keep, as the timeout is for those that never come",
        )
    if options.price is not None and not (len(options.price) == 2 and all(each >= 0 for each in options.price)):
        raise SettingsError(
            f"the price is {options.price}", hint="give dollars per million tokens, in and out, 0 or more"
        )
    if options.attempts < 1:
        raise SettingsError(f"the number of attempts is {options.attempts}", hint="give 1 or more")
    if not options.patience >= 0:
        raise SettingsError(f"the patience is {options.patience} seconds", hint="give 0 or more")


def _check_kinds(options: Options) -> None:
    """That each option is of the kind that it is declared to be."""
    if not isinstance(options, Options):
        raise SettingsError(f"a {type(options).__name__} is no options", hint="give Options(timeout=60) and the like")
    for name, kind in get_type_hints(Options).items():
        value = getattr(options, name)
        try:
            TypeAdapter(kind).validate_python(tuple(value) if isinstance(value, list) else value, strict=True)
        except ValidationError as error:
            hint = f"Options.{name} takes {formatannotation(kind)}"
            raise SettingsError(f"the {name} is {value!r}", hint=hint) from error
    try:
        json.dumps(dict(options.extra))
    except (TypeError, ValueError) as error:
        raise SettingsError(f"Options.extra cannot be sent as JSON: {error}", hint="give plain values") from error


def _named(model: str, base_url: str | None) -> tuple[Provider, str]:
    if not isinstance(model, str):
        raise SettingsError(f"a {type(model).__name__} is no name of a model", hint=f"the forms are {_FORMS}")
    prefix, colon, rest = model.partition(":")
    if colon and prefix in PROVIDERS:
        if not rest:
            raise SettingsError(f"{model!r} names no model", hint=f"write {prefix}:NAME")
        return PROVIDERS[prefix], rest
    if base_url is not None and model:
        return COMPATIBLE, model
    if model == "rules":
        raise SettingsError("the built-in rules are no model", hint="leave the model out, and the rules make the brief")
    near = get_close_matches(prefix, PROVIDERS, n=1) if colon else []
    hint = f"did you mean {near[0]}:{rest}?" if near else f"the forms are {_FORMS}"
    raise SettingsError(f"the model {model!r} names no provider that is known here", hint=hint)


def _address(provider: Provider, given: str | None) -> str:
    if not isinstance(given, str | None):
        raise SettingsError(f"the base URL is {given!r}", hint="give it as text, like http://127.0.0.1:8000/v1")
    named = os.environ.get(provider.url_variable) if provider.url_variable else None
    if given is not None and not given.strip():
        raise SettingsError("the base URL is empty", hint="it looks like http://127.0.0.1:8000/v1, or leave it out")
    url = (given or named or provider.base_url or "").strip()
    if not url:
        raise SettingsError(
            f"there is no address for {provider.name}", hint=f"set {provider.url_variable} or give a base URL"
        )
    source = "base URL" if given else provider.url_variable
    if provider is OLLAMA and not given and named:
        url = _ollama(named)
    if not _is_address(url):
        raise SettingsError(f"the {source} {url!r} is no address", hint="it looks like http://127.0.0.1:8000/v1")
    return url.rstrip("/")


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        if not url.isprintable() or " " in url:
            return False
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, a bracket that is not closed
        return False


def _ollama(host: str) -> str:
    """The address of the API from OLLAMA_HOST, which may be as short as `0.0.0.0` and is meant for the server."""
    address = host if "://" in host else f"http://{host}"
    if not _is_address(address):
        return host
    parts = urlsplit(address)
    own = {None: "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}
    name = own.get(parts.hostname, parts.hostname) or ""
    name = f"[{name}]" if ":" in name else name
    port = parts.port or (443 if parts.scheme == "https" else 80 if "://" in host else 11434)
    return f"{parts.scheme}://{name}:{port}{parts.path.rstrip('/')}/v1"


def _key(provider: Provider, given: str | None, *, required: bool) -> str:
    if not isinstance(given, str | None):
        raise SettingsError(f"a {type(given).__name__} is no API key", hint="give it as text")
    named = (given, os.environ.get(provider.key_variable), os.environ.get(_OWN_KEY))
    if key := next((each.strip() for each in named if each and each.strip()), None):
        if not (key.isascii() and key.isprintable()):  # a header takes no other
            raise SettingsError(
                f"the API key for {provider.name or 'the server'} holds characters that no key has",
                hint="copy it again, without line breaks, dots for what was cut off, or the words around it",
            )
        return key
    if required:
        raise SettingsError(
            f"there is no API key for {provider.name}", hint=f"set {provider.key_variable} (or {_OWN_KEY})"
        )
    return "none"  # the client refuses an empty one; a server of one's own does not look at it
