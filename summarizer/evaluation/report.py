"""An evaluation in the terminal: what was found, how right it is, what it rests on and what it cost."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..exports.wording import count
from .comparing import Comparison, Difference
from .evaluating import Evaluation
from .measures import COLUMNS, Value

_WIDTH = 118  # columns, where the output is no terminal
_SHOWN = 300  # characters of a passage
_COLUMN = {"strict": "strict", "tolerant": "tolerant", "anywhere_strict": "anywhere, strict", "anywhere": "anywhere"}
_OVERVIEW = (
    ("people", "participants.strict.f1"),
    ("agenda", "agenda_items.tolerant.f1"),
    ("decisions", "decisions.tolerant.f1"),
    ("commitments", "commitments.anywhere.f1"),
    ("follow-ups", "follow_ups.anywhere.f1"),
    ("both pooled", "actions.tolerant.f1"),
)
_LISTED = {f"{name}.{column}" for name, columns in COLUMNS.items() for column in columns}


def console() -> Console:
    """Standard output, wide enough for the tables where it is a file."""
    found = Console(highlight=False)
    return found if found.is_terminal else Console(highlight=False, width=_WIDTH)


def show(evaluation: Evaluation, out: Console) -> None:
    """The tables of an evaluation."""
    made = evaluation.engine
    names = ", ".join([*made["engines"], *made["models"], *made["prompts"]])
    failed = sum(one.fault is not None for one in evaluation.documents)
    out.print(f"{count(len(evaluation.documents), 'documents')}, {failed} without a brief ({names or 'no brief'})")
    out.print(_lists(evaluation.measures))
    out.print(_others(evaluation.measures))
    if evaluation.groups:
        out.print(_groups(evaluation))
    if missing := sum(len(one.quotes_not_found) for one in evaluation.documents):
        out.print(f"{missing} quotes of the gold are not in its documents: --json lists them under quotes_not_found")
    if stale := evaluation.judgements_without_item:
        out.print(f"{stale} judgements are of items that these briefs do not hold")


def _lists(measures: Mapping[str, Value]) -> Table:
    table = Table(title="F1 is micro, with its 95 % interval over documents", title_justify="left")
    for heading in ("list", "column", "gold", "told", "precision", "recall", "F1", "95 %", "macro F1"):
        table.add_column(heading, justify="left" if heading in ("list", "column") else "right", no_wrap=True)
    for name, columns in COLUMNS.items():
        for column in columns:
            parts = {
                part: measures.get(f"{name}.{column}.{part}") for part in ("precision", "recall", "f1", "macro_f1")
            }
            if parts["recall"] is None and parts["precision"] is None:
                continue
            precision, recall, f1, macro = parts.values()
            table.add_row(
                _plain(name) if column == "strict" else "",
                _COLUMN[column],
                str(recall.n) if recall else "0",
                str(precision.n) if precision else "-",
                *(_figure(one) for one in (precision, recall, f1)),
                _interval(f1),
                _figure(macro),
            )
    return table


def _others(measures: Mapping[str, Value]) -> Table:
    table = Table(title="Fields of matched items, meetings, abstention, grounding, cost", title_justify="left")
    for heading in ("measure", "value", "95 %", "n"):
        table.add_column(heading, justify="left" if heading == "measure" else "right", no_wrap=True)
    section = ""
    for name, value in measures.items():
        if name.rpartition(".")[0] in _LISTED or value.value is None:
            continue
        if (head := name.partition(".")[0]) != section and section and "." in name:
            table.add_section()
        section = head
        table.add_row(_plain(name), _figure(value), _interval(value), str(value.n))
    return table


def _groups(evaluation: Evaluation) -> Table:
    table = Table(title=f"F1 by {evaluation.by} (people strict, the others tolerant)", title_justify="left")
    table.add_column(str(evaluation.by))
    for heading in ("documents", *(heading for heading, _ in _OVERVIEW)):
        table.add_column(heading, justify="right", no_wrap=True)
    for name, measures in evaluation.groups.items():
        table.add_row(name, str(evaluation.sizes[name]), *(_figure(measures.get(measure)) for _, measure in _OVERVIEW))
    return table


def show_errors(errors: Sequence[Mapping[str, Any]], most: int, out: Console) -> None:
    """So many of the errors of an evaluation, each with its passage."""
    for one in errors[:most]:
        what = one["outcome"] if one["outcome"] != "found" else "wrong"
        told = f" | told: {one['told']}" if one["outcome"] == "found" else ""
        out.print(Text(f"{what:6} {one['document']} {_plain(one['list'])}: {one.get('gold') or one['told']}{told}"))
        for name, (gold, said) in one.get("wrong", {}).items():
            out.print(Text(f"         {_plain(name)}: {said!s}, in the gold {gold!s}"))
        _show_passage(one, out)
    if most and len(errors) > most:
        out.print(f"and {len(errors) - most} more; --json lists all")


def show_comparison(comparison: Comparison, most: int, out: Console) -> None:
    """What changed against an earlier result."""
    table = Table(title=f"Against the other result, {comparison.documents} documents of both", title_justify="left")
    for heading in ("list", "better", "worse", "same"):
        table.add_column(heading, justify="left" if heading == "list" else "right")
    for name, counts in comparison.counts.items():
        table.add_row(_plain(name), *(str(counts[change]) for change in ("better", "worse", "same")))
    out.print(table)
    figures = Table(title="Now less before, with the 95 % interval of a paired bootstrap", title_justify="left")
    for heading in ("measure", "before", "now", "difference", "95 %"):
        figures.add_column(heading, justify="left" if heading == "measure" else "right", no_wrap=True)
    for name, one in comparison.differences.items():
        if one.value:
            figures.add_row(_plain(name), f"{one.before:.3f}", f"{one.now:.3f}", f"{one.value:+.3f}", _interval(one))
    out.print(figures if figures.row_count else "no figure differs")
    for documents, where in ((comparison.only_now, "now"), (comparison.only_before, "before")):
        if documents:
            out.print(f"{len(documents)} documents are in the result of {where} only")
    for item in comparison.changed[:most]:
        said = item["gold"] if "gold" in item else f"not in the gold: {item['told']}"
        out.print(Text(f"{item['change']:6} {item['document']} {_plain(item['list'])}: {said}"))
        _show_passage(item, out)


def _show_passage(one: Mapping[str, Any], out: Console) -> None:
    passages: Sequence[str] = one.get("quotes") or one.get("evidence") or ()
    for passage in passages[:2]:
        short = " ".join(passage.split())
        out.print(Text(f"         > {short[:_SHOWN]}{'…' if len(short) > _SHOWN else ''}"))


def _plain(name: str) -> str:
    return name.replace("_", " ").replace(".", ": ", 1).replace(".", " ")


def _figure(value: Value | None) -> str:
    if value is None or value.value is None:
        return "-"
    return f"{value.value:.3f}" if value.value <= 1 else f"{value.value:,.1f}"


def _interval(value: Value | Difference | None) -> str:
    if value is None or value.low is None or value.high is None:
        return ""
    form = "+.3f" if isinstance(value, Difference) else ".3f" if value.high <= 1 else ",.1f"
    return f"{value.low:{form}} to {value.high:{form}}"
