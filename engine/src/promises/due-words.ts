import type { FoundDue, FoundTime, Span } from "../review-format.ts"
import { spanOf } from "../words.ts"
import type { Word } from "../words.ts"
import type { Adjunct } from "./conditions.ts"

/**
 * Offsets of the clause, of what comes behind its subject, of where its deed begins, and of where its sentence does; whether the reader is asked to do something
 * first, so that a time before the clause is theirs.
 */
export type Place = {
  readonly from: number
  readonly behind: number
  readonly verb: number
  readonly to: number
  readonly lead: number
  readonly isAsked: boolean
}

/**
 * The words that say when a promise is due: the times after its verb, else one that leads the sentence, joined with an
 * own event ("when I am back"). `from` and `to` are offsets of the clause, `verb` where its deed begins.
 */
export function dueOf(
  text: string,
  all: readonly FoundTime[],
  adjuncts: readonly Adjunct[],
  words: readonly Word[],
  clause: Place,
): FoundDue {
  const times = all.filter((time) => !isInCondition(time, adjuncts, words))
  const events = adjuncts.filter((adjunct) => adjunct.kind === "event")
  const following = times.filter(
    (time) =>
      time.start >= clause.verb &&
      time.end <= clause.to &&
      !isOfSomethingElse(text, time, clause.verb) &&
      !describes(
        text.slice(Math.max(clause.verb, time.start - BEFORE_MAX), time.start).toLowerCase(),
        time.text.toLowerCase(),
        text.slice(time.end, time.end + 14),
      ),
  )
  const between = times.filter((time) => time.start >= clause.behind && time.end <= clause.verb)
  const leading = times.filter(
    (time) =>
      time.start >= clause.lead &&
      time.end <= clause.from &&
      !/^(?:q[1-4]|(?:right )?now)$/i.test(time.text) &&
      (!clause.isAsked || time.start <= clause.lead + OPENING_MAX) &&
      leads(text, time, clause),
  )
  const event = eventIn(text, events, words, clause)
  const group = firstGroup(text, following) ?? firstGroup(text, between) ?? firstGroup(text, leading)
  if (group !== null && group.start === clause.verb && BEGINNING.test(group.text)) {
    const text = group.text.replace(BEGINNING, "")
    return { ...group, start: group.end - text.length, text }
  }
  if (group === null && event !== null) {
    const start = fromLength(text, event.start)
    return { text: text.slice(start, event.end), start, end: event.end, kind: "vague" }
  }
  if (group === null) return recurring(text, clause)
  const [at, occasion] = [AT_OUR.exec(text.slice(clause.verb, group.start)), OCCASION.exec(text.slice(group.end))]
  if (at !== null && occasion !== null) {
    const [start, end] = [group.start - at[0].length, group.end + occasion[0].length]
    return { ...group, start, end, text: text.slice(start, end) }
  }
  const begin = fromLength(text, group.start)
  if (begin < group.start) {
    const end = event !== null && event.start === group.start ? Math.max(event.end, group.end) : group.end
    return { ...group, start: begin, end, text: text.slice(begin, end) }
  }
  if (
    event !== null &&
    event.start <= group.start &&
    event.end >= group.end &&
    (TELLS_WHEN.test(text.slice(event.start, event.end)) || (group.kind === "vague" && group.start === event.start))
  )
    return { ...group, ...event, text: text.slice(event.start, event.end) }
  const ends = OF_WHAT.exec(text.slice(group.end, clause.to))
  if (ends !== null && WITHIN.test(group.text)) {
    const end = group.end + ends[0].length
    return { ...group, end, text: text.slice(group.start, end) }
  }
  const end =
    event !== null && event.start >= group.end && text.slice(group.end, event.start).trim() === ""
      ? event.end
      : group.end
  return { ...group, end, text: text.slice(group.start, end) }
}

/** "Every Friday", "daily": when, and no last moment. */
function recurring(text: string, clause: Place): FoundDue {
  const said = text.slice(clause.verb, clause.to)
  const found = RECURS.exec(said)
  if (found === null) return { kind: "none" }
  const start = clause.verb + found.index
  return { text: found[0], start, end: start + found[0].length, kind: "vague" }
}

const RECURS =
  /\b(?:(?:every|each) (?:other |single )?(?:day|week|fortnight|month|quarter|year|morning|evening|night|\w+day)|(?:dai|week|month|quarter)ly(?=[.,;!]|$))\b/i

