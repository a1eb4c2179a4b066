import { execFile, execFileSync } from "node:child_process"
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"

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

/** Makes and starts a server. Fails with a sentence when PostgreSQL is not installed. Needs about 2 s. */
export async function startPostgresServer(): Promise<PostgresServer> {
  const programs = findPostgres()
  if (programs === undefined) throw new Error("PostgreSQL is not installed (Debian: apt-get install postgresql).")
  const folder = mkdtempSync(join(tmpdir(), "aboveboard-postgres-"))
  const asUser = ordinaryUser(folder)
  const data = join(folder, "data")
  const port = await freePort()
  const call = (program: string, ...parameters: string[]) => {
    const [command = "", ...rest] = [...asUser, join(programs, program), ...parameters]
    return run(command, rest, { cwd: folder })
  }
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200`
  const start = async () => {
    await call("pg_ctl", "-D", data, "-w", "-o", settings, "-l", join(folder, "log"), "start")
  }
  const pgCtlStop = async (mode: string) => {
    await call("pg_ctl", "-D", data, "-m", mode, "-w", "stop")
  }
  await call("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
  await start()
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stopImmediately: () => pgCtlStop("immediate"),
    start,
    async stop() {
      await pgCtlStop("immediate").catch(() => {}) // it may be stopped already
      rmSync(folder, { recursive: true, force: true })
    },
  }
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

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once("error", failed)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => {
        if (address === null || typeof address === "string") failed(new Error("No port of 127.0.0.1 is free."))
        else found(address.port)
      })
    })
  })
}
