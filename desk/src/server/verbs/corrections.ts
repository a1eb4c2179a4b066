import {
  CORRECTION_WORDS,
  type CorrectionChoice,
  type CorrectionState,
  HONOUR_WORDS,
  correctionState,
} from "../../ledger/correction.ts"
import { Mistake, conflict, forbidden, notFound } from "../../ledger/error.ts"
import { versionOn } from "../../ledger/fact.ts"
import { showValue } from "../../ledger/fact-value.ts"
import { insertChange } from "../database/changes.ts"
import * as rows from "../database/corrections.ts"
import type { Queries } from "../database/database.ts"
import { type FactRow, lockFact, readFact } from "../database/facts.ts"
import { readSettings } from "../database/settings.ts"
import { draftFor } from "./correction-draft.ts"
import { type Actor, type Desk, assertRole, commit, deskAsSeen } from "./desk.ts"
import { readOldMail } from "./read-old-mail.ts"
import { sendMessage } from "./send.ts"

/**
 * Finds everybody who was told an earlier version of a fact, in old mail too, and begins to tell them what is true. Leads
 * and admins. `conflict` when nothing was changed, nobody was told, or a run for this fact is under way. Gives its id.
 */
export async function startCorrection(desk: Desk, actor: Actor, factId: string): Promise<string> {
  assertRole(actor, "lead")
  const { workspaceId } = actor
  const asked = await readFact(desk.database, workspaceId, factId)
  if (asked === null) throw notFound("fact")
  await changeOf(desk.database, desk, workspaceId, asked)
  await readOldMail(desk, workspaceId, asked)
  return commit(desk, async (queries) => {
    const fact = await lockFact(queries, workspaceId, factId)
    if (fact === null) throw notFound("fact")
    const { from, to } = await changeOf(queries, desk, workspaceId, fact)
    const id = desk.newId()
    const run = { id, factId, fromVersion: from.version, toVersion: to.version }
    const words = { words: CORRECTION_WORDS, honourWords: HONOUR_WORDS }
    const by = { memberId: memberOf(actor), at: desk.now().toString() }
    if (!(await rows.insertRun(queries, workspaceId, { ...run, ...words, ...by }))) {
      throw conflict("A correction of this fact is under way. Finish it first.")
    }
    if ((await rows.insertPeople(queries, workspaceId, run)) === 0) {
      throw conflict(`Nobody was told “${showValue(from)}” who was not told the new value since.`)
    }
    await announce(queries, desk, actor, factId)
    return id
  })
}

/** What holds today and an approved version before it. `conflict` when it has not changed. */
async function changeOf(queries: Queries, desk: Desk, workspaceId: string, fact: FactRow) {
  const { zone } = await readSettings(queries, workspaceId)
  const to = versionOn(fact.versions, desk.now().toZonedDateTimeISO(zone).toPlainDate().toString())
  const from = fact.versions.find((each) => each.approvedAt !== null && each.version < (to?.version ?? 0))
  if (to === null || from === undefined) throw conflict("This fact has not changed. Enter a new version first.")
  return { from, to }
}

export type PersonView = rows.PersonRow & {
  readonly state: CorrectionState
  /** What they would be written. */
  readonly draft: string
}

export type CorrectionView = {
  readonly run: rows.RunRow
  readonly subject: string
  readonly attribute: string
  readonly from: string
  readonly to: string
  readonly people: readonly PersonView[]
  readonly counts: Readonly<Record<CorrectionState, number>> & { readonly all: number }
}

/** A run with everybody in it: what each was told, what each would be written, and how far it is. */
export async function readCorrection(queries: Queries, actor: Actor, runId: string): Promise<CorrectionView> {
  const run = await rows.readRun(queries, actor.workspaceId, runId)
  if (run === null) throw notFound("correction")
  const { from, to } = await versionsOf(queries, actor, run)
  const { zone } = await readSettings(queries, actor.workspaceId)
  const found = await rows.listPeople(queries, actor.workspaceId, runId)
  const people = found.map((person) => ({
    ...person,
    state: correctionState(person),
    draft: draftFor(run, person, to, zone),
  }))
  const { subject, attribute } = to
  return { run, subject, attribute, from: showValue(from), to: showValue(to), people, counts: countsOf(people) }
}

