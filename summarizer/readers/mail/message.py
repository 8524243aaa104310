"""Mails as most programs save them (.eml), and as somebody copied them into a text: header, body, and the thread that they quote."""

import datetime
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import TypeAlias

from ...documents import Gap, canonical
from ...errors import DocumentError
from ...extras import needed
from ..attachments import unread
from ..html.charsets import decode_page
from ..reading import Written
from .invitations import read_invitation
from .letters import Letter, compose, encrypted, on_one_line
from .quoting import Header, Row, header_at, rows_of_text
from .thread import Piece

_DEEPEST = 20
"""Levels of parts within parts, or of mails within mails, that are gone into."""
_SEALED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted")
_TEXTS = ("text/plain", "text/html", "text/enriched")
"""And what says that it has parts, and has none: then it is read as it stands."""
_STUB = re.compile(r"\bhtml\b", re.IGNORECASE)
_STUB_LENGTH = 300
_FOLD = re.compile(r"\r?\n[ \t]*|\r")
_WORD = re.compile(r"[^\W_]")
_POSTED = re.compile(rb"(?:\A|(?<=\n)\r?\n)From [^\r\n]{0,200}\r?\n(?=[!-9;-~]+:)")
"""The line that begins each mail of a mailbox: `From anna@example.org Tue Jun  3 10:00:00 2025`."""
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
"""How a mailbox writes a line of a mail that would look like that one."""
_Part: TypeAlias = "Message[str, str]"
_REACH = 4_000
"""Characters from the top in which the header stands whole."""
_MEMO = re.compile(r"(?:[^\W\d_]+ )?MEMO(?:RANDUM)?[^\S\n]*\n\s*", re.IGNORECASE)
"""What may stand over it."""
_EARLIER = re.compile(
    r"^(?:> ?)*(?:On [^\n]{0,40}\d[^\n]*(?:\n[^\n]{0,80})?wrote:\s*\n\s*>|From:[^\n]*@)", re.MULTILINE
)
_BANNER = Row(0, "-----Original Message-----")


def read_eml(data: bytes, name: str) -> Written:
    """The mail with its header, its body and, below, each message that it quotes; of a mailbox all mails, in its order.

    Attachments are not read; those that can hold text are gaps. An invitation is read for what it is about and whom
    it invites, a mail that is carried along as a message of the thread. Raises DocumentError for an encrypted mail, and
    for one that says nothing.
    """
    first, *others = _mails(data.lstrip(b"\xef\xbb\xbf\r\n\t "))
    letter = read_letter(first, name)
    for each in others:
        letter.further += _carried(parsed(each, name), letter, name, 1)
    return compose(letter, name)


def read_letter(data: bytes, name: str) -> Letter:
    """The mail that MIME text holds."""
    return _letter(parsed(data, name), name, 0)


def parsed(data: bytes, name: str) -> _Part:
    """The parts of MIME text. Raises DocumentError where they nest deeper than the parser goes."""
    try:
        return message_from_bytes(data, policy=policy.compat32)
    except RecursionError as error:
        raise DocumentError(
            f"{name} nests its parts some hundreds deep; no mail is written so.",
            hint="Open it in a mail program, and save its text.",
        ) from error


def html_body(page: str, name: str) -> str:
    """The body of a mail in HTML as text, whole."""
    with needed("mail", name, "a mail in HTML"):
        from ..html.elements import parse
        from ..html.markup import render
    return render(parse(canonical(page), name))


def flowed_text(text: str, *, delete_space: bool) -> str:
    """A text in `format=flowed` with its paragraphs made whole (RFC 3676)."""
    lines: list[str] = []
    flows, above = False, 0
    for line in text.split("\n"):
        words = line.lstrip(">")
        depth = len(line) - len(words)
        words = words.removeprefix(" ")
        if flows and depth == above and words != "-- ":
            lines[-1] += words
        else:
            lines.append(">" * depth + (" " if depth else "") + words)
        flows, above = words.endswith(" ") and words != "-- ", depth
        if flows and delete_space:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def _mails(data: bytes) -> list[bytes]:
    """The mails of a mailbox, in which a line of the post before each parts them; or the one mail that it is."""
    if not _POSTED.match(data):
        return [data]
    return [_QUOTED_FROM.sub(rb"\1", each) for each in _POSTED.split(data)[1:]]


def _letter(message: _Part, name: str, depth: int) -> Letter:
    letter = Letter(
        subject=_field(message, "subject"),
        sender=_field(message, "from") or _field(message, "sender"),
        to=_field(message, "to"),
        cc=_field(message, "cc"),
        written=_field(message, "date"),
    )
    letter.date = date_of(letter.written)
    letter.body = "\n\n".join(each.strip("\n") for each in _bodies(message, letter, name, depth) if each.strip())
    return letter