/** "At our Monday meeting". */
const AT_OUR = /\b(?:at|in|on|by|during|before|after) (?:the|our|my|your|his|her|their|this) $/i
const OCCASION = /^ (?:[a-z-]+ )?(?:meeting|call|session|visit|round|run|review|briefing|class|service)\b/i

/** Whether a time before the clause is said of it: it opens the sentence or the part after a mark, or stands right before the clause. */
function leads(text: string, time: Span, clause: { readonly from: number; readonly lead: number }): boolean {
  return OPENS.test(text.slice(clause.lead, time.start)) || BESIDE.test(text.slice(time.end, clause.from))
}

const OPENS = /(?:^|[,.;:!?–—-]|\b(?:and|but|so|then|ok|okay|yes|no|right|well|thanks|as|that))[\s"(]*$/i
const BESIDE = /^[\s,;:–—-]*(?:(?:and|then|so|which|that|no problem|no worries|ok|okay) ?)?[\s,;–—-]*$/i

/** The whole of "when she is back on Monday" says when; of "before the 12th" the time alone does. */
const TELLS_WHEN = /^(?:\S+ (?:i|we|he|she|you)\b|(?:when|once|as soon as|by the time|the moment|the minute) )/i

/** "we'll be starting next week", "ricky's coming Tuesday": the verb, not a word of time. */
const BEGINNING = /^(?:starting|beginning|coming)\s+/i

/** "within ten days of the inspection": from when it is counted. */
const WITHIN = /^(?:within|in|no more than|not more than|inside)\b/i
const OF_WHAT =
  /^ (?:of|from|after) (?:(?:receipt|\w{2,}ing|completion|delivery|payment|arrival|departure|request|return|handover|signature|purchase|order)\b|(?:the|your|our|his|her|their|us|this|that|it)\b)(?:[^,.;:!?()–—-]|\b-\b){0,60}?(?= (?:and|but|so|to|by|if|unless|with|at|re|w\/|because|when)\b| (?:i|we|you|he|she|they|someone|our|my)(?: will|'ll|’ll| shall| can)\b|[\s]*[,.;:!?()–—]|\s+-|\s*$)/i

/** "provided the deposit reaches us by the 12th": when the condition ends, not when we act. */
export function isInCondition(time: Span, adjuncts: readonly Adjunct[], words: readonly Word[]): boolean {
  return adjuncts.some(({ kind, from, to }) => {
    const { start, end } = spanOf(words, from, to)
    return kind === "condition" && time.start >= start && time.end <= end
  })
}

/** A date that belongs to a thing ("flights on May 24", "your invoice of 3 March") is not when we act. */
function isOfSomethingElse(text: string, time: FoundTime, verb: number): boolean {
  const before = text.slice(Math.max(verb, time.start - 40), time.start).toLowerCase()
  return (
    /\b(?:of|for|from|since|dated|between|until|than|after|your|the|this|last|flights?(?: \S+){0,6} on|reservation(?: \S+){0,4} on|booking(?: \S+){0,4} on|appointment(?: on| at)?|meeting (?:on|at))\s+$/.test(
      before,
    ) &&
    !/\b(?:(?:booked|arranged|scheduled) (?:\S+ ){0,2}?|promised |set |due |ready )for\s+$/.test(before) &&
    time.kind !== "vague" &&
    !/^(?:by|within|in|before|today|tomorrow|tonight|a (?:week|fortnight))\b/i.test(time.text)
  )
}

const OPENING_MAX = 3 // characters; "so "
const BEFORE_MAX = 80 // characters; what a day describes stands close before it

/** A day that tells which thing is meant, or what is changed to it: "move it to Friday", "the payment you made on Monday", "the 2 March order". */
function describes(before: string, words: string, after: string): boolean {
  if (/^(?:another|some other|a(?! week| fortnight)) /.test(words) && FINDS.test(before)) return true
  if (MOVED_TO.test(before) && !/^(?:by|before|within|today|in)\b/.test(words)) return true
  if (/^(?:on|at|in)\b/.test(words) && DONE_THEN.test(before)) return true
  if (/^from\b.*\bto\b/.test(words) && CHANGED.test(before)) return true
  if (/^(?:on|at|in|from|of)\b/.test(words) && AT_EVENT.test(before)) return true
  if (
    /^from\b/.test(words) &&
    /\b(?:e-?mail|mail|letter|message|note|invoice|call|order|bill|statement|request|payment|conversation|meeting)\s+$/.test(
      before,
    )
  )
    return true
  if (/\b(?:if|whether|put)\s+$/.test(before)) return true
  if (/^about\b/.test(words) && /\b(?:ask|talk|speak|tell|know|hear|think|check|see)\b[^,]*$/.test(before)) return true
  if (
    /^the\b/.test(words) &&
    /^ (?!and\b|at\b|in\b|or\b|by\b|to\b|with\b|for\b|so\b|but\b|if\b|when\b|then\b|as\b|before\b|after\b|between\b|from\b|unless\b|latest\b|on\b)[a-z]{3,}/.test(
      after,
    )
  )
    return true
  return (
    /^(?:on|at|in|last|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/.test(words) &&
    HAPPENED.test(before)
  )
}

/** "Find another time". */
const FINDS = /\b(?:find|fix|set|arrange|suggest|pick|book|choose)\s+$/
const MOVED_TO =
  /^(?:mov|chang|reschedul|rearrang|rebook|switch|push|bring|shift|swap|postpon|alter|amend|put)\w* (?:\S+ ){1,6}(?:to|for|from|back to|forward to)\s+$/
/** "the price quoted on 1 February". */
const DONE_THEN =
  /^\S+ (?:\S+ )*?(?!be |been |being )\S+ (?:quoted|agreed|made|placed|sent|given|paid|reported|raised|booked|taken|issued|discussed|advertised|received|ordered|bought|logged|signed|submitted)\s+$/
const CHANGED = /^(?:mov|chang|reschedul|rearrang|rebook|switch|push|bring|shift|swap|postpon|alter|amend)\w* /
const AT_EVENT =
  /\b(?:to|at|for|of|about|from|into|after|before|during|until) (?:the|your|our|a|my|his|her|this|that|next)(?: \S+){0,2} (?:meeting|sale|appointment|wedding|party|event|class|show|game|match|session|interview|conference|hearing|exam|course|trip|tour|concert|festival|call)\s+$/
const HAPPENED =
  /\b(?:you|he|she|they|it|which|that|who|why|what|we|i) (?:\S+ )?(?:\w{3,}ed|made|sent|bought|paid|was|were|wasn't|weren't|had|did|didn't|got|said|wrote|told|gave|can't|can|couldn't|could)\b(?! be\b)[^,]*$/

/** "half an hour before we arrive": how long before belongs to when. */
function fromLength(text: string, start: number): number {
  const before = LENGTH.exec(text.slice(Math.max(0, start - LENGTH_MAX), start))
  return /^(?:before|after|prior|ahead)\b/i.test(text.slice(start, start + 7)) && before !== null
    ? start - before[0].length
    : start
}

const LENGTH_MAX = 40 // characters; "at least half an hour "
const LENGTH =
  /\b(?:(?:about|around|at least|up to|roughly|approximately) )?(?:\d+|half an?|an?|the|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|a few|a couple of) (?:working |full |clear )?(?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?) $/i

function eventIn(
  text: string,
  events: readonly Adjunct[],
  words: readonly Word[],
  clause: {
    readonly verb: number
    readonly to: number
    readonly lead: number
    readonly from: number
    readonly isAsked: boolean
  },
): { readonly start: number; readonly end: number } | null {
  for (const event of events) {
    const { start, end } = spanOf(words, event.from, event.to)
    const isLed =
      end <= clause.from && (!clause.isAsked || start === clause.lead) && leads(text, { start, end }, clause)
    const isApart = start > clause.verb && /[:;]/.test(text.slice(clause.verb, start))
    if (start >= clause.lead && end <= clause.to && (isLed || (start >= clause.verb && !isApart))) return { start, end }
  }
  return null
}

/** The first time and those right beside it: "tomorrow" + "around ten" are one saying. */
function firstGroup(text: string, times: readonly FoundTime[]): FoundTime | null {
  let group: FoundTime | null = null
  for (const time of times) {
    if (group === null) group = time
    else if (/^now$/i.test(time.text)) break
    else if (
      /^[\s,]*(?:(?:at|around|about|on|in|by|before|just after|of|the|and|or|to|-|–)\s*){0,2}$/i.test(
        text.slice(group.end, time.start),
      )
    )
      group = joinTimes(text, group, time)
    else break
  }
  return group
}

/** The more definite of the two gives the moment; of two definite ones the later words do. */
function joinTimes(text: string, first: FoundTime, second: FoundTime): FoundTime {
  const base = first.kind === "vague" || (second.kind !== "vague" && second.until !== undefined) ? second : first
  return { ...base, start: first.start, end: second.end, text: text.slice(first.start, second.end) }
}
