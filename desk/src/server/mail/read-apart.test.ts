import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { readApart } from "./read-apart.ts"

const MAIL = "From: ines@harbour.example\r\nSubject: The lease\r\n\r\nIt is here.\r\n"
const DIGEST = "0".repeat(64)

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aboveboard-apart-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

test("A mail that the disk does not give fails, as it can be read later, and holds up none behind it", async () => {
  const path = join(folder, "raw")
  const gone = readApart({ path, digest: DIGEST, size: MAIL.length })
  const other = readApart(Buffer.from(MAIL))
  await expect(gone).rejects.toThrow("ENOENT")
  expect(await other).toMatchObject({ subject: "The lease" })
  writeFileSync(path, MAIL)
  expect(await readApart({ path, digest: DIGEST, size: MAIL.length })).toMatchObject({ subject: "The lease" })
})
