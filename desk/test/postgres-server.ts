import { execFile, execFileSync } from "node:child_process"
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { startMovingAddress } from "./moving-address.ts"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { freePort } from "../../e2e/servers/ports.ts"

const run = promisify(execFile)

/** A PostgreSQL server of its own for tests, on 127.0.0.1, in a temporary folder. */
export type PostgresServer = {
  /** Of the database `postgres`; tests make their own databases beside it. */
  readonly url: string
  /** Stops it as a power cut would: no goodbye to the clients, and recovery at the next start. */
  stopImmediately(): Promise<void>
  /** Starts it again on the same port and data. */
  start(): Promise<void>
  /** Stops it for good and removes its folder. */
  stop(): Promise<void>
}

/** Where Debian, or `pg_config`, says that PostgreSQL's programs are; undefined when it is not installed. */
export function findPostgres(): string | undefined {
  return [...debianFolders(), ...configuredFolder()].find((folder) => existsSync(join(folder, "initdb")))
}

/**
 * Makes and starts a server. Fails with a sentence when PostgreSQL is not installed. Needs about 2 s. With `keptIn`, a folder of
 * its own, `stop` leaves the data there and the next start goes on with them.
 */
export async function startPostgresServer(keptIn?: string): Promise<PostgresServer> {
  const { folder, call } = openPrograms()
  const data = await makeData(call, keptIn === undefined ? folder : keptFolder(keptIn))
  const port = await freePort()
  const start = () => startOn(call, { folder, data, port })
  await start()
  return {
    url: urlOf(port),
    stopImmediately: () => stopAtOnce(call, data),
    start,
    async stop() {
      const stopped =
        keptIn === undefined ? stopAtOnce(call, data) : call("pg_ctl", "-D", data, "-m", "fast", "-w", "stop")
      await stopped.catch(() => {}) // it may be stopped already
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Two servers: what is committed on the first is on the second before it is acknowledged (synchronous streaming
 * replication, docs/standby.md). `stopImmediately` is the end of the first, `start` has the second take over. `url` is an
 * address that moves with it, as a virtual address or a proxy does.
 */
export async function startPostgresPair(): Promise<PostgresServer> {
  const { folder, call } = openPrograms()
  const data = await makeData(call, folder)
  const standby = join(folder, "standby")
  const [port, standbyPort] = [await freePort(), await freePort()]
  await startOn(call, { folder, data, port })
  const primary = ["-h", folder, "-p", String(port), "-U", "postgres"]
  await call("pg_basebackup", ...primary, "-D", standby, "-R", "-X", "stream", "-c", "fast", "-C", "-S", "standby")
  await startOn(call, { folder, data: standby, port: standbyPort })
  await call(
    "psql",
    ...primary,
    "-c",
    "alter system set synchronous_standby_names = '*'",
    "-c",
    "select pg_reload_conf()",
  )
  const address = await startMovingAddress(port)
  return {
    url: urlOf(address.port),
    stopImmediately: () => stopAtOnce(call, data),
    async start() {
      await call("pg_ctl", "-D", standby, "-w", "promote")
      address.moveTo(standbyPort)
    },
    async stop() {
      address.stop()
      await stopAtOnce(call, data).catch(() => {})
      await stopAtOnce(call, standby).catch(() => {})
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Made for the user that PostgreSQL runs as. */
function keptFolder(folder: string): string {
  mkdirSync(folder, { recursive: true })
  ordinaryUser(folder)
  return folder
}

type Call = (program: string, ...parameters: string[]) => Promise<unknown>

function openPrograms(): { readonly folder: string; readonly call: Call } {
  const programs = findPostgres()
  if (programs === undefined) throw new Error("PostgreSQL is not installed (Debian: apt-get install postgresql).")
  const folder = mkdtempSync(join(tmpdir(), "aboveboard-postgres-"))
  const asUser = ordinaryUser(folder)
  return {
    folder,
    call(program, ...parameters) {
      const [command = "", ...rest] = [...asUser, join(programs, program), ...parameters]
      return run(command, rest, { cwd: folder })
    },
  }
}

async function makeData(call: Call, folder: string): Promise<string> {
  const data = join(folder, "data")
  if (existsSync(data)) return data
  await call("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
  return data
}

type Place = { readonly folder: string; readonly data: string; readonly port: number }

async function startOn(call: Call, { folder, data, port }: Place): Promise<void> {
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200`
  await call("pg_ctl", "-D", data, "-w", "-o", settings, "-l", `${data}.log`, "start")
}

async function stopAtOnce(call: Call, data: string): Promise<void> {
  await call("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
}

function urlOf(port: number): string {
  return `postgres://postgres@127.0.0.1:${port}/postgres`
}

function debianFolders(): string[] {
  const all = "/usr/lib/postgresql"
  if (!existsSync(all)) return []
  const versions = readdirSync(all).sort((one, other) => Number(other) - Number(one))
  return versions.map((version) => join(all, version, "bin"))
}

function configuredFolder(): string[] {
  try {
    return [execFileSync("pg_config", ["--bindir"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim()]
  } catch {
    return []
  }
}

/** PostgreSQL refuses to run as root; then it runs as the user that Debian's package makes. */
function ordinaryUser(folder: string): string[] {
  if (process.getuid?.() !== 0) return []
  const id = (kind: string) => Number(execFileSync("id", [kind, "postgres"], { encoding: "utf8" }))
  const user = id("-u")
  const group = id("-g")
  chownSync(folder, user, group)
  return ["setpriv", `--reuid=${user}`, `--regid=${group}`, "--clear-groups"]
}
