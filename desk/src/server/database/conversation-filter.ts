import { WHOLE } from "./as-seen.ts"
import { PEOPLE } from "./companies.ts"
import { isOneWith } from "./one-customer.ts"

export type ConversationState = "open" | "awaiting" | "mine" | "snoozed" | "closed" | "spam" | "all"

/** Which conversations: in which state, whose, with which tag. */
export type ConversationFilter = {
  readonly filter?: ConversationState | undefined
  /** Left out or `anybody`: whoever has it. `me` is `memberId`. */
  readonly assignee?: string | undefined
  readonly tag?: string | null | undefined
  /** Who looks; null for an API key, which is nobody's "me". */
  readonly memberId?: string | null | undefined
}

export const STATES: Readonly<Record<Exclude<ConversationState, "mine">, string>> = {
  open: "v.closed_at is null and v.snoozed_until is null and v.spam_at is null",
  awaiting: "v.awaiting_since is not null and v.snoozed_until is null and v.merged_into is null",
  snoozed: "v.snoozed_until is not null and v.spam_at is null",
  closed: "v.closed_at is not null and v.spam_at is null",
  spam: "v.spam_at is not null",
  all: "true",
}
const MINE = "v.closed_at is null and v.spam_at is null and v.assignee_id = $2::uuid"

/** What was merged into another leads there, and is in no list. */
const STANDING = "v.merged_into is null"

/** What was begun and not sent is its writer's own. */
const BEGUN = "(not v.unsent or v.begun_by = $2::uuid)"

const TAGGED = `exists (select 1 from ${WHOLE} conversation_tags g
  where g.workspace_id = v.workspace_id and g.conversation_id = v.conversation_id and g.tag = $4)`

/** As SQL about `v`: for a statement whose $1 is the workspace, and whose $2 to $4 are what `filterValues` gives. */
export function filterSql({ filter = "open", assignee = "anybody", tag }: ConversationFilter): string {
  const state = filter === "mine" ? MINE : STATES[filter]
  // Each parameter is named, so that PostgreSQL knows its type also where nothing is asked of it.
  const known = "($2::uuid is null or true) and ($3::uuid is null or true) and ($4::text is null or true)"
  return [
    known,
    STANDING,
    BEGUN,
    state,
    assigneeSql(assignee),
    tag === undefined || tag === null ? "true" : TAGGED,
  ].join(" and ")
}

export function filterValues({ assignee = "anybody", memberId, tag }: ConversationFilter): readonly (string | null)[] {
  const named = ["anybody", "me", "nobody"].includes(assignee) ? null : assignee
  return [memberId ?? null, named, tag ?? null]
}

function assigneeSql(assignee: string): string {
  if (assignee === "anybody") return "true"
  if (assignee === "nobody") return "v.assignee_id is null"
  return assignee === "me" ? "v.assignee_id = $2::uuid" : "v.assignee_id = $3::uuid"
}

/*
 * As arrays, which are made once: of "in" PostgreSQL makes a question to each conversation of the workspace where it stands beside "or".
 */

/** The customer's own, and those that one of theirs was merged into. */
export function ofCustomer(parameter: string): string {
  return `(${parameter}::uuid is null or v.conversation_id = any(array(
    select coalesce(o.merged_into, o.conversation_id) from conversations o where o.workspace_id = $1 and ${isOneWith("o.customer_id", parameter)})))`
}

/** `column` names somebody of this company, or who was merged into one of them. */
export function ofCompany(column: string, parameter: string): string {
  return `(${parameter}::uuid is null or ${column} = any(array(
    select k.customer_id from customers k where k.workspace_id = $1 and coalesce(k.merged_into, k.customer_id) in (
      select p.id from companies n cross join lateral ${PEOPLE} as p (id) where n.workspace_id = $1 and n.company_id = ${parameter}))))`
}
