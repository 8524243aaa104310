"""Writes the .eml files of this folder that need no other program than Python. Not part of the tests."""

import base64
from email.message import EmailMessage
from pathlib import Path

HERE = Path(__file__).parent

# What Outlook sends: HTML only, in Windows-1252 and base64, the thread under copied headers.
PAGE = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><style><!-- p.MsoNormal {margin:0cm;} --></style></head>
<body lang="FR"><div class="WordSection1">
<p class="MsoNormal">Chère Marta,<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoNormal">Nous enverrons l’horaire vendredi&nbsp;:<o:p></o:p></p>
<ul type="disc"><li class="MsoListParagraph">quai 4<o:p></o:p></li><li class="MsoListParagraph">quai 7<o:p></o:p></li></ul>
<table class="MsoTableGrid" border="1"><tr><td><p class="MsoNormal">Quai</p></td><td><p class="MsoNormal">Délai</p></td></tr>
<tr><td><p class="MsoNormal">4</p></td><td><p class="MsoNormal">6 juin 2025</p></td></tr></table>
<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>De&nbsp;:</b> Marta Cini &lt;marta@harbour.example&gt; <br>
<b>Envoyé&nbsp;:</b> lundi 2 juin 2025 09:15<br><b>À&nbsp;:</b> Paul Weiß &lt;paul@faehre.example&gt;<br><b>Objet&nbsp;:</b> Horaire<o:p></o:p></p></div>
<p class="MsoNormal">Pouvez-vous envoyer l’horaire&nbsp;?<o:p></o:p></p>
<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>Von:</b> Karl Weiß<br><b>Gesendet:</b> Sonntag, 1. Juni 2025 18:02<br>
<b>An:</b> Marta Cini<br><b>Betreff:</b> Fahrplan</p></div><p class="MsoNormal">Wir müssen über den Fahrplan sprechen.</p></div></body></html>"""
HEADER = """From: =?iso-8859-1?Q?Paul_Wei=DF?= <paul@faehre.example>
To: Marta Cini <marta@harbour.example>
Subject: =?utf-8?B?{subject}?=
Thread-Topic: Horaire
Date: Tue, 3 Jun 2025 08:10:00 +0000
Message-ID: <4@faehre.example>
MIME-Version: 1.0
Content-Language: fr-FR
Content-Type: text/html; charset="Windows-1252"
Content-Transfer-Encoding: base64

{body}"""
subject = base64.b64encode("RE: TR: Horaire d’été".encode()).decode()
body = base64.encodebytes(PAGE.encode("cp1252")).decode()
(HERE / "outlook.eml").write_text(HEADER.format(subject=subject, body=body), encoding="ascii", newline="\n")

# What Thunderbird sends: format=flowed, answers between the lines.
FLOWED = """From: Pawlu Vella <pawlu@harbour.example>
To: Marta Cini <marta@harbour.example>
Subject: Re: Ferry timetable
Date: Wed, 4 Jun 2025 07:45:00 +0200
Message-ID: <5@harbour.example>
User-Agent: Mozilla Thunderbird
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8; format=flowed
Content-Transfer-Encoding: 8bit

On 03/06/2025 18:20, Marta Cini wrote:
> Can you send the timetable to the harbour office, the ferry company and\x20
> the press by Friday?
Yes, I will send it to all three of them, and a note on the café at pier\x20
4 with it.

> And who calls Karl?

Not me.

--\x20
Pawlu Vella
"""
(HERE / "flowed.eml").write_text(FLOWED, encoding="utf-8", newline="\n")

# A mail that carries another, and one that only its receiver can read.
inner = EmailMessage()
inner["From"], inner["To"], inner["Subject"] = (
    "Karl Weiß <karl@faehre.example>",
    "Marta Cini <marta@harbour.example>",
    "Lamps",
)
inner["Date"] = "Sun, 01 Jun 2025 18:02:00 +0200"
inner.set_content("The green lamps are too weak.\n")
outer = EmailMessage()
outer["From"], outer["To"], outer["Subject"] = (
    "Marta Cini <marta@harbour.example>",
    "pawlu@harbour.example",
    "Fwd: Lamps",
)
outer["Date"] = "Mon, 02 Jun 2025 09:15:00 +0200"
outer.set_content("Please see below.\n")
outer.add_attachment(inner)
outer.add_attachment("a,b\n", subtype="csv", filename="lamps.csv")
(HERE / "forwarded.eml").write_bytes(outer.as_bytes())
