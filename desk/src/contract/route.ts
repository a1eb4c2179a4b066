import type { z } from "zod"

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

/** A header of what is read: the changes after this number may not be in it yet. `GET /changes?after=` tells them. */
export const CHANGES_UNTIL = "aboveboard-changes"

/** Who may call: `anyone` needs no session; the others are roles, each including those above it. */
export type Caller = "anyone" | "user" | "member" | "lead" | "admin"

/**
 * One call of the API: the server serves it, the web app makes it, the documentation lists it.
 * `path` is below /api/v1, parameters as `:name`. A path parameter is always an id or a position.
 */
export type Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = {
  readonly method: Method
  readonly path: string
  /** A verb phrase for the documentation. */
  readonly summary: string
  /** The noun it is listed under. */
  readonly noun: string
  readonly caller: Caller
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly answer: Answer
}

export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  definition: Route<P, Q, B, A>,
): Route<P, Q, B, A> {
  return definition
}
