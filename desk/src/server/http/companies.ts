import * as contract from "../../contract/companies.ts"
import { notFound } from "../../ledger/error.ts"
import { companyDomainOf } from "../../ledger/mail-domain.ts"
import * as companies from "../database/companies.ts"
import { listConversations } from "../database/conversations.ts"
import { readCustomers } from "../database/customers.ts"
import type { Queries } from "../database/database.ts"
import { listOwed } from "../database/promises.ts"
import { listCompanies, writeCompany } from "../verbs/companies.ts"
import { deskAsSeen } from "../verbs/desk.ts"
import { type Door, serveMember } from "./serve.ts"

export function serveCompanies(door: Door): void {
  serveMember(door, contract.listCompanies, ({ desk, actor, query }) => listCompanies(desk, actor, query))
  serveMember(door, contract.readCompany, ({ desk, actor, params }) =>
    companyPage(desk.database, actor.workspaceId, params.companyId),
  )
  serveMember(door, contract.writeCompany, async ({ desk, actor, params, body }) => {
    await writeCompany(desk, actor, params.companyId, body)
    return present(deskAsSeen(desk, actor).database, actor.workspaceId, params.companyId)
  })
}

const TALKS_MAX = 100 // open conversations on one page

async function companyPage(queries: Queries, workspaceId: string, companyId: string) {
  const company = await present(queries, workspaceId, companyId)
  const people = await companies.listPeopleOf(queries, workspaceId, companyId)
  const customers = await readCustomers(queries, workspaceId, people)
  const missing = await companies.listMissing(queries, workspaceId, companyId)
  const { items } = await listConversations(queries, workspaceId, { filter: "open", companyId, limit: TALKS_MAX })
  const domains = customers.flatMap(({ addresses }) => addresses.map(({ shown }) => companyDomainOf(shown)))
  const named = domains.filter((domain) => domain !== null)
  const free = new Set(named.filter((domain) => !company.domains.includes(domain)))
  return {
    ...company,
    customers,
    promises: await listOwed(queries, workspaceId, { companyId }),
    conversations: items,
    suggested: await readCustomers(queries, workspaceId, missing),
    suggestedDomains: [...free],
  }
}

async function present(queries: Queries, workspaceId: string, companyId: string): Promise<companies.CompanyView> {
  const company = await companies.readCompany(queries, workspaceId, companyId)
  if (company === null) throw notFound("company")
  return company
}
