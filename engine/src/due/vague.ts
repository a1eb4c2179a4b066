import { wordSet } from "../words.ts"
import { phraseTable, readPhrase } from "./phrase-table.ts"
import { standsApartAfter } from "./surroundings.ts"
import { tokenAt, tokensFrom } from "./tokens.ts"
import type { Read, Tokens } from "./tokens.ts"
import type { Vague } from "./when.ts"

const SEASONS = "spring/summer/autumn/winter/fall"
/** Words that name no time, each group under the plainest of them. */
const GROUPS: readonly (readonly [string, string])[] = [
  ["right back", "right back|straight back|straight back to you|right back to you"],
  [
    "right away",
    "right away|straight away|straightaway|immediately|at once|instantly|this instant|this minute|this very minute|without delay|without further delay|with immediate effect|forthwith|right this minute|right off|pronto|there and then",
  ],
  ["now", "now|right now|just now|here and now|at this moment|right this second"],
  [
    "asap",
    "asap|a.s.a.p.|a.s.a.p|[/just ]as soon as [i/we/they/he/she] can|soon as [i can/we can/poss]|as [quickly/fast/promptly/early] as [i/we] can|as soon as [i/we] possibly can|as [soon/quickly/fast/promptly/early] as possible|" +
      "as soon as [practicable/practical/reasonably practicable/reasonably possible/is practicable/humanly possible/it is possible]|soonest|as a matter of [urgency/priority/some urgency]|as a priority|at your earliest convenience",
  ],
  [
    "shortly",
    "shortly|soon|[very/pretty/real/quite/fairly] soon|very shortly|soon enough|before [long/too long/very long]|momentarily|presently|promptly|in [no time/next to no time/short order/good time]|imminently|any [moment/minute/day]|any [moment/minute/second/time/day] now|anytime [soon/now]|anon|speedily|" +
      "not long|[at/on] the double|post haste|sooner rather than later|in the [near/very near/not too distant] future",
  ],
  [
    "in a moment",
    "in [a/just a/one] [moment/second/minute/sec/min]|in a [mo/bit/little bit/little/jiffy/jiff/tick/flash/trice/heartbeat/while/wee while/little while/short while/few]|in two [ticks/shakes/seconds/secs/minutes/mins]|in a couple of ticks|" +
      "in a few [moments/seconds]|[in/within] [moments/seconds]|after a moment",
  ],
  ...["minutes", "hours", "days", "weeks", "months"].map((units): readonly [string, string] => [
    `in a few ${units}`,
    `[in/within/after/in just/over] a few ${units}|within ${units}|[in/within/over/during] the [next few/coming] ${units}|in [several/some] ${units}|in a matter of ${units}|in the ${units} ahead`,
  ]),
  ["in a few minutes", "in [minutes/a few mins]|within a few mins"],
  ["in a few hours", "in a few hrs"],
  ["in a few days", "in days|[in/within] [a few/the next few] [working/business] days"],
  ["in a few months", "[early in/in] the new year"],
  ["by return", "by return|by return [of post/mail/of mail/of email/email/e-mail]|[by/in] the next post|by next post"],
  [
    "in due course",
    "in due [course/time]|in course|in good order|when the time comes|eventually|in time|at some [point/stage/later point/later stage]|at a later [date/day/time/stage/point]|on a later date|one of these days|some day|someday|one day|" +
      "[further down the/down the] line|down the road|in [the future/future weeks]|sometime|[some time/sometime] soon|[some other/another] time|another day|when time permits|time permitting",
  ],
  [
    "later",
    `[in/over/during/by/before/from/early in/late in] the [${SEASONS}]|[in/in early/in late/this/next] [${SEASONS}]|[the/that] same [day/evening/afternoon/morning/night/week]|[same/on the same/the very same] day|on next [bill/invoice/statement]|with next [order/delivery/post]|the [night/day/week/evening/morning/month] [before/after]|[straight/right] after|[straight/right] after [that/this]|[right/straight/directly/immediately] afterwards|over the [bank holiday/holidays/break]|between christmas and new year|[by/at/over/after/before] [half-term/half term]|that [evening/afternoon/very evening/very day]|on [my/our/the/his/her] way [home/in/back/past/out/to work]|on my [rounds/next round/break/lunch break]|in my lunch [break/hour]|over my lunch|out of hours|by bedtime|before bed|after work tonight|at the same time|on [payday/pay day]|[nearer/closer to] the [date/time]|in the new [financial year/term/season]|[from next/next] [term/season]|the [following/next] [morning/afternoon/evening]|while you wait|this side of [christmas/easter/the weekend/the holidays/the new year]|later|later on|later than planned|l8r|[a bit/a little/somewhat] later|afterwards`,
  ],
  [
    "at the earliest opportunity",
    "at the [earliest/first/next/next available/first available/soonest/earliest possible] opportunity|at [our/my] earliest [opportunity/convenience]|at the [earliest/earliest possible moment]|the next available|the next available [slot/appointment/agent]|[in/at] the next available [slot/appointment]|at the next available",
  ],
  [
    "when i can",
    "[when/whenever/as and when] [i/we] can|[when/once/if] [i/we] [get/have] [a chance/a moment/a minute/time]|as and when|[when/where] possible|[when/once] [i'm/we're/i am/we are] [free/able]|as time allows",
  ],
]
const WORDS = phraseTable(GROUPS)

