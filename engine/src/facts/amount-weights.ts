import type { NoneTrait } from "./amount-options.ts"
import type { Trait } from "./amount-traits.ts"

/**
 * How much each trait speaks for a fact, in the logarithm of odds. Fitted on labelled replies of several businesses
 * (engine/evaluate/fit-amounts.ts); which way a trait may count was set beforehand.
 */
export const WEIGHTS: Readonly<Record<Trait, number>> = {
  name: 1.76,
  nameNear: 4.73,
  nameWeight: 2.28,
  wholeName: 1.21,
  othersName: -1.22,
  property: 2.01,
  share: 1.92,
  propertyNear: 2.44,
  rest: 2.26,
  scopeHere: 5.18,
  scopeNear: 4.22,
  foreign: -0.88,
  others: -0.84,
  unit: 1.15,
  per: 0.00,
  age: 6.41,
  bare: -1.68,
  term: 1.12,
  limit: 0.60,
  lead: 1.11,
  takes: 2.85,
  same: 3.97,
  kin: 2.92,
  none: -0.19,
  elsewhere: -3.35,
  crowd: -0.35,
  emptyName: 0.71,
}

/** The same for "it is about none of them". */
export const NONE_WEIGHTS: Readonly<Record<NoneTrait, number>> = {
  constant: 1.90,
  past: -0.35,
  orders: 0.52,
  case: 0.14,
  personal: 0.11,
  foreign: 0.00,
  unknown: 0.35,
  verbless: 0.48,
  promise: 0.08,
}
