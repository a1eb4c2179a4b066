import { Mistake, conflict, invalid, notFound } from "../../ledger/error.ts"
import type { DocumentKind } from "../../ledger/protocol-audit.ts"
import * as addresses from "../database/audit-addresses.ts"
import * as rows from "../database/audit-documents.ts"
import type { Queries } from "../database/database.ts"
import { findPresentOwner } from "../database/members.ts"
import { completeTasksSaying, hasTask, insertTask } from "../database/tasks.ts"
import { readFetched } from "./audit-check.ts"
import { assertOwner, settle } from "./audit-documents.ts"
import { type FoundBefore, findBefore } from "./audit-runs.ts"
import { type Actor, type Desk, assertRole, commit, deskActor } from "./desk.ts"

/** A document as it was found at its address, told apart by an ending as files are; or why not, in words. */
export type FetchedDocument =
  | { readonly kind: "read"; readonly bytes: Buffer; readonly ending: string }
  | { readonly kind: "failed"; readonly words: string }

/** How the desk gets what lies at an address; handed in, because verbs know no network. */
export type FetchDocument = (url: string) => Promise<FetchedDocument>

export type NewAddress = {
  readonly name: string
  readonly kind: DocumentKind
  readonly ownerId?: string | undefined
  readonly url: string
}

const ADDRESSES_MAX = 50 // a workspace; each is read every day
const HOURS_BETWEEN = 24
const LEASE_MINUTES = 5 // longer than reading takes; after a crash it is read again then

/** Points at a document: it is read now, and again each day. A lead's. `invalid` with the reason where it cannot be read. */
export async function addAuditAddress(
  desk: Desk,
  actor: Actor,
  fetch: FetchDocument,
  { name, kind, url, ...input }: NewAddress,
): Promise<string> {
  assertRole(actor, "lead")
  const { workspaceId, by } = actor
  const ownerId = input.ownerId ?? (by.kind === "member" ? by.id : null)
  assertUrl(url)
  await assertOwner(desk.database, workspaceId, ownerId)
  if ((await addresses.countAddresses(desk.database, workspaceId)) >= ADDRESSES_MAX) {
    throw conflict(`${ADDRESSES_MAX} documents at addresses are under audit already. Take one out first.`)
  }
  const read = await textAt(fetch, url)
  const found = await findBefore(desk, workspaceId, [{ kind, ...read }])
  const id = desk.newId()
  await commit(desk, async (queries) => {
    const at = desk.now().toString()
    await rows.insertAuditDocument(queries, workspaceId, { id, name, kind, ownerId, deskKey: null, url, at })
    await rows.insertAuditVersion(queries, workspaceId, { documentId: id, version: 1, ...read, by, at })
    await addresses.writeReading(queries, workspaceId, id, { readAt: at, nextReadAt: nextRead(desk), problem: null })
    await settle(desk, queries, workspaceId, id, found)
  })
  return id
}

/** Reads it again now. `conflict` where it lies at no address; that it could not be read is kept beside it, and is no mistake. */
export async function readAddressAgain(
  desk: Desk,
  actor: Actor,
  fetch: FetchDocument,
  documentId: string,
): Promise<void> {
  const known = await rows.readAuditDocument(desk.database, actor.workspaceId, documentId)
  if (known === null) throw notFound("document")
  if (known.url === null) throw conflict("It was handed in, and lies at no address. Hand in its new version.")
  await takeReading(desk, actor, fetch, { documentId, url: known.url })
}

/** Reads the document again whose turn it is. A step of the loop; false when there is none. */
export async function readDueAddress(desk: Desk, fetch: FetchDocument): Promise<boolean> {
  const now = desk.now()
  const leaseUntil = now.add({ minutes: LEASE_MINUTES }).toString()
  const due = await desk.database.transaction((queries) => addresses.claimAddress(queries, now.toString(), leaseUntil))
  if (due === null) return false
  await takeReading(desk, deskActor(due.workspaceId), fetch, due)
  return true
}

