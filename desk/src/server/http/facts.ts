import * as contract from "../../contract/facts.ts"
import * as proposals from "../../contract/fact-proposals.ts"
import * as book from "../../contract/fact-book.ts"
import * as told from "../../contract/told.ts"
import { proposeFacts } from "../../ledger/propose-facts.ts"
import { listDismissals } from "../database/fact-books.ts"
import type { Actor, Desk } from "../verbs/desk.ts"
import { dismissFinding, undoDismissal } from "../verbs/dismissals.ts"
import { builtBook } from "../verbs/fact-book.ts"
import { importFacts, previewImport } from "../verbs/fact-files.ts"
import { listFactViews, readFactView } from "../verbs/fact-list.ts"
import { suggestFacts } from "../verbs/fact-suggestions.ts"
import * as verbs from "../verbs/facts.ts"
import { listToldOfFact, listToldToCustomer } from "../verbs/told.ts"
import { DONE, type Door, serveMember } from "./serve.ts"

/** The Fact Book: what may be told, and what was. */
export function serveFacts(door: Door): void {
  serveMember(door, contract.listFacts, ({ desk, actor, query }) => listFactViews(desk, actor, query))
  serveMember(door, contract.readFact, ({ desk, actor, params }) => readFactView(desk, actor, params.factId))
  serveMember(door, contract.createFact, async ({ desk, actor, body }) =>
    readFactView(desk, actor, await verbs.createFact(desk, actor, body)),
  )
  serveMember(door, contract.writeFact, ({ desk, actor, params, body }) =>
    after(desk, actor, params.factId, verbs.writeFact(desk, actor, params.factId, body)),
  )
  serveVersions(door)
  serveMember(door, contract.confirmFact, ({ desk, actor, params }) =>
    after(desk, actor, params.factId, verbs.confirmFact(desk, actor, params.factId)),
  )
  serveMember(door, contract.retireFact, ({ desk, actor, params }) =>
    after(desk, actor, params.factId, verbs.retireFact(desk, actor, params.factId)),
  )
  serveBook(door)
  serveMember(door, proposals.proposeFacts, async ({ body }) => ({ items: proposeFacts(body.text) }), {
    keeps: "unrepeatable",
  })
  serveMember(door, proposals.suggestFacts, async ({ desk, actor }) => ({ items: await suggestFacts(desk, actor) }))
  serveTold(door)
}

function serveVersions(door: Door): void {
  serveMember(door, contract.createFactVersion, ({ desk, actor, params, body }) =>
    after(desk, actor, params.factId, verbs.changeFact(desk, actor, params.factId, body)),
  )
  serveMember(door, contract.approveFactVersion, ({ desk, actor, params }) =>
    after(desk, actor, params.factId, verbs.decideProposal(desk, actor, params, "approved")),
  )
  serveMember(door, contract.declineFactVersion, ({ desk, actor, params }) =>
    after(desk, actor, params.factId, verbs.decideProposal(desk, actor, params, "declined")),
  )
}

function serveBook(door: Door): void {
  serveMember(door, book.previewFactImport, ({ desk, actor, body }) => previewImport(desk, actor, body), {
    keeps: "unrepeatable",
  })
  serveMember(door, book.createFactImport, ({ desk, actor, body }) => importFacts(desk, actor, body))
  serveMember(door, book.readFactBook, async ({ desk, actor }) => {
    const { compiled: _ready, ...shown } = await builtBook(desk.database, desk, actor.workspaceId)
    return shown
  })
  serveMember(door, book.listDismissals, async ({ desk, actor }) => ({
    items: await listDismissals(desk.database, actor.workspaceId),
  }))
  serveMember(door, book.createDismissal, async ({ desk, actor, body }) => {
    await dismissFinding(desk, actor, body)
    return { items: await listDismissals(desk.database, actor.workspaceId) }
  })
  serveMember(door, book.undoDismissal, async ({ desk, actor, params }) => {
    await undoDismissal(desk, actor, params.dismissalId)
    return DONE
  })
}

function serveTold(door: Door): void {
  serveMember(door, told.listToldOfFact, ({ desk, actor, params, query }) =>
    listToldOfFact(desk, actor, params.factId, query),
  )
  serveMember(door, told.listToldToCustomer, ({ desk, actor, params, query }) =>
    listToldToCustomer(desk, actor, params.customerId, query),
  )
}

async function after(desk: Desk, actor: Actor, factId: string, done: Promise<unknown>) {
  await done
  return readFactView(desk, actor, factId)
}
