import type { Rule } from "../rule.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const claimClaimedDeed: Rule = {
  id: "claim/claimed-deed",
  why: "A ready-made or generated text says that something was done; the customer believes it, and nothing shows that it was.",
  instead: "Say it after the record shows it, with its date or number; before that, say what is asked for.",
  source: "Do not misrepresent; Moffatt v. Air Canada, 2024 BCCRT 149. Not legal advice.",
  severity: "confirm",
  authors: ["bot", "saved-reply"],
  finds: [
    { text: "I have refunded you.", author: "bot" },
    { text: "We've issued your refund.", author: "saved-reply" },
    { text: "Your refund has been processed.", author: "bot" },
    { text: "I've credited your account with £20.", author: "bot" },
    { text: "We have cancelled your contract, and nothing more will be taken.", author: "saved-reply" },
    { text: "I have just waived the fee for you.", author: "bot" },
    { text: "The money was sent back to your card.", author: "bot" },
    { text: "I've gone ahead and reversed the charge.", author: "bot" },
    { text: "Your subscription has been cancelled.", author: "saved-reply" },
  ],
  leaves: [
    { text: "I have refunded you.", author: "member" },
    { text: "I have not refunded you yet.", author: "bot" },
    { text: "Have you been refunded?", author: "bot" },
    { text: "If we have refunded you, the mail names the date.", author: "bot" },
    { text: "You wrote that we have refunded you.", author: "bot" },
    { text: "Your refund has not been processed.", author: "bot" },
    { text: "We refund within 14 days.", author: "saved-reply" },
    { text: "I have found your order.", author: "bot" },
    { text: "Once we have issued the refund, you get a mail.", author: "saved-reply" },
    { text: "A refunded order shows in grey.", author: "saved-reply" },
  ],
  cues: [
    "canceled",
    "cancelled",
    "compensated",
    "credited",
    "issued",
    "paid",
    "processed",
    "refunded",
    "reimbursed",
    "removed the",
    "returned the money",
    "reversed",
    "sent back",
    "transferred",
    "waived",
  ],
  find: (message) =>
    stated(message, DONE).filter(({ start }) => !ONCE.test(message.text.slice(Math.max(0, start - 40), start))),
}

const MONEY =
  "(refund|money|payment|credit|compensation|reimbursement|full amount|amount|fee|charge|subscription|contract|order|booking|reservation|policy|plan|membership|account)"
const DONE = anyOf(
  "(i|we)('ve| have)( now| just| already| successfully| gone ahead and)* (refunded|credited|reimbursed|compensated|reversed|waived|cancell?ed)",
  `(i|we)('ve| have)( now| just| already| successfully| gone ahead and)* (issued|processed|sent|transferred|paid|removed) (you )?(a |an |the |your |my |our )?([a-z£$€\\d.]+ )?${MONEY}`,
  `(your|the|a) ([a-z]+ )?${MONEY} (has|have|was|were)( now| just| already| been| successfully)* (issued|processed|sent back|credited|refunded|cancell?ed|reversed|waived|reimbursed|transferred|approved)`,
)
const ONCE = /\b(?:once|after|when|as soon as|until|before)\b[^.!?]*$/i
