"""What the ledger keeps of each answer, and of each request that waits for one in a job of the provider."""

import sqlite3
import zlib
from typing import Any

from ...engines.accounts import Kept
from ...llm import Usage, usage_of_requests

LEVEL = 3  # of compression: half the time of the usual one, for a seventh more on disk
TABLES = """
CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY, document TEXT NOT NULL, answer BLOB NOT NULL, prompt_tokens INTEGER NOT NULL,
    completion_tokens INTEGER NOT NULL, cost REAL, void INTEGER NOT NULL DEFAULT 0, requests INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS requests (
    key TEXT PRIMARY KEY, document TEXT NOT NULL, body BLOB NOT NULL, tag TEXT, tries INTEGER NOT NULL DEFAULT 0,
    fault TEXT, is_refused INTEGER NOT NULL DEFAULT 0, refused INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS jobs (tag TEXT PRIMARY KEY, id TEXT, open INTEGER NOT NULL DEFAULT 1);
"""
"""`requests.tries`: jobs that it was in; `refused`: those that answered it with an error; `is_refused`: whether the one that
it is in has done so. `answers.requests`: how often an answer was asked for, until it came."""

OF = "SELECT answer, document, requests FROM answers WHERE key = ? AND NOT void"
LEFT = "SELECT COUNT(*), COALESCE(SUM(answers.requests), 0) FROM documents JOIN answers ON document = id WHERE state = 'new'"
_REFUSED = "SELECT refused FROM requests WHERE key = ?"
_KEEP = """
INSERT INTO answers (key, document, answer, prompt_tokens, completion_tokens, cost, requests) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET answer = excluded.answer, void = 0, document = excluded.document,
    prompt_tokens = prompt_tokens + excluded.prompt_tokens,
    completion_tokens = completion_tokens + excluded.completion_tokens, cost = cost + excluded.cost,
    requests = excluded.requests WHERE void
"""


def keep(database: sqlite3.Connection, key: str, document: str, answer: str, usage: Usage) -> None:
    """As `Ledger.put`."""
    refused = (database.execute(_REFUSED, (key,)).fetchone() or (0,))[0]
    paid = usage.prompt_tokens, usage.completion_tokens, usage.cost
    database.execute(_KEEP, (key, document, zlib.compress(answer.encode(), LEVEL), *paid, refused + 1))
    database.execute("DELETE FROM requests WHERE key = ?", (key,))


def kept(row: Any, document: str) -> Kept:
    """The answer in a row of the query `OF`, as that document sees it."""
    answer, own, requests = row
    return Kept(zlib.decompress(answer).decode(), own == document, usage_of_requests(requests))
