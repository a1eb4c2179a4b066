import { listConversations } from "../../desk/src/contract/conversations.ts"
import type { Queries } from "../../desk/src/server/database/database.ts"
import { insertUser } from "../../desk/src/server/database/identity-users.ts"
import { insertMember } from "../../desk/src/server/database/members.ts"
import { hashPassword } from "../../desk/src/server/http/identity.ts"
import { PASSWORD, type Shop, type TestApp, cookiesOf, openShop, signIn } from "../../desk/test/http.ts"

const MESSAGES_EACH = 10
const SENTENCES = 10_007 // a prime: each message has its own three

export type Years = {
  readonly admin: Shop
  /** A member who may not see the mail of one address. */
  readonly outsider: Shop
  readonly conversationIds: readonly string[]
  readonly customerIds: readonly string[]
  readonly companyIds: readonly string[]
  /** Of the list of closed conversations, some thousand rows down. */
  readonly cursor: string | undefined
}

const SLUG = "years"

/** The desk of many years, filled in unless it was before; see `fill`. */
export async function openYears(test: TestApp, conversations: number): Promise<Years> {
  const { database } = test.desk
  test.desk.setClock(new Date().toISOString())
  const [there] = await database.query("select 1 from workspaces where slug = $1", [SLUG])
  if (there === undefined) await makeYears(test, conversations)
  const [admin, outsider] = [await entered(test, "admin"), await entered(test, "outsider")]
  const some = async (table: string, id: string, where = "true") => {
    const rows = await database.query<{ id: string }>(
      `select ${id} as "id" from ${table} where ${where} order by md5(${id}::text) limit 200`,
    )
    return rows.map((row) => row.id)
  }
  return {
    admin,
    outsider,
    conversationIds: await some("conversations", "conversation_id", `came_by <> '${BOSS}'`),
    customerIds: await some(
      "customers c",
      "customer_id",
      `exists (select 1 from conversations v where v.customer_id = c.customer_id and v.came_by <> '${BOSS}')`,
    ),
    companyIds: [
      ...(await some("companies", "company_id", "name = 'Big Company'")),
      ...(await some("companies", "company_id")),
    ],
    cursor: await cursorDown(test, admin),
  }
}

async function makeYears(test: TestApp, conversations: number): Promise<void> {
  const { desk } = test
  const shop = await openShop(test, SLUG)
  await desk.database.transaction(async (queries) => {
    const at = desk.now().toString()
    const [userId, person] = [desk.newId(), { name: "Outsider", email: `outsider@${SLUG}.example` }]
    const passwordHash = await hashPassword(PASSWORD)
    await insertUser(queries, { ...person, id: userId, passwordHash, accountRowId: desk.newId(), at })
    await insertMember(queries, {
      ...person,
      workspaceId: shop.workspaceId,
      id: desk.newId(),
      userId,
      role: "member",
      at,
    })
    await queries.query("set local statement_timeout = 0")
    await queries.query("set local session_replication_role = replica")
    await fill(queries, shop, conversations)
  })
  await desk.database.query("vacuum analyze")
}

async function entered(test: TestApp, name: string): Promise<Shop> {
  const email = `${name}@${SLUG}.example`
  const [row] = await test.desk.database.query<Omit<Shop, "as">>(
    `select m.workspace_id as "workspaceId", m.member_id as "memberId" from members m where m.email = $1`,
    [email],
  )
  if (row === undefined) throw new Error(`There is no ${email}.`)
  return { ...row, as: { cookie: cookiesOf(await signIn(test, email)), slug: SLUG } }
}

async function cursorDown(test: TestApp, { as }: Shop): Promise<string | undefined> {
  let cursor: string | undefined
  for (let page = 0; page < 30; page += 1)
    cursor =
      (await test.call(listConversations, { as, query: { filter: "closed", limit: 100, cursor } })).next ?? cursor
  return cursor
}

/** Not everybody sees its mail: a twentieth of the conversations came by it. */
const BOSS = "boss@years.example"
const HELP = "help@years.example"
const ID = (kind: string, n: string, at = "'2020-01-01'::timestamptz") => `pg_temp.seeded_id('${kind} ' || ${n}, ${at})`

