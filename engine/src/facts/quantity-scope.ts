import type { Unit } from "./context.ts"
import type { Entry } from "./entry.ts"
import { read } from "./read-text.ts"
import { isMeasured } from "./units.ts"
import type { Count } from "./value.ts"
import { valuesIn } from "./values.ts"

/** A scope that is a quantity, "250", "up to 25 kg", "100 or more": what it is of, where it is measured, and from where to where. */
export type QuantityRange = {
  readonly value: string
  readonly of: string
  readonly from: number
  readonly to: number
}

/** The scopes of a dimension as quantities; empty where one of them is none. */
export function quantitiesOf(values: readonly string[], names: ReadonlySet<string>): readonly QuantityRange[] {
  const found = values.flatMap((value): readonly QuantityRange[] => {
    const [said, ...more] = read(value, names).values
    if (said?.value.kind !== "count" || more.length > 0 || said.value.of === "year of age") return []
    return [{ value, of: isMeasured(said.value.of) ? said.value.of : "", ...rangeOf(said.value) }]
  })
  return found.length === values.length ? found : []
}

function rangeOf({ min, max, bound }: Count): { readonly from: number; readonly to: number } {
  if (bound === "most" || bound === "under") return { from: 0, to: bound === "under" ? max - TINY : max }
  if (bound === "least" || bound === "over") return { from: bound === "over" ? min + TINY : min, to: Infinity }
  return { from: min, to: max }
}

const TINY = 1e-6

/**
 * The scopes within which the nearest quantity told falls: "250 cards", "the crew of three", "he weighs 19 kg". Empty where it
 * falls into none, null where none was told.
 */
export function toldByQuantity(
  ranges: readonly QuantityRange[],
  [entry]: readonly Entry[],
  dimension: string,
  units: readonly Unit[],
  names: ReadonlySet<string>,
): readonly string[] | null {
  if (ranges.length === 0 || entry === undefined) return null
  const counted = new Set(["+user", ...read(dimension, names).concepts, ...entry.names])
  for (const { tokens } of units) {
    for (const { value } of valuesIn(tokens)) {
      if (value.kind !== "count" || value.min !== value.max) continue
      const told = fitting(ranges, value, counted)
      if (told !== null) return told
    }
  }
  return null
}

function fitting(ranges: readonly QuantityRange[], { min, of }: Count, counted: ReadonlySet<string>) {
  const alike = ranges.filter((range) => (range.of !== "" ? range.of === of : !isMeasured(of)))
  if (alike.length === 0) return null
  const within = alike.filter(({ from, to }) => from <= min && min <= to).map(({ value }) => value)
  if (isMeasured(of) || counted.has(of)) return within
  // A bare figure is meant only where it is one of them.
  return of === "" && alike.some(({ from, to }) => from === min && to === min) ? within : null
}
