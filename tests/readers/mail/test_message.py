"""Mails: header, body, and every message of the thread under the name of who wrote it."""

import datetime
import time
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

import pytest

from summarizer import summarize
from summarizer.documents import Document, Gap
from summarizer.errors import DocumentError
from summarizer.loading import load
from summarizer.readers.mail.letters import Letter, compose
from summarizer.readers.mail.quoting import people_of, person_of, writer_named

FILES = Path(__file__).parent.parent.parent / "files" / "mail"
HEADER = "From: Anna Borg <anna@harbour.example>\nSubject: Ferries\nDate: Tue, 3 Jun 2025 10:00:00 +0200\nMIME-Version: 1.0\n"
UNREAD = "is not read; pass it as a document of its own"


def mail(body: str, header: str = "Content-Type: text/plain; charset=utf-8\n") -> Document:
    return load((HEADER + header + "\n" + body).encode(), name="a.eml")


def body_of(document: Document) -> str:
    return document.text.split("+0200\n\n", 1)[1]


def test_a_thread_is_its_messages_the_newest_first() -> None:
    document = load(FILES / "thread.eml")
    assert document.title == "Ferry timetable – draft for the café pier"
    assert (document.date, document.date_basis) == (datetime.date(2025, 6, 3), "the mail's Date header")
    assert document.gaps == [Gap("attachment timetable – draft.pdf", UNREAD)]
    assert document.text.split("\n\n") == [
        "# Ferry timetable – draft for the café pier",
        "From: Pawlu Vella <pawlu@harbour.example>\nTo: Marta Cini <marta@harbour.example>\nCc: Karl Weiß <karl@faehre.example>\n"
        "Date: Tue, 03 Jun 2025 23:30:00 +0200",
        "Dear Marta,",
        "yes — I will send the timetable on Friday, and a note on the café at pier 4.",
        "Kind regards\nPawlu",
        "--\nPawlu Vella\nHarbour Office",
        "## On Mon, 2 Jun 2025 at 09:15, Marta Cini <marta@harbour.example> wrote:",
        "Dear Pawlu,",
        "could you send the timetable? Karl would like to see it before the\nmeeting.",
        "Marta",
        "## Am So., 1. Juni 2025 um 18:02 Uhr schrieb Karl Weiß <karl@faehre.example>:",
        "Liebe Marta,",
        "wir müssen über den Fahrplan sprechen.",
        "Karl",
    ]


def test_a_mail_of_outlook_in_html_is_read_with_its_copied_headers() -> None:
    document = load(FILES / "outlook.eml")
    assert document.title == "Horaire d’été"
    assert (
        "Nous enverrons l’horaire vendredi :\n\n- quai 4\n- quai 7\n\n| Quai | Délai |\n| 4 | 6 juin 2025 |"
        in document.text
    )
    headings = [line for line in document.text.split("\n") if line.startswith("## ")]
    assert headings == [
        "## Marta Cini <marta@harbour.example>, lundi 2 juin 2025 09:15",
        "## Karl Weiß, Sonntag, 1. Juni 2025 18:02",
    ]
    assert document.text.endswith("Betreff: Fahrplan\n\nWir müssen über den Fahrplan sprechen.")


def test_answers_between_quotations_stay_where_they_are_with_their_writer() -> None:
    asked = "## On 03/06/2025 18:20, Marta Cini wrote:\n\n"
    assert load(FILES / "flowed.eml").text.split("+0200\n\n")[1] == (
        f"{asked}Can you send the timetable to the harbour office, the ferry company and the press by Friday?\n\n"
        "## Pawlu Vella wrote:\n\nYes, I will send it to all three of them, and a note on the café at pier 4 with it.\n\n"
        f"{asked}And who calls Karl?\n\n## Pawlu Vella wrote:\n\nNot me.\n\n--\nPawlu Vella"
    )


