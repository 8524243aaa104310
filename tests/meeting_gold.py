"""Documents on several meetings with what is right for them, and how a brief or a draft is held against it.

`meetings/NAME.txt` is a document; `meetings/NAME.toml` says which meetings it reports, and for every person
and subject the meetings that it belongs to. An empty list: the text tells of none, or does not tell which.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from summarizer import Brief, BriefDraft, Document, load

FOLDER = Path(__file__).parent / "meetings"

Verdict = Literal["right", "open", "wrong"]
Mode = Literal["right", "empty", "wrong"]
"""How the references of a draft to its meetings are filled."""


@dataclass(frozen=True)
class Gold:
    """One document and what is right for it."""

    name: str
    document: Document
    meetings: Mapping[str, Mapping[str, str]]
    """By id: `told`, words by which the text opens the meeting, and its `place`, `date`, `title` where it has them."""
    people: Mapping[str, list[str]]
    subjects: Mapping[str, list[str]]


@dataclass(frozen=True)
class Judged:
    """One person or subject of a brief beside its gold."""

    document: str
    words: str
    gold: frozenset[str]
    given: frozenset[str]
    """Ids of gold; a meeting of the brief that is none of gold keeps its own id."""

    @property
    def verdict(self) -> Verdict:
        if self.given == self.gold:
            return "right"
        return "wrong" if self.given else "open"


def gold() -> list[Gold]:
    """All documents of the folder, by name."""
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        told = tomllib.loads(path.read_text("utf-8"))
        found.append(
            Gold(path.stem, load(path.with_suffix(".txt")), told["meetings"], told["people"], told["subjects"])
        )
    return found


def judged(brief: Brief, one: Gold) -> Iterator[Judged]:
    """Every person and item of the brief that gold knows: by name, by its own words, else by the words it quotes."""
    ids = _same_meetings(brief, one)
    for person in brief.participants:
        name = next((name for name in one.people if name.split()[-1] == person.name.split()[-1]), None)
        if name is not None:
            yield _judged(one, name, one.people[name], person.meetings, ids)
    claims = [(item.topic, item) for item in brief.agenda_items]
    claims += [(item.action, item) for item in (*brief.commitments, *brief.follow_ups)]
    for words, item in claims:
        for said in (words, " ".join(evidence.quote for evidence in item.evidence)):
            about = [subject for subject in one.subjects if subject.lower() in " ".join(said.split()).lower()]
            if about:
                yield _judged(one, words, one.subjects[about[0]], item.meetings, ids)
                break


def _judged(one: Gold, words: str, right: list[str], given: list[str], ids: Mapping[str, str]) -> Judged:
    return Judged(one.name, words, frozenset(right), frozenset(ids.get(meeting, f"?{meeting}") for meeting in given))


def _same_meetings(brief: Brief, one: Gold) -> dict[str, str]:
    """Which meeting of the brief is which of gold: the same words, and no other place or date."""
    ids: dict[str, str] = {}
    for name, right in one.meetings.items():
        start = one.document.text.index(right["told"])
        for meeting in brief.meetings:
            told = {
                "place": meeting.place,
                "title": meeting.title,
                "date": meeting.date.words if meeting.date else None,
            }
            both = [(right[key], value) for key, value in told.items() if key in right and value]
            same = [a.lower() in b.lower() or b.lower() in a.lower() for a, b in both]
            quoted = any(e.start < start + len(right["told"]) and start < e.end for e in meeting.evidence)
            if all(same) and (same or quoted) and meeting.id not in ids:
                ids[meeting.id] = name
                break
    return ids


def draft(one: Gold, mode: Mode) -> BriefDraft:
    """A draft as a model would give it: each item quotes the line that first names it."""
    meetings = [
        {"id": name, "evidence": [_quote(one, told["told"])]} | _described(told) for name, told in one.meetings.items()
    ]
    people = [
        {"name": name, "presence": "attended" if right else "mentioned", "meetings": _references(one, right, mode)}
        | {"evidence": [_quote(one, name)]}
        for name, right in one.people.items()
    ]
    items = [
        {
            "topic": words,
            "outcome": "discussed",
            "meetings": _references(one, right, mode),
            "evidence": [_quote(one, words)],
        }
        for words, right in one.subjects.items()
    ]
    return BriefDraft.model_validate({"meetings": meetings, "participants": people, "agenda_items": items})


def _described(told: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in told.items() if key != "told"}


def _quote(one: Gold, words: str) -> dict[str, Any]:
    document = one.document
    lines = range(1, len(document.segments) + 1)
    line = next(line for line in lines if words.lower() in " ".join(document.line_text(line).split()).lower())
    return {"line": line, "quote": document.line_text(line)}


def _references(one: Gold, right: list[str], mode: Mode) -> list[str]:
    """The right ids, none, or one that is wrong; where every meeting is right there is none that is wrong."""
    if mode == "right":
        return right
    others = [name for name in one.meetings if name not in right]
    return others[:1] if mode == "wrong" else []
