/** A fact book as its JSON holds it: the same for import, export, the API and the command line. */

export type FactType = "money" | "quantity" | "duration" | "percent" | "date" | "boolean" | "list" | "range" | "text"

export type FactRange = { readonly min?: number; readonly max?: number }

export type FactValue = number | boolean | string | readonly string[] | FactRange

/** One verified statement: what (subject), which of its properties (attribute), how much or whether (value). */
export type Fact = {
  readonly id: string
  readonly subject: string
  /** Other names of the subject. */
  readonly aliases?: readonly string[]
  readonly attribute: string
  readonly type: FactType
  readonly value: FactValue
  /** "EUR", "USD/month", "business days", "kg", "% of the purchase". */
  readonly unit?: string
  /** For whom or when it holds: { country: "DE", plan: "Gold" }. Everybody when absent. */
  readonly scope?: Readonly<Record<string, string>>
  /** First and last day on which it holds, YYYY-MM-DD, both inclusive. */
  readonly validFrom?: string
  readonly validUntil?: string
  /** The fact in words, as a customer may be told. */
  readonly statement: string
  /** Of superlatives and comparisons: what is on file for it; null when nothing is, and then it supports nothing. */
  readonly evidence?: string | null
  /** Not confirmed again in time: it still holds, and claims on it say so. */
  readonly isStale?: boolean
}

export type FactBook = {
  /** ISO 4217, for amounts without a currency. */
  readonly currency?: string
  /** What the business is called; its name in a message means "we". */
  readonly name?: string
  readonly facts: readonly Fact[]
}

/** Words that a person has said are no claim about this fact ("this is not that"); without a fact, no claim at all. */
export type NotThat = { readonly words: string; readonly factId?: string }
