import { createHash } from "node:crypto"
import { parseArgs } from "node:util"
import { join } from "node:path"
import { openTestDesk, openTestWorkspace } from "../desk/test/desk.ts"
import { startPostgresServer } from "../desk/test/postgres-server.ts"
import { GENESIS, hashOf, textDigestOf } from "../desk/src/ledger/chain.ts"
import { promiseOf } from "../desk/src/ledger/customer-promise.ts"
import type { Entry, EntryEvent } from "../desk/src/ledger/entry.ts"
import { inThreads } from "../desk/src/server/verify-threads.ts"
import { isSigned, sha256, signerOf } from "../desk/src/server/checkpoint-key.ts"
import type { Database } from "../desk/src/server/database/database.ts"
import { rowOf } from "../desk/src/server/database/entries.ts"
import { migrate } from "../desk/src/server/database/migrate.ts"
import { openDatabase } from "../desk/src/server/database/open.ts"
import { takeCheckpoint } from "../desk/src/server/verbs/take-checkpoint.ts"
import { verify } from "../desk/src/server/verbs/verify.ts"

const MIGRATIONS = join(import.meta.dirname, "../desk/migrations")
const PROMISES_AT_ONCE = 5_000

const { values } = parseArgs({ options: { entries: { type: "string", default: "1000000" } } })
await bench(Number(values.entries))

/** How long `verify` and a checkpoint take on PostgreSQL, with four entries of each promise. */
async function bench(entries: number): Promise<void> {
  const server = await startPostgresServer()
  const database = await openDatabase({ kind: "server", url: server.url })
  try {
    await migrate(database, MIGRATIONS)
    await fill(database, entries / 4)
    for (const table of ["promises", "entries", "entry_texts", "promise_rows"])
      await database.query(`vacuum analyze ${table}`)
    const desk = openTestDesk(database, "2026-11-21T14:12:00Z")
    const seals = { isSigned, hashBytes: sha256 }
    const sealing = { signer: signerOf(new Uint8Array(32)), hashBytes: sha256 }
    const checkpoint = await timed("checkpoint", () => takeCheckpoint(desk, sealing))
    const report = await timed("verify", () =>
      verify(desk, { seals, held: checkpoint }, inThreads(server.url, checkpoint)),
    )
    console.log(report.promises, "promises,", report.entries, "entries,", report.problems.length, "problems")
    for (const problem of report.problems.slice(0, 5)) console.log(problem)
  } finally {
    await database.close()
    await server.stop()
  }
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  const seconds = (performance.now() - start) / 1_000
  console.log(
    `${what}: ${seconds.toFixed(1)} s, of which this process computed ${((user + system) / 1e6).toFixed(1)} s`,
  )
  return result
}

async function fill(database: Database, promises: number): Promise<void> {
  const desk = openTestDesk(database)
  const { workspaceId, member, lead } = await openTestWorkspace(desk)
  const customerId = desk.newId()
  await database.query(
    "insert into customers (workspace_id, customer_id, name, created_at) values ($1, $2, 'Owen', now())",
    [workspaceId, customerId],
  )
  const people = { workspaceId, customerId, memberId: member.id, leadId: lead.id }
  for (let from = 0; from < promises; from += PROMISES_AT_ONCE) {
    const many = Array.from({ length: Math.min(PROMISES_AT_ONCE, promises - from) }, () => made(desk, people))
    await database.transaction(async (queries) => {
      for (const table of ["promises", "entries", "entry_texts", "promise_rows"] as const) {
        await queries.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`, [
          JSON.stringify(many.flatMap((one) => one[table])),
        ])
      }
    })
  }
}

type People = {
  readonly workspaceId: string
  readonly customerId: string
  readonly memberId: string
  readonly leadId: string
}

function made(desk: ReturnType<typeof openTestDesk>, { workspaceId, customerId, memberId, leadId }: People) {
  const key = { workspaceId, promiseId: desk.newId() }
  const at = "2026-11-18T09:00:00.000Z"
  const by = { kind: "member", id: memberId } as const
  let previousHash = GENESIS
  const stored = events(customerId, memberId, leadId).map((event, index) => {
    const entry: Entry = { seq: index + 1, at, recordedAt: at, by, ...event }
    const salt = event.texts === null ? null : createHash("md5").update(desk.newId()).digest("hex")
    const textDigest = salt === null ? null : textDigestOf(event.texts, salt, desk.digest)
    const head = { seq: entry.seq, kind: entry.kind, at, recordedAt: at, by, body: entry.body }
    const hash = hashOf({ ...key, ...head, textDigest }, previousHash, desk.digest)
    const row = { entry, salt, textDigest, previousHash, hash }
    previousHash = hash
    return row
  })
  const ids = { workspace_id: key.workspaceId, promise_id: key.promiseId }
  return {
    promises: [{ ...ids, customer_id: customerId, created_at: at }],
    entries: stored.map(({ entry, textDigest, previousHash: previous, hash }) => ({
      ...ids,
      seq: entry.seq,
      kind: entry.kind,
      at,
      recorded_at: at,
      by_kind: by.kind,
      by_id: by.id,
      body: entry.body,
      text_digest: textDigest,
      previous_hash: previous,
      hash,
    })),
    entry_texts: stored.flatMap(({ entry, salt }) =>
      salt === null ? [] : [{ ...ids, seq: entry.seq, salt, texts: entry.texts }],
    ),
    promise_rows: [
      rowOf(key, promiseOf(stored.map(({ entry }) => entry)), {
        seq: stored.length,
        hash: stored.at(-1)?.hash ?? "",
        nextAt: null,
      }),
    ],
  }
}

function events(customerId: string, memberId: string, leadId: string): readonly EntryEvent[] {
  const at = "2026-11-18T09:00:00.000Z"
  const terms = { from: null, until: "2026-11-20T17:00:00.000Z", deed: "answer", ownerId: memberId, conditional: false }
  const said = { channel: "visit", saidAt: at, saidBy: memberId } as const
  const links = { conversationId: null, messageId: null, predecessorId: null }
  return [
    {
      kind: "opened",
      body: { ...terms, ...said, ...links, customerId },
      texts: { words: "I'll look into the second invoice and tell you what I find.", dueWords: "by Friday" },
    },
    { kind: "waiting", body: { on: "supplier" }, texts: { note: "The warehouse counts on Thursday." } },
    { kind: "handed-over", body: { ownerId: leadId, why: "given" }, texts: null },
    { kind: "kept", body: { kind: "call", messageId: null, at }, texts: { note: "Told them on the phone." } },
  ]
}