def test_a_mail_that_is_carried_along_is_a_message_of_the_thread() -> None:
    document = load(FILES / "forwarded.eml")
    assert document.title == "Lamps"
    assert (
        "## Karl Weiß <karl@faehre.example>, Sun, 01 Jun 2025 18:02:00 +0200\n\nSubject: Lamps\nFrom: Karl"
        in document.text
    )
    assert document.text.endswith("The green lamps are too weak.")
    assert document.gaps == [Gap("attachment lamps.csv", UNREAD)]


def test_an_invitation_says_what_when_where_and_who() -> None:
    document = load(FILES / "invitation.eml")
    assert not document.gaps
    assert document.text.endswith(
        "## Invitation\n\nStart: 2025-06-10 10:00 (Europe/Malta)\nEnd: 2025-06-10 11:30 (Europe/Malta)\n"
        "Subject: Ferry timetable, second reading\nLocation: Pier 4, upper room\nOrganizer: Cini, Marta <marta@harbour.example>\n\n"
        "Invited:\n\n- Pawlu Vella <pawlu@harbour.example> (accepted)\n- Karl Weiß <karl@faehre.example>\n\n"
        "Please bring the list of harbours.\nCoffee is there."
    )


@pytest.mark.parametrize(
    "attribution",
    [
        "On Mon, 2 Jun 2025 at 09:15, Marta Cini <m@x.example> wrote:",
        "Le lun. 2 juin 2025 à 09:15, Marta Cini <m@x.example> a écrit :",
        "Il giorno lun 2 giu 2025 alle ore 09:15 Marta Cini <m@x.example> ha scritto:",
        "El lun, 2 jun 2025 a las 9:15, Marta Cini (<m@x.example>) escribió:",
        "Am Mo., 2. Juni 2025 um 09:15 Uhr schrieb Marta Cini <m@x.example>:",
        "Em seg., 2 de jun. de 2025 às 09:15, Marta Cini <m@x.example> escreveu:",
        "Op ma 2 jun 2025 om 09:15 schreef Marta Cini <m@x.example>:",
        "Marta Cini wrote:",
    ],
)
def test_the_attribution_of_a_quotation_is_its_heading(attribution: str) -> None:
    assert body_of(mail(f"I agree.\n\n{attribution}\n> I will go.\n>> Who goes?\n")) == (
        f"I agree.\n\n## {attribution}\n\nI will go.\n\n## Quoted message:\n\nWho goes?"
    )
    if "2025" in attribution:
        assert (
            body_of(mail(f"I agree.\n\n{attribution}\n\nI will go.\n")) == f"I agree.\n\n## {attribution}\n\nI will go."
        )


@pytest.mark.parametrize(
    ("banner", "labels"),
    [
        ("-----Original Message-----", ("From", "Sent", "To", "Subject")),
        ("________________________________", ("From", "Sent", "To", "Subject")),
        ("---------- Forwarded message ---------", ("From", "Date", "To", "Subject")),
        ("-----Message d'origine-----", ("De", "Envoyé", "À", "Objet")),
        ("-----Messaggio originale-----", ("Da", "Inviato", "A", "Oggetto")),
        ("-----Mensaje original-----", ("De", "Enviado el", "Para", "Asunto")),
        ("-----Ursprüngliche Nachricht-----", ("Von", "Gesendet", "An", "Betreff")),
        ("", ("*From:*", "*Sent:*", "*To:*", "*Subject:*")),
    ],
)
def test_a_copied_header_begins_a_message(banner: str, labels: tuple[str, ...]) -> None:
    values = ("Marta Cini <m@x.example>", "2 June 2025", "Anna Borg", "Ferries")
    fields = [
        f"{label.rstrip(':')}: {value}" if "*" not in label else f"{label} {value}"
        for label, value in zip(labels, values, strict=True)
    ]
    shown = "\n".join(field.replace("*", "") for field in fields)
    assert body_of(mail("I agree.\n\n" + "\n".join([banner, *fields]) + "\n\nI will go.\n")) == (
        f"I agree.\n\n## Marta Cini <m@x.example>, 2 June 2025\n\n{shown}\n\nI will go."
    )


