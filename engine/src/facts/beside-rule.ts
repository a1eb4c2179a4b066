import { compare } from "./compare.ts"
import { isInForce } from "./in-force.ts"
import { LIGHT } from "./light-words.ts"
import type { Option } from "./amount-options.ts"
import type { Entry } from "./entry.ts"
import type { Place } from "./find-claims.ts"
import { isOfMore } from "./more-than-one.ts"
import { mayBeName } from "./may-be-name.ts"
import type { Said, Value } from "./value.ts"

/**
 * Whether the figure of a clause is said to be another one than the fact's, so that the two do not go against each other: it
 * fails the rule ("two weeks are too short"), lies within it ("half an hour late is no problem"), holds no longer, is what one
 * saves, or is a sum that something is not part of.
 */
export function isBesideRule(place: Place, values: readonly Said[], { entry, verdict }: Option): boolean {
  const { clause, reading } = place
  const { words, sentence } = clause
  const { fact, value } = entry
  if (verdict?.isEcho === true && RESTRICTS.test(words)) return true
  if (isOfOtherFirm(place)) return true
  if (ALLOWED.test(words) && values.some((said) => isWithin(said.value, entry))) return true
  const after = reading.text.slice(clause.end, sentence.end).toLowerCase()
  if (GONE.test(words) || isInAnother(place, values, entry)) return true
  if (isPastPrice(words) || (value?.kind === "date" && LAST.test(words))) return true
  if (value?.kind === "count" && isOfMore(place, values, entry)) return true
  if (value?.kind === "money")
    return SAVED.test(words) ? !SAVED.test(fact.statement) : APART.test(words) || isOfMore(place, values, entry)
  if (TOO.test(words) || DIFFERS.test(words) || SHORT_OF_IT.test(after)) return true
  const isFigure = values.some(
    ({ value: said }) => said.kind !== "money" && said.kind !== "date" && said.bound === "exact",
  )
  return isFigure && NOT_SO.test(words)
}

