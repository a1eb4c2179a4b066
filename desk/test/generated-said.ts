import type { Database } from "../src/server/database/database.ts"
import { AT, type Year, customerOf, uuid } from "./generated-year.ts"

const FACTS = 120
const RUNS = 8

/**
 * What was said in such a year: an answer to every second conversation with its review, claims on facts of every standing,
 * noes, recommendations, corrections, and what customers said of promises.
 */
export async function insertSaid(database: Database, year: Year): Promise<void> {
  const values = [year.workspaceId, year.from.toString(), year.conversations]
  await insertAnswers(database, [...values, year.ownerId])
  await insertFacts(database, values.slice(0, 2))
  await insertClaims(database, values)
  await insertNoes(database, [...values, year.ownerId])
  await insertCorrections(database, values)
  await insertCustomersWords(database, values)
  await insertAnswerChecks(database, values)
  await database.query(
    "analyze messages, reviews, facts, fact_versions, assertions, declines, correction_people, entries",
  )
}

const ANSWERED = `(${AT} + interval '1 hour')`

async function insertAnswers(database: Database, values: readonly unknown[]): Promise<void> {
  await database.query(
    `insert into messages (workspace_id, message_id, conversation_id, kind, channel, by_kind, by_id, at, recorded_at, delivery, outside)
     select $1::uuid, ${uuid("u", "n")}, ${uuid("v", "n")}, 'outbound', 'mail', 'member', $4::uuid, ${ANSWERED}, ${ANSWERED},
       case when n % 97 = 0 then 'cancelled' when n % 89 = 0 then 'failed' when n % 83 = 0 then 'bounced' else 'accepted' end, n % 71 = 0
     from generate_series(1, $3::int) n where n % 2 = 0`,
    values,
  )
  await database.query(
    `insert into reviews (workspace_id, message_id, verdict, review, created_at)
     select $1::uuid, ${uuid("u", "n")}, 'clear', case when n % 61 = 0
       then jsonb_build_object('override', jsonb_build_object('reason', 'The list on the shelf is newer (' || n || ').')) else '{}' end, ${ANSWERED}
     from generate_series(1, $3::int) n where n % 2 = 0`,
    values.slice(0, 3),
  )
}

/** In force, stale, expired, coming, proposed and retired; some are confirmed again and again, some never were. */
async function insertFacts(database: Database, values: readonly unknown[]): Promise<void> {
  const when = `$2::timestamptz + make_interval(days => k * (40 + n % 90))`
  await database.query(
    `insert into facts (workspace_id, fact_id, name, confirm_days, created_at, last_confirmed_at, retired_at)
     select $1::uuid, ${uuid("f", "n")}, 'fact ' || n, case when n % 3 > 0 then 60 + n end, $2::timestamptz,
       case when n % 13 > 0 then $2::timestamptz + make_interval(days => (n % 4) * (40 + n % 90)) end,
       case when n % 17 = 0 then $2::timestamptz + interval '200 days' end
     from generate_series(1, ${FACTS}) n`,
    values,
  )
  await database.query(
    `insert into fact_confirmations (workspace_id, fact_id, at)
     select $1::uuid, ${uuid("f", "n")}, ${when} from generate_series(1, ${FACTS}) n, generate_series(0, 3) k where k <= n % 4 and n % 13 > 0`,
    values,
  )
  await database.query(
    `insert into fact_versions (workspace_id, fact_id, version, subject, attribute, type, value, statement, source, by_kind, entered_at,
       approved_at, valid_from, valid_until)
     select $1::uuid, ${uuid("f", "n")}, k, 'thing ' || n, 'price', 'money', to_jsonb(n), 'Thing ' || n || ' costs EUR ' || n || '.',
       '{"kind": "document", "name": "list"}', 'member', $2::timestamptz, case when n % 13 > 0 and (k = 1 or n % 5 = 0) then $2::timestamptz end,
       case when n % 11 = 0 then date '2027-12-01' when k = 2 then date '2026-07-01' end, case when n % 7 = 0 then date '2026-09-01' end
     from generate_series(1, ${FACTS}) n, generate_series(1, 2) k where k = 1 or n % 5 < 2`,
    values,
  )
}

async function insertClaims(database: Database, values: readonly unknown[]): Promise<void> {
  await database.query(
    `insert into assertions (workspace_id, message_id, position, customer_id, verdict, kind, words, start_at, end_at, said_at, by_kind, fact_id, version)
     select $1::uuid, ${uuid("u", "n")}, k, ${customerOf("n")}, verdict, 'price', 'it is €' || n, 0, 8, ${ANSWERED}, 'member',
       case when verdict in ('supported', 'contradicted') then ${uuid("f", `1 + (n / 4 + k) % ${FACTS}`)} end,
       case when verdict in ('supported', 'contradicted') then 1 end
     from (select n, k, (array['supported','supported','contradicted','unsupported','needs-evidence'])[1 + (n / 4 + k) % 5] as verdict
       from generate_series(1, $3::int) n, generate_series(0, 1) k where n % 4 = 0 and k <= n % 3) made`,
    values,
  )
}

