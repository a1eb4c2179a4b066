/** What somebody typed, in lower case, so that LIKE takes every character of it as it is. */
export function literal(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, (character) => `\\${character}`)
}

/** The digits of what looks like a phone number, without the zeros that national numbers begin with; else empty. */
export function digitsIn(typed: string): string {
  if (/\p{L}|@/u.test(typed)) return ""
  const digits = typed.replace(/\D/g, "").replace(/^0+/, "")
  return digits.length < 3 ? "" : digits
}
