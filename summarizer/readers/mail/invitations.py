"""Invitations in the form of iCalendar: what, when, where, by whom, and who is invited."""

import re
from collections.abc import Iterator

_FOLD = re.compile(r"\r?\n[ \t]")
_PROPERTY = re.compile(
    r"(?P<name>[A-Z-]+)(?P<parameters>(?:;[^:;\"]*(?:\"[^\"]*\"[^:;\"]*)*)*):(?P<value>.*)", re.IGNORECASE
)
_NAME = re.compile(r";CN=(?:\"(?P<quoted>[^\"]*)\"|(?P<plain>[^;:]*))", re.IGNORECASE)
_ANSWER = re.compile(r";PARTSTAT=(?P<answer>ACCEPTED|DECLINED|TENTATIVE)", re.IGNORECASE)
_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d*(Z?))?")
_ESCAPED = re.compile(r"\\([nN,;\\])")
_FIELDS = {"SUMMARY": "Subject", "DTSTART": "Start", "DTEND": "End", "LOCATION": "Location", "ORGANIZER": "Organizer"}


def read_invitation(calendar: str) -> str:
    """The first event of a calendar as a heading, a field a line, and a list of those invited; empty where there is none."""
    fields: list[str] = []
    invited: list[str] = []
    described = ""
    for name, parameters, value in _properties(calendar):
        if name in _FIELDS:
            words = _person(parameters, value) if name == "ORGANIZER" else _when(parameters, value)
            fields.append(f"{_FIELDS[name]}: {words}")
        elif name == "ATTENDEE":
            answer = _ANSWER.search(parameters)
            invited.append(f"- {_person(parameters, value)}" + (f" ({answer['answer'].lower()})" if answer else ""))
        elif name == "DESCRIPTION":
            described = value
    parts = ["\n".join(fields), "Invited:\n\n" + "\n".join(invited) if invited else "", described.strip()]
    return "\n\n".join(["## Invitation", *filter(None, parts)]) if any(parts) else ""


def _properties(calendar: str) -> Iterator[tuple[str, str, str]]:
    """Name, parameters and plain value of each line of the first event, without its alarms."""
    inside: list[str] = []
    for line in _FOLD.sub("", calendar).splitlines():
        found = _PROPERTY.fullmatch(line)
        if found is None:
            continue
        name, value = found["name"].upper(), found["value"].strip()
        if name == "BEGIN":
            inside.append(value.upper())
        elif name == "END":
            if value.upper() == "VEVENT":
                return
            del inside[-1:]
        elif inside[-1:] == ["VEVENT"] and value:
            yield name, found["parameters"], _ESCAPED.sub(lambda c: "\n" if c[1] in "nN" else c[1], value)


def _person(parameters: str, value: str) -> str:
    named = _NAME.search(parameters)
    address = re.sub(r"\Amailto:", "", value, flags=re.IGNORECASE)
    words = (named["quoted"] or named["plain"] or "").strip() if named else ""
    return f"{words} <{address}>" if words and words != address else address


def _when(parameters: str, value: str) -> str:
    """`2025-06-03 10:00 (Europe/Malta)` for a time, and anything else on one line."""
    time = _TIME.fullmatch(value)
    if time is None:
        return " ".join(value.split())
    year, month, day, hour, minute, utc = time.groups()
    zone = re.search(r";TZID=\"?([^;:\"]+)", parameters, re.IGNORECASE)
    place = " (UTC)" if utc else f" ({zone[1]})" if zone else ""
    return f"{year}-{month}-{day}" + (f" {hour}:{minute}{place}" if hour else "")
