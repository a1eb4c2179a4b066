import { type Review, compileFacts, review, rules } from "aboveboard-engine"
import { forbidden, notFound } from "../../ledger/error.ts"
import type { PracticeKind } from "../../ledger/practice-case.ts"
import { PRACTICE_CASES, caseOf } from "../../ledger/practice-cases.ts"
import * as rows from "../database/practice.ts"
import { readSettings } from "../database/settings.ts"
import { type Actor, type Desk, assertRole } from "./desk.ts"
import { readingOf, reviewText } from "./review-text.ts"

/** A case as its member sees it: what gives the answer away is there once they have answered. */
export type CaseView = {
  readonly key: string
  readonly kind: PracticeKind
  readonly title: string
  readonly message: string
  /** What is true in it; empty for a case that was added: there the workspace's Fact Book holds. */
  readonly facts: readonly string[]
  readonly isAdded: boolean
  readonly answered: Omit<rows.Practised, "key"> | null
  readonly points: readonly string[]
  readonly honest: string | null
}

/** All cases, with what this member has answered so far. Nobody else sees that. */
export async function listPracticeCases(desk: Desk, actor: Actor): Promise<readonly CaseView[]> {
  const memberId = memberOf(actor)
  const practised = await rows.listPractised(desk.database, actor.workspaceId, memberId)
  const answers = new Map(practised.map(({ key, ...answer }) => [key, answer]))
  const added = await rows.listAddedCases(desk.database, actor.workspaceId)
  const own = PRACTICE_CASES.map(({ key, kind, title, message, facts, points, honest }) => {
    const statements = facts.map(({ statement }) => statement)
    return { key, kind, title, message, facts: statements, points, honest, isAdded: false }
  })
  const theirs = added.map(({ id, points, ...rest }) => {
    return { ...rest, key: id, facts: [], points: points.split("\n").filter((line) => line !== ""), isAdded: true }
  })
  return [...own, ...theirs].map((each) => {
    const answered = answers.get(each.key) ?? null
    return answered === null ? { ...each, answered, points: [], honest: null } : { ...each, answered }
  })
}

export type Feedback = {
  readonly verdict: Review["verdict"]
  readonly findings: readonly {
    readonly rule: string
    readonly severity: "remark" | "confirm" | "hold"
    readonly words: string
    readonly why: string
    /** What would do instead, where the review or the rule says so. */
    readonly instead: string | null
    readonly source: string | null
  }[]
  /** What the answer promises, and by when. */
  readonly promises: readonly { readonly words: string; readonly until: string | null }[]
  readonly points: readonly string[]
  readonly honest: string | null
}

/**
 * Reviews an answer to a case as a message would be: by the same rules, and with the facts of the case; those of the Fact
 * Book where the team has added it. Only that member's progress is written. `not_found` for a case that there is not.
 */
export async function answerCase(
  desk: Desk,
  actor: Actor,
  { key, text }: { readonly key: string; readonly text: string },
): Promise<Feedback> {
  const memberId = memberOf(actor)
  const found = (await listPracticeCases(desk, actor)).find((each) => each.key === key)
  if (found === undefined) throw notFound("case")
  const verdict = await reviewed(desk, actor, found, text)
  const at = desk.now().toString()
  const answer = { key, text, verdict: verdict.verdict, at }
  await desk.database.transaction((queries) => rows.writePractised(queries, actor.workspaceId, memberId, answer))
  const told = (await listPracticeCases(desk, actor)).find((each) => each.key === key)
  return { ...feedbackOf(verdict, text), points: told?.points ?? [], honest: told?.honest ?? null }
}

async function reviewed(desk: Desk, { workspaceId }: Actor, each: CaseView, text: string): Promise<Review> {
  const input = { text, channel: "mail" as const, author: "member" as const, previous: `CUSTOMER: ${each.message}` }
  const invented = caseOf(each.key)
  if (invented === null) return reviewText(desk.database, desk, workspaceId, input)
  const settings = await readSettings(desk.database, workspaceId)
  const facts = compileFacts({ currency: "EUR", facts: invented.facts })
  const now = desk.now().toZonedDateTimeISO(settings.zone).toString({ timeZoneName: "never" })
  return review({ now, zone: settings.zone, ...input }, { ...readingOf(settings), facts })
}

function feedbackOf(verdict: Review, text: string): Pick<Feedback, "verdict" | "findings" | "promises"> {
  return {
    verdict: verdict.verdict,
    findings: verdict.findings.map(({ rule, severity, start, end, why, suggestion }) => {
      const known = rules.find(({ id }) => id === rule)
      const instead = suggestion ?? known?.instead ?? null
      return { rule, severity, words: text.slice(start, end), why, instead, source: known?.source ?? null }
    }),
    promises: verdict.promises
      .filter(({ kind }) => kind !== "now")
      .map(({ quote, due }) => ({ words: quote, until: due.until ?? null })),
  }
}

export type CaseInput = {
  readonly kind: PracticeKind
  readonly title: string
  readonly message: string
  readonly points: readonly string[]
  readonly honest?: string | undefined
}

/** Adds a case of the team's own. Leads and admins. Gives its id. */
export async function addCase(desk: Desk, actor: Actor, input: CaseInput): Promise<string> {
  assertRole(actor, "lead")
  const memberId = memberOf(actor)
  const id = desk.newId()
  const points = input.points.map((point) => point.replaceAll("\n", " ").trim()).join("\n")
  const each = { ...input, id, points, honest: input.honest ?? null, memberId, at: desk.now().toString() }
  await desk.database.transaction((queries) => rows.insertCase(queries, actor.workspaceId, each))
  return id
}

/** Takes a case of the team's own away, with everybody's answers to it. Leads and admins. */
export async function removeCase(desk: Desk, actor: Actor, caseId: string): Promise<void> {
  assertRole(actor, "lead")
  const isGone = await desk.database.transaction((queries) => rows.deleteCase(queries, actor.workspaceId, caseId))
  if (!isGone) throw notFound("case")
}

/** Begins anew: what this member has answered is gone. */
export async function forgetPractice(desk: Desk, actor: Actor): Promise<void> {
  const memberId = memberOf(actor)
  await desk.database.transaction((queries) => rows.deletePractised(queries, actor.workspaceId, memberId))
}

function memberOf({ by }: Actor): string {
  if (by.kind !== "member") throw forbidden("Only people practise. Sign in as a member.")
  return by.id
}
