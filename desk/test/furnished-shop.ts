import { type Shop, type TestApp, openShop, signIn } from "./http.ts"
import { createMerge } from "../src/contract/conversation-moves.ts"
import { readConversation } from "../src/contract/conversations.ts"
import { writeCompany } from "../src/contract/companies.ts"
import { createCustomerMerge, tellApart } from "../src/contract/customer-merges.ts"
import { createCustomer } from "../src/contract/customers.ts"
import { createCustomerLink } from "../src/contract/customer-links.ts"
import { createApiKey } from "../src/contract/mail-settings.ts"
import { createAuditAcceptance, createAuditDocument } from "../src/contract/audit.ts"
import { createDismissal } from "../src/contract/fact-book.ts"
import { insertAttachment } from "../src/server/database/attachments.ts"
import { writeDraft } from "../src/contract/drafts.ts"
import { createFact } from "../src/contract/facts.ts"
import { beginImport } from "../src/contract/imports.ts"
import { createMailbox } from "../src/contract/mailboxes.ts"
import { createInvitation } from "../src/contract/members.ts"
import { createLog } from "../src/contract/messages.ts"
import { createNeed } from "../src/contract/needs.ts"
import { createPracticeCase } from "../src/contract/practice.ts"
import { createOrder } from "../src/contract/orders.ts"
import { createAwayTime } from "../src/contract/notices.ts"
import { changeConversations, createView } from "../src/contract/tags.ts"
import { createStandingPromise } from "../src/contract/standing-promises.ts"
import { createOwnRule } from "../src/contract/own-rules.ts"
import { createWebhook } from "../src/contract/webhooks.ts"
import { createLegalHold } from "../src/contract/retention.ts"
import { createReply } from "../src/contract/saved-replies.ts"
import { insertConversation } from "../src/server/database/conversations.ts"
import { writeLooks } from "../src/server/database/looks.ts"
import { writeWorkspace } from "../src/contract/workspace.ts"
import { insertRun } from "../src/server/database/corrections.ts"
import { insertHeld } from "../src/server/database/held-messages.ts"
import { insertSaleRequest } from "../src/server/database/sale-requests.ts"
import { insertTask } from "../src/server/database/tasks.ts"

export type Ids = Readonly<Record<string, string>>
export type FurnishedShop = Shop & { readonly ids: Ids }

/** A shop in which there is one of everything, and the ids of it all. */
export async function furnishedShop(test: TestApp, slug: string): Promise<FurnishedShop> {
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
  return {
    ...shop,
    ids: {
      ...(await moreOf(test, shop, { slug, conversationId })),
      companyId: await companyThere(test, shop, slug),
      mergeId: await sameThere(test, shop, { slug, customerId: customer.id }),
      moveId: await mergedThere(test, shop, { conversationId, customerId: customer.id }),
      attachmentId: await keepFile(test, shop, { slug, conversationId }),
      ...(await soldThere(test, shop, { slug, conversationId, customerId: customer.id, messageId: message.id })),
      workspaceId,
      memberId,
      customerId: customer.id,
      conversationId,
      messageId: message.id,
      promiseId: message.made[0] ?? "",
      addressId: address?.id ?? "",
      taskId,
      noticeId,
      awayId: away.id,
      linkId: link.id,
    },
  }
}

function standingOf(slug: string) {
  return { what: `We answer at ${slug}.`, limits: "", complain: slug, measure: { kind: "none", why: slug } } as const
}

async function ruleOf(test: TestApp, { as, slug }: { as: Shop["as"]; slug: string }): Promise<string> {
  const examples = { finds: [`It is ${slug} here.`], leaves: ["It is here."] }
  const rule = { id: `${slug}/rule`, why: slug, phrases: [slug], ...examples }
  return (await test.call(createOwnRule, { as, body: { rule } })).id
}

