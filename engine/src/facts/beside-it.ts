import { SAME_SENTENCE } from "./context.ts"
import type { Entry } from "./entry.ts"
import type { Place } from "./find-claims.ts"
import { isForElse } from "./for-else.ts"
import { isDenied } from "./polarity.ts"
import { smooth } from "./smooth.ts"
import type { YesNoOption } from "./yes-no-options.ts"

/** Whether what goes against a yes-or-no fact by its words stands beside it after all: of one case, of the opposite, under an exception, of another thing. */
export function isBesideIt({ entry, traits, verdict }: YesNoOption, place: Place): boolean {
  const { words } = place.clause
  if (isDenied(words) && CASE.test(words)) return true
  if (NO_FEE.test(words) && !entry.all.has("+price")) return true
  if (isOfOpposite(place.clause, entry)) return true
  if (verdict?.isSure !== true && saysException(place, entry)) return true
  return traits.name + traits.kinName < 0.3 && isForElse(place.clause, entry)
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

/** "If it was locked", of what is not so "unless it was locked"; "at the end of the year", of what is possible only then. */
function saysException({ units }: Place, { excepted }: Entry): boolean {
  return (
    excepted.size > 0 &&
    units.some(
      ({ concepts, nearness }) => nearness >= SAME_SENTENCE && [...concepts].some((concept) => excepted.has(concept)),
    )
  )
}
