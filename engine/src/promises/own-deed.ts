import { gated } from "../wording/gated.ts"
import { textAt, wordSet } from "../words.ts"
import { isCompleted } from "./completed.ts"
import { deedWords } from "./reading.ts"
import type { Reading } from "./reading.ts"
import { isSaying } from "./saying.ts"
import { owesNothing } from "./verbs.ts"

/** Whether what "I" or "we" will do is a deed that others can wait for, not a plan, a state or a feeling. */
export function isDeedOfOurs(reading: Reading): boolean {
  const { clause, words, setting, hasLaterTime } = reading
  const deed = deedWords(reading, 10)
  if (clause.modal === "should" || clause.modal === "would") return true
  if (PRIVATE.test(deed)) return false
  if (clause.modal === "intend" && clause.verb === "have") return true
  if (hasDone(reading) || isSaying(words, clause.verbAt)) return true
  if (clause.voice !== "active") return false
  if (NEEDED.test(deed)) return setting.isTalk && !NEEDED_FROM_READER.test(deed)
  if (HAVE_A_TIME.test(deed)) return false
  if (HAVE_A_LOOK.test(deed) || HAVE_SOMETHING.test(deed) || HAVE_NEWS.test(deed) || HAVE_TO_ANSWER.test(deed))
    return true
  if (clause.verb === "do" && BEST.test(deed)) return BEST_TO.test(deed)
  if (IDIOMS.test(deed)) return false
  if (clause.verb === "meet" && !setting.isTalk && MEETS.test(deed)) return false
  if (clause.verb === "get" && GETS.test(deed)) return false
  if (clause.verb === "go" && GOES.test(deed)) return false
  if (clause.verb === "pass" && /^pass (?:on (?:the|this|that|it)|this time)$/.test(deed.replace(/ [.!]$/, "")))
    return false
  if (TAKES_OFF.test(deed) || (clause.verb === "use" && !setting.isTalk)) return false
  if (TAKE.test(deed) && !hasLaterTime)
    return /\b(?:look|note|action|up|care|out|off|over|away|pass|stab|shot|crack|lead|minutes|notes|back|round|down|payment|payments|booking|order|measurements|measurement|reading|readings|deposit|money|details|sample|samples|photos|pictures|message|card|address|name|number)\b/.test(
      deed,
    )
  return !owesNothing(clause.verb) || isCompleted(reading) || (!STATES.has(clause.verb) && FOR_READER.test(deed))
}

const FOR_READER = /^\S+ (?:the|your|an?|it|them|this|that) (?:\S+ ){0,3}for (?:you|u|him|her|them)\b/
/** "Want the best for you". */
const STATES = wordSet(
  "say want need like love hope wish prefer have be miss see hear know think feel believe expect appreciate",
)

/** What one does for oneself. */
const PRIVATE = gated(
  /\b(?:my|our) (?:\w+ )?(?:children|kids|wife|husband|family|mother|father|mom|mum|dad|parents|girlfriend|boyfriend|son|daughter|dentist|doctor|vacation|holiday|birthday|trip|flight|plane|degree|exams?|mileage|weight|hair|nails|dog|cat|lawn|garage|boat|novel|thesis)\b|\ba new (?:car|house|bike|phone|dress|boat|job|tv)\b|\b(?:a movie|the movies|the game|a game|a nap|a walk|a swim|a run|a break|grab (?:some |a )?(?:lunch|dinner|coffee|bite|drinks?)|a day off|the day off|a vacation|(?:have|having|my) surgery)\b/,
)
const NEEDED = /^need to (?:make|do|check|speak|look(?! up)|ask|get|find|go)\b/
const NEEDED_FROM_READER = /^need to (?:get|know|check) (?:your|which|some|a few)/
const HAVE_A_LOOK =
  /^have (?:a(?! (?:\S+ ){0,2}(?:meeting|party|conference|good|great|nice|new|chance|baby|shower|lunch|dinner)) |another |to look|someone|somebody|one of|our|it |them |that |this |him|her)/
const HAVE_SOMETHING =
  /^have (?:an?|the|your|some|more|it|this|that|them) (?:\S+ ){0,4}(?:answer|reply|response|news|update|quote|figure|draft|version|list|copy|for you|to you|with you|over|out|ready|sorted|sent|done|fixed|back)\b/
