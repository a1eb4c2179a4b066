import { SAME_SENTENCE } from "./context.ts"
import type { Entry } from "./entry.ts"
import type { Place } from "./find-claims.ts"
import { LIGHT } from "./light-words.ts"
import { isDenied } from "./polarity.ts"
import { SLIGHT } from "./slight-words.ts"
import { smooth } from "./smooth.ts"
import { tokensOf } from "./tokens.ts"
import { textAt } from "../words.ts"
import type { YesNoOption } from "./yes-no-options.ts"

/** Whether what goes against a yes-or-no fact by its words stands beside it after all: of one case, of the opposite, under an exception, of another thing. */
export function isBesideIt({ entry, traits, verdict }: YesNoOption, place: Place): boolean {
  const { words } = place.clause
  if (isDenied(words) && CASE.test(words)) return true
  if (NO_FEE.test(words) && !entry.all.has("+price")) return true
  if (isOfOpposite(place.clause, entry)) return true
  if (traits.aside === 0 && verdict?.isSure !== true && saysException(place, entry)) return true
  return traits.name + traits.kinName < 0.3 && namesOther(place.clause, entry)
}

/** "It isn't ready yet", "you haven't skipped a month": how it stands with one. */
const CASE =
  /^(?!(?:(?:and|but|so|sorry|no),? )*(?:we|there)\b).*\byet\b|\byou (?:haven't|have not|hadn't|didn't|aren't)\b/

/** "There's no hotspot fee" says nothing of having one. */
const NO_FEE = /\bno (?:[a-z-]+ ){0,3}(?:fees?|charges?|costs?)\b/

/** "Unopened bags", of what is so of opened ones. */
function isOfOpposite({ tokens }: Place["clause"], { all, fact }: Entry): boolean {
  const said = smooth(`${fact.subject} ${fact.attribute} ${fact.statement}`)
  return tokens.some(({ text, concept, kind }) => {
    if (kind !== "word" || concept === "" || text.length < 4) return false
    const bare = PREFIX.exec(text)?.[1]
    if (bare !== undefined) return new RegExp(`(?<![-\\p{L}])${bare}`, "u").test(said) && !said.includes(text)
    return new RegExp(`(?<![-\\p{L}])(?:un|non-?)${text}(?!\\p{L})`, "u").test(said) && !all.has(concept)
  })
}

const PREFIX = /^(?:un|non-?)([a-z]{4,})$/

const exceptionsOf = new WeakMap<Entry, ReadonlySet<string>>()

/** "If it was locked", of what is not so "unless it was locked"; "at the end of the year", of what is possible only then. */
function saysException({ units }: Pick<Place, "units">, entry: Entry): boolean {
  let exceptions = exceptionsOf.get(entry)
  if (exceptions === undefined) {
    const piece = EXCEPTION.exec(smooth(entry.fact.statement))?.[1] ?? ""
    exceptions = new Set(
      tokensOf(piece, 0, piece.length).flatMap(({ concept }) =>
        concept === "" || LIGHT.has(concept) || entry.names.has(concept) || entry.attribute.includes(concept)
          ? []
          : [concept],
      ),
    )
    exceptionsOf.set(entry, exceptions)
  }
  if (exceptions.size === 0) return false
  for (const { concepts, nearness } of units)
    if (nearness >= SAME_SENTENCE) for (const concept of concepts) if (exceptions.has(concept)) return true
  return false
}

const EXCEPTION =
  /\b(?:unless|except|only|apart from|other than|provided|as long as|if|waived|taken off|deducted from|free (?:for|with|when))\b([^;.]*)/

/** "No report is needed for water damage", of thefts. */
function namesOther({ tokens }: Place["clause"], { all }: Entry): boolean {
  return tokens.some(({ kind, concept }, at) => {
    if (kind !== "word" || concept === "" || all.has(concept) || LIGHT.has(concept) || SLIGHT.has(concept)) return false
    const before = OF_WHOM.test(textAt(tokens, at - 1)) ? at - 2 : at - 1
    return /^(?:for|on|with)$/.test(textAt(tokens, before))
  })
}

const OF_WHOM = /^(?:an?|the|your|our|his|her|their)$/
