"""A mail as any format gives it, and the text that is made of it."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...documents import Gap, Message, canonical
from ...errors import DocumentError
from ..reading import Written
from .thread import FRAME, Piece, lay_out

_ANSWER = re.compile(
    r"\s*(?:re|aw|sv|vs|antw|antwort|rif|r|res|fwd?|fw|wg|tr|i|rv|enc|doorst|vb|ynt|回复|转发|答复)(?:\[\d+\])?\s*[:：]\s*",
    re.I,
)
"""`Re: `, `AW: `, `Fwd: ` and their kin, before a subject."""
_SPACE = re.compile(r"\s+")
_SEALED = re.compile(r"^-----BEGIN PGP MESSAGE-----", re.MULTILINE)
_SIGNED = re.compile(
    r"^-----BEGIN PGP SIGNED MESSAGE-----\n(?:\w+:[^\n]*\n)*+\n?+(?P<words>(?:(?!-----BEGIN PGP )[^\n]*\n)*+)"
    r"-----BEGIN PGP SIGNATURE-----.*?(?:-----END PGP SIGNATURE-----|\Z)",
    re.MULTILINE | re.DOTALL,
)


@dataclass
class Letter:
    """What a mail says, with its words decoded."""

    subject: str = ""
    sender: str = ""
    to: str = ""
    cc: str = ""
    date: datetime.datetime | None = None
    written: str = ""
    """The date as the mail has it."""
    date_basis: str = "the mail's Date header"
    header: str = ""
    """As it stands in a mail that was pasted; else the fields above make it."""
    body: str = ""
    """As typed; quotations have `>` before each line."""
    further: list[Piece] = field(default_factory=list)
    """What stands below it: invitations, and mails that it carries."""
    gaps: list[Gap] = field(default_factory=list)

    def heading(self) -> str:
        """Who wrote it, and when."""
        return ", ".join(each for each in (self.sender, self.written) if each)

    def pieces(self) -> list[Piece]:
        """Its header, a field a line, and below it what it says and quotes."""
        return self._pieces("")

    def _pieces(self, subject: str) -> list[Piece]:
        fields = (("Subject", subject), ("From", self.sender), ("To", self.to), ("Cc", self.cc), ("Date", self.written))
        header = self.header or "\n".join(f"{name}: {words}" for name, words in fields if words)
        pieces = [Piece(header, FRAME), *lay_out(self.body, self.sender), *self.further]
        return [piece for piece in pieces if piece.text.strip()]

    def carried(self) -> list[Piece]:
        """The same of a mail within a mail, under a heading of its own."""
        day = self.date.date() if self.date else None
        inside = [
            piece if piece.message.quoted else piece._replace(message=piece.message._replace(quoted=True, date=day))
            for piece in self._pieces(bare_subject(self.subject))
        ]
        return [Piece(f"## {self.heading()}", FRAME), *inside]


def compose(letter: Letter, name: str) -> Written:
    """The reading of a mail. Raises DocumentError where it is encrypted, or says nothing and carries nothing."""
    if _SEALED.search(letter.body):
        raise encrypted(name)
    letter.body = _SIGNED.sub(lambda match: _unsigned(match["words"]), letter.body)
    if not (letter.body.strip() or letter.further or letter.gaps):
        raise DocumentError(f"{name} is a mail that says nothing.", hint="Check that it was saved whole.")
    title = bare_subject(letter.subject)
    text, messages = _joined(
        [Piece(f"# {title}"), *letter.pieces()] if title and not letter.header else letter.pieces()
    )
    day = letter.date.date() if letter.date else None
    basis = letter.date_basis if day else None
    return Written(text, title or None, day, basis, gaps=letter.gaps, messages=messages)


def _joined(pieces: Sequence[Piece]) -> tuple[str, list[tuple[int, Message]]]:
    """The text of the pieces, and where in it each begins."""
    parts: list[str] = []
    messages: list[tuple[int, Message]] = []
    offset = 0
    for piece in pieces:
        parts.append(canonical(piece.text))
        messages.append((offset, piece.message))
        offset += len(parts[-1]) + 2
    return "\n\n".join(parts), messages


def _unsigned(words: str) -> str:
    """Without the dashes that a signature puts before lines which begin with one."""
    return re.sub(r"^- ", "", words.removesuffix("\n"), flags=re.MULTILINE)


def bare_subject(subject: str) -> str:
    """Without `Re:`, `Fwd:` and the like before it."""
    words = on_one_line(subject)
    while (found := _ANSWER.match(words)) and found.end() < len(words):
        words = words[found.end() :]
    return words


def on_one_line(words: str) -> str:
    """With white space as single spaces."""
    return _SPACE.sub(" ", words).strip()


def encrypted(name: str) -> DocumentError:
    """The error for a mail that only its receiver can open."""
    return DocumentError(
        f"{name} is an encrypted mail.", hint="Open it in the mail program that has the key, and save its text."
    )
