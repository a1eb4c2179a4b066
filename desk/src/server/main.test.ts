import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import type { AddressInfo, Server } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { setUpDesk } from "../../../e2e/servers/member.ts"
import { freePort } from "../../../e2e/servers/ports.ts"
import { mboxOf } from "../../test/mbox.ts"
import { copySeed, makeSmall } from "../../test/seeds.ts"

const BIN = join(import.meta.dirname, "../../bin/aboveboard-desk.mjs")
const START_MS_MAX = 600_000 // a first start takes 6 s of a core; a crowded machine gives a twentieth of one

/** Nothing of our own environment but where programs are, and what Node has compiled of them. */
type Environment = Record<string, string>

describe("The desk as a process", () => {
  let folder: string
  let environment: Environment
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "aboveboard-main-"))
    const [port, smtpPort] = [await freePort(), await freePort()]
    environment = { DATA_FOLDER: join(folder, "data"), PORT: String(port), SMTP_PORT: String(smtpPort) }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it("says where it is, answers, and ends well when it is told to", { timeout: START_MS_MAX }, async () => {
    const desk = run(["start"], environment)
    await desk.says("Aboveboard is at")
    expect(desk.output()).toContain(`http://localhost:${environment["PORT"]}`)
    const answer = await fetch(`http://127.0.0.1:${environment["PORT"]}/healthz`)
    expect(await answer.json()).toEqual({ ok: true })
    await setUpDesk(`http://127.0.0.1:${environment["PORT"]}`)
    desk.process.kill("SIGTERM")
    expect(await desk.ended).toBe(0)
    makeSmall(join(folder, "data", "database"))
  })

  it("lets nobody else have its data meanwhile, and says so", { timeout: START_MS_MAX }, async () => {
    const desk = run(["start"], environment)
    await desk.says("Aboveboard is at")
    const second = run(["verify"], environment)
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain("is open in another process")
    desk.process.kill("SIGINT")
    expect(await desk.ended).toBe(0)
  })

  it("says which port is taken and what to change", { timeout: START_MS_MAX }, async () => {
    const taken = await listen()
    const { port } = taken.address() as AddressInfo
    const desk = run(["start"], { ...environment, PORT: String(port) })
    expect(await desk.ended).toBe(1)
    expect(desk.output()).toContain(`Port ${port} on 127.0.0.1 is taken`)
    taken.close()
  })

  it("names everything that is wrong in its environment", async () => {
    const desk = run(["start"], { PORT: "x", LOG_LEVEL: "loud" })
    expect(await desk.ended).toBe(1)
    expect(desk.output().trim().split("\n")).toHaveLength(2)
  })

  it(
    "takes in a file of old mail, backs it up, and restores it into an empty desk",
    { timeout: START_MS_MAX },
    async () => {
      const old = join(folder, "old.mbox")
      writeFileSync(old, mboxOf({ mails: 4, shop: "help@harbour.example", until: Temporal.Now.instant() }))
      const take = run(["import", old], environment)
      expect([await take.ended, take.output()]).toEqual([0, expect.stringContaining("4 mails taken in, 0 were there")])
      const archive = join(folder, "desk.tar")
      const backup = run(["backup", archive], environment)
      expect([await backup.ended, backup.output()]).toEqual([0, expect.stringContaining("with 4 files")])
      await copySeed(join(folder, "other", "database"), "empty")
      const restore = run(["restore", archive], { DATA_FOLDER: join(folder, "other") })
      expect([await restore.ended, restore.output()]).toEqual([0, expect.stringContaining("Restored the backup")])
      const verify = run(["verify"], { DATA_FOLDER: join(folder, "other") })
      expect([await verify.ended, verify.output()]).toEqual([0, expect.stringContaining("0 promises")])
    },
  )

  it(
    "says that nobody signs in with an unknown address and that a file is not there, and lists its commands",
    { timeout: START_MS_MAX },
    async () => {
      const reset = run(["reset-password", "nobody@example.org"], environment)
      expect([await reset.ended, reset.output()]).toEqual([1, expect.stringContaining("Nobody on this desk")])
      const lost = run(["import", join(folder, "lost.mbox")], environment)
      expect([await lost.ended, lost.output()]).toEqual([1, expect.stringContaining("There is no file")])
      const help = run(["frobnicate"], environment)
      expect([await help.ended, help.output()]).toEqual([2, expect.stringContaining("reset-password EMAIL")])
    },
  )
})

type Running = {
  readonly process: ChildProcess
  readonly ended: Promise<number | null>
  readonly output: () => string
  says(text: string): Promise<void>
}

function run(parameters: readonly string[], environment: Environment): Running {
  const { PATH = "", NODE_COMPILE_CACHE = "" } = globalThis.process.env
  const env = { PATH, NODE_COMPILE_CACHE, ...environment }
  const child = spawn(globalThis.process.execPath, [BIN, ...parameters], { env })
  let output = ""
  const heard: (() => void)[] = []
  const hear = (part: unknown) => {
    output += String(part)
    for (const wake of heard.splice(0)) wake()
  }
  child.stdout.on("data", hear)
  child.stderr.on("data", hear)
  const ended = new Promise<number | null>((done) => child.on("close", (code) => done(code)))
  return {
    process: child,
    ended,
    output: () => output,
    async says(text) {
      while (!output.includes(text)) {
        const more = new Promise<void>((next) => heard.push(next))
        if ((await Promise.race([more, ended.then(() => "ended" as const)])) === "ended") throw new Error(output)
      }
    },
  }
}

function listen(): Promise<Server> {
  return new Promise((listening) => {
    const server = createServer()
    server.listen(0, "127.0.0.1", () => listening(server))
  })
}
