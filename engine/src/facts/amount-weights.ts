import type { NoneTrait } from "./amount-options.ts"
import type { Trait } from "./amount-traits.ts"

/**
 * How much each trait speaks for a fact, in the logarithm of odds. Fitted on labelled replies of several businesses
 * (engine/evaluate/fit-amounts.ts); which way a trait may count was set beforehand.
 */
export const WEIGHTS: Readonly<Record<Trait, number>> = {
  name: 2.55,
  nameNear: 5.05,
  nameWeight: 1.97,
  wholeName: 0.84,
  othersName: -0.69,
  property: 2.65,
  share: 0.92,
  propertyNear: 1.63,
  rest: 2.41,
  scopeHere: 5.76,
  scopeNear: 3.63,
  foreign: -0.87,
  others: -0.74,
  unit: 0.55,
  per: -0.46,
  age: 3.68,
  bare: -0.94,
  term: 1.23,
  limit: 0.03,
  lead: 1.09,
  takes: 0.27,
  same: 3.43,
  other: -0.91,
  modified: -4.75,
  kin: 2.62,
  none: -0.42,
  elsewhere: -4.63,
  crowd: -0.54,
  emptyName: 0.69,
  kinName: 1.88,
  kinNear: 0.0,
  kinProperty: 0.0,
  explained: 0.0,
  plain: 0.15,
  telling: 0.02,
  sole: 1.36,
}

/** The same for "it is about none of them". */
export const NONE_WEIGHTS: Readonly<Record<NoneTrait, number>> = {
  constant: 2.23,
  past: 0.04,
  orders: 0.27,
  case: 0.3,
  personal: 0.05,
  foreign: 0.0,
  unknown: 0.43,
  verbless: 0.32,
  promise: 0.0,
}
