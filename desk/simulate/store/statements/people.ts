import type { WorkspaceSettings } from "../../../src/ledger/workspace-settings.ts"
import { epochOf, isUpTo, printed } from "../instants.ts"
import type { AwayRow, MemberRow, Tables } from "../tables.ts"
import { awayOf } from "./notices.ts"
import { isOwed } from "./promises.ts"
import { FOUND, NOTHING, type Rows, type Statements } from "./statement.ts"

type Ids = [string, string]

/** database/members.ts, team.ts, away-times.ts and people.ts */
export const peopleStatements: Statements = {
  "insert into members (": (tables, given) => {
    const [workspace_id, member_id, , name, email, role, at] = given as [...Ids, string, string, string, Role, string]
    const row = { workspace_id, member_id, name, email, role, created_at: printed(at) }
    tables.members.put(member_id, { ...row, stand_in_id: null, zone: null, removed_at: null })
    return NOTHING
  },
  "select 1 from members where workspace_id = $1 and member_id = $2 and removed_at is null for share": (
    tables,
    given,
  ) => (tables.members.get((given as Ids)[1])?.removed_at === null ? FOUND : NOTHING),
  "select 1 from members where workspace_id = $1 and member_id = $2 for update": (tables, given) =>
    tables.members.get((given as Ids)[1]) === undefined ? NOTHING : FOUND,
  'select m.member_id as "id", m.name, m.email, m.role,': (tables, given) => {
    const member = tables.members.get((given as Ids)[1])
    if (member === undefined) return NOTHING
    const { member_id: id, name, email, role, stand_in_id: standInId, zone, removed_at: removedAt } = member
    const owes = tables.rowsByOwner.of(id).filter(isOwed).length
    return [{ id, name, email, role, standInId, zone, removedAt, owes }]
  },
  "select member_id as \"id\" from members where workspace_id = $1 and role = 'admin'": (tables, given) =>
    present(tables, (given as Ids)[0])
      .filter(({ role }) => role === "admin")
      .map(({ member_id: id }) => ({ id })),
  'select p.member_id as "id" from members p': (tables, given) => {
    const [workspaceId, memberId] = given as [string, string | null]
    const standIn = memberId === null ? null : (tables.members.get(memberId)?.stand_in_id ?? null)
    const rank = ({ member_id: id, role }: MemberRow) =>
      id === memberId ? 0 : id === standIn ? 1 : role === "admin" ? 2 : 3
    const those = present(tables, workspaceId).filter((one) => rank(one) < 3)
    const [first] = those.toSorted((one, other) => rank(one) - rank(other))
    return first === undefined ? NOTHING : [{ id: first.member_id }]
  },
  // Every mailbox is everybody's in the simulation.
  'select m.name, v.came_by as "address" from conversations v join members m': () => NOTHING,
  "update members set name = $3, role = $4, stand_in_id = $5, zone = $6": (tables, given) => {
    const [, id, name, role, stand_in_id, zone] = given as [...Ids, string, Role, string | null, string | null]
    tables.members.change(id, { name, role, stand_in_id, zone })
    return NOTHING
  },
  "update members set removed_at = $3": (tables, given) => {
    tables.members.change((given as Ids)[1], { removed_at: printed(String(given[2])) })
    return NOTHING
  },
  // The log of settings is not simulated: beside a real store its last entry is that one's.
  "select pg_advisory_xact_lock(": () => [{ pg_advisory_xact_lock: "" }],
  "select seq, hash from settings_log": (_tables, _given, real) => real ?? NOTHING,
  // The sessions of who is removed: nobody signs in here.
  "with theirs as (select user_id from members": () => NOTHING,
  "update members set stand_in_id = null": (tables, given) => {
    for (const { member_id: id, stand_in_id: standIn } of tables.members.all())
      if (standIn === given[1]) tables.members.change(id, { stand_in_id: null })
    return NOTHING
  },
  "update conversations set assignee_id = null": () => NOTHING, // nobody is assigned in the simulation
  'select m.member_id as "id", m.role, m.stand_in_id as "standInId",': (tables, given) => {
    const [workspaceId, now] = given as Ids
    const away = new Set(handingOver(tables, now).map(({ member_id: id }) => id))
    return present(tables, workspaceId).map(({ member_id: id, role, stand_in_id: standInId }) => ({
      id,
      role,
      standInId,
      isAway: away.has(id),
      sees: true, // every mailbox is everybody's here
    }))
  },
  "select m.zone, m.preferences->'hours'": (tables, given) => {
    const [, memberId, now] = given as [...Ids, string]
    const member = tables.members.get(memberId)
    return member?.removed_at !== null
      ? NOTHING
      : [{ zone: member.zone, hours: null, away: awayOf(tables, memberId, now) }]
  },
  'select m.member_id as "memberId", m.name, m.email, m.zone, w.slug': (tables, given) => {
    const row = tables.outbox.get((given as Ids)[1])
    const member = tables.members.get(row?.member_id ?? "")
    const workspace = tables.workspaces.get((given as Ids)[0])
    if (row === undefined || member?.removed_at !== null || workspace === undefined) return NOTHING
    const { member_id: memberId, name, email, zone } = member
    const isShared =
      tables.addressesByValue.of(email.toLowerCase()).some(({ kind }) => kind === "mail") ||
      tables.mailAddresses.get(email.toLowerCase()) !== undefined
    return [
      {
        memberId,
        name,
        email,
        zone,
        slug: workspace.slug,
        workspace: workspace.name,
        attempts: row.attempts,
        isShared,
      },
    ]
  },
  "insert into away_times (": (tables, given) => {
    const [workspace_id, away_id, member_id, from, until, handAt, handUntil] = given as string[] & Ids
    const times = { from_at: at(from), until_at: at(until), hand_at: at(handAt), hand_until: at(handUntil) }
    tables.away.put(away_id, { workspace_id, away_id, member_id: member_id ?? "", ...times, cancelled_at: null })
    return NOTHING
  },
  'select away_id as "id", member_id as "memberId", from_at as "from", until_at as "until", hand_at as "handAt", hand_until as "handUntil" from away_times where workspace_id = $1 and cancelled_at is null and until_at > $2':
    (tables, given) =>
      currentAway(tables, (given as Ids)[1])
        .toSorted(byInstant(({ from_at: from }) => from))
        .map(awayView),
  'select away_id as "id", member_id as "memberId", from_at as "from", until_at as "until", hand_at as "handAt", hand_until as "handUntil" from away_times where workspace_id = $1 and away_id = $2':
    (tables, given) => {
      const away = tables.away.get((given as Ids)[1])
      return away?.cancelled_at !== null ? NOTHING : [awayView(away)]
    },
  "update away_times set cancelled_at = $3": (tables, given) => {
    tables.away.change((given as Ids)[1], { cancelled_at: printed(String(given[2])) })
    return NOTHING
  },
  'select a.workspace_id as "workspaceId", away_id as "id"': (tables, given) =>
    handingOver(tables, String(given[0]))
      .toSorted(byInstant(({ hand_at: from }) => from))
      .map((one) => ({ workspaceId: one.workspace_id, ...awayView(one) })),
  "insert into customers (": (tables, given) => {
    const [workspace_id, customer_id, name] = given as [...Ids, string | null]
    tables.customers.put(customer_id, { workspace_id, customer_id, name })
    return NOTHING
  },
  "select coalesce((select jsonb_object_agg(e.name, e.value) from": () => [{ scope: {} }],
  "insert into addresses (": (tables, given) => {
    const [workspace_id, address_id, customer_id, kind, value, shown, created] = given as Address
    if (tables.addressesByValue.of(value).some((one) => one.kind === kind)) return NOTHING
    const row = { workspace_id, address_id, customer_id, kind, value, shown, created_at: printed(created) }
    tables.addresses.put(address_id, row)
    return FOUND
  },
  "select 1 from customers where workspace_id = $1 and customer_id = $2 and erased_at is null for key share": (
    tables,
    given,
  ) => (tables.customers.get((given as Ids)[1]) === undefined ? NOTHING : FOUND),
  'select coalesce(c.name, \'\') as "name", a.shown as "address"': (tables, given) => {
    const [first] = tables.addressesByCustomer.of((given as Ids)[1]).filter(({ kind }) => kind === "mail")
    if (first === undefined) return NOTHING
    return [{ name: tables.customers.get(first.customer_id)?.name ?? "", address: first.shown }]
  },
}

