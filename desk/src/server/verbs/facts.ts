import { type Fact, factOf } from "aboveboard-engine"
import { conflict, forbidden, invalid, notFound } from "../../ledger/error.ts"
import { type FactContent, type FactSource, nextChange, standingOf, versionOn } from "../../ledger/fact.ts"
import { nameOf } from "../../ledger/fact-file.ts"
import { readTyped, statementOf } from "../../ledger/fact-value.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import { stampBook } from "../database/fact-books.ts"
import * as rows from "../database/facts.ts"
import { isMember } from "../database/people.ts"
import { readSettings } from "../database/settings.ts"
import { completeFactTasks } from "../database/tasks.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { recheckReplies } from "./saved-replies.ts"

/** What somebody says of a fact. A value without a type is read as it was typed: "€59", "3 working days", "yes". */
export type FactInput = {
  readonly subject: string
  readonly aliases?: readonly string[] | undefined
  readonly attribute: string
  readonly type?: string | undefined
  readonly value: unknown
  readonly unit?: string | null | undefined
  readonly scope?: Readonly<Record<string, string>> | undefined
  readonly validFrom?: string | null | undefined
  readonly validUntil?: string | null | undefined
  readonly statement?: string | null | undefined
  readonly evidence?: string | null | undefined
  readonly source: FactSource
}

export type NewFactInput = FactInput & {
  readonly name?: string | undefined
  readonly ownerId?: string | undefined
  readonly confirmDays?: number | null | undefined
  /** Leads may leave it to be approved by somebody else, too. */
  readonly propose?: boolean | undefined
}

export type VersionInput = FactInput & { readonly propose?: boolean | undefined }

/** Adds a fact. What a lead or an admin adds holds at once; what a member or a key adds waits for one of them. Gives its id. */
export async function createFact(desk: Desk, actor: Actor, input: NewFactInput): Promise<string> {
  return commit(desk, (queries) => addFact(queries, desk, actor, input))
}

/** As `createFact`, in the caller's transaction. `conflict` when a fact of this name is there. */
export async function addFact(queries: Queries, desk: Desk, actor: Actor, input: NewFactInput): Promise<string> {
  const content = contentOf(input)
  const ownerId = input.ownerId ?? (actor.by.kind === "member" ? actor.by.id : null)
  await assertOwner(queries, actor, ownerId)
  const id = desk.newId()
  const name = input.name ?? nameOf(content.subject, content.attribute, content.scope)
  const at = desk.now().toString()
  const row = { workspaceId: actor.workspaceId, id, name, ownerId, confirmDays: input.confirmDays ?? null, at }
  if (!(await rows.insertFact(queries, row))) {
    throw conflict(`There is a fact “${name}” already. Open it and enter a new version.`)
  }
  await enter(queries, desk, actor, { factId: id, version: 1, content, source: input.source, propose: input.propose })
  return id
}

/** Enters what is true now. The versions before it stay as they are. Gives its number. */
export async function changeFact(desk: Desk, actor: Actor, factId: string, input: VersionInput): Promise<number> {
  return commit(desk, (queries) => addVersion(queries, desk, actor, factId, input))
}

/** As `changeFact`, in the caller's transaction. Without a first day it holds from today. */
export async function addVersion(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  factId: string,
  input: VersionInput,
): Promise<number> {
  const fact = await lockedFact(queries, actor, factId)
  if (fact.retiredAt !== null) throw conflict("This fact was retired. Add a new one.")
  const { zone } = await readSettings(queries, actor.workspaceId)
  const content = contentOf({ ...input, validFrom: input.validFrom ?? dayOf(desk, zone) })
  const version = Math.max(0, ...fact.versions.map((each) => each.version)) + 1
  await enter(queries, desk, actor, { factId, version, content, source: input.source, propose: input.propose })
  return version
}

/** Approves or declines what was proposed. Leads and admins. */
export async function decideProposal(
  desk: Desk,
  actor: Actor,
  key: { readonly factId: string; readonly version: number },
  verdict: "approved" | "declined",
): Promise<void> {
  assertRole(actor, "lead")
  await commit(desk, async (queries) => {
    await lockedFact(queries, actor, key.factId)
    const decision = { verdict, at: desk.now().toString(), memberId: memberOf(actor) }
    if (!(await rows.decideVersion(queries, { workspaceId: actor.workspaceId, ...key }, decision))) {
      throw conflict("This version was decided on before.")
    }
    if (verdict === "approved") await confirmed(queries, desk, actor, key.factId)
    await announce(queries, desk, actor, key.factId)
  })
}

/** Says that it is still true. Its owner, or a lead or admin. `conflict` for what has expired: that needs a new version. */
export async function confirmFact(desk: Desk, actor: Actor, factId: string): Promise<void> {
  await commit(desk, async (queries) => {
    const fact = await lockedFact(queries, actor, factId)
    if (fact.ownerId !== memberOf(actor) || memberOf(actor) === null) assertRole(actor, "lead")
    const { zone } = await readSettings(queries, actor.workspaceId)
    const day = dayOf(desk, zone)
    const standing = standingOf(fact, fact.versions, { day, zone })
    if (standing === "expired") {
      const until = versionOn(fact.versions, day)?.validUntil ?? ""
      throw conflict(`It held until ${until}. Enter a new version that says from and until when it holds.`)
    }
    if (standing === "retired" || standing === "proposed") {
      throw conflict(`A ${standing} fact cannot be confirmed again.`)
    }
    await confirmed(queries, desk, actor, factId)
    await announce(queries, desk, actor, factId)
  })
}

export type FactChange = {
  readonly ownerId?: string | undefined
  readonly confirmDays?: number | null | undefined
}

