"""Items that are true of their documents, each with the words that bear it.

From the project's recorded briefs, and from gold and plain wordings in public meeting records: lines
that are marked as resolutions and actions, people with their roles, promises in the first person
("I'll send ..."), sentences of a plain form ("France agreed to ...", "the minister said Libya would ...").
Nothing here asks the checks themselves: what is true is known from gold or from the form of the sentence.
"""

import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click
from recorded import recordings

from summarizer import Brief, Document, Strength, load

Claim = dict[str, Any]
FILES = ("w3c_scribejs", "w3c_orgs", "ethereum", "qmsum", "electron", "nodejs", "whreadouts", "frus")
MOST = {"participants": 1, "decisions": 1, "follow_ups": 2, "commitments": 6, "agenda_items": 2}  # of one record
MADE_WRONG = ("bad_answer_that_obeys", "bad_answer_with_invented")  # recordings that are false on purpose
GENRES = {"prose": "readout", "notes": "minutes"}

_SIDE = (
    r"(?:(?:The|Mr\.|Ambassador|President|Secretary|Minister|Prime|Foreign|Vice) )*[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}"
)
_EMPTY = r"(?!It |This |That |There |These |Those |We |You |What |Which |If |As |In |On |And |But |So |Or )"
_PRONOUNS = ("He", "She", "They")
_FIRMNESS = {
    "agreed to": Strength.AGREED,
    "undertook to": Strength.UNDERTOOK,
    "promised to": Strength.UNDERTOOK,
    "pledged to": Strength.UNDERTOOK,
    "committed to": Strength.UNDERTOOK,
    "plans to": Strength.INTENDS,
    "intends to": Strength.INTENDS,
    "refused to": Strength.DENIED,
    "would not": Strength.DENIED,
    "will not": Strength.DENIED,
    "will": Strength.INTENDS,
    "would": Strength.INTENDS,
    "proposed": Strength.PROPOSED,
    "urged": Strength.PROPOSED,
    "suggested": Strength.PROPOSED,
    "discussed": Strength.DISCUSSED,
    "explored": Strength.EXPLORED,
}
_WORDS = "|".join(_FIRMNESS)
_OWN = re.compile(
    r"^(?:And |So |Okay,? |Yeah,? |OK,? )?(?:I'll|I will) (?P<rest>(?!be |have |say|just|see|let|try|think|admit|assume|guess|mention|"
    r"repeat|stop|start|pass|leave|hand|turn|go |not |never |defer|speak|ask|give|stay|tell|wait|skip|read|need|move on|that |this |find |enjoy |agree|support)[a-z]+ [^,;?]{15,120})[.!]$"
)
_SIDES = re.compile(rf"^{_EMPTY}(?P<by>{_SIDE}) (?P<words>{_WORDS}) (?P<rest>[a-z][^;:?]{{15,160}})\.$")
_SAID = re.compile(
    rf"^{_EMPTY}(?P<source>{_SIDE}) (?:said|stated|replied|added|explained|announced) (?:that )?(?P<by>(?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}}) "
    r"(?P<words>would not|will not|would|will) (?P<rest>(?!be |have |also |like |need |cause |help |allow |see |get |find |enjoy |probably )[a-z][^;:?]{15,160})\.$"
)
_CONDITION = re.compile(r",? ?\b(?P<condition>(?:if|unless|provided that|subject to|on condition that|as long as) .+)$")
_MARKED = (
    re.compile(r"Resolution #\d+: (?P<text>.+)$"),
    re.compile(r"DECISIONS? [\d.]+[:.] (?P<text>.+)$"),
    re.compile(r"Action #\d+: (?P<text>.*?)\s*\((?P<owner>[^()]+)\)$"),
    re.compile(r"(?:ACTION|Action|Action Item|AI)(?: [\d.]+)?: (?P<owner>@?[A-Z]\w+(?: [A-Z]\w+)?) (?:to|will) (?P<text>.+)$"),
    re.compile(r"(?P<owner>@\w+) to (?P<text>.+)$"),
)  # fmt: skip


class True_(NamedTuple):  # noqa: N801 - `True` is taken
    """A true claim, with its place in a draft."""

    origin: str
    genre: str
    """transcript, minutes or readout."""
    document: Document
    kind: str
    claim: Claim
    parent: Claim | None = None
    """For a decision, the agenda item that it belongs to."""

    @property
    def main(self) -> str:
        """The field that says what is done, or whom the claim names."""
        return next(name for name in ("action", "text", "topic", "name") if name in self.claim)

    @property
    def text(self) -> str:
        """What that field says."""
        return str(self.claim[self.main])

    @property
    def words(self) -> str:
        """The quoted lines, each with its speaker."""
        document = self.document
        return "\n".join(f"{document.segment(line).speaker or ''} {document.line_text(line)}" for line in self.lines)

    @property
    def lines(self) -> list[int]:
        """The lines that it quotes."""
        return [quote["line"] for quote in self.claim["evidence"]]


