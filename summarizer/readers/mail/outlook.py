"""Mails as Outlook saves them (.msg)."""

import io
import struct

from ...documents import canonical
from ...errors import DocumentError
from ...extras import needed
from ..attachments import unread
from ..html.charsets import decode_page
from ..reading import Written
from .letters import Letter, compose, encrypted, on_one_line
from .mapi import Storage, unpack_rtf
from .message import date_of, html_body, read_letter

_CLASS, _SUBJECT, _BODY, _RTF, _HTML, _HEADERS = 0x001A, 0x0037, 0x1000, 0x1009, 0x1013, 0x007D
_SUBMITTED, _DELIVERED, _CODEPAGE = 0x0039, 0x0E06, 0x3FDE
_SENDER, _SENDER_ADDRESS, _REPRESENTED, _REPRESENTED_ADDRESS = 0x0C1A, (0x5D01, 0x0C1F), 0x0042, (0x5D02, 0x0065)
_DISPLAY_TO, _DISPLAY_CC, _RECEIVER_TYPE = 0x0E04, 0x0E03, 0x0C15
_NAME, _ADDRESS = 0x3001, (0x39FE, 0x3003)
_FILE_NAME, _MIME, _HIDDEN, _DATA = (0x3707, 0x3704, 0x3001), 0x370E, 0x7FFE, 0x3701
_TO, _CC = 1, 2
_DEEPEST = 20
_DAMAGE = (OSError, ValueError, IndexError, OverflowError, RecursionError, struct.error)
"""All that a broken structure leads to."""
_DATE_FIELD = "\ndate:"


def read_msg(data: bytes, name: str) -> Written:
    """The mail with its header, its body and, below, each message that it quotes, as `mail.read_eml` gives it.

    Raises DocumentError for a file that is damaged, encrypted, or says nothing.
    """
    with needed("mail", name, "a mail of Outlook"):
        from olefile import OleFileIO
    try:
        with OleFileIO(io.BytesIO(data)) as ole:
            letter = _letter(Storage(ole), name, 0)
    except _DAMAGE as error:
        raise DocumentError(
            f"{name} is a damaged mail of Outlook: {error}.", hint="Open it in Outlook, and save it again."
        ) from error
    return compose(letter, name)


def _letter(message: Storage, name: str, depth: int) -> Letter:
    kind = message.words(_CLASS).lower()
    attachments = list(message.parts("attach"))
    if kind.startswith("ipm.note.smime"):
        return _sealed(attachments, name, signed="signed" in kind)
    letter = Letter(
        subject=message.words(_SUBJECT),
        sender=_person(message, (_REPRESENTED, _SENDER), (*_REPRESENTED_ADDRESS, *_SENDER_ADDRESS)),
        to=_receivers(message, _TO) or on_one_line(message.words(_DISPLAY_TO)),
        cc=_receivers(message, _CC) or on_one_line(message.words(_DISPLAY_CC)),
        body=_body(message, name),
    )
    _set_date(letter, message)
    for attachment in attachments:
        embedded = attachment.embedded() if depth < _DEEPEST else None
        if embedded is not None:
            inner = _letter(embedded, name, depth + 1)
            letter.gaps += inner.gaps
            letter.further += inner.carried()
        elif not attachment.number(_HIDDEN) and (gap := unread(attachment.words(*_FILE_NAME), attachment.words(_MIME))):
            letter.gaps.append(gap)
    return letter


def _sealed(attachments: list[Storage], name: str, *, signed: bool) -> Letter:
    """A mail that Outlook keeps as it came: signed, and so legible, or encrypted."""
    if not signed or not attachments:
        raise encrypted(name)
    return read_letter(attachments[0].data(_DATA), name)


def _body(message: Storage, name: str) -> str:
    """The plain body, else the one in HTML, else the one in RTF."""
    plain = message.words(_BODY)
    if plain.strip():
        return canonical(plain)
    page = message.data(_HTML)
    if page.strip():
        codepage = message.number(_CODEPAGE)
        declared = "utf-8" if codepage == 65001 else f"cp{codepage}" if codepage else None
        return html_body(decode_page(page, name, declared), name)
    if words := message.words(_HTML):
        return html_body(words, name)
    rich = unpack_rtf(message.data(_RTF))
    if not rich.strip():
        return ""
    from ..office.richtext import read_rtf

    return read_rtf(rich, name).text


def _person(storage: Storage, names: tuple[int, ...], addresses: tuple[int, ...]) -> str:
    """`Anna Borg <anna@example.org>`; only the name where the address is one of Exchange's own."""
    name = on_one_line(storage.words(*names)).strip("'\"")
    address = next((words for tag in addresses if "@" in (words := on_one_line(storage.words(tag)))), "")
    return f"{name} <{address}>" if name and address and name != address else name or address


def _receivers(message: Storage, kind: int) -> str:
    here = [each for each in message.parts("recip") if each.number(_RECEIVER_TYPE) == kind]
    return ", ".join(words for each in here if (words := _person(each, (_NAME,), _ADDRESS)))


def _set_date(letter: Letter, message: Storage) -> None:
    """The Date header that came with it, which knows the sender's day; else the time of sending, in UTC."""
    headers = "\n" + message.words(_HEADERS).replace("\r\n", "\n")
    start = headers.lower().find(_DATE_FIELD)
    written = on_one_line(headers[start + len(_DATE_FIELD) :].partition("\n")[0]) if start >= 0 else ""
    letter.date, letter.written = date_of(written), written
    if letter.date is None:
        letter.date = message.time(_SUBMITTED) or message.time(_DELIVERED)
        letter.date_basis = "the time at which the mail was sent (UTC)"
        letter.written = f"{letter.date:%Y-%m-%d %H:%M} UTC" if letter.date else ""
