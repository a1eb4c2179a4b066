import { betterAuth } from "better-auth"
import { CompiledQuery } from "kysely"
import { describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import type { Database } from "./database.ts"
import { identityDatabase } from "./identity-dialect.ts"
import { identityTables } from "./identity-tables.ts"

const ORIGIN = "http://127.0.0.1:8377"

describe("The sign-in library", () => {
  eachStore((store) => {
    it("signs a person up and in, and lists their sessions", async () => {
      const auth = signInOver(store.database())
      await auth.api.signUpEmail({ body: { name: "Ines", email: "Ines@example.org", password: "a long passphrase" } })
      const signedIn = await signIn(auth, "a long passphrase")
      const sessions = await auth.api.listSessions({ headers: cookiesOf(signedIn.headers) })
      expect(signedIn.response.user).toMatchObject({ name: "Ines", email: "ines@example.org" })
      expect(sessions.length).toBeGreaterThanOrEqual(1)
      expect(sessions[0]?.expiresAt).toBeInstanceOf(Date)
      const [row] = await store.database().query<{ count: number }>("select count(*) from identity_accounts")
      expect(row?.count).toBe(1)
    })

    it("refuses a wrong password", async () => {
      await expect(signIn(signInOver(store.database()), "a wrong passphrase")).rejects.toThrow(
        "Invalid email or password",
      )
    })

    it("ends the other sessions of a person who changes the password", async () => {
      const auth = signInOver(store.database())
      const signedIn = await signIn(auth, "a long passphrase")
      await auth.api.changePassword({
        headers: cookiesOf(signedIn.headers),
        body: { currentPassword: "a long passphrase", newPassword: "a longer passphrase", revokeOtherSessions: true },
      })
      const sessions = await store.database().query("select 1 from identity_sessions")
      expect(sessions).toHaveLength(1)
    })

    it("keeps nothing of a transaction that fails", async () => {
      const { db } = identityDatabase(store.database())
      const failing = db.transaction().execute(async (transaction) => {
        await transaction.executeQuery(ADD_VERIFICATION)
        throw new Error("no")
      })
      await expect(failing).rejects.toThrow("no")
      expect(await store.database().query("select 1 from identity_verifications")).toHaveLength(0)
      await db.transaction().execute((transaction) => transaction.executeQuery(ADD_VERIFICATION))
      expect(await store.database().query("select 1 from identity_verifications")).toHaveLength(1)
    })

    it("counts the rows that a statement changed", async () => {
      const { db } = identityDatabase(store.database())
      const result = await db.executeQuery(DELETE_VERIFICATIONS)
      expect(result.numAffectedRows).toBe(1n)
    })
  })
})

const ADD_VERIFICATION = CompiledQuery.raw(
  "insert into identity_verifications values ('v', 'i', 'x', now(), now(), now())",
)
const DELETE_VERIFICATIONS = CompiledQuery.raw("delete from identity_verifications")

function signInOver(database: Database) {
  return betterAuth({
    ...identityTables,
    database: identityDatabase(database),
    baseURL: ORIGIN,
    secret: "only-for-tests-only-for-tests-only-for-tests",
    emailAndPassword: { enabled: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

function signIn(auth: ReturnType<typeof signInOver>, password: string) {
  return auth.api.signInEmail({ body: { email: "ines@example.org", password }, returnHeaders: true })
}

function cookiesOf(headers: Headers): Headers {
  const cookies = headers.getSetCookie().map((cookie) => cookie.slice(0, cookie.indexOf(";")))
  return new Headers({ cookie: cookies.join("; "), origin: ORIGIN })
}
