import type { Chase } from "aboveboard-engine"

/** What is known of a promise that may be meant. */
export type Chaseable = {
  readonly id: string
  readonly deed: string
  readonly words: string | null
  readonly condition: string | null
  readonly dueUntil: string | null
  readonly isHere: boolean
}

/**
 * Which of a customer's open promises a chase is about: one whose words or deed it names, in this conversation before
 * others, overdue before others; else the only one, else the one that is most overdue. Null when it could be one or
 * another: a wrong mark is worse than none. `said` is all that the customer newly wrote, for the words.
 */
export function chasedPromise<P extends Chaseable>(
  chase: Chase,
  said: string,
  promises: readonly P[],
  now: Temporal.Instant,
): P | null {
  const here = promises.filter(({ isHere }) => isHere)
  const among = here.length > 0 ? here : promises
  const named = among.filter((each) => names(chase, said, each))
  if (named.length > 0) return theOne(named, now) ?? closest(named, chase, said)
  if (chase.isWeak || (chase.deed !== null && here.length === 0)) return null
  return theOne(
    among.filter(({ deed }) => mayMean(chase.deed, deed)),
    now,
  )
}

/** Whoever waits for a call may have been promised an answer. Of a deed that the workspace has named itself we know nothing. */
function mayMean(asked: string | null, deed: string): boolean {
  if (asked === null || asked === deed || !APART.has(deed)) return true
  return TELLING.has(asked) && TELLING.has(deed)
}

const TELLING = new Set(["call-back", "answer"])
const APART = new Set(["call-back", "answer", "refund", "send"])

/** The only one, or the one that has been overdue longest; null when there are several and none is overdue. */
function theOne<P extends Chaseable>(promises: readonly P[], now: Temporal.Instant): P | null {
  const [only, ...more] = promises
  if (only === undefined || more.length === 0) return only ?? null
  const [overdue] = promises
    .filter(({ dueUntil }) => dueUntil !== null && Temporal.Instant.compare(dueUntil, now) < 0)
    .toSorted((one, other) => Temporal.Instant.compare(one.dueUntil ?? now, other.dueUntil ?? now))
  return overdue ?? null
}

/** Of several that are named and not overdue: the one with most of the customer's words, if no other has as many. */
function closest<P extends Chaseable>(promises: readonly P[], chase: Chase, said: string): P | null {
  const ranked = promises
    .map((promise) => ({ promise, shared: sharedWords(chase, said, promise) }))
    .toSorted((one, other) => other.shared - one.shared)
  const [first, second] = ranked
  if (first === undefined) return null
  return second === undefined || first.shared > second.shared ? first.promise : null
}

function names(chase: Chase, said: string, promise: Chaseable): boolean {
  return (chase.deed !== null && chase.deed === promise.deed) || sharedWords(chase, said, promise) > 0
}

/** Words that say what it is about, in the chasing sentence twice as heavy as around it. */
function sharedWords({ quote }: Chase, said: string, { words, condition }: Chaseable): number {
  const promised = telling(`${words ?? ""} ${condition ?? ""}`)
  const count = (text: string) => [...telling(text)].filter((word) => promised.has(word)).length
  return 2 * count(quote) + count(said)
}

const WORD_LENGTH_MIN = 3

function telling(text: string): ReadonlySet<string> {
  const words =
    text
      .toLowerCase()
      .replaceAll(/[’`]/g, "'")
      .match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? []
  return new Set(words.map(bare).filter((word) => word.length >= WORD_LENGTH_MIN && !SAYING_LITTLE.has(word)))
}

/** "wheels", "wheel's" and "wheel" are one. */
function bare(word: string): string {
  return word.replace(/'.*$/, "").replace(/(?<=\p{L}{3})(?:es|s)$/u, "")
}

/** Found in promises and chases of every kind, so that they show nothing. */
const SAYING_LITTLE = new Set(
  `the and you your yours our ours that this with for from have has had was were are will would can could should shall may might not yet
   still any new news update about there here they them she her him his who what when where why how let know get got back look see tell
   told said say promise promised someone somebody nobody anyone today tomorrow yesterday morning afternoon evening week weeks day days
   month hour hours monday tuesday wednesday thursday friday saturday sunday noon soon shortly then than too very just also please thank
   thanks hello dear regards best wishe into out over onto off been being did doe done doing make made take took give gave all one two
   three need want like going come came waiting wait been call ring phone rang called answer reply send sent email mail write wrote
   refund repair fix before after again right away sure certainly definitely we'll i'll it's itself`.split(/\s+/),
)
