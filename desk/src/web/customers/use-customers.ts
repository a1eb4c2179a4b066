import type { z } from "zod"
import { listCustomers, type customer, type readCustomer } from "../../contract/customers.ts"
import { usePages } from "../queries.ts"

export type Customer = z.output<typeof customer>
export type OpenCustomer = z.output<typeof readCustomer.answer>

const PAGE = 50 // customers

/** Customers that fit what was typed, page after page; all of them when nothing was. */
export function useCustomers(q: string) {
  return usePages(listCustomers, { limit: PAGE, ...(q === "" ? {} : { q }) })
}
