import { parseArgs } from "node:util"
import { calmShopTexts, falseAlarms, handbookFindings, policyAlarms, pressureRecall } from "./wording.ts"

/** Prints what the wording rules miss in half a, the half they are developed on, and what they find where nothing misleads. */
const { values } = parseArgs({ options: { data: { type: "string" } } })
const folder = values.data ?? ""
for (const miss of pressureRecall(folder, "a").misses) console.log(`MISSED ${miss}`)
for (const { set, rule, words, text } of [
  ...calmShopTexts(folder, "a").found,
  ...falseAlarms(folder).found,
  ...policyAlarms(folder).found,
  ...handbookFindings(folder),
])
  console.log(`${set} ${rule} «${words.replace(/\s+/g, " ")}» in: ${text.replace(/\s+/g, " ")}`)
for (const half of ["a", "b"] as const) console.log(half, pressureRecall(folder, half).figure)
console.log("ordinary", falseAlarms(folder).figure, "policies", policyAlarms(folder).figure)
