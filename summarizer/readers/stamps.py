"""Transcripts that Teams saves as a Word file: the time, the speaker and the words are lines of one paragraph."""

import re

_STAMP = re.compile(
    r"\A\s*(?P<hours>\d+):(?P<minutes>\d{1,2}):(?P<seconds>\d{1,2})(?:\.\d+)? --> [\d:.]+\s*\n(?P<name>[^\n]+)\n"
)


def restamped(words: str) -> str:
    """The paragraph with its speaker and time as other transcripts write them; unchanged where it is no such one."""
    found = _STAMP.match(words)
    if found is None:
        return words
    hours, minutes, seconds = int(found["hours"]), int(found["minutes"]), int(found["seconds"])
    return f"{found['name'].strip()} {hours}:{minutes:02}:{seconds:02}\n{words[found.end() :]}"
