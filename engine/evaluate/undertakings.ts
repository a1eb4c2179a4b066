import type { Channel, FoundPromise } from "../src/index.ts"
import { review } from "../src/index.ts"
import { f1, share } from "./intervals.ts"
import type { Figure } from "./intervals.ts"
import { readingIn } from "./reading.ts"
import { handsIn, isIn, rowsOf, textIn } from "./rows.ts"
import type { Half, Row } from "./rows.ts"

export type Scored = {
  readonly set: string
  readonly channel: Channel
  readonly group: string
  readonly text: string
  readonly truth: { readonly label: string; readonly actor: string; readonly due: string }
  readonly found: { readonly label: string; readonly actor: string; readonly due: string }
}

const PROMISE_SETS = ["promises_dev", "mail_promises_dev", "notes_dev"] as const

const POLICY = readingIn("Europe/London")

/** The three sets, and those of hands that the folder holds. */
export function promiseSets(folder: string): readonly string[] {
  return [...PROMISE_SETS, ...handsIn(folder)]
}

/** Reads every row of the promise sets and folds what the review finds to one label. */
export function scorePromises(folder: string, half: Half | null): readonly Scored[] {
  return promiseSets(folder).flatMap((set) =>
    rowsOf(folder, set)
      .filter((row) => isIn(half, groupOf(row)))
      .map((row) => scored(set, row)),
  )
}

function groupOf(row: Row): string {
  return typeof row["conversation"] === "string" ? row["conversation"] : String(row["id"])
}

const CHANNELS: Readonly<Record<string, Channel>> = { promises_dev: "chat", mail_promises_dev: "mail" }
const REGISTERS: Readonly<Record<string, Channel>> = { note: "note", voicemail: "note", chat: "chat" }

function scored(set: string, row: Row): Scored {
  const channel = CHANNELS[set] ?? REGISTERS[textIn(row, "register")] ?? "mail"
  const { promises } = review(
    {
      text: textIn(row, "text"),
      previous: textIn(row, "previous"),
      channel,
      now: "2026-03-04T10:00:00Z",
      zone: "Europe/London",
    },
    POLICY,
  )
  const truth = { label: textIn(row, "label"), actor: textIn(row, "actor"), due: textIn(row, "due") }
  return { set, channel, group: `${set} ${groupOf(row)}`, text: textIn(row, "text"), truth, found: fold(promises) }
}

function fold(promises: readonly FoundPromise[]): Scored["found"] {
  for (const label of ["later", "conditional", "now"] as const) {
    const promise = promises.find((candidate) => candidate.kind === label)
    if (promise !== undefined) return { label, actor: promise.actor.kind, due: promise.due.text ?? "" }
  }
  return { label: "none", actor: "", due: "" }
}

const UNDERTAKINGS = new Set(["later", "now", "conditional"])

export type PromiseFigures = Readonly<
  Record<"undertakings" | "later" | "kind" | "label" | "actor" | "dueWords", Figure>
>

/**
 * Undertakings and `later` as F1; kind, actor and due words as shares of the undertakings that were found; label as the
 * share of all rows. Disputed fields are left out.
 */
export function promiseFigures(rows: readonly Scored[]): PromiseFigures {
  const clear = rows.filter((row) => row.truth.label !== "disputed")
  const both = clear.filter((row) => UNDERTAKINGS.has(row.truth.label) && UNDERTAKINGS.has(row.found.label))
  const withActor = both.filter((row) => row.truth.actor !== "disputed")
  const withDue = both.filter((row) => row.truth.due !== "disputed")
  return {
    undertakings: f1(
      clear.map((row) => ({
        group: row.group,
        truth: UNDERTAKINGS.has(row.truth.label),
        found: UNDERTAKINGS.has(row.found.label),
      })),
    ),
    later: f1(
      clear.map((row) => ({
        group: row.group,
        truth: row.truth.label === "later",
        found: row.found.label === "later",
      })),
    ),
    kind: share(both.filter((row) => row.truth.label === row.found.label).length, both.length),
    label: share(clear.filter((row) => folded(row.truth.label) === row.found.label).length, clear.length),
    actor: share(withActor.filter((row) => row.truth.actor === row.found.actor).length, withActor.length),
    dueWords: share(withDue.filter((row) => sameWords(row.truth.due, row.found.due)).length, withDue.length),
  }
}

function folded(label: string): string {
  return UNDERTAKINGS.has(label) ? label : "none"
}

/** Case, spaces and marks at the edges are a matter of taste. */
function sameWords(one: string, other: string): boolean {
  return bare(one) === bare(other)
}

export function bare(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}
