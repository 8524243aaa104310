"""A mail as any format gives it, and the text that is made of it."""

import datetime
import re
from dataclasses import dataclass, field

from ..documents import Gap, canonical
from ..errors import DocumentError
from .reading import Written
from .thread import lay_out

_ANSWER = re.compile(
    r"\s*(?:re|aw|sv|vs|antw|antwort|rif|r|res|fwd?|fw|wg|tr|i|rv|enc|doorst|vb|ynt|回复|转发|答复)(?:\[\d+\])?\s*[:：]\s*",
    re.I,
)
"""`Re: `, `AW: `, `Fwd: ` and their kin, before a subject."""
_HOLDS_TEXT = re.compile(
    r"\.(?:pdf|docx?|docm|dotx?|odt|rtf|pages|txt|md|html?|mht(?:ml)?|eml|msg|xlsx?|xlsm|ods|csv|pptx?|odp|vtt|srt|json|zip|7z"
    r"|tiff?|tex|epub|p7m)\Z",
    re.IGNORECASE,
)
_TEXT_TYPES = re.compile(r"application/(?:pdf|rtf|msword|vnd\.|zip|json)|text/|message/", re.IGNORECASE)
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
    body: str = ""
    """As typed; quotations have `>` before each line."""
    further: list[str] = field(default_factory=list)
    """Texts below it: invitations, and mails that it carries."""
    gaps: list[Gap] = field(default_factory=list)

    def heading(self) -> str:
        """Who wrote it, and when."""
        return ", ".join(each for each in (self.sender, self.written) if each)

    def text(self) -> str:
        """Its header, a field a line, and below it what it says and quotes."""
        fields = (("From", self.sender), ("To", self.to), ("Cc", self.cc), ("Date", self.written))
        header = "\n".join(f"{name}: {words}" for name, words in fields if words)
        name = re.sub(r"\s*<[^<>]*>", "", self.sender).strip("\"' ") or self.sender
        return "\n\n".join(each for each in (header, lay_out(self.body, name), *self.further) if each.strip())


def compose(letter: Letter, name: str) -> Written:
    """The reading of a mail. Raises DocumentError where it is encrypted, or says nothing and carries nothing."""
    if _SEALED.search(letter.body):
        raise encrypted(name)
    letter.body = _SIGNED.sub(lambda match: _unsigned(match["words"]), letter.body)
    if not (letter.body.strip() or letter.further or letter.gaps):
        raise DocumentError(f"{name} is a mail that says nothing.", hint="Check that it was saved whole.")
    title = bare_subject(letter.subject)
    text = f"# {title}\n\n{letter.text()}" if title else letter.text()
    day = letter.date.date() if letter.date else None
    basis = letter.date_basis if day else None
    return Written(canonical(text), title or None, day, basis, gaps=letter.gaps)


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


def unread(filename: str, kind: str) -> Gap | None:
    """The gap that an attachment leaves: only where it can hold text of a meeting, so that no logo counts.

    kind: its MIME type, empty where unknown.
    """
    label = on_one_line(filename)
    if kind.lower() == "application/ms-tnef" or label.lower() == "winmail.dat":
        return Gap(f"attachment {label or 'winmail.dat'}", "is packed as only Outlook does, and is not read")
    if _HOLDS_TEXT.search(label) or (not re.search(r"\.\w{2,4}\Z", label) and _TEXT_TYPES.match(kind)):
        return Gap(f"attachment {label or kind}", "is not read; pass it as a document of its own")
    return None


def encrypted(name: str) -> DocumentError:
    """The error for a mail that only its receiver can open."""
    return DocumentError(
        f"{name} is an encrypted mail.",
        hint="Open it in the mail program that has the key, and save its text.",
    )
