import type { FastifyReply } from "fastify"
import type { Database } from "../database/database.ts"
import { hasKnownTables } from "../database/migrate.ts"
import type { Door } from "./serve.ts"

/**
 * /healthz: this process answers; restart it when it does not. /readyz: it can do its work, too: its database answers, and the
 * tables are those that this version knows; send it no visitors when they are not.
 */
export function serveHealth({ app, desk }: Door, migrationsFolder: string | null): void {
  app.get("/healthz", async (_request, reply) => say(reply, null))
  app.get("/readyz", async (_request, reply) => say(reply, await problemOf(desk.database, migrationsFolder)))
}

function say(reply: FastifyReply, problem: string | null): FastifyReply {
  reply.header("cache-control", "no-store").code(problem === null ? 200 : 503)
  return reply.send(problem === null ? { ok: true } : { ok: false, problem })
}

async function problemOf(database: Database, migrationsFolder: string | null): Promise<string | null> {
  try {
    if (migrationsFolder !== null && !(await hasKnownTables(database, migrationsFolder))) {
      return "The tables are those of another version."
    }
    await database.query("select 1")
    return null
  } catch {
    return "The database does not answer."
  }
}
