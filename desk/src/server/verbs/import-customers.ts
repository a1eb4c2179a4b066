import { comparableAddress } from "../../ledger/address.ts"
import type { FiledCustomer } from "../../ledger/customer-file.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import * as rows from "../database/import-rows.ts"
import type { Progress } from "../database/imports.ts"
import { insertAddress, insertCustomer } from "../database/people.ts"
import { nameCompany } from "./companies.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"

/**
 * Takes customers from a table: whoever has one of the addresses is filled up, everybody else is new. A name or company that is
 * known stays; plan, country and group become what the table says. A row whose address is one customer's and whose number is
 * another's is left out. Idempotent.
 */
export async function importCustomers(
  desk: Desk,
  actor: Actor,
  customers: readonly FiledCustomer[],
): Promise<Progress> {
  assertRole(actor, "admin")
  return commit(desk, async (queries) => {
    const senders = customers.flatMap(addressesOf).map(({ value }) => value)
    await rows.lockSenders(queries, actor.workspaceId, senders)
    const outcomes: Outcome[] = []
    for (const customer of customers) outcomes.push(await take(queries, desk, actor, customer))
    const count = (outcome: Outcome) => outcomes.filter((each) => each === outcome).length
    const problems = customers.flatMap(({ row }, index) =>
      outcomes[index] === "left"
        ? [`Row ${row} was left out: its address is one customer's, its number another's.`]
        : [],
    )
    return {
      taken: count("new"),
      changed: count("changed"),
      again: count("same"),
      leftOut: count("left"),
      proposed: 0,
      problems,
    }
  })
}

type Outcome = "new" | "changed" | "same" | "left"
type Address = { readonly kind: "mail" | "phone"; readonly value: string; readonly shown: string }

function addressesOf({ mail, phone }: FiledCustomer): readonly Address[] {
  const written = [
    { kind: "mail", shown: mail },
    { kind: "phone", shown: phone },
  ] as const
  return written.flatMap(({ kind, shown }) => {
    const value = shown === null ? null : comparableAddress(kind, shown)
    return value === null || shown === null ? [] : [{ kind, value, shown }]
  })
}

async function take(queries: Queries, desk: Desk, actor: Actor, customer: FiledCustomer): Promise<Outcome> {
  const { workspaceId } = actor
  const at = desk.now().toString()
  const addresses = addressesOf(customer)
  const owners = await rows.holdAddressOwners(queries, workspaceId, addresses)
  const [known, other] = [...new Set(owners)]
  if (other !== undefined) return "left"
  const { name, company } = customer
  // A name alone tells nobody apart; the same one a second time is taken for the same person.
  const namesake = addresses.length === 0 ? await rows.findNamesake(queries, workspaceId, name ?? "") : null
  const customerId = known ?? namesake ?? desk.newId()
  const isNew = customerId !== known && customerId !== namesake
  await nameCompany(queries, desk, workspaceId, company)
  if (isNew) await insertCustomer(queries, { workspaceId, id: customerId, name, company, at })
  let isChanged = await rows.fillCustomer(queries, workspaceId, customerId, customer)
  for (const address of addresses) {
    const row = { ...address, id: desk.newId() }
    if (await insertAddress(queries, workspaceId, customerId, row, at)) isChanged = true
  }
  if (isNew || isChanged) await insertChange(queries, { workspaceId, kind: "customer", id: customerId, at })
  if (isNew) return "new"
  return isChanged ? "changed" : "same"
}
