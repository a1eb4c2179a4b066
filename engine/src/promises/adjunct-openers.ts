import { testOf, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"

/** How each opener goes on, what is between bars any of them; nothing need follow where nothing stands. "While you're at lunch" is one, "while I check" is what we do. */
const OPENERS: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  `if=and when|
next=time
soon=as
as=soon as|long as|and when
prior=to
subject=to
so=long as
depending=on
by=the time
weather=permitting|allowing
stock=permitting|allowing
space=permitting|allowing
any=time you
anytime=you
in=case|the event|the unlikely event|the absence of|which case|the event of|default of|lieu of|return for|exchange for
on=condition|the understanding|the basis|the proviso|your say-so|your signal|your word|your go-ahead|your instructions|your instruction|your nod|receipt|receiving|completion|my return|our return|your return|his return|her return|their return|confirmation|approval|payment|return of|signature|production of|presentation of|expiry of|arrival|surrender of
the=moment|minute|instant|second i|second we|second you|second it|second they|second he|second she|day you|day it|day they|day he|day she
while=you|it|they|he|she
whilst=you|it|they|he|she
with=your permission|your approval|your consent|your agreement|your ok|your go-ahead|your say-so|your blessing|your confirmation
given=the go-ahead|the nod|the green light|your permission|your approval|your ok|your consent
unless once when whenever until till after before assuming provided providing should where supposing presuming failing without were otherwise pending upon=`
    .split("\n")
    .flatMap((line) => {
      const [openers = "", rests = ""] = line.split("=")
      const all = rests.split("|").map((rest) => (rest === "" ? [] : rest.split(" ")))
      return openers.split(" ").map((opener) => [opener, all] as const)
    }),
)

/** Whether an adjunct may begin with this word. */
export const opens = testOf((text) => OPENERS.has(text))

/** How many words open an adjunct at a word; 0 where none does. */
export function openerLength(words: readonly Word[], at: number): number {
  for (const rest of OPENERS.get(textAt(words, at)) ?? NO_RESTS) {
    let length = 0
    while (length < rest.length && textAt(words, at + 1 + length) === rest[length]) length++
    if (length === rest.length) return 1 + length
  }
  return isOn(words, at) && isDoing(textAt(words, at + 1)) ? 2 : 0
}

/** "On being furnished with the original": any doing; not "plan on replacing". */
function isOn(words: readonly Word[], at: number): boolean {
  return textAt(words, at) === "upon" || (textAt(words, at) === "on" && /^[,.;:–—-]?$/.test(textAt(words, at - 1)))
}

export function isDoing(word: string): boolean {
  return word.length > 4 && word.endsWith("ing") && !NO_DOINGS.has(word)
}

const NO_DOINGS = wordSet(
  "morning evening wedding building meeting ceiling clothing spring string thing something anything everything nothing parking housing training pricing shipping heating lighting",
)

const NO_RESTS: readonly (readonly string[])[] = []
