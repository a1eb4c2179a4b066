import type { Queries } from "./database.ts"
import { isOneWith } from "./one-customer.ts"

/** Something that the team wrote for itself and that belongs to no customer, though it may name one. */
export type TeamText = {
  readonly kind: "view" | "tag" | "reply" | "fact" | "rule" | "standing-promise" | "practice-case" | "document"
  /** The tag itself, where it is one. */
  readonly id: string
  readonly title: string
  readonly text: string
}

/** Everything that may be looked for: who is one with the customer is meant, too. */
export async function readNamed(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<{ readonly names: readonly string[]; readonly mails: readonly string[] }> {
  const values = [workspaceId, customerId]
  const names = await queries.query<{ name: string }>(
    `select name from customers where workspace_id = $1 and ${isOneWith("customer_id", "$2")} and name is not null`,
    values,
  )
  const mails = await queries.query<{ value: string }>(
    `select value from addresses where workspace_id = $1 and kind = 'mail' and ${isOneWith("customer_id", "$2")}`,
    values,
  )
  return { names: names.map(({ name }) => name), mails: mails.map(({ value }) => value) }
}

/**
 * SQL: whether a text holds one of the parts ($2), or may hold one in other letters than the store knows how to make small ($4):
 * which it knows depends on its locale, so whoever asks looks again.
 */
function holdsPart(text: string): string {
  return `(exists (select 1 from unnest($2::text[]) part where position(part in ${text}) > 0 or position(part in lower(${text})) > 0)
    or ($4::boolean and octet_length(${text}) > length(${text})))`
}

const partValues = (parts: readonly string[]) => [parts, parts.some((part) => /[^ -~]/.test(part))] as const

const HELD = (table: string) => `from ${table} x where x.workspace_id = $1`
const STANDING = "x.removed_at is null"

const VIEWS = `select 'view' as kind, x.view_id::text as id, x.name as title, concat_ws(E'\\n', x.name, x.tag) as text ${HELD("saved_views")}`
/** On a conversation of somebody else: one that is on theirs alone goes with the conversation. */
const TAGS = `select 'tag', x.tag, x.tag, x.tag from (select distinct tag from conversation_tags where workspace_id = $1) x
  where ${holdsPart("x.tag")} and exists (select 1 from conversation_tags g
    join conversations v on v.workspace_id = $1 and v.conversation_id = g.conversation_id
    where g.workspace_id = $1 and g.tag = x.tag and not ${isOneWith("v.customer_id", "$3")})`
const OTHERS = [
  `select 'reply', x.reply_id::text, x.name, concat_ws(E'\\n', x.name, x.text) ${HELD("saved_replies")} and ${STANDING}`,
  `select 'fact', x.fact_id::text, x.subject || ' · ' || x.attribute,
     concat_ws(E'\\n', x.subject, x.aliases::text, x.statement, x.evidence, x.value::text) ${HELD("fact_versions")}`,
  `select 'rule', x.own_rule_id::text, x.name, x.name || E'\\n' || v.body::text
     from own_rules x join own_rule_versions v on v.workspace_id = x.workspace_id and v.own_rule_id = x.own_rule_id
     where x.workspace_id = $1 and ${STANDING}`,
  `select 'standing-promise', x.standing_id::text, v.what, concat_ws(E'\\n', v.what, v.limits, v.complain)
     from standing_promises x join standing_versions v on v.workspace_id = x.workspace_id and v.standing_id = x.standing_id
     where x.workspace_id = $1 and ${STANDING}`,
  `select 'practice-case', x.case_id::text, x.title, concat_ws(E'\\n', x.title, x.message, x.points, x.honest) ${HELD("practice_cases")}`,
  // Line by line, each once: its versions have most lines in common, and may be many and long.
  `select distinct 'document', x.document_id::text, x.name, said.line
     from audit_documents x join audit_versions v on v.workspace_id = x.workspace_id and v.document_id = x.document_id
     cross join lateral string_to_table(x.name || E'\\n' || v.text, E'\\n') said(line)
     where x.workspace_id = $1 and ${STANDING} and x.desk_key is null`,
]

/** Of views, also those that were removed and can be put back, and of tags, what `listTeamTexts` gives. */
export function listViewsAndTags(
  queries: Queries,
  workspaceId: string,
  customerId: string,
  parts: readonly string[],
): Promise<readonly TeamText[]> {
  const [found, isWider] = partValues(parts)
  return queries.query<TeamText>(`select * from (${VIEWS}) written where ${holdsPart("text")} union all ${TAGS}`, [
    workspaceId,
    found,
    customerId,
    isWider,
  ])
}

/** What may hold one of the parts of names, anywhere in it; a fact once for each of its versions, of a document its lines that do. */
export function listTeamTexts(
  queries: Queries,
  workspaceId: string,
  customerId: string,
  parts: readonly string[],
): Promise<readonly TeamText[]> {
  const [found, isWider] = partValues(parts)
  return queries.query<TeamText>(
    `select * from (${VIEWS} and ${STANDING} union all ${TAGS} union all ${OTHERS.join(" union all ")}) written
     where ${holdsPart("text")} order by kind, title, id`,
    [workspaceId, found, customerId, isWider],
  )
}

/** For good, in whichever conversation the tags are. Gives the conversations. */
export async function eraseViewsAndTags(
  queries: Queries,
  workspaceId: string,
  going: readonly TeamText[],
): Promise<readonly string[]> {
  const idsOf = (kind: TeamText["kind"]) => going.filter((each) => each.kind === kind).map(({ id }) => id)
  await queries.query("delete from saved_views where workspace_id = $1 and view_id = any($2::uuid[])", [
    workspaceId,
    idsOf("view"),
  ])
  const rows = await queries.query<{ id: string }>(
    `delete from conversation_tags where workspace_id = $1 and tag = any($2::text[]) returning conversation_id as "id"`,
    [workspaceId, idsOf("tag")],
  )
  return [...new Set(rows.map(({ id }) => id))]
}
