import { conflict, invalid } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import * as mailSettings from "../database/mail-settings.ts"
import { releaseOutbox } from "../database/outbox.ts"
import { readWorkspace } from "../database/workspaces.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { mailIdOf } from "./mail-id.ts"
import { log } from "./settings-log.ts"

export type MailSettingsInput = {
  readonly fromName: string
  readonly addresses: readonly string[]
  readonly server: {
    readonly host: string
    readonly port: number
    readonly security: mailSettings.Security
    readonly username: string | null
    /** Left out: the one on file stays. Null: it is removed. */
    readonly password?: string | null | undefined
  } | null
}

/** Changes them all; messages that waited for a server are then tried. `conflict` when another workspace's customers write to one of the addresses, or a sample shop names a server. */
export async function writeMailSettings(desk: Desk, actor: Actor, input: MailSettingsInput): Promise<void> {
  assertRole(actor, "admin")
  const addresses = [...new Set(input.addresses.map((address) => address.toLowerCase()))]
  await commit(desk, async (queries) => {
    const foreign = await mailSettings.findForeignAddress(queries, actor.workspaceId, addresses)
    if (foreign !== null) throw conflict(`${foreign} belongs to another workspace of this desk.`)
    if (input.server !== null) await assertMaySend(queries, actor)
    const at = desk.now().toString()
    const before = await mailSettings.readMailSettings(queries, actor.workspaceId)
    const server = input.server === null ? null : await sealed(queries, desk, actor, input.server)
    await mailSettings.writeMailSettings(
      queries,
      actor.workspaceId,
      { fromName: input.fromName, addresses, server },
      at,
    )
    const after = await mailSettings.readMailSettings(queries, actor.workspaceId)
    const entered = input.server?.password ? { password: "entered anew" } : {}
    await log(queries, desk, actor, { kind: "mail-changed", before, after: { ...after, ...entered } })
    if (server !== null) await releaseOutbox(queries, actor.workspaceId, at)
    await insertChange(queries, { workspaceId: actor.workspaceId, kind: "workspace", id: actor.workspaceId, at })
  })
}

/** Its customers are invented, so their addresses are nobody's, or a stranger's. */
async function assertMaySend(queries: Queries, { workspaceId }: Actor): Promise<void> {
  const { kind } = await readWorkspace(queries, workspaceId)
  if (kind === "sample") throw conflict("The sample shop sends no mail: its customers are invented.")
}

export type ServerTest = {
  readonly server: Omit<Server, "password"> & { readonly password: string | null }
  readonly mail: TestMail | null
}

/** A mail that a test sends at its end. */
export type TestMail = { readonly from: string; readonly to: string; readonly mailId: string }

/**
 * What to test: the server as given, with the password on file where none is given, and the mail to send with it. Where it is
 * not said whose mail it is, it comes from the first address on file.
 */
export async function serverToTest(
  desk: Desk,
  actor: Actor,
  server: Server,
  send: { readonly to: string; readonly from: string | null } | null,
): Promise<ServerTest> {
  assertRole(actor, "admin")
  const { password, ...rest } = server
  const onFile = password === undefined ? await passwordOnFile(desk.database, actor, rest) : null
  const opened = onFile === null ? null : openPassword(desk, onFile)
  return {
    server: { ...rest, password: password ?? opened },
    mail: send === null ? null : await testMail(desk, actor, send),
  }
}

function openPassword(desk: Desk, sealed: Uint8Array): string {
  try {
    return desk.secrets.open(sealed)
  } catch {
    throw conflict("The password on file was sealed with another key of this desk. Enter it again.")
  }
}

async function testMail(
  desk: Desk,
  actor: Actor,
  { to, from: given }: { readonly to: string; readonly from: string | null },
): Promise<TestMail> {
  const [onFile] = await mailSettings.listMailAddresses(desk.database, actor.workspaceId)
  const from = given ?? onFile
  if (from === undefined)
    throw invalid("Say first which address customers write to; the test mail comes from it.", "sendTo")
  return { from, to, mailId: mailIdOf(desk, desk.newId(), from) }
}

type Server = NonNullable<MailSettingsInput["server"]>

async function sealed(queries: Queries, desk: Desk, actor: Actor, { password, ...server }: Server) {
  if (password === null || password === "") return { ...server, sealedPassword: null }
  if (password !== undefined) return { ...server, sealedPassword: desk.secrets.seal(password) }
  return { ...server, sealedPassword: await passwordOnFile(queries, actor, server) }
}

/** `conflict` for another server or user: the password goes only to the server that it was entered for. */
async function passwordOnFile(
  queries: Queries,
  { workspaceId }: Actor,
  to: Pick<Server, "host" | "username">,
): Promise<Uint8Array | null> {
  const onFile = await mailSettings.readSealedPassword(queries, workspaceId)
  if (onFile === null || to.username === null) return onFile
  const { server } = await mailSettings.readMailSettings(queries, workspaceId)
  if (server?.host === to.host && server.username === to.username) return onFile
  throw conflict("The password on file is for another server or user. Enter the one for this, or remove it.")
}
