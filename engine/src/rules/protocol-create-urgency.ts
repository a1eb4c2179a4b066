import type { Rule } from "../rule.ts"
import { asPolicy } from "../wording/as-policy.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const protocolCreateUrgency: Rule = {
  id: "protocol/create-urgency",
  why: "It tells staff to hurry people who need no hurry.",
  instead: "Let staff name real deadlines, and give the time to decide.",
  source: "UCPD 2005/29/EC Annex I no. 7 and art. 8-9; UK DMCC Act 2024. Not legal advice.",
  severity: "confirm",
  channels: ["policy"],
  finds: asPolicy([
    "Create a sense of urgency.",
    "Always instil urgency in the caller.",
    "Tell them the offer ends today, even if it does not.",
    "Make the customer feel that stock is running out.",
    "Use scarcity to close.",
    "Build urgency early in the call.",
    "Say there are only a few left to push the decision.",
    "Give them a reason to buy now: fear of missing out.",
    "Do not let them think it over.",
  ]),
  leaves: asPolicy([
    "Do not create a sense of urgency.",
    "Never use scarcity to close.",
    "Treat the request with urgency.",
    "We resist creating urgency; name the real deadline.",
    "Urgent cases go to the on-call engineer.",
    "Does this page create urgency?",
    "If stock runs low, show the number.",
    "Set the ticket's urgency to high.",
    "Give them time to think it over.",
    '"Create urgency" was a line in our old script.',
  ]),
  cues: [
    "[add/build/convey/create/creates/drive/inject/instil/instill/sense of/use] urgency",
    "create a sense",
    "create fear",
    "[create/use/using] scarcity",
    "fear of missing",
    "fomo",
    "offer ends",
    "only a few left",
    "pressure the",
    "push the",
    "running out",
    "sleep on it",
    "think it over",
    "time to think",
  ],
  find: (message) => stated(message, TOLD, { instructed: true }),
}

const TOLD = anyOf(
  `(create|build|instil|instill|use|add|drive|inject|convey|generate|establish|foster|leverage|communicate)( (a|some|strong|real|the|more|false))* (sense of )?(urgency|scarcity|fomo)`,
  `(create|use|play on|leverage|exploit) (their |the |a )?(fear of missing out|fomo|fears?)|(?<=: ?)fear of missing out`,
  `tell (them|(the )?(customers?|callers?)) (that )?the (offer|price|deal|discount) (ends|expires) (today|soon|tonight),? (even|whether|no matter|regardless)`,
  `make (them|(the )?(customers?|callers?)) (feel|think|believe|worry) (that )?([a-z]+ ){1,4}(running out|selling (out|fast)|about to end|ending|in short supply|lose out)`,
  `say (that )?there (are|is) only (a few|one|two|\\d+) left to (push|close|speed|hurry|get)`,
  `(do not|don't|never) (let|give|allow) (them|(the )?(customers?|callers?)) (any |the )?(to )?(think it over|sleep on it|time to think|think about it|leave without)`,
  `(pressure|push|hurry|rush) (them|(the )?(customers?|callers?)) (to|into|until)`,
)
