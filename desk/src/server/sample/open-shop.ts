import { comparableAddress } from "../../ledger/address.ts"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import type { Queries } from "../database/database.ts"
import { allInOne, findZone, insertCustomers, insertSampleAddress, insertTeam, setStandIn } from "../database/sample.ts"
import { insertWorkspace, isSlugTaken } from "../database/workspaces.ts"
import { nameCompany } from "../verbs/companies.ts"
import type { Desk } from "../verbs/desk.ts"
import { freeSlug } from "../verbs/slug.ts"
import { askWhetherAnswersHelped } from "./answer-checks.ts"
import { putUnderAudit } from "./audit.ts"
import { writeFactBook } from "./fact-book.ts"
import { momentOf } from "./moment.ts"
import { SHOP_AFTER_SALE, sellOrders } from "./orders.ts"
import { CUSTOMERS, TEAM } from "./people.ts"
import { playStories } from "./play.ts"
import { storyTime } from "./schedule.ts"
import { SHOP, SHOP_ZONE, shopSettings } from "./shop.ts"
import type { Stage } from "./stage.ts"
import { STORIES } from "./stories/index.ts"

export type Visitor = { readonly userId: string; readonly name: string; readonly email: string }

/** Makes the workspace and plays everything that happened in it, in the caller's transaction. */
export async function openShop(queries: Queries, desk: Desk, visitor: Visitor): Promise<{ id: string; slug: string }> {
  const opened = desk.now()
  const id = desk.newId()
  const slug = await freeSlug(SHOP, (candidate) => isSlugTaken(queries, candidate))
  const settings = {
    ...shopSettings((await findZone(queries, visitor.userId)) ?? SHOP_ZONE),
    afterSale: SHOP_AFTER_SALE,
  }
  const calendar = calendarOf(settings)
  const time = storyTime(calendar, opened)
  const founded = momentOf(calendar, opened, FOUNDED)
  const domain = `${slug}.example`
  await insertWorkspace(queries, { id, slug, name: SHOP, kind: "sample", settings }, founded.toString())
  await insertSampleAddress(queries, id, `hello@${domain}`)
  const stage: Stage = {
    desk,
    database: allInOne(desk.database, queries),
    workspaceId: id,
    time,
    address: `hello@${domain}`,
    team: await addTeam(queries, desk, { workspaceId: id, domain, visitor, at: founded.toString() }),
    customers: await addCustomers(queries, desk, id, time),
    promises: new Map(),
    facts: new Map(),
    needs: new Map(),
    threads: new Map(),
  }
  await writeFactBook(stage, calendar)
  // Before the stories, so that who wants to undo an order finds it.
  await sellOrders(stage)
  await playStories(stage, STORIES)
  await askWhetherAnswersHelped(stage)
  await putUnderAudit(stage, calendar)
  return { id, slug }
}

const FOUNDED = "-230d 09:00" // before the first customer came

async function addTeam(
  queries: Queries,
  desk: Desk,
  { workspaceId, domain, visitor, at }: { workspaceId: string; domain: string; visitor: Visitor; at: string },
): Promise<Stage["team"]> {
  const invented = TEAM.map(({ key, name, role }) => ({
    key,
    id: desk.newId(),
    userId: null,
    name,
    email: `${key}@${domain}`,
    role,
  }))
  const you = { key: "you" as const, id: desk.newId(), ...visitor, role: "admin" as const }
  await insertTeam(queries, workspaceId, [...invented, you], at)
  const ines = invented.find(({ key }) => key === "ines")
  if (ines !== undefined) await setStandIn(queries, workspaceId, ines.id, you.id)
  return new Map(
    [...invented, you].map(({ key, id, name, role }) => [
      key,
      { workspaceId, by: { kind: "member" as const, id }, role, id, name },
    ]),
  )
}

async function addCustomers(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  time: Stage["time"],
): Promise<Stage["customers"]> {
  const rows = Object.entries(CUSTOMERS).map(([key, { name, company = null, mail = null, since, ...rest }]) => ({
    key,
    id: desk.newId(),
    name,
    company,
    mail,
    at: momentOf(time.calendar, time.opened, since).toString(),
    addresses: [addressOf(desk, "mail", mail), addressOf(desk, "phone", rest.phone ?? null)].flat(),
  }))
  await insertCustomers(queries, workspaceId, rows)
  for (const { company } of rows) await nameCompany(queries, desk, workspaceId, company)
  return new Map(rows.map(({ key, id, name, mail }) => [key, { id, name, mail }]))
}

function addressOf(desk: Desk, kind: "mail" | "phone", shown: string | null) {
  const value = shown === null ? null : comparableAddress(kind, shown)
  return shown === null || value === null ? [] : [{ id: desk.newId(), kind, value, shown }]
}
