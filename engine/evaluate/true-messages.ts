import { scoreFacts } from "./facts.ts"
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

/** What is held of them, to be looked at: `node engine/evaluate/true-messages.ts FOLDER`. */
export function heldOf(folder: string): readonly string[] {
  return scoreFacts(folder, "messages").flatMap(({ id, text, found }) =>
    found
      .filter(({ verdict }) => verdict === "contradicted")
      .map(({ quote, factId = "" }) => `${id} ${factId} “${quote}” in: ${text.replaceAll("\n", " / ")}`),
  )
}

if (process.argv[1]?.endsWith("true-messages.ts") === true) console.log(heldOf(process.argv[2] ?? "").join("\n"))
