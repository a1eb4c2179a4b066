import type { FastifyRequest } from "fastify"

/** How often one address may call, per minute. */
export type Limits = {
  /** Everything: a page makes about ten calls, and a whole team may share one address. */
  readonly all: number
  /** Guessing of passwords and tokens. */
  readonly signIn: number
}

export const LIMITS: Limits = { all: 6_000, signIn: 20 }

const GUESSABLE = [
  "/api/auth/",
  "/api/v1/setup",
  "/api/v1/invitation-tokens",
  "/api/v1/invitation-acceptances",
  "/api/act/",
  "/api/v1/me/second-factor",
  "/api/v1/me/recovery-codes",
  "/api/v1/me/passkey",
]

/**
 * Sign-in, set-up and invitations: the calls that somebody without a session could try passwords, codes or tokens with; and
 * those with which somebody who found an open session could find out its password. By the
 * route, not by the address: `/api/%61uth` is the same one.
 */
export function isGuessable({ method, routeOptions }: FastifyRequest): boolean {
  return method !== "GET" && GUESSABLE.some((start) => routeOptions.url?.startsWith(start) ?? false)
}
