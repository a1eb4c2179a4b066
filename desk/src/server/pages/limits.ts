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
  const limits = (max: number) => [
    scope.createRateLimit({ max, timeWindow: "1 minute" }),
    scope.createRateLimit({ max, timeWindow: "1 minute", keyGenerator: byLink }),
  ]
  const [reads, answers] = [limits(READS_MAX), limits(ANSWERS_MAX)]
  scope.addHook("onRequest", async (request) => {
    for (const limit of request.method === "GET" ? reads : answers) {
      const counted = await limit(request)
      if (!counted.isAllowed && counted.isExceeded) throw new TooMany("too often")
    }
  })
}

function tokenOf({ params }: FastifyRequest): string {
  if (typeof params !== "object" || params === null) return ""
  const name = "token" in params ? params.token : "slug" in params ? params.slug : ""
  return typeof name === "string" ? name : ""
}
