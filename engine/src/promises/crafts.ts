import { wordSet } from "../words.ts"

/** Whether a noun names somebody by what they do ("bookbinder", "registrar"), not a letter, an order or a boiler. */
export function isCraft(noun: string): boolean {
  return (CRAFT.test(noun) && !NO_CRAFTS.has(noun)) || CRAFTS.has(noun)
}

const CRAFT = /^[a-z-]{2,}(?:er|or|ist|ian|eer|man|woman|smith|wright|mason|surgeon|hand|maid)s?$/
/** Those whose ending tells nothing. */
const CRAFTS = wordSet(
  `registrar bursar sexton notary actuary surgeon mason barista maitre bellhop lifeguard coach midwife paramedic matron maid hand deckhand bosun pilot steward nurse clerk chef cook
   guard guide agent host attendant valet groom vet intern apprentice temp deputy rep foreman crew shift bench counter stores bodyshop paintshop`,
)
const NO_CRAFTS = wordSet(
  `letter letters order orders offer offers number numbers computer computers printer printers server servers router routers boiler boilers newsletter voucher vouchers calendar matter matters paper papers answer answers
   chapter quarter center dinner summer winter weather error errors motor mirror floor door doors sensor monitor monitors supplier suppliers customer customers power water tower folder counter cover corner charger
   freezer cooker dryer washer dishwasher trailer tracker timer filter heater scanner transfer transfers register poster sticker banner shower sister brother mother father daughter other others another consumer
   user users visitor visitors competitor competitors investor investors player players december october november september member members order-number ledger meter meters elevator escalator calculator generator
   generators radiator refrigerator compressor connector adaptor adapter container containers buyer buyers seller sellers owner owners reminder reminders remainder remainders disclaimer header footer browser offender border order-form
   trader traders lender lenders insurer insurers carrier carriers tenant governor governors senator senators minister ministers legislator legislators regulator regulators mediator arbitrator voter voters winner winners author authors actor actors
   creditor creditors debtor debtors shareholder shareholders stakeholder stakeholders holder holders employer employers employee officer-holder leader leaders factor factors color colour flavor flavour labor labour favor favour behaviour behavior rumor humour
   vendor vendors borrower sender recipient caller callers passenger passengers traveller traveler neighbour neighbor neighbours neighbors layer layers tier super paper wrapper container hanger ladder hammer cylinder buffer burner converter
   sewer gutter shutter shutters chamber rubber leather timber silver copper fiber fibre litter batter butter pepper ginger flower flowers river barrier tanker freighter ferry helicopter tractor conveyor indicator
   actuator detector projector reactor transformer transistor vector anchor harbor harbour error-message major minor junior senior prior interior exterior manner temper cancer fever ulcer tumor tumour doctor-note either neither
   whether rather however never ever over under after before per her their`,
)
