import { epochOf, isUpTo, printed } from "../instants.ts"
import type { NoticeRow, PromiseRow, Tables } from "../tables.ts"
import { byDue, followed, givenOf, isOwed } from "./promises.ts"
import { NOTHING, FOUND, type Rows, type Statement, type Statements } from "./statement.ts"

/** database/looks.ts, notices.ts, notice-mail.ts and moments.ts */
export const noticeStatements: Statements = {
  "/* any plan */ select (select min(next_at) from promise_rows": (tables, given, _real, sql) => {
    const moments: Readonly<Record<string, string | null>> = {
      look: tables.looks.earliest(),
      show: tables.shows.earliest(),
      mail: tables.mails.earliest(),
      outbox: tables.sends.earliest(),
      away: earliestHandingOver(tables, String(given[0])),
    }
    // Of the other kinds nothing is simulated, so nothing of them waits.
    return [Object.fromEntries([...sql.matchAll(/ as "(\w+)"/g)].map(([, kind = ""]) => [kind, moments[kind] ?? null]))]
  },
  "with due as ( select p.workspace_id, p.promise_id, p.state": (tables, given, real) => {
    const [now, limit] = given as [string, number]
    const due = chosen(tables.looks.due(now, limit), real, {
      all: () => tables.looks.due(now, Infinity),
      idOf: ({ promise_id: id }) => id,
      realId: ({ promiseId }) => promiseId,
      atOf: ({ next_at: at }) => at,
    })
    return due.map((row) => lookOf(tables, row, now))
  },
  "with told as ( insert into notices": writeLooks,
  'select step, max(round) as "round" from notices': (tables, given) => givenOf(tables, String(given[1])),
  "with due as ( select workspace_id, notice_id,": (tables, given, real) => {
    const now = String(given[0])
    const [notice] = chosen(tables.shows.due(now, 1), real, {
      all: () => tables.shows.due(now, Infinity),
      idOf: ({ notice_id: id }) => id,
      realId: ({ noticeId }) => noticeId,
      atOf: ({ show_at: at }) => at,
    })
    const promise = notice === undefined ? undefined : tables.rows.get(notice.promise_id)
    return notice === undefined || promise === undefined ? NOTHING : [toShow(tables, notice, promise, now)]
  },
  "update notices set show_at = $3 where": (tables, given) => {
    const [, id, at] = given as [string, string, string | null]
    tables.notices.change(id, { show_at: printed(at) })
    return NOTHING
  },
  "update notices set show_at = null, shown_at = $3, mail_at = $4": (tables, given) => {
    const [, id, at, mailAt] = given as [string, string, string, string | null]
    tables.notices.change(id, { show_at: null, shown_at: printed(at), mail_at: printed(mailAt) })
    return NOTHING
  },
  "update notices n set member_id = $3": (tables, given) => {
    const [, id, memberId] = given as [string, string, string]
    const notice = tables.notices.get(id)
    if (notice === undefined || wasTold(tables, { ...notice, member_id: memberId })) return NOTHING
    tables.notices.change(id, { member_id: memberId })
    return FOUND
  },
  'select workspace_id as "workspaceId", member_id as "memberId" from notices': (tables, given, real) => {
    const now = String(given[0])
    const [notice] = chosen(tables.mails.due(now, 1), real, {
      all: () => tables.mails.due(now, Infinity),
      idOf: ({ member_id: id }) => id,
      realId: ({ memberId }) => memberId,
      atOf: ({ mail_at: at }) => at,
    })
    return notice === undefined ? NOTHING : [{ workspaceId: notice.workspace_id, memberId: notice.member_id }]
  },
  'select notice_id as "id" from notices where workspace_id = $1 and member_id = $2 and mail_at is not null': (
    tables,
    given,
  ) => {
    const ids = tables.noticesToMail.of(String(given[1])).map(({ notice_id: id }) => id)
    return ids.toSorted().map((id) => ({ id }))
  },
  "update notices set mail_at = $3, outbox_id = $4, mail_problem = $5": (tables, given) => {
    const [, ids, at, outbox_id, mail_problem] = given as [
      string,
      string[],
      string | null,
      string | null,
      string | null,
    ]
    for (const id of ids) tables.notices.change(id, { mail_at: printed(at), outbox_id, mail_problem })
    return NOTHING
  },
  "update notices set mail_problem = $3 where": (tables, given) => {
    const [, outboxId, problem] = given as [string, string, string]
    for (const { notice_id: id } of tables.noticesByOutbox.of(outboxId))
      tables.notices.change(id, { mail_problem: problem })
    return NOTHING
  },
  'select n.promise_id as "promiseId", n.step, n.round,': (tables, given) =>
    linesOf(tables, String(given[1])).slice(0, 200),
  'select promise_id as "promiseId" from notices': (tables, given) => {
    const [, id, memberId] = given as [string, string, string]
    const notice = tables.notices.get(id)
    if (notice === undefined || notice.member_id !== memberId || notice.shown_at === null) return NOTHING
    return [{ promiseId: notice.promise_id }]
  },
  "update notices set on_it_at = $4": (tables, given) => {
    const [, promiseId, memberId, at] = given as [string, string, string, string]
    const last = lastTold(tables, promiseId, memberId)
    if (last !== undefined) tables.notices.change(last.notice_id, { on_it_at: printed(at) })
    return NOTHING
  },
}

