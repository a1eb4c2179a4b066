import { type Policy, undertakings } from "aboveboard-engine"

/** What finds undertakings of which no rule knows the form. It is fetched with this file, behind what a page shows first. */
export const withModel: Pick<Policy, "undertakings"> = { undertakings }
