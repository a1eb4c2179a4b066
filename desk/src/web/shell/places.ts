import type { IconName } from "../ui/icon.tsx"
import { words } from "../words.ts"

/** The places that the navigation leads to. */
export type PlacePath = Place["to"]

export type Place = {
  readonly to:
    | "/$slug/today"
    | "/$slug/notices"
    | "/$slug/conversations"
    | "/$slug/customers"
    | "/$slug/companies"
    | "/$slug/facts"
    | "/$slug/orders"
    | "/$slug/practice"
    | "/$slug/protocol"
    | "/$slug/report"
    | "/$slug/settings"
  readonly icon: IconName
  readonly name: string
}

/** On phones, these and the notices are at the thumb. */
export const PLACES: readonly Place[] = [
  { to: "/$slug/today", icon: "today", name: words.shell.today },
  { to: "/$slug/conversations", icon: "conversations", name: words.shell.conversations },
  { to: "/$slug/customers", icon: "customers", name: words.shell.customers },
  { to: "/$slug/facts", icon: "book", name: words.facts.title },
]

/** On phones, these are in the account's menu. */
export const FURTHER_PLACES: readonly Place[] = [
  { to: "/$slug/orders", icon: "swap", name: words.afterSale.title },
  { to: "/$slug/protocol", icon: "file", name: words.protocol.title },
  { to: "/$slug/practice", icon: "practice", name: words.practice.title },
  { to: "/$slug/report", icon: "report", name: words.report.title },
]

/** The customers' page leads to it. */
export const COMPANIES: Place = { to: "/$slug/companies", icon: "customers", name: words.companies.all }
export const NOTICES: Place = { to: "/$slug/notices", icon: "bell", name: words.notices.title }
export const SETTINGS: Place = { to: "/$slug/settings", icon: "settings", name: words.shell.settings }
