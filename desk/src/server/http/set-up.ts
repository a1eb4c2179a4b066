import { createSetup, readSetup } from "../../contract/session.ts"
import { hasWorkspace } from "../database/workspaces.ts"
import { assertNotSetUp, setUp } from "../verbs/set-up.ts"
import { headersOf } from "./caller.ts"
import { assertOwnHost } from "./own-host.ts"
import { type Door, serveAnyone } from "./serve.ts"
import { handCookies } from "./sign-in.ts"

/** The first visit: the workspace and its admin. */
export function serveSetUp(door: Door, publicUrl: string): void {
  const { identity } = door
  serveAnyone(door, readSetup, async ({ desk }) => ({ needed: !(await hasWorkspace(desk.database)) }))
  serveAnyone(door, createSetup, async ({ desk, body, request, reply }) => {
    assertOwnHost(request, publicUrl)
    const { password, ...input } = body
    await assertNotSetUp(desk.database) // before the costly part: anybody may call this
    const slug = await setUp(desk, { ...input, passwordHash: await identity.hashPassword(password) })
    handCookies(await identity.signIn(body.email, password, headersOf(request)), reply)
    return { slug }
  })
}