def test_an_answer_below_a_quotation_comes_before_it() -> None:
    assert body_of(mail("Marta wrote:\n> Who goes?\n\nI will go.\n")) == "I will go.\n\n## Marta wrote:\n\nWho goes?"


def test_an_agenda_with_from_and_to_is_no_copied_header() -> None:
    assert "##" not in mail("From: 10:00\nTo: 11:00\nDate: 5 June 2025\n\nSee you.\n").text


@pytest.mark.parametrize("prefix", ["Re: ", "RE: Fwd: ", "AW: WG: ", "R: I: ", "TR : ", "RV: ", "Re[2]: ", ""])
def test_the_title_is_the_subject_without_re(prefix: str) -> None:
    data = f"From: a@x.example\nDate: Tue, 3 Jun 2025 10:00:00 +0000\nMIME-Version: 1.0\nSubject: {prefix}Ferries\n\nHello.\n"
    assert load(data.encode(), name="a.eml").title == "Ferries"


def test_the_plain_form_is_preferred_unless_it_says_nothing() -> None:
    for plain, said in (
        ("Typed.", "Typed."),
        ("  ", "Shown."),
        ("This mail needs a client that can show HTML.", "Shown."),
    ):
        message = EmailMessage()
        message["From"], message["Subject"], message["Date"] = (
            "a@x.example",
            "Ferries",
            "Tue, 3 Jun 2025 10:00:00 +0200",
        )
        message.set_content(plain)
        message.add_alternative("<p style='display:none'>Preview</p><nav>Shown.</nav>", subtype="html")
        assert body_of(load(message.as_bytes(), name="a.eml")) == said


@pytest.mark.parametrize("charset", ["iso-2022-jp", "utf-8", "shift_jis"])
@pytest.mark.parametrize("coding", ["base64", "quoted-printable"])
def test_odd_encodings_are_undone(charset: str, coding: str) -> None:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "a@x.example", "会議", "Tue, 3 Jun 2025 10:00:00 +0200"
    message.set_content("両者は合意した。", charset=charset, cte=coding)
    document = load(message.as_bytes(), name="a.eml")
    assert (document.title, body_of(document)) == ("会議", "両者は合意した。")


def test_a_header_in_raw_utf_8_is_read() -> None:
    data = "From: Zoé <z@x.example>\nSubject: Été\nMIME-Version: 1.0\n\nBonjour.\n"
    assert load(data.encode(), name="a.eml").text.startswith("# Été\n\nFrom: Zoé <z@x.example>")


def test_an_attachment_leaves_a_gap_only_if_it_can_hold_text() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@x.example", "Ferries"
    message.set_content("See attached.")
    for name in ("minutes.docx", "photo.jpg", "sound.mp3", "card.vcf", "notes.txt"):
        message.add_attachment(b"x", maintype="application", subtype="octet-stream", filename=name)
    message.add_attachment(b"x", maintype="application", subtype="ms-tnef")
    places = [gap.place for gap in load(message.as_bytes(), name="a.eml").gaps]
    assert places == ["attachment minutes.docx", "attachment notes.txt", "attachment winmail.dat"]


def test_an_encrypted_mail_says_so_and_a_signed_one_is_read() -> None:
    with pytest.raises(DocumentError, match="encrypted"):
        mail(
            "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n",
            "Content-Type: multipart/encrypted; boundary=b\n",
        )
    with pytest.raises(DocumentError, match="encrypted"):
        mail("MIAGCSqGSIb3DQEHA6CAMIACAQAxggFF\n", "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n")
    with pytest.raises(DocumentError, match="encrypted"):
        mail("-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n")
    signed = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nHello.\n- - one\n-----BEGIN PGP SIGNATURE-----\n\niQ\n-----END PGP SIGNATURE-----\n"
    assert body_of(mail(signed)) == "Hello.\n- one"
    part = "--b\nContent-Type: text/plain\n\nHello.\n--b\nContent-Type: application/pgp-signature\n\nx\n--b--\n"
    assert body_of(mail(part, "Content-Type: multipart/signed; boundary=b\n")) == "Hello."


