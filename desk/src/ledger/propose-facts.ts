import { type TypedValue, readTyped, showValue } from "./fact-value.ts"

/** What a line of a page might be as a fact; nobody has said yet that it is one. */
export type ProposedFact = {
  readonly subject: string
  readonly attribute: string
  readonly value: TypedValue
  /** As it is shown. */
  readonly shown: string
  /** The line that it comes from, as it stands there. */
  readonly line: string
}

const PROPOSALS_MAX = 300 // a person goes through them one by one
const LINE_LENGTH_MAX = 600 // characters; longer ones are no statement

/**
 * The figures that a page states, each with what it is about as far as its line says: prices, times, shares, counts, and
 * what can or cannot be done. It proposes; what it gets wrong is put right or passed over by the person who reads it.
 */
export function proposeFacts(page: string): readonly ProposedFact[] {
  const found: ProposedFact[] = []
  let heading = ""
  for (const raw of page.split(/\r?\n/)) {
    const title = /^\s*#{1,6}\s+(.*)$/.exec(raw)?.[1]
    if (title !== undefined) heading = bare(title)
    else for (const line of sentencesOf(raw)) found.push(...inLine(line, heading))
    if (found.length >= PROPOSALS_MAX) break
  }
  const seen = new Set<string>()
  return found.filter(({ subject, attribute, shown }) => {
    const key = `${subject}\n${attribute}\n${shown}`.toLowerCase()
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function sentencesOf(raw: string): readonly string[] {
  const line = bare(raw)
  if (line === "" || line.length > LINE_LENGTH_MAX * 4) return []
  return line.split(/(?<=[.!?])\s+(?=[A-Z"“])/).filter((each) => each.length <= LINE_LENGTH_MAX)
}

/** Without what Markdown adds. */
function bare(raw: string): string {
  return raw
    .replace(/^\s*(?:[-*+>•]|\d+[.)])\s+/, "")
    .replace(/\*\*|__|`/g, "")
    .replace(/^\s*\||\|\s*$/g, "")
    .replace(/\s+/g, " ")
    .trim()
}

const NUMBER = String.raw`\d[\d.,]*`
const UNIT = String.raw`(?:(?:working|business|calendar) )?(?:minutes?|hours?|days?|weeks?|months?|years?)`
const FIGURE = new RegExp(
  [
    String.raw`(?:[€$£]|EUR|USD|GBP|CHF) ?${NUMBER}(?: ?(?:/|per|an?) ?(?:hour|day|week|month|year|item|person|user))?`,
    String.raw`${NUMBER} ?(?:€|EUR|USD|GBP|CHF)\b(?: ?(?:/|per|an?) ?(?:hour|day|week|month|year|item|person|user))?`,
    String.raw`${NUMBER} ?(?:-|–|to) ?${NUMBER} ${UNIT}\b`,
    String.raw`${NUMBER} ${UNIT}\b`,
    String.raw`${NUMBER} ?(?:%|percent\b)`,
    String.raw`${NUMBER} ?(?:kg|g|km|cm|mm|m|l|kWh|dB|GB|MB)\b`,
    String.raw`\d{4}-\d{2}-\d{2}`,
  ].join("|"),
  "giu",
)
const VERB =
  /\b(?:costs?|is|are|takes?|lasts?|weighs?|has|have|will|can|may|must|arrives?|gets?|pays?|comes?|starts?|ends?|closes?|opens?|ships?|runs?)\b/i

function inLine(line: string, heading: string): readonly ProposedFact[] {
  if (/\b24[- ]hours? (?:based|clock|format|notation)/i.test(line)) return [] // how times are written
  if (/\?\s*$/.test(line) || /\b(?:for example|e\.g\.|example:)/i.test(line)) return []
  const figures = [...line.matchAll(FIGURE)]
  if (figures.length === 0) return [...abilityIn(line, heading), ...conditionIn(line, heading)]
  return figures.slice(0, 3).flatMap((match) => {
    const value = readTyped(match[0].replace(/[.,]$/, "").replace(/ (to|–) /, "-"))
    if (value === null || value.type === "text") return []
    const subject = subjectOf(line.slice(0, match.index), heading)
    if (subject === null) return []
    return [{ subject, attribute: attributeOf(line, value), value, shown: showValue(value), line }]
  })
}

/** What stands before the colon, the dash or the verb; the heading where that is only a pronoun. */
function subjectOf(before: string, heading: string): string | null {
  const [cut = ""] = before.split(/\s*(?:[:|]|\s[–—-]\s|\.{3,}|\t)\s*/).filter((part) => part !== "")
  const clause = /[:|]|\s[–—-]\s|\.{3,}/.test(before) ? cut : (before.split(VERB)[0] ?? before)
  const words = clause
    .replace(/^(?:after|if|when|for|in|on|once|since|until)\b[^,]*,\s*/i, "")
    .replace(/^(?:the|an?|our|your|all|each|every|any|standard)\s+/i, (article) =>
      /standard/i.test(article) ? article : "",
    )
    .replace(/[\s,;(“"']+$/g, "")
    .trim()
  const isVague = words === "" || /^(?:it|this|that|they|we|you|these|those|there|he|she|i)\b/i.test(words)
  const named = isVague || words.split(" ").length > 8 ? heading : words
  return named === "" ? null : named.slice(0, 120)
}

const ATTRIBUTES: readonly (readonly [RegExp, string])[] = [
  [/\brefund/i, "refund time"],
  [/\b(?:deliver|ship|arriv|dispatch)/i, "delivery time"],
  [/\b(?:return|send back|change of mind|withdraw)/i, "return window"],
  [/\b(?:warrant|guarantee)/i, "warranty"],
  [/\b(?:repair|turnaround)/i, "turnaround"],
]

function attributeOf(line: string, { type }: TypedValue): string {
  if (type === "money") return /\b(fee|surcharge|deposit|fine|rate)s?\b/i.exec(line)?.[1]?.toLowerCase() ?? "price"
  if (type === "percent") return /\b(discount|fee|deposit|rate|tax)\b/i.exec(line)?.[1]?.toLowerCase() ?? "share"
  if (type === "duration" || type === "range") return ATTRIBUTES.find(([words]) => words.test(line))?.[1] ?? "time"
  if (type === "date") return "date"
  return /\b(weigh|weight|wide|width|long|length|high|height|range)\w*/i.exec(line)?.[0]?.toLowerCase() ?? "amount"
}

/**
 * "An order can only be cancelled if it is pending": what holds under a condition is no plain yes or no. It is proposed as its
 * words, which are shown to whoever writes of it and compared with nothing.
 */
function conditionIn(line: string, heading: string): readonly ProposedFact[] {
  const [said = ""] = line.split(/,? (?:and|so|but) (?:you|we|please)\b/i)
  const match = CONDITION.exec(said)
  if (match === null) return []
  const [, before = "", deed = "", condition = ""] = match
  const subject = subjectOf(`${before}:`, heading)
  if (subject === null || PERSON.test(subject)) return []
  const value = { type: "text" as const, value: `only ${condition.trim()}`, unit: null }
  return [{ subject, attribute: `can ${deed.trim()}`, value, shown: showValue(value), line }]
}

const CONDITION =
  /^(.{2,80}?)\s+can only ((?:be\s+)?[a-z]+(?:\s+[^,.;]{1,40}?)?)\s+((?:if|when|while|until|once|after|before|for|with|by|in)\s[^.;]{3,120}?)[.!]?$/i
/** What an agent or a customer may do is an instruction more often than a fact. */
const PERSON = /^(?:users?|agents?|customers?|staff|colleagues?)\b/i

/** "Frames cannot be exchanged." What holds only under a condition is no plain yes or no. */
function abilityIn(line: string, heading: string): readonly ProposedFact[] {
  const match = /^(.{2,80}?)\s+(can|cannot|can't|can not)\s+((?:be\s+)?[a-z]+(?:\s+[^,.;]{1,60})?)[.!]?$/i.exec(line)
  if (match === null || /\b(?:only|if|unless|when|until|once|should|please)\b/i.test(line)) return []
  const [, before = "", verb = "", deed = ""] = match
  const subject = subjectOf(`${before}:`, heading)
  if (subject === null) return []
  const value = { type: "boolean" as const, value: /^can$/i.test(verb), unit: null }
  return [{ subject, attribute: `can ${deed.trim()}`, value, shown: showValue(value), line }]
}
