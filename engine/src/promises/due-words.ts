import type { FoundDue, FoundTime } from "../review-format.ts"
import type { Word } from "../words.ts"
import type { Adjunct } from "./conditions.ts"

/**
 * The words that say when a promise is due: the times after its verb, else one that leads the sentence, joined with an
 * own event ("when I am back"). `from` and `to` are offsets of the clause, `verb` where its deed begins.
 */
export function dueOf(
  text: string,
  all: readonly FoundTime[],
  adjuncts: readonly Adjunct[],
  words: readonly Word[],
  clause: { readonly from: number; readonly verb: number; readonly to: number; readonly lead: number },
): FoundDue {
  const times = all.filter((time) => !isInCondition(time, adjuncts, words))
  const events = adjuncts.filter((adjunct) => adjunct.kind === "event")
  const following = times.filter(
    (time) => time.start >= clause.verb && time.end <= clause.to && !isOfSomethingElse(text, time, clause.verb),
  )
  const between = times.filter((time) => time.start >= clause.from && time.end <= clause.verb)
  const leading = times.filter((time) => time.start >= clause.lead && time.end <= clause.from)
  const event = eventIn(events, words, clause)
  const group = firstGroup(text, following) ?? firstGroup(text, between) ?? firstGroup(text, leading)
  if (group === null)
    return event === null ? { kind: "none" } : { text: text.slice(event.start, event.end), ...event, kind: "vague" }
  if (
    event !== null &&
    event.start <= group.start &&
    event.end >= group.end &&
    /^\S+ (?:i|we|he|she|you)\b/i.test(text.slice(event.start, event.end))
  )
    return { ...group, ...event, text: text.slice(event.start, event.end) }
  const end =
    event !== null && event.start >= group.end && text.slice(group.end, event.start).trim() === ""
      ? event.end
      : group.end
  return { ...group, end, text: text.slice(group.start, end) }
}

/** "provided the deposit reaches us by the 12th": when the condition ends, not when we act. */
function isInCondition(time: FoundTime, adjuncts: readonly Adjunct[], words: readonly Word[]): boolean {
  return adjuncts.some(
    ({ kind, from, to }) =>
      kind === "condition" && time.start >= (words[from]?.start ?? Infinity) && time.end <= (words[to - 1]?.end ?? -1),
  )
}

/** A date that belongs to a thing ("flights on May 24", "your invoice of 3 March") is not when we act. */
function isOfSomethingElse(text: string, time: FoundTime, verb: number): boolean {
  const before = text.slice(Math.max(verb, time.start - 40), time.start).toLowerCase()
  return (
    /\b(?:of|for|from|since|dated|between|until|than|after|your|the|this|last|flights?(?: \S+){0,6} on|reservation(?: \S+){0,4} on|booking(?: \S+){0,4} on|appointment(?: on| at)?|meeting (?:on|at))\s+$/.test(
      before,
    ) &&
    !/\b(?:booked|arranged|scheduled|promised|set|due|down|in) for\s+$/.test(before) &&
    time.kind !== "vague" &&
    !/^(?:by|within|in|before|today|tomorrow|tonight)\b/i.test(time.text)
  )
}

function eventIn(
  events: readonly Adjunct[],
  words: readonly Word[],
  clause: { readonly verb: number; readonly to: number; readonly lead: number; readonly from: number },
): { readonly start: number; readonly end: number } | null {
  for (const event of events) {
    const start = words[event.from]?.start ?? -1
    const end = words[event.to - 1]?.end ?? -1
    if (start >= clause.lead && end <= clause.to && (end <= clause.from || start >= clause.verb)) return { start, end }
  }
  return null
}

/** The first time and those right beside it: "tomorrow" + "around ten" are one saying. */
function firstGroup(text: string, times: readonly FoundTime[]): FoundTime | null {
  let group: FoundTime | null = null
  for (const time of times) {
    if (group === null) group = time
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
