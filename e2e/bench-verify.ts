import { createHash } from "node:crypto"
import { parseArgs } from "node:util"
import { openTestEmbedded } from "../desk/test/database.ts"
import { MIGRATIONS } from "../desk/test/seeds.ts"
import { type TestDesk, openTestDesk, openTestWorkspace } from "../desk/test/desk.ts"
import { startPostgresServer } from "../desk/test/postgres-server.ts"
import { GENESIS, hashOf, textDigestOf } from "../desk/src/ledger/chain.ts"
import { promiseOf } from "../desk/src/ledger/customer-promise.ts"
import type { Entry, EntryEvent } from "../desk/src/ledger/entry.ts"
import type { SignedCheckpoint } from "../desk/src/ledger/checkpoint.ts"
import { nextLook } from "../desk/src/ledger/next-step.ts"
import { rulesOf, standardSettings } from "../desk/src/ledger/workspace-settings.ts"
import { inThreads } from "../desk/src/server/verify-threads.ts"
import { isSigned, sha256, signerOf } from "../desk/src/server/checkpoint-key.ts"
import type { Database } from "../desk/src/server/database/database.ts"
import { rowOf } from "../desk/src/server/database/entries.ts"
import { migrate } from "../desk/src/server/database/migrate.ts"
import { openDatabase } from "../desk/src/server/database/open.ts"
import { takeCheckpoint } from "../desk/src/server/verbs/take-checkpoint.ts"
import { type InParts, verify } from "../desk/src/server/verbs/verify.ts"

const PROMISES_AT_ONCE = 5_000
const OPEN_EVERY = 50 // of so many promises one is still open
const RULES = rulesOf(standardSettings("Europe/London"))
const SECONDS_MAX = 10 // for a million entries on a PostgreSQL server

type Measured = { readonly checkpointSeconds: number; readonly verifySeconds: number; readonly problems: number }

const { values } = parseArgs({
  strict: false,
  options: { entries: { type: "string", default: "1000000" }, json: { type: "boolean" } },
})

/** How long `verify` and a checkpoint take on both stores, with four entries of most promises. */
const entries = Number(values["entries"])
const server = await measureServer()
const embedded = await measureEmbedded()
if (values["json"] === true) console.log(JSON.stringify({ entries, server, embedded }))
else {
  console.log(sentence("PostgreSQL", server))
  console.log(sentence("embedded", embedded))
}
const isSlow = entries >= 1_000_000 && server.verifySeconds > SECONDS_MAX
if (isSlow || server.problems + embedded.problems > 0) process.exitCode = 1

function sentence(store: string, { checkpointSeconds, verifySeconds, problems }: Measured): string {
  const seconds = `verified in ${verifySeconds} s, the checkpoint before it taken in ${checkpointSeconds} s`
  return `${entries} entries, ${store}: ${seconds}, ${problems} problems`
}

async function measureServer(): Promise<Measured> {
  const postgres = await startPostgresServer()
  const database = await openDatabase({ kind: "server", url: postgres.url })
  try {
    return await measure(database, (held) => inThreads(postgres.url, held))
  } finally {
    await database.close()
    await postgres.stop()
  }
}

async function measureEmbedded(): Promise<Measured> {
  const { database, remove } = await openTestEmbedded()
  try {
    return await measure(database, () => undefined)
  } finally {
    await remove()
  }
}

async function measure(
  database: Database,
  inPartsOf: (held: SignedCheckpoint) => InParts | undefined,
): Promise<Measured> {
  await migrate(database, MIGRATIONS)
  await fill(database, entries / 4)
  for (const table of ["promises", "entries", "entry_texts", "promise_rows"])
    await database.query(`vacuum analyze ${table}`)
  const desk = openTestDesk(database, "2026-11-21T14:12:00Z")
  const seals = { isSigned, hashBytes: sha256 }
  const sealing = { signer: signerOf(new Uint8Array(32)), hashBytes: sha256 }
  const [held, checkpointSeconds] = await timed(() => takeCheckpoint(desk, sealing))
  const [report, verifySeconds] = await timed(() => verify(desk, { seals, held }, inPartsOf(held)))
  for (const problem of report.problems.slice(0, 5)) console.error(problem)
  const missing = report.entries > 0.98 * entries ? 0 : 1
  return { checkpointSeconds, verifySeconds, problems: report.problems.length + missing }
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now()
  const result = await work()
  return [result, Math.round((performance.now() - start) / 100) / 10]
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
    const many = Array.from({ length: Math.min(PROMISES_AT_ONCE, promises - from) }, (_, index) =>
      made(desk, people, from + index),
    )
    await database.transaction(async (queries) => {
      for (const table of ["promises", "entries", "entry_texts", "promise_rows"] as const) {
        const rows = many.flatMap((one): readonly object[] => one[table])
        const columns = Object.keys(rows[0] ?? {}).join(", ") // others are worked out by the store
        await queries.query(
          `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
          [JSON.stringify(rows)],
        )
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

function made(desk: TestDesk, { workspaceId, customerId, memberId, leadId }: People, nth: number) {
  const key = { workspaceId, promiseId: desk.newId() }
  const at = "2026-11-18T09:00:00.000Z"
  const by = { kind: "member", id: memberId } as const
  let previousHash = GENESIS
  const isOpen = nth % OPEN_EVERY === 0
  const happened = events(customerId, memberId, leadId).slice(0, isOpen ? 3 : 4)
  const stored = happened.map((event, index) => {
    const entry: Entry = { seq: index + 1, at, recordedAt: at, by, ...event }
    const salt = event.texts === null ? null : createHash("md5").update(desk.newId()).digest("hex")
    const textDigest = salt === null ? null : textDigestOf(event.texts, salt, desk.digest)
    const head = { seq: entry.seq, kind: entry.kind, at, recordedAt: at, by, body: entry.body }
    const hash = hashOf({ ...key, ...head, textDigest }, previousHash, desk.digest)
    const row = { entry, salt, textDigest, previousHash, hash }
    previousHash = hash
    return row
  })
  const promise = promiseOf(stored.map(({ entry }) => entry))
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
      rowOf(key, promise, {
        seq: stored.length,
        hash: stored.at(-1)?.hash ?? "",
        nextAt: nextLook(promise, RULES, [])?.toString() ?? null,
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