def test_a_mail_that_says_nothing_is_an_error() -> None:
    with pytest.raises(DocumentError, match="says nothing"):
        mail("\n \n")


@pytest.mark.parametrize("date", ["", "Date: yesterday\n", "Date: Tue, 99 Jun 2025 10:00:00 +0200\n"])
def test_a_mail_without_a_date_has_none(date: str) -> None:
    document = load(f"From: a@x.example\nSubject: Ferries\n{date}MIME-Version: 1.0\n\nHello.\n".encode(), name="a.eml")
    assert (document.date, document.date_basis) == (None, None)


@pytest.mark.parametrize("name", ["thread.eml", "outlook.eml", "forwarded.eml", "invitation.eml"])
def test_a_mail_that_is_cut_off_or_damaged_is_read_or_refused(name: str) -> None:
    data = (FILES / name).read_bytes()
    for part in range(1, 30):
        cut = len(data) * part // 30
        for damaged in (data[:cut], data[:cut] + b"\x00\xff=" + data[cut + 3 :], data[cut:]):
            with suppress(DocumentError):
                assert load(damaged, name="a.eml").segments


def test_all_mails_of_a_mailbox_are_read() -> None:
    parts = 'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nWe sail.\n>From here on.\n--b--\n'
    last = "From: Ben <ben@harbour.example>\nSubject: Re: Ferries\nDate: Wed, 4 Jun 2025 09:00:00 +0200\n\nWe stay.\n"
    posted = "From anna@harbour.example Tue Jun  3 10:00:00 2025\n"
    for end in ("\n", "\r\n"):
        document = load(f"{posted}{HEADER}{parts}\n{posted}{last}".replace("\n", end).encode())
        assert body_of(document).split("\n\n") == [
            "We sail.\nFrom here on.",
            "## Ben <ben@harbour.example>, Wed, 4 Jun 2025 09:00:00 +0200",
            "Subject: Ferries\nFrom: Ben <ben@harbour.example>\nDate: Wed, 4 Jun 2025 09:00:00 +0200",
            "We stay.",
        ]


def test_a_mail_that_says_it_has_parts_and_has_none_is_read_as_it_stands() -> None:
    assert body_of(mail("We sail.", "Content-Type: multipart/mixed\n")) == "We sail."


def test_mails_too_deep_within_mails_are_a_gap_or_refused() -> None:
    def carried(times: int) -> Document:
        return load(
            (HEADER + ("Content-Type: message/rfc822\n\n" + HEADER) * times + "\nWe sail.").encode(), name="a.eml"
        )

    assert "We sail." in carried(10).text
    assert carried(30).gaps == [Gap("a mail within the mail", "lies too deep in others and is not read")]
    with pytest.raises(DocumentError, match=r"^a\.eml nests its parts"):
        carried(3_000)


def test_signed_messages_without_a_signature_cost_no_time() -> None:
    body = "-----BEGIN PGP SIGNED MESSAGE-----\n\nWe sail.\n" * 20_000
    begin = time.perf_counter()
    assert compose(Letter(body=body), "a.eml").text.count("We sail.") == 20_000
    assert time.perf_counter() - begin < 20


def test_the_fields_of_a_header_take_part_in_nothing() -> None:
    names = [person.name for file in ("plain.msg", "forwarded.eml") for person in summarize(FILES / file).participants]
    assert not {"From", "To", "Cc"} & set(names)


def test_a_message_of_a_thread_is_neither_a_meeting_nor_an_item_of_the_agenda() -> None:
    document = mail(
        "That suits us.\n\nOn Tue, 13 May 2025 at 17:40, Ben Cole <ben@example.org> wrote:\n> Let us meet on 22 May.\n>\n"
        "> On Mon, 12 May 2025 at 10:01, Ann Lee <ann@example.org> wrote:\n>> When can we visit?\n"
    )
    assert [segment.kind for segment in document.segments].count("heading") == 3
    brief = summarize(document)
    assert (brief.agenda_items, brief.meetings) == ([], [])


