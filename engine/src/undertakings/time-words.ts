/** The loose words by which people say when, as parts of patterns. Every repeat is bounded, so that reading stays linear. */
export const DAY =
  "(?:(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?s?|today|tonight|tonite|2nite|tomorrow|tmrw|tmr|tmw|tomoz|2moro|2mrw|tom\\.)"
const PART =
  "(?:first thing|1st thing|last thing|mornings?|morn|a\\.?m\\b\\.?|p\\.?m\\b\\.?|afternoons?|aft|arvo|evenings?|eves?|nights?|nite|noon|midday|midnight|lunch ?time|lunch|dinner ?time|tea ?time|breakfast|supper|smoko|overnight|o\\/n)"
const HOUR_WORD = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: o['’]?clock| thirty| fifteen)?"
const HOUR = "\\d{1,2}(?:[:.]\\d\\d)?"
const HALF = "(?:\\s?(?:a\\.?m\\b\\.?|p\\.?m\\b\\.?|hrs?\\b|h\\b|ish\\b))"
const CLOCK = `(?:${HOUR}(?:\\s?[-–]\\s?${HOUR})?${HALF}?)`
const UNIT =
  "(?:mins?|hrs?|h|days?|d|wds?|w\\/?d|bds?|(?:wkng|wkg|wrkng|working|business|clear|full) days?|wks?|weeks?|mths?|months?)"
const WEEK = "(?:wk|week|wkend|w\\/e|weekend|fortnight|month|mth|quarter|term|half-term|half term|season|year)"

/** What takes place at a time that everybody there knows. */
const EVENT =
  "(?:shift|shift change|change ?over|hand-?over|payroll|check run|cheque run|clinic|surgery|stand-?up|huddle|briefing|rehearsal|training|kick-?off|half time|whistle|curtain up|matinee|check-?in|check-?out|boarding|departure|milking|stables|home time|playtime|assembly|break|smoko|coffee|tea|lunch|dinner|supper|breakfast|bedtime|dusk|dark|dawn|sunrise|sunset|sundown|first light|evensong|mass|vespers|chapel|prayers|x-?mas|christmas|easter|advent|lent|ramadan|eid|diwali|michaelmas|new year|half-term|opening time|closing time|closing|close of play|cut-?off|deadline|year end|month end|quarter end|end of day|e\\.?o\\.?d|e\\.?o\\.?p|c\\.?o\\.?b|ward round|harvest|shearing|lambing|go-?live)"
/** What goes, comes or is held again and again: only one that is named tells when. */
const ONE_OF_MANY =
  "(?:run|cycle|trunk|sailing|crossing|ferry|tide|high water|low water|boat|van|lorry|truck|wagon|rounds?|post|courier|shift|bill|statement|invoice|giro|pay ?check|payslip|appt|appointment|session|visit|meeting|call|committee|council|steering group|review|drop|drop-?in|delivery|collection|pick-?up|flight|train|bus|coach|class|lesson|practice|match|game|show|sitting|arrival|feed|holiday|holidays|opening|launch|release|sprint|freeze|window|morning|day|slot)"
const NAMED = `(?:next|first|following|coming|last|\\d{1,2}(?:st|nd|rd|th)|${DAY}(?:['’]?s)?|${HOUR}${HALF}?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} \\d{1,2}(?:st|nd|rd|th)?|morning|evening|afternoon|lunchtime|night|monthly|weekly)`

const OURS = "(?:\\s(?:the|my|our|your|ur|his|her|their|each|every|this|that))?"
const FEW_WORDS = "(?:\\s[a-zà-ÿ\\d][a-zà-ÿ\\d.'’-]{0,20})"
/** What ends a saying: a mark, or a word that goes on to something else. */
const MARK =
  "(?=\\s*(?:[,;:!?()–—&+]|\\.(?:\\s|$)|$)|\\s(?:w\\/|-)|\\s(?:and|n|but|so|or|to|for|about|with|if|re|as|then|because|cos|via|by|from|who|he|she|they|i|we|okay|ok|bye|thanks|cheers)\\b)"
const TIME = `(?:${DAY}|${PART}|${CLOCK})`
const JOINED = `(?:,? ?(?:at |in the |on the |btwn |between |around |about |bout |by |before |b4 |from |after )?${TIME}(?![a-zà-ÿ\\d]))`
const EARLY = "(?:(?:right|straight|directly|immediately|just|shortly|soon|well|a day|a week|an hour) )?"
const BEFORE = "(?<!look(?:s|ing|ed)? )(?:before|b4|bfr|bfor|ere|after|aft|ahead of|prior to|in time for|same day as)"
const NO_MOMENT = "(?!\\s(?:that|this|it|them|him|her|all|you|me|us|we|i)\\s*(?:[,.;!?]|$))"

/** A pattern, and the signs of which a sentence must hold one for it to be tried. */
export type Form = readonly [signs: number, pattern: string]

const [AHEAD, COUNT, DAYS, EVENTS, MANY, EDGES, WEEKS, TELLS, WAYS] = [1, 2, 4, 8, 16, 32, 64, 128, 256]

/** Which sign each word is; a number is a count. */
export const SIGNS: ReadonlyMap<string, number> = new Map(
  [
    [AHEAD, "before b4 bfr bfor ere after aft ahead prior same time"],
    [COUNT, "one two three four five six seven eight nine ten eleven twelve"],
    [
      DAYS,
      "mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday mondays today tonight tonite tomorrow tmrw tmr tmw tomoz tom",
    ],
    [
      DAYS,
      "morning mornings morn am a.m pm p.m afternoon afternoons arvo evening evenings eve night nights nite noon midday midnight lunchtime smoko overnight o thing aft",
    ],
    [DAYS | EVENTS, "lunch dinner tea teatime breakfast supper"],
    [
      EVENTS,
      "shift change changeover handover payroll run clinic surgery standup stand-up huddle briefing rehearsal training kickoff kick-off whistle matinee checkin check-in checkout check-out boarding departure milking stables playtime assembly break coffee bedtime dusk dark dawn sunrise sunset sundown light evensong mass vespers chapel prayers xmas x-mas christmas easter advent lent ramadan eid diwali michaelmas year half-term home closing play cutoff cut-off deadline end day eod eop cob round harvest shearing lambing golive go-live hand-over",
    ],
    [
      MANY,
      "run cycle trunk sailing crossing ferry tide water boat van lorry truck wagon round rounds post courier shift bill statement invoice giro paycheck pay payslip appt appointment session visit meeting call committee council group review drop drop-in delivery collection pickup pick-up flight train bus coach class lesson practice match game show sitting arrival feed holiday holidays opening launch release sprint freeze window morning day slot",
    ],
    [EDGES, "end start close beginning middle turn top side day eve morning afternoon evening night"],
    [WEEKS, "wk week wkend w weekend fortnight month mth quarter term half-term half season year day hour"],
    [TELLS, "once when whenever soon minute moment next day speak"],
    [WAYS, "way route road round rounds lunch break"],
  ]
    .flatMap(([sign, words]) =>
      String(words)
        .split(" ")
        .map((word) => [word, Number(sign)] as const),
    )
    .reduce((signs, [word, sign]) => signs.set(word, (signs.get(word) ?? 0) | sign), new Map<string, number>()),
)
export const IS_COUNT = COUNT

/** Sure of themselves, whatever the tables of times make of a part: "b4 lunch", "in Fri's run", "at the end of each term". */
export const SURE_FORMS: readonly Form[] = [
  [AHEAD, `${EARLY}${BEFORE}${NO_MOMENT}${FEW_WORDS}{1,7}?${MARK}`],
  [COUNT, `(?:by|at|around|about|abt|bout|btwn|between|from|come|till?)${OURS} ${HOUR_WORD}${MARK}`],
  [
    DAYS | COUNT,
    `(?:at the|by|b4|bout|abt|btwn|come|within|around)${OURS} ${TIME}${JOINED}{0,2}(?: latest| sharp)?${MARK}`,
  ],
  [EVENTS, `(?:by|at|on|in|over|during|from)${OURS}(?: [a-zà-ÿ\\d.'’-]{1,20}){0,2}? ${EVENT}(?: ${DAY})?${MARK}`],
  [
    MANY,
    `(?:by|at|on|in|with|wi|over|during|from|for)${OURS}(?: [a-zà-ÿ]{1,15})? ${NAMED}(?: [a-zà-ÿ'’-]{1,15})?? ${ONE_OF_MANY}(?: ${DAY})?(?![\\w-])`,
  ],
  [MANY, `(?:by|at|on|in|with|after) (?:each|every) ${ONE_OF_MANY}(?: going forward)?(?![\\w-])`],
  [
    EDGES,
    `(?:(?:by|at|on|in|over|from) )?(?:the )?(?:very )?(?:end|start|close|beginning|middle|turn|top) of${FEW_WORDS}{1,4}?${MARK}`,
  ],
  [EDGES, `(?:on |in )?the (?:day|eve|morning|afternoon|evening|night) of${FEW_WORDS}{1,3}?${MARK}`],
  [EDGES, `this side of${FEW_WORDS}{1,3}?${MARK}`],
  [COUNT, `${HOUR} ?[-–] ?${HOUR}${HALF}?${MARK}`],
]

/** "For Saturday", "sat", "24h", "on my way home": where the tables of times say nothing of them. */
export const LOOSE_FORMS: readonly Form[] = [
  [
    DAYS,
    `(?:from|for|on|in|this|next|every|each)${OURS}(?: (?:next|coming|following|first|early|late))? (?:${DAY}|${PART})${JOINED}{0,2}(?: latest| sharp)?${MARK}`,
  ],
  [COUNT, `(?:in|on|for) \\d{1,2}${HALF}?${MARK}`],
  [
    WEEKS,
    `(?:by|at|on|in|over|from|for|during)${OURS}(?: (?:next|coming|following|first|second|last|whole|rest of the))? ${WEEK}(?: \\d{1,2})?${MARK}`,
  ],
  [
    COUNT,
    `(?:(?:w\\/i|w\\/in|within|in|inside|max|approx\\.?|about) )?(?:next )?\\d{1,3}(?: ?(?:-|–|to) ?\\d{1,3})? ?${UNIT}(?: max| latest| tops)?${MARK}`,
  ],
  [DAYS, `${DAY}${JOINED}{0,2}(?: latest| shift| drop-?in| itself| at the latest)?${MARK}`],
  [DAYS, `(?:first thing|1st thing|overnight|o\\/n|this arvo|this aft|this eve)${MARK}`],
  [MANY, `(?:first|next|last) (?:drop|run|job|call|stop|slot|van|post|boat|flight|train|bus)(?: ${DAY})?${MARK}`],
  [WAYS, `on (?:my|our|his|her|their) (?:way|route|road|rounds?|lunch|break)${FEW_WORDS}{0,4}?${MARK}`],
  [COUNT, `\\d{1,2}[:.]\\d\\d${HALF}?${MARK}`],
  [DAYS | WEEKS, `(?:every|each)${FEW_WORDS}{0,1}? (?:${DAY}|${PART}|${WEEK}|day|hour)${MARK}`],
]

/** A clause that tells when. */
export const TOLD_FORMS: readonly Form[] = [
  [TELLS, `as we speak${MARK}`],
  [
    TELLS,
    `${EARLY}(?:once|when|whenever|as soon as|soon as|the minute|the moment|next time|the day(?! of\\b))${FEW_WORDS}{1,8}?${MARK}`,
  ],
]
