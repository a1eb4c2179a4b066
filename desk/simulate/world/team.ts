import { standardSettings } from "../../src/ledger/workspace-settings.ts"
import type { Database } from "../../src/server/database/database.ts"
import { insertConversation } from "../../src/server/database/conversations.ts"
import { writeMailSettings } from "../../src/server/database/mail-settings.ts"
import { insertMember } from "../../src/server/database/members.ts"
import { insertAddress, insertCustomer } from "../../src/server/database/people.ts"
import { insertWorkspace } from "../../src/server/database/workspaces.ts"
import type { Role } from "../../src/server/verbs/desk.ts"
import { type Chance, chanceOf } from "../chance.ts"
import { uuidVersion7 } from "../../src/server/open-desk.ts"
import { type Person, personOf } from "./people.ts"

export type Customer = { readonly id: string; readonly conversationId: string }
export type Team = { readonly workspaceId: string; readonly admin: Person; readonly customers: readonly Customer[] }

const CUSTOMERS = 40
const OWN_ADDRESS = "help@shop.test"
/** A member who writes to the desk from their own address is a customer too: no notice may go there. */
export const SHARED_ADDRESS = "both@customers.test"

/** A workspace with its team and its customers, through the desk's own queries. */
export async function openTeam(
  database: Database,
  {
    at,
    zone,
    size,
    chance,
  }: { readonly at: Temporal.Instant; readonly zone: string; readonly size: number; readonly chance: Chance },
): Promise<Team> {
  const newId = idsFrom(at, chance)
  const workspaceId = newId()
  const customers: Customer[] = []
  const now = at.toString()
  const admin = personOf(workspaceId, newId(), "admin")
  await database.transaction(async (queries) => {
    const workspace = { id: workspaceId, slug: `shop-${workspaceId}`, name: "A shop", kind: "real" as const }
    await insertWorkspace(queries, { ...workspace, settings: settingsFor(zone, chance) }, now)
    const server = { host: "mail.test", port: 587, security: "none" as const, username: null, sealedPassword: null }
    await writeMailSettings(queries, workspaceId, { fromName: "A shop", addresses: [OWN_ADDRESS], server }, now)
    for (let number = 0; number < CUSTOMERS; number += 1) {
      const id = newId()
      const conversationId = newId()
      const address = number === 0 ? SHARED_ADDRESS : `customer-${number}@customers.test`
      await insertCustomer(queries, { workspaceId, id, name: `Customer ${number}`, at: now })
      await insertAddress(queries, workspaceId, id, { id: newId(), kind: "mail", value: address, shown: address }, now)
      await insertConversation(queries, {
        workspaceId,
        id: conversationId,
        customerId: id,
        channel: "mail",
        subject: null,
        at: now,
      })
      customers.push({ id, conversationId })
    }
  })
  await join(database, admin, "admin@shop.test", now)
  for (let number = 1; number < size; number += 1) {
    const email = number === 1 ? SHARED_ADDRESS : `member-${number}@shop.test`
    await join(database, personOf(workspaceId, newId(), roleOf(number)), email, now)
  }
  return { workspaceId, admin, customers }
}

/** Lets somebody into the team. */
export async function join(
  database: Database,
  { workspaceId, id, role }: Person,
  email: string,
  at: string,
): Promise<void> {
  const name = email.slice(0, email.indexOf("@"))
  await database.transaction((queries) =>
    insertMember(queries, { workspaceId, id, userId: `user of ${id}`, name, email, role, at }),
  )
}

function roleOf(number: number): Role {
  return number === 2 ? "lead" : "member"
}

function settingsFor(zone: string, chance: Chance) {
  const settings = standardSettings(zone)
  if (chance() < 0.7) return settings
  const late = [
    { from: "08:00", until: "12:00" },
    { from: "13:30", until: "22:00" },
  ]
  return {
    ...settings,
    hours: { "1": late, "2": late, "3": late, "4": late, "5": late, "6": [{ from: "00:00", until: "04:30" }] },
  }
}

export function idsFrom(at: Temporal.Instant, chance: Chance): () => string {
  const own = chanceOf(Math.floor(chance() * 2 ** 32))
  return () =>
    uuidVersion7(
      at,
      Uint8Array.from({ length: 16 }, () => Math.floor(own() * 256)),
    )
}
