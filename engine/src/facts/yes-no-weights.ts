import type { YesNoNoneTrait, YesNoTrait } from "./yes-no-options.ts"

/**
 * How much each trait speaks for a fact that a clause says yes or no to, in the logarithm of odds. Fitted on labelled replies
 * of several businesses (engine/evaluate/fit-facts.ts); which way a trait may count was set beforehand.
 */
export const YES_NO_WEIGHTS: Readonly<Record<YesNoTrait, number>> = {
  name: 1.79,
  nameNear: 3.72,
  nameWeight: 3.43,
  wholeName: 0.58,
  othersName: 0.00,
  property: 2.64,
  share: 2.00,
  propertyNear: 0.00,
  rest: 3.80,
  scopeHere: 7.15,
  scopeNear: 0.42,
  kinName: 0.70,
  kinNear: 2.25,
  kinProperty: 1.81,
  foreign: -0.52,
  others: -1.68,
  other: -0.86,
  modified: -5.81,
  none: -0.84,
  elsewhere: 0.00,
  aside: -1.25,
  absence: 1.03,
  us: 0.00,
  emptyName: 2.25,
  crowd: -1.11,
}

/** The same for "it says yes or no to none of them". */
export const YES_NO_NONE_WEIGHTS: Readonly<Record<YesNoNoneTrait, number>> = {
  constant: 1.13,
  predicate: -0.88,
  denied: -0.27,
  amount: 1.81,
  orders: 0.41,
  personal: 0.24,
  case: 0.45,
  promise: 0.16,
  foreign: 0.26,
  unknown: 0.98,
}
