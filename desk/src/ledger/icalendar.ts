/** A promise as a calendar shows it. Times are RFC 3339. */
export type CalendarItem = {
  readonly id: string
  readonly words: string
  readonly customer: string | null
  readonly condition: string | null
  readonly from: string | null
  readonly until: string
  readonly isBroken: boolean
  /** The place of its last entry, and when that was recorded. */
  readonly seq: number
  readonly changedAt: string
  readonly url: string
}

/**
 * Promises as an iCalendar (RFC 5545): an event each, from the beginning of its window, or its due time alone. The same
 * promises give the same bytes. Free time: nobody is busy because something is due.
 */
export function iCalendar(name: string, items: readonly CalendarItem[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Aboveboard//Promises//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT15M",
    ...items.flatMap(event),
    "END:VCALENDAR",
  ]
  return lines.map(folded).join("")
}

function event(item: CalendarItem): readonly string[] {
  const window = item.from !== null && Temporal.Instant.compare(item.from, item.until) < 0
  const state = item.isBroken ? "Broken: " : ""
  const customer = item.customer === null ? "" : ` (${item.customer})`
  const about = [item.words, item.customer ?? "", item.condition ?? "", item.url].filter((part) => part !== "")
  return [
    "BEGIN:VEVENT",
    `UID:${item.id}@promises.aboveboard`,
    `SEQUENCE:${item.seq}`,
    `DTSTAMP:${utc(item.changedAt)}`,
    `LAST-MODIFIED:${utc(item.changedAt)}`,
    `DTSTART:${utc(window && item.from !== null ? item.from : item.until)}`,
    ...(window ? [`DTEND:${utc(item.until)}`] : []),
    `SUMMARY:${escaped(`${state}${item.words}${customer}`)}`,
    `DESCRIPTION:${escaped(about.join("\n"))}`,
    `URL:${item.url}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]
}

/** "20261119T160000Z" */
function utc(instant: string): string {
  return Temporal.Instant.from(instant).toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "")
}

/** RFC 5545, section 3.3.11. Other control characters may not stand in it. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\P{Cc}\n\t]/gu, "")
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll("\n", "\\n")
}

const LINE_OCTETS_MAX = 75 // RFC 5545, section 3.1

/** A line, cut where it is too long, never within a character. */
function folded(line: string): string {
  let rows = ""
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LINE_OCTETS_MAX) {
      rows += "\r\n "
      octets = 1
    }
    rows += character
    octets += size
  }
  return `${rows}\r\n`
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
