import type { Rule } from "../rule.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const evasionNonApology: Rule = {
  id: "evasion/non-apology",
  why: "It is sorry for what the customer feels, not for what we did, and it reads as blame.",
  instead: "Say what went wrong, that it was ours, and what happens now.",
  source: "ISO 10002:2018 (complaints handling). Not legal advice.",
  severity: "remark",
  finds: [
    "I'm sorry you feel that way.",
    "We are sorry if you were offended.",
    "We apologise if you felt let down.",
    "I'm sorry that you think we were slow.",
    "We regret that you see it that way.",
    "Sorry you took it like that.",
    "We're sorry if anyone was upset by this.",
    "I apologise that you misunderstood our mail.",
  ],
  leaves: [
    "I'm sorry that we lost your parcel.",
    "Sorry for the delay.",
    "I'm sorry you feel unwell; shall we move the fitting?",
    "I'm sorry to hear about the accident.",
    "We are sorry you had to wait: our line was down.",
    "Sorry if I am slow, the line is bad.",
    'We don\'t say "sorry you feel that way".',
    "He wrote: I'm sorry you feel that way.",
    "I'm sorry you're having that problem.",
    "Did they say that they were sorry you feel that way?",
    "I apologise for any inconvenience.",
    "I can see why you feel that way, and you are right.",
  ],
  cues: ["apologies", "apologise", "apologize", "regret", "sorry"],
  find: (message) => stated(message, NON_APOLOGY, { supposed: true }),
}

const SORRY = "(sorry|apologi[sz]e|regret|apologies)"
const WAY = "(that way|this way|like that|like this|otherwise|differently)"
const NON_APOLOGY = anyOf(
  `${SORRY}( that| if)? you (feel|felt|see|saw|took|take|think|perceive|perceived)( it| this| things)?( about it)? ${WAY}`,
  `${SORRY}( that| if)? you (feel|felt|think|thought|believe|perceived)( that| like| as if| as though)? (we|i|our|the service|the product|let down|offended|ignored|misled|mistreated|it was|this was|you were|unfairly)\\b`,
  `${SORRY} if (you|anyone|anybody|someone|any of you) (was|were|felt|feel|has been|have been|got|is|are) ([a-z]+ )?(offended|upset|hurt|disappointed|insulted|confused|unhappy|inconvenienced|let down|annoyed|misled)`,
  `${SORRY}( that| if)? you (misunderstood|misread|misinterpreted|took (it|this|that|offen[cs]e)|were (too )?sensitive)`,
)
