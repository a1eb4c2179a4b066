/** Which orders are shown. */
export const ORDER_FILTERS = ["all", "undone", "unhelped"] as const
export type OrderFilter = (typeof ORDER_FILTERS)[number]
