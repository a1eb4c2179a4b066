import type { z } from "zod"
import { type me, readMe, writePreferences } from "../../contract/session.ts"
import { listMailAddresses, readMailSettings } from "../database/mail-settings.ts"
import { type Membership, readMember, readPreferences } from "../database/members.ts"
import { readWorkspace } from "../database/workspaces.ts"
import type { Desk } from "../verbs/desk.ts"
import { changePreferences } from "../verbs/members.ts"
import { type UserCaller, lacksSecondFactor, readUserCaller } from "./caller.ts"
import { forbidden } from "../../ledger/error.ts"
import { type Door, type Told, serveMember, serveUser } from "./serve.ts"

export type Listener = { readonly host: string; readonly port: number }
type Me = Told<z.output<typeof me>>

/** Who is signed in, and where. */
export function serveSession(door: Door, listener: Listener | null): void {
  serveUser(door, readMe, ({ desk, caller }) => meOf(desk, caller, listener))
  serveMember(
    door,
    writePreferences,
    async ({ desk, actor, body, request, reply }) => {
      const caller = await readUserCaller(desk, door.identity, request, reply)
      if (actor.by.kind !== "member") throw forbidden("An API key has no preferences. Sign in.")
      await changePreferences(desk, actor, actor.by.id, body)
      return meOf(desk, caller, listener)
    },
    { keeps: "unrepeatable" }, // doing it twice changes nothing, and the session is read outside any transaction
  )
}

async function meOf(desk: Desk, caller: UserCaller, listener: Listener | null): Promise<Me> {
  const { user, memberships, current, session } = caller
  const { name, email } = user
  const isHeld = current !== null && lacksSecondFactor(current, session)
  return {
    user: { name, email },
    workspaces: memberships.map(({ workspace }) => workspace),
    secureFirst: isHeld,
    current: current === null || isHeld ? null : await currentOf(desk, current, listener),
  }
}

async function currentOf(desk: Desk, { workspace, memberId, hidden }: Membership, listener: Listener | null) {
  const { settings } = await readWorkspace(desk.database, workspace.id)
  const member = await readMember(desk.database, workspace.id, memberId)
  if (member === null) throw new Error("the member of a session is gone")
  const { id, name, email, role, zone } = member
  const preferences = await readPreferences(desk.database, workspace.id, memberId)
  const { server } = await readMailSettings(desk.database, workspace.id)
  return {
    workspace,
    settings,
    member: { id, name, email, role, zone: zone ?? settings.zone, preferences },
    canSend: server !== null,
    addresses: await listMailAddresses(desk.database, workspace.id),
    hidesMail: hidden.length > 0,
    listener,
  }
}
