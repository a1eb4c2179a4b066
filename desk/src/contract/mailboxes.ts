import { z } from "zod"
import { route } from "./route.ts"
import { done, id, instant, isOneLine, mailAddress, none } from "./values.ts"

const line = (length: number) => z.string().trim().max(length).refine(isOneLine, "One line, without control characters")
const folder = line(500)

const account = z.object({
  address: mailAddress,
  host: line(253).min(1),
  port: z.int().min(1).max(65_535),
  security: z.enum(["tls", "starttls", "none"]),
  username: line(254).min(1),
  auth: z.enum(["password", "oauth"]),
  /** OAuth only: where access tokens are got with the refresh token. */
  tokenUrl: line(500).nullable(),
  clientId: line(500).nullable(),
  scope: line(500).nullable(),
  inboxFolder: folder.min(1),
  /** Null: the folder that the server marks as Sent. */
  sentFolder: folder.min(1).nullable(),
  readsSent: z.boolean(),
  appendsSent: z.boolean(),
  /** Mail that came before is left alone. */
  readFrom: instant,
})

export const mailbox = account.extend({
  id,
  address: z.string(),
  paused: z.boolean(),
  /** `reading`: connected, and told of new mail. `failed`: `problem` says why, `nextAt` when it is tried again. */
  state: z.enum(["new", "reading", "failed"]),
  stateAt: instant,
  problem: z.string().nullable(),
  /** The Sent folder that is read. */
  sentFound: z.string().nullable(),
  readAt: instant.nullable(),
  nextAt: instant.nullable(),
})

const secrets = {
  /** Left out: the one on file stays. */
  password: z.string().min(1).max(500).optional(),
  clientSecret: z.string().max(500).optional(),
  refreshToken: z.string().min(1).max(5_000).optional(),
}

const body = account.extend({
  ...secrets,
  tokenUrl: account.shape.tokenUrl.optional(),
  clientId: account.shape.clientId.optional(),
  scope: account.shape.scope.optional(),
  sentFolder: account.shape.sentFolder.optional(),
  readFrom: instant.optional(),
})

const params = z.object({ mailboxId: id })
const shared = { noun: "Mailboxes", caller: "admin", query: none } as const

export const listMailboxes = route({
  ...shared,
  method: "GET",
  path: "/mailboxes",
  summary: "List the mailboxes that the desk reads by IMAP, and how reading them goes",
  params: none,
  body: none,
  answer: z.object({ items: z.array(mailbox) }),
})

export const createMailbox = route({
  ...shared,
  method: "POST",
  path: "/mailboxes",
  summary:
    "Read a mailbox from now on, or from `readFrom`. Its address becomes one that customers write to. Nothing in it is marked, moved or deleted",
  params: none,
  body,
  answer: mailbox,
})

export const changeMailbox = route({
  ...shared,
  method: "PUT",
  path: "/mailboxes/:mailboxId",
  summary: "Change how it is read; a secret left out stays as it is, unless the account is another",
  params,
  body,
  answer: mailbox,
})

export const pauseMailbox = route({
  ...shared,
  method: "POST",
  path: "/mailboxes/:mailboxId/pause",
  summary: "Stop reading it for now",
  params,
  body: none,
  answer: mailbox,
})

export const resumeMailbox = route({
  ...shared,
  method: "DELETE",
  path: "/mailboxes/:mailboxId/pause",
  summary: "Read it again, from where it was left",
  params,
  body: none,
  answer: mailbox,
})

export const removeMailbox = route({
  ...shared,
  method: "DELETE",
  path: "/mailboxes/:mailboxId",
  summary: "Stop reading it and forget its password. What was taken in stays",
  params,
  body: none,
  answer: done,
})

export const testMailbox = route({
  ...shared,
  method: "POST",
  path: "/mailboxes/tests",
  summary: "Try an account step by step; nothing is taken in",
  params: none,
  body: body.extend({ mailboxId: id.optional().describe("Whose secrets on file to use where none are given") }),
  answer: z.object({
    ok: z.boolean(),
    steps: z.array(
      z.object({ step: z.enum(["connect", "sign-in", "inbox", "sent"]), ok: z.boolean(), detail: z.string() }),
    ),
    folders: z.array(z.string()),
  }),
})