async function insertNoes(database: Database, values: readonly unknown[]): Promise<void> {
  await database.query(
    `insert into declines (workspace_id, decline_id, customer_id, conversation_id, message_id, basis, has_alternative, by_id, at,
       asked, refused, reason, alternative)
     select $1::uuid, ${uuid("d", "n")}, ${customerOf("n")}, ${uuid("v", "n")}, ${uuid("u", "n")},
       (array['capability','capacity','law','safety','policy','unfair','wrong'])[1 + (n / 6) % 7], n % 4 = 0, $4::uuid, ${ANSWERED},
       case when n % 5 > 0 then 'Can I have it?' end, 'do it', 'It is too late', case when n % 4 = 0 then 'sell it for you' end
     from generate_series(1, $3::int) n where n % 6 = 0`,
    values,
  )
  await database.query(
    `insert into recommendations (workspace_id, recommendation_id, customer_id, conversation_id, message_id, product, by_id, at)
     select $1::uuid, ${uuid("e", "n")}, ${customerOf("n")}, ${uuid("v", "n")}, ${uuid("u", "n")}, 'Lamp', $4::uuid, ${ANSWERED}
     from generate_series(1, $3::int) n where n % 10 = 0`,
    values,
  )
}

/** To everybody who was told a fact that went wrong: corrected, honoured, left out; sent, not yet, or not accepted. */
async function insertCorrections(database: Database, values: readonly unknown[]): Promise<void> {
  await database.query(
    `insert into correction_runs (workspace_id, run_id, fact_id, from_version, to_version, words, honour_words, started_at, closed_at)
     select $1::uuid, ${uuid("x", "n")}, ${uuid("f", "n")}, 1, 1, 'It is not so', 'It stays so', $2::timestamptz + make_interval(days => n * 44),
       $2::timestamptz + make_interval(days => n * 44 + 5) from generate_series(1, ${RUNS}) n`,
    values.slice(0, 2),
  )
  await database.query(
    `insert into correction_people (workspace_id, run_id, customer_id, message_id, position, choice, sent_message_id)
     select distinct on (run, ${customerOf("n")}) $1::uuid, ${uuid("x", "run")}, ${customerOf("n")}, ${uuid("u", "n")}, 0,
       (array['correct','correct','honour','leave'])[1 + (n / 8) % 4], case when (n / 8) % 4 < 3 and n % 5 > 0 then ${uuid("u", "n + 2")} end
     from (select n, 1 + (n / 8) % ${RUNS} as run from generate_series(1, $3::int - 2) n where n % 8 = 0 and $2::timestamptz is not null) made
     order by run, ${customerOf("n")}, n`,
    values,
  )
}

/** To every fourth conversation; some could not be asked, or wait to be asked. */
async function insertAnswerChecks(database: Database, values: readonly unknown[]): Promise<void> {
  await database.query(
    `insert into answer_checks (workspace_id, check_id, conversation_id, customer_id, ask_at, asked_at, expires_at, problem, answer, words)
     select $1::uuid, ${uuid("h", "n")}, ${uuid("v", "n")}, ${customerOf("n")}, case when n % 44 = 0 then ${AT} + interval '1 day' end,
       case when n % 44 > 0 then ${AT} + interval '1 day' end, ${AT} + interval '31 days', case when n % 36 = 0 then 'no address' end,
       case when n % 44 > 0 and n % 36 > 0 then (array['yes','no','yes','partly',null])[1 + (n / 4) % 5] end,
       case when n % 20 = 4 then 'It did not say when.' end
     from generate_series(1, $3::int) n where n % 4 = 0`,
    values,
  )
}

async function insertCustomersWords(database: Database, values: readonly unknown[]): Promise<void> {
  await database.query(
    `insert into entries (workspace_id, promise_id, seq, kind, at, recorded_at, by_kind, body, previous_hash, hash)
     select $1::uuid, ${uuid("p", "n")}, k, kind, ${AT} + make_interval(days => 2 * k), ${AT}, 'customer',
       case when kind = 'reopened' then jsonb_build_object('why', case when n % 4 = 0 then 'bounced' else 'disputed' end) else '{}' end, '', md5(n || ' ' || k)
     from (select n, k, case when n % 14 < 3 then 'confirmed-by-customer' when n % 14 < 5 then 'reopened' when n % 14 < 8 then 'chased' else 'handed-over' end as kind
       from generate_series(1, $3::int) n, generate_series(1, 2) k where n % 3 > 0 and k <= 1 + n % 2) made`,
    values,
  )
}
