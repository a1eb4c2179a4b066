import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { isInstalled } from "./available.ts"
import { type Dovecot, startDovecot } from "./dovecot.ts"
import { mailIn, readMailbox } from "./mailbox.ts"
import { type Relay, startRelay } from "./relay.ts"
import { swaks } from "./swaks.ts"

describe.skipIf(!isInstalled("dovecot") || !isInstalled("swaks"))("the mail servers of the journeys", () => {
  let dovecot: Dovecot
  let relay: Relay

  beforeAll(async () => {
    dovecot = await startDovecot(["mia@customers.test", "shop@desk.test"])
    relay = await startRelay(dovecot)
  })

  afterAll(async () => {
    await relay?.stop()
    await dovecot?.stop()
  })

  function fromMia(to: string, subject: string) {
    return swaks({
      port: relay.port,
      account: relay,
      from: "shop@desk.test",
      to,
      subject,
      body: "The wheel is true again.",
    })
  }

  test("a mail goes from swaks through the relay into dovecot, and is read over IMAP", async () => {
    const answer = await fromMia("mia@customers.test", "Your bicycle")
    expect(answer).toMatchObject({ accepted: true, reply: "250 2.0.0 Ok: queued" })
    await relay.settled()
    const mail = await mailIn(dovecot, "mia@customers.test", (one) => one.subject === "Your bicycle")
    expect(mail.text).toContain("The wheel is true again.")
    expect(relay.accepted.map((one) => one.messageId)).toContain(mail.messageId)
  })

  test("the relay asks for the right password", async () => {
    const account = { username: "desk", password: "wrong" }
    const answer = await swaks({ port: relay.port, account, from: "shop@desk.test", to: "mia@customers.test" })
    expect(answer).toMatchObject({ accepted: false })
    expect(answer.transcript).toContain("535")
  })

  test("the relay refuses as told, and whom it does not know", async () => {
    relay.refuse("mia@customers.test", { code: 451, words: "4.3.0 Try again later" })
    expect((await fromMia("mia@customers.test", "Refused")).reply).toBe("451 4.3.0 Try again later")
    relay.acceptAll()
    expect((await fromMia("nobody@customers.test", "Refused")).reply).toContain("550 5.1.1")
    expect(await readMailbox(dovecot, "mia@customers.test")).not.toContainEqual(
      expect.objectContaining({ subject: "Refused" }),
    )
  })

  test("a bounce is a delivery status mail to the sender, with the headers of the mail it speaks of", async () => {
    relay.bounce("gone@customers.test")
    expect((await fromMia("gone@customers.test", "Your receipt")).accepted).toBe(true)
    const bounce = await mailIn(dovecot, "shop@desk.test", (one) => one.subject?.startsWith("Undelivered") === true)
    expect(bounce.raw).toContain("Final-Recipient: rfc822; gone@customers.test")
    expect(bounce.raw).toContain("Subject: Your receipt")
    expect(bounce.headers).toContainEqual(
      expect.objectContaining({ key: "content-type", value: expect.stringContaining("multipart/report") }),
    )
  })
})
