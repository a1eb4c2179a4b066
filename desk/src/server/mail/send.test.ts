import { createServer } from "node:net"
import { afterEach, describe, expect, test } from "vitest"
import { type MailServer, selfSigned, startMailServer } from "../../../test/mail-server.ts"
import { readMail } from "./read-mail.ts"
import { type OutgoingMail, type OutgoingServer, sendMail } from "./send.ts"
import { testServer } from "./test-server.ts"

const running: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

async function start(options: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> {
  const server = await startMailServer(options)
  running.push(server)
  return server
}

const at = (port: number, changes: Partial<OutgoingServer> = {}): OutgoingServer => ({
  host: "127.0.0.1",
  port,
  security: "none",
  username: null,
  password: null,
  ...changes,
})

const MAIL: OutgoingMail = {
  mailId: "two@shop.example",
  inReplyTo: "one@example.net",
  references: ["zero@shop.example", "one@example.net"],
  from: { name: "Shop, the", address: "help@shop.example" },
  to: [{ name: "Ada", address: "ada@example.net" }],
  subject: "Re: My bike – again",
  text: "It is ready.\n\n.\nA line that begins with a dot.\n",
  date: "2025-03-03T09:20:00.000Z",
}

const refuse = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

describe("Sending a mail", () => {
  test("It arrives as it was written, with its ids, and nothing says that a machine wrote it", async () => {
    const server = await start()
    expect(await sendMail(at(server.port), MAIL)).toEqual({ kind: "accepted", words: "250 kept", mailId: null })
    const [kept] = server.mails
    expect(kept).toMatchObject({ from: "help@shop.example", to: ["ada@example.net"] })
    const { text, automatic, ...mail } = await readMail(new TextEncoder().encode(kept?.raw))
    expect(mail).toMatchObject({
      mailId: MAIL.mailId,
      inReplyTo: [MAIL.inReplyTo],
      references: MAIL.references,
      subject: MAIL.subject,
    })
    expect(mail).toMatchObject({ from: MAIL.from, to: MAIL.to, date: MAIL.date })
    expect(text).toBe(MAIL.text.trimEnd())
    expect(automatic).toBe(false)
    expect(kept?.raw).not.toMatch(/x-mailer|auto-submitted/i)
  })

  test("A server that gives the mail another Message-ID is heard, because answers will name that one", async () => {
    const given = "2.0.0 OK <given@am0.eurprd01.prod.outlook.com> [Hostname=am0]"
    const server = await start({ onData: (stream, _, done) => void stream.resume().on("end", () => done(null, given)) })
    const outcome = await sendMail(at(server.port), MAIL)
    expect(outcome).toMatchObject({ kind: "accepted", mailId: "given@am0.eurprd01.prod.outlook.com" })
  })

  test("A recipient that the server refuses for good is refused, with its words", async () => {
    const server = await start({ onRcptTo: (_, __, done) => done(refuse(550, "no such user here")) })
    expect(await sendMail(at(server.port), MAIL)).toEqual({
      kind: "refused",
      code: 550,
      words: "The outgoing server refused it: 550 no such user here",
    })
  })

  test("What the server refuses for now is tried later", async () => {
    const server = await start({ onRcptTo: (_, __, done) => done(refuse(451, "greylisted")) })
    expect(await sendMail(at(server.port), MAIL)).toEqual({
      kind: "later",
      words: "The outgoing server said: 451 greylisted",
    })
  })

  test("A mail refused after its text is refused", async () => {
    const onData: Parameters<typeof start>[0] = {
      onData: (stream, _, done) => void stream.resume().on("end", () => done(refuse(554, "spam"))),
    }
    const server = await start(onData)
    expect(await sendMail(at(server.port), MAIL)).toMatchObject({ kind: "refused", code: 554 })
  })

  test("A wrong password says so, and is no fault of the mail", async () => {
    const server = await start({
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onAuth: (_, __, done) => done(new Error("no")),
    })
    const outcome = await sendMail(at(server.port, { username: "shop", password: "wrong" }), MAIL)
    expect(outcome).toMatchObject({
      kind: "later",
      words: expect.stringContaining("did not accept the user name or password"),
    })
  })

  test("Nobody there: later, and it says which port", async () => {
    const server = await startMailServer()
    await server.close()
    expect(await sendMail(at(server.port), MAIL)).toEqual({
      kind: "later",
      words: `127.0.0.1 answers, but nothing listens on its port ${server.port}.`,
    })
  })

  test("Where encryption is asked for, nothing is said without it", async () => {
    const server = await start()
    const outcome = await sendMail(at(server.port, { security: "starttls" }), MAIL)
    expect(outcome).toMatchObject({ kind: "later" })
    expect(server.mails).toEqual([])
  })

  test("A certificate that nobody vouches for is not trusted", async () => {
    const server = await start({ secure: true, ...selfSigned() })
    const outcome = await sendMail(at(server.port, { host: "localhost", security: "tls" }), MAIL)
    expect(outcome).toMatchObject({ kind: "later", words: expect.stringContaining("certificate") })
    expect(server.mails).toEqual([])
  })

  test("An address that is none is refused before anything is sent", async () => {
    const server = await start()
    const outcome = await sendMail(at(server.port), { ...MAIL, to: [{ name: "", address: "nobody" }] })
    expect(outcome.kind).toBe("refused")
  })

  test("Words in a name cannot add headers", async () => {
    const server = await start()
    await sendMail(at(server.port), {
      ...MAIL,
      subject: "a\r\nBcc: eve@example.net",
      from: { name: "x\r\nX-Bad: 1", address: "help@shop.example" },
    })
    expect(server.mails[0]?.raw).not.toMatch(/^(bcc|x-bad):/im)
    expect(server.mails[0]?.to).toEqual(["ada@example.net"])
  })
})

describe("Testing the outgoing server", () => {
  const MAIL_TO = { from: "help@shop.example", to: "admin@shop.example", mailId: "test@shop.example" }
  const stepsOf = async (server: OutgoingServer, mail: typeof MAIL_TO | null) =>
    (await testServer(server, mail)).steps.map(({ step, ok }) => `${step} ${ok ? "ok" : "failed"}`)

  test("Every step of a good one is ok, and the mail is there", async () => {
    const server = await start({
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onAuth: (_, __, done) => done(null, { user: "shop" }),
    })
    const steps = await stepsOf(at(server.port, { username: "shop", password: "right" }), MAIL_TO)
    expect(steps).toEqual(["find ok", "connect ok", "encrypt ok", "sign-in ok", "send ok"])
    expect(server.mails).toHaveLength(1)
  })

  test("Without a mail it stops after the sign-in, and nothing is sent", async () => {
    const server = await start()
    expect(await stepsOf(at(server.port), null)).toEqual(["find ok", "connect ok", "encrypt ok", "sign-in ok"])
    expect(server.mails).toEqual([])
  })

  test("A name that does not exist", async () => {
    const { steps } = await testServer(at(25, { host: "no-such-host.invalid" }), null)
    expect(steps).toEqual([
      { step: "find", ok: false, detail: expect.stringContaining("There is no server named no-such-host.invalid") },
    ])
  })

  test("A port where nobody listens", async () => {
    const server = await startMailServer()
    await server.close()
    expect(await stepsOf(at(server.port), null)).toEqual(["find ok", "connect failed"])
  })

  test("A server that speaks no SMTP", async () => {
    const web = createServer((socket) => socket.on("error", () => {}).end("HTTP/1.1 400 Bad Request\r\n\r\n"))
    await new Promise<void>((listening) => void web.listen(0, "127.0.0.1", listening))
    running.push({ close: () => new Promise((closed) => void web.close(() => closed())) })
    const address = web.address()
    const port = typeof address === "object" && address !== null ? address.port : 0
    expect(await stepsOf(at(port), null)).toEqual(["find ok", "connect ok", "encrypt failed"])
  })

  test("TLS where the server begins in the clear", async () => {
    const server = await start()
    const { steps } = await testServer(at(server.port, { security: "tls" }), null)
    expect(steps.at(-1)).toEqual({ step: "encrypt", ok: false, detail: expect.stringContaining("Try STARTTLS") })
  })

  test("A certificate that is not valid", async () => {
    const server = await start({ disabledCommands: ["AUTH"], ...selfSigned() })
    const { steps } = await testServer(at(server.port, { host: "localhost", security: "starttls" }), null)
    expect(steps.at(-1)).toEqual({ step: "encrypt", ok: false, detail: expect.stringContaining("certificate") })
  })

  test("A wrong password", async () => {
    const server = await start({
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onAuth: (_, __, done) => done(new Error("no")),
    })
    const steps = await stepsOf(at(server.port, { username: "shop", password: "wrong" }), MAIL_TO)
    expect(steps).toEqual(["find ok", "connect ok", "encrypt ok", "sign-in failed"])
  })

  test("A sender that may not send", async () => {
    const server = await start({ onMailFrom: (_, __, done) => done(refuse(553, "not your address")) })
    const { ok, steps } = await testServer(at(server.port), MAIL_TO)
    expect(ok).toBe(false)
    expect(steps.at(-1)).toEqual({ step: "send", ok: false, detail: "The outgoing server said: 553 not your address" })
  })
})
