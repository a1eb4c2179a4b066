import type { Fact, FactType, FactValue } from "aboveboard-engine"

export const FACT_TYPES = [
  "money",
  "quantity",
  "duration",
  "percent",
  "date",
  "boolean",
  "list",
  "range",
  "text",
] as const satisfies readonly FactType[]

/** Where it comes from: a page, a document with the line quoted, or a person. */
export type FactSource = {
  readonly kind: "url" | "document" | "person"
  readonly name: string
  readonly line?: string | undefined
}

/** What a version of a fact says. Dates are days of the workspace's zone; `validUntil` is the last of them. */
export type FactContent = {
  readonly subject: string
  readonly aliases: readonly string[]
  readonly attribute: string
  readonly type: FactType
  readonly value: FactValue
  readonly unit: string | null
  readonly scope: Readonly<Record<string, string>>
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly statement: string
  /** What is on file for a superlative or a comparison. */
  readonly evidence: string | null
}

export type FactVersion = FactContent & {
  readonly version: number
  readonly approvedAt: string | null
  readonly declinedAt: string | null
}

/** What belongs to a fact whatever its version says. */
export type FactHead = {
  readonly confirmDays: number | null
  readonly lastConfirmedAt: string | null
  readonly retiredAt: string | null
}

/** `proposed`: no version was approved yet. `coming`: none holds yet. An expired fact backs nothing; a stale one says so. */
export type Standing = "proposed" | "coming" | "in-force" | "stale" | "expired" | "retired"

/**
 * The version that holds on a day: of the approved ones that have begun, the one entered last. Null before the first.
 * It may have expired: then no earlier one comes back, because nobody has said that it is true again.
 */
export function versionOn<V extends FactVersion>(versions: readonly V[], day: string): V | null {
  const begun = versions.filter((each) => each.approvedAt !== null && (each.validFrom ?? day) <= day)
  return latest(begun)
}

/** The version to show: the one that holds, else the next to begin, else the last proposed. */
export function shownVersion<V extends FactVersion>(versions: readonly V[], day: string): V | null {
  const approved = versions.filter((each) => each.approvedAt !== null)
  const next = approved.toSorted((one, other) => compare(one.validFrom ?? "", other.validFrom ?? ""))[0]
  return versionOn(versions, day) ?? next ?? latest(versions.filter((each) => each.declinedAt === null))
}

export function standingOf(
  head: FactHead,
  versions: readonly FactVersion[],
  { day, zone }: { readonly day: string; readonly zone: string },
): Standing {
  if (head.retiredAt !== null) return "retired"
  const holds = versionOn(versions, day)
  if (holds === null) return versions.some((each) => each.approvedAt !== null) ? "coming" : "proposed"
  if (holds.validUntil !== null && holds.validUntil < day) return "expired"
  const confirmBy = confirmBefore(head, zone)
  return confirmBy !== null && confirmBy <= day ? "stale" : "in-force"
}

/** The first day on which it has gone too long unconfirmed; null when it stands until changed. */
export function confirmBefore({ confirmDays, lastConfirmedAt }: FactHead, zone: string): string | null {
  if (confirmDays === null || lastConfirmedAt === null) return null
  const confirmed = Temporal.Instant.from(lastConfirmedAt).toZonedDateTimeISO(zone).toPlainDate()
  return confirmed.add({ days: confirmDays }).toString()
}

/** When its standing changes next by itself: it grows stale, it expires, a version begins. Null when it does not. */
export function nextChange(
  head: FactHead,
  versions: readonly FactVersion[],
  { now, zone }: { readonly now: Temporal.Instant; readonly zone: string },
): string | null {
  if (head.retiredAt !== null) return null
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString()
  const approved = versions.filter((each) => each.approvedAt !== null)
  if (approved.length === 0) return null
  const days = [
    confirmBefore(head, zone),
    ...approved.flatMap(({ validFrom, validUntil }) => [validFrom, validUntil === null ? null : dayAfter(validUntil)]),
  ]
  const [first] = days.flatMap((day) => (day !== null && day > today ? [day] : [])).toSorted()
  return first === undefined ? null : startOf(first, zone)
}

/** What the review is given of a version. A slogan without evidence says so, and then supports nothing. */
export function bookFact(id: string, content: FactContent, isStale: boolean): Fact {
  const { subject, aliases, attribute, type, value, unit, scope, validFrom, validUntil, statement, evidence } = content
  return {
    id,
    subject,
    ...(aliases.length === 0 ? {} : { aliases }),
    attribute,
    type,
    value,
    ...(unit === null ? {} : { unit }),
    ...(Object.keys(scope).length === 0 ? {} : { scope }),
    ...(validFrom === null ? {} : { validFrom }),
    ...(validUntil === null ? {} : { validUntil }),
    statement,
    ...(evidence === null && !isSuperlative(attribute) ? {} : { evidence }),
    ...(isStale ? { isStale } : {}),
  }
}

/** A fact of its own kind: what it says may be told only with evidence on file. */
export function isSuperlative(attribute: string): boolean {
  return /^(superlative|comparison)\b/i.test(attribute)
}

/** Two facts that say different things of one subject, attribute and scope, and hold at the same time. */
export function contradict(one: FactContent, other: FactContent): boolean {
  return (
    sameWords(one.attribute, other.attribute) &&
    sameScope(one.scope, other.scope) &&
    sameWords(one.subject, other.subject) &&
    (one.validFrom ?? "") <= (other.validUntil ?? "9999") &&
    (other.validFrom ?? "") <= (one.validUntil ?? "9999") &&
    !sameValue(one, other)
  )
}

export function sameValue(one: FactContent, other: FactContent): boolean {
  return (
    one.type === other.type &&
    (one.unit ?? "").toLowerCase() === (other.unit ?? "").toLowerCase() &&
    JSON.stringify(one.value) === JSON.stringify(other.value)
  )
}

export function sameContent(one: FactContent, other: FactContent): boolean {
  return (
    sameValue(one, other) &&
    one.subject === other.subject &&
    one.attribute === other.attribute &&
    one.statement === other.statement &&
    one.evidence === other.evidence &&
    one.validFrom === other.validFrom &&
    one.validUntil === other.validUntil &&
    one.aliases.join("\n") === other.aliases.join("\n") &&
    sameScope(one.scope, other.scope)
  )
}

function sameScope(one: FactContent["scope"], other: FactContent["scope"]): boolean {
  const told = (scope: FactContent["scope"]) =>
    Object.entries(scope)
      .map(([name, value]) => `${name}=${value}`.toLowerCase())
      .toSorted()
      .join("\n")
  return told(one) === told(other)
}

function sameWords(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

function latest<V extends FactVersion>(versions: readonly V[]): V | null {
  return versions.reduce<V | null>((last, each) => (last === null || each.version > last.version ? each : last), null)
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}

function startOf(day: string, zone: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString()
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
