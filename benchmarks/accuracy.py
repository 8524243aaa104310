"""The accuracy sheet: `python benchmarks/accuracy.py` writes ACCURACY.md from the gold set and the recordings.

Needs no model and no network: the built-in rules brief the gold set, and each folder of recordings is replayed. With
`--data FOLDER` (public records with gold, which are no part of the project) the figures of the rules on them are measured
anew and kept in benchmarks/public_records.json.
"""

import asyncio
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from agreement import agreement
from paraphrases import section

from summarizer.evaluation.comparing import compare
from summarizer.evaluation.evaluating import Evaluation, evaluate, evaluation_of
from summarizer.evaluation.gold import LISTS, Case, read_gold
from summarizer.evaluation.judging import read_judgements
from summarizer.evaluation.making import Asking, Made, make
from summarizer.evaluation.measures import Value

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
RECORDED = ROOT / "cassettes" / "gold"
JUDGED = GOLD / "judgements"
SHEET = ROOT / "ACCURACY.md"
PUBLIC = ROOT / "benchmarks" / "public_records.json"


@dataclass(frozen=True)
class Run:
    """Briefs of the whole gold set, made in one way."""

    name: str
    evaluation: Evaluation


@dataclass(frozen=True)
class Row:
    """A figure of the sheet. wanted: the least (or, after `<=`, the most) that the project set itself for recorded runs."""

    title: str
    measure: str
    wanted: str = ""


ROWS = (
    Row("participants F1", "participants.strict.f1", "0.97"),
    Row("- role right", "participants.role"),
    Row("- organization right", "participants.organization"),
    Row("- attended, absent, mentioned right", "participants.presence"),
    Row("agenda items recall", "agenda_items.tolerant.recall", "0.90"),
    Row("agenda items F1", "agenda_items.tolerant.f1"),
    Row("decisions F1", "decisions.tolerant.f1"),
    Row("commitments F1", "commitments.tolerant.f1", "0.85"),
    Row("- found in either list, F1", "commitments.anywhere.f1"),
    Row("- strength, macro F1", "commitments.strength.macro_f1", "0.85"),
    Row("- two or more rungs too high", "commitments.strength.too_high", "<= 0"),
    Row("- who acts, precision", "commitments.actor.precision", "0.98"),
    Row("follow-ups F1", "follow_ups.tolerant.f1"),
    Row("- found in either list, F1", "follow_ups.anywhere.f1"),
    Row("- owner, precision", "follow_ups.actor.precision", "0.98"),
    Row("- last day, precision", "follow_ups.due_end.precision"),
    Row("both as one list, F1", "actions.tolerant.f1"),
    Row("meetings: people in the right one", "meetings.people", "0.98"),
    Row("meetings: items in the right one", "meetings.items", "0.98"),
    Row("no commitment listed where there is none", "commitments.abstention", "0.95"),
    Row("no follow-up listed where there is none", "follow_ups.abstention", "0.95"),
    Row("items that the source does not bear", "items.unsupported", "<= 0.02"),
    Row("briefs with such an item", "briefs.unsupported", "<= 0.05"),
    Row("items without counterpart that nobody judged", "items.unjudged"),
    Row("claims refused by the checks", "claimed.rejected"),
    Row("quotes exact, letter for letter", "evidence.exact"),
    Row("prompt tokens per document", "prompt_tokens_per_document"),
    Row("answer tokens per document", "completion_tokens_per_document"),
    Row("tokens per 1,000 characters of source", "tokens_per_1000_characters"),
)
_BY = ("participants.strict.f1", "agenda_items.tolerant.f1", "decisions.tolerant.f1", "actions.tolerant.f1")


def main() -> None:
    command(prog_name="accuracy")


@click.command(help=__doc__.split("\n")[0])
@click.option("--data", type=click.Path(exists=True, path_type=Path), help="Folder of public records with gold.")
def command(data: Path | None) -> None:
    if data is not None:
        PUBLIC.write_text(json.dumps(_public(data), indent=1) + "\n", encoding="utf-8")
    SHEET.write_text(sheet(), encoding="utf-8")


def sheet() -> str:
    """The whole of ACCURACY.md."""
    cases = read_gold(GOLD)
    runs = [by_rules(cases), *(replayed(folder.name, cases) for folder in sorted(RECORDED.iterdir()))]
    parts = (_head(), _gold(cases), _agreed(), _figures(runs), _compared(runs), _groups(runs), section(), _elsewhere())
    return "\n".join(line for part in (*parts, [""]) for line in part)


