import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { routes } from "../../contract/routes.ts"
import { apiMarkdown } from "./api-markdown.ts"
import { apiPage } from "./api-page.ts"
import { openApiDocument } from "./openapi.ts"

const API_MD = join(import.meta.dirname, "../../../../docs/api.md")

describe("The documentation of the API", () => {
  it("is what the routes say; otherwise run: node desk/src/server/http/write-api-docs.ts", () => {
    expect(readFileSync(API_MD, "utf8")).toBe(apiMarkdown())
  })

  it("lists every route, for people and for programs", () => {
    const document = JSON.stringify(openApiDocument())
    const page = apiPage()
    for (const { path } of routes) {
      expect(page).toContain(path)
      expect(document).toContain(`"/api/v1${path.replaceAll(/:(\w+)/g, "{$1}")}"`)
    }
  })

  it("names each operation once", () => {
    const ids = [...JSON.stringify(openApiDocument()).matchAll(/"operationId":"([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it("runs no scripts and loads nothing from elsewhere", () => {
    expect(apiPage()).not.toMatch(/<script|https?:\/\//)
  })
})
