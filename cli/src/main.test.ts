import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, expect, test } from "vitest"

const BIN = fileURLToPath(new URL("../bin/aboveboard.mjs", import.meta.url))
const folder = mkdtempSync(join(tmpdir(), "aboveboard-cli-"))
afterAll(() => rmSync(folder, { recursive: true }))

test("reviews line by line, in order, with the ids of the input", () => {
  const { stdout, status } = run(
    ["review"],
    '{"id":"a","text":"Someone will call you right back."}\n\n{"id":2,"text":"Thank you for the photos."}\n',
  )
  const [first, second] = stdout
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line))
  expect(first).toMatchObject({
    id: "a",
    language: "en",
    verdict: "confirm",
    promises: [{ actor: { kind: "someone" }, due: { kind: "vague" } }],
  })
  expect(second).toMatchObject({ id: 2, verdict: "clear", promises: [], findings: [] })
  expect(status).toBe(0)
})

test("names the line that it cannot read, and goes on with the rest", () => {
  const { stdout, stderr, status } = run(
    ["review", "-"],
    'oops\n{"id":2,"text":"Hello."}\n{"id":3}\n{"text":"x","now":"noon"}\n',
  )
  expect(stdout.trim().split("\n")).toHaveLength(1)
  expect(stderr).toContain("line 1: not JSON")
  expect(stderr).toContain('line 3: "text" is missing')
  expect(stderr).toContain('line 4: "now" is not an RFC 3339 instant')
  expect(status).toBe(1)
})

test("reads a file, and hours and meanings from a calendar file", () => {
  const calendar = fileWith(
    "calendar.json",
    JSON.stringify({ hours: { 3: [{ from: "08:00", until: "12:00" }] }, meanings: { "right back": 30 } }),
  )
  const messages = fileWith(
    "messages.jsonl",
    '{"id":1,"text":"I will call you right back.","now":"2026-03-04T10:00:00Z","zone":"Europe/London"}\n',
  )
  const { stdout, status } = run(["review", "--calendar", calendar, messages], "")
  expect(JSON.parse(stdout)).toMatchObject({
    promises: [{ due: { kind: "vague", until: "2026-03-04T10:30:00+00:00" } }],
  })
  expect(status).toBe(0)
})

test("says why it could not run", () => {
  expect(run(["review", join(folder, "nowhere.jsonl")], "")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("nowhere.jsonl"),
  })
  expect(run(["review", "--calendar", fileWith("broken.json", "{"), "-"], "")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("not JSON"),
  })
  expect(run(["review", "--format", "xml"], "")).toMatchObject({ status: 2 })
  expect(run(["dance"], "")).toMatchObject({ status: 2, stderr: expect.stringContaining('Unknown command "dance"') })
})

test("shows a person what was found", () => {
  const { stdout } = run(["review", "--format", "pretty"], '{"id":7,"text":"Someone will call you right back."}\n')
  expect(stdout).toContain("7: confirm")
  expect(stdout).toContain('"Someone"  promise/no-owner')
})

function run(
  args: readonly string[],
  input: string,
): { readonly stdout: string; readonly stderr: string; readonly status: number | null } {
  return spawnSync(process.execPath, [BIN, ...args], { input, encoding: "utf8" })
}

function fileWith(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
