import type { Shop } from "../../desk/test/http.ts"
import type { Queries } from "../../desk/src/server/database/database.ts"

const MESSAGES_EACH = 10
const SENTENCES = 10_007 // a prime: each message has its own three

/**
 * Fills a desk as if it had been used for years, the same at every call: a tenth of the conversations is open; one promise for
 * two conversations, of which a thousandth is owed.
 */
export async function fill(queries: Queries, { workspaceId, memberId }: Shop, conversations: number): Promise<void> {
  const customers = Math.ceil(conversations / 5)
  const id = (kind: string, n: string) => `pg_temp.seeded_id('${kind} ' || ${n})`
  await queries.query(
    `create function pg_temp.seeded_id(name text) returns uuid immutable language sql return
       overlay(overlay(md5(name) placing '4' from 13) placing 'a' from 17)::uuid`,
  )
  await queries.query(
    `insert into customers (workspace_id, customer_id, name, created_at)
     select $1, ${id("customer", "n")}, 'Customer ' || n, now() - interval '3 years' from generate_series(1, ${customers}) n`,
    [workspaceId],
  )
  await queries.query(
    `insert into addresses (workspace_id, address_id, customer_id, kind, value, shown, created_at)
     select $1, ${id("address", "n")}, ${id("customer", "n")}, 'mail', 'customer-' || n || '@customers.example',
       'customer-' || n || '@customers.example', now() from generate_series(1, ${customers}) n`,
    [workspaceId],
  )
  await queries.query(
    `insert into conversations (workspace_id, conversation_id, customer_id, channel, subject, created_at, last_message_at,
       last_words, closed_at, awaiting_since, assignee_id)
     select $1, ${id("conversation", "n")}, ${id("customer", `(1 + n % ${customers})`)}, 'mail', 'Order ' || n, t.at, t.at,
       'Thank you for order ' || n, case when n % 10 > 0 then t.at end, case when n % 100 = 0 then t.at end,
       case when n % 3 = 0 then $2::uuid end
     from generate_series(1, ${conversations}) n
     cross join lateral (select now() - make_interval(mins => n * 15) as at) t`,
    [workspaceId, memberId],
  )
  await queries.query(
    `insert into messages (workspace_id, message_id, conversation_id, kind, channel, by_kind, by_id, at, recorded_at, delivery)
     select $1, ${id("message", "n || ' ' || k")}, ${id("conversation", "n")}, case when k % 2 = 0 then 'outbound' else 'inbound' end,
       'mail', case when k % 2 = 0 then 'member' else 'customer' end, case when k % 2 = 0 then $2::uuid else ${id("customer", `(1 + n % ${customers})`)} end,
       t.at, t.at, case when k % 2 = 0 then 'accepted' end
     from generate_series(${conversations}, 1, -1) n cross join generate_series(1, ${MESSAGES_EACH}) k
     cross join lateral (select now() - make_interval(mins => n * 15) - make_interval(mins => 10 - k) as at) t`,
    [workspaceId, memberId],
  )
  await queries.query(
    `insert into message_texts (workspace_id, message_id, salt, subject, text, own, opening)
     select $1, message_id, '\\x00', 'Order', s.text, '[]', left(s.text, 200)
     from (select message_id, row_number() over (order by seq) as n from messages where workspace_id = $1) m
     cross join lateral (select ($2::text[])[1 + (m.n * 7919 % ${SENTENCES}) ] || ' ' || ($2::text[])[1 + (m.n * 104729 % ${SENTENCES})]
       || ' ' || ($2::text[])[1 + (m.n * 15485863 % ${SENTENCES})] as text) s`,
    [workspaceId, sentences()],
  )
  await queries.query(
    `insert into promise_rows (workspace_id, promise_id, customer_id, conversation_id, state, owner_id, words, deed, due_until,
       condition_met, channel, said_at, said_by, last_seq, last_hash, runs_from, settled_at)
     select $1, ${id("promise", "n")}, v.customer_id, v.conversation_id, case when n % 500 = 0 then 'open' else 'kept' end, $2,
       'I will send the part of order ' || n || ' by Friday', 'send', now() + make_interval(mins => n % 20000), true, 'mail',
       now() - make_interval(mins => n * 30), $2, 1, '', now(), case when n % 500 = 0 then null else now() end
     from generate_series(1, ${conversations / 2}) n
     join conversations v on v.workspace_id = $1 and v.conversation_id = ${id("conversation", "n * 2")}`,
    [workspaceId, memberId],
  )
}

/** Words as usual as they are in letters: few are in every tenth message, many in one of a thousand. */
function sentences(): readonly string[] {
  const usual = ["delivery", "order", "saddle", "invoice", "refund", "bell", "thanks", "price", "when", "please"]
  let state = 7
  const chance = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  return Array.from({ length: SENTENCES }, (_, number) => {
    const words = Array.from({ length: 12 }, () => `word${Math.floor(chance() ** 3 * 6_000)}`)
    if (number % 30 === 0) words[3] = usual[0] ?? ""
    if (number % 30 === 1) words[5] = usual[1] ?? ""
    if (number % 200 === 2) words[7] = usual[2 + Math.floor(chance() * 8)] ?? ""
    if (number % 1_000 === 3) words[1] = `zanzi${Math.floor(number / 200)}`
    return `${words.join(" ")}.`
  })
}
