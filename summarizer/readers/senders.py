"""Who sent a mail, as its header or the line above a quotation says it: a person's name, or nobody."""

import re

from .speaker_names import is_name

_ADDRESS = re.compile(r"\s*(?:<[^<>]*>|\[[^\[\]]*@[^\[\]]*\]|\(\S+@\S+\))")
_COMMENT = re.compile(r"\S+@\S+\s+\((?P<name>[^()]+)\)")
"""`anna@example.org (Anna Borg)`, an old way to write both."""
_VIA = re.compile(r"\s+(?:via|on behalf of|im auftrag von|de la part de)\s.*", re.IGNORECASE | re.DOTALL)
_PARTED = re.compile(r"(?P<before>[^,()]+),\s*(?P<after>[^()]+)")
"""`Borg, Anna`, or `Anna Borg, Head of Projects`: a name that stands whole before the comma has its office behind it."""
_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*\Z")
_MACHINE = re.compile(
    r"\b(?:no-?_?reply|do-?not-?reply|notifications?|mailer-daemon|postmaster|bounces?|alerts?|automated?)\b",
    re.IGNORECASE,
)
_OF_SEVERAL = re.compile(
    r"(?:team|office|desk|support|service|services|helpdesk|board|committee|council|secretariat|department|group|club|association|society|"
    r"company|ltd|llc|inc|plc|gmbh|newsletter|news|press|admin|administration|info|information|reception|list|bot|calendar|events?|"
    r"university|school|ministry|bank|union|foundation|institute|hotel|hr)",
    re.IGNORECASE,
)
"""Words of a name behind which more than one person, or none, may write."""
_WROTE = r"(?:wrote|writes|said|a écrit|écrivait|écrit|ha scritto|scrive|escribió|escribio|escreveu)"
_BEFORE_ADDRESS = re.compile(r"(?P<name>[^\W\d_][^<>:;\d]*?)\s*[<\[(][^<>\s]*@[^<>\s]*[>\])]")
_BEFORE_VERB = re.compile(rf"(?:.*\d\S*,?\s+)?(?P<name>[^\W\d_][^<>:;\d]*?)\s+{_WROTE}\s*[:：]")
_AFTER_VERB = re.compile(r".*\b(?:schrieb|skrev|schreef)\s+(?P<name>[^\W\d_][^<>:;\d]*?)\s*[:：]")
_BEFORE_NAME = re.compile(
    r"(?:.*[,\d]\s*)?(?:(?:[ap]\.?m\.?|uhr|GMT|UTC|CES?T|um|at|à|schrieb|skrev|schreef),?\s+)*", re.IGNORECASE
)
"""What stands between a day and the name: `10:00 AM, `, `um 18:02 Uhr schrieb `."""
_LONGEST, _MOST = 400, 4_000
"""Characters of a sender, and of a list of receivers."""


def person_of(sender: str) -> str | None:
    """The name in the sender's field of a mail: `Anna Borg` of `"Borg, Anna (Port)" <anna@example.org>`.

    None where a machine, a body or several people send it, and where only an address stands there.
    """
    sender = sender.strip()[:_LONGEST]
    if _MACHINE.search(sender) or sender.count("@") > 1 or ";" in sender:
        return None
    old = _COMMENT.fullmatch(sender)
    words = old["name"] if old else _ADDRESS.sub("", sender)
    words = _IN_BRACKETS.sub("", _VIA.sub("", words.strip("\"' ")).strip("\"' "))
    parted = _PARTED.fullmatch(words)
    if parted and len([word for word in parted["before"].split() if word[0].isupper()]) < 2:
        words = f"{parted['after']} {parted['before']}"
    elif parted:
        words = parted["before"]
    return _person(words)


def people_of(receivers: str) -> list[str]:
    """The names in a field of several: `Ben Adu <ben@example.org>, "Ruiz, Carla" <carla@example.org>`."""
    parting = (
        r";"
        if ";" in receivers
        else r"(?<=[>\])]),|,(?=[^<>]*@)(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"
        if "@" in receivers
        else r","
    )
    return [name for each in re.split(parting, receivers[:_MOST]) if (name := person_of(each))]


def writer_named(attribution: str) -> str | None:
    """Whom the line above a quotation names: `On Tue, 3 Jun 2025, Anna Borg <anna@example.org> wrote:`. None where it names nobody."""
    line = attribution[:_LONGEST]
    if _MACHINE.search(line):
        return None
    found = _BEFORE_ADDRESS.search(line) or _AFTER_VERB.fullmatch(line) or _BEFORE_VERB.fullmatch(line)
    if found is None:
        return None
    begin = _BEFORE_NAME.match(found["name"])
    return _person(found["name"][begin.end() if begin else 0 :].strip("\"' "))


def _person(words: str) -> str | None:
    name = " ".join(words.split())
    if "@" in name or "," in name or any(_OF_SEVERAL.fullmatch(word) for word in re.findall(r"\w+", name)):
        return None
    return name if is_name(name) else None
