/** How a sentence asks: `isSure` also where nothing in it says that something is missing. */
export type Asking = { readonly isSure: boolean; readonly isWeak: boolean }

/** Whether a sentence (lower case, straight apostrophes, single spaces) asks where something stays, and how. */
export function asksAfter(plain: string): Asking | null {
  if (LEAVES.test(plain)) return null
  for (const { pattern, ...asking } of FORMS) {
    const found = pattern.exec(plain)
    if (found !== null && !isOnlySupposed(plain, found.index)) return asking
  }
  return null
}

/** They repeat what was said and are content with it, or it is still to come. */
export function isFreeOfTrouble(plain: string): boolean {
  if (TROUBLE.test(plain)) return false
  return CONTENT.test(plain)
}

/** "If I haven't heard by Friday, …", "until you have had a chance to look". */
function isOnlySupposed(plain: string, at: number): boolean {
  return /\b(?:if|unless|in case|until|till|once|whenever|as soon as)\b[^,;:?!]*$/.test(plain.slice(0, at))
}

const YOU = "(?:you|you guys|your (?:colleague|team|manager|boss|office|man|lot)|someone|somebody|he|she|they|it)"
const SAID =
  "(?:said|promised|agreed|assured (?:me|us)|told (?:me|us)|mentioned|confirmed|wrote|indicated|advised(?: me| us)?)"
const WOULD = "(?:'d|'ll| would| will| were going to| was going to| were gonna| was gonna)"
const DOING =
  "(?:call|ring|phone|send|e-?mail|write|text|get back|come|arrive|be (?:here|sent|ready|done|fixed|delivered|refunded|posted|shipped|sorted|repaired|collected|in touch)|refund|reply|answer|respond|hear|receive|get|let (?:me|us) know|have (?:heard|had|received|been)|pick|collect|deliver|post|fix|repair|look|sort|replace|pay|visit|contact|update)"
const PERSON =
  "(?:husband|wife|partner|boss|bank|landlord|manager|colleagues?|son|daughter|builder|mother|father|mum|mom|dad|doctor|accountant|insurers?|insurance|lawyer|solicitor|employer|friend|payday|salary)"
const OFTEN = "(?:still |also |just |really |only |now |yet |even )*"

type Form = Asking & { readonly pattern: RegExp }

const SURE = { isSure: true, isWeak: false }
const UNSURE = { isSure: false, isWeak: false }
const WEAK = { isSure: true, isWeak: true }

