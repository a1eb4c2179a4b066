import type { Token } from "./tokens.ts"
import type { Said, Value } from "./value.ts"
import { textAt } from "../words.ts"

/** "As many tools as you like", "for as long as you like", "no upper limit on users", "however many you need": no end to it. */
export function readEndless(tokens: readonly Token[], index: number): Said | null {
  const text = textAt(tokens, index)
  if (text === "as") return asMany(tokens, index)
  if (text === "however")
    return /^(?:many|much|often)$/.test(textAt(tokens, index + 1)) ? endless(tokens, index, index + 2) : null
  if (text !== "no" && text !== "isn't" && text !== "without") return null
  let at = index + 1
  while (/^(?:a|any|an|upper|maximum|fixed|set)$/.test(textAt(tokens, at))) at++
  if (
    !/^(?:limit|maximum|cap|limits)$/.test(textAt(tokens, at)) &&
    !(at > index + 1 && tokens[at - 1]?.text === "maximum")
  )
    return null
  const of = /^(?:on|to)$/.test(textAt(tokens, at + 1)) ? at + 2 : at + 1
  return endless(tokens, index, skipped(tokens, of))
}

/** "as many kids as you can carry", "for as long as you like" */
function asMany(tokens: readonly Token[], index: number): Said | null {
  const how = textAt(tokens, index + 1)
  if (!/^(?:many|much|long)$/.test(how) || textAt(tokens, index + 2) === "times") return null
  for (let at = index + 2; at <= index + 5; at++) {
    if (textAt(tokens, at) !== "as") continue
    const isEndless = ENDLESS.test(`${textAt(tokens, at + 1)} ${textAt(tokens, at + 2)}`)
    if (!isEndless) return null
    if (how !== "long") return endless(tokens, index, at - 1, index + 2)
    const value: Value = { kind: "duration", min: Infinity, max: Infinity, scale: "hours", bound: "exact" }
    return { value, from: index, to: at + 3 }
  }
  return null
}

const ENDLESS = /^(?:you|they) (?:like|want|wish|please|need|can|care|fancy)$|^it takes$/

function endless(tokens: readonly Token[], from: number, noun: number, to = noun): Said {
  const { kind, concept = "" } = tokens[noun] ?? {}
  const of = kind === "word" && noun >= to && !concept.startsWith("~") ? concept : ""
  return {
    value: { kind: "count", min: Infinity, max: Infinity, of, bound: "exact" },
    from,
    to: Math.min(tokens.length, to),
  }
}

/** "how many", "the number of": what is counted stands after it. */
function skipped(tokens: readonly Token[], from: number): number {
  let at = from
  while (/^(?:how|many|the|number|of|your)$/.test(textAt(tokens, at))) at++
  return at
}
