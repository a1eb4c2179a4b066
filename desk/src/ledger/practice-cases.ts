import { ASKED_FOR } from "./practice-asked.ts"
import type { PracticeCase } from "./practice-case.ts"
import { WRONG } from "./practice-wrong.ts"

/** The cases that come with the desk. */
export const PRACTICE_CASES: readonly PracticeCase[] = [...ASKED_FOR, ...WRONG]

/** Null where there is none of this key. */
export function caseOf(key: string): PracticeCase | null {
  return PRACTICE_CASES.find((each) => each.key === key) ?? null
}