const FORMS: readonly Form[] = [
  // what was said
  {
    ...UNSURE,
    pattern: new RegExp(
      `\\b${YOU} (?:had |have |has |did )?(?:clearly |also |all )?${SAID}(?: [a-z']+){0,8}?${WOULD} (?:[a-z]+ )?${DOING}\\b`,
    ),
  },
  {
    ...UNSURE,
    pattern: new RegExp(
      `\\b(?:i|we) (?:was|were|have been|had been|'ve been) (?:told|promised|assured)(?: [a-z']+){0,8}?${WOULD} (?:[a-z]+ )?${DOING}\\b`,
    ),
  },
  { ...UNSURE, pattern: /\b(?:i|we) (?:was|were) promised (?:a|an|my|the|that|this|some)\b/ },
  { ...UNSURE, pattern: /\byou (?:had |have )?promised (?:me |us )?(?:a|an|my|the|to|that|this)\b/ },
  { ...UNSURE, pattern: new RegExp(`\\b(?:was|were) (?:supposed|meant|due|going|expecting|expected) to ${DOING}\\b`) },
  // news
  {
    ...SURE,
    pattern:
      /^(?:(?:hi|hello|hey|dear|good \w+)\b[^?.!]{0,30}, ?)?(?:so,? |and,? |but,? |just wondering,? |please,? )?any (?:more |further )?(?:news|updates?|word|progress|luck|joy|developments?|answer|response|idea when|eta)\b(?! (?:to|from) (?:your|the) (?:newsletter|blog))/,
  },
  {
    ...SURE,
    pattern:
      /\b(?:is|are|'s|was|were|if|whether) there (?:been )?any (?:more |further )?(?:news|updates?|word|progress|developments?|movement|eta)\b/,
  },
  {
    ...SURE,
    pattern:
      /\b(?:have|has|had|do|got|did|if|whether) (?:you|they|there|we) (?:had|got|have|been|get|heard)? ?any (?:more |further )?(?:news|updates?|word|progress|luck|joy|answer|response|eta)\b/,
  },
  {
    ...SURE,
    pattern:
      /\b(?:can|could|may|would) (?:i|we|you) (?:please |kindly )?(?:have|get|give|provide|send)(?: me| us)? (?:please )?(?:an?|some) (?:quick |short |status )?(?:update|progress report|eta)\b/,
  },
  // waiting
  { ...SURE, pattern: new RegExp(`\\bstill (?:been )?waiting\\b(?! (?:for|on|to hear from) (?:my|our) ${PERSON}\\b)`) },
  {
    ...SURE,
    pattern: new RegExp(
      `\\b(?:have|has|'ve|'s|had) been (?:waiting|chasing)\\b(?! (?:for|on) (?:my|our) ${PERSON}\\b)`,
    ),
  },
  {
    ...SURE,
    pattern: new RegExp(
      `\\b(?:i'm|i am|we're|we are) ${OFTEN}waiting (?:for|on) (?:you|your|someone|somebody|the promised)\\b(?! ${PERSON}\\b)`,
    ),
  },
  {
    ...SURE,
    pattern:
      /\bstill (?:nothing|no (?:news|word|call|callback|call-back|reply|answer|response|refund|sign of (?:it|my|the|your|any)|email|e-mail|parcel|package|update|delivery|contact|money|invoice|quote))\b/,
  },
  // nothing came
  {
    ...SURE,
    pattern: new RegExp(
      `\\b(?:i|we)(?: have| had|'ve|'d)? (?:${OFTEN}(?:not|never)|${OFTEN}n't|haven't|hadn't|didn't|did not|(?:still|also|just) (?:haven't|hadn't|have not)) ${OFTEN}(?:heard|had|received|got|get|hear|seen|receive) (?:anything|back|from you|a (?:call|reply|response|word|refund|thing)|any (?:reply|response|answer|news|update|word|call|refund)|my (?:refund|money|invoice|parcel|order|replacement|call)|the (?:refund|invoice|parcel|call|replacement|quote|part|money)|your (?:call|reply|answer|response|email|e-mail|quote|invoice)|it|one)\\b`,
    ),
  },
  {
    ...SURE,
    pattern: /\b(?:heard|received|had|got) (?:absolutely )?nothing (?:back|from you|since|so far|yet|at all)\b/,
  },
  {
    ...SURE,
    pattern:
      /\b(?:no ?one|nobody|no-one) (?:has |have |ever |has ever |actually )*(?:called|call|rang|rung|phoned|replied|answered|responded|got back|come back|(?:came|come)(?! on)|contacted|turned up|showed up|been in touch|let me know)\b/,
  },
  {
    ...SURE,
    pattern:
      /\byou (?:have |did |had |still |also |never )*(?:haven't|hadn't|didn't|never|have not|did not|had not|still haven't|forgot to) (?:yet |ever |even |actually )?(?:call|called|ring|rang|rung|phone|phoned|reply|replied|answer|answered|respond|responded|get back|got back|gotten back|come back|came back|send|sent|email|emailed|refund|refunded|contact|contacted|let (?:me|us) know|deliver|delivered)\b/,
  },
  {
    ...SURE,
    pattern:
      /\b(?:has|have|had|was|were|is)(?:n't| not) (?:yet |still )?(?:come|arrived?|been (?:sent|refunded|delivered|fixed|repaired|posted|shipped|done|sorted|processed|paid|credited)|turned up|shown up|appeared|reached (?:me|us))\b(?! to (?:a|any|my|our) (?:decision|conclusion))/,
  },
  {
    ...SURE,
    pattern:
      /\b(?:never|still not) (?:arrived|came|turned up|showed up|received|got (?:it|a|an|the|my|any)|heard (?:back|from|anything))\b/,
  },
  // did you
  {
    ...SURE,
    pattern:
      /\b(?:did|have|were|had|has) (?:you|he|she|they|anyone|anybody|someone|your \w+) (?:ever |already |yet |perhaps |maybe )*(?:manage|managed|able|been able) to\b/,
  },
  {
    ...SURE,
    pattern:
      /\b(?:did|have|had|has) (?:you|he|she|they|anyone|anybody|someone|your \w+) (?:ever |already |yet )*(?:get|got|gotten|have|had|find|found) (?:the |a |any |some )?(?:chance|opportunity|moment|time) to\b(?! (?:visit|try|use|shop))/,
  },
  {
    ...SURE,
    pattern:
      /\b(?:did|have|had|has) (?:you|he|she|they|anyone|anybody|someone) (?:ever |already |yet |actually )*(?:find out|found out|hear back|heard back|get anywhere|got anywhere|get round to|got round to|get around to|gotten around to)\b/,
  },
  {
    ...SURE,
    pattern:
      /\bhave you (?:been able to |already |actually )?(?:sent|posted|shipped|refunded|processed|spoken (?:to|with)|looked into|ordered|fixed|repaired|checked with|heard (?:from|back))\b[^?]{0,80}\b(?:yet|already)\b/,
  },
  {
    ...SURE,
    pattern:
      /\b(?:have you|did you|you (?:have|'ve)) forg[eo]t(?:ten)? (?:about )?(?:me|us|my|our|to (?:call|ring|send|reply|get back|email|let))\b/,
  },
  // by name
  {
    ...SURE,
    pattern:
      /\b(?:just |i'm |i am |we're |we are )*(?:following up|chasing(?: up)?) (?:on |about |with you |up )*(?:this|that|my|our|the|your|you|it|as)\b/,
  },
  {
    ...SURE,
    pattern:
      /\b(?:i|we) (?:just |only )?(?:wanted|want|would like|'d like|need|have|had) to (?:follow up|chase(?: up)?|check in)\b/,
  },
  {
    ...SURE,
    pattern:
      /^(?:just )?(?:checking in|following up|a (?:gentle|friendly|quick|polite) (?:reminder|nudge)|gentle reminder|friendly reminder|bump)\b/,
  },
  {
    ...SURE,
    pattern:
      /\bwhat(?:'s| is| has| have)?(?: been)? (?:happening|happened|going on|become|the (?:status|latest|progress|delay|hold-?up)) (?:of|with|on|about|to)? ?(?:my|our|the|this|that|it)\b/,
  },
  { ...SURE, pattern: /\bwhere are (?:we|you|things) (?:at )?(?:with|on) (?:this|that|my|our|the|it)\b/ },
  {
    ...SURE,
    pattern:
      /\bit(?:'s| is| has)(?: now)? been (?:over |more than |nearly |almost )?(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|\d+) (?:hours?|days?|weeks?|months?)\b/,
  },
  {
    ...SURE,
    pattern:
      /\bthis is (?:now )?(?:the|my|our) (?:second|third|fourth|fifth|\d(?:nd|rd|th)) (?:time|e-?mail|mail|message|request|reminder|attempt)\b/,
  },
  // could be a first question
  { ...WEAK, pattern: /\bwhen (?:can|should|may|might|could|do) (?:i|we) expect\b/ },
  {
    ...WEAK,
    pattern: new RegExp(
      `\\bwhen (?:will|are|is|do|would|can|could) (?:you|someone|somebody|he|she|they)(?: going to)? (?:finally |actually )?${DOING}\\b`,
    ),
  },
  {
    ...WEAK,
    pattern:
      /\bwhen (?:will|would|is|are) (?:i|we|my|our|the|it)\b[^?]{0,60}\b(?:get|hear|receive|be (?:sent|ready|refunded|fixed|delivered|called|done)|arrive|ready|coming)\b/,
  },
  {
    ...WEAK,
    pattern:
      /\b(?:is|are|has|have) (?:it|my|our|the|they)\b[^?]{0,60}\b(?:ready|done|fixed|repaired|sent|posted|shipped|refunded|sorted|arrived|processed|on (?:its|the) way)\b[^?]{0,20}\b(?:yet|by now|already)\b/,
  },
  {
    ...WEAK,
    pattern:
      /\bwhere(?:'s| is| are) (?:my|our|the) (?:refund|money|parcel|package|order|delivery|replacement|invoice|quote|call|reply|answer|part)\b/,
  },
]

/** Something is missing, late, or asked for. */
const TROUBLE =
  /\b(?:not|never|no|nobody|nothing|none|still|yet|but|however|yesterday|ago|last|already|overdue|late|waiting|wait|forgot|forgotten|was|were|supposed|hasn't|haven't|didn't|hadn't|wasn't|isn't|n't|so what|what happened|when)\b|n't\b|\?/

/** Thanks and consent, what came as it was said, and what is only to come. */
const CONTENT =
  /\b(?:thank|thanks|thx|cheers|great|fine|perfect|ok|okay|lovely|appreciate|looking forward|no (?:rush|hurry|problem)|received|arrived|got it|and (?:it|you|they|he|she) did|as you (?:said|promised)|like you said|tomorrow|next (?:week|month|monday|tuesday|wednesday|thursday|friday)|later today|this (?:afternoon|evening)|tonight|before i|happy with|which is why)\b/

/** Not about what we owe: what they did or ask for themselves, or what came. */
const LEAVES =
  /\b(?:let (?:me|us) know (?:if|when|whether|as soon as|once)|thank you for (?:calling|the call|getting back|your (?:call|reply|quick|update|prompt))|thanks for (?:calling|the call|getting back|your (?:call|reply|quick|update|prompt|news)|letting)|what am i supposed|(?:attached|enclosed) (?:is|are|you)|here (?:is|are) the|(?:no|without) (?:rush|hurry))\b/