/**
 * Fills a desk as if it had been used for years, the same at every call: a tenth of the conversations is open; one promise for
 * two conversations, of which a five hundredth is owed. "jubilee" is in a hundredth of the messages, all of them old. Ids sort by time, as the desk's own do.
 */
async function fill(queries: Queries, shop: Shop, conversations: number): Promise<void> {
  await queries.query(
    `create function pg_temp.seeded_id(name text, at timestamptz) returns uuid immutable language sql return
       (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || overlay(overlay(substr(md5(name), 13) placing '7' from 1) placing 'a' from 5))::uuid`,
  )
  await fillPeople(queries, shop, Math.ceil(conversations / 5))
  await fillConversations(queries, shop, conversations)
  await fillMessages(queries, shop, conversations)
  await fillPromises(queries, shop, conversations)
  await fillViews(queries, shop)
}

async function fillPeople(queries: Queries, { workspaceId, memberId }: Shop, customers: number): Promise<void> {
  await queries.query(
    `insert into customers (workspace_id, customer_id, name, company, merged_into, created_at)
     select $1, ${ID("customer", "n")}, 'Customer ' || n, case when n % 4 = 0 then 'Company ' || n / 100 when n % 97 = 0 then 'Big Company' end,
       case when n % 100 = 1 then ${ID("customer", "(n + 1)")} end, now() - interval '3 years' from generate_series(1, ${customers}) n`,
    [workspaceId],
  )
  await queries.query(
    `insert into addresses (workspace_id, address_id, customer_id, kind, value, shown, created_at)
     select $1, ${ID("address", "n")}, ${ID("customer", "n")}, 'mail', 'customer-' || n || '@customers.example',
       'customer-' || n || '@customers.example', now() from generate_series(1, ${customers}) n`,
    [workspaceId],
  )
  await queries.query(
    `insert into companies (workspace_id, company_id, name, created_at)
     select $1, ${ID("company", "n")}, n, now() from (select distinct company as n from customers where workspace_id = $1 and company is not null) c`,
    [workspaceId],
  )
  await queries.query(
    `insert into company_domains (workspace_id, company_id, domain) values ($1, ${ID("company", "'Big Company'")}, 'big.example')`,
    [workspaceId],
  )
  await queries.query(
    `insert into mail_addresses (workspace_id, address, position) values ($1, '${HELP}', 0), ($1, '${BOSS}', 1)`,
    [workspaceId],
  )
  await queries.query(
    `insert into restricted_mailboxes (workspace_id, address, restricted_by, restricted_at) values ($1, '${BOSS}', $2, now())`,
    [workspaceId, memberId],
  )
}

async function fillConversations(
  queries: Queries,
  { workspaceId, memberId }: Shop,
  conversations: number,
): Promise<void> {
  const customers = Math.ceil(conversations / 5)
  await queries.query(
    `insert into conversations (workspace_id, conversation_id, customer_id, channel, subject, created_at, last_message_at,
       last_words, closed_at, awaiting_since, assignee_id, came_by, snoozed_until, spam_at)
     select $1, ${ID("conversation", "n", "t.at")}, ${ID("customer", `(1 + n % ${customers})`)}, 'mail', 'Order ' || n, t.at, t.at,
       'Thank you for order ' || n, case when n % 10 > 0 then t.at end, case when n % 100 = 0 then t.at end,
       case when n % 3 = 0 then $2::uuid end, case when n % 20 = 7 then '${BOSS}' else '${HELP}' end,
       case when n % 250 = 10 then now() + interval '1 day' end, case when n % 97 = 5 then t.at end
     from generate_series(${conversations}, 1, -1) n
     cross join lateral (select now() - make_interval(mins => n * 15) as at) t`,
    [workspaceId, memberId],
  )
  await queries.query(
    `insert into conversation_tags (workspace_id, conversation_id, tag, at)
     select $1, conversation_id, tag, now() from (
       select conversation_id, case when n % 7 = 0 then 'repair' when n % 50 = 1 then 'vip' else 'winter' end as tag
       from (select conversation_id, row_number() over (order by created_at desc) as n from conversations where workspace_id = $1) c
       where n % 7 = 0 or n % 50 = 1 or n < 100) t`,
    [workspaceId],
  )
}

