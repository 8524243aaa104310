const MailComposer = require("nodemailer/lib/mail-composer");
const fs = require("fs");
const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const thread = `Dear Marta,

yes — I will send the timetable on Friday, and a note on the café at pier 4.

Kind regards
Pawlu

-- 
Pawlu Vella
Harbour Office

On Mon, 2 Jun 2025 at 09:15, Marta Cini <marta@harbour.example>
wrote:

> Dear Pawlu,
>
> could you send the timetable? Karl would like to see it before the
> meeting.
>
> Marta
>
> Am So., 1. Juni 2025 um 18:02 Uhr schrieb Karl Weiß <karl@faehre.example>:
>
>> Liebe Marta,
>>
>> wir müssen über den Fahrplan sprechen.
>>
>> Karl
`;
const html = `<div>Dear Marta,<br><br>yes &mdash; I will send the timetable on Friday, and a note on the caf&eacute; at pier 4.</div>`;
const ics = ["BEGIN:VCALENDAR","VERSION:2.0","PRODID:-//Harbour//Calendar//EN","METHOD:REQUEST","BEGIN:VTIMEZONE","TZID:Europe/Malta","END:VTIMEZONE","BEGIN:VEVENT","UID:1@harbour.example","DTSTAMP:20250602T080000Z","DTSTART;TZID=Europe/Malta:20250610T100000","DTEND;TZID=Europe/Malta:20250610T113000","SUMMARY:Ferry timetable\\, second reading","LOCATION:Pier 4\\, upper room","ORGANIZER;CN=\"Cini, Marta\":mailto:marta@harbour.example","ATTENDEE;CN=Pawlu Vella;PARTSTAT=ACCEPTED:mailto:pawlu@harbour.example","ATTENDEE;CN=Karl Weiß;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:karl@faehre","  .example","DESCRIPTION:Please bring the list of harbours.\\nCoffee is there.","BEGIN:VALARM","TRIGGER:-PT15M","DESCRIPTION:Reminder","END:VALARM","END:VEVENT","END:VCALENDAR"].join("\r\n").replace("faehre\r\n  .example","faehre\r\n .example");
const mails = {
  "thread.eml": {from: "Pawlu Vella <pawlu@harbour.example>", to: "Marta Cini <marta@harbour.example>", cc: "Karl Weiß <karl@faehre.example>", subject: "Re: Ferry timetable – draft for the café pier", date: "Tue, 03 Jun 2025 23:30:00 +0200", messageId: "<2@harbour.example>", text: thread, html, attachments: [{filename: "timetable – draft.pdf", content: Buffer.from("%PDF-1.4\n"), contentType: "application/pdf"}, {filename: "logo.png", content: pixel, cid: "logo"}]},
  "invitation.eml": {from: "Marta Cini <marta@harbour.example>", to: "Pawlu Vella <pawlu@harbour.example>, Karl Weiß <karl@faehre.example>", subject: "Invitation: Ferry timetable", date: "Mon, 02 Jun 2025 08:00:00 +0000", messageId: "<3@harbour.example>", text: "Please find the invitation below.", icalEvent: {method: "REQUEST", content: ics}},
};
for (const [name, mail] of Object.entries(mails)) new MailComposer({...mail, textEncoding: "quoted-printable", baseBoundary: name}).compile().build((e, m) => { if (e) throw e; fs.writeFileSync(process.argv[2] + "/" + name, m); });