export async function listCorrections(
  queries: Queries,
  actor: Actor,
  factId: string | null,
): Promise<readonly Omit<CorrectionView, "people">[]> {
  const views = []
  for (const { id } of await rows.listRuns(queries, actor.workspaceId, factId)) {
    const { people: _people, ...view } = await readCorrection(queries, actor, id)
    views.push(view)
  }
  return views
}

/** Changes what everybody is written; a lead has to preview it again. */
export async function writeCorrection(
  desk: Desk,
  actor: Actor,
  runId: string,
  change: { readonly words?: string | undefined; readonly honourWords?: string | undefined },
): Promise<void> {
  await changeRun(desk, actor, runId, async (queries, run) => {
    const words = { words: change.words ?? run.words, honourWords: change.honourWords ?? run.honourWords }
    await rows.writeRunWords(queries, actor.workspaceId, runId, words)
  })
}

/** A lead or an admin has read the drafts. Only then can batches be sent. */
export async function previewCorrection(desk: Desk, actor: Actor, runId: string): Promise<void> {
  assertRole(actor, "lead")
  await changeRun(desk, actor, runId, (queries) =>
    rows.markPreviewed(queries, actor.workspaceId, runId, { memberId: memberOf(actor), at: desk.now().toString() }),
  )
}

export type PersonChoice = {
  readonly choice: CorrectionChoice
  /** What this customer is written instead; empty: as the others. */
  readonly words?: string | undefined
  readonly note?: string | undefined
}

/** Says what becomes of one customer: corrected, honoured, or left out with a note. `conflict` once they were written to. */
export async function chooseForCustomer(
  desk: Desk,
  actor: Actor,
  key: { readonly runId: string; readonly customerId: string },
  { choice, words, note }: PersonChoice,
): Promise<void> {
  if (actor.by.kind !== "member") throw forbidden("A person decides what a customer is written.")
  await changeRun(desk, actor, key.runId, async (queries) => {
    const known = await rows.listPeople(queries, actor.workspaceId, key.runId)
    if (!known.some(({ customerId }) => customerId === key.customerId)) throw notFound("customer")
    const chosen = {
      choice,
      words: words?.trim() || null,
      note: note?.trim() || null,
      memberId: memberOf(actor),
      at: desk.now().toString(),
    }
    if (!(await rows.choosePerson(queries, actor.workspaceId, key, chosen))) {
      throw conflict("This customer was written to already.")
    }
  })
}

export const BATCH_MAX = 50 // messages; each is reviewed and recorded like any other

/**
 * Sends the next customers what is true, each through the same review as any message. Whoever's message the review holds,
 * or that cannot be sent, is left to be looked at by hand. `conflict` until a lead has previewed it.
 */
export async function sendBatch(
  desk: Desk,
  actor: Actor,
  runId: string,
  {
    customerIds,
    limit = BATCH_MAX,
  }: { readonly customerIds?: readonly string[] | undefined; readonly limit?: number | undefined },
): Promise<{ readonly sent: number; readonly held: number }> {
  assertRole(actor, "lead")
  const { run, people } = await readCorrection(deskAsSeen(desk, actor).database, actor, runId)
  if (run.closedAt !== null) throw conflict("This correction is finished.")
  if (run.previewedAt === null) throw conflict("Read the drafts first, and say that they are right.")
  const next = people.filter(
    ({ customerId, state }) => state === "told" && (customerIds === undefined || customerIds.includes(customerId)),
  )
  let sent = 0
  let held = 0
  for (const person of next.slice(0, limit)) {
    const outcome = await sendTo(desk, actor, run, person)
    if (outcome === "sent") sent += 1
    if (outcome === "held") held += 1
  }
  await commit(desk, (queries) => announce(queries, desk, actor, run.factId))
  return { sent, held }
}

/**
 * Nobody else is written to; what is known of each goes on being shown. `conflict` for somebody who does not see all who are
 * still to be told.
 */
