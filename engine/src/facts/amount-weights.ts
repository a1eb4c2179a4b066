import type { NoneTrait } from "./amount-options.ts"
import type { Trait } from "./amount-traits.ts"

/**
 * How much each trait speaks for a fact, in the logarithm of odds. Fitted on labelled replies of several businesses
 * (engine/evaluate/fit-amounts.ts); which way a trait may count was set beforehand.
 */
export const WEIGHTS: Readonly<Record<Trait, number>> = {
  name: 1.89,
  nameNear: 5.17,
  nameWeight: 1.93,
  wholeName: 1.54,
  othersName: -0.93,
  property: 2.61,
  share: 1.38,
  propertyNear: 2.39,
  rest: 2.1,
  scopeHere: 6.81,
  scopeNear: 5.12,
  foreign: -0.93,
  others: -0.39,
  unit: 0.62,
  per: -0.5,
  age: 3.42,
  bare: -1.3,
  term: 1.22,
  limit: 0.27,
  lead: 0.91,
  takes: 0.8,
  same: 4.83,
  other: -0.89,
  modified: -4.19,
  kin: 2.9,
  none: 0.0,
  elsewhere: -4.95,
  crowd: -0.52,
  emptyName: 0.98,
}

/** The same for "it is about none of them". */
export const NONE_WEIGHTS: Readonly<Record<NoneTrait, number>> = {
  constant: 2.32,
  past: -0.26,
  orders: 0.39,
  case: 0.19,
  personal: 0.04,
  foreign: 0.0,
  unknown: 0.44,
  verbless: 0.25,
  promise: 0.12,
}
