/**
 * A due time as a customer reads it: "today by 15:15", "tomorrow by 12:00", "on Tuesday by 12:00", and the date for
 * anything a week or more away. The zone is the one in which the team works.
 */
export function dueWords(until: Temporal.Instant, now: Temporal.Instant, zone: string): string {
  const due = until.toZonedDateTimeISO(zone)
  const clock = `${twoDigits(due.hour)}:${twoDigits(due.minute)}`
  return `${dayWords(due.toPlainDate(), now.toZonedDateTimeISO(zone).toPlainDate())} by ${clock}`
}

function dayWords(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const away = today.until(day, { largestUnit: "days" }).days
  if (away === 0) return "today"
  if (away === 1) return "tomorrow"
  if (away > 1 && away < 7) return `on ${WEEKDAYS[day.dayOfWeek - 1] ?? ""}`
  const date = `on ${day.day} ${MONTHS[day.month - 1] ?? ""}`
  return day.year === today.year ? date : `${date} ${day.year}`
}

// English, because it goes into a sentence that the rules read as English.
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
]

function twoDigits(value: number): string {
  return String(value).padStart(2, "0")
}
