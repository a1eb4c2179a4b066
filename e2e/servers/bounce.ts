import { randomUUID } from "node:crypto"

type Failure = {
  readonly sender: string
  readonly recipient: string
  readonly original: string
  /** RFC 3463, for instance "5.1.1". */
  readonly status: string
  readonly words: string
}

/** The delivery status mail (RFC 3464) that a mail server sends to the envelope's sender when it gives up. */
export function bounceMail({ sender, recipient, original, status, words }: Failure): string {
  const boundary = `bounce-${randomUUID()}`
  const headers = original.split(/\r?\n\r?\n/, 1)[0] ?? ""
  return lines(`
From: Mail Delivery System <MAILER-DAEMON@relay.test>
To: <${sender}>
Subject: Undelivered Mail Returned to Sender
Date: ${new Date().toUTCString().replace("GMT", "+0000")}
Message-ID: <${randomUUID()}@relay.test>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"

--${boundary}
Content-Type: text/plain; charset=utf-8

This is the mail system at host relay.test.
Your message could not be delivered to ${recipient}: ${words}

--${boundary}
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.test

Final-Recipient: rfc822; ${recipient}
Action: failed
Status: ${status}
Diagnostic-Code: smtp; 550 ${status} ${words}

--${boundary}
Content-Type: text/rfc822-headers

${headers}

--${boundary}--
`)
}

function lines(mail: string): string {
  return mail.trimStart().replaceAll(/\r?\n/g, "\r\n")
}