type Choice<Row> = {
  readonly all: () => readonly Row[]
  readonly idOf: (row: Row) => string
  readonly realId: (row: Readonly<Record<string, unknown>>) => unknown
  readonly atOf: (row: Row) => string | null
}

/**
 * What was claimed: ours, or where a real store runs beside it, what that one chose; it must be as early as ours, row by
 * row, so that only among equals it may differ.
 */
export function chosen<Row>(ours: readonly Row[], real: Rows | null, { all, idOf, realId, atOf }: Choice<Row>) {
  if (real === null || real.length !== ours.length) return ours
  const due = all()
  const theirs = real.map((row) => due.find((one) => idOf(one) === realId(row)))
  const isAsEarly = theirs.every((row, place) => row !== undefined && atOf(row) === atOf(ours[place] ?? row))
  return isAsEarly ? theirs.filter((row) => row !== undefined) : ours
}

function earliestHandingOver(tables: Tables, now: string): string | null {
  const current = [...tables.away.all()].filter((one) => one.cancelled_at === null && !isUpTo(one.until_at, now))
  return current.map(({ hand_at: at }) => at).toSorted((one, other) => epochOf(one) - epochOf(other))[0] ?? null
}

function lookOf(tables: Tables, row: PromiseRow, now: string): Readonly<Record<string, unknown>> {
  const owner = tables.members.get(row.owner_id)
  return {
    workspaceId: row.workspace_id,
    promiseId: row.promise_id,
    ownerId: row.owner_id,
    ...followed(row),
    settings: tables.workspaces.get(row.workspace_id)?.settings,
    given: givenOf(tables, row.promise_id),
    isOwnerOnIt: (lastTold(tables, row.promise_id, row.owner_id)?.on_it_at ?? null) !== null,
    owner:
      owner === undefined || owner.removed_at !== null
        ? null
        : { zone: owner.zone, hours: null, away: awayOf(tables, owner.member_id, now) },
  }
}

/** The away times of a member that are not over. */
export function awayOf(tables: Tables, memberId: string, now: string) {
  return [...tables.away.all()]
    .filter((one) => one.member_id === memberId && one.cancelled_at === null && !isUpTo(one.until_at, now))
    .toSorted((one, other) => epochOf(one.from_at) - epochOf(other.from_at))
    .map(({ from_at: from, until_at: until }) => ({ from, until }))
}

function lastTold(tables: Tables, promiseId: string, memberId: string): NoticeRow | undefined {
  const told = tables.noticesByPromise.of(promiseId).filter(({ member_id: id }) => id === memberId)
  return told.toSorted((one, other) => (isLater(one, other) ? 1 : -1)).at(-1)
}

/** `(created_at, notice_id) > (…)` */
function isLater(one: NoticeRow, other: NoticeRow): boolean {
  const difference = epochOf(one.created_at) - epochOf(other.created_at)
  return difference > 0 || (difference === 0 && one.notice_id > other.notice_id)
}

