import type { Rule } from "../rule.ts"

export const promiseNoOwner: Rule = {
  id: "promise/no-owner",
  why: "A promise that is nobody's is forgotten: say who will do it.",
  instead: "Name the person who will do it.",
  source: "Follow through on promises: “someone” must become a person.",
  severity: "confirm",
  finds: [
    "Someone will call you right back.",
    "Thanks, I'll look into this and someone will ring you today.",
    "Somebody from our workshop will be in touch by Friday.",
    "One of my colleagues will send you the form tomorrow.",
    "A member of the team will get back to you within two days.",
    "An engineer will visit you on Tuesday.",
    { text: "Told him someone would phone with a date.", channel: "note" },
    { text: "one of the guys will drop it off tomorrow", channel: "chat" },
  ],
  leaves: [
    "I will call you right back.",
    "Priya will call you tomorrow at 10.",
    "Our workshop will call you on Friday.",
    "Did someone call you yesterday?",
    "If someone calls you about this, please let me know.",
    "Someone called you on Monday, I believe.",
    "You asked whether someone will call you back.",
    "> Someone will call you right back.\n\nThat was wrong, sorry. I rang you at noon.",
  ],
  find: ({ promises }) =>
    promises
      .filter((promise) => promise.kind === "later" && promise.actor.kind === "someone")
      .map(({ start, end, actor }) => ({ start: actor.start ?? start, end: actor.end ?? end })),
}
