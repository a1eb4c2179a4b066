/** The part of a word that its forms share: "prices", "priced", "pricing" → "pric". Not a word; only good for comparing. */
export function stemOf(word: string): string {
  const bare = word.endsWith("'s") ? word.slice(0, -2) : word.endsWith("s'") ? word.slice(0, -1) : word
  const known = IRREGULAR.get(bare)
  if (known !== undefined) return known
  return bare.length <= 3 ? bare : shortened(withoutPlural(bare))
}

function withoutPlural(word: string): string {
  if (!word.endsWith("s") || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) return word
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  return /(?:ss|x|ch|sh|zz)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}

function shortened(word: string): string {
  const known = IRREGULAR.get(word)
  if (known !== undefined) return known
  let base = /[vw]al$/.test(word) && word.length > 5 ? word.slice(0, -2) : word // approval, removal
  for (const ending of ENDINGS) {
    if (!base.endsWith(ending) || base.length - ending.length < (LONG.get(ending) ?? 3)) continue
    const rest = base.slice(0, -ending.length)
    if (/[aeiouy]/.test(rest)) base = rest
    break
  }
  if (base.endsWith("e") && base.length > 3) base = base.slice(0, -1)
  if (base.endsWith("i") && base.length > 3) base = `${base.slice(0, -1)}y`
  const last = base.charCodeAt(base.length - 1)
  return base.length > 3 && last === base.charCodeAt(base.length - 2) ? base.slice(0, -1) : base
}

const ENDINGS = ["ation", "ment", "able", "ing", "ed", "ly"]
const LONG: ReadonlyMap<string, number> = new Map([
  ["ation", 4],
  ["ment", 4],
  ["able", 5],
])

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (
    "sent:send paid:pay kept:keep left:leav took:tak taken:tak bought:buy sold:sel lost:los held:hold brought:bring gave:giv " +
    "given:giv went:go gone:go goes:go made:mak got:get gotten:get came:com became:becom begun:begin began:begin written:writ wrote:writ " +
    "chosen:choos chose:choos spoke:speak spoken:speak ran:run meant:mean met:meet built:build found:find said:say told:tel " +
    "children:child child:child kids:child kid:child people:person persons:person ridden:rid rode:rid worn:wear wore:wear feet:foot teeth:tooth mice:mous men:man women:woman " +
    "daily:day weekly:week monthly:month yearly:year annual:year annually:year hourly:hour nightly:night " +
    "rental:rent rentals:rent withdrawal:withdraw withdrawals:withdraw withdrawn:withdraw renewal:renew renewals:renew arrival:ariv arrivals:ariv " +
    "free:free fee:fee fees:fee see:see agree:agre delivery:deliver deliveries:deliver delivering:deliver refundable:refund returnable:return " +
    "cancellable:cancel exchangeable:exchang transferable:transfer redeemable:redem insurance:insur insured:insur registration:regist register:regist registered:regist " +
    "shipping:ship used:us using:us use:us uses:us bicycle:bik bicycles:bik bike:bik bikes:bik cycle:cycl during:during thing:thing things:thing " +
    "automatically:automatic electronically:electronic during:during something:something anything:anything nothing:nothing everything:everything morning:morning evening:evening " +
    "opening:open news:news address:addres business:busines less:less always:always series:series lens:lens gas:gas bus:bus"
  )
    .split(" ")
    .map((pair) => {
      const [word = "", stem = ""] = pair.split(":")
      return [word, stem]
    }),
)
