import { ownWords } from "aboveboard-engine"
import { type ProposedFact, proposeFacts } from "../../ledger/propose-facts.ts"
import { listFacts } from "../database/facts.ts"
import { listSentTexts } from "../database/sent-texts.ts"
import type { Actor, Desk } from "./desk.ts"

/** A figure that customers were told again and again, and that no fact speaks of. */
export type Suggestion = ProposedFact & { readonly customers: number }

const MESSAGES_MAX = 1_000 // the newest; a page of suggestions is no archive
const CUSTOMERS_MIN = 3 // what two people were told may be about them
const SUGGESTIONS_MAX = 50

/** "You told 41 people 'delivery 3-5 days': is that a fact?" Read from the newest sent mail; what was told most comes first. */
export async function suggestFacts(desk: Desk, actor: Actor): Promise<readonly Suggestion[]> {
  const known = new Set(
    (await listFacts(desk.database, actor.workspaceId)).flatMap(({ versions }) =>
      versions.flatMap(({ subject, aliases }) => [subject, ...aliases].map((name) => name.toLowerCase())),
    ),
  )
  const told = new Map<string, { readonly proposal: ProposedFact; readonly customers: Set<string> }>()
  for (const { customerId, text } of await listSentTexts(desk.database, actor.workspaceId, MESSAGES_MAX)) {
    const own = ownWords(text).map(({ start, end }) => text.slice(start, end))
    for (const proposal of proposeFacts(own.join("\n"))) {
      if (known.has(proposal.subject.toLowerCase())) continue
      const key = `${proposal.subject}\n${proposal.attribute}\n${proposal.shown}`.toLowerCase()
      const entry = told.get(key) ?? { proposal, customers: new Set<string>() }
      entry.customers.add(customerId)
      told.set(key, entry)
    }
  }
  return [...told.values()]
    .map(({ proposal, customers }) => ({ ...proposal, customers: customers.size }))
    .filter(({ customers }) => customers >= CUSTOMERS_MIN)
    .toSorted((one, other) => other.customers - one.customers)
    .slice(0, SUGGESTIONS_MAX)
}
