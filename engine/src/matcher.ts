import { NO_PLACE, numberIn, numberPerWord } from "./known-word.ts"
import { plainWordsOf } from "./plain-words.ts"
import type { Span } from "./review-format.ts"

/** Finds, in one pass over the text, which sentences hold a cue of which rule. */
export type Matcher = (text: string, sentences: readonly Span[]) => readonly (readonly Span[])[]

/**
 * One trie over the cues of all rules, walked from the beginning of each word, so that the time a review takes does not grow
 * with the number of rules. A cue is the beginning of a word or phrase; "#" stands for any digit; marks and runs of white
 * space count as one space. The answer has, for each list of cues given, the sentences that hold one of them.
 */
export function matcherOf(cueLists: readonly (readonly string[])[]): Matcher {
  const trie = trieOf(cueLists)
  return (text, sentences) => {
    const found: Span[][] = cueLists.map(() => [])
    let run = 0
    for (const sentence of sentences) run = scan(text, sentence, run, trie, found)
    return found
  }
}

const WIDTH = 32 // classes of characters, a power of two
const SPACE = 0
const DIGIT = 27
const OTHER = 31
const STAR = 42 // a plain word ends before it, a cue may go on
const CLASSES = asciiClasses()

function asciiClasses(): Uint8Array {
  const classes = new Uint8Array(128)
  for (let letter = 0; letter < 26; letter++) {
    classes[97 + letter] = letter + 1
    classes[65 + letter] = letter + 1
  }
  for (let digit = 48; digit < 58; digit++) classes[digit] = DIGIT
  classes["'".charCodeAt(0)] = 28
  classes["%".charCodeAt(0)] = 29
  classes["*".charCodeAt(0)] = 30
  return classes
}

/** The class of a UTF-16 unit. Letters beyond ASCII are OTHER, so that they do not end a word. */
function classOf(code: number): number {
  if (code < 128) return CLASSES[code] ?? OTHER
  if (code === 0x2019 || code === 0x02bc) return 28
  return code === 0xa0 || (code >= 0x2000 && code <= 0x2bff) || (code >= 0xd800 && code <= 0xdfff) ? SPACE : OTHER
}

/** `next[state * WIDTH + class]` is the state that follows, 0 for none; `lists[state]` the cue lists that have a cue ending there. */
type Trie = {
  readonly next: Uint16Array
  readonly lists: readonly (readonly number[] | undefined)[]
  /** What comes of walking over a plain word and the blank behind it: of most nothing does. By place. */
  readonly over: (place: number) => Step
}

function trieOf(cueLists: readonly (readonly string[])[]): Trie {
  const most = cueLists.reduce((sum, cues) => cues.reduce((length, cue) => length + cue.length, sum), 1)
  const next = new Uint16Array(most * WIDTH)
  const lists: (readonly number[] | undefined)[] = [undefined]
  for (const [list, cues] of cueLists.entries()) for (const cue of cues) insert(next, lists, cue, list)
  const known = new Map<string, Step>()
  const steps = [NOTHING]
  const over = numberPerWord((word) => {
    const step = stepOver(word, next, lists)
    const key = `${step.state} ${step.lists.join()}`
    if (step !== NOTHING && !known.has(key)) known.set(key, step)
    return numberIn(steps, known.get(key) ?? NOTHING)
  })
  return { next, lists, over: (place) => steps[over(place)] ?? NOTHING }
}

/** The lists with a cue that ends there, and the state that the walk goes on from; 0 where it does not. */
type Step = { readonly lists: readonly number[]; readonly state: number }

const NOTHING: Step = { lists: [], state: 0 }

function stepOver(word: string, next: Trie["next"], lists: Trie["lists"]): Step {
  const ended = new Set<number>()
  let state = 0
  for (let at = 0; at <= word.length; at++) {
    const unit = at < word.length ? classOf(word.charCodeAt(at)) : SPACE
    state = next[state * WIDTH + unit] ?? 0
    if (state === 0) break
    for (const list of lists[state] ?? []) ended.add(list)
  }
  return state === 0 && ended.size === 0 ? NOTHING : { lists: [...ended], state }
}

/** Adds the way of one cue. State 0 is the root, and no way leads back to it. */
function insert(next: Uint16Array, lists: (readonly number[] | undefined)[], cue: string, list: number): void {
  let state = 0
  let last = SPACE
  for (let at = 0; at < cue.length; at++) {
    const unit = cue.charAt(at) === "#" ? DIGIT : classOf(cue.charCodeAt(at))
    if (unit === SPACE && last === SPACE) continue
    last = unit
    let following = next[state * WIDTH + unit] ?? 0
    if (following === 0) {
      following = lists.length
      next[state * WIDTH + unit] = following
      lists.push(undefined)
    }
    state = following
  }
  lists[state] = [...(lists[state] ?? []), list]
}

/** Goes from word to word; what the trie makes of a plain word is known from the first time it was met. Gives the next run of letters. */
function scan(text: string, sentence: Span, from: number, trie: Trie, found: Span[][]): number {
  const { starts, ends, places, length } = plainWordsOf(text)
  let run = from
  while (run < length && (starts[run] ?? 0) < sentence.start) run++
  let last = SPACE
  for (let at = sentence.start; at < sentence.end;) {
    if (run < length && starts[run] === at) {
      const place = places[run] ?? NO_PLACE
      const end = ends[run++] ?? at
      if (last === SPACE) {
        const isWhole = place !== NO_PLACE && end <= sentence.end && text.charCodeAt(end) !== STAR
        if (isWhole) stepOn(text, end, trie.over(place), sentence, trie, found)
        else walk(text, at, 0, sentence, trie, found)
      }
      last = OTHER
      at = end
    } else {
      const unit = classOf(text.charCodeAt(at))
      if (last === SPACE && unit !== SPACE) walk(text, at, 0, sentence, trie, found)
      last = unit
      at++
    }
  }
  return run
}

function stepOn(text: string, at: number, step: Step, sentence: Span, trie: Trie, found: Span[][]): void {
  if (step === NOTHING) return
  for (const list of step.lists) add(found, list, sentence)
  if (step.state !== 0) walk(text, at, step.state, sentence, trie, found)
}

/** Goes as far as a cue goes on with the words from `from` on: a few letters for most of them. A state other than 0 is one behind a blank. */
function walk(text: string, from: number, begun: number, sentence: Span, { next, lists }: Trie, found: Span[][]): void {
  let state = begun
  let last = begun === 0 ? -1 : SPACE
  for (let at = from; at <= sentence.end; at++) {
    const unit = at === sentence.end ? SPACE : classOf(text.charCodeAt(at))
    if (unit === SPACE && last === SPACE) continue
    last = unit
    state = next[state * WIDTH + unit] ?? 0
    if (state === 0) return
    const here = lists[state]
    if (here === undefined) continue
    for (const list of here) add(found, list, sentence)
  }
}

function add(found: readonly Span[][], list: number, sentence: Span): void {
  const sentences = found[list]
  if (sentences !== undefined && sentences.at(-1) !== sentence) sentences.push(sentence)
}
