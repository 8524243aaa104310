"""Whether a file of a word processor is read as its plain text is: `python benchmarks/formats.py --data FOLDER`.

Needs LibreOffice (`soffice`). FOLDER holds records as `*.jsonl.gz`, one JSON object a line: `id, kind, text, date`, the
text in Markdown or plain. Of those of at most 20,000 characters, chosen by a fixed seed, 15 that are no `readout` and
10 that are go through LibreOffice, as plain text and as a page with headings, lists and paragraphs, to .docx, .odt and
.rtf. Each is read and briefed with the built-in rules, and compared with the plain text:

lost, added   words of the text that the file's lacks, and the other way round
moved         documents whose words are the same but in another order
absent, new   participants of the brief that the file's lacks, and the other way round
differ        documents whose participants are not the same

Exits with 1 where a word is lost, added or moved, or participants differ.
"""

import gzip
import html
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from summarizer import load, summarize

CHOSEN = {"minutes": 15, "readouts": 10}
LONGEST = 20_000
SEED = 12
SUFFIXES = ("docx", "odt", "rtf")
FORMS = {"txt": "Text (encoded):UTF8", "html": "HTML (StarWriter)"}
COLUMNS = ("words", "lost", "added", "moved", "participants", "absent", "new", "differ")
BLOCK = re.compile(r"(?P<space> *)(?:(?P<level>#{1,6}) |(?P<bullet>[-*+]) +|(?P<number>\d{1,3})\. +)?(?P<words>.*)")
STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")


def records(folder: Path) -> dict[str, dict[str, Any]]:
    """The chosen ones, each by a name that can be that of a file."""
    groups: dict[str, list[dict[str, Any]]] = {name: [] for name in CHOSEN}
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                if len(record["text"]) <= LONGEST:
                    groups["readouts" if record["kind"] == "readout" else "minutes"].append(record)
    if not all(groups.values()):
        raise click.ClickException(f"--data takes a folder with records of minutes and of readouts, not {folder}")
    chance = random.Random(SEED)
    return {
        f"{name}{number:02}": record
        for name, group in groups.items()
        for number, record in enumerate(chance.sample(group, min(CHOSEN[name], len(group))))
    }


def page(text: str) -> str:
    """The text as simple HTML: what Markdown calls a heading, list or paragraph is one."""
    return f"<!DOCTYPE html><meta charset='utf-8'><body>{''.join(blocks(text))}</body>"


def blocks(text: str) -> Iterator[str]:
    """Elements of the page in order."""
    lists: list[tuple[int, str]] = []  # those that are open: how far indented, and their end
    lines: list[str] = []  # of the paragraph or item at hand
    begin, end = "<p>", "</p>"
    for line in [*text.split("\n"), ""]:
        found = BLOCK.fullmatch(line.expandtabs(4))
        assert found
        words = STRONG.sub(r"<b>\1</b>", html.escape(found["words"]))
        item = found["bullet"] or found["number"]
        if lines and (item or found["level"] or not words):
            yield f"{begin}{'<br>'.join(lines)}{end}"
            lines = []
        if lines:
            lines.append(words)
            continue
        indent = len(found["space"])
        while lists and words and (indent < lists[-1][0] or not item):
            yield lists.pop()[1]
        if item and words:
            kind = "ul" if found["bullet"] else "ol"
            if not lists or indent > lists[-1][0]:
                lists.append((indent, f"</{kind}>"))
                yield f"<{kind}>"
            begin, end = f"<li{f' value={item}' if kind == 'ol' else ''}>", "</li>"
        elif found["level"]:
            yield f"<h{len(found['level'])}>{words}</h{len(found['level'])}>"
            continue
        else:
            begin, end = "<p>", "</p>"
        lines = [words] if words else []
    yield from (end for _, end in reversed(lists))


def converted(sources: list[Path], suffix: str, profile: Path) -> None:
    """Have LibreOffice write each of the files in another format, beside it."""
    office = shutil.which("soffice")
    if office is None:
        raise click.ClickException("LibreOffice is needed: there is no command soffice")
    filters = f"--infilter={FORMS[sources[0].suffix[1:]]}"
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", filters, "--convert-to", suffix]
    subprocess.run([*command, "--outdir", sources[0].parent, *sources], check=True, capture_output=True)


def words_of(text: str) -> list[str]:
    """Letters and digits only: marks of Markdown are none."""
    return re.findall(r"[^\W_]+", text)


def people(source: str | Path, date: str | None) -> Counter[tuple[str, str]]:
    """Participants of the brief, each with whether they were there."""
    return Counter((one.name, one.presence) for one in summarize(source, date=date).participants)


def compared(text: str, file: Path, date: str | None) -> Counter[str]:
    """The figures of one file."""
    plain, read = words_of(load(text).text), words_of(load(file).text)
    ours, theirs = people(text, date), people(file, date)
    lost, added = Counter(plain) - Counter(read), Counter(read) - Counter(plain)
    if lost or added or ours != theirs:
        click.echo(
            f"{file.name}: lost {dict(lost)}, added {dict(added)}; absent {[*(ours - theirs)]}, new {[*(theirs - ours)]}"
        )
    return Counter(
        {
            "words": len(plain),
            "lost": lost.total(),
            "added": added.total(),
            "moved": not lost and not added and plain != read,
            "participants": ours.total(),
            "absent": (ours - theirs).total(),
            "new": (theirs - ours).total(),
            "differ": ours != theirs,
        }
    )


@click.command(help=__doc__.split("\n")[0])
@click.option("--data", type=click.Path(path_type=Path), required=True, help="Folder with the records.")
@click.option("--keep", type=click.Path(path_type=Path), help="Folder to keep the files in.")
def main(data: Path, keep: Path | None) -> None:
    chosen = records(data)
    rows: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for form in FORMS:
            place = (keep or Path(folder)) / form
            place.mkdir(parents=True, exist_ok=True)
            for name, record in chosen.items():
                text = record["text"] if form == "txt" else page(record["text"])
                (place / f"{name}.{form}").write_text(text, encoding="utf-8")
            for suffix in SUFFIXES:
                converted(sorted(place.glob(f"*.{form}")), suffix, Path(folder) / "profile")
                tally = rows[f"{form} to {suffix}"] = Counter()
                for name, record in chosen.items():
                    tally.update(compared(record["text"], place / f"{name}.{suffix}", record.get("date") or None))
    click.echo(f"\n{len(chosen)} documents\n{'':<14}" + "".join(f"{column:>13}" for column in COLUMNS))
    for name, tally in rows.items():
        click.echo(f"{name:<14}" + "".join(f"{tally[column]:>13}" for column in COLUMNS))
    wrong = sum(tally[column] for tally in rows.values() for column in ("lost", "added", "moved", "differ"))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
