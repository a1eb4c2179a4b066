import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openTestEmbedded } from "../../../test/database.ts"
import { type TestApp, openTestApp } from "../../../test/http.ts"

const PAGE = { accept: "text/html,application/xhtml+xml" }

describe("The web app", () => {
  let built: TestApp
  let unbuilt: TestApp
  let folder: string
  let close: () => Promise<void>
  beforeAll(async () => {
    const { database, remove } = await openTestEmbedded()
    await database.query("create table changes (seq bigint)")
    close = remove
    folder = mkdtempSync(join(tmpdir(), "aboveboard-web-"))
    mkdirSync(join(folder, "web", "assets"), { recursive: true })
    writeFileSync(join(folder, "secret.txt"), "not for anybody")
    writeFileSync(join(folder, "web", "index.html"), "<title>The page</title>")
    writeFileSync(join(folder, "web", "favicon.svg"), "<svg/>")
    writeFileSync(join(folder, "web", "assets", "main-a1b2c3.js"), "run()")
    built = await openTestApp(database, { webFolder: join(folder, "web") })
    unbuilt = await openTestApp(database)
  })
  afterAll(async () => {
    await close()
    rmSync(folder, { recursive: true, force: true })
  })

  it("is one page at every address that a browser opens, asked for anew each time", async () => {
    for (const url of ["/", "/w/old-mill/today", "/w/old-mill/conversations/12?x=1"]) {
      const answer = await built.app.inject({ url, headers: PAGE })
      expect(answer.body).toContain("The page")
      expect(answer.headers).toMatchObject({ "cache-control": "no-cache" })
      expect(answer.headers["content-security-policy"]).toContain("script-src 'self'")
    }
  })

  it("keeps files for good whose names change with their content", async () => {
    const answer = await built.app.inject({ url: "/assets/main-a1b2c3.js" })
    expect(answer.body).toBe("run()")
    expect(answer.headers["cache-control"]).toContain("immutable")
    expect(answer.headers["content-type"]).toContain("javascript")
    const missing = await built.app.inject({ url: "/assets/main-old.js", headers: PAGE })
    expect(missing.statusCode).toBe(404)
    expect(missing.headers["cache-control"]).toBe("no-store")
  })

  it("has its icon beside the page, and nothing from outside its folder", async () => {
    expect((await built.app.inject({ url: "/favicon.svg" })).body).toBe("<svg/>")
    for (const url of [
      "/../secret.txt",
      "/assets/../../secret.txt",
      "/assets/..%2f..%2fsecret.txt",
      "/%2e%2e/secret.txt",
    ]) {
      expect((await built.app.inject({ url })).body).not.toContain("not for anybody")
    }
  })

  it("is at its first address for a probe that takes anything", async () => {
    for (const headers of [{ accept: "*/*" }, {}]) {
      const answer = await built.app.inject({ url: "/", headers })
      expect(answer.body).toContain("The page")
      expect(answer.headers["content-type"]).toContain("text/html")
    }
    expect((await built.app.inject({ url: "/w/old-mill/today", headers: { accept: "*/*" } })).statusCode).toBe(404)
  })

  it("is no answer to a program that asks for something else", async () => {
    const answer = await built.app.inject({ url: "/w/old-mill/today", headers: { accept: "application/json" } })
    expect(answer.statusCode).toBe(404)
    const api = await built.app.inject({ url: "/api/v1/typo", headers: PAGE })
    expect(api.json()).toMatchObject({ code: "not_found" })
  })

  it("says that it is not built", async () => {
    const answer = await unbuilt.app.inject({ url: "/", headers: PAGE })
    expect(answer.statusCode).toBe(503)
    expect(answer.body).toContain("npm start")
  })
})
