/**
 * What the desk itself says, and where it comes from: a saved reply or a signature that members write, or words that are part of
 * the program: mails and pages for customers, and mails that tell members.
 */
export const DESK_SOURCES = ["reply", "signature", "standing", "customer-mail", "customer-page", "member-mail"] as const
export type DeskSource = (typeof DESK_SOURCES)[number]

/** A text of the desk as the audit knows it again: its source and what tells it apart from others of that source. */
export type DeskKey = `${DeskSource}:${string}`

export type DeskText = {
  readonly key: DeskKey
  readonly name: string
  readonly text: string
  /** The member who answers for it; null where it is nobody's. */
  readonly ownerId: string | null
}

export type DeskOrigin = { readonly source: DeskSource; readonly id: string }

/** Null for what is no key of a text of the desk. */
export function originOf(key: string | null): DeskOrigin | null {
  if (key === null) return null
  const source = DESK_SOURCES.find((each) => key.startsWith(`${each}:`))
  return source === undefined ? null : { source, id: key.slice(source.length + 1) }
}
