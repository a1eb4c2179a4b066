import { singular } from "./entry.ts"
import type { Alias } from "./entry.ts"
import type { Trait, Words } from "./amount-traits.ts"
import type { Token } from "./tokens.ts"
import { textAt } from "../words.ts"

type Named = Pick<Record<Trait, number>, "name" | "nameNear" | "nameWeight" | "wholeName" | "kinName" | "kinNear">

/** How much of one of the names the clause says, and how much more what is around it. */
export function nameTraits(aliases: readonly Alias[], { own, near, kinHere, kinNear, rarity, tokens }: Words): Named {
  let name = 0
  let reach = 0
  let nameWeight = 0
  let wholeName = 0
  let kinName = 0
  let kinReach = 0
  const counted = new Set<string>()
  for (const { concepts, isUs, isPartial: isPart, words } of aliases) {
    if (isUs) continue
    const isPartial = isPart && !isSaidWhole(words, tokens)
    let all = 0
    let here = 0
    let around = 0
    let alike = 0
    let alikeAround = 0
    for (const concept of concepts) {
      const weight = rarity(concept)
      const isHere = own.has(concept)
      all += weight
      if (isHere) here += weight
      if (isHere && !counted.has(concept)) nameWeight += weight
      if (isHere) counted.add(concept)
      const nearness = isHere ? 1 : (near.get(concept) ?? 0)
      around += weight * nearness
      const likeness = isHere ? 1 : (kinHere.get(concept) ?? 0)
      alike += weight * likeness
      alikeAround += weight * Math.max(nearness, likeness, kinNear.get(concept) ?? 0)
    }
    if (all === 0) continue
    const size = isPartial ? PARTIAL : 1
    name = Math.max(name, (size * here) / all)
    reach = Math.max(reach, (size * around) / all)
    kinName = Math.max(kinName, (size * alike) / all)
    kinReach = Math.max(kinReach, (size * alikeAround) / all)
    if (!isPartial && concepts.every((concept) => own.has(concept))) wholeName = 1
  }
  return {
    name,
    nameNear: reach - name,
    nameWeight: Math.min(2, nameWeight),
    wholeName,
    kinName: kinName - name,
    kinNear: Math.max(0, kinReach - Math.max(reach, kinName)),
  }
}

/** "trial day", of which only "trial" tells anything: both its words stand there, side by side. */
function isSaidWhole(words: readonly string[], tokens: readonly Token[]): boolean {
  const said = tokens.filter(({ kind }) => kind !== "sign")
  return said.some((_, at) => words.every((word, place) => singular(textAt(said, at + place)) === word))
}

const PARTIAL = 0.5 // "lesson" of "first lesson", where others have lessons, too
