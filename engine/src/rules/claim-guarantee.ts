import type { Rule } from "../rule.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const claimGuarantee: Rule = {
  id: "claim/guarantee",
  why: "A guarantee binds: the customer will hold us to it, whatever happens.",
  instead: "Say what we will do and what happens if it does not work out.",
  source: "Directive (EU) 2019/771 art. 17; Consumer Rights Act 2015 s.30; CAP Code 3.54-3.57. Not legal advice.",
  severity: "confirm",
  finds: [
    "I guarantee that it will arrive on Friday.",
    "We guarantee you will love it.",
    "Delivery before Christmas is guaranteed.",
    "Guaranteed results in two weeks!",
    "You are guaranteed to save money.",
    "With us you are guaranteed never to miss a train.",
    "I can assure you with absolute certainty that it will work.",
    "Satisfaction guaranteed.",
    "Your bike stays dry, guaranteed!",
    "I give you my word that it is safe.",
    "Your approval is guaranteed.",
    "We can personally guarantee the colour.",
    "The paint won't fade in ten summers, that's a guarantee.",
    "You have our guarantee that the roof stays dry.",
  ],
  leaves: [
    "We can't guarantee a time.",
    "We guarantee the frame for five years.",
    "Refunds are guaranteed within 14 days.",
    "There is no guarantee that it arrives on Friday.",
    "The guarantee runs for two years.",
    "Your two-year guarantee covers the frame.",
    "Can you guarantee that it fits?",
    "You asked us to guarantee the date.",
    "The lock is guaranteed for five years against rust.",
    "If we guaranteed it, we would put it in writing.",
    "We don't normally guarantee a delivery day.",
    "Please fill in the guarantee card.",
    '"Guaranteed to work" is what the advert said.',
    "The bank guarantee is attached.",
    "My colleague will try to get it to you by Friday.",
    "Please find the guaranteed maximum price contract attached.",
  ],
  cues: ["absolute certainty", "guarantee", "i promise you", "i swear", "my word", "rest assured", "without fail"],
  find: (message) => stated(message, GUARANTEED),
}

const GUARANTEED = anyOf(
  "(we|i)('ll| can| will| do| could)?( also| fully| absolutely| personally| hereby| always| even| certainly| definitely)* guarantee(?![^.!?]{0,60} for (\\d+|an?|one|two|three|four|five|ten|the|its)[^.!?]{0,14}(years?|months?|life|lifetime)\\b)(?! (card|letter|agreement|department|terms|period)\\b)",
  "(is|are|it's|you're|they're|comes)( always| fully| absolutely| 100 ?%)* guaranteed(?! (for|by (law|the)|against|until|to a maximum|up to|rate|under)\\b)(?= (never to|to|that|on|before)\\b| ?[.!,]|$)",
  "(^|(?<=[,.!:-] ?))guaranteed (results|delivery|savings|success|approval|returns?|lowest|best|to (work|fit|save|win|last|please)|fit|quality|authentic|profit|income)",
  "(satisfaction|quality|authenticity|results|success|delivery|savings|approval|freshness|lowest price|best price|fit) (is |are )?(100 ?% )?guaranteed",
  "(?<=, )(and )?(that's |that is |it's )?guaranteed(?=\\W*$)",
  "(that's|that is|it's|this is) (a|my|our) (personal )?guarantee|you have (my|our) guarantee|(our|my|a) guarantee (to you )?that (?!covers|runs|comes|lasts)",
  "with absolute certainty|(i|we)('ll)? (give|can give|will give) you (my|our) word|you have (my|our) word (that|on)|(i|we) swear (that|it|to you)",
  "(our|a|the) (product|service|method|course|treatment|plan)s? guarantees? (that |you |results|success|savings)",
)
