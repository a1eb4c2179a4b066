import { instantOf } from "../ui/time.ts"

export const FILTERS = ["all", "open", "toGo"] as const

export type Chosen = { readonly filter: (typeof FILTERS)[number]; readonly since: string; readonly product: string }

type Person = {
  readonly toldAt: string
  readonly products: readonly string[]
  readonly owes: number
  readonly openOrders: number
  readonly isConversationOpen: boolean
  readonly state: string
}

/**
 * Those who were told on or after a day of the reader's zone; who ordered a product, if one is chosen; with something open;
 * still to go.
 */
export function chosenPeople<P extends Person>(
  people: readonly P[],
  { filter, since, product }: Chosen,
  zone: string,
): P[] {
  const ordered = ({ products }: P) => product === "" || products.includes(product)
  return people.filter((person) => dayOf(person.toldAt, zone) >= since && ordered(person) && fits(person, filter))
}

/** "2026-11-28", which sorts by day. */
function dayOf(at: string, zone: string): string {
  return instantOf(at)?.toZonedDateTimeISO(zone).toPlainDate().toString() ?? ""
}

function fits({ owes, openOrders, isConversationOpen, state }: Person, filter: Chosen["filter"]): boolean {
  if (filter === "open") return owes > 0 || openOrders > 0 || isConversationOpen
  return filter === "all" || state === "told" || state === "held"
}
