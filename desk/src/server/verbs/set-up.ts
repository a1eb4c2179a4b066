import { conflict, invalid } from "../../ledger/error.ts"
import { standardSettings } from "../../ledger/workspace-settings.ts"
import type { Queries } from "../database/database.ts"
import { insertUser } from "../database/identity-users.ts"
import { insertMember } from "../database/members.ts"
import { hasWorkspace, insertWorkspace, isSlugTaken, lockSetUp } from "../database/workspaces.ts"
import { type Desk, commit } from "./desk.ts"
import { freeSlug } from "./slug.ts"

export type SetUpInput = {
  readonly workspace: string
  readonly zone: string
  readonly name: string
  readonly email: string
  readonly passwordHash: string
}

/** Makes the first workspace and its admin, and gives the workspace's slug. `conflict` when there is one already. */
export function setUp(desk: Desk, { workspace, zone, name, email, passwordHash }: SetUpInput): Promise<string> {
  assertZone(zone)
  return commit(desk, async (queries) => {
    await lockSetUp(queries)
    await assertNotSetUp(queries)
    const at = desk.now().toString()
    const user = { id: desk.newId(), name, email: email.toLowerCase() }
    const id = desk.newId()
    const slug = await freeSlug(workspace, (candidate) => isSlugTaken(queries, candidate))
    await insertUser(queries, { ...user, passwordHash, accountRowId: desk.newId(), at })
    await insertWorkspace(queries, { id, slug, name: workspace, kind: "real", settings: standardSettings(zone) }, at)
    await insertMember(queries, {
      workspaceId: id,
      id: desk.newId(),
      userId: user.id,
      name,
      email: user.email,
      role: "admin",
      at,
    })
    return slug
  })
}

/** `conflict` once there is a workspace. */
export async function assertNotSetUp(queries: Queries): Promise<void> {
  if (await hasWorkspace(queries))
    throw conflict("This desk is set up already. Sign in, or ask an admin to invite you.")
}

/** Invalid unless it is a time zone that this Node knows by name. */
export function assertZone(zone: string): void {
  try {
    // The constructor of ZonedDateTime takes names and offsets only; other ways in read whole dates.
    if (/^[A-Za-z]/.test(zone)) return void new Temporal.ZonedDateTime(0n, zone)
  } catch {
    // said below
  }
  throw invalid(`There is no time zone called "${zone}". Use a name such as Europe/London.`, "zone")
}
