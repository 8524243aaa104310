"""The table of contexts: names as the servers write them, and the options that go before it."""

import tomllib
from importlib.resources import files

import pytest

from summarizer.engines.contexts import known_limits
from summarizer.engines.providers import AZURE, COMPATIBLE, OLLAMA, OPENAI, Endpoint, Options, Provider
from summarizer.llm import Limits


@pytest.mark.parametrize(
    ("model", "context", "output"),
    [
        ("gpt-5-mini", 272_000, 128_000),
        ("gpt-5.1-chat-latest", 128_000, 16_384),
        ("gpt-4o-mini-2024-07-18", 128_000, 16_384),
        ("gpt-4", 8_192, 4_096),
        ("gpt-4-turbo", 128_000, 4_096),
        ("gpt-4.1-nano", 1_047_576, 32_768),
        ("o3-mini", 200_000, 100_000),
        ("openai/gpt-oss-20b", 131_072, 32_768),
        ("anthropic/claude-3.5-haiku", 200_000, 8_192),
        ("claude-sonnet-4-5@20250929", 200_000, 32_000),
        ("google/gemini-2.5-flash", 1_048_576, 65_535),
        ("gemma2:9b", 8_192, 8_192),
        ("meta-llama/Meta-Llama-3-8B-Instruct", 8_192, 8_192),
        ("meta-llama/Llama-3.1-8B-Instruct", 131_072, 16_384),
        ("llama3:70b", 8_192, 8_192),
        ("llama3.1:8b", 131_072, 16_384),
        ("llama2", 4_096, 4_096),
        ("mistralai/Mistral-7B-Instruct-v0.3", 32_768, 32_768),
        ("mistral-large-2411", 128_000, 32_768),
        ("Qwen/Qwen2.5-7B-Instruct", 32_768, 8_192),
        ("qwen3:8b", 40_960, 32_768),
        ("deepseek-chat", 65_536, 8_192),
        ("phi4", 16_384, 16_384),
    ],
)
def test_a_model_is_known_by_its_name_whoever_serves_it(model: str, context: int, output: int):
    assert known_limits(model) == Limits(context, output)


@pytest.mark.parametrize("model", ["relay", "my-deployment", "turbo4", "piloto3", "xgpt-5"])
def test_a_model_of_another_name_has_the_limits_of_an_unknown_one(model: str):
    assert known_limits(model) == Limits()


def test_every_row_of_the_table_says_what_can_be():
    rows = tomllib.loads(files("summarizer.engines").joinpath("contexts.toml").read_text())["models"]
    assert len(rows) > 30
    assert all(set(row) == {"name", "context", "output"} for row in rows)
    assert all(1_000 < row["output"] <= row["context"] for row in rows)


def limits(provider: Provider = COMPATIBLE, model: str = "gpt-4", **options: object) -> Limits:
    return Endpoint(provider, model, "http://127.0.0.1:1/v1", "k", Options(**options)).limits  # type: ignore[arg-type]


def test_options_go_before_the_table():
    assert limits(context_tokens=32_000).context == 32_000
    asked = limits(max_output_tokens=1_000)
    assert (asked.context, asked.output, asked.reserved) == (8_192, 1_000, 1_000)
    assert limits().reserved is None


@pytest.mark.parametrize(
    ("provider", "mode", "read"),
    [
        (COMPATIBLE, None, False),
        (OLLAMA, None, False),
        (OPENAI, None, True),
        (AZURE, None, True),
        (COMPATIBLE, "json", True),
        (OPENAI, "tools", True),
    ],
)
def test_a_schema_counts_as_prompt_where_the_model_reads_it(provider: Provider, mode: str | None, read: bool):
    assert limits(provider, mode=mode).reads_schema is read