/** "Have redlines to you": whatever it is. */
const HAVE_FOR_READER =
  /^have (?:\S+ ){1,6}?(?:(?:back |over |out |up )?(?:to|with|for) (?:you|u|him|her|them|cust)|in your (?:hands|inbox))\b/
/** "Have our summer party". */
const HAVE_A_TIME =
  /^have (?:our|the|an?|another) (?:\S+ ){0,2}(?:party|meeting|conference|lunch|dinner|drinks|holiday|break|day off|offsite|agm|wedding)\b(?! (?:with|for) (?:you|him|her|them))/
const HAVE_TO_ANSWER = /^have to (?:come|get) back to (?:you|u)\b/
const HAVE_NEWS = /^have (?:news|word|details|figures|results|answers) (?:for|to) (?:you|u)\b/
const BEST = /^do (?:my|our) (?:very |level |absolute |utmost )?(?:best|utmost)\b/
const BEST_TO = /best (?:to|and) (?!help|assist|support)[a-z]+ (?:it|this|that|them|you|your|the|a|an)\b/
/** Said, not done. */
const IDIOMS =
  /^(?:say (?:[.!]|$)|say[.!]?$|second that|turn \d|take your word|leave (?:it|that|this) (?:at that|to you\b|up to you\b|with you\b|there\b|for now\b)|go first|pass (?:on (?:the|this|that one)|this time)|hold my breath|keep (?:my|our) fingers|cross (?:my|our) fingers|bet\b|use (?:the|my|our|this|that) (?:time|weekend))/
/** "We will meet at 3": a plan of both. */
const MEETS =
  /^meet(?:ing)? (?:at|on|in|up|there|then|again|next|tomorrow|today|tonight|this|for|monday|tuesday|wednesday|thursday|friday|.$)/
const GETS =
  /^get(?:ting)? (?:much |a (?:lot|bit|little) |even |so |too )?(?:closer|better|worse|married|drunk|sick|tired|older|bigger|home|there|some (?:sleep|rest|food)|going|off|lucky|used|paid|wet|lost|ready|dressed|together|into trouble|up (?!to you))\b/
/** Choosing and going places, not "go through it with you". */
const GOES =
  /^go (?:with (?!you)|for|to|home|back to|out|away|on (?!to )|there|with option|the|shopping|swimming|running|fishing|skiing|hunting|camping)/
const TAKES_OFF =
  /^tak(?:e|ing) (?:\S+ ){0,3}(?:days?|weeks?|time|months?|mornings?|afternoons?|\w+day|tomorrow|hours?) off\b|^tak(?:e|ing) (?:off\b|(?:\S+ ){0,4}(?:vacation|leave|holiday|exam|test|class|course|trip|nap|break|bus|train|flight|cab|taxi|bar|ride|walk|job)\b)(?! (?:your|the|that|it|\S*charge))/
const TAKE = /^take (?:the|a|one|two|it|that|this)\b(?! (?:one|from here|forward)\b)/

/** "he'll have the cello ready". */
export function hasDone(reading: Reading): boolean {
  const deed = deedWords(reading, 10)
  if (reading.hasTime && HAVE_PUT.test(deed)) return true
  return HAVE_FOR_READER.test(deed) || HAS_DONE.test(deed)
}

/** "Have the sign up by Friday". */
const HAVE_PUT =
  /^have (?:the|your|it|them|this|that|everything|all) (?:\S+ ){0,4}?(?:up|over|across|round|away|down)\b/
const HAS_DONE =
  /^have (?:the|your|it|a|an|this|that|them|everything|all|you)\b.*\b(?:ready|done|back|sent|waiting|over to you|with you|\w{3,}ed|made|remade|built|cut|put|hung|set|(?:re)?drawn|(?:re)?written|taken|rehung|rung|sewn|resewn|bought|brought|woven)\b/

/** "Once you have it, I'll assist you with the exchange" names a deed; "I'll assist you further" does not. */
export function helpsWith(reading: Reading): boolean {
  const { clause, words, hasCondition } = reading
  if (clause.modal !== "will" || !hasCondition || textAt(words, clause.verbAt - 1) === "to") return false
  return /^\S+ you (?:with|in|by) (?:the|your|\w+ing)\b/.test(deedWords(reading, 5))
}
