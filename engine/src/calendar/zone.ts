import { DAY_LENGTH, isoDate, partsOf, twoDigits } from "./days.ts"
import type { Day } from "./days.ts"

/** A time zone with the stretches of even offset that were asked for so far. Instants are epoch milliseconds. */
export type Zone = { readonly name: string; readonly stretches: Stretch[] }

/** While one offset from UTC, in milliseconds, holds: from `from`, before `until`. */
export type Stretch = { readonly from: number; readonly until: number; readonly offset: number }

const ZONES_KEPT_MAX = 1_000 // there are about 600 names
const zones = new Map<string, Zone>()

/** The zone with an IANA name or an offset; null where there is none. */
export function zoneNamed(name: string): Zone | null {
  const known = zones.get(name)
  if (known !== undefined) return known
  if (!isZone(name)) return null
  if (zones.size >= ZONES_KEPT_MAX) zones.clear()
  const zone = { name, stretches: [] }
  zones.set(name, zone)
  return zone
}

function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

/** The stretch of even offset that holds an instant. */
export function stretchAt(zone: Zone, at: number): Stretch {
  for (const stretch of zone.stretches) if (at >= stretch.from && at < stretch.until) return stretch
  const here = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone.name)
  const stretch = {
    from: here.add({ milliseconds: 1 }).getTimeZoneTransition("previous")?.epochMilliseconds ?? -Infinity,
    until: here.getTimeZoneTransition("next")?.epochMilliseconds ?? Infinity,
    offset: Math.round(here.offsetNanoseconds / 1e6),
  }
  if (zone.stretches.length >= STRETCHES_KEPT_MAX) zone.stretches.length = 0
  zone.stretches.push(stretch)
  return stretch
}

const STRETCHES_KEPT_MAX = 64 // 32 years with two changes of clocks each

/** The calendar day on which an instant falls. */
export function dayAt(zone: Zone, at: number): Day {
  return Math.floor((at + stretchAt(zone, at).offset) / DAY_LENGTH)
}

/** Milliseconds that the clock on the wall shows since its midnight. */
export function clockAt(zone: Zone, at: number): number {
  const local = at + stretchAt(zone, at).offset
  return local - Math.floor(local / DAY_LENGTH) * DAY_LENGTH
}

/** The first moment of a day. */
export function startOfDay(zone: Zone, day: Day): number {
  return plainInstant(zone, day * DAY_LENGTH) ?? plainDate(day).toZonedDateTime(zone.name).epochMilliseconds
}

/** A time of the wall clock; one that the clocks skip comes as much later, one that they repeat is the first. */
export function wallInstant(zone: Zone, day: Day, minutes: number): number {
  const even = plainInstant(zone, day * DAY_LENGTH + minutes * 60_000)
  if (even !== null) return even
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
  return plainDate(day).toZonedDateTime({ timeZone: zone.name, plainTime }).epochMilliseconds
}

/** The instant of a local time where no change of clocks is near; null where one is. */
function plainInstant(zone: Zone, local: number): number | null {
  const { from, until, offset } = stretchAt(zone, local)
  return local - DAY_LENGTH >= from && local + DAY_LENGTH < until ? local - offset : null
}

function plainDate(day: Day): Temporal.PlainDate {
  return Temporal.PlainDate.from(partsOf(day))
}

/** RFC 3339 with the zone's offset, to the second. */
export function rfc3339(zone: Zone, at: number): string {
  const { offset } = stretchAt(zone, at)
  const local = Math.floor((at + offset) / 1000)
  const day = Math.floor(local / 86_400)
  const second = local - day * 86_400
  const time = `${twoDigits(Math.floor(second / 3600))}:${twoDigits(Math.floor(second / 60) % 60)}:${twoDigits(second % 60)}`
  const minutes = Math.round(Math.abs(offset) / 60_000)
  return `${isoDate(day)}T${time}${offset < 0 ? "-" : "+"}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}
