import { phraseTable, readPhrase } from "./phrase-table.ts"
import { standsApartAfter } from "./surroundings.ts"
import { tokenAt, tokensFrom } from "./tokens.ts"
import type { Read, Tokens } from "./tokens.ts"
import type { Vague } from "./when.ts"

/** Words that name no time, each group under the plainest of them. */
const GROUPS: readonly (readonly [string, string])[] = [
  ["right back", "right back|straight back|straight back to you|right back to you"],
  [
    "right away",
    "right away|straight away|straightaway|immediately|at once|instantly|this instant|this minute|this very minute|without delay|without further delay|with immediate effect|forthwith|right this minute|right off|at the double|pronto|there and then",
  ],
  ["now", "now|right now|just now|here and now|at this moment|right this second"],
  [
    "asap",
    "asap|a.s.a.p.|a.s.a.p|as soon as possible|as quickly as possible|as soon as we can|as soon as i can|as soon as we possibly can|as soon as i possibly can|as fast as possible|as quickly as we can|as quickly as i can|as fast as we can|as fast as i can|as soon as they can|as soon as he can|as soon as she can|" +
      "as soon as practicable|as soon as reasonably practicable|as soon as reasonably possible|as soon as is practicable|as soon as humanly possible|soonest|as a matter of urgency|as a matter of priority|as a priority|as a matter of some urgency|with all speed|as promptly as possible|as promptly as we can|at your earliest convenience|as soon as practical|as early as possible|as soon as it is possible",
  ],
  [
    "shortly",
    "shortly|very shortly|soon|very soon|pretty soon|real soon|quite soon|soon enough|fairly soon|before long|before too long|before very long|momentarily|presently|promptly|in no time|in next to no time|imminently|in short order|any moment|any minute|any minute now|any moment now|any second now|any time now|anytime soon|anytime now|any day now|anon|speedily|" +
      "not long|sooner rather than later|in good time|in the near future|in the very near future|in the not too distant future",
  ],
  [
    "in a moment",
    "in a moment|in just a moment|in a mo|in a sec|in a second|in just a second|in a minute|in just a minute|in a min|in a bit|in a little bit|in a jiffy|in a jiff|in a tick|in two ticks|in a flash|in a heartbeat|in a wee while|in a little while|in a short while|in a while|in a little|in a trice|in a couple of ticks|in two shakes|in two seconds|in two secs|in two minutes|in two mins|in a few moments|" +
      "within moments|in moments|in one moment|in one second|in one sec|in a few|after a moment|in a few seconds|within seconds|in seconds",
  ],
  [
    "in a few minutes",
    "in a few minutes|in a few mins|within a few minutes|within minutes|in minutes|in several minutes|in the next few minutes|within the next few minutes|over the next few minutes|in just a few minutes|in some minutes|in a matter of minutes|after a few minutes",
  ],
  [
    "in a few hours",
    "in a few hours|within a few hours|within hours|in a few hrs|in the next few hours|within the next few hours|over the next few hours|in several hours|over the coming hours|in the coming hours|in a matter of hours|in some hours",
  ],
  [
    "in a few days",
    "in a few days|within a few days|within days|in the next few days|within the next few days|over the next few days|over the coming days|in the coming days|in several days|within the coming days|in a few working days|within a few working days|in a few business days|within a few business days|in the next few working days|in the next few business days|within the next few working days|in some days|in a matter of days|during the next few days|in days",
  ],
  [
    "in a few weeks",
    "in a few weeks|within a few weeks|within weeks|in the next few weeks|within the next few weeks|over the next few weeks|in the coming weeks|over the coming weeks|in several weeks|in some weeks|within the coming weeks|in the weeks ahead",
  ],
  [
    "in a few months",
    "early in the new year|in the new year|in a few months|within a few months|in the next few months|over the next few months|in the coming months|over the coming months|in several months",
  ],
  [
    "by return",
    "by return of post|by return|by return mail|by return of mail|by return of email|by return email|by return e-mail|by the next post|by next post|in the next post",
  ],
  [
    "in due course",
    "in due course|in due time|in course|all in good time|in good order|when the time comes|in the fullness of time|eventually|in time|at some point|at some stage|at some later point|at some later stage|at a later date|at a later day|at a later time|at a later stage|at a later point|on a later date|one of these days|some day|someday|one day|" +
      "further down the line|down the line|down the road|in the future|in future weeks|sometime|some time soon|sometime soon|some other time|another time|another day|when time permits|time permitting",
  ],
  [
    "later",
    "in the spring|over the spring|during the spring|by the spring|before the spring|in early spring|in late spring|this spring|next spring|in the summer|over the summer|during the summer|by the summer|before the summer|in early summer|in late summer|this summer|next summer|in the autumn|over the autumn|during the autumn|by the autumn|before the autumn|in early autumn|in late autumn|this autumn|next autumn|in the winter|over the winter|during the winter|by the winter|before the winter|in early winter|in late winter|this winter|next winter|in the fall|this fall|next fall|the same day|same day|that same day|on the same day|the very same day|the same evening|that same evening|the same afternoon|that same afternoon|the same morning|the same night|the same week|on next bill|on next invoice|on next statement|with next order|with next delivery|with next post|the night before|the day before|the week before|the evening before|the morning before|the week after|the month after|the day after|straight after|straight after that|right after that|right after this|right afterwards|straight afterwards|directly afterwards|immediately afterwards|right after|in spring|in summer|in autumn|in winter|early in the spring|late in the spring|early in the summer|late in the summer|over the bank holiday|over the holidays|over the break|between christmas and new year|by half-term|at half-term|over half-term|after half-term|before half-term|by half term|at half term|over half term|after half term|before half term|that evening|that afternoon|that very evening|that very day|on my way home|on my way in|on my way back|on my way past|on my way out|on my way to work|on our way home|on our way back|on our way past|on the way home|on the way in|on the way back|on his way home|on his way in|on her way home|on her way in|on my rounds|on my next round|on my break|in my lunch break|on my lunch break|in my lunch hour|over my lunch|out of hours|by bedtime|before bed|after work tonight|at the same time|on payday|on pay day|nearer the date|nearer the time|closer to the date|closer to the time|in the new financial year|in the new term|in the new season|from next term|from next season|next term|next season|the following morning|the next morning|the following afternoon|the following evening|the morning after|while you wait|this side of christmas|this side of easter|this side of the weekend|this side of the holidays|this side of the new year|later|later on|later than planned|l8r|a bit later|a little later|somewhat later|afterwards",
  ],
  [
    "at the earliest opportunity",
    "at the earliest opportunity|at the first opportunity|at our earliest opportunity|at my earliest opportunity|at the next opportunity|at the next available opportunity|at our earliest convenience|at my earliest convenience|at the earliest|at the earliest possible opportunity|at the earliest possible moment|at the soonest opportunity|the next available slot|the next available appointment|the next available agent|in the next available slot|at the next available slot|at the next available appointment|at the first available opportunity|" +
      "the next available|at the next available",
  ],
  [
    "when i can",
    "when i can|when we can|whenever i can|whenever we can|when i get a chance|when we get a chance|when i get a moment|when we get a moment|when i have a moment|when i have a minute|when i get a minute|when i get time|when i have time|when we have time|as and when|as and when i can|as and when we can|when possible|where possible|when i'm free|when we're free|once i'm free|if i get a minute|once i get a minute|once i get a chance|once i have a moment|when i'm able|when we're able|when i am free|as time allows",
  ],
]
const WORDS = phraseTable(GROUPS)

export function vagueWords(): Iterable<string> {
  return WORDS.keys()
}

const NOT_BEFORE: Readonly<Record<string, readonly string[]>> = {
  now: "for by until till from up as than even and before since every to between is are right there".split(" "),
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

const OPENERS = new Set("and so right ok okay well but then now yes yeah".split(" "))

/** The words between two tokens, as written but in lower case. */
export function said(tokens: Tokens, from: number, until: number): string {
  return tokensFrom(tokens, from, until)
    .map((token, at) => (at > 0 && !token.glued ? ` ${token.text}` : token.text))
    .join("")
}
