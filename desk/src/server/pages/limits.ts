import "@fastify/rate-limit"
import type { FastifyInstance, FastifyRequest } from "fastify"
import type { Digest } from "../../ledger/chain.ts"
import { TooMany } from "./errors.ts"

/** How often pages may be called in a minute, from one address and with one link. A reader makes a handful of calls. */
const READS_MAX = 60
const ANSWERS_MAX = 20

/** Limits calls by address and by link. The link is counted under its digest. */
export function limitPages(scope: FastifyInstance, digest: Digest): void {
  const byLink = (request: FastifyRequest) => digest(`page ${tokenOf(request)}`)
  const limit = (max: number, keyGenerator: (request: FastifyRequest) => string) =>
    scope.rateLimit({ max, keyGenerator, timeWindow: "1 minute", errorResponseBuilder: () => new TooMany("too often") })
  const reads = [limit(READS_MAX, ({ ip }) => ip), limit(READS_MAX, byLink)]
  const answers = [limit(ANSWERS_MAX, ({ ip }) => ip), limit(ANSWERS_MAX, byLink)]
  scope.addHook("onRequest", async function limitPage(request, reply) {
    for (const one of request.method === "GET" ? reads : answers) await one.call(scope, request, reply)
  })
}

function tokenOf({ params }: FastifyRequest): string {
  const token = typeof params === "object" && params !== null && "token" in params ? params.token : undefined
  return typeof token === "string" ? token : ""
}
