/** What the protocol consists of. */
export const PROTOCOL_PARTS = ["audit", "rules"] as const
export type ProtocolPart = (typeof PROTOCOL_PARTS)[number]
