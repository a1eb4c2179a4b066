import type { Digest } from "../../src/ledger/chain.ts"
import { storedEntryOf } from "../../src/server/database/entries.ts"
import type { StoredPromise } from "../../src/server/database/verify.ts"
import type { SentMail } from "../../src/server/follow-through/outbox.ts"
import { type PromiseCheck, promiseCheck } from "../../src/server/verbs/check-promise.ts"
import { entriesOf, givenOf, isOwed } from "../store/statements/promises.ts"
import { epochOf } from "../store/instants.ts"
import type { Tables } from "../store/tables.ts"
import { isNotice } from "./mail-world.ts"

/** An entry of which the desk has said that it is recorded. */
type Held = { readonly seq: number; readonly hash: string }

/** What must hold in a world after every step. Each problem is one sentence. */
export type Checks = {
  /** After a commit: the promises that it has written. Nothing else can have changed. */
  afterCommit(promiseIds: ReadonlySet<string>): void
  /** A client was told that an entry of this kind is recorded. */
  acknowledged(promiseId: string, kind: string): void
  /** Our mail server took it. */
  accepted(mail: SentMail): void
  /** All promises, whether written or not. */
  everything(): void
  /** Nothing that was due this long ago still waits. */
  nothingLate(now: number, slackMilliseconds: number): void
  /** At the end, after days without trouble: every message has left, or is known not to. */
  nothingLeft(now: number): void
  readonly problems: readonly string[]
  acknowledgedEntries(): number
}

export function openChecks(
  tables: Tables,
  { digest, acceptedMails }: { readonly digest: Digest; readonly acceptedMails: ReadonlyMap<string, number> },
): Checks {
  const problems: string[] = []
  const held = new Map<string, Held>()
  const say: Say = (sentence) => {
    if (problems.length < PROBLEMS_MAX) problems.push(sentence)
  }
  const check = checkBySettings(tables, digest)
  const noticeMail = noticeMailCheck(tables, say)
  let acknowledgedEntries = 0

  function look(promiseId: string): void {
    const stored = storedPromise(tables, promiseId)
    check(stored).forEach(say)
    const last = held.get(promiseId)
    if (last !== undefined && stored.entries[last.seq - 1]?.hash !== last.hash)
      say(`Promise ${promiseId}: entry ${last.seq} was acknowledged and is lost.`)
    owed(tables, promiseId, say)
    evidence(tables, promiseId, acceptedMails, say)
    told(tables, promiseId, say)
  }

  return {
    problems,
    acknowledgedEntries: () => acknowledgedEntries,
    afterCommit: (promiseIds) => promiseIds.forEach(look),
    acknowledged(promiseId, kind) {
      acknowledgedEntries += 1
      const found = entriesOf(tables, promiseId).findLast((entry) => entry.kind === kind)
      if (found === undefined) return say(`Promise ${promiseId}: “${kind}” was acknowledged and is not there.`)
      const before = held.get(promiseId)
      if (before === undefined || before.seq < found.seq) held.set(promiseId, { seq: found.seq, hash: found.hash })
    },
    accepted: (mail) => {
      if (isNotice(mail)) noticeMail(mail)
    },
    everything() {
      const ids = new Set([...held.keys(), ...[...tables.promises.all()].map(({ promise_id: id }) => id)])
      ids.forEach(look)
    },
    nothingLeft: (now) => nothingLeft(tables, now, say),
    nothingLate: (now, slack) => nothingLate(tables, now, { slack, say }),
  }
}

type Say = (sentence: string) => void

/** What `verify` looks at in a promise, by the settings of the moment. */
function checkBySettings(tables: Tables, digest: Digest): PromiseCheck {
  let check: PromiseCheck | null = null
  let settings: unknown = null
  return (promise) => {
    const [workspace] = tables.workspaces.all()
    if (workspace === undefined) throw new Error("a world without a workspace")
    if (check === null || settings !== workspace.settings) {
      const { workspace_id: workspaceId, kind } = workspace
      check = promiseCheck(new Map([[workspaceId, { workspaceId, kind, settings: workspace.settings }]]), digest)
      settings = workspace.settings
    }
    return check(promise)
  }
}

