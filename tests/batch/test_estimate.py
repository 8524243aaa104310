"""What a batch would take: told without sending or writing anything, and near what a run takes."""

import re
from pathlib import Path
from typing import Any

import pytest
from batching import answer, asking, batch, manifest, text, write_documents
from faulty_server import Server, completion

from summarizer.engines import room
from summarizer.windows import MOST


def told(output: str, label: str) -> float:
    """The first number after a label."""
    found = re.search(rf"^{label}\D*([\d,.]*\d)", output, re.MULTILINE)
    assert found, output
    return float(found[1].replace(",", ""))


def test_nothing_is_sent_and_nothing_is_written(tmp_path: Path, server: Server):
    docs = write_documents(tmp_path / "docs", [1, 2])
    (docs / "empty.txt").write_text("")
    result = batch(docs, "-o", tmp_path / "out", *asking(server), "--dry-run")
    assert result.exit_code == 0
    assert server.count == 0
    assert not (tmp_path / "out").exists()
    assert told(result.output, "documents") == 3
    assert "of which 1 cannot be read" in result.output
    assert told(result.output, "requests") == 2


def test_a_run_then_asks_as_often_and_about_as_much(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(room, "_told", {})

    def honest(asked: dict[str, Any]) -> dict[str, Any]:
        words = len(str(asked["messages"]).split())
        return completion('{"commitments": []}', usage=(round(1.3 * words), 10))

    server.answer = honest
    docs = write_documents(tmp_path / "docs", [1, 2, 3])
    (docs / "long.txt").write_text(text(4) + f"{'The old road to the mill is long. ' * 40}\n\n" * (MOST // 350))
    estimated = batch(docs, "-o", tmp_path / "out", *asking(server), "--dry-run").output
    assert batch(docs, "-o", tmp_path / "out", *asking(server)).exit_code in (0, 3)
    assert told(estimated, "requests") == server.count > 4
    words = sum(len(str(each["messages"]).split()) for each in server.asked)
    assert words < told(estimated, "prompt tokens") < 3 * words
    tokens = told(estimated, "prompt tokens") * 1 + told(estimated, "answer tokens") * 10
    assert told(estimated, "cost") == pytest.approx(tokens / 1e6, abs=0.006)
    assert manifest(tmp_path / "out")["usage"]["requests"] == server.count


def test_what_is_done_is_told_to_be_in_it(tmp_path: Path, server: Server):
    server.answer = answer
    docs, out = write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    assert "also those that are done" not in batch(docs, "-o", out, *asking(server), "--dry-run").output
    batch(docs, "-o", out, *asking(server))
    before = sorted((path.name, path.stat().st_mtime_ns) for path in out.iterdir())
    assert "also those that are done" in batch(docs, "-o", out, *asking(server), "--dry-run").output
    assert "also for those" not in batch(docs, "-o", out, *asking(server), "--dry-run", "--fresh").output
    assert sorted((path.name, path.stat().st_mtime_ns) for path in out.iterdir()) == before


def test_the_cost_through_the_provider_s_batch_is_half(tmp_path: Path, server: Server):
    docs = write_documents(tmp_path / "docs", range(1, 30))
    whole = batch(docs, "-o", tmp_path / "out", *asking(server), "--dry-run").output
    half = batch(docs, "-o", tmp_path / "out", *asking(server), "--dry-run", "--provider-batch").output
    assert told(half, "cost") == pytest.approx(told(whole, "cost") / 2, abs=0.011)
    assert told(half, "requests") == told(whole, "requests") == 29


def test_a_price_that_is_not_known_makes_no_cost(tmp_path: Path, server: Server):
    docs = write_documents(tmp_path / "docs", [1])
    result = batch(docs, "-o", tmp_path / "out", "--model", "m", "--base-url", server.url, "--dry-run")
    assert "cost           not known" in result.output


def test_the_rules_cost_nothing_and_have_nothing_to_estimate(tmp_path: Path):
    result = batch(write_documents(tmp_path / "docs", [1]), "-o", tmp_path / "out", "--dry-run")
    assert result.exit_code == 2
    assert "--dry-run needs --model" in result.output


def test_nothing_is_sent_so_no_key_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("OPENAI_API_KEY", "SUMMARIZER_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    docs = write_documents(tmp_path / "docs", [1])
    given = docs, "-o", tmp_path / "out", "--model", "openai:gpt-4o-mini"
    for more in ([], ["--provider-batch"]):
        result = batch(*given, "--dry-run", *more)
        assert result.exit_code == 0, result.output
        assert told(result.output, "requests") == 1
    assert "OPENAI_API_KEY" in batch(*given).output


def test_what_is_named_twice_is_counted_once(tmp_path: Path, server: Server):
    docs = write_documents(tmp_path / "docs", [1, 2])
    result = batch(docs, docs / "mill-01.txt", "-o", tmp_path / "out", *asking(server), "--dry-run")
    assert told(result.output, "requests") == told(result.output, "documents") == 2
