import type { Entry } from "./entry.ts"
import type { Place } from "./find-claims.ts"
import { wordsWithVerb } from "./hours-told.ts"
import type { Match } from "./match.ts"
import { mayBeName } from "./may-be-name.ts"
import { textAt } from "../words.ts"

/** When the writer is there says nothing of when we are open. */
export function isForMe(words: string): boolean {
  return FOR_ME.test(words)
}

const FOR_ME = /\b(?:ring|call|phone|text|reach|catch|ping|mail|email|write to) me\b|\bi'm (?:here|in|on|there|off)\b/

/** Where somebody is to come, or we are there: it is about our own opening hours. */
export function speaksOfUs(place: Place): boolean {
  return HERE.test(wordsWithVerb(place, OPENS))
}

const OPENS = /\b(?:is|are|open|opens|close|closes|shut|shuts|lock|come|drop|pop|visit|reach|call|ring)\b|'(?:s|re)\b/

const HERE =
  /\b(?:we(?:'re| are|'ll be) (?:(?:usually|always|also|only|not|still) )*(?:here|there|in|around|open|closed|shut|staffed|on the phone)|we (?:(?:do|don't|always|only|also|usually) )*(?:open|close|shut|lock up)|(?:our |the |^)(?:doors|shutters) (?:open|close|shut|are (?:open|closed|shut))|(?:somebody|someone|anybody|nobody|no one|one of (?:us|our [a-z]+)|our (?:team|staff|people))(?:'s| is| are)? (?:here|there|in)|they're there|(?:come|drop|pop|swing|stop) (?:[a-z]+ ){0,3}?(?:by|in(?! (?:the|our|a) (?!morning|afternoon|evening))|round|over|along|past)|call (?:by|in|round|past)|visit us|see us|find us|reach us)\b/

/** The one fact of when we are open, or of several the one that is about the whole of us. */
export function isOurs({ entry }: Pick<Match, "entry">, { clause, reading }: Place): boolean {
  if (!isOpening(entry)) return false
  if (CHANNELS.some((channel) => clause.concepts.has(channel) && !entry.all.has(channel))) return false
  const all = reading.facts.schedules.filter(isOpening)
  const ours = all.filter(
    (each) =>
      each.aliases.some(({ isUs }) => isUs) || WE.test([each.fact.subject, ...(each.fact.aliases ?? [])].join("|")),
  )
  return all.length === 1 || (ours.length === 1 && ours[0]?.group === entry.group)
}

/** "By phone you can reach us till eight" says nothing of when the chat is staffed. */
const CHANNELS = ["+phone", "chat", "+mail", "+email"]

function isOpening({ schedule, fact }: Entry): boolean {
  return schedule !== null && /^(?:opening|business|shop|office)? ?(?:hours|times)$/i.test(fact.attribute)
}

const WE = /(?:^|\|)(?:we|shop|store|office|showroom|branch|practice)\b/i

/** "Dr. Reed's office closes at four": of somebody whom no fact knows. */
export function isOfAnother({ clause: { tokens }, reading: { facts } }: Place): boolean {
  return tokens.some((token, at) => {
    const { text, start } = token
    if (!text.endsWith("'s") || !mayBeName(token)) return false
    const name = facts.byConcept.has(token.concept) || NOBODY.test(text)
    const isTitled = tokens.some(({ end, text: title }) => end < start && /^(?:dr|mr|mrs|ms|prof)$/.test(title))
    const verb = [at + 2, at + 3].find((next) => /^(?:is|are|opens?|closes?|shuts?)$/.test(textAt(tokens, next)))
    return verb !== undefined && (isTitled || !name) && !/^(?:open|closed|shut|fine)$/.test(textAt(tokens, at + 1))
  })
}

const NOBODY = /^(?:that|it|there|here|what|who|let|he|she|where|today|tomorrow|tonight)'s$/