def voices(document: Document) -> dict[str, str | None]:
    return {document.line_text(number): each.voice for number, each in enumerate(document.segments, 1)}


def test_what_stands_in_each_mail_of_a_thread_is_its_writers() -> None:
    said = voices(
        mail(
            "I will send it.\n\nOn Tue, 13 May 2025 at 17:40, Ben Cole <ben@example.org> wrote:\n> I will wait.\n>\n"
            "> On Mon, 12 May 2025 at 10:01, <info@example.org> wrote:\n>> I will call.\n"
        )
    )
    assert (said["I will send it."], said["I will wait."], said["I will call."]) == ("Anna Borg", "Ben Cole", None)
    assert said["Date: Tue, 3 Jun 2025 10:00:00 +0200"] is None


def test_an_answer_between_what_it_answers_is_the_answerers() -> None:
    said = voices(mail("Hello.\n\n> Who pays?\n\nI do.\n\n> And the boat?\n\nI will bring it.\n"))
    assert (said["Who pays?"], said["I do."], said["I will bring it."]) == (None, "Anna Borg", "Anna Borg")


@pytest.mark.parametrize(
    "record",
    [
        "Minutes of the crew meeting, 2 June\n\nI will ask Ben.\n",
        "Present: Anna Borg, Ben Cole\n\nI will ask Ben.\n",
        "Here are the minutes of the crew meeting.\n\nI will ask Ben.\n",
        "Ben Cole: We stay.\nDan Ek: I go.\nBen Cole: Then go.\nDan Ek: Yes.\n\nI will ask Ben.\n",
    ],
)
def test_minutes_that_a_mail_passes_on_are_not_its_writers_words(record: str) -> None:
    said = voices(mail(f"Dear all,\n\nI will call on Monday.\n\n{record}"))
    assert said["I will call on Monday."] == "Anna Borg"
    assert said["I will ask Ben."] != "Anna Borg"


def test_a_mail_that_was_pasted_is_read_like_one_that_was_saved() -> None:
    pasted = load(
        "From: Anna Borg <anna@harbour.example>\nSent: Tuesday, June 3, 2025 10:00 AM\nTo: Ben Cole\nSubject: RE: Ferries\nImportance: High\n\n"
        "I will send it tomorrow.\n\nFrom: Ben Cole\nSent: Monday, June 2, 2025 9:00 AM\nTo: Anna Borg\nSubject: Ferries\n\nI will wait.\n"
    )
    assert (pasted.title, pasted.date) == ("Ferries", datetime.date(2025, 6, 3))
    assert "Subject: RE: Ferries\nImportance: High\n\nI will" in pasted.text
    said = voices(pasted)
    assert (said["I will send it tomorrow."], said["I will wait."]) == ("Anna Borg", "Ben Cole")


