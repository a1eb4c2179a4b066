/**
 * A pattern taken apart, as far as it matters for which words a match holds. `text` is something that takes up characters, in
 * the forms it can have: letters in lower case, "0" for a digit, " " for anything else that is no letter, "?" for anything.
 * `seen` is looked for ahead or behind and takes up nothing.
 */
export type Node =
  | { readonly kind: "text"; readonly forms: readonly string[] }
  | { readonly kind: "seen"; readonly of: Node }
  | { readonly kind: "repeated"; readonly of: Node; readonly least: number; readonly most: number }
  | { readonly kind: "sequence"; readonly of: readonly Node[] }
  | { readonly kind: "either"; readonly of: readonly Node[] }

/** Reads the source of a regular expression. What is not known counts as matching anything. */
export function readPattern(source: string): Node {
  const reader = { source, at: 0 }
  const node = readEither(reader)
  return reader.at < source.length ? ANYTHING : node
}

/** The sources that "|" parts at the top, each a pattern of its own. */
export function branchesOf(source: string): readonly string[] {
  const branches: string[] = []
  const reader = { source, at: 0 }
  for (let from = 0; from <= source.length; from = reader.at) {
    readSequence(reader)
    if (reader.at < source.length && source.charAt(reader.at) !== "|") return [source]
    branches.push(source.slice(from, reader.at++))
  }
  return branches
}

type Reader = { readonly source: string; at: number }

const ANYTHING: Node = { kind: "text", forms: ["?"] }
const NOTHING: Node = { kind: "text", forms: [""] }
const GAP: Node = { kind: "text", forms: [" "] }

function readEither(reader: Reader): Node {
  const branches = [readSequence(reader)]
  while (reader.source.charAt(reader.at) === "|") {
    reader.at++
    branches.push(readSequence(reader))
  }
  const [first] = branches
  return branches.length === 1 && first !== undefined ? first : { kind: "either", of: branches }
}

function readSequence(reader: Reader): Node {
  const parts: Node[] = []
  while (reader.at < reader.source.length && !"|)".includes(reader.source.charAt(reader.at))) {
    const part = readPart(reader)
    parts.push(readTimes(reader, part))
  }
  return { kind: "sequence", of: parts }
}

function readPart(reader: Reader): Node {
  const sign = reader.source.charAt(reader.at)
  if (sign === "(") return readGroup(reader)
  if (sign === "[") return readClass(reader)
  if (sign === "\\") return readEscape(reader)
  reader.at++
  if (sign === ".") return ANYTHING
  return { kind: "text", forms: [formOf(sign)] }
}

/** A letter as it is, any other sign as no letter: "^" and "$" too, as no word goes on there. */
function formOf(sign: string): string {
  if (/[a-z]/i.test(sign)) return sign.toLowerCase()
  return /\d/.test(sign) ? "0" : " "
}

function readGroup(reader: Reader): Node {
  const opening = GROUP.exec(reader.source.slice(reader.at, reader.at + 4))?.[0] ?? "("
  reader.at += opening.length
  const inner = readEither(reader)
  reader.at++
  if (opening === "(?:" || opening === "(") return inner
  return opening === "(?=" || opening === "(?<=" ? { kind: "seen", of: inner } : NOTHING
}

const GROUP = /^\(\?(?::|=|!|<=|<!)/

const CLASS_SIZE_MAX = 6 // signs; of a larger class only its kind counts

function readClass(reader: Reader): Node {
  const found = CLASS.exec(reader.source.slice(reader.at))?.[0]
  if (found === undefined) {
    reader.at = reader.source.length + 1 // not understood: the whole pattern counts as anything
    return ANYTHING
  }
  reader.at += found.length
  return classOf(found.slice(1, -1))
}

/** A few letters are told apart; signs without a letter are a gap; any other class may hold letters. */
function classOf(signs: string): Node {
  if (/^[a-zA-Z]+$/.test(signs) && signs.length <= CLASS_SIZE_MAX)
    return { kind: "text", forms: signs.split("").map(formOf) }
  const plain = signs.replace(/\\[dsW]|0-9|\\[^a-zA-Z0-9]/g, "")
  return /[a-zA-Z\\]|^\^|[^]-[^]/.test(plain) ? ANYTHING : GAP
}

const CLASS = /^\[(?:\\.|[^\]\\])*\]/

function readEscape(reader: Reader): Node {
  const sign = reader.source.charAt(reader.at + 1)
  reader.at += 2
  if (sign === "d") return { kind: "text", forms: ["0"] }
  if (sign === "b" || sign === "W" || sign === "s") return GAP
  if (sign === "B") return NOTHING
  if (/[a-zA-Z0-9]/.test(sign)) {
    const braces = /^\{[^}]*\}/.exec(reader.source.slice(reader.at))
    reader.at += braces?.[0].length ?? 0
    return ANYTHING
  }
  return GAP
}

/** How often the part before may stand: "?", "*", "+", "{2,3}", lazy or not. */
function readTimes(reader: Reader, part: Node): Node {
  const times = /^(?:[?*+]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(reader.source.slice(reader.at, reader.at + 12))
  if (times === null) return part
  reader.at += times[0].length
  const [whole, least, comma, most] = times
  if (least === undefined) {
    const sign = whole.charAt(0)
    return { kind: "repeated", of: part, least: sign === "+" ? 1 : 0, most: sign === "?" ? 1 : Infinity }
  }
  const upTo = comma === undefined ? Number(least) : most === "" || most === undefined ? Infinity : Number(most)
  return { kind: "repeated", of: part, least: Number(least), most: upTo }
}
