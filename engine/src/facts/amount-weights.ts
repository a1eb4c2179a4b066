import type { NoneTrait } from "./amount-options.ts"
import type { Trait } from "./amount-traits.ts"

/**
 * How much each trait speaks for a fact, in the logarithm of odds. Fitted on labelled replies of several businesses
 * (engine/evaluate/fit-amounts.ts); which way a trait may count was set beforehand.
 */
export const WEIGHTS: Readonly<Record<Trait, number>> = {
  name: 2.18,
  nameNear: 4.68,
  nameWeight: 2.65,
  wholeName: 0.85,
  othersName: -0.07,
  property: 1.99,
  share: 1.35,
  propertyNear: 1.47,
  rest: 2.77,
  scopeHere: 5.01,
  scopeNear: 4.48,
  foreign: -0.61,
  others: -0.91,
  unit: 0.77,
  per: -0.82,
  age: 7.29,
  bare: -1.17,
  term: 1.25,
  limit: 1.27,
  lead: 1.33,
  takes: 0.39,
  same: 3.39,
  other: -0.9,
  modified: -4.15,
  kin: 3.63,
  none: -0.78,
  elsewhere: -1.02,
  crowd: -0.39,
  emptyName: 0.78,
  kinName: 1.85,
  kinNear: 0.0,
  kinProperty: 1.04,
  explained: 0.0,
  plain: 0.0,
  telling: 0.0,
  sole: 0.57,
}

/** The same for "it is about none of them". */
export const NONE_WEIGHTS: Readonly<Record<NoneTrait, number>> = {
  constant: 2.14,
  past: -0.06,
  orders: 0.01,
  case: 0.65,
  personal: 0.25,
  foreign: 0.0,
  unknown: 0.1,
  verbless: 0.48,
  promise: 0.0,
}