@pytest.mark.parametrize(
    "text",
    ["From: Anna Borg\n\nWe sail.\n", "From: the quay\nTo: the mill\n\nWe walked.\n", "Subject: Ferries\n\nWe sail.\n"],
)
def test_a_text_with_a_field_or_two_is_no_mail(text: str) -> None:
    assert load(text.encode()).text == text
    assert not any(each.message for each in load(text.encode()).segments)


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("Anna Borg <anna@example.org>", "Anna Borg"),
        ('"Borg, Anna (Port)" <anna@example.org>', "Anna Borg"),
        ("anna@example.org (Anna Borg)", "Anna Borg"),
        ("Anna Borg, Head of Projects <anna@example.org>", "Anna Borg"),
        ("van der Berg, Anna <anna@example.org>", "Anna van der Berg"),
        ("'Anna Borg' via Crew List <crew@example.org>", "Anna Borg"),
        ("Anna Borg [mailto:anna@example.org]", "Anna Borg"),
        ("anna@example.org", None),
        ("Harbour Office <office@example.org>", None),
        ("Anna Borg <no-reply@tool.example>", None),
        ("Anna Borg <anna@example.org>, Ben Cole <ben@example.org>", None),
    ],
)
def test_a_sender_is_a_person_who_is_named_or_nobody(sender: str, name: str | None) -> None:
    assert person_of(sender) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("On Tue, 3 Jun 2025 at 10:00, Anna Borg <anna@example.org> wrote:", "Anna Borg"),
        ("On 3 June 2025 10:00 AM, Anna Borg wrote:", "Anna Borg"),
        ("Am So., 1. Juni 2025 um 18:02 Uhr schrieb Anna Borg <anna@example.org>:", "Anna Borg"),
        ("Le mar. 3 juin 2025 à 10:00, Anna Borg <anna@example.org> a écrit :", "Anna Borg"),
        ("Am 03.06.2025 um 10:00 schrieb Anna Borg:", "Anna Borg"),
        ("Anna Borg wrote:", "Anna Borg"),
        ("On Tue, 3 Jun 2025, anna@example.org wrote:", None),
        ("Quoted message:", None),
    ],
)
def test_the_line_above_a_quotation_names_its_writer(line: str, name: str | None) -> None:
    assert writer_named(line) == name


def test_receivers_are_told_apart() -> None:
    assert people_of('Ben Cole <ben@example.org>, "Ek, Dan" <dan@example.org>, crew@example.org') == [
        "Ben Cole",
        "Dan Ek",
    ]
    assert people_of("Cole, Ben; Ek, Dan") == ["Ben Cole", "Dan Ek"]
    assert people_of("Ben Cole, Dan Ek") == ["Ben Cole", "Dan Ek"]


def test_what_is_to_be_done_tomorrow_counts_from_the_day_of_its_own_mail() -> None:
    brief = summarize(
        mail(
            "I will call Dan tomorrow.\n\nOn Mon, 12 May 2025 at 10:01, Ben Cole <ben@example.org> wrote:\n> I will send the plan tomorrow.\n"
            "\nOn a day long ago in 2024, Ann Lee <ann@example.org> wrote:\n> I will paint the boat tomorrow.\n"
        )
    )
    days = {item.owner: item.due and item.due.start for item in brief.follow_ups}
    assert days == {"Anna Borg": datetime.date(2025, 6, 4), "Ben Cole": datetime.date(2025, 5, 13), "Ann Lee": None}


def test_a_memorandum_is_its_senders() -> None:
    document = load(
        "MEMORANDUM\n\nTO:   The board\nFROM: Anna Borg, Head of Projects\nSUBJECT: Ferries\n\nI will pay.\n"
    )
    assert (document.title, voices(document)["I will pay."]) == ("Ferries", "Anna Borg")
    assert document.text.startswith("MEMORANDUM\n\nTO:   The board\nFROM: Anna Borg, Head of Projects\n")


def test_a_mail_below_an_answer_without_a_header_is_its_writers_and_gives_no_title() -> None:
    document = load("I will pay.\n\n> On 3 Jun 2025, at 10:00, Ben Cole <ben@example.org> wrote:\n>\n> I will wait.\n")
    said = voices(document)
    assert (said["I will pay."], said["I will wait."], document.title) == (None, "Ben Cole", None)


def test_headings_of_a_mail_whose_subject_is_minutes_are_of_the_minutes() -> None:
    body = "I will call.\n\n# Budget\n\nI will ask Ben.\n"
    own, minutes = (
        voices(load((HEADER.replace("Ferries", about) + "\n" + body).encode()))
        for about in ("Ferries", "Minutes of 2 June")
    )
    assert (own["I will ask Ben."], minutes["I will ask Ben."]) == ("Anna Borg", None)
    assert minutes["I will call."] == "Anna Borg"
