import { parseArgs } from "node:util"
import { NONE_WEIGHTS, WEIGHTS } from "../src/facts/amount-weights.ts"
import { YES_NO_NONE_WEIGHTS, YES_NO_WEIGHTS } from "../src/facts/yes-no-weights.ts"
import { factFigures, scoreFacts } from "./facts.ts"
import type { FactRow } from "./facts.ts"
import { fittedOn } from "./fitted.ts"

/**
 * Reads each business with weights fitted on all the others, and prints the figures of all together and of each:
 * `node engine/evaluate/leave-one-out.ts --data FOLDER [--data FOLDER …] [--set fact_replies_dev]`. The gauge of what to expect of a
 * business that nobody has read; what was mended by reading errors still flatters it.
 */
function main(): void {
  const { values } = parseArgs({
    options: { data: { type: "string", multiple: true }, set: { type: "string", multiple: true } },
  })
  const folders = values.data ?? []
  const sets = values.set ?? ["fact_replies_dev"]
  const [amounts, yesNo] = fittedOn(folders, sets)
  const rows: FactRow[] = []
  for (const { business, weights } of amounts.folds) {
    put(WEIGHTS, NONE_WEIGHTS, weights)
    put(YES_NO_WEIGHTS, YES_NO_NONE_WEIGHTS, yesNo.folds.find((fold) => fold.business === business)?.weights ?? {})
    const read = folders.flatMap((folder) => sets.flatMap((set) => scoreFacts(folder, set, business)))
    print(business, read)
    rows.push(...read)
  }
  print("all", rows)
}

function put(own: Readonly<Record<string, number>>, none: Readonly<Record<string, number>>, fitted: Weights): void {
  Object.assign(own, Object.fromEntries(Object.keys(own).map((name) => [name, fitted[name] ?? 0])))
  Object.assign(none, Object.fromEntries(Object.keys(none).map((name) => [name, fitted[`none ${name}`] ?? 0])))
}

type Weights = Readonly<Record<string, number>>

function print(name: string, rows: readonly FactRow[]): void {
  const figures = Object.entries(factFigures(rows, "")).map(
    ([what, { value, n }]) => `${what.trim()} ${value.toFixed(3)} (${n})`,
  )
  console.log(`${name}: ${figures.join(", ")}`)
}

main()
