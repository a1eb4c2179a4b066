import { gated } from "../wording/gated.ts"
import { textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { afterMarks } from "./after-marks.ts"
import { shortForm } from "./short-form.ts"
import type { ShortForm } from "./short-form.ts"
import type { Setting } from "./setting.ts"
import { subjectKind } from "./subject-kind.ts"
import { subjectBefore } from "./subject.ts"
import { baseOfParticiple, deedOf, isService, mayBeDeed } from "./verbs.ts"

/** Set phrases that undertake: "on it", "leave it with me", "consider it done", "back in 10", "I enclose", "count on us to". */
export function fixedPhrase(words: readonly Word[], line: string, setting: Setting): ShortForm | null {
  return (
    wholePhrase(line) ??
    intended(words, line) ??
    arranged(words, line) ??
    onItsWay(words, line) ??
    somebodyThere(words, line) ??
    onTheWay(words, line, setting) ??
    noted(words, line) ??
    performed(words, line, setting) ??
    delegated(words, line) ??
    agreedTo(words, line) ??
    waived(words, line) ??
    counted(words, line) ??
    toFollow(words, line) ??
    afterMarks(
      words,
      (stretch, rest) => wholePhrase(rest) ?? onItsWay(stretch, rest) ?? performed(stretch, rest, setting),
    )
  )
}

const FILLER =
  "(?:(?:ok|okay|yes|yep|yeah|sure|right|great|np|no problem|no worries|sorry|thanks|hi|hiya|hello|brb|thx|ta|cool|perfect|lovely|brill) ?[,.!–-]* ?)*"
const ON_IT = gated(
  new RegExp(`^${FILLER}(?:i 'm |im |we 're )?(?:all over |right )?on it(?: now| right now| today)?(?: [.!,–-]|$)`),
)
const LEAVE_IT = gated(
  new RegExp(
    `^${FILLER}(?:(?:said|told \\S+|asked \\S+) (?:to )?)?(?:please |just )?leave (?:(?:it|this|that|them|everything) |(?:the|that|this|your|all) (?:\\S+ ){1,4}?)(?:with|w/|w|to) (?:me|us)\\b`,
  ),
)
const BACK_SOON = gated(
  new RegExp(
    `(?:^|, )${FILLER}(?:i 'll be |will be |we 'll be )?(?:(?:right |straight )?(?:back|bk) (?:(?:with|to) (?:you|u)|with (?:an?|the|more|some))\\b|(?:back|bk) (?:by|at|in (?=\\d|an? |about |around |half|five|ten|fifteen|twenty|thirty|two|couple)) ?(?!stock|store|stores|the|time|work|home|full|touch|front|a (?:sec|second|moment|mo|min|minute|tick|jiffy)\\b))`,
  ),
)
/** "There in 20". */
const THERE_SOON = gated(new RegExp(`^${FILLER}(?:be )?there (?:in|within) (?:\\d|about|half|five|ten|twenty)`))
const CONSIDER = gated(
  new RegExp(
    `^${FILLER}(?:please )?consider (?:(?:it|that|this) |(?:the|your) (?:\\S+ ){1,4}?)(?:done|yours|gone|dealt with|\\w{3,}ed)\\b`,
  ),
)
const OWED = gated(
  /^(?:and )?(?:i|we) (?:still )?owe (?:you|u) (?:a|an|the|that|another) (?:proper |full |quick )?(?!(?:\S+ )?(?:apology|explanation|thanks|favour|favor|drink|beer|pint|lunch|dinner|coffee|one|word|debt|thank|sorry|pound|fiver|tenner|lot|month|few)\b)[a-z]/,
)
const LISTED = gated(
  /^more (?:on|about|to come on) (?:this|that|it|these|the \S+) (?:tomorrow|later|shortly|soon|next|on|by|this|when)\b|^(?:it 's |that 's |this is |it is )?(?:(?:next|first|top|high|up) )?(?:on|of) (?:my|our) (?:to-do )?list (?:for|to|today|tomorrow|this|first|[.!]|$)/,
)
const SEE_TO = gated(/^(?:i|we) (?:'ve |have )?(?:got|have) (?:you|this)(?: covered)?(?: [.!]|$)/)

function wholePhrase(line: string): ShortForm | null {
  const actor = OURS.test(line) ? "we" : "i"
  if (ON_IT.test(line) || LEAVE_IT.test(line) || CONSIDER.test(line) || SEE_TO.test(line))
    return shortForm(actor, "do", 0)
  if (OWED.test(line) || LISTED.test(line)) return shortForm(actor, "do", 0)
  return BACK_SOON.test(line) || THERE_SOON.test(line) ? shortForm(actor, "get-back", 0) : null
}

/** The words that a group of a pattern has found; empty where it found none. */
function groupOf(found: RegExpExecArray, group: number): string {
  return found[group] ?? ""
}

/** "the £30 is on its way back to your card", "there will be a refund for the difference". */
function onItsWay(words: readonly Word[], line: string): ShortForm | null {
  if (!COMES_YOUR_WAY.test(line) && !ON_ITS_WAY.test(line) && !REFUND_TO_BE.test(line)) return null
  const at = words.findIndex(({ text }) => text === "is" || text === "'s" || text === "are" || text === "be")
  return shortForm("company", "refund", at, 0, at)
}

/** "There will be somebody at the gate to meet you". */
function somebodyThere(words: readonly Word[], line: string): ShortForm | null {
  if (!SOMEBODY_THERE.test(line)) return null
  const at = words.findIndex(({ text }) => text === "be")
  return shortForm("someone", "meet", at, at + 1, at + 2)
}

/** "phil's on his way to you", "we're on our way". */
function onTheWay(words: readonly Word[], line: string, setting: Setting): ShortForm | null {
  if (!setting.isNote && !setting.isTalk && !/\bto you\b/.test(line)) return null
  const found = ON_THE_WAY.exec(line)
  if (found === null) return null
  const at = words.findIndex(({ text }, index) => text === "way" && textAt(words, index - 2) === "on")
  const whose = found[2]
  if (whose === "my" || whose === "our") return shortForm(whose === "my" ? "i" : "we", "visit", at)
  if (/^(?:you|customer|cust|she|client)$/.test(groupOf(found, 1))) return null
  return shortForm("named", "visit", at, at - 4 < 0 ? 0 : at - 4, at - 3 < 1 ? 1 : at - 3)
}

/** "I've put a reminder in my diary to ring you on the 4th". */
function noted(words: readonly Word[], line: string): ShortForm | null {
  const found = NOTED.exec(line)
  if (found === null || !mayBeDeed(groupOf(found, 1))) return null
  return shortForm(
    "i",
    groupOf(found, 1),
    words.findIndex(({ text }, at) => text === found[1] && textAt(words, at - 1) === "to"),
  )
}

const SOMEBODY_THERE = gated(
  /\bthere (?:will|'ll) be (?:someone|somebody|one of|a (?:colleague|member|driver|guide|steward|porter))\b/,
)
const ON_THE_WAY = gated(
  /(\S+) (?:'s|'m|'re|is|are|am) (?:now |just |already )?on (his|her|their|my|our) way\b(?! home| out| to work)/,
)
const NOTED = gated(
  /\b(?:i|we) (?:'ve |have )?(?:put|set|made|got|added) (?:myself )?(?:a |it )?(?:reminder|note|in (?:my|the) diary)\b(?: \S+){0,4}? to (\w+) (?:you|u|your|it|them|the)\b/,
)
const COMES_YOUR_WAY = gated(
  /^(?:a|an|the|your|ur|full|new|replacement|refund)\b(?: \S+){0,4} (?:(?:is |'s )in the post|(?:is |'s )?(?:coming|heading|winging its|on its) (?:your |ur )?way(?: to (?:you|u|your))?)(?: |$)(?!soon as)/,
)
const ON_ITS_WAY = gated(
  /(?:\b(?:refund|money|credit|payment|deposit|cash)|[£$€] ?[\d.,]+)(?: .{0,40})? (?:is|'s|are) (?:now |already )?on (?:its|the|their) way (?:back )?(?:in)?to (?:you|your|ur|the)\b/,
)
const REFUND_TO_BE = gated(
  /^(?:(?:since|as|because) .{3,80} , |so |and |also ,? ?|then |okay ,? ?)*there (?:will|'ll) (?:also )?be (?:a|an) (?:full |partial |small )?(?:refund|credit)\b(?! fee| charge| limit)/,
)

/** "It is our intention to write by May", "my plan is to have it finished by Friday", "you have our commitment to finish". */
function intended(words: readonly Word[], line: string): ShortForm | null {
  const found = INTENDED.exec(line)
  if (found === null || !mayBeDeed(groupOf(found, 2))) return null
  const at = words.findIndex(({ text }, index) => text === found[2] && textAt(words, index - 1) === "to")
  return shortForm(found[1] === "our" ? "we" : "i", groupOf(found, 2), at)
}

const INTENDED = gated(
  /\b(my|our) (?:firm |full |current )?(?:intention|plan|aim|goal|commitment|undertaking|promise|word|pledge) (?:(?:is|remains) |here is )?to (\w+) (?!with\b)/,
)

/** "Arrangements are being made to replace it", "instructions have been given for your deposit to be returned". */
function arranged(words: readonly Word[], line: string): ShortForm | null {
  const found = ARRANGED.exec(line)
  if (found === null) return null
  const verb = found[1] ?? baseOfParticiple(groupOf(found, 2)) ?? ""
  if (!mayBeDeed(verb)) return null
  const at = words.findIndex(({ text }, index) => index > 1 && (text === found[1] || text === found[2]))
  return shortForm("company", verb, at)
}

const ARRANGED = gated(
  /^(?:arrangements|steps|instructions|measures) (?:are being|have been|are|have now been) (?:made|taken|given|put in place|in hand|under way|underway) (?:to (?!be\b)(\w+)|for (?:\S+ ){1,6}?to be (\w+))/,
)

/** "I enclose the lease", "we hereby confirm": the message itself does it. */
function performed(words: readonly Word[], line: string, setting: Setting): ShortForm | null {
  if (setting.isTalk || setting.isNote) return null
  const within = WITH_THIS.exec(line)
  if (within !== null)
    return { ...shortForm(within[1] === "we" ? "we" : "i", groupOf(within, 2), 3, 3, 4), kind: "now" }
  if (PASSES.test(line)) return { ...shortForm("i", "send", textAt(words, 0) === "just" ? 1 : 0), kind: "now" }
  const said = PERFORMS.exec(line)
  if (said === null) return null
  const at = words.findIndex((word, index) => index > 0 && word.text === said[2])
  return { ...shortForm(said[1] === "we" ? "we" : "i", said[2] ?? "do", at, 0, 1), kind: "now" }
}

/** "With this mail we confirm your booking". */
const WITH_THIS = gated(
  /^(?:with|by) this (?:e-?mail|mail|letter|message|note) (i|we) (?:also |hereby )?(?!'|am\b|are\b|have\b|would\b|hope\b|want\b|wish\b)([a-z]+) /,
)
const PERFORMS = gated(
  /^(i|we)(?: (?:also|hereby|herewith|now))* (?:hereby (\w+)|(enclose|attach|introduce|return(?= herewith)|send(?= (?:you )?herewith)|submit(?= herewith)))\b/,
)

/** "Just forwarding you the survey", "pasting the details below". */
const PASSES = gated(
  /^(?:just )?(?:(?:attaching|enclosing) (?!to\b)|(?:forwarding|pasting|sharing|resending|copying|looping|re-sending) )(?:(?<=(?:attaching|enclosing) )\S|(?:you|the|this|that|over|in|it|them|below|my|our|a|on)\b)(?!.*\b(?:tomorrow|later|next|monday|tuesday|wednesday|thursday|friday|by|is|are|will)\b)/,
)

/** "I've asked Leo to send you the sizes", "we have arranged for the carpet to be replaced": somebody will. */
function delegated(words: readonly Word[], line: string): ShortForm | null {
  const asked = ASKED.exec(line)
  if (asked === null) return null
  const [, speaker, how = "", whom = "", verb = "", done] = asked
  if (done !== undefined) {
    const base = baseOfParticiple(done)
    if (base === null || !mayBeDeed(base) || (how !== "arranged for" && how !== "asked for")) return null
    return shortForm(
      speaker === "we" ? "we" : "i",
      base,
      words.findIndex(({ text }) => text === done),
    )
  }
  if (!mayBeDeed(verb) || whom === "you" || (!YOURS.test(line) && how !== "arranged for" && how !== "instructed"))
    return null
  const from = words.findIndex((word, at) => word.text === whom.split(" ")[0] && at > 0)
  if (subjectKind(words, from, from + whom.split(" ").length) === "outsider")
    return shortForm(
      speaker === "we" ? "we" : "i",
      verb,
      words.findIndex(({ text }) => text === how.split(" ")[0]),
    )
  const verbAt = words.findIndex((word, at) => at > from && word.text === verb)
  const actor = /^(?:someone|somebody|one|a|an|another)\b/.test(whom) ? "someone" : "named"
  return shortForm(actor, verb, verbAt, from, from + whom.split(" ").length)
}

const ASKED = gated(
  /\b(i|we) (?:'ve |have )?(?:just |already |today |now |also )?(arranged for|asked for|asked|instructed|told|got|briefed|tasked) (\S+(?: \S+){0,4}?) to (?:(?!be\b)(\w+)|be (\w+))\b/,
)

/** "Joan has agreed to look after your dog". */
function agreedTo(words: readonly Word[], line: string): ShortForm | null {
  const agreed = words.findIndex(
    ({ text }, at) =>
      at > 0 &&
      textAt(words, at + 1) === "to" &&
      (AGREED.has(text) || (TOLD.has(text) && textAt(words, at - 1) === "been")),
  )
  const verb = textAt(words, agreed + 2)
  if (agreed < 0 || (!mayBeDeed(verb) && !ATTENDS.has(verb))) return null
  const isApart = textAt(words, agreed - 1) === "been" || words[agreed - 1]?.text.endsWith("ly") === true
  const been = isApart ? agreed - 1 : agreed
  const before = HAS.has(textAt(words, been - 1)) ? been - 1 : been
  if (!(YOURS.test(line) || ATTENDS.has(verb) || (before < been && FOR_US.test(line)))) return null
  const { from, to } = subjectBefore(words, before)
  const kind = subjectKind(words, from, to)
  return kind === "named" || kind === "someone" ? shortForm(kind, verb, agreed + 2, from, to) : null
}

const FOR_US = /\b(?:us|me|it|this|them)\b/
const ATTENDS = wordSet("attend visit call inspect collect deliver")
const TOLD = wordSet("asked instructed told booked tasked scheduled assigned arranged engaged appointed")
const AGREED = wordSet("agreed promised offered undertaken volunteered")
const HAS = wordSet("has have 's 've")

/** "Return the slip and the fee is waived", "tell me which suits and the room is yours". */
function waived(words: readonly Word[], line: string): ShortForm | null {
  const found = WAIVED.exec(line)
  const base = found?.[2] === "yours" || found?.[3] !== undefined ? "give" : (baseOfParticiple(found?.[2] ?? "") ?? "")
  if (found === null || deedOf(groupOf(found, 1)) === null || !(base === "give" || isService(base))) return null
  const at = words.findLastIndex(({ text }) => text === (found[2] ?? found[3]?.split(" ", 1)[0]))
  return { ...shortForm("company", base, at), kind: "conditional" }
}

function counted(words: readonly Word[], line: string): ShortForm | null {
  const found = COUNTED.exec(line)
  if (found === null) return null
  if (found[2] === undefined) return shortForm(MINE.test(found[0]) ? "i" : "we", "provide", 0)
  const at = words.findIndex(({ text }, index) => text === "to" && /^(?:me|us)$/.test(textAt(words, index - 1)))
  return shortForm(found[1] === undefined ? "we" : "i", groupOf(found, 2), at + 1)
}

/** "Details to follow shortly", "more to come". */
function toFollow(words: readonly Word[], line: string): ShortForm | null {
  if (words.length > 11 || !FOLLOWS.test(line) || NOT_FOLLOWING.test(line)) return null
  const at = words.findIndex(({ text }) => text === "follow" || text === "follows" || text === "come")
  return shortForm("company", "send", at, 0, Math.max(0, at - 1))
}

const FOLLOWS = gated(
  /^(?:\S+ ){1,4}(?:to|will|shall) follow\b|^(?:(?:more|further|full) )?(?:details|information|info|news|updates?|more) (?:to|will) (?:come|follow)\b|^(?:the|your|our|my|an?) (?:\S+ ){1,5}follows? (?:under|by|in|on|shortly|separately)\b/,
)
const NOT_FOLLOWING = gated(
  /\b(?:easy|hard|difficult|want|like|steps|instructions|how|need|try|have|you|we|i)\b(?! shortly)/,
)

const YOURS = gated(/\b(?:you|your|ur)\b/)

const OURS = gated(/\b(?:we|us)\b/)

const WAIVED = gated(
  /^(?:please )?(\w+)\b.* and (?:(?:your|the|a|any) (?:\w+ ){1,4}|it |they )(?:(?:is|are|'s|'re) (\w+)|((?:goes|ships) (?:live|out|off|back|straight|on|in)\b))/,
)
const MINE = /\bm[ey]\b/
const COUNTED = gated(
  /\b(?:count|rely|depend|bank) (?:up)?on (?:(?:(me)|us) (?:to (\w+)|for (?!anything|help|support))|(?:my|our) \w+ing\b|an? (?:\S+ ){1,4}from (?:me|us)\b)/,
)
