import { withOwnRules } from "aboveboard"
import { type CompiledFacts, type Fact, type NotThat, type OwnRule, type Rule, compileFacts } from "aboveboard-engine"
import { bookId, currencyOf, factsOfBook, heldVersions } from "../../ledger/fact-book.ts"
import type { Dismissed } from "../../ledger/claim.ts"
import type { Queries } from "../database/database.ts"
import { type Dismissal, listDismissals, readStamp } from "../database/fact-books.ts"
import { listFacts } from "../database/facts.ts"
import { listOwnRules } from "../database/own-rules.ts"
import { readWorkspace } from "../database/workspaces.ts"
import type { Desk } from "./desk.ts"

/** The facts of a workspace, as the review wants them. */
export type FactBook = {
  /** Another one means that the book is another. */
  readonly stamp: string | null
  readonly currency: string | null
  readonly name: string
  readonly facts: readonly Fact[]
  readonly notThat: readonly NotThat[]
  readonly dismissed: readonly Dismissed[]
  /** What the team wrote itself. */
  readonly ownRules: readonly OwnRule[]
}

export type BuiltBook = FactBook & {
  /** Null while the book is empty: then nothing is compared, and nothing is said of it. */
  readonly compiled: CompiledFacts | null
  /** The program's own and the team's, one list for as long as the book is the same. */
  readonly rules: readonly Rule[]
}

const BUILT_MAX = 100 // workspaces; a book of 2,000 facts takes some megabytes when it is ready
const built = new Map<string, BuiltBook>()

/**
 * The book, ready for reading messages. It is built again only when its stamp is another: stamps are drawn anew with each
 * change, so that one which was never committed is never met again.
 */
export async function builtBook(queries: Queries, desk: Desk, workspaceId: string): Promise<BuiltBook> {
  const stamp = await readStamp(queries, workspaceId)
  const known = built.get(workspaceId)
  if (known !== undefined && known.stamp === stamp) return known
  const book = await readBook(queries, desk, workspaceId)
  const { currency, name, facts } = book
  const made = { ...(currency === null ? {} : { currency }), name, facts }
  const ready = {
    ...book,
    compiled: facts.length === 0 ? null : compileFacts(made),
    rules: withOwnRules(book.ownRules),
  }
  if (built.size >= BUILT_MAX) built.clear()
  built.set(workspaceId, ready)
  return ready
}

async function readBook(queries: Queries, desk: Desk, workspaceId: string): Promise<FactBook> {
  const stamp = await readStamp(queries, workspaceId)
  const { name, settings } = await readWorkspace(queries, workspaceId)
  if (stamp === null) return { stamp, currency: null, name, facts: [], notThat: [], dismissed: [], ownRules: [] }
  const rows = await listFacts(queries, workspaceId)
  const { zone } = settings
  const day = desk.now().toZonedDateTimeISO(zone).toPlainDate().toString()
  const facts = factsOfBook(rows, { day, zone })
  const versions = new Map(rows.map(({ id, versions: all }) => [id, heldVersions(all).map(({ version }) => version)]))
  const dismissals = await listDismissals(queries, workspaceId)
  const notThat = dismissals
    .filter(({ rule }) => rule.startsWith("claim/"))
    .flatMap((each) => notThatOf(each, versions))
  const dismissed = dismissals.map(({ rule, words }) => ({ rule, words }))
  const ownRules = (await listOwnRules(queries, workspaceId)).map(({ rule }) => rule)
  return { stamp, currency: currencyOf(facts), name, facts, notThat, dismissed, ownRules }
}

function notThatOf({ words, factId }: Dismissal, versions: ReadonlyMap<string, readonly number[]>): readonly NotThat[] {
  if (factId === null) return [{ words }]
  return (versions.get(factId) ?? []).map((version) => ({ words, factId: bookId(factId, version) }))
}