/** Each open promise has one next look, and an owner who is here. */
function owed(tables: Tables, promiseId: string, say: Say): void {
  const row = tables.rows.get(promiseId)
  if (row === undefined || !isOwed(row)) return
  const waitsForCondition = row.state === "open" && !row.condition_met
  if (row.next_at === null && !waitsForCondition) say(`Promise ${promiseId} is ${row.state} and has no next look.`)
  if (tables.members.get(row.owner_id)?.removed_at !== null)
    say(`Promise ${promiseId} is ${row.state} and owned by nobody who is here.`)
}

/** Kept only with what shows it, and a message shows it once our server has accepted it. */
function evidence(tables: Tables, promiseId: string, acceptedMails: ReadonlyMap<string, number>, say: Say): void {
  const row = tables.rows.get(promiseId)
  if (row?.state !== "kept") return
  const shown = row["evidence"]
  if (typeof shown !== "object" || shown === null || !("kind" in shown))
    return say(`Promise ${promiseId} is kept by nothing.`)
  if (shown.kind !== "message") return
  const message = "messageId" in shown ? tables.messages.get(String(shown.messageId)) : undefined
  const isAccepted = (acceptedMails.get(message?.mail_id ?? "") ?? 0) > 0
  if (message?.delivery !== "accepted" || !isAccepted)
    say(`Promise ${promiseId} is kept by a message that our mail server has not accepted.`)
}

function told(tables: Tables, promiseId: string, say: Say): void {
  const keys = tables.noticesByPromise.of(promiseId).map((one) => `${one.step} ${one.round} ${one.member_id}`)
  if (new Set(keys).size < keys.length) say(`Promise ${promiseId}: a member was told twice of the same step.`)
}

/** A notice goes to a member's own address, in one mail. */
function noticeMailCheck(tables: Tables, say: Say): (mail: SentMail) => void {
  const mailedIn = new Map<string, string>()
  return (mail) => {
    for (const { address } of mail.to) {
      const isCustomers = tables.addressesByValue.of(address.toLowerCase()).length > 0
      const isMembers = [...tables.members.all()].some(({ email }) => email === address)
      if (isCustomers || !isMembers) say(`A notice went to ${address}, which is no member's own address.`)
    }
    for (const { notice_id: id } of tables.noticesByOutbox.of(mail.outboxId)) {
      const before = mailedIn.get(id)
      mailedIn.set(id, mail.mailId)
      if (before !== undefined && before !== mail.mailId) say(`Notice ${id} was mailed twice.`)
    }
  }
}

function nothingLeft(tables: Tables, now: number, say: Say): void {
  for (const { message_id: id, next_at: at, done_at: doneAt } of tables.outbox.all()) {
    const sentAt = tables.messages.get(id ?? "")?.at ?? null
    const isOld = sentAt !== null && epochOf(sentAt) < now - OLD
    if (doneAt === null && isOld) say(`Message ${id} of ${sentAt} never left; it waits until ${at}.`)
  }
}

function nothingLate(tables: Tables, now: number, { slack, say }: { readonly slack: number; readonly say: Say }): void {
  const waiting = { look: tables.looks, notice: tables.shows, "notice's mail": tables.mails, mail: tables.sends }
  for (const [what, schedule] of Object.entries(waiting)) {
    const at = schedule.earliest()
    if (at !== null && epochOf(at) < now - slack) say(`A ${what} was due at ${at}; at ${iso(now)} it still waits.`)
  }
}

const OLD = 2 * 24 * 3_600_000 // milliseconds; an outgoing server that refuses for a day has come back by then
const PROBLEMS_MAX = 50 // enough to see what is wrong

function iso(milliseconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toString()
}

/** What `verify` reads of a promise. */
function storedPromise(tables: Tables, promiseId: string): StoredPromise {
  const promise = tables.promises.get(promiseId)
  const rows = entriesOf(tables, promiseId)
  const key = { workspaceId: promise?.workspace_id ?? "", promiseId }
  return {
    key,
    row: tables.rows.get(promiseId) ?? null,
    isThere: promise !== undefined,
    entries: rows.map((row) => storedEntryOf(row, row.texts)),
    texts: rows.flatMap(({ seq, salt, texts }) => (salt === null ? [] : [{ ...key, seq, salt, texts }])),
    given: givenOf(tables, promiseId).map(({ step, round }) => ({ ...key, step, round })),
    leaves: [],
  }
}
