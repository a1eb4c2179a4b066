import type { NoneTrait } from "./amount-options.ts"
import type { Trait } from "./amount-traits.ts"

/**
 * How much each trait speaks for a fact, in the logarithm of odds. Fitted on labelled replies of several businesses
 * (engine/evaluate/fit-amounts.ts); which way a trait may count was set beforehand.
 */
export const WEIGHTS: Readonly<Record<Trait, number>> = {
  name: 2.11,
  nameNear: 4.78,
  nameWeight: 2.4,
  wholeName: 1.18,
  othersName: -0.02,
  property: 1.98,
  share: 1.34,
  propertyNear: 1.45,
  rest: 2.84,
  scopeHere: 5.02,
  scopeNear: 4.5,
  foreign: -0.59,
  others: -0.86,
  unit: 0.71,
  per: -0.86,
  age: 7.4,
  bare: -1.06,
  term: 1.32,
  limit: 0.88,
  lead: 1.27,
  takes: 0.42,
  same: 3.41,
  other: -0.9,
  modified: -4.27,
  kin: 3.55,
  none: -0.86,
  elsewhere: -1.01,
  crowd: -0.41,
  emptyName: 0.86,
  kinName: 1.88,
  kinNear: 0.0,
  kinProperty: 0.92,
  sole: 0.64,
}

/** The same for "it is about none of them". */
export const NONE_WEIGHTS: Readonly<Record<NoneTrait, number>> = {
  constant: 2.22,
  case: 0.63,
  personal: 0.24,
  unknown: 0.1,
  verbless: 0.42,
}
