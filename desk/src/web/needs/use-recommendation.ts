import { useState } from "react"
import type { z } from "zod"
import { listFacts } from "../../contract/facts.ts"
import { type readNeeds, type recommendationInput } from "../../contract/needs.ts"
import {
  type Fit,
  type Price,
  type WeighedNeed,
  cheaperFor,
  doubtsOf,
  spokenOf,
  summaryText,
  totalOf,
} from "../../ledger/recommendation.ts"
import type { AnswerOf } from "../api.ts"
import type { Fact } from "../facts/fact-data.ts"
import { useRead } from "../queries.ts"

export type RecommendationInput = z.input<typeof recommendationInput>
export type Need = AnswerOf<typeof readNeeds>["needs"][number]
export type Product = { readonly name: string; readonly facts: readonly Fact[]; readonly price: Fact }

const FACTS_MAX = 500 // one page; a larger book is searched on its own screen

/** What has a price in the Fact Book today, by name. */
export function useProducts(): readonly Product[] {
  const facts = useRead(listFacts, { query: { limit: FACTS_MAX } }).data?.items ?? []
  const bySubject = Map.groupBy(
    facts.filter(({ standing }) => standing === "in-force" || standing === "stale"),
    ({ current }) => current.subject,
  )
  return [...bySubject]
    .flatMap(([name, those]) => {
      const price = mainPrice(those)
      return price === undefined ? [] : [{ name, facts: those, price }]
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

const OWN_PRICE = /^(?:price|cost)$/i

/** What the thing itself costs, before what comes on top. */
function mainPrice(facts: readonly Fact[]): Fact | undefined {
  const money = facts.filter(({ current }) => current.type === "money")
  return (
    money.find(({ current }) => OWN_PRICE.test(current.attribute)) ??
    money.find(({ current }) => /\b(price|cost|monthly fee)\b/i.test(current.attribute))
  )
}

/** Everything on file that may have to be paid for it. */
export function costsOf({ facts }: Product): readonly Fact[] {
  return facts.filter(({ current }) => current.type === "money")
}

export function shownCost({ current }: Fact): string {
  return `${current.attribute}: ${current.shown}`
}

type Chosen = { readonly fit: Fit; readonly factId: string }

/** The choices of a recommendation, what they amount to, and what goes with the message. */
export function useRecommendation(needs: readonly Need[], products: readonly Product[], theirTexts: readonly string[]) {
  // Undefined: nobody has chosen yet, and nothing is recommended because it stands first in the alphabet.
  const [chosenName, setName] = useState<string | null | undefined>(() => spokenOfIn(products, theirTexts))
  const name = chosenName ?? null
  const [chosen, setChosen] = useState<Readonly<Record<string, Chosen>>>({})
  const [costs, setCosts] = useState<ReadonlySet<string> | null>(null)
  const [looked, setLooked] = useState(false)
  const product = products.find((each) => each.name === name) ?? null
  const paid = costs ?? new Set(product === null ? [] : [product.price.id])
  const ofNeed = (id: string): Chosen => chosen[id] ?? { fit: "unknown", factId: "" }
  const weighed: readonly WeighedNeed[] = needs.map((need) => ({
    words: need.words ?? "",
    isTheirs: need.standing !== "ours",
    fit: ofNeed(need.id).fit,
    fact: product?.facts.find(({ id }) => id === ofNeed(need.id).factId)?.current.statement ?? null,
  }))
  const prices = (product?.facts ?? []).filter(({ id }) => paid.has(id)).flatMap(priceOf)
  const sum = totalOf(prices)
  const total = sum === null ? null : shownMoney(sum.value, sum.currency)
  const leftOut = (product === null ? [] : costsOf(product)).filter(({ id }) => !paid.has(id)).map(shownCost)
  const doubts = product === null ? [] : doubtsOf(weighed, leftOut)
  return {
    product,
    isChosen: chosenName !== undefined,
    choose: (next: string | null) => {
      setName(next)
      setChosen({})
      setCosts(null)
      setLooked(false)
    },
    ofNeed,
    weigh: (id: string, part: Partial<Chosen>) => {
      setChosen({ ...chosen, [id]: { ...ofNeed(id), ...part } })
      setLooked(false) // at what it was before
    },
    paid,
    pay: (id: string, isPaid: boolean) => {
      setCosts(new Set(isPaid ? [...paid, id] : [...paid].filter((each) => each !== id)))
      setLooked(false)
    },
    total,
    doubts,
    looked,
    setLooked,
    text: summaryText({ product: name, needs: weighed, prices, total }),
    input: inputOf({ name, needs, ofNeed, paid, total, looked }),
    cheaper: cheaperBeside(
      product,
      products,
      needs
        .map(({ id }) => ofNeed(id))
        .flatMap(({ fit, factId }) => (fit === "met" || fit === "partly" ? [factId] : [])),
    ),
  }
}

function spokenOfIn(products: readonly Product[], texts: readonly string[]): string | undefined {
  // What has a price by itself is for sale; "delivery, price within the town" comes on top of something.
  const sold = products.filter(({ price }) => OWN_PRICE.test(price.current.attribute))
  const named = sold.map(({ name, price }) => ({ name, otherNames: price.current.aliases }))
  return spokenOf(named, texts) ?? undefined
}

function inputOf(made: {
  readonly name: string | null
  readonly needs: readonly Need[]
  readonly ofNeed: (id: string) => Chosen
  readonly paid: ReadonlySet<string>
  readonly total: string | null
  readonly looked: boolean
}): RecommendationInput {
  return {
    product: made.name,
    priceFactIds: made.name === null ? [] : [...made.paid],
    ...(made.total === null ? {} : { total: made.total }),
    fits:
      made.name === null
        ? []
        : made.needs.map(({ id }) => {
            const { fit, factId } = made.ofNeed(id)
            return { needId: id, fit, ...(factId === "" ? {} : { factId }) }
          }),
    looked: made.looked,
  }
}

/** By the facts that show its needs to be met, whole or in part. */
function cheaperBeside(product: Product | null, products: readonly Product[], factIds: readonly string[]) {
  if (product === null) return { shown: [], unknown: [], farLess: [] }
  const onFile = (each: Product) => ({
    name: each.name,
    price: { value: Number(each.price.current.value), unit: each.price.current.unit },
    facts: each.facts.map(({ current }) => current),
    shownPrice: each.price.current.shown,
  })
  const attributes = product.facts.filter(({ id }) => factIds.includes(id)).map(({ current }) => current.attribute)
  const chosen = onFile(product)
  return cheaperFor(chosen, products.map(onFile), attributes)
}

/** Money of one kind adds up: euros once, and euros a month, do not. */
function priceOf({ current }: Fact): readonly Price[] {
  if (typeof current.value !== "number") return []
  return [{ label: `${current.attribute} ${current.shown}`, value: current.value, currency: current.unit ?? "" }]
}

function shownMoney(value: number, unit: string): string {
  const [currency = "", ...per] = unit.split("/")
  try {
    const money = new Intl.NumberFormat("en-GB", { style: "currency", currency }).format(value)
    return [money, ...per].join(" a ")
  } catch {
    return `${value} ${unit}` // no currency that the platform knows
  }
}
