import { readDraft } from "../../contract/drafts.ts"
import { readReplying } from "../../contract/replying.ts"

export type Change = { readonly kind: string; readonly id: string | null }

/** The Fact Book is large and read by every draft: fetched again when it changed, not with each change of anything. */
const FACTS = new Set(["facts", "fact-book", "dismissals", "own-rules"])
const SLOW = new Set(["me", "members", "workspace", "mail-settings", "mailboxes", "invitations", "api-keys"])
/** What changes while somebody types, every second or so: nothing else is to be fetched for it. */
const NARROW: Readonly<Record<string, string>> = { draft: readDraft.path, replying: readReplying.path }

/** Which queries (keys as in queries.ts) are to be fetched again after these changes. */
export function concernedBy(changes: readonly Change[]): (queryKey: readonly unknown[]) => boolean {
  const kinds = new Set(changes.map(({ kind }) => kind))
  const isWide = changes.some(({ kind }) => NARROW[kind] === undefined)
  const team = kinds.has("member") || kinds.has("workspace")
  const facts = kinds.has("fact") || kinds.has("workspace")
  const typed = new Set(changes.map(({ kind, id }) => `${NARROW[kind]} ${id}`))
  return ([, noun, path, params]) =>
    isWide
      ? (team || !SLOW.has(String(noun))) && (facts || !FACTS.has(String(noun)))
      : typed.has(`${String(path)} ${conversationOf(params)}`)
}

function conversationOf(params: unknown): string {
  return typeof params === "object" && params !== null && "conversationId" in params
    ? String(params.conversationId)
    : ""
}
