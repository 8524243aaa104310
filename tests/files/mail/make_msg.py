"""Writes the .msg files of this folder. Not part of the tests: needs `pip install aspose-email-foss compressed-rtf`."""

import datetime
from pathlib import Path

from aspose.email_foss.msg import MapiMessage, PropertyId, PropertyTypeCode
from compressed_rtf import compress

HERE = Path(__file__).parent
BODY = (
    "Dear Marta,\r\n\r\nI will send the timetable on Friday — promised.\r\n\r\nPawlu\r\n\r\n"
    "-----Original Message-----\r\nFrom: Marta Cini <marta@harbour.example>\r\nSent: Monday, 2 June 2025 09:15\r\n"
    "To: Pawlu Vella\r\nSubject: Ferry timetable\r\n\r\nCould you send it?\r\n"
)
PAGE = (
    '<html><head><meta charset="windows-1252"><style>p{margin:0}</style></head><body><p class="MsoNormal">Dear Marta,</p>'
    "<p>The café list:</p><ul><li>Pier 4</li><li>Pier 7</li></ul>"
    '<div style="border-top:solid #E1E1E1 1.0pt"><p><b>Da:</b> Marta Cini &lt;marta@harbour.example&gt;<br><b>Inviato:</b> lunedì 2 giugno 2025'
    " 09:15<br><b>A:</b> Pawlu Vella<br><b>Oggetto:</b> Elenco</p></div><p>Mi mandi l’elenco?</p></body></html>"
)
RTF = r"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}\f0 Dear Marta,\par I will bring the \b red\b0  lamps. I will bring the green lamps.\par}"


def message(subject: str, body: str) -> MapiMessage:
    made = MapiMessage.create(subject, body)
    made.set_property(PropertyId.SENDER_NAME, "Pawlu Vella")
    made.set_property(PropertyId.SENDER_EMAIL_ADDRESS, "pawlu@harbour.example")
    made.set_property(PropertyId.MESSAGE_DELIVERY_TIME, datetime.datetime(2025, 6, 3, 21, 30, tzinfo=datetime.UTC))
    made.add_recipient("marta@harbour.example", display_name="Marta Cini")
    made.add_recipient("karl@faehre.example", display_name="Karl Weiß", recipient_type=2)
    return made


plain = message("RE: Ferry timetable", BODY)
plain.set_property(
    PropertyId.TRANSPORT_MESSAGE_HEADERS, "Received: from harbour.example\r\nDate: Tue, 03 Jun 2025 23:30:00 +0200\r\n"
)
plain.add_attachment("timetable.pdf", b"%PDF-1.4\n", mime_type="application/pdf")
plain.add_attachment("logo.png", b"\x89PNG\r\n", mime_type="image/png")
plain.add_embedded_message_attachment(message("Lamps", "The green lamps are too weak."), filename="Lamps.msg")
plain.save(HERE / "plain.msg")

page = message("I: Elenco", "")
page.set_property(0x1013, PropertyTypeCode.PTYP_BINARY, PAGE.encode("cp1252"))
page.set_property(PropertyId.INTERNET_CODEPAGE, 1252)
page.save(HERE / "page.msg")

rich = message("Lamps", "")
rich.set_property(0x1009, PropertyTypeCode.PTYP_BINARY, compress(RTF.encode("ascii")))
rich.save(HERE / "rich.msg")

old = MapiMessage(unicode_strings=False)
old.set_property(0x3FFD, PropertyTypeCode.PTYP_INTEGER32, 1251)
for tag, words in (
    (0x0037, "Расписание"),
    (0x1000, "Я пришлю расписание в пятницу."),
    (0x0C1A, "Павел"),
    (0x0E04, "Марта"),
):
    old.set_property(tag, PropertyTypeCode.PTYP_STRING8, words.encode("cp1251"))
old.set_property(PropertyId.MESSAGE_DELIVERY_TIME, datetime.datetime(2025, 6, 3, 8, 30, tzinfo=datetime.UTC))
old.save(HERE / "old.msg")

sealed = message("Secret", "")
sealed.message_class = "IPM.Note.SMIME"
sealed.add_attachment("smime.p7m", b"0\x80\x06\t", mime_type="application/pkcs7-mime")
sealed.save(HERE / "sealed.msg")
