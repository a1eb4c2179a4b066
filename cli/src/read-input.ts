import type { Author, Calendar, Channel, ReviewInput, Weekday, WorkingHours } from "aboveboard-engine"

export type Line = { readonly id: unknown; readonly input: ReviewInput }
export type CalendarWishes = Partial<Calendar>

const CHANNELS: readonly Channel[] = ["mail", "chat", "call", "note", "policy"]
const AUTHORS: readonly Author[] = ["member", "bot", "saved-reply"]

/** One line of input, or a sentence that says what is wrong with it. */
export function readInput(line: string): Line | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return `not JSON: ${error instanceof Error ? error.message : String(error)}`
  }
  if (!isJsonObject(value)) return "not a JSON object"
  const { text, now, zone, previous, scope } = value
  if (typeof text !== "string") return '"text" is missing or not a string'
  const channel = CHANNELS.find((known) => known === value["channel"])
  if (isGiven(value["channel"]) && channel === undefined) return `"channel" is one of ${CHANNELS.join(", ")}`
  const author = AUTHORS.find((known) => known === value["author"])
  if (isGiven(value["author"]) && author === undefined) return `"author" is one of ${AUTHORS.join(", ")}`
  if (isGiven(now) && !isInstant(now)) return '"now" is not an RFC 3339 instant'
  if (isGiven(zone) && !isZone(zone)) return '"zone" is not an IANA time zone'
  const input: ReviewInput = {
    text,
    ...(channel === undefined ? {} : { channel }),
    ...(author === undefined ? {} : { author }),
    ...(typeof previous === "string" ? { previous } : {}),
    ...(typeof now === "string" ? { now } : {}),
    ...(typeof zone === "string" ? { zone } : {}),
    ...(isJsonObject(scope) ? { scope: stringsIn(scope) } : {}),
  }
  return { id: value["id"] ?? null, input }
}

export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null
}

function isInstant(value: unknown): boolean {
  try {
    return typeof value === "string" && Temporal.Instant.from(value) !== null
  } catch {
    return false
  }
}

function isZone(value: unknown): value is string {
  try {
    return typeof value === "string" && Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value) !== null
  } catch {
    return false
  }
}

function stringsIn(scope: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(scope).map(([key, value]) => [key, String(value)]))
}

/** A calendar file: zone, hours by weekday (1 is Monday), days off, meanings in working minutes. Throws with a sentence when it is none. */
export function readCalendar(value: Readonly<Record<string, unknown>>): CalendarWishes {
  const { zone, hours, daysOff, meanings } = value
  if (isGiven(zone) && !isZone(zone)) throw new Error('calendar: "zone" is not an IANA time zone')
  if (isGiven(daysOff) && !(Array.isArray(daysOff) && daysOff.every((day) => typeof day === "string")))
    throw new Error('calendar: "daysOff" is a list of dates like "2026-12-25"')
  return {
    ...(isZone(zone) ? { zone } : {}),
    ...(isJsonObject(hours) ? { hours: readHours(hours) } : {}),
    ...(Array.isArray(daysOff) ? { daysOff: daysOff.map(String) } : {}),
    ...(isJsonObject(meanings) ? { meanings: readMeanings(meanings) } : {}),
  }
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

function readHours(hours: Readonly<Record<string, unknown>>): Calendar["hours"] {
  const read: Partial<Record<Weekday, readonly WorkingHours[]>> = {}
  for (const day of WEEKDAYS) {
    const spans = hours[day]
    if (!isGiven(spans)) continue
    if (!Array.isArray(spans)) throw new Error(`calendar: hours of day ${day} are a list of {"from", "until"}`)
    read[day] = spans.map(readSpan)
  }
  return read
}

function readSpan(span: unknown): WorkingHours {
  const isClock = (value: unknown): value is string =>
    typeof value === "string" && /^(?:[01]\d|2[0-4]):[0-5]\d$/.test(value)
  if (!isJsonObject(span) || !isClock(span["from"]) || !isClock(span["until"]))
    throw new Error('calendar: working hours are {"from": "09:00", "until": "17:00"}')
  return { from: span["from"], until: span["until"] }
}

function readMeanings(meanings: Readonly<Record<string, unknown>>): Calendar["meanings"] {
  const read: Record<string, number> = {}
  for (const [words, minutes] of Object.entries(meanings)) {
    if (typeof minutes !== "number" || !(minutes > 0))
      throw new Error(`calendar: the meaning of "${words}" is a number of working minutes`)
    read[words] = minutes
  }
  return read
}
