import { createHash, createHmac, hash } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { standardSettings } from "../src/ledger/workspace-settings.ts"
import type { Database } from "../src/server/database/database.ts"
import type { Actor, Desk, Role } from "../src/server/verbs/desk.ts"
import type { Content } from "../src/server/verbs/file-store.ts"

/** A desk whose clock stands still until a test moves it. Ids and salts count up, so two runs are alike. */
export type TestDesk = Desk & { setClock(at: string): void; pass(duration: Temporal.DurationLike): void }

const FILES = new Map<string, Uint8Array>()
let count = 0

export function openTestDesk(database: Database, at = "2026-11-19T14:12:00Z"): TestDesk {
  let now = Temporal.Instant.from(at)
  return {
    database,
    now: () => now,
    newId: nextId,
    newSalt: () => createHash("md5").update(nextId()).digest("hex"),
    digest: (text) => hash("sha256", text, "hex"),
    sign: (text) => createHmac("sha256", "the key of a test desk").update(text).digest("hex"),
    publicUrl: "http://desk.test",
    files: {
      put: async (content) => {
        const digest = digestOf(content)
        FILES.set(digest, bytesOf(content))
        return digest
      },
      putAll: async (contents) => {
        const named = contents.map((content) => [digestOf(content), bytesOf(content)] as const)
        const written = named.filter(([digest]) => !FILES.has(digest))
        for (const [digest, content] of written) FILES.set(digest, content)
        return written.map(([digest]) => digest)
      },
      missing: async (files) => files.map(({ digest }) => digest).filter((digest) => !FILES.has(digest)),
      openSpool: async () => {
        const folder = mkdtempSync(join(tmpdir(), "aboveboard-spool-"))
        return { folder, remove: async () => rmSync(folder, { recursive: true }) }
      },
      digestOf,
      read: async (digest) => FILES.get(digest) ?? null,
      remove: async (digest) => void FILES.delete(digest),
    },
    secrets: { seal: (text) => new TextEncoder().encode(text), open: (sealed) => new TextDecoder().decode(sealed) },
    committed: () => {},
    setClock: (moment) => {
      now = Temporal.Instant.from(moment)
    },
    pass: (duration) => {
      now = now.add(duration)
    },
  }
}

function digestOf(content: Content): string {
  return createHash("sha256").update(bytesOf(content)).digest("hex")
}

function bytesOf(content: Content): Uint8Array {
  return content instanceof Uint8Array ? content : readFileSync(content.path)
}

/** A workspace with one member of each role, open Mon-Fri 09:00-17:00 in London. */
export async function openTestWorkspace(
  desk: Desk,
): Promise<{ admin: Member; lead: Member; member: Member; workspaceId: string }> {
  const workspaceId = desk.newId()
  await desk.database.query(
    "insert into workspaces (workspace_id, slug, name, kind, settings, created_at) values ($1, $2, $3, 'real', $4, $5)",
    [workspaceId, `shop-${workspaceId}`, "A shop", standardSettings("Europe/London"), desk.now().toString()],
  )
  await desk.database.query("insert into mail_addresses (workspace_id, address, position) values ($1, $2, 0)", [
    workspaceId,
    `help@${workspaceId}.example`,
  ])
  const add = (role: Role, name: string) => addMember(desk, workspaceId, role, name)
  return {
    workspaceId,
    admin: await add("admin", "Ada"),
    lead: await add("lead", "Lea"),
    member: await add("member", "Max"),
  }
}

type Member = Actor & { readonly id: string }

async function addMember(desk: Desk, workspaceId: string, role: Role, name: string): Promise<Member> {
  const id = desk.newId()
  await desk.database.query(
    "insert into members (workspace_id, member_id, name, email, role, created_at) values ($1, $2, $3, $4, $5, $6)",
    [workspaceId, id, name, `${name.toLowerCase()}@example.com`, role, desk.now().toString()],
  )
  return { workspaceId, id, by: { kind: "member", id }, role }
}

/** Says which server sends: nothing connects to it in tests that pass their own Send. */
export async function nameServer(desk: Desk, workspaceId: string): Promise<void> {
  await desk.database.query(
    `insert into mail_settings (workspace_id, from_name, host, port, security, updated_at) values ($1, 'A shop', 'mail.example', 587, 'none', $2)`,
    [workspaceId, desk.now().toString()],
  )
}

function nextId(): string {
  count += 1
  return `01900000-0000-7000-8000-${process.pid.toString(16).padStart(6, "0").slice(-6)}${count.toString(16).padStart(6, "0")}`
}
