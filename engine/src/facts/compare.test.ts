import { expect, test } from "vitest"
import { compare } from "./compare.ts"
import { fromOthers } from "./reckon.ts"
import { stemOf } from "./stem.ts"
import { tokensOf } from "./tokens.ts"
import type { Said } from "./value.ts"
import { valuesIn } from "./values.ts"

function valuesOf(words: string): readonly Said[] {
  return valuesIn(tokensOf(words, 0, words.length))
}

/** What was told, what the fact says, and whether the fact is how long something takes. */
const COMPARED: readonly (readonly [
  told: string,
  fact: string,
  takesTime: boolean,
  agreement: "same" | "other" | null,
])[] = [
  ["€5", "€5", false, "same"],
  ["€5", "€6", false, "other"],
  ["€5", "$5", false, "other"],
  ["$5", "CAD 5", false, "same"],
  ["5 dollars", "AUD 5", false, "same"],
  ["US$5", "NZD 5", false, "other"],
  ["NZD 5", "AUD 5", false, "other"],
  ["free", "€0", false, "same"],
  ["free", "€5", false, "other"],
  ["no fee", "0%", false, "same"],
  ["no fee", "5%", false, "other"],
  ["5", "€5", false, null],
  ["€5 a month", "€5", false, "same"],
  ["€5 a month", "€5 a year", false, "other"],
  ["€5 a month", "€60 a year", false, "same"],
  ["€2 to €4", "€2 to €4", false, "same"],
  ["€2 to €4", "€2 to €5", false, null],
  ["10%", "10%", false, "same"],
  ["a third off", "33%", false, "same"],
  ["two thirds of the price", "67%", false, "same"],
  ["a third off", "30%", false, "other"],
  ["10%", "15%", false, "other"],
  ["10%", "€10", false, null],
  ["about €10", "€10.50", false, "same"],
  ["about €10", "€12", false, null],
  ["about €10", "€40", false, "other"],
  ["over €20", "€25", false, "same"],
  ["over €20", "€15", false, "other"],
  ["under €20", "€15", false, "same"],
  ["under €20", "€25", false, "other"],
  ["up to 5 days", "5 days", false, "same"],
  ["up to 5 days", "7 days", false, "other"],
  ["at least 5 days", "5 days", false, "same"],
  ["at least 5 days", "3 days", false, "other"],
  ["48 hours", "2 days", false, "same"],
  ["one year", "12 months", false, "same"],
  ["30 days", "one month", false, null],
  ["31 days", "one month", false, null],
  ["45 days", "one month", false, "other"],
  ["a 2-week wait", "10 working days", false, null],
  ["2 weeks", "10 working days", false, null],
  ["3 weeks", "10 working days", false, "other"],
  ["2 days", "2 working days", false, "other"],
  ["two working days", "3 working days", false, "other"],
  ["immediately", "5 days", false, "other"],
  ["immediately", "straight away", false, "same"],
  ["for life", "5 years", false, "other"],
  ["lifetime", "forever", false, "same"],
  ["5 days", "3 to 5 days", true, null],
  ["5 days", "3 to 5 days", false, null],
  ["4 days", "3 to 5 days", false, null],
  ["3 to 5 days", "3 to 5 days", false, "same"],
  ["6 days", "3 to 5 days", true, "other"],
  ["up to 5 days", "3 to 5 days", false, "same"],
  ["up to 4 days", "3 to 5 days", false, "other"],
  ["at least 3 days", "3 to 5 days", false, "same"],
  ["at least 4 days", "3 to 5 days", false, "other"],
  ["5 bags", "5 kg", false, null],
  ["2 weeks", "2 working days", false, "other"],
  ["5 kg", "5000 grams", false, "same"],
  ["5 kg", "6 kg", false, "other"],
  ["5 bags", "5 bags", false, "same"],
  ["unlimited data", "5 GB", false, "other"],
  ["5 March", "5 March 2026", false, "same"],
  ["6 March", "5 March 2026", false, "other"],
  ["in March 2026", "5 March 2026", false, "same"],
  ["5 March 2025", "5 March 2026", false, "other"],
  ["the 5th", "5 March 2026", false, "same"],
  ["the 6th", "5 March 2026", false, "other"],
  ["16 or older", "16 or older", false, "same"],
  ["5", "5 days", false, null],
]

test.each(COMPARED)("%s beside %s (takes time: %s): %s", (told, fact, takesTime, agreement) => {
  const [said] = valuesOf(told)
  const [known] = valuesOf(fact)
  expect(said && known && compare(said.value, known.value, takesTime)).toBe(agreement)
})

test.each([
  ["four mugs: 14 euros", "€3.50 each", true],
  ["four mugs: 15 euros", "€3.50 each", false],
  ["$30 over a year", "$2.50 a month", true],
  ["$30 for 12 months", "$2.50 a month", true],
  ["€5 for 6 months", "€10 a year", true],
  ["€10 for 48 hours", "€5 a day", true],
  ["€10 for 48 hours", "€5 a night", true],
  ["€10 for two weeks", "€5 a week", true],
  ["€10 for 2 hours", "€5 an hour", true],
  ["€10 for 5 working days", "€2 a day", false],
  ["two people for five nights is €100", "€10 a night", true],
  ["$2 of $200", "1%", true],
  ["$198 instead of $200", "1%", true],
  ["$3 of $200", "1%", false],
  ["free for 3 days", "€5 a day", false],
  ["5 days", "3 days", false],
  ["€5", "5 March", false],
  ["€20 for one mug", "€20", false],
] as const)("%s follows from %s: %s", (told, fact, follows) => {
  const [known] = valuesOf(fact)
  expect(known && fromOthers(valuesOf(told), [], known.value)).toBe(follows)
})

test.each([
  ["guests'", "guest"],
  ["parties", "party"],
  ["dishes", "dish"],
  ["approval", "approv"],
  ["removal", "remov"],
  ["royal", "royal"],
  ["ties", "tie"],
  ["pies", "pie"],
  ["buses", "bus"],
  ["walked", "walk"],
  ["planned", "plan"],
  ["baking", "bak"],
  ["sing", "sing"],
  ["running", "run"],
] as const)("%s → %s", (word, stem) => expect(stemOf(word)).toBe(stem))
