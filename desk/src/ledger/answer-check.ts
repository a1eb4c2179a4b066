import { invalid } from "./error.ts"

/** Whether customers are asked, after a conversation was closed, if the answer helped. */
export type AnswerCheckSettings = {
  readonly on: boolean
  /** How long after it was closed; then the next working time. */
  readonly hours: number
  /** At most once in so many days a customer, in whichever conversation. */
  readonly days: number
}

export const STANDARD_ANSWER_CHECK: AnswerCheckSettings = { on: false, hours: 24, days: 30 }

export const ASK_HOURS_MAX = 336 // two weeks; later nobody remembers what the answer was
export const ASK_DAYS_MAX = 365

/** `invalid` for hours and days out of range. */
export function assertAnswerCheck({ hours, days }: AnswerCheckSettings): void {
  if (!isIn(hours, ASK_HOURS_MAX))
    throw invalid(`Customers are asked 1 to ${ASK_HOURS_MAX} hours after a conversation was closed.`, "answerCheck")
  if (!isIn(days, ASK_DAYS_MAX))
    throw invalid(`A customer is asked at most once in 1 to ${ASK_DAYS_MAX} days.`, "answerCheck")
}

function isIn(value: number, max: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= max
}

/** What asks the customer, once, whether the answer helped. */
export function answerQuestion(url: string): string {
  return [
    "Hello,",
    "",
    "you wrote to us and we answered. Did our answer help? You can tell us here with one press, and add a line if you like:",
    url,
    "",
    "This mail was sent automatically and we ask once only about a conversation. An answer to it reaches a person.",
  ].join("\n")
}
