"""The HTTP client: what all clients of a process share. What it breaks off is tested where the failures are named."""

import asyncio
import ssl
from pathlib import Path

import httpx2
import pytest

from summarizer.engines import bounded


def test_certificates_are_read_once_for_all_clients_and_again_where_others_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    read: list[None] = []

    def reading() -> ssl.SSLContext:
        read.append(None)
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    async def made() -> None:
        await bounded.BoundedClient().aclose()

    monkeypatch.setattr(httpx2, "create_ssl_context", reading)
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    asyncio.run(made())
    asyncio.run(made())
    assert len(read) == 1
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "own.pem"))  # as the hint says that one may
    asyncio.run(made())
    assert len(read) == 2
