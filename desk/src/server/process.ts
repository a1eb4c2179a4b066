import type { FastifyInstance } from "fastify"
import { ConfigError } from "./config.ts"

const CLOSE_MS_MAX = 10_000 // a service manager usually kills after 10 to 90 s

/** What must be closed before the process ends. */
export type Closing = { add(close: () => Promise<void> | void): void }

/** Closes, the last opened first, and ends the process at SIGTERM, SIGINT or SIGHUP; at a second signal it ends at once. */
export function closeOnSignals(): Closing {
  const closes: (() => Promise<void> | void)[] = []
  let isClosing = false
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (isClosing) process.exit(1)
      isClosing = true
      setTimeout(() => process.exit(1), CLOSE_MS_MAX).unref()
      void closeAll(closes.reverse()).then((ok) => process.exit(ok ? 0 : 1))
    })
  }
  return { add: (close) => void closes.push(close) }
}

async function closeAll(closes: readonly (() => Promise<void> | void)[]): Promise<boolean> {
  let ok = true
  for (const close of closes) {
    try {
      await close()
    } catch (error) {
      console.error(sentenceOf(error))
      ok = false
    }
  }
  return ok
}

/** Listens, or fails with a sentence that says what to do when the port is not to be had. */
export async function listenOn(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined
    if (code === "EADDRINUSE") throw portTaken(port, host, error)
    if (code === "EACCES") throw new Error(`This user may not listen on port ${port}. Choose one above 1023 with PORT.`)
    if (code === "EADDRNOTAVAIL") throw new Error(`This machine has no address ${host}. Set HOST to one that it has.`)
    throw error
  }
}

function portTaken(port: number, host: string, cause: unknown): Error {
  return new Error(`Port ${port} on ${host} is taken, perhaps by another desk. Stop it, or choose another with PORT.`, {
    cause,
  })
}

/** For a process that could not start or do what it was told. */
export function sayAndExit(error: unknown): never {
  console.error(error instanceof ConfigError ? error.problems.join("\n") : sentenceOf(error))
  process.exit(1)
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
