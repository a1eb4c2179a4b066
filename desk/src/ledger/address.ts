/**
 * What two ways of writing the same address have in common, for comparing: mail in lower case; numbers as digits with a
 * leading +, where "00" and "+" mean the same and a "(0)" after the country code is dropped. Null when it cannot be one.
 */
export function comparableAddress(kind: "mail" | "phone", shown: string): string | null {
  return kind === "mail" ? comparableMail(shown) : comparableNumber(shown)
}

const DIGITS_MIN = 3 // short numbers within a company
const DIGITS_MAX = 17 // E.164 has 15; "00" may stand before it

/** Nothing that would be more than one address in a header, and nothing that cannot be seen. */
const MAIL = /^[^\p{C}\p{Z}@<>"(),:;\\]+@[^\p{C}\p{Z}@<>"(),:;\\]+$/u

function comparableMail(shown: string): string | null {
  const address = shown.trim().toLowerCase()
  return MAIL.test(address) ? address : null
}

function comparableNumber(shown: string): string | null {
  const isInternational = /^\s*(?:\+|00)/.test(shown)
  const bare = (isInternational ? shown.replace("(0)", "") : shown).replaceAll(/[\s()./-]/g, "")
  const number = bare.startsWith("00") ? `+${bare.slice(2)}` : bare
  const digits = number.replace(/^\+/, "")
  if (!/^\d+$/.test(digits) || digits.length < DIGITS_MIN || digits.length > DIGITS_MAX) return null
  return number
}
