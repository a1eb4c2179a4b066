import { z } from "zod"
import { declineInput } from "./declines.ts"
import { recommendationInput } from "./needs.ts"
import { capturedPromise, person } from "./promises.ts"
import { review } from "./reviews.ts"
import { route } from "./route.ts"
import { channel, id, instant, mailAddress, name, none, text, subject } from "./values.ts"

export const mailbox = z.object({ name: z.string(), address: z.string() })

export const message = z.object({
  id,
  conversationId: id,
  seq: z.int(),
  kind: z.enum(["inbound", "outbound", "note"]),
  channel: z.enum([...channel.options, "internal"]),
  by: z.object({ kind: z.enum(["customer", "member", "key", "desk"]), id: id.nullable(), name: z.string().nullable() }),
  /** The API key whose draft a person took over, looked at and sent; "" where the key has no name any more. */
  draftedBy: z.string().nullable(),
  at: instant,
  /** Null when erased. */
  text: z.string().nullable(),
  /** Spans of `text` that its author newly wrote; the rest is quoted, forwarded or signature. */
  own: z.array(z.object({ start: z.int(), end: z.int() })),
  hasHtml: z.boolean(),
  subject: z.string().nullable(),
  from: mailbox.nullable(),
  to: z.array(mailbox),
  cc: z.array(mailbox),
  /** Ours only: nobody else who got it can see these. */
  bcc: z.array(mailbox),
  replyTo: mailbox.nullable(),
  files: z.array(z.object({ position: z.int(), name: z.string(), type: z.string(), size: z.int() })),
  /** Outbound only. `accepted`: by our outgoing server, which is not delivery. */
  delivery: z.enum(["waiting", "accepted", "failed", "cancelled", "bounced"]).nullable(),
  acceptedAt: instant.nullable(),
  /** When a waiting one leaves or is tried again; null when no outgoing server is set. */
  leavesAt: instant.nullable(),
  attempts: z.int(),
  /** What went wrong, in a sentence. */
  problem: z.string().nullable(),
  verdict: z.enum(["clear", "confirm", "hold"]).nullable(),
  /** Promises that it made, and those that it keeps once accepted. */
  made: z.array(id),
  keeps: z.array(id),
  /** Ours, but written in another program and found in the Sent folder. */
  outside: z.boolean(),
})

const nothing = z.string().trim().max(0)
const messageParams = z.object({ messageId: id })

export const sendMessage = route({
  method: "POST",
  path: "/conversations/:conversationId/messages",
  summary:
    "Answer the customer: reviewed, then into the outbox for ten seconds in which it can be undone. Conflict when the text holds a promise that is neither captured nor said to be none, when a `confirm` was not looked at, when a `hold` has no reason, or when a newer message arrived",
  noun: "Messages",
  caller: "member",
  params: z.object({ conversationId: id }),
  query: none,
  body: z.object({
    text,
    promises: z.array(capturedPromise).max(50),
    /** Spans that the engine takes for a promise and the sender does not. */
    notPromises: z
      .array(z.object({ start: z.int().min(0), end: z.int().min(0) }))
      .max(50)
      .optional(),
    /** Who else gets it; left out, nobody. Those in `bcc` are seen by nobody outside the desk. */
    cc: z.array(mailAddress).max(50).optional(),
    bcc: z.array(mailAddress).max(50).optional(),
    /** `markdown`: bold, italic, links, lists, quotes and code are marks. Places count in the text with its marks. */
    format: z.enum(["plain", "markdown"]).optional(),
    /** Left out or empty, that of the conversation. */
    subject: subject.optional(),
    /** Ids of stored attachments of this conversation, in their order. */
    attachments: z.array(id).max(100).optional(),
    /** Open promises that this message keeps once our server has accepted it. */
    keeps: z.array(id).max(50).optional(),
    /** The sender has looked at what asks for it. */
    looked: z.boolean().optional(),
    overrideReason: z.string().trim().min(3).max(2_000).optional(),
    /** The no that this message says; recorded with it. */
    decline: declineInput.optional(),
    /** What this message recommends, need by need. */
    recommendation: recommendationInput.optional(),
    /** The last message the sender saw; a newer inbound one stops the send. */
    lastSeenMessageId: id.optional(),
    /** The saved reply that it was made from. */
    replyId: id.optional(),
    /** The revision of the draft that this is: it is emptied with the send. */
    draftRevision: z.int().min(0).optional(),
  }),
  answer: message,
})

