"""Tables told by what their columns are called: who said what and when, a turn a row; minutes, a row a subject; next steps."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from .labels import TIME, Label, seconds, without_clock_times
from .lines import Line


def column_names(listed: str) -> frozenset[str]:
    """Names of columns, in a text between commas."""
    return frozenset(name.strip() for name in listed.replace("\n", ",").split(",") if name.strip())


COLUMNS = {
    "topic": column_names(
        "topic,topics,subject,agenda item,agenda topic,agenda,item,matter,issue,discussion item,discussion topic,agenda point,point,theme"
    ),
    "discussion": column_names(
        """discussion,discussions,discussion points,discussion summary,discussion notes,discussion/notes,notes,summary,key points,main points,
        details,minutes,comments,remarks,update"""
    ),
    "decision": column_names(
        "decision,decisions,decision made,decisions made,decision taken,decisions taken,outcome,outcomes,decision/outcome,resolution,resolutions,conclusion,conclusions,agreed"
    ),
}
ACTION_COLUMNS = {
    "task": column_names(
        """action,actions,action item,action items,action point,action points,task,tasks,next step,next steps,what,to do,todo,description,
        action required,agreed action,activity"""
    ),
    "owner": column_names(
        """owner,owners,action owner,responsible,responsible person,person responsible,responsibility,who,assignee,assigned to,by whom,lead,
        action by,person,name"""
    ),
    "due": column_names("due,due date,due by,deadline,by when,when,date due,target,target date,timescale,timeline"),
    "state": column_names("status,state,progress,done,done?"),
}
"""The same of a list of next steps."""
_KINDS = {
    "words": column_names(
        """text,transcript,transcription,utterance,speech,spoken text,spoken words,words,dialogue,dialog,caption,captions,subtitle,sentence,said,
        what was said,message,texte,propos,testo,texto,tekst,wortlaut,gesprochener text,transkript,trascrizione,transcripción,transcrição"""
    ),
    "speaker": column_names(
        """speaker,speakers,speaker name,speaker label,participant,participant name,who,name,voice,person,author,sender,from,sprecher,sprecherin,sprecher/in,
        redner,intervenant,locuteur,orateur,oratore,parlante,interlocutore,hablante,orador,interviniente,spreker,mówca,talare"""
    ),
    "start": column_names(
        """time,timestamp,time stamp,timecode,time code,tc,start,start time,started,begin,in,time in,tc in,from time,zeit,zeitstempel,uhrzeit,beginn,anfang,
        heure,temps,minutage,début,ora,tempo,minuto,inizio,hora,tiempo,inicio,início,tijd,tid,czas"""
    ),
    "beside": column_names(
        "end,end time,out,time out,tc out,stop,to,ende,fin,fine,#,no,no.,nr,nr.,number,line,row,id,index,cue,segment,duration,length,dauer,durée,durata,confidence,language"
    ),
}
"""What the columns are called. `beside`: what is only about the turn, such as its number or its end."""
_OWN = column_names(
    "transcript,transcription,utterance,speech,spoken text,spoken words,caption,captions,subtitle,what was said,transkript,trascrizione"
)
"""Columns that hold nothing but what is said, so that a time is enough beside them."""
_VOICES = _KINDS["speaker"] - column_names("name,person,from,who,author")
"""Columns that say who speaks, so that no time is needed beside them; `Name | Text` may list anything."""
_STAMP = re.compile(
    rf"[\[(]?\s?(?P<time>{TIME})\s?[\])]?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s*(?:-->|[-–—])\s*[\[(]?{TIME}[\])]?)?"
)
_HALF = re.compile(r"[AaPp]\.?[Mm]")
_CELL = re.compile(r"(?:[^|\\]|\\.)*")
_LONGEST_NAME = 60
_FEWEST = 2
"""Rows that are turns, at the least."""


def kinds_of(cells: Sequence[str]) -> dict[str, int]:
    """Which column of minutes each cell of a first row heads, by its kind; empty where the table is none of minutes."""
    found = columns_of(cells, COLUMNS)
    return found if "topic" in found and len(found) > 1 else {}


def columns_of(cells: Sequence[str], names: Mapping[str, Set[str]]) -> dict[str, int]:
    """The first column of each kind that a first row names."""
    plain = [" ".join(cell.strip(" *_:").lower().split()) for cell in cells]
    return {kind: at for kind, known in names.items() for at, cell in reversed([*enumerate(plain)]) if cell in known}


def is_record(cells: Sequence[str]) -> bool:
    """Whether a first row heads minutes, or a list of next steps with who is to act or by when."""
    plain = {cell.strip(" *_:").lower() for cell in cells}
    steps = plain & (ACTION_COLUMNS["task"] - {"description", "what", "activity"})
    return bool(kinds_of(cells)) or bool(steps and plain & (ACTION_COLUMNS["owner"] | ACTION_COLUMNS["due"]))


class _Cell(NamedTuple):
    start: int
    end: int


def is_spoken(head: Sequence[str]) -> bool:
    """Whether a row names the columns of such a table."""
    return bool(_columns(head))


def spoken_rows(text: str, lines: Sequence[Line]) -> dict[int, tuple[Label, int] | None]:
    """For each line of such a table, by its index: who speaks and where the words begin, and where they end; None where nothing is said."""
    found: dict[int, tuple[Label, int] | None] = {}
    number = 0
    while number < len(lines):
        last = number
        while (last < len(lines) and lines[last].mark == "row") or (last > number and _parts(lines, last)):
            last += 1
        if last > number:
            rows = [at for at in range(number, last) if lines[at].mark == "row"]
            found |= _turns(text, lines, rows)
        number = max(last, number + 1)
    return found


def _parts(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the rule below the names of the columns, with another row under it."""
    return at + 1 < len(lines) and lines[at].mark == "rule" and lines[at + 1].mark == "row"


