import type { Unit } from "./context.ts"

/** Of "male cat", "women's course": whether those that are told of may be meant: "Ziggy's a boy cat", "she weighs 19 kg". */
export function isOfSexTold(value: string, units: readonly Unit[]): boolean {
  const isFemale = FEMALE.test(value)
  if (!isFemale && !MALE.test(value)) return true
  for (const { tokens } of units) {
    const told = tokens.find(({ text }) => SHE.test(text) || HE.test(text))
    if (told !== undefined) return SHE.test(told.text) === isFemale
  }
  return true
}

const FEMALE = /\b(?:females?|wom[ae]n|girls?|ladies)\b/i
const MALE = /\b(?:males?|m[ae]n|boys?|gentlemen)\b/i
const SHE = /^(?:female|girl|bitch|queen|woman|she|she's|she'll|her)$/
const HE = /^(?:male|boy|tom|man|he|he's|he'll|him|his)$/
