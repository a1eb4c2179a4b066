import { amountNoneOf, optionsOf } from "../src/facts/amount-options.ts"
import type { NoneTrait, Option } from "../src/facts/amount-options.ts"
import type { Trait } from "../src/facts/amount-traits.ts"
import { NONE_WEIGHTS, WEIGHTS } from "../src/facts/amount-weights.ts"
import type { LabelledPlace } from "./amount-rows.ts"
import type { Case, Frame } from "./logit.ts"

export const STRANGER_COUNTS = 0.25

/** A clause with amounts: its options as rows of traits, the last row that it is about none of them. */
export function amountCase({ business, book, place, labels }: LabelledPlace): readonly Case[] {
  if (place.stance === "own" || place.stance === "asks" || place.stance === "reports" || place.stance === "doubts")
    return []
  if (place.clause.values.length === 0) return []
  const options = optionsOf(place)
  const none = amountNoneOf(place)
  if (options.length === 0) return []
  const meant = options.flatMap(({ entry }, at) =>
    labels.some(({ factId, verdict }) => /^(?:supported|contradicted)$/.test(verdict) && isOf(place, entry, factId))
      ? [at]
      : [],
  )
  const isOwn = book === business
  if (!isOwn && options.some(({ verdict }) => verdict?.verdict === "supported")) return []
  const rows = options.map(({ traits }) =>
    Float64Array.from([...traitNames.map((name) => traits[name]), ...noneNames.map(() => 0)]),
  )
  rows.push(Float64Array.from([...traitNames.map(() => 0), ...noneNames.map((name) => none[name])]))
  return [
    { business, book, counts: isOwn ? 1 : STRANGER_COUNTS, rows, meant: meant.length > 0 ? meant : [rows.length - 1] },
  ]
}

const traitNames = Object.keys(WEIGHTS).filter((name): name is Trait => name in WEIGHTS)
const noneNames = Object.keys(NONE_WEIGHTS).filter((name): name is NoneTrait => name in NONE_WEIGHTS)

export function isOf(
  { reading }: LabelledPlace["place"],
  { group }: Pick<Option["entry"], "group">,
  factId: string | undefined,
): boolean {
  return (reading.facts.groups.get(group) ?? []).some(({ fact }) => fact.id === factId)
}

/** Traits that can only speak for a fact, and those that can only speak against it. */
const FOR =
  /^(?:name|nameNear|nameWeight|wholeName|property|share|propertyNear|rest|scopeHere|scopeNear|unit|age|term|limit|lead|takes|same|kin|emptyName|kinName|kinNear|kinProperty|sole|none (?:case|personal|unknown|verbless))$/
const AGAINST = /^(?:othersName|foreign|others|other|modified|per|bare|none|elsewhere|crowd)$/

export const AMOUNTS: Frame = { names: [...traitNames, ...noneNames.map((name) => `none ${name}`)], within }

function within(name: string, weight: number): number {
  if (FOR.test(name)) return Math.max(0, weight)
  if (name === "modified" || name === "other") return Math.min(-0.4, weight) // rare in the sets, and holds everywhere
  return AGAINST.test(name) ? Math.min(0, weight) : weight
}
