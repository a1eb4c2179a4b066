import * as contract from "../../contract/companies.ts"
import { notFound } from "../../ledger/error.ts"
import { companyDomainOf } from "../../ledger/mail-domain.ts"
import * as companies from "../database/companies.ts"
import { listConversations } from "../database/conversations.ts"
import { readCustomer } from "../database/customers.ts"
import type { Queries } from "../database/database.ts"
import { literal } from "../database/like.ts"
import { listOwed } from "../database/promises.ts"
import { writeCompany } from "../verbs/companies.ts"
import { type Door, serveMember } from "./serve.ts"

export function serveCompanies(door: Door): void {
  serveMember(door, contract.listCompanies, async ({ desk, actor, query }) => ({
    items: await companies.listCompanies(desk.database, actor.workspaceId, literal(query.q ?? "")),
  }))
  serveMember(door, contract.readCompany, ({ desk, actor, params }) =>
    companyPage(desk.database, actor.workspaceId, params.companyId),
  )
  serveMember(door, contract.writeCompany, async ({ desk, actor, params, body }) => {
    await writeCompany(desk, actor, params.companyId, body)
    return present(desk.database, actor.workspaceId, params.companyId)
  })
}

const TALKS_MAX = 100 // open conversations on one page

async function companyPage(queries: Queries, workspaceId: string, companyId: string) {
  const company = await present(queries, workspaceId, companyId)
  const customers = await all(await companies.listPeopleOf(queries, workspaceId, companyId), (id) =>
    readCustomer(queries, workspaceId, id),
  )
  const owing = customers.filter(({ owes }) => owes > 0)
  const promises = (await all(owing, ({ id }) => listOwed(queries, workspaceId, { customerId: id }))).flat()
  const { items } = await listConversations(queries, workspaceId, { filter: "open", companyId, limit: TALKS_MAX })
  const domains = customers.flatMap(({ addresses }) => addresses.map(({ shown }) => companyDomainOf(shown)))
  const free = new Set(domains.filter((domain) => domain !== null && !company.domains.includes(domain)))
  return {
    ...company,
    customers,
    promises: promises.toSorted((one, other) => (one.dueUntil ?? "9").localeCompare(other.dueUntil ?? "9")),
    conversations: items,
    suggested: await all(await companies.listMissing(queries, workspaceId, companyId), (id) =>
      readCustomer(queries, workspaceId, id),
    ),
    suggestedDomains: [...free].filter((domain) => domain !== null),
  }
}

async function present(queries: Queries, workspaceId: string, companyId: string): Promise<companies.CompanyView> {
  const company = await companies.readCompany(queries, workspaceId, companyId)
  if (company === null) throw notFound("company")
  return company
}

/** One after the other: a page asks for few. */
async function all<K, T>(keys: readonly K[], read: (key: K) => Promise<T | null>): Promise<readonly T[]> {
  const found: T[] = []
  for (const key of keys) {
    const one = await read(key)
    if (one !== null) found.push(one)
  }
  return found
}