/** database/workspaces.ts, settings.ts, mail-settings.ts, mail-sender.ts, tasks.ts, changes.ts and idempotency-keys.ts */
export const workspaceStatements: Statements = {
  "insert into workspaces (": (tables, given) => {
    const [workspace_id, slug, name, kind, settings] = given as [string, string, string, string, string]
    tables.workspaces.put(workspace_id, { workspace_id, slug, name, kind, settings: settingsIn(settings) })
    return NOTHING
  },
  "select 1 from workspaces where workspace_id = $1 for update": () => FOUND,
  'select workspace_id as "id", slug, name, kind, settings from workspaces': (tables, given) => {
    const found = tables.workspaces.get(String(given[0]))
    if (found === undefined) return NOTHING
    const { workspace_id: id, slug, name, kind, settings } = found
    return [{ id, slug, name, kind, settings }]
  },
  "update workspaces set name = $2, settings = $3": (tables, given) => {
    const [id, name, settings] = given as [string, string, string]
    tables.workspaces.change(id, { name, settings: settingsIn(settings) })
    return NOTHING
  },
  "select settings from workspaces where": (tables, given) => {
    const found = tables.workspaces.get(String(given[0]))
    return found === undefined ? NOTHING : [{ settings: found.settings }]
  },
  "insert into mail_settings (": (tables, given) => {
    const [id, from_name, host, port] = given as [string, string, string, number]
    tables.mailServers.put(id, { from_name, host, port })
    return NOTHING
  },
  "delete from mail_addresses where": (tables) => {
    for (const { address } of tables.mailAddresses.all()) tables.mailAddresses.put(address, undefined)
    return NOTHING
  },
  "insert into mail_addresses (": (tables, given) => {
    const [workspace_id, addresses] = given as [string, string[]]
    for (const address of addresses) tables.mailAddresses.put(address, { workspace_id, address })
    return NOTHING
  },
  "select coalesce(s.from_name, '') as \"fromName\"": (tables, given) => {
    const server = tables.mailServers.get(String(given[0]))
    const [first] = tables.mailAddresses.all()
    const { from_name: fromName = "", host = null, port = null } = server ?? {}
    const security = server === undefined ? null : "none"
    return [{ fromName, address: first?.address ?? null, host, port, security, username: null, sealedPassword: null }]
  },
  "select address from mail_addresses where workspace_id = $1 and address = any": (tables, given) => {
    const found = (given[1] as string[]).find((address) => tables.mailAddresses.get(address) !== undefined)
    return found === undefined ? NOTHING : [{ address: found }]
  },
  "insert into tasks (": (tables, given) => {
    const [workspace_id, task_id, kind, owner_id, , , , message_id] = given as (string | null)[] & Ids
    const row = { workspace_id, task_id, kind: kind ?? "", owner_id: owner_id ?? null, message_id: message_id ?? null }
    tables.tasks.put(task_id, row)
    return NOTHING
  },
  "update tasks set owner_id = $3": (tables, given) => {
    const [, from, to] = given as [...Ids, string]
    for (const { task_id: id, owner_id: owner } of tables.tasks.all())
      if (owner === from) tables.tasks.change(id, { owner_id: to })
    return NOTHING
  },
  // Nothing in the simulation listens to the feed of changes.
  "insert into changes (": () => NOTHING,
  // Nor is a program told of anything.
  "insert into outbox (workspace_id, outbox_id, idempotency_key, kind, webhook_id": () => NOTHING,
  "insert into idempotency_keys (": (tables, given) => {
    const [, byId, key, request_digest] = given as [string, string, string, string]
    if (tables.keys.get(`${byId} ${key}`) !== undefined) return NOTHING
    tables.keys.put(`${byId} ${key}`, { request_digest, status: null, answer: null })
    return FOUND
  },
  "update idempotency_keys set status = $4": (tables, given) => {
    const [, byId, key, status, answer] = given as [string, string, string, number, string | null]
    tables.keys.change(`${byId} ${key}`, { status, answer: answer === null ? null : (JSON.parse(answer) as unknown) })
    return NOTHING
  },
  'select request_digest as "requestDigest"': (tables, given) => {
    const found = tables.keys.get(`${String(given[1])} ${String(given[2])}`)
    if (found === undefined) return NOTHING
    return [{ requestDigest: found.request_digest, status: found.status, answer: found.answer }]
  },
}

