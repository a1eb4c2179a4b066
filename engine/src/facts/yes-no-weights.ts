import type { YesNoNoneTrait, YesNoTrait } from "./yes-no-options.ts"

/**
 * How much each trait speaks for a fact that a clause says yes or no to, in the logarithm of odds. Fitted on labelled replies
 * of several businesses (engine/evaluate/fit-facts.ts); which way a trait may count was set beforehand.
 */
export const YES_NO_WEIGHTS: Readonly<Record<YesNoTrait, number>> = {
  name: 0.96,
  nameNear: 3.72,
  nameWeight: 2.9,
  wholeName: 1.17,
  othersName: 0.0,
  property: 2.18,
  share: 1.79,
  propertyNear: 0.28,
  rest: 3.21,
  scopeHere: 6.42,
  scopeNear: 0.0,
  kinName: 0.38,
  kinNear: 0.0,
  kinProperty: 1.68,
  foreign: -0.48,
  others: -1.16,
  other: -0.93,
  modified: -2.5,
  none: -0.45,
  elsewhere: 0.0,
  aside: -1.9,
  absence: 0.4,
  us: 0.0,
  emptyName: 1.07,
  told: 1.99,
  crowd: -0.77,
}

/** The same for "it says yes or no to none of them". */
export const YES_NO_NONE_WEIGHTS: Readonly<Record<YesNoNoneTrait, number>> = {
  constant: 1.37,
  predicate: -0.61,
  denied: -0.8,
  amount: 2.08,
  orders: 0.39,
  personal: 0.27,
  case: 0.47,
  promise: 0.18,
  foreign: 0.49,
  unknown: 1.32,
}
