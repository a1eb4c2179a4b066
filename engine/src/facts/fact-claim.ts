import { againstAside } from "./against-aside.ts"
import { amountClaim } from "./amount-claim.ts"
import { exemptionClaim } from "./exemption-claim.ts"
import type { Judged, Place } from "./find-claims.ts"
import { hoursClaim } from "./hours-claim.ts"
import { listClaim } from "./list-claim.ts"
import { thresholdClaim } from "./threshold-claim.ts"
import { validityClaim } from "./validity-claim.ts"
import { yesNoClaim } from "./yes-no-claim.ts"

/**
 * What the facts say to a clause, whatever kind of value they have: the likeliest of its readings. Null where none speaks to it.
 * `denied`: whether what was asked is denied, where the clause is a question that is answered.
 */
export function factClaim(place: Place, denied?: boolean): Judged | null {
  const hours = hoursClaim(place)
  const found = [
    validityClaim(place),
    thresholdClaim(place),
    exemptionClaim(place),
    hours,
    amountClaim(place),
    hours === null ? yesNoClaim(place, denied) : null, // "breakfast is from 6:30" says more than that there is breakfast
    listClaim(place),
  ].filter((judged) => judged !== null)
  return againstAside(
    place,
    found.reduce<Judged | null>((one, other) => (one === null || other.score > one.score ? other : one), null),
  )
}
