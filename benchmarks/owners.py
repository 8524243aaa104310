"""How often an owner that the built-in engine gives is right: `python benchmarks/owners.py --data FOLDER`.

FOLDER holds records with gold as `w3c_scribejs.jsonl.gz` and `whreadouts.jsonl.gz`, one JSON object a line:
`id, variant, text, date, gold.commitments_or_actions[{task, owner}]`, and `gold_optional` likewise. Each record
goes through `summarize`; its commitments and follow-ups are paired with gold one to one, the most alike first,
where the content words of action and task are alike enough (ROUGE-1 F1 of 0.35). Of the pairs whose gold names an
owner:

precision   share of the owners given that are right, optional gold included
recall      share of the gold owners, optional gold left out, that are given and right

An owner is right where the words of one name are those of the other or all among them, titles left aside.
Exits with 1 where the precision of all is below 0.98.
"""

import gzip
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click
from rapidfuzz import fuzz

from summarizer import Brief, summarize

SOURCES = {"w3c_scribejs": "easy", "whreadouts": "hand"}
ALIKE = 0.35
SAME_NAME = 90
LEAST_PRECISION = 0.98
SMALL = frozenset(
    "a an the and or of to in on at by for with from is are be was were been will would shall should can could may might"
    " must i you he she it we they them this that these those as if then than so do does did done have has had our your"
    " his her its their there here about into over under also just very s t re ll ve d m".split()
)
TITLES = re.compile(
    r"^(?:the )?(?:mr|mrs|ms|dr|prof|professor|sir|lord|president|prime minister|minister|secretary|ambassador|senator"
    r"|representative|chair(?:man|woman|person)?|vice president|member|governor|king|queen|chancellor)\s+(?=\w)"
)
ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s")


class Owned(NamedTuple):
    """An action and who owns it, as gold has it or as the brief does."""

    action: str
    owner: str | None
    optional: bool = False


def records(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The records that are measured, each with the name of its file."""
    for name, variant in SOURCES.items():
        path = folder / f"{name}.jsonl.gz"
        if not path.is_file():
            files = " and ".join(f"{each}.jsonl.gz" for each in SOURCES)
            raise click.ClickException(f"{path} is missing: --data takes a folder with {files}")
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if record["variant"] == variant and any(one.owner for one in gold_of(record)):
                    yield name, record


def gold_of(record: dict[str, Any]) -> list[Owned]:
    """The gold of one record, the optional items last."""
    listed = [(one, False) for one in record["gold"].get("commitments_or_actions") or ()]
    listed += [(one, True) for one in (record.get("gold_optional") or {}).get("commitments_or_actions") or ()]
    return [Owned(one["task"], one.get("owner"), optional) for one, optional in listed if isinstance(one, dict)]


def claimed(brief: Brief) -> list[Owned]:
    """What the brief says who is to do."""
    promised = [Owned(one.action, one.by) for one in brief.commitments]
    return promised + [Owned(one.action, one.owner) for one in brief.follow_ups]


def pairs(gold: Sequence[Owned], given: Sequence[Owned]) -> Iterator[tuple[Owned, Owned]]:
    """The most alike first; of equals the one whose owner agrees, as one task may have several."""
    scored = sorted(
        (
            (alikeness(one.action, other.action), same_owner(one.owner, other.owner), -i, -j)
            for i, one in enumerate(gold)
            for j, other in enumerate(given)
        ),
        reverse=True,
    )
    taken: set[int] = set()
    used: set[int] = set()
    for score, _, i, j in scored:
        if score >= ALIKE and -i not in taken and -j not in used:
            taken.add(-i)
            used.add(-j)
            yield gold[-i], given[-j]


def alikeness(a: str, b: str) -> float:
    """ROUGE-1 F1 over lightly stemmed content words."""
    left, right = Counter(content(a)), Counter(content(b))
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def content(text: str) -> list[str]:
    """The stemmed words that say something."""
    return [stem(word) for word in plain(re.sub(r"https?://\S+", " ", text)).split() if word not in SMALL]


def stem(word: str) -> str:
    """The word without its ending."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
    return word


def plain(text: str) -> str:
    """Words without accents, case and punctuation."""
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).lower().replace("'", "").replace("’", "")
    return " ".join(re.findall(r"\w+", bare))


def same_owner(gold: str | None, given: str | None) -> bool:
    """Whether two wordings name the same party."""
    if not gold or not given:
        return False
    return fuzz.token_set_ratio(bare_name(gold), bare_name(given)) >= SAME_NAME


def bare_name(name: str) -> str:
    """The name without titles before it."""
    words, before = plain(name), ""
    while words != before:
        words, before = TITLES.sub("", words), words
    return words


@click.command(help=__doc__.split("\n")[0])
@click.option("--data", type=click.Path(path_type=Path), required=True, help="Folder with the records.")
def main(data: Path) -> None:
    tally: Counter[tuple[str, str]] = Counter()
    wrong = []
    for name, record in records(data):
        gold = gold_of(record)
        brief = summarize(record["text"], date=record.get("date") or None)
        tally[name, "documents"] += 1
        tally[name, "gold owners"] += sum(bool(one.owner) and not one.optional for one in gold)
        for one, other in pairs(gold, claimed(brief)):
            if not one.owner:
                continue
            good = same_owner(one.owner, other.owner)
            tally[name, "paired"] += 1
            tally[name, "given"] += bool(other.owner)
            tally[name, "right"] += good
            tally[name, "recalled"] += good and not one.optional
            if other.owner and not good:
                wrong.append(f"{record['id']}: {other.owner!r} is to {other.action!r}; gold has {one.owner!r}")
    columns = ("documents", "gold owners", "paired", "given", "right")
    click.echo(f"{'':<14}" + "".join(f"{column:>13}" for column in columns) + f"{'precision':>13}{'recall':>9}")
    precision = 0.0
    for name in (*SOURCES, "all"):
        figures = {
            column: sum(count for (file, kind), count in tally.items() if kind == column and name in (file, "all"))
            for column in (*columns, "recalled")
        }
        precision = figures["right"] / figures["given"] if figures["given"] else 0.0
        recall = figures["recalled"] / figures["gold owners"] if figures["gold owners"] else 0.0
        counts = "".join(f"{figures[column]:>13}" for column in columns)
        click.echo(f"{name:<14}{counts}{precision:>13.3f}{recall:>9.3f}")
    for line in wrong:
        click.echo(f"wrong  {line}")
    sys.exit(0 if precision >= LEAST_PRECISION else 1)


if __name__ == "__main__":
    main()
