import { beforeAll, describe, expect, it } from "vitest"
import { oneStore } from "../../../test/database.ts"
import { join } from "../../../test/join.ts"
import { type Caller, type Shop, type TestApp, cookiesOf, openTestApp, signIn } from "../../../test/http.ts"
import { sampleValue } from "../../../test/sample-value.ts"
import { documentPaths } from "../../contract/messages.ts"
import type { Route } from "../../contract/route.ts"
import { routes } from "../../contract/routes.ts"
import { jsonSchemaOf } from "./api-schema.ts"
import { type FurnishedShop, type Ids, furnishedShop } from "../../../test/furnished-shop.ts"

const TABLES = ["members", "invitations", "api_keys", "customers", "addresses", "conversations", "messages"]
const MORE_TABLES = [
  "imports",
  "customer_links",
  "message_texts",
  "promises",
  "promise_rows",
  "entries",
  "entry_texts",
  "tasks",
  "outbox",
  "notices",
  "away_times",
  "facts",
  "fact_versions",
  "claim_dismissals",
  "saved_replies",
  "held_messages",
  "correction_runs",
  "mailboxes",
  "webhooks",
  "audit_documents",
  "audit_versions",
  "audit_acceptances",
  "audit_runs",
  "standing_promises",
  "standing_versions",
  "own_rules",
  "own_rule_versions",
  "needs",
  "recommendations",
  "declines",
  "orders",
  "sale_requests",
  "practice_cases",
  "outcome_checks",
  "answer_checks",
  "attachments",
  "legal_holds",
  "retention_rules",
  "restricted_mailboxes",
  "mailbox_access",
  "drafts",
  "replying",
  "mentions",
  "conversation_tags",
  "saved_views",
  "conversation_moves",
  "moved_rows",
  "customer_merges",
  "told_apart",
  "companies",
  "company_domains",
]

const EVERYTHING = [...TABLES, ...MORE_TABLES]
  .map((table) => {
    const rows = `string_agg(t::text, chr(10) order by t::text)`
    return `select '${table}' as "table", count(*) as "rows", md5(${rows}) as digest from ${table} t where workspace_id = $1`
  })
  .join(" union all ")

/** Names of properties that hold an id, and which of a shop's ids they take. */
const ID_OF: Readonly<Record<string, string>> = {
  ownerId: "memberId",
  standInId: "memberId",
  assigneeId: "memberId",
  lastSeenMessageId: "messageId",
}

