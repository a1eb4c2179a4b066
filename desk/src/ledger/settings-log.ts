import { type Digest, canonical } from "./chain.ts"
import type { By } from "./entry.ts"

/** What the log of settings and access tells of. */
export const LOG_KINDS = [
  "settings-changed",
  "mail-changed",
  "mailbox-added",
  "mailbox-changed",
  "mailbox-paused",
  "mailbox-resumed",
  "mailbox-removed",
  "mailbox-access",
  "member-invited",
  "invitation-revoked",
  "member-joined",
  "member-changed",
  "member-signed-out",
  "member-removed",
  "key-made",
  "key-revoked",
  "webhook-added",
  "webhook-changed",
  "webhook-removed",
  "own-rule-added",
  "own-rule-changed",
  "own-rule-removed",
  "standing-added",
  "standing-changed",
  "standing-withdrawn",
  "signed-in",
  "second-factor-on",
  "second-factor-off",
  "recovery-codes-made",
  "passkey-added",
  "passkey-removed",
  "password-changed",
  "retention-changed",
  "hold-set",
  "hold-lifted",
  "customer-exported",
  "customer-erased",
] as const
export type LogKind = (typeof LOG_KINDS)[number]

export type Values = Readonly<Record<string, unknown>>

/** One thing that somebody did to settings or access. `before` and `after` hold what differs, and no secrets. */
export type LogEntry = {
  readonly workspaceId: string
  readonly seq: number
  readonly at: string
  readonly by: By
  readonly kind: LogKind
  readonly subjectId: string | null
  readonly before: Values
  readonly after: Values
}

export function logHash(entry: LogEntry, previousHash: string, digest: Digest): string {
  return digest(canonical({ ...entry, previousHash }))
}

/** What differs between two values, as it was and as it is. A name that only one of them has is null in the other. */
export function differences(before: Values, after: Values): { readonly before: Values; readonly after: Values } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names.filter((name) => canonical(before[name]) !== canonical(after[name]))
  const of = (values: Values) => Object.fromEntries(changed.map((name) => [name, values[name] ?? null]))
  return { before: of(before), after: of(after) }
}
