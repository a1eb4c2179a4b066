/** How well a product does for one need. */
export const FITS = ["met", "partly", "not-met", "unknown"] as const
export type Fit = (typeof FITS)[number]

export type WeighedNeed = {
  readonly words: string
  /** Said by the customer in their words, or ours and confirmed by them. */
  readonly isTheirs: boolean
  readonly fit: Fit
  /** What the fact that it rests on says; null where there is none. */
  readonly fact: string | null
}

/** What is on file of something that can be bought: its name, its price, and each attribute with what the fact says. */
export type OnFile = {
  readonly name: string
  readonly price: { readonly value: number; readonly unit: string | null }
  readonly facts: readonly { readonly attribute: string; readonly statement: string }[]
}

const FAR_BELOW = 10 // times dearer: what costs less than a tenth is a repair or a part, and seldom in the place of it

/**
 * What costs less, in three: that of which the book has a fact for each attribute that the needs were shown by, with those
 * facts, to be read before the dearer one is recommended; that of which it has none, so that nobody knows; and of the latter
 * what costs far less.
 */
export function cheaperFor<Product extends OnFile>(
  chosen: Product,
  products: readonly Product[],
  shownBy: readonly string[],
): {
  readonly shown: readonly { readonly product: Product; readonly facts: readonly string[] }[]
  readonly unknown: readonly Product[]
  readonly farLess: readonly Product[]
} {
  const less = products.filter(({ price }) => price.unit === chosen.price.unit && price.value < chosen.price.value)
  const wanted = [...new Set(shownBy.map((attribute) => attribute.trim().toLowerCase()))]
  const weighed = less.map((product) => ({
    product,
    facts: wanted.map(
      (attribute) => product.facts.find((fact) => fact.attribute.trim().toLowerCase() === attribute)?.statement,
    ),
  }))
  const shown = weighed.flatMap(({ product, facts }) => {
    const known = facts.filter((fact) => fact !== undefined)
    return wanted.length > 0 && known.length === wanted.length ? [{ product, facts: known }] : []
  })
  const unknown = less.filter((product) => !shown.some((each) => each.product === product))
  const isFar = ({ price }: Product) => price.value * FAR_BELOW < chosen.price.value
  return { shown, unknown: unknown.filter((each) => !isFar(each)), farLess: unknown.filter(isFar) }
}

export type Named = { readonly name: string; readonly otherNames: readonly string[] }

/** Which product the newest of the customer's texts speaks of, by the longest of its names; null where none does. */
export function spokenOf(products: readonly Named[], newestFirst: readonly string[]): string | null {
  const named = products
    .flatMap(({ name, otherNames }) => [name, ...otherNames].map((spoken) => ({ name, spoken: spaced(spoken) })))
    .filter(({ spoken }) => spoken.trim() !== "")
    .toSorted((one, other) => other.spoken.length - one.spoken.length)
  for (const text of newestFirst.map(spaced)) {
    const found = named.find(({ spoken }) => text.includes(spoken))
    if (found !== undefined) return found.name
  }
  return null
}

/** Its words in lower case, each between blanks. */
function spaced(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `
}

export type Price = { readonly label: string; readonly value: number; readonly currency: string }

/** The whole price: every cost that has to be paid, in one currency; null where there is none, or several currencies. */
export function totalOf(prices: readonly Price[]): { readonly value: number; readonly currency: string } | null {
  const [first] = prices
  if (first === undefined || prices.some(({ currency }) => currency !== first.currency)) return null
  const cents = prices.reduce((sum, { value }) => sum + Math.round(value * 100), 0) // whole cents add up exactly
  return { value: cents / 100, currency: first.currency }
}

/**
 * Why the sender must look before it goes out; empty where every need is the customer's own and met, and no cost on file is
 * left out of the price (`leftOut`: each as it is shown).
 */
export function doubtsOf(needs: readonly WeighedNeed[], leftOut: readonly string[] = []): readonly string[] {
  const unmet = needs.flatMap(({ words, isTheirs, fit, fact }) => [
    ...(isTheirs ? [] : [`“${words}” is our idea of what they need. They have not said so.`]),
    ...(fit === "not-met" ? [`“${words}” is not met.`] : []),
    ...(fit === "partly" ? [`“${words}” is met in part only.`] : []),
    ...(fit === "unknown" ? [`It is not known whether “${words}” is met.`] : []),
    ...(fit === "met" && fact === null ? [`No fact shows that “${words}” is met.`] : []),
  ])
  return [
    ...unmet,
    ...leftOut.map((cost) => `“${cost}” is not in the price. Leave it out only if nobody has to pay it.`),
  ]
}

export type SummaryParts = {
  /** Null: nothing is needed. */
  readonly product: string | null
  readonly needs: readonly WeighedNeed[]
  readonly prices: readonly Price[]
  /** The whole price as it is written here: "€59.00". */
  readonly total: string | null
}

/** An honest summary to edit: what it does for each need, what it will not do, and everything it costs. */
export function summaryText({ product, needs, prices, total }: SummaryParts): string {
  if (product === null) return "From what you told us, you do not need to buy anything for this."
  const met = needs.filter(({ fit }) => fit === "met")
  const partly = needs.filter(({ fit }) => fit === "partly")
  const not = needs.filter(({ fit }) => fit === "not-met")
  const unknown = needs.filter(({ fit }) => fit === "unknown")
  const lines = [
    `For what you need, we would take the ${product}.`,
    ...met.map(({ words, fact }) => `You asked for ${quoted(words)}: yes.${fact === null ? "" : ` ${fact}`}`),
    ...partly.map(({ words, fact }) => `You asked for ${quoted(words)}: in part.${fact === null ? "" : ` ${fact}`}`),
    ...not.map(({ words, fact }) => `It will not do this: ${quoted(words)}.${fact === null ? "" : ` ${fact}`}`),
    ...unknown.map(({ words }) => `We do not know whether it does this: ${quoted(words)}.`),
    ...(total === null ? [] : [priceLine(prices, total)]),
  ]
  return lines.join("\n")
}

/** Without the full stop at its end: ours follows. */
function quoted(words: string): string {
  return `“${words.replace(/[.\s]+$/, "")}”`
}

function priceLine(prices: readonly Price[], total: string): string {
  if (prices.length === 1) return `It costs ${total}.`
  return `With everything that has to be paid it costs ${total} (${prices.map(({ label }) => label).join(", ")}).`
}
