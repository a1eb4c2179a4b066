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

/** Ends the process at an error that nobody caught, and reports it: Node itself would print what the error holds. */
export function endOnUncaught(report: (error: unknown) => void): void {
  process.on("uncaughtException", (error) => {
    report(error)
    process.exit(1)
  })
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

type Place = { readonly host: string; readonly port: number }

/** Listens, or fails with a sentence that says what to do when the port is not to be had. `variable` names the port. */
export async function listenOn<T>(variable: string, place: Place, listen: (place: Place) => Promise<T>): Promise<T> {
  try {
    return await listen(place)
  } catch (error) {
    const sentence = sentenceOfPort(variable, place, error)
    throw sentence === null ? error : new Error(sentence, { cause: error })
  }
}

function sentenceOfPort(variable: string, { host, port }: Place, error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? error.code : undefined
  if (code === "EADDRINUSE") {
    return `Port ${port} on ${host} is taken, perhaps by another desk. Stop that one, or choose another with ${variable}.`
  }
  if (code === "EACCES") return `This user may not listen on port ${port}. Choose one above 1023 with ${variable}.`
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return `This machine has no address ${host}. Choose one that it has with ${variable.replace("PORT", "HOST")}.`
  }
  return null
}

/** For a process that could not start or do what it was told. */
export function sayAndExit(error: unknown): never {
  console.error(error instanceof ConfigError ? error.problems.join("\n") : sentenceOf(error))
  process.exit(1)
}

function sentenceOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") return error.errors.map(sentenceOf).join("\n")
  return error instanceof Error ? error.message : String(error)
}
