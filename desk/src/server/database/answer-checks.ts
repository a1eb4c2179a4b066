import type { Outcome } from "../../ledger/sale-acknowledgement.ts"
import type { Queries } from "./database.ts"
import { isOneWith } from "./one-customer.ts"
import { BEHIND_A_LINK } from "./open-question.ts"

/** The customer is asked about this conversation then, unless they were before; a conversation that is closed again waits anew. */
export async function planAnswerCheck(
  queries: Queries,
  { workspaceId, id, conversationId, at }: { workspaceId: string; id: string; conversationId: string; at: string },
): Promise<void> {
  await queries.query(
    `insert into answer_checks (workspace_id, check_id, conversation_id, customer_id, ask_at)
     select workspace_id, $3, conversation_id, customer_id, $4 from conversations
     where workspace_id = $1 and conversation_id = $2 and not unsent
     on conflict (workspace_id, conversation_id) do update set ask_at = excluded.ask_at, customer_id = excluded.customer_id
       where answer_checks.asked_at is null`,
    [workspaceId, conversationId, id, at],
  )
}

export async function setAskAt(queries: Queries, { workspaceId, id }: DueCheck, at: string | null): Promise<void> {
  await queries.query("update answer_checks set ask_at = $3 where workspace_id = $1 and check_id = $2", [
    workspaceId,
    id,
    at,
  ])
}

/** Switched off: nobody is asked of what was closed before, also when it is switched on again. One after the other, by key. */
export async function dropPlanned(queries: Queries, workspaceId: string): Promise<void> {
  await queries.query(
    `update answer_checks set ask_at = null where workspace_id = $1 and check_id in (
       select check_id from answer_checks where workspace_id = $1 and ask_at is not null order by check_id for update)`,
    [workspaceId],
  )
}

export type DueCheck = { readonly workspaceId: string; readonly id: string; readonly conversationId: string }

/** The conversation whose customer has to be asked first. Nothing is held yet. */
export async function findDueCheck(queries: Queries, now: string): Promise<DueCheck | null> {
  const [row] = await queries.query<DueCheck>(
    `select workspace_id as "workspaceId", check_id as "id", conversation_id as "conversationId" from answer_checks
     where ask_at <= $1 order by ask_at limit 1`,
    [now],
  )
  return row ?? null
}

/**
 * Holds the customer of a conversation and everybody who is one with them until the transaction ends, so that they are asked
 * about one conversation at a time, then the check. False when it is not due any more.
 */
export async function lockDueCheck(
  queries: Queries,
  { workspaceId, id, conversationId }: DueCheck,
  now: string,
): Promise<boolean> {
  const customer = "(select customer_id from conversations where workspace_id = $1 and conversation_id = $2)"
  await queries.query(
    `select 1 from customers where workspace_id = $1 and ${isOneWith("customer_id", customer)} order by customer_id for no key update`,
    [workspaceId, conversationId],
  )
  await queries.query("select 1 from conversations where workspace_id = $1 and conversation_id = $2 for update", [
    workspaceId,
    conversationId,
  ])
  const rows = await queries.query(
    "select 1 from answer_checks where workspace_id = $1 and check_id = $2 and ask_at <= $3 for update",
    [workspaceId, id, now],
  )
  return rows.length > 0
}

/** What decides whether the customer of a conversation is asked. */
export type AskedAbout = {
  readonly customerId: string
  readonly closedAt: string
  /** Something to them is open or broken, here or elsewhere. */
  readonly isOwed: boolean
}

/**
 * Null when they are never to be asked about it: it is open again, spam, of the sample shop or without an answer of ours to
 * something that a person wrote; they were erased, asked not to be written to first, or were asked since `since`.
 */
