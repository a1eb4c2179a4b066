import type { PracticeKind } from "../../ledger/practice-case.ts"
import type { Queries } from "./database.ts"

export type AddedCase = {
  readonly id: string
  readonly kind: PracticeKind
  readonly title: string
  readonly message: string
  readonly points: string
  readonly honest: string | null
}

/** The cases that the team has added, the oldest first. */
export function listAddedCases(queries: Queries, workspaceId: string): Promise<readonly AddedCase[]> {
  return queries.query<AddedCase>(
    `select case_id as "id", kind, title, message, points, honest from practice_cases
     where workspace_id = $1 order by at, case_id limit 200`,
    [workspaceId],
  )
}

export async function insertCase(
  queries: Queries,
  workspaceId: string,
  each: AddedCase & { readonly memberId: string; readonly at: string },
): Promise<void> {
  const { id, kind, title, message, points, honest, memberId, at } = each
  await queries.query(
    `insert into practice_cases (workspace_id, case_id, kind, title, message, points, honest, by_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [workspaceId, id, kind, title, message, points, honest, memberId, at],
  )
}

/** Takes a case that was added away, with what was answered to it. False when there is none. */
export async function deleteCase(queries: Queries, workspaceId: string, caseId: string): Promise<boolean> {
  await queries.query("delete from practice_answers where workspace_id = $1 and case_key = $2::text", [
    workspaceId,
    caseId,
  ])
  const rows = await queries.query("delete from practice_cases where workspace_id = $1 and case_id = $2 returning 1", [
    workspaceId,
    caseId,
  ])
  return rows.length > 0
}

export type Practised = {
  readonly key: string
  readonly text: string
  readonly verdict: "clear" | "confirm" | "hold"
  readonly tries: number
  readonly at: string
}

/** What a member has answered; nobody else may ask for it. */
export function listPractised(queries: Queries, workspaceId: string, memberId: string): Promise<readonly Practised[]> {
  return queries.query<Practised>(
    `select case_key as "key", text, verdict, tries, at from practice_answers where workspace_id = $1 and member_id = $2`,
    [workspaceId, memberId],
  )
}

export async function writePractised(
  queries: Queries,
  workspaceId: string,
  memberId: string,
  { key, text, verdict, at }: Omit<Practised, "tries">,
): Promise<void> {
  await queries.query(
    `insert into practice_answers (workspace_id, member_id, case_key, text, verdict, tries, at) values ($1, $2, $3, $4, $5, 1, $6)
     on conflict (workspace_id, member_id, case_key) do update
       set text = excluded.text, verdict = excluded.verdict, tries = practice_answers.tries + 1, at = excluded.at`,
    [workspaceId, memberId, key, text, verdict, at],
  )
}

export async function deletePractised(queries: Queries, workspaceId: string, memberId: string): Promise<void> {
  await queries.query("delete from practice_answers where workspace_id = $1 and member_id = $2", [
    workspaceId,
    memberId,
  ])
}
