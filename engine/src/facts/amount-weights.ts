import type { NoneTrait } from "./amount-options.ts"
import type { Trait } from "./amount-traits.ts"

/**
 * How much each trait speaks for a fact, in the logarithm of odds. Fitted on labelled replies of several businesses
 * (engine/evaluate/fit-amounts.ts); which way a trait may count was set beforehand.
 */
export const WEIGHTS: Readonly<Record<Trait, number>> = {
  name: 1.77,
  nameNear: 4.90,
  nameWeight: 1.86,
  wholeName: 1.82,
  othersName: -0.89,
  property: 2.66,
  share: 1.34,
  propertyNear: 2.47,
  rest: 2.18,
  scopeHere: 6.82,
  scopeNear: 5.20,
  foreign: -0.93,
  others: -0.50,
  unit: 0.75,
  per: -0.48,
  age: 3.38,
  bare: -1.15,
  term: 0.79,
  limit: 0.31,
  lead: 0.84,
  takes: 0.81,
  same: 4.86,
  other: -0.89,
  modified: -4.18,
  kin: 2.99,
  none: 0.00,
  elsewhere: -4.73,
  crowd: -0.57,
  emptyName: 1.15,
}

/** The same for "it is about none of them". */
export const NONE_WEIGHTS: Readonly<Record<NoneTrait, number>> = {
  constant: 2.24,
  past: -0.27,
  orders: 0.38,
  case: 0.21,
  personal: 0.04,
  foreign: 0.00,
  unknown: 0.45,
  verbless: 0.25,
  promise: 0.11,
}
