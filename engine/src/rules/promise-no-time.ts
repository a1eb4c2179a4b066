import type { Rule } from "../rule.ts"

export const promiseNoTime: Rule = {
  id: "promise/no-time",
  why: "Without a time the customer cannot know when to expect it, and nobody can see that it is late: say by when.",
  instead: "Say by when, in words that a customer can hold us to.",
  source: "Follow through on promises: “right back” must become a time.",
  severity: "confirm",
  finds: [
    "I'll call you right back.",
    "We will send you a new saddle.",
    "Your refund will be processed shortly.",
    "I'll look into this and get back to you.",
    "You will hear from us soon.",
    "Let me find out and let you know.",
    "Priya will send you the invoice.",
    { text: "Said I'd ring her back.", channel: "note" },
  ],
  leaves: [
    "I'll call you today at 15:00.",
    "We will send you a new saddle by Friday.",
    "Your refund will be processed within 3 working days.",
    "I won't be able to send it.",
    "Shall I call you?",
    "If the saddle is faulty, we'll replace it.",
    "You can return it within 30 days.",
    { text: "I'll check that for you.", channel: "chat" },
  ],
  find: ({ promises }) =>
    promises
      .filter((promise) => promise.kind === "later" && (promise.due.kind === "none" || promise.due.kind === "vague"))
      .map(({ start, end, due }) => ({ start: due.start ?? start, end: due.end ?? end })),
}
