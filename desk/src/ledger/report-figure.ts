/** The promises behind a figure of the report that are not known by how they ended: what the list of each is called. */
export const SAID_FIGURES = ["confirmed", "disputed", "chased"] as const
export type SaidFigure = (typeof SAID_FIGURES)[number]

/** The figures of the report that count something else than promises; each opens its list under this name. */
export const CASE_FIGURES = [
  "claims:supported",
  "claims:contradicted",
  "claims:unsupported",
  "claims:needs-evidence",
  "claims:stale",
  "facts:stale",
  "overridden",
  "declines:capability",
  "declines:capacity",
  "declines:law",
  "declines:safety",
  "declines:policy",
  "declines:unfair",
  "declines:wrong",
  "declines:all",
  "declines:with-alternative",
  "declines:without-alternative",
  "declines:wrote-again",
  "corrections:all",
  "corrections:corrected",
  "corrections:honoured",
  "corrections:left",
  "corrections:not-yet",
  "orders:all",
  "orders:undone",
  "orders:recommended-undone",
  "orders:misled-undone",
  "orders:let-down-undone",
  "outcomes:asked",
  "outcomes:yes",
  "outcomes:partly",
  "outcomes:no",
  "returning:in-time",
  "returning:late",
  "returning:broken",
] as const
export type CaseFigure = (typeof CASE_FIGURES)[number]
