import type { NoneTrait } from "./amount-options.ts"
import type { Trait } from "./amount-traits.ts"

/**
 * How much each trait speaks for a fact, in the logarithm of odds. Fitted on labelled replies of several businesses
 * (engine/evaluate/fit-amounts.ts); which way a trait may count was set beforehand.
 */
export const WEIGHTS: Readonly<Record<Trait, number>> = {
  name: 1.6,
  nameNear: 4.46,
  nameWeight: 1.87,
  wholeName: 2.02,
  othersName: -0.89,
  property: 2.67,
  share: 1.27,
  propertyNear: 2.38,
  rest: 2.5,
  scopeHere: 6.88,
  scopeNear: 5.36,
  foreign: -0.84,
  others: -0.49,
  unit: 0.89,
  per: -0.31,
  age: 3.56,
  bare: -0.99,
  term: 0.64,
  limit: 0.61,
  lead: 0.93,
  takes: 0.65,
  same: 4.83,
  other: -0.88,
  modified: -3.94,
  kin: 2.98,
  none: -0.06,
  elsewhere: -4.84,
  crowd: -0.53,
  emptyName: 1.68,
}

/** The same for "it is about none of them". */
export const NONE_WEIGHTS: Readonly<Record<NoneTrait, number>> = {
  constant: 2.33,
  past: -0.26,
  orders: 0.36,
  case: 0.21,
  personal: 0.04,
  foreign: 0.0,
  unknown: 0.53,
  verbless: 0.39,
  promise: 0.38,
}
