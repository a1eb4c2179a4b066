import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import type { Spooled } from "../verbs/file-store.ts"
import { openFileStore } from "./open-file-store.ts"

const GREETING_DIGEST = "185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969" // of "Hello"

const LATER = Temporal.Instant.from("2100-01-01T00:00:00Z")

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aboveboard-files-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

const bytes = (text: string) => new TextEncoder().encode(text)

test("What was put is read back by its digest", async () => {
  const files = await openFileStore(folder)
  expect(await files.put(bytes("Hello"))).toBe(GREETING_DIGEST)
  expect(await files.read(GREETING_DIGEST)).toEqual(Buffer.from("Hello"))
})

test("The same content put twice, also at the same time, is one file", async () => {
  const files = await openFileStore(folder)
  await Promise.all(Array.from({ length: 8 }, () => files.put(bytes("Hello"))))
  expect(readdirSync(join(folder, GREETING_DIGEST.slice(0, 2)))).toEqual([GREETING_DIGEST.slice(2)])
})

test("Many put at once are each read back, those that were there too, and nothing half written stays", async () => {
  const files = await openFileStore(folder)
  await files.put(bytes("Hello"))
  const contents = ["Hello", "one", "two", "one"].map(bytes)
  await files.putAll(contents)
  for (const content of contents) expect(await files.read(files.digestOf(content))).toEqual(Buffer.from(content))
  expect(files.digestOf(bytes("Hello"))).toBe(GREETING_DIGEST)
  expect(readdirSync(join(folder, "unfinished"))).toEqual([])
})

test("What is removed is gone, and removing it again is no error", async () => {
  const files = await openFileStore(folder)
  await files.put(bytes("Hello"))
  await files.remove(GREETING_DIGEST)
  await files.remove(GREETING_DIGEST)
  expect(await files.read(GREETING_DIGEST)).toBeNull()
})

test("A file that a crash left half written is removed, and files survive being opened again", async () => {
  await (await openFileStore(folder)).put(bytes("Hello"))
  writeFileSync(join(folder, "unfinished", "half"), "He")
  const files = await openFileStore(folder, LATER)
  expect(readdirSync(join(folder, "unfinished"))).toEqual([])
  expect(await files.read(GREETING_DIGEST)).toEqual(Buffer.from("Hello"))
})

test("What lies in a spool is kept, and again when it was removed meanwhile; the spool leaves nothing behind", async () => {
  const files = await openFileStore(folder)
  const spool = await files.openSpool()
  const path = join(spool.folder, "raw")
  writeFileSync(path, "Hello")
  const spooled = { path, digest: GREETING_DIGEST, size: 5 }
  for (const put of [
    async (content: Spooled) => files.put(content),
    async (content: Spooled) => (await files.putAll([content]))[0],
  ]) {
    expect(await put(spooled)).toBe(GREETING_DIGEST)
    expect(await files.read(GREETING_DIGEST)).toEqual(Buffer.from("Hello"))
    await files.remove(GREETING_DIGEST)
  }
  await files.put(spooled)
  await spool.remove()
  expect(await files.read(GREETING_DIGEST)).toEqual(Buffer.from("Hello"))
  expect(readdirSync(join(folder, "unfinished"))).toEqual([])
})

test("A spool that a crash left is removed", async () => {
  const spool = await (await openFileStore(folder)).openSpool()
  writeFileSync(join(spool.folder, "raw"), "He")
  await openFileStore(folder, LATER)
  expect(readdirSync(join(folder, "unfinished"))).toEqual([])
})

test("A spool that another process is still writing stays when a command or a second server opens the files", async () => {
  const spool = await (await openFileStore(folder)).openSpool()
  writeFileSync(join(spool.folder, "raw"), "He")
  await openFileStore(folder)
  await openFileStore(folder, Temporal.Instant.fromEpochMilliseconds(Math.round(statSync(spool.folder).mtimeMs)))
  expect(readdirSync(spool.folder)).toEqual(["raw"])
})

test("A file that cannot be written leaves nothing behind", async () => {
  const files = await openFileStore(folder)
  await expect(files.put({ path: join(folder, "gone"), digest: GREETING_DIGEST, size: 5 })).rejects.toThrow("ENOENT")
  expect(readdirSync(join(folder, "unfinished"))).toEqual([])
})

test("A name that is no digest is never used as a path", async () => {
  const files = await openFileStore(folder)
  await expect(async () => files.read("../../etc/passwd")).rejects.toThrow("not the digest")
})
