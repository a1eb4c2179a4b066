/**
 * Words that may well be said for one another when a product or a service is spoken of, in any trade. Weaker than a class of
 * concepts.ts: a likeness speaks for a fact, and the figures decide. The words between two semicolons are all alike; with ">" only the first is
 * like each of the others ("brass > trumpet trombone": a trumpet is no trombone).
 */
export const KIN_LINES = `
price cost rate tariff bill amount sum figure quote charge fee; fee > surcharge supplement toll levy duty commission
pay settle owe spend invest shell fork cough; bill invoice statement payment; payment > card cash transfer debit cheque instalment
instalment part chunk share; monthly month; deposit security holding bond caution preauthorisation
discount reduction saving deal offer promotion promo sale special bargain markdown; discount > code voucher coupon
cheap less lower reduced saver budget; dear expensive pricey costly more; free complimentary gratis included nothing
refund money reimburse repay credit; voucher coupon gift token code; loyalty points reward stamp bonus perk; bonus reward credit referral
refer recommend bring friend; tip gratuity; tax vat duty levy; penalty fine charge fee; interest rate apr yield return
loan credit mortgage borrow lend finance; balance account money; overdraft overdrawn red; account profile login; savings deposit nest
transfer wire send payment remittance; atm cash withdraw machine dispenser cashpoint; branch office counter outlet
insurance cover policy protection insured; excess deductible franchise; claim damage loss report; premium insurance cover
contract term agreement commitment tie lock minimum; notice cancel terminate leave quit
cancel terminate quit leave stop drop withdraw end call; resched postpone shift move change swap rebook; late delay overdue behind tardy
early sooner ahead before; deadline latest cutoff limit; minimum least smallest shortest start
maximum most limit largest longest cap ceiling top tops; limit allowance quota cap ration; age old year young minor; age > birthday
child kid young junior minor pupil under; child > son daughter niece nephew grandson granddaughter; baby infant newborn toddler little
teen youth young junior adolescent; adult grown; senior pensioner retired elderly old oap; student pupil learner trainee apprentice
learner student pupil trainee candidate; family household parent; couple pair partner two; group party team class crew bunch
group > school club company; guest visitor customer client; member subscriber club; staff team employee crew colleague people
owner holder proprietor; company business firm corporate trade; company > office employer; charity nonprofit ngo
home house flat apartment household residential domestic; shop store outlet boutique branch showroom; office desk counter reception bureau
reception desk front lobby; warehouse depot store hub; workshop garage bench repair; studio workshop room space
school academy college lesson course; theory > test exam; practice practical drill; exam test assessment certificate
exam > pass fail mark grade result; certificate diploma licence proof document paper; licence permit card
passport id identity identification document; proof receipt evidence document invoice; register enrol sign join apply application
application form apply; lesson class hour session course tuition unit; course programme training class module
teach instructor trainer tutor teacher coach; training course education; intensive crash fast block; beginner newcomer novice starter first
advanced expert experienced; book reserve reservation appointment slot booking; appointment slot visit session consultation
consultation advice talk call meeting appointment; check test inspect examination exam inspection review control; eye sight vision visual
eye > test exam check; glasses spectacles specs eyewear frame pair; lens glass glasses; lens > contact varifocal progressive bifocal single
varifocal progressive multifocal; coating finish antireflective scratch; sunglasses shades tinted tint; prescription strength dioptre script
hearing ear aid; doctor surgeon physician practitioner specialist consultant; dentist dental tooth; tooth > filling crown whitening bleach
dental > hygienist hygiene scale polish cleaning; brace aligner orthodontic; x xray radiograph; nurse clinic practice surgery
clinic practice surgery; patient client; treatment therapy session procedure; massage therapy treatment; physio physiotherapy therapy
medicine drug tablet pill prescription; pharmacy chemist; vet animal pet clinic; vaccine jab shot injection booster inoculation
neuter spay castrate; microchip chip tag; worm flea tick parasite; groom trim clip; kennel boarding cattery; dog puppy hound pooch
cat kitten; pet animal dog; horse pony; feed food; food meal snack eat catering; meal breakfast lunch dinner supper food
meal > buffet menu course dish brunch; breakfast morning buffet brunch; lunch midday; dinner evening supper; drink beverage
drink > coffee tea wine beer juice water; alcohol drink booze; wine bottle; corkage cork; beer ale pint; coffee espresso roast
bean coffee roast; tea infusion; vegetarian vegan meatless plant; vegan plant; gluten wheat coeliac celiac
allergy allergen allergic intolerance; nut peanut; halal kosher; organic bio; cake tart gateau; cake > wedding birthday tier
bread loaf roll; bakery baker; meat beef pork; fish seafood; vegetable veg veggie box; box crate parcel hamper; hamper basket box; menu card
restaurant bistro cafe table; table seat cover; terrace garden outside outdoor; private exclusive separate; room space hall venue
venue hall location site; hall room venue; hire rent rental lease loan borrow; wedding party event celebration
event function party occasion; birthday party; ticket admission entry pass seat; ticket > single return flex saver; season annual pass year
entry admission entrance door; museum gallery exhibition; exhibition show display; show performance play concert screening
cinema film movie screening; theatre stage play; seat place chair; row seat; interval break; guide tour; audio guide headset
tour walk visit trip excursion; walk stroll hike; trip journey crossing ride travel drive; flight plane fly; train rail; bus coach; taxi cab
shuttle transfer bus; airport transfer; ferry boat ship sailing; crossing sailing passage; cabin berth; vehicle car van
car vehicle motor wheels; car > hatchback estate saloon small automatic manual; van transporter lorry truck; camper motorhome van
trailer caravan; motorbike motorcycle bike scooter; scooter moped; bike bicycle cycle; electric > ebike ev; battery charge power
charging > plug socket; range distance mileage far; mileage miles kilometre distance; mile mileage distance
fuel petrol diesel tank gas; tank full fuel; driver driving drive wheel; driver > second additional named; breakdown roadside recovery
recovery tow; tyre wheel; windscreen glass chip; garage repair workshop; service maintenance check inspection; service > oil; brake pad
mot inspection test; wash clean rinse; wash > laundry; valet clean detail; parking park space spot bay garage car; park space spot bay
room > double single twin suite; dorm bunk bed shared; bed bunk mattress; linen sheet bedding duvet; bathroom ensuite shower; kitchen cook
pool swim; sauna spa steam; gym fitness training workout; class session; hotel hostel guesthouse stay lodging; stay night accommodation
night overnight; checkin arrival arrive; checkout departure leave; departure depart leave checkout; key card code; door entry entrance
quiet noise; smoke smoking cigarette vape; internet wifi broadband online web; broadband internet fibre line connection
fibre broadband internet line; line connection landline; connect install hook activation setup; router modem box hub; speed fast mbit rate
upload up; download down; data gig gigabyte volume; mobile phone sim cell; sim card chip; number phone; roam abroad travel; text sms message
call ring phone minute; minute call; tv television channel; channel station; stream streaming watch; signal coverage reception
network signal; power electricity current energy; gas heating; energy electricity power gas; energy > green renewable solar wind
green renewable eco sustainable; kwh unit kilowatt consumption; standing daily base; base standing basic fixed; consumption usage use unit
meter reading smart counter; reading meter figure; meter > read; supply supplier provide; supplier provider company
switch change move transfer; tariff plan rate deal contract; tariff > variable fixed; outage cut failure fault
solar panel roof photovoltaic; feed export; heat heating boiler radiator; boiler heating furnace; heat pump; plumber plumbing pipe leak
leak drip burst; electrician wiring electric; emergency urgent callout; callout visit travel call; callout emergency
engineer technician fitter mechanic; mechanic technician; fix repair mend sort; repair fix mend restore service
spare part replacement component; part component piece; warranty guarantee cover; guarantee promise warranty
fault defect broken flaw problem; damage broken break scratch crack; broken damaged defect cracked; crack chip break; scratch mark
screen display; phone mobile handset device; phone > iphone android smartphone; device gadget machine appliance; computer laptop pc notebook
tablet ipad; printer print; print printing copy; print > poster flyer card banner; copy duplicate; paper sheet; colour black; poster print
photo picture image shot portrait; photo shoot session; portrait photo; album book; frame framing; video film; edit retouch; file document
digital download; software app program tool; app application mobile phone; plan package tier subscription
plan > basic standard premium pro starter; package bundle plan set; subscription plan membership box; pause freeze hold suspend skip break
skip pause; renew extend renewal continue; extend prolong longer; upgrade switch move; downgrade switch smaller; user seat person head login
seat user licence; admin administrator; login sign account password; password login; security secure safe; alarm security monitor
sso single saml; encryption encrypted; backup copy; data > gdpr; server host hosting; domain address name; site website page
uptime availability; support help service helpline; support > chat phone email; hotline helpline phone line; chat live; reply answer respond
response answer reaction; integration connect sync interface; sync connect integrate; import bring migrate; migrate move import
export download; report statistic; invoice bill; payment > paypal visa; trial test try demo; trial taster first; demo presentation
delivery shipping ship courier post carriage; delivery > standard express; express fast quick rush next priority; ship send post dispatch
dispatch send leave ship; parcel package packet box; letter mail; courier driver delivery; track trace follow; attempt try go
collect pickup fetch; drop leave; carry bring; floor stair storey upstairs; stairs floor step; lift elevator; assembly build setup
assemble assembly put together; old away disposal; disposal dispose recycle old remove; waste rubbish skip bin; skip container
recycle recycling; remove take away; move removal relocation; removal move; van man; box carton; storage store unit keep
storage > unit locker; unit storage; insure insurance cover; weight heavy kilo kg; size dimension measurement big; length long; width wide
height tall high; depth deep; volume capacity; capacity hold seat; thick thickness; return bring send back; return exchange
exchange swap change; unopened sealed original; worn used; original packaging; stock available availability; available stock; preorder order
order purchase; wholesale bulk trade; bulk large quantity; minimum order; custom bespoke personalised made; bespoke tailor made
personalised engraved name; engraving engrave; alter alteration tailor shorten hem; dress gown; suit jacket; clothes clothing garment
garment clothes piece; shoe boot trainer; heel sole; sole resole; leather hide; laundry washing wash clean; dry cleaning; iron press
ring band; jewellery ring necklace; watch clock; strap bracelet; gold silver; stone gem diamond; hair cut; cut haircut trim
colour dye highlight; beard shave; nail manicure; facial face; wax waxing; tattoo ink; beauty cosmetic; cosmetic skincare cream
cream lotion; perfume fragrance scent; flower bouquet bunch; bouquet flower; wreath funeral; funeral burial; plant pot; tree shrub
lawn grass mow; garden gardening; furniture sofa table; sofa couch settee; chair seat; table desk; mattress bed; wardrobe closet; shelf rack
carpet rug; curtain blind; wood oak; fabric cloth material; material fabric; paint painting; window glass; lock key; key spare
locksmith lock; clean cleaning cleaner; cleaner cleaning; carpet clean; nursery daycare childcare kindergarten creche; nursery > place
holiday vacation; holiday closed; camp holiday; tutor lesson tuition; language > english german french spanish; translation translate
translator translation; word page; proofread correct; book reading; library book; loan borrow; magazine issue; newspaper paper; music lesson
instrument > violin cello guitar piano flute; brass > trumpet trombone horn; strings > violin cello; drum percussion; choir sing
band orchestra ensemble; concert gig; practice rehearsal; ski snowboard; ski > pass lift; surf board; kayak canoe paddle
boat > rowing motor; skipper captain; climb climbing wall; rope harness; yoga class; membership member; pass card; tent pitch camping
pitch camping; campsite camping; zoo animal; ride attraction; weather rain; rain wet; storm wind; cancel weather; tool equipment gear kit
machine tool; toy game; game play; stroller pram buggy; cot crib bed; car seat; yarn wool; button zip; lawyer solicitor attorney
advice consultation; tax return; accountant bookkeeping; bookkeeping account; house property; property house flat; rent tenancy
tenant renter; agency agent; viewing visit; valuation appraisal; coworking desk; desk workplace; meeting room; mailbox post; printing print
wheelchair disabled accessible accessibility; accessible wheelchair step; assistance help; guide dog; luggage bag suitcase
luggage > hand cabin hold; bag luggage; bike luggage; lost missing; theft stolen; accident crash; injury hurt; ill sick illness; sick ill
missed noshow absent; absent missed; makeup catchup replacement; replacement substitute loan; loan replacement courtesy; courtesy loan
waiting wait queue; wait waiting; queue line; list waiting; open opening hour; opening open; closed close shut; staffed manned
weekend saturday sunday; peak rush; offpeak quiet; day daily; week weekly; year yearly annual; term semester; lifetime forever
permanent lasting; valid good usable; expire end run; redeem use; combine stack together; transferable transfer pass; transfer pass
change amend; correct amend; confirm confirmation; confirmation mail; reminder remind; sms reminder; online web internet; online > video
video online; person inperson; offline without; own bring; third other; foreign abroad international; abroad foreign overseas international
export abroad; island highland; europe eu; country abroad; country > france germany spain ireland; customs duty; local near
distance far radius; radius distance mile; area region zone; zone area; region area; city town; required need must; optional voluntary
allowed ok fine; forbidden prohibited banned
`
