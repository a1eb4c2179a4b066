import { wordSet } from "../words.ts"
import { tokenAt } from "./tokens.ts"
import type { Tokens } from "./tokens.ts"

const JOINING = wordSet(". , - / : % # @ _ = + ° \\")
const OPENING = wordSet("( [ { \" ' “ ‘ * _ > | • ~ @ < ! ? ; … - /")
/** Words after which a number before them counts nothing: "at 3 on", "by five our", but not "at 3 locations". */
const CLOSES_NUMBER = wordSet(
  `and or but so to if when unless with without for in on at by before after until till as because since then
   thanks thank today tomorrow tonight this next sharp prompt exactly between bye cheers ok okay alright pls
   please x regards ta mate onwards onward latest is are was will would works work i we you he she they it i'll
   we'll you'll he'll she'll they'll it'll i'm we're that which who while once where though although from
   regarding re about your the my our her his him them me us using via per tmrw tmr mon tue tues weds thu thurs fri monday tuesday wednesday thursday friday`,
)

const FUTURE = wordSet(
  "will shall going gonna let 'd would can could may might should must wish plan expect be being wd",
)
const PAST = wordSet(
  "was were had did wrote sent got came went spoke rang paid bought left met took made gave saw heard happened been thought knew began",
)
const SUBJECT = wordSet(
  "i we you he she they it who which that customer cust client has have had was were just also already",
)
const PARTICIPLE_FUTURE =
  /^(?:schedul|plann|book|expect|arrang|agre|promis|commit|confirm|mov|push|postpon|delay|rearrang|reschedul|ne|inde|proce|spe|fe|exce|succe|se)(?:n?ed)$/
const TOWARDS = wordSet("us you me him her them the our your my a an this that it")
const CLAUSE_TOKENS_MAX = 14

/** Whether a phrase may begin here: not inside a number, an address or a word. */
export function standsApartBefore(tokens: Tokens, index: number): boolean {
  const token = tokenAt(tokens, index)
  if (!token.glued || index === 0) return true
  const before = tokenAt(tokens, index - 1)
  if (before.kind === "word") return false
  if (before.kind === "number") return false
  if (OPENING.has(before.text))
    return token.kind === "word" || !["-", "/", "@", "_"].includes(before.text) || !before.glued
  return (
    token.kind === "word" && [",", ".", ":", ")"].includes(before.text) && tokenAt(tokens, index - 2).kind !== "number"
  )
}

/** Whether a phrase may end before `next`: what follows does not go on with the number or the word. */
export function standsApartAfter(tokens: Tokens, next: number): boolean {
  const token = tokenAt(tokens, next)
  if (token.kind === "end" || !token.glued) return token.text !== "%"
  if (token.kind === "word" || token.kind === "number") return false
  if (token.text === "%" || token.text === "°") return false
  const after = tokenAt(tokens, next + 1)
  if (JOINING.has(token.text) && after.glued && after.kind === "number") return false
  if (token.text === "/" && tokenAt(tokens, next - 1).kind === "word") return true // "Friday/Saturday"
  return !(["-", "/", "@", "_", "="].includes(token.text) && after.glued && after.kind === "word")
}

/** Whether a lone number before `next` can be a time: it counts nothing that follows it. */
export function countsNothing(tokens: Tokens, next: number): boolean {
  const token = tokenAt(tokens, next)
  if (token.kind === "end" || token.newLine) return true
  if (token.kind === "number") return false
  if (token.kind === "word") return !token.glued && CLOSES_NUMBER.has(token.text)
  return ![":", "/", "%", "°", "+", "-", "€", "$", "£", "&", "#"].includes(token.text) && standsApartAfter(tokens, next)
}

/** The same after "tomorrow at" and the like, where only a plural can be counted: "tomorrow after ten bye". */
export function countsHardlyAnything(tokens: Tokens, next: number): boolean {
  const token = tokenAt(tokens, next)
  if (countsNothing(tokens, next)) return true
  return (
    token.kind === "word" && !token.glued && !/s$|^(?:percent|of|people|more|other|different|new)$/.test(token.text)
  )
}

/** Whether the clause before the index tells of something that has happened: "You wrote to us on …". */
export function toldAsPast(tokens: Tokens, index: number, next: number): boolean {
  if (isReference(tokens, index)) return true
  if (/^(?:to|for|until)$/.test(tokenAt(tokens, index - 1).text)) return false
  let past = isFollowedByPast(tokens, next) || [1, 2].some((back) => isLonePast(tokenAt(tokens, index - back).text))
  for (let at = index - 1; at >= Math.max(0, index - CLAUSE_TOKENS_MAX); at -= 1) {
    const token = tokenAt(tokens, at)
    if (/^[.!?;:]$/.test(token.text) || tokenAt(tokens, at + 1).apart) break
    if (FUTURE.has(token.text) || (token.text === "to" && !TOWARDS.has(tokenAt(tokens, at + 1).text))) return false
    if (/'(?:ll|d)$/.test(token.text) || isDoing(tokens, at)) return false
    past ||= isPastVerb(tokens, at)
  }
  return past
}

/** "Spoke w/ parts, Lou sending seals Fri": after a mark, and not over. */
function isDoing(tokens: Tokens, index: number): boolean {
  const name = tokenAt(tokens, index - 1)
  const mark = tokenAt(tokens, index - 2).text
  return tokenAt(tokens, index).text.endsWith("ing") && name.capital && (mark === "," || mark === "-" || mark === "&")
}

const DOCUMENTS = wordSet(
  "letter email mail invoice inv message order statement call conversation note claim quote bill receipt enquiry complaint",
)

/** "your letter of 4 April", "invoice 88 dated 2 May": the date of something written. */
function isReference(tokens: Tokens, index: number): boolean {
  const word = tokenAt(tokens, index - 1)
  if (word.text === "dated") return true
  const before = tokenAt(tokens, index - 2)
  return word.text === "of" && (before.kind === "number" || DOCUMENTS.has(before.text))
}

/** "on Friday I wrote". */
function isFollowedByPast(tokens: Tokens, next: number): boolean {
  const subject = tokenAt(tokens, next).text === "," ? next + 1 : next
  if (!/^(?:i|we|you|he|she|they|it)$/.test(tokenAt(tokens, subject).text)) return false
  const verb = tokenAt(tokens, subject + 1).text
  return PAST.has(verb) || isLonePast(verb)
}

function isLonePast(text: string): boolean {
  return text.endsWith("ed") && text.length > 4 && !PARTICIPLE_FUTURE.test(text)
}

function isPastVerb(tokens: Tokens, index: number): boolean {
  const { text } = tokenAt(tokens, index)
  if (PAST.has(text)) return true
  if (!text.endsWith("ed") || PARTICIPLE_FUTURE.test(text)) return false
  return SUBJECT.has(tokenAt(tokens, index - 1).text)
}
