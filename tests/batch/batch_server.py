"""A provider with a batch API of our own: files, jobs, and answers line by line, with the faults that a test wants."""

import email
import email.policy
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from batching import answer
from faulty_server import Handler, Server, error
from typing_extensions import override

Line = dict[str, Any]


def answered(line: Line) -> Line:
    """A line of the file of answers."""
    return {"custom_id": line["custom_id"], "response": {"status_code": 200, "body": answer(line["body"])}}


def refused(line: Line, status: int, message: str) -> Line:
    """A line of the file of errors."""
    return {
        "custom_id": line["custom_id"],
        "response": {"status_code": status, "body": {"error": {"message": message}}},
    }


@dataclass
class Job:
    """One that was submitted."""

    id: str
    file: str
    tag: str
    lines: list[Line]
    status: str = "completed"
    looks: int = 0
    """How often it is still told to be in progress."""
    answers: list[Any] = field(default_factory=list)
    """Lines: objects, or text as it stands."""
    errors: list[Any] = field(default_factory=list)
    reason: str | None = None


def complete(job: Job) -> None:
    """All is answered, in another order than it was asked."""
    job.answers = [answered(line) for line in reversed(job.lines)]


class BatchServer(Server):
    """A chat API that must not be asked, and a batch API beside it."""

    def __init__(self) -> None:
        super().__init__(_Handler)
        self.script()
        self.jobs: list[Job] = []
        self.files: dict[str, bytes] = {}
        self.settle: Callable[[Job], None] = complete
        """Called with each job when it is submitted; says how it ends."""
        self.on_submit: Callable[[], Any] = lambda: None
        """Called before a job is made; what it returns is answered in its place, and the job is made all the same."""
        self.gone: tuple[str, ...] = ()
        """Jobs and files that are told not to be there."""
        self.cuts: list[int] = []
        """The bytes behind which the next downloads break off."""
        self.busy = 0
        """How many looks at a job are refused, from here on."""

    @property
    def lines(self) -> list[Line]:
        """All that was ever asked."""
        return [line for job in self.jobs for line in job.lines]

    def _next(self, _: Line) -> Any:
        return error(400, "the chat API is not to be asked")

    def submitted(self, asked: Line) -> Any:
        lines = [json.loads(line) for line in self.files[asked["input_file_id"]].splitlines()]
        job = Job(f"job-{len(self.jobs)}", asked["input_file_id"], asked["metadata"]["summarizer"], lines)
        instead = self.on_submit()
        self.jobs.append(job)
        self.settle(job)
        return instead or self.told(job)

    def told(self, job: Job) -> Line:
        found: Line = {"id": job.id, "object": "batch", "endpoint": "/v1/chat/completions", "created_at": 1}
        found |= {"completion_window": "24h", "input_file_id": job.file, "metadata": {"summarizer": job.tag}}
        found["request_counts"] = {"total": len(job.lines), "completed": len(job.answers), "failed": len(job.errors)}
        if job.looks:
            job.looks -= 1
            return found | {"status": "in_progress"}
        for kind, rows in (("output_file_id", job.answers), ("error_file_id", job.errors)):
            if rows:
                found[kind] = f"{kind}-{job.id}"
                texts = (row if isinstance(row, str) else json.dumps(row) for row in rows)
                self.files[found[kind]] = "\n".join(texts).encode()
        if job.reason:
            found["errors"] = {"object": "list", "data": [{"message": job.reason, "code": "x"}]}
        return found | {"status": job.status}


class _Handler(Handler):
    server: BatchServer

    @override
    def do_POST(self) -> None:
        if self.path == "/v1/files":
            body = self.rfile.read(int(self.headers["content-length"]))
            kind = f"Content-Type: {self.headers['content-type']}\r\n\r\n".encode()
            parts = email.message_from_bytes(kind + body, policy=email.policy.HTTP).iter_parts()
            content = next(part.get_payload(decode=True) for part in parts if part.get_filename())
            own = f"file-{len(self.server.files)}"
            self.server.files[own] = content
            file = {"id": own, "object": "file", "bytes": len(content), "created_at": 1, "filename": "x.jsonl"}
            self.reply(file | {"purpose": "batch", "status": "processed"})
        elif self.path == "/v1/batches":
            asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
            self.reply(self.server.submitted(asked))
        else:
            super().do_POST()

    @override
    def do_GET(self) -> None:
        path = self.path.partition("?")[0].removeprefix("/v1")
        if path.split("/")[2:] and path.split("/")[2] in self.server.gone:
            self.reply(error(404, "there is none with this id"))
        elif path == "/batches":
            jobs = [self.server.told(job) for job in reversed(self.server.jobs)]
            self.reply({"object": "list", "data": jobs, "has_more": False})
        elif path.startswith("/batches/") and self.server.busy:
            self.server.busy -= 1
            self.reply(error(503, "closed", {"retry-after-ms": "1"}))
        elif path.startswith("/batches/"):
            self.reply(self.server.told(next(job for job in self.server.jobs if job.id == path.split("/")[2])))
        else:
            content, cuts = self.server.files[path.split("/")[2]], self.server.cuts
            head = (
                f"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: {len(content)}\r\n\r\n"
            )
            self.close_connection = bool(cuts)
            self.wfile.write(head.encode() + content[: cuts.pop(0) if cuts else None])
