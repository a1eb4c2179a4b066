import { type Basis, WRONG_REQUESTS_SHOWN } from "../../ledger/decline.ts"
import { forbidden, invalid, notFound } from "../../ledger/error.ts"
import { versionOn } from "../../ledger/fact.ts"
import type { Queries } from "../database/database.ts"
import { type DeclineView, insertDecline, listWrongRequests } from "../database/declines.ts"
import { readFact } from "../database/facts.ts"
import { readMessage } from "../database/messages.ts"
import { readSettings } from "../database/settings.ts"
import { type Actor, type Desk, assertRole } from "./desk.ts"

/** A no that goes out with a message. `asked`: the customer's own words, as a span of one of their messages here. */
export type DeclineInput = {
  readonly asked?: { readonly messageId: string; readonly start: number; readonly end: number } | undefined
  readonly basis: Basis
  readonly refused: string
  readonly reason: string
  readonly factId?: string | undefined
  readonly rule?: string | undefined
  readonly alternative?: string | undefined
}

type Sent = {
  readonly conversationId: string
  readonly customerId: string
  readonly messageId: string
  readonly at: string
}

/**
 * Records the no that a message says, in the message's own transaction. `invalid` when the words asked are not the customer's
 * of this conversation, or the fact holds nothing today; `forbidden` for an API key: a no is a person's.
 */
export async function recordDecline(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  sent: Sent,
  decline: DeclineInput,
): Promise<void> {
  if (actor.by.kind !== "member") throw forbidden("A no is said by a person. Send the text without `decline`.")
  const fact = await factBehind(queries, desk, actor.workspaceId, decline.factId)
  await insertDecline(queries, {
    workspaceId: actor.workspaceId,
    id: desk.newId(),
    customerId: sent.customerId,
    conversationId: sent.conversationId,
    messageId: sent.messageId,
    basis: decline.basis,
    factId: fact?.id ?? null,
    version: fact?.version ?? null,
    byId: actor.by.id,
    at: sent.at,
    asked: await wordsAsked(queries, actor.workspaceId, sent.conversationId, decline.asked),
    refused: decline.refused,
    reason: decline.reason,
    rule: decline.rule ?? null,
    alternative: decline.alternative ?? null,
  })
}

async function wordsAsked(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
  asked: DeclineInput["asked"],
): Promise<string | null> {
  if (asked === undefined) return null
  const message = await readMessage(queries, workspaceId, asked.messageId)
  if (message === null || message.conversationId !== conversationId || message.kind !== "inbound") {
    throw invalid("What was asked is quoted from a message of the customer in this conversation.", "asked")
  }
  const words = (message.text ?? "").slice(asked.start, asked.end).trim()
  if (words === "") throw invalid("The words that were asked are empty. Choose some, or leave them out.", "asked")
  return words
}

async function factBehind(queries: Queries, desk: Desk, workspaceId: string, factId: string | undefined) {
  if (factId === undefined) return null
  const fact = await readFact(queries, workspaceId, factId)
  if (fact === null) throw notFound("fact")
  const { zone } = await readSettings(queries, workspaceId)
  const today = desk.now().toZonedDateTimeISO(zone).toPlainDate().toString()
  const holds = versionOn(fact.versions, today)
  if (fact.retiredAt !== null || holds === null || (holds.validUntil ?? today) < today) {
    throw invalid(
      "This fact holds nothing today, so a no cannot rest on it. Choose another, or name the rule.",
      "factId",
    )
  }
  return { id: fact.id, version: holds.version }
}

const WRONG_REQUESTS_DAYS = 365 // what is older is no reason for a talk

/**
 * Customers who asked for something wrong more than once in a year, with their words. For leads and admins; there is no
 * score and no step that follows by itself.
 */
export async function readWrongRequests(
  desk: Desk,
  actor: Actor,
): Promise<readonly { readonly customer: DeclineView["customer"]; readonly declines: readonly DeclineView[] }[]> {
  assertRole(actor, "lead")
  const since = desk
    .now()
    .subtract({ hours: 24 * WRONG_REQUESTS_DAYS })
    .toString()
  return listWrongRequests(desk.database, actor.workspaceId, { since, least: WRONG_REQUESTS_SHOWN })
}
