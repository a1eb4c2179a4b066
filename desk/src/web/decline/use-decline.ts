import { sentences } from "aboveboard-engine"
import { useState } from "react"
import type { z } from "zod"
import type { declineInput } from "../../contract/declines.ts"
import { type Basis, declineText, onlyQuestion } from "../../ledger/decline.ts"
import type { OpenConversation } from "../conversations/use-conversation.ts"

export type DeclineInput = z.input<typeof declineInput>

/** A sentence of the customer that can be quoted as what was asked. */
export type AskedSentence = {
  readonly messageId: string
  readonly start: number
  readonly end: number
  readonly words: string
}

/** The sentences of the customer's last message; of their own words only. */
export function askedSentences({ messages }: OpenConversation): readonly AskedSentence[] {
  const last = messages.findLast((each) => each.kind === "inbound" && each.text !== null)
  if (last?.text === null || last === undefined) return []
  const { id: messageId, text, own } = last
  const whole = own.length === 0 ? [{ start: 0, end: text.length }] : own
  return sentences(text, whole)
    .map(({ start, end }) => ({ messageId, start, end, words: text.slice(start, end).trim() }))
    .filter(({ words }) => /\s/.test(words)) // a name alone, as below a mail, asks for nothing
}

export type DeclineFields = {
  readonly chosen: ReadonlySet<number>
  readonly basis: Basis
  readonly refused: string
  readonly reason: string
  readonly factId: string
  readonly rule: string
  readonly alternative: string
  readonly nothing: boolean
}

/** The fields of a no, the text that they make, and what goes with the message; null while something is missing. */
export function useDeclineFields(asked: readonly AskedSentence[]) {
  const [fields, setFields] = useState<DeclineFields>(() => ({
    chosen: new Set(onlyQuestion(asked.map(({ words }) => words))),
    basis: "policy",
    refused: "",
    reason: "",
    factId: "",
    rule: "",
    alternative: "",
    nothing: false,
  }))
  const set = (part: Partial<DeclineFields>) => setFields((was) => ({ ...was, ...part }))
  const isWhole =
    fields.refused.trim() !== "" && fields.reason.trim() !== "" && (fields.nothing || fields.alternative.trim() !== "")
  const alternative = fields.nothing ? null : fields.alternative
  const text = isWhole ? declineText({ ...fields, alternative }) : ""
  return { fields, set, text, decline: isWhole ? declineOf(fields, asked) : null }
}

function declineOf(fields: DeclineFields, asked: readonly AskedSentence[]): DeclineInput {
  const quoted = asked.filter((_each, at) => fields.chosen.has(at))
  const [first, last] = [quoted[0], quoted.at(-1)]
  return {
    ...(first === undefined || last === undefined
      ? {}
      : { asked: { messageId: first.messageId, start: first.start, end: last.end } }),
    basis: fields.basis,
    refused: fields.refused.trim(),
    reason: fields.reason.trim(),
    ...(fields.factId === "" ? {} : { factId: fields.factId }),
    ...(fields.rule.trim() === "" ? {} : { rule: fields.rule.trim() }),
    ...(fields.nothing ? {} : { alternative: fields.alternative.trim() }),
  }
}
