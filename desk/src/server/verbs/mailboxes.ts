import { z } from "zod"
import { conflict, invalid, notFound } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import { type Security, addMailAddress, findForeignAddress } from "../database/mail-settings.ts"
import * as mailboxes from "../database/mailboxes.ts"
import { readWorkspace } from "../database/workspaces.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { log } from "./settings-log.ts"

export type MailboxInput = {
  readonly address: string
  readonly host: string
  readonly port: number
  readonly security: Security
  readonly username: string
  readonly auth: "password" | "oauth"
  readonly tokenUrl?: string | null | undefined
  readonly clientId?: string | null | undefined
  readonly scope?: string | null | undefined
  readonly inboxFolder: string
  readonly sentFolder?: string | null | undefined
  readonly readsSent: boolean
  readonly appendsSent: boolean
  readonly readFrom?: string | undefined
  readonly password?: string | undefined
  readonly clientSecret?: string | undefined
  readonly refreshToken?: string | undefined
}

const secretSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("password"), password: z.string() }),
  z.object({ kind: z.literal("oauth"), clientSecret: z.string(), refreshToken: z.string() }),
])

/** What opens the account: exactly one of the two kinds. */
export type MailboxSecret = Readonly<z.output<typeof secretSchema>>

/** The mailbox, with what opens it. */
export type OpenedMailbox = mailboxes.MailboxRow & { readonly secret: MailboxSecret }

/**
 * Reads a mailbox from now on, or from `readFrom`; its address becomes one that customers write to. `conflict` when this
 * account is read already, the address is another workspace's, or the workspace is no real one. Gives its id.
 */
export async function addMailbox(desk: Desk, actor: Actor, input: MailboxInput): Promise<string> {
  assertRole(actor, "admin")
  return commit(desk, async (queries) => {
    await assertIsReal(queries, actor)
    await claimAddress(queries, actor, input.address)
    const id = desk.newId()
    const at = desk.now().toString()
    const sealedSecret = desk.secrets.seal(JSON.stringify(secretOf(input, null)))
    const settings = settingsOf(input, { sealedSecret, readFrom: at })
    if (!(await mailboxes.insertMailbox(queries, actor.workspaceId, id, settings, at))) {
      throw conflict("The desk reads this account already.")
    }
    await log(queries, desk, actor, { kind: "mailbox-added", subjectId: id, after: told(settings) })
    await announce(queries, actor, at)
    return id
  })
}

/** Changes how it is read; a secret left out stays, unless the account is another. */
export async function changeMailbox(desk: Desk, actor: Actor, id: string, input: MailboxInput): Promise<void> {
  assertRole(actor, "admin")
  await commit(desk, async (queries) => {
    const before = await mustRead(queries, actor, id)
    await claimAddress(queries, actor, input.address)
    const at = desk.now().toString()
    const sealedSecret = desk.secrets.seal(JSON.stringify(secretOf(input, openIfSame(desk, before, input))))
    const settings = settingsOf(input, { sealedSecret, readFrom: before.readFrom })
    const twin = (await mailboxes.listMailboxes(queries, actor.workspaceId)).find(
      (one) => one.id !== id && isSameAccount(one, input),
    )
    if (twin !== undefined) throw conflict("The desk reads this account already.")
    await mailboxes.changeMailbox(queries, actor.workspaceId, id, settings, at)
    const readsFurtherBack = Temporal.Instant.compare(settings.readFrom, before.readFrom) < 0
    const entered = (input.password ?? input.refreshToken) === undefined ? {} : { secret: "entered anew" }
    await log(queries, desk, actor, {
      kind: "mailbox-changed",
      subjectId: id,
      before: told(before),
      after: { ...told(settings), ...entered },
    })
    if (!isSameAccount(before, input) || readsFurtherBack) await mailboxes.forgetFolders(queries, actor.workspaceId, id)
    await announce(queries, actor, at)
  })
}

export async function pauseMailbox(desk: Desk, actor: Actor, id: string): Promise<void> {
  await setPaused(desk, actor, id, desk.now().toString())
}

export async function resumeMailbox(desk: Desk, actor: Actor, id: string): Promise<void> {
  await setPaused(desk, actor, id, null)
}

async function setPaused(desk: Desk, actor: Actor, id: string, pausedAt: string | null): Promise<void> {
  assertRole(actor, "admin")
  await commit(desk, async (queries) => {
    await mustRead(queries, actor, id)
    const at = desk.now().toString()
    await mailboxes.pauseMailbox(queries, actor.workspaceId, id, pausedAt, at)
    await log(queries, desk, actor, { kind: pausedAt === null ? "mailbox-resumed" : "mailbox-paused", subjectId: id })
    await announce(queries, actor, at)
  })
}

/** Stops reading it and forgets its secrets. What was taken in stays. */
export async function removeMailbox(desk: Desk, actor: Actor, id: string): Promise<void> {
  assertRole(actor, "admin")
  await commit(desk, async (queries) => {
    const { address } = await mustRead(queries, actor, id)
    const at = desk.now().toString()
    await mailboxes.removeMailbox(queries, actor.workspaceId, id, at)
    await log(queries, desk, actor, { kind: "mailbox-removed", subjectId: id, after: { address } })
    await announce(queries, actor, at)
  })
}

