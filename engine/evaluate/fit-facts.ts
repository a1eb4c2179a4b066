import { parseArgs } from "node:util"
import { amountCase, AMOUNTS } from "./fit-amounts.ts"
import { yesNoCase, YES_NO } from "./fit-yes-no.ts"
import { placesOf } from "./amount-rows.ts"
import { fit, isFirst } from "./logit.ts"
import type { Case, Frame } from "./logit.ts"

/**
 * Fits the weights by which the fact of an amount and that of a yes or no are told (engine/src/facts/amount-weights.ts and
 * yes-no-weights.ts) on labelled replies, by hand and for good: prints them, and how often the right fact came first where the
 * weights were fitted on the other businesses.
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      data: { type: "string", multiple: true },
      set: { type: "string", default: "fact_replies_dev" },
      json: { type: "boolean" },
    },
  })
  const places = (values.data ?? []).flatMap((folder) => placesOf(folder, values.set, STRANGER_EVERY))
  const fitted = [
    fittedOf("amounts", places.flatMap(amountCase), AMOUNTS),
    fittedOf("yes or no", places.flatMap(yesNoCase), YES_NO),
  ]
  if (values.json === true) console.log(JSON.stringify(fitted))
  else for (const each of fitted) print(each)
}

/** With other businesses' books nothing is meant, mostly: both may well speak of delivery. So few are read. */
const STRANGER_EVERY = 5

type Fitted = ReturnType<typeof fittedOf>

function fittedOf(what: string, cases: readonly Case[], frame: Frame) {
  const businesses = [...new Set(cases.map(({ business }) => business))]
  const folds = businesses.map((business) => {
    const weights = fit(
      cases.filter((each) => each.business !== business),
      frame,
    )
    const own = cases.filter((each) => each.business === business && each.book === business)
    return { business, weights, all: own.length, right: own.filter((each) => isFirst(each, weights, frame.names)).length }
  })
  return { what, folds, all: fit(cases, frame) }
}

function print({ what, folds, all }: Fitted): void {
  console.log(what)
  for (const { business, right, all: count } of folds)
    console.log(`${business.padEnd(14)} right fact, or rightly none: ${right} of ${count}`)
  for (const [name, weight] of Object.entries(all)) console.log(`  ${name}: ${weight.toFixed(2)},`)
}

main()
