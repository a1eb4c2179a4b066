import { EMPTY } from "./empty-words.ts"
import { stemOf } from "./stem.ts"

/**
 * What a word stands for when a message is laid beside a fact: a class of words that say the same about products and
 * services ("+price" for cost, fee, charge), else its stem. "" for words that carry nothing by themselves.
 */
export function conceptOf(word: string): string {
  const known = KNOWN.get(word)
  if (known !== undefined) return known
  if (EMPTY.has(word)) return ""
  const stem = stemOf(word)
  return STEMS.get(stem) ?? stem
}

/** Each line: the class, then its words. A word of one class only: where it is ambiguous, the other words decide. */
const CLASSES = `
+price: cost price fee charge pay payable pricing tariff priced payment toll dues
+discount: discount rebate reduction reduced off
+free: waive waived waiver complimentary gratis free
+delivery: deliver delivery ship shipping shipment postage arrive arrival dispatch courier send
+return: return returns
+refund: refund reimburse reimbursement moneyback repay repayment
+exchange: exchange swap
+cancel: cancel cancellation
+warranty: warranty guaranteed guarantee
+valid: valid validity expire expiry
+open: open opening hours closed close closing shut
+limit: limit maximum max cap allowance
+least: minimum min
+done: turnaround done ready finish complete completion process processing processed
+weight: weigh weight heavy heavier
+require: require requirement need must necessary mandatory compulsory obligatory required needed optional voluntary
+include: include included inclusive contain bundled
+works: works compatible suitable suit safe usable
+available: available availability offered
+allow: allow allowed permit permitted welcome permissible accept accepted admit admitted
+combine: combine combined stack stacked combinable
+express: express expedited rush fast quick priority
+standard: standard normal ordinary regular
+abroad: foreign abroad international overseas
+repair: repair fix mend repaired
+rent: rent rental hire lease
+buy: buy purchase bought
+change: change modify edit amend alter modification
+resched: reschedule rebook rebooking postpone rearrange
+book: book booking reserve reservation appointment
+pet: pet dog cat animal
+park: park parking
+child: child kid toddler infant son daughter lad lass boy girl youngster junior
+crypto: crypto cryptocurrency bitcoin ethereum
+phone: phone telephone hotline ring
+bike: bike bicycle
+lesson: lesson class course session
+balance: balance keep maintain hold
+month: month
+deposit: deposit
+trial: trial
+install: install installation installed
+internet: wifi internet
+wash: wash launder
+personal: personalised personalized engraved monogrammed engraving monogram
+weekend: weekend
+staff: staff employee
+replace: replace replacement
+photo: photo picture image photograph photography
+site: location site branch office
+data: data
+text: text sms
+ride: ride ridden
+battery: battery
+notice: notice
+term: term contract commitment
+wear: wear worn unworn
+sub: subscription subscribe subscriber
+member: member membership
+withdraw: withdraw withdrawal
+spend: spend spent spending
+interest: apr apy interest
+user: user seat person people login colleague
+extra: extra additional additionally surcharge supplement
+order: order basket cart
+late: late overdue
+early: early earlier
+language: language
+car: car auto automobile vehicle van
+camper: motorhome camper campervan
+moto: motorbike motorcycle
+boat: boat ferry vessel
+trip: crossing sailing trip journey passage voyage
+fare: fare ticket
+rider: passenger traveller traveler
+bag: luggage baggage bag suitcase
+room: room bedroom
+meal: meal lunch dinner
+swim: pool swim swimming
+gym: gym fitness
+teach: trainer coach instructor teacher tutor
+doctor: doctor dentist vet physician
+exam: examination exam inspection
+mobile: mobile handset smartphone cellphone
+cover: cover coverage insure insurance
+excess: excess deductible
+power: electricity electric
+clean: clean cleaning laundry
+entry: entrance admission entry
+tour: tour guided
+senior: senior pensioner retired
+student: student pupil
+access: disabled wheelchair accessible accessibility
+lift: lift elevator
+bed: bed bunk
+cot: cot crib
+collect: collect collection pickup
+build: assemble assembly
+colour: colour color shade
+connect: integrate integration connect connection interface
+help: support help helpdesk assistance helpline
+train: training onboarding
+depart: depart departure
+adult: adult grownup
+baby: baby babies
+roam: roam roaming
+medicine: medicine medication drug
+prescription: prescription
+tyre: tyre tire
+check: cheque
+centre: centre center
+licence: licence license
+programme: programme program
+grey: grey gray
+jewel: jewellery jewelry
+catalogue: catalogue catalog
+rubbish: rubbish trash waste garbage
+flat: apartment flat
+holiday: holiday vacation
+autumn: autumn fall
+mail: mail post
+film: film movie
+biscuit: biscuit cookie
+shoe: shoe boot
+sofa: sofa couch settee
+wardrobe: wardrobe closet
+garden: garden yard
+sms: sms
+voucher: voucher coupon
+receipt: receipt proof
+defect: defect defective faulty fault broken damaged damage
+size: size measurement
+fast: faster quicker
+email: email
+renew: renew renewal
+upgrade: upgrade
+pause: pause freeze suspend
+gift: gift
+invoice: invoice
+store: store storage
+home: private household residential domestic
+company: company firm corporate commercial
+static: static
+height: height high tall headroom clearance
+width: width wide
+speed: speed
+upload: upload upstream
+join: join joining enrol enrolment enroll signup registration
+setup: setup activation activate
+checkin: checkin
+checkout: checkout
+noshow: noshow
+fuel: fuel petrol diesel gasoline
+driver: driver motorist
+guest: guest visitor
+parcel: parcel packet package
+cake: cake gateau
+bread: bread loaf loaves
+vaccine: vaccinate vaccination vaccine jab inoculation
+operate: surgery operation
+neuter: neuter spay castrate castration
+show: screening showing performance
+penalty: penalty
+parent: parent guardian
+towel: towel
+mileage: mileage
+proofread: proofread proofreading
+reply: reply respond response
+compensate: compensate compensation
+transfer: transfer port porting
+locker: locker
+instalment: instalment installment
+reception: reception desk
+dorm: dorm dormitory
+stay: stay remain accommodate accommodation
+smoke: smoke smoking vape vaping cigarette
+alcohol: alcohol wine beer spirits liquor ale whisky whiskey gin vodka sherry champagne
+perfume: perfume aftershave fragrance
+plant: plant flower
+track: track tracking trace
+attempt: attempt tries
+delete: delete deletion erase
+ios: ios iphone ipad
+excel: xlsx excel spreadsheet
+charity: charity charitable nonprofit
+router: router modem
+engineer: engineer technician fitter
+spare: spare
`

const STEMS: ReadonlyMap<string, string> = new Map(
  CLASSES.trim()
    .split("\n")
    .flatMap((line) => {
      const [name = "", words = ""] = line.split(": ")
      return words.split(" ").map((word): [string, string] => [stemOf(word), name])
    }),
)

/** Forms that must not be taken for another word by their stem. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ["works", "+works"],
  ["welcome", "+allow"],
  ["work", "+works"],
  ["wi", "+internet"],
  ["fi", ""],
  ["fasting", "fasting"],
  ["charging", "charging"], // of a battery
  ["charger", "charging"],
  ["chargers", "charging"],
  ["closed", "+open"],
  ["shut", "+open"],
  ["fixed", "+static"],
  ["business", "+company"],
  ["businesses", "+company"],
  ["home", "+home"],
  ["instalment", "+instalment"],
  ["instalments", "+instalment"],
  ["installment", "+instalment"],
  ["installments", "+instalment"],
  ...["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].flatMap(
    (day): [string, string][] => [
      [day, `~${day}`],
      [`${day}s`, `~${day}`],
      [`${day}'s`, `~${day}`],
    ],
  ),
  ["nearly", ""],
  ["fully", ""],
])
