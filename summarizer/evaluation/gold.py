"""The gold: what a brief of a document should hold, as careful readers wrote it down."""

import datetime
import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from ..batch.inputs.entry import Entry
from ..errors import SettingsError
from ..files import from_yaml
from ..schemas import Outcome, OwnerBasis, Presence, Strength

LISTS = ("participants", "agenda_items", "decisions", "commitments", "follow_ups")
"""The lists of a brief that gold may hold; decisions stand below agenda items there."""
POOLED = "commitments_or_actions"
"""A list of gold that does not tell commitments from follow-ups."""

Text = Annotated[str, BeforeValidator(lambda value: str(value) if isinstance(value, datetime.date | int) else value)]
Texts = Annotated[list[Text], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)]


class _Gold(BaseModel):
    model_config = ConfigDict(extra="forbid")

    meetings: Texts = Field(default_factory=list)
    quote: Texts = Field(default_factory=list, description="Of the document, letter for letter.")
    note: Text | None = None


class GoldMeeting(_Gold):
    """One meeting of the document."""

    id: Text
    title: Text | None = None
    place: Text | None = None
    date: Text | None = None


class GoldPerson(_Gold):
    """A person who was there, or is named."""

    name: Text
    aliases: Texts = Field(default_factory=list)
    role: Text | None = None
    organization: Text | None = None
    delegation: Text | None = None
    presence: Presence | None = None
    name_is_role: bool = False
    name_is_pseudonym: bool = False


class GoldTopic(_Gold):
    """A subject that was taken up."""

    topic: Text
    outcome: Outcome | None = None


class GoldDecision(_Gold):
    """Something that was decided."""

    text: Text


class GoldAct(_Gold):
    """What is common to commitments and follow-ups."""

    action: Text
    strength: Strength | None = None
    due: Text | None = None
    due_end: datetime.date | None = None


class GoldCommitment(GoldAct):
    """A party is bound."""

    by: Text | None = None
    to: Text | None = None
    condition: Text | None = None
    said_by: Text | None = None


class GoldFollowUp(GoldAct):
    """A next step."""

    owner: Text | None = None
    owner_basis: OwnerBasis | None = None


class GoldLists(BaseModel):
    """What is in a document. A list that is left out was not looked for; an empty one says that there is none."""

    model_config = ConfigDict(extra="forbid")

    meetings: list[GoldMeeting] | None = None
    participants: list[GoldPerson] | None = None
    agenda_items: list[GoldTopic] | None = None
    decisions: list[GoldDecision] | None = None
    commitments: list[GoldCommitment] | None = None
    follow_ups: list[GoldFollowUp] | None = None
    commitments_or_actions: list[GoldFollowUp] | None = None


class _Record(BaseModel):
    """A record in YAML."""

    model_config = ConfigDict(extra="forbid")

    id: Text
    file: str
    kind: Text | None = None
    language: Text | None = None
    domain: Text | None = None
    series: Text | None = None
    variant: Text | None = None
    date: Text | None = None
    gold: GoldLists
    optional: GoldLists = Field(default_factory=GoldLists)
    parties: list[Texts] = Field(
        default_factory=list, description="Of each party that has several, the names by which the document calls it."
    )
    gold_is_exhaustive: dict[str, bool] = Field(default_factory=dict)
    note: Text | None = None


@dataclass(frozen=True)
class Case:
    """One document with its gold."""

    id: str
    entry: Entry
    gold: GoldLists
    optional: GoldLists
    about: Mapping[str, str] = field(default_factory=dict)
    """What documents can be grouped by: kind, language, domain, series, variant, source."""
    parties: Sequence[Sequence[str]] = ()
    """Names of one and the same party, by which the document calls it."""
    partial: frozenset[str] = frozenset()
    """Lists that hold only some of what there is: of them, only recall means anything."""

    @property
    def lists_attendees_only(self) -> bool:
        """Whether people who are merely named were left out of the gold."""
        people = self.gold.participants or []
        return not any(person.presence for person in people) and POOLED in self.gold.model_fields_set


def read_gold(path: Path, documents: Path | None = None) -> list[Case]:
    """The cases of a file of JSON lines, of a folder of such files, or of a folder of YAML records beside documents.

    documents: the folder that holds the documents of YAML records, where they do not lie beside them.

    Errors: `SettingsError`, which says where.
    """
    if not path.exists():
        raise SettingsError(f"there is no gold {path}", hint="check the path")
    cases = list(
        _in_folder(path, documents)
        if path.is_dir()
        else _in_lines(path)
        if _is_lines(path)
        else [_in_yaml(path, documents)]
    )
    if not cases:
        raise SettingsError(f"{path} holds no gold", hint="name JSON lines, or a folder of NAME.yaml beside documents")
    seen: dict[str, Case] = {}
    for case in cases:
        if case.id in seen:
            raise SettingsError(f"the id {case.id} occurs twice in {path}", hint="give each document an id of its own")
        seen[case.id] = case
    return cases


