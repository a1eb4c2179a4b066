import { comparableAddress } from "../../ledger/address.ts"
import { conflict, invalid, notFound } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import { type CustomerView, clearNoFirstMail, deleteAddress, updateCustomer } from "../database/customers.ts"
import { findCustomers } from "../database/customer-search.ts"
import type { Queries } from "../database/database.ts"
import { digitsIn, literal } from "../database/like.ts"
import { findAddressOwner, insertAddress, insertCustomer, readCustomerHead } from "../database/people.ts"
import { areOne, readStandingCustomer } from "../database/one-customer.ts"
import { nameCompany } from "./companies.ts"
import { assertNotHeld } from "./legal-holds.ts"
import { type Actor, type Desk, commit, seenBy } from "./desk.ts"
import { readOffset } from "./offset.ts"
import { assertZone } from "./set-up.ts"

export type FindInput = {
  readonly q?: string | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

const PAGE_LENGTH = 50 // rows; what a list shows before somebody scrolls

/** Finds customers by name, company, address or number, the best match first; without words everybody by name. */
export async function listCustomers(
  desk: Desk,
  actor: Actor,
  { q = "", limit = PAGE_LENGTH, cursor }: FindInput,
): Promise<{ items: readonly CustomerView[]; next: string | null }> {
  const offset = readOffset(cursor)
  const search = { words: literal(q), digits: digitsIn(q), limit: limit + 1, offset }
  const rows = await findCustomers(desk.database, actor.workspaceId, search)
  return { items: rows.slice(0, limit), next: rows.length > limit ? String(offset + limit) : null }
}

export type NewCustomer = {
  readonly name?: string | undefined
  readonly company?: string | undefined
  readonly mail?: string | undefined
  readonly phone?: string | undefined
}

/** Adds a customer and gives their id. `conflict`, naming the other, when an address or number is somebody else's. */
export async function createCustomer(desk: Desk, actor: Actor, input: NewCustomer): Promise<string> {
  const { name, company, mail, phone } = input
  if (!name && !mail && !phone) throw invalid("Say who it is: a name, an address or a number.", "name")
  return commit(desk, async (queries) => {
    const id = desk.newId()
    const at = desk.now().toString()
    await nameCompany(queries, desk, actor.workspaceId, company)
    await insertCustomer(queries, {
      workspaceId: actor.workspaceId,
      id,
      name: name ?? null,
      company: company ?? null,
      at,
    })
    if (mail) await add(queries, desk, actor, { customerId: id, kind: "mail", shown: mail, path: "mail" })
    if (phone) await add(queries, desk, actor, { customerId: id, kind: "phone", shown: phone, path: "phone" })
    await announce(queries, desk, actor, id)
    return id
  })
}

export type CustomerChange = {
  readonly name?: string | null | undefined
  readonly company?: string | null | undefined
  readonly zone?: string | null | undefined
  readonly scope?: Readonly<Record<string, string>> | undefined
  /** They asked not to be written to first. */
  readonly noFirstMail?: boolean | undefined
}

/** Changes name, company, time zone or what is known of them (plan, country, group); what is left out stays. `not_found` when there is none, or they were erased. */
export async function writeCustomer(
  desk: Desk,
  actor: Actor,
  customerId: string,
  change: CustomerChange,
): Promise<void> {
  if (change.zone) assertZone(change.zone)
  await commit(desk, async (queries) => {
    const { noFirstMail } = change
    const noFirstMailAt = noFirstMail === undefined ? undefined : noFirstMail ? desk.now().toString() : null
    const standing = await standingOf(queries, actor, customerId)
    await nameCompany(queries, desk, actor.workspaceId, change.company)
    if (noFirstMail === false) await clearNoFirstMail(queries, actor.workspaceId, standing)
    if (!(await updateCustomer(queries, actor.workspaceId, standing, { ...change, noFirstMailAt })))
      throw notFound("customer")
    await announce(queries, desk, actor, standing)
  })
}

export type NewAddress = { readonly kind: "mail" | "phone"; readonly shown: string }

/** Adds a mail address or number. `conflict`, naming the other, when it is somebody else's; theirs already is no error. */
export async function addAddress(desk: Desk, actor: Actor, customerId: string, address: NewAddress): Promise<void> {
  await commit(desk, async (queries) => {
    const standing = await standingOf(queries, actor, customerId)
    const customer = await readCustomerHead(queries, actor.workspaceId, standing)
    if (customer === null || customer.erased) throw notFound("customer")
    await add(queries, desk, actor, { customerId: standing, ...address, path: "shown" })
    await announce(queries, desk, actor, standing)
  })
}

/** Removes a mail address or number. Messages keep what was written in them. */
export async function removeAddress(desk: Desk, actor: Actor, customerId: string, addressId: string): Promise<void> {
  await commit(desk, async (queries) => {
    await assertNotHeld(queries, actor.workspaceId, { customerIds: [customerId], conversationIds: [], messageIds: [] })
    if (!(await deleteAddress(queries, actor.workspaceId, customerId, addressId))) throw notFound("address")
    await announce(queries, desk, actor, customerId)
  })
}

async function add(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  { customerId, kind, shown, path }: NewAddress & { readonly customerId: string; readonly path: string },
): Promise<void> {
  const value = comparableAddress(kind, shown)
  if (value === null) throw invalid(kind === "mail" ? "This is no mail address." : "This is no phone number.", path)
  const { workspaceId } = actor
  const row = { id: desk.newId(), kind, value, shown: shown.trim() }
  if (await insertAddress(queries, workspaceId, customerId, row, desk.now().toString())) return
  const ownerId = await findAddressOwner(queries, workspaceId, [value])
  if (ownerId !== null && (await areOne(queries, workspaceId, ownerId, customerId))) return
  const owner = ownerId === null ? null : await readCustomerHead(seenBy(queries, actor), workspaceId, ownerId)
  throw conflict(
    `${shown.trim()} belongs to ${owner?.name ?? "another customer"}. Remove it there first, or use that customer.`,
  )
}

/** What is changed of one who was merged is changed of who stands for them. */
async function standingOf(queries: Queries, { workspaceId }: Actor, customerId: string): Promise<string> {
  const standing = await readStandingCustomer(queries, workspaceId, customerId)
  if (standing === null) throw notFound("customer")
  return standing
}

async function announce(queries: Queries, desk: Desk, { workspaceId }: Actor, id: string): Promise<void> {
  await insertChange(queries, { workspaceId, kind: "customer", id, at: desk.now().toString() })
}
