"""Where models are served, and how each kind of server wants to be asked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from ..llm import Limits
from .contexts import known_limits
from .prices import Price, known_price

MODES = ("json_schema", "tools", "json", "md_json")
"""Ways to ask for structured answers: constrained decoding by a JSON schema; a forced tool call; JSON of
any kind with the schema in the prompt; JSON in a Markdown fence, asked for in words alone."""


@dataclass(frozen=True)
class Options:
    """What is rarely given to `connect`; None leaves the provider's right default."""

    mode: str | None = None
    """One of `MODES`."""
    temperature: float | None = None
    """0 by default, except for models that take none; 1 is what those accept."""
    max_output_tokens: int | None = None
    """The longest answer, sent with each request. The windows of a long document leave room for it."""
    context_tokens: int | None = None
    """Tokens of prompt and answer that the server takes together, where it serves the model with another context
    than `contexts.toml` says. It is not sent; the windows of a long document are made to fit it."""
    timeout: float = 300.0
    """Seconds to wait for one answer."""
    attempts: int = 6
    """How often a request is made at most, where it fails for a passing reason. That the server takes no more for now is not
    counted: then it is asked again until `patience` ends."""
    patience: float = 300.0
    """Seconds after which no further attempt begins."""
    hedge: float | None = None
    """Seconds after which a request without an answer is sent once more. The first answer is taken and the other request
    dropped; the provider may charge for that one too, and does not tell how much."""
    requests_per_minute: float | None = None
    """What the server takes, where it does not say so itself."""
    tokens_per_minute: float | None = None
    """As `requests_per_minute`."""
    price: tuple[float, float] | None = None
    """US dollars per million prompt tokens and per million completion tokens, where `prices.toml` has another one."""
    api_version: str | None = None
    """Of Azure's dated API; its undated one without."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Further fields of the request body, such as `{"reasoning_effort": "low"}`."""


@dataclass(frozen=True)
class Provider:
    """A kind of server. The defaults are those of an unknown one that is compatible with OpenAI's."""

    name: str = ""
    base_url: str | None = None
    url_variable: str | None = None
    key_variable: str = "SUMMARIZER_API_KEY"
    needs_key: bool = False
    mode: str = "json_schema"
    """vLLM, llama-server and Ollama decode under the grammar of the schema, with any model; their tool
    calls hang on the model's template."""
    strict: bool = False
    """Whether to ask for the schema to be enforced, in the words of OpenAI."""
    tokens_field: str = "max_tokens"
    takes_temperature: re.Pattern[str] = re.compile("")
    """Models that can be given one."""

    def __reduce__(self) -> tuple[Any, ...]:
        # There is one of each, also in another process: what hangs on the kind of server compares by identity.
        return _named, (self.name,)


# OpenAI's reasoning models, from o1 on, refuse any temperature; the last to take one are of the 4th generation.
_FOURTH_GENERATION = re.compile(r"gpt-(3\.5|4)")

# JSON_SCHEMA rather than tools: with `strict`, OpenAI guarantees the schema for both, but refusals and
# the end by length are only told apart from answers in a plain message.
OPENAI = Provider(
    name="openai",
    base_url="https://api.openai.com/v1",
    url_variable="OPENAI_BASE_URL",
    key_variable="OPENAI_API_KEY",
    needs_key=True,
    strict=True,
    tokens_field="max_completion_tokens",
    takes_temperature=_FOURTH_GENERATION,
)
AZURE = Provider(
    name="azure",
    url_variable="AZURE_OPENAI_ENDPOINT",
    key_variable="AZURE_OPENAI_API_KEY",
    needs_key=True,
    strict=True,
    tokens_field="max_completion_tokens",
    takes_temperature=_FOURTH_GENERATION,
)
# Most of the models behind it know tools; a `response_format` that one does not know is dropped silently.
OPENROUTER = Provider(
    name="openrouter",
    base_url="https://openrouter.ai/api/v1",
    key_variable="OPENROUTER_API_KEY",
    needs_key=True,
    mode="tools",
)
OLLAMA = Provider(
    name="ollama",
    base_url="http://127.0.0.1:11434/v1",
    url_variable="OLLAMA_HOST",
    key_variable="OLLAMA_API_KEY",
)
COMPATIBLE = Provider()

PROVIDERS = {provider.name: provider for provider in (OPENAI, AZURE, OPENROUTER, OLLAMA)}


def _named(name: str) -> Provider:
    return PROVIDERS.get(name, COMPATIBLE)


@dataclass(frozen=True)
class Endpoint:
    """One model at one address, and how it is asked."""

    provider: Provider
    model: str
    base_url: str
    api_key: str = field(repr=False)
    options: Options = Options()

    @property
    def host(self) -> str:
        """Host and port, without credentials or path."""
        parts = urlsplit(self.base_url)
        return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)

    @property
    def address(self) -> str:
        """The base URL without credentials and query."""
        parts = urlsplit(self.base_url)
        return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()

    @property
    def mode(self) -> str:
        """One of `MODES`."""
        return self.options.mode or self.provider.mode

    @property
    def strict(self) -> bool:
        """Whether to have the schema enforced, where it is in a form that can be."""
        return self.provider.strict and self.mode == "json_schema"

    @property
    def parameters(self) -> dict[str, Any]:
        """What is sent besides the messages and the schema."""
        sent: dict[str, Any] = {"model": self.model}
        if self.options.temperature is not None:
            sent["temperature"] = self.options.temperature
        elif self.provider.takes_temperature.search(self.model):
            sent["temperature"] = 0
        if self.options.max_output_tokens is not None:
            sent[self.provider.tokens_field] = self.options.max_output_tokens
        if self.options.extra:
            sent["extra_body"] = dict(self.options.extra)
        return sent

    @property
    def name(self) -> str:
        """What identifies model, endpoint and parameters, for the cache key and the reader."""
        prefix = f"{self.provider.name}:" if self.provider.name else ""
        shaping = {key: value for key, value in self.parameters.items() if key != "model"}
        told = "".join(f" {key}={value}" for key, value in sorted(shaping.items()))
        dated = self.options.api_version if self.provider is AZURE else None
        version = f" api_version={dated}" if dated else ""
        return f"{prefix}{self.model}@{self.address}{version} mode={self.mode}{told}"

    @property
    def limits(self) -> Limits:
        """What fits one request: as the options say, else as the model is known."""
        known = known_limits(self.model)
        asked = self.options.max_output_tokens
        return Limits(
            context=self.options.context_tokens or known.context,
            output=asked or known.output,
            reserved=asked,
            reads_schema=self.strict or self.mode != "json_schema",
        )

    @property
    def price(self) -> Price | None:
        """None where it is not known."""
        given = self.options.price
        if given is not None:
            return Price(*given)
        if self.provider is OLLAMA and not self.model.endswith("cloud"):
            return Price(0.0, 0.0)
        is_openai = self.provider is OPENAI and self.base_url == OPENAI.base_url
        return known_price(self.model) if is_openai else None
