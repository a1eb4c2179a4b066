import type { z } from "zod"
import type { createMailbox, mailbox } from "../../contract/mailboxes.ts"
import { mailAddress } from "../../contract/values.ts"
import { fieldValue, fromFieldValue, instantOf } from "../ui/time.ts"
import { type Security, isPort } from "./mail-draft.ts"

export type Mailbox = z.output<typeof mailbox>

/** A mailbox while it is being edited: everything is text. */
export type MailboxDraft = {
  readonly service: Service
  readonly address: string
  readonly host: string
  readonly port: string
  readonly security: Security
  readonly username: string
  readonly auth: "password" | "oauth"
  readonly password: string
  readonly tokenUrl: string
  readonly clientId: string
  readonly scope: string
  readonly clientSecret: string
  readonly refreshToken: string
  readonly inboxFolder: string
  readonly sentFolder: string
  readonly readsSent: boolean
  readonly appendsSent: boolean
  readonly isFromDate: boolean
  /** As the field has it, on the clock of the member. */
  readonly readFrom: string
}

export type Service = "other" | "microsoft" | "google"

export const IMAP_PORT: Readonly<Record<Security, string>> = { tls: "993", starttls: "143", none: "143" }

/** What a service needs, so that nobody has to look it up. */
const SERVICES: Readonly<Record<Service, Partial<MailboxDraft>>> = {
  other: {},
  microsoft: {
    host: "outlook.office365.com",
    port: "993",
    security: "tls",
    auth: "oauth",
    tokenUrl: "https://login.microsoftonline.com/common/oauth2/v2.0/token",
    scope: "https://outlook.office.com/IMAP.AccessAsUser.All offline_access",
  },
  google: {
    host: "imap.gmail.com",
    port: "993",
    security: "tls",
    auth: "oauth",
    tokenUrl: "https://oauth2.googleapis.com/token",
    scope: "https://mail.google.com/",
  },
}

export function withService(draft: MailboxDraft, service: Service): MailboxDraft {
  return { ...draft, ...SERVICES[service], service }
}

export const NEW_MAILBOX: MailboxDraft = {
  service: "other",
  address: "",
  host: "",
  port: IMAP_PORT.tls,
  security: "tls",
  username: "",
  auth: "password",
  password: "",
  tokenUrl: "",
  clientId: "",
  scope: "",
  clientSecret: "",
  refreshToken: "",
  inboxFolder: "INBOX",
  sentFolder: "",
  readsSent: true,
  appendsSent: true,
  isFromDate: false,
  readFrom: "",
}

export function draftOfMailbox(box: Mailbox, zone: string): MailboxDraft {
  const from = instantOf(box.readFrom)
  return {
    ...NEW_MAILBOX,
    address: box.address,
    host: box.host,
    port: String(box.port),
    security: box.security,
    username: box.username,
    auth: box.auth,
    tokenUrl: box.tokenUrl ?? "",
    clientId: box.clientId ?? "",
    scope: box.scope ?? "",
    inboxFolder: box.inboxFolder,
    sentFolder: box.sentFolder ?? "",
    readsSent: box.readsSent,
    appendsSent: box.appendsSent,
    isFromDate: true,
    readFrom: from === null ? "" : fieldValue(from, zone),
  }
}

/** Which field is missing or wrong, the first one. `isNew`: a secret must be there. */
export function problemOf(draft: MailboxDraft, isNew: boolean): keyof MailboxDraft | null {
  if (!mailAddress.safeParse(draft.address.trim()).success) return "address"
  if (draft.host.trim() === "") return "host"
  if (!isPort(draft.port)) return "port"
  if (draft.inboxFolder.trim() === "") return "inboxFolder"
  if (draft.isFromDate && draft.readFrom === "") return "readFrom"
  if (draft.auth === "password") return isNew && draft.password === "" ? "password" : null
  if (draft.tokenUrl.trim() === "") return "tokenUrl"
  if (draft.clientId.trim() === "") return "clientId"
  return isNew && draft.refreshToken === "" ? "refreshToken" : null
}

/** As the API takes it; an empty secret keeps the one on file. */
export function mailboxBody(draft: MailboxDraft, zone: string): z.input<typeof createMailbox.body> {
  const isOauth = draft.auth === "oauth"
  const given = (name: "password" | "clientSecret" | "refreshToken") =>
    draft[name] === "" ? {} : { [name]: draft[name] }
  const readFrom = draft.isFromDate ? fromFieldValue(draft.readFrom, zone)?.toString() : undefined
  return {
    address: draft.address.trim(),
    host: draft.host.trim(),
    port: Number(draft.port),
    security: draft.security,
    username: draft.username.trim() || draft.address.trim(),
    auth: draft.auth,
    ...(isOauth ? { ...given("clientSecret"), ...given("refreshToken") } : given("password")),
    tokenUrl: isOauth ? draft.tokenUrl.trim() : null,
    clientId: isOauth ? draft.clientId.trim() : null,
    scope: isOauth ? draft.scope.trim() : null,
    inboxFolder: draft.inboxFolder.trim(),
    sentFolder: draft.sentFolder.trim() || null,
    readsSent: draft.readsSent,
    appendsSent: draft.appendsSent,
    ...(readFrom === undefined ? {} : { readFrom }),
  }
}
