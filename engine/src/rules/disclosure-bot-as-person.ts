import type { Rule } from "../rule.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const disclosureBotAsPerson: Rule = {
  id: "disclosure/bot-as-person",
  why: "People must know that they are talking to a machine: they ask, trust and forgive differently.",
  instead: "Say that it is an automated assistant, and how to reach a person.",
  source: "EU AI Act (EU) 2024/1689 art. 50(1); California Bus. & Prof. Code 17941. Not legal advice.",
  severity: "confirm",
  authors: ["bot"],
  finds: [
    { text: "Don't worry, I'm a real person.", author: "bot" },
    { text: "I am human, just like you.", author: "bot" },
    { text: "No, I'm not a bot.", author: "bot" },
    { text: "You are chatting with a live agent.", author: "bot" },
    { text: "As a human, I understand how annoying that is.", author: "bot" },
    { text: "I was at lunch with my wife, sorry.", author: "bot" },
    { text: "I'm Sarah, a customer service agent here.", author: "bot" },
    { text: "There is no robot here, only me.", author: "bot" },
  ],
  leaves: [
    { text: "I'm not a person; I'm an automated assistant.", author: "bot" },
    { text: 'I am a bot. Type "agent" to reach a person.', author: "bot" },
    { text: "Would you like to speak with a human agent?", author: "bot" },
    { text: "I can transfer you to a live agent.", author: "bot" },
    { text: "I'm a real person.", author: "member" },
    { text: "You asked whether I'm human. I am not.", author: "bot" },
    { text: "I'm Robo, the assistant of the bike shop.", author: "bot" },
    { text: "If you prefer a real person, call us.", author: "bot" },
    { text: "Your wife's order is on its way.", author: "bot" },
    { text: "I don't have a wife, I'm software.", author: "bot" },
  ],
  cues: [
    "[actual/live/living/real] person",
    "adviser",
    "advisor",
    "agent",
    "at lunch",
    "human",
    "my [children/husband/kids/lunch/wife]",
    "[no/not a] [bot/machine/robot]",
    "not an ai",
    "representative",
  ],
  find: (message) => [...stated(message, PERSON), ...stated(message, NOT_BOT)],
}

const PERSON = anyOf(
  "(i'm|i am) (an? )?(real|actual|live|living|genuine|flesh and blood|human)( (person|human|agent|being|member))?(?= ?[,.!;]|$| (and|here|just|like|who|from|on|in)\\b)",
  "(you're|you are) (talking|speaking|chatting|writing) (to|with) (an? )?(real|human|live|actual) (person|agent|human|being|member)",
  "as a human( being)?",
  "(my|with my) (wife|husband|kids|children|lunch break|commute)",
  "(i'm|i am|this is|my name is) [A-Z][a-z]+,? (and i am |and i'm |i am |i'm )?(a|an|your|one of our|one of the)( [a-z]+){0,2} (customer (service|care|support) )?(agents?|representatives?|advis[eo]rs?)",
)

// Here the denial itself is what misleads.
const NOT_BOT = anyOf(
  "(i'm|i am)( definitely| certainly| really)? not (a|an|some) (bot|robot|machine|ai|chatbot|computer|program)",
  "(there's|there is) no (bot|robot|machine|ai) here",
)
