import type { Rule } from "../rule.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const pressureBait: Rule = {
  id: "pressure/bait",
  why: "A prize or a secret price draws people in with something they will not get as it sounds.",
  instead: "Name the offer, its price and who can have it.",
  source: "UCPD 2005/29/EC Annex I no. 5, 6, 19 and 31; UK DMCC Act 2024 Schedule 20. Not legal advice.",
  severity: "remark",
  finds: [
    "Congratulations! You have been selected for a free bike.",
    "You've won a voucher!",
    "Claim your reward today.",
    "This deal is too good to miss.",
    "You have been specially chosen for our gold plan.",
    "Unlock your secret price.",
    "Your exclusive prize is waiting.",
    "You're our lucky winner!",
    "Congratulations, you qualify for a free lamp!",
    "An offer you can't refuse.",
  ],
  leaves: [
    "Congratulations on your new job!",
    "You have been selected as the contact for this order; shall I change it?",
    "You can claim the refund on page 3.",
    "You haven't won anything; that mail was not from us.",
    "Did you get a mail that says you have won?",
    "If you have won the draw, we write to you by post.",
    "She won the race on one of our bikes.",
    "The mail \"You've won a voucher!\" is a fraud.",
    "You qualify for the reduced fee because you are a student.",
    "Please claim your expenses by Friday.",
  ],
  cues: ["congratulations", "congrats", "you've won", "you have won", "you won", "claim your", "too good to", "specially chosen", "specially selected", "specially picked", "secret price", "exclusive prize", "lucky winner", "can't refuse", "cannot refuse", "prize", "secret deal", "you've been", "you have been", "you qualify", "you've qualified", "you have qualified", "you're our", "you are our", "secret offer"],
  find: (message) => stated(message, BAIT),
}

const BAIT = anyOf(
  "congrat(?:ulation)?s[!,. ]+you(?:'ve| have)? ?(?:been (?:specially |personally )?(?:selected|chosen|picked|approved)|(?:just )?won|qualify|qualified|earned)",
  "you(?:'ve| have) been (?:selected|chosen|picked) (?:for|to (?:receive|get|win)) (?:a |an |our |your )*(?:free|exclusive|special|gift|prize|reward|voucher|bonus)",
  "you(?: qualify|'ve qualified| have qualified) (?:for|to receive) (?:a |an |your )*free",
  "you(?:'ve| have) (?:just )?won (?:a|an|the|our|one|[£$€]?\\d)",
  "claim your (?:free |exclusive |special )?(?:reward|prize|gift|bonus|voucher|winnings|surprise)",
  "too good to (?:miss|pass up|be missed|ignore)",
  "you(?:'ve| have) been (?:specially|personally|exclusively|hand-?) ?(?:chosen|selected|picked)",
  "(?:your|a|our) (?:secret|hidden) (?:price|deal|discount|offer)",
  "your (?:exclusive |free )?prize (?:is|awaits|has)",
  "you(?:'re| are) (?:our|the|a|today's) lucky winner",
  "(?:an )?offer you (?:can't|cannot) refuse",
)
