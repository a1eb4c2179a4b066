import type { FactContent } from "./fact.ts"
import { showValue } from "./fact-value.ts"

/** What a saved reply is filled with. */
export type Filling = {
  readonly customer: string | null
  readonly member: string | null
  readonly facts: readonly (Pick<
    FactContent,
    "subject" | "aliases" | "attribute" | "type" | "value" | "unit" | "scope"
  > & {
    readonly id: string
  })[]
  /** What is known of the customer: it picks among facts of one name. */
  readonly scope: Readonly<Record<string, string>>
}

export type Filled = {
  readonly text: string
  /** The facts that stand in it. */
  readonly factIds: readonly string[]
  /** Places that nothing is known for; they stay as they are. */
  readonly open: readonly string[]
}

const PLACE = /\{\{\s*([^{}]{1,300}?)\s*\}\}/g

/**
 * Puts names and facts into their places: {{customer.name}}, {{member.name}}, {{fact:standard delivery/duration}}. So the
 * truth stands in one place, and a reply says what is true on the day it is sent.
 */
export function fillReply(text: string, filling: Filling): Filled {
  const factIds: string[] = []
  const open: string[] = []
  const filled = text.replace(PLACE, (whole, place: string) => {
    const value = valueOf(place, filling)
    if (value === null) {
      open.push(place)
      return whole
    }
    if (value.factId !== null) factIds.push(value.factId)
    return value.text
  })
  return { text: filled, factIds: [...new Set(factIds)], open: [...new Set(open)] }
}

function valueOf(place: string, filling: Filling): { readonly text: string; readonly factId: string | null } | null {
  if (place === "customer.name") return filling.customer === null ? null : { text: filling.customer, factId: null }
  if (place === "member.name") return filling.member === null ? null : { text: filling.member, factId: null }
  const [, named] = /^fact:(.+)$/s.exec(place) ?? []
  if (named === undefined) return null
  const cut = named.lastIndexOf("/")
  const [subject, attribute] = [comparable(named.slice(0, cut)), comparable(named.slice(cut + 1))]
  const found = filling.facts.filter(
    (fact) =>
      comparable(fact.attribute) === attribute &&
      [fact.subject, ...fact.aliases].some((name) => comparable(name) === subject) &&
      fits(fact.scope, filling.scope),
  )
  const [narrowest] = found.toSorted((one, other) => Object.keys(other.scope).length - Object.keys(one.scope).length)
  return narrowest === undefined ? null : { text: told(narrowest), factId: narrowest.id }
}

/** A fact for somebody holds for this customer only where it is known that they are one of them. */
function fits(scope: Readonly<Record<string, string>>, known: Readonly<Record<string, string>>): boolean {
  return Object.entries(scope).every(([name, value]) => comparable(known[name] ?? "") === comparable(value))
}

/** As it reads in a sentence: "€59", "3 working days". */
function told(fact: Filling["facts"][number]): string {
  const shown = showValue(fact).replaceAll("\u00a0", " ")
  return fact.type === "money" ? shown.replace(/\.00(?!\d)/, "") : shown
}

function comparable(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, " ")
}
