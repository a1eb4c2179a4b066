/** What vague words mean, while it is being edited. */
export type Meaning = { readonly said: string; readonly minutes: string }

const MINUTES_MAX = 10_000 // as the desk takes them
const SAID_LENGTH_MAX = 60 // characters

export function isMeaning({ said, minutes }: Meaning): boolean {
  const words = said.trim()
  if (words === "" || words.length > SAID_LENGTH_MAX || !/^\d{1,5}$/.test(minutes)) return false
  return Number(minutes) >= 1 && Number(minutes) <= MINUTES_MAX
}