type Telling = Omit<Readonly<Record<string, string>>, "round"> & {
  readonly workspaceId: string
  readonly noticeId: string
  readonly promiseId: string
  readonly step: NoticeRow["step"]
  readonly round: number
  readonly memberId: string
  readonly isOwnerAgain: boolean
  readonly createdAt: string
  readonly showAt: string | null
  readonly shownAt: string | null
  readonly mailAt: string | null
}

function writeLooks(tables: Tables, given: readonly unknown[]): ReturnType<Statement> {
  const notices = JSON.parse(String(given[0])) as Telling[]
  const looks = JSON.parse(String(given[1])) as { promiseId: string; nextAt: string | null }[]
  for (const one of notices) {
    const row: NoticeRow = {
      workspace_id: one.workspaceId,
      notice_id: one.noticeId,
      promise_id: one.promiseId,
      step: one.step,
      round: one.round,
      member_id: one.memberId,
      is_owner_again: one.isOwnerAgain,
      created_at: printed(one.createdAt),
      show_at: printed(one.showAt),
      shown_at: printed(one.shownAt),
      mail_at: printed(one.mailAt),
      outbox_id: null,
      mail_problem: null,
      on_it_at: null,
    }
    if (!wasTold(tables, row)) tables.notices.put(row.notice_id, row)
  }
  for (const { promiseId, nextAt } of looks) tables.rows.change(promiseId, { next_at: printed(nextAt) })
  return NOTHING
}

/** Whether this member has a row for this step and round already: the unique key of notices. */
function wasTold(tables: Tables, { promise_id, step, round, member_id }: NoticeRow): boolean {
  return tables.noticesByPromise
    .of(promise_id)
    .some((one) => one.step === step && one.round === round && one.member_id === member_id)
}

function toShow(tables: Tables, notice: NoticeRow, promise: PromiseRow, now: string) {
  const others = tables.noticesByPromise.of(notice.promise_id)
  return {
    workspaceId: notice.workspace_id,
    noticeId: notice.notice_id,
    memberId: notice.member_id,
    step: notice.step,
    isOwnerAgain: notice.is_owner_again,
    isOwed: isOwed(promise),
    ownerId: promise.owner_id,
    isOvertaken: others.some(
      (one) =>
        one.member_id === notice.member_id &&
        (isUpTo(one.show_at, now) || one.shown_at !== null) &&
        isLater(one, notice),
    ),
  }
}

function linesOf(tables: Tables, outboxId: string): Rows {
  const owed = tables.noticesByOutbox.of(outboxId).flatMap((notice) => {
    const promise = tables.rows.get(notice.promise_id)
    return promise !== undefined && isOwed(promise) ? [{ notice, promise }] : []
  })
  const inOrder = owed.toSorted((one, other) => {
    if (one.promise.due_until !== other.promise.due_until) return byDue(one.promise, other.promise)
    return one.notice.notice_id < other.notice.notice_id ? -1 : 1
  })
  return inOrder.map(({ notice, promise }) => {
    const owner = tables.members.get(promise.owner_id)
    const standIn = tables.members.get(owner?.stand_in_id ?? "")
    const present = standIn?.removed_at === null ? standIn : undefined
    return {
      promiseId: promise.promise_id,
      step: notice.step,
      round: notice.round,
      isOwnerAgain: notice.is_owner_again,
      words: promise.words,
      customer: tables.customers.get(promise.customer_id)?.name ?? null,
      owner: owner?.name,
      isOwner: promise.owner_id === notice.member_id,
      standInId: present?.member_id ?? null,
      standIn: present?.name ?? null,
      dueUntil: promise.due_until,
      waitingOn: promise.waiting_on,
      waitingNote: promise.waiting_note,
      said: saidAt(tables, notice),
      unmet: promise.condition_met ? null : promise.condition,
    }
  })
}

/** The words of the entry that a notice came with, where it is about the customer's own. */
function saidAt(tables: Tables, { promise_id: promiseId, step, round }: NoticeRow): unknown {
  if (step !== "disputed" && step !== "chased") return null
  const texts = tables.entries.get(`${promiseId} ${round}`)?.texts
  return typeof texts === "object" && texts !== null && "note" in texts ? texts.note : null
}