def by_rules(cases: Sequence[Case]) -> Run:
    """What the built-in rules make of them."""
    return _run("built-in rules", cases, Asking())


def replayed(prompt: str, cases: Sequence[Case]) -> Run:
    """What the recordings of that prompt give."""
    return _run(prompt, cases, Asking(replay=RECORDED / prompt, prompt=prompt))


def column(run: Run) -> list[str]:
    """Its figures, one for each of `ROWS`."""
    return [_figure(run.evaluation.measures.get(row.measure)) for row in ROWS]


def _run(name: str, cases: Sequence[Case], asking: Asking) -> Run:
    judged = JUDGED / f"{name.replace(' ', '-')}.yaml"
    made = asyncio.run(make(cases, asking))
    return Run(name, evaluate(made, judgements=read_judgements(judged) if judged.exists() else None))


def _head() -> Iterator[str]:
    yield "# Accuracy"
    yield ""
    yield "Made by `python benchmarks/accuracy.py`, which needs neither a model nor a network; `.ci/run` makes it again and compares."
    yield "Each figure is one of `summarizer eval` ([docs/evaluation.md](docs/evaluation.md) says how they are counted) with its"
    yield "95 % interval over documents (bootstrap) and the number of items, or of documents, that it is of."


def _gold(cases: Sequence[Case]) -> Iterator[str]:
    yield from ("", "## The gold set", "")
    texts = [len(case.entry.load().text) for case in cases]
    kinds = Counter(case.about["kind"] for case in cases)
    languages = Counter(case.about["language"] for case in cases)
    nothing = sum(not case.gold.commitments and not case.gold.follow_ups for case in cases)
    yield (
        f"`tests/gold`: {len(cases)} documents of our own writing, {min(texts):,} to {max(texts):,} characters; "
        f"{_listed(kinds)}; {_listed(languages)}. In {nothing} of them nothing is promised and nothing is to be done."
    )
    yield ""
    counts = [
        f"{sum(len(getattr(case.gold, name) or ()) for case in cases):,} {name.replace('_', ' ')}" for name in LISTS
    ]
    yield f"It holds {', '.join(counts)}."


def _agreed() -> Iterator[str]:
    first, second = ({case.id: case for case in read_gold(GOLD / name, GOLD)} for name in ("first", "second"))
    found = agreement([(first[own], second[own]) for own in sorted(first)])
    yield ""
    yield (
        "Each document was annotated by its writer and, by the same [guidelines](tests/gold/GUIDELINES.md), by a second reader "
        "who had not seen the first one's work; then the differences were settled by the words of the document. Between the two:"
    )
    yield ""
    yield "| items | F1 | label | kappa | pairs |"
    yield "|---|---|---|---|---|"
    labels = list(found.labels)
    for row in range(max(len(LISTS) + 1, len(labels))):
        name = (*LISTS, "acts")[row] if row <= len(LISTS) else ""
        label = labels[row] if row < len(labels) else ""
        f1 = found.f1(name) if name else None
        yield (
            f"| {name.replace('acts', 'commitments and follow-ups as one').replace('_', ' ')} | {_number(f1)} "
            f"| {label.replace('_', ' ')} | {_number(found.kappa(label)) if label else ''} | {len(found.labels[label]) if label else ''} |"
        )


def _figures(runs: Sequence[Run]) -> Iterator[str]:
    yield from ("", "## The figures", "")
    yield "The built-in rules read English only; the documents in other languages count as missed there."
    yield ""
    yield f"| | {' | '.join(run.name for run in runs)} | wanted of a model |"
    yield f"|---|{'---|' * len(runs)}---|"
    for row, *figures in zip(ROWS, *map(column, runs), strict=True):
        yield f"| {row.title} | {' | '.join(figures)} | {row.wanted} |"


def _compared(runs: Sequence[Run]) -> Iterator[str]:
    """The last prompt against the one before, on the documents that were not looked at while it was written."""
    if len(runs) < 3:
        return
    held = set((GOLD / "held_back.txt").read_text(encoding="utf-8").split())
    before, now = (_some(run, held).as_json() for run in runs[-2:])
    found = compare(now, before)
    yield from ("", f"## {runs[-1].name} against {runs[-2].name}", "")
    yield (
        f"On the {len(held)} documents that were kept back while the prompt and the checks were mended (`tests/gold/held_back.txt`), "
        "with the interval of the paired difference:"
    )
    yield ""
    yield f"| | {runs[-2].name} | {runs[-1].name} | difference |"
    yield "|---|---|---|---|"
    for row in ROWS:
        if (one := found.differences.get(row.measure)) is not None:
            span = f" ({one.low:+.3f} to {one.high:+.3f})" if one.low is not None and one.high is not None else ""
            yield f"| {row.title} | {_number(one.before)} | {_number(one.now)} | {one.value:+.3f}{span} |"


