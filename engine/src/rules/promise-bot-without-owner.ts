import type { Rule } from "../rule.ts"

export const promiseBotWithoutOwner: Rule = {
  id: "promise/bot-without-owner",
  why: "A bot cannot keep a promise: name the person who will, or do not make it.",
  source: "Automated messages are the company speaking; Moffatt v. Air Canada, 2024 BCCRT 149.",
  severity: "hold",
  finds: [
    { text: "Your refund will be processed within 5 days.", author: "bot" },
    { text: "Someone will call you tomorrow.", author: "bot" },
    { text: "We will send you a new pump by Friday.", author: "bot" },
    { text: "I'll email you the papers tomorrow.", author: "bot" },
  ],
  leaves: [
    { text: "Your refund will be processed within 5 days.", author: "member" },
    { text: "Priya will call you tomorrow at 10.", author: "bot" },
    { text: "Let me look that up for you.", author: "bot", channel: "chat" },
    { text: "Would you like me to book it?", author: "bot" },
    { text: "Returns are free within 30 days.", author: "bot" },
  ],
  find: ({ input, promises }) =>
    input.author === "bot"
      ? promises
          .filter((promise) => promise.kind === "later" && promise.actor.kind !== "named")
          .map(({ start, end }) => ({ start, end }))
      : [],
}