/** "The 20% at Christmas is for small cars only", "… isn't for vans": of what it will be, whoever says for what. */
const RESTRICTS =
  /\b(?:only|just) for\b|\bfor [^,]*\bonly\b|\bonly\b.*\bnot\b|(?:\bnot|n't) (?:be )?(?:for|get|apply)\b/

/** "Timpson charges £95 for a screen": a name that no fact knows is who asks for it. */
function isOfOtherFirm({ clause: { tokens }, reading: { facts } }: Place): boolean {
  const at = tokens.findIndex(({ kind }) => kind === "word")
  const first = tokens[at]
  const next = tokens[at + 1]
  if (first === undefined || next === undefined || !/^(?:charges?|asks?|wants?|sells?|takes?)$/.test(next.text))
    return false
  return mayBeName(first) && !facts.byConcept.has(first.concept) && !facts.itemWords.has(first.concept)
}

/** "Half an hour late is no problem", where an hour is allowed. */
const ALLOWED =
  /\b(?:no (?:problem|bother|trouble|issue)|fine|ok|okay|all right|alright|in time|you can be|you may be|without paying|doesn't (?:cost|matter))\b/

function isWithin(said: Value, { value, fact }: Entry): boolean {
  if (value === null || said.kind !== value.kind || said.kind === "date" || value.kind === "date") return false
  if (said.kind === "duration" && value.kind === "duration" && said.scale !== value.scale) return false
  if (said.kind === "count" && value.kind === "count" && said.of !== value.of) return false
  return LIMIT.test(`${fact.attribute} ${fact.statement}`) && said.max < value.max
}

const LIMIT = /\b(?:up to|at most|maximum|longest|limit|grace|no more than|within|not more than)\b/i

/** "Our guarantee of 80 Mbps", of what is guaranteed, beside a fact of how fast another thing is: another fact tells this figure on the way. */
function isInAnother({ clause, reading: { facts, day } }: Place, values: readonly Said[], { group }: Entry): boolean {
  for (const concept of clause.concepts) {
    if (LIGHT.has(concept)) continue
    for (const at of facts.byConcept.get(concept) ?? []) {
      const other = facts.entries[at]
      if (other === undefined || other.group === group || !isInForce(other.fact, day)) continue
      if (other.others.some((each) => values.some(({ value }) => isEqual(value, each)))) return true
    }
  }
  return false
}

function isEqual(said: Value, told: Value): boolean {
  if (said.kind === "date" || told.kind === "date" || said.kind !== told.kind) return false
  if (said.kind === "count" && told.kind === "count" && said.of !== told.of) return false
  return said.max > 0 && said.min === told.min && said.max === told.max && compare(said, told, false) === "same"
}

/** "The fee of €60 no longer applies" */
const GONE =
  /\b(?:no longer|not any ?(?:more|longer)|any ?(?:more|longer)|(?:is|are|was|were) (?:gone|history)|(?:the|our|an?) (?:old|former|previous|earlier) (?:price|fee|rate|tariff|rule|term|limit|figure|charge)s?)\b(?! than)/

/** "When you joined in May, registration cost €60": of one thing, "cost" is past. */
function isPastPrice(words: string): boolean {
  return THEN.test(words) && COST.test(words)
}

/** "On 11 December last year" */
const LAST = /\blast (?:week|month|year)\b|\bago\b/
const THEN =
  /\b(?:(?:when|before) (?:you|they|he|she|we) (?:[a-z]+ed|bought|came|got|had|left|took|went|were|began|chose|paid|sent)|last (?:week|month|year|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december)|back (?:then|in)|at the time|in those days|in (?:spring|summer|autumn|winter|the past)|(?:weeks?|months?|years?) ago)\b/
const COST = /\b(?:[a-z]+[^s\W]|it|that|this) cost\b|\b(?:was|were|had|paid|charged|you got|you had)\b/

/** "You save €36", "£14 less": what one pays less, or more, is no price. */
const SAVED =
  /\bsav(?:e|es|ed|ing|ings)\b|\b(?:drop|drops|dropped|fell|falls?|rises?|rose|gone (?:up|down)|went (?:up|down)|goes (?:up|down)|(?:up|down)|increased|reduced|cheaper|dearer) by\b|(?:[$€£] ?[\d.,]+|\b(?:euros?|pounds?|dollars?|francs?|pence|cents?)) (?:\w+ )?(?:less|cheaper|dearer)\b|\b(?:more|less|fewer) than an? \w+|\b(?:puts?|adds?) [$€£] ?\d[^,]* (?:on|to) (?:it|your|the)\b|\b(?:it's|that's|is) another [$€£] ?\d|\bwith [$€£] ?[\d.,]+ more\b|\b(?:spend|order|add|buy) another\b|\byou(?:'d| would| could| can) add\b/i

/** "The €42 don't include delivery" */
const APART =
  /(?:(?:\bnot|n't) (?:be |yet )?(?:includ\w+|part of|contain\w*|cover\w*)|\bon top of the|\bcomes? on top|\bwithout)\b(?=.*[$€£]? ?\d)|^(?:with|including|plus) (?:the |an? |your )?[$€£] ?\d|[$€£] ?[\d.,]+ (?:is|are|comes?|do|does)(?:n't| not)? (?:include|without|plus)\b/

/** "Six months are too long", "ten copies are fewer than we print" */
const TOO =
  /\btoo (?:long|short|late|early|soon|many|few|little|much|big|large|small|heavy|light|old|young|low|high|far|wide|tall|narrow|tight)\b|(?:\bnot|n't) (?:be |quite |really |nearly |long |far |old |big |much )*(?:enough|sufficient|a pass)\b|\b(?:fewer|less|more|longer|shorter|older|younger|bigger|heavier|later|earlier|higher|lower) than (?:we|what|allowed)\b|\bone too (?:many|few)\b|\bstill (?:have|has|got|be)\b.*\b(?:left|place|room|free|to go|more)\b/
/** "The main pool is four degrees cooler" */
const DIFFERS =
  /\b(?:degrees?|minutes?|hours?|days?|weeks?|months?|years?|metres?|cm|km|miles?|kilos?|kg|litres?) (?:more than|less than|fewer|(?!per|over|under|after|together|altogether|other|another|later|never|either|rather|whether|ever)[a-z]{3,}er)\b(?! \d)/
/** "You have seven devices, two more than allowed" */
const SHORT_OF_IT =
  /^, (?:and |which |that |so |but )*(?:(?:is|are|that's|'s) )?(?:\w+ )?(?:[a-z\d]+ )?(?:too (?:many|few|much|little|long|short|late|early|high|low)|(?:more|less|fewer|longer|over|under) (?:than|the limit)|(?:above|below|over|under|past|beyond) (?:the|what|our))\b/
/** "A freeze of four months isn't possible" */
const NOT_SO =
  /(?:\b(?:not|cannot|never)|n't) (?:be )?(?:possible|allowed|permitted|accepted|uploaded|printed|booked|lent|done|had|kept|frozen|offered|[a-z]+ (?:it |them |that )?for)\b/
