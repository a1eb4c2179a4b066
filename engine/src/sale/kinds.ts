/** What a customer may ask for after a sale, the strongest first. */
export const SALE_REQUESTS = ["withdrawal", "cancellation", "return", "refund"] as const
export type SaleRequestKind = (typeof SALE_REQUESTS)[number]