describe("Ids of another workspace", () => {
  oneStore((store) => {
    let test: TestApp
    let own: FurnishedShop
    let other: FurnishedShop
    beforeAll(async () => {
      test = await openTestApp(store.database())
      own = await furnishedShop(test, "old-mill")
      other = await furnishedShop(test, "harbour")
    })

    it.each(routes.filter(({ path }) => path.includes(":")).map((route) => [nameOf(route), route] as const))(
      "are not found in the address of %s",
      async (_name, route) => {
        const body = bodyWith(own.ids, route)
        const before = await everythingOf(test, other)
        const refused = await test.refused(route, { params: other.ids, body, as: own.as })
        expect(refused).toMatchObject({ status: 404, code: "not_found" })
        expect(await everythingOf(test, other)).toEqual(before)
      },
    )

    it.each(routesWithIdsInBody().map((route) => [nameOf(route), route] as const))(
      "are refused in the body of %s",
      async (_name, route) => {
        const before = await everythingOf(test, other)
        const body = bodyWith(other.ids, route)
        const refused = await test.refused(route, { params: own.ids, body, as: own.as })
        expect([404, 409, 422]).toContain(refused.status)
        expect(await everythingOf(test, other)).toEqual(before)
      },
    )

    it.each(
      routes
        .filter(({ method, caller }) => method === "GET" && caller !== "anyone")
        .map((route) => [nameOf(route), route] as const),
    )("and what they name do not show in %s", async (_name, route) => {
      const query = route.path === "/search" ? { q: "harbour" } : {}
      const response = await test.send(route, { params: own.ids, query, as: own.as })
      const { version: _number, ...ids } = other.ids
      for (const id of Object.values(ids)) expect(response.body).not.toContain(id)
      expect(response.body).not.toContain("harbour")
    })

    describe("of what is in a mailbox that a member may not see", () => {
      let lead: Caller
      beforeAll(async () => {
        const { workspaceId } = other
        lead = await join(test, { workspaceId, slug: "harbour", name: "Lea", role: "lead" })
        await test.desk.database.query("update conversations set came_by = 'x@y.example' where workspace_id = $1", [
          workspaceId,
        ])
        await test.desk.database.query("insert into restricted_mailboxes values ($1, 'x@y.example', null, now())", [
          workspaceId,
        ])
      })

      it.each(routes.filter(isOfConversation).map((route) => [nameOf(route), route] as const))(
        "are not found in %s",
        async (_name, route) => {
          const before = await everythingOf(test, other)
          const body = bodyWith(other.ids, route)
          const answer = await test.send(route, { params: other.ids, body, as: lead })
          expect(answer.statusCode).toBe(404)
          expect(await everythingOf(test, other)).toEqual(before)
        },
      )
    })

    it.each(documentPaths.map((path) => [path]))("are not found in the document %s", async (path) => {
      const url = `/api/v1${path.replaceAll(/:(\w+)/g, (_whole, name: string) => other.ids[name] ?? "0")}`
      const query = path === "/changes" ? { workspace: "harbour" } : { workspace: "old-mill" }
      const answer = await test.app.inject({ url, query, headers: { cookie: own.as.cookie ?? "" } })
      expect(answer.statusCode).toBe(404)
    })

    it("would be found with the ids of the own workspace, so that the tests above say something", async () => {
      for (const route of destroyingLast(routes.filter(({ path }) => path.includes(":")))) {
        if (HAS_NONE.includes(nameOf(route))) continue
        const response = await test.send(route, { params: own.ids, body: bodyWith(own.ids, route), as: own.as })
        expect([nameOf(route), response.statusCode]).not.toEqual([nameOf(route), 404])
      }
    })

    it("do not open the workspace itself", async () => {
      const cookie = cookiesOf(await signIn(test, "admin@old-mill.example")) // the last test ended all sessions
      for (const route of routes.filter(({ path, caller }) => caller === "member" && !path.includes(":"))) {
        const body = bodyWith(own.ids, route)
        const query = route.path === "/search" ? { q: "harbour" } : {}
        const refused = await test.refused(route, { body, query, as: { cookie, slug: "harbour" } })
        expect(refused).toMatchObject({ status: 404 })
      }
    })
  })
})

function isOfConversation({ path, caller, method }: Route): boolean {
  const isTheirs = /:(conversation|message|promise|customer|task|attachment|held|need|order|request|link)Id/.test(path)
  return isTheirs && method !== "GET" && (caller === "member" || caller === "lead")
}

/** A logged call has no review, this is no sample shop, and a finding is named by its words. */
const HAS_NONE = [
  "POST /audit-documents/:documentId/acceptances",
  "PUT /corrections/:runId/customers/:customerId",
  "GET /messages/:messageId/review",
  "DELETE /sample-workspaces/:workspaceId",
]

function destroyingLast(all: readonly Route[]): readonly Route[] {
  const rank = ({ method, path }: Route) =>
    path.endsWith("/sessions") ? 3 : path.endsWith("/erasure") ? 2 : method === "DELETE" ? 1 : 0
  return all.toSorted((one, other) => rank(one) - rank(other))
}

function nameOf({ method, path }: Route): string {
  return `${method} ${path}`
}

/** What a generated value would get wrong. */
function fixed(property: string): unknown {
  if (property === "zone") return "Europe/London"
  if (property === "hours" || property === "settings") return {}
  return undefined
}

/** A body that the route takes, with these ids in it. */
function bodyWith(ids: Ids, route: Route): unknown {
  return sampleValue(jsonSchemaOf(route.body, "input"), (property) => idIn(ids, property) ?? fixed(property))
}

function idIn(ids: Ids, property: string): string | undefined {
  return ids[ID_OF[property] ?? property]
}

function routesWithIdsInBody(): readonly Route[] {
  return routes.filter(({ body, caller }) => {
    const { properties = {} } = jsonSchemaOf(body, "input")
    return caller !== "anyone" && Object.keys(properties).some((name) => name.endsWith("Id"))
  })
}

/** A digest of all rows of each table. */
async function everythingOf({ desk }: TestApp, { workspaceId }: Shop): Promise<unknown> {
  return desk.database.query(EVERYTHING, [workspaceId])
}
