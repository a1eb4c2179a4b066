import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process"

/** A program that runs until it is told to end, and what it said. */
export type Program = {
  readonly pid: number
  readonly output: () => string
  readonly hasEnded: () => boolean
  /** Asks it to end (SIGTERM), waits, and after `patienceMs` ends it. */
  readonly stop: (patienceMs?: number) => Promise<void>
  /** Ends it at once, as a power cut would. */
  readonly kill9: () => Promise<void>
}

/** Starts a program. It is stopped by its own pid only. */
export function startProgram(file: string, parameters: readonly string[], options: SpawnOptions = {}): Program {
  const child = spawn(file, parameters, { ...options, stdio: ["ignore", "pipe", "pipe"] })
  const output = gather(child)
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve())
    child.once("error", () => resolve())
  })
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined
  return {
    pid: child.pid ?? 0,
    output,
    hasEnded,
    stop: (patienceMs = 10_000) => stop(child, ended, patienceMs),
    kill9: async () => {
      child.kill("SIGKILL")
      await ended
    },
  }
}

type Ran = { readonly code: number; readonly output: string }

/** Runs a program to its end, with `input` on its standard input. */
export function runProgram(
  file: string,
  parameters: readonly string[],
  input: string | Uint8Array = "",
  options: SpawnOptions = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, parameters, { ...options, stdio: ["pipe", "pipe", "pipe"] })
    const output = gather(child)
    child.once("error", reject)
    child.once("close", (code) => resolve({ code: code ?? 1, output: output() }))
    child.stdin?.on("error", () => undefined) // it may end without reading all; its exit code says so
    child.stdin?.end(input)
  })
}

async function stop(child: ChildProcess, ended: Promise<void>, patienceMs: number): Promise<void> {
  child.kill("SIGTERM")
  const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs)
  await ended
  clearTimeout(timer)
}

function gather(child: ChildProcess): () => string {
  let words = ""
  child.stdout?.on("data", (data) => (words += String(data)))
  child.stderr?.on("data", (data) => (words += String(data)))
  return () => words
}
