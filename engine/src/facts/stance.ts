import { wordsHeld } from "../wording/held.ts"
import { guardOf } from "../wording/pattern.ts"
import type { Clause } from "./clauses.ts"

/**
 * What a clause does. "says": a statement in the present about how things are. "past": how they were. "own": this
 * customer's case, or what the writer did. "orders": tells the customer what to do. "asks", "reports" (somebody else's words, or words taken
 * back) and "doubts" claim nothing.
 */
export type Stance = "says" | "past" | "own" | "orders" | "asks" | "reports" | "doubts"

/** Reads the stance of a clause from its own words, and whether the sentence takes them back or reports them. A clause
 * without a verb has the stance of the one before it, `inherited`. */
export function stanceOf(text: string, clause: Clause, before: string, inherited: Stance | null): Stance {
  const { words } = clause
  if (isQuestion(text, clause, words)) return RHETORICAL.test(words) ? "says" : "asks"
  const held = wordsHeld(words)
  if (REPORTING.foundIn(words, held) && !OWN_EVIDENCE.test(words) && REPORTS.test(words.replace(WHEN_TOLD, " ")))
    return "reports"
  if (REPORTED_BEFORE.test(before) || REPORTED_AFTER.test(text.slice(clause.end, clause.sentence.end))) return "reports"
  if (DOUBTING.foundIn(words, held) || DOUBTS.test(before)) return "doubts"
  if ((inherited === "reports" || inherited === "doubts") && GOES_ON.test(words)) return inherited
  if (
    inherited !== null &&
    !VERB.test(words) &&
    !OVER.foundIn(words, held) &&
    !(inherited === "orders" && WE.test(words))
  )
    return inherited
  const told = words.replace(OPENINGS, "").replace(LEADS_IN, "").replace(OFFERS, "we can $1")
  const heldNow = wordsHeld(told)
  if (OWNED.foundIn(told, heldNow, AFTER_YOU)) return "own"
  if (OVER.foundIn(told, heldNow, RELATIVE) && !PRESENT.test(told)) return "past"
  return ORDERS.test(told) ? "orders" : "says"
}

/** "As you're both on Hop, it costs €45 each": why it is told is their case, what is told is not. */
const LEADS_IN =
  /^(?:as|since|because|now that) (?:[^,.;]|[.,]\d){3,60}, (?=[^,]*\b(?:is|are|costs?|takes?|comes?|can|may)\b)/
/** "I can add one for £18 each": what we take for it. */
const OFFERS =
  /^(?:(?:and|so|but) )?i can (?:also |still )?(add|do|sell|give|offer|put|get|let)(?= .*\b(?:for|at) [$€£]?\d)/

/** "bring the tablet, we repair those too": what we do is no order. */
const WE = /^(?:and |but |so )?we [a-z]/

/** "… and that results take six weeks" */
const GOES_ON = /^(?:and |or )?(?:that|whether|if) (?!is|was|will|would|costs?|takes?|makes?|means?)/

