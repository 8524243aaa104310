"""A small HTTP server that misbehaves on request, in place of a provider."""

import json
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeVar

from summarizer.engines.accounts import Account
from summarizer.engines.asking import OpenAICompatible
from summarizer.engines.client import Wire
from summarizer.engines.pace.pacing import Pacer
from summarizer.engines.providers import Endpoint
from summarizer.engines.sending import Sending


def adapter(endpoint: Endpoint, account: Account | None = None) -> OpenAICompatible:
    """Without retries and cache."""
    return OpenAICompatible(endpoint, Sending(Wire(endpoint, partial(Pacer, 8)), account))


def completion(
    content: str | None = None, *, call: str | None = None, finish: str = "stop", usage: Any = (100, 20), **message: Any
) -> dict[str, Any]:
    """The body of a chat completion. usage: prompt and completion tokens, or None to tell none."""
    if call is not None:
        function = {"name": "Board", "arguments": call}
        message["tool_calls"] = [{"id": "c1", "type": "function", "function": function}]
    body = {
        "id": "x",
        "object": "chat.completion",
        "created": 1,
        "model": "served-model",
        "choices": [
            {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content, **message}}
        ],
    }
    if usage is not None:
        body["usage"] = {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
    return body


def error(status: int, message: str, headers: dict[str, str] | None = None, **more: Any) -> tuple[int, Any, Any]:
    """An error as OpenAI words it."""
    return status, {"error": {"message": message, "type": None, "param": None, "code": None} | more}, headers or {}


S = TypeVar("S", bound=ThreadingHTTPServer)


class Server(ThreadingHTTPServer):
    """Answers in the order of its script, and keeps what it was asked.

    An answer is a text (the model's message), a dict (the JSON body), a triple of status, body and
    headers, or a function that gets the connection.
    """

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, handler: "type[Handler] | None" = None) -> None:
        self.asked: list[dict[str, Any]] = []
        self.paths: list[str] = []
        self.sent: list[dict[str, str]] = []
        self.answer: Callable[[dict[str, Any]], Any] = self._next
        self._script: list[Any] = []
        self._lock = threading.Lock()
        super().__init__(("127.0.0.1", 0), handler or Handler)

    def handle_error(self, *_: Any) -> None:
        """Who was killed in the middle of a request is no news."""
        if not isinstance(sys.exception(), ConnectionError):
            raise

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    @property
    def count(self) -> int:
        """Requests that came."""
        return len(self.asked)

    def script(self, *answers: Any) -> None:
        """What to answer, in order; the last one for ever."""
        self._script = list(answers)

    def _next(self, _: dict[str, Any]) -> Any:
        with self._lock:
            return self._script.pop(0) if len(self._script) > 1 else self._script[0]


@contextmanager
def serving(server: S) -> Iterator[S]:
    """The server, at work in a thread of its own."""
    with server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


class Handler(BaseHTTPRequestHandler):
    """Reads a request and sends its answer."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_POST(self) -> None:
        length = int(self.headers["content-length"])
        body = self.rfile.read(length)
        if len(body) < length:  # who asks was killed
            self.close_connection = True
            return
        asked = json.loads(body)
        self.server.asked.append(asked)
        self.server.paths.append(self.path)
        self.server.sent.append(dict(self.headers.items()))
        self.reply(self.server.answer(asked))

    def reply(self, answer: Any) -> None:
        """Send an answer as the server's script has it."""
        if isinstance(answer, str):
            answer = completion(answer)
        if callable(answer):
            answer(self.connection)
            self.close_connection = True
            return
        status, body, headers = answer if isinstance(answer, tuple) else (200, answer, {})
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        for name, value in ({"Content-Type": "application/json"} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: Any) -> None:
        pass


def hang_up(connection: socket.socket) -> None:
    """Break off without an answer."""
    connection.shutdown(socket.SHUT_RDWR)
