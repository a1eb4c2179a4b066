/** Countries by their ISO code, with names and peoples, then larger cities: "Vienna" says that a message is about AT. */
const PLACES = `
DE: germany german germans deutschland | berlin hamburg munich münchen cologne köln frankfurt stuttgart düsseldorf dusseldorf leipzig dortmund bremen dresden hanover hannover nuremberg nürnberg bonn münster karlsruhe mannheim augsburg freiburg kiel lübeck mainz erfurt rostock kassel potsdam heidelberg regensburg würzburg ulm aachen bielefeld
AT: austria austrian austrians österreich | vienna wien graz linz salzburg innsbruck klagenfurt villach wels bregenz dornbirn
CH: switzerland swiss schweiz suisse | zurich zürich geneva genève basel bern berne lausanne lucerne luzern winterthur lugano
FR: france french | paris lyon marseille marseilles toulouse nantes strasbourg montpellier bordeaux lille rennes reims grenoble dijon angers brest metz
BE: belgium belgian belgians belgië | brussels bruxelles antwerp antwerpen ghent gent bruges brugge liège liege leuven namur mechelen charleroi
NL: netherlands dutch holland | amsterdam rotterdam utrecht eindhoven groningen tilburg haarlem leiden delft maastricht nijmegen
LU: luxembourg luxembourgish
GB: uk britain british england english scotland scottish wales welsh | london manchester birmingham leeds glasgow edinburgh liverpool bristol sheffield cardiff belfast newcastle nottingham brighton oxford cambridge
IE: ireland irish | dublin cork galway limerick waterford
ES: spain spanish españa | madrid barcelona valencia seville sevilla zaragoza málaga malaga bilbao alicante granada mallorca palma
PT: portugal portuguese | lisbon lisboa porto braga coimbra faro madeira
IT: italy italian italians italia | rome roma milan milano naples napoli turin torino florence firenze venice venezia bologna genoa verona palermo bari trieste
DK: denmark danish danes | copenhagen københavn aarhus odense aalborg
SE: sweden swedish | stockholm gothenburg göteborg malmö malmo uppsala
NO: norway norwegian | oslo bergen trondheim stavanger tromsø
FI: finland finnish | helsinki tampere turku espoo
IS: iceland icelandic | reykjavik
PL: poland polish | warsaw kraków krakow cracow wrocław wroclaw gdańsk gdansk poznań poznan łódź
CZ: czechia czech | prague brno ostrava plzeň
SK: slovakia slovak | bratislava košice
HU: hungary hungarian | budapest debrecen szeged
SI: slovenia slovenian | ljubljana maribor
HR: croatia croatian | zagreb dubrovnik rijeka
RO: romania romanian | bucharest cluj timișoara
BG: bulgaria bulgarian | sofia plovdiv varna
GR: greece greek | athens thessaloniki crete
EE: estonia estonian | tallinn tartu
LV: latvia latvian | riga
LT: lithuania lithuanian | vilnius kaunas
US: usa us states america american americans | chicago houston phoenix philadelphia dallas austin seattle denver boston detroit portland atlanta miami ohio texas california florida
CA: canada canadian canadians | toronto montreal vancouver calgary ottawa edmonton winnipeg quebec
AU: australia australian australians | sydney melbourne brisbane perth adelaide canberra
NZ: zealand | auckland wellington christchurch
JP: japan japanese | tokyo osaka kyoto
MX: mexico mexican
BR: brazil brazilian
AR: argentina argentinian
CL: chile chilean
IN: india indian | mumbai delhi bangalore bengaluru chennai hyderabad pune kolkata
SG: singapore
MY: malaysia malaysian
TH: thailand thai | bangkok
ID: indonesia indonesian | bali jakarta
PH: philippines filipino | manila
VN: vietnam vietnamese
CN: china chinese | beijing shanghai
KR: korea korean | seoul
AE: uae emirates | dubai sharjah
SA: saudi | riyadh
QA: qatar
OM: oman | muscat
IL: israel israeli
TR: türkiye turkish | istanbul ankara antalya
UA: ukraine ukrainian | kyiv
RS: serbia serbian | belgrade
MT: malta maltese
CY: cyprus cypriot
EG: egypt egyptian | cairo
MA: morocco moroccan
KE: kenya kenyan | nairobi
NG: nigeria nigerian | lagos
`

const CODES: ReadonlyMap<string, string> = new Map(
  PLACES.trim()
    .split("\n")
    .flatMap((line) => {
      const [code = "", names = ""] = line.split(": ")
      return names
        .split(" ")
        .filter((name) => name !== "|")
        .map((name): [string, string] => [name, code])
    }),
)

const NAMES: ReadonlyMap<string, string> = new Map(
  PLACES.trim()
    .split("\n")
    .map((line) => [line.slice(0, 2), line.slice(4).split(" ")[0] ?? ""]),
)

/** The country that a word names or lies in, as its code. "Nice", "Split" and the like count with a capital only. */
export function countryOf(word: string, capital: boolean): string | null {
  const code = CODES.get(word)
  return code === undefined || (!capital && word !== "uk" && word !== "usa") ? null : code
}

/** Names of countries and their peoples; the others are places in them. */
const COUNTRY_WORDS: ReadonlySet<string> = new Set(
  PLACES.trim()
    .split("\n")
    .flatMap((line) => line.slice(4).split(" | ")[0]?.split(" ") ?? []),
)

/** Whether a word names a whole country or its people. */
export function isCountry(word: string): boolean {
  return COUNTRY_WORDS.has(word)
}

/** The code of a country that a fact's scope gives as code or name. */
export function countryCode(value: string): string | null {
  if (NAMES.has(value)) return value
  if (value === "UK") return "GB"
  for (const word of value.toLowerCase().split(/\s+/)) {
    const code = CODES.get(word)
    if (code !== undefined && NAMES.get(code) === word) return code
  }
  return null
}
