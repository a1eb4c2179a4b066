import { SMTPServer } from "smtp-server"
import type { SMTPServerDataStream, SMTPServerSession } from "smtp-server"
import { findMailboxes } from "../database/inbound.ts"
import type { Desk } from "../verbs/desk.ts"
import type { ReceivedMail } from "../verbs/received-mail.ts"
import { type Received, receiveMail } from "../verbs/receive.ts"
import { cleanLine } from "./clean-text.ts"
import { gatherMail } from "./gather-mail.ts"
import { APART_SIZE, readMail } from "./read-mail.ts"
import { takeIn } from "./take-in.ts"

export const MAIL_SIZE_MAX = 64 * 1024 * 1024 // bytes; the large mail services take 25 MB, some 50, and encoding adds a third
const CLIENTS_MAX = 20 // at once; each may hold a small mail in memory
const SILENCE_MS_MAX = 60_000
const RECIPIENTS_MAX = 100 // of one mail

export type ListenOptions = {
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  /** Allows STARTTLS. Without it there is none: the listener is meant for a mail server on the same machine. */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** Told of failures of ours; never of anything that senders do. */
  readonly report: (failure: unknown) => void
}

export type MailListener = { readonly host: string; readonly port: number; close(): Promise<void> }

/**
 * Takes mail in by SMTP, for the addresses that customers write to and no others. Says 250 only once the mail is on disk
 * and in the database; when we fail, it says 451, so that the sender tries again.
 */
export async function listenForMail(desk: Desk, options: ListenOptions): Promise<MailListener> {
  const { host, tls, report } = options
  const server = new SMTPServer({
    ...tls,
    banner: "Aboveboard",
    size: MAIL_SIZE_MAX,
    maxClients: CLIENTS_MAX,
    socketTimeout: SILENCE_MS_MAX,
    closeTimeout: 2_000,
    disableReverseLookup: true,
    logger: false,
    authOptional: true,
    disabledCommands: tls === undefined ? ["AUTH", "STARTTLS"] : ["AUTH"],
    onRcptTo: ({ address }, session, done) => void answer(done, report, () => acceptRecipient(desk, address, session)),
    onData: (stream, session, done) => void answer(done, report, () => take(desk, stream, session, report)),
  })
  // a connection that breaks off is the sender's affair: the mail was not acknowledged
  server.on("error", () => {})
  const port = await listen(server, options)
  return { host, port, close: () => new Promise((closed) => server.close(() => closed())) }
}

type Done = (error?: Error | null, message?: string) => void

/** Hands the sender a refusal as it is, and says 451 for everything that is our own failure. */
async function answer(done: Done, report: ListenOptions["report"], work: () => Promise<string>): Promise<void> {
  try {
    done(null, await work())
  } catch (failure) {
    if (failure instanceof Refusal) return done(failure)
    report(failure)
    done(new Refusal(451, "Something failed here. Please try again later."))
  }
}

class Refusal extends Error {
  readonly responseCode: number

  constructor(responseCode: number, sentence: string) {
    super(sentence)
    this.responseCode = responseCode
  }
}

async function acceptRecipient(desk: Desk, address: string, { envelope }: SMTPServerSession): Promise<string> {
  if (envelope.rcptTo.length >= RECIPIENTS_MAX)
    throw new Refusal(452, "Too many recipients; send the rest in another mail.")
  if ((await findMailboxes(desk.database, [cleanLine(address)])).length > 0) return "Accepted"
  throw new Refusal(550, "Nobody here has this address. An admin says under Settings, Mail, where customers write to.")
}

async function take(
  desk: Desk,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  report: ListenOptions["report"],
): Promise<string> {
  const { envelope } = session
  const { raw, remove } = await gatherMail(stream, { memoryMax: APART_SIZE, openSpool: () => desk.files.openSpool() })
  try {
    if (raw === null) throw new Refusal(552, `This mail is larger than ${MAIL_SIZE_MAX / 1024 / 1024} MB.`)
    const envelopeFrom = envelope.mailFrom === false ? "" : cleanLine(envelope.mailFrom.address)
    const recipients = envelope.rcptTo.map(({ address }) => cleanLine(address))
    const receive = (mail: ReceivedMail) => receiveMail(desk, { raw, mail, envelopeFrom, recipients })
    return sentence(await takeIn(await readMail(raw), { receive, report }))
  } finally {
    await remove().catch(report) // the mail is taken in, or refused, all the same
  }
}

function sentence(received: readonly Received[]): string {
  if (received.length === 0) throw new Refusal(550, "Nobody here has this address any more.")
  return received.every(({ again }) => again) ? "Taken in before" : "Taken in"
}

function listen(server: SMTPServer, { host, port }: ListenOptions): Promise<number> {
  return new Promise((listening, failed) => {
    const socket = server.listen(port, host, () => {
      socket.off("error", failed)
      const address = socket.address()
      listening(typeof address === "object" && address !== null ? address.port : port)
    })
    socket.once("error", failed)
  })
}
