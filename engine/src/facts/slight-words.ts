import { stemOf } from "./stem.ts"

/** Words that tell little about which product or property is meant: one of them more or less is no other fact. */
const WORDS = `
active apply applies mention pick full check visit open order item product service account amount basket cart purchase customer
people person reach write email mail phone online website site page form list option version kind type sort size level day
beginning end date deadline start period length term while later sooner early late local new old current previous original usual normal
simple easy quick big small large whole entire complete exact regular basic main general common certain special separate
cost spend count total sum figure rate number price value worth cover apply offer provide supply serve include contain consist
send bring leave stay hold keep carry move walk drive travel buy sell show find hear read learn remember remind forget
explain describe clarify confirm guarantee promise assure arrange prepare plan decide choose select change switch drop fall raise rise
turn reach exceed fit hang sit stand lie mean matter depend result happen remain continue last finish
able likely unlikely sure glad pleased fine wrong correct right clear true false fair honest straight plain actual real usual
place home house door street city town country state world side corner top bottom front
name address letter note message detail information info data record file reference line
cash money bill payment account card charge
hand head eye hair word sentence step part half piece
request demand condition exception reason purpose example sense idea plan hint tip
automatic instant separate individual standard only exclusive
simply merely purely solely generally normally typically
store order placed box back available
person reader listener friend family daughter son mother father wife husband
safe easy lovely grand beautiful brilliant excellent perfect amazing
rush hurry wait queue
job
plenty enough sufficient suffice
`

export const SLIGHT: ReadonlySet<string> = new Set(
  WORDS.trim()
    .split(/\s+/)
    .map((word) => stemOf(word)),
)
