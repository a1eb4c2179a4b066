import * as merges from "../../contract/customer-merges.ts"
import * as contract from "../../contract/customers.ts"
import { notFound } from "../../ledger/error.ts"
import { type CustomerView, readCustomer, readCustomerPage } from "../database/customers.ts"
import { readCustomerHold } from "../database/legal-holds.ts"
import { listLikenesses } from "../database/customer-merges.ts"
import type { Queries } from "../database/database.ts"
import { suggestCompany } from "../verbs/companies.ts"
import * as verbs from "../verbs/customers.ts"
import { type Actor, type Desk, deskAsSeen } from "../verbs/desk.ts"
import { mergeCustomers, tellApart, undoCustomerMerge } from "../verbs/merge-customers.ts"
import { eraseCustomer } from "../verbs/erase-customer.ts"
import { readErasure } from "../verbs/named-in.ts"
import { DONE, type Door, serveMember } from "./serve.ts"

export function serveCustomers(door: Door): void {
  serveMember(door, contract.listCustomers, ({ desk, actor, query }) => verbs.listCustomers(desk, actor, query))
  serveMember(door, contract.createCustomer, async ({ desk, actor, body }) =>
    present(desk, actor, await verbs.createCustomer(desk, actor, body)),
  )
  serveMember(door, contract.readCustomer, async ({ desk, actor, params }) => {
    const page = await readCustomerPage(desk.database, actor.workspaceId, params.customerId)
    if (page === null) throw notFound("customer")
    return {
      ...page,
      suggestedCompany: await suggestCompany(desk.database, actor, page),
      hold: await readCustomerHold(desk.database, actor.workspaceId, page.id),
    }
  })
  serveMember(door, contract.writeCustomer, async ({ desk, actor, params, body }) => {
    await verbs.writeCustomer(desk, actor, params.customerId, body)
    return present(desk, actor, params.customerId)
  })
  serveMember(door, contract.addAddress, async ({ desk, actor, params, body }) => {
    await verbs.addAddress(desk, actor, params.customerId, body)
    return present(desk, actor, params.customerId)
  })
  serveMember(door, contract.removeAddress, async ({ desk, actor, params }) => {
    await verbs.removeAddress(desk, actor, params.customerId, params.addressId)
    return present(desk, actor, params.customerId)
  })
  serveMember(door, merges.listLikenesses, async ({ desk, actor, query }) => ({
    items: await listLikenesses(desk.database, actor.workspaceId, query.customerId ?? null),
  }))
  serveMember(door, merges.createCustomerMerge, async ({ desk, actor, params, body }) =>
    present(desk, actor, await mergeCustomers(desk, actor, params.customerId, body.customerId)),
  )
  serveMember(door, merges.undoCustomerMerge, async ({ desk, actor, params }) => {
    const id = await undoCustomerMerge(desk, actor, params.customerId, params.mergeId)
    // Read whole: apart again, they may be nobody whom the caller sees, and yet it was done.
    return customerOf(desk.database, actor, id)
  })
  serveMember(door, merges.tellApart, async ({ desk, actor, params, body }) => {
    await tellApart(desk, actor, params.customerId, body.customerId)
    return DONE
  })
  serveMember(door, contract.readErasure, ({ desk, actor, params }) => readErasure(desk, actor, params.customerId))
  serveMember(door, contract.eraseCustomer, async ({ desk, actor, params }) => {
    await eraseCustomer(desk, actor, params.customerId)
    return DONE
  })
}

/** As the actor sees them, as when they are read. */
function present(desk: Desk, actor: Actor, customerId: string): Promise<CustomerView> {
  return customerOf(deskAsSeen(desk, actor).database, actor, customerId)
}

async function customerOf(queries: Queries, actor: Actor, customerId: string): Promise<CustomerView> {
  const customer = await readCustomer(queries, actor.workspaceId, customerId)
  if (customer === null) throw notFound("customer")
  return customer
}
