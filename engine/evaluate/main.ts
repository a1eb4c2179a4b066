import { parseArgs } from "node:util"
import { factFigures, scoreFacts } from "./facts.ts"
import { deadlines, dueTimes, trimming } from "./other-sets.ts"
import type { Figure } from "./intervals.ts"
import { falseMessageFigures, trueMessageFigures } from "./true-messages.ts"
import { promiseFigures, promiseSets, scorePromises } from "./undertakings.ts"
import { HALVES } from "./rows.ts"
import type { Half } from "./rows.ts"
import { wordingFigures } from "./wording.ts"

/** Measures the engine against labelled sets: `npm run evaluate -- --data FOLDER [--json] [--half a|b|b1|b2]`. */
function main(): void {
  const { values } = parseArgs({
    options: { data: { type: "string" }, json: { type: "boolean", default: false }, half: { type: "string" } },
  })
  if (values.data === undefined) {
    console.error("Say where the labelled sets are: npm run evaluate -- --data FOLDER")
    process.exitCode = 2
    return
  }
  const half: Half | null = HALVES.find((name) => name === values.half) ?? null
  const figures = measure(values.data, half)
  console.log(values.json ? JSON.stringify(figures, null, 2) : table(figures))
}

function measure(folder: string, half: Half | null): Readonly<Record<string, Figure>> {
  const scored = scorePromises(folder, half)
  const figures: Record<string, Figure> = {}
  for (const set of [...promiseSets(folder), ...CHANNELS, "together"]) {
    const rows = set === "together" ? scored : scored.filter((row) => row.set === set || row.channel === set)
    for (const [name, figure] of Object.entries(promiseFigures(rows))) figures[`${set} ${name}`] = figure
  }
  const { rightDay, invented } = dueTimes(folder)
  figures["service_deadlines_dev right"] = deadlines(folder).figure
  figures["mail_trimming_dev exact"] = trimming(folder).figure
  figures["due_times_dev right day"] = rightDay.figure
  figures["due_times_dev date-free rows with a date"] = invented.figure
  return {
    ...figures,
    ...wordingFigures(folder, half),
    ...factsByBusiness(folder, "fact_replies_dev"),
    ...factsByBusiness(folder, "replies"),
    ...trueMessageFigures(folder),
    ...falseMessageFigures(folder),
  }
}

const CHANNELS = ["note", "mail", "chat"]

function factsByBusiness(folder: string, set: string): Readonly<Record<string, Figure>> {
  const rows = scoreFacts(folder, set)
  if (rows.length === 0) return {}
  const figures = { ...factFigures(rows, set) }
  for (const business of new Set(rows.map((row) => row.business))) {
    Object.assign(
      figures,
      factFigures(
        rows.filter((row) => row.business === business),
        business,
      ),
    )
  }
  return figures
}

function table(figures: Readonly<Record<string, Figure>>): string {
  const lines = Object.entries(figures).map(
    ([name, { value, low, high, n }]) =>
      `${name.padEnd(46)} ${value.toFixed(3)}  [${low.toFixed(3)}, ${high.toFixed(3)}]  n = ${n}`,
  )
  return ["figure (F1 for undertakings and later, else a share), 95 % interval", ...lines].join("\n")
}

main()
