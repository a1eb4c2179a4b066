import { type Counted, type Coverage, type Run, coverageOf } from "./coverage.ts"
import { DESK_KINDS } from "./desk-kind.ts"

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const RUN: Run = { seeds: SEEDS, promises: 900, every: 3, from: 40, recordMax: 200 }
const YOUNG: Run = { ...RUN, promises: 200, every: 1, from: 10 }

const COLUMNS = [
  "desk",
  "kept by the honest date",
  "little due before",
  "much due before",
  "without load: little",
  "much",
  "open already",
  "without a date",
  "kept by the due asked for",
]

/** Prints the tables of docs/honest-date.md: how often a promise was kept by its honest date, on desks that are invented. */
function main(): void {
  console.log(`Seeds ${SEEDS.join(" ")}; a record of up to ${RUN.recordMax}, weighed from the ${RUN.from + 1}st on\n`)
  printTable(RUN)
  console.log(`\nYoung desks: weighed from the ${YOUNG.from + 1}th of ${YOUNG.promises / 2} on\n`)
  printTable(YOUNG)
}

function printTable(run: Run): void {
  console.log(`| ${COLUMNS.join(" | ")} |`)
  console.log(`|${COLUMNS.map(() => "---").join("|")}|`)
  for (const kind of DESK_KINDS) console.log(lineOf(kind.name, coverageOf(kind, run)))
}

function lineOf(name: string, of: Coverage): string {
  const without = { n: of.weighed, inTime: of.weighed - of.dated.n }
  const dated = `**${percentOf(of.dated)}** of ${of.dated.n}`
  const others = [of.light, of.loaded, of.lightWithoutLoad, of.loadedWithoutLoad, of.open, without, of.asked]
  return `| ${[name, dated, ...others.map(percentOf)].join(" | ")} |`
}

function percentOf({ n, inTime }: Counted): string {
  return n === 0 ? "–" : `${((100 * inTime) / n).toFixed(1)} %`
}

main()