def _some(run: Run, wanted: set[str]) -> Evaluation:
    return evaluation_of([one for one in run.evaluation.documents if one.case.id in wanted], run.evaluation.engine)


def _groups(runs: Sequence[Run]) -> Iterator[str]:
    run = runs[-1]
    yield from ("", f"## {run.name} by language, kind and length", "")
    yield "| | documents | participants F1 | agenda items F1 | decisions F1 | commitments and follow-ups F1 |"
    yield "|---|---|---|---|---|---|"
    for by in ("language", "kind", "length"):
        grouped = evaluation_of(run.evaluation.documents, run.evaluation.engine, by)
        for name, measures in grouped.groups.items():
            yield f"| {name} | {grouped.sizes[name]} | {' | '.join(_number(_value(measures, one)) for one in _BY)} |"


def _elsewhere() -> Iterator[str]:
    if PUBLIC.exists():
        found = json.loads(PUBLIC.read_text(encoding="utf-8"))
        yield from ("", "## The built-in rules on public records", "")
        yield (
            f"{found['documents']} public records of meetings whose gold is not ours (minutes of standards bodies, memoranda of "
            "conversation, press readouts, transcripts; they are no part of the project), with `python benchmarks/accuracy.py --data FOLDER`. "
            "F1, macro over records whose gold is whole; where no gold is whole, recall."
        )
        yield ""
        yield "| records | participants | agenda items | decisions | actions | nothing listed where there is nothing |"
        yield "|---|---|---|---|---|---|"
        for name, row in found["rows"].items():
            yield f"| {name} | {' | '.join(row)} |"
    yield from ("", "## What this does not show", "")
    yield (
        "- No hosted model could be reached where this was made. The recorded answers were written by readers, instances of a large language "
        "model, who saw one prompt file each and nothing else (responses say `model: relay`). The documents, both annotations and the judgements are the "
        "work of the same kind of reader. Agreement between them is therefore higher than between people of different trades, and the figures of "
        "the recorded runs are those of a strong model at its best. Record your own: `summarizer eval tests/gold --model NAME --record FOLDER`."
    )
    yield "- The documents are ours and invented. Records of your house may be laid out in ways that none of these has."
    yield "- Token counts are estimates of the relay (four characters a token)."
    yield (
        "- Text is matched by its words. A right paraphrase that shares few words with the gold counts as missed and as extra; "
        "extra items were judged one by one, `tests/gold/judgements`."
    )


def _public(data: Path) -> dict[str, object]:
    cases = read_gold(data)
    made = asyncio.run(make(cases, Asking()))
    groups: dict[str, list[Made]] = {}
    for one in made:
        name = f"{one.case.about.get('source', '')}, {one.case.about.get('variant', '')}"
        groups.setdefault(name, []).append(one)
    rows = {}
    for name in sorted(groups):
        measures = evaluate(groups[name]).measures
        rows[f"{name} ({len(groups[name])})"] = [
            *(
                _public_figure(measures, one)
                for one in ("participants.strict", "agenda_items.strict", "decisions.strict", "actions.strict")
            ),
            _number(_value(measures, "actions.abstention")),
        ]
    return {"documents": len(cases), "rows": rows}


def _public_figure(measures: Mapping[str, Value], column: str) -> str:
    macro, recall = _value(measures, f"{column}.macro_f1"), _value(measures, f"{column}.recall")
    return _number(macro) if macro is not None else f"recall {_number(recall)}" if recall is not None else ""


def _value(measures: Mapping[str, Value], name: str) -> float | None:
    return measures[name].value if name in measures else None


def _figure(value: Value | None) -> str:
    if value is None or value.value is None:
        return ""
    span = "" if value.low is None or value.high is None else f" ({_number(value.low)} to {_number(value.high)})"
    return f"{_number(value.value)}{span}, n {value.n}"


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.3f}" if abs(value) <= 1 else f"{value:,.0f}"


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.most_common())


if __name__ == "__main__":
    sys.exit(main())
