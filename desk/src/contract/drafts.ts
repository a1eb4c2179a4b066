import { z } from "zod"
import { declineInput } from "./declines.ts"
import { recommendationInput } from "./needs.ts"
import { route } from "./route.ts"
import { TEXT_LENGTH_MAX, deed, id, instant, none } from "./values.ts"

const place = { start: z.int().min(0), end: z.int().min(0) }

/** What was decided about a place that the review takes for a promise. */
export const decision = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none"), ...place }),
  z.object({
    kind: z.literal("captured"),
    ...place,
    terms: z.object({
      deed,
      ownerId: id,
      due: z.object({ until: instant, words: z.string().max(500) }).nullable(),
      condition: z.string().max(2_000).nullable(),
    }),
  }),
])

/** As far as it is written: nothing in it has to be right yet. */
export const draft = z.object({
  words: z.string().max(TEXT_LENGTH_MAX),
  subject: z.string().max(998).optional(),
  cc: z.array(z.string().max(320)).max(100).default([]),
  bcc: z.array(z.string().max(320)).max(100).default([]),
  attachments: z.array(id).max(100).default([]).describe("Ids of stored attachments"),
  decisions: z.array(decision).max(100).default([]),
  keeps: z.array(id).max(50).default([]),
  decline: declineInput.optional(),
  recommendation: recommendationInput.optional(),
  replyId: id.optional(),
})

const keptDraft = z.object({
  /** Null when nothing is written, or it was sent. */
  draft: draft.nullable(),
  /** Rises with every change; 0 before the first. */
  revision: z.int(),
  changedAt: instant.nullable(),
  others: z
    .array(z.object({ id, draft, at: instant }))
    .describe("What another device of the member wrote without knowing of the draft; kept until they choose"),
})

const params = z.object({ conversationId: id })
const query = z.object({ kind: z.enum(["reply", "note"]).optional() })

export const readDraft = route({
  method: "GET",
  path: "/conversations/:conversationId/draft",
  summary: "Read what the caller is writing in a conversation: a reply, or with `kind=note` a note",
  noun: "Drafts",
  caller: "member",
  params,
  query,
  body: none,
  answer: keptDraft,
})

export const writeDraft = route({
  method: "PUT",
  path: "/conversations/:conversationId/draft",
  summary:
    "Keep what the caller is writing; null when it is empty. `revision` is the one that was read or answered last: when another device wrote since, what it wrote is kept in `others`, and never overwritten",
  noun: "Drafts",
  caller: "member",
  params,
  query,
  body: z.object({
    draft: draft.nullable(),
    revision: z.int().min(0),
    /** Of `others`: those that are taken into this draft, or are not wanted any more. */
    settles: z.array(id).max(100).optional(),
  }),
  answer: keptDraft,
})