def _turns(text: str, lines: Sequence[Line], rows: Sequence[int]) -> dict[int, tuple[Label, int] | None]:
    head = [text[cell.start : cell.end] for cell in _cells(text, lines[rows[0]])]
    columns = _columns(head)
    if not columns:
        return {}
    labels: dict[int, Label] = {}
    ends: dict[int, int] = {}
    speaker: str | None = None
    for number in rows[1:]:
        cells = list(_cells(text, lines[number]))
        if len(cells) > len(head) and columns["words"] == len(head) - 1:
            cells[len(head) - 1 :] = [_Cell(cells[len(head) - 1].start, cells[-1].end)]
        values = {kind: text[slice(*cells[at])] if at < len(cells) else "" for kind, at in columns.items()}
        stamp = _STAMP.fullmatch(values.get("start", ""))
        if values.get("start") and stamp is None:
            return {}  # hours of an agenda in words, or anything else
        name = values.get("speaker", "").strip("*_ ").rstrip(":").strip()
        if len(name) > _LONGEST_NAME:
            return {}
        speaker = name or speaker
        if not values["words"]:
            continue
        time = seconds(stamp["time"]) if stamp and not _HALF.search(stamp[0]) else None
        labels[number] = Label(speaker, cells[columns["words"]].start, time)
        ends[number] = cells[columns["words"]].end
    if len(labels) < _FEWEST:
        return {}
    timed = without_clock_times(labels)
    return {number: (timed[number], ends[number]) if number in timed else None for number in rows}


def _columns(head: Sequence[str]) -> dict[str, int]:
    """The columns of what is said, by whom and when; empty where the table is another, or has a column that none of these is."""
    names = [" ".join(cell.strip("*_ :").casefold().split()) for cell in head]
    kinds = [next((kind for kind, known in _KINDS.items() if name in known), "") for name in names]
    if "" in kinds or kinds.count("words") != 1 or kinds.count("speaker") > 1:
        return {}
    columns = {kind: at for at, kind in reversed([*enumerate(kinds)]) if kind != "beside"}
    words = names[columns["words"]]
    named = "speaker" in columns and ("start" in columns or names[columns["speaker"]] in _VOICES)
    return columns if named or ("start" in columns and words in _OWN) else {}


def _cells(text: str, line: Line) -> Iterator[_Cell]:
    """The cells of a row without the space around them, empty ones too."""
    at = text.rfind("\n", 0, line.start) + 1
    end = text.find("\n", line.start)
    end = len(text) if end < 0 else end
    bar = text.find("|", at, end)
    at = bar + 1 if bar >= 0 and not text[at:bar].strip(" \t>") else at
    while at <= end:
        found = _CELL.match(text, at, end)
        stop = found.end() if found else end
        words = text[at:stop]
        if stop < end or words.strip():
            start = at + len(words) - len(words.lstrip())
            yield _Cell(start, max(start, at + len(words.rstrip())))
        at = stop + 1
