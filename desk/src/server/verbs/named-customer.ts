import { comparableAddress } from "../../ledger/address.ts"
import { conflict, invalid, notFound } from "../../ledger/error.ts"
import type { Queries } from "../database/database.ts"
import { findAddressOwner, holdCustomer, insertAddress, insertCustomer } from "../database/people.ts"
import type { Actor, Desk } from "./desk.ts"

/** Whom a call, visit or promise is with: somebody on file, or somebody described. */
export type NamedCustomer = {
  readonly customerId?: string | undefined
  readonly customer?:
    | { readonly name?: string | undefined; readonly phone?: string | undefined; readonly mail?: string | undefined }
    | undefined
}

/** The customer's id: the one given, the one whose number or address it is, or a new one. `invalid` when nothing says who. */
export async function requireCustomer(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  named: NamedCustomer,
): Promise<string> {
  if (named.customerId === undefined) return findOrAdd(queries, desk, actor, named.customer ?? {})
  if (!(await holdCustomer(queries, actor.workspaceId, named.customerId))) throw notFound("customer")
  return named.customerId
}

async function findOrAdd(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  { name, phone, mail }: NonNullable<NamedCustomer["customer"]>,
): Promise<string> {
  if (!name && !phone && !mail) throw invalid("Say who it was: a name, a number or an address.", "customer")
  const addresses = [addressOf(desk, "phone", phone), addressOf(desk, "mail", mail)].filter((one) => one !== null)
  const known = await findAddressOwner(
    queries,
    actor.workspaceId,
    addresses.map(({ value }) => value),
  )
  if (known !== null && (await holdCustomer(queries, actor.workspaceId, known))) return known
  const customerId = desk.newId()
  const at = desk.now().toString()
  await insertCustomer(queries, { workspaceId: actor.workspaceId, id: customerId, name: name || null, at })
  for (const address of addresses) {
    if (!(await insertAddress(queries, actor.workspaceId, customerId, address, at)))
      throw conflict("Somebody has just added this customer. Try again.")
  }
  return customerId
}

function addressOf(desk: Desk, kind: "mail" | "phone", shown: string | undefined) {
  if (!shown) return null
  const value = comparableAddress(kind, shown)
  if (value === null)
    throw invalid(kind === "mail" ? "This is no mail address." : "This is no phone number.", `customer.${kind}`)
  return { id: desk.newId(), kind, value, shown: shown.trim() }
}
