/** Which facts of the book are listed. */
export const FACT_FILTERS = ["all", "check", "expired", "proposed", "conflicting", "never-told", "retired"] as const
export type FactFilter = (typeof FACT_FILTERS)[number]
