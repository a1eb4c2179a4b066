/** "order 1042", "order number: AB-1042", "order no. #1042": with a digit, and three characters at least. */
const NAMED =
  /\border(?:\s+(?:number|no\.?|nr\.?|id))?\s*[:#]*\s*#?((?=[a-z-]*\d)[a-z0-9][a-z0-9-]{2,39})(?![a-z0-9])/gi
const DATE = /^\d{4}-\d\d-\d\d$|^\d{1,2}-\d{1,2}-\d{2,4}$|^\d+(?:st|nd|rd|th)$/i

/** The number of an order that the words name, as they are written; null where they name none, or several. */
export function namedOrder(words: string): string | null {
  const found = namedOrders(words)
  const [first, ...others] = new Set(found.map((number) => number.toLowerCase()))
  return first === undefined || others.length > 0 ? null : (found[0] ?? null)
}

/** The numbers of orders that the words name, each time that they do. */
export function namedOrders(words: string): readonly string[] {
  return [...words.matchAll(NAMED)].flatMap(([, number = ""]) => (DATE.test(number) ? [] : number))
}
