/** When something is due, as somebody says it at `said`: "16:00 today", "noon on Friday", "10:00 on Tuesday 1 December". */
export function dueWords(said: Temporal.Instant, due: Temporal.Instant, zone: string): string {
  const { days, at } = daysBetween(said, due, zone)
  const clock = at.hour === 12 && at.minute === 0 ? "noon" : clockOf(at)
  if (days === 0) return `${clock} today`
  if (days === 1) return `${clock} tomorrow`
  const weekday = at.toLocaleString("en-GB", { weekday: "long" })
  if (days < 7) return `${clock} on ${weekday}`
  return `${clock} on ${weekday} ${at.toLocaleString("en-GB", { day: "numeric", month: "long" })}`
}

/** The same in German, to stand after "bis". */
export function germanDueWords(said: Temporal.Instant, due: Temporal.Instant, zone: string): string {
  const { days, at } = daysBetween(said, due, zone)
  if (days === 0) return `heute um ${clockOf(at)} Uhr`
  if (days === 1) return `morgen um ${clockOf(at)} Uhr`
  const weekday = at.toLocaleString("de-DE", { weekday: "long" })
  if (days < 7) return `${weekday} um ${clockOf(at)} Uhr`
  return `${weekday}, dem ${at.toLocaleString("de-DE", { day: "numeric", month: "long" })}, um ${clockOf(at)} Uhr`
}

function daysBetween(said: Temporal.Instant, due: Temporal.Instant, zone: string) {
  const at = due.toZonedDateTimeISO(zone)
  const days = said.toZonedDateTimeISO(zone).toPlainDate().until(at.toPlainDate()).days
  return { days, at }
}

function clockOf(at: Temporal.ZonedDateTime): string {
  return at.toPlainTime().toString({ smallestUnit: "minute" })
}