def true_items(folder: Path, chance: random.Random) -> list[True_]:
    """All of them. Errors: `ClickException` where the records are missing."""
    items, texts = list(_recorded()), set[str]()
    for name in FILES:
        path = folder / f"{name}.jsonl.gz"
        if not path.is_file():
            raise click.ClickException(f"{path} is missing: --data takes the folder with {', '.join(FILES)} .jsonl.gz")
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [row for row in map(json.loads, lines) if row["variant"] != "hard"]
        for row in rows:
            document = load(row["text"], date=row["date"])
            told = _of(name, GENRES.get(row["kind"], row["kind"]), row["gold"], document)
            found = [one for one in told if not (one.text in texts or texts.add(one.text))]
            for kind, most in MOST.items():
                some = [one for one in found if one.kind == kind]
                items.extend(chance.sample(some, min(most, len(some))))
    return items


def _recorded() -> Iterator[True_]:
    for recorded in recordings():
        if recorded.schema is not Brief or recorded.name.startswith(MADE_WRONG):
            continue
        answer, genre = json.loads(recorded.answer), GENRES.get(recorded.document.kind, recorded.document.kind)
        for kind in ("participants", "agenda_items", "commitments", "follow_ups"):
            for claim in answer.get(kind, ()):
                claim["meetings"] = []
                yield True_("recorded", genre, recorded.document, kind, claim)
                for decision in claim.get("decisions", ()):
                    yield True_("recorded", genre, recorded.document, "decisions", decision, claim)


def _of(name: str, genre: str, gold: dict[str, Any], document: Document) -> Iterator[True_]:
    for number in range(1, len(document.segments) + 1):
        text = document.line_text(number).replace("’", "'")
        speaker = document.segment(number).speaker
        quotes = [{"line": number, "quote": document.line_text(number)}]
        made = _marked(text, gold) or (_own(text, speaker) if speaker else _said(text) or _sided(text))
        if made:
            kind, claim = made
            parent = {"topic": claim["text"], "outcome": "decided", "evidence": quotes} if kind == "decisions" else None
            yield True_(name, genre, document, kind, claim | {"evidence": quotes}, parent)
    yield from _people(name, genre, gold, document)


def _marked(text: str, gold: dict[str, Any]) -> tuple[str, Claim] | None:
    """A line that its writer marked as a resolution or an action."""
    for pattern in _MARKED:
        match = pattern.match(text)
        if match is None or len(match["text"].split()) < 3:
            continue
        if "owner" not in pattern.groupindex:
            decided = any(match["text"][:30] in one for one in gold["decisions"])
            return ("decisions", {"text": match["text"]}) if decided else None
        owner = match["owner"].strip("@ ")
        if owner.lower() in ("all", "group", "everyone"):
            return None
        claim = {"action": match["text"], "owner": owner, "owner_basis": "assigned", "strength": "intends"}
        return "follow_ups", _conditional(claim)
    return None


def _own(text: str, speaker: str) -> tuple[str, Claim] | None:
    """ "I'll send the notes": a promise of the one who speaks."""
    match = _OWN.match(text)
    return (
        ("commitments", _conditional({"action": match["rest"], "by": speaker, "strength": "intends"}))
        if match
        else None
    )


def _said(text: str) -> tuple[str, Claim] | None:
    """ "The minister said Libya would ...": one party speaks of another."""
    match = _SAID.match(text)
    if match is None:
        return None
    claim = {"action": match["rest"], "by": match["by"], "said_by": match["source"]}
    return "commitments", _conditional(claim | {"strength": _FIRMNESS[match["words"]].value})


def _sided(text: str) -> tuple[str, Claim] | None:
    """ "France agreed to ...", "The ministers discussed ..."."""
    match = _SIDES.match(text)
    if match is None or match["by"] == "The":  # "The proposed changes"
        return None
    if match["by"] in _PRONOUNS and match["words"] in ("will", "would"):
        return None
    if match["words"] == "would" and not _CONDITION.search(match["rest"]):  # without "said" it promises nothing
        return None
    strength = _FIRMNESS[match["words"]]
    if match["words"] in ("will", "would") and re.match(
        r"(?:be|have|need|cause|help|allow|see|get|find|enjoy|probably|also|always)\b", match["rest"]
    ):
        return None
    if not strength.binds:
        return "agenda_items", {"topic": match["rest"], "outcome": "discussed", "strength": strength.value}
    return "commitments", _conditional({"action": match["rest"], "by": match["by"], "strength": strength.value})


def _conditional(claim: Claim) -> Claim:
    """The claim with the condition and the recipient that its words name."""
    match = _CONDITION.search(claim["action"])
    if match and match.start():
        claim = claim | {"action": claim["action"][: match.start()]}
        claim["strength"] = claim["strength"] if claim["strength"] == "denied" else "conditional"
        if "by" in claim:
            claim["condition"] = match["condition"]
    if "by" in claim and (recipient := re.search(r"\bto ((?:the )?[A-Z][a-z]+)\b", claim["action"])):
        claim = claim | {"to": recipient[1]}
    return claim


def _people(name: str, genre: str, gold: dict[str, Any], document: Document) -> Iterator[True_]:
    """People whose name, role and organisation stand on one line."""
    for person in gold["participants"]:
        told = [person["name"], *(person[key] for key in ("role", "organization") if person.get(key))]
        if person.get("name_is_role") or len(person["name"].split()) < 2 or len(told) < 2:
            continue
        for number in range(1, len(document.segments) + 1):
            text = document.line_text(number)
            if all(one in text for one in told):
                claim = {key: person[key] for key in ("name", "role", "organization") if person.get(key)}
                quotes = [{"line": number, "quote": text}]
                yield True_(name, genre, document, "participants", claim | {"presence": "attended", "evidence": quotes})
                break
