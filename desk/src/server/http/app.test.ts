import { beforeAll, describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { type TestApp, openTestApp } from "../../../test/http.ts"
import { documentPaths } from "../../contract/messages.ts"
import { routes } from "../../contract/routes.ts"

describe("The door", () => {
  eachStore((store) => {
    let test: TestApp
    beforeAll(async () => {
      test = await openTestApp(store.database())
    })

    it("serves every route of the contract", () => {
      const served = (method: string, path: string) => test.app.hasRoute({ method, url: `/api/v1${path}` })
      const missing = routes.filter(({ method, path }) => !served(method, path)).map(({ path }) => path)
      const missingDocuments = documentPaths.filter((path) => !served("GET", path))
      expect([...missing, ...missingDocuments]).toEqual([])
    })
  })
})
