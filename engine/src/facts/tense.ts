import type { Place } from "./find-claims.ts"
import type { Tense } from "./judge.ts"
import { smooth } from "./smooth.ts"

/** When a clause says that something holds, and whether it adds up. */
export function tenseOf({ clause, reading, stance, around }: Place): Tense {
  const { words } = clause
  const sentence = smooth(reading.text.slice(clause.sentence.start, clause.sentence.end))
  return {
    isPast: stance === "past" || PAST.test(words),
    isFuture: (FUTURE.test(words) && !NOW.test(words)) || (FUTURE.test(sentence) && !NOW.test(sentence)),
    isTotal: TOTAL.test(words),
    around,
    dates: [...clause.values.map(({ value }) => value), ...around].flatMap((value) =>
      value.kind === "date" ? [value] : [],
    ),
  }
}

const PAST =
  /\b(?:ended|finished|expired|lapsed)\b|\bused to\b|\b(?:was|were) (?:still|then)\b|\b(?:back in|back then|at the time|in those days|formerly)\b/
const FUTURE =
  /\b(?:will|starts?|starting|begins?|beginning|from (?:next|the (?:first|\d)|\d|[a-z]+ \d)|next|coming|soon|upcoming|until|during|as of|goes up|go up|going up|rises?|drops?|goes down|at the (?:start|beginning|end) of)\b/
const TOTAL =
  /\b(?:comes? to|(?:would|will|you'd|that) (?:be|make)s?|makes?|made|total|altogether|all together|you'd be at|adds? up|in all|all in|for the (?:two|three|four|five|six|lot))\b/
const NOW = /\b(?:now|already|today|currently|at the moment|running|these days|right away)\b/
