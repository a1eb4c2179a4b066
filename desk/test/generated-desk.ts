import type { Database } from "../src/server/database/database.ts"
import { insertSaid } from "./generated-said.ts"
import { type Year, insertSales, insertYear } from "./generated-year.ts"

const FROM = Temporal.Instant.from("2026-01-01T00:00:00Z")
const ALWAYS = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: "00:00", until: "24:00" }]]))

/** The year 2026 of a desk in UTC that works at all hours, with everything that the trust report counts. */
export async function insertGeneratedYear(database: Database, asked: Omit<Year, "from">): Promise<void> {
  const settings = JSON.stringify({ zone: "UTC", hours: ALWAYS })
  await database.query("update workspaces set settings = settings || $2::jsonb where workspace_id = $1", [
    asked.workspaceId,
    settings,
  ])
  const year = { ...asked, from: FROM }
  await insertYear(database, year)
  await insertSales(database, year)
  await insertSaid(database, year)
}
