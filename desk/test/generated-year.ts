import type { Database } from "../src/server/database/database.ts"

export type Year = {
  readonly workspaceId: string
  readonly ownerId: string
  /** The first moment of the twelve months. */
  readonly from: Temporal.Instant
  readonly conversations: number
}

/**
 * A desk's twelve months of promises, made by the database from a running number, so that the same call writes the same
 * figures: two promises for three conversations, of every state, early, late and open, some with a new date; one customer in
 * nine was merged into another. Rows only: their entries are not there, and `verify` would say so.
 */
export async function insertYear(
  database: Database,
  { workspaceId, ownerId, from, conversations }: Year,
): Promise<void> {
  const values = [workspaceId, from.toString(), conversations]
  await database.query(
    `insert into customers (workspace_id, customer_id, name, created_at, merged_into)
     select $1::uuid, ${uuid("c", "n")}, 'Customer ' || n, $2::timestamptz, case when n % 9 = 0 then ${uuid("c", "n - 1")} end
     from generate_series(1, greatest($3::int / 4, 1)) n`,
    values,
  )
  await database.query(
    `insert into conversations (workspace_id, conversation_id, customer_id, channel, created_at, last_message_at)
     select $1::uuid, ${uuid("v", "n")}, ${customerOf("n")}, 'mail', at, at
     from (select n, ${AT} as at from generate_series(1, $3::int) n) made`,
    values,
  )
  await database.query(
    `insert into messages (workspace_id, message_id, conversation_id, kind, channel, by_kind, by_id, at, recorded_at)
     select $1::uuid, ${uuid("m", "n")}, ${uuid("v", "n")}, 'inbound', 'mail', 'customer',
       ${customerOf("n")}, ${AT}, ${AT} from generate_series(1, $3::int) n`,
    values,
  )
  await insertPromises(database, [...values, ownerId])
  await database.query("analyze customers, conversations, messages, promises, promise_rows")
}

/** When the nth conversation began: spread over 365 days, on odd seconds. */
export const AT = `$2::timestamptz + make_interval(secs => (n::float8 / $3::int) * 365 * 86400 + (n * 7919) % 3600)`

async function insertPromises(database: Database, values: readonly unknown[]): Promise<void> {
  await database.query(
    `insert into promises (workspace_id, promise_id, customer_id, created_at)
     select $1::uuid, ${uuid("p", "n")}, ${customerOf("n")}, ${AT}
     from generate_series(1, $3::int) n where n % 3 <> 0`,
    values.slice(0, 3),
  )
  await database.query(
    `insert into promise_rows (workspace_id, promise_id, customer_id, conversation_id, state, owner_id, words, deed, due_until,
       condition_met, channel, said_at, runs_from, broken_at, settled_at, evidence, successor_id, predecessor_id, last_seq, last_hash)
     select $1::uuid, ${uuid("p", "n")}, ${customerOf("n")}, ${uuid("v", "n")},
       state, $4::uuid, 'I will see to it (' || n || ').', deed, due, n % 11 = 0, channel, at, at,
       case when state = 'broken' then due + interval '1 day' when state = 'kept' and took > promised + interval '1 day' then due + interval '1 day' end,
       case when state in ('kept', 'renegotiated', 'released', 'dismissed', 'void') then at + took end,
       case when state = 'kept' then jsonb_build_object('kind', (array['message','message','call','word','customer'])[1 + n % 5],
         'messageId', null, 'note', '', 'at', to_char((at + took) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end,
       case when state = 'renegotiated' then ${uuid("p", "n + 1")} end,
       case when n % 29 = 2 then ${uuid("p", "n - 1")} end, 2, md5(n::text)
     from (select n, ${AT} as at, ${promised} as promised, ${took} as took, ${AT} + ${promised} as due,
         case when n % 29 = 1 then 'renegotiated' when n % 31 = 0 then 'broken' when n % 37 = 0 then 'released' when n % 41 = 0 then 'void'
           when n % 43 = 0 then 'dismissed' when n % 19 = 0 then 'open' else 'kept' end as state,
         (array['answer','call-back','repair','refund','send'])[1 + (n * 3) % 5] as deed,
         (array['mail','call','visit'])[1 + n % 3] as channel
       from generate_series(1, $3::int) n where n % 3 <> 0) made`,
    values,
  )
}

const promised = "make_interval(mins => 60 + (n * 131) % 4000)"
const took = "make_interval(mins => 5 + (n * 193) % 4600)"

/** An id that the running number decides. */
export function uuid(kind: string, nth: string): string {
  return `overlay(overlay(md5($1::text || '${kind}' || (${nth})::text) placing '4' from 13) placing 'a' from 17)::uuid`
}

/** The customer of the nth conversation: four to each on average, some soon after one another. */
export function customerOf(nth: string): string {
  return uuid("c", `1 + (${nth}::bigint * ${nth} % 100003 + ${nth} * 7) % greatest($3::int / 4, 1)`)
}

/** An order to every fifth conversation; some were asked to undo it, some answered whether it helped. */
export async function insertSales(
  database: Database,
  { workspaceId, ownerId, from, conversations }: Year,
): Promise<void> {
  const values = [workspaceId, from.toString(), conversations]
  const customer = customerOf("n")
  await database.query(
    `insert into orders (workspace_id, order_id, customer_id, conversation_id, number, product, kind, ordered_on, by_kind, by_id, created_at)
     select $1::uuid, ${uuid("o", "n")}, ${customer}, ${uuid("v", "n")}, 'N' || n, 'Lamp', 'goods', (${AT})::date, 'member', $4::uuid, ${AT}
     from generate_series(1, $3::int) n where n % 5 = 0`,
    [...values, ownerId],
  )
  await database.query(
    `insert into sale_requests (workspace_id, request_id, customer_id, conversation_id, message_id, order_id, kind, words, at, dropped_at)
     select $1::uuid, ${uuid("r", "n")}, ${customer}, ${uuid("v", "n")}, ${uuid("m", "n")}, ${uuid("o", "n")}, 'return', 'I return it', ${AT},
       case when n % 35 = 0 then ${AT} end
     from generate_series(1, $3::int) n where n % 5 = 0 and (n % 7 = 0 or n % 11 = 0)`,
    values,
  )
  await database.query(
    `insert into outcome_checks (workspace_id, check_id, order_id, customer_id, token_digest, problem, asked_at, expires_at, answer)
     select $1::uuid, ${uuid("k", "n")}, ${uuid("o", "n")}, ${customer}, n::text, case when n % 65 = 0 then 'no address' end,
       ${AT} + interval '14 days', ${AT} + interval '44 days', (array['yes','yes','partly','no',null])[1 + (n / 5) % 5]
     from generate_series(1, $3::int) n where n % 5 = 0 and n % 7 <> 0`,
    values,
  )
}
