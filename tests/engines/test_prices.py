"""What a model costs: from the table, as given, or not known, and never a guess."""

import re
import tomllib
from importlib.resources import files

import pytest

from summarizer.engines.connect import Options, endpoint_of
from summarizer.engines.prices import Price, known_price


def test_tokens_are_priced_by_the_million_and_cached_ones_apart():
    price = Price(2.0, 8.0, 0.5)
    assert price.of(1_000_000, 0) == 2.0
    assert price.of(0, 1_000_000) == 8.0
    assert price.of(1000, 100, 600) == pytest.approx((400 * 2 + 600 * 0.5 + 100 * 8) / 1e6)
    assert Price(2.0, 8.0).of(1000, 0, 600) == pytest.approx(1000 * 2 / 1e6)


def test_a_provider_s_batch_costs_half_and_cached_tokens_are_taken_for_others():
    assert Price(2.0, 8.0, 0.5).halved == Price(2.0, 8.0).halved == Price(1.0, 4.0)


def test_a_name_is_known_whole_with_or_without_a_date():
    assert known_price("gpt-4.1-mini") == known_price("gpt-4.1-mini-2025-04-14")
    assert known_price("gpt-4.1-mini") != known_price("gpt-4.1")
    for unknown in ("gpt-4.1-min", "gpt-4.1-mini-high", "my-gpt-5", "gpt-5-2025", ""):
        assert known_price(unknown) is None


def test_the_table_is_dated_and_each_row_makes_sense():
    text = files("summarizer.engines").joinpath("prices.toml").read_text(encoding="utf-8")
    assert re.search(r"As of 20\d\d-\d\d", text)
    rows = tomllib.loads(text)["models"]
    assert len({row["name"] for row in rows}) == len(rows)
    for row in rows:
        assert 0 < row["cached"] < row["prompt"] < row["answer"]


@pytest.mark.parametrize(
    ("model", "more", "price"),
    [
        ("openai:gpt-4.1", {}, known_price("gpt-4.1")),
        ("openai:gpt-4.1", {"options": Options(price=(1, 2))}, Price(1, 2)),
        ("openai:gpt-4.1", {"base_url": "http://127.0.0.1:1/v1"}, None),
        ("openai:gpt-99", {}, None),
        ("openrouter:gpt-4.1", {}, None),
        ("gpt-4.1", {"base_url": "http://127.0.0.1:1/v1"}, None),
        ("ollama:llama3.1:8b", {}, Price(0, 0)),
        ("ollama:big-cloud", {}, None),
    ],
)
def test_only_what_openai_itself_serves_or_nobody_charges_has_a_price_unless_it_is_given(
    model: str, more: dict, price: Price | None
):
    assert endpoint_of(model, api_key="k", **more).price == price
