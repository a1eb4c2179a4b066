import { stemOf } from "./stem.ts"

/** What a price is paid for each time, with one word for people: a price per seat is one per user. */
export function partsOf(per: string): readonly string[] {
  return per.split("/").map((part) => (PERSONS.has(part) ? "person" : part))
}

/** Whether two prices are paid for the same, as far as both say. */
export function isSamePer(one: string, other: string): boolean {
  return one === other || partsOf(one).toSorted().join("/") === partsOf(other).toSorted().join("/")
}

const PERSONS: ReadonlySet<string> = new Set(
  "person people head user seat member login guest passenger colleague pupil student participant"
    .split(" ")
    .map((word) => stemOf(word)),
)
