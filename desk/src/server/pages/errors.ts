import type { FastifyReply, FastifyRequest } from "fastify"
import { Mistake, type MistakeCode } from "../../ledger/error.ts"
import { missingPage, refusalPage } from "./other-pages.ts"

const STATUS: Readonly<Record<MistakeCode, number>> = { invalid: 422, not_found: 404, conflict: 409, forbidden: 403 }

/** Too many calls from one address, or with one link. */
export class TooMany extends Error {
  readonly code = "too_many"
}

/** Says in plain words what went wrong. What is nobody's mistake goes on to whoever logs it. */
export function answerPageError(error: unknown, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Mistake && error.code === "not_found") return reply.code(404).send(missingPage())
  if (error instanceof Mistake)
    return reply.code(STATUS[error.code]).send(refusalPage("That did not work", error.message))
  if (property(error, "code") === "too_many") {
    return reply.code(429).send(refusalPage("That was too often", "Wait a minute, then try again."))
  }
  const status = property(error, "statusCode")
  if (typeof status === "number" && status >= 400 && status < 500) {
    return reply.code(status).send(refusalPage("That did not work", "Open the link again and try once more."))
  }
  throw error
}

function property(error: unknown, name: string): unknown {
  return typeof error === "object" && error !== null && name in error ? Reflect.get(error, name) : undefined
}
