/** Whether a clause denies what it says: an odd number of denials in one of its parts, set phrases aside. */
export function isDenied(words: string): boolean {
  if (words.search(DENIALS) < 0) return false // most; what is taken out below denies nothing by being gone
  const main = words
    .replace(ANSWERS_NO, "")
    .replace(SET_PHRASES, " ")
    .replace(FRONTED, " ")
    .replace(CONDITIONS, " ")
    .replace(WHAT_IS_NOT, " ")
    .replace(NEITHER_NOR, "$1 or ")
  if (main.search(DENIALS) < 0) return false
  return main.split(PARTS).some((part) => denialsIn(part) % 2 === 1)
}

/** "while you change": a condition without what stands under it. */
export function isCondition(words: string): boolean {
  return (
    /^(?:and |but )?(?:as long as|so long as|until|unless|if|provided|while|before|once|after|when)\b/.test(words) &&
    words
      .replace(FRONTED, "")
      .replace(CONDITIONS, "")
      .replace(/^(?:and|but) /, "")
      .trim() === ""
  )
}

/** "Neither cash nor cheques", "we don't take cash nor cheques": it goes on denying. */
function denialsIn(part: string): number {
  const denials: readonly string[] = part.match(DENIALS) ?? []
  const isOnTop = denials.includes("on top")
  return denials.filter((word, at) => (word !== "nor" || at === 0) && !(isOnTop && word === "extra")).length
}

/** "No, PDF or JPEG please": what was asked is denied, and not what is said instead. */
const ANSWERS_NO = /^(?:no|nope)[,:] (?=\p{L}{2})/u

const PARTS = /[,;:!]|\p{Extended_Pictographic}/u

const SET_PHRASES =
  /\b(?:no (?:problem|bother|sweat|stress|dramas?|pressure|worries|worry|trouble|rush|hurry|doubt|matter|need to \w+|wonder)|not to worry|(?:don't|do not|needn't) (?:worry|hesitate|forget)|why not|not only|no longer than|no more than|not just|whether or not|if not|or not|(?:no|without) (?:signal|connection|internet|network|problem|trouble|fuss|hassle)|isn't it|don't they|aren't they|doesn't it|no (?:issue|objections?)|(?:not|never|isn't|aren't|won't be|wouldn't be) (?:really |usually |ever )?(?:a|an|any) (?:problem|issue|bother|obstacle)|nothing (?:against|to stop|stops)|(?:don't|doesn't|won't|wouldn't) (?:mind|matter))\b/g
/** "Once it has been opened we don't take it back": without a comma it ends where the next subject stands. */
const FRONTED =
  /^(?:(?:and|but|so|also|yes|no|sorry|please note),? )*(?:as long as|so long as|until|unless|if|while|before|once|after|when)\b(?:(?: [^ ,]+){2,}?|(?: [^ ,]+){0,2} [a-z]+e[dn])(?= (?:we|you|they|it|there|nobody|no one)(?:'(?:s|re|ve|ll))? )/
/** "whatever boxes you don't use": of what it is said, not what is said. */
const WHAT_IS_NOT =
  /\b(?:what(?:ever)?|any|all|anything|everything|those|things|stuff)(?: (?!you\b|they\b)\w+){0,2} (?:that |which )?(?:you|they) (?:don't|do not|didn't|haven't|no longer) \w+/g
/** "neither cancelled nor refunded" denies once. */
const NEITHER_NOR = /\b(neither\b[^,;:]*?)\bnor\b/g
/** What stands under a condition is not what is denied: "as long as it hasn't left". */
const CONDITIONS =
  /\b(?:as long as|so long as|until|unless|if|provided|while|before|once|after|when|that you|should (?:you|your|it|they|he|she|anyone|anything))\b[^,]*/g
const DENIALS =
  /\b(?:not|cannot|never|neither|nor|none|nobody|nowhere|without|no|unable|impossible|excluded|exempt|except|forbidden|prohibited|unavailable|incompatible|banned|refuse|refused|excludes?|non|on top|extra|free of(?! (?:charge|cost))|free from|stay out|stays out|keep out|off limits|ruled out|barred|are out|is out|it's out|they're out|nothing (?:goes|is|can|comes|gets)|a no|hasn't got|haven't got|outside (?:our|the|of our) (?:area|region|range|zone)|out of the question|lacks?|discontinued|a thing of the past|(?<!\b(?:an?|the|our|your|these|those|some|any|and|or|with|all) )(?:optional|voluntary)(?= *(?:$|[^a-z ]|(?:for|and|but|if|or|on|with|in|at|here|when)\b))|(?:stay|stays|remain|remains|left|leave|kept|keep) (?:in (?:the|your|its|their) (?:bag|car|case|box|pocket|locker|boot)s?|at home|off|away|behind|outside|outdoors))\b|n't\b/g

/** On which side of an event something holds. */
export function sideOf(words: string): "before" | "after" | null {
  if (/\b(?:before|until|till|as long as|so long as|while|unless|not yet|hasn't|haven't)\b/.test(words)) return "before"
  return /\b(?:after|once|even though|although|already|since)\b/.test(words) ? "after" : null
}
