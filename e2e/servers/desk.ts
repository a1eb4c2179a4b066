import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { copySeed } from "../../desk/test/seeds.ts"
import { eventually } from "./eventually.ts"
import { temporaryFolder } from "./folder.ts"
import { freePort } from "./ports.ts"
import { type Program, startProgram } from "./program.ts"

const ROOT = fileURLToPath(new URL("../..", import.meta.url))
const NODE = fileURLToPath(new URL("../../node_modules/node/bin/node", import.meta.url))
const START_LIMIT_MS = 400_000 // the first start of an embedded database takes 6 s on a calm machine, thirty times that on a very crowded one

/** A desk of its own, run as `npm start` runs it. */
export type Desk = {
  readonly url: string
  readonly port: number
  readonly smtpPort: number
  readonly folder: string
  readonly pid: number
  readonly output: () => string
  /** Ends it as a power cut would; the data folder stays. */
  readonly kill9: () => Promise<void>
  /** Shuts it down properly. A folder that was made for it is removed. */
  readonly stop: () => Promise<void>
}

export type DeskOptions = {
  /** The data folder; where it is left out a new one, with the empty tables that a first start makes. */
  readonly folder?: string
  readonly port?: number
  readonly smtpPort?: number
  readonly env?: Readonly<Record<string, string>>
}

/** Starts a desk and waits until it serves. */
export async function startDesk(options: DeskOptions = {}): Promise<Desk> {
  const own = options.folder === undefined ? await temporaryFolder() : undefined
  if (own !== undefined) await copySeed(join(own.path, "database"), "migrated") // a first start takes 4 s of a core
  const folder = options.folder ?? own?.path ?? ""
  const port = options.port ?? (await freePort())
  const smtpPort = options.smtpPort ?? (await freePort())
  const env = {
    ...withoutSettings(process.env),
    PORT: String(port),
    SMTP_PORT: String(smtpPort),
    DATA_FOLDER: folder,
    LOG_LEVEL: "warn",
    ...options.env,
  }
  const program = startProgram(NODE, ["desk/src/server/main.ts"], { cwd: ROOT, env })
  const url = `http://127.0.0.1:${port}`
  await untilServing(url, program)
  return {
    url,
    port,
    smtpPort,
    folder,
    pid: program.pid,
    output: program.output,
    kill9: program.kill9,
    stop: async () => {
      await program.stop()
      await own?.remove()
    },
  }
}

/** What somebody set for a desk of their own, such as its database, is not for this one. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { HOST: _h, PUBLIC_URL: _p, DATABASE_URL: _d, SMTP_HOST: _s, ABOVEBOARD_KEY: _k, ...rest } = environment
  return rest
}

async function untilServing(url: string, program: Program): Promise<void> {
  const what = () => `the desk serves. It says:\n${program.output()}`
  try {
    await eventually(() => isServing(url, program.hasEnded), { what, withinMs: START_LIMIT_MS })
  } catch (error) {
    await program.kill9()
    throw error
  }
  if (program.hasEnded()) throw new Error(`The desk ended at once. It says:\n${program.output()}`)
}

async function isServing(url: string, hasEnded: () => boolean): Promise<true | undefined> {
  if (hasEnded()) return true // waiting longer would not help; the caller looks
  const answer = await fetch(`${url}/healthz`)
  await answer.body?.cancel()
  return answer.status < 500 ? true : undefined
}
