/** What the protocol consists of. */
export const PROTOCOL_PARTS = ["audit", "rules", "promises"] as const
export type ProtocolPart = (typeof PROTOCOL_PARTS)[number]
