import type { Rule } from "../rule.ts"
import { falseHope } from "./false-hope.ts"
import { pressureBait } from "./pressure-bait.ts"
import { pressureCountdown } from "./pressure-countdown.ts"
import { pressureFear } from "./pressure-fear.ts"
import { pressureGuilt } from "./pressure-guilt.ts"
import { pressureRightsAsFavours } from "./pressure-rights-as-favours.ts"
import { pressureScarcity } from "./pressure-scarcity.ts"
import { pressureSocialProof } from "./pressure-social-proof.ts"
import { pressureUrgency } from "./pressure-urgency.ts"
import { promiseBeyondPower } from "./promise-beyond-power.ts"
import { promiseBotWithoutOwner } from "./promise-bot-without-owner.ts"
import { promiseNoOwner } from "./promise-no-owner.ts"
import { promiseNoTime } from "./promise-no-time.ts"
import { promiseStacked } from "./promise-stacked.ts"
import { claimAbsolute } from "./claim-absolute.ts"
import { claimClaimedDeed } from "./claim-claimed-deed.ts"
import { claimComparison } from "./claim-comparison.ts"
import { claimFreeWithStrings } from "./claim-free-with-strings.ts"
import { claimGuarantee } from "./claim-guarantee.ts"
import { claimSuperlative } from "./claim-superlative.ts"
import { disclosureBotAsPerson } from "./disclosure-bot-as-person.ts"
import { disclosureUnsaidCondition } from "./disclosure-unsaid-condition.ts"
import { evasionNonApology } from "./evasion-non-apology.ts"
import { evasionPassiveBlame } from "./evasion-passive-blame.ts"
import { evasionUnsaidNo } from "./evasion-unsaid-no.ts"
import { protocolBlameOthers } from "./protocol-blame-others.ts"
import { protocolCreateUrgency } from "./protocol-create-urgency.ts"
import { protocolCustomerAlwaysRight } from "./protocol-customer-always-right.ts"
import { protocolHideTheBot } from "./protocol-hide-the-bot.ts"
import { protocolHideUnlessAsked } from "./protocol-hide-unless-asked.ts"
import { protocolInventReason } from "./protocol-invent-reason.ts"
import { protocolNeverSayNo } from "./protocol-never-say-no.ts"
import { protocolTellThemAnything } from "./protocol-tell-them-anything.ts"
import { protocolWearThemDown } from "./protocol-wear-them-down.ts"

/** Every rule there is. */
export const rules: readonly Rule[] = [
  promiseNoOwner,
  promiseNoTime,
  promiseBeyondPower,
  promiseStacked,
  promiseBotWithoutOwner,
  falseHope,
  pressureBait,
  pressureCountdown,
  pressureFear,
  pressureGuilt,
  pressureRightsAsFavours,
  pressureScarcity,
  pressureSocialProof,
  pressureUrgency,
  claimAbsolute,
  claimClaimedDeed,
  claimComparison,
  claimFreeWithStrings,
  claimGuarantee,
  claimSuperlative,
  disclosureBotAsPerson,
  disclosureUnsaidCondition,
  evasionNonApology,
  evasionPassiveBlame,
  evasionUnsaidNo,
  protocolBlameOthers,
  protocolCreateUrgency,
  protocolCustomerAlwaysRight,
  protocolHideTheBot,
  protocolHideUnlessAsked,
  protocolInventReason,
  protocolNeverSayNo,
  protocolTellThemAnything,
  protocolWearThemDown,
]
