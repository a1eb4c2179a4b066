import type { Queries } from "../database/database.ts"
import { postponeOutbox } from "../database/outbox.ts"
import type { Desk } from "../verbs/desk.ts"

/** Somebody whom the server did not take a mail for, and its words. */
export type NotTaken = { readonly address: string; readonly words: string }

/** What the world answered: values that we store and show. */
export type SendOutcome =
  | {
      readonly kind: "accepted"
      /** The Message-ID that the server gave it in place of ours; null or left out when ours stayed. */
      readonly mailId?: string | null
      /** Taken for some, and not for these: for good, or for now. Left out, taken for all. */
      readonly refusedFor?: readonly NotTaken[]
      readonly laterFor?: readonly NotTaken[]
    }
  | { readonly kind: "refused"; readonly words: string }
  | { readonly kind: "later"; readonly words: string }

/** Minutes until the next try, by tries so far; the last repeats until the message is five days old (RFC 5321, 4.5.4.1). */
const RETRY_MINUTES = [1, 2, 5, 15, 30, 60, 120]
export const TRIES_MAX = 65 // with the steps above: about five days

type Tried = { readonly workspaceId: string; readonly outboxId: string; readonly attempts: number }

/** Once more, later: after minutes, then after hours. */
export async function tryAgain(queries: Queries, desk: Desk, mail: Tried, words: string): Promise<void> {
  const minutes = RETRY_MINUTES[Math.min(mail.attempts, RETRY_MINUTES.length) - 1] ?? 1
  const at = desk.now().add({ minutes }).toString()
  await postponeOutbox(queries, mail.workspaceId, mail.outboxId, at, words)
}
