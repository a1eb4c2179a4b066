import { findCustomers } from "../database/customer-search.ts"
import type { CustomerView } from "../database/customers.ts"
import { digitsIn, literal } from "../database/like.ts"
import { type Hit, type Part, findMessages, findPromises } from "../database/search.ts"
import { invalid } from "../../ledger/error.ts"
import type { Actor, Desk } from "./desk.ts"
import { readOffset } from "./offset.ts"

const PAGE_LENGTH = 20 // hits; a screen of them

const KINDS = ["customer", "promise", "message"] as const
type Kind = (typeof KINDS)[number]

/** Searches customers, then promises, then messages, page after page. Any text is a question; `invalid` only for a cursor. */
export async function searchEverything(
  desk: Desk,
  actor: Actor,
  { q, cursor }: { readonly q: string; readonly cursor?: string | undefined },
): Promise<{ items: readonly Hit[]; next: string | null }> {
  const items: Hit[] = []
  let { kind, offset } = readPlace(cursor)
  while (true) {
    const limit = PAGE_LENGTH - items.length + 1
    const found = await find(desk, actor, kind, q, { limit, offset })
    items.push(...found.slice(0, limit - 1))
    if (found.length === limit) return { items, next: `${kind} ${offset + limit - 1}` }
    const following = KINDS[KINDS.indexOf(kind) + 1]
    if (following === undefined) return { items, next: null }
    kind = following
    offset = 0
  }
}

function readPlace(cursor: string | undefined): { kind: Kind; offset: number } {
  if (cursor === undefined) return { kind: "customer", offset: 0 }
  const [name, offset] = cursor.split(" ")
  const kind = KINDS.find((one) => one === name)
  if (kind === undefined) throw invalid("This cursor is not one that a search has given. Start without it.", "cursor")
  return { kind, offset: readOffset(offset ?? "") }
}

function find({ database }: Desk, { workspaceId }: Actor, kind: Kind, q: string, part: Part): Promise<readonly Hit[]> {
  if (kind === "customer") return findPeople(database, workspaceId, q, part)
  if (kind === "message") return findMessages(database, workspaceId, q, part)
  return findPromises(database, workspaceId, q, part)
}

async function findPeople(
  database: Desk["database"],
  workspaceId: string,
  q: string,
  part: Part,
): Promise<readonly Hit[]> {
  const customers = await findCustomers(database, workspaceId, { words: literal(q), digits: digitsIn(q), ...part })
  return customers.map(hitOf)
}

function hitOf({ id, name, company, addresses }: CustomerView): Hit {
  const shown = addresses.map((address) => address.shown)
  return {
    kind: "customer",
    id,
    conversationId: null,
    customerId: id,
    title: name ?? shown[0] ?? "A customer without a name",
    excerpt: [company, ...shown].filter((part) => part !== null).join(" · "),
    at: null,
  }
}
