import type { YesNoNoneTrait, YesNoTrait } from "./yes-no-options.ts"

/**
 * How much each trait speaks for a fact that a clause says yes or no to, in the logarithm of odds. Fitted on labelled replies
 * of several businesses (engine/evaluate/fit-facts.ts); which way a trait may count was set beforehand.
 */
export const YES_NO_WEIGHTS: Readonly<Record<YesNoTrait, number>> = {
  name: 0.98,
  nameNear: 3.76,
  nameWeight: 2.95,
  wholeName: 1.15,
  othersName: 0.0,
  property: 2.41,
  share: 1.69,
  propertyNear: 0.29,
  rest: 3.25,
  scopeHere: 6.73,
  scopeNear: 0.0,
  kinName: 0.45,
  kinNear: 0.0,
  kinProperty: 1.7,
  foreign: -0.48,
  others: -1.14,
  other: -0.93,
  modified: -2.52,
  none: -0.45,
  aside: -1.86,
  absence: 0.34,
  us: 0.0,
  emptyName: 1.12,
  told: 1.92,
  crowd: -0.8,
}

/** The same for "it says yes or no to none of them". */
export const YES_NO_NONE_WEIGHTS: Readonly<Record<YesNoNoneTrait, number>> = {
  constant: 1.35,
  predicate: -0.65,
  denied: -0.78,
  amount: 2.09,
  orders: 0.33,
  personal: 0.26,
  case: 0.46,
  promise: 0.25,
  foreign: 0.49,
  unknown: 1.31,
}
