import { conflict, invalid, notFound } from "../../ledger/error.ts"
import { companyDomainOf, isCompanyDomain } from "../../ledger/mail-domain.ts"
import { insertChange } from "../database/changes.ts"
import * as rows from "../database/companies.ts"
import type { Queries } from "../database/database.ts"
import { literal } from "../database/like.ts"
import { type Actor, type Desk, commit } from "./desk.ts"
import { readOffset } from "./offset.ts"

/** What a customer names as theirs is a company with a page of its own, from the first of its people on. */
export async function nameCompany(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  name: string | null | undefined,
): Promise<void> {
  if (name === null || name === undefined) return
  await rows.insertCompany(queries, workspaceId, { id: desk.newId(), name, at: desk.now().toString() })
}

const PAGE_LENGTH = 100 // rows; few teams have more companies

/** Companies by name, or those with `q` in their name or in one of their mail domains. */
export async function listCompanies(
  { database }: Desk,
  { workspaceId }: Actor,
  { q = "", limit = PAGE_LENGTH, cursor }: CompanySearch,
): Promise<{ items: readonly rows.CompanyView[]; next: string | null }> {
  const offset = readOffset(cursor)
  const found = await rows.listCompanies(database, workspaceId, { q: literal(q), limit: limit + 1, offset })
  return { items: found.slice(0, limit), next: found.length > limit ? String(offset + limit) : null }
}

type CompanySearch = {
  readonly q?: string | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

export type CompanyChange = {
  readonly name?: string | undefined
  readonly domains?: readonly string[] | undefined
}

/**
 * Renames a company, for all its people, or says which mail domains are its own. `conflict` for a name or a domain that another
 * has; `invalid` for what is no domain, or one of a mail service that anybody may use.
 */
export async function writeCompany(
  desk: Desk,
  actor: Actor,
  companyId: string,
  { name, domains }: CompanyChange,
): Promise<void> {
  const { workspaceId } = actor
  const own = domains?.map((domain) => domain.trim().toLowerCase())
  const wrong = own?.find((domain) => !isCompanyDomain(domain))
  if (wrong !== undefined)
    throw invalid(
      `${wrong} is no domain of a company: it is misspelt, or a mail service that anybody may use.`,
      "domains",
    )
  await commit(desk, async (queries) => {
    const company = await rows.lockCompany(queries, workspaceId, companyId)
    if (company === null) throw notFound("company")
    if (name !== undefined && name !== company.name) {
      const other = await rows.findByName(queries, workspaceId, name)
      if (other !== null && other.id !== companyId)
        throw conflict(`There is a company ${other.name} already. Name it at its people instead: then they are one.`)
      await rows.renameCompany(queries, workspaceId, { id: companyId, from: company.name, to: name })
    }
    if (own !== undefined) {
      const [taken] = await rows.writeDomains(queries, workspaceId, companyId, [...new Set(own)])
      if (taken !== undefined) throw conflict(`${taken} is another company's. Take it off there first.`)
    }
    await insertChange(queries, { workspaceId, kind: "customer", id: companyId, at: desk.now().toString() })
  })
}

/** The company whose domain one of these addresses has; null for addresses that say nothing about it. */
export async function suggestCompany(
  queries: Queries,
  { workspaceId }: Actor,
  customer: { readonly company: string | null; readonly addresses: readonly { readonly shown: string }[] },
): Promise<{ readonly id: string; readonly name: string } | null> {
  if (customer.company !== null) return null
  const domains = customer.addresses.map(({ shown }) => companyDomainOf(shown)).filter((domain) => domain !== null)
  return domains.length === 0 ? null : rows.findByDomain(queries, workspaceId, domains)
}