async function fillMessages(queries: Queries, { workspaceId, memberId }: Shop, conversations: number): Promise<void> {
  const customers = Math.ceil(conversations / 5)
  await queries.query(
    `insert into messages (workspace_id, message_id, conversation_id, kind, channel, by_kind, by_id, at, recorded_at, delivery, mail_id, redelivery_key)
     select $1, ${ID("message", "n || ' ' || k", "t.at")}, ${ID("conversation", "n", "t.began")}, case when k % 2 = 0 then 'outbound' else 'inbound' end,
       'mail', case when k % 2 = 0 then 'member' else 'customer' end, case when k % 2 = 0 then $2::uuid else ${ID("customer", `(1 + n % ${customers})`)} end,
       t.at, t.at, case when k % 2 = 0 then 'accepted' end, n || '.' || k || '@customers.example', md5(n || ' ' || k)
     from generate_series(${conversations}, 1, -1) n cross join generate_series(1, ${MESSAGES_EACH}) k
     cross join lateral (select now() - make_interval(mins => n * 15) as began, now() - make_interval(mins => n * 15) - make_interval(mins => 10 - k) as at) t
     order by t.at`,
    [workspaceId, memberId],
  )
  await queries.query("drop index message_texts_search") // a full index of words grows slowly
  await queries.query(
    `insert into message_texts (workspace_id, message_id, salt, subject, text, own, opening, at)
     select $1, message_id, '\\x00', 'Order', s.text, '[]', left(s.text, 200), m.at
     from (select message_id, at, row_number() over (order by at) as n from messages where workspace_id = $1) m
     cross join lateral (select ($2::text[])[1 + (m.n * 7919 % ${SENTENCES}) ] || ' ' || ($2::text[])[1 + (m.n * 104729 % ${SENTENCES})]
       || ' ' || ($2::text[])[1 + (m.n * 15485863 % ${SENTENCES})]
       || case when m.n between ${conversations} and ${conversations * 2} and m.n % 10 = 0 then ' jubilee' else '' end as text) s`,
    [workspaceId, sentences()],
  )
  await queries.query("create index message_texts_search on message_texts using gin (search)")
}

async function fillPromises(queries: Queries, { workspaceId, memberId }: Shop, conversations: number): Promise<void> {
  await queries.query(
    `insert into promise_rows (workspace_id, promise_id, customer_id, conversation_id, state, owner_id, words, deed, due_until,
       condition_met, channel, said_at, said_by, last_seq, last_hash, runs_from, settled_at)
     select $1, ${ID("promise", "n", "v.created_at")}, v.customer_id, v.conversation_id, case when n % 500 = 0 then 'open' else 'kept' end, $2,
       'I will send the part of order ' || n || ' by Friday', 'send', now() + make_interval(mins => n % 20000), true, 'mail',
       v.created_at, $2, 1, '', now(), case when n % 500 = 0 then null else now() end
     from (select (row_number() over (order by created_at desc))::int as n, c.* from conversations c where workspace_id = $1) v
     where n <= ${conversations} and n % 2 = 0`,
    [workspaceId, memberId],
  )
}

async function fillViews(queries: Queries, { workspaceId, memberId }: Shop): Promise<void> {
  await queries.query(
    `insert into saved_views (workspace_id, view_id, name, state, assignee, tag, by_id, created_at)
     select $1, ${ID("view", "v.name")}, v.name, v.state, v.assignee, v.tag, $2, now()
     from (values ('Everything', 'all', 'anybody', null), ('Closed', 'closed', 'anybody', null), ('Mine', 'open', 'me', null),
       ('Nobody''s', 'open', 'nobody', null), ('Repairs', 'all', 'anybody', 'repair'), ('Closed for VIPs', 'closed', 'anybody', 'vip'),
       ('Waiting', 'awaiting', 'anybody', null), ('Spam', 'spam', 'anybody', null)) v (name, state, assignee, tag)`,
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
    if (number % 500 === 4) words[2] = "hub" // in six messages of a thousand
    if (number % 2_000 === 6) words[2] = "spoke" // in three of two thousand
    if (number % 1_000 === 3) words[1] = `zanzi${Math.floor(number / 200)}`
    return `${words.join(" ")}.`
  })
}
