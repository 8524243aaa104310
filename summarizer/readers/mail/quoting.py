"""Where in the text of a mail another mail is quoted, by marks at the margin, attributions and copied headers, and who sent it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..text.speaker_names import is_name

_DEEPEST = 50
_MARGIN = re.compile(r"(?:>[^\S\n]?){1,50}")
_DATED = re.compile(
    r"""(?:
      .{0,60}?\bOn\b[ ].{4,300}?\b(?:wrote|writes|said)
    | .{0,60}?\bLe\b[ ].{4,300}?\b(?:a[ ]écrit|écrivait|écrit)
    | .{0,60}?\b(?:Il(?:[ ]giorno)?|In[ ]data)\b[ ].{4,300}?\b(?:ha[ ]scritto|scrive)
    | .{0,60}?\bEl\b[ ].{4,300}?\b(?:escribió|escribio)
    | .{0,60}?\bEm\b[ ].{4,300}?\bescreveu
    | .{0,60}?\b(?:Am|Den)\b[ ].{4,300}?\b(?:schrieb|skrev)(?:[ ].{0,120}?)?
    | .{0,60}?\bOp\b[ ].{4,300}?\bschreef(?:[ ].{0,120}?)?
    | \S.{0,200}?\d{4}.{0,200}?(?:<\S+@\S+>|写道|님이[ ]작성)
    )\s*[:：]""",
    re.VERBOSE,
)
"""`On Tue, 3 Jun 2025 at 10:00, Anna Borg <anna@example.org> wrote:`, in the languages of Europe and some beyond."""
_NAMED = re.compile(r"\S.{1,120}?\b(?:wrote|writes|a écrit|ha scritto|escribió|schrieb|escreveu|schreef)\s*[:：]")
"""`Anna Borg wrote:`"""
_ATTRIBUTION_LINES = 4
_BANNER = re.compile(
    r"[-_=*>\s]*(?:original(?:e|al)? (?:message|nachricht)|message d['’]origine|message original|messaggio originale|mensaje original"
    r"|mensagem original|ursprüngliche nachricht|oorspronkelijk bericht|forwarded message|message (?:transféré|réexpédié)"
    r"|messaggio inoltrato|mensaje reenviado|mensagem encaminhada|weitergeleitete nachricht|doorgestuurd bericht"
    r"|original appointment"
    r"|begin forwarded message|début du message (?:réexpédié|transféré)|inizio messaggio inoltrato"
    r"|inicio del mensaje reenviado|anfang der weitergeleiteten (?:nachricht|e-mail))(?: (?:from|von|de|da) .{0,80})?\s?:?[-_=*\s]*",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\s_*-]*[_-]{3,}[\s_*-]*")
_KINDS = {
    "sender": "from,de,da,von,van,från,fra,expéditeur,mittente,remitente,absender",
    "when": "sent,date,envoyé,inviato,enviado el,enviado,enviada em,gesendet,datum,fecha,data,verzonden,skickat,sendt",
    "to": "to,à,a,para,an,aan,till,til,pour,destinataire,destinatario",
    "about": "subject,objet,oggetto,asunto,betreff,assunto,onderwerp,ämne,emne",
    "copied": "cc,bcc,cci,kopie,copia,ccn,reply-to,importance,attachments,pièces jointes,allegati",
}
_FIELD_OF = {label: kind for kind, labels in _KINDS.items() for label in labels.split(",")}
_FIELD = re.compile(r"[\s*]*(?P<label>[^\W\d_](?:[^\W\d_]|[ -]){0,18}?)[*\s]*[:：][*\s]*(?P<value>.*?)[\s*]*\Z")
_LONGEST_HEADER = 60
"""Lines of a copied header, at the most."""
_FOLDED = 20
"""Lines that a list of addresses may go on for."""
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


class Row(NamedTuple):
    """A line of a mail, and how many marks of quotation stand before it."""

    depth: int
    words: str


class Header(NamedTuple):
    """A header that a mail program copied above a message that it quotes."""

    heading: str
    """Who wrote the message, and when."""
    fields: list[str]
    found: dict[str, str]
    """What the fields hold, by what they tell: `sender`, `when`, `to`, `about`, `copied`; the first of each."""
    size: int
    """Lines of it, with all that belongs to it."""


def rows_of_text(text: str) -> list[Row]:
    """The lines of a mail without the marks of quotation at the margin."""
    rows: list[Row] = []
    for line in text.split("\n"):
        margin = _MARGIN.match(line)
        depth = min(margin[0].count(">"), _DEEPEST) if margin else 0
        rows.append(Row(depth, (line[margin.end() :] if margin else line).rstrip()))
    return rows


def header_at(rows: Sequence[Row], start: int) -> Header | None:
    """The copied header that begins at a row, with the banner above it: `-----Original Message-----`, `From: ...`."""
    here = start
    depth = rows[here].depth
    bannered = bool(_BANNER.fullmatch(rows[here].words))
    if bannered or _RULE.fullmatch(rows[here].words):
        here += 1
        while here < len(rows) and not rows[here].words:
            here += 1
    found: dict[str, str] = {}
    fields: list[str] = []
    folded = blanks = 0
    first = here
    while here < min(len(rows), start + _LONGEST_HEADER) and rows[here].depth == depth and blanks < 2:
        words = rows[here].words
        field = _FIELD.match(words)
        kind = _FIELD_OF.get(field["label"].strip().casefold()) if field else None
        if not words:
            blanks += 1
        elif field and kind and (fields or kind == "sender" or bannered) and not (kind == "sender" and kind in found):
            found.setdefault(kind, field["value"])
            fields.append(f"{field['label'].strip()}: {field['value']}".rstrip())
            folded = blanks = 0
        elif fields and not blanks and folded < _FOLDED and ("@" in words or ";" in words):
            fields[-1] += " " + words.strip()
            folded += 1
        else:
            break
        here += 1
    proven = bannered or "about" in found or "@" in found.get("sender", "")
    whole = proven and "sender" in found and len(found) > (1 if bannered else 2)
    if whole:
        who = ", ".join(found[key] for key in ("sender", "when") if found.get(key))
        return Header(who, fields, found, here - start)
    if bannered:
        return Header(rows[start].words.strip(" -_=*:>") + ":", [], {}, first - start)
    return None


def attribution_before(rows: Sequence[Row], end: int) -> tuple[str, int] | None:
    """The attribution that ends right before a row, on one line, and the row where it begins."""
    last = end - 1
    while last >= 0 and not rows[last].words:
        last -= 1
    if last < 0 or rows[last].words[-1] not in ":：" or end - last > 3:
        return None
    named: tuple[str, int] | None = None
    for first in range(last, max(last - _ATTRIBUTION_LINES, -1), -1):
        if not rows[first].words or rows[first].depth != rows[last].depth:
            break
        joined = " ".join(row.words.strip() for row in rows[first : last + 1])
        if _DATED.fullmatch(joined):
            return joined, first
        if named is None and _NAMED.fullmatch(joined):
            named = joined, first
    return named


def attribution_at(rows: Sequence[Row], start: int) -> tuple[str, int] | None:
    """An attribution with its day, without marks of quotation below it; and the row after it."""
    joined = ""
    for here in range(start, min(start + _ATTRIBUTION_LINES, len(rows))):
        if not rows[here].words or rows[here].depth != rows[start].depth:
            break
        joined = f"{joined} {rows[here].words.strip()}".strip()
        if joined[-1] in ":：" and any(map(str.isdigit, joined)):
            return (joined, here + 1) if _DATED.fullmatch(joined) else None
    return None


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
