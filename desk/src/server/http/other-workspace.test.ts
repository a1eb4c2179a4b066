import { beforeAll, describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { type Shop, type TestApp, cookiesOf, openShop, openTestApp, signIn } from "../../../test/http.ts"
import { sampleValue } from "../../../test/sample-value.ts"
import { createCustomerLink } from "../../contract/customer-links.ts"
import { createApiKey } from "../../contract/mail-settings.ts"
import { createAuditAcceptance, createAuditDocument } from "../../contract/audit.ts"
import { createDismissal } from "../../contract/fact-book.ts"
import { writeDraft } from "../../contract/drafts.ts"
import { createFact } from "../../contract/facts.ts"
import { createMailbox } from "../../contract/mailboxes.ts"
import { createInvitation } from "../../contract/members.ts"
import { createLog, documentPaths } from "../../contract/messages.ts"
import { createNeed } from "../../contract/needs.ts"
import { createAwayTime } from "../../contract/notices.ts"
import { createReply } from "../../contract/saved-replies.ts"
import type { Route } from "../../contract/route.ts"
import { routes } from "../../contract/routes.ts"
import { writeLooks } from "../database/looks.ts"
import { writeWorkspace } from "../../contract/workspace.ts"
import { insertRun } from "../database/corrections.ts"
import { insertHeld } from "../database/held-messages.ts"
import { insertTask } from "../database/tasks.ts"
import { jsonSchemaOf } from "./api-schema.ts"

type Ids = Readonly<Record<string, string>>

const TABLES = ["members", "invitations", "api_keys", "customers", "addresses", "conversations", "messages"]
const MORE_TABLES = [
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
  "audit_documents",
  "audit_versions",
  "audit_acceptances",
  "audit_runs",
  "needs",
  "recommendations",
  "declines",
  "drafts",
  "replying",
]

/** Names of properties that hold an id, and which of a shop's ids they take. */
const ID_OF: Readonly<Record<string, string>> = {
  ownerId: "memberId",
  standInId: "memberId",
  assigneeId: "memberId",
  lastSeenMessageId: "messageId",
}

describe("Ids of another workspace", () => {
  eachStore((store) => {
    let test: TestApp
    let own: Shop & { ids: Ids }
    let other: Shop & { ids: Ids }
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

/** A shop in which there is one of everything, and the ids of it all. */
async function furnishedShop(test: TestApp, slug: string): Promise<Shop & { ids: Ids }> {
  const shop = await openShop(test, slug)
  const { as, workspaceId, memberId } = shop
  const due = { until: "2026-12-01T10:00:00Z" }
  const { message, customer } = await test.call(createLog, {
    as,
    body: {
      customer: { name: `Customer of ${slug}`, phone: workspaceId.replaceAll(/\D/g, "").slice(-9) },
      channel: "call",
      text: `I will call you back about the ${slug} bicycle.`,
      promises: [{ start: 0, end: 21, words: `Call back, ${slug}`, deed: "call-back", ownerId: memberId, due }],
    },
  })
  const taskId = test.desk.newId()
  const { conversationId } = message
  const task = { workspaceId, id: taskId, kind: "other", ownerId: memberId, conversationId, words: slug } as const
  await insertTask(test.desk.database, { ...task, at: test.desk.now().toString() })
  const [address] = await test.desk.database.query<{ id: string }>(
    `select address_id as "id" from addresses where workspace_id = $1`,
    [workspaceId],
  )
  const noticeId = test.desk.newId()
  const at = test.desk.now().toString()
  const row = { workspaceId, noticeId, promiseId: message.made[0] ?? "", step: "due", round: 0, memberId } as const
  const times = { isOwnerAgain: false, createdAt: at, showAt: null, shownAt: at, mailAt: null }
  await writeLooks(test.desk.database, { notices: [{ ...row, ...times }], looks: [] })
  const away = await test.call(createAwayTime, {
    as,
    body: { memberId, from: "2027-03-01T09:00:00Z", until: "2027-03-05T17:00:00Z" },
  })
  const customerPage = { on: true, footer: false, showOwner: "name", days: 30 } as const
  await test.call(writeWorkspace, { as, body: { settings: { customerPage } } })
  const link = await test.call(createCustomerLink, { as, params: { conversationId } })
  const fact = await test.call(createFact, {
    as,
    body: { subject: slug, attribute: "price", value: "€5", source: { kind: "person", name: slug }, propose: true },
  })
  const reply = await test.call(createReply, { as, body: { name: slug, text: `Hello from ${slug}` } })
  const heldId = test.desk.newId()
  const held = { id: heldId, conversationId, text: slug, verdict: "hold" as const, why: slug, byId: null }
  await insertHeld(test.desk.database, workspaceId, { ...held, at: test.desk.now().toString() })
  const runId = test.desk.newId()
  const versions = { factId: fact.id, fromVersion: 1, toVersion: 1, words: slug, honourWords: slug }
  await insertRun(test.desk.database, workspaceId, { ...versions, id: runId, memberId, at: test.desk.now().toString() })
  const dismissed = await test.call(createDismissal, { as, body: { rule: "claim/contradicted", words: slug } })
  const document = await test.call(createAuditDocument, {
    as,
    body: { name: `${slug}.md`, kind: "script", content: { text: `In ${slug}, make up a reason.` } },
  })
  const accepted = await test.call(createAuditAcceptance, {
    as,
    params: { documentId: document.id },
    body: { key: document.findings[0]?.key ?? "", reason: slug, until: "2026-12-31" },
  })
  const need = await test.call(createNeed, { as, params: { conversationId }, body: { words: `A need of ${slug}` } })
  const draft = { words: `A draft of ${slug}` }
  await test.call(writeDraft, { as, params: { conversationId }, body: { draft, revision: 0 } })
  const [passkeyId, sessionId] = [test.desk.newId(), await otherSession(test, slug)]
  await addPasskey(test, { id: passkeyId, slug })
  const mailbox = await test.call(createMailbox, { as, body: mailboxAt(slug) })
  const invitation = await test.call(createInvitation, { as, body: { email: `new@${slug}.example`, role: "lead" } })
  const key = await test.call(createApiKey, { as, body: { name: slug } })
  return {
    ...shop,
    ids: {
      workspaceId,
      memberId,
      customerId: customer.id,
      conversationId,
      messageId: message.id,
      promiseId: message.made[0] ?? "",
      addressId: address?.id ?? "",
      taskId,
      invitationId: invitation.id,
      apiKeyId: key.id,
      noticeId,
      awayId: away.id,
      linkId: link.id,
      factId: fact.id,
      version: "1",
      replyId: reply.id,
      heldId,
      runId,
      dismissalId: dismissed.items[0]?.id ?? "",
      needId: need.id,
      mailboxId: mailbox.id,
      passkeyId,
      sessionId,
      documentId: document.id,
      acceptanceId: accepted.findings[0]?.acceptance?.id ?? "",
    },
  }
}

/** Of the same person, at another computer. */
async function otherSession(test: TestApp, slug: string): Promise<string> {
  await signIn(test, `admin@${slug}.example`)
  const [row] = await test.desk.database.query<{ id: string }>(
    `select s.id from identity_sessions s join identity_users u on u.id = s.user_id
     where u.email = $1 order by s.created_at desc, s.id limit 1`,
    [`admin@${slug}.example`],
  )
  return row?.id ?? ""
}

async function addPasskey(test: TestApp, { id, slug }: { id: string; slug: string }): Promise<void> {
  await test.desk.database.query(
    `insert into identity_passkeys (id, user_id, name, credential, public_key, counter, created_at)
     select $1, id, $2, $1, '', 0, now() from identity_users where email = $3`,
    [id, slug, `admin@${slug}.example`],
  )
}

function mailboxAt(slug: string) {
  return {
    address: `box@${slug}.example`,
    host: `imap.${slug}.example`,
    port: 993,
    security: "tls" as const,
    username: slug,
    auth: "password" as const,
    password: "secret",
    inboxFolder: "INBOX",
    readsSent: true,
    appendsSent: true,
  }
}

async function everythingOf({ desk }: TestApp, { workspaceId }: Shop): Promise<unknown> {
  const tables = [...TABLES, ...MORE_TABLES].map((table) =>
    desk.database.query(`select * from ${table} where workspace_id = $1 order by 1, 2, 3`, [workspaceId]),
  )
  return Promise.all(tables)
}
