import type { DeliveryReport, ReceivedMail } from "../verbs/received-mail.ts"
import { cleanLine, cut } from "./clean-text.ts"
import { firstBytes } from "./spooled-file.ts"

const REASON_LENGTH_MAX = 500 // characters; servers answer in a line or two
const BODY_LENGTH_READ = 200_000 // characters of what came back, in which our Message-ID is looked for

type Header = (name: string) => string | null
type Mail = Omit<ReceivedMail, "report">

/**
 * What a mail says about mails of ours that could not be delivered: a report by RFC 3464, or the plain letter of a mail
 * server that knows none. Null for everything else, also when a delivery is only late.
 */
export function readReport(mail: Mail, header: Header): DeliveryReport | null {
  const status = textOf(mail, "message/delivery-status", "message/global-delivery-status")
  if (status !== null)
    return /^action:\s*failed/im.test(status)
      ? { mailIds: idsIn(mail), reason: reasonOf(status), recipients: recipientsIn(status) }
      : null
  if (!looksReturned(mail, header)) return null
  return {
    mailIds: idsIn(mail),
    reason: plainReason(mail.text),
    recipients: addressesIn(header("x-failed-recipients") ?? ""),
  }
}

function textOf(mail: Mail, ...types: readonly string[]): string | null {
  const files = mail.files.filter(({ type }) => types.includes(type))
  if (files.length === 0) return null
  return files.map(({ content }) => new TextDecoder().decode(firstBytes(content, BODY_LENGTH_READ))).join("\n")
}

/** Every Message-ID in what came back; which of them are ours, the desk can tell by its own mark in them. */
function idsIn(mail: Mail): readonly string[] {
  const returned =
    textOf(mail, "message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers") ?? ""
  const body = `${returned}\n${mail.text.slice(0, BODY_LENGTH_READ)}`
  const inBody = [...body.matchAll(/<([^<>\s@]{1,200}@[^<>\s]{1,200})>/g)].map(([, id = ""]) => id)
  return [...new Set([...inBody, ...mail.inReplyTo, ...mail.references])].slice(0, 1_000)
}

/** "550 5.1.1 no such user", from the first recipient that failed. */
function reasonOf(status: string): string {
  const unfolded = status.replace(/\r?\n[ \t]+/g, " ")
  const failed = unfolded.split(/\r?\n\s*\r?\n/).find((fields) => /^action:\s*failed/im.test(fields)) ?? unfolded
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.+)$`, "im").exec(failed)?.[1]?.trim() ?? ""
  const diagnostic = field("diagnostic-code").replace(/^[a-z0-9.-]+\s*;\s*/i, "")
  const code = field("status")
  return short(diagnostic || (code === "" ? "No reason was given." : `Status ${code}`))
}

/** Those that failed, as they were asked for and as they were tried: an alias is both. */
function recipientsIn(status: string): readonly string[] {
  const unfolded = status.replace(/\r?\n[ \t]+/g, " ")
  const failed = unfolded.split(/\r?\n\s*\r?\n/).filter((fields) => /^action:\s*failed/im.test(fields))
  const fields = failed.flatMap((one) => [
    ...one.matchAll(/^(?:original|final)-recipient:[ \t]*(?:[a-z0-9.-]+\s*;)?(.*)$/gim),
  ])
  return addressesIn(fields.map(([, value = ""]) => value).join(","))
}

function addressesIn(text: string): readonly string[] {
  const found = [...text.matchAll(/[^\s<>,;"]{1,200}@[^\s<>,;"]{1,200}/g)].map(([address]) => address.toLowerCase())
  return [...new Set(found)].slice(0, RECIPIENTS_MAX)
}

const RECIPIENTS_MAX = 100 // of one report; our mails have at most 50

function looksReturned(mail: Mail, header: Header): boolean {
  if (/^auto-replied\b/i.test(header("auto-submitted") ?? "")) return false
  if (header("x-failed-recipients") !== null) return true
  const sender = mail.from?.address.split("@")[0] ?? ""
  const fromServer =
    /^(mailer-daemon|mail-daemon|postmaster|mailerdaemon)$/i.test(sender) || header("return-path") === "<>"
  return fromServer && RETURNED.test(mail.subject ?? "")
}

const RETURNED =
  /undeliver|not delivered|could ?n[o']t be delivered|delivery (status notification )?\(?(failure|failed|has failed)|delivery status|failure notice|returned (mail|to sender)|mail delivery (failed|system)|rejected/i

function plainReason(text: string): string {
  const line = text.split("\n").find((one) => /\b5\d\d[ -]|\b5\.\d\.\d+\b/.test(one))
  return line === undefined ? "The mail came back. Its text says more." : short(line)
}

function short(reason: string): string {
  return cut(cleanLine(reason), REASON_LENGTH_MAX)
}
