import type { Door } from "./serve.ts"

/** Whether this process can do its work: it answers, and its database does. */
export function serveHealth({ app, desk }: Door): void {
  app.get("/healthz", async (_request, reply) => {
    await desk.database.query("select 1")
    return reply.header("cache-control", "no-store").send({ ok: true })
  })
}
