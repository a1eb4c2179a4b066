import type { NoneTrait } from "./amount-options.ts"
import type { Trait } from "./amount-traits.ts"

/**
 * How much each trait speaks for a fact, in the logarithm of odds. Fitted on labelled replies of several businesses
 * (engine/evaluate/fit-amounts.ts); which way a trait may count was set beforehand.
 */
export const WEIGHTS: Readonly<Record<Trait, number>> = {
  name: 1.83,
  nameNear: 4.19,
  nameWeight: 2.11,
  wholeName: 1.17,
  othersName: -1.31,
  property: 2.31,
  share: 1.91,
  propertyNear: 2.21,
  rest: 1.99,
  scopeHere: 6.52,
  scopeNear: 4.51,
  foreign: -0.86,
  others: -0.63,
  unit: 0.94,
  per: 0.00,
  age: 5.94,
  bare: -1.46,
  term: 1.04,
  limit: 1.22,
  lead: 0.71,
  takes: 2.84,
  same: 4.02,
  other: -0.12,
  modified: -0.04,
  kin: 2.90,
  none: -0.16,
  elsewhere: -4.41,
  crowd: -0.39,
  emptyName: 1.50,
}

/** The same for "it is about none of them". */
export const NONE_WEIGHTS: Readonly<Record<NoneTrait, number>> = {
  constant: 1.77,
  past: -0.24,
  orders: 0.49,
  case: 0.16,
  personal: 0.15,
  foreign: 0.00,
  unknown: 0.39,
  verbless: 0.52,
  promise: 0.08,
}
