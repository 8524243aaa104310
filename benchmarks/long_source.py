"""A long transcript made of a small grammar, and a server that answers for its windows as an honest model would.

The server runs as a process of its own, so that its work is not counted with the client's:
`python benchmarks/long_source.py` prints its port and serves until its input closes.
"""

import json
import random
import re
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SPEAKERS = [
    f"{first} {last}"
    for first, last in zip(
        "Maeve Tunde Priya Owen Ruth Luis Ingrid Kofi Nadia Marco Lena Henk Rosa Amina Björn Chiara Dmitri Esther Farid Gwen Hana Ivo Jonas Katya".split(),
        "Corrigan Adeyemi Raman Slater Bannerman Ferrer Aasland Mensah Haddad Bellini Fischer Visser Delgado Diallo Sandberg Conti Orlov Grant Nazari Pryce Novak Petrov Keller Volkova".split(),
        strict=True,
    )
]  # fmt: skip
PLACES = [f"the {side} {place}" for place in "pier quay yard depot lock ferry crane slipway warehouse canteen".split() for side in "north south east west upper lower old new".split()]  # fmt: skip
PAPERS = [f"the {kind} {paper}" for paper in "report survey tender contract estimate drawings permit invoice".split() for kind in "cost safety noise traffic dredging lighting drainage insurance".split()]  # fmt: skip
DAYS = "Monday Tuesday Wednesday Thursday Friday".split()
FILLERS = (
    "Well, {place} has been like that for {number} years, and nobody on this board has ever complained.",
    "The contractor told me that {paper} for {place} came to about {number} thousand, which surprised me a little.",
    "I think the people near {place} see it differently from us.",
    "Last winter the water stood {number} centimetres deep at {place}.",
    "Could somebody explain to me why {paper} says {number} and not more?",
    "Yes, that was my impression too when I walked past {place}.",
    "We discussed {paper} with the city in the spring, and they had questions about {place}.",
    "It would be nice if {place} were open for the summer season.",
)
KINDS = {
    "topic": ("Let us turn to {paper} for {place}.", 22),
    "promise": ("I will send {paper} for {place} to the office by {day}.", 26),
    "decision": ("We agreed to repair {place} for {number} thousand.", 45),
    "task": ("{name}, can you check {paper} for {place} before {day}?", 40),
    "refusal": ("We will not pay for {paper} of {place}.", 90),
}
"""What a model would report, each about once in so many lines."""
_AS_REPORTED = {
    kind: re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(form)) + "$") for kind, (form, _) in KINDS.items()
}  # fmt: skip
_LINE = re.compile(r"^\[(\d+)\] (?:([^:\[\]]{3,40}): )?(.*)$", re.MULTILINE)


def transcript(characters: int) -> str:
    """Turns of many speakers, always the same, of at least so many characters."""
    chance = random.Random(7)
    turns: list[str] = []
    length = 0
    while length < characters:
        said = " ".join(_sentences(chance, chance.randint(1, 6)))
        turns.append(f"{chance.choice(SPEAKERS)}: {said}")
        length += len(turns[-1]) + 2
    return "\n\n".join(turns) + "\n"


def _sentences(chance: random.Random, count: int) -> Iterator[str]:
    for _ in range(count):
        form = next((form for form, every in KINDS.values() if chance.random() * every < 1), None)
        yield (form or chance.choice(FILLERS)).format(
            place=chance.choice(PLACES),
            paper=chance.choice(PAPERS),
            day=chance.choice(DAYS),
            name=chance.choice(SPEAKERS).split()[0],
            number=chance.randint(3, 980),
        )


def answer(prompt: str) -> dict[str, Any]:
    """The draft that an honest model gives for the lines of this prompt: each item quotes a line of it."""
    draft: dict[str, list[dict[str, Any]]] = {
        key: [] for key in ("meetings", "participants", "agenda_items", "commitments", "follow_ups")
    }
    seen: set[str] = set()
    speaker: str | None = None
    for number, label, words in _LINE.findall(prompt.partition("<record>\n")[2].partition("\n</record>")[0]):
        speaker = label or speaker
        evidence = [{"line": int(number), "quote": words}]
        if speaker and speaker not in seen:
            seen.add(speaker)
            draft["participants"].append({"name": speaker, "presence": "attended", "evidence": evidence})
        for kind, pattern in _AS_REPORTED.items():
            if found := pattern.match(words):
                _report(draft, kind, found.groupdict(), words, evidence)
    return draft


def _report(draft: dict[str, Any], kind: str, said: dict[str, str], words: str, evidence: list[dict[str, Any]]) -> None:
    if kind == "topic":
        topic = f"{said['paper']} for {said['place']}"
        item = {"topic": topic, "summary": words, "outcome": "discussed", "strength": "mentioned", "evidence": evidence}
        draft["agenda_items"].append(item)
    elif kind == "decision":
        text = f"repair {said['place']} for {said['number']} thousand"
        decision = {"text": text, "evidence": evidence}
        item = {"topic": f"repair {said['place']}", "outcome": "decided", "strength": "agreed", "decisions": [decision]}
        draft["agenda_items"].append(item | {"evidence": evidence})
    elif kind == "task":
        action = f"check {said['paper']} for {said['place']}"
        task = {"action": action, "owner": said["name"], "owner_basis": "assigned", "due": f"before {said['day']}"}
        draft["follow_ups"].append(task | {"strength": "proposed", "evidence": evidence})
    else:
        action = f"send {said['paper']} for {said['place']} to the office" if kind == "promise" else words
        due = f"by {said['day']}" if kind == "promise" else None
        strength = "intends" if kind == "promise" else "denied"
        draft["commitments"].append({"action": action, "strength": strength, "due": due, "evidence": evidence})


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        prompt = asked["messages"][-1]["content"]
        content = json.dumps(answer(prompt), ensure_ascii=False)
        read = sum(len(message["content"]) for message in asked["messages"]) // 4
        data = json.dumps(
            {
                "id": "long",
                "object": "chat.completion",
                "created": 1,
                "model": asked["model"],
                "choices": [
                    {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}
                ],
                "usage": {
                    "prompt_tokens": read,
                    "completion_tokens": len(content) // 4,
                    "total_tokens": read + len(content) // 4,
                },
            }
        ).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: Any) -> None:
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()
