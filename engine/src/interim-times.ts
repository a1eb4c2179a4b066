import type { Calendar } from "./calendar.ts"
import type { FoundTime } from "./review-format.ts"

/** Stands in until due/find-times.ts is there: recognises the commonest words and resolves none. */
export function findTimes(text: string, options: { readonly now?: Temporal.Instant; readonly zone: string; readonly calendar: Calendar; readonly start?: number; readonly end?: number }): readonly FoundTime[] {
  const start = options.start ?? 0
  return [...text.slice(start, options.end).matchAll(WORDS)].map((match) => ({
    start: start + match.index, end: start + match.index + match[0].length, text: match[0],
    kind: /shortly|soon|right back|right away|straight away|asap|jiffy|immediately|now|later/i.test(match[0]) ? "vague" : "certain",
  }))
}

const WORDS = /\b(?:(?:by|on|before|within|in|from|at) )?(?:the )?(?:today|tomorrow(?: morning| afternoon)?|tonight|this (?:week|weekend|afternoon|evening|morning)|next \w+|monday|tuesday|wednesday|thursday|friday|saturday|sunday|shortly|soon|right back|right away|straight away|asap|as soon as possible|immediately|now|later|in a jiffy|(?:\d+|two|three|a few)(?:[- ](?:to )?\d+)? (?:business |working )?(?:days?|hours?|minutes?|mins|weeks?)|end of (?:the )?(?:day|week|month)|\d{1,2}(?::\d\d)? ?(?:am|pm)|\d{1,2}:\d\d)\b/gi
