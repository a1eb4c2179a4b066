import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { readMail } from "../mail/read-mail.ts"
import { receiveMail } from "./receive.ts"

const MAILS = 60

const TEMPLATE = `From: "Rosa Lind" <rosa@example.org>
To: Shop <help@shop.example>, Cy <cy@example.org>
Reply-To: r@example.org
Date: Thu, 19 Nov 2026 14:00:00 +0000
Message-ID: <number@example.org>
In-Reply-To: <before@example.org>
References: <first@example.org> <before@example.org>
Subject: =?utf-8?Q?My_wheel_=F0=9F=9A=B2?=
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: multipart/alternative; boundary="c"

--c
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

It squeaks =F0=9F=9A=B2 at every turn.
--c
Content-Type: text/html; charset=utf-8

<p>It <b>squeaks</b> at every turn.</p>
--c--
--b
Content-Type: image/png; name="wheel.png"
Content-ID: <wheel@x>
Content-Transfer-Encoding: base64

aGVsbG8=
--b--
`.replaceAll("\n", "\r\n")

/** The same damage at every run: bytes changed, cut out and repeated, at places that `seed` says. */
function damaged(seed: number): Uint8Array {
  let state = seed
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  let bytes = [...new TextEncoder().encode(TEMPLATE.replace("number", String(seed)))]
  for (let wound = next(12); wound >= 0; wound--) {
    const at = next(bytes.length)
    const kind = next(4)
    if (kind === 0) bytes[at] = next(256)
    else if (kind === 1) bytes = [...bytes.slice(0, at), ...bytes.slice(at + next(60))]
    else if (kind === 2) bytes = [...bytes.slice(0, at), ...bytes.slice(Math.max(0, at - next(200)))]
    else bytes = [...bytes.slice(0, at), 0, 0xed, 0xa0, 0x80, 0xff, ...bytes.slice(at)]
  }
  return Uint8Array.from(bytes)
}

eachStore((store) => {
  test("Every damaged mail is taken in, once, and is there as it came", async () => {
    const desk = openTestDesk(store.database())
    const { workspaceId } = await openTestWorkspace(desk)
    for (let seed = 1; seed <= MAILS; seed++) {
      const raw = damaged(seed)
      const mail = {
        raw,
        mail: await readMail(raw),
        envelopeFrom: "rosa@example.org",
        recipients: [`help@${workspaceId}.example`],
      }
      const [first] = await receiveMail(desk, mail)
      expect(first).toMatchObject({ again: false })
      const [second] = await receiveMail(desk, mail)
      const recognised = mail.mail.mailId !== null || mail.mail.date !== null
      expect(second?.messageId === first?.messageId).toBe(recognised)
      const rows = await desk.database.query<{ digest: string }>(
        `select raw_digest as "digest" from messages where workspace_id = $1 and message_id = $2`,
        [workspaceId, first?.messageId],
      )
      expect(await desk.files.read(rows[0]?.digest ?? "")).toEqual(raw)
    }
  })
})
