import { writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { f1 } from "./intervals.ts"
import { ownTexts } from "./promise-rows.ts"
import type { Labelled, Sentence } from "./promise-rows.ts"
import { fitSparse, oddsBy } from "./sparse-logit.ts"
import type { Example, Fit } from "./sparse-logit.ts"

const HERE = dirname(fileURLToPath(import.meta.url))
/** Above these log-odds a sentence of a note undertakes something: where unread hands gain and read sets lose nothing. */
const LIKELY_FROM = 0.5
const WEIGHTS_MAX = 4_000 // with which the part packs to 25 kB
const OTHER_CHANNELS = 0.2 // what a sentence of a mail or a chat counts among those of notes
const COUNTS: Readonly<Record<string, number>> = { cases: 0.5, replies: 0.5 }
const NOT_LEARNT: ReadonlySet<string> = new Set(["promises-office", "promises-counter"]) // mails and chats; notes gain nothing by them
const TURNS = 3 // of saying which sentence of a text is meant, and fitting on it

/**
 * Fits the weights of the undertakings in notes on all texts of ours and writes them: `node engine/evaluate/fit-undertakings.ts`. With `--hands` each hand is
 * left out in turn and counted, and nothing is written.
 */
function main(): void {
  const { values } = parseArgs({ options: { hands: { type: "boolean", default: false } } })
  const texts = ownTexts(join(HERE, "open")).filter(({ hand }) => !NOT_LEARNT.has(hand))
  if (values.hands) tellByHand(texts)
  else writeFileSync(join(HERE, "../src/undertakings/note-weights.ts"), sourceOf(fitted(texts)))
}

export function fitted(texts: readonly Labelled[]): Fit {
  const whole = fitOn(texts)
  const counts = new Map<string, number>()
  for (const { sentences } of texts)
    for (const { traits } of sentences)
      for (const trait of new Set(traits)) counts.set(trait, (counts.get(trait) ?? 0) + 1)
  const worth = ([trait, weight]: readonly [string, number]) => Math.abs(weight) * Math.sqrt(counts.get(trait) ?? 0)
  const kept = [...whole.weights].sort((one, other) => worth(other) - worth(one)).slice(0, WEIGHTS_MAX)
  return fitOn(texts, new Set(kept.map(([trait]) => trait)))
}

/** Which sentence of several is the one that undertakes is not labelled: the likeliest is taken, and the fit made again. */
function fitOn(texts: readonly Labelled[], only?: ReadonlySet<string>): Fit {
  let fit: Fit = { bias: 0, weights: new Map() }
  for (let turn = 0; turn < TURNS; turn++)
    fit = fitSparse(
      texts.flatMap((text) => examplesOf(text, fit)),
      only,
    )
  return fit
}

function examplesOf(text: Labelled, fit: Fit): readonly Example[] {
  const counts = (COUNTS[text.hand] ?? 1) * (text.channel === "note" ? 1 : OTHER_CHANNELS) * (text.isUnsure ? 0.5 : 1)
  if (!text.undertakes) return text.sentences.map((sentence) => ({ ...sentence, isCase: false, counts }))
  const isFirst = fit.weights.size === 0
  const odds = text.sentences.map(
    (sentence) => (sentence.found.length > 0 ? FOUND : 0) + (isFirst ? guessOf(sentence) : oddsBy(fit, sentence)),
  )
  const meant = odds.lastIndexOf(Math.max(...odds))
  return text.sentences.flatMap((sentence, at) => {
    if (at === meant) return [{ ...sentence, isCase: true, counts }]
    return (odds[at] ?? 0) < 0 ? [{ ...sentence, isCase: false, counts: counts / 2 }] : []
  })
}

/** Before anything is fitted: a sentence that names a time, else the longest. */
function guessOf({ traits }: Sentence): number {
  return (traits.includes("TIME _") ? 1 : 0) + traits.length / LONG_TRAITS
}

const LONG_TRAITS = 200
const FOUND = 2 // log-odds; a sentence in which a rule finds a promise is likely the one

function tellByHand(texts: readonly Labelled[]): void {
  for (const hand of new Set(texts.map((text) => text.hand))) {
    const own = texts.filter((text) => text.hand === hand && text.channel === "note")
    if (own.length === 0 || hand === "cases" || hand === "promises-ordinary") continue
    const fit = fitted(texts.filter((text) => text.hand !== hand))
    const figure = (isFound: (text: Labelled) => boolean) =>
      f1(own.map((text, at) => ({ group: String(at), truth: text.undertakes, found: isFound(text) }))).value.toFixed(3)
    const byRules = ({ sentences }: Labelled) => sentences.some(({ found }) => found.length > 0)
    const byBoth = (text: Labelled) =>
      byRules(text) || text.sentences.some((sentence) => oddsBy(fit, sentence) > LIKELY_FROM)
    console.log(`${hand}: ${own.length} notes, rules ${figure(byRules)}, with the model ${figure(byBoth)}`)
  }
}

/** A module with the weights in hundredths, those of one size in one line. */
function sourceOf({ bias, weights }: Fit): string {
  const lines = new Map<number, string[]>()
  for (const [trait, weight] of weights) {
    const size = Math.round(weight * 100)
    if (size !== 0 && !/[|`\\\\$]/.test(trait)) lines.set(size, [...(lines.get(size) ?? []), trait])
  }
  const told = [...lines]
    .sort(([one], [other]) => other - one)
    .map(([size, traits]) => `${size}: ${traits.sort().join(" | ")}`)
  return `// Written by engine/evaluate/fit-undertakings.ts.
export const LIKELY_FROM = ${LIKELY_FROM} // log-odds
export const BIAS = ${Math.round(bias * 100) / 100}
/** Hundredths of log-odds, and the traits that have them: a word, two neighbours, or what a clause says. */
export const WEIGHTS = \`
${told.join("\n")}
\`
`
}

main()