export async function closeCorrection(desk: Desk, actor: Actor, runId: string): Promise<void> {
  assertRole(actor, "lead")
  const all = await readCorrection(desk.database, actor, runId)
  const seen = await readCorrection(deskAsSeen(desk, actor).database, actor, runId)
  if (all.counts.told > seen.counts.told)
    throw conflict("Some of those who are still to be told are in mail that you may not see. An admin finishes it.")
  await changeRun(desk, actor, runId, (queries) =>
    rows.closeRun(queries, actor.workspaceId, runId, desk.now().toString()),
  )
}

/**
 * `held`: it could not be sent, and why stands with the customer. `overtaken`: somebody else has sent it, or changed what they
 * are written, since the draft was read. The message and the note that it was sent are one transaction: nobody gets it twice.
 */
async function sendTo(
  desk: Desk,
  actor: Actor,
  run: rows.RunRow,
  person: PersonView,
): Promise<"sent" | "held" | "overtaken"> {
  const key = { runId: run.id, customerId: person.customerId }
  const at = desk.now().toString()
  const message = { text: person.draft, promises: [] }
  try {
    await sendMessage(desk, actor, person.conversationId, message, async (queries, messageId) => {
      await assertNotOvertaken(queries, actor, run, person)
      await rows.markSent(queries, actor.workspaceId, key, { messageId, problem: null, at })
    })
    return "sent"
  } catch (refused) {
    if (refused instanceof Overtaken) return "overtaken"
    if (!(refused instanceof Mistake)) throw refused
    const problem = { messageId: null, problem: refused.message, at }
    await commit(desk, (queries) => rows.markSent(queries, actor.workspaceId, key, problem))
    return "held"
  }
}

class Overtaken extends Error {}

/** Waits for whoever sends or changes this run at the moment. */
async function assertNotOvertaken(
  queries: Queries,
  { workspaceId }: Actor,
  { id, previewedAt }: rows.RunRow,
  { customerId, sentMessageId, choice, words }: PersonView,
): Promise<void> {
  const run = await rows.lockRun(queries, workspaceId, id)
  const person = await rows.readChoice(queries, workspaceId, { runId: id, customerId })
  const isSame = person?.sentMessageId === sentMessageId && person.choice === choice && person.words === words
  if (run === null || run.closedAt !== null || run.previewedAt !== previewedAt || !isSame) throw new Overtaken()
}

function countsOf(people: readonly PersonView[]): CorrectionView["counts"] {
  const count = (state: CorrectionState) => people.filter((person) => person.state === state).length
  return {
    all: people.length,
    told: count("told"),
    held: count("held"),
    sending: count("sending"),
    corrected: count("corrected"),
    honoured: count("honoured"),
    undeliverable: count("undeliverable"),
    answered: count("answered"),
    left: count("left"),
  }
}

async function versionsOf(queries: Queries, actor: Actor, run: rows.RunRow) {
  const fact = await readFact(queries, actor.workspaceId, run.factId)
  const from = fact?.versions.find(({ version }) => version === run.fromVersion)
  const to = fact?.versions.find(({ version }) => version === run.toVersion)
  if (from === undefined || to === undefined) throw new Error("a correction of versions that are not there")
  return { from, to }
}

async function changeRun(
  desk: Desk,
  actor: Actor,
  runId: string,
  work: (queries: Queries, run: rows.RunRow) => Promise<void>,
): Promise<void> {
  await commit(desk, async (queries) => {
    const run = await rows.lockRun(queries, actor.workspaceId, runId)
    if (run === null) throw notFound("correction")
    if (run.closedAt !== null) throw conflict("This correction is finished.")
    await work(queries, run)
    await announce(queries, desk, actor, run.factId)
  })
}

async function announce(queries: Queries, desk: Desk, { workspaceId }: Actor, factId: string): Promise<void> {
  await insertChange(queries, { workspaceId, kind: "fact", id: factId, at: desk.now().toString() })
}

function memberOf({ by }: Actor): string | null {
  return by.kind === "member" ? by.id : null
}
