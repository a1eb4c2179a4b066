import type { YesNoNoneTrait, YesNoTrait } from "./yes-no-options.ts"

/**
 * How much each trait speaks for a fact that a clause says yes or no to, in the logarithm of odds. Fitted on labelled replies
 * of several businesses (engine/evaluate/fit-facts.ts); which way a trait may count was set beforehand.
 */
export const YES_NO_WEIGHTS: Readonly<Record<YesNoTrait, number>> = {
  name: 1.12,
  nameNear: 3.17,
  nameWeight: 2.97,
  wholeName: 0.87,
  othersName: 0.0,
  property: 2.15,
  share: 1.5,
  propertyNear: 0.0,
  rest: 3.3,
  scopeHere: 5.98,
  scopeNear: 0.18,
  kinName: 0.29,
  kinNear: 0.0,
  kinProperty: 1.36,
  foreign: -0.61,
  others: -1.53,
  other: -0.96,
  modified: -2.77,
  none: -0.68,
  elsewhere: 0.0,
  aside: -1.58,
  absence: 0.51,
  us: 0.0,
  emptyName: 2.02,
  told: 1.16,
  crowd: -0.86,
}

/** The same for "it says yes or no to none of them". */
export const YES_NO_NONE_WEIGHTS: Readonly<Record<YesNoNoneTrait, number>> = {
  constant: 1.4,
  predicate: -0.88,
  denied: -0.43,
  amount: 1.74,
  orders: 0.3,
  personal: 0.15,
  case: 0.43,
  promise: 0.07,
  foreign: 0.12,
  unknown: 1.14,
}
