import type { VerifyReport } from "../verbs/verify.ts"

/** What `verify` has found, a line each. */
export function verifyWords(report: VerifyReport): readonly string[] {
  const { promises, entries, problems } = report
  const summary =
    problems.length === 0
      ? `${counted(promises, "promise")} with ${counted(entries, "entry", "entries")}: every chain, text and row fits.`
      : `${counted(problems.length, "problem")} in ${counted(promises, "promise")}.`
  return [...problems, summary, ...anchoredWords(report)]
}

function anchoredWords({ anchored, problems }: VerifyReport): readonly string[] {
  if (anchored === null) return ["There is no checkpoint yet; the desk takes one a day."]
  const { number, at, isHeldElsewhere, newer } = anchored
  const upTo = `checkpoint ${number} of ${at.slice(0, 16).replace("T", " ")} UTC`
  const later = counted(newer, "entry", "entries")
  if (!isHeldElsewhere) {
    return [
      `The newest checkpoint is ${upTo.slice("checkpoint ".length)}; ${later} after it. It was not compared with one held`,
      "elsewhere (verify --checkpoint FILE): whoever controls the database and the desk's key can rewrite both.",
    ]
  }
  const fits = problems.length === 0 ? [`Up to ${upTo}, the record is the one held elsewhere.`] : []
  return [...fits, `Not yet anchored: ${later} after ${upTo}.`]
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