/** Changes its owner, and how often it has to be confirmed. Its owner, or a lead or admin. */
export async function writeFact(desk: Desk, actor: Actor, factId: string, change: FactChange): Promise<void> {
  await commit(desk, async (queries) => {
    const fact = await lockedFact(queries, actor, factId)
    if (fact.ownerId !== memberOf(actor) || memberOf(actor) === null) assertRole(actor, "lead")
    if (change.ownerId !== undefined) await assertOwner(queries, actor, change.ownerId)
    await rows.updateFact(queries, actor.workspaceId, factId, {
      ownerId: change.ownerId ?? fact.ownerId,
      confirmDays: change.confirmDays === undefined ? fact.confirmDays : change.confirmDays,
    })
    await announce(queries, desk, actor, factId)
  })
}

/** Takes it out of the book: it backs nothing any more. What was told of it stays on the record. Leads and admins. */
export async function retireFact(desk: Desk, actor: Actor, factId: string): Promise<void> {
  assertRole(actor, "lead")
  await commit(desk, async (queries) => {
    const fact = await lockedFact(queries, actor, factId)
    if (fact.retiredAt !== null) throw conflict("It was retired before.")
    const by = { at: desk.now().toString(), memberId: memberOf(actor) }
    await rows.retireFact(queries, actor.workspaceId, factId, by)
    await completeFactTasks(queries, actor.workspaceId, factId, by)
    await announce(queries, desk, actor, factId)
  })
}

type Entered = {
  readonly factId: string
  readonly version: number
  readonly content: FactContent
  readonly source: FactSource
  readonly propose: boolean | undefined
}

async function enter(queries: Queries, desk: Desk, actor: Actor, entered: Entered): Promise<void> {
  const { factId, version, content, source, propose = false } = entered
  const isApproved = actor.role !== "member" && !propose
  const at = desk.now().toString()
  const { workspaceId, by } = actor
  await rows.insertVersion(queries, { workspaceId, factId, version, content, source, by, at, isApproved })
  if (isApproved) await confirmed(queries, desk, actor, factId)
  await announce(queries, desk, actor, factId)
}

async function confirmed(queries: Queries, desk: Desk, actor: Actor, factId: string): Promise<void> {
  const by = { at: desk.now().toString(), memberId: memberOf(actor) }
  await rows.insertConfirmation(queries, actor.workspaceId, factId, by)
  await completeFactTasks(queries, actor.workspaceId, factId, by)
}

/** The book has changed: screens fetch it again, and it is known when this fact must be looked at again. */
export async function announce(queries: Queries, desk: Desk, actor: Actor, factId: string): Promise<void> {
  const { workspaceId } = actor
  const fact = await rows.readFact(queries, workspaceId, factId)
  if (fact === null) throw new Error("a fact is gone while it is changed")
  const { zone } = await readSettings(queries, workspaceId)
  const next = nextChange(fact, fact.versions, { now: desk.now(), zone })
  await rows.setFactLook(queries, workspaceId, factId, next)
  const at = desk.now().toString()
  await stampBook(queries, workspaceId, desk.newId(), at)
  await recheckReplies(queries, desk, actor)
  await insertChange(queries, { workspaceId, kind: "fact", id: factId, at })
}

async function lockedFact(queries: Queries, actor: Actor, factId: string): Promise<rows.FactRow> {
  const fact = await rows.lockFact(queries, actor.workspaceId, factId)
  if (fact === null) throw notFound("fact")
  return fact
}

async function assertOwner(queries: Queries, actor: Actor, ownerId: string | null): Promise<void> {
  if (ownerId === null) return
  if (!(await isMember(queries, actor.workspaceId, ownerId))) throw notFound("member")
  if (actor.role === "member" && ownerId !== memberOf(actor)) {
    throw forbidden("A lead or an admin gives a fact to somebody else. Keep it as its owner.")
  }
}

/** What the input says as a content of a fact. `invalid` with a sentence that says what is missing. */
export function contentOf(input: FactInput): FactContent {
  const typed = typeof input.value === "string" && input.type === undefined ? readTyped(withUnit(input)) : null
  const { type, value, unit } = typed ?? input
  const sentence = input.statement?.trim() ?? ""
  const read = factOf({
    ...input,
    id: "new",
    type,
    value,
    ...(unit === null || unit === undefined ? {} : { unit }),
    statement: sentence === "" ? "to be said" : sentence,
    aliases: [...(input.aliases ?? [])],
    scope: { ...input.scope },
  })
  if (typeof read === "string") throw invalid(`The fact cannot be kept: ${read}`, "value")
  return { ...contentOfFact(read), ...(sentence === "" ? { statement: statementFor(read) } : {}) }
}

function withUnit({ value, unit }: FactInput): string {
  return typeof unit === "string" && unit !== "" ? `${String(value)} ${unit}` : String(value)
}

function statementFor({ subject, attribute, type, value, unit }: Fact): string {
  return statementOf(subject, attribute, { type, value, unit: unit ?? null })
}

function contentOfFact(fact: Fact): FactContent {
  return {
    subject: fact.subject.trim(),
    aliases: fact.aliases ?? [],
    attribute: fact.attribute.trim(),
    type: fact.type,
    value: fact.value,
    unit: fact.unit ?? null,
    scope: fact.scope ?? {},
    validFrom: fact.validFrom ?? null,
    validUntil: fact.validUntil ?? null,
    statement: fact.statement,
    evidence: fact.evidence ?? null,
  }
}

function dayOf(desk: Desk, zone: string): string {
  return desk.now().toZonedDateTimeISO(zone).toPlainDate().toString()
}

function memberOf({ by }: Actor): string | null {
  return by.kind === "member" ? by.id : null
}
