import type { FastifyRequest } from "fastify"
import { forbidden } from "../../ledger/error.ts"

/**
 * Forbidden unless the call was made to a name that can only be this desk's: of this machine itself, or of PUBLIC_URL.
 * Any site can let its own name point here (DNS rebinding), and its pages are then of the same origin as the desk.
 */
export function assertOwnHost({ headers }: FastifyRequest, publicUrl: string): void {
  const named = `http://${headers.host ?? ""}`
  const name = URL.canParse(named) ? new URL(named).hostname : ""
  if (isLoopback(name) || name === new URL(publicUrl).hostname) return
  throw forbidden(
    `A desk is set up at ${publicUrl} or on its own machine. To do it under another name, start it with PUBLIC_URL.`,
  )
}

function isLoopback(name: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(name)
}