type Role = MemberRow["role"]
type Address = [string, string, string, string, string, string, string]

function at(instant: string | undefined): string {
  return printed(instant ?? "")
}

function settingsIn(json: string): WorkspaceSettings {
  return JSON.parse(json) as WorkspaceSettings
}

/** Who is here, in the order in which they joined. */
function present(tables: Tables, workspaceId: string): readonly MemberRow[] {
  return [...tables.members.all()]
    .filter((one) => one.workspace_id === workspaceId && one.removed_at === null)
    .toSorted((one, other) => {
      const difference = epochOf(one.created_at) - epochOf(other.created_at)
      return difference === 0 ? (one.member_id < other.member_id ? -1 : 1) : difference
    })
}

function currentAway(tables: Tables, now: string): readonly AwayRow[] {
  return [...tables.away.all()].filter((one) => one.cancelled_at === null && !isUpTo(one.until_at, now))
}

/** Those during which promises are handed over. */
function handingOver(tables: Tables, now: string): readonly AwayRow[] {
  return currentAway(tables, now).filter(({ hand_at: from }) => isUpTo(from, now))
}

function awayView(one: AwayRow): Rows[number] {
  const {
    away_id: id,
    member_id: memberId,
    from_at: from,
    until_at: until,
    hand_at: handAt,
    hand_until: handUntil,
  } = one
  return { id, memberId, from, until, handAt, handUntil }
}

function byInstant(column: (row: AwayRow) => string) {
  return (one: AwayRow, other: AwayRow) => {
    const difference = epochOf(column(one)) - epochOf(column(other))
    return difference === 0 ? (one.away_id < other.away_id ? -1 : 1) : difference
  }
}