def _in_folder(folder: Path, documents: Path | None) -> Iterator[Case]:
    for path in sorted(folder.iterdir()):
        if _is_lines(path):
            yield from _in_lines(path)
        elif path.suffix in (".yaml", ".yml") and not path.name.startswith("."):
            yield _in_yaml(path, documents)


def _is_lines(path: Path) -> bool:
    return path.name.endswith((".jsonl", ".jsonl.gz"))


def _in_yaml(path: Path, documents: Path | None) -> Case:
    try:
        record = _Record.model_validate(from_yaml(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingsError(f"{path} cannot be read: {error}", hint="correct the file") from error
    except ValidationError as error:
        raise _faulty(str(path), error) from error
    document = (documents or path.parent) / record.file
    if not document.is_file():
        raise SettingsError(
            f"{path} names {record.file}, which is not there",
            hint="correct `file`: it is relative to the folder of the record",
        )
    about = {
        key: value for key in ("kind", "language", "domain", "series", "variant") if (value := getattr(record, key))
    }
    partial = frozenset(name for name, is_whole in record.gold_is_exhaustive.items() if not is_whole)
    _check_meetings(record, path)
    return Case(
        record.id, Entry(record.id, str(path), document), record.gold, record.optional, about, record.parties, partial
    )


def _check_meetings(record: _Record, path: Path) -> None:
    known = {meeting.id for meeting in record.gold.meetings or ()}
    for lists in (record.gold, record.optional):
        for name in LISTS:
            for number, item in enumerate(getattr(lists, name) or (), 1):
                if unknown := set(item.meetings) - known:
                    raise SettingsError(
                        f"{path}: {name} {number} names the meeting {min(unknown)}, which is not listed",
                        hint="list it under `meetings`",
                    )


def _in_lines(path: Path) -> Iterator[Case]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield _of_line(line, f"{path}, line {number}")


def _of_line(line: str, where: str) -> Case:
    try:
        record = json.loads(line)
        own, text = str(record["id"]), str(record["text"])
        gold, optional = _lists(record["gold"]), _lists(record.get("gold_optional") or {})
    except ValidationError as error:
        raise _faulty(where, error) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SettingsError(f"{where} is no record of gold: {error!r}", hint="it needs id, text and gold") from error
    about = {key: str(record[key]) for key in ("kind", "language", "domain", "series", "variant") if record.get(key)}
    about["source"] = own.partition("/")[0]
    partial = frozenset(name for name, is_whole in (record.get("gold_is_exhaustive") or {}).items() if not is_whole)
    entry = Entry(own, where, text.encode("utf-8", "replace"), record.get("date") or None)
    return Case(own, entry, gold, optional, about, partial=partial)


def _lists(found: Mapping[str, Iterable[Any]]) -> GoldLists:
    """The lists of a JSON record, whose items may be mere texts; what is not scored is left out."""
    made: dict[str, list[dict[str, Any]]] = {}
    for name, (form, main) in _FORMS.items():
        if found.get(name) is not None:
            items = (item if isinstance(item, dict) else {main: item} for item in found[name])
            renamed = ({_RENAMED.get(key, key): value for key, value in item.items()} for item in items)
            made[name] = [{key: value for key, value in item.items() if key in form.model_fields} for item in renamed]
    return GoldLists.model_validate(made)


_RENAMED = {"task": "action"}
_FORMS: dict[str, tuple[type[_Gold], str]] = {
    "meetings": (GoldMeeting, "id"),
    "participants": (GoldPerson, "name"),
    "agenda_items": (GoldTopic, "topic"),
    "decisions": (GoldDecision, "text"),
    "commitments": (GoldCommitment, "action"),
    "follow_ups": (GoldFollowUp, "action"),
    POOLED: (GoldFollowUp, "action"),
}


def _faulty(where: str, error: ValidationError) -> SettingsError:
    problem = error.errors(include_url=False)[0]
    place = ".".join(map(str, problem["loc"]))
    return SettingsError(
        f"{where}: {place}: {problem['msg']}",
        hint="put a value that holds a comma or a colon in quotation marks; docs/evaluation.md shows the form of gold",
    )