def _bodies(part: _Part, letter: Letter, name: str, depth: int) -> Iterator[str]:
    """The texts of a part in their order; what is no text goes to the letter's gaps and to what is further."""
    kind = part.get_content_type()
    if kind in _SEALED:
        raise encrypted(name)
    payload = part.get_payload()
    children = [each for each in payload if isinstance(each, Message)] if isinstance(payload, list) else []
    if children and depth < _DEEPEST:
        if kind == "message/rfc822":
            for child in children:
                letter.further += _carried(child, letter, name, depth + 1)
        elif kind == "multipart/alternative":
            yield from _best(children, letter, name, depth + 1)
        else:
            for child in children:
                yield from _bodies(child, letter, name, depth + 1)
    elif children:
        letter.gaps.append(Gap("a mail within the mail", "lies too deep in others and is not read"))
    elif kind == "text/calendar":
        if invited := read_invitation(_text(part, name)):
            letter.further.append(Piece(invited))
    elif part.get_content_disposition() != "attachment" and (kind in _TEXTS or kind.startswith("multipart/")):
        text = _text(part, name)
        yield html_body(text, name) if kind == "text/html" else _typed(part, text)
    elif gap := unread(_filename(part), kind):
        letter.gaps.append(gap)


def _best(children: list[_Part], letter: Letter, name: str, depth: int) -> Iterator[str]:
    """One of the forms of a body: the plain one, unless it only says that there is another."""
    forms = [(child, [*_bodies(child, letter, name, depth)]) for child in children]
    said = [(child, "\n\n".join(texts)) for child, texts in forms if any(_WORD.search(text) for text in texts)]
    plain = [text for child, text in said if child.get_content_type() == "text/plain" and not _is_stub(text)]
    yield from plain[:1] or [text for _, text in said][-1:]


def _is_stub(text: str) -> bool:
    return len(text) < _STUB_LENGTH and bool(_STUB.search(text))


def _carried(message: _Part, letter: Letter, name: str, depth: int) -> list[Piece]:
    """A mail within a mail, whose gaps are those of the outer one."""
    inner = _letter(message, name, depth)
    letter.gaps += inner.gaps
    return inner.carried()


def _typed(part: _Part, text: str) -> str:
    if str(part.get_param("format", "")).lower() == "flowed":
        return flowed_text(text, delete_space=str(part.get_param("delsp", "")).lower() == "yes")
    return text


def _text(part: _Part, name: str) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    declared = part.get_param("charset", None)
    label = declared[2] if isinstance(declared, tuple) else declared
    return canonical(decode_page(data, name, label)) if data else ""


def _filename(part: _Part) -> str:
    found = part.get_filename() or ""
    return _decoded(found)


def _field(message: _Part, name: str) -> str:
    """A field of the header, decoded, on one line; several of one name are joined."""
    values = [value for key, value in message.raw_items() if key.lower() == name]
    return ", ".join(words for words in (on_one_line(_decoded(str(value))) for value in values) if words)


def _decoded(raw: str) -> str:
    """The words of a field, whose bytes beyond ASCII came through as half surrogate pairs."""
    data = _FOLD.sub(" ", raw).encode("utf-8", "surrogateescape")
    try:
        words = data.decode("utf-8")
    except UnicodeDecodeError:
        words = data.decode("cp1252", "replace")
    try:
        pieces = decode_header(words)
    except HeaderParseError:
        return words
    return "".join(piece if isinstance(piece, str) else _piece(piece, charset) for piece, charset in pieces)


def _piece(piece: bytes, charset: str | None) -> str:
    try:
        return piece.decode(charset or "raw-unicode-escape")
    except (LookupError, ValueError):
        return piece.decode("utf-8", "replace")


def date_of(written: str) -> datetime.datetime | None:
    """The time in a Date header; None for one that is none."""
    try:
        return parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def read_pasted(text: str, name: str) -> Written | None:
    """The reading of a mail that somebody copied into a text, header and all, as `read_eml` gives it; None for any other text."""
    top = len(text) - len(text.lstrip())
    masthead = _MEMO.match(text, top)
    fields = masthead.end() if masthead else top
    header = _header(rows_of_text(text[fields : fields + _REACH]))
    if header is None:
        return _quoting(text, name)
    lines = text[fields:].split("\n", header.size)
    letter = Letter(subject=header.found["about"], sender=header.found["sender"], body="".join(lines[header.size :]))
    letter.header = text[top:fields] + "\n".join(lines[: header.size]).rstrip()
    letter.date = date_of(header.found.get("when", ""))
    return compose(letter, name)


def _quoting(text: str, name: str) -> Written | None:
    """A text whose own header is gone, below which mails stand that say who wrote them."""
    if not _EARLIER.search(text):
        return None
    letter = Letter(body=text)
    return compose(letter, name) if any(piece.message.writer for piece in letter.pieces()) else None


def _header(rows: list[Row]) -> Header | None:
    """The header at the top, whichever of its fields comes first; it names who sent it, to whom or when, and about what."""
    found = header_at(rows, 0)
    if found is None:
        below = header_at([_BANNER, *rows], 0)
        found = below._replace(size=below.size - 1) if below and len(below.found) > 2 else None
    return found if found and {"sender", "about"} <= found.found.keys() else None
