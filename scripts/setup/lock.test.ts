import { spawn } from "node:child_process"
import { appendFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest"

const LOCK = new URL("lock.mjs", import.meta.url).href

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ab-lock-"))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Worker = {
  readonly pid: number
  /** It found the lock held, and waits for its turn. */
  readonly waits: Promise<void>
  readonly ended: Promise<void>
}

/** A process of its own that writes down when it begins and ends its work under the lock. */
function worker(work: string): Worker {
  const script = `
    import { appendFileSync } from "node:fs"
    import { setTimeout as wait } from "node:timers/promises"
    import { withLock } from ${JSON.stringify(LOCK)}
    const say = (word) => appendFileSync("log", word + " " + process.pid + "\\n")
    const work = async (hold) => { say("begin"); ${work}; say("end") }
    await withLock("lock", work, () => process.send("waits"))`
  const parameters = ["--input-type=module", "-e", script]
  const child = spawn(process.execPath, parameters, { cwd: folder, stdio: ["inherit", "inherit", "inherit", "ipc"] })
  return {
    pid: child.pid ?? 0,
    waits: new Promise((resolve) => child.once("message", () => resolve())),
    ended: new Promise((resolve) => child.once("exit", () => resolve())),
  }
}

function holders(): string {
  return existsSync(join(folder, "lock")) ? readFileSync(join(folder, "lock"), "utf8") : ""
}

function log(): readonly string[] {
  return existsSync(join(folder, "log")) ? readFileSync(join(folder, "log"), "utf8").trim().split("\n") : []
}

test("six processes that want the same lock work one after the other", async () => {
  await Promise.all(Array.from({ length: 6 }, () => worker("await wait(20)").ended))
  expect(log()).toHaveLength(12)
  for (let line = 0; line < 12; line += 2) expect(log()[line + 1]).toBe(log()[line]?.replace("begin", "end"))
  expect(readdirSync(folder)).toEqual(["log"])
})

test("the lock of a process that was killed is taken over by exactly one at a time", async () => {
  const killed = worker("await wait(3_600_000)")
  await expect.poll(log).toHaveLength(1)
  process.kill(killed.pid, "SIGKILL")
  await killed.ended
  await Promise.all(Array.from({ length: 4 }, () => worker("await wait(20)").ended))
  const rest = log().slice(1)
  expect(rest).toHaveLength(8)
  for (let line = 0; line < 8; line += 2) expect(rest[line + 1]).toBe(rest[line]?.replace("begin", "end"))
})

test("a child that goes on after its parent was killed still holds the lock", async () => {
  const child = spawn("sleep", ["3600"]) // longer than a crowded machine needs to get to its end below
  onTestFinished(() => void child.kill("SIGKILL"))
  const parent = worker(`hold(${child.pid}); await wait(3_600_000)`)
  await expect.poll(() => holders()).toContain(`${child.pid} `) // it is named a moment after the work began
  process.kill(parent.pid, "SIGKILL")
  await parent.ended
  const next = worker("")
  await next.waits
  expect(holders()).toContain(`${child.pid} `)
  appendFileSync(join(folder, "log"), "child ends\n")
  child.kill("SIGKILL")
  await next.ended
  expect(
    log()
      .slice(1)
      .map((line) => line.split(" ")[0]),
  ).toEqual(["child", "begin", "end"])
})

test("what a lock of another kind of process left behind does not stop anybody", async () => {
  writeFileSync(join(folder, "lock"), "999999999 1\n")
  await worker("").ended
  expect(log()).toHaveLength(2)
})
