import { lookup } from "node:dns/promises"
import { connect as connectSocket } from "node:net"
import SMTPConnection from "nodemailer/lib/smtp-connection"
import MailComposer from "nodemailer/lib/mail-composer"
import { type OutgoingServer, connectionOf } from "./send.ts"
import { sentenceOf } from "./send-failure.ts"

export type TestStep = {
  readonly step: "find" | "connect" | "encrypt" | "sign-in" | "send"
  readonly ok: boolean
  readonly detail: string
}

const CONNECT_MS_MAX = 10_000 // somebody sits and waits

/** A mail to send at the end; without one the test stops after the sign-in. */
export type TestMail = { readonly from: string; readonly to: string; readonly mailId: string }

/** Tries the outgoing server step by step, and says of the first step that fails what is wrong. Never fails itself. */
export async function testServer(
  server: OutgoingServer,
  mail: TestMail | null,
): Promise<{ ok: boolean; steps: readonly TestStep[] }> {
  const steps: TestStep[] = []
  const connection = new SMTPConnection({
    ...connectionOf(server),
    connectionTimeout: CONNECT_MS_MAX,
    greetingTimeout: CONNECT_MS_MAX,
  })
  // an error after the step that it belongs to (the server hangs up early) has been said already
  connection.on("error", () => {})
  const trials: readonly (readonly [TestStep["step"], () => Promise<string>])[] = [
    ["find", () => find(server)],
    ["connect", () => reach(server)],
    ["encrypt", () => encrypt(connection, server)],
    ["sign-in", () => signIn(connection, server)],
    ...(mail === null ? [] : [["send", () => send(connection, mail)] as const]),
  ]
  try {
    for (const [step, trial] of trials) steps.push({ step, ok: true, detail: await trial() })
  } catch (error) {
    const failed = trials[steps.length]?.[0] ?? "send"
    steps.push({ step: failed, ok: false, detail: sentenceOf(error, server) })
  } finally {
    connection.close()
  }
  return { ok: steps.every(({ ok }) => ok), steps }
}

async function find({ host }: OutgoingServer): Promise<string> {
  const [first, ...rest] = await lookup(host, { all: true })
  return `${host} is at ${first?.address ?? "no address"}${rest.length === 0 ? "" : ` and ${rest.length} more`}.`
}

function reach({ host, port }: OutgoingServer): Promise<string> {
  return new Promise((reached, failed) => {
    const socket = connectSocket({ host, port })
    socket.setTimeout(CONNECT_MS_MAX, () =>
      socket.destroy(Object.assign(new Error("no answer"), { code: "ETIMEDOUT" })),
    )
    socket.once("error", failed)
    socket.once("connect", () => {
      socket.destroy()
      reached(`Port ${port} answers.`)
    })
  })
}

async function encrypt(connection: SMTPConnection, { security }: OutgoingServer): Promise<string> {
  await new Promise<void>((connected, failed) => {
    connection.once("error", failed)
    connection.connect((error) => (error ? failed(error) : connected()))
  })
  if (security === "none") return "Not encrypted, as set: whoever is on the way can read along."
  return security === "tls"
    ? "Encrypted, and the certificate is valid."
    : "Encrypted by STARTTLS, and the certificate is valid."
}

async function signIn(connection: SMTPConnection, { username, password }: OutgoingServer): Promise<string> {
  if (username === null) return "No user name is set, so there was no sign-in. Many servers refuse to send then."
  await new Promise<void>((signedIn, failed) => {
    connection.login(
      { user: username, pass: password ?? "", credentials: { user: username, pass: password ?? "" } },
      (error) => (error ? failed(error) : signedIn()),
    )
  })
  return `Signed in as ${username}.`
}

async function send(connection: SMTPConnection, { from, to, mailId }: TestMail): Promise<string> {
  const composer = new MailComposer({
    messageId: `<${mailId}>`,
    from,
    to,
    subject: "Test of the outgoing server",
    text: TEXT,
    xMailer: false,
  })
  const raw = await composer.compile().build()
  const response = await new Promise<string>((sent, failed) => {
    connection.send({ from, to: [to] }, raw, (error, info) => (error ? failed(error) : sent(info?.response ?? "")))
  })
  return `The server accepted a mail to ${to}: ${response}. Look whether it arrives; acceptance is not delivery.`
}

const TEXT = "This is a test of the outgoing server of your customer desk. Nobody else has got it.\n"
