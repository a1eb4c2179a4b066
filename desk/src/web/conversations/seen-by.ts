import { words } from "../words.ts"

const NAMED_MAX = 3 // names; more do not fit beside the subject

/** Who sees a conversation, where not everybody does; how many, where not all of their names are known or fit. */
export function seenByText(seenBy: readonly string[] | null, names: ReadonlyMap<string, string>): string {
  if (seenBy === null) return ""
  const named = seenBy.flatMap((id) => names.get(id) ?? [])
  const isNamed = named.length === seenBy.length && named.length <= NAMED_MAX
  return isNamed ? words.mailboxAccess.seenBy(named.join(", ")) : words.mailboxAccess.seenByMany(seenBy.length)
}
