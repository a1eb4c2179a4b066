import { z } from "zod"
import { isWithinReach } from "../ledger/reach.ts"
import { TAG_LENGTH_MAX, tagOf } from "../ledger/tag.ts"

/** The shapes that several resources share. */

/** In lower case, as the database gives it back: entries compare ids as text. */
export const id = z.uuid().toLowerCase()
export const none = z.object({})
export const instant = z.iso
  .datetime({ offset: true })
  .refine(isWithinReach, "A time from the year 1900 to 2999, at most 14 hours away from UTC")
  .describe("RFC 3339")
export const role = z.enum(["admin", "lead", "member"])
export const channel = z.enum(["mail", "chat", "call", "visit", "form", "api"])
export const deed = z
  .string()
  .min(1)
  .max(40)
  .describe("One of the workspace's deeds: call-back, answer, refund, send, repair, other")
export const zone = z.string().min(1).max(60).describe("IANA time zone")
export const mailAddress = z.email().max(254)

export const NAME_LENGTH_MAX = 200 // characters; the longest names on record are under 200
export const TEXT_LENGTH_MAX = 100_000 // characters; a long e-mail is under 20,000
export const WORDS_LENGTH_MAX = 2_000 // characters; a promise is a sentence or two

export const name = z
  .string()
  .trim()
  .min(1)
  .max(NAME_LENGTH_MAX)
  .refine(isOneLine, "One line, without control characters")
  .refine(isVisible, "Something that can be seen")
export const text = z.string().min(1).max(TEXT_LENGTH_MAX).refine(isVisible, "Something that can be seen")
export const words = z.string().trim().min(1).max(WORDS_LENGTH_MAX).refine(isVisible, "Something that can be seen")
export const SUBJECT_LENGTH_MAX = 300 // characters; lines of a mail end at 998, and screens long before
export const subject = z
  .string()
  .trim()
  .max(SUBJECT_LENGTH_MAX)
  .refine(isOneLine, "One line, without control characters")
export const note = z.string().trim().max(WORDS_LENGTH_MAX)

export const tag = z
  .string()
  .max(TAG_LENGTH_MAX)
  .refine(isOneLine, "One line, without control characters")
  .refine((typed) => /[\p{L}\p{N}]/u.test(typed), "A letter or a digit at least")
  .overwrite(tagOf)

export const cursor = z.string().max(200).optional()
export const done = z.object({ done: z.literal(true) })

/** A page of a list: `next` is the cursor of the page after it, null at the end. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

/** Every failure, as application/problem+json. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum([
    "invalid",
    "not_found",
    "conflict",
    "forbidden",
    "unauthenticated",
    "second_factor",
    "too_many",
    "failed",
  ]),
  detail: z.string().describe("A sentence that says what to do"),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})

/** No line ends, and none of the characters that turn the direction of writing: they hide what a name is. */
export function isOneLine(line: string): boolean {
  return !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(line)
}

function isVisible(written: string): boolean {
  return /[^\p{C}\p{Z}\p{M}]/u.test(written)
}
