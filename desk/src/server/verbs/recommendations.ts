import { forbidden, conflict, invalid, notFound } from "../../ledger/error.ts"
import { versionOn } from "../../ledger/fact.ts"
import { type Fit, doubtsOf } from "../../ledger/recommendation.ts"
import type { Queries } from "../database/database.ts"
import { readFact } from "../database/facts.ts"
import { insertRecommendation, listNeeds } from "../database/needs.ts"
import { readSettings } from "../database/settings.ts"
import type { Actor, Desk } from "./desk.ts"

/** A recommendation that goes out with a message. `product` null: nothing is needed. */
export type RecommendationInput = {
  readonly product: string | null
  readonly priceFactIds: readonly string[]
  readonly total?: string | undefined
  readonly fits: readonly { readonly needId: string; readonly fit: Fit; readonly factId?: string | undefined }[]
  /** The sender has seen which needs are unmet, unknown or not the customer's. */
  readonly looked?: boolean | undefined
}

type Sent = {
  readonly conversationId: string
  readonly customerId: string
  readonly messageId: string
  readonly at: string
}

/**
 * Records what a message recommends, in its transaction: need by need, each with the version of the fact that shows it.
 * `conflict` when a need is unmet, unknown, not shown or not the customer's and the sender has not looked; `invalid` for
 * needs of others and facts that hold nothing today.
 */
export async function recordRecommendation(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  sent: Sent,
  input: RecommendationInput,
): Promise<void> {
  if (actor.by.kind !== "member") throw forbidden("A recommendation is made by a person.")
  const holds = await factReader(queries, desk, actor.workspaceId)
  const needs = new Map((await listNeeds(queries, actor.workspaceId, sent.customerId)).map((need) => [need.id, need]))
  const fits = []
  for (const { needId, fit, factId } of input.fits) {
    const need = needs.get(needId)
    if (need === undefined) throw invalid("A need in this recommendation is not one of this customer's.", "fits")
    fits.push({ need, fit, fact: factId === undefined ? null : await holds(factId) })
  }
  const doubts = doubtsOf(
    fits.map(({ need, fit, fact }) => ({
      words: need.words ?? "",
      isTheirs: need.standing !== "ours",
      fit,
      fact: fact?.statement ?? null,
    })),
  )
  if (input.product !== null && doubts.length > 0 && input.looked !== true) {
    throw conflict(`Look again: ${doubts.join(" ")}`)
  }
  const prices = []
  for (const factId of input.priceFactIds) prices.push(await holds(factId))
  await insertRecommendation(queries, {
    workspaceId: actor.workspaceId,
    id: desk.newId(),
    ...sent,
    product: input.product,
    prices: prices.map(({ factId, version }) => ({ factId, version })),
    total: input.total ?? null,
    byId: actor.by.id,
    fits: fits.map(({ need, fit, fact }) => ({
      needId: need.id,
      fit,
      factId: fact?.factId ?? null,
      version: fact?.version ?? null,
    })),
  })
}

async function factReader(queries: Queries, desk: Desk, workspaceId: string) {
  const { zone } = await readSettings(queries, workspaceId)
  const today = desk.now().toZonedDateTimeISO(zone).toPlainDate().toString()
  return async (factId: string) => {
    const fact = await readFact(queries, workspaceId, factId)
    if (fact === null) throw notFound("fact")
    const version = versionOn(fact.versions, today)
    if (fact.retiredAt !== null || version === null || (version.validUntil ?? today) < today) {
      throw invalid("A fact of this recommendation holds nothing today. Choose another.", "fits")
    }
    return { factId, version: version.version, statement: version.statement }
  }
}
