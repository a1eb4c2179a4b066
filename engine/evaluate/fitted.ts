import { existsSync } from "node:fs"
import { join } from "node:path"
import { placesOf } from "./amount-rows.ts"
import { amountCase, AMOUNTS } from "./fit-amounts.ts"
import { YES_NO, yesNoCase } from "./fit-yes-no.ts"
import { fit, isFirst } from "./logit.ts"
import type { Case, Frame } from "./logit.ts"

export type Fitted = ReturnType<typeof fittedOf>

/** Weights for amounts and for yes and no: fitted on all businesses of these folders, and on all but each. */
export function fittedOn(folders: readonly string[], sets: readonly string[]): readonly [Fitted, Fitted] {
  const places = folders.flatMap((folder) =>
    sets
      .filter((set) => existsSync(join(folder, `${set}.jsonl`)))
      .flatMap((set) => placesOf(folder, set, STRANGER_EVERY)),
  )
  return [
    fittedOf("amounts", places.flatMap(amountCase), AMOUNTS),
    fittedOf("yes or no", places.flatMap(yesNoCase), YES_NO),
  ]
}

/** With other businesses' books nothing is meant, mostly: both may well speak of delivery. So few are read. */
const STRANGER_EVERY = 5

function fittedOf(what: string, cases: readonly Case[], frame: Frame) {
  const businesses = [...new Set(cases.map(({ business }) => business))]
  const folds = businesses.map((business) => {
    const weights = fit(
      cases.filter((each) => each.business !== business),
      frame,
    )
    const own = cases.filter((each) => each.business === business && each.book === business)
    const right = own.filter((each) => isFirst(each, weights, frame.names)).length
    return { business, weights, all: own.length, right }
  })
  return { what, folds, all: fit(cases, frame) }
}
