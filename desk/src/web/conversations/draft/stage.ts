import type { Finding, FoundPromise, Review } from "aboveboard-engine"
import { undecided, type Decision } from "./decisions.ts"

/** What stands between a draft and the outbox, one thing at a time. */
export type Stage =
  | { readonly kind: "empty" }
  /** `sends`: nothing else is asked, once it is decided. */
  | { readonly kind: "card"; readonly found: FoundPromise; readonly more: number; readonly sends: boolean }
  | { readonly kind: "hold"; readonly findings: readonly Finding[] }
  | { readonly kind: "look"; readonly findings: readonly Finding[] }
  | { readonly kind: "ready" }

export type Progress = {
  readonly decisions: readonly Decision[]
  readonly looked: boolean
  readonly reason: string
}

/** What the sender has to do next before this text can leave. */
export function nextStage(text: string, review: Review, progress: Progress): Stage {
  if (text.trim() === "") return { kind: "empty" }
  const [found, ...more] = undecided(review.promises, progress.decisions)
  const asked = stageOf(openFindings(review, progress.decisions), progress)
  if (found === undefined) return asked
  const others = review.findings.filter((each) => !each.rule.startsWith("promise/"))
  const sends = more.length === 0 && stageOf(others, progress).kind === "ready"
  return { kind: "card", found, more: more.length, sends }
}

function stageOf(open: readonly Finding[], progress: Progress): Exclude<Stage, { kind: "card" }> {
  const held = open.filter((each) => each.severity === "hold")
  if (held.length > 0 && progress.reason.trim() === "") return { kind: "hold", findings: held }
  const unsure = open.filter((each) => each.severity === "confirm")
  if (unsure.length > 0 && !progress.looked && held.length === 0) return { kind: "look", findings: unsure }
  return { kind: "ready" }
}

/** Findings that a decision about the same words has not answered. */
export function openFindings(review: Review, decisions: readonly Decision[]): Finding[] {
  return review.findings.filter(
    (each) =>
      !each.rule.startsWith("promise/") || !decisions.some((made) => made.start < each.end && each.start < made.end),
  )
}
