import type { SaleRequestKind } from "./kinds.ts"

/** What a sentence (lower case, straight apostrophes, single spaces) asks for after a sale; null for nothing. */
export function asksToUndo(plain: string): SaleRequestKind | null {
  if (LEAVES.some((pattern) => pattern.test(plain))) return null
  for (const { kind, pattern } of FORMS) {
    const found = pattern.exec(plain)
    if (found !== null && !isOnlySupposed(plain, found.index) && !isDenied(plain, found.index)) return kind
  }
  return null
}

/** "If it does not fit, I'd like to return it." */
function isOnlySupposed(plain: string, at: number): boolean {
  return /\b(?:if|unless|in case|until|till|once|whenever|before)\b[^;:?!]*$/.test(plain.slice(0, at))
}

/** "I don't want to return it", "no need to refund me". */
function isDenied(plain: string, at: number): boolean {
  return /\b(?:not|no|never|don't|do not|didn't|won't|wouldn't|without|instead of|rather than)\b(?: [a-z']+){0,3} ?$/.test(
    plain.slice(0, at),
  )
}

/** What has been done already, what is asked about in general, and what only sounds alike. */
const LEAVES: readonly RegExp[] = [
  /\b(?:what is|what's|what are|where is|where can i (?:find|read)|how long is|do you have|tell me about) (?:your |the |an? )?(?:[a-z]+ )?(?:returns?|refunds?|cancellation|withdrawal)\b/,
  /\b(?:how (?:does|do|would|long)|when (?:will|can|do|should|does)|where(?:'s| is)|any news|what happened)\b[^.]*\brefund/,
  /\b(?:thanks|thank you)\b[^.]*\b(?:refund|return|cancel)/,
  /\b(?:please )?(?:do not|don't|no need to|needn't) (?:cancel|refund|return)\b/,
  /\bnot (?:going to |want to |wish to )?(?:cancel|return|withdraw)\b/,
  /\bis (?:it|this|that|the [a-z ]{1,30}) (?:refundable|returnable)\b/,
  /\b(?:changed my mind about|no longer want to) (?:cancel|return|withdraw)/,
  /\b(?:ignore|disregard|forget|scrap|withdraw|take back) (?:my |the )?(?:[a-z]+ )?(?:cancellation|return|refund|withdrawal)\b/,
]

const WISH =
  "(?:i|we)(?:'d| would| wish| want| hereby| am| 'm|'m| need| have decided| intend| will|'ll| do| are)(?: [a-z']+){0,3}? ?"
const ASK =
  "(?:please|kindly|(?:can|could|would|will) you(?: please)?|i (?:must |have to )?ask you to)(?: [a-z']+){0,2}? ?"
const SOLD =
  "(?:orders?|purchases?|subscriptions?|contracts?|memberships?|bookings?|reservations?|plans?|deliver(?:y|ies)|pre-?orders?)"
const THING = "(?:it|this|that|them|these|those|both|everything|one of|the|my|our)"
/** What is returned without being bought back. */
const NOT_SOLD =
  "(?! (?:[a-z]+ )?(?:calls?|e-?mails?|messages?|keys?|deposit|favou?r|forms?|documents?|questions?|enquir|courtesy|loan|borrowed|rental|hire))"
const MONEY = "(?:(?:an?|the|my|our|full|complete|partial|whole) ){0,3}(?:refund|money back|money returned)"

type Form = { readonly kind: SaleRequestKind; readonly pattern: RegExp }

const FORMS: readonly Form[] = [
  {
    kind: "withdrawal",
    pattern:
      /\b(?:withdraw|withdrawing|step back|back out|revoke|revoking|rescind)\b(?: [a-z']+){0,4}? (?:(?:from )?(?:my|the|our|this|that) )?(?:[a-z]+ )?(?:contract|purchase|sale|order|agreement)\b/,
  },
  {
    kind: "withdrawal",
    pattern:
      /\b(?:exercise|exercising|use|using|invoke|invoking|make use of)(?: of)? (?:my|our|the) (?:[a-z0-9-]+ ){0,2}?right (?:of|to) (?:withdraw|withdrawal|cancel|cancellation|return)\b/,
  },
  { kind: "withdrawal", pattern: /\bnotice (?:of (?:withdrawal|cancellation)|that (?:i|we)(?: ?\/ ?we)? withdraw)\b/ },
  {
    kind: "cancellation",
    pattern: new RegExp(`\\b(?:${WISH}|${ASK})(?:to )?cancel(?:l?ing)? (?:${THING} )?(?:[a-z0-9#-]+ ){0,3}?${SOLD}\\b`),
  },
  {
    kind: "cancellation",
    pattern: new RegExp(`^(?:hi |hello |hey )?(?:please )?cancel (?:my|our|the|this) (?:[a-z0-9#-]+ ){0,2}?${SOLD}\\b`),
  },
  {
    kind: "cancellation",
    pattern: new RegExp(
      `\\b(?:${WISH})(?:to )?cancel (?:it|this|that)(?:[.,!]| (?:please|before|and|as|because|straight|now|right)|$)`,
    ),
  },
  {
    kind: "cancellation",
    pattern: new RegExp(`\\b${SOLD} (?:[a-z0-9#-]+ )?(?:to be|must be|should be|needs to be) cancell?ed\\b`),
  },
  {
    kind: "return",
    pattern: new RegExp(
      `\\b${WISH}(?:to )?(?:return|send back|give back|bring back|hand back|returning|sending back) (?:${THING}|orders?)\\b${NOT_SOLD}`,
    ),
  },
  {
    kind: "return",
    pattern: new RegExp(
      `\\b${WISH}(?:to )?(?:send|sending|bring|bringing|give|take) ${THING}(?: [a-z]+){0,3}? back\\b(?! (?:to (?:work|school)|on|in|later|at))`,
    ),
  },
  {
    kind: "return",
    pattern:
      /\b(?:send|e-?mail|give|get) me (?:an? |the |your )?(?:prepaid |return )?(?:returns? (?:label|slip|number|form)|rma)\b/,
  },
  { kind: "return", pattern: /\bhow (?:do|can|should) i (?:return|send back) (?:it|this|them|these|the|my)\b/ },
  {
    kind: "refund",
    pattern: new RegExp(
      `\\b(?:${WISH})(?:to )?(?:have |get |like |request |claim |receive |ask for |demand |be given )?${MONEY}\\b`,
    ),
  },
  {
    kind: "refund",
    pattern: new RegExp(`\\b(?:can|could|may) (?:i|we) (?:please )?(?:have|get|request|claim) ${MONEY}\\b`),
  },
  {
    kind: "refund",
    pattern: new RegExp(
      `\\b${ASK}(?:refund|reimburse|pay back|return my money|give (?:me|us) (?:my|our|a|the) (?:full )?(?:money back|refund))\\b`,
    ),
  },
  { kind: "refund", pattern: /^(?:please )?refund (?:me|us|my|our|the)\b/ },
  { kind: "refund", pattern: new RegExp(`\\b(?:requesting|request|demanding|demand|asking for|claiming) ${MONEY}\\b`) },
]