async function takeReading(
  desk: Desk,
  { workspaceId, by }: Actor,
  fetch: FetchDocument,
  { documentId, url }: { readonly documentId: string; readonly url: string },
): Promise<void> {
  const read = await textAt(fetch, url).catch(problemOf)
  const found = await ("problem" in read ? undefined : findIfOther(desk, workspaceId, documentId, read))
  await commit(desk, async (queries) => {
    const locked = await rows.lockAuditDocument(queries, workspaceId, documentId)
    if (locked === null) return // it was taken out meanwhile
    const before = await rows.readAuditDocument(queries, workspaceId, documentId)
    const at = desk.now().toString()
    const times = { readAt: "problem" in read ? null : at, nextReadAt: nextRead(desk) }
    await addresses.writeReading(queries, workspaceId, documentId, {
      ...times,
      problem: "problem" in read ? read.problem : null,
    })
    const isOthers = before !== null && by.id !== before.ownerId // whoever reads it again themselves sees what comes of it
    if ("problem" in read) {
      // Once may be the network; twice, a day apart, is somebody's to look at. The desk itself reads a day after the last reading.
      const isTwice = before !== null && before.readProblem !== null && by.kind === "desk"
      if (isTwice) await tellUnread(queries, desk, workspaceId, before)
      return
    }
    await completeTasksSaying(queries, workspaceId, unreadWords(before?.name ?? ""), at)
    if ((await rows.readAuditText(queries, workspaceId, documentId)) === read.text) return
    const version = { documentId, version: locked.version + 1, ...read, by, at }
    await rows.insertAuditVersion(queries, workspaceId, version)
    await settle(desk, queries, workspaceId, documentId, found)
    if (isOthers) await tellOwner(queries, desk, workspaceId, before)
  })
}

/** What the rules find in a text that is not the one on file, before anything is held. */
async function findIfOther(
  desk: Desk,
  workspaceId: string,
  documentId: string,
  read: { readonly text: string; readonly format: string },
): Promise<FoundBefore | undefined> {
  const row = await rows.readAuditDocument(desk.database, workspaceId, documentId)
  if (row === null || (await rows.readAuditText(desk.database, workspaceId, documentId)) === read.text) return undefined
  return findBefore(desk, workspaceId, [{ kind: row.kind, ...read }])
}

/** One task for whoever answers for it, until it can be read again or they have done it. */
async function tellUnread(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  { name, ownerId }: rows.AuditDocumentRow,
): Promise<void> {
  await giveOnce(queries, desk, workspaceId, { ownerId, words: unreadWords(name) })
}

function unreadWords(name: string): string {
  return `“${name}” could not be read at its address, twice a day apart. What is held against the rules is as old as its last reading. See why under Protocol.`
}

/** Whoever answers for it has a task: one, however often it changes before they have looked. Not who reads it again themselves. */
async function tellOwner(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  { id, name, ownerId, findings: before }: rows.AuditDocumentRow,
): Promise<void> {
  const known = new Set(before.map(({ key }) => key))
  const findings = (await rows.readAuditDocument(queries, workspaceId, id))?.findings ?? []
  const hasNew = findings.some(({ key, ignored }) => ignored === undefined && !known.has(key))
  const what = hasNew ? "the rules find something in what is new" : "the rules find nothing new in it"
  const words = `“${name}” has changed at its address: ${what}. Look at it under Protocol.`
  await giveOnce(queries, desk, workspaceId, { ownerId, words })
}

async function giveOnce(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  { ownerId, words }: { readonly ownerId: string | null; readonly words: string },
): Promise<void> {
  if (await hasTask(queries, workspaceId, words)) return
  const present = await findPresentOwner(queries, workspaceId, ownerId, null)
  const at = desk.now().toString()
  await insertTask(queries, { workspaceId, id: desk.newId(), kind: "other", ownerId: present, words, at })
}

async function textAt(fetch: FetchDocument, url: string): Promise<{ readonly text: string; readonly format: string }> {
  const fetched = await fetch(url)
  if (fetched.kind === "failed") throw invalid(`It could not be read there: ${fetched.words}`, "url")
  return readFetched(fetched.ending, fetched.bytes)
}

function problemOf(error: unknown): { readonly problem: string } {
  if (error instanceof Mistake) return { problem: error.message }
  throw error
}

function nextRead(desk: Desk): string {
  return desk.now().add({ hours: HOURS_BETWEEN }).toString()
}

/** Passwords in an address would be shown to every member. */
function assertUrl(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed === null || !["http:", "https:"].includes(parsed.protocol)) {
    throw invalid("Point at a web address, such as https://shop.example/returns.", "url")
  }
  if (parsed.username !== "" || parsed.password !== "") {
    throw invalid("Leave name and password out of the address: every member sees it.", "url")
  }
}
