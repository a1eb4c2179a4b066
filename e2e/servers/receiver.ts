import { createHmac } from "node:crypto"
import { type IncomingHttpHeaders, createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { eventually } from "./eventually.ts"

export type Heard = { readonly headers: IncomingHttpHeaders; readonly body: string }

/** A program that webhooks tell of things. */
export type Receiver = {
  readonly url: string
  /** The last of so many, once it has come. */
  readonly heard: (count: number) => Promise<Heard>
  readonly stop: () => Promise<void>
}

export async function startReceiver(): Promise<Receiver> {
  const all: Heard[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on("data", (part: Buffer) => parts.push(part))
    request.on("end", () => {
      all.push({ headers: request.headers, body: Buffer.concat(parts).toString("utf8") })
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/aboveboard`,
    heard: (count) =>
      eventually(async () => (all.length >= count ? all[count - 1] : undefined), {
        what: () => `${count} things heard; there were ${all.length}`,
      }),
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}

/** How many of its signatures this secret made, as docs/webhooks.md checks them. */
export function signedWith(secret: string, { headers, body }: Heard): number {
  const [, second = "", signatures = ""] = /^t=(\d+),(.*)$/.exec(String(headers["aboveboard-signature"])) ?? []
  const mac = createHmac("sha256", secret).update(`${second}.${body}`).digest("hex")
  return signatures.split(",").filter((each) => each === `v1=${mac}`).length
}
