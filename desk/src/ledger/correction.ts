/** Telling customers that something they were told is no longer true. */
import { greeting } from "./greeting.ts"

export type CorrectionChoice = "correct" | "honour" | "leave"

/** One customer of a run, as it is known. */
export type CorrectionPerson = {
  readonly choice: CorrectionChoice
  readonly sentMessageId: string | null
  readonly delivery: "waiting" | "accepted" | "failed" | "cancelled" | "bounced" | null
  /** They wrote after the correction. */
  readonly hasAnswered: boolean
  readonly problem: string | null
  /** They were told the new version since, whoever wrote it. */
  readonly isToldNew: boolean
  readonly isErased: boolean
  /** There is an address to write to. */
  readonly isReachable: boolean
}

/**
 * `told`: to go. `held`: could not be sent with the others, somebody looks. `sending`: in the outbox. `undeliverable`: it came
 * back, was refused, or there is no address. `answered`: they wrote after we had told them.
 */
export type CorrectionState =
  | "told"
  | "held"
  | "sending"
  | "corrected"
  | "honoured"
  | "undeliverable"
  | "answered"
  | "left"

export function correctionState(person: CorrectionPerson): CorrectionState {
  if (person.isErased) return "left"
  if (person.sentMessageId !== null) return sentState(person)
  if (person.choice === "leave") return "left"
  if (person.isToldNew) return person.hasAnswered ? "answered" : "corrected"
  if (person.problem !== null) return "held"
  return person.isReachable ? "told" : "undeliverable"
}

function sentState({ delivery, hasAnswered, choice }: CorrectionPerson): CorrectionState {
  if (delivery === "bounced" || delivery === "failed") return "undeliverable"
  if (delivery === "cancelled") return "told"
  if (delivery === "waiting") return "sending"
  if (choice === "honour") return "honoured"
  return hasAnswered ? "answered" : "corrected"
}

export const CORRECTION_WORDS = `{{greeting}}

On {{date}} we told you: “{{told}}”.

That no longer holds. {{fact}}

We are sorry for the trouble. If you relied on it, please answer this message.`

export const HONOUR_WORDS = `{{greeting}}

On {{date}} we told you: “{{told}}”.

That has changed since then. For you it stays as we told you.`

export type Places = {
  readonly name: string | null
  readonly date: string
  readonly told: string
  readonly fact: string
}

/** The words with what this customer was told in their places. What stands in quotation marks is never ours to change. */
export function correctionText(words: string, { name, date, told, fact }: Places): string {
  const quoted = told
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, " ")
    .trim()
  const values: Readonly<Record<string, string>> = {
    greeting: greeting(name),
    name: name ?? "",
    date,
    told: quoted.replace(/[.!]$/, ""),
    fact,
  }
  return words.replace(/\{\{\s*([a-z]+)\s*\}\}/g, (whole, place: string) => values[place] ?? whole)
}
