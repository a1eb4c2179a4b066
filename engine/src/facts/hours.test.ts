import { expect, test } from "vitest"
import { scheduleIn } from "./hours.ts"

/** Hours in words, and Monday to Sunday as they are read; "-" is closed. */
const HOURS: readonly (readonly [words: string, week: string])[] = [
  [
    "Tue-Fri 09:00-18:00, Sat 10:00-16:00, closed Sun and Mon",
    "- 9:00-18:00 9:00-18:00 9:00-18:00 9:00-18:00 10:00-16:00 -",
  ],
  ["Mon. to Thurs 8 to 5", "8:00-17:00 8:00-17:00 8:00-17:00 8:00-17:00 - - -"],
  ["daily 8am-8pm", "8:00-20:00 8:00-20:00 8:00-20:00 8:00-20:00 8:00-20:00 8:00-20:00 8:00-20:00"],
  ["every day from 9 to 6", "9:00-18:00 9:00-18:00 9:00-18:00 9:00-18:00 9:00-18:00 9:00-18:00 9:00-18:00"],
  ["seven days a week, 7:30 to 22:00", "7:30-22:00 7:30-22:00 7:30-22:00 7:30-22:00 7:30-22:00 7:30-22:00 7:30-22:00"],
  ["weekdays 9-17, weekends closed", "9:00-17:00 9:00-17:00 9:00-17:00 9:00-17:00 9:00-17:00 - -"],
  ["Mon, Tue, and Wed 10-4", "10:00-16:00 10:00-16:00 10:00-16:00 - - - -"],
  ["Fri to Mon 9 to 5", "9:00-17:00 - - - 9:00-17:00 9:00-17:00 9:00-17:00"],
  ["24 hours", "0:00-24:00 0:00-24:00 0:00-24:00 0:00-24:00 0:00-24:00 0:00-24:00 0:00-24:00"],
  ["24/7", "0:00-24:00 0:00-24:00 0:00-24:00 0:00-24:00 0:00-24:00 0:00-24:00 0:00-24:00"],
  ["round the clock", "0:00-24:00 0:00-24:00 0:00-24:00 0:00-24:00 0:00-24:00 0:00-24:00 0:00-24:00"],
  ["open noon to midnight", "12:00-24:00 12:00-24:00 12:00-24:00 12:00-24:00 12:00-24:00 12:00-24:00 12:00-24:00"],
  ["9 a.m. to 5.30 p.m. Monday to Friday", "9:00-17:30 9:00-17:30 9:00-17:30 9:00-17:30 9:00-17:30 - -"],
  ["half past seven to quarter to nine on Mondays", "7:30-8:45 - - - - - -"],
  ["a quarter past six to ten on Sunday", "- - - - - - 6:15-10:00"],
  ["ten past six to nine on Sunday", "- - - - - - 6:10-9:00"],
  ["ten to six on Sunday", "- - - - - - 10:00-18:00"],
  ["half six to nine on weekdays", "6:30-9:00 6:30-9:00 6:30-9:00 6:30-9:00 6:30-9:00 - -"],
  ["closes at seven in the evening on Fridays", "- - - - 0:00-19:00 - -"],
  ["from 10 on Saturdays", "- - - - - 10:00-24:00 -"],
  ["until 6 on Saturdays", "- - - - - 0:00-18:00 -"],
  ["until late on Saturdays", "none"],
  ["in the sun until 6", "0:00-18:00 0:00-18:00 0:00-18:00 0:00-18:00 0:00-18:00 0:00-18:00 0:00-18:00"],
  ["between 8 and 8 on weekdays", "8:00-20:00 8:00-20:00 8:00-20:00 8:00-20:00 8:00-20:00 - -"],
  ["8 and 8 on weekdays", "none"],
  ["9 o'clock to 5 o'clock daily", "9:00-17:00 9:00-17:00 9:00-17:00 9:00-17:00 9:00-17:00 9:00-17:00 9:00-17:00"],
  [
    "two in the afternoon to eleven at night daily",
    "14:00-23:00 14:00-23:00 14:00-23:00 14:00-23:00 14:00-23:00 14:00-23:00 14:00-23:00",
  ],
  ["8h-18h Monday", "8:00-18:00 - - - - - -"],
  ["at ten on Mondays", "10:00-10:00 - - - - - -"],
  ["check-in from 15:00", "15:00-24:00 15:00-24:00 15:00-24:00 15:00-24:00 15:00-24:00 15:00-24:00 15:00-24:00"],
  ["shut on Mondays", "none"],
  ["Monday shut", "none"],
  ["Monday closed, Tuesday 9-5", "- 9:00-17:00 - - - - -"],
  ["Monday", "none"],
  ["call us", "none"],
  ["30 to 50 on Monday", "none"],
  ["9-5", "9:00-17:00 9:00-17:00 9:00-17:00 9:00-17:00 9:00-17:00 9:00-17:00 9:00-17:00"],
  ["12.30pm to 3pm on Sunday, 6pm to 10pm on Sunday", "- - - - - - 12:30-15:00+18:00-22:00"],
]

test.each(HOURS)("%s", (words, week) => {
  const schedule = scheduleIn(words)
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) =>
    (schedule?.get(day) ?? []).map((opening) =>
      opening === null ? "-" : `${clock(opening.from)}-${clock(opening.until)}`,
    ),
  )
  expect(schedule === null ? "none" : days.map((openings) => openings.join("+")).join(" ")).toBe(week)
})

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`
}