export const cancelMessage = route({
  method: "POST",
  path: "/messages/:messageId/cancellation",
  summary: "Undo a send that has not left; its promises become void. Conflict when it has left",
  noun: "Messages",
  caller: "member",
  params: messageParams,
  query: none,
  body: none,
  answer: message,
})

export const retryMessage = route({
  method: "POST",
  path: "/messages/:messageId/retry",
  summary: "Try a failed one again, with the same Message-ID",
  noun: "Messages",
  caller: "member",
  params: messageParams,
  query: none,
  body: none,
  answer: message,
})

export const createNote = route({
  method: "POST",
  path: "/conversations/:conversationId/notes",
  summary: "Write a note between members; it is never sent and never reviewed",
  noun: "Messages",
  caller: "member",
  params: z.object({ conversationId: id }),
  query: none,
  body: z.object({ text }),
  answer: message,
})

export const createLog = route({
  method: "POST",
  path: "/logs",
  summary: "Log a call or a visit: in a conversation, for a customer, or for somebody new (name, number or address)",
  noun: "Messages",
  caller: "member",
  params: none,
  query: none,
  body: z.object({
    conversationId: id.optional(),
    customerId: id.optional(),
    customer: z
      .object({
        name: z.union([nothing, name]).optional(),
        phone: z.string().trim().max(40).optional(),
        mail: z.union([nothing, mailAddress]).optional(),
      })
      .optional(),
    channel: z.enum(["call", "visit"]),
    text: z.string().max(100_000).describe("What was said; may be empty when `promises` says it"),
    at: instant.optional(),
    promises: z.array(capturedPromise).max(50),
    notPromises: z
      .array(z.object({ start: z.int().min(0), end: z.int().min(0) }))
      .max(50)
      .optional(),
    keeps: z.array(id).max(50).optional(),
  }),
  answer: z.object({ message, proposed: z.array(id), customer: person.extend({ name: z.string().nullable() }) }),
})

export const readMessageReview = route({
  method: "GET",
  path: "/messages/:messageId/review",
  summary: "Read the review that was recorded when it was sent",
  noun: "Messages",
  caller: "member",
  params: messageParams,
  query: none,
  body: none,
  answer: review,
})

/** Documents and downloads, outside the JSON routes:
 *  GET /api/v1/messages/:messageId/html[?remote=yes]   sanitised HTML for a sandboxed frame, with its own CSP
 *  GET /api/v1/messages/:messageId/raw                 the mail as it came, as a download
 *  GET /api/v1/messages/:messageId/files/:position     an attachment, as a download
 *  GET /api/v1/conversations/:conversationId/attachments/:attachmentId   a file beside a draft, as a download
 *  GET /api/v1/changes?workspace=SLUG                  server-sent events
 *  GET /api/v1/customers/:customerId/export            everything of one customer, as JSON
 *  GET /api/v1/customers/:customerId/assertions.csv    everything they were told
 *  GET /api/v1/facts/:factId/assertions.csv            who was told a fact
 *  GET /api/v1/fact-book/export?format=csv|json        the Fact Book, as it can be imported again
 *  GET /api/v1/settings-log.csv[?kind=&memberId=&from=&until=]   who changed settings or access
 *  GET /api/v1/audit/report.sarif, /audit/report.html  the protocol audit, as a download
 */
export const documentPaths = [
  "/messages/:messageId/html",
  "/messages/:messageId/raw",
  "/messages/:messageId/files/:position",
  "/conversations/:conversationId/attachments/:attachmentId",
  "/customers/:customerId/export",
  "/customers/:customerId/assertions.csv",
  "/facts/:factId/assertions.csv",
  "/changes",
] as const
