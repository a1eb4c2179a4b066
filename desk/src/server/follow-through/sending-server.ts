import type { MailSender } from "../database/mail-sender.ts"
import type { Desk } from "../verbs/desk.ts"
import { NO_SERVER } from "../verbs/send.ts"

/** The server that sends for a workspace, its password opened. */
export type SendingServer = {
  readonly host: string
  readonly port: number
  readonly security: "tls" | "starttls" | "none"
  readonly username: string | null
  readonly password: string | null
}

const KEY_CHANGED = "not sent: the desk's key has changed. Enter the mail server's password again: Settings, Mail"

/** The server, or the sentence that says why everything of that workspace waits until an admin has changed something. */
export function sendingServer(desk: Desk, sender: MailSender | null): SendingServer | string {
  if (sender === null || sender.host === null || sender.port === null || sender.security === null) return NO_SERVER
  const { host, port, security, username, sealedPassword } = sender
  if (sealedPassword === null) return { host, port, security, username, password: null }
  try {
    return { host, port, security, username, password: desk.secrets.open(sealedPassword) }
  } catch {
    return KEY_CHANGED
  }
}
