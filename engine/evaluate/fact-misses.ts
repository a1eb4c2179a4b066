import { parseArgs } from "node:util"
import { isFound, isMarked, isRight, scoreFacts } from "./facts.ts"

/** Prints where claims and labels differ, for one business at a time: the others are for figures only. */
const { values } = parseArgs({
  options: {
    data: { type: "string" },
    set: { type: "string", default: "fact_replies_dev" },
    business: { type: "string" },
  },
})
for (const row of scoreFacts(values.data ?? "", values.set)) {
  if (row.business !== values.business) continue
  const wrong = row.found.filter((claim) => !isRight(row, claim))
  const missed = row.truth.filter((claim) => !isFound(row, claim))
  const falsely = row.truth.length === 0 && isMarked(row)
  if (wrong.length === 0 && missed.length === 0 && !falsely) continue
  console.log(`\n## ${row.id} ${row.marks.join(" ")}\n${row.text}`)
  for (const { verdict, factId, start, end } of missed)
    console.log(`  MISSED ${verdict} ${factId ?? ""} | ${row.text.slice(start, end)}`)
  for (const { verdict, factId, quote } of wrong) console.log(`  WRONG  ${verdict} ${factId ?? ""} | ${quote}`)
}
