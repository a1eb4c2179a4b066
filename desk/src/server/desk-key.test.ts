import { randomBytes } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { deskKey, readDeskKey } from "./desk-key.ts"

describe("The desk's key", () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "aboveboard-key-"))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it("is made once, readable by its owner only", async () => {
    const data = join(folder, "data")
    const first = await readDeskKey(null, data, randomBytes)
    const again = await readDeskKey(null, data, randomBytes)
    expect(again.sign("text")).toBe(first.sign("text"))
    expect(statSync(join(data, "key")).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(data, "key"), "utf8")).toMatch(/^[0-9a-f]{64}\n$/)
  })

  it("opens what it sealed, each time sealed otherwise", () => {
    const { seal, open } = deskKey(randomBytes(32), randomBytes)
    expect(open(seal("pässword"))).toBe("pässword")
    expect(seal("pässword")).not.toEqual(seal("pässword"))
  })

  it("opens nothing that another key sealed, or that was changed", () => {
    const { seal, open } = deskKey(randomBytes(32), randomBytes)
    const sealed = seal("password")
    expect(() => deskKey(randomBytes(32), randomBytes).open(sealed)).toThrow("unable to authenticate")
    sealed[13] = (sealed[13] ?? 0) ^ 1
    expect(() => open(sealed)).toThrow("unable to authenticate")
  })

  it("signs with another key than it seals", () => {
    const one = deskKey(new Uint8Array(32), randomBytes)
    expect(one.sign("a")).toMatch(/^[0-9a-f]{64}$/)
    expect(one.cookieSecret).not.toBe(one.sign(""))
  })
})
