"""What verification takes away: `python benchmarks/rejections.py`.

For every recorded answer of a model, and for what the built-in engine makes of the project's own
documents: how many items there were before and after, and every rejection and every mending with
its reason and its quote, to be read one by one.
"""

from collections.abc import Iterator
from typing import Any

import click
from pydantic import BaseModel
from recorded import documents, recordings

from summarizer import CheckedBrief, DocumentError, Evidenced, Verdict, summarize, verify


@click.command(help=__doc__.split("\n")[0])
@click.option("--doubts", is_flag=True, help="Print what is borne only partly as well.")
def main(doubts: bool) -> None:
    total = [0, 0, 0]
    for recorded in recordings():
        brief = verify(recorded.answer, recorded.document, schema=recorded.schema)
        _add(total, _show(f"{recorded.name} ({recorded.document.name})", brief, doubts=doubts))
    for document in documents():
        try:
            brief = summarize(document)
        except DocumentError as error:  # the built-in engine reads English only
            click.echo(f"\n== built-in rules on {document.name}: {error}")
            continue
        _add(total, _show(f"built-in rules on {document.name}", brief, doubts=doubts))
    click.echo(f"\n{total[0]} items before, {total[1]} after, {total[2]} of them mended")


def _add(total: list[int], more: tuple[int, int, int]) -> None:
    total[:] = [one + other for one, other in zip(total, more, strict=True)]


def _show(title: str, brief: BaseModel, *, doubts: bool) -> tuple[int, int, int]:
    """Print what was refused and mended; the number of items before, after and mended."""
    assert isinstance(brief, CheckedBrief)
    items = list(_items(brief))
    before = len(items) + sum(_count(one.item) for one in brief.rejected)
    click.echo(f"\n== {title}: {before} items before, {len(items)} after")
    for refused in brief.rejected:
        click.echo(f"  refused {refused.kind} ({refused.reason}): {refused.explanation}")
        click.echo(f"    claim {_fields(refused.item)}")
        quotes = [one.quote for one in refused.evidence] or [
            one.get("quote") for one in refused.item.get("evidence", [])
        ]
        _quotes(quotes)
    for kind, item in items:
        for change in item.changes:
            click.echo(f"  mended {kind}.{change.field}: {_plain(change.before)} -> {_plain(change.after)}")
            click.echo(f"    because {change.reason}")
        partly = doubts and item.support.verdict is Verdict.PARTLY
        if partly:
            click.echo(f"  partly {kind}: {item.support.explanation} {_findings(item)}")
        if item.changes or partly:
            click.echo(f"    item {_fields(item.model_dump(mode='json', exclude_none=True))}")
            _quotes([one.quote for one in item.evidence])
    return before, len(items), sum(bool(item.changes) for _, item in items)


def _items(model: BaseModel, kind: str = "") -> Iterator[tuple[str, Evidenced]]:
    """Every item of a brief, nested ones included, with its kind."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, Evidenced):
                yield f"{kind}{name}", one
                yield from _items(one, f"{kind}{name}.")


def _count(claim: dict[str, Any]) -> int:
    """A refused claim and the claims that are nested in it."""
    nested = [one for value in claim.values() if isinstance(value, list) for one in value if isinstance(one, dict)]
    return 1 + sum(_count(one) for one in nested if "evidence" in one)


def _fields(values: dict[str, Any]) -> str:
    hidden = ("evidence", "support", "changes", "basis", "meetings", "decisions")
    return "; ".join(f"{name}: {_plain(value)}" for name, value in values.items() if name not in hidden and value)


def _plain(value: Any) -> str:
    return value["words"] if isinstance(value, dict) and "words" in value else str(value)


def _findings(item: Evidenced) -> str:
    return str({name: finding for name, finding in item.support.checks.items() if finding != "agrees"})


def _quotes(quotes: list[Any]) -> None:
    for quote in quotes:
        click.echo(f'    quote "{" ".join(str(quote).split())}"')


if __name__ == "__main__":
    main()
