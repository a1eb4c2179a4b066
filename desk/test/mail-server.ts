import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import SMTPConnection from "nodemailer/lib/smtp-connection"
import { SMTPServer, type SMTPServerOptions } from "smtp-server"

/** A mail server on loopback that keeps what it is given, for tests of sending. */
export type MailServer = {
  readonly port: number
  readonly mails: { readonly from: string; readonly to: readonly string[]; readonly raw: string }[]
  close(): Promise<void>
}

/** `options` say what is special about it: which recipients it refuses, how one signs in, TLS. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const mails: MailServer["mails"] = []
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope
        const raw = Buffer.concat(chunks).toString()
        mails.push({ from: mailFrom === false ? "" : mailFrom.address, to: rcptTo.map(({ address }) => address), raw })
        done(null, "kept")
      })
    },
    ...options,
  })
  server.on("error", () => {})
  const port = await new Promise<number>((listening) => {
    const socket = server.listen(0, "127.0.0.1", () => {
      const address = socket.address()
      listening(typeof address === "object" && address !== null ? address.port : 0)
    })
  })
  return { port, mails, close: () => new Promise((closed) => server.close(() => closed())) }
}

/** A certificate for `localhost` that nobody vouches for. Needs openssl, which Debian has. */
export function selfSigned(): { readonly key: string; readonly cert: string } {
  const folder = mkdtempSync(join(tmpdir(), "aboveboard-certificate-"))
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")]
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
  execFileSync(
    "openssl",
    ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "2", ...subject],
    {
      stdio: "ignore",
    },
  )
  const made = { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") }
  rmSync(folder, { recursive: true })
  return made
}

const SIZE_TOLD_MAX = 55 * 1024 * 1024 // bytes; of a larger one the server must find out by itself

/** Hands a mail to a server as another mail server would. Gives the answer, whatever it is: "250 …", "550 …". */
export function deliver(
  port: number,
  mail: { from: string; to: readonly string[]; raw: string | Buffer },
): Promise<string> {
  const connection = new SMTPConnection({ host: "127.0.0.1", port, ignoreTLS: true })
  return new Promise((answered, failed) => {
    connection.once("error", failed)
    connection.connect(() => {
      const raw = typeof mail.raw === "string" ? mail.raw.replace(/\r?\n/g, "\r\n") : mail.raw
      connection.send(
        { from: mail.from || false, to: [...mail.to], size: Math.min(raw.length, SIZE_TOLD_MAX) },
        raw,
        (error, info) => {
          connection.quit()
          answered(error?.response ?? info?.response ?? String(error))
        },
      )
    })
  })
}
