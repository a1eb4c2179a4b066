import type { YesNoNoneTrait, YesNoTrait } from "./yes-no-options.ts"

/**
 * How much each trait speaks for a fact that a clause says yes or no to, in the logarithm of odds. Fitted on labelled replies
 * of several businesses (engine/evaluate/fit-facts.ts); which way a trait may count was set beforehand.
 */
export const YES_NO_WEIGHTS: Readonly<Record<YesNoTrait, number>> = {
  name: 1.81,
  nameNear: 3.7,
  nameWeight: 3.41,
  wholeName: 0.59,
  othersName: 0.0,
  property: 2.33,
  share: 1.94,
  propertyNear: 0.0,
  rest: 3.8,
  scopeHere: 7.08,
  scopeNear: 0.6,
  kinName: 0.77,
  kinNear: 2.25,
  kinProperty: 1.81,
  foreign: -0.52,
  others: -1.67,
  other: -0.86,
  modified: -5.81,
  none: -0.84,
  elsewhere: 0.0,
  aside: -1.17,
  absence: 0.8,
  us: 0.0,
  emptyName: 2.27,
  told: 0.99,
  crowd: -1.11,
}

/** The same for "it says yes or no to none of them". */
export const YES_NO_NONE_WEIGHTS: Readonly<Record<YesNoNoneTrait, number>> = {
  constant: 1.12,
  predicate: -0.93,
  denied: -0.28,
  amount: 1.86,
  orders: 0.4,
  personal: 0.25,
  case: 0.46,
  promise: 0.18,
  foreign: 0.26,
  unknown: 0.99,
}
