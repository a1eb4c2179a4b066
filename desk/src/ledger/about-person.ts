/** What somebody is known by. */
export type Named = { readonly names: readonly string[]; readonly mails: readonly string[] }

const NAME_LENGTH_MIN = 3 // shorter parts of names are words: "de", "of"
const NO_LETTERS = /[^\p{L}\p{M}\p{N}]+/u

/** Whether the words name somebody by a part of their name, or hold an address of theirs. */
export function isAboutPerson(words: string, { names, mails }: Named): boolean {
  const parts = partsOf(words)
  return names.flatMap(nameParts).some((part) => parts.has(part)) || holdsOne(words, mails)
}

/**
 * Whether the words name them and can hardly mean anything else: by their whole name, or an address of theirs. A name of one
 * word may be a word like others ("Price", "Refund"), so by it alone nobody is named.
 */
export function namesWholly(words: string, { names, mails }: Named): boolean {
  const parts = partsOf(words)
  const isNamed = names.map(nameParts).some((name) => name.length > 1 && name.every((part) => parts.has(part)))
  return isNamed || holdsOne(words, mails)
}

/** What to look for: the parts of their names, in lower case and as written, and their addresses. */
export function partsToFind({ names, mails }: Named): readonly string[] {
  const written = names.flatMap((name) => name.split(NO_LETTERS)).filter(({ length }) => length >= NAME_LENGTH_MIN)
  return [
    ...new Set([...written, ...written.map((part) => part.toLowerCase()), ...mails.filter((mail) => mail !== "")]),
  ]
}

function partsOf(words: string): ReadonlySet<string> {
  return new Set(
    words
      .toLowerCase()
      .split(NO_LETTERS)
      .filter((part) => part !== ""),
  )
}

function nameParts(name: string): readonly string[] {
  return [...partsOf(name)].filter(({ length }) => length >= NAME_LENGTH_MIN)
}

function holdsOne(words: string, mails: readonly string[]): boolean {
  const said = words.toLowerCase()
  return mails.some((mail) => mail !== "" && said.includes(mail))
}
