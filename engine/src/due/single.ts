import { readMoment } from "./moment.ts"
import { readPeriod } from "./period.ts"
import type { Read, Tokens } from "./tokens.ts"
import type { When } from "./when.ts"

/** One moment or one period, whichever is longer. */
export function readSingle(tokens: Tokens, index: number): Read<When> | null {
  const moment = readMoment(tokens, index)
  const period = readPeriod(tokens, index)
  if (moment === null || period === null) return moment ?? period
  return period.next > moment.next ? period : moment
}
