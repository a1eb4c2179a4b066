import { expect, test } from "vitest"
import { readMail } from "./read-mail.ts"

const read = (text: string) => readMail(new TextEncoder().encode(text.replaceAll("\n", "\r\n")))

const standard = (action: string) => `From: MAILER-DAEMON@mx.example
To: help@shop.example
Auto-Submitted: auto-replied
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

I am sorry.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; bo@example.net
Action: ${action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <bo@example.net>:
 no such user

--b
Content-Type: message/rfc822

Message-ID: <ours@shop.example>
Subject: Your bike

It is ready.
--b--
`

test("A report by RFC 3464 names the mail and the reason", async () => {
  expect((await read(standard("failed"))).report).toEqual({
    mailIds: ["ours@shop.example"],
    reason: "550 5.1.1 <bo@example.net>: no such user",
    recipients: ["bo@example.net"],
  })
})

test("What is only late has not come back", async () => {
  expect((await read(standard("delayed"))).report).toBeNull()
})

const letter = (head: string) => `${head}
Subject: Mail delivery failed: returning message to sender

A message that you sent could not be delivered:
  bo@example.net
    550 Unrouteable address

------ This is a copy of the message ------
Message-ID: <ours@shop.example>
`

test("A mail server's plain letter is understood too", async () => {
  expect((await read(letter("From: Mailer-Daemon@mx.example"))).report).toEqual({
    mailIds: ["ours@shop.example"],
    reason: "550 Unrouteable address",
    recipients: [],
  })
})

test("An absence note that quotes our mail has not come back", async () => {
  expect((await read(letter("From: bo@example.net\nAuto-Submitted: auto-replied\nReturn-Path: <>"))).report).toBeNull()
})

test("A customer who writes about a failed delivery has not come back", async () => {
  expect((await read(letter("From: bo@example.net"))).report).toBeNull()
})