export async function readAskedAbout(
  queries: Queries,
  { workspaceId, conversationId }: DueCheck,
  since: string,
): Promise<AskedAbout | null> {
  const [row] = await queries.query<AskedAbout>(
    `select v.customer_id as "customerId", v.closed_at as "closedAt",
       exists (select 1 from promise_rows p where p.workspace_id = $1 and ${isOneWith("p.customer_id", "v.customer_id")}
         and p.state in ('open', 'broken')) as "isOwed"
     from conversations v
     join customers c on c.workspace_id = v.workspace_id and c.customer_id = v.customer_id and c.erased_at is null
     join workspaces w on w.workspace_id = v.workspace_id and w.kind <> 'sample'
     where v.workspace_id = $1 and v.conversation_id = $2 and v.closed_at is not null and v.spam_at is null
       and v.merged_into is null and v.texts_erased_at is null
       and exists (select 1 from messages i where i.workspace_id = $1 and i.conversation_id = v.conversation_id
         and i.kind = 'inbound' and i.by_kind = 'customer' and not i.automatic
         and exists (select 1 from messages a where a.workspace_id = $1 and a.conversation_id = v.conversation_id
           and a.kind = 'outbound' and a.by_kind <> 'desk' and a.delivery = 'accepted' and a.seq > i.seq))
       and not exists (select 1 from customers n where n.workspace_id = $1 and ${isOneWith("n.customer_id", "v.customer_id")}
         and n.no_first_mail_at is not null)
       and not exists (select 1 from answer_checks k where k.workspace_id = $1 and ${isOneWith("k.customer_id", "v.customer_id")}
         and k.asked_at > $3 and k.problem is null)`,
    [workspaceId, conversationId, since],
  )
  return row ?? null
}

export async function writeAsked(
  queries: Queries,
  { workspaceId, id }: DueCheck,
  asked: {
    readonly customerId: string
    readonly tokenDigest: string
    readonly messageId: string | null
    readonly problem: string | null
    readonly askedAt: string
    readonly expiresAt: string
  },
): Promise<void> {
  const { customerId, tokenDigest, messageId, problem, askedAt, expiresAt } = asked
  await queries.query(
    `update answer_checks set ask_at = null, customer_id = $3, token_digest = $4, message_id = $5, problem = $6, asked_at = $7,
       expires_at = $8 where workspace_id = $1 and check_id = $2`,
    [workspaceId, id, customerId, tokenDigest, messageId, problem, askedAt, expiresAt],
  )
}

/** What a link opens. */
export type OpenAnswerCheck = {
  readonly workspaceId: string
  readonly id: string
  readonly customerId: string
  readonly conversationId: string
  readonly shop: string
  readonly zone: string
  readonly answer: Outcome | null
  readonly words: string | null
  readonly expiresAt: string
}

/** Null when the link does not work, for whatever reason. */
export async function findOpenAnswerCheck(
  queries: Queries,
  tokenDigest: string,
  now: string,
): Promise<OpenAnswerCheck | null> {
  const [row] = await queries.query<OpenAnswerCheck>(
    `select k.workspace_id as "workspaceId", k.check_id as "id", k.customer_id as "customerId",
       coalesce(m.conversation_id, k.conversation_id) as "conversationId", w.name as "shop",
       coalesce(c.zone, w.settings->>'zone') as "zone", k.answer, k.words, k.expires_at as "expiresAt"
     from answer_checks k ${BEHIND_A_LINK}`,
    [tokenDigest, now],
  )
  return row ?? null
}

/** What became of asking, as it stands beside a conversation. */
export type AnswerCheckView = {
  readonly askedAt: string
  readonly problem: string | null
  readonly answer: Outcome | null
  readonly answeredAt: string | null
  readonly words: string | null
}

const VIEW = `asked_at as "askedAt", problem, answer, answered_at as "answeredAt", words`

/** The last in a conversation, or in one that was merged into it; null where nobody was asked. */
export async function readAnswerCheck(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
): Promise<AnswerCheckView | null> {
  const [row] = await queries.query<AnswerCheckView>(
    `select ${VIEW} from answer_checks where workspace_id = $1 and asked_at is not null
       and conversation_id in (select v.conversation_id from conversations v
         where v.workspace_id = $1 and coalesce(v.merged_into, v.conversation_id) = $2)
     order by asked_at desc limit 1`,
    [workspaceId, conversationId],
  )
  return row ?? null
}

/** What a customer was asked and said, the oldest first. */
export function listAnswerChecksOf(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<readonly (AnswerCheckView & { readonly conversationId: string })[]> {
  return queries.query(
    `select conversation_id as "conversationId", ${VIEW} from answer_checks
     where workspace_id = $1 and ${isOneWith("customer_id", "$2")} and asked_at is not null order by asked_at, check_id`,
    [workspaceId, customerId],
  )
}

/** Their words; the link leads nowhere any more, and nobody is asked. */
export async function eraseAnswerChecks(
  queries: Queries,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<void> {
  await queries.query(
    `update answer_checks set words = null, problem = null, token_digest = null, ask_at = null
     where workspace_id = $1 and customer_id = any($2::uuid[])`,
    [workspaceId, customerIds],
  )
}
