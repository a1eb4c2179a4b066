import { killAndCompare } from "./kill.ts"

// The long proofs. Prints what it counted; ends with 1 when anything acknowledged was lost or doubled.
const seed = Number(process.argv[2] ?? Date.now() % 1_000_000)
console.log(`Thirty kills at random moments, seed ${seed}. This takes about five minutes.`)
const { problems, ...counts } = await killAndCompare({ kills: 30, seed, awaitMail: true })
console.log(JSON.stringify(counts))
for (const problem of problems) console.error(problem)
console.log(`${problems.length} lost or doubled`)
process.exitCode = problems.length === 0 ? 0 : 1
