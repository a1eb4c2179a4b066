import { type Coverage, type Counted, type Run, coverageOf } from "./coverage.ts"
import { DESK_KINDS } from "./desk-kind.ts"

const RUN: Run = { seeds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], promises: 900, every: 3, from: 40, recordMax: 200 }

/** Prints the table of docs/honest-date.md: how often a promise was kept by its honest date, on desks that are invented. */
function main(): void {
  console.log(
    "| desk | kept by the honest date | little due before | much due before | without a date | kept by the due asked for |",
  )
  console.log("|---|---|---|---|---|---|")
  for (const kind of DESK_KINDS) console.log(lineOf(kind.name, coverageOf(kind, RUN)))
}

function lineOf(name: string, { weighed, without, inTime, light, loaded, asked }: Coverage): string {
  const dated = { n: weighed - without, inTime }
  const cells = [percentOf(dated), percentOf(light), percentOf(loaded), percentOf({ n: weighed, inTime: without })]
  return `| ${[name, `${cells[0]} of ${dated.n}`, ...cells.slice(1), percentOf({ n: weighed, inTime: asked })].join(" | ")} |`
}

function percentOf({ n, inTime }: Counted): string {
  return n === 0 ? "–" : `${((100 * inTime) / n).toFixed(1)} %`
}

main()
