import { parseArgs } from "node:util"
import { fittedOn } from "./fitted.ts"
import type { Fitted } from "./fitted.ts"

/**
 * Fits the weights by which the fact of an amount and that of a yes or no are told (engine/src/facts/amount-weights.ts and
 * yes-no-weights.ts) on labelled replies, by hand and for good: prints them, and how often the right fact came first where the
 * weights were fitted on the other businesses.
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      data: { type: "string", multiple: true },
      set: { type: "string", multiple: true, default: ["fact_replies_dev"] },
      json: { type: "boolean" },
    },
  })
  const fitted = fittedOn(values.data ?? [], values.set)
  if (values.json === true) console.log(JSON.stringify(fitted))
  else for (const each of fitted) print(each)
}

function print({ what, folds, all }: Fitted): void {
  console.log(what)
  for (const { business, right, all: count } of folds)
    console.log(`${business.padEnd(14)} right fact, or rightly none: ${right} of ${count}`)
  for (const [name, weight] of Object.entries(all)) console.log(`  ${name}: ${weight.toFixed(2)},`)
}

main()
