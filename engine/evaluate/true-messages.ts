import { isFound, isRight, scoreFacts } from "./facts.ts"
import { share } from "./intervals.ts"
import type { Figure } from "./intervals.ts"
import { rowsOf, textIn } from "./rows.ts"

/** Of messages that are all true, the share that would be held for going against a fact; by how they were written. */
export function trueMessageFigures(folder: string): Readonly<Record<string, Figure>> {
  const written = new Map(rowsOf(folder, "messages").map((row) => [textIn(row, "id"), textIn(row, "written")]))
  if (written.size === 0) return {}
  const read = scoreFacts(folder, "messages")
  const figures: Record<string, Figure> = {}
  for (const how of new Set(written.values())) {
    const rows = read.filter(({ id }) => written.get(id) === how)
    const held = rows.filter(({ found }) => found.some(({ verdict }) => verdict === "contradicted"))
    figures[`true messages held, written ${how}`] = share(held.length, rows.length)
  }
  return figures
}

/** Of messages that say one false thing each, those where it is found, what is held of them rightly, and what is called supported of what is false. */
export function falseMessageFigures(folder: string): Readonly<Record<string, Figure>> {
  const rows = scoreFacts(folder, "false")
  if (rows.length === 0) return {}
  const told = rows.flatMap((row) => row.truth.map((claim) => ({ row, claim })))
  const held = rows.flatMap((row) =>
    row.found.filter(({ verdict }) => verdict === "contradicted").map((claim) => isRight(row, claim)),
  )
  const backed = told.filter(({ row, claim }) => isFound(row, { ...claim, verdict: "supported" }))
  return {
    "false messages contradicted recall": share(
      told.filter(({ row, claim }) => isFound(row, claim)).length,
      told.length,
    ),
    "false messages contradicted precision": share(held.filter(Boolean).length, held.length),
    "false messages called supported": share(backed.length, told.length),
  }
}

/** What is held of them, to be looked at: `node engine/evaluate/true-messages.ts FOLDER`. */
export function heldOf(folder: string): readonly string[] {
  return scoreFacts(folder, "messages").flatMap(({ id, text, found }) =>
    found
      .filter(({ verdict }) => verdict === "contradicted")
      .map(({ quote, factId = "" }) => `${id} ${factId} “${quote}” in: ${text.replaceAll("\n", " / ")}`),
  )
}

if (process.argv[1]?.endsWith("true-messages.ts") === true) console.log(heldOf(process.argv[2] ?? "").join("\n"))
