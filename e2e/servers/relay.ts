import { SMTPServer, type SMTPServerAddress, type SMTPServerSession } from "smtp-server"
import { bounceMail } from "./bounce.ts"
import type { Dovecot } from "./dovecot.ts"
import { sendRaw } from "./send-raw.ts"

/** One mail that the relay said 250 to. */
export type AcceptedMail = {
  readonly from: string
  readonly to: readonly string[]
  readonly messageId: string
  readonly raw: string
}

export type Refusal = { readonly code: number; readonly words: string }

/** The outgoing mail server of the desk: real SMTP with AUTH; what it accepts goes to dovecot, or back to the desk. */
export type Relay = {
  readonly host: "127.0.0.1"
  readonly port: number
  readonly username: string
  readonly password: string
  readonly accepted: readonly AcceptedMail[]
  /** Refuses mail to this recipient ("*" for all) until told to accept it: 4xx for now, 5xx for good. */
  readonly refuse: (recipient: string, refusal: Refusal) => void
  /** Accepts mail to this recipient, and then sends a delivery status mail to its sender. */
  readonly bounce: (recipient: string, words?: string) => void
  /** Takes back what `refuse` and `bounce` were told. */
  readonly acceptAll: () => void
  /** Mail to these addresses goes on to the listener at this port of the loopback interface. */
  readonly forward: (addresses: readonly string[], port: number) => void
  /** Waits until all that was accepted has arrived. Fails with the first that could not be delivered. */
  readonly settled: () => Promise<void>
  readonly stop: () => Promise<void>
}

type Routes = {
  readonly dovecot: Dovecot | undefined
  readonly refusals: Map<string, Refusal>
  readonly bounces: Map<string, string>
  readonly forwards: Map<string, number>
}

const ACCOUNT = { username: "desk", password: "ropes-and-anchors" } as const

/** Without a dovecot it takes mail for anybody, and only remembers it. */
export async function startRelay(dovecot?: Dovecot): Promise<Relay> {
  const routes: Routes = { dovecot, refusals: new Map(), bounces: new Map(), forwards: new Map() }
  const accepted: AcceptedMail[] = []
  const deliveries: Promise<void>[] = []
  const server = smtpServer(routes, (mail) => {
    accepted.push(mail)
    const delivery = deliver(mail, routes)
    delivery.catch(() => undefined) // `settled` tells it
    deliveries.push(delivery)
  })
  const port = await listen(server)
  return {
    host: "127.0.0.1",
    port,
    ...ACCOUNT,
    accepted,
    refuse: (recipient, refusal) => routes.refusals.set(recipient.toLowerCase(), refusal),
    bounce: (recipient, words = "No such user here") => routes.bounces.set(recipient.toLowerCase(), words),
    acceptAll: () => {
      routes.refusals.clear()
      routes.bounces.clear()
    },
    forward: (addresses, to) => addresses.forEach((address) => routes.forwards.set(address.toLowerCase(), to)),
    settled: async () => {
      for (let done = 0; done < deliveries.length; done += 1) await deliveries[done]
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

function smtpServer(routes: Routes, accept: (mail: AcceptedMail) => void): SMTPServer {
  return new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, callback) => {
      if (username === ACCOUNT.username && password === ACCOUNT.password) callback(null, { user: username })
      else callback(reply({ code: 535, words: "5.7.8 Authentication credentials invalid" }))
    },
    onRcptTo: ({ address }, _session, callback) => callback(refusalOf(address, routes)),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        accept(mailOf(session, Buffer.concat(chunks).toString("utf8")))
        callback(null, "2.0.0 Ok: queued")
      })
    },
  })
}

function refusalOf(recipient: string, routes: Routes): Error | null {
  const address = recipient.toLowerCase()
  const refusal = routes.refusals.get(address) ?? routes.refusals.get("*")
  if (refusal !== undefined) return reply(refusal)
  const isKnown =
    routes.bounces.has(address) || routes.forwards.has(address) || (routes.dovecot?.addresses.has(address) ?? true)
  return isKnown ? null : reply({ code: 550, words: `5.1.1 <${recipient}>: no such mailbox here` })
}

function reply({ code, words }: Refusal): Error {
  return Object.assign(new Error(words), { responseCode: code })
}

function mailOf(session: SMTPServerSession, raw: string): AcceptedMail {
  const { mailFrom, rcptTo } = session.envelope
  return {
    from: mailFrom === false ? "" : mailFrom.address,
    to: rcptTo.map((recipient: SMTPServerAddress) => recipient.address),
    messageId: /^message-id:\s*(<[^>]*>)/im.exec(raw)?.[1] ?? "",
    raw,
  }
}

async function deliver(mail: AcceptedMail, routes: Routes): Promise<void> {
  for (const recipient of mail.to) {
    const words = routes.bounces.get(recipient.toLowerCase())
    if (words === undefined) await deliverOne(mail.from, recipient, mail.raw, routes)
    else if (mail.from !== "") {
      const bounce = { sender: mail.from, recipient, original: mail.raw, status: "5.1.1", words }
      await deliverOne("", mail.from, bounceMail(bounce), routes)
    }
  }
}

async function deliverOne(from: string, to: string, raw: string, routes: Routes): Promise<void> {
  const port = routes.forwards.get(to.toLowerCase())
  if (port !== undefined) await sendRaw({ port, from, to: [to], raw })
  else await routes.dovecot?.deliver({ from, to, raw })
}

function listen(server: SMTPServer): Promise<number> {
  return new Promise((resolve, reject) => {
    server.on("error", reject)
    const listener = server.listen(0, "127.0.0.1", () => {
      const address = listener.address()
      if (address === null || typeof address === "string") reject(new Error("The relay has no port."))
      else resolve(address.port)
    })
  })
}
