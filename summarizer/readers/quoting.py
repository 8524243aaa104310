"""Where in the text of a mail another mail is quoted: marks at the margin, attributions, headers copied into the text."""

import re
from collections.abc import Sequence
from typing import NamedTuple

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
_LONGEST = 60
"""Lines of a copied header, at the most."""
_FOLDED = 20
"""Lines that a list of addresses may go on for."""


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
    while here < min(len(rows), start + _LONGEST) and rows[here].depth == depth and blanks < 2:
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
