"""What is attached to a document and is not read."""

import re

from ..documents import Gap

_HOLDS_TEXT = re.compile(
    r"\.(?:pdf|docx?|docm|dotx?|odt|rtf|pages|txt|md|html?|mht(?:ml)?|eml|msg|xlsx?|xlsm|ods|csv|pptx?|odp|vtt|srt|json|zip|7z"
    r"|tiff?|tex|epub|p7m)\Z",
    re.IGNORECASE,
)
_TEXT_TYPES = re.compile(r"application/(?:pdf|rtf|msword|vnd\.|zip|json)|text/|message/", re.IGNORECASE)
_SUFFIX = re.compile(r"\.\w{2,4}\Z")


def unread(filename: str, kind: str) -> Gap | None:
    """The gap that an attachment leaves: only where it can hold text of a meeting, so that no logo counts.

    kind: its MIME type, empty where unknown.
    """
    label = " ".join(filename.split())
    if kind.lower() == "application/ms-tnef" or label.lower() == "winmail.dat":
        return Gap(f"attachment {label or 'winmail.dat'}", "is packed as only Outlook does, and is not read")
    if _HOLDS_TEXT.search(label) or (not _SUFFIX.search(label) and _TEXT_TYPES.match(kind)):
        return Gap(f"attachment {label or kind}", "is not read; pass it as a document of its own")
    return None
