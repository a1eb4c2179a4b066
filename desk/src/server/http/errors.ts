import { STATUS_CODES } from "node:http"
import type { FastifyReply, FastifyRequest } from "fastify"
import { Mistake, type MistakeCode } from "../../ledger/error.ts"

export type ProblemCode = MistakeCode | "unauthenticated" | "second_factor" | "too_many" | "failed"

const STATUS: Readonly<Record<ProblemCode, number>> = {
  invalid: 422,
  not_found: 404,
  conflict: 409,
  forbidden: 403,
  unauthenticated: 401,
  second_factor: 403,
  too_many: 429,
  failed: 500,
}

/** A refusal of the door itself; verbs throw a Mistake. */
export class Refusal extends Error {
  readonly code: "unauthenticated" | "second_factor" | "too_many"

  constructor(code: Refusal["code"], sentence: string) {
    super(sentence)
    this.name = "Refusal"
    this.code = code
  }
}

type Fields = Mistake["fields"]

/** Answers whatever was thrown. What is nobody's mistake is logged, and says nothing to strangers. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Mistake) return sendProblem(reply, error.code, error.message, error.fields)
  if (error instanceof Refusal) return sendProblem(reply, error.code, error.message)
  const sentence = sentenceOfFramework(error)
  if (sentence !== null) return sendProblem(reply, "invalid", sentence)
  if (isBusy(error)) return sendProblem(reply, "conflict", "Somebody else changed this at the same moment. Try again.")
  request.log.error({ failure: describe(error) }, "a request failed")
  return sendProblem(reply, "failed", `Something went wrong on the desk's side. Its log names it ${request.id}.`)
}

export function sendProblem(reply: FastifyReply, code: ProblemCode, detail: string, fields: Fields = []): FastifyReply {
  const status = STATUS[code]
  const problem = { type: "about:blank", title: STATUS_CODES[status] ?? "", status, code, detail }
  return reply
    .code(status)
    .type("application/problem+json; charset=utf-8")
    .header("cache-control", "no-store")
    .send(fields.length > 0 ? { ...problem, fields } : problem)
}

/** What the framework refuses before a handler runs, in our words: its own repeat parts of the request. */
function sentenceOfFramework(error: unknown): string | null {
  const code = property(error, "code")
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return "Send JSON, with content-type: application/json."
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE")
    return "That is too large: JSON may have 1 MB, and the files of a message 18 MB together."
  const status = property(error, "statusCode")
  return typeof status === "number" && status >= 400 && status < 500 ? "The request could not be read as JSON." : null
}

/** PostgreSQL: a deadlock, or a conflict of transactions. */
function isBusy(error: unknown): boolean {
  const code = property(error, "code")
  return code === "40P01" || code === "40001"
}

/**
 * For the log: where it happened, and what, without what people wrote. Messages of the database and of the platform may
 * repeat values; those of our own plain errors do not.
 */
export function describe(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? []
  return {
    name: error.name,
    message: error.constructor === Error ? error.message : undefined,
    code: property(error, "code"),
    table: property(error, "table"),
    constraint: property(error, "constraint"),
    stack: frames.map((line) => line.trim()),
  }
}

function property(error: unknown, name: string): unknown {
  return typeof error === "object" && error !== null && name in error ? Reflect.get(error, name) : undefined
}
