import { invalid } from "./error.ts"

/** Whether customers may see what was promised to them, and how much of it. */
export type CustomerPageSettings = {
  readonly on: boolean
  /** The link stands below every outgoing mail. */
  readonly footer: boolean
  /** By whom a promise was made: the member's name, or only the team's. */
  readonly showOwner: "name" | "team"
  /** How long a link works after it was last sent. */
  readonly days: number
}

export const STANDARD_CUSTOMER_PAGE: CustomerPageSettings = { on: false, footer: false, showOwner: "name", days: 90 }

export const LINK_DAYS_MAX = 730 // days; a link that works for longer is one that nobody remembers

/** `invalid` for a number of days that is not a whole number from 1 to 730. */
export function assertCustomerPage({ days }: CustomerPageSettings): void {
  if (!Number.isInteger(days) || days < 1 || days > LINK_DAYS_MAX) {
    throw invalid(`A link to the customer's page works for 1 to ${LINK_DAYS_MAX} days.`, "customerPage")
  }
}
