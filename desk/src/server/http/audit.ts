import * as contract from "../../contract/audit.ts"
import { readAudit, readAuditedDocument } from "../verbs/audit.ts"
import { type FetchDocument, addAuditAddress, readAddressAgain } from "../verbs/audit-addresses.ts"
import { acceptFinding, withdrawAcceptance } from "../verbs/audit-acceptances.ts"
import * as documents from "../verbs/audit-documents.ts"
import type { Actor, Desk } from "../verbs/desk.ts"
import { DONE, type Door, serveMember } from "./serve.ts"

/** The protocol audit: what tells members and bots how to deal with customers, and what the rules find in it. */
export function serveAudit(door: Door, fetch: FetchDocument): void {
  serveMember(door, contract.readAudit, ({ desk, actor }) => readAudit(desk, actor))
  serveMember(door, contract.readAuditDocument, ({ desk, actor, params }) =>
    readAuditedDocument(desk, actor, params.documentId),
  )
  serveMember(door, contract.createAuditDocument, async ({ desk, actor, body }) =>
    readAuditedDocument(desk, actor, await documents.createAuditDocument(desk, actor, body)),
  )
  serveMember(door, contract.writeAuditDocument, ({ desk, actor, params, body }) =>
    after(desk, actor, params.documentId, documents.writeAuditDocument(desk, actor, params.documentId, body)),
  )
  serveMember(door, contract.createAuditVersion, ({ desk, actor, params, body }) =>
    after(desk, actor, params.documentId, documents.changeAuditDocument(desk, actor, params.documentId, body)),
  )
  serveMember(door, contract.createAuditAcceptance, ({ desk, actor, params, body }) =>
    after(desk, actor, params.documentId, acceptFinding(desk, actor, params.documentId, body)),
  )
  serveMember(door, contract.createAuditAddress, async ({ desk, actor, body }) =>
    readAuditedDocument(desk, actor, await addAuditAddress(desk, actor, fetch, body)),
  )
  serveMember(door, contract.readAuditAddressAgain, ({ desk, actor, params }) =>
    after(desk, actor, params.documentId, readAddressAgain(desk, actor, fetch, params.documentId)),
  )
  serveMember(door, contract.removeAuditDocument, async ({ desk, actor, params }) => {
    await documents.removeAuditDocument(desk, actor, params.documentId)
    return DONE
  })
  serveMember(door, contract.withdrawAuditAcceptance, async ({ desk, actor, params }) => {
    await withdrawAcceptance(desk, actor, params.acceptanceId)
    return DONE
  })
}

async function after(desk: Desk, actor: Actor, documentId: string, done: Promise<void>) {
  await done
  return readAuditedDocument(desk, actor, documentId)
}
