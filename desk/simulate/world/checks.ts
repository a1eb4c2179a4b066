import type { Digest } from "../../src/ledger/chain.ts"
import { storedEntryOf } from "../../src/server/database/entries.ts"
import type { StoredPromise, StoredWorkspace } from "../../src/server/database/verify.ts"
import type { SentMail } from "../../src/server/follow-through/outbox.ts"
import { promiseCheck } from "../../src/server/verbs/check-promise.ts"
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
  readonly problems: readonly string[]
  acknowledgedEntries(): number
}

export function openChecks(
  tables: Tables,
  { digest, acceptedMails }: { readonly digest: Digest; readonly acceptedMails: ReadonlyMap<string, number> },
): Checks {
  const problems: string[] = []
  const held = new Map<string, Held>()
  const mailedIn = new Map<string, string>()
  let acknowledgedEntries = 0
  let check: ReturnType<typeof promiseCheck> | null = null
  let settings: unknown = null

  const say = (sentence: string) => {
    if (problems.length < PROBLEMS_MAX) problems.push(sentence)
  }

  /** Made again when the settings of the workspace are others. */
  function currentCheck() {
    const [workspace] = tables.workspaces.all()
    if (workspace === undefined) throw new Error("a world without a workspace")
    if (check === null || settings !== workspace.settings) {
      const { workspace_id: workspaceId, kind } = workspace
      const stored: StoredWorkspace = { workspaceId, kind, settings: workspace.settings }
      check = promiseCheck(new Map([[workspaceId, stored]]), digest)
      settings = workspace.settings
    }
    return check
  }

  function look(promiseId: string): void {
    const stored = storedPromise(tables, promiseId)
    currentCheck()(stored).forEach(say)
    lost(promiseId, stored)
    owed(promiseId)
    evidence(promiseId)
    told(promiseId)
  }

  function lost(promiseId: string, { entries }: Pick<StoredPromise, "entries">): void {
    const last = held.get(promiseId)
    if (last !== undefined && entries[last.seq - 1]?.hash !== last.hash)
      say(`Promise ${promiseId}: entry ${last.seq} was acknowledged and is lost.`)
  }

  /** Each open promise has one next look, and an owner who is here. */
  function owed(promiseId: string): void {
    const row = tables.rows.get(promiseId)
    if (row === undefined || !isOwed(row)) return
    const waitsForCondition = row.state === "open" && !row.condition_met
    if (row.next_at === null && !waitsForCondition) say(`Promise ${promiseId} is ${row.state} and has no next look.`)
    if (tables.members.get(row.owner_id)?.removed_at !== null)
      say(`Promise ${promiseId} is ${row.state} and owned by nobody who is here.`)
  }

  /** Kept only with what shows it, and a message shows it once our server has accepted it. */
  function evidence(promiseId: string): void {
    const row = tables.rows.get(promiseId)
    if (row?.state !== "kept") return
    const shown = row["evidence"]
    if (typeof shown !== "object" || shown === null || !("kind" in shown)) return say(`Promise ${promiseId} is kept by nothing.`)
    if (shown.kind !== "message") return
    const message = "messageId" in shown ? tables.messages.get(String(shown.messageId)) : undefined
    const isAccepted = message?.mail_id != null && (acceptedMails.get(message.mail_id) ?? 0) > 0
    if (message?.delivery !== "accepted" || !isAccepted)
      say(`Promise ${promiseId} is kept by a message that our mail server has not accepted.`)
  }

  function told(promiseId: string): void {
    const keys = tables.noticesByPromise.of(promiseId).map((one) => `${one.step} ${one.round} ${one.member_id}`)
    if (new Set(keys).size < keys.length) say(`Promise ${promiseId}: a member was told twice of the same step.`)
  }

  function noticeMail(mail: SentMail): void {
    for (const { address } of mail.to) {
      const isCustomers = tables.addressesByValue.of(address.toLowerCase()).length > 0
      const isMembers = [...tables.members.all()].some(({ email }) => email === address)
      if (isCustomers || !isMembers) say(`A notice went to ${address}, which is no member's own address.`)
    }
    for (const notice of tables.noticesByOutbox.of(mail.outboxId)) {
      const before = mailedIn.get(notice.notice_id)
      mailedIn.set(notice.notice_id, mail.mailId)
      if (before !== undefined && before !== mail.mailId) say(`Notice ${notice.notice_id} was mailed twice.`)
    }
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
    nothingLate(now, slack) {
      const waiting = { look: tables.looks, notice: tables.shows, "notice's mail": tables.mails, mail: tables.sends }
      for (const [what, schedule] of Object.entries(waiting)) {
        const at = schedule.earliest()
        if (at !== null && epochOf(at) < now - slack) say(`A ${what} was due at ${at}; at ${iso(now)} it still waits.`)
      }
    },
  }
}

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
