import type { Rule } from "../rule.ts"
import { asPolicy } from "../wording/as-policy.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const protocolCustomerAlwaysRight: Rule = {
  id: "protocol/customer-always-right",
  why: "It tells staff to agree with what is wrong; the customer is left with a bad choice and no reason.",
  instead: "Tell staff to say kindly when a request is wrong, and why.",
  source: "Tell the customer when a request is wrong, and why.",
  severity: "confirm",
  channels: ["policy"],
  finds: asPolicy([
    "The customer is always right.",
    "Remember: the guest is always right!",
    "Always agree with the customer.",
    "Our customers are never wrong.",
    "Never contradict a customer.",
    "Never tell the customer that they are wrong.",
    "Tell customers what they want to hear.",
    "Do not correct the caller, even if they are mistaken.",
  ]),
  leaves: asPolicy([
    "The customer is not always right: say so kindly, and say why.",
    "We do not believe that the customer is always right.",
    '"The customer is always right" is a slogan we do not use.',
    "Is the customer always right?",
    "If the customer is right, refund the fee.",
    "Never tell customers what they want to hear; tell them what is so.",
    "Never contradict a customer without giving the reason.",
    "Do not contradict a customer in public; call them.",
    "Always agree a date with the customer.",
    "Do not correct the caller's spelling in the record.",
  ]),
  cues: [
    "always agree",
    "[customers are/the client is/the customer is/the guest is] always",
    "[do not/don't/never] [contradict/correct/tell]",
    "never wrong",
    "want to hear",
  ],
  find: (message) => stated(message, ALWAYS_RIGHT, { instructed: true }),
}

const CUSTOMER = "(the |a |our |your )?(customers?|guests?|clients?|callers?|users?|buyers?)"
const ALWAYS_RIGHT = anyOf(
  `${CUSTOMER} (is|are) always right`,
  `${CUSTOMER} (is|are) never wrong`,
  `always agree with ${CUSTOMER}`,
  `(never|don't|do not) (contradict|correct) ${CUSTOMER}(?! without|'s| in (public|front|writing))`,
  `(never|don't|do not) (ever )?tell ${CUSTOMER} (that )?(they|he or she|he|she)('re| are|'s| is) wrong`,
  `tell (them|${CUSTOMER}) what (they|he or she) wants? to hear`,
)