export const VERB =
  /\b(?:is|isn't|are|aren't|it's|there's|that's|was|were|has|have|had|can|can't|cannot|will|won't|you'll|we'll|do|don't|does|doesn't|costs?|takes?|pays?|gets?|gives?|charges?|comes?|weighs?|lasts?|makes?|would|must|may|should|you're|we're|they're|you'd|we'd|it'd)\b/

/** The last clause before a question mark, or an earlier one that is worded as a question. */
function isQuestion(text: string, clause: Clause, words: string): boolean {
  let at = clause.sentence.end - 1
  while (at > clause.start && /["'”’)\]*_\s]/.test(text.charAt(at))) at--
  if (text.charAt(at) !== "?") return false
  return at - clause.end <= 3 || ASKING.test(words)
}

const ASKING =
  /^(?:(?:and|but|so|or|hi|hello|then)[, ]+)*(?:is|are|was|were|do|does|did|can|could|will|would|shall|should|may|have|has|had|what|which|who|whom|whose|when|where|why|how)\b/
const RHETORICAL =
  /^have you noticed that|^(?:and |so )?did (?:you know|i mention)|^(?:have|had) you (?:heard|seen) that|^have i mentioned/
const SAYS =
  "(?:say|says|said|saying|write|writes|wrote|written|told|tell|tells|asked(?! for)|ask(?! for)|asks(?! for)|mention\\w*|claim\\w*|thought|think|thinks|believe\\w*|heard|read|promised|quot\\w+|assum\\w+)"
const REPORTS = new RegExp(
  `\\b(?:you|he|she|they|who|someone|somebody|colleague|customer|friend|carrier|courier|shop|bank|site|website|page|review\\w*|ad|advert\\w*)(?:'ve| have| had| has| also| just| once)* ${SAYS}\\b|\\b(?:i|we)(?:'ve| have| had|'d| also| just| once| mistakenly| wrongly)* (?:said|wrote|told|quoted|claimed|mentioned|promised)\\b|\\b(?:the|an?|your|his|her|their|my) (?:[a-z'-]+ ){1,4}?(?:says|said|wrote|writes|told|tells|confirmed)\\b|\\byour (?:question|idea|suggestion)\\b|\\baccording to (?:you|him|her|them|the)\\b|\\bor so (?:i|we|an?|the|my|your|they|he|she)\\b|\\b(?:so )?(?:i'm|i was|i've been|we're|we were) told\\b|\\b(?!(?:policy|contract|list|label|terms|rules|we|i|it)\\b)[a-z]+ says? (?:the|that|it|there|you|we|they)\\b|\\bapparently\\b|\\b(?:was|were|is|that's|it's) (?:wrong|a mistake|an error|incorrect|not (?:true|right|correct))\\b`,
)
/** "… as long as you tell us the day before": what is to be said reports nothing. */
const WHEN_TOLD =
  /\b(?:if|when|once|unless|until|before|after|as long as|so long as|provided|as soon as|whenever) (?:you|they|he|she|someone|somebody) (?:tell|tells|say|says|ask|asks|mention|mentions|write|writes)\b/g
/** "According to the September survey, we are …" is our own claim with its evidence. */
const OWN_EVIDENCE = /^according to/
const REPORTED_BEFORE =
  /\b(?:said|wrote|told (?:me|us|you)|heard|read|claimed|thought|asked)(?: that| whether| if)?,? ?$/
/** "… or so a client told me" */
const REPORTED_AFTER =
  /^,? (?:or )?so (?:i|we|he|she|they|an?|the|my|your)\b[^,.;]{0,30}\b(?:told|tells|said|says?|heard?|read)\b|^, (?:i|we)(?:'m|'ve been| am| was| were)? (?:told|hear|gather)\b/i
const DOUBTS =
  /\b(?:i|we)(?:'m| am|'re| are)? (?:can't|cannot|can not|couldn't|won't|don't|do not|not|never|am not|honestly don't|really don't) (?:\w+ )?(?:promise|guarantee|say|know|tell|sure|certain|remember|think|believe|expect)\b|\bi wish\b|\bnot sure\b|\bno idea\b|\bit(?:'s| is)(?:n't| not) (?:true|right|correct|the case)\b|^(?:please )?(?:don't|do not|no need to|needn't|never) (?:you )?(?:worry|be worrying|stress|fret) about\b|\b(?:just|only) (?:kidding|joking)\b|\bwould (?:really |also )?help\b|\bit isn't\b.{0,20}\b(?:true|right|correct)\b|^it(?:'s not| is not| isn't) (?:the )?\w+ (?:that|who|which)\b|\b(?:whether|if only|suppose|imagine|in case|i wonder|i hope|let's hope|hopefully|i guess|i assume|maybe|perhaps|probably)\b/
const OPENINGS =
  /^(?:(?:and|but|so|also|then|well|ok|okay|yes|no|sure|sorry|unfortunately|you're all set|thanks|hi|hello|dear|please note|as (?:i|we) said|i'm (?:afraid|sorry|happy|pleased|glad)(?: to \w+)?(?: but)?|we're (?:sorry|happy|pleased|glad)(?: to \w+)?|i can (?:confirm|tell you|assure you)|i (?:think|believe)|good news|just so you know|for your information)(?![\w'-])[,:!.]? ?(?:but |that )?)+/
const OWN =
  /\bthe [$€£]\d[\d.,]* (?:for|from|of|on) (?:last|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\byou(?:'re| are) (?:only |just |about |nearly |at |around |still )*[$€£]?\d|\b(?:drop|send|give|tell|show|ping|text|ring|call|phone|bring) me\b|\b(?:is|are) (?:theirs|yours|his|hers)\b|\byou (?:currently|now) have\b|\byour (?:[a-z]+ )?[a-z-]*[a-rt-z] cost [$€£\d]|\b(?:is|that's|it's) where the\b|\byour (?:[^,.;]|[.,]\d){0,40}?\b(?:went|came|bounced|arrived|left)\b|\b(?:paid|bought|ordered|purchased) on\b|^(?:refunded|credited|sent|posted|booked|moved|added|changed|cancelled|shipped|ordered|transferred|popped) (?:you|your|the|it|them|[$€£]\d)|\bi (?:wouldn't|couldn't|didn't)\b|\bso far\b|\b(?:his|her|your|my) (?:last|latest|previous) \w+|\b(?:last|latest) (?:bill|invoice|order|payment|time)\b|\byour (?:bill|invoice|order|payment) [^,.;]{1,30} was\b|^(?:and |so |but )?your (?:[a-z]+ )?(?:bill|invoice|order|basket|balance|total) (?:is|comes|stands|was|would)\b|\byou(?:'re| are) (?:now |already |all )?(?:booked|down for|in for|scheduled|registered|signed up|set|confirmed|enrolled)\b|\byou've (?:had|used|been|made|spent|driven)\b|^(?:as |since |so |because )?you(?:'re| are) (?:currently |now |already |only |just )?(?!getting|looking|saving|dealing|buying)[a-z]{3,}ing\b(?! to)|\b(?:you|he|she)(?:'ve|'s| have| has) (?:now |already |only |just |all )*(?:been|had|[a-z]+ed|(?!ten|seven|eleven|often|even|then)[a-z]+en|kept|left|gone|made|sent)\b|^(?:you|he|she) (?:only |just |already |all )*(?:gave|kept|moved|brought|sent|told|left|came|missed|paid|put|took|[a-z]+(?<!e)ed)\b|\byour [a-z-]+(?: [a-z-]+)? (?:only (?:has|is|weighs)|is (?:only |just |already |now |nearly |almost )*[a-z\d-]+ (?:days|weeks|months|years) old)\b|\b(?:another|still|a further) (?:[a-z]+|\d+) (?:minutes?|hours?|days?|weeks?|months?|years?)(?: (?:to|until|till|before|for))?\b|^(?:i|i've|i'll|i'd|i'm|my|me)\b|\b(?:i've|i'll|i'd|we've(?! got$| (?:got )?(?:\d|an? |our |no |nobody |no one |two |three |four |five |six |ten ))|i can|i will|i have|i had|i would)\b|\bit's (?:only |now )?been\b(?! [$€£]?\d)|(?:'s| is| are)(?: now| already)? on (?:its|the|their) way\b|\byour [^,.;]{0,40}?\b(?:has|have|had|went|arrived) (?:[a-z]+ed|[a-z]+t|gone|been)\b|\byour (?:\w+ ){0,2}(?:went out|has been|have been|was|were|is on its way|is being|is at|is now|left|arrived|shows?|came|got|are on their way)\b|\b(?:you(?:'ve| have)? (?:paid|ordered|bought|sent|booked|chose|returned|mentioned|asked|wrote|received)|you got|(?:has|have) been (?:cancelled|canceled|refunded|sent|shipped|changed|booked|ordered|blocked|moved|added|reserved|received|credited|charged))\b|\b(?:haven't|hasn't|have not|has not) (?:been )?(?:charged|booked|billed|sent|paid|received|cancelled|taken)\b|\bwe(?:'ve| have) (?:received|sent|refunded|cancelled|shipped|booked|credited|charged(?! [$€£\d]| \w+ (?:pounds?|euros?|dollars?)\b)|got(?! (?:\d|two|three|four|five|six|seven|eight|nine|ten)\b))\b/
/** "after you bought it", "of what you paid": when and what, not this customer's case. */
const AFTER_YOU =
  /\b(?:after|when|once|since|that|which|what|if|before|until|until after|from when) you(?:'ve| have|'d)? [a-z]+/g
const RELATIVE = /\b(?:that|which|who|you|someone) (?:was|were|had|bought|ordered|paid|got)\b.*$/
const PAST =
  /\b(?:was|were|wasn't|weren't|had|went|paid|took|charged|offered|sold|gave|(?<!'ve (?:all |both )?)got|used to|(?:cost|did)(?=[^.]{0,40}\b(?:until|till|before|last)\b)|ended|expired|ran|ran out|stopped|changed|left|came|gave|arrived)\b/
const PRESENT =
  /\b(?:is|isn't|are|aren't|it's|there's|that's|costs|takes|can|can't|cannot|will|won't|you'll|has|have|do|don't|does|doesn't|pays|gives|gets|get|we're|you're|now|currently|still|would)\b/
const ORDERS =
  /^(?:please|just|simply|do|don't|let|have a look|look|go|feel|give|send|bring|call|ring|reply|write|tell|show|keep|put|check|try|use|take|choose|pick|order|open|sign|click|make|pay|ask|book|come|drop|wait|see|note|remember)\b(?!-)(?! [a-z-]+ (?:costs?|takes?|starts?|lasts?)\b)/

// The long ones are asked only where the clause holds a word that they need.
const REPORTING = guardOf(REPORTS)
const DOUBTING = guardOf(DOUBTS)
const OWNED = guardOf(OWN)
const OVER = guardOf(PAST)
