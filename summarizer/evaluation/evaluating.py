"""An evaluation: all documents scored, the measures of all and of groups, and its JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ..errors import SettingsError
from .gold import Case
from .judging import Key
from .making import Made
from .measures import Value, measure
from .scoring import Scored, score

FORMAT = "evaluation/1"
_LENGTHS = ((2_000, "up to 2,000"), (8_000, "up to 8,000"), (30_000, "up to 30,000"))
_LONGER = "over 30,000"


@dataclass(frozen=True)
class Evaluation:
    """Briefs measured against gold."""

    documents: list[Scored]
    engine: dict[str, Any]
    """Engine, models as served, prompts and versions that the briefs name."""
    measures: dict[str, Value]
    by: str | None = None
    groups: dict[str, dict[str, Value]] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    """Documents of each group."""
    judgements_without_item: int = 0

    def items(self) -> list[dict[str, Any]]:
        """What became of each item, with the document it belongs to."""
        return [{"document": one.case.id} | item for one in self.documents for item in one.items]

    def errors(self) -> list[dict[str, Any]]:
        """Items that were missed, are not in the gold or are wrong in a field, of documents that have a brief."""
        failed = {one.case.id for one in self.documents if one.fault is not None}
        return [
            one
            for one in self.items()
            if one["document"] not in failed and (one["outcome"] in ("missed", "extra") or one.get("wrong"))
        ]

    def as_json(self) -> dict[str, Any]:
        """The whole evaluation as JSON."""
        groups = {
            name: {"documents": self.sizes[name], "measures": _shown(values)} for name, values in self.groups.items()
        }
        return {
            "format": FORMAT,
            "made_by": self.engine,
            "documents": len(self.documents),
            "measures": _shown(self.measures),
            "by": self.by,
            "groups": groups,
            "judgements_without_item": self.judgements_without_item,
            "per_document": [
                {
                    "id": one.case.id,
                    "about": dict(one.case.about),
                    "characters": one.characters,
                    "fault": one.fault,
                    "quotes_not_found": one.quotes_not_found,
                    "counts": dict(sorted(one.counts.items())),
                    "items": one.items,
                }
                for one in self.documents
            ],
        }


def check_grouping(by: str | None, cases: Sequence[Case]) -> None:
    """To be asked before anything is paid for. Errors: `SettingsError` for a way to group that no document has."""
    known = sorted({key for one in cases for key in one.about} | {"length"})
    if by is not None and by not in known:
        raise SettingsError(f"no document of this gold has a {by!r} to group by", hint=f"use one of {', '.join(known)}")


def evaluate(made: Sequence[Made], by: str | None = None, judgements: Mapping[Key, bool] | None = None) -> Evaluation:
    """The briefs measured against their gold. Errors: as `check_grouping`."""
    check_grouping(by, [one.case for one in made])
    judgements = judgements or {}
    scored = [score(one, judgements) for one in made]
    used = set().union(*(one.judged for one in scored))
    return evaluation_of(scored, _made_by(made), by, len(set(judgements) - used))


def evaluation_of(
    scored: Sequence[Scored], made_by: dict[str, Any], by: str | None = None, judgements_without_item: int = 0
) -> Evaluation:
    """As `evaluate`, of documents that were scored before: all of an evaluation, or some."""
    groups: dict[str, list[Scored]] = {}
    if by is not None:
        for one in scored:
            name = _length(one) if by == "length" else one.case.about.get(by, "(none)")
            groups.setdefault(name, []).append(one)
    return Evaluation(
        list(scored),
        made_by,
        measure([one.counts for one in scored]),
        by,
        {name: measure([one.counts for one in groups[name]]) for name in sorted(groups)},
        {name: len(groups[name]) for name in sorted(groups)},
        judgements_without_item,
    )


def write_json(path: Path, evaluation: Evaluation) -> None:
    """Write the whole evaluation; the same briefs give the same file to the byte."""
    text = json.dumps(evaluation.as_json(), ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def read_json(path: Path) -> dict[str, Any]:
    """What `write_json` wrote. Errors: `SettingsError`."""
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if found["format"] == FORMAT:
            return found
    except (OSError, ValueError, TypeError, KeyError):
        pass
    raise SettingsError(f"{path} is no result of `summarizer eval --json`", hint="make it with --json")


def _shown(values: Mapping[str, Value]) -> dict[str, Any]:
    return {name: asdict(value) for name, value in values.items()}


def _length(scored: Scored) -> str:
    """The group of its length, numbered so that groups stand in order."""
    for number, (most, name) in enumerate(_LENGTHS, 1):
        if scored.characters <= most:
            return f"{number}: {name} characters"
    return f"{len(_LENGTHS) + 1}: {_LONGER} characters"


def _made_by(made: Sequence[Made]) -> dict[str, Any]:
    runs = [one.brief.run for one in made if one.brief is not None]
    prompts = {f"{run.prompt.name}@{run.prompt.sha256[:12]}" for run in runs if run.prompt}
    return {
        "engines": sorted({run.engine for run in runs}),
        "models": sorted({run.model for run in runs if run.model}),
        "prompts": sorted(prompts),
    }
