import { instantOf } from "../ui/time.ts"
import { words } from "../words.ts"

type Waiting = {
  readonly id: string
  /** Null where nobody waits: what was said last is ours, or none is needed. */
  readonly awaitingSince: string | null
  readonly lastMessageAt: string
}

type Named = Waiting & { readonly subject: string | null }

/** What to say before they become one; null where nobody's waiting is lost by it. */
export function lostWaitText(conversations: readonly Named[]): string | null {
  const subjects = lostWaits(conversations).map(({ subject }) => `“${subject ?? words.conversation.noSubject}”`)
  return subjects.length === 0 ? null : words.merging.lostWait(subjects)
}

/** Those that wait for an answer, and that would no longer once they are one: what was said later in another is taken for it. */
export function lostWaits<Conversation extends Waiting>(
  conversations: readonly Conversation[],
): readonly Conversation[] {
  const settled = conversations.filter(({ awaitingSince }) => awaitingSince === null)
  return conversations.filter(({ awaitingSince }) =>
    settled.some((other) => isAfter(other.lastMessageAt, awaitingSince)),
  )
}

function isAfter(one: string, other: string | null): boolean {
  const [a, b] = [instantOf(one), other === null ? null : instantOf(other)]
  return a !== null && b !== null && Temporal.Instant.compare(a, b) > 0
}
