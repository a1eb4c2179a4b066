import type { Span } from "./review-format.ts"

/** Finds, in one pass over the text, which sentences hold a cue of which rule. */
export type Matcher = (text: string, sentences: readonly Span[]) => readonly (readonly Span[])[]

/**
 * One automaton over the cues of all rules (Aho and Corasick 1975), so that the time a review takes does not grow with the
 * number of rules. A cue is the beginning of a word or phrase; "#" stands for any digit; marks and runs of white space count
 * as one space. The answer has, for each list of cues given, the sentences that hold one of them.
 */
export function matcherOf(cueLists: readonly (readonly string[])[]): Matcher {
  const trie = trieOf(cueLists)
  const next = automaton(trie)
  return (text, sentences) => {
    const found: Span[][] = cueLists.map(() => [])
    for (const sentence of sentences) scan(text, sentence, next, trie.lists, found)
    return found
  }
}

const WIDTH = 32 // classes of characters, a power of two
const SPACE = 0
const OTHER = 31
const CLASSES = asciiClasses()

function asciiClasses(): Uint8Array {
  const classes = new Uint8Array(128)
  for (let letter = 0; letter < 26; letter++) {
    classes[97 + letter] = letter + 1
    classes[65 + letter] = letter + 1
  }
  for (let digit = 48; digit < 58; digit++) classes[digit] = 27
  classes["#".charCodeAt(0)] = 27
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

/** `lists[state]` are the numbers of the cue lists that have a cue ending there. */
type Trie = { readonly edges: Map<number, number>[]; readonly lists: number[][] }

function trieOf(cueLists: readonly (readonly string[])[]): Trie {
  const trie: Trie = { edges: [new Map()], lists: [[]] }
  for (const [list, cues] of cueLists.entries()) for (const cue of cues) insert(trie, ` ${cue}`, list)
  return trie
}

function insert({ edges, lists }: Trie, cue: string, list: number): void {
  let state = 0
  let last = -1
  for (let at = 0; at < cue.length; at++) {
    const unit = classOf(cue.charCodeAt(at))
    if (unit === SPACE && last === SPACE) continue
    last = unit
    const known = edges[state]?.get(unit)
    if (known === undefined) {
      edges[state]?.set(unit, edges.length)
      state = edges.length
      edges.push(new Map())
      lists.push([])
    } else {
      state = known
    }
  }
  lists[state]?.push(list)
}

/** The full table of moves, missing edges filled from the longest suffix that is a beginning of some cue. */
function automaton({ edges, lists }: Trie): Uint16Array {
  const next = new Uint16Array(edges.length * WIDTH)
  const fallback = new Uint16Array(edges.length)
  const queue = [0]
  for (let at = 0; at < queue.length; at++) {
    const state = queue[at] ?? 0
    const fall = fallback[state] ?? 0
    if (state !== 0) for (const list of lists[fall] ?? []) if (lists[state]?.includes(list) === false) lists[state].push(list)
    for (let unit = 0; unit < WIDTH; unit++) {
      const child = edges[state]?.get(unit)
      const viaFall = state === 0 ? 0 : (next[fall * WIDTH + unit] ?? 0)
      next[state * WIDTH + unit] = child ?? viaFall
      if (child === undefined) continue
      fallback[child] = viaFall
      queue.push(child)
    }
  }
  return next
}

function scan(text: string, sentence: Span, next: Uint16Array, lists: readonly (readonly number[])[], found: Span[][]): void {
  let state = next[SPACE] ?? 0
  let last = SPACE
  for (let at = sentence.start; at <= sentence.end; at++) {
    const unit = at === sentence.end ? SPACE : classOf(text.charCodeAt(at))
    if (unit === SPACE && last === SPACE) continue
    last = unit
    state = next[state * WIDTH + unit] ?? 0
    const here = lists[state]
    if (here === undefined || here.length === 0) continue
    for (const list of here) if (found[list]?.at(-1) !== sentence) found[list]?.push(sentence)
  }
}