export function vagueWords(): Iterable<string> {
  return WORDS.keys()
}

const NOT_BEFORE: Readonly<Record<string, readonly string[]>> = {
  now: "for by until till from as than even and before since every to between is are right there".split(" "),
  later:
    "or no not days day hours hour weeks week minutes minute months month years year rather until a bit sooner mins see than hrs".split(
      " ",
    ),
  soon: "as how too so no not this that".split(" "),
  "any moment": "at not".split(" "),
  "one day": "in within for only than just".split(" "),
  anon: ["."],
  "not long": "is was it's that's".split(" "),
}
const NOT_AFTER: Readonly<Record<string, readonly string[]>> = {
  now: "that is are , have has available known a and called in you we i".split(" "),
  later: "than versions version model models stage stages date dates life and in models edition this next".split(" "),
  "in time": "for to of with and".split(" "),
  soon: "as after".split(" "),
  shortly: "after before".split(" "),
  immediately: "after before following upon available next".split(" "),
  "one day": "trial pass delivery of in".split(" "),
  sometime: "in on at".split(" "),
  anon: ["."],
  "another day": "of in at".split(" "),
  "at some point": "in during".split(" "),
  "in moments": ["of", "like"],
  "in minutes": ["of", "and", "per"],
  "in hours": ["of"],
  "in days": ["of", "to", "and"],
  "in seconds": ["of"],
  "same day":
    "delivery service refund refunds returns return repair repairs dispatch shipping appointment appointments as".split(
      " ",
    ),
  "the same day": ["as"],
  "the day before": "yesterday your the our my his her their".split(" "),
  "right after": "the your our my his her".split(" "),
  "in course": ["of"],
}

/** Words such as "shortly", "asap", "in a few minutes": said of time, but of no time in particular. */
export function readVague(tokens: Tokens, index: number): Read<Vague> | null {
  const found = readPhrase(WORDS, tokens, index)
  if (found === null || !standsApartAfter(tokens, found.next)) return null
  const words = said(tokens, index, found.next)
  if (NOT_BEFORE[words]?.includes(tokenAt(tokens, index - 1).text) === true && !tokenAt(tokens, index).newLine)
    return null
  if (NOT_AFTER[words]?.includes(tokenAt(tokens, found.next).text) === true && !closesPhrase(tokens, index, found.next))
    return null
  return { value: { shape: "vague", words, like: found.value }, next: found.next }
}

/** "for you now, so …": not the "now," that opens a sentence. */
function closesPhrase(tokens: Tokens, index: number, next: number): boolean {
  const before = tokenAt(tokens, index - 1)
  return tokenAt(tokens, next).text === "," && before.kind === "word" && !OPENERS.has(before.text)
}

const OPENERS = wordSet("and so right ok okay well but then now yes yeah")

/** The words between two tokens, as written but in lower case. */
export function said(tokens: Tokens, from: number, until: number): string {
  return tokensFrom(tokens, from, until)
    .map((token, at) => (at > 0 && !token.glued ? ` ${token.text}` : token.text))
    .join("")
}
