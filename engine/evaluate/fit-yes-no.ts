import { yesNoNoneOf, yesNoOptionsOf } from "../src/facts/yes-no-options.ts"
import type { YesNoNoneTrait, YesNoTrait } from "../src/facts/yes-no-options.ts"
import { YES_NO_NONE_WEIGHTS, YES_NO_WEIGHTS } from "../src/facts/yes-no-weights.ts"
import type { LabelledPlace } from "./amount-rows.ts"
import { isOf, STRANGER_COUNTS } from "./fit-amounts.ts"
import type { Case, Frame } from "./logit.ts"

/** A clause that may say yes or no to something: its options as rows of traits, the last row that it speaks of none of them. */
export function yesNoCase({ business, book, place, labels }: LabelledPlace): readonly Case[] {
  if (place.stance !== "says" && place.stance !== "orders") return []
  if (place.clause.concepts.size === 0) return []
  const options = yesNoOptionsOf(place)
  const none = yesNoNoneOf(place)
  if (options.length === 0) return []
  const claimed = labels.filter(({ verdict }) => /^(?:supported|contradicted)$/.test(verdict))
  const meant = options.flatMap(({ entry, verdict }, at) =>
    claimed.some((label) => isOf(place, entry, label.factId) && (verdict === null || verdict.verdict === label.verdict))
      ? [at]
      : [],
  )
  // Its fact is among the options, but its words say the opposite: read wrongly, so nothing can be learnt from it.
  if (meant.length === 0 && options.some(({ entry }) => claimed.some(({ factId }) => isOf(place, entry, factId))))
    return []
  const isOwn = book === business
  const rows = options.map(({ traits }) =>
    Float64Array.from([...traitNames.map((name) => traits[name]), ...noneNames.map(() => 0)]),
  )
  rows.push(Float64Array.from([...traitNames.map(() => 0), ...noneNames.map((name) => none[name])]))
  return [
    { business, book, counts: isOwn ? 1 : STRANGER_COUNTS, rows, meant: meant.length > 0 ? meant : [rows.length - 1] },
  ]
}

const traitNames = Object.keys(YES_NO_WEIGHTS).filter((name): name is YesNoTrait => name in YES_NO_WEIGHTS)
const noneNames = Object.keys(YES_NO_NONE_WEIGHTS).filter((name): name is YesNoNoneTrait => name in YES_NO_NONE_WEIGHTS)

/** Traits that can only speak for a fact, and those that can only speak against it. */
const FOR =
  /^(?:name|nameNear|nameWeight|wholeName|property|share|propertyNear|rest|scopeHere|scopeNear|kinName|kinNear|kinProperty|emptyName|told|none (?:amount|case|personal|foreign|unknown|promise))$/
const AGAINST = /^(?:othersName|foreign|others|other|modified|none|elsewhere|crowd|none predicate)$/

export const YES_NO: Frame = { names: [...traitNames, ...noneNames.map((name) => `none ${name}`)], within }

function within(name: string, weight: number): number {
  if (FOR.test(name)) return Math.max(0, weight)
  if (name === "modified" || name === "other") return Math.min(-0.4, weight)
  return AGAINST.test(name) ? Math.min(0, weight) : weight
}
