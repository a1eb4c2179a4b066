import type { FoundActor } from "../review-format.ts"
import type { Rule } from "../rule.ts"

export const promiseBotWithoutOwner: Rule = {
  id: "promise/bot-without-owner",
  why: "A bot cannot keep a promise: name the person who will, or do not make it.",
  instead: "Let the bot hand over to a person, who promises in their own name.",
  source: "Automated messages are the company speaking; Moffatt v. Air Canada, 2024 BCCRT 149. Not legal advice.",
  severity: "hold",
  finds: [
    { text: "Your refund will be processed within 5 days.", author: "bot" },
    { text: "Someone will call you tomorrow.", author: "bot" },
    { text: "We will send you a new pump by Friday.", author: "bot" },
    { text: "I'll email you the papers tomorrow.", author: "bot" },
    { text: "A colleague will get back to you shortly.", author: "bot", channel: "chat" },
    { text: "Your replacement will be with you by Friday.", author: "bot" },
    { text: "I have noted it, and our team will contact you within 24 hours.", author: "bot" },
    { text: "We'll let you know by noon.", author: "bot", channel: "chat" },
  ],
  leaves: [
    { text: "Your refund will be processed within 5 days.", author: "member" },
    { text: "Priya will call you tomorrow at 10.", author: "bot" },
    { text: "Our mechanic Sam will call you tomorrow at 10.", author: "bot" },
    { text: "Let me look that up for you.", author: "bot", channel: "chat" },
    { text: "Would you like me to book it?", author: "bot" },
    { text: "Returns are free within 30 days.", author: "bot" },
    { text: "I can't promise that someone will call you today.", author: "bot" },
    { text: 'You wrote "someone will call you tomorrow", and nobody did.', author: "bot" },
    { text: "If a refund is due, the mail says by when.", author: "bot" },
    { text: "We refunded you on 2 March.", author: "bot" },
  ],
  find: ({ input, promises }) =>
    input.author === "bot"
      ? promises
          .filter((promise) => promise.kind === "later" && !isPerson(promise.actor))
          .map(({ start, end }) => ({ start, end }))
      : [],
}

/** "Priya" and "our mechanic Sam" are somebody; "our team" and "your replacement" are not. */
function isPerson({ kind, name = "" }: FoundActor): boolean {
  if (kind !== "named") return false
  return /^(?:our|the|your|a|an|my|one)\b/i.test(name) ? /\s\p{Lu}[\p{L}'’-]*$/u.test(name) : true
}
