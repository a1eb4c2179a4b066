import type { Money, Said, Value } from "./value.ts"

/**
 * Whether the amounts of a clause follow from a fact by reckoning: "four mugs: 14 euros" from 3.50 each, "$30 over a year"
 * from 2.50 a month, "$2 of $200" from one per cent, "$2,250 makes three" from 750 each.
 */
export function fromOthers(values: readonly Said[], fact: Value): boolean {
  if (fact.kind === "date") return false
  if (fact.kind === "money")
    return values.some(({ value }) => value.kind === "money" && isMultiple(value, fact, values))
  if (fact.kind === "percent") return isShare(values, fact.max)
  return false
}

function isMultiple(told: Money, fact: Money, values: readonly Said[]): boolean {
  if (fact.max === 0 || told.max === 0 || fact.min !== fact.max) return false
  return values.some(({ value }) => {
    const factor = factorOf(value, fact)
    return factor !== null && factor !== 1 && isNear(told.max, fact.max * factor)
  })
}

/** How often a price is paid for what is told. */
function factorOf(value: Value, fact: Money): number | null {
  if (value.kind === "count" && Number.isFinite(value.max)) return value.max
  if (value.kind !== "duration") return null
  const per = fact.per.split("/")
  if (value.scale === "months") return per.includes("month") ? value.max : per.includes("year") ? value.max / 12 : null
  if (value.scale !== "hours") return null
  if (per.includes("hour")) return value.max
  if (per.includes("week")) return value.max / 168
  return per.includes("day") || per.includes("night") ? value.max / 24 : null
}

/** One amount of money is the fact's share of another. */
function isShare(values: readonly Said[], percent: number): boolean {
  const amounts = values.flatMap(({ value }) => (value.kind === "money" ? [value.max] : []))
  return amounts.some((whole) =>
    amounts.some(
      (part) =>
        part < whole && (isNear(part, (whole * percent) / 100) || isNear(part, whole - (whole * percent) / 100)),
    ),
  )
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 0.005 * Math.max(1, Math.abs(other) * 0.01)
}