/** What does not hang on the call that was logged. */
async function moreOf(
  test: TestApp,
  { as, workspaceId, memberId }: Shop,
  { slug, conversationId }: { slug: string; conversationId: string },
): Promise<Ids> {
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
  const file = { kind: "customers", fileName: `${slug}.csv`, size: 9, total: 1 } as const
  const begun = await test.call(beginImport, { as, body: file })
  const change = { kind: "tag", tag: slug } as const
  await test.call(changeConversations, { as, body: { conversationIds: [conversationId], change } })
  const view = { name: slug, state: "open", assignee: "anybody", tag: slug } as const
  const { id: viewId } = await test.call(createView, { as, body: view })
  const hook = await test.call(createWebhook, {
    as,
    body: { url: `https://${slug}.example/hook`, topics: ["messages"] },
  })
  const deliveryId = await addDelivery(test, workspaceId, hook.id)
  const mailbox = await test.call(createMailbox, { as, body: mailboxAt(slug) })
  const hold = await test.call(createLegalHold, { as, body: { conversationId, reason: slug } })
  const invitation = await test.call(createInvitation, { as, body: { email: `new@${slug}.example`, role: "lead" } })
  const key = await test.call(createApiKey, { as, body: { name: slug } })
  return {
    invitationId: invitation.id,
    apiKeyId: key.id,
    factId: fact.id,
    version: "1",
    replyId: reply.id,
    heldId,
    runId,
    dismissalId: dismissed.items[0]?.id ?? "",
    needId: need.id,
    importId: begun.id,
    mailboxId: mailbox.id,
    holdId: hold.id,
    viewId,
    webhookId: hook.id,
    deliveryId,
    passkeyId,
    sessionId,
    documentId: document.id,
    standingId: (await test.call(createStandingPromise, { as, body: standingOf(slug) })).id,
    ownRuleId: await ruleOf(test, { as, slug }),
    acceptanceId: accepted.findings[0]?.acceptance?.id ?? "",
  }
}

/** A company of one person, with a domain. */
async function companyThere(test: TestApp, { as }: Shop, slug: string): Promise<string> {
  const { companyId } = await test.call(createCustomer, {
    as,
    body: { name: `Clerk of ${slug}`, company: `${slug} Ltd` },
  })
  const params = { companyId: companyId ?? "" }
  return (await test.call(writeCompany, { as, params, body: { domains: [`${slug}.example`] } })).id
}

/** Somebody who was merged into the customer. */
async function sameThere(
  test: TestApp,
  { as }: Shop,
  { slug, customerId }: { slug: string; customerId: string },
): Promise<string> {
  const other = await test.call(createCustomer, { as, body: { name: `The same of ${slug}` } })
  const params = { customerId }
  const { merged } = await test.call(createCustomerMerge, { as, params, body: { customerId: other.id } })
  const third = await test.call(createCustomer, { as, body: { name: `Another of ${slug}` } })
  await test.call(tellApart, { as, params, body: { customerId: third.id } })
  return merged[0]?.mergeId ?? ""
}

/** A conversation that was merged into another. */
async function mergedThere(
  test: TestApp,
  { as, workspaceId }: Shop,
  { conversationId, customerId }: { conversationId: string; customerId: string },
): Promise<string> {
  const id = test.desk.newId()
  const merged = {
    workspaceId,
    id,
    customerId,
    channel: "call",
    subject: null,
    at: test.desk.now().toString(),
  } as const
  await insertConversation(test.desk.database, merged)
  await test.call(createMerge, { as, params: { conversationId }, body: { conversationIds: [id] } })
  const { moves } = await test.call(readConversation, { as, params: { conversationId: id } })
  return moves[0]?.id ?? ""
}

/** An order, and a wish to undo it. */
async function soldThere(
  test: TestApp,
  { as, workspaceId }: Shop,
  { slug, ...place }: { slug: string; conversationId: string; customerId: string; messageId: string },
): Promise<Ids> {
  const { conversationId } = place
  const sold = { conversationId, number: slug, product: slug, orderedOn: "2026-11-02" }
  const order = await test.call(createOrder, { as, body: sold })
  const requestId = test.desk.newId()
  const said = { kind: "return", words: slug, at: test.desk.now().toString(), promiseId: null } as const
  await insertSaleRequest(test.desk.database, { workspaceId, id: requestId, orderId: order.id, ...place, ...said })
  const points = [slug]
  const added = await test.call(createPracticeCase, {
    as,
    body: { kind: "date", title: slug, message: slug, points },
  })
  return { orderId: order.id, requestId, caseId: added.id }
}

async function keepFile(
  { desk }: TestApp,
  { workspaceId, memberId }: Shop,
  { slug, conversationId }: { slug: string; conversationId: string },
): Promise<string> {
  const content = new TextEncoder().encode(slug)
  const row = { id: desk.newId(), digest: await desk.files.put(content), name: `${slug}.txt`, type: "text/plain" }
  const rest = { size: content.length, createdAt: desk.now().toString() }
  await insertAttachment(desk.database, { workspaceId, conversationId, byId: memberId }, { ...row, ...rest })
  return row.id
}

async function addDelivery({ desk }: TestApp, workspaceId: string, webhookId: string): Promise<string> {
  const id = desk.newId()
  await desk.database.query(
    `insert into outbox (workspace_id, outbox_id, idempotency_key, kind, webhook_id, event, done_at, created_at)
     values ($1, $2::uuid, $2::uuid::text, 'webhook', $3, '{"type": "message.received", "at": "2026-11-19T14:12:00Z", "data": {}}', $4::timestamptz, $4::timestamptz)`,
    [workspaceId, id, webhookId, desk.now().toString()],
  )
  return id
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