/** The account as typed, with the secret on file where none was typed, for a test. */
export async function mailboxToTest(
  desk: Desk,
  actor: Actor,
  { mailboxId, ...input }: MailboxInput & { readonly mailboxId?: string | undefined },
): Promise<Omit<OpenedMailbox, keyof Unsaved> & Unsaved> {
  assertRole(actor, "admin")
  const before = mailboxId === undefined ? null : await mustRead(desk.database, actor, mailboxId)
  const secret = secretOf(input, before === null ? null : openIfSame(desk, before, input))
  const at = desk.now().toString()
  return {
    ...UNSAVED,
    ...settingsOf(input, { sealedSecret: new Uint8Array(), readFrom: at }),
    workspaceId: actor.workspaceId,
    stateAt: at,
    secret,
  }
}

const UNSAVED = {
  id: "",
  version: 0,
  paused: false,
  state: "new",
  problem: null,
  sentFound: null,
  readAt: null,
  nextAt: null,
  sealedToken: null,
  tokenUntil: null,
} as const
type Unsaved = typeof UNSAVED

/** What opens it. `conflict` when it was sealed with another key of this desk. */
export function openMailbox(desk: Desk, row: mailboxes.MailboxRow): OpenedMailbox {
  return { ...row, secret: openSecret(desk, row.sealedSecret) }
}

function openSecret(desk: Desk, sealed: Uint8Array | null): MailboxSecret {
  if (sealed === null) throw conflict("Its password was removed. Enter it again.")
  let text: string
  try {
    text = desk.secrets.open(sealed)
  } catch {
    throw conflict("Its password was sealed with another key of this desk. Enter it again: Settings, Mail.")
  }
  return secretSchema.parse(JSON.parse(text))
}

/** The secret on file goes only to the account that it was entered for. */
function openIfSame(desk: Desk, before: mailboxes.MailboxRow, input: MailboxInput): MailboxSecret | null {
  const isSame =
    isSameAccount(before, input) && before.auth === input.auth && before.tokenUrl === (input.tokenUrl ?? null)
  return isSame ? openSecret(desk, before.sealedSecret) : null
}

function isSameAccount(one: Pick<MailboxInput, "host" | "username">, other: MailboxInput): boolean {
  const key = ({ host, username }: Pick<MailboxInput, "host" | "username">) => `${host} ${username}`.toLowerCase()
  return key(one) === key(other)
}

function secretOf(input: MailboxInput, onFile: MailboxSecret | null): MailboxSecret {
  if (input.auth === "password") {
    const password = input.password ?? (onFile?.kind === "password" ? onFile.password : undefined)
    if (password === undefined) throw invalid("Enter the password of this account.", "password")
    return { kind: "password", password }
  }
  const known = onFile?.kind === "oauth" ? onFile : null
  const refreshToken = input.refreshToken ?? known?.refreshToken
  if (refreshToken === undefined) throw invalid("Enter the refresh token of this account.", "refreshToken")
  assertTokenUrl(input.tokenUrl ?? "")
  if (!input.clientId) throw invalid("Enter the client id.", "clientId")
  return { kind: "oauth", refreshToken, clientSecret: input.clientSecret ?? known?.clientSecret ?? "" }
}

/** Secrets travel encrypted, or do not leave this machine. */
function assertTokenUrl(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : null
  const isHere = url?.protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname)
  if (url?.protocol !== "https:" && !isHere) throw invalid("The token address must begin with https://.", "tokenUrl")
}

function settingsOf(
  input: MailboxInput,
  { sealedSecret, readFrom }: { readonly sealedSecret: Uint8Array; readonly readFrom: string },
): mailboxes.MailboxSettings & { readonly sealedSecret: Uint8Array } {
  const isOauth = input.auth === "oauth"
  return {
    address: input.address.toLowerCase(),
    host: input.host,
    port: input.port,
    security: input.security,
    username: input.username,
    auth: input.auth,
    tokenUrl: isOauth ? (input.tokenUrl ?? null) : null,
    clientId: isOauth ? (input.clientId ?? null) : null,
    scope: isOauth ? (input.scope ?? null) : null,
    inboxFolder: input.inboxFolder,
    sentFolder: input.sentFolder ?? null,
    readsSent: input.readsSent,
    appendsSent: input.appendsSent,
    readFrom: input.readFrom ?? readFrom,
    sealedSecret,
  }
}

/** How it is read, without what opens it. */
function told(settings: mailboxes.MailboxSettings) {
  const { address, host, port, security, username, auth, tokenUrl, clientId, scope } = settings
  const { inboxFolder, sentFolder, readsSent, appendsSent, readFrom } = settings
  const account = { address, host, port, security, username, auth, tokenUrl, clientId, scope }
  return { ...account, inboxFolder, sentFolder, readsSent, appendsSent, readFrom }
}

async function assertIsReal(queries: Queries, { workspaceId }: Actor): Promise<void> {
  const { kind } = await readWorkspace(queries, workspaceId)
  if (kind !== "real") throw conflict("Only a real workspace reads mailboxes: the customers of this one are invented.")
}

async function claimAddress(queries: Queries, { workspaceId }: Actor, address: string): Promise<void> {
  const foreign = await findForeignAddress(queries, workspaceId, [address.toLowerCase()])
  if (foreign !== null) throw conflict(`${foreign} belongs to another workspace of this desk.`)
  await addMailAddress(queries, workspaceId, address.toLowerCase())
}

async function mustRead(queries: Queries, { workspaceId }: Actor, id: string): Promise<mailboxes.MailboxRow> {
  const row = await mailboxes.readMailbox(queries, workspaceId, id)
  if (row === null) throw notFound("mailbox")
  return row
}

async function announce(queries: Queries, { workspaceId }: Actor, at: string): Promise<void> {
  await insertChange(queries, { workspaceId, kind: "workspace", id: workspaceId, at })
}
