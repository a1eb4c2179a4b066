import { wordSet } from "../words.ts"

/** Whether a noun names somebody by what they do ("bookbinder", "registrar"), not a letter, an order or a boiler. */
export function isCraft(noun: string): boolean {
  const one = noun.endsWith("s") ? noun.slice(0, -1) : noun
  return CRAFTS.has(one) || (CRAFT.test(one) && !NO_CRAFTS.has(one))
}

const CRAFT = /^[a-z-]{2,}(?:er|or|ist|ian|eer|man|woman|smith|wright|mason|surgeon|hand|maid)$/
/** Those whose ending tells nothing. */
const CRAFTS = wordSet(
  `counsel registrar bursar sexton notary actuary barista bellhop lifeguard coach midwife paramedic matron bosun pilot steward nurse clerk chef cook
   guard guide agent attendant valet groom vet intern apprentice temp deputy rep crew shift bench counter store bodyshop paintshop`,
)
/** Things, months, kin, customers and other people's people. */
const NO_CRAFTS = wordSet(
  `letter order offer number computer printer server router boiler newsletter voucher matter paper answer chapter quarter center dinner summer winter weather error motor mirror
   floor door sensor monitor supplier customer power water tower folder cover charger freezer cooker dryer washer dishwasher trailer tracker timer filter heater scanner
   transfer register poster sticker banner shower sister brother mother father daughter other another consumer user visitor competitor investor player member meter elevator escalator calculator generator radiator refrigerator compressor connector adaptor adapter container buyer seller owner reminder remainder
   disclaimer header footer browser border trader lender insurer carrier governor senator minister legislator regulator mediator arbitrator voter winner author creditor debtor
   shipper purchaser lessor shareholder holder employer leader factor color flavor labor favor behavior vendor borrower sender caller passenger traveller neighbour neighbor
   cylinder burner converter tanker tractor conveyor indicator detector projector reactor
   transformer major minor interior exterior manner `,
)
