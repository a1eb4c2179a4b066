import type { FastifyRequest } from "fastify"
import { forbidden } from "../../ledger/error.ts"

const READING = new Set(["GET", "HEAD", "OPTIONS"])

/**
 * Forbidden for a changing call that another site makes with the reader's cookies, and for one with cookies that does
 * not say where it comes from. Browsers always say it (Fetch Metadata, and Origin since 2020). A call with an API key
 * is never made by a browser on somebody else's behalf.
 */
export function assertSameOrigin(request: FastifyRequest, publicUrl: string): void {
  if (READING.has(request.method) || request.headers.authorization !== undefined) return
  const site = request.headers["sec-fetch-site"]
  const origin = request.headers.origin
  if (site !== undefined && site !== "same-origin") throw refused()
  if (origin !== undefined && !isOwn(origin, request, publicUrl)) throw refused()
  if (site === undefined && origin === undefined && request.headers.cookie !== undefined) throw refused()
}

function isOwn(origin: string, request: FastifyRequest, publicUrl: string): boolean {
  if (origin === publicUrl) return true
  return URL.canParse(origin) && new URL(origin).host === request.headers.host
}

function refused(): Error {
  return forbidden("This call came from another site. Make it from the desk's own pages, or with an API key.")
}
